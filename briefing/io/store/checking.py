"""Is the archive sound? Every fault in a line of words."""

from __future__ import annotations

from briefing import wire
from briefing.errors import StoreError
from briefing.io.store.database import Database
from briefing.models import Card, Question

_COUNTS = {
    "articles without their text": (
        "select count(*) from articles where t not in (select t from texts)"
    ),
    "articles without a source": (
        "select count(*) from articles where t not in (select t from sources)"
    ),
    "articles whose read mark or star differs from what was set": (
        "select count(*) from articles a join status s using (id) "
        "where a.read <> s.read or a.starred <> s.starred"
    ),
    "articles with more than one latest card": (
        "select count(*) from (select 1 from cards where latest group by article "
        "having count(*) > 1)"
    ),
}


def faults(db: Database) -> list[str]:
    """Return what is wrong, one line each; empty when sound."""
    try:
        found = [
            f"the file is damaged: {line}"
            for (line,) in db.all("pragma integrity_check(20)")
            if line != "ok"
        ]
        found += [
            f"a row of {table} points at nothing in {parent}"
            for table, _, parent, _ in db.all("pragma foreign_key_check")
        ]
        found += [f"{count} {what}" for what, sql in _COUNTS.items() if (count := db.value(sql))]
        found += _index(db)
        found += _unreadable(db)
    except StoreError as error:
        return [str(error)]
    return found


def _index(db: Database) -> list[str]:
    """Compare the full-text index with the articles it should hold."""
    indexed = db.value("select count(*) from fulltext_docsize")
    wanted = db.value("select count(*) from articles where t <= (select t from reached)")
    if indexed != wanted:
        return [f"the search index holds {indexed} articles where it should hold {wanted}"]
    if db.fixed:
        return []  # a closer look would have to write
    try:
        with db.write() as link:
            link.execute("insert into fulltext (fulltext) values ('integrity-check')")
    except StoreError as error:
        return [f"the search index is damaged: {error}"]
    return []


def _unreadable(db: Database) -> list[str]:
    found = []
    for what, noun, sql in (
        ("card", Card, "select article, card from cards"),
        ("question", Question, "select id, question from questions"),
    ):
        for id, text in db.all(sql):
            try:
                wire.loads(noun, text)
            except ValueError as error:
                found.append(f"the {what} {id} cannot be read: {error}")
    return found[:20]
