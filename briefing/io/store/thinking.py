"""What the archive asks of pure thought, as a value: addresses, copies and queries.

The store knows no such thing itself: `desk/archive.py` gives it the product's own, a test others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from briefing.models.query import Query


class Thinking(NamedTuple):
    """`canonical` names the page behind an address; `prints` are the marks of a text by which its
    copies are found; `same` says whether two texts are one; `parse` reads a query."""

    canonical: Callable[[str], str]
    prints: Callable[[str], tuple[int, ...]]
    same: Callable[[str, str], bool]
    parse: Callable[[str], Query]
