"""A refresh: what is due is asked, what is new is kept once, what fails is said in words."""

from __future__ import annotations

import multiprocessing
import sqlite3
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from briefing.config import NetConfig
from briefing.desk import parsing, refresh
from briefing.desk.archive import open_archive
from briefing.desk.events import (
    ArticleAdded,
    Event,
    FeedFailed,
    FeedSkipped,
    FeedUnchanged,
    FeedUpdated,
    Note,
    Progress,
    SourceRefused,
)
from briefing.desk.ports import Archive
from briefing.errors import FetchError, StoreError
from briefing.models import Answered, Feed, Page, Seen

NOW = "2026-01-16T00:00:00Z"
URL = "https://a.example/feed"
PROSE = "The retailer said it will open twelve stores in Leeds next spring. " * 12


def item(n: int | str, text: str = "", guid: str | None = None) -> str:
    body = text or f"Store number {n} opens. " + PROSE.replace("twelve", f"{n} new")
    return (
        f"<item><title>Entry {n}</title><link>https://a.example/{n}</link>"
        f"<guid isPermaLink='false'>{guid or n}</guid><description>{body}</description></item>"
    )


def rss(*items: str, title: str = "Shelf") -> bytes:
    return f"<rss><channel><title>{title}</title>{''.join(items)}</channel></rss>".encode()


def answer(
    body: bytes | None, url: str = URL, moved: str | None = None, media_type: str = "text/xml",
    **headers: str,
) -> Answered:  # fmt: skip
    page = Page(origin=url, body=body, url=moved or url, media_type=media_type) if body else None
    return Answered(200 if body else 304, page, headers, moved)


class FakeNet:
    """Answers from a mapping; keeps what was asked, with its validators."""

    def __init__(self, answers: Mapping[str, Answered | FetchError]) -> None:
        self.answers = dict(answers)
        self.asked: list[tuple[str, Seen | None, bool]] = []

    def get(self, url: str, *, seen: Seen | None = None, trusted: bool = False) -> Answered:
        self.asked.append((url, seen, trusted))
        found = self.answers.get(url) or FetchError(f"{url}: there is nothing here", status=404)
        if isinstance(found, FetchError):
            raise found
        return found


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    found = open_archive(tmp_path)
    found.feeds.save([Feed(url=URL)])
    yield found
    found.close()


def run(
    archive: Archive, net: FakeNet, *, now: str = NOW, **ways: object
) -> list[Event]:  # fmt: skip
    events = list(refresh.refresh(archive, net, NetConfig(), now=now, **ways))  # type: ignore[arg-type]
    return [event for event in events if not isinstance(event, Progress)]


def kept(archive: Archive) -> list[str]:
    return sorted(h.title for h in archive.articles.headlines("", limit=900))


def test_new_entries_come_in_once_with_what_they_say(archive: Archive) -> None:
    net = FakeNet({URL: answer(rss(item(1), item(2)), etag='"x"')})
    assert run(archive, net) == [FeedUpdated(url=URL, title="Shelf", new=2, updated=0)]
    feed = archive.feeds.get(URL)
    assert feed is not None and (feed.title, feed.etag, feed.failures) == ("Shelf", '"x"', 0)
    assert run(archive, net, all=True) == [FeedUnchanged(url=URL)]
    net.answers[URL] = answer(rss(item(3), item(1), item(2)))
    assert run(archive, net, all=True) == [FeedUpdated(url=URL, title="Shelf", new=1, updated=0)]
    assert kept(archive) == ["Entry 1", "Entry 2", "Entry 3"]
    assert [seen for _, seen, _ in net.asked] == [None, Seen('"x"', None), Seen('"x"', None)]
    assert all(trusted for *_, trusted in net.asked)


def test_a_changed_entry_is_updated_and_a_304_changes_nothing(archive: Archive) -> None:
    net = FakeNet({URL: answer(rss(item(1)))})
    run(archive, net)
    net.answers[URL] = answer(rss(item(1, "Corrected: " + PROSE)))
    assert run(archive, net, all=True) == [FeedUpdated(url=URL, title="Shelf", new=0, updated=1)]
    net.answers[URL] = answer(None)
    assert run(archive, net, all=True) == [FeedUnchanged(url=URL)]
    article = archive.articles.by_url("https://a.example/1")
    assert article is not None and article.text.startswith("Corrected")
    assert len(archive.articles.versions(article.id)) == 1


def test_a_shared_guid_hides_no_article_and_an_empty_entry_is_none(archive: Archive) -> None:
    body = rss(item(1, guid="same"), item(2, guid="same"), "<item><guid>e</guid></item>")
    net = FakeNet({URL: answer(body)})
    run(archive, net)
    net.answers[URL] = answer(body + b" ")
    assert run(archive, net, all=True) == [FeedUnchanged(url=URL)]
    assert kept(archive) == ["Entry 1", "Entry 2"]


