"""Joining what is alike: average-link clustering over candidates, in near-linear time.

Knows vectors of weighted terms and log-odds, nothing of news. Only pairs that share a rare term
are ever compared; two clusters belong together by the mean of the log-odds of their pairs.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.core.day.terms import Terms

PROBES = 16  # heaviest terms of an item through which candidates are sought
CROWD = 60  # items under one term beyond which not all of them are looked at
KEEP = 24  # candidates kept for an item
CAPACITY = 12  # pairs an item is sure to have with a large cluster that it belongs to
SURE = 4.0  # log-odds beyond which more says no more; what a pair has that shares nothing
DOUBT = 1.0  # how much more than even odds two lone items need; the mean of many pairs is surer
GROUP = 3  # members from which a cluster knows how alike its own are
RIVALS = 0.35  # share of their own log-odds that two such clusters need between them

_Link = tuple[float, int]  # the sum of the log-odds of the pairs known between two clusters; pairs


def candidates(vectors: Sequence[Terms]) -> list[tuple[int, int]]:
    """Return pairs worth comparing, the smaller place first: those that share telling terms."""
    under: dict[str, list[tuple[int, float]]] = defaultdict(list)
    probes = []
    for i, vector in enumerate(vectors):
        probe = sorted(vector, key=vector.__getitem__, reverse=True)[:PROBES]
        probes.append(probe)
        for term in probe:
            under[term].append((i, vector[term]))
    found: set[tuple[int, int]] = set()
    for i, probe in enumerate(probes):
        share: dict[int, float] = defaultdict(float)
        for term in probe:
            others = under[term]
            if len(others) > CROWD:  # an event told everywhere: each meets those next to it
                place = bisect_left(others, (i,))
                others = others[max(0, place - KEEP) : place + KEEP]
            weight = vectors[i][term]
            for j, other in others:
                share[j] += weight * other
        share.pop(i, None)
        best = sorted(share, key=share.__getitem__, reverse=True)[:KEEP]
        found.update([(i, j) if i < j else (j, i) for j in best])
    return sorted(found)


def join(count: int, links: Iterable[tuple[int, int, float]]) -> list[int]:
    """Return a cluster number for each of `count` items; `links` are pairs with their log-odds.

    Equal input in another order is joined alike. Pairs without a link count as surely apart, but
    for those an item cannot have, since its candidates are limited.
    """
    clusters = _Clusters(count)
    for i, j, score in links:
        clusters.link(i, j, max(-SURE, min(SURE, score)))
    clusters.merge()
    return [clusters.root(i) for i in range(count)]


class _Clusters:
    """Clusters while they grow: their size, links to each other, and what holds each together."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))
        self.size = [1] * count
        self.near: list[dict[int, _Link]] = [{} for _ in range(count)]
        self.within = [0.0] * count  # mean log-odds of all pairs inside

    def link(self, i: int, j: int, score: float) -> None:
        self.near[i][j] = self.near[j][i] = (score, 1)

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            i = self.parent[i]
        return i

    def mean(self, a: int, b: int) -> float:
        """Return the mean log-odds between two clusters."""
        total, known = self.near[a][b]
        pairs = max(known, min(self.size[a], CAPACITY) * min(self.size[b], CAPACITY))
        doubt = DOUBT / (self.size[a] * self.size[b])
        return (total - SURE * (pairs - known)) / pairs - doubt

    def merge(self) -> None:
        """Join the likeliest clusters as long as they rather belong together than not."""
        heap = [
            (-self.mean(i, j), i, j)
            for i, near in enumerate(self.near)
            for j in near
            if i < j and self.mean(i, j) > 0
        ]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            if b not in self.near[a] or self.mean(a, b) != -negative:
                continue  # either has grown or gone
            if self._rivals(a, b, -negative):
                continue  # may come up again when either has grown
            if self.size[a] < self.size[b] or (self.size[a] == self.size[b] and a > b):
                a, b = b, a
            self._absorb(a, b, -negative)
            for c in self.near[a]:
                mean = self.mean(a, c)
                if mean > 0:
                    heapq.heappush(heap, (-mean, min(a, c), max(a, c)))

    def _rivals(self, a: int, b: int, between: float) -> bool:
        """Say whether two clusters are less alike than befits how alike the members of each are.

        Two events of one company share its words, yet each has words of its own: reports of one
        event are as alike across two clusters as within them. Own criterion, after the ratio of
        separation to compactness in the Davies-Bouldin index (1979).
        """
        if min(self.size[a], self.size[b]) < GROUP:
            return False
        return between < RIVALS * (self.within[a] + self.within[b]) / 2

    def _absorb(self, a: int, b: int, between: float) -> None:
        """Join cluster b into a."""
        na, nb = self.size[a], self.size[b]
        inside = self.within[a] * na * (na - 1) / 2 + self.within[b] * nb * (nb - 1) / 2
        self.size[a] = n = na + nb
        self.within[a] = (inside + between * na * nb) / (n * (n - 1) / 2)
        self.parent[b] = a
        near, gone = self.near[a], self.near[b]
        del near[b], gone[a]
        for c, (total, pairs) in gone.items():
            other, more = near.get(c, (0.0, 0))
            near[c] = self.near[c][a] = (total + other, pairs + more)
            del self.near[c][b]
        self.near[b] = {}
