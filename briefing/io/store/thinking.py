"""What the archive asks of pure thought, as a value: addresses, copies and queries.

The store knows no such thing itself: `desk/archive.py` gives it the product's own, a test others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.models.query import Query


class Thinking(NamedTuple):
    """`canonical` names the page behind an address. `sketch` returns a text's (marks, order):
    copies share some marks, and `same` tells by two orders whether the texts are one. `parse`
    reads a query."""

    canonical: Callable[[str], str]
    sketch: Callable[[str], tuple[tuple[int, ...], bytes]]
    same: Callable[[bytes, bytes], bool]
    parse: Callable[[str], Query]