def test_entries_that_share_a_link_are_all_kept_where_each_has_a_guid(archive: Archive) -> None:
    def shared(n: int, words: str = "") -> str:
        return item(n, words).replace(f"https://a.example/{n}<", "https://a.example/changes#top<")

    net = FakeNet({URL: answer(rss(shared(1), shared(2), shared(3)))})
    run(archive, net)
    assert kept(archive) == ["Entry 1", "Entry 2", "Entry 3"]
    links = [found.url for found in archive.articles.headlines()]
    assert all(link and link.startswith("https://a.example/changes#top:~:") for link in links)
    net.answers[URL] = answer(rss(shared(2), shared(4)))
    run(archive, net, all=True)
    assert kept(archive) == ["Entry 1", "Entry 2", "Entry 3", "Entry 4"]
    net.answers[URL] = answer(rss(shared(2, "Corrected. " + PROSE), shared(4)))
    run(archive, net, all=True)
    assert kept(archive) == ["Entry 1", "Entry 2", "Entry 3", "Entry 4"]


def test_an_entry_said_twice_under_two_guids_is_one(archive: Archive) -> None:
    twice = item(1), item(1, guid="again")
    run(archive, FakeNet({URL: answer(rss(*twice))}))
    assert kept(archive) == ["Entry 1"]


def test_what_is_not_due_is_not_asked_and_a_stranger_is_refused(archive: Archive) -> None:
    net = FakeNet({URL: answer(rss(item(1)))})
    run(archive, net)
    assert [type(e) for e in run(archive, net)] == [FeedSkipped]
    assert [type(e) for e in run(archive, net, urls=[URL])] == [FeedUnchanged]
    assert [type(e) for e in run(archive, net, urls=["https://b.example"])] == [SourceRefused]
    assert len(net.asked) == 2


def test_failures_are_said_kept_and_healed(archive: Archive) -> None:
    net = FakeNet({})
    assert [type(e) for e in run(archive, net)] == [FeedFailed]
    feed = archive.feeds.get(URL)
    assert feed is not None and (feed.failures, feed.problem) == (1, "there is nothing here")
    for body in (b"<html><body>Sign in</body></html>", b"", b"{}", b"\x00\x01"):
        net.answers[URL] = Answered(200, Page(origin=URL, body=body, url=URL), {})
        assert [type(e) for e in run(archive, net, all=True)] == [FeedFailed]
    net.answers[URL] = answer(rss(item(1)))
    run(archive, net, all=True)
    feed = archive.feeds.get(URL)
    assert feed is not None and (feed.failures, feed.problem) == (0, "")


def test_a_sign_in_page_of_another_host_is_named(archive: Archive) -> None:
    page = Page(
        origin=URL, body=b"<html></html>", url="http://login.example/", media_type="text/html"
    )
    (event,) = run(archive, FakeNet({URL: Answered(200, page, {}, "http://login.example/")}))
    assert isinstance(event, FeedFailed) and "login.example" in str(event.error)
    feed = archive.feeds.get(URL)
    assert feed is not None and feed.moved_to is None


def test_gone_feeds_are_never_asked_again(archive: Archive) -> None:
    net = FakeNet({URL: FetchError("gone", status=410)})
    run(archive, net)
    assert [type(e) for e in run(archive, net, all=True, now="2027-01-01T00:00:00Z")] == [
        FeedSkipped
    ]
    assert len(net.asked) == 1


def test_a_busy_feed_is_left_alone_as_long_as_it_asks(archive: Archive) -> None:
    net = FakeNet({URL: FetchError("busy", status=429, retry_after=3600)})
    run(archive, net)
    archive.feeds.save([Feed(url="https://a.example/other")])
    soon = run(archive, net, all=True, now="2026-01-16T00:59:00Z")
    assert [type(e) for e in soon] == [FeedSkipped, FeedSkipped]
    later = run(archive, net, all=True, now="2026-01-16T02:00:00Z")
    assert [type(e) for e in later] == [FeedFailed, FeedFailed]


def test_a_host_that_refuses_several_is_not_asked_for_the_rest(archive: Archive) -> None:
    feeds = [Feed(url=f"https://a.example/{n}") for n in range(12)]
    archive.feeds.save(feeds)
    busy = FetchError("busy", status=429, retry_after=60)
    net = FakeNet({feed.url: busy for feed in [*feeds, Feed(url=URL)]})
    events = run(archive, net)
    assert len(events) == 13 and 3 <= len(net.asked) < 13


def test_a_move_is_taken_over_after_identical_answers(archive: Archive) -> None:
    new = "https://b.example/feed"
    net = FakeNet({URL: answer(rss(item(1)), moved=new), new: answer(rss(item(1)), url=new)})
    assert [type(e) for e in run(archive, net)] == [FeedUpdated]
    assert [type(e) for e in run(archive, net, all=True)] == [FeedUnchanged, Note]
    assert [feed.url for feed in archive.feeds.all()] == [new]
    assert [type(e) for e in run(archive, net, all=True)] == [FeedUnchanged]
    assert kept(archive) == ["Entry 1"]


