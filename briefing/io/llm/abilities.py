"""What a server can do, learned from its answers and kept as a line of JSON per (address, model).

The rungs of the ladder, from the strictest: a strict JSON Schema, a JSON object with the schema
beside it (llama.cpp's family), a JSON object, JSON asked for in words, labelled lines.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date

RUNGS = ("json_schema", "json_object_schema", "json_object", "prompt", "lines")
DROPPABLE = (
    "temperature", "max_tokens", "max_completion_tokens", "seed", "stream_options", "extra_body",
)  # fmt: skip
_STALE = 30  # days after which a server is asked anew


@dataclass(frozen=True, slots=True)
class Abilities:
    """One server and model: the rung that worked, refused parameters, whether it streams, the
    context length seen (tokens, 0 unknown), its token count over ours, and the day of learning.

    `failures` counts replies in a row that this rung got wrong while a lower one got them right.
    """

    rung: str = RUNGS[0]
    dropped: tuple[str, ...] = ()
    streams: bool = True
    context: int = 0
    ratio: float = 0.0
    failures: int = 0
    learned: str = ""

    def without(self, parameter: str) -> Abilities:
        """Return the abilities less a parameter the server refused."""
        return replace(self, dropped=tuple(sorted({*self.dropped, parameter})))

    def counted(self, reported: int, own: int) -> Abilities:
        """Return the abilities with the server's token count over ours taken in."""
        if reported <= 0 or own < 200:
            return self
        now = reported / own
        return replace(self, ratio=round(0.7 * self.ratio + 0.3 * now if self.ratio else now, 3))


def below(rung: str) -> tuple[str, ...]:
    """Return this rung and those under it, in order."""
    return RUNGS[RUNGS.index(rung) :] if rung in RUNGS else RUNGS


def dumps(abilities: Abilities) -> str:
    """Return abilities as JSON."""
    return json.dumps(asdict(abilities), separators=(",", ":"))


def loads(text: str | None, *, today: str) -> Abilities:
    """Return kept abilities; anew when there are none, they are old, or not readable."""
    try:
        data = json.loads(text or "{}")
        found = Abilities(**{**data, "dropped": tuple(data.get("dropped", ()))})
        age = date.fromisoformat(today[:10]) - date.fromisoformat(found.learned)
    except (ValueError, TypeError, AttributeError):
        return Abilities(learned=today[:10])
    return found if abs(age.days) <= _STALE else Abilities(learned=today[:10])
