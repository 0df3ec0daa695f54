"""What can go wrong with a file: one clear line, a hint, and nothing lost."""

from __future__ import annotations

import errno
import gc
import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from briefing.desk.archive import open_archive
from briefing.errors import StoreError
from briefing.io.store import database, schema
from briefing.models import Article

DAY = "2026-11-24T08:00:00Z"


def article(id: str, text: str = "") -> Article:
    return Article(id=id, title=f"Title {id}", text=text or f"Text of {id}.", url=f"https://a/{id}")


def refusal(folder: Path) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_archive(folder)
    assert caught.value.hint and "\n" not in caught.value.line()
    return caught.value


def child(code: str, folder: Path) -> subprocess.Popen[str]:
    """Start a process that has the folder as its argument; it says when it is ready."""
    start = "import sys, time; from pathlib import Path; from briefing.models import Article\n"
    start += "from briefing.desk.archive import open_archive\nfolder = Path(sys.argv[1])\n"
    return subprocess.Popen(
        [sys.executable, "-c", start + textwrap.dedent(code), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
    )


# ------------------------------------------------------------------ files


def test_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    open_archive(tmp_path).close()
    link = sqlite3.connect(tmp_path / "archive.db")
    link.execute(f"pragma user_version = {len(schema.MIGRATIONS) + 3}")
    link.close()
    assert "newer briefing" in str(refusal(tmp_path))


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"this is a letter, not a database. " * 100)
    assert "is not an archive" in str(refusal(tmp_path))
    assert (tmp_path / "archive.db").read_bytes().startswith(b"this is a letter")


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    link = sqlite3.connect(tmp_path / "archive.db")
    link.execute("create table theirs (x)")
    link.close()
    assert "is not an archive" in str(refusal(tmp_path))


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    (tmp_path / "archive.db").touch()
    archive = open_archive(tmp_path)
    archive.articles.add(article("a"), arrived=DAY)
    assert archive.check() == []
    archive.close()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be opened" in str(refusal(tmp_path / "file" / "sub"))


def test_a_folder_of_the_archives_name_is_refused_without_more_talk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unraisable: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", unraisable.append)
    (tmp_path / "archive.db").mkdir()
    assert "cannot be opened" in refusal(tmp_path).line()
    gc.collect()
    assert not unraisable


