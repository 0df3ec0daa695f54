"""Questions on a firm's strength: its debts, its jobs, whether it survives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import makers, nations, parts, phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

_BANKRUPT = lazy(
    r"\b(?:filed|files|filing|seek(?:s|ing)?|sought|applied|went into|gone into|fell into|entered|"
    r"placed (?:it|itself)? ?(?:in|into)|in|under|into|from) (?:for )?(?:voluntary )?"
    r"(?P<what>Chapter 11 (?:bankruptcy )?(?:protection)?|bankruptcy protection|creditor "
    r"protection|"
    r"administration|receivership)"
)


def _itself(cast: Cast, i: int, sentence: str, offset: int) -> str | None:
    """Return the main firm where it is what the words at an offset are said of."""
    found = parts.firm_of(cast, i, offset) or parts.teller_of(cast, i)
    if found and not nations.NAMED.fullmatch(found.actor):
        return found.actor if cast.is_main(found.actor) else None
    named = cast.main and cast.main in sentence[:offset]
    return cast.main if named and not re.search(r"\b[Oo]thers?\b", sentence[:offset]) else None


def _bankrupt(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a bankrupt firm comes out again, or finds a buyer."""
    m = _BANKRUPT.search(sentence) if i < 12 else None
    actor = _itself(cast, i, sentence, m.start()) if m else None
    if m is None or actor is None or cast.main is None:
        return
    if re.search(
        r"\b(?:emerged?|emerging|avoid|avert|could|may|might|if|Bush|Obama|Trump)\b", sentence
    ):
        return
    if re.search(r"\b(?:19|20)\d\d\b|\bago\b", sentence) and i > 3:
        return
    what = m.group("what").strip()
    if what in ("administration", "receivership"):
        if re.search(r"\bthe (?:\w+ )?administration\b", sentence):
            return
        yield Draft(
            f"{phrases.possessive(cast.main)} administrators", cast.main, "find",
            "a buyer for the business", "acquire", "due", i, True,
        )  # fmt: skip
    else:
        yield Draft(cast.main, cast.main, "emerge", f"from {what}", "open", "due", i)


_NOTICE = lazy(
    r"\b(?:filed|files|lodged|gave|given) (?:a )?(?:formal )?notices? (?:of (?:its )?intention )?"
    r"to appoint administrators\b"
)


