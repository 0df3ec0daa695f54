"""Learn the tables of `briefing/core/page` from a folder in the kit's format.

    python benchmarks/extraction/train.py KIT html|dump [--write]

KIT holds `score.py` and `dev/*.jsonl.gz`. Without `--write` only the cross-validated figures are
printed (five folds by site: a site is never on both sides). Needs numpy, scipy, scikit-learn and
lightgbm beside the product; nothing of them is needed at run time.
"""

from __future__ import annotations

import argparse
import pickle
import statistics
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import lightgbm
import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import gold  # noqa: E402

from briefing import plain  # noqa: E402
from briefing.core.page import (  # noqa: E402
    blocks,
    closer,
    dumptitle,
    facts,
    html,
    lines,
    metadata,
    rejoin,
    signals,
    tidy,
    tree,
)

PACKAGE = ROOT / "briefing" / "core" / "page"
LOOKS: dict[str, dict[str, Any]] = {
    "html": {"rounds": 80, "learning_rate": 0.12, "num_leaves": 16, "feature_fraction": 0.4},
    "closer": {
        "rounds": 180,
        "learning_rate": 0.06,
        "num_leaves": 16,
        "feature_fraction": 0.35,
        "min_data_in_leaf": 60,
    },
    "dump": {"rounds": 90, "learning_rate": 0.12, "num_leaves": 24, "feature_fraction": 0.6},
}
"""How the trees of each look are learned, beyond what all share."""
PARAMETERS = {
    "objective": "binary",
    "min_data_in_leaf": 200,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 30,
    "verbosity": -1,
    "num_threads": 2,
    "seed": 7,
}


def cut(page: dict[str, Any], mode: str) -> None:
    """Put the page's units (blocks or lines) and their texts beside it."""
    if mode == "dump":
        page["units"] = rejoin.lines(plain.block(page["dump"]))
        page["heading"] = dumptitle.title(page["units"])
        return
    root = tree.parse(page["html"])
    url = page.get("url") or None
    said = facts.gather(root)
    held = tree.lightened(root)
    page["units"] = blocks.blocks(root)
    page["heading"] = metadata.of_page(root, said, url, page["units"]).title
    page["hints"] = html.hints(root, said, page["heading"], page["html"])
    del page["html"], held


def learn_names(pages: list[dict[str, Any]], sizes: Counter[str]) -> dict[str, tuple[float, float]]:
    """Return a weight for each class name that several sites use, near a block and far above."""
    hosts: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for block in page["units"]:
            for token in block.far | block.near:
                hosts[token].add(page["host"])
    index = {t: i for i, t in enumerate(sorted(t for t, h in hosts.items() if len(h) >= 8))}
    rows, columns, truth, weight = [], [], [], []
    for page in pages:
        for block, y, w in zip(page["units"], page["y"], gold.weights(page, sizes), strict=True):
            for side, tokens in enumerate((block.near, block.far)):
                hit = [index[t] + side * len(index) for t in tokens if t in index]
                rows += [len(truth)] * len(hit)
                columns += hit
            truth.append(y >= 0.5)
            weight.append(w)
    matrix = csr_matrix(
        (numpy.ones(len(rows)), (rows, columns)), shape=(len(truth), 2 * len(index))
    )
    weight = numpy.array(weight) / numpy.mean(weight) * 0.06
    model = LogisticRegression(C=0.3, solver="liblinear").fit(matrix, truth, sample_weight=weight)
    c = model.coef_[0].round(2)
    pairs = {t: (float(c[i]), float(c[i + len(index)])) for t, i in index.items()}
    return {t: p for t, p in pairs.items() if max(abs(p[0]), abs(p[1])) >= 0.1}


def hold(page: dict[str, Any], found: list[list[float] | None], width: int) -> None:
    """Put vectors beside a page, and which of its units have one."""
    page["alive"] = numpy.array([v is not None for v in found], dtype=bool)
    rows = [v or [0.0] * width for v in found]
    page["X"] = numpy.array(rows).reshape(len(rows), width)


def first_look(page: dict[str, Any], mode: str, names: dict[str, tuple[float, float]]) -> None:
    if mode == "dump":
        hold(page, [*lines.vectors(page["units"], page["heading"])], len(lines.COLUMNS))
    else:
        page["first"] = signals.vectors(page["units"], page["hints"], names)
        hold(page, page["first"], len(signals.COLUMNS))
    page["s"] = numpy.full(len(page["units"]), -99.0)


def closer_look(page: dict[str, Any]) -> None:
    """Put the vectors of the blocks in doubt beside a page judged once by another fold's trees."""
    found = closer.vectors(page["units"], page["first"], list(page["s"]))
    hold(page, found, len(closer.COLUMNS))


def fit(pages: list[dict[str, Any]], sizes: Counter[str], look: str) -> Any:
    """Return the trees of a look learned from the units that have a vector."""
    settings = {**PARAMETERS, **LOOKS[look]}
    rounds = settings.pop("rounds")
    matrix = numpy.vstack([p["X"][p["alive"]] for p in pages])
    truth = numpy.concatenate([(numpy.array(p["y"]) >= 0.5)[p["alive"]] for p in pages])
    weight = numpy.concatenate([gold.weights(p, sizes)[p["alive"]] for p in pages])
    data = lightgbm.Dataset(matrix, truth, weight=weight / weight.mean())
    return lightgbm.train(settings, data, rounds)


