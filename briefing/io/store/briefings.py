"""Briefings by date, every version of them, and which articles they spent."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.io.store.database import Database

_LATEST = "version = (select max(version) from briefings where date = b.date)"


class Briefings:
    """See `desk/ports.py`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(self, date: str, text: str, *, made: str, article_ids: Iterable[str]) -> int:
        """Keep a briefing; the same text again is not a new version. Return the version (1…)."""
        with self._db.write() as link:
            row = link.execute(
                "select version, text from briefings where date = ? order by version desc limit 1",
                (date,),
            ).fetchone()
            version = row[0] if row else 0
            if not row or row[1] != text:
                version += 1
                link.execute(
                    "insert into briefings (date, version, made, text) values (?, ?, ?, ?)",
                    (date, version, made, text),
                )
            link.executemany(
                "insert or ignore into briefed (article, date) values (?, ?)",
                [(id, date) for id in article_ids],
            )
            return int(version)

    def get(self, date: str, version: int | None = None) -> str | None:
        """Return a briefing, its latest version unless another is named."""
        if version is None:
            sql = f"select text from briefings b where date = ? and {_LATEST}"
            text: str | None = self._db.value(sql, (date,))
            return text
        text = self._db.value(
            "select text from briefings where date = ? and version = ?", (date, version)
        )
        return text

    def dates(self) -> list[str]:
        """Return the dates that have a briefing, newest first."""
        return [d for (d,) in self._db.all("select distinct date from briefings order by 1 desc")]

    def before(self, date: str, count: int = 7) -> list[str]:
        """Return the latest versions of up to `count` earlier briefings, newest first."""
        found = self._db.all(
            f"select text from briefings b where date < ? and {_LATEST} order by date desc limit ?",
            (date, count),
        )
        return [text for (text,) in found]
