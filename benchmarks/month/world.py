"""A made-up month of retail news in many feeds: stories with sequels, copies, edits, bad weather.

Companies, places and figures are invented. Beside the feed farm's everyday items there are stories
that go on for days (a takeover, a strike, store openings, a ruling); each step is told by several
feeds over a day, in words of their own. What is served, and how badly, is chance with a seed.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import random
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "feeds"))

import farm  # a neighbour, not a package

START = datetime(2026, 1, 15, tzinfo=UTC)
_WINDOW = 25  # newest entries that a feed shows
_HEADS = "Al Bor Cas Dun Esk Fen Gar Hol Ing Jar Kel Lor Mer Nor Ost Pel Quor Rath Sel Tor".split()
_TAILS = "bridge by combe dale field gate ham hurst ley mere mont ridge stead ton well wick".split()

TAKEOVER = (
    (
        "{a} offers ${n}.{m} billion for {b}",
        "{a} has offered ${n}.{m} billion in cash for {b}, the two companies said on {day}.",
        "Shareholders of {b} will vote on the offer by {due}.",
        "A combined company would run {k},{m}00 stores and employ about {k}{m},000 people.",
    ),
    (
        "{b} shareholders approve the {a} offer",
        "Shareholders of {b} approved the ${n}.{m} billion offer from {a} at a meeting on {day}.",
        "{a} expects to complete the purchase of {b} by {due}, once regulators have agreed.",
        "More than {k}% of the votes were cast in favour, {b} said.",
    ),
    (
        "{a} completes its purchase of {b}",
        "{a} completed its ${n}.{m} billion purchase of {b} on {day}, it said.",
        "The shares of {b} were taken off the exchange in the morning.",
        "The chain will keep its name and its head office in {city}.",
    ),
)
STRIKE = (
    (
        "{a} warehouse workers to vote on a strike in {city}",
        "About {k}00 warehouse workers of {a} in {city} will vote on a strike by {due}, their "
        "union said on {day}.",
        "The union asks for {m}% more pay; {a} has offered {n}%.",
        "The depot supplies {k} stores of the chain.",
    ),
    (
        "{a} warehouse workers in {city} vote to strike",
        "Warehouse workers of {a} in {city} voted to strike, their union said on {day}.",
        "The walkout will begin by {due} unless the company makes a better offer, it said.",
        "{a} said it had plans to keep its {k} stores supplied.",
    ),
)
OPENING = (
    (
        "{a} to open {k} stores in {city} by {due}",
        "{a} will open {k} stores in {city} by {due}, the retailer said on {day}.",
        "The retailer plans to hire {m}00 people for them.",
        "Its sales rose {n}% to ${m}.{n} billion last year.",
    ),
    (
        "{a} opens its {k} stores in {city}",
        "{a} opened {k} stores in {city} on {day}, as it had announced.",
        "About {m}00 people were hired for them, the retailer said.",
        "A spokesman said the queues on the first morning were longer than expected.",
    ),
)
RULING = (
    (
        "Regulator to rule on the {a} fees by {due}",
        "The competition regulator will rule by {due} on the fees that {a} takes from suppliers, "
        "it said on {day}.",
        "It opened the case after {k} suppliers had complained.",
        "A fine could reach ${m} million.",
    ),
    (
        "Regulator fines {a} ${m} million over fees",
        "The competition regulator fined {a} ${m} million over fees it takes from suppliers, it "
        "said on {day}.",
        "{a} said it would appeal against the ruling.",
        "The fees brought the retailer ${n} million a year.",
    ),
)
PLOTS = (TAKEOVER, STRIKE, OPENING, RULING)
_VOICES = (
    "{s}", "{s}", "The news was reported by several outlets.", "People close to {a} confirmed it.",
    "Shares of {a} were little changed.", "{a} did not wish to say more.",
    "It is the largest such step in the trade this year, according to one broker.",
)  # fmt: skip


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
            self._plots.append(Plot(name, c.choice(PLOTS), words, 0, self.now))
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
            voices = [v.format_map(words | {"s": rest[0]}) for v in c.sample(_VOICES, 3)]
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


class Answer(NamedTuple):
    """A feed that was answered whole (200, or 304 for what is shown now), with its addresses."""

    feed: int
    urls: frozenset[str]


class Weather(NamedTuple):
    """Chances that a request goes wrong, of 1."""

    error: float = 0.03
    busy: float = 0.01
    silent: float = 0.005
    cut: float = 0.015
    page: float = 0.01


class Server:
    """Serves a world on loopback, each feed at an address of its own; a context manager."""

    def __init__(self, world: World, seed: int, weather: Weather) -> None:
        self.world, self.weather = world, weather
        self.answered: list[Answer] = []
        self.port = 0
        self._chance = random.Random(seed + 1)
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def host(self, n: int) -> str:
        """Return a feed's own loopback address, for manners are kept host by host."""
        return f"127.0.0.{n % 250 + 2}"

    def __enter__(self) -> Server:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.run_until_complete(self._hang_up())
        self._loop.close()

    async def _hang_up(self) -> None:
        """End the talks that processes left when they were killed."""
        talks = asyncio.all_tasks() - {asyncio.current_task()}
        for talk in talks:
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)

    def _run(self) -> None:
        hosts = sorted({self.host(n) for n in range(len(self.world.feeds))})

        async def begin() -> None:
            first = await asyncio.start_server(self._talk, hosts[0], 0)
            self.port = first.sockets[0].getsockname()[1]
            await asyncio.start_server(self._talk, hosts[1:] or ["127.0.0.1"], self.port)
            self._ready.set()

        self._loop.run_until_complete(begin())
        self._loop.run_forever()

    def opml(self) -> str:
        """Return the list of all feeds."""
        rows = "".join(
            f'<outline type="rss" xmlUrl="http://{self.host(n)}:{self.port}/f/{n}.xml"/>'
            for n in range(len(self.world.feeds))
        )
        return f'<opml version="2.0"><body>{rows}</body></opml>'

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                first, *rest = head.decode("latin-1").split("\r\n")
                headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in rest)}
                answer = self._answer(first.split(" ")[1], headers)
                if answer is None:
                    await asyncio.sleep(5)
                    break
                writer.write(answer)
                await writer.drain()
                if b"\r\nConnection: close\r\n" in answer[:400]:
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _answer(self, path: str, headers: dict[str, str]) -> bytes | None:
        """Return a raw answer; None is silence."""
        n = int(path.rpartition("/")[2].removesuffix(".xml"))
        if path.startswith("/f/") and n in self.world.moved:
            return _raw("301 Moved Permanently", b"", f"Location: /moved/{n}.xml\r\n")
        if (bad := self._bad()) is not None:
            return bad(n)
        body = self.world.body(n)
        mark = f'"{hashlib.sha1(body).hexdigest()[:16]}"'
        urls = frozenset(item.url for item in self.world.shown(n))
        if headers.get("if-none-match") == mark:
            self.answered.append(Answer(n, urls))
            return f"HTTP/1.1 304 Not Modified\r\nETag: {mark}\r\n\r\n".encode()
        self.answered.append(Answer(n, urls))
        if "gzip" in headers.get("accept-encoding", ""):
            return _raw(
                "200 OK", gzip.compress(body, 1), f"ETag: {mark}\r\nContent-Encoding: gzip\r\n"
            )
        return _raw("200 OK", body, f"ETag: {mark}\r\n")

    def _bad(self) -> Callable[[int], bytes | None] | None:
        """Return what goes wrong this time, if anything does."""
        left = self._chance.random()
        acts: tuple[Callable[[int], bytes | None], ...] = (
            lambda n: _raw("500 Internal Server Error", b"sorry"),
            lambda n: _raw("429 Too Many Requests", b"", "Retry-After: 1800\r\n"),
            lambda n: None,
            self._cut,
            lambda n: _raw("200 OK", b"<html><body><h1>Sign in</h1></body></html>"),
        )
        for chance, act in zip(self.weather, acts, strict=True):
            if left < chance:
                return act
            left -= chance
        return None

    def _cut(self, n: int) -> bytes:
        """Return an answer whose second half is missing."""
        whole = _raw("200 OK", self.world.body(n), "Connection: close\r\n")
        return whole[: len(whole) // 2]


def _raw(status: str, body: bytes, more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body
