"""Train the weights of sentence selection and write them as a plain table.

    python benchmarks/summaries/train.py DATA.jsonl.gz            # cross-validated scores only
    python benchmarks/summaries/train.py DATA.jsonl.gz --write    # … and the table, from all of it

DATA holds one JSON object a line: id, track, title, text, summary (a list of sentences written by
people). Two ridge regressions: sentences onto their own overlap with the reference (which makes
the pool of candidates), then sets of up to three onto the set's overlap. Needs numpy and
rouge-score. Only the tracks given by --tracks are used.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import itertools
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from nltk.stem.porter import PorterStemmer
from rouge_score import rouge_scorer

from briefing.core.card import reading as readings
from briefing.core.card import select, select_features
from briefing.core.card.select import Candidate
from briefing.desk import intake

TARGET = Path(select_features.__file__).with_name("select_weights.py")
WORDS, FOLDS, SETS = 75, 5, 60
_STEMMER = PorterStemmer()


@cache
def _stem(word: str) -> str:
    return _STEMMER.stem(word) if len(word) > 3 else word


def grams(text: str) -> tuple[Counter[Any], Counter[Any]]:
    """Return the stemmed words and word pairs of a text, as ROUGE counts them."""
    words = [_stem(w) for w in re.findall("[a-z0-9]+", text.lower())]
    return Counter(words), Counter(itertools.pairwise(words))


def f_measure(ours: Counter[Any], theirs: Counter[Any]) -> float:
    """Return the F measure of two bags."""
    common = sum((ours & theirs).values())
    return 2 * common / (sum(ours.values()) + sum(theirs.values())) if common else 0.0


class Case:
    """One article with its candidates and the reference."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.record = record
        article = intake.of_line({k: record[k] for k in ("id", "title", "text")})
        self.reading = readings.of(article.title, article.text, article.language)
        self.forms = select.with_forms(self.reading)
        self.whole = select_features.Whole(self.reading, WORDS)
        self.hedged = select.leads_with_hedge(self.reading)
        self.reference = grams("\n".join(record["summary"]))
        self.table = np.array([c.features for c in self.forms], float)
        self.gain = np.array([self.overlap([c]) for c in self.forms])
        self.fold = int(hashlib.sha256(record["id"].encode()).hexdigest()[8:], 16) % FOLDS
        self.pool: list[int] = []

    def overlap(self, chosen: Iterable[Candidate]) -> float:
        """Return ROUGE-1 plus ROUGE-2 of a set."""
        ours = grams("\n".join(c.text for c in sorted(chosen, key=lambda c: c.row.index)))
        return sum(f_measure(a, b) for a, b in zip(ours, self.reference, strict=True))

    def rank(self, weights: np.ndarray) -> None:
        """Fill the pool with the best candidates by these weights."""
        order = np.argsort(-(self.table @ weights), kind="stable") if len(self.forms) else []
        self.pool = [int(i) for i in order[: select.POOL]]

    def sets(self) -> list[tuple[Candidate, ...]]:
        """Return the sets that keep the budget."""
        return list(select.sets([self.forms[i] for i in self.pool], 3, WORDS))

    def vector(self, chosen: Sequence[Candidate]) -> np.ndarray:
        """Return the features of a set: sum, mean and together."""
        rows = np.array([c.features for c in chosen], float)
        words = sum(len(c.text.split()) for c in chosen)
        together = self.whole.features(
            [c.bag for c in chosen], [c.row.index for c in chosen], words
        )
        return np.concatenate([rows.sum(0), rows.mean(0), together])


def ridge(blocks: Sequence[tuple[np.ndarray, np.ndarray, float]], strength: float) -> np.ndarray:
    """Fit centred blocks (features, target, weight), one an article."""
    size = blocks[0][0].shape[1]
    square, side = strength * np.eye(size), np.zeros(size)
    for features, target, weight in blocks:
        centred = features - features.mean(0)
        square += weight * centred.T @ centred
        side += weight * centred.T @ (target - target.mean())
    return np.linalg.solve(square, side)


def train(cases: Sequence[Case]) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights of sentences and of sets."""
    single = [(c.table, c.gain, len(c.gain) ** -0.5) for c in cases if len(c.gain) > 1]
    sentence = ridge(single, 3.0)
    draw = random.Random(0)
    blocks = []
    for case in cases:
        case.rank(sentence)
        found = case.sets()
        found = draw.sample(found, SETS) if len(found) > SETS else found
        if len(found) > 2:
            features = np.array([case.vector(s) for s in found])
            target = np.array([case.overlap(s) for s in found])
            blocks.append((features, target, 1 / len(found)))
    return sentence, ridge(blocks, 0.3)


def choose(case: Case, sentence: np.ndarray, sets: np.ndarray) -> list[str]:
    """Return the summary these weights choose."""
    case.rank(sentence)
    best, value = (), float("-inf")
    for chosen in case.sets():
        worth = float(case.vector(chosen) @ sets)
        if case.hedged and not any(c.row.evidential or c.row.modal for c in chosen):
            worth -= 1
        if worth > value:
            best, value = chosen, worth
    return [c.text for c in sorted(best, key=lambda c: c.row.index)]


def scores(found: Sequence[tuple[Case, list[str]]]) -> dict[str, list[float]]:
    """Return ROUGE-1/2/Lsum by track."""
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    rows: dict[str, list[list[float]]] = {}
    for case, summary in found:
        got = scorer.score("\n".join(case.record["summary"]), "\n".join(summary))
        rows.setdefault(case.record["track"], []).append([100 * v.fmeasure for v in got.values()])
    table = {track: np.mean(values, 0).round(2).tolist() for track, values in rows.items()}
    table["mean"] = np.mean(list(table.values()), 0).round(2).tolist()
    return table


def table(sentence: np.ndarray, sets: np.ndarray) -> str:
    """Return the module that holds the weights."""
    names, size = select_features.NAMES, len(select_features.NAMES)
    parts = {
        "SENTENCE": zip(names, sentence, strict=True),
        "TOTAL": zip(names, sets[:size], strict=True),
        "MEAN": zip(names, sets[size : 2 * size], strict=True),
        "SET": zip(select_features.SET_NAMES, sets[2 * size :], strict=True),
    }
    out = (
        '"""The weights of sentence selection, as `benchmarks/summaries/train.py` found them."""\n'
    )
    out += "\nfrom __future__ import annotations\n"
    for name, pairs in parts.items():
        rows = "".join(f'    "{key}": {value:.4f},\n' for key, value in pairs)
        out += f"\n{name} = {{\n{rows}}}\n"
    return out


def main() -> None:
    """Cross-validate, and with --write store the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--tracks", default="inshorts,cnndm")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with gzip.open(given.data, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    cases = [Case(r) for r in records if r["track"] in given.tracks.split(",")]
    found = []
    for fold in range(FOLDS):
        weights = train([c for c in cases if c.fold != fold])
        found += [(c, choose(c, *weights)) for c in cases if c.fold == fold]
    print(json.dumps(scores(found)))
    if given.write:
        TARGET.write_text(table(*train(cases)), encoding="utf-8")
        print(f"written: {TARGET.name}")


if __name__ == "__main__":
    main()