def judge(pages: list[dict[str, Any]], sizes: Counter[str], look: str) -> None:
    """Give each unit that has a vector the log-odds of trees learned on the other folds."""
    for fold in range(gold.FOLDS):
        model = fit([p for p in pages if p["fold"] != fold], sizes, look)
        for page in pages:
            if page["fold"] == fold and page["alive"].any():
                page["s"][page["alive"]] = model.predict(page["X"][page["alive"]], raw_score=True)


def report(score: Any, pages: list[dict[str, Any]], threshold: float) -> None:
    """Print F1, P, R, the share of pages >= .90 and >= .98, and of clean ones."""
    found: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for page in pages:
        if page["made"]:
            continue
        kept = [u for u, s in zip(page["units"], page["s"], strict=True) if s >= threshold]
        if "hints" in page:
            title = signals.key(page["heading"])
            kept = [b for b in kept if signals.key(b.text) != title]
            kept = tidy.blocks(page["units"], kept, ())
        text = "\n".join(u.text for u in kept)
        p, r, f = score.prf(page["body"], text)
        extra, lost = score.line_errors(page["body"], text, page.get("title") or "")
        found[page["set"]].append((f, p, r, f >= 0.9, f >= 0.98, extra + lost == 0, extra, lost))
    means = {s: [statistics.mean(x) for x in zip(*v, strict=True)] for s, v in found.items()}
    means["headline"] = [statistics.mean(x) for x in zip(*means.values(), strict=True)]
    for name, row in means.items():
        print(f"{threshold:.2f} {name:12}", " ".join(f"{x:.3f}" for x in row))


def expression(node: dict[str, Any]) -> str:
    """Return a tree as a Python expression over the vector `v`."""
    if "leaf_value" in node:
        return repr(round(node["leaf_value"], 4))
    left, right = expression(node["left_child"]), expression(node["right_child"])
    column, threshold = node["split_feature"], float(format(node["threshold"], ".5g"))
    return f"({left} if v[{column}]<={threshold!r} else {right})"


def write(name: str, what: str, model: Any) -> None:
    """Write the trees of a model as a module of the package."""
    trees = [expression(info["tree_structure"]) for info in model.dump_model()["tree_info"]]
    rows = [" ".join(f"+ {t}" for t in trees[i : i + 6]) for i in range(0, len(trees), 6)]
    (PACKAGE / f"{name}_trees.py").write_text(
        f'"""Learned from pages with a true text: which {what} are the article\'s.\n\n'
        "Boosted trees, six a line, as an expression: twice as fast as walking a table.\n"
        'Made by benchmarks/extraction/train.py; not edited by hand.\n"""\n'
        "# ruff: noqa: E501\n# fmt: off\nfrom __future__ import annotations\n\n"
        "from collections.abc import Sequence\n\n\n"
        "def score(v: Sequence[float]) -> float:\n"
        '    """Return the log-odds that the trees give a vector."""\n'
        "    return (\n        0.0\n" + "".join(f"        {r}\n" for r in rows) + "    )\n",
        encoding="utf-8",
    )


def write_names(names: dict[str, tuple[float, float]]) -> None:
    cells = [f"{t!r}: ({a}, {b})," for t, (a, b) in sorted(names.items())]
    body = "\n".join("    " + " ".join(cells[i : i + 4]) for i in range(0, len(cells), 4))
    (PACKAGE / "names.py").write_text(
        '"""Learned weights of class names: on a block or its parent, and above it.\n\n'
        'Made by benchmarks/extraction/train.py; not edited by hand.\n"""\n'
        "# ruff: noqa: E501\n# fmt: off\n"
        f"NAMES: dict[str, tuple[float, float]] = {{\n{body}\n}}\n",
        encoding="utf-8",
    )


def learn(pages: list[dict[str, Any]], options: argparse.Namespace) -> None:
    """Print the cross-validated figures; with `--write` learn from all pages and write that.

    The vectors stay those of names, and of first judgements, learned on the other folds, as at
    run time both are learned on other pages than the one that is read.
    """
    sizes = Counter(p["set"] for p in pages)
    names: dict[str, tuple[float, float]] = {}
    for fold in range(gold.FOLDS):
        if options.mode == "html":
            names = learn_names([p for p in pages if p["fold"] != fold], sizes)
        for page in pages:
            if page["fold"] == fold:
                first_look(page, options.mode, names)
    judge(pages, sizes, options.mode)
    if options.write:
        what = "blocks of an HTML page" if options.mode == "html" else "lines of a page dump"
        write(options.mode, what, fit(pages, sizes, options.mode))
    if options.mode == "html":
        for page in pages:
            closer_look(page)
        judge(pages, sizes, "closer")
        if options.write:
            write("closer", "blocks in doubt of an HTML page", fit(pages, sizes, "closer"))
            write_names(learn_names(pages, sizes))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kit", type=Path)
    parser.add_argument("mode", choices=("html", "dump"))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    sys.path.insert(0, str(options.kit))
    import score

    if options.cache and options.cache.exists():
        pages = pickle.loads(options.cache.read_bytes())
    else:
        pages = gold.load(options.kit, options.mode)
        for page in pages:
            cut(page, options.mode)
        if options.cache:
            options.cache.write_bytes(pickle.dumps(pages))
    for page in pages:
        page["y"] = gold.labels(score, page)
    learn(pages, options)
    print("          F1 P R >=.90 >=.98 clean extra lost")
    for threshold in (-0.4, 0.0, 0.4):
        report(score, pages, threshold)


if __name__ == "__main__":
    main()
