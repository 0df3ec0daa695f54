"""The weights of sentence selection, as `benchmarks/summaries/train.py` found them."""

from __future__ import annotations

SENTENCE = {
    "first": 0.30, "second": 0.10, "third": 0.05, "early": 0.25, "inverse": 0.2,
    "length": 0.2, "short": -0.2, "long": -0.05, "centroid": 0.3, "degree": 0.15,
    "title": 0.25, "title_share": 0.1, "names": 0.05, "figures": 0.05,
    "quoted": -0.12, "repaired": -0.02,
}  # fmt: skip
