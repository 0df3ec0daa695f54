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
from operator import itemgetter, mul

Terms = dict[str, float]
PROBES = 14  # heaviest terms of an item through which candidates are sought
CROWD = 60  # items under one term beyond which it is no longer telling
KEEP = 20  # candidates kept for an item
LONELY = 6  # candidates below which an item looks among those of its crowded terms too
BESIDE = 8  # of a crowd, so many before and after it
GROUP = 4  # members from which a cluster knows how alike its own are
RIVALS = 0.9  # share of their own likeness that two such clusters need between them,
MARKED = 0.55  # less so much of it as their marks are as alike between them as within them
UNMARKED = 0.7  # how alike the marks of clusters are taken to be that have next to none,
FEW_MARKS = 0.001  # and the likeness of marks that weighs as much as that guess
OUTLIER = 0.3  # share of a cluster's own likeness that a newcomer needs


def join(
    vectors: Sequence[Terms],
    marks: Sequence[Terms],
    threshold: float,
    factor: Callable[[int, int, float], float],
    doubt: Sequence[float],
) -> list[int]:
    """Return a cluster number for each vector; equal input in another order is joined alike.

    `marks` are those terms of each vector by which two events of one kind differ. `factor(i, j,
    likeness)` scales the likeness of a pair (1: as it is), for what terms cannot say. `doubt` is
    how much more than the threshold a vector needs to join another one (1: twice as much); between
    larger clusters it shrinks with the number of pairs, of which the mean is surer.
    The caller sorts the vectors in a canonical order.
    """
    clusters = _Clusters(vectors, marks, threshold, doubt)
    for i, j, likeness in _pairs(vectors, threshold * 0.5):
        clusters.link(i, j, likeness, factor(i, j, likeness))
    clusters.merge()
    return [clusters.root(i) for i in range(len(vectors))]


class _Clusters:
    """Clusters while they grow: their terms, marks and members, and how alike they are."""

    def __init__(
        self,
        vectors: Sequence[Terms],
        marks: Sequence[Terms],
        threshold: float,
        doubt: Sequence[float],
    ) -> None:
        self.threshold, self.doubt = threshold, doubt
        self.parent = list(range(len(vectors)))
        self.size = [1] * len(vectors)
        self.sums: list[Terms] = [dict(v) for v in vectors]
        self.marks: list[Terms] = [dict(m) for m in marks]
        self.squares = [dot(m, m) for m in marks]  # of the marks of each member, summed
        self.within = [0.0] * len(vectors)  # sum of the likeness of all pairs inside
        self.near: list[dict[int, float]] = [{} for _ in vectors]
        self.scale: list[dict[int, float]] = [{} for _ in vectors]
        self.rough: list[set[int]] = [set() for _ in vectors]  # whose likeness is a guess
        self.heap: list[tuple[float, int, int]] = []

    def link(self, i: int, j: int, likeness: float, factor: float) -> None:
        self.scale[i][j] = self.scale[j][i] = factor
        self._set(i, j, likeness * factor)

    def _set(self, a: int, b: int, likeness: float) -> None:
        self.near[a][b] = self.near[b][a] = likeness
        if likeness >= self.threshold:
            heapq.heappush(self.heap, (-likeness, min(a, b), max(a, b)))

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            i = self.parent[i]
        return i

    def merge(self) -> None:
        """Join the most alike clusters as long as any are alike enough."""
        size, within, doubt = self.size, self.within, self.doubt
        while self.heap:
            negative, a, b = heapq.heappop(self.heap)
            between = -negative
            if self.near[a].get(b) != between:
                continue  # either has grown or gone
            if b in self.rough[a]:
                self.rough[a].remove(b)
                self.rough[b].remove(a)
                pairs = size[a] * size[b]
                self._set(a, b, self.scale[a][b] * dot(self.sums[a], self.sums[b]) / pairs)
                continue
            needed = self.threshold * (1 + min(doubt[a], doubt[b]) / (size[a] * size[b]))
            if between < needed or self._rivals(a, b, between):
                continue  # may come up again when either has grown
            if size[a] < size[b] or (size[a] == size[b] and a > b):
                a, b = b, a
            within[a] += within[b] + between * size[a] * size[b]
            self._absorb(a, b)

    def _rivals(self, a: int, b: int, between: float) -> bool:
        """Say whether two clusters are less alike than befits how alike the members of each are.

        Two events of one company share its words, yet each has words of its own, and figures most
        of all: reports of one event are as alike across two clusters as within them. Own criterion,
        after the ratio of separation to compactness in the Davies-Bouldin index (1979).
        """
        own = [
            2 * self.within[c] / (self.size[c] * (self.size[c] - 1))
            for c in (a, b)
            if self.size[c] >= GROUP
        ]
        if len(own) < 2:
            return bool(own) and between < OUTLIER * own[0]
        share = RIVALS - MARKED * self._marked(a, b)
        return between < share * math.sqrt(own[0] * own[1])

    def _marked(self, a: int, b: int) -> float:
        """Return how alike the marks of two clusters are beside those within each, 1 at most."""
        between = dot(self.marks[a], self.marks[b]) / (self.size[a] * self.size[b])
        own = 1.0
        for c in (a, b):
            pairs = self.size[c] * (self.size[c] - 1)
            own *= max(0.0, dot(self.marks[c], self.marks[c]) - self.squares[c]) / pairs
        return min(1.0, (between + UNMARKED * FEW_MARKS) / (math.sqrt(own) + FEW_MARKS))

    def _absorb(self, a: int, b: int) -> None:
        """Join cluster b into a and bring the likeness of their neighbours up to date.

        Where that of one of the two is not known it is taken to be no less than the other's, and
        reckoned when it matters.
        """
        for sums in (self.sums, self.marks):
            target = sums[a]
            for term, weight in sums[b].items():
                target[term] = target.get(term, 0.0) + weight
            sums[b] = {}
        self.squares[a] += self.squares[b]
        self.parent[b] = a
        na, nb = self.size[a], self.size[b]
        self.size[a] = na + nb
        near, gone = self.near[a], self.near[b]
        near.pop(b, None)
        gone.pop(a, None)
        scale, lost = self.scale[a], self.scale[b]
        for c in near.keys() | gone.keys():
            left, right = near.get(c), gone.get(c)
            f_left, f_right = scale.get(c), lost.get(c)
            f = ((f_left or f_right or 1) * na + (f_right or f_left or 1) * nb) / (na + nb)
            scale[c] = self.scale[c][a] = f
            if left is None or right is None or c in self.rough[b]:
                self.rough[a].add(c)
                self.rough[c].add(a)
            self.near[c].pop(b, None)
            if left is None or right is None:
                self._set(a, c, left or right or 0.0)
            else:
                self._set(a, c, (left * na + right * nb) / (na + nb))
        self.near[b] = {}


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
        probe = sorted(vector.items(), key=itemgetter(1, 0), reverse=True)[:PROBES]
        probes.append(probe)
        for term, _ in probe:
            under[term].append(i)
    found = []
    for i in range(len(vectors)):
        share: dict[int, float] = defaultdict(float)
        for term, weight in probes[i]:
            if len(under[term]) <= CROWD:
                for j in under[term]:
                    share[j] += weight * vectors[j][term]
        if len(share) <= LONELY:  # an event told a hundred times has no rare terms
            for term, weight in probes[i]:
                for j in _beside(under[term], i):
                    share[j] += weight * vectors[j][term]
        share.pop(i, None)
        best = sorted(share, key=share.__getitem__, reverse=True)[:KEEP]
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
