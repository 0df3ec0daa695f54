"""The headline: actor, verb, object in 6 to 12 words and at most 90 characters, hedge kept.

The article's own title in sentence case where it says what happened; else the core of the lede.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.card import wording
from briefing.core.card.reading import Reading
from briefing.core.card.repair import without_quotes
from briefing.core.card.repair_words import balanced
from briefing.core.card.shorten import shorten
from briefing.core.language import gazetteer, hedges, tagger
from briefing.core.language import names_words as known
from briefing.core.language.patterns import lazy
from briefing.models import Point
from briefing.models.headline import CardStatus

# Verbs of headlines that are rare in sentences: "blasts shatter homes".
_VERBS = frozenset(
    "axe back bet blast bolster brace catch chase clinch curb ditch dodge dump edge embrace "
    "endorse eye flag fuel grab hail halve hike ink jolt land leap lure mull nab nix oust pare "
    "pitch plot pounce probe quash quiz rally rattle rebuff revamp revive roll scoop scrap "
    "shatter shed shelve shun shutter sink slash slip snap snub soar spur spurn squeeze stall "
    "stumble swap swell tap thwart top topple tout trim tumble upend urge vow woo".split()
)
LONGEST, LEAST_WORDS, MOST_WORDS = 90, 6, 12
_LEAST_TITLE = 4  # words of an own title that says what happened
_SMALL = frozenset(
    "a an the and or but of in on at to for from with by as its is are be not off up out over "
    "down after before amid into onto than about against under per via new it his her their "
    "this that who how why what when where if no more most".split()
)
_TEASER = lazy(
    r"\?|^(?:why|how|what|when|where|who|here(?:'|’)s|this|these|watch|\d+ (?:things|ways|"
    r"reasons)|should|could|"
    r"is|are|can|will|do|does|opinion|comment|video|photos?|live)\b|\byou\b|\byour\b|\bthis is\b|"
    r"!$",
    re.I,
)


def headline(reading: Reading, told: Sequence[Point], status: CardStatus) -> str:
    """Return the headline; `told` are lede and points, whose core serves where no title does."""
    lede = told[0] if told else None
    title = _clean(reading.title)
    if not reading.english:
        return fit(title or (lede.text if lede else ""))
    own = wording.quiet(_sentence_case(reading, title)) or ""
    if reading.title_bag.isdisjoint(reading.counts):
        own = ""  # the title of another story: of a teaser, of the site
    if _says_it(own):
        return _hedge(reading, own, lede, status)
    sayings = [own] if len(own) > LONGEST and not _TEASER.search(without_quotes(own)) else []
    if sayings and not _core(own, MOST_WORDS + 3) and _has_verb(own):
        return _hedge(reading, fit(own), lede, status)
    for saying in (*sayings, *(point.text for point in told[: 1 if own else 3])):
        for most in (MOST_WORDS, MOST_WORDS + 3):
            if core := _core(saying, most):
                return _hedge(reading, core, lede, status)
    return fit(own or (lede.text.rstrip(".") if lede else ""))


def _clean(title: str) -> str:
    title = re.sub(r"\s+", " ", title).strip()
    title = re.sub(
        r"^(?:BREAKING|UPDATE \d*|EXCLUSIVE|Exclusive|Update|Breaking)\s*[-–:|]\s*", "", title
    )
    return re.sub(r"(?<=\w)\.$", "", title)


def _says_it(title: str) -> bool:
    words = title.split()
    if (
        not len(words) >= _LEAST_TITLE
        or len(title) > LONGEST
        or not balanced(title)
        or _TEASER.search(without_quotes(title))
    ):
        return False
    return len(words) <= MOST_WORDS + 2 and _has_verb(title)


def _has_verb(title: str) -> bool:
    tokens = tagger.tags(title)
    return any(
        t.tag in ("VBZ", "VBD", "VB", "MD", "AUX")
        or t.low in ("to",)
        or tagger.base(t.low)
        or {t.low, t.low.removesuffix("s"), t.low.removesuffix("es")} & _VERBS
        for t in tokens[1:]
    )


def _sentence_case(reading: Reading, title: str) -> str:
    """Return a Title Case headline in sentence case: names keep their capitals."""
    words = title.split(" ")
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    if not long or sum(w[0].isupper() for w in long) <= 0.6 * len(long):
        return title
    whole = " ".join(row.text for row in reading.rows[:60])
    low = set(re.findall(r"\b[a-z][\w’'-]*", whole))
    named = set(re.findall(r"\b[A-Z][\w’'-]*", whole))
    out = []
    quoted = False
    for i, word in enumerate(words):
        quoted = quoted or word[0:1] in "'\"“‘"
        keep, quoted = i == 0 or quoted, quoted and not re.search(r"['\"”’][,.;:]?$", word)
        bare = re.sub(r"['’]s$", "", word.strip(".,:;\"'“”‘’()"))
        unnamed = bare.isalpha() and not {bare, bare.removesuffix("s")} & (named | known.PLACES)
        if unnamed and not gazetteer.find(bare):  # what the text never names is no name
            low.add(bare.lower())
        out.append(word if keep or _keeps(reading, bare, low, words, i) else word.lower())
    return " ".join(out)


def _keeps(reading: Reading, word: str, low: set[str], words: list[str], i: int) -> bool:
    if "-" in word and word not in reading.capitals and not gazetteer.find(word):
        return any(_keeps(reading, part, low, [part], 0) for part in word.split("-"))
    if not word or (len(word) > 1 and not word[1:].islower()) or not word[0].isalpha():
        return True
    if word.lower() in _SMALL or (word.lower() in low and word not in reading.capitals):
        return False
    if word in reading.capitals or word in known.PLACES or word in known.CALENDAR:
        return True
    pair = " ".join(words[i : i + 2]).strip(".,:;"), " ".join(words[max(0, i - 1) : i + 1])
    if any(gazetteer.find(p) for p in pair if " " in p):
        return True
    if gazetteer.find(word) and not gazetteer.ordinary(word):
        return True
    return tagger.base(word) is None and not re.search(r"(?:ing|ed|ly|tion|ment)$", word)


def _hedge(reading: Reading, title: str, lede: Point | None, status: CardStatus) -> str:
    """Put "reportedly" into a headline whose news is a rumour and which does not say so."""
    if status != "rumour" or hedges.evidential(title):
        return title
    soft = re.search(r"\b(?:may|might|could|talks?|consider\w*|mull\w*|eye[sd]?|weigh\w*)\b", title)
    if soft and (lede is None or not hedges.evidential(lede.text)):
        return title
    tokens = tagger.tags(title, reading.capitals)
    for i, token in enumerate(tokens):
        if i and (token.tag in ("VBZ", "VBD", "MD", "AUX", "TO") or (token.tag == "VB" and i < 6)):
            after = token.end if token.tag in ("AUX", "MD") else token.start
            joined = f"{title[:after].rstrip()} reportedly {title[after:].lstrip()}"
            if token.tag == "TO":
                joined = f"{title[:after].rstrip()} reportedly {title[after:].lstrip()}"
            if len(joined) <= LONGEST:
                return joined
    joined = f"{title}, reportedly"
    return joined if len(joined) <= LONGEST else title


def _core(sentence: str, most: int) -> str | None:
    """Return the core of a sentence as a headline, or None if it is not short enough."""
    sentence = re.sub(
        r'^"?(?:on|in|at|by|under|according to|with|for|from|after|since)\b[^,]{3,40},\s+',
        "",
        sentence,
        flags=re.I,
    )
    sentence = _plain_start(sentence)
    short = shorten(sentence, most)
    if short and len(short) <= LONGEST and _complete(short.rstrip(".")):
        return short.rstrip(".")
    return _clause(sentence, most)


def _plain_start(sentence: str) -> str:
    """Return a sentence without the quoted relative date, with a capital."""
    sentence = re.sub(
        r'\s*(?:\bon )?"(?:yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"',
        "",
        sentence,
        flags=re.I,
    )
    return sentence[:1].upper() + sentence[1:]


# Where a clause ends, and where a phrase begins that only adds place, time or means.
_CLAUSE_END = lazy(
    r",(?!\d)|;|(?<!\d) [–—-] | [–—-] (?!\d)|"
    r"\b(?:because|although|while|which|who|after|before|when|where|as|amid|since|"
    r"following|despite|and|but)\b"
)
_DEPENDENT = lazy(
    r"(?:as|after|before|when|once|until|since|despite|now that|not only|given|amid|"
    r"(?:more than )?[\w-]+ (?:days|weeks|months|years) (?:after|before|since))\b",
    re.I,
)
_ASIDE = lazy(r"(?:,| [–—-]{1,2}) (?:who|which|whose|where|when)\b")
_ADDED = lazy(r"\b(?:with|by|in|on|at|over|during|through|under)\b")


def _clause(sentence: str, most: int) -> str | None:
    """Return the longest beginning that ends with its clause, else before a phrase that adds."""
    return _beginning(sentence, _CLAUSE_END, most) or _beginning(sentence, _ADDED, most)


def _beginning(sentence: str, stop: re.Pattern[str], most: int) -> str | None:
    best = None
    for m in stop.finditer(sentence):
        head = sentence[: m.start()].rstrip(" ,;–—-")
        count = len(head.split())
        if count > most or len(head) > LONGEST:
            break
        if (
            count >= LEAST_WORDS
            and _complete(head, phrase=stop is _ADDED)
            and not hedges.negation(sentence[m.start() : m.start() + 12])
        ):
            best = head
    return best


def _complete(head: str, *, phrase: bool = False) -> bool:
    """Say whether a beginning has a verb with something behind it, and closes its marks.

    Before a `phrase` only a noun may stand: what follows a verb belongs to it. Without a name or a
    figure it says nothing: "The answer is far from clear".
    """
    tokens = tagger.tags(head)
    if tokens[0].tag == "SUB" or _DEPENDENT.match(head):
        return False
    if not any(t.tag in ("NAME", "NUM") for t in tokens):
        return False
    told = _ASIDE.search(head)  # "Harlow, which first reported": the verb of an aside is none
    main = [t for t in tokens if told is None or t.start < told.start()]
    finite = [
        i
        for i, t in enumerate(main)
        if (t.tag in ("VBZ", "VBD", "MD", "AUX") and i and main[i - 1].tag != ",")
        and not (t.tag == "VBD" and [n.low for n in main[i + 1 : i + 2]] in (["by"], ["to"]))
    ]
    if not finite or finite[0] >= len(tokens) - 1:
        return False
    if (
        head.count('"') % 2
        or head.count("“") != head.count("”")
        or head.count("(") != head.count(")")
    ):
        return False
    if head.startswith(('"', "“", "‘")) or ": " in head:
        return False
    last = tokens[-1]
    if phrase and (last.tag not in ("NN", "NAME", "NUM") or tokens[-2].tag in ("AUX", "MD")):
        return False
    return last.tag not in ("DET", "IN", "CC", "TO", "MD", "AUX", "SUB", "WH", "PRP", "POS") and (
        last.low
        not in (
            "also",
            "even",
            "just",
            "only",
            "still",
            "not",
            "been",
            "being",
            "said",
            "says",
            "announced",
            "told",
            "helped",
            "helping",
            "according",
            "including",
            "following",
            "that",
            "will",
        )
    )


def fit(text: str, longest: int = LONGEST) -> str:
    """Return text cut at a word to `longest` characters; Chinese and Japanese at a mark or sign."""
    text = text.rstrip("。.")
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    cut = max(head.rfind(" "), head.rfind("，"), head.rfind("、"))
    return (head[:cut] if cut > longest // 2 else head).rstrip(" ,;:–—-") + "…"
