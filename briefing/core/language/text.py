"""Text cut into blocks, sentences and words; normal forms and similarity.

Refuses to know anything about articles: strings in, strings out.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.core.language.lexicon import (
    ABBREVIATIONS,
    LANGUAGE_HINTS,
    MAY_END,
    STARTERS,
    STOPWORDS,
)
from briefing.core.language.patterns import lazy
from briefing.core.language.recent import recent

_QUOTES = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "「": '"',
        "」": '"',
        "『": '"',
        "』": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "‹": "'",
        "›": "'",
        "`": "'",
        "´": "'",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "―": "-",
        "−": "-",
    }
)


def normalise(text: str) -> str:
    """Return text for comparing: NFKC, straight quotes and dashes, single spaces."""
    return " ".join(_composed(text).translate(_QUOTES).split())


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


# ------------------------------------------------------------------ blocks


class Block(NamedTuple):
    """A block of an article's text: `kind` is paragraph, heading, item or row."""

    kind: str
    text: str


def blocks(text: str) -> list[Block]:
    """Cut an article's text into its blocks, Markdown marks removed."""
    found = []
    for part in re.split(r"\n\s*\n", text.strip()):
        for line in _lines(part):
            if m := re.match(r"#{1,6}\s+(.*)", line):
                found.append(Block("heading", m.group(1).strip()))
            elif m := re.match(r"(?:[-*•]|\d{1,2}[.)])\s+(.*)", line, re.S):
                found.append(Block("item", m.group(1).strip()))
            elif line.startswith("|"):
                if not re.fullmatch(r"[|\s:-]+", line):
                    found.append(
                        Block("row", " | ".join(c.strip() for c in line.strip("|").split("|")))
                    )
            elif line.strip():
                found.append(Block("paragraph", " ".join(line.split())))
    return found


def _lines(part: str) -> Iterable[str]:
    """Yield the lines of a part; the lines of one paragraph are yielded as one."""
    held: list[str] = []
    for line in part.split("\n"):
        line = line.strip()
        if re.match(r"#{1,6}\s|[-*•]\s|\d{1,2}[.)]\s|\|", line):
            if held:
                yield " ".join(held)
                held = []
            yield line
        elif line:
            held.append(line)
    if held:
        yield " ".join(held)


# ------------------------------------------------------------------ sentences

_END = lazy(r"([.!?…]+[\"'”’»)\]]*)(\s+|$)|([。！？]+[」』”’）]*)\s*")
_NO_WORD = lazy(r"[^\w.&'’-]")


def sentences(text: str) -> list[str]:
    """Cut an article's text into sentences, in order; headings are labels and left out.

    Knows abbreviations, initials, decimals, "U.S.’s", quotations that close after the stop, and
    Chinese and Japanese stops. A quotation inside which a sentence ends is not torn apart by CJK
    rules. Runs in linear time.
    """
    found: list[str] = []
    for block in blocks(text):
        if block.kind == "paragraph" or block.kind == "item":
            found += split(block.text)
        elif block.kind == "row":
            found.append(block.text)
    return found


@recent
def split(paragraph: str) -> list[str]:
    """Cut one paragraph into its sentences; see `sentences`."""
    out, start = [], 0
    for m in _END.finditer(paragraph):
        end = m.end(1) if m.group(1) else m.end(3)
        if m.group(3):
            if paragraph.count("「", start, end) > paragraph.count("」", start, end):
                continue
        elif not _ends_here(paragraph, m, start):
            continue
        if piece := paragraph[start:end].strip():
            out.append(piece)
        start = m.end()
    if piece := paragraph[start:].strip():
        out.append(piece)
    return out


