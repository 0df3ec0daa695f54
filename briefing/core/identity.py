"""Same article, once: canonical addresses and ids that are the same on every machine."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from briefing.core.language import text
from briefing.core.language.patterns import lazy

_TRACKING = lazy(
    r"(?i)^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|yclid|_ga|_gl|_hs\w+|"
    r"hss_channel|cmpid|cmp|ito|ncid|ref|ref_src|referrer|source|src|smid|soc_\w+|spm|sr_share|"
    r"share|taid|trk\w*|at_\w+|wt_mc|guccounter|guce_\w+|rss|feed(type|name)?|partner|via|amp)$"
)
_ENTRY = ":~:entry="  # a fragment directive
_ENDING = re.compile(r"(/amp/?|\.amp(\.html)?|/index\.(html?|php))$")


# An address with nothing in it that would have to be decoded, and no fragment.
_PLAIN = re.compile(
    r"https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)(:[1-9]\d{0,3})?((?:/[\w.~%-]*)*)(?:\?([\w.~=&-]*))?",
    re.ASCII,
)


@lru_cache(maxsize=4096)
def canonical(url: str) -> str:
    """Return an address without what does not change the page: tracking, fragment, AMP, `www.`.
    What `of_entry` added stays.

    An address that cannot be parsed is returned as it is.
    """
    if (m := _PLAIN.fullmatch(url)) and not _telling(m[4] or ""):
        port = "" if m[2] in (None, ":80", ":443") else m[2]
        return f"https://{m[1].removeprefix('amp.')}{port}{_page(m[3])}"
    return _taken_apart(url)


def _telling(query: str) -> bool:
    """Say whether a query has a part that may change the page."""
    return any(pair and not _TRACKING.match(pair.partition("=")[0]) for pair in query.split("&"))


def _page(path: str) -> str:
    if "//" in path:
        path = re.sub(r"/{2,}", "/", path)
    return _ENDING.sub("", path).rstrip("/")


def _taken_apart(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower().removeprefix("www.")
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not host:
        return url
    path = _page(parts.path)
    entry = "#" + parts.fragment[at:] if (at := parts.fragment.find(_ENTRY)) >= 0 else ""
    query = [
        (k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)
    ]
    place = host.removeprefix("amp.") + port
    if not query and (not path or path.startswith("/")):
        return f"https://{place}{path}{entry}"
    return urlunsplit(("https", place, path, urlencode(sorted(query)), "")) + entry


def of_entry(url: str, guid: str) -> str:
    """Return an address that is one entry's own, on a page that is the page of several.

    It leads where it led: browsers pass over a directive that they do not know.
    """
    name = hashlib.sha256(guid.encode("utf-8", "replace")).hexdigest()[:12]
    return f"{url}{'' if '#' in url else '#'}{_ENTRY}{name}"


_UNSAFE = lazy(r"[\s<>\"'`(){}|\\^\[\]]")
_SCHEME_INSIDE = lazy(r"(?i)(javascript|vbscript|data|file):")


def clean(url: str) -> str:
    """Return an address as it may be shown and followed: without tracking parameters, and with
    everything encoded that could end a link early or be taken for another scheme.

    An address that is not http(s), or cannot be parsed, is returned as it is.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return url
    kept = [pair for pair in parts.query.split("&") if not _TRACKING.match(pair.partition("=")[0])]
    query = "&".join(kept) if len(kept) < len(parts.query.split("&")) else parts.query
    tail = urlunsplit(("", "", parts.path, query, parts.fragment))
    tail = _UNSAFE.sub(lambda m: quote(m.group(), safe=""), tail)
    tail = _SCHEME_INSIDE.sub(r"\1%3A", tail)
    return f"{parts.scheme}://{parts.netloc}{tail}"


def text_hash(body: str) -> str:
    """Return a fingerprint of a text that ignores space, quotes and case."""
    return hashlib.sha256(text.normalise(body).lower().encode()).hexdigest()[:16]


def article_id(url: str | None, body: str) -> str:
    """Return the id of an article: of its canonical address, or of its text if it has none."""
    if url and url.startswith(("http://", "https://")):
        return hashlib.sha256(canonical(url).encode()).hexdigest()[:16]
    return text_hash(body)