def test_a_lock_is_held_though_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    archive = open_archive(tmp_path)
    monkeypatch.setattr(os, "write", full)
    with archive.lock("daily"), pytest.raises(StoreError, match="at it already"):
        archive.lock("daily")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        refusal(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_damaged_file_is_found_out(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    for n in range(300):
        archive.articles.add(article(f"a{n}", f"Text of {n}. " * 200), arrived=DAY)
    archive.close()
    path = tmp_path / "archive.db"
    raw = bytearray(path.read_bytes())
    for page in range(len(raw) // 8192, len(raw) // 4096, 3):
        raw[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(raw)
    archive = open_archive(tmp_path)
    faults = archive.check()
    assert faults and "damaged" in faults[0]
    archive.close()


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    archive.articles.add(article("kept"), arrived=DAY)
    link = archive.articles._db._link()
    pages = link.execute("pragma page_count").fetchone()[0]
    link.execute(f"pragma max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="disk is full") as caught:
        archive.articles.add(article("big", "Much text. " * 20_000), arrived=DAY)
    assert caught.value.hint
    link.execute("pragma max_page_count = 1000000")
    assert archive.articles.ids() == ["kept"]
    assert archive.articles.add(article("big"), arrived=DAY) == ("big", "new")
    assert archive.check() == []
    archive.close()


@pytest.mark.slow
def test_an_archive_held_by_a_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT", 0.1)
    archive = open_archive(tmp_path)
    archive.articles.add(article("a"), arrived=DAY)
    other = sqlite3.connect(tmp_path / "archive.db", isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(StoreError, match="in use by another process"):
        archive.articles.add(article("b"), arrived=DAY)
    assert archive.articles.ids() == ["a"]
    assert archive.articles.count("title") == 1 or archive.articles.count("title") == 0
    other.execute("rollback")
    other.close()
    archive.articles.add(article("b"), arrived=DAY)
    assert archive.articles.count("title") == 2
    archive.close()


# ------------------------------------------------------------------ processes and threads


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    archive.articles.add(article("a"), arrived=DAY)
    other = sqlite3.connect(tmp_path / "archive.db", isolation_level=None)
    other.execute("begin immediate")
    other.execute("update articles set title = 'being written'")
    start = time.monotonic()
    assert archive.articles.headlines()[0].title == "Title a"
    assert archive.articles.get("a") is not None
    assert time.monotonic() - start < 1
    other.execute("rollback")
    other.close()
    archive.close()


@pytest.mark.parametrize("seconds", [0.05, 0.4])
def test_a_killed_writer_leaves_a_sound_archive(tmp_path: Path, seconds: float) -> None:
    open_archive(tmp_path).close()
    writer = child(
        """
        archive = open_archive(folder)
        print("ready", flush=True)
        for n in range(100_000):
            items = [
                (Article(id=f"{n}-{k}", title="t", text="Some text. " * 50), None, None)
                for k in range(20)
            ]
            archive.articles.add_many(items, arrived="2026-11-24T08:00:00Z")
            archive.articles.mark([f"{n}-1"], read=True)
            archive.articles.count("some")
        """,
        tmp_path,
    )
    assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
    time.sleep(seconds)
    writer.kill()
    writer.wait()
    archive = open_archive(tmp_path)
    assert archive.check() == []
    assert archive.articles.count() % 20 == 0
    assert archive.articles.count("some") == archive.articles.count()
    archive.close()


def test_a_lock_goes_with_its_process(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    holder = child(
        """
        lock = open_archive(folder).lock("refresh")
        print("ready", flush=True)
        time.sleep(60)
        """,
        tmp_path,
    )
    assert holder.stdout is not None and holder.stdout.readline() == "ready\n"
    with pytest.raises(StoreError, match=f"process {holder.pid}") as caught:
        archive.lock("refresh")
    assert caught.value.hint
    threading.Timer(0.2, holder.kill).start()
    with archive.lock("refresh", wait=20):
        pass
    holder.wait()
    archive.close()


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    code = """
        archive = open_archive(folder)
        for n in range(40):
            archive.articles.add(
                Article(id=f"{sys.argv[2]}-{n}", title="t", text=f"Text {sys.argv[2]} {n}."),
                arrived="2026-11-24T08:00:00Z",
            )
        archive.close()
    """
    start = "import sys; from pathlib import Path; from briefing.models import Article\n"
    start += "from briefing.desk.archive import open_archive\nfolder = Path(sys.argv[1])\n"
    writers = [
        subprocess.Popen([sys.executable, "-c", start + textwrap.dedent(code), tmp_path, name])
        for name in ("left", "right")
    ]
    assert [w.wait(60) for w in writers] == [0, 0]
    archive = open_archive(tmp_path)
    assert archive.articles.count() == 80 == archive.articles.count("text")
    assert archive.check() == []
    archive.close()


def test_many_threads_share_an_archive(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    errors: list[BaseException] = []

    def work(name: int) -> None:
        try:
            for n in range(20):
                archive.articles.add(article(f"{name}-{n}"), arrived=DAY)
                archive.articles.headlines("title", order="best")
                archive.articles.mark([f"{name}-{n}"], read=True)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert archive.articles.count("is:read") == 120
    assert archive.check() == []
    archive.close()


def test_copies_are_found_across_processes_and_batches(tmp_path: Path) -> None:
    text = "\n\n".join(f"Sentence {n} of a longer text that was printed twice." for n in range(12))
    one, two = open_archive(tmp_path), open_archive(tmp_path)
    one.articles.add(article("a", text), arrived=DAY)
    assert two.articles.add(article("b", text), arrived=DAY) == ("a", "copy")
    assert two.articles.count("longer") == 1  # the index has reached it now
    assert one.articles.add(article("c", text), arrived=DAY) == ("a", "copy")
    far = Article(id="d", title="d", text=text, url="https://a/d", published="2025-01-01")
    assert one.articles.add(far, arrived=DAY) == ("d", "new")
    one.close()
    two.close()


def test_a_failed_batch_leaves_no_trace(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    text = "\n\n".join(f"Sentence {n} of a longer text that was printed twice." for n in range(12))
    broken = Article(id="b", title=None, text="x")  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        archive.articles.add_many(
            [(article("a", text), None, None), (broken, None, None)], arrived=DAY
        )
    assert archive.articles.count() == 0
    assert archive.articles.add(article("c", text), arrived=DAY) == ("c", "new")
    archive.close()


def test_a_feed_entry_keeps_its_article_when_its_address_changes(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    feed = "https://f.example/rss"
    archive.articles.add(article("a"), arrived=DAY, feed=feed, guid="g")
    archive.feeds.note_entries(feed, {"g": ("hash", "a")})
    moved = article("b", "Text of a, corrected.")
    assert archive.articles.add(moved, arrived=DAY, feed=feed, guid="g") == ("a", "updated")
    assert archive.articles.count() == 1
    archive.close()


def test_words_of_thousands_of_articles_are_ranked_by_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.io.store import listing

    monkeypatch.setattr(listing, "COMMON", 3)
    archive = open_archive(tmp_path)
    for n in range(8):
        archive.articles.add(article(f"a{n}", f"Rents rose, says text {n}."), arrived=DAY)
    titled = Article(id="t", title="Rents", text="They rose.", published="2026-11-01")
    archive.articles.add(titled, arrived=DAY)
    best = archive.articles.headlines("rents rose", order="best")
    assert len(best) == 9
    assert archive.articles.headlines("rents", order="best")[0].id == "t"
    archive.close()


def test_many_articles_of_one_moment_find_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.io.store import times

    monkeypatch.setattr(times, "SLOTS", 4)
    archive = open_archive(tmp_path)
    for n in range(60):
        one = Article(id=f"a{n}", title="t", text=f"Text {n}.", published="2026-11-24")
        assert archive.articles.add(one, arrived=DAY) == (f"a{n}", "new")
    assert archive.articles.count("date:2026-11-24") == 60 == archive.articles.count("text")
    assert len(archive.articles.between("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")) == 60
    archive.close()


@pytest.mark.parametrize("indexed", [True, False], ids=["indexed", "not yet indexed"])
def test_an_archive_that_cannot_be_written_is_read_and_searched(
    indexed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = open_archive(tmp_path)
    archive.articles.add(article("a", "Northgate shuts fourteen shops."), arrived=DAY)
    if indexed:
        archive.index()
    archive._db.close()  # as a process that ends: what waits for the index goes on waiting
    before = (tmp_path / "archive.db").read_bytes()
    monkeypatch.setattr(database, "is_fixed", lambda path: path.parent == tmp_path)
    archive = open_archive(tmp_path)
    assert [found.id for found in archive.articles.headlines("fourteen")] == ["a"]
    assert archive.check() == []
    with pytest.raises(StoreError, match="read-only"):
        archive.articles.add(article("b"), arrived=DAY)
    archive.close()
    assert (tmp_path / "archive.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["archive.db"]


@pytest.mark.parametrize("fixed", [False, True], ids=["written", "read-only"])
def test_an_older_archive_becomes_todays_or_is_read_as_it(
    fixed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    todays = schema.MIGRATIONS
    monkeypatch.setattr(schema, "MIGRATIONS", todays[:1])
    archive = open_archive(tmp_path)
    archive.articles.add(article("a", "Northgate shuts fourteen shops."), arrived=DAY)
    archive.close()
    monkeypatch.setattr(schema, "MIGRATIONS", todays)
    monkeypatch.setattr(database, "is_fixed", lambda path: fixed and path.parent == tmp_path)
    archive = open_archive(tmp_path)
    assert [found.id for found in archive.articles.headlines("fourteen")] == ["a"]
    archive.close()
    with sqlite3.connect(tmp_path / "archive.db") as link:
        kept = link.execute("select count(*) from sqlite_schema where name = 'seen'").fetchone()
    link.close()
    assert kept == (int(fixed),)
