"""The index page of a folder of briefings: one line a day, newest first, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefing.models import Briefing
from briefing.render import dates, escape, html, wording


def page(
    entries: Sequence[tuple[Briefing, str]], *, title: str = "Retail briefing", feed: str = ""
) -> str:
    """Return the index as one HTML file. `entries` are (briefing, its file's relative address)."""
    ordered = sorted(entries, key=lambda e: (e[0].date, e[1]), reverse=True)
    parts = [f"<header><h1>{escape.html(title)}</h1></header>"]
    if not ordered:
        parts.append("<p>No briefing yet.</p>")
    for _, group in groupby(ordered, key=lambda e: e[0].date[:7]):
        month = list(group)
        parts.append(f"<h2>{escape.html(_month(month[0][0].date))}</h2>")
        parts.append('<ul class="days">' + "".join(_day(b, name) for b, name in month) + "</ul>")
    return html.document(title, "\n".join(parts), feed=feed)


def _month(date: str) -> str:
    return " ".join(dates.short(date).split()[1:]) or date


def _day(b: Briefing, name: str) -> str:
    stories = wording.count(len(b.stories) + len(b.also), "story", "stories")
    return (
        f'<li><a href="{escape.html(name)}">{escape.html(dates.long(b.date))}</a> '
        f'<span class="muted">{stories}</span><br>{escape.html(b.top_line)}</li>'
    )
