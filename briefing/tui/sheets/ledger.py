"""The ledger as blocks: a question, its actor, its date, where it came from, its answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing import plain
from briefing.tui.sheets import dates
from briefing.tui.sheets.block import Block, Run, line

if TYPE_CHECKING:
    from briefing.models import Question, WatchState

TABS: tuple[tuple[str, tuple[WatchState, ...], str], ...] = (
    ("Open", ("open",), "No open questions. Cards bring them; a briefing keeps them."),
    ("Due", ("open",), "Nothing is due this week."),
    ("Answered", ("answered",), "No answers wait for your word."),
    ("Expired", ("expired", "dropped"), "Nothing expired."),
    ("Settled", ("confirmed",), "Nothing is settled yet."),
)
"""Name, states and the words when there is none, of every tab."""


def tabs(at: int, counts: Sequence[int]) -> Block:
    """Return the line of tabs, the open one in brackets so that it shows without colour."""
    runs: list[Run] = []
    for n, (name, _, _) in enumerate(TABS):
        count = f" {counts[n]}" if n < len(counts) else ""
        if n == at:
            runs.append(Run(f"[{name.upper()}{count}]", "accent"))
        else:
            runs.append(Run(f" {name.upper()}{count} ", "muted"))
        runs.append(Run(" "))
    return Block(tuple(runs))


def blocks(
    questions: Sequence[Question], at: int, counts: Sequence[int], today: str
) -> list[Block]:
    """Return the sheet of one tab."""
    sheet = [tabs(at, counts)]
    sheet += [_question(q, today) for q in questions]
    if not questions:
        sheet.append(line(TABS[at][2], "muted", gap=1))
    return sheet


def _question(question: Question, today: str) -> Block:
    answer = question.answer
    sign = "✓" if answer else "✗" if question.state in ("expired", "dropped") else "?"
    runs = [
        Run(f"{sign} ", "good" if answer else "accent"),
        Run(plain.line(question.question), "title"),
        Run("\n"),
        Run(_origin(question), "muted"),
    ]
    if answer:
        source = plain.line(answer.article.site or answer.article.title, 80)
        runs += [Run("\n"), Run(f"{answer.polarity.upper()}  ", "good")]
        words = f"“{plain.line(answer.sentence, 400)}”  {source}" if answer.sentence else source
        runs.append(Run(words, "quote"))
        if question.state == "answered" and answer.against:
            before = answer.against
            source = plain.line(before.article.site or before.article.title, 80)
            runs += [Run("\n"), Run(f"before that {before.polarity.upper()}  {source}", "muted")]
        if question.state == "answered":
            runs += [Run("\n"), Run("y confirms, n rejects", "muted")]
    due = dates.full(question.by) if question.by else "no date"
    late = bool(question.by and question.by < today and question.state == "open")
    right = f"overdue · {due}" if late else due
    return Block(
        tuple(runs),
        key=question.id,
        hang=2,
        gap=1,
        right=right,
        right_role="bad" if late else "muted",
    )


def _origin(question: Question) -> str:
    source = question.article.site or question.article.title or "by hand"
    parts = [question.actor, f"asked {dates.short(question.opened)}", source]
    if question.snoozed_until:
        parts.append(f"later, from {dates.short(question.snoozed_until)}")
    return " · ".join(plain.line(p, 80) for p in parts if p)
