"""What can be measured of a line of a page dump: its text, its place, its neighbours."""

from __future__ import annotations

import math
import re
from collections import Counter

from briefing.core.language import text as language
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.page import phrases
from briefing.core.page.rejoin import Line
from briefing.core.page.signals import key

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = frozenset(
    "you your yours us our we i my ihr ihre ihnen uns unser vous votre nous tu su sus".split()
)
_REPLY = re.compile(
    r"(?i)^(?:reply|antworten|répondre|responder|svar|like|report|antwort|says?:?|回复|permalink|"
    r"upvote|quote)\b.{0,12}$"
)
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_STOP = re.compile(r"[.!?…。！？][\"'”’»)\]」』]*$")
_STAMP = phrases.KINDS.index("stamp")
_HEADERS = tuple(phrases.KINDS.index(k) for k in ("more", "comment", "letter", "rights"))

OWN = (
    "length words stop_share ended upper_first digits capitals commas colon quote title_share "
    "is_title repeated speaks prose bullet indent gap pieces topic numbered you"
).split()
AROUND = "length stop_share ended speaks prose bullet gap".split()
PLACE = (
    "stamps shorts replies place prose_back prose_on window5 window12 run_size run_place to_run "
    "heads_back after_title prose_before same_indent"
).split()
COLUMNS = (
    *OWN,
    *phrases.KINDS,
    *PLACE,
    *(f"{w}_{what}" for w in ("back1", "back2", "back3", "on1", "on2", "on3") for what in AROUND),
)


def is_prose(length: int, stop: float, ended: bool, cjk: bool) -> bool:
    """Say whether a line alone looks like running text."""
    if cjk:
        return length >= 28 and ended
    return (
        (length >= 70 and stop >= 0.2) or (length >= 60 and ended and stop >= 0.15) or length >= 200
    )


def vectors(page: list[Line], title: str) -> list[list[float]]:
    """Return one vector for each line of a dump."""
    keys = [key(x.text) for x in page]
    seen = Counter(keys)
    title_key, title_words = key(title), set(language.words(title))
    own = [_own(x, k, seen[k], title_key, title_words) for x, k in zip(page, keys, strict=True)]
    prose = [v[_PROSE] > 0 for v in own]
    words: Counter[str] = Counter()
    for x, p in zip(page, prose, strict=True):
        if p:
            words.update(set(_LONG_WORD.findall(x.text.lower())))
    topic = {w for w, n in words.items() if n >= 2} | set(_LONG_WORD.findall(title.lower()))
    for x, v in zip(page, own, strict=True):
        long = _LONG_WORD.findall(x.text[:600].lower())
        v[_TOPIC] = sum(w in topic for w in long) / len(long) if long else -1.0
    return _with_context(page, own, prose, [bool(k) and k == title_key for k in keys])


_PROSE, _TOPIC = OWN.index("prose"), OWN.index("topic")


def _own(line: Line, k: str, repeated: int, title_key: str, title_words: set[str]) -> list[float]:
    text = line.text
    head = text[:600]
    words = _WORD.findall(head.lower())
    count = len(words)
    stop = sum(w in STOPWORDS for w in words) / count if count else 0.0
    cjk = len(text) > 8 and language.has_cjk(text)
    ended = _STOP.search(text) is not None
    kinds = phrases.hits(text)
    return [
        math.log1p(len(text) * (2.5 if cjk else 1)),
        float(count),
        stop if not cjk else 0.35,
        float(ended),
        float(text[:1].isupper()),
        sum(map(str.isdigit, head)) / max(1, len(head)),
        sum(map(str.isupper, head)) / max(1, len(head)),
        float(min(10, head.count(",") + head.count("，") + head.count("、"))),
        float(text.endswith((":", "："))),
        float(text[:1] in "\"“„«'‘「"),
        sum(w in title_words for w in set(words)) / len(title_words) if title_words else 0.0,
        float(bool(title_key) and k == title_key),
        float(min(5, repeated)),
        float(sum(kinds)),
        float(is_prose(len(text), stop, ended, cjk)),
        float(line.bullet),
        float(min(40, line.indent)),
        float(min(4, line.gap)),
        float(min(8, line.pieces)),
        0.0,
        float(bool(re.match(r"(?:step )?\d{1,2}[.):]", text, re.I))),
        float(sum(w in _ADDRESS for w in words)),
        *(float(x) for x in kinds),
    ]


def _with_context(
    page: list[Line], own: list[list[float]], prose: list[bool], titled: list[bool]
) -> list[list[float]]:
    n = len(page)
    sizes = [len(x.text) if p else 0 for x, p in zip(page, prose, strict=True)]
    sums = [0]
    for s in sizes:
        sums.append(sums[-1] + s)
    total = sums[-1] or 1
    low, high = _main_run(sizes)
    run = sums[high + 1] - sums[low] if n else 0
    after = max((i for i, t in enumerate(titled[: low + 1]) if t), default=-1)
    heads = _since([any(v[len(OWN) + h] for h in _HEADERS) and v[1] <= 8 for v in own])
    back, on = _since(prose), _since(prose[::-1])[::-1]
    columns = [OWN.index(c) for c in AROUND]
    around = [[v[c] for c in columns] for v in own]
    edge = [0.0] * len(columns)
    indents = Counter(x.indent for x, p in zip(page, prose, strict=True) if p)
    common = indents.most_common(1)[0][0] if indents else 0
    stamped = _running([v[len(OWN) + _STAMP] > 0 and v[1] <= 12 for v in own])
    short = _running([v[1] <= 4 for v in own])
    replies = _running([_REPLY.match(x.text) is not None for x in page])
    for i, vector in enumerate(own):
        lo, hi = max(0, i - 7), min(n, i + 8)
        inside = low <= i <= high
        vector += [
            float(stamped[hi] - stamped[lo]),
            float(short[hi] - short[lo]),
            float(replies[hi] - replies[lo]),
            i / n,
            float(min(40, back[i])),
            float(min(40, on[i])),
            (sums[min(n, i + 6)] - sums[max(0, i - 5)]) / total,
            (sums[min(n, i + 13)] - sums[max(0, i - 12)]) / total,
            run / total,
            (i - low) / max(1, high - low) if inside else -1.0,
            0.0 if inside else float(max(-40, i - low) if i < low else min(40, i - high)),
            float(min(60, heads[i])),
            float(max(-20, min(60, i - after))) if after >= 0 else -30.0,
            sums[i] / total,
            float(page[i].indent == common),
        ]
        for j in (i - 1, i - 2, i - 3, i + 1, i + 2, i + 3):
            vector += around[j] if 0 <= j < n else edge
    return own


def _running(flags: list[bool]) -> list[int]:
    """Return the running counts of a flag, one more than there are flags."""
    sums = [0]
    for flag in flags:
        sums.append(sums[-1] + flag)
    return sums


def _main_run(sizes: list[int], gap: int = 8) -> tuple[int, int]:
    """Return the ends of the run with the most prose; up to `gap` other lines may interrupt it."""
    best, span, start, last, held = 0, (0, max(0, len(sizes) - 1)), 0, -99, 0
    for i, size in enumerate(sizes):
        if not size:
            continue
        if i - last > gap:
            start, held = i, 0
        held, last = held + size, i
        if held > best:
            best, span = held, (start, i)
    return span


def _since(flags: list[bool]) -> list[int]:
    """Return how many lines ago the flag was last up."""
    out, count = [], 99
    for flag in flags:
        out.append(count)
        count = 0 if flag else count + 1
    return out
