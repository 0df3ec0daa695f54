"""Sources become articles: files, folders, addresses, stdin, pasted text.

In a batch a refusal is a value: one source that cannot be read never stops the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing import locations, plain
from briefing.core import identity
from briefing.core.language import text as language
from briefing.core.page import dates, extract, sniff
from briefing.desk import site_lines
from briefing.desk.events import ArticleAdded, SourceRefused
from briefing.desk.ports import Archive, Net
from briefing.errors import BriefingError, ExtractError, SourceError
from briefing.io import files
from briefing.models import Article, Page

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)

SAMPLES = "sample_articles"
"""The folder of articles that comes with the program."""


def pages(sources: Sequence[str], net: Callable[[], Net]) -> Iterator[Page | SourceRefused]:
    """Yield the pages of sources in their order; what cannot be read is yielded as refused."""
    for source in sources:
        try:
            if source == "-":
                yield files.stdin()
            elif _ADDRESS.match(source):
                yield _fetched(source, net())
            elif (folder := _folder_of(source)) is not None:
                yield from _folder(folder)
            else:
                yield _file(source)
        except BriefingError as error:
            yield SourceRefused(origin=plain.address(source), error=error)


def _file(source: str) -> Page:
    if _SCHEME.match(source) and not Path(source).exists():
        raise SourceError(
            f"{plain.line(source, 200)}: only http and https addresses are fetched",
            origin=source,
            hint="give a file, a folder, an http(s) address, or - for stdin",
        )
    return files.read(Path(source))


def _folder_of(source: str) -> Path | None:
    """Return the folder a source names; the samples are found wherever the program is run."""
    path = Path(source)
    if path.name == SAMPLES and not path.exists():
        path = locations.shipped(SAMPLES)
    return path if path.is_dir() else None


def _folder(folder: Path) -> Iterator[Page | SourceRefused]:
    listing = files.listing(folder)
    if not listing:
        raise SourceError(
            f"{folder}: no file here that could hold an article",
            origin=str(folder),
            hint="HTML, text, Markdown, mail, feed or PDF files are read",
        )
    for path in listing:
        try:
            yield files.read(path)
        except BriefingError as error:
            yield SourceRefused(origin=str(path), error=error)


def _fetched(url: str, net: Net) -> Page:
    answer = net.get(url, trusted=True)
    if answer.page is None:
        raise SourceError(f"{url}: the server sent nothing", origin=url)
    return answer.page


Found = tuple[str, Article] | SourceRefused


def articles(
    sources: Sequence[str], net: Callable[[], Net], *, now: str, kind: sniff.Kind | None = None
) -> Iterator[Found]:
    """Yield (origin, article) for each article of the sources, and what was refused."""
    return of_pages(pages(sources, net), now=now, kind=kind)


def of_pages(
    given: Iterable[Page | SourceRefused], *, now: str, kind: sniff.Kind | None = None
) -> Iterator[Found]:
    """Yield (origin, article) for each article of the pages, and what was refused."""
    for page in given:
        if isinstance(page, SourceRefused):
            yield page
            continue
        try:
            for article in extract.articles(page, kind=kind):
                yield page.origin, _soundly_dated(article, now)
        except BriefingError as error:
            yield SourceRefused(origin=page.origin, error=error)


def _soundly_dated(article: Article, now: str) -> Article:
    """Return an article without a date that cannot be its own: later work reckons with it."""
    sound = dates.believable(dates.iso(article.published), now)
    return article if sound else replace(article, published=None)


def readable(found: Iterable[Found]) -> Iterator[Found]:
    """Pass on what can be briefed; a wall or a list of links is refused."""
    for one in found:
        error = None if isinstance(one, SourceRefused) else unreadable(*one)
        if error is not None and not isinstance(one, SourceRefused):
            yield SourceRefused(origin=one[0], error=error)
        else:
            yield one


def unreadable(origin: str, article: Article) -> BriefingError | None:
    """Return why an article cannot be briefed: a wall or a list of links is no article."""
    announced = article.verdict == "too_short" and article.url  # by a feed: news without a text
    reason = {
        "consent_wall": "a consent wall stands before the article",
        "link_list": "this is a list of links, no article",
        "empty": "no readable text was found",
    }.get(article.verdict if article.text or announced else "empty")
    if reason is None:
        return None
    return ExtractError(
        f"{origin}: {reason}",
        origin=origin,
        hint="open the article in a browser, select all, and give that text",
    )


def keep(
    archive: Archive, found: Iterable[Found], *, now: str
) -> Iterator[ArticleAdded | SourceRefused]:
    """Take what was found into the archive, one transaction an article."""
    for one in readable(found):
        if isinstance(one, SourceRefused):
            yield one
        else:
            yield _kept(archive, one[1], one[0], now)


def _kept(archive: Archive, article: Article, origin: str, now: str) -> ArticleAdded:
    raw = article
    article = site_lines.without(archive, raw)
    added = archive.articles.add(article, arrived=now)
    if added.arrival == "new":
        site_lines.learn(archive, raw, now=now)
    return ArticleAdded(article=replace(article, id=added.id), arrival=added.arrival, origin=origin)


def keep_line(archive: Archive, line: dict[str, Any], *, now: str) -> ArticleAdded:
    """Take one `add --jsonl` object in. Raises ExtractError, StoreError, ValueError."""
    article = of_line(line)
    if error := unreadable(_word(line, "id") or "line", article):
        raise error
    return _kept(archive, article, _word(line, "id") or "", now)


def of_line(line: dict[str, Any]) -> Article:
    """Build an article from a batch line: `text` is taken as it is, `html` is extracted."""
    for field in ("id", "title", "text", "html", "url", "published", "site"):
        kinds = str if field in ("text", "html") else (str, int)
        if line.get(field) is not None and not isinstance(line[field], kinds):
            raise ValueError(f"{field!r} must be text")
    url, site = _word(line, "url"), _word(line, "site")
    title, published = _word(line, "title"), _published(_word(line, "published"))
    if (given := line.get("text")) is not None:
        body = paragraphs(given)
        return Article(
            id=identity.article_id(url, body or title or ""),
            title=title or "",
            text=body,
            url=url,
            site=site,
            published=published,
            language=language.language(body),
            verdict="article" if body else "empty",
        )
    if (html := line.get("html")) is None:
        raise ValueError("'text' or 'html' is missing")
    page = Page(origin=_word(line, "id") or "line", body=html.encode("utf-8", "replace"), url=url)
    found = extract.articles(page, kind="html")[0]
    return Article(
        id=identity.article_id(url, found.text),
        title=title or found.title,
        text=found.text,
        url=url or found.url,
        site=site or found.site,
        authors=found.authors,
        editor=found.editor,
        published=published or found.published,
        language=found.language,
        verdict=found.verdict,
        image=found.image,
        caption=found.caption,
    )


def _published(given: str | None) -> str | None:
    """Return a day of publication, or moment, in ISO form. Raises ValueError for any other."""
    if given is None:
        return None
    sound = dates.iso(given)
    if sound is None:
        raise ValueError("'published' must be a date, such as 2026-11-20 or 2026-11-20T06:30:00Z")
    try:
        kept = datetime.fromisoformat(given).date().isoformat()
    except ValueError:
        return sound
    return given if given.startswith(kept) else sound


def _word(line: dict[str, Any], field: str) -> str | None:
    value = line.get(field)
    return plain.line(str(value)) or None if value is not None else None


def paragraphs(body: str) -> str:
    """Return clean text whose paragraphs are separated by blank lines, as an Article keeps it.

    Text without a blank line has one paragraph a line.
    """
    body = plain.block(body).strip()
    if re.search(r"\n[ \t]*\n", body):
        return re.sub(r"\n[ \t]*\n\s*", "\n\n", body)
    return re.sub(r"\s*\n\s*", "\n\n", body)


def pasted(text: str) -> tuple[str, Page | None]:
    """Tell what was pasted: (address, None) for a link, ("", page) for a text."""
    text = text.strip()
    if _ADDRESS.fullmatch(text):
        return text, None
    return "", Page(origin="pasted text", body=text.encode())
