"""Train the weights of sentence selection and write them as a plain table.

    python benchmarks/summaries/train.py DATA.jsonl.gz            # cross-validated scores only
    python benchmarks/summaries/train.py DATA.jsonl.gz --write    # … and the table, from all of it

DATA holds one JSON object a line: id, track, title, text, summary (a list of sentences written by
people). Three models: a logistic one of the pairs of words that people tell; a ridge regression of
sentences onto their own overlap with the reference, which makes the pool of candidates; and one of
sets of up to three onto the set's overlap, fitted anew on the sets that the first fit puts on top.
Every track weighs the same. Needs numpy and rouge-score. Only the tracks given by --tracks are
used.
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
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from nltk.stem.porter import PorterStemmer
from rouge_score import rouge_scorer

from briefing.core.card import reading as readings
from briefing.core.card import select, select_features, select_pairs
from briefing.core.card.select import Candidate
from briefing.core.language import text
from briefing.desk import intake

TARGET = Path(select_features.__file__).with_name("select_weights.py")
WORDS, FOLDS, SETS, TOP = 75, 5, 200, 60
PLAIN = select_features.NAMES.index("index")  # features of a sentence by itself
_STEMMER = PorterStemmer()
Weights = tuple[np.ndarray, np.ndarray, np.ndarray]  # of pairs, sentences and sets


@cache
def _stem(word: str) -> str:
    return _STEMMER.stem(word) if len(word) > 3 else word


def stems(text: str) -> list[str]:
    """Return the stemmed words of a text, as ROUGE counts them."""
    return [_stem(w) for w in re.findall("[a-z0-9]+", text.lower())]


def in_common(theirs: Sequence[str], ours: Sequence[str]) -> set[int]:
    """Return the places in `theirs` of the longest common subsequence."""
    rows = [[0] * (len(ours) + 1)]
    for a in theirs:
        last, row = rows[-1], [0]
        for j, b in enumerate(ours):
            row.append(last[j] + 1 if a == b else max(last[j + 1], row[j]))
        rows.append(row)
    found, i, j = set(), len(theirs), len(ours)
    while i and j:
        if theirs[i - 1] == ours[j - 1]:
            i, j = i - 1, j - 1
            found.add(i)
        elif rows[i][j - 1] > rows[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return found


class Reference:
    """A summary written by people, against which sets of sentences are measured."""

    def __init__(self, summary: Sequence[str]) -> None:
        self.lines = [stems(line) for line in summary]
        self.words = [w for line in self.lines for w in line]
        self.bags = self._bags(self.words)

    @staticmethod
    def _bags(words: Sequence[str]) -> tuple[Counter[Any], Counter[Any]]:
        return Counter(words), Counter(itertools.pairwise(words))

    @cache  # noqa: B019 - the references live as long as the run
    def _of(self, sentence: str) -> tuple[Counter[Any], Counter[Any], int, frozenset[Any]]:
        words = stems(sentence)
        lines = (((n, i) for i in in_common(line, words)) for n, line in enumerate(self.lines))
        return *self._bags(words), len(words), frozenset(itertools.chain.from_iterable(lines))

    def overlap(self, sentences: Iterable[str], *, order: bool = True) -> float:
        """Return ROUGE-1 plus ROUGE-2 of sentences, and with `order` plus ROUGE-Lsum."""
        parts = [self._of(s) for s in sentences]
        size = sum(p[2] for p in parts)
        common = len(frozenset().union(*(p[3] for p in parts)))
        value = 2 * common / (size + len(self.words)) if order else 0.0
        for n, theirs in enumerate(self.bags):
            ours = sum((p[n] & theirs for p in parts), Counter())
            shared = sum((ours & theirs).values())
            value += 2 * shared / max(1, size - n + sum(theirs.values()))
        return value


class Case:
    """One article with its candidates and the reference."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.record = record
        article = intake.of_line({k: record[k] for k in ("id", "title", "text")})
        self.reading = readings.of(article.title, article.text, article.language)
        self.forms = select.with_followers(self.reading)
        self.whole = select_features.Whole(self.reading, WORDS)
        self.hedged = select.leads_with_hedge(self.reading)
        self.reference = Reference(record["summary"])
        self.table = np.array([c.features for c in self.forms], float)
        self.gain = np.array([self.reference.overlap([c.text], order=False) for c in self.forms])
        self.fold = int(hashlib.sha256(record["id"].encode()).hexdigest()[8:], 16) % FOLDS
        self.known: dict[tuple[int, ...], tuple[list[tuple[int, ...]], np.ndarray, np.ndarray]] = {}
        self._read_pairs()

    def _read_pairs(self) -> None:
        pairs = select_pairs.Pairs(self.reading)
        every = pairs.all()
        told = set(itertools.pairwise(text.words("\n".join(self.record["summary"]))))
        self.pairs = np.array([pairs.features(p) for p in every]).reshape(len(every), -1)
        self.told = np.array([p in told for p in every], float)
        place = {p: i for i, p in enumerate(every)}
        self.held = [[place[p] for p in pairs.of(c.text)] for c in self.forms]

    @cached_property
    def sized(self) -> list[int]:
        """Return the words of each candidate."""
        return [len(c.text.split()) for c in self.forms]

    def sets(self, weights: np.ndarray) -> tuple[list[tuple[int, ...]], np.ndarray, np.ndarray]:
        """Return the sets of the pool these weights make, their features and their overlap."""
        order = np.argsort(-(self.table @ weights), kind="stable") if self.forms else []
        pool = tuple(int(i) for i in order[: select.POOL])
        if pool not in self.known:
            at = {id(self.forms[i]): i for i in pool}
            found = [
                tuple(at[id(c)] for c in chosen)
                for chosen in select.sets([self.forms[i] for i in pool], 3, WORDS)
            ]
            features = np.array([self._vector(chosen) for chosen in found])
            overlap = [self.reference.overlap(self.forms[i].text for i in c) for c in found]
            self.known[pool] = found, features, np.array(overlap)
        return self.known[pool]

    def _vector(self, chosen: Sequence[int]) -> np.ndarray:
        """Return the features of a set: sum, mean and together, without what it tells."""
        rows = self.table[list(chosen)]
        forms = [self.forms[i] for i in chosen]
        words = sum(self.sized[i] for i in chosen)
        places = [c.row.index for c in forms]
        together = self.whole.features([c.bag for c in forms], places, words, 0.0)
        return np.concatenate([rows.sum(0), rows.mean(0), together])

    def with_told(self, weights: Weights) -> tuple[list[tuple[int, ...]], np.ndarray, np.ndarray]:
        """Return what `sets` does, with what each set is expected to tell."""
        found, features, overlap = self.sets(weights[1])
        if found:
            chance = 1 / (1 + np.exp(-(self.pairs @ weights[0])))
            told = [float(chance[list({p for i in c for p in self.held[i]})].sum()) for c in found]
            words = [sum(self.sized[i] for i in c) for c in found]
            features = features.copy()
            features[:, -2] = np.array(told) / 20
            features[:, -1] = np.array(told) / np.array(words)
        return found, features, overlap


