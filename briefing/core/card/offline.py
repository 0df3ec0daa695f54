"""The card made without a model: every word of it borne out by the article."""

from __future__ import annotations

from dataclasses import replace

from briefing.core.card import (
    denied,
    entities,
    ground,
    headline,
    lede,
    numbers_weight,
    owners,
    points,
    questions,
    reading,
    select,
    status,
)
from briefing.core.card import numbers as figures
from briefing.core.card import verify as doubts
from briefing.core.card import why as reasons
from briefing.core.card.reading import Reading
from briefing.errors import ExtractError
from briefing.models import Article, Card, Point, Source

_ENDLESS = 100_000  # characters
_LONGEST_LEDE = 400


def card(article: Article) -> Card:
    """Return the card of an article, checked against it.

    Raises ExtractError for an article without any text.
    """
    read = reading.of(article.title, article.text, article.language)
    if not read.sentences and not read.headings:
        raise ExtractError(
            f"{article.title or article.url or article.id}: there is no text to make a card of",
            origin=article.url or article.id,
            hint="open the article in a browser, select all, and give that text",
        )
    checked = ground.publish(_card(article, read), _read_part(article, read))
    return replace(checked, headline=headline.fit(checked.headline))


def _words(article: Article) -> int:
    """Return the length, the quick way for a text that has no wide characters to count."""
    return len(article.text.split()) if article.text.isascii() else article.words


def _read_part(article: Article, read: Reading) -> Article:
    """Return the article, or of an endless one the part that was read for its sense."""
    if len(article.text) <= _ENDLESS:
        return article
    return replace(article, text="\n\n".join(row.text for row in read.rows))


def _card(article: Article, read: Reading) -> Card:
    pool = select.candidates(read)
    state = status.status(read)
    top = lede.lede(read, pool, state, article.published)
    if top and status.of_told(state, top.text) != state:
        state = status.of_told(state, top.text)
        top = lede.lede(read, pool, state, article.published)
    told = points.points(read, pool, top, article.published) if top else ()
    told = denied.with_denials(read, top, told, article.published) if top else told
    numbers = figures.numbers(read, article.published)
    who = entities.entities(read)
    shown = [top, *told] if top else []
    title = headline.headline(read, shown, state)
    rows = owners.told_apart(numbers, who, read.sentences)
    return Card(
        id=article.id,
        status=state,
        headline=title,
        lede=top or _plain_lede(read),
        points=told,
        why=reasons.why(read, pool, shown, article.published),
        numbers=numbers_weight.ordered(rows, f"{title} {read.title}", shown),
        entities=who,
        watch=questions.watch(article, read.sentences),
        verify=doubts.verify(read, numbers, told, state, article.published),
        article=Source(
            title=article.title,
            site=article.site,
            authors=article.authors,
            published=article.published,
            url=article.url,
            language=article.language,
            words=_words(article),
        ),
        sentences=read.sentences,
    )


def _plain_lede(read: Reading) -> Point:
    """The first sentence as it is, for a text in which no sentence can be printed alone."""
    for row in read.rows:
        if not row.text.rstrip('"”’» ').endswith(("?", "？")) and len(row.text) <= _LONGEST_LEDE:
            return Point(text=row.text, evidence=(row.index,))
    return Point(text="")
