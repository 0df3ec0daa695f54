"""Rules Q and X: quotations are verbatim and keep their speaker; links stand in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze
from briefing.core.language import text
from briefing.core.language.patterns import lazy

_QUOTED = lazy(r'"([^"]{2,600})"|(?<![\w])\'([^\'"]{8,400})\'(?!\w)')
_LINK = lazy(
    r"https?://[^\s\"'<>)]+|\bwww\.[^\s\"'<>)]+|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)@\w{2,}"
    r"|(?<!\w)#[A-Za-z]\w+|\b[a-z0-9-]+\.(?:com|org|net|co\.uk|de|fr|cn|io|info|shop|store|"
    r"xyz)(?:/\S*)?\b",
    re.I,
)
_LINKED = lazy(r"[@#/.]\w|://")  # a cheap test: few claims have one
_FURNITURE = lazy(
    r"^(?:read more|read also|also read|related|see also|photo|image credit|picture|written by|"
    r"subscribe|sign up|follow us|share this|advertisement|loading|click here|watch:|more from)\b",
    re.I,
)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of a claim's quotations and links."""
    for m in _QUOTED.finditer(claim.text):
        yield from _quote(claim, m, pool)
    for m in _LINK.finditer(claim.text) if _LINKED.search(claim.text) else ():
        if m[0].lower().rstrip(".,/") not in pool.source.text.lower():
            yield Fault("LINK_NOT_IN_SOURCE", f"{m[0]} is not in the source")
    for row in pool.cited:
        if _FURNITURE.match(row.text):
            yield Fault("FURNITURE", f"cites a line that is no part of the story: {row.text[:60]}")


def quotes(sentence: str) -> list[str]:
    """Return the quotations of a normalised sentence."""
    return [m[1] or m[2] for m in _QUOTED.finditer(sentence)]


def _quote(claim: Row, m: re.Match[str], pool: Pool) -> Iterator[Fault]:
    quote = m[1] or m[2]
    parts = [p for p in re.split(r"\s*(?:\.\.\.|…|\[[^\]]*\]|\([^)]*\))\s*", quote) if p]
    missing = [p for p in parts if squeeze(p) not in pool.source.plain]
    if missing and not (claim.cjk and _verbatim(quote, pool)):
        long = len(text.words(quote)) >= 3
        known = all(w in pool.source.words for w in squeeze(quote).split())
        severity = "block" if long or not known else "warn"
        yield Fault("QUOTE_ALTERED", f'not the source\'s words: "{quote[:80]}"', severity)  # type: ignore[arg-type]


def _verbatim(quote: str, pool: Pool) -> bool:
    plain = re.sub(r"\s", "", quote)
    return plain in re.sub(r"\s", "", pool.source.text)
