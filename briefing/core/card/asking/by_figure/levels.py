"""Questions that a level opens: a share, a rate or a total that may be passed."""

from __future__ import annotations

import re

from briefing.core.card.asking import anchors, nations, phrases, voice
from briefing.core.card.asking.by_figure import holders, moves
from briefing.core.card.asking.by_figure.moves import DOWN, FELL, HEAD, OPEN, SOFT, UP, Move
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.subjects import Subject
from briefing.core.card.asking.voice import Form
from briefing.core.language.patterns import lazy

_GAP = rf"(?P<gap>(?: (?!{HEAD}\b)[^\s,;:%$£€]+){{0,5}}?)"
_TOTAL = (
    rf"(?:{HEAD}|index|total|surplus|deficit|loans|applications|claims|credit|vacancies|complaints|"
    r"(?:house|home|asking|unit) price|"
    r"offences|insolvencies|closures|openings|starts|reserves|stocks|inventories)"
)
_LEVEL = lazy(
    rf"\b(?P<head>{_TOTAL}(?: {_TOTAL})?)\b{_GAP} (?P<way>{UP}|{DOWN}) "
    rf"(?:from \S+ (?:in \w+ )?)?(?:\w+ ){{0,2}}?to (?:an? )?{SOFT}"
    r"(?P<level>(?:US\$|A\$|[$£€¥])?\d[\d.,]*\d(?:bn|m)?(?: (?:million|billion|trillion))?)"
    r"(?![\w%]|[.,]\d)(?! ?(?:%|per|p\b|cents|pence))"
)
_STOOD = lazy(
    rf"\b(?P<head>{_TOTAL}(?: {_TOTAL})?)\b{_GAP} (?P<way>reached|hit|totalled|stood at|came to|"
    rf"amounted to) (?:an? )?{SOFT}(?P<level>(?:US\$|A\$|[$£€¥])?\d[\d.,]*\d(?:bn|m)?"
    r"(?: (?:million|billion|trillion))?)(?![\w%]|[.,]\d)(?! ?(?:%|per|p\b|cents|pence))"
)
_AMOUNT = lazy(
    rf"\b(?P<head>{_TOTAL}(?: {_TOTAL})?)\b{_GAP} (?P<way>{UP}|{DOWN}) by {SOFT}"
    r"(?P<level>(?:US\$|A\$|[$£€¥])?\d[\d.,]*(?:bn|m)?(?: (?:million|billion|"
    r"trillion))?)(?![\w%]|[.,]\d)(?! ?%| per)"
)
_SHARE = lazy(
    rf"\b(?P<head>(?:market )?share|share of the [\w ]{{3,25}}? market|"
    rf"(?:operating |gross |profit )?margins?|(?:unemployment|inflation|jobless|vacancy) rate|"
    rf"inflation|unemployment)\b{_GAP} (?:(?:reached|hit)|"
    rf"(?P<way>{UP}|{DOWN}|eased|edged up|slowed|ticked up|widened|narrowed|slipped back) "
    rf"(?:by \S+ (?:percentage )?(?:points? )?)?(?:from \S+ )?to) {SOFT}"
    r"(?P<level>\d+(?:\.\d+)?(?:%| ?per ?cent))"
)
_OF_MARKET = lazy(r" of the [\w.& -]*?market$")
_AT = lazy(r"reached|hit|totalled|stood at|came to|amounted to")
_SLOWED = lazy(r"eased|slowed|narrowed|slipped")


def of(cast: Cast, i: int, sentence: str, body: Subject | None) -> Draft | None:
    """Return the question that a level in sentence `i` opens; `body` counts where nobody else."""
    moved = " to " in sentence or " by " in sentence
    counted = "%" in sentence or "cent" in sentence
    for pattern, reading, worth in (
        (_SHARE, _share, counted),
        (_LEVEL, _level, moved),
        (_AMOUNT, _level, moved),
        (_STOOD, _level, _AT.search(sentence) is not None),
    ):
        m = pattern.search(sentence) if worth else None
        if m and not OPEN.search(moves.clause(sentence, m)):
            return reading(cast, i, sentence, m, body)
    return None