PAGE = f"<html><body><article><h1>Entry 1</h1>{f'<p>{PROSE}</p>' * 4}</article></body></html>"
WALL = (
    "<html><body><h1>Entry 1</h1><p>Subscribe to continue reading this article.</p></body></html>"
)


@pytest.mark.parametrize(("page", "better"), [(PAGE, True), (WALL, False)], ids=["page", "wall"])
def test_full_text_replaces_only_what_is_worse(archive: Archive, page: str, better: bool) -> None:
    archive.feeds.save([Feed(url=URL, full_text=True)])
    address = "https://a.example/1"
    net = FakeNet({
        URL: answer(rss(item(1, "A teaser of the article. " + PROSE))),
        address: answer(page.encode(), url=address, media_type="text/html"),
    })  # fmt: skip
    events = run(archive, net)
    article = archive.articles.by_url(address)
    assert article is not None and article.verdict == "article"
    assert article.text.startswith("A teaser") is not better
    assert any(isinstance(e, ArticleAdded) for e in events) is better


def test_a_machine_without_a_way_out_blames_no_feed(archive: Archive) -> None:
    feeds = [Feed(url=f"https://h{n}.example/f") for n in range(4)]
    archive.feeds.save(feeds)
    nothing = {f.url: FetchError("no server of that name") for f in [*feeds, Feed(url=URL)]}
    events = run(archive, FakeNet(nothing))
    assert [type(e) for e in events] == [FeedFailed] * 5 + [Note]
    assert not any(feed.failures for feed in archive.feeds.all())
    assert [type(e) for e in run(archive, FakeNet(nothing | {URL: answer(rss(item(1)))}))][
        -1
    ] != Note
    assert sum(feed.failures for feed in archive.feeds.all()) == 4


def test_cancelling_keeps_what_came(archive: Archive) -> None:
    feeds = [Feed(url=f"https://h{n}.example/f") for n in range(20)]
    archive.feeds.save(feeds)
    net = FakeNet({f.url: answer(rss(item(n)), url=f.url) for n, f in enumerate(feeds)})
    seen: list[Event] = []
    for event in refresh.refresh(
        archive, net, NetConfig(), now=NOW, cancelled=lambda: len(seen) >= 4
    ):
        seen.append(event)
    assert 1 <= len(kept(archive)) < 20
    run(archive, net)
    assert len(kept(archive)) == 20


def _hold(folder: str, held: object, done: object) -> None:
    with open_archive(Path(folder)).lock("refresh"):
        held.set()  # type: ignore[attr-defined]
        done.wait(20)  # type: ignore[attr-defined]


def test_a_second_refresh_says_that_there_is_a_first(archive: Archive, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(str(tmp_path), held, done))
    other.start()
    assert held.wait(20)
    with pytest.raises(StoreError, match="already"):
        run(archive, FakeNet({}))
    done.set()
    other.join()


def test_a_fault_of_ours_is_not_swallowed(archive: Archive) -> None:
    class Faulty(FakeNet):
        def get(self, url: str, *, seen: Seen | None = None, trusted: bool = False) -> Answered:
            raise ZeroDivisionError

    archive.feeds.save([Feed(url="https://b.example/f")])
    with pytest.raises(ZeroDivisionError):
        run(archive, Faulty({}))


def test_a_broken_giant_is_parsed_apart_and_ended_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = rss(*(item(n, "text") for n in range(400)))[:-30].replace(b"</guid>", b"</gid>")
    page = Page(origin="x", body=broken + b" " * 60_000)
    assert len(parsing.document(page).items) >= 399
    monkeypatch.setattr(parsing, "DEADLINE", 0.05)
    begun = time.monotonic()
    with pytest.raises(Exception, match="too broken"):
        parsing.document(page)
    assert time.monotonic() - begun < 3


def test_the_user_s_title_stays(archive: Archive) -> None:
    feed = archive.feeds.get(URL)
    assert feed is not None
    archive.feeds.save([feed._replace(title="Mine")])
    assert run(archive, FakeNet({URL: answer(rss(item(1)))})) == [
        FeedUpdated(url=URL, title="Mine", new=1, updated=0)
    ]


def test_arrivals_that_nobody_searches_are_indexed_all_the_same(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh, "_UNINDEXED", 3)

    def indexed() -> int:
        with sqlite3.connect(tmp_path / "archive.db") as link:
            found: int = link.execute("select count(*) from fulltext_docsize").fetchone()[0]
        return found

    run(archive, FakeNet({URL: answer(rss(item(1), item(2)))}))
    assert indexed() == 0
    later = "2026-01-18T00:00:00Z"
    run(archive, FakeNet({URL: answer(rss(item(1), item(2), item(3)))}), now=later)
    assert indexed() == 3
