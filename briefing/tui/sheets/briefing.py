"""A briefing as blocks, whole, as one would read it on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from briefing import plain
from briefing.models import BriefedStory, Briefing, Question
from briefing.tui.sheets import dates
from briefing.tui.sheets.block import Block, Role, Run, label, line
from briefing.tui.sheets.sources import sparkline
from briefing.tui.shown import fit


def blocks(briefing: Briefing) -> list[Block]:
    """Return the sheet of a briefing."""
    made = "offline" if briefing.made_by == "offline" else f"by {briefing.made_by}"
    return [
        line(f"{briefing.title} · {dates.full(briefing.date)}", "title", gap=0),
        line(f"{briefing.articles_read} articles read · made {made}", "muted"),
        *([line(briefing.top_line, gap=1)] if briefing.top_line else []),
        *(block for story in briefing.stories for block in _story(story)),
        *_also(briefing),
        *_numbers(briefing),
        *_trends(briefing),
        *_watch(briefing),
        *_foot(briefing),
    ]


def _story(story: BriefedStory) -> Iterator[Block]:
    card = story.card
    role: Role = "rumour" if card.status in ("rumour", "opinion") else "accent"
    names = ", ".join(dict.fromkeys(a.site for a in story.articles if a.site)) or card.article.site
    aside = f"  {plain.line(names or 'outlet not named', 80)}"
    yield Block((Run(card.status.upper(), role), Run(aside, "muted")), gap=2)
    yield line(story.headline, "title")
    if story.what_is_new:
        yield line(f"New: {story.what_is_new}", "accent")
    yield line(card.lede.text)
    for point in card.points:
        yield line(f"• {point.text}", hang=2)
    if card.why:
        yield line(f"Why it matters: {card.why.text}", "quote")


def _also(briefing: Briefing) -> Iterator[Block]:
    if briefing.also:
        yield label("Also")
    for item in briefing.also:
        site = next((a.site for a in item.articles if a.site), "")
        word = f"{item.status.upper()}  " if item.status in ("rumour", "opinion") else ""
        runs = (Run("· "), Run(word, "rumour"), Run(plain.line(item.text)))
        yield Block(runs, hang=2, right=plain.line(site or "", 18))


def _numbers(briefing: Briefing) -> Iterator[Block]:
    rows = briefing.numbers
    if not rows:
        return
    yield label("By the numbers")
    wide = min(20, max(cell_len(plain.line(r.number.value)) for r in rows))
    for row in rows:
        number = row.number
        measures = plain.line(number.measures if number.measures != "not stated" else row.headline)
        period = f" · {number.period}" if number.period != "not stated" else ""
        runs = (
            Run(fit(plain.line(number.value), wide, right=True), "figure"),
            Run(f"  {measures}"),
            Run(plain.line(period, 60) and f" {plain.line(period, 60)}", "muted"),
        )
        yield Block(runs, hang=wide + 2)


def _trends(briefing: Briefing) -> Iterator[Block]:
    trends = [t for t in briefing.trends if any(t.values)]
    if not trends:
        return
    yield label("Stories a day", right=f"until {dates.short(briefing.date)}")
    wide = min(24, max(cell_len(plain.line(t.name)) for t in trends))
    for trend in trends:
        name = fit(plain.line(trend.name), wide)
        runs = (Run(name), Run(f"  {sparkline(trend.values)}", "accent"))
        yield Block(runs, right=str(sum(trend.values)))


def _watch(briefing: Briefing) -> Iterator[Block]:
    watch = briefing.watch
    yield from _questions("Answered", watch.answered)
    yield from _questions("Overdue", watch.overdue)
    yield from _questions("Due this week", watch.due)
    yield from _questions("New questions", watch.new)


def _questions(title: str, questions: Sequence[Question]) -> Iterator[Block]:
    if questions:
        yield label(title)
    for question in questions:
        answer = question.answer
        words = f"{'✓' if answer else '?'} {question.question}"
        right = answer.polarity if answer else dates.short(question.by)
        yield line(words, hang=2, right=right)
        if answer and answer.sentence:
            yield line(f"“{answer.sentence}”", "quote", indent=2)


def _foot(briefing: Briefing) -> Iterator[Block]:
    if briefing.changes:
        yield label("Corrected")
    for change in briefing.changes:
        yield line(f"≠ {change}", hang=2)
    if briefing.verify:
        yield label("To verify")
    for text in briefing.verify:
        yield line(f"⚑ {text}", "rumour", hang=2)
    if briefing.sources:
        yield label("Sources")
    for source in briefing.sources:
        site = f" · {source.article.site}" if source.article.site else ""
        yield line(f"{source.number:>2} {source.article.title}{site}", "muted", hang=3)
    if briefing.failures:
        yield label("Not read")
    for failure in briefing.failures:
        yield line(f"⚠ {failure.source}: {failure.reason}", "bad", hang=2)
