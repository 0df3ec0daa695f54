"""Finding a feed: at the address itself, in what the page names, in the usual places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from briefing import plain
from briefing.core.feed import discover, entries, schedule
from briefing.core.feed.discover import Candidate
from briefing.desk import parsing
from briefing.desk.ports import Net
from briefing.errors import BriefingError, FeedError, FetchError, SourceError
from briefing.io import net_address
from briefing.models import Answered, Page

_MOST = 12  # addresses tried on one site


class Found(NamedTuple):
    """A feed that was found: how it describes itself, and the answer it was found in."""

    url: str
    title: str = ""
    site_url: str | None = None
    answer: Answered | None = None


def address(text: str) -> str:
    """Return what the user typed as an http(s) address. Raises SourceError."""
    url = plain.line(text)
    if url.lower().startswith("feed:"):
        url = url[5:].removeprefix("//")
    if re.match(r"[\w-]+(\.[\w-]+)+([/:?#]|$)", url):
        url = f"https://{url}"
    if not re.match(r"(?i)https?://[^\s/]+", url):
        raise SourceError(
            f"{url[:200]}: only http and https addresses are followed",
            origin=text,
            hint="give the address of a feed or of a site",
        )
    parsed = net_address.parse(url)
    if net_address.is_local_link(parsed.host):
        raise SourceError(
            f"{parsed.shown}: this address is of the local link; no feed is there", origin=text
        )
    return _plainest(url)


def _plainest(url: str) -> str:
    """Return an address with scheme and host in lower case and no port that goes without saying."""
    parts = urlsplit(url)
    scheme, user, place = parts.scheme.lower(), *parts.netloc.rpartition("@")[::2]
    place = place.lower().removesuffix({"http": ":80", "https": ":443"}[scheme])
    return parts._replace(scheme=scheme, netloc=f"{user}@{place}" if user else place).geturl()


def feed(net: Net, url: str) -> Found:
    """Find the feed at an address, or of the site there. Raises FetchError, FeedError."""
    answer = net.get(url, trusted=True)
    page = answer.page or Page(origin=url, body=b"")
    try:
        return _at(answer, page, url)
    except FeedError as error:
        if b"<" not in page.body:
            raise
        site = page.url or url
        found = _first(net, discover.named(page), url) or _first(net, discover.guesses(site), url)
        if found is None:
            raise FeedError(
                f"{url}: no feed was found on this site",
                origin=url,
                hint="look for a feed's address on it, and give that",
            ) from error
        return found


def elsewhere(net: Net, url: str, site_url: str | None) -> str | None:
    """Return where else a site's feed is; None when nowhere."""
    site = site_url or "/".join(url.split("/")[:3]) + "/"
    tried: list[Candidate] = []
    try:
        page = net.get(site, trusted=schedule.host(site) == schedule.host(url)).page
        tried = discover.named(page) if page is not None else []
    except FetchError:
        pass
    others = [c for c in [*tried, *discover.guesses(site)] if c.url != url]
    found = _first(net, others, url)
    return found.url if found else None


def _first(net: Net, candidates: Iterable[Candidate], typed: str) -> Found | None:
    """Return the first of some addresses where a feed is."""
    home = schedule.host(typed)
    for candidate in list(candidates)[:_MOST]:
        try:
            answer = net.get(candidate.url, trusted=schedule.host(candidate.url) == home)
            if answer.page is None:
                continue
            found = _at(answer, answer.page, candidate.url)
        except BriefingError:
            continue
        return found._replace(title=found.title or candidate.title)
    return None


def _at(answer: Answered, page: Page, url: str) -> Found:
    said = entries.about(parsing.document(page), page)
    return Found(answer.moved or url, said.title, said.site_url, answer)
