"""Names in running text: who and what a sentence speaks of, and of which kind.

Works by capitals, cues (Inc, CEO, "said"), the gazetteer and short lists; says "" where the kind
is not clear, because a wrong kind is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from briefing.core.language import gazetteer, names_endings, tagger, text
from briefing.core.language import names_words as known
from briefing.core.language.lexicon import STARTERS, STOPWORDS
from briefing.core.language.name import Name
from briefing.core.language.patterns import lazy
from briefing.core.language.recent import recent

_WORD = (
    r"(?:(?:e|i)[A-Z][\w]+|\d{1,2}-?[A-Z][\w-]+|[A-ZÀ-ÖØ-Þ](?:\.[A-Z])+\.?|"
    r"[A-ZÀ-ÖØ-Þ][^\W_]*(?:[&’'.-][^\W_]+)*)"
)
_JOIN = (
    r"(?:\s+(?:of|de|la|du|van|von|der|del|and|&|for|the)(?:\s+the)?\s+|\s*&\s*|\s+|"
    r"(?<=\b[A-Z])\.\s+|(?<=\b(?:Mr|Ms|Dr|St|Jr))\.\s+|(?<=\bMrs)\.\s+|(?<=Bros)\.\s+)"
)
_RUN = lazy(rf"(?<![\w@#]){_WORD}(?:{_JOIN}{_WORD})*")
_POSSESSIVE = lazy(r"['’]s?$")
_SOLID = lazy(r"\S+")
_NATIONAL = lazy(rf"^{known.NATIONAL}$")
_SPEECH = lazy(r"^(?:['’]s)?,?\s*(?:said|says|told|added|adds|who|noted|wrote|explained|tweeted)\b")
_JOB_AFTER = lazy(
    rf"^,\s+(?!(?:and|but|or)\b)(?:(?:a|an|the|its|his|her|their|former|"
    rf"senior)\s+)*(?:[\w&’'.-]+\s+){{0,3}}?(?:{known.JOBS})\b"
)
_JOB_BEFORE = lazy(rf"\b(?:{known.JOBS})\s*,?\s*$", re.I)
_RANK_BEFORE = lazy(
    r"\b(?:Gov|Rep|Sen|Gen|Lt|Capt|Sgt|Prof|Rev|Col|Maj|Supt|Det|Judge|Justice)\.?\s+$"
)
_SAID_BEFORE = lazy(r"[,\"”’']\s*(?:said|says|added|adds)\s+$")
_INC_AFTER = lazy(r"^,?\s+(?:Inc|Corp|Co|Ltd|LLC|PLC|plc|SA|AG)\b\.?")
_CAPITALS = frozenset(("I", "The", "A"))
_LINKS = frozenset(("of", "and", "&", "for", "the", "de", "la", "du", "van", "von", "der", "del"))


def spans(sentence: str, known_names: Collection[str] = ()) -> list[Name]:
    """Return the names of a sentence in order.

    `known_names` are names seen elsewhere in the article: they settle a doubtful first word.
    """
    if text.has_cjk(sentence):
        return gazetteer.scan(sentence)
    found: list[Name] = []
    first = len(sentence) - len(sentence.lstrip("\"'“‘«([ "))
    for m in _RUN.finditer(sentence[:20_000]):
        for start, end in _pieces(sentence, m.start(), m.end(), known_names, first):
            printed = sentence[start:end]
            printed = printed if printed in known_names else _bare(printed)
            if printed and not _dull(printed):
                stop = start + len(printed)
                before, after = sentence[max(0, start - 60) : start], sentence[stop : stop + 80]
                found.append(Name(printed, _kind(printed, before, after), start, stop))
    return found


def _bare(printed: str) -> str:
    """Return a name without a possessive ending, unless that is part of it: "Macy's"."""
    if printed.isalnum():
        return printed
    entry = gazetteer.find(printed) if printed.endswith(("'s", "’s")) else None
    if entry and any(n.replace("’", "'").endswith("'s") for n in (entry.name, *entry.others)):
        return printed
    return _POSSESSIVE.sub("", printed)


def _pieces(
    sentence: str, start: int, end: int, known_names: Collection[str], first: int
) -> Iterable[tuple[int, int]]:
    """Cut a run of capitalised words where it joins two names, or starts with a plain word.

    `first` is where the first word of the sentence stands.
    """
    whole = sentence[start:end]
    plain = start != first and whole.isalnum() and not (_no_name(whole) or whole in _CAPITALS)
    if plain or gazetteer.find(whole):  # most runs are a single word
        yield start, end
        return
    run: list[tuple[int, int]] = []
    for m in _SOLID.finditer(sentence, start, end):
        a, b = m.span()
        word = m[0]
        bare = word if word.isalnum() else _POSSESSIVE.sub("", word)
        if not run and a == first and _plain(bare, sentence[b:], known_names):
            continue
        if _no_name(bare) or word in _CAPITALS:
            heads = any(w.strip(".,") in known.AGENCY for w in sentence[b:end].split()[:4])
            keep = (bool(run) or heads) and bare not in known.CALENDAR
            if not keep:
                yield from _close(sentence, run)
                run = []
                continue
        if word in ("and", "&") and run:
            together = f"{sentence[run[0][0] : run[-1][1]]} {word} "
            nxt = sentence[b:].split(None, 1)
            firm = bool(nxt and gazetteer.find(together + nxt[0].strip(".,")))
            if word == "and" and not (firm or _of_fields(sentence[: run[-1][1]], sentence[b:end])):
                yield from _close(sentence, run)
                run = []
                continue
        agency = run and set(sentence[run[0][0] : run[-1][1]].split()) & known.AGENCY
        if word in ("for", "the") and run and not agency:
            yield from _close(sentence, run)
            run = []
            continue
        run.append((a, b))
        if word.endswith(("'s", "’s", "s'", "s’")) and not gazetteer.find(
            sentence[run[0][0] : end]
        ):
            yield from _close(sentence, run)
            run = []
    yield from _close(sentence, run)


def _of_fields(before: str, after: str) -> bool:
    """Say whether "and" joins what one body is for: the "Food and Drug Administration"."""
    ends = any(word.strip(".,") in known.AGENCY for word in after.split()[1:3])
    return ends and before.split()[-1] in known.FIELDS


@lru_cache(maxsize=4096)
def _no_name(word: str) -> bool:
    """Say whether a word is no name alone: a day, a month or a nationality."""
    return word in known.CALENDAR or bool(_NATIONAL.match(word))


def _plain(word: str, after: str, known_names: Collection[str]) -> bool:
    """Say whether a sentence's first word is an ordinary word with a capital."""
    low = word.lower()
    if low in STARTERS or low in STOPWORDS:
        return True
    if word in known_names or word in known.PLACES:
        return False
    if word in _PLACE_HEADS and f"{word} {after.lstrip().partition(' ')[0]}" in known.LONG_PLACES:
        return False  # "New Zealand" at the head of a sentence
    if gazetteer.find(word) and not gazetteer.ordinary(word):
        return False
    if word in known.TITLES or low in known.MALE or low in known.FEMALE:
        return False
    if (word.isupper() and len(word) > 1) or not word[1:].islower():
        return False
    follows = re.match(rf"\s+(?:&\s+)?{_WORD}", after)
    if follows:
        return low in _RIVALS or bool(re.search(r"(?:ing|ly|ed)$", low)) or low in _ADJECTIVES
    if low in _ADJECTIVES:
        return True
    if re.match(r"['’]s\s|\s+(?:said|says|has|will|announced|reported)\b", after):
        return False
    return not _acts(low, after)


