"""What can be measured of a block at a first look: its text, its place, its neighbours, its names.

The columns of a vector are named in `COLUMNS`; the learned tables speak of them by index.
`closer` measures the blocks that are in doubt after it.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass

from briefing.core.language import text as language
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.page.blocks import Block

_TAGS = {
    "p": 1,
    "h1": 2,
    "h2": 3,
    "h3": 4,
    "h4": 5,
    "h5": 5,
    "h6": 5,
    "li": 6,
    "tr": 7,
    "td": 8,
}
_TAGS |= {
    "blockquote": 9,
    "figcaption": 10,
    "pre": 11,
    "dd": 6,
    "dt": 6,
    "div": 12,
    "section": 12,
}
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = frozenset(
    "you your yours us our we i my ihr ihre ihnen uns unser vous votre nous tu su sus".split()
)
_NO_LETTER = re.compile(r"[\W_]+")
_DIGITS, _CAPITALS = b"0123456789", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STOP = re.compile(r"[.!?…。！？:][\"'”’»)\]」』]*$")

_ASIDE, _STORY = frozenset(("<nav", "<footer", "<aside")), frozenset(("<article", "<main"))

OWN = (
    "length words links link_share heard tag stop_share ended upper_first digits capitals commas "
    "bold colon near far title_share is_title repeated quote stated described topic you pictures "
    "pictures_on"
).split()
AROUND = "length link_share heard stop_share names tag".split()
PLACE = (
    "heads place after_first before_last heard_near group_share group_size group_links group_mean "
    "outer_share outer_size outer_links outer_mean gap_back gap_on after_title run"
).split()
_HEARD, _NEAR, _FAR, _REPEATED, _STATED, _DESCRIBED, _PICTURES_ON = (
    OWN.index(x) for x in "heard near far repeated stated described pictures_on".split()
)
_UNSEEN: list[float] = []
COLUMNS = (
    *OWN,
    *PLACE,
    *(f"{where}_{what}" for where in ("back1", "back2", "on1", "on2") for what in AROUND),
)


def key(text: str) -> str:
    """Return a text's letters and digits in lower case: what two readings of it share."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _NO_LETTER.sub("", plain.lower())


