"""HTML of feeds made harmless: one list of what may stay, whoever parsed the feed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing import plain
from briefing.core.language.patterns import lazy

if TYPE_CHECKING:
    import nh3

_TAGS = frozenset(
    "a abbr b blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption "
    "figure h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp "
    "section small span strike strong sub sup table tbody td tfoot th thead time tr u ul "
    "var".split()
)
_GONE = frozenset(
    "script style noscript template iframe object embed applet form button select textarea svg "
    "math title head audio video canvas".split()
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
    "time": {"datetime"},
}
_DEEPEST = 256
"""Elements nested deeper than this are a trap; they are taken away, their text stays."""
_PLAIN = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?:[/?#][\w%/:@!$&'()*+,;=~.?#-]*)?", re.ASCII)
_BREAKS_OUT = lazy(r"[\[\]<>\"\\^`{|} ]")
_LITERAL = re.compile(r"https?://\[[0-9a-f:.]{2,45}\](?=[:/?#]|$)", re.IGNORECASE)  # IPv6
_SCHEMES = {"http", "https", "mailto"}


def html(text: str, base: str = "") -> str:
    """Return HTML without anything that runs, loads or hides; its links absolute where known.

    Pictures go too: nothing is fetched behind a reader's back.
    """
    if "<" not in text:
        return plain.block(text)
    if text.count("<") > 2 * _DEEPEST and _depth(text) > _DEEPEST:
        text = _flat(text)
    return plain.block(_cleaner(base).clean(text))


def address(url: str, base: str = "") -> str | None:
    """Return an http(s) address, absolute; None for any other scheme and for none."""
    if _PLAIN.fullmatch(url):
        return url
    url = "".join(url.split()) if "\n" in url or "\t" in url else url.strip()
    if not url:
        return None
    try:
        if not url.startswith(("https://", "http://")):
            url = urljoin(base, url)
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    literal = _LITERAL.match(url)
    kept = literal.end() if literal else 0
    return url[:kept] + _BREAKS_OUT.sub(lambda m: f"%{ord(m.group()):02X}", url[kept:])


@lru_cache(maxsize=64)
def _cleaner(base: str) -> nh3.Cleaner:
    import nh3

    def absolute(tag: str, name: str, value: str) -> str | None:
        if name not in ("href", "cite"):
            return value
        if value.startswith("mailto:"):
            return value
        return address(value, base)

    return nh3.Cleaner(
        tags=set(_TAGS),
        clean_content_tags=set(_GONE),
        attributes=_ATTRIBUTES,
        attribute_filter=absolute,
        link_rel=None,
        url_schemes=_SCHEMES,
    )


def _depth(text: str) -> int:
    """Return how deep a text nests at most, roughly: opened minus closed, from the left."""
    depth = deepest = 0
    for piece in text.split("<")[1:]:
        if piece.startswith("/"):
            depth -= 1
        elif piece[:1].isalpha() and not piece.lower().startswith(_VOID):
            depth += 1
            deepest = max(deepest, depth)
    return deepest


_VOID = ("br", "img", "hr", "p", "li", "input", "meta", "link", "wbr", "col", "source")


def _flat(text: str) -> str:
    return re.sub(
        r"</?(?:div|span|section|font|b|i|blockquote|ul|ol|table|tr|td)\b[^<>]*>", " ", text
    )
