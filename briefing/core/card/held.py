"""What an article holds under one name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Held:
    """One name with all its forms and the sentences that hold it."""

    name: str
    kind: str = ""
    rows: list[int] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    office: str = ""
