"""Questions that a rise or a fall in per cent opens: the next figure of whoever reports it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.core.card.asking import nations, nouns, phrases, subjects, voice
from briefing.core.card.asking.by_figure import bodies, holders, levels, moves
from briefing.core.card.asking.by_figure.moves import Move
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.people import CALENDAR
from briefing.core.card.asking.subjects import Subject
from briefing.core.card.asking.voice import Form
from briefing.core.language import gazetteer
from briefing.core.language.patterns import lazy

_OPENING = 20  # sentences
_MOST_DRAFTS = 4


def of(cast: Cast, sentences: Sequence[str]) -> Iterator[Draft]:
    """Yield at most four drafts on the next reading of what the opening sentences tell."""
    asked: set[str] = set()
    sources = bodies.sources(cast, sentences[:_OPENING])
    for i, sentence in enumerate(sentences[:_OPENING]):
        if len(asked) >= _MOST_DRAFTS or not _DIGIT.search(sentence):
            continue
        move = moves.find(cast, i, sentence) if "%" in sentence or "cent" in sentence else None
        if move and move.figure in asked:
            continue
        draft = levels.of(cast, i, sentence, sources[i])
        if move and draft is None:
            draft = (
                _own(cast, i, sentence, move)
                or _counted(cast, i, sentence, move, sources[i])
                or _national(cast, i, sentence, move)
            )
        if draft:
            asked.add(move.figure if move else str(i))
            yield draft


_DIGIT = lazy(r"\d")


# without an owner these are a country's as often as a firm's
_SOLD = lazy(
    r"(?:sales|revenues?|profits?|income|earnings|turnover|orders|takings|passenger|customer|"
    r"subscriber|visitor|circulation|footfall|bookings)\b"
)
_CORPORATE = lazy(
    r"(?:sales|revenues?|profits?|income|earnings|turnover|orders|shipments|deliveries|bookings|"
    r"takings|subscribers|customers|users|passengers|visitors|numbers|traffic|circulation|volumes?|"
    r"production|output|footfall|exports)\b"
)


def _own(cast: Cast, i: int, sentence: str, move: Move) -> Draft | None:
    """Ask a firm for the next figure of its own."""
    if not _CORPORATE.search(move.what):
        return None
    if (
        move.owner in ("", "the", "a", "an")
        and not _SOLD.search(move.what)
        and " at " not in move.what
    ):
        return None
    actor = holders.of(cast, i, move)
    if actor is None or nouns.COUNTING.search(actor.text) or actor.metric or not actor.actor:
        return None
    known = cast.salient(actor.actor) > 1 or gazetteer.find(actor.actor) is not None
    if not known or actor.actor.partition(" of ")[0] in subjects.people(cast):
        return None
    if nations.NAMED.fullmatch(actor.text) or CALENDAR.match(actor.text):
        return None
    if move.owner in nations.ADJECTIVES:
        move = move._replace(what=f"{move.owner} {move.what}")
    move = move._replace(what=re.sub(r" at [A-Z].*$", "", moves.MONTH.sub("", move.what)))
    its = "their" if actor.plural else "its"
    when = moves.when(sentence, move)
    rest = _rest(cast, move, its, when)
    return Draft(actor.text, actor.actor, *rest, "report", "due", i, actor.plural)


def _rest(cast: Cast, move: Move, its: str, when: str) -> Form:
    """Return the next figure held against this one, in the article's words."""
    what, figure = move.what, move.figure
    dated = f" in {when}" if when else ""
    results = "quarterly results" if "quarter" in cast.vocabulary else "results"
    if move.fell:
        return voice.choose(
            cast,
            (
                Form("report", f"a rise in {what} after the {figure} fall{dated}"),
                Form("recover", f"from {its} {figure} fall in {what}{dated}"),
                Form("report", f"higher {what} after a drop of {figure}{dated}"),
                Form("report", f"a further decline in {what} after the {figure} fall{dated}"),
            ),
        )
    whose = phrases.possessive(when) if when else its
    return voice.choose(
        cast,
        (
            Form("match", f"{whose} {figure} rise in {what}"),
            Form("post", f"another rise of at least {figure} in {what}"),
            *_growth(what, f"growth above {figure} in its next {results}"),
            Form("report", f"an increase in {what} of more than {figure} in its next {results}"),
        ),
    )


def _growth(what: str, growth: str) -> list[Form]:
    """Return "sales growth above 3%"; nothing for "sales at its shops", which cannot say so."""
    if re.search(r"\b(?:at|in|of|for|from|to)\b", what):
        return []
    single = re.sub(r"(profit|revenue|order|export|import|price)s$", r"\1", what)
    return [Form("report", f"{single} {growth}")]


def _counted(cast: Cast, i: int, sentence: str, move: Move, body: Subject | None) -> Draft | None:
    """Ask who counts for the next figure of what he counts."""
    what = None if _RESULT.search(move.what) else moves.whose(cast, move)
    if what is None or body is None or body.text in what:
        return None
    when = moves.when(sentence, move)
    dated = f" in {when}" if when else ""
    forms: tuple[Form, ...]
    if move.fell:
        forms = (
            Form("report", f"a rise in {what} after the {move.figure} fall{dated}"),
            Form("report", f"an increase in {what} after a decline of {move.figure}{dated}"),
            Form("report", f"higher {what} after the {move.figure} drop{dated}"),
        )
    else:
        than = f"{phrases.possessive(when)} {move.figure}" if when else move.figure
        forms = (
            Form("report", f"another rise in {what} of at least {move.figure}"),
            Form("report", f"an increase in {what} of more than {than}"),
            *_growth(what, f"growth above {than}"),
        )
    return Draft(body.text, body.actor, *voice.choose(cast, forms), "report", "due", i, body.plural)


_RESULT = lazy(r"\b(?:profits?|earnings|income|turnover|revenues?)\b")


def _national(cast: Cast, i: int, sentence: str, move: Move) -> Draft | None:
    """Ask for a country's next figure where nobody is named who counts it."""
    what = None if _RESULT.search(move.what) else moves.whose(cast, move)
    country = nations.NAMED.search(what) if what else None
    when = moves.when(sentence, move)
    if what is None or country is None or not when or "where" in sentence[: move.end]:
        return None
    plural = what.endswith("s") and not what.endswith("ss")
    if move.fell:
        its = "their" if plural else "its"
        form = Form("recover", f"from {its} {move.figure} fall in {when}")
    else:
        form = Form("match", f"{phrases.possessive(when)} {move.figure} rise")
    return Draft(what, country.group(), *form, "report", "due", i, plural, metric=True)