_PLACE_HEADS = frozenset(place.split()[0] for place in known.LONG_PLACES)
_RIVALS = frozenset("rival rivals competitor competitors supplier suppliers landlord".split())
_COMMON_END = lazy(
    r"(?:s|ing|ly|ed|ion|ment|ness|ity|ism|ance|ence|er|or|ist|ian|ure|age|ship|al|ive|ous|ful|y|"
    r"men|ople)$"
)


def _acts(low: str, after: str) -> bool:
    """Say whether a first word that is no ordinary one acts or is explained: "Tesora opened"."""
    if _COMMON_END.search(low) or tagger.base(low):
        return False
    if re.match(r",\s+(?:an?|another|the|which|who|one of|whose|based)\b", after):
        return True
    verb = re.match(r"\s+(\w+(?:ed|ew|s)|bought|sold|plans|won|lost|shut|cut)\b", after)
    return verb is not None and tagger.base(verb[1]) is not None


_ADJECTIVES = frozenset(
    "rumor rumour according former senior shares sales analysts officials police critics experts "
    "under despite "
    "since although though because however retail online global local new british european "
    "everyone everybody someone nobody nothing something today yesterday everything demand "
    "revenue profit inflation government management investors consumers customers".split()
)


def _close(sentence: str, run: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    while run and sentence[run[-1][0] : run[-1][1]] in _LINKS:
        run = run[:-1]
    while run and sentence[run[0][0] : run[0][1]] in _LINKS:
        run = run[1:]
    if run:
        yield run[0][0], run[-1][1]


def _dull(name: str) -> bool:
    return _no_name(name) or len(name) < 2 or name in known.TITLES or name.lower() in STOPWORDS


def _kind(name: str, before: str, after: str) -> str:
    entry = gazetteer.find(name)
    words = name.split()
    if entry and not (len(words) == 1 and _is_surname(before)):
        return entry.kind
    if name in known.LONG_PLACES or (len(words) == 1 and name in known.PLACES):
        return "place"
    if words[0].rstrip(".") in known.TITLES and len(words) > 1:
        return "person"
    if words[-1] in known.ORGANISATION or _INC_AFTER.match(after) or "&" in name:
        return "company"
    if set(words) & known.AGENCY:
        return "agency"
    first = words[0].lower()
    given = first in known.MALE or first in known.FEMALE
    if 2 <= len(words) <= 4 and not _ends_with_place(words):
        cue = _SPEECH.match(after) or _JOB_AFTER.match(after) or _SAID_BEFORE.search(before)
        if given or cue or _JOB_BEFORE.search(before) or _RANK_BEFORE.search(before):
            return "person"
    return "place" if words[-1] in known.PLACES and _LOCATING.search(before) else ""


def _ends_with_place(words: Sequence[str]) -> bool:
    return (
        any(word in known.PLACES for word in words[1:]) or " ".join(words[-2:]) in known.LONG_PLACES
    )


_LOCATING = lazy(r"\b(?:in|at|near|from|to)\s+$")
_TITLE_BEFORE = lazy(r"\b(?:Mr|Mrs|Ms|Dr|Miss)\.?\s$")


def _is_surname(before: str) -> bool:
    return bool(_TITLE_BEFORE.search(before))


def names(body: str) -> list[Name]:
    """Return the distinct names of a text, in order of first mention."""
    rows = text.sentences(body)
    seen: dict[str, Name] = {}
    settled = inside(rows)
    for row in rows:
        for name in spans(row, settled):
            old = seen.get(name.text)
            if old is None or (name.kind and not old.kind):
                seen[name.text] = name
    return list(seen.values())


def inside(rows: Iterable[str]) -> frozenset[str]:
    """Return the words that stand with a capital inside a sentence and never in lower case."""
    capital: set[str] = set()
    low: set[str] = set()
    rows = list(rows)
    for row in rows:
        capital.update(capitalised(row[:5000]))
        low.update(uncapitalised(row[:5000]))
    bare = {_POSSESSIVE.sub("", w) for w in capital}
    found = {w.rstrip(".") for w in bare if w.lower() not in low}
    return frozenset(found | names_endings.in_s(rows))


_CAPITAL = lazy(r"(?<=[a-z,;] )[A-Z][\w&.’'-]*")
_SMALL = lazy(r"\b[a-z][\w’'-]*")


@recent
def capitalised(sentence: str) -> list[str]:
    """Return the words that stand with a capital inside a sentence."""
    return _CAPITAL.findall(sentence)


@recent
def uncapitalised(sentence: str) -> list[str]:
    """Return the words of a sentence that begin with a small letter."""
    return _SMALL.findall(sentence)


def gender(name: str) -> str | None:
    """Return "he" or "she" where a title or the given name tells, else None."""
    words = name.split()
    if not words:
        return None
    first = words[0].rstrip(".")
    if first in ("Mr", "Sir", "Lord", "King", "Prince", "Pope", "Herr"):
        return "he"
    if first in ("Mrs", "Ms", "Miss", "Lady", "Dame", "Queen", "Princess", "Frau"):
        return "she"
    given = next((w.lower() for w in words if w.rstrip(".") not in known.TITLES), "")
    if given in known.MALE and given not in known.FEMALE:
        return "he"
    return "she" if given in known.FEMALE and given not in known.MALE else None
