"""What we did with articles: status, tags, notes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from briefing.io.store.acts import Acts
from briefing.models import Status

_AT_ONCE = 400
Change = tuple[str, Status, Status]  # id, what it was, what it shall be


def status(link: sqlite3.Connection, id: str) -> Status:
    """Return the status of an article, kept or not."""
    row = link.execute("select read, starred, note from status where id = ?", (id,)).fetchone()
    tags = tuple(
        t for (t,) in link.execute("select tag from tags where id = ? order by tag", (id,))
    )
    read, starred, note = row or (0, 0, "")
    return Status(read=bool(read), starred=bool(starred), tags=tags, note=note)


def mark(
    link: sqlite3.Connection,
    acts: Acts,
    ids: Iterable[str],
    *,
    read: bool | None,
    starred: bool | None,
    add_tags: Sequence[str],
    drop_tags: Sequence[str],
    note: str | None,
) -> int:
    """Change status; write down what stood before. Return how many changed."""
    before: list[Any] = []
    changes: list[Change] = []
    wanted = list(dict.fromkeys(ids))
    for at in range(0, len(wanted), _AT_ONCE):
        for id, old in _standing(link, wanted[at : at + _AT_ONCE]):
            new = Status(
                read=old.read if read is None else read,
                starred=old.starred if starred is None else starred,
                tags=_tags(old.tags, add_tags, drop_tags) if add_tags or drop_tags else old.tags,
                note=old.note if note is None else note,
            )
            if new != old:
                changes.append((id, old, new))
                before.append([id, *_row(old), *_row(new)])
    if before:
        _write(link, changes)
        acts.write_down(link, "mark", before)
    return len(before)


def _standing(link: sqlite3.Connection, ids: list[str]) -> list[tuple[str, Status]]:
    """Return the status of those of the articles that are here."""
    marks = ",".join("?" * len(ids))
    tags: dict[str, list[str]] = {}
    for id, tag in link.execute(
        f"select id, tag from tags where id in ({marks}) order by tag", ids
    ):
        tags.setdefault(id, []).append(tag)
    found = link.execute(
        "select id, coalesce(s.read, 0), coalesce(s.starred, 0), coalesce(s.note, '') "
        f"from articles left join status s using (id) where id in ({marks})",
        ids,
    )
    return [
        (
            id,
            Status(read=bool(read), starred=bool(starred), tags=tuple(tags.get(id, ())), note=note),
        )
        for id, read, starred, note in found
    ]


def _tags(old: tuple[str, ...], add: Sequence[str], drop: Sequence[str]) -> tuple[str, ...]:
    gone = {t.casefold() for t in drop}
    kept = {t.casefold(): t for t in (*old, *add) if t.strip() and t.casefold() not in gone}
    first = {t.casefold(): t for t in old}
    kept |= {k: v for k, v in first.items() if k in kept}
    return tuple(kept[k] for k in sorted(kept))


def _write(link: sqlite3.Connection, changes: list[Change]) -> None:
    """Write statuses, and their copies where lists read them."""
    link.executemany(
        "insert into status (id, read, starred, note) values (?, ?, ?, ?) on conflict (id) do "
        "update set read = excluded.read, starred = excluded.starred, note = excluded.note",
        [(id, new.read, new.starred, new.note) for id, _, new in changes],
    )
    link.executemany(
        "update articles set read = ?, starred = ? where id = ?",
        [(new.read, new.starred, id) for id, _, new in changes],
    )
    tagged = [(id, new.tags) for id, old, new in changes if old.tags != new.tags]
    link.executemany("delete from tags where id = ?", [(id,) for id, _ in tagged])
    link.executemany(
        "insert into tags (tag, id) values (?, ?)", [(t, id) for id, tags in tagged for t in tags]
    )


def bring_back(link: sqlite3.Connection, before: list[Any]) -> tuple[str, ...]:
    """Give articles back what an act changed of their status; return their ids.

    What it did not change stays as it is: another may have changed it since.
    """
    changes: list[Change] = []
    for id, *states in before:
        now = status(link, id)
        old, new = states[:4], states[4:] or [None] * 4  # an older archive has only the old
        read, starred, tags, note = (
            was if was != became else stands
            for was, became, stands in zip(old, new, _row(now), strict=True)
        )
        changes.append((id, now, Status(read=read, starred=starred, tags=tuple(tags), note=note)))
    _write(link, changes)
    return tuple(id for id, _, _ in changes)


def _row(status: Status) -> list[Any]:
    return [status.read, status.starred, list(status.tags), status.note]
