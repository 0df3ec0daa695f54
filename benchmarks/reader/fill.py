"""Fill an archive with made-up articles: `python benchmarks/reader/fill.py FOLDER 100000`."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from briefing.desk.archive import open_archive
from briefing.models import Article, Feed

NAMES = ("Northgate", "Pellworth", "Arden", "Dunmore", "Larkspur", "Yundian", "Tessamart")
DOES = ("opens", "closes", "buys", "sells", "hires", "recalls", "fines", "rents", "cuts")
THINGS = ("stores", "prices", "warehouses", "a rival", "a chief", "lasagne", "jobs", "fees")
STAMP = "2026-11-{:02}T{:02}:{:02}:00Z"


def articles(count: int) -> list[tuple[Article, str | None, str | None]]:
    """Return articles of about 60 words, a fifth of them of the last day."""
    dice = random.Random(7)
    made = []
    for n in range(count):
        title = f"{dice.choice(NAMES)} {dice.choice(DOES)} {n} {dice.choice(THINGS)}"
        text = " ".join(
            f"{dice.choice(NAMES)} {dice.choice(DOES)} {dice.choice(THINGS)}." for _ in range(15)
        )
        day = 1 + n * 24 // count
        when = STAMP.format(day, n % 24, n % 60)
        feed = f"http://127.0.0.1:9/feed{n % 200}"
        url = f"https://news.example/{n}"
        one = Article(id=f"{n:012x}", title=title, text=text, url=url, published=when, site="News")
        made.append((one, feed, str(n)))
    return made


def main(folder: Path, count: int) -> None:
    """Fill the archive of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = open_archive(folder)
    archive.feeds.save(
        Feed(url=f"http://127.0.0.1:9/feed{n}", title=f"Feed {n}", category=f"Group {n % 9}")
        for n in range(200)
    )
    made = articles(count)
    for start in range(0, count, 5000):
        archive.articles.add_many(made[start : start + 5000], arrived="2026-11-24T06:00:00Z")
        print(f"{start + 5000:,}", end=" ", flush=True)
    print(f"articles: {archive.articles.count():,}")
    archive.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
