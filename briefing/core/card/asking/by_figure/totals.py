"""Questions that a total opens: whether the next period's passes what a firm made, sold or drew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.core.card.asking import anchors, subjects, voice
from briefing.core.card.asking.by_figure import holders, moves
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.people import is_company
from briefing.core.card.asking.subjects import Subject
from briefing.core.card.asking.voice import Form
from briefing.core.language import chunks, tagger
from briefing.core.language.patterns import lazy

_OPENING = 16  # sentences
_MOST_DRAFTS = 2
_MONEY = (
    r"(?:US\$|A\$|[$£€¥₹]|Rs\.? ?)\s?\d[\d.,]*\s?(?:bn|billion|million|m|trillion|tn|crore)?(?!\w)"
    r"|\d[\d.,]*\s?(?:bn|m|million|billion) (?:[A-Z][a-z]+ )?"
    r"(?:euros|dollars|pounds|rupees|yen|won|yuan|reais|francs|kronor)\b"
)
_ABOUT = (
    r"(?:about |around |some |nearly |almost |more than |over |just over |just under |a record |"
    r"record |up to )?"
)
_METRIC = (
    r"(?:(?:net|annual|pre-tax|operating|quarterly|full-year|total|group|gross|retail|online|"
    r"worldwide|global|yearly|combined|advertising|export|underlying|taxable|half-year|monthly) )*"
    r"(?:sales|revenues?|profits?|income|earnings|turnover|takings|exports)"
)
# "made a pre-tax profit of £75m"; "sales of $30bn"; "a £75m profit"
_EARNED = lazy(
    rf"\b(?:made|makes|earned|posted|posts|reported|reports|recorded|announced|generated|generates|"
    rf"generating|booked|had|has|with|achieved|returned|delivered|unveiled|saw|turned in|notched "
    rf"up|"
    rf"brought in|rang up|enjoyed)(?: up)? (?:(?:a|an|its) )?(?:(?:record|better-than-expected|"
    rf"first-half|second-half|first-quarter|second-quarter|third-quarter|fourth-quarter|fiscal|"
    rf"strong|rise in) )*(?:(?P<metric>{_METRIC}) of {_ABOUT}(?P<sum>{_MONEY})|"
    rf"{_ABOUT}(?P<sum2>{_MONEY}) (?:in )?(?P<metric2>{_METRIC}))"
)
# "net profit for the year was £75m"
_STOOD = lazy(
    rf"\b(?P<metric>{_METRIC})(?: (?:in|for|at|over) [^,;$£€%]{{1,30}}?)? (?:was|were|came in at|"
    rf"totalled|totaled|reached|hit|stood at|amounted to|came to) {_ABOUT}(?P<sum>{_MONEY})"
)
# "earned $10m in the third quarter"
_PLAIN = lazy(
    rf"\bearned {_ABOUT}(?P<sum>{_MONEY}) in (?:the|its) (?:\w+ ){{0,2}}(?:quarter|half|year)\b"
)
_LOST = lazy(
    r"\b(?:lost|shed|net loss of|lose) (?P<n>(?:(?:about|around|some|more than|nearly|almost|over) "
    r")?\d[\d,.]*(?:m| million)?) (?P<what>(?:[a-z-]+ )?(?:customers|subscribers|users|members|"
    r"clients|passengers|shoppers|viewers|readers))\b"
)
_COUNTED = lazy(
    r"\b(?P<verb>sold|sells|carried|carries|attracted|attracts|attracting|produced|produces|"
    r"shipped|"
    r"handled|handles|delivered|built|opened|served|serves|drew|recruited|signed up|added|exported|"
    r"imported|won) "
    rf"{_ABOUT}(?P<n>\d[\d,.]*(?:m| million| billion)?) (?P<what>(?:[a-z-]+ ){{0,2}}?(?:cars|"
    rf"vehicles|"
    r"passengers|visitors|customers|subscribers|units|tonnes|barrels|phones|handsets|aircraft|"
    r"planes|"
    r"stores|shops|outlets|branches|people|copies|tickets|guests|parcels|users|shoppers|trucks|"
    r"games|consoles|songs|orders|meals|homes|houses))\b"
)
_OPEN = lazy(
    r"\b(?:will|would|could|may|might|should|expect\w*|forecast\w*|predict\w*|project\w*|target\w*|"
    r"analysts?|if|likely|set to|hop(?:es?|ed|ing)|aim\w*|alleged\w*|accus\w+|if|plans?|"
    r"estimat\w+)\b"
)
_YEARS = lazy(r"\b(?:19|20)\d\d\b|\byears (?:ago|earlier)\b|\bsince\b|\bdecade")


def of(cast: Cast, sentences: Sequence[str]) -> Iterator[Draft]:
    """Yield at most two drafts on totals of named firms in the opening sentences."""
    counted = ((i, s) for i, s in enumerate(sentences[:_OPENING]) if re.search(r"\d", s))
    found = (_earned(cast, i, s) or _many(cast, i, s) or _fewer(cast, i, s) for i, s in counted)
    yield from islice(filter(None, found), _MOST_DRAFTS)


def _earned(cast: Cast, i: int, sentence: str) -> Draft | None:
    """Ask whether a firm's next result passes the sum just told."""
    m = _EARNED.search(sentence) or _STOOD.search(sentence) or _PLAIN.search(sentence)
    if m is None or _OPEN.search(sentence[: m.end()]) or _past(cast, sentence):
        return None
    actor = _firm(cast, i, m.start())
    if "metric" in m.re.groupindex and "metric2" not in m.re.groupindex:
        actor = _holder(cast, i, m)
    if actor is None:
        return None
    told = m.groupdict()
    metric = (told.get("metric") or told.get("metric2") or "earnings").lower()
    amount = (told.get("sum") or told["sum2"]).strip(" ,.")
    span = _span(cast, sentence)
    if span and not re.match(r"(?:annual|quarterly|half-year|monthly|full-year|yearly)", metric):
        metric = f"{span} {metric}"
    its = "their" if actor.plural else "its"
    forms = (
        Form("report", f"{metric} above {amount} in {its} next results"),
        Form("increase", f"{its} {metric} from {amount}"),
        Form("post", f"higher {metric} than {amount}"),
        Form("report", f"a rise in {metric} from {amount}"),
    )
    return Draft(
        actor.text, actor.actor, *voice.choose(cast, forms), "report", "due", i, actor.plural
    )


