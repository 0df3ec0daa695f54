"""Names that end in "'s" themselves, told from possessives: "Marlowe's said its sales rose"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from briefing.core.language.patterns import lazy

_ENDS_IN_S = lazy(
    r"\b([A-Z][\w-]+['’]s)(?=[,.;]|$| (?:said|says|has|had|will|would|is|was|agreed|plans|reported|"
    r"and|or|to|in|for|on|at|with|by|from|fell|rose)\b)"
)


def in_s(rows: Sequence[str]) -> set[str]:
    """Return the names that are only printed with "'s", also where nothing is theirs."""
    told = Counter(m[1] for row in rows if "s" in row for m in _ENDS_IN_S.finditer(row))
    often = [name for name, n in told.items() if n >= 2]
    return {n for n in often if not any(_alone(n[:-2]).search(row) for row in rows)}


@lru_cache(maxsize=256)
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b(?!['’]s)")
