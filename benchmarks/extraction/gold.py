"""The kit's pages, and which of their units (blocks or lines) are the article's."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy
import styles

SETS = ("scrapinghub", "fundus", "wcxb")
FOLDS = 5


def load(kit: Path, mode: str) -> list[dict[str, Any]]:
    """Return the pages with a true text, each with its fold (by registered site).

    A page dump comes in two more styles, marked `made`: learned from, never scored.
    """
    pages = []
    for name in SETS:
        with gzip.open(kit / "dev" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                if not row.get("body"):
                    continue
                if mode == "dump" and (not row.get("dump") or row.get("dump_recall", 0) < 0.9):
                    continue
                host = ".".join(
                    (urlsplit(row.get("url") or "").hostname or row["id"]).split(".")[-2:]
                )
                row["fold"] = int(hashlib.md5(host.encode()).hexdigest(), 16) % FOLDS
                row["host"] = host
                row["made"] = False
                pages.append(row)
                if mode == "dump":
                    texts = styles.others(row.pop("html"), row.get("dump_style", ""), row["id"])
                    pages += [{**row, "dump": text, "made": True} for text in texts]
    return pages


def labels(score: Any, page: dict[str, Any]) -> list[float]:
    """Return for each unit the share of its word pairs that the true text holds.

    Long units claim the true text's words first, then short ones inside the article's span, then
    those outside it: a menu entry must not pass for a sub-heading of the same words.
    """
    body, texts = page["body"], [u.text for u in page["units"]]
    tags = [getattr(u, "tag", "") for u in page["units"]]
    title = score.tokens(page.get("title") or page["heading"])
    true_lines = Counter(tuple(t) for line in body.split("\n") if (t := score.tokens(line)))
    pairs = set(score._bigrams(score.tokens(body)))
    for line in true_lines:
        pairs |= set(score._bigrams(list(line)))
    left = Counter(score.tokens(body))
    tokens = [score.tokens(x) for x in texts]
    share = [_share(score, t, pairs, left) for t in tokens]
    found = [0.0] * len(texts)

    def claim(i: int) -> None:
        if sum(left[w] > 0 for w in tokens[i]) < 0.6 * len(tokens[i]):
            found[i] = min(share[i], 0.4)
            return
        left.subtract(tokens[i])
        found[i] = share[i]

    long = [i for i, t in enumerate(tokens) if len(t) >= 10]
    for i in long:
        if share[i] >= 0.5:
            claim(i)
        else:
            found[i] = share[i]
    sure = [i for i in long if found[i] >= 0.7] or [0, len(texts)]
    short = [i for i, t in enumerate(tokens) if 0 < len(t) < 10]
    inside = [i for i in short if sure[0] - 4 <= i <= sure[-1] + 6]
    for i in inside:
        headline = tags[i] == "h1" or tokens[i] == title
        if headline and tuple(tokens[i]) not in true_lines:
            continue
        if share[i] >= (0.6 if len(tokens[i]) > 2 else 1):
            claim(i)
        else:
            found[i] = share[i]
    for i in set(short) - set(inside):
        if true_lines[tuple(tokens[i])] > 0:
            true_lines[tuple(tokens[i])] -= 1
            claim(i)
    return found


def _share(score: Any, tokens: list[str], pairs: set[Any], left: Counter[str]) -> float:
    if len(tokens) < 2:
        return float(bool(tokens) and left[tokens[0]] > 0)
    own = score._bigrams(tokens)
    return sum(p in pairs for p in own) / len(own)


def weights(page: dict[str, Any], sizes: Counter[str]) -> Any:
    """Weigh a unit by its words and a little for being a line; each set weighs the same."""
    words = numpy.array(
        [len(u.text.split()) if " " in u.text else 1 + len(u.text) / 4 for u in page["units"]]
    )
    true = numpy.array(page["y"]) >= 0.5
    whole = max(80.0, float(words[true].sum()))
    return (numpy.minimum(words, 200) / whole + 1.0 / max(20, true.sum())) / sizes[page["set"]]
