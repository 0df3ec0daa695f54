"""Train the weights by which two items tell one event, and write them as a plain table.

    python benchmarks/stories/train.py DATA.jsonl.gz ...            # cross-validated figures only
    python benchmarks/stories/train.py DATA.jsonl.gz ... --write    # ... and the table, from all

DATA holds one JSON object a line: id, set, story, title, text, date, publisher. Stories whose names
differ in a last letter only (7a, 7b) are events easily confused and are never on both sides of a
fold. Learned from whole sets and from small days drawn of them, every article counting alike.
Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy
from scipy.optimize import minimize
from scipy.special import expit

from briefing.core.day import cluster, likeness, linkage

TARGET = Path(likeness.__file__).with_name("likeness_weights.py")
FOLDS, TRUST = 4, 0.1
SIGNS = "+++.++.----+"
"""Which way each feature speaks, those of `likeness.pair` and what is borrowed; `.` is either."""

_BOUNDS = {"+": (0, None), "-": (None, 0), ".": (None, None)}
DAYS = ((1, 12), (2, 12), (3, 12), (6, 12), (12, 12), (30, 3), (30, 1), (20, 6), (4, 1), (10, 1))
"""Small days: of how many stories, and how many articles of each at most."""
LEAN = {True: -0.1, False: 1.0}
"""What is added to the log-odds, by whether both have a text: a mean over pairs punishes a story
for each pair in it that shares little."""


class Case(NamedTuple):
    """An item, the story it belongs to, the set it is from, and its fold."""

    item: cluster.Item
    story: str
    set: str
    fold: int


def load(paths: Iterable[str]) -> dict[str, list[Case]]:
    """Return the cases of each set."""
    found: dict[str, list[Case]] = defaultdict(list)
    for path in paths:
        raw = Path(path).read_bytes()
        for line in (gzip.decompress(raw) if path.endswith(".gz") else raw).splitlines():
            row: dict[str, Any] = json.loads(line)
            fields = (row.get(k) or "" for k in ("id", "title", "text", "date", "publisher"))
            group = re.sub(r"(?<=\d)[a-z]$", "", row["story"])
            fold = int(hashlib.sha256(f"fold {group}".encode()).hexdigest(), 16) % FOLDS
            item = cluster.Item(*fields)
            found[row["set"]].append(Case(item, row["story"], row["set"], fold))
    return found


def day(cases: Sequence[Case], count: int, most: int, draw: random.Random) -> tuple[Case, ...]:
    """Return a day of `count` stories with `most` articles each at most."""
    by_story: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_story[case.story].append(case)
    chosen = draw.sample(sorted(by_story), min(count, len(by_story)))
    return tuple(c for s in chosen for c in draw.sample(by_story[s], min(most, len(by_story[s]))))


@cache
def pairs(cases: tuple[Case, ...]) -> tuple[tuple[Case, ...], list[likeness.Pair]]:
    """Return the cases in canonical order and the pairs among them."""
    ordered = tuple(sorted(cases, key=lambda c: (c.item.date, c.item.title, c.item.id)))
    return ordered, cluster.alike([c.item for c in ordered])


def fit(rows: Any, truth: Any, weights: Any) -> tuple[Any, float]:
    """Return slopes and intercept of a logistic regression whose slopes have the sign they should.

    More in common never speaks against one event; only plain words may, beside the likeness of all
    terms in which they weigh too much. Else two affairs of one company would flow together.
    """
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled, weights = (rows - middle) / spread, weights / weights.mean()
    sides = numpy.where(truth, 1.0, -1.0)

    def loss(at: Any) -> tuple[float, Any]:
        margin = sides * (scaled @ at[:-1] + at[-1])
        pull = -weights * sides * expit(-margin)
        cost = weights @ numpy.logaddexp(0.0, -margin) + at[:-1] @ at[:-1] / (2 * TRUST)
        return cost, numpy.append(pull @ scaled + at[:-1] / TRUST, pull.sum())

    bounds = [_BOUNDS[sign] for sign in SIGNS[: rows.shape[1]]]
    found = minimize(
        loss, numpy.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B",
        bounds=[*bounds, (None, None)],
    ).x  # fmt: skip
    slopes = found[:-1] / spread
    return slopes, float(found[-1] - slopes @ middle)


class Model:
    """Both stages of both models, fitted to some days."""

    def __init__(self, days: Sequence[tuple[Case, ...]]) -> None:
        self.alone = {told: self._fit(days, told, None) for told in (True, False)}
        self.together = {told: self._fit(days, told, self.alone) for told in (True, False)}

    @staticmethod
    def _fit(days: Sequence[tuple[Case, ...]], told: bool, alone: Any) -> tuple[float, ...]:
        rows, truth, weights = [], [], []
        for cases in days:
            ordered, found = pairs(cases)
            borrowed = borrow(len(ordered), found, alone) if alone else [0.0] * len(found)
            for p, more in zip(found, borrowed, strict=True):
                if p.told == told:
                    rows.append((*p.features, more) if alone else p.features)
                    truth.append(ordered[p.left].story == ordered[p.right].story)
                    weights.append(len(ordered) / len(found))
        slopes, start = fit(numpy.array(rows), numpy.array(truth), numpy.array(weights))
        lean = LEAN[told] if alone else 0.0
        return (*(round(float(s), 3) for s in slopes), round(float(start) + lean, 3))

    def odds(self, count: int, found: Sequence[likeness.Pair]) -> list[float]:
        """Return the log-odds of each pair."""
        return [
            likeness.score(self.together[p.told], (*p.features, more))
            for p, more in zip(found, borrow(count, found, self.alone), strict=True)
        ]


def borrow(count: int, found: Sequence[likeness.Pair], alone: Any) -> list[float]:
    """Return what the last feature of each pair is."""
    return likeness.expanded(
        count, found, [likeness.score(alone[p.told], p.features) for p in found]
    )


def b_cubed(gold: Sequence[str], found: Sequence[int]) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    true, ours, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    precision = sum(v * v / ours[f] for (_, f), v in both.items()) / len(gold)
    recall = sum(v * v / true[g] for (g, _), v in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def judged(cases: tuple[Case, ...], models: Sequence[Model]) -> tuple[float, float, float]:
    """Return the figures of a day, each pair weighed by the models that have not seen its two."""
    ordered, found = pairs(cases)
    every = [model.odds(len(ordered), found) for model in models]
    links = []
    for place, p in enumerate(found):
        left, right = (models_of(ordered[i].fold, every) for i in (p.left, p.right))
        links.append((p.left, p.right, (left[place] + right[place]) / 2))
    return b_cubed([c.story for c in ordered], linkage.join(len(ordered), links))


def models_of(fold: int, every: Sequence[list[float]]) -> list[float]:
    """Return the log-odds given by the model that has not seen a fold, or by the only one."""
    return every[fold if len(every) > 1 else 0]


def days(sets: dict[str, list[Case]], seed: int) -> list[tuple[Case, ...]]:
    """Return the days a model learns from."""
    draw, found = random.Random(seed), []
    for cases in sets.values():
        found.append(tuple(cases))
        found += [day(cases, count, most, draw) for count, most in DAYS]
    return found


def show(name: str, figures: Sequence[tuple[float, float, float]]) -> None:
    """Print the means of some days."""
    means = (sum(f[i] for f in figures) / len(figures) for i in range(3))
    print(f"{name:28} " + " ".join(f"{m:.3f}" for m in means), flush=True)


def measure(sets: dict[str, list[Case]], models: Sequence[Model]) -> None:
    """Print B-cubed precision, recall and F1 of whole sets and of small days."""
    for name, cases in sets.items():
        show(name, [judged(tuple(cases), models)])
    draw = random.Random(4)
    for name, cases in sets.items():
        for count, most in ((1, 30), (3, 30), (8, 30), (20, 4), (40, 1)):
            drawn = [day(cases, count, most, draw) for _ in range(6)]
            show(f"  {name}: {count} stories <= {most}", [judged(d, models) for d in drawn])


def written(model: Model) -> str:
    """Return the module that holds the weights."""
    lines = ['"""The weights of `likeness`, written by `benchmarks/stories/train.py`."""\n']
    for name, table in (("ALONE", model.alone), ("TOGETHER", model.together)):
        lines.append(f"{name} = {{")
        lines += [f"    {told}: {table[told]}," for told in (True, False)]
        lines.append("}  # fmt: skip")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    sets = load(args.data)
    unseen = []
    for fold in range(FOLDS):
        kept = {name: [c for c in cases if c.fold != fold] for name, cases in sets.items()}
        unseen.append(Model(days(kept, fold)))
    measure(sets, unseen)
    if args.write:
        model = Model(days(sets, FOLDS))
        TARGET.write_text(written(model), encoding="utf-8")
        print("on what it learned from:")
        measure(sets, [model])


if __name__ == "__main__":
    main()
