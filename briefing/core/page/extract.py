"""Page to articles: a ladder of rungs, chosen by what the content is.

`articles` refuses what holds nothing readable; `readings` answers always, with a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing import errors
from briefing.core import identity
from briefing.core.language import text as language
from briefing.core.page import (
    dateline,
    decode,
    dump,
    html,
    mail,
    metadata,
    newsletter,
    pdf,
    prose,
    sniff,
    verdict,
)
from briefing.core.page.reading import Metadata, Reading
from briefing.core.page.sniff import Kind
from briefing.models import Article, Entry, Page

# Characters that are read; what lies behind them is no article anybody wrote.
_MOST_HTML = 5_000_000
_MOST_TEXT = 2_000_000


def articles(
    page: Page, *, kind: Kind | None = None, furniture: frozenset[str] = frozenset()
) -> tuple[Article, ...]:
    """Return the articles of a page, with their verdicts.

    `furniture` are the lines learned for the page's site (`furniture.learn`). Raises ExtractError
    when nothing readable is there: an empty page, a binary file, a picture of a text.
    """
    kind = kind or sniff.kind(page)
    found = tuple(_read(page, kind, furniture))
    if readable := tuple(a for a in found if a.verdict != "empty"):
        return readable
    raise errors.ExtractError(
        f"{page.origin}: no readable text on this page",
        origin=page.origin,
        hint="open it in a browser, select all, and save that text",
    )


def readings(
    page: Page, *, kind: Kind | None = None, furniture: frozenset[str] = frozenset()
) -> tuple[Article, ...]:
    """Return the articles of a page, or one article with the verdict `empty`; never raises."""
    try:
        return articles(page, kind=kind, furniture=furniture)
    except errors.SourceError:
        return (Article(id=identity.article_id(page.url, ""), title="", text="", verdict="empty"),)


def _read(page: Page, kind: Kind, furniture: frozenset[str]) -> Iterator[Article]:
    if kind in ("empty", "binary", "data", "opml"):
        raise _refusal(page, kind)
    if kind == "feed":
        yield from _entries(page)
    elif kind == "pdf":
        text, title, author = pdf.text(page.body, page.origin)
        reading = prose.pdf(text, title, author)
        yield _article(page, reading)
    elif kind == "mbox":
        for message in mail.letters(page.body):
            yield from _letter(page, message)
    elif kind == "mail":
        yield from _letter(page, page.body)
    else:
        text = decode.text(page.body, page.charset, page.media_type).lstrip("\ufeff")
        yield _article(page, _one(text, kind, page.url, furniture))


def _refusal(page: Page, kind: Kind) -> errors.ExtractError:
    what, hint = {
        "empty": ("the page is empty", "check the file or the address"),
        "binary": (
            "this is a binary file, no text",
            "give a page, a text, a mail, a feed or a PDF",
        ),
        "data": ("this is JSON data, no article", "give the page or the text it stands for"),
        "opml": ("this is a list of feeds, no article", "use: briefing feeds import FILE"),
    }[kind]
    return errors.ExtractError(f"{page.origin}: {what}", origin=page.origin, hint=hint)


def _one(text: str, kind: Kind, url: str | None, furniture: frozenset[str]) -> Reading:
    text = text[: _MOST_HTML if kind == "html" else _MOST_TEXT]
    if kind == "html":
        reading = html.read(text, url, furniture)
        return reading or Reading(text="", metadata=Metadata())
    if kind == "markdown":
        return prose.markdown(text)
    return prose.text(text) if kind == "text" else dump.read(text, furniture)


def _letter(page: Page, body: bytes) -> Iterator[Article]:
    letter = mail.letter(body, page.origin)
    for reading in newsletter.stories(letter):
        yield _article(page, reading)


def _entries(page: Page) -> Iterator[Article]:
    from briefing.core.feed import parse

    parsed = parse.feed(page)
    site = page.site or parsed.feed.title or None
    for entry in parsed.entries:
        yield of_entry(entry, page.origin, site)


def of_entry(entry: Entry, origin: str, site: str | None) -> Article:
    """Return the article a feed entry carries in itself."""
    body = entry.html if len(entry.html) >= len(entry.summary) else entry.summary
    reading = Reading(text=html.fragment(body))
    page = Page(origin=origin, body=b"", url=entry.url, entry=entry, site=site)
    return _article(page, reading)


def _article(page: Page, reading: Reading) -> Article:
    found = metadata.with_entry(reading.metadata, page.entry)
    address = found.url or page.url
    url = identity.clean(address) if address else None
    judged = verdict.judge(
        reading.text, marks=reading.marks, link_share=reading.link_share, title=found.title
    )
    if judged == "empty" and page.entry is not None and found.title:
        judged = "too_short"  # what a feed announces is news, even without a text
    return Article(
        id=identity.article_id(url, reading.text or found.title),
        title=found.title,
        text=reading.text,
        url=url,
        site=page.site or found.site,
        authors=found.authors,
        editor=found.editor,
        published=found.published or dateline.opening(reading.text),
        language=language.language(reading.text) or found.language,
        verdict=judged,
        image=found.image,
        caption=found.caption,
    )
