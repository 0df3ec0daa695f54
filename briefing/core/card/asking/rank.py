"""How much a retail editor would care: event, strength of the opening, names, figures, subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.card.asking import events
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.subjects import people
from briefing.core.language import gazetteer, tagger
from briefing.core.language.patterns import lazy

# a draft below this is not asked, however little else there is
LEAST = 2.0

_STRENGTH = {
    "will": 1.0, "would": 0.5, "may": 0.6, "plan": 1.2, "due": 1.2, "expected": 0.9,
    "agreed": 0.9, "consider": 1.5, "noun": 1.2, "must": -0.4, "urged": 0.6, "told": 0.5,
    "going": 0.7,
}  # fmt: skip
_MACRO = lazy(
    r"\b(?:econom\w+|GDP|growth|inflation|currenc(?:y|ies)|dollar|yen|euro|deficit|"
    r"budget|unemployment|exports|imports|recession|monetary|treasury|bonds?|reserves|debt relief|"
    r"aid|peace|poverty|obstacles|reforms?|troops|military|nuclear|missile)\b"
)
_TRADE = lazy(
    r"\b(?:stores?|shops?|supermarkets?|brands?|retail\w*|grocer\w*|prices?|plants?|factor(?:y|"
    r"ies)|"
    r"jobs|workers|stake|takeover|merger|deal|offer|bid|tariffs?|duty|duties|tax|GST|customers|"
    r"products?|sales|sourcing|warehouses?|deliver\w+|strike|licen[cs]e|payments?|recall|ban|"
    r"supply|supplies|orders|shares|acquisition|outlets|restaurants)\b",
    re.I,
)
_BUSINESS = frozenset(
    "company companies firm firms sales profit profits shares shareholder shareholders investor "
    "investors store stores shop shops retail retailer retailers retailing grocer grocers grocery "
    "market markets trade trading price prices customer customers consumer consumers bank banks "
    "economy economic export exports import imports industry business businesses manufacturer "
    "manufacturers manufacturing supplier suppliers product products brand brands takeover merger "
    "stake tariff tariffs tax taxes airline airlines carmaker carmakers insurer insurers executive "
    "executives earnings revenue revenues growth inflation jobs workers strike oil crude barrels "
    "output production plant plants merger acquisition buyout subsidiary debt debts "
    "insolvency bankruptcy administrators dollars euros cars vehicles restaurant restaurants "
    "warehouse warehouses wages construction deficit budget contracts".split()
)
_TOO_SHORT = 40  # words, to tell what a text is about
_DENSITY = 60  # words of a text, at most, to each word of business
_OPINION = lazy(
    r"\b(?:analysts?|economists?|experts?|critics|observers?|commentators|traders|strategists?|"
    r"brokers?|pundits|fund managers?|professor|researchers)\b"
)
_FIRST_PERSON = lazy(r"\b(?:I|we|you|my|our|your)\b")


def of_business(rows: Sequence[str]) -> bool:
    """Say whether an article speaks of business at all, in one word of every 60."""
    words = sum(row.count(" ") + 1 for row in rows)
    return words < _TOO_SHORT or _counted(" ".join(rows)) * _DENSITY >= words


def _counted(text: str) -> int:
    """Return how many words of business a text has."""
    plain = text.replace("West Bank", "").lower()
    return sum(w in _BUSINESS for w in re.findall(r"[a-z]+", plain))


def concerns_business(draft: Draft) -> bool:
    """Say whether a question matters to a business reader by its own words."""
    known = gazetteer.find(draft.actor)
    firm = known is not None and known.kind in ("company", "brand")
    return firm or _counted(f"{draft.subject} {draft.rest}") > 0


def weight(draft: Draft, cast: Cast, rows: Sequence[str]) -> float:
    """Return the draft's weight: about 1 for a weak one, 4 for a deal of the main company."""
    sentence = rows[draft.sentence]
    asked = f"{draft.subject} {draft.rest}"
    value = events.CONSEQUENCE[draft.event] + _STRENGTH[draft.kind]
    value += min(cast.salient(draft.subject), 8) * 0.12
    value += 0.5 if re.search(r"\d", draft.rest) else 0.0
    value += 0.2 if re.search(r"[A-Z]", draft.rest) else 0.0
    value += 0.3 if draft.term else 0.0
    value += 0.5 if _TRADE.search(asked) else 0.0
    value -= (0.8 if draft.metric else 1.3) if _MACRO.search(asked) else 0.0
    value -= 0.02 * draft.sentence
    value -= 2.0 if _odd(draft) else 0.0
    value -= 0.8 if _personal(draft, cast) else 0.0
    if draft.kind in ("will", "would", "may", "expected", "must"):
        held = (draft.verb == "report" or draft.metric) and re.search(r"\d", draft.rest)
        value -= (0.4 if held else 1.4) if _OPINION.search(sentence) else 0.0
        value -= 0.6 if _quoted(sentence) else 0.0
        value -= 1.5 if re.match(r'\s*["“‘]?I\b', sentence) else 0.0
    value -= 0.8 if draft.kind == "would" and not _said(sentence) and not draft.lead else 0.0
    value -= 1.0 if not draft.actor else 0.0
    value -= (0.7 if draft.event in _WEIGHTY else 4.0) if _thin(draft) else 0.0
    value -= 2.5 if _unnamed(draft.rest) else 0.0
    return value


def _unnamed(rest: str) -> bool:
    """Say whether the object is left open and uncounted: "other potential markets"."""
    loose = re.search(r"\b(?:various|several|certain|other|potential)\b", rest)
    return loose is not None and not re.search(
        r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b", rest
    )


def _odd(draft: Draft) -> bool:
    """Say whether the act is of no listed class and has no figure to hold it against."""
    if draft.verb == "go ahead with":
        return False
    verb = draft.verb.removeprefix("be ").split()[0]
    known = events.is_known(tagger.base(verb) or verb, draft.rest)
    return not known and draft.kind != "due" and not re.search(r"\d", draft.rest)


def _personal(draft: Draft, cast: Cast) -> bool:
    """Say whether it is one person's own doing, outside courts and offices."""
    return draft.actor in people(cast) and draft.event not in _PUBLIC


_PUBLIC = frozenset(("rule", "hire", "leave", "file", "sue", "settle", "acquire", "divest"))
# acts that are news whatever they are done to
_BARE = frozenset(
    "strike go merge reach sign make confirm accept approve reject back support call".split()
)
_WEIGHTY = frozenset(("divest", "shut", "close", "open", "leave"))


def _thin(draft: Draft) -> bool:
    """Say whether the object is one plain word: "cut jobs", "introduce legislation"."""
    words = re.sub(r"^(?:its|new|more|the|a|an|their) (?:new |more )?", "", draft.rest).split()
    plain = len(words) < 2 and not re.search(r"[A-Z\d]|prices|fares|wages", draft.rest)
    return plain and draft.verb not in _BARE and not draft.metric


def _quoted(sentence: str) -> bool:
    """Say whether the sentence is somebody's own words: an opinion, not a plan."""
    opened = re.match(r'\s*["“‘]', sentence) is not None
    return opened or (_FIRST_PERSON.search(sentence) is not None and '"' in sentence)


def _said(sentence: str) -> bool:
    return (
        re.search(
            r"\b(?:said|says|announced|confirmed|promised|told|reported|added|pledged|vowed|"
            r"revealed|predicted|forecast|estimated)\b",
            sentence,
        )
        is not None
    )