def _past(cast: Cast, sentence: str) -> bool:
    """Say whether a sentence tells of years gone by, or a term of office, not of the last one."""
    gone = _YEARS.search(sentence) is not None and not _LAST.search(sentence)
    return gone or _UNDER.search(sentence) is not None


_UNDER = lazy(r"\b[Uu]nder (?:him|her|them|(?:Mr|Ms|Mrs|Dr|Sir)\.? )")
_LAST = lazy(r"\b(?:in|for|to (?:31|30|end)[ a-zA-Z-]*|year|ending [\w ]*) ?(?:19|20)\d\d\b")


def _span(cast: Cast, sentence: str) -> str:
    """Return "annual" or "quarterly" for the period a sentence tells of, "" where it tells none."""
    if re.search(r"\bquarter|\bthree months\b", sentence):
        return "quarterly"
    if re.search(r"\bhalf[- ]year|\bsix months\b|\b(?:first|second|the) half\b", sentence):
        return "half-year"
    if re.search(
        r"\b(?:last year|for the year|a year\b|annual|full year|in (?:19|20)\d\d|year "
        r"to|12 months)",
        sentence,
    ):
        return "annual"
    return ""


def _holder(cast: Cast, i: int, m: re.Match[str]) -> Subject | None:
    """Return the firm that a quantity is said to be of: "GE's net profits were $5bn"."""
    at = anchors.token_at(cast.tokens[i], m.start("metric"))
    owner = moves.owner_of(cast, i, at)
    move = moves.Move(m.group("metric"), owner, m.group("sum"), False, m.start(), m.end())
    return _known(cast, holders.of(cast, i, move))


def _firm(cast: Cast, i: int, offset: int) -> Subject | None:
    row = cast.tokens[i]
    actor = anchors.subject_at(cast, i, offset)
    if actor is None:
        at = anchors.token_at(row, offset)
        span = chunks.main_subject(row, at)
        actor = subjects.of(cast, i, span) if span else None
    return _known(cast, actor)


def _known(cast: Cast, actor: Subject | None) -> Subject | None:
    """Return an organisation that the article names more than once, else None."""
    if actor is None or not actor.actor or actor.metric or actor.actor in subjects.people(cast):
        return None
    name = actor.actor.removeprefix("the ")
    if not is_company(name, subjects.people(cast)) or cast.salient(name) < 2:
        return None
    return actor


def _fewer(cast: Cast, i: int, sentence: str) -> Draft | None:
    """Ask whether a firm that lost customers gains them."""
    m = _LOST.search(sentence)
    if m is None or _OPEN.search(sentence[: m.end()]) or _past(cast, sentence):
        return None
    actor = _firm(cast, i, m.start())
    if actor is None:
        return None
    forms = (
        Form("report", f"a rise in {m.group('what')} after the loss of {m.group('n')}"),
        Form("report", f"a gain in {m.group('what')} after losing {m.group('n')}"),
    )
    return Draft(
        actor.text, actor.actor, *voice.choose(cast, forms), "report", "due", i, actor.plural
    )


_IN = {"quarterly": " in a quarter", "half-year": " in the next half", "annual": " in a year"}


def _many(cast: Cast, i: int, sentence: str) -> Draft | None:
    """Ask whether a firm sells, carries or draws more than it did."""
    m = _COUNTED.search(sentence)
    if m is None or _OPEN.search(sentence[: m.end()]) or _past(cast, sentence):
        return None
    actor = _firm(cast, i, m.start())
    verb = m.group("verb")
    base = "sign up" if verb == "signed up" else tagger.base(verb)
    span = _span(cast, sentence)
    after = sentence[m.end() : m.end() + 30]
    if (
        actor is None
        or base is None
        or not (
            span
            or re.match(
                r" (?:in|during|last|annually|a "
                r"year|each)",
                after,
            )
        )
    ):
        return None
    when = _IN.get(span, "")
    if re.match(r" (?:annually|a year|each year|per year)", after):
        when = " in a year"
    if not when:
        return None
    rest = f"more than {m.group('n')} {m.group('what')}{when}"
    return Draft.of(actor, base, rest, "report", "due", i)
