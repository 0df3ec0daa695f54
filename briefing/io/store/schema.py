"""The tables of the archive, and how an older file becomes today's: a list of functions.

A migration is never changed once it is out; a new one is added at the end. Each runs once, in
order, in one transaction with the step of `user_version`.

What they wrote (texts, articles, sources, versions) stands apart from what we did (status, tags,
cards, briefed): the second outlives the first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from briefing.io.store import trouble

APPLICATION = 0x42524645  # "BRFE", in the file's header
_FIRST = """
-- What they wrote. t is the order of arrival; the whole of a row's article hangs on it.
create table texts (
    t       integer primary key,
    marks   blob not null,                  -- numbers of 4 bytes that lead to copies, and
    sketch  blob not null,                  -- hashes of the sentences in order (core/copies)
    text    text not null,
    authors text not null,                  -- JSON list
    editor  text,
    image   text,
    caption text
);
-- n is moment * 1024 + slot (see times.py): the order of time.
create table articles (
    n         integer primary key,
    t         integer not null unique references texts on delete cascade,
    id        text    not null unique,
    title     text    not null,
    site      text,
    url       text,
    published text,
    arrived   text    not null,
    verdict   text    not null,
    language  text,
    words     integer not null,
    read      integer not null,             -- copies of status, for lists
    starred   integer not null
);
create index articles_unread  on articles (n) where read = 0;
create index articles_starred on articles (n) where starred = 1;
create index articles_verdict on articles (verdict, n) where verdict <> 'article';

-- Where it was carried. key is the fingerprint of the canonical address; own: its own address.
create table origins (f integer primary key, url text not null unique);
create table places  (p integer primary key, name text not null unique, host text not null);
create table sources (
    s       integer primary key,
    t       integer not null references texts on delete cascade,
    key     integer,
    url     text    not null,
    feed    integer references origins,
    place   integer references places,
    own     integer not null,
    arrived text    not null
);
create index sources_t    on sources (t);
create index sources_key  on sources (key) where key is not null;
create index sources_feed on sources (feed, t) where feed is not null;

-- Earlier texts: a whole article as JSON.
create table versions (
    id      text    not null,
    version integer not null,
    until   text    not null,
    article text    not null,
    primary key (id, version)
) without rowid;

-- The full-text index, which holds no text of its own, and the marks by which copies are found.
-- Both take articles in by the thousand: all up to the t that `reached` names.
create virtual table fulltext using fts5 (
    title, text, author, content = '', tokenize = "unicode61 remove_diacritics 2"
);
insert into fulltext (fulltext, rank) values ('hashsize', 8000000);
create table marks (
    mark integer not null,
    t    integer not null,
    primary key (mark, t)
) without rowid;
create table reached (t integer not null);
insert into reached values (0);

-- What we did: outlives the article.
create table status (
    id      text    primary key,
    read    integer not null default 0,
    starred integer not null default 0,
    note    text    not null default ''
) without rowid;
create table tags (
    tag text not null collate nocase,
    id  text not null,
    primary key (tag, id)
) without rowid;
create index tags_id on tags (id);
create table undoing (u integer primary key, act text not null, before text not null);

create table feeds (
    url           text primary key,
    title         text    not null,
    site_url      text,
    category      text    not null,
    tags          text    not null,         -- JSON list
    full_text     integer not null,
    muted         integer not null,
    etag          text,
    last_modified text,
    body_hash     text,
    last_visit    text,
    last_success  text,
    next_visit    text,
    interval      integer not null,
    failures      integer not null,
    problem       text    not null,
    moved_to      text,
    moved_seen    integer not null
) without rowid;
create table entries (
    feed    integer not null references origins on delete cascade,
    guid    text    not null,
    hash    text    not null,
    article text    not null,
    primary key (feed, guid)
) without rowid;

-- Cards and briefings as JSON. latest: the last one made for its article.
create table cards (
    article text    not null,
    key     text    not null,
    status  text    not null,
    made    text    not null,
    latest  integer not null,
    card    text    not null,
    primary key (article, key)
);
create index cards_status on cards (status, article) where latest;
create table briefings (
    date    text    not null,
    version integer not null,
    made    text    not null,
    text    text    not null,
    primary key (date, version)
);
create table briefed (
    article text not null,
    date    text not null,
    primary key (article, date)
) without rowid;

create table questions (
    id       text primary key,
    state    text not null,
    opened   text not null,
    question text not null                  -- JSON
);
create index questions_state on questions (state, opened);
create table seen (
    question text not null,
    article  text not null,
    primary key (question, article)
) without rowid;

create table parcels (
    key     text    not null,
    target  text    not null,
    part    integer not null,
    parts   integer not null,
    payload text    not null,
    state   text    not null,
    word    text    not null,
    remote  text    not null,
    updated text    not null,
    primary key (key, target, part)
);
create index parcels_waiting on parcels (target, updated) where state <> 'sent';

create table memory (
    kind  text not null,
    key   text not null,
    value text not null,
    at    text not null,
    primary key (kind, key)
) without rowid;
"""


def _first(link: sqlite3.Connection) -> None:
    for statement in _FIRST.split(";\n"):
        link.execute(statement)


def _without_seen(link: sqlite3.Connection) -> None:
    link.execute("drop table seen")  # which article met which question: never asked for


def _with_holders(link: sqlite3.Connection) -> None:
    # who did it, while that one has the archive open
    link.execute("alter table undoing add column held text not null default ''")


MIGRATIONS: list[Callable[[sqlite3.Connection], None]] = [_first, _without_seen, _with_holders]


def prepare(link: sqlite3.Connection, path: Path) -> None:
    """Make a new file an archive, or an older archive today's.

    Raises StoreError for a file that is no archive or of a newer version; sqlite3.Error is left
    to the caller.
    """
    if is_current(link, path):
        return
    link.execute("pragma journal_mode = wal")
    link.execute("begin immediate")
    try:
        for migrate in MIGRATIONS[_standing(link, path) :]:
            migrate(link)
        link.execute(f"pragma application_id = {APPLICATION}")
        link.execute(f"pragma user_version = {len(MIGRATIONS)}")
        link.execute("commit")
    except BaseException:
        if link.in_transaction:
            link.rollback()
        raise


def is_current(link: sqlite3.Connection, path: Path) -> bool:
    """Say whether an archive is today's. Raises StoreError as `prepare` does."""
    return _standing(link, path) == len(MIGRATIONS)


def _standing(link: sqlite3.Connection, path: Path) -> int:
    """Return how many migrations a file has had."""
    application = link.execute("pragma application_id").fetchone()[0]
    version: int = link.execute("pragma user_version").fetchone()[0]
    if application == APPLICATION:
        if version > len(MIGRATIONS):
            raise trouble.newer(path, version, len(MIGRATIONS))
        return version
    if application or version or link.execute("select 1 from sqlite_schema").fetchone():
        raise trouble.foreign(path)
    return 0