Block = tuple[np.ndarray, np.ndarray, float]


def ridge(blocks: Sequence[Block], strength: float) -> np.ndarray:
    """Fit centred blocks (features, target, weight), one an article."""
    size = blocks[0][0].shape[1]
    square, side = strength * np.eye(size), np.zeros(size)
    for features, target, weight in blocks:
        centred = features - features.mean(0)
        square += weight * centred.T @ centred
        side += weight * centred.T @ (target - target.mean())
    return np.linalg.solve(square, side)


def logistic(blocks: Sequence[Block], steps: int = 8) -> np.ndarray:
    """Fit the chance of a target of 0 or 1 by Newton's method."""
    weights = np.zeros(blocks[0][0].shape[1])
    for _ in range(steps):
        square, side = np.eye(len(weights)), -weights
        for features, target, weight in blocks:
            chance = 1 / (1 + np.exp(-(features @ weights)))
            side += weight * features.T @ (target - chance)
            square += weight * (features.T * (chance * (1 - chance))) @ features
        weights = weights + np.linalg.solve(square, side)
    return weights


def train(cases: Sequence[Case]) -> Weights:
    """Return the weights of pairs, sentences and sets."""
    number = Counter(c.record["track"] for c in cases)
    share = {t: len(cases) / len(number) / n for t, n in number.items()}
    worth = {id(c): share[c.record["track"]] for c in cases}
    pair = logistic([(c.pairs, c.told, worth[id(c)]) for c in cases if len(c.told)])
    single = [(c.table[:, :PLAIN], c.gain, len(c.gain) ** -0.5) for c in cases if len(c.gain) > 1]
    sentence = np.append(ridge(single, 3.0), np.zeros(len(select_features.NAMES) - PLAIN))
    blocks: list[Block] = []
    for case in cases:
        found, features, overlap = case.with_told((pair, sentence, sentence))
        if len(found) > 2:
            blocks.append((features, overlap, worth[id(case)]))
    draw = random.Random(0)
    some = [(b, draw.sample(range(len(b[1])), min(SETS, len(b[1])))) for b in blocks]
    first = ridge([(f[i], t[i], w / len(i)) for (f, t, w), i in some], 0.3)
    best = [(b, np.argsort(-(b[0] @ first))[:TOP]) for b in blocks]
    return pair, sentence, ridge([(f[i], t[i], w / len(i)) for (f, t, w), i in best], 0.3)


def choose(case: Case, weights: Weights) -> list[str]:
    """Return the summary these weights choose."""
    found, features, _ = case.with_told(weights)
    best: Sequence[Candidate] = ()
    value = float("-inf")
    for chosen, row in zip(found, features, strict=True):
        forms = [case.forms[i] for i in chosen]
        worth = float(row @ weights[2])
        if case.hedged and not any(c.row.evidential or c.row.modal for c in forms):
            worth -= 1
        if worth > value:
            best, value = forms, worth
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


def table(pair: np.ndarray, sentence: np.ndarray, sets: np.ndarray) -> str:
    """Return the module that holds the weights."""
    names, size = select_features.NAMES, len(select_features.NAMES)
    parts = {
        "PAIR": zip(select_pairs.NAMES, pair, strict=True),
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
        found += [(c, choose(c, weights)) for c in cases if c.fold == fold]
    print(json.dumps(scores(found)))
    if given.write:
        TARGET.write_text(table(*train(cases)), encoding="utf-8")
        print(f"written: {TARGET.name}")


if __name__ == "__main__":
    main()
