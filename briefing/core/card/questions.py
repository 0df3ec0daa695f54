"""What to watch: up to five questions an article leaves open, each from one of its sentences.

Writes English only; an article in another language gets none rather than a mixture.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.core.card import wording as style
from briefing.core.card.asking import (
    callings,
    deals,
    derived,
    events,
    genre,
    merging,
    outcomes,
    phrases,
    rank,
    terms,
    triggers,
    wording,
)
from briefing.core.card.asking import cast as cast_of
from briefing.core.card.asking import draft as drafts
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.people import CALENDAR, is_nobody
from briefing.core.language import datelines
from briefing.core.language import text as words_of
from briefing.core.language.patterns import lazy
from briefing.models import Article, Watch

_MOST_SENTENCES = 120
_LONGEST = 600
_MOST_WORDS = 20
_ENOUGH = 3  # questions, to which figures held against their next ones add nothing
# "above 1.15 billion": of what, was lost
_UNITLESS = lazy(
    r"(?:above|below|to|of|from|than) \d[\d.,]* (?:billion|million|trillion)\?$|"
    r"\b(?:reach|hit|achieve) \d[\d.]*(?:%| per ?cent)(?:\?$| (?:by|in) )"
)
# "accept the bid from the Swedish financier": whose, was cut off
_NAMELESS = lazy(
    r"\bthe (?:deal|transaction|agreement|purchase)\?$|"
    r"\bthe (?:firm|company|chain|group|retailer|grocer)['’]s\b|\bat the port\?$|"
    r"\b(?:in|into|of|for|with) the (?:firm|company|chain|group|retailer|grocer)\?$|"
    r"\bfrom the (?:[\w-]+ )*(?:financier|tycoon|investor|billionaire|group|company)\?$"
)
_SHORT = 14  # words, of a question that has room to say who its actor is
# "$102.6bn (£53.5bn)": the conversion would cut the predicate in two
_CONVERTED = lazy(r"\s\((?:about |around )?(?:[A-Z]{0,3}[$£€¥₹]|Rs ?)[^()]{1,40}\)")
# "on Sept. 6": the stop would end the sentence
_MONTHS = {
    "Jan": "January", "Feb": "February", "Aug": "August", "Sept": "September", "Sep": "September",
    "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
_SHORTENED = lazy(rf"\b({'|'.join(_MONTHS)})\.(?= \d)")
# "the fee it charges restaurants": the pronoun would end the object
_CHARGED = lazy(r"\bthe (fees?|commissions?|prices?|rates?) it charges (?:for )?")
# "by Friday, November 20, whether": the commas belong to the date
_DATED = lazy(
    r"\b((?:by|on|before|until) )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?=[A-Z][a-z]+ \d)|"
    r"(?<=[a-z] \d\d),(?= (?:whether|to|if) )"
)


def watch(
    article: Article, sentences: Sequence[str], *, today: str | None = None, limit: int = 5
) -> tuple[Watch, ...]:
    """Return 0 to `limit` watch questions, the most consequential first.

    `today` is an ISO date used where the article has no date; evidence indexes `sentences`.
    """
    if (article.language or words_of.language(article.text[:4000]) or "en")[:2] != "en":
        return ()
    if not genre.is_report(sentences):
        return ()
    rows = [_plain(s) if len(s) <= _LONGEST else "" for s in sentences[:_MOST_SENTENCES]]
    cast = cast_of.of(article.title, rows)
    deal = deals.find(cast, rows)
    if deal:
        deal = deal._replace(described=deal.described or callings.of(cast, deal.other))
        cast = replace(cast, pair=(deal.buyer, deal.other))
        cast = merging.shared(cast) if deal.merger else cast
    found = _drafts(cast, rows, deal)
    if start := article.published or today:
        found = [d for d in found if not _is_history(d, rows[d.sentence], int(start[:4]))]
    if found and not rank.of_business(rows):
        found = [d for d in found if rank.concerns_business(d) or callings.of(cast, d.actor)]
    weighed = [(rank.weight(d, cast, rows), d) for d in found]
    weighed = [w for w in weighed if w[0] >= rank.LEAST]
    weighed.sort(key=lambda w: (-w[0], w[1].sentence))
    return _choose([d for _, d in weighed], cast, rows, article.published or today, limit)


def _plain(sentence: str) -> str:
    bare = datelines.without(sentence)
    bare = _SHORTENED.sub(lambda m: _MONTHS[m[1]], _CONVERTED.sub("", bare))
    bare = _CHARGED.sub(r"its \1 for ", bare) if " it charges" in bare else bare
    return _DATED.sub(lambda m: m.group(1) or "", bare)


_YEAR = lazy(r"\b(?:19|20)\d\d\b")


def _is_history(draft: Draft, sentence: str, year: int) -> bool:
    """Say whether a finished act was finished years ago: "rebuffed its offer in 2013"."""
    years = [int(y) for y in _YEAR.findall(sentence)]
    done = draft.kind == "due" and draft.event not in ("report", "guide", "rule")
    return done and bool(years) and max(years) < year - 1


def _drafts(cast: Cast, rows: Sequence[str], deal: deals.Deal | None) -> list[Draft]:
    out = list(derived.all_of(cast, rows, deal))
    # an agreed purchase is asked about once, by its closing
    closing = {d.actor for d in out if d.event == "close"}
    told = deal.sentence if deal and deal.stage == "agreed" and deal.buyer in closing else -1
    for i, row in enumerate(cast.tokens):
        if "?" in rows[i]:
            continue
        for trigger in triggers.find(row):
            draft = drafts.fill(cast, i, trigger, deal)
            sold = draft is not None and draft.event == "divest" and draft.sentence == told
            sold = sold and deal is not None and draft is not None and draft.actor != deal.buyer
            if draft and not sold and not (draft.event == "acquire" and draft.actor in closing):
                out.append(draft)
    return out


def _choose(
    found: Sequence[Draft], cast: Cast, rows: Sequence[str], start: str | None, limit: int
) -> tuple[Watch, ...]:
    asked: list[Watch] = []
    taken: list[set[str]] = []
    reported: set[int] = set()  # one sentence's figure is asked about once
    own = [set(words_of.content_words(s)) for s in rows if "?" in s]
    for draft in sorted(found, key=lambda d: d.reading):
        if len(asked) >= (_ENOUGH if draft.reading else limit):
            break
        if any(_same(draft, w) for w in asked):
            continue
        text = _worded(draft, cast, [w.question.split()[0] for w in asked])
        bag = set(words_of.content_words(text))
        if _NAMELESS.search(text) or (draft.event == "report" and _UNITLESS.search(text)):
            continue
        figure = draft.event == "report" or " forecast of " in draft.rest
        if figure and draft.sentence in reported:
            continue
        if not 5 <= len(text.split()) <= _MOST_WORDS or not _names_someone(text, draft, cast):
            continue
        if any(_alike(bag, other) or _near(bag, other, 0.7) for other in taken) or any(
            _near(bag, q) for q in own
        ):
            continue
        taken.append(bag)
        reported.update({draft.sentence} if figure else ())
        asked.append(_watch(draft, text, start))
    return tuple(asked)


def _worded(draft: Draft, cast: Cast, used: Sequence[str]) -> str:
    """Return the question, its term left to the `by` field where the two are too long.

    A short one says what the article calls its actor.
    """
    text = wording.question(draft, used)
    if len(text.split()) <= _SHORT and draft.subject == draft.actor:
        called = callings.of(cast, draft.actor)
        if called:
            return wording.question(replace(draft, subject=f"{called} {draft.actor}"), used)
    if len(text.split()) > _MOST_WORDS and not text.startswith("Will"):
        used = [*used, "Will", "Is", "Are"]
        text = wording.question(draft, used)
    if len(text.split()) > _MOST_WORDS:
        shorter = _DATE.sub("", draft.rest)
        text = wording.question(replace(draft, term=None, rest=shorter), used)
    return text


# "a rise in output after the 2% fall in October": its month can be left out
_DATE = lazy(r" in (?:[A-Z][a-z]+|the [a-z]+ (?:quarter|half)|(?:19|20)\d\d)$")


def _names_someone(text: str, draft: Draft, cast: Cast) -> bool:
    # a quantity was only asked about because its owner had a name
    if is_nobody(draft.actor):
        return False
    owned = draft.metric and not CALENDAR.match(draft.actor)
    said = text.split()[1:] if draft.actor else draft.rest.split()
    names = (w for w in map(phrases.strip, said) if draft.actor or re.fullmatch(r"[A-Z]\D+", w))
    return owned or any(cast.weight[name] for name in names)


def _same(draft: Draft, asked: Watch) -> bool:
    """Say whether a question is asked already under the firm's short name: BA, British Airways."""
    names = sorted((draft.actor.removeprefix("the "), asked.actor.removeprefix("the ")), key=len)
    short = "".join(w[0] for w in names[1].split() if w)
    alike = draft.event == asked.event or ("stake" in draft.rest and "stake" in asked.object)
    if not alike or draft.event == "report" or not names[0]:
        return False
    if names[0] != short and not names[1].startswith(names[0]):
        return False
    if draft.event == "hire" and draft.verb == "name" and names[0] == names[1]:
        return True
    bags = [set(words_of.content_words(rest)) for rest in (draft.rest, asked.object)]
    return _near(min(bags, key=len), max(bags, key=len), 0.5)


def _alike(a: set[str], b: set[str]) -> bool:
    return len(a & b) >= 0.45 * len(a | b)


def _near(a: set[str], b: set[str], share: float = 0.6) -> bool:
    return bool(a) and len(a & b) >= share * min(len(a), len(b)) and len(b) > 2


def _watch(draft: Draft, text: str, start: str | None) -> Watch:
    days = events.HORIZON[draft.event]
    by = terms.resolve(draft.term.phrase, start) if draft.term and start else None
    if by is None and start:
        by = terms.fiscal_end(f"{draft.rest} {draft.term.phrase if draft.term else ''}", start)
    if by is None and start:
        by = (datetime.date.fromisoformat(start[:10]) + datetime.timedelta(days=days)).isoformat()
    return Watch(
        question=style.quiet(text) or text,
        actor=draft.actor or draft.subject,
        event=draft.event,
        by=by,
        horizon_days=None if by else days,
        yes_if=outcomes.yes_if(draft),
        no_if=outcomes.no_if(draft),
        object=draft.rest,
        evidence=(draft.sentence,),
    )
