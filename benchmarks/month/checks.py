"""What must hold in an archive after every day, whatever happened to the processes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

LIVE = {"open": 0, "answered": 1, "confirmed": 2, "expired": 3, "dropped": 3}
Row = dict[str, Any]


class Archive:
    """The archive's file, read beside the program."""

    def __init__(self, folder: Path) -> None:
        self.path = next(p for p in folder.iterdir() if p.suffix in (".db", ".sqlite", ".sqlite3"))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        link = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=20)
        try:
            return link.execute(sql).fetchall()
        finally:
            link.close()

    def urls(self) -> set[str]:
        """Return every address that an article is kept for, without its marks of origin."""
        return {url.partition("?")[0] for (url,) in self.rows("select url from sources")}

    def ids(self) -> set[str]:
        """Return the ids of the articles."""
        return {id for (id,) in self.rows("select id from articles")}

    def size(self) -> int:
        """Return the bytes of the archive with what waits beside it to be written in."""
        return sum(p.stat().st_size for p in self.path.parent.glob(f"{self.path.name}*"))

    def faults(self) -> Iterator[str]:
        """Yield what SQLite finds wrong."""
        for (line,) in self.rows("pragma integrity_check(5)"):
            if line != "ok":
                yield f"integrity_check: {line}"
        for row in self.rows("pragma foreign_key_check"):
            yield f"foreign_key_check: {row[:3]}"


class Ledger:
    """What the ledger said on earlier days, to hold today against it."""

    def __init__(self) -> None:
        self.known: dict[str, Row] = {}

    def faults(self, today: list[Row], articles: set[str]) -> Iterator[str]:
        """Yield what is not consistent in today's questions."""
        ids = [q["id"] for q in today]
        if len(ids) != len(set(ids)):
            yield "a question is twice in the ledger"
        asked = [(q["article"]["id"], q["question"]) for q in today]
        if len(asked) != len(set(asked)):
            yield "an article asks the same question twice"
        for q in today:
            yield from self._one(q, articles)
        for id in self.known.keys() - set(ids):
            yield f"question {id} is gone"
        self.known = {q["id"]: q for q in today}

    def _one(self, q: Row, articles: set[str]) -> Iterator[str]:
        name, answer = f"question {q['id']} ({q['question'][:60]})", q["answer"]
        if q["article"]["id"] not in articles:
            yield f"{name}: its article is not in the archive"
        if (answer is not None) != (q["state"] in ("answered", "confirmed")):
            yield f"{name}: {q['state']} with answer {answer}"
        if answer is not None and answer["article"]["id"] not in articles:
            yield f"{name}: the article of its answer is not in the archive"
        if answer is not None and answer["article"]["id"] == q["article"]["id"]:
            yield f"{name}: is answered by the article that asks"
        old = self.known.get(q["id"])
        if old is None:
            return
        if LIVE[q["state"]] < LIVE[old["state"]]:
            yield f"{name}: went back from {old['state']} to {q['state']}"
        if old["answer"] is not None and answer != old["answer"]:
            yield f"{name}: was answered twice"


class Issues:
    """What was printed, and on which day; events tell which articles are on the same news."""

    def __init__(self, event_of: dict[str, str]) -> None:
        self.event_of = event_of
        self.first: dict[str, str] = {}
        self.told: dict[str, str] = {}
        self.updates = 0

    def faults(self, issue: Row) -> Iterator[str]:
        """Yield what is printed twice."""
        day, here = issue["date"], set[str]()
        for item in [*issue["stories"], *issue["also"]]:
            event = self._event(item)
            if event in here:
                yield f"{day}: {event} stands twice in one issue"
            here.add(event)
            self.updates += item["update_of"] is not None
            before = self.first.get(event, day)
            if before < day and item["update_of"] is None:
                said = item.get("headline") or item.get("text")
                yield f"{day}: {event} was printed on {before}, again without Update: {said}"
        for event in here:
            self.first.setdefault(event, day)
        for q in issue["watch"]["answered"]:
            before = self.told.setdefault(q["id"], day)
            if before != day:
                yield f"{day}: the answer to {q['id']} was told on {before}: {q['question']}"

    def _event(self, item: Row) -> str:
        """Return the event of the article an item is told by."""
        url = item["card"]["article"]["url"] if "card" in item else item["articles"][0]["url"]
        bare = str(url or item["id"]).partition("?")[0]
        return self.event_of.get(bare, bare)


def lies(issue: Row, known: Iterable[str]) -> Iterator[str]:
    """Yield the inventions of a lying model that were printed."""
    text = json.dumps(issue, ensure_ascii=False)
    yield from (f"{issue['date']}: a lie was printed: {lie}" for lie in known if lie in text)
