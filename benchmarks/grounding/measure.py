"""Measure the grounding check: harmful claims caught, missed, and false alarms, by class.

    python benchmarks/grounding/measure.py [--show] [--hand] [--suites=1,10]

`--show` prints what was missed and what was blocked in error; `--hand` leaves the rows out that
are made by rule; `--suites` measures some suites only, by their numbers.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator

from suite import Story, mutations, rewrites, stories

from briefing.core.card import ground
from briefing.core.language import text


def cited(story: Story, claim: str) -> list[int]:
    """Return the sentences of the paragraphs a claim cites."""
    found = []
    for number in story.cites.get(claim, ()):
        before = len(text.sentences("\n\n".join(story.text[:number])))
        inside = len(text.sentences(story.text[number]))
        found += range(before, before + inside)
    return found


def blocked(story: Story, claim: str) -> list[str]:
    """Return the codes that block the claim."""
    line = {
        "id": story.id,
        "source": story.source,
        "title": story.title,
        "claims": [{"text": claim, "evidence": cited(story, claim)}],
    }
    answer = ground.answer(line)
    return [f["code"] for f in answer["findings"]] if answer["verdict"] == "block" else []


def harmful(story: Story, hand: bool) -> Iterator[tuple[str, str]]:
    """Yield the harmful claims of a story with their class."""
    yield from story.harmful
    if not hand:
        yield from (("edit " + kind, claim) for kind, claim in mutations(story))


def faithful(story: Story, hand: bool) -> Iterator[tuple[str, str]]:
    """Yield the faithful claims of a story with their class."""
    yield from (("own words", claim) for claim in story.faithful)
    yield from (("verbatim", claim) for claim in story.text)
    if not hand:
        yield from (("rewrite", claim) for claim in rewrites(story))


def main() -> None:
    """Print the table."""
    show, hand = "--show" in sys.argv, "--hand" in sys.argv
    total: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    fair: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    only = next((a.partition("=")[2] for a in sys.argv if a.startswith("--suites=")), "")
    found = stories(only)
    start = time.process_time()
    for story in found:
        for kind, claim in harmful(story, hand):
            total[kind] += 1
            if blocked(story, claim):
                caught[kind] += 1
            elif show:
                print(f"missed  {story.id} {kind}: {claim}")
        for kind, claim in faithful(story, hand):
            fair[kind] += 1
            if codes := blocked(story, claim):
                alarms[kind] += 1
                if show:
                    print(f"blocked {story.id} {' '.join(codes)}: {claim}")
    spent = time.process_time() - start
    for kind in sorted(total):
        print(f"{kind:16} caught {caught[kind]:4} of {total[kind]:4}")
    for kind in sorted(fair):
        print(f"{kind:16} false alarms {alarms[kind]:3} of {fair[kind]:4}")
    harm, good = sum(total.values()), sum(fair.values())
    print(f"{len(found)} articles, {harm} harmful, {good} faithful")
    print(
        f"caught {sum(caught.values()) / harm:.1%}, false alarms {sum(alarms.values()) / good:.1%}"
    )
    print(f"{1000 * spent / (harm + good):.1f} ms of CPU a claim")


if __name__ == "__main__":
    main()