def _share(
    cast: Cast, i: int, sentence: str, m: re.Match[str], body: Subject | None
) -> Draft | None:
    """Ask whether a share or a rate in per cent passes where it stands."""
    row = cast.tokens[i]
    at = anchors.token_at(row, m.start("head"))
    head, level = m.group("head").lower(), m.group("level")
    way = m.group("way") or ""
    fell = (_SLOWED.match(way) or FELL.match(way)) is not None
    move = Move(head, moves.owner_of(cast, i, at), level, fell, row[at].start, m.end())
    if head == "share" and (of_what := _OF_MARKET.match(m.group("gap"))):
        head += of_what.group()  # "its share of the grocery market"
    if re.search("share|margin", head):
        actor = holders.of(cast, i, move)
        if actor is None or not actor.actor or actor.metric or cast.salient(actor.actor) < 2:
            return None
        its = "their" if actor.plural else "its"
        rest = f"{its} {head} {'back above' if fell else 'above'} {level}"
        return Draft.of(actor, "raise", rest, "report", "due", i)
    what, source = moves.whose(cast, move), body
    if what is None or source is None or source.text in what:
        return None
    rest = f"{what} {'below' if fell else 'above'} {level}"
    return Draft.of(source, "report", rest, "report", "due", i)


def _level(
    cast: Cast, i: int, sentence: str, m: re.Match[str], body: Subject | None
) -> Draft | None:
    """Ask who counts whether a total is passed: "new loans rose to 83,000"."""
    row = cast.tokens[i]
    at = anchors.token_at(row, m.start("head"))
    first = at
    while first and row[first - 1].tag in ("NN", "ADJ") and at - first < 4:
        first -= 1
    last = anchors.token_at(row, m.end("head") - 1)
    words = phrases.words(row, (first, last + 1))
    place = moves.place_of(re.sub(r"^ ?\([A-Z]+\)", "", m.group("gap")).strip())
    if place is None or re.search(r"\bshares?\b|\bstocks?\b", words):
        return None
    words = phrases.uncapital(words) if row[first].start == 0 else words
    fell = FELL.match(m.group("way")) is not None
    level = m.group("level").strip(".,")
    move = Move(f"{words} {place}".strip(), moves.owner_of(cast, i, first), level, fell, 0, m.end())
    if body is None:
        return _national(cast, i, move)
    its = "their" if body.plural else "its"
    what = f"{its} {move.what}" if move.owner in ("its", "their") else moves.whose(cast, move)
    if what is None or body.text in what:
        return None
    verb, rest = _form(cast, move, what, sentence, by=" by " in m.group())
    return Draft.of(body, verb, rest, "report", "due", i)


_OF_COUNTRIES = lazy(
    r"\b(?:exports|imports|surplus|deficit|claims|loans|reserves|output|approvals|lending|spending|"
    r"credit|total|(?:retail|car|home) sales)\b"
)


def _national(cast: Cast, i: int, move: Move) -> Draft | None:
    """Ask for a country's next total where nobody is named who counts it."""
    what = moves.whose(cast, move)
    country = nations.NAMED.search(what) if what and _OF_COUNTRIES.search(what) else None
    if what is None or country is None or not re.search(r"\D\d\D*\d|\d{3}", f" {move.figure}"):
        return None
    form = Form("rise", f"back above {move.figure}" if move.fell else f"above {move.figure}")
    plural = what.endswith("s") and not what.endswith("ss")
    return Draft(what, country.group(), *form, "report", "due", i, plural, metric=True)


def _form(cast: Cast, move: Move, what: str, sentence: str, *, by: bool) -> Form:
    level, when = move.figure, moves.when(sentence, move)
    if by and move.fell:
        dated = f" in {when}" if when else ""
        forms = (
            Form("report", f"a rise in {what} after the fall of {level}{dated}"),
            Form("report", f"an increase in {what} after a drop of {level}{dated}"),
        )
    elif by:
        than = f"{phrases.possessive(when)} {level}" if when else level
        forms = (
            Form("report", f"a rise in {what} of more than {than}"),
            Form("report", f"an increase in {what} above {than}"),
        )
    elif move.fell:
        forms = (
            Form("report", f"a rise in {what} from {level}"),
            Form("report", f"{what} back above {level}"),
        )
    else:
        forms = (
            Form("report", f"{what} above {level}"),
            Form("report", f"a further rise in {what} above {level}"),
        )
    return voice.choose(cast, forms)
