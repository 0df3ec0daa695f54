"""What the rooms that visit feeds and their pages work with."""

from __future__ import annotations

from typing import NamedTuple

from briefing.config import NetConfig
from briefing.desk.cancelling import Cancelled, never
from briefing.desk.ports import Archive, Net


class Means(NamedTuple):
    """What a refresh works with."""

    archive: Archive
    net: Net
    config: NetConfig
    now: str
    full_text: bool = False
    cancelled: Cancelled = never
