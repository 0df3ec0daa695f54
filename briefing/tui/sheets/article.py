"""An article as blocks: heading, by-line, text with its sentences tagged for highlighting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing import plain
from briefing.tui.sheets import dates
from briefing.tui.sheets.block import Block, Role, Run, line

if TYPE_CHECKING:
    from briefing.models import Article

_VERDICTS = {
    "consent_wall": "Only a consent page came back, not the article. x tries again.",
    "paywall": "The rest is behind a paywall; this is what was free.",
    "link_list": "This page is a list of links, not an article.",
    "too_short": "Only a teaser. x fetches the full text.",
    "empty": "Nothing readable was found. o opens it in the browser, x tries again.",
}
_ADDRESS = re.compile(r"https?://[^\s<>\"'）】]+")


def blocks(
    article: Article,
    sentences: Sequence[str] = (),
    *,
    sources: Sequence[tuple[str, str]] = (),
    note: str = "",
) -> list[Block]:
    """Return the sheet of an article. `sentences` are those a card's evidence numbers mean."""
    authors = ", ".join(article.authors)
    byline = " · ".join(
        part
        for part in (article.site, authors, dates.full(article.published), length(article))
        if part
    )
    sheet = [line(article.title or "Untitled", "title", gap=0), line(byline, "muted")]
    if len(sources) > 1:
        names = ", ".join(dict.fromkeys(name for name, _ in sources[1:6]))
        sheet.append(line(f"also in: {names}", "muted"))
    if note:
        sheet.append(line(f"note: {note}", "accent"))
    if article.verdict in _VERDICTS:
        sheet.append(line(_VERDICTS[article.verdict], "rumour", gap=1))
    pointer = 0
    for text in article.text.split("\n\n"):
        if not text.strip():
            continue
        block, pointer = _block(text, sentences, pointer)
        sheet.append(block)
    return sheet


def length(article: Article) -> str:
    """Return words and minutes, as `431 words, 2 min`."""
    words = article.words
    return f"{words:,} words, {max(1, round(words / 220))} min"


def links(article: Article, sources: Sequence[tuple[str, str]] = ()) -> list[str]:
    """Return the addresses an article offers: its own, its other sources', those in its text."""
    found = [article.url, *(url for _, url in sources), *_ADDRESS.findall(article.text)]
    return list(dict.fromkeys(url.rstrip(".,;)") for url in found if url))


def _block(text: str, sentences: Sequence[str], pointer: int) -> tuple[Block, int]:
    role: Role = "text"
    indent = hang = 0
    gap = 1
    if text.startswith("## "):
        text, role = text[3:], "title"
    elif text.startswith("| "):
        return Block((Run(plain.block(text).expandtabs(4), "text"),), gap=1), pointer
    elif text.startswith("- "):
        text, hang, gap = "• " + text[2:], 2, 0
    text = plain.line(text)
    runs, pointer = _tagged(text, sentences, pointer, role)
    return Block(tuple(runs), indent=indent, hang=hang, gap=gap), pointer


def _tagged(text: str, sentences: Sequence[str], pointer: int, role: Role) -> tuple[list[Run], int]:
    """Cut a block at the sentences that it holds, in order, from number `pointer` on."""
    runs: list[Run] = []
    at = 0
    for number, start, end in _places(text, sentences, pointer):
        if start > at:
            runs.append(Run(text[at:start], role))
        runs.append(Run(text[start:end], role, number))
        at, pointer = end, number + 1
    if at < len(text) or not runs:
        runs.append(Run(text[at:], role))
    return runs, pointer


def _places(text: str, sentences: Sequence[str], pointer: int) -> Iterator[tuple[int, int, int]]:
    """Yield (number, start, end) of the sentences found in a block; a few may be missing."""
    at = 0
    missed = 0
    while pointer < len(sentences) and missed < 3:
        sentence = plain.line(sentences[pointer])
        start = text.find(sentence, at) if sentence else -1
        if start >= 0:
            yield pointer, start, start + len(sentence)
            at, missed = start + len(sentence), 0
        else:
            missed += 1
        pointer += 1
