"""A desk of values for the screen tests: a day, a few articles, feeds; nothing is fetched."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from specimens import article, briefing, card

from briefing.config import Config
from briefing.core.feed.health import Health
from briefing.desk.events import ArticleAdded, Delivered, FeedFailed, Note, Progress
from briefing.errors import BriefingError, FetchError
from briefing.models import Article, Briefing, Card, Feed, Headline, Question, Status, Undone

TODAY = "2018-01-26"
TITLES = (
    "Northgate may build a delivery service with Pellworth",
    "Pellworth closes 14 stores in the north as rents rise",
    "Dunmore hires its finance chief from Arden",
    "永辉超市将在两年内开设一百家门店 Hetian opens shops",
    "Freshway adds thirty-minute slots 🚚 in nine cities",
)
TEXT = (
    "Northgate is in talks with Pellworth, two people said. The talks began in November and may "
    "still fail.\n\nNorthgate runs 2,800 shops and sells $115 billion a year. A deal would bring "
    "groceries from abroad to its shelves.\n\n## What is at stake\n\nRivals have spent the year "
    "cutting prices. See https://ledger.example/prices for the table.\n\n- Arden cut 4%\n\n"
    "- Dunmore cut 2%\n\nNeither company would comment."
)
SENTENCES = (
    "Northgate is in talks with Pellworth, two people said.",
    "The talks began in November and may still fail.",
    "Northgate runs 2,800 shops and sells $115 billion a year.",
    "A deal would bring groceries from abroad to its shelves.",
)
FEEDS = (
    Feed(url="https://grocer.example/feed", title="The Grocer's Ledger", category="Grocery"),
    Feed(url="https://trade.example/rss", title="Trade Weekly", category="Grocery", failures=3),
    Feed(url="https://asia.example/rss", title="Asia Retail 亚洲零售", category="Asia"),
)


class Watch(NamedTuple):
    """A watchlist."""

    name: str
    query: str
    count: int


def day() -> Briefing:
    """Return a briefing whose cards are about the text of `article`."""
    made = briefing()
    stories = (replace(s, card=replace(s.card, sentences=SENTENCES)) for s in made.stories)
    return replace(made, stories=tuple(stories))


@dataclass
class FakeDesk:
    """Answers every question of the reader with values; `done` says what was asked of it."""

    titles: Sequence[str] = TITLES
    kept: Sequence[Briefing] = field(default_factory=lambda: (day(),))
    subscriptions: Sequence[Feed] = FEEDS
    config: Config = field(default_factory=Config)
    trouble: str = ""
    slow: float = 0.0
    model: str = "offline cards"
    newsboat: Sequence[Path] = ()
    done: list[tuple[Any, ...]] = field(default_factory=list)
    acts: list[tuple[str, list[Headline]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.all = [self._headline(n, title) for n, title in enumerate(self.titles, 1)]
        self.saved = [Watch("Northgate", "company:Northgate", 3), Watch("Payments", "pay*", 12)]

    @staticmethod
    def _headline(n: int, title: str) -> Headline:
        return Headline(
            id=f"a{n}",
            title=title,
            site=("Retail Ledger", "Trade Weekly", "KrASIA")[n % 3],
            url=f"https://ledger.example/news/{n}",
            published=f"2018-01-{26 - n % 20:02}T09:00:00Z",
            card_status="rumour" if n == 1 else None,
            sources=3 if n == 1 else 1,
            status=Status(read=n % 4 == 0, starred=n == 2),
        )

    def _wait(self) -> None:
        if self.slow:
            time.sleep(self.slow)
        if self.trouble:
            raise BriefingError(self.trouble, hint="try again")

    def _find(self, query: str) -> list[Headline]:
        self._wait()
        words = [w for w in query.replace("(", " ").replace(")", " ").lower().split() if w]
        found = self.all
        for word in words:
            if word == "is:unread":
                found = [h for h in found if not h.status.read]
            elif word == "is:starred":
                found = [h for h in found if h.status.starred]
            elif ":" not in word:
                found = [h for h in found if word.strip('*"') in h.title.lower()]
        return found

    def today(self) -> str:
        return TODAY

    def article(self, id: str) -> Article | None:
        self._wait()
        found = next((h for h in self.all if h.id == id), None)
        if found is None:
            return None
        return replace(article(), id=id, title=found.title, text=TEXT, url=found.url)

    def card(self, id: str) -> Card | None:
        return None

    def summarise(self, id: str, *, cancelled: Any = None) -> Iterator[Any]:
        self._wait()
        title = next(h.title for h in self.all if h.id == id)
        yield replace(card(), id=id, headline=title, sentences=SENTENCES)

    def headlines(self, query: str = "", *, order: str = "newest", limit: int = 200) -> Any:
        return self._find(query)[:limit]

    def headlines_of(self, ids: Sequence[str]) -> list[Headline]:
        by_id = {h.id: h for h in self.all}
        return [by_id[i] for i in ids if i in by_id]

    def ids(self, query: str = "") -> list[str]:
        return [h.id for h in self._find(query)]

    def count(self, query: str = "") -> int:
        return len(self._find(query))

    def mark(self, ids: Sequence[str], **marks: Any) -> int:
        self.done.append(("mark", tuple(ids), marks))
        self.acts.append(("article", self.all))
        marks = {k: v for k, v in marks.items() if k in ("read", "starred") and v is not None}
        self.all = [
            h._replace(status=h.status._replace(**marks)) if h.id in set(ids) else h
            for h in self.all
        ]
        return len(ids)

    def undo(self) -> Undone:
        self.done.append(("undo",))
        if not self.acts:
            return Undone()
        what, before = self.acts.pop()
        if what == "question":
            return Undone("question", ("q1",))
        self.all = before
        return Undone("article", ("a1",))

    def remove(self, ids: Sequence[str]) -> int:
        self.all = [h for h in self.all if h.id not in ids]
        return len(ids)

    def sources(self, id: str) -> list[tuple[str, str]]:
        return [("Retail Ledger", "https://ledger.example/1"), ("KrASIA", "https://kr.example/1")]

    def versions(self, id: str) -> list[Article]:
        return []

    def tags(self) -> dict[str, int]:
        return {"later": 2}

    def feeds(self) -> list[Feed]:
        return list(self.subscriptions)

    def feed_counts(self) -> dict[str, tuple[int, int]]:
        return {feed.url: (12, 30) for feed in self.subscriptions[:2]}

    def per_day(self, query: str, days: int) -> list[int]:
        return [n % 5 for n in range(days)]

    def watchlists(self) -> list[Watch]:
        return list(self.saved)

    def save_watchlist(self, name: str, query: str) -> None:
        self.saved.append(Watch(name, query, 0))

    def drop_watchlist(self, name: str) -> None:
        self.saved = [w for w in self.saved if w.name != name]

    def full_text(self, id: str) -> None:
        raise FetchError("ledger.example: no answer in 20 s", hint="x tries again")

    def open_link(self, url: str) -> None:
        self.done.append(("open", url))

    def render(self, noun: Any, form: str) -> str:
        return f"{getattr(noun, 'top_line', '')} {getattr(noun, 'title', '')} as {form}"

    def save_markdown(self, noun: Any, folder: Path) -> Path:
        self.done.append(("save", folder))
        return folder / "northgate.md"

    def pipe(self, noun: Any, command: str) -> str:
        self.done.append(("pipe", command))
        return "12 words"

    def targets(self) -> list[str]:
        return ["team-slack", "mail"]

    def preview(self, target: str, noun: Any) -> str:
        return f'{{"to": "{target}", "blocks": [\n  {{"type": "header"}}\n]}}'

    def send(
        self, target: str, noun: Any, *, dry_run: bool = False, cancelled: Any = None
    ) -> Iterator[Any]:
        self.done.append(("send", target, dry_run))
        yield Delivered(target=target, part=1, parts=1, word="ok")

    def briefings(self) -> list[str]:
        self._wait()
        return [b.date for b in self.kept]

    def briefing(self, date: str) -> Briefing | None:
        return next((b for b in self.kept if b.date == date), None)

    def brief(self, date: str | None = None, **more: Any) -> Iterator[Any]:
        made = briefing(date=date or TODAY)
        self.kept = (made, *self.kept)
        yield made

    def questions(self, states: Sequence[str] = (), *, due: bool = False) -> list[Question]:
        watch = briefing().watch
        every = (*watch.answered, *watch.due, *watch.new)
        found = [q for q in every if q.state in states]
        return found[:1] if due else found

    def watch(self, act: str, id: str, value: str | None = None) -> None:
        self.done.append(("watch", act, id, value))
        self.acts.append(("question", []))

    def add(self, sources: Sequence[str], *, kind: Any = None) -> Iterator[Any]:
        self.done.append(("add", tuple(sources)))
        new = replace(article(), id=f"n{len(self.all)}", title="Just in", published=TODAY)
        self.all = [self._headline(5, "Just in")._replace(id=new.id), *self.all]
        yield ArticleAdded(article=new, arrival="new")

    def paste(self, text: str) -> Iterator[Any]:
        return self.add([text])

    def refresh(self, urls: Sequence[str] = (), **more: Any) -> Iterator[Any]:
        cancelled = more["cancelled"]
        for n in range(1, 201):
            if cancelled():
                return
            if n == 100:
                yield FeedFailed(url="https://x.example", error=FetchError("no answer in 20 s"))
            yield Progress(done=n, total=200, what="Trade Weekly")
            time.sleep(self.slow / 10)
        yield from self.add(["feed"])

    def import_feeds(self, source: str, **more: Any) -> Iterator[Any]:
        self.done.append(("import", source))
        yield Note(text="following 40 feeds")

    def follow(self, url: str, category: str = "", *, fetch: bool = True) -> Iterator[Any]:
        self.done.append(("follow", url))
        yield Note(text=f"following {url}")

    def unfollow(self, url: str) -> bool:
        self.subscriptions = [f for f in self.subscriptions if f.url != url]
        return True

    def health(self) -> list[Health]:
        stamp = "2018-01-26T08:05:00Z"
        rows = []
        for feed in sorted(self.subscriptions, key=lambda f: -f.failures):
            reason = "503: asks to wait until 14:00" if feed.failures else ""
            state = "failing" if feed.failures else "well"
            row = (feed.url, feed.title, state, reason, stamp, stamp, None, 4.5, feed.failures)
            rows.append(Health(*row))
        return rows

    def find_new_address(self, url: str) -> str | None:
        return "https://trade.example/new.xml"

    def newsboat_files(self) -> list[Path]:
        return list(self.newsboat)

    def editor_state(self) -> str:
        return self.model

    def close(self) -> None:
        self.done.append(("close",))
