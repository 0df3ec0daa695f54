"""The pages behind entries: full text on demand and per feed.

A consent wall, a paywall or a list of links never replaces a better text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.core.feed import schedule
from briefing.desk import fetching, site_lines
from briefing.desk.events import ArticleAdded, Event, SourceRefused
from briefing.desk.fetching import Errand
from briefing.desk.ports import Archive, Net
from briefing.errors import BriefingError, ExtractError
from briefing.models import Answered, Article, Feed

if TYPE_CHECKING:
    from briefing.desk.visiting import Means


def fetch(means: Means, feed: Feed, fresh: Sequence[Article]) -> Iterator[Event]:
    """Fetch the pages of a feed's new articles; what cannot be read is yielded as refused."""
    home = schedule.host(feed.url)  # a private host is trusted as far as the user named it
    errands = [
        Errand(article, article.url, trusted=schedule.host(article.url) == home)
        for article in fresh
        if article.url
    ]
    for errand, answer in fetching.fetched(
        errands,
        means.net,
        connections=means.config.connections,
        per_host=means.config.per_host,
        cancelled=means.cancelled,
    ):
        article = errand.item
        try:
            read = _read(article, answer, means.now)
        except BriefingError as error:
            yield SourceRefused(origin=errand.url, error=error)
            continue
        clean = site_lines.without(means.archive, read)
        added = means.archive.articles.add(clean, arrived=means.now, feed=feed.url)
        if added.arrival == "updated":
            site_lines.learn(means.archive, read, now=means.now)
            yield ArticleAdded(article=read, arrival=added.arrival, origin=errand.url)


def full_text(archive: Archive, net: Net, article_id: str, *, now: str) -> Article:
    """Fetch an article's page and keep its text if it is the better one.

    Return what the archive holds then. Raises ExtractError, FetchError, StoreError.
    """
    article = archive.articles.get(article_id)
    if article is None:
        raise ExtractError(f"{article_id}: no such article", origin=article_id)
    if not article.url:
        raise ExtractError(f"{article.title}: has no address", origin=article_id)
    read = _read(article, net.get(article.url, trusted=_is_ours(archive, article)), now)
    added = archive.articles.add(site_lines.without(archive, read), arrived=now)
    if added.arrival == "updated":
        site_lines.learn(archive, read, now=now)
    if read.verdict != "article":
        raise ExtractError(
            f"{article.url}: {_WALLS[read.verdict]}; the text from the feed stays",
            origin=article.url,
            hint="open it in a browser",
        )
    return archive.articles.get(article_id) or read


_WALLS = {
    "consent_wall": "a consent wall stands before the article",
    "paywall": "the article is behind a paywall",
    "link_list": "the page is a list of links",
    "too_short": "the page holds no more than a note",
    "empty": "no readable text on the page",
}


def _is_ours(archive: Archive, article: Article) -> bool:
    """Say whether an article lives on the host of a feed that the user follows."""
    host = schedule.host(article.url or "")
    return any(schedule.host(feed.url) == host for feed in archive.feeds.all())


def _read(article: Article, answer: Answered | BriefingError | None, now: str) -> Article:
    """Return the article on a page, under the id, title and date we know it by."""
    from briefing.core.page import dates, extract

    if isinstance(answer, BriefingError):
        raise answer
    if answer is None or answer.page is None:
        raise ExtractError(f"{article.url}: the server sent nothing", origin=article.url or "")
    page = replace(answer.page, url=article.url, site=article.site)
    read = extract.readings(page, kind=None)[0]
    return replace(
        read,
        id=article.id,
        url=article.url,
        title=article.title or read.title,
        site=article.site,
        authors=article.authors or read.authors,
        published=article.published or dates.believable(read.published, now),
        language=read.language or article.language,
        image=article.image or read.image,
    )
