"""Today as blocks: the stories, the rest in a line each, what was answered, what is unread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing import plain
from briefing.tui.sheets import dates
from briefing.tui.sheets.block import Block, Role, Run, label, line

if TYPE_CHECKING:
    from briefing.models import AlsoItem, ArticleRef, BriefedStory, Briefing, Headline, Question


class Told(NamedTuple):
    """The key of a story: its articles, the lead one first. `part` tells two places apart."""

    part: str
    ids: tuple[str, ...]


class Front(NamedTuple):
    """What Today shows: a briefing if one is kept, and what came in beside it."""

    today: str
    briefing: Briefing | None = None
    unread: Sequence[Headline] = ()
    known: Mapping[str, Headline] = {}
    waiting: int = 0
    total: int = 0
    feeds: int = 0

    @property
    def bare(self) -> bool:
        """Say whether there is nothing at all, as on the first start."""
        return not (self.total or self.feeds or self.briefing)


def blocks(front: Front, watchlist: Sequence[str] = ()) -> list[Block]:
    """Return the sheet of the day."""
    sheet: list[Block] = []
    if front.briefing is not None:
        sheet += _briefed(front, front.briefing, watchlist)
    sheet += _unread(front)
    if not sheet:
        sheet = [
            line("Nothing new today.", "title", gap=0),
            line("r fetches your feeds · a adds a link or a text · L is the library", "muted"),
        ]
    return sheet


def _briefed(front: Front, briefing: Briefing, watchlist: Sequence[str]) -> Iterator[Block]:
    day = "" if briefing.date == front.today else dates.heading(briefing.date)
    if briefing.stories:
        yield label("Top", gap=0, right=day)
    for n, story in enumerate(briefing.stories):
        yield _story(story, front.known, watchlist, gap=1 if n else 0)
    if briefing.also:
        yield label("Also", gap=1 if briefing.stories else 0)
    for item in briefing.also:
        yield _also(item, front.known)
    yield from _questions("Answered since", briefing.watch.answered)
    yield from _questions("Overdue", briefing.watch.overdue)
    yield from _questions("Due", briefing.watch.due)
    if briefing.changes:
        yield label("Corrected")
    for change in briefing.changes:
        yield line(f"≠ {change}", "rumour", hang=2)
    if briefing.failures:
        count = len(briefing.failures)
        words = f"{count} source{'s' if count > 1 else ''} could not be read"
        yield line(f"⚠ {words}; H shows why", "muted", gap=1)


def _story(
    story: BriefedStory, known: Mapping[str, Headline], watchlist: Sequence[str], *, gap: int
) -> Block:
    ids = tuple(a.id for a in story.articles) or (story.card.id,)
    read = _all_read(ids, known)
    role: Role = "rumour" if story.card.status in ("rumour", "opinion") else "accent"
    update = "UPDATE · " if story.update_of else ""
    runs = [
        Run(f"{_signs(ids, known)} ", "accent"),
        Run(plain.line(story.headline, 300), "text" if read else "title"),
        Run("\n"),
        Run(f"{update}{story.card.status.upper()}", role),
        Run("  " + " · ".join(_origin(story, watchlist)), "muted"),
    ]
    if story.what_is_new:
        runs += [Run("\n"), Run(plain.line(f"New: {story.what_is_new}", 300), "text")]
    return Block(tuple(runs), key=Told("story", ids), hang=2, gap=gap)


def _origin(story: BriefedStory, watchlist: Sequence[str]) -> Iterator[str]:
    lead = story.articles[0] if story.articles else None
    name = plain.line((lead.site if lead else story.card.article.site) or "outlet not named", 40)
    others = story.independent - 1
    yield f"{name} +{others}" if others > 0 else name
    if story.beat:
        yield plain.line(story.beat, 30)
    names = [w for w in watchlist if w.lower() in story.headline.lower()]
    if names:
        yield f"watch: {plain.line(', '.join(names), 40)}"


def _also(item: AlsoItem, known: Mapping[str, Headline]) -> Block:
    ids = tuple(a.id for a in item.articles)
    word = f"{item.status.upper()}  " if item.status in ("rumour", "opinion") else ""
    site = plain.line(_site(item.articles), 30)
    runs = (
        Run(f"{_signs(ids, known)} ", "accent"),
        Run(word, "rumour"),
        Run(plain.line(item.text, 300)),
        Run(f"  {site}", "muted"),
    )
    return Block(runs, key=Told("also", ids), hang=2)


def _site(articles: Sequence[ArticleRef]) -> str:
    return next((a.site for a in articles if a.site), "")


def _signs(ids: Sequence[str], known: Mapping[str, Headline]) -> str:
    """Return one sign: starred, unread or read."""
    if any(known[i].status.starred for i in ids if i in known):
        return "★"
    return "○" if _all_read(ids, known) else "●"


def _all_read(ids: Sequence[str], known: Mapping[str, Headline]) -> bool:
    """Say whether the lead article was read; one that is not known here counts as read."""
    return all(known[i].status.read for i in ids[:1] if i in known)


def _questions(title: str, questions: Sequence[Question]) -> Iterator[Block]:
    if questions:
        yield label(title)
    for question in questions:
        answer = question.answer
        ids = tuple(r.id for r in (answer.article if answer else None, question.article) if r)
        sign = "✓" if answer else "?"
        right = answer.polarity if answer else dates.short(question.by)
        runs = [Run(f"{sign} ", "good" if answer else "accent"), Run(plain.line(question.question))]
        if answer and answer.sentence:
            runs += [Run("\n"), Run(plain.line(f"“{answer.sentence}”", 300), "quote")]
        yield Block(tuple(runs), key=Told(question.id, ids), hang=2, right=right)


def _unread(front: Front) -> Iterator[Block]:
    """Yield what is unread and not part of the briefing, newest first."""
    briefed = _in(front.briefing)
    rest = [h for h in front.unread if h.id not in briefed]
    if not rest:
        return
    title = "Unread" if front.briefing is not None else "New and unread"
    yield label(
        title, gap=1 if front.briefing is not None else 0, right=f"{front.waiting:,} in all"
    )
    for headline in rest:
        word = "RUMOUR  " if headline.card_status == "rumour" else ""
        count = f"  ×{headline.sources}" if headline.sources > 1 else ""
        runs = (
            Run("★ " if headline.status.starred else "● ", "accent"),
            Run(word, "rumour"),
            Run(plain.line(headline.title, 300) or "Untitled"),
            Run(f"  {plain.line(headline.site or '', 30)}{count}", "muted"),
        )
        yield Block(runs, key=Told("new", (headline.id,)), hang=2)


def articles(briefing: Briefing) -> list[ArticleRef]:
    """Return the articles that a briefing tells of, in its order."""
    told = [story.articles for story in briefing.stories]
    return [ref for refs in (*told, *(item.articles for item in briefing.also)) for ref in refs]


def _in(briefing: Briefing | None) -> set[str]:
    """Return the ids of the articles that a briefing tells of."""
    if briefing is None:
        return set()
    return {ref.id for ref in articles(briefing)}
