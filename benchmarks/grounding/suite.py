"""Read the hand-written suite and add rows made from it by rule.

A suite file holds articles: `# id | title`, the paragraphs, then `+ faithful claim` and
`- class | harmful claim` lines. A claim may begin with the paragraphs it cites: `[1,3]`, from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass
class Story:
    """An article of the suite with its claims."""

    id: str
    title: str
    text: list[str] = field(default_factory=list)
    faithful: list[str] = field(default_factory=list)
    harmful: list[tuple[str, str]] = field(default_factory=list)
    cites: dict[str, list[int]] = field(default_factory=dict)
    suite: str = ""

    def claim(self, line: str) -> str:
        """Return a claim without the paragraphs it cites, which are kept."""
        if cited := re.match(r"\[([\d,]+)\] ", line):
            line = line[cited.end() :]
            self.cites[line] = [int(n) - 1 for n in cited[1].split(",")]
        return line

    @property
    def source(self) -> str:
        """Return the text, a blank line between paragraphs."""
        return "\n\n".join(self.text)


def stories(only: str = "") -> list[Story]:
    """Return the articles of all suite files, or of those numbered in `only`: "3,10"."""
    found: list[Story] = []
    wanted = {f"suite_{number}" for number in only.split(",") if number}
    for path in sorted(FOLDER.glob("suite_*.txt")):
        if wanted and path.stem not in wanted:
            continue
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# "):
                ident, _, title = line[2:].partition(" | ")
                found.append(Story(ident.strip(), title.strip(), suite=path.stem))
            elif line.startswith("+ "):
                found[-1].faithful.append(found[-1].claim(line[2:]))
            elif line.startswith("- "):
                kind, _, claim = line[2:].partition(" | ")
                found[-1].harmful.append((kind.strip(), found[-1].claim(claim.strip())))
            elif line.strip():
                found[-1].text.append(line)
    return found


_REWRITES: tuple[tuple[str, Any], ...] = (
    (r"(\d)%", r"\1 percent"),
    (r"(\d) ?per ?cent\b", r"\1%"),
    (r"(?<![A-Z])([$€£])([\d.]+) ?(?:billion|bn)\b", lambda m: f"{_CODE[m[1]]} {m[2]}bn"),
    (r"(?<![A-Z])([$€£])([\d.]+) ?(?:million|m)\b", lambda m: f"{_CODE[m[1]]} {m[2]} million"),
    (r"\b(?:about|around)\b(?= [$€£]?\d)", "roughly"),
    (r"\babout\b(?= [$€£]?\d)", "approximately"),
    (r"\bmore than\b(?= [$€£]?\d)", "over"),
    (r"\b(almost|nearly)\b", lambda m: {"almost": "nearly", "nearly": "almost"}[m[1]]),
    (r"'", "’"),
    (r'"([^"]+)"', r"“\1”"),
    (r"\bstores\b", "shops"),
    (r"\bemployees\b", "workers"),
    (r"\bsaid\b", "stated"),
    (r"\brose\b", "climbed"),
    (r"\bfell\b", "dropped"),
    (r"\bplans to\b", "intends to"),
    (r"\bwill (?=open|close|start|end|charge|raise|cut)", "is to "),
)
_CODE = {"$": "USD", "€": "EUR", "£": "GBP"}
_MONTHS = (
    "January February March April June July August September October November December"
).split()
_MUTATIONS: tuple[tuple[str, str, Any], ...] = (
    ("figure", r"(?<![\w.,])\d{2,3}(?![\w,.]*\d)", lambda m: str(int(m[0]) * 2 + 7)),
    (
        "scale",
        r"\b(million|billion)\b",
        lambda m: {"million": "billion", "billion": "million"}[m[1]],
    ),
    ("scale", r"(?<=\d)bn\b", "m"),
    ("currency", r"(?<![A-Z])[$€£](?=\d)", lambda m: {"$": "€", "€": "£", "£": "$"}[m[0]]),
    ("unit", r"(?<=\d)%", " percentage points"),
    ("hedge", r"\breportedly ", ""),
    ("hedge", r"\b(?:may|could|might)\b(?! not)", "will"),
    ("numhedge", r"\b(?:about|around|roughly|almost|nearly|more than|some) (?=[$€£]?\d)", ""),
    ("numhedge", r"\b(?:almost|nearly|up to|as much as) (?=[$€£]?\d)", "more than "),
    ("polarity", r"\brose\b|\bclimbed\b|\bincreased\b(?! \w+ to)|\bgained\b", "fell"),
    ("polarity", r"\bfell\b|\bdropped\b|\bdeclined\b", "rose"),
    ("negation", r"\b(will|is|are|was|were|has|have)\b(?! not| no )", r"\1 not"),
    ("negation", r"\b(will|is|are|was|were|has|have|does|did) not\b", r"\1"),
    ("date", rf"\b(?:{'|'.join(_MONTHS)})\b", lambda m: _MONTHS[(_MONTHS.index(m[0]) + 4) % 11]),
    ("date", r"\b20[012]\d\b", lambda m: str(int(m[0]) - 3)),
    ("date", r"\b(Mon|Tues|Wednes|Thurs|Fri)day\b", lambda m: "Sunday"),
)


def rewrites(story: Story) -> Iterator[str]:
    """Yield harmless rewrites of the faithful claims, one of a kind for each claim."""
    for claim in story.faithful:
        for pattern, put in _REWRITES:
            changed = re.sub(pattern, put, claim)
            if changed != claim:
                yield changed


def mutations(story: Story) -> Iterator[tuple[str, str]]:
    """Yield harmful edits of the faithful claims and of the source's own sentences."""
    for claim in (*story.faithful, *story.text):
        for kind, pattern, put in _MUTATIONS:
            changed = re.sub(pattern, put, claim, count=1)
            if changed != claim:
                yield kind, changed
