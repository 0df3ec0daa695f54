"""An Atom feed (RFC 4287) of briefings, so that other readers can follow them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from briefing.models import Briefing
from briefing.render import dates, escape, html


def feed(
    briefings: Sequence[Briefing],
    *,
    title: str = "Retail briefing",
    base: str = "",
    pages: Sequence[str] = (),
) -> str:
    """Return the feed, newest briefing first. `base` is the address of the folder that holds it;
    `pages` names each briefing's file in the order of `briefings`."""
    known = [escape.address(f"{base.rstrip('/')}/{p}") if base else p for p in pages]
    links = dict(zip((b.date for b in briefings), known, strict=False))
    ordered = sorted(briefings, key=lambda b: b.date, reverse=True)
    updated = _moment(ordered[0]) if ordered else "1970-01-01T00:00:00Z"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape.html(title)}</title>",
        f"<id>{_urn(base or title)}</id>",
        f"<updated>{updated}</updated>",
        "<author><name>briefing</name></author>",
    ]
    if base:
        lines.append(f'<link rel="self" href="{escape.html(base.rstrip("/") + "/feed.xml")}"/>')
    for b in ordered:
        lines += _entry(b, links.get(b.date), base or title)
    return "\n".join([*lines, "</feed>", ""])


def _entry(b: Briefing, link: str | None, space: str) -> list[str]:
    lines = ["<entry>", f"<title>{escape.html(f'{b.title}, {dates.long(b.date)}')}</title>"]
    lines.append(f"<id>{_urn(f'{space} {b.date}')}</id>")
    if link:
        lines.append(f'<link rel="alternate" type="text/html" href="{escape.html(link)}"/>')
    return [
        *lines,
        f"<updated>{_moment(b)}</updated>",
        f"<summary>{escape.html(b.top_line)}</summary>",
        f'<content type="html">{escape.html(html.body(b))}</content>',
        "</entry>",
    ]


def _moment(b: Briefing) -> str:
    """Return when a briefing's window closed; its day where it had none."""
    return (b.window[1] or f"{b.date}T00:00:00Z").replace("+00:00", "Z")


def _urn(name: str) -> str:
    digest = hashlib.sha256(name.encode()).hexdigest()
    parts = (digest[:8], digest[8:12], "5" + digest[13:16], "8" + digest[17:20], digest[20:32])
    return "urn:uuid:" + "-".join(parts)
