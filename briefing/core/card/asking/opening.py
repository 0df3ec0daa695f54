"""The words that leave something open: modals, wishes, plans, promises, as data."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "will", "would", "may", "plan", "due", "expected", "agreed", "consider", "noun", "must",
    "urged", "told", "going",
]  # fmt: skip

MODAL: dict[str, Kind] = {
    "will": "will", "'ll": "will", "would": "would", "'d": "would", "may": "may", "might": "may",
    "could": "may", "wo": "will", "won't": "will", "wouldn't": "would", "shall": "will",
    "must": "must",
}  # fmt: skip
AFTER_BE: dict[str, Kind] = {
    **dict.fromkeys("set due scheduled poised slated ready about".split(), "due"),
    **dict.fromkeys(
        "expected likely forecast projected tipped predicted estimated thought".split(),
        "expected",
    ),
    **dict.fromkeys(
        "planning preparing hoping aiming seeking looking trying bidding negotiating threatening "
        "intending proposing offering attempting pushing fighting determined planned keen "
        "prepared willing committed understood rumoured rumored reported said urging".split(),
        "plan",
    ),
}
PLAN: dict[str, Kind] = {
    **dict.fromkeys(
        "plans plan planned aims aim aimed hopes hope hoped intends intend intended wants want "
        "wanted seeks seek sought prepares proposes propose proposed offers offer offered "
        "threatens threaten threatened expects expect expected".split(),
        "plan",
    ),
    **dict.fromkeys(
        "agreed agrees agree vowed vows pledged pledges promised promises decided decides "
        "opted".split(),
        "agreed",
    ),
}
CONSIDER = frozenset(
    "considering mulling weighing exploring contemplating planning considers mulls weighs explores "
    "proposes proposed plans suggested evaluating discussing".split()
)
PLAN_NOUNS = frozenset(
    "plan plans bid offer proposal proposals intention intentions "
    "talks deal move option promise pledge ambition target goal contract "
    "aim aims mandate push drive commitment pledges proposals bids promises moves efforts "
    "agreement permission approval deadline".split()
)