def _ends_here(text: str, m: re.Match[str], start: int) -> bool:
    stop, after = m.group(1), text[m.end() : m.end() + 40]
    if not after:
        return True
    first = after.lstrip("\"'“‘«([„¿¡")[:1]
    if stop[0] != "." or len(stop.rstrip("\"'”’»)]")) > 1:
        # "?", "!" or "...": goes on when the next word is lower case, as in '"Why?" he asked'.
        return not first.islower()
    if first.islower():
        return False
    before = text[max(start, m.start() - 30) : m.start()].rpartition(" ")[2]
    if not before.isalpha():
        before = _NO_WORD.split(before)[-1]
    word = before.lower().strip("'’-")
    if len(stop) > 1 and stop[1] in "\"'”’»":
        return True
    if word in ABBREVIATIONS:
        next_word = re.split(r"[^\w’']", after.lstrip("\"'“‘«(["), maxsplit=1)[0].lower()
        return word in MAY_END and next_word in STARTERS
    if len(word) == 1 and word.isalpha() and before[:1].isupper():
        return False  # an initial: "J. Crew"
    if "." in word and re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        next_word = re.split(r"[^\w’']", after, maxsplit=1)[0].lower()
        return next_word in STARTERS
    # German ordinals: "am 3. Oktober".
    return not (
        word.isdigit()
        and len(word) <= 2
        and re.match(r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Quartal|Platz)", after)
    )


# ------------------------------------------------------------------ words

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = lazy(rf"[{_CJK}]|[^\W_{_CJK}]+(?:['’.&-][^\W_{_CJK}]+)*")
_HAS_CJK = lazy(rf"[{_CJK}]")


def has_cjk(text: str) -> bool:
    """Say whether text holds Chinese or Japanese characters."""
    return not text.isascii() and bool(_HAS_CJK.search(text))


@recent
def words(text: str) -> list[str]:
    """Return the words in lower case; each Chinese or Japanese character is one."""
    text = _composed(text).translate(_QUOTES)
    if text.isascii():
        return _TOKEN.findall(text.lower())
    return [t.lower() for t in _TOKEN.findall(text)]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return a rough stem, the same for "opens", "opened" and "opening". Own short rules:
    a full stemmer is not worth a dependency where only equality of neighbours matters."""
    if word.endswith("'s"):
        word = word[:-2]
    for suffix in (
        "ingly",
        "edly",
        "ations",
        "ation",
        "ings",
        "ing",
        "ies",
        "ied",
        "ers",
        "er",
        "ed",
        "es",
        "s",
        "ly",
    ):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            base = word[: -len(suffix)]
            if suffix in ("ies", "ied"):
                return base + "y"
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls":
                base = base[:-1]
            return base.rstrip("e") if len(base) > 3 else base
    return word.rstrip("e") if len(word) > 4 else word


@recent
def content_words(text: str) -> list[str]:
    """Return the stems of the words that carry meaning; for CJK, pairs of characters."""
    return content_of(words(text))


def content_of(tokens: Sequence[str]) -> list[str]:
    """Return the stems of those of these words that carry meaning; see `content_words`."""
    if "".join(tokens).isascii():
        return [stem(t) for t in tokens if t not in STOPWORDS]
    found = [stem(t) for t in tokens if t not in STOPWORDS and not _HAS_CJK.match(t)]
    found += [
        a + b for a, b in itertools.pairwise(tokens) if _HAS_CJK.match(a) and _HAS_CJK.match(b)
    ]
    return found


def shingles(text: str, size: int = 3) -> set[str]:
    """Return the set of word n-grams, the unit of near-duplicate detection."""
    tokens = words(text)
    if len(tokens) < size:
        return {" ".join(tokens)} if tokens else set()
    return {" ".join(tokens[i : i + size]) for i in range(len(tokens) - size + 1)}


def jaccard(a: set[str], b: set[str]) -> float:
    """Return the share of common members, 0 to 1; 0 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 0.0


def overlap(a: Iterable[str], b: Iterable[str]) -> float:
    """Return the share of `a`'s distinct members that `b` holds, 0 to 1."""
    left, right = set(a), set(b)
    return len(left & right) / len(left) if left else 0.0


def language(text: str) -> str | None:
    """Guess the language (en, de, fr, es, zh, ja) from its characters and commonest words."""
    sample = text[:4000]
    wide = len(_HAS_CJK.findall(sample))
    letters = sum(map(str.isalpha, sample)) if wide else 0
    if letters and wide / letters > 0.3:
        return "ja" if re.search("[\u3040-\u30ff]", sample) else "zh"
    tokens = re.findall(r"[^\W\d_]+", sample.lower())
    scores = {code: sum(map(hints.__contains__, tokens)) for code, hints in LANGUAGE_HINTS.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] >= max(2, len(tokens) // 50) else None
