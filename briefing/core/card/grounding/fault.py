"""A fault of one claim, before it is tied to a place in a card."""

from __future__ import annotations

from typing import NamedTuple

from briefing.models import Severity


class Fault(NamedTuple):
    """A rule's code, what is wrong in words, and whether the claim may be published."""

    code: str
    detail: str
    severity: Severity = "block"