def _notice(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a firm fails that gave notice of administrators."""
    m = _NOTICE.search(sentence)
    if m and (firm := _itself(cast, i, sentence, m.start())):
        yield Draft(firm, firm, "go", "into administration", "shut", "due", i)


_AVOID = lazy(
    r"\b(?:to (?:avoid|avert|stave off|escape)|(?:avoiding|averting|facing|on the (?:brink|"
    r"verge) of)) "
    r"(?P<what>insolvency|bankruptcy|administration|liquidation|closure|default|collapse|"
    r"delisting)\b"
)
_FILES = {
    "insolvency": "for insolvency protection", "bankruptcy": "for bankruptcy protection",
    "administration": "for administration", "liquidation": "for liquidation",
    "collapse": "for bankruptcy protection",
}  # fmt: skip


def _avoid(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a firm that tries to avoid its end comes to it."""
    m = _AVOID.search(sentence) if i < 8 else None
    if m is None or m.group("what") not in _FILES or parts.STALE.search(sentence):
        return
    actor = parts.teller_of(cast, i)
    if actor and actor.actor and cast.is_main(actor.actor):
        yield Draft(actor.text, actor.actor, "file", _FILES[m.group("what")], "file", "due", i)


_DEBT = lazy(
    r"\bdebts? (?:of|worth|totalling) (?P<sum>(?:more than |about |around |some )?"
    + parts.SUM
    + ")"
)
_STRAIN = lazy(
    r"\b(?:refinanc\w+|restructur\w+|creditors?|insolven\w+|bankrupt\w*|default\w*|struggl\w+|"
    r"ailing)\b"
)


def _debt(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a firm under strain gets its debts put in order."""
    m = _DEBT.search(sentence)
    firm = cast.main
    if m is None or firm is None or not cast.is_main(cast.topics[i] or ""):
        return
    if not re.search(
        rf"{re.escape(firm)}|\b(?:company|firm|group|airline|retailer|chain|it)\b", sentence
    ):
        return
    if not _STRAIN.search(sentence) or re.search(r"\b(?:19|20)\d\d\b", sentence):
        return
    owed = next(
        (w for w in ("creditors", "banks", "bondholders", "lenders") if w[:-1] in cast.vocabulary),
        "",
    )
    rest = f"a restructuring of its debts of {m.group('sum').strip(' ,.')}"
    rest += f" with its {owed}" if owed else ""
    yield Draft(firm, firm, "agree", rest, "sign", "due", i)


_CHARGE = lazy(
    r"\b(?:one-off|one-time|restructuring|exceptional|impairment|pre-tax|write-down) (?:\w+ ){0,2}?"
    r"(?P<noun>charges?|costs?|write-downs?) of (?:about |around |up to |some |as much as )?"
    r"(?P<sum>"
    + parts.SUM
    + r")|(?P<sum2>"
    + parts.SUM
    + r") in (?P<what>(?:one-off|one-time|restructuring|"
    r"exceptional|merger) (?:charges|costs))"
)


def _charge(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a charge that is expected comes out higher."""
    m = _CHARGE.search(sentence)
    ahead = re.search(r"\b(?:will|would|expects?|to take|may|could)\b", sentence)
    firm = cast.topics[i] or cast.main
    if m is None or ahead is None or firm is None or not cast.is_main(firm):
        return
    amount = (m.group("sum") or m.group("sum2")).strip(" ,.")
    what = m.group("what") or m.group()[: m.start("noun") - m.start()] + m.group("noun")
    rest = f"{what if what.endswith('s') else what + 's'} of more than {amount}"
    yield Draft(firm, firm, "report", rest, "report", "plan", i)


_JOBS = lazy(
    r"\b(?:(?:is|are|was) (?:in the midst of |also )?cutting|announced (?:plans to cut |the loss "
    r"of )?|"
    r"(?:has |have )(?:also )?(?:cut|axed|shed|eliminated|laid off)|in the midst of cutting|axed|"
    r"laid off|shed) (?P<n>(?:(?:about|around|some|more than|nearly|almost|up to|another|a further|"
    r"over) )?\d[\d,]*) (?P<what>(?:[\w-]+ )?(?:jobs|staff|workers|employees|posts|positions))\b"
    r"(?P<where> (?:in|at|across) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?"
)


def _jobs(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether more jobs go than those announced."""
    m = _JOBS.search(sentence)
    if m is None or parts.STALE.search(sentence) or re.search(r"\bsince\b", sentence):
        return
    actor = parts.firm_of(cast, i, m.start())
    if actor and (cast.is_main(actor.actor) or cast.salient(actor.actor) >= 2):
        count = re.sub(r"^(?:another|a further|over|more than|some) ", "", m.group("n"))
        what, where = m.group("what"), m.group("where") or ""
        rest = f"any more than the {count} {what}{where}"
        if "announc" in cast.vocabulary:
            rest = f"more {what} than the {count} announced{where}"
        yield Draft.of(actor, "cut", rest, "cut", "due", i)


_CREATED = lazy(
    r"\b(?:creat(?:e|es|ing)|lead to|bring|generate|add|adding|provide|bringing|with) "
    r"(?P<n>(?:(?:about|around|some|up to|more than|nearly|almost|at least|as many as) )?\d[\d,]*) "
    r"(?P<what>(?:new |extra |additional |full-time |part-time |permanent )*(?:[A-Z]\w+ )?jobs)\b"
    r"(?P<where> (?:in|at|across) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?"
)
_PASSIVE_JOBS = lazy(
    r"(?P<n>(?:(?:[Aa]bout|[Aa]round|[Ss]ome|[Uu]p to|[Mm]ore than|[Nn]early|[Aa]lmost) "
    r")?\d[\d,]*) "
    r"(?P<what>(?:new |extra |full-time )*jobs) (?:should|will|would|are to|are expected to|"
    r"could) be created"
    r"(?P<where> (?:in|at|across) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?"
)


def _created(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether the jobs that a plan is to bring come about."""
    m = _PASSIVE_JOBS.search(sentence) or _CREATED.search(sentence)
    ahead = re.search(r"\b(?:will|would|should|could|plans?|to|expect\w*|set|may)\b", sentence)
    firm = cast.topics[i] or cast.main
    if (
        m is None
        or ahead is None
        or firm is None
        or not cast.is_main(firm)
        or parts.PAST.search(sentence)
    ):
        return
    if re.search(r"\b(?:lost|loss|cut|go|axed|economy|economists?)\b", sentence):
        return
    what = re.sub(rf"\b{re.escape(firm.split()[0])} ", "", m.group("what"))
    count = phrases.uncapital(m.group("n")).removeprefix("some ")
    rest = f"{count} {what}{m.group('where') or ''}"
    yield Draft(firm, firm, "create", rest, "hire", "plan", i)


MAKERS: makers.Table = (
    (_bankrupt, ("bankruptcy", "Chapter 11", "administration", "receivership", "creditor prot")),
    (_notice, ("appoint administrators",)),
    (_avoid, ("insolvency", "bankruptcy", "administration", "liquidation", "collapse")),
    (_created, (" jobs",)),
    (_jobs, ("jobs", "staff", "workers", "posts", "positions", "employees")),
    (_charge, ("charge", "cost", "write-down")),
    (_debt, ("debt",)),
)  # fmt: skip