def heard(keys: list[str], opinion: str) -> list[bool]:
    """Say of each block whether the other reader kept it too, in the order of the page."""
    whole, at, found = key(opinion), 0, []
    for k in keys:
        if not k:
            found.append(False)
            continue
        if len(k) < 14:
            place = whole.find(k, at, at + len(k) + 60)
        else:
            place = whole.find(k, at)
            if place < 0 and len(k) >= 40:
                place = whole.find(k)
        found.append(place >= 0)
        if place >= 0:
            at = max(at, place + len(k)) if place - at < 3000 or len(k) > 60 else at
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What others say of the article: another reader's text, the page's headline, JSON-LD's
    body, the description for search engines."""

    opinion: str = ""
    title: str = ""
    stated: str = ""
    described: str = ""


def vectors(
    page: list[Block], hints: Hints, names: dict[str, tuple[float, float]]
) -> list[list[float] | None]:
    """Return one vector for each block that may be the article's, None for menus and lists of
    links far from everything another reader kept; `names` are the weights of class names."""
    keys = [key(b.text) for b in page]
    also = heard(keys, hints.opinion)
    gaps = _gaps(also)
    alive = [_may_be(b, h, *g) for b, h, g in zip(page, also, gaps, strict=True)]
    seen = Counter(keys)
    title = (set(language.words(hints.title)), key(hints.title))
    stated = key(hints.stated) if len(hints.stated) > 400 else ""
    described = key(hints.described)
    early = [b.text for b, h in zip(page, also, strict=True) if h and len(b.text) > 60][:12]
    topic = {w for w in _WORD.findall(" ".join([hints.title, *early]).lower()) if len(w) > 4}
    cache: dict[tuple[frozenset[str], bool], float] = {}
    own: list[list[float]] = []
    for i, (block, k, h) in enumerate(zip(page, keys, also, strict=True)):
        if not any(alive[max(0, i - 2) : i + 3]):
            own.append(_UNSEEN)
            continue
        vector = _own(block, k, *title, topic)
        vector[_HEARD], vector[_NEAR] = float(h), _named(block.near, 0, names, cache)
        vector[_FAR] = _named(block.far, 1, names, cache)
        vector[_REPEATED] = min(5.0, seen[k])
        vector[_STATED] = (1.0 if k and k in stated else -1.0) if stated else 0.0
        vector[_DESCRIBED] = float(
            len(k) > 20 and bool(described) and (k[:60] in described or described[:60] in k)
        )
        vector[_PICTURES_ON] = float(page[i + 1].pictures) if i + 1 < len(page) else 0.0
        own.append(vector)
    _with_context(page, own, also, gaps, keys, title[1], alive)
    return [v if a else None for v, a in zip(own, alive, strict=True)]


def _may_be(block: Block, heard_too: bool, back: int, on: int) -> bool:
    """Say whether a block is worth a look."""
    aside = not _ASIDE.isdisjoint(block.far) and _STORY.isdisjoint(block.far)
    if heard_too or aside:
        return heard_too
    if back < 4 or on < 4 or (back >= 99 and on >= 99):
        return True
    size = len(block.text)
    return not (
        (size < 70 and block.link_chars >= 0.5 * size) or (size < 50 and back >= 10 and on >= 10)
    )


def _named(
    tokens: frozenset[str],
    side: int,
    names: dict[str, tuple[float, float]],
    cache: dict[tuple[frozenset[str], bool], float],
) -> float:
    at = (tokens, bool(side))
    if at not in cache:
        cache[at] = sum(names[t][side] for t in tokens & names.keys())
    return cache[at]


def _own(
    block: Block, k: str, title_words: set[str], title_key: str, topic: set[str]
) -> list[float]:
    """Return the columns of `OWN`; those that need the page are filled in later."""
    text = block.text
    size = len(text)
    head = text[:600]
    words = _WORD.findall(head.lower())
    count = len(words)
    long = [w for w in words if len(w) > 4]
    digits, capitals = _figures(head)
    return [
        math.log1p(size),
        float(count),
        float(block.links),
        block.link_chars / size if size else 0.0,
        0.0,
        float(_TAGS.get(block.tag, 0)),
        _among(words, STOPWORDS) / count if count else 0.0,
        float(_STOP.search(text, max(0, size - 60)) is not None),
        float(text[:1].isupper()),
        digits / len(head) if head else 0.0,
        capitals / len(head) if head else 0.0,
        float(min(10, head.count(",") + head.count("，") + head.count("、"))),
        float(block.bold),
        float(text.endswith(":")),
        0.0,
        0.0,
        _among(set(words), title_words) / len(title_words) if title_words else 0.0,
        float(bool(k) and len(k) > 8 and (k == title_key)),
        0.0,
        float(text[:1] in "\"“„«'‘「"),
        0.0,
        0.0,
        _among(long, topic) / len(long) if long else -1.0,
        float(_among(words, _ADDRESS)),
        float(block.pictures),
        0.0,
    ]


def _among(words: Iterable[str], held: Set[str]) -> int:
    return sum(map(held.__contains__, words))


def _figures(text: str) -> tuple[int, int]:
    """Return how many digits and how many capital letters a text has."""
    if text.isascii():
        raw = text.encode()
        digits, capitals = (raw.translate(None, c) for c in (_DIGITS, _CAPITALS))
        return len(raw) - len(digits), len(raw) - len(capitals)
    return sum(map(str.isdigit, text)), sum(map(str.isupper, text))


def _with_context(
    page: list[Block],
    own: list[list[float]],
    also: list[bool],
    gaps: list[tuple[int, int]],
    keys: list[str],
    title_key: str,
    alive: list[bool],
) -> None:
    """Add to each live vector where its block stands and what stands around it."""
    n = len(page)
    marks = [i for i, h in enumerate(also) if h and len(keys[i]) > 30]
    first, last = (marks[0], marks[-1]) if marks else (n, -1)
    groups = _groups(page, also, [b.group for b in page])
    outer = _groups(page, also, [b.outer for b in page])
    titled = [i for i, k in enumerate(keys) if title_key and len(k) > 8 and k == title_key]
    after_title = min(titled, default=n)
    length, link, heard_at, stop, tag, near, far = (
        OWN.index(x) for x in ("length", "link_share", "heard", "stop_share", "tag", "near", "far")
    )
    picked = [
        [v[length], v[link], v[heard_at], v[stop], v[near] + v[far], v[tag]] if v else []
        for v in own
    ]
    edge = [0.0, 0.0, 0.0, 0.0, 0.0, -1.0]
    running = heads = 0.0
    for i, (block, vector) in enumerate(zip(page, own, strict=True)):
        running = running + 1 if also[i] else 0.0
        if not alive[i]:
            heads += block.tag == "h1"
            continue
        vector += [
            heads,
            i / n,
            float(max(-30, min(60, i - first))),
            float(max(-30, min(60, last - i))),
            float(sum(also[max(0, i - 4) : i + 5])),
            *groups[block.group],
            *outer[block.outer],
            float(min(30, gaps[i][0])),
            float(min(30, gaps[i][1])),
            float(max(-20, min(60, i - after_title))),
            min(running, 20.0),
        ]
        heads += block.tag == "h1"
        for j in (i - 1, i - 2, i + 1, i + 2):
            vector += picked[j] if 0 <= j < n else edge


def _groups(page: list[Block], also: list[bool], of: list[int]) -> dict[int, list[float]]:
    """Return for each group the share of its characters another reader kept, its blocks, the
    share of its characters that are links, and the characters of a block of it."""
    groups: dict[int, list[float]] = {}
    for block, h, g in zip(page, also, of, strict=True):
        held = groups.get(g)
        if held is None:
            held = groups[g] = [0.0, 0.0, 0.0, 0.0]
        size = len(block.text)
        held[0] += size * h
        held[1] += 1
        held[2] += block.link_chars
        held[3] += size
    return {
        g: [kept / (chars or 1), min(60.0, n), links / (chars or 1), chars / n]
        for g, (kept, n, links, chars) in groups.items()
    }


def _gaps(also: list[bool]) -> list[tuple[int, int]]:
    """Return for each block how many lie since the last heard one, and until the next."""
    back, count = [], 99
    for h in also:
        back.append(count)
        count = 0 if h else count + 1
    on, count = [], 99
    for h in reversed(also):
        on.append(count)
        count = 0 if h else count + 1
    return list(zip(back, on[::-1], strict=True))
