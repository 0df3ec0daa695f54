"""Our reading of feed files against feedparser's: files with entries, titles, links, time.

    python benchmarks/feeds/corpus.py FOLDER…

Every file below the folders is read by both. What feedparser found and we did not is named.
"""

from __future__ import annotations

import io
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import feedparser

from briefing import plain
from briefing.core.feed import parse
from briefing.errors import FeedError
from briefing.models import Page


def words(text: str) -> str:
    """Return a title without markup, entities and space, for comparison."""
    for _ in range(2):
        text = unescape(re.sub(r"<[^<>]*>", "", text))
    return re.sub(r"\s+", "", plain.line(text))[:500]


def files(folders: list[str]) -> Iterator[Path]:
    """Yield the files below the folders, in order."""
    for folder in folders:
        yield from sorted(path for path in Path(folder).rglob("*") if path.is_file())


def compare(path: Path, counts: Counter[str]) -> None:
    """Read one file twice and count what was found."""
    body = path.read_bytes()
    begun = time.process_time()
    try:
        ours = parse.feed(Page(origin=str(path), body=body)).entries
    except FeedError:
        ours = ()
    between = time.process_time()
    theirs = feedparser.parse(io.BytesIO(body)).entries
    counts["our ms"] += round((between - begun) * 1000)
    counts["feedparser's ms"] += round((time.process_time() - between) * 1000)
    counts["files"] += 1
    counts["files with entries, ours"] += bool(ours)
    counts["files with entries, feedparser"] += bool(theirs)
    if theirs and not ours:
        print(f"{path}: {len(theirs)} entries not read")
    for n, entry in enumerate(theirs):
        title, link = words(entry.get("title", "")), entry.get("link", "")
        mine = ours[n] if n < len(ours) else None
        counts["titles, feedparser"] += bool(title)
        counts["titles, ours the same"] += bool(title and mine and words(mine.title) == title)
        if link.startswith(("http://", "https://")):
            counts["web links, feedparser"] += 1
            same = mine is not None and (mine.url or "").rstrip("/") == link.rstrip("/")
            counts["web links, ours the same"] += same


def main() -> None:
    """Compare all files and print the counts."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    counts: Counter[str] = Counter()
    for path in files(sys.argv[1:]):
        compare(path, counts)
    for name, count in counts.items():
        print(f"{count:8}  {name}")


if __name__ == "__main__":
    main()
