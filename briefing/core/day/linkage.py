"""Joining what is alike: average-link clustering over candidates, in near-linear time.

Knows vectors of weighted terms and nothing of news. Two clusters are as alike as the mean of all
their pairs, which for unit vectors is the product of their sums; only pairs that share a rare
term are ever compared.
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import repeat
from operator import mul

Terms = dict[str, float]
PROBES = 14  # heaviest terms of an item through which candidates are sought
CROWD = 60  # items under one term beyond which it is no longer telling
KEEP = 24  # candidates kept for an item
LONELY = 6  # candidates below which an item looks among those of its crowded terms too
BESIDE = 8  # of a crowd, so many before and after it
GROUP = 4  # members from which a cluster knows how alike its own are
RIVALS = 0.6  # share of their own likeness that two such clusters need between them
OUTLIER = 0.3  # the same for a newcomer


def join(
    vectors: Sequence[Terms],
    threshold: float,
    factor: Callable[[int, int, float], float],
    doubt: Sequence[float],
) -> list[int]:
    """Return a cluster number for each vector; equal input in another order is joined alike.

    `factor(i, j, likeness)` scales the likeness of a pair (1: as it is), for what terms cannot say.
    `doubt` is how much more than the threshold a vector needs to join another one (1: twice as
    much); between larger clusters it shrinks with the number of pairs, of which the mean is surer.
    The caller sorts the vectors in a canonical order.
    """
    parent = list(range(len(vectors)))
    size = [1] * len(vectors)
    sums: list[Terms] = [dict(v) for v in vectors]
    near: list[dict[int, float]] = [{} for _ in vectors]
    heap: list[tuple[float, int, int]] = []
    scale: list[dict[int, float]] = [{} for _ in vectors]
    for i, j, likeness in _pairs(vectors, threshold * 0.5):
        f = factor(i, j, likeness)
        scale[i][j] = scale[j][i] = f
        near[i][j] = near[j][i] = likeness * f
        if likeness * f >= threshold:
            heap.append((-likeness * f, i, j))
    heapq.heapify(heap)
    alive = [True] * len(vectors)
    within = [0.0] * len(vectors)  # sum of the likeness of all pairs inside
    while heap:
        negative, a, b = heapq.heappop(heap)
        if not (alive[a] and alive[b]) or near[a].get(b) != -negative:
            continue
        needed = threshold * (1 + min(doubt[a], doubt[b]) / (size[a] * size[b]))
        if -negative < needed or _rivals(-negative, (size[a], within[a]), (size[b], within[b])):
            continue  # may come up again when either has grown
        if size[a] < size[b] or (size[a] == size[b] and a > b):
            a, b = b, a
        within[a] += within[b] - negative * size[a] * size[b]
        _absorb(a, b, sums, size, near, scale, heap, threshold)
        alive[b] = False
        parent[b] = a
    return [_root(parent, i) for i in range(len(vectors))]


def _rivals(between: float, left: tuple[int, float], right: tuple[int, float]) -> bool:
    """Say whether two clusters are less alike than befits how alike the members of each are.

    Two events of one company share its words, yet each has words of its own: reports of one event
    are as alike across two clusters as within them. Own criterion, after the ratio of separation
    to compactness in the Davies-Bouldin index (1979).
    """
    own = [2 * total / (n * (n - 1)) for n, total in (left, right) if n >= GROUP]
    if len(own) == 2:
        return between < RIVALS * math.sqrt(own[0] * own[1])
    return bool(own) and between < OUTLIER * own[0]


def _absorb(
    a: int,
    b: int,
    sums: list[Terms],
    size: list[int],
    near: list[dict[int, float]],
    scale: list[dict[int, float]],
    heap: list[tuple[float, int, int]],
    threshold: float,
) -> None:
    """Join cluster b into a and bring the likeness of their neighbours up to date."""
    target = sums[a]
    for term, weight in sums[b].items():
        target[term] = target.get(term, 0.0) + weight
    sums[b] = {}
    na, nb = size[a], size[b]
    size[a] = na + nb
    near[a].pop(b, None)
    near[b].pop(a, None)
    for c in set(near[a]) | set(near[b]):
        left, right = near[a].get(c), near[b].get(c)
        f_left, f_right = scale[a].get(c), scale[b].get(c)
        f = ((f_left or f_right or 1) * na + (f_right or f_left or 1) * nb) / (na + nb)
        scale[a][c] = scale[c][a] = f
        if left is None or right is None:
            likeness = f * dot(target, sums[c]) / (size[a] * size[c])
        else:
            likeness = (left * na + right * nb) / (na + nb)
        near[a][c] = near[c][a] = likeness
        near[c].pop(b, None)
        if likeness >= threshold:
            heapq.heappush(heap, (-likeness, min(a, c), max(a, c)))
    near[b] = {}


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        i = parent[i]
    return i


def dot(a: Terms, b: Terms) -> float:
    """Return the product of two vectors, walking the shorter."""
    if len(a) > len(b):
        a, b = b, a
    product: float = sum(map(mul, a.values(), map(b.get, a, repeat(0.0))))
    return product


def _pairs(vectors: Sequence[Terms], least: float) -> list[tuple[int, int, float]]:
    """Return pairs worth comparing with their likeness: those sharing telling terms."""
    under: dict[str, list[int]] = defaultdict(list)
    probes = []
    for i, vector in enumerate(vectors):
        probe = heapq.nlargest(PROBES, vector.items(), key=lambda tw: (tw[1], tw[0]))
        probes.append(probe)
        for term, _ in probe:
            under[term].append(i)
    found = []
    for i in range(len(vectors)):
        share: dict[int, float] = defaultdict(float)
        for term, weight in probes[i]:
            if len(under[term]) <= CROWD:
                for j in under[term]:
                    share[j] += weight
        if len(share) <= LONELY:  # an event told a hundred times has no rare terms
            for term, weight in probes[i]:
                for j in _beside(under[term], i):
                    share[j] += weight
        share.pop(i, None)
        best = heapq.nlargest(KEEP, share, key=lambda j: (share[j], -j))
        found += [(min(i, j), max(i, j)) for j in best]
    pairs = []
    for i, j in sorted(set(found)):
        likeness = dot(vectors[i], vectors[j])
        if likeness >= least:
            pairs.append((i, j, likeness))
    return pairs


def _beside(crowd: Sequence[int], i: int) -> Sequence[int]:
    """Return the few of a crowd that stand next to an item; none of what is no crowd."""
    if len(crowd) <= CROWD:
        return ()
    at = bisect_left(crowd, i)
    return crowd[max(0, at - BESIDE) : at + BESIDE + 1]
