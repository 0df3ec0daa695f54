"""Long articles cut by section, so that each part fits a model's context.

A model names the sentences that carry the news of each part; the card is then written from those
sentences, which keep their numbers, so that evidence still points at the article itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.core.language import text as words_of
from briefing.core.prompting import tokens

KEEP = 14  # sentences one part may name
_LEAD = 8  # sentences of the beginning that are always kept


def cost(sentence: str) -> int:
    """Return the likely tokens of a numbered sentence."""
    return tokens.likely(sentence) + 4


def blocks(text: str, sentences: Sequence[str]) -> list[range]:
    """Return the runs of sentences that stand in one block of the article's text.

    Where the sentences were not cut from this text, each is a run of its own.
    """
    runs, at = [], 0
    for block in words_of.blocks(text):
        if block.kind != "heading":
            size = 1 if block.kind == "row" else len(words_of.sentences(block.text))
            runs.append(range(at, at + size))
            at += size
    return runs if at == len(sentences) else [range(i, i + 1) for i in range(len(sentences))]


def starts(text: str, sentences: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the sentences that begin a section of the article's text."""
    runs, found = blocks(text, sentences), set()
    listed = words_of.blocks(text)
    if len(runs) != sum(block.kind != "heading" for block in listed):
        return frozenset()
    at, fresh = 0, False
    for block in listed:
        if block.kind == "heading":
            fresh = True
            continue
        if fresh:
            found.add(runs[at].start)
        at, fresh = at + 1, False
    return frozenset(found)


def parts(sentences: Sequence[str], room: int, sections: frozenset[int]) -> list[range]:
    """Cut sentences into runs of at most `room` tokens, at a section's start where one is near.

    Every sentence is in exactly one run, in order; a single huge sentence is a run of its own.
    """
    found: list[range] = []
    start, held = 0, 0
    for i, sentence in enumerate(sentences):
        price = cost(sentence)
        if i > start and (held + price > room or (i in sections and held > room // 2)):
            found.append(range(start, i))
            start, held = i, 0
        held += price
    if start < len(sentences):
        found.append(range(start, len(sentences)))
    return found


def chosen(
    kept: Iterable[Iterable[int]], sentences: Sequence[str], room: int, fallback: Iterable[int]
) -> list[int]:
    """Return the sentences the card is written from: the beginning, what each part named in turn,
    then `fallback`, as far as there is room, in the order of the article."""
    queue = [list(part) for part in kept]
    order = list(range(min(_LEAD, len(sentences))))
    for rank in range(KEEP):
        order += [part[rank] for part in queue if rank < len(part)]
    taken: set[int] = set()
    for i in (*order, *fallback):
        if i in taken or not 0 <= i < len(sentences):
            continue
        price = cost(sentences[i])
        if price <= room:
            taken.add(i)
            room -= price
    return sorted(taken)
