"""Subscriptions: followed, found, imported, exported, and how they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from briefing.config import NetConfig
from briefing.desk import subscriptions
from briefing.desk.archive import open_archive
from briefing.desk.events import Event, FeedFailed, FeedFollowed, Note, Progress, SourceRefused
from briefing.desk.ports import Archive
from briefing.errors import ExtractError, FeedError, FetchError, SourceError
from briefing.models import Answered, Article, Feed, Page, Seen

NOW = "2026-01-16T00:00:00Z"
FEED = b"""<rss><channel><title>Shelf</title><link>https://a.example/</link>
<item><title>One</title><link>https://a.example/1</link><guid>1</guid>
<description>Text of one.</description></item></channel></rss>"""
SITE = b"<html><link rel=alternate type='application/rss+xml' href='/news.xml'><p>x</p></html>"


class FakeNet:
    """Answers from a mapping of addresses to bytes."""

    def __init__(self, pages: Mapping[str, bytes], moved: Mapping[str, str] | None = None) -> None:
        self.pages, self.moved = dict(pages), dict(moved or {})
        self.asked: list[str] = []

    def get(self, url: str, *, seen: Seen | None = None, trusted: bool = False) -> Answered:
        self.asked.append(url)
        if url not in self.pages:
            raise FetchError(f"{url}: there is nothing at this address (404)", status=404)
        there = self.moved.get(url)
        return Answered(200, Page(origin=url, body=self.pages[url], url=there or url), {}, there)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    found = open_archive(tmp_path)
    yield found
    found.close()


def follow(archive: Archive, net: FakeNet, url: str, **ways: object) -> list[Event]:
    config = NetConfig()
    return list(subscriptions.follow(archive, net, config, url, now=NOW, **ways))  # type: ignore[arg-type]


def bring(archive: Archive, source: str, net: FakeNet | None = None) -> list[Event]:
    events = subscriptions.import_feeds(
        archive, net or FakeNet({}), NetConfig(), source, now=NOW, fetch=net is not None
    )
    return [event for event in events if not isinstance(event, Progress)]


def test_a_feed_is_followed_and_fetched_with_one_request(archive: Archive) -> None:
    net = FakeNet({"https://a.example/f": FEED})
    assert follow(archive, net, "a.example/f", category="Retail") == [
        FeedFollowed(url="https://a.example/f", title="Shelf", entries=1)
    ]
    assert net.asked == ["https://a.example/f"]
    assert [h.title for h in archive.articles.headlines("")] == ["One"]
    feed = archive.feeds.all()[0]
    assert (feed.category, feed.site_url) == ("Retail", "https://a.example/")
    assert follow(archive, net, "https://a.example/f") == [
        FeedFollowed(url="https://a.example/f", title="Shelf", known=True)
    ]


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ({"https://a.example": SITE, "https://a.example/news.xml": FEED}, "https://a.example/news.xml"),
        ({"https://a.example": b"<html>x</html>", "https://a.example/rss.xml": FEED},
         "https://a.example/rss.xml"),
    ],
    ids=["named", "usual place"],
)  # fmt: skip
def test_the_feed_of_a_site_is_found(archive: Archive, pages: dict[str, bytes], found: str) -> None:
    assert follow(archive, FakeNet(pages), "https://a.example")[0] == FeedFollowed(
        url=found, title="Shelf", entries=1
    )


def test_a_move_is_followed_at_once(archive: Archive) -> None:
    net = FakeNet({"http://a.example/f": FEED}, moved={"http://a.example/f": "https://a.example/f"})
    assert follow(archive, net, "http://a.example/f")[0].url == "https://a.example/f"  # type: ignore[union-attr]


def test_where_no_feed_is_nothing_is_followed(archive: Archive) -> None:
    with pytest.raises(FeedError, match="no feed was found"):
        follow(archive, FakeNet({"https://a.example": b"<html>x</html>"}), "https://a.example")
    with pytest.raises(FetchError):
        follow(archive, FakeNet({}), "https://a.example")
    assert archive.feeds.all() == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:1", "exec:rm", "-o", "", "|x", "http://169.254.169.254/x",
            "http://[::1]:22/"],
)  # fmt: skip
def test_only_web_addresses_are_followed(archive: Archive, url: str) -> None:
    with pytest.raises(SourceError):
        follow(archive, FakeNet({}), url, fetch=False)


def test_a_list_is_imported_once_and_comes_out_again(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        "<opml><outline text='Retail & Co'><outline text='A' xmlUrl='HTTPS://A.example:443/f'/>"
        "<outline text='A again' xmlUrl='https://a.example/f'/>"
        "<outline xmlUrl='https://b.example/f'/><outline xmlUrl='file:///x'/></outline></opml>"
    )
    events = bring(archive, str(file))
    assert [type(e) for e in events] == [FeedFollowed, SourceRefused, FeedFollowed, FeedFollowed]
    assert {f.url: f.category for f in archive.feeds.all()} == {
        "https://a.example/f": "Retail & Co",
        "https://b.example/f": "Retail & Co",
    }
    assert all(e.known for e in bring(archive, str(file)) if isinstance(e, FeedFollowed))
    file.write_text(subscriptions.export(archive))
    for feed in archive.feeds.all():
        assert subscriptions.unfollow(archive, feed.url)
    bring(archive, str(file))
    assert len(archive.feeds.all()) == 2


def test_an_import_fetches_and_one_failure_stops_nothing(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_text("https://a.example/f\nhttps://b.example/f\n")
    events = bring(archive, str(file), FakeNet({"https://a.example/f": FEED}))
    assert [type(e) for e in events].count(FeedFailed) == 1
    assert [h.title for h in archive.articles.headlines("")] == ["One"]


def test_newsboat_brings_tags_titles_and_watchlists(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_text(
        'https://a.example/f retail asia "~Mine"\n"query:Kroger:title =~ \\"kroger\\""\n'
        '"query:Odd:xyz = 1"\nexec:~/x.sh\nhttp://[::1\n'
    )
    events = bring(archive, str(file))
    assert [type(e) for e in events].count(SourceRefused) == 3
    assert any(isinstance(e, Note) and "Kroger" in e.text for e in events)
    feed = archive.feeds.all()[0]
    assert (feed.title, feed.tags, feed.category) == ("Mine", ("retail", "asia"), "retail")
    assert archive.memory.items("watchlist") == {"Kroger": "title:kroger"}


def test_the_starter_list_is_followed_and_called_unverified(archive: Archive) -> None:
    events = bring(archive, "starter")
    assert len(archive.feeds.all()) >= 40
    assert any(isinstance(e, Note) and "not checked" in e.text for e in events)


@pytest.mark.parametrize("text", ["<html></html>", "<opml><!ENTITY a 'b'><outline/></opml>"])
def test_what_is_no_list_is_refused(archive: Archive, tmp_path: Path, text: str) -> None:
    (tmp_path / "x").write_text(text)
    with pytest.raises(SourceError):
        bring(archive, str(tmp_path / "x"))
    with pytest.raises(SourceError):
        bring(archive, str(tmp_path / "missing"))


def test_health_shows_the_ill_first(archive: Archive) -> None:
    archive.feeds.save([
        Feed(url="https://w.example", title="Well", last_visit=NOW),
        Feed(url="https://i.example", title="Ill", failures=2, problem="no answer"),
        Feed(url="https://g.example", title="Gone", muted=True, problem="removed for good"),
    ])  # fmt: skip
    assert [h.title for h in subscriptions.health(archive, now=NOW)] == ["Gone", "Ill", "Well"]


def test_a_new_address_is_looked_for_on_the_site(archive: Archive) -> None:
    old = "https://a.example/old"
    archive.feeds.save([Feed(url=old, site_url="https://a.example/home")])
    net = FakeNet({"https://a.example/home": SITE, "https://a.example/news.xml": FEED})
    assert (
        subscriptions.find_new_address(archive, net, old, now=NOW) == "https://a.example/news.xml"
    )
    assert subscriptions.health(archive, now=NOW)[0].new_address == "https://a.example/news.xml"
    assert subscriptions.find_new_address(archive, FakeNet({}), old, now=NOW) is None


def test_full_text_on_demand(archive: Archive) -> None:
    url, prose = "https://a.example/1", "The retailer will open twelve stores in Leeds. " * 15
    archive.articles.add(Article(id="a1", title="One", text="Teaser.", url=url), arrived=NOW)
    wall = b"<html><body><p>Subscribe to continue reading this article.</p></body></html>"
    with pytest.raises(ExtractError, match="stays"):
        subscriptions.full_text(archive, FakeNet({url: wall}), "a1", now=NOW)
    page = f"<html><body><article><h1>One</h1><p>{prose}</p><p>{prose}</p></article></body></html>"
    found = subscriptions.full_text(archive, FakeNet({url: page.encode()}), "a1", now=NOW)
    assert found.text.startswith("The retailer") and found.id == "a1"
    with pytest.raises(ExtractError):
        subscriptions.full_text(archive, FakeNet({}), "nothing", now=NOW)


def test_newsboat_files_are_found(tmp_path: Path) -> None:
    (tmp_path / ".newsboat").mkdir()
    (tmp_path / ".newsboat" / "urls").write_text("x")
    env = {"HOME": str(tmp_path)}
    assert subscriptions.newsboat_files(env) == [tmp_path / ".newsboat" / "urls"]
