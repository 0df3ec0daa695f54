"""Does a figure reach the one that a question asks for?"""

from __future__ import annotations

from briefing.core.day import ledger_words as data
from briefing.core.language.patterns import lazy
from briefing.models import Question

_NUMBER = lazy(
    r"(?<![\w.])[$£€¥₹]?(\d[\d,]*(?:\.\d+)?)\s*(%|per cent|percent|bn|billion|m\b|million|k\b|"
    r"thousand)?"
)


def _numbers(text: str) -> list[tuple[float, str]]:
    scale = {"bn": 1e9, "billion": 1e9, "m": 1e6, "million": 1e6, "k": 1e3, "thousand": 1e3}
    out = []
    for m in _NUMBER.finditer(text):
        value = float(m.group(1).replace(",", ""))
        unit = m.group(2) or ""
        kind = (
            "%" if unit in ("%", "percent", "per cent") else "$" if m.group()[0] in "$£€¥₹" else "n"
        )
        if kind == "n" and 1900 <= value <= 2100 and not unit:
            continue
        out.append((value * scale.get(unit, 1), kind))
    return out


def enough(question: Question, line: str) -> bool:
    """Say whether the figure told reaches the one asked for, where the question sets one."""
    asked = _numbers(question.object or question.question)
    if not asked or question.event in ("acquire", "close", "sign", "divest"):
        return True
    value, kind = asked[0]
    told = [v for v, k in _numbers(line) if k == kind]
    if not told:
        return question.event not in (*data.COUNTED, "report", "raise", "guide")
    return any(v >= value * 0.995 for v in told)
