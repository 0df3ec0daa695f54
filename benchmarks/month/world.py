"""A made-up month of retail news in many feeds: stories with sequels, copies, edits, bad weather.

Companies, places and figures are invented. Beside the feed farm's everyday items there are stories
that go on for days (a takeover, a strike, store openings, a ruling); each step is told by several
feeds over a day, in words of their own. What is told, and when, is chance with a seed.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "feeds"))

import farm  # a neighbour, not a package
import plots

START = datetime(2026, 1, 15, tzinfo=UTC)
_WINDOW = 25  # newest entries that a feed shows
_HEADS = "Al Bor Cas Dun Esk Fen Gar Hol Ing Jar Kel Lor Mer Nor Ost Pel Quor Rath Sel Tor".split()
_TAILS = "bridge by combe dale field gate ham hurst ley mere mont ridge stead ton well wick".split()


class Item(NamedTuple):
    """An entry of a feed. `event` names the step of a story that it tells."""

    url: str
    title: str
    paragraphs: tuple[str, ...]
    when: datetime
    event: str


class Plot(NamedTuple):
    """A story under way: its words, its next step and when that comes."""

    name: str
    steps: tuple[tuple[str, ...], ...]
    words: dict[str, str]
    step: int
    next: datetime


class World:
    """The feeds and what becomes of them, hour by hour. The same for the same seed."""

    def __init__(self, feeds: int, seed: int, per_day: float) -> None:
        self.chance = random.Random(seed)
        self.rate = per_day / 24
        self.now = START
        self.feeds: list[list[Item]] = [[] for _ in range(feeds)]
        self.moved: set[int] = set()
        self.event_of: dict[str, str] = {}
        self._plots: list[Plot] = []
        self._later: list[tuple[datetime, int, Item]] = []
        self._count = 0
        for _ in range(12):
            self.tick(grow_only=True)

    def tick(self, *, grow_only: bool = False) -> None:
        """Let an hour pass."""
        self.now += timedelta(hours=1)
        for n in range(len(self.feeds)):
            if self.chance.random() < self.rate:
                self._put(n, self._everyday(n))
        self._tell()
        for at, n, item in [x for x in self._later if x[0] <= self.now]:
            self._put(n, item)
            self._later.remove((at, n, item))
        if not grow_only:
            self._edit()
            if self.chance.random() < 0.01:
                self.moved.add(self.chance.randrange(len(self.feeds)))

    def _put(self, n: int, item: Item) -> None:
        self.feeds[n].append(item)
        del self.feeds[n][: -2 * _WINDOW]
        self.event_of[item.url] = item.event

    def _url(self, n: int) -> str:
        self._count += 1
        return f"http://news{n}.example/a/{self._count}"

    def _company(self) -> str:
        c = self.chance
        return f"{c.choice(_HEADS)}{c.choice(_TAILS)} {c.choice(farm.KINDS)}"

    def _everyday(self, n: int) -> Item:
        c, url = self.chance, self._url(n)
        words = {
            "co": self._company(), "n": c.randrange(3, 95), "m": c.randrange(3, 30),
            "goods": c.choice(farm.GOODS), "city": c.choice(farm.CITIES),
        }  # fmt: skip
        rows = [s.format_map(words) for s in c.sample(farm.SENTENCES, 7)]
        title = f"{words['co']}: {rows[0][:60]}"
        return Item(url, title, (" ".join(rows[:4]), " ".join(rows[4:])), self.now, url)

    def _tell(self) -> None:
        """Begin new stories and go on with old ones, four beginnings a day or so."""
        c = self.chance
        if c.random() < 4 / 24:
            words = {
                "a": self._company(), "b": self._company(), "city": c.choice(farm.CITIES),
                "n": str(c.randrange(2, 9)), "m": str(c.randrange(2, 9)),
                "k": str(c.randrange(11, 60)),
            }  # fmt: skip
            name = f"plot{self._count}"
            self._plots.append(Plot(name, c.choice(plots.PLOTS), words, 0, self.now))
        due = [p for p in self._plots if p.next <= self.now]
        for plot in due:
            self._plots.remove(plot)
            wait = timedelta(hours=c.randrange(30, 150))
            self._step(plot, (self.now + wait + timedelta(days=c.randrange(1, 9))).date())
            if plot.step + 1 < len(plot.steps):
                self._plots.append(plot._replace(step=plot.step + 1, next=self.now + wait))

    def _step(self, plot: Plot, due: object) -> None:
        """Have a step told by some feeds, at once or within a day."""
        c = self.chance
        told = plot.steps[plot.step]
        words = plot.words | {"day": f"{self.now:%A}", "due": f"{due:%B} %d" % due.day}  # type: ignore[attr-defined]
        most = min(4, len(self.feeds))
        for i, n in enumerate(c.sample(range(len(self.feeds)), c.randrange(1, most + 1))):
            title, first, *rest = (t.format_map(words) for t in told)
            voices = [v.format_map(words | {"s": rest[0]}) for v in c.sample(plots.VOICES, 3)]
            more = list(dict.fromkeys([*rest, *voices]))
            c.shuffle(more)
            at = self.now + timedelta(hours=0 if i == 0 else c.randrange(0, 20))
            paragraphs = (first, " ".join(more[:3]), " ".join(more[3:]) or more[0])
            item = Item(self._url(n), title, paragraphs, at, f"{plot.name}.{plot.step}")
            self._later.append((at, n, item))

    def _edit(self) -> None:
        """Correct a fresh entry here and there: a word of the title, a sentence more."""
        c = self.chance
        for entries in self.feeds:
            if entries and c.random() < 0.02:
                place = c.randrange(max(0, len(entries) - 8), len(entries))
                old = entries[place]
                more = f"The company said so at {self.now:%H:%M} on {self.now:%A}."
                entries[place] = old._replace(paragraphs=(*old.paragraphs, more))

    def shown(self, n: int) -> list[Item]:
        """Return what a feed shows now, newest first."""
        return sorted(self.feeds[n], key=lambda i: i.when, reverse=True)[:_WINDOW]

    def body(self, n: int) -> bytes:
        """Return a feed's document."""
        items = "".join(map(_xml, self.shown(n)))
        return (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f"<title>Wire {n}</title><link>http://news{n}.example/</link><language>en</language>"
            f"{items}</channel></rss>"
        ).encode()


def _xml(item: Item) -> str:
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in item.paragraphs)
    return (
        f"<item><title>{escape(item.title)}</title><link>{item.url}?utm_source=rss</link>"
        f"<guid isPermaLink='false'>{item.url}</guid>"
        f"<pubDate>{format_datetime(item.when)}</pubDate>"
        f"<content:encoded><![CDATA[{paragraphs}]]></content:encoded></item>\n"
    )
