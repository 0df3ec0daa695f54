"""What a rung of the ladder read from a page, before it becomes an Article."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about an article apart from its text."""

    title: str = ""
    authors: tuple[str, ...] = ()
    editor: str | None = None
    published: str | None = None
    site: str | None = None
    language: str | None = None
    url: str | None = None
    image: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The text, what is known of it, and what the verdict needs: all the page shows (`marks`),
    and the share of it that is links."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    marks: str = ""
    link_share: float = 0.0
