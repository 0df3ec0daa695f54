"""Audit briefings: every figure, name and quotation printed must stand in its source.

    python benchmarks/day/audit.py ARTICLES.jsonl --briefings 20 --size 40

ARTICLES holds a JSON object a line with "title" and "text". Each briefing is made offline from a
random choice of them; its cards, one-liners and questions are searched, word by word, for what
their own sources do not hold. Prints what is foreign, and how much was looked at.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FIGURE = re.compile(r"\d[\d.,]*\d|\d")
QUOTED = re.compile(r"[“\"]([^“”\"]{3,400})[”\"]")
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'&.-]*\w")


def plain(text: str) -> str:
    """Return a text with one form of quotation marks and spaces."""
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("“", '"').replace("”", '"'))


def briefing(rows: list[dict[str, str]]) -> dict[str, Any]:
    """Return the briefing of some articles as data."""
    with tempfile.TemporaryDirectory() as folder:
        for n, row in enumerate(rows):
            body = row["text"].replace("\n", "\n\n")
            (Path(folder) / f"{n:03}.md").write_text(f"# {row['title']}\n\n{body}\n", "utf-8")
        command = [sys.executable, "-m", "briefing", "--data", f"{folder}/.data", "daily", folder]
        done = subprocess.run(
            [*command, "--offline", "--date", "2026-11-28", "--format", "json"],
            capture_output=True,
            text=True,
            check=True,
        )
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def printed(issue: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield each line that makes a claim, with the titles of the articles it rests on."""
    for story in issue["stories"]:
        titles = [a["title"] for a in story["articles"]]
        card = story["card"]
        yield card["headline"], titles
        for point in (card["lede"], *card["points"], card["why"] or {"text": ""}):
            yield point["text"], titles
        for number in card["numbers"]:
            yield f"it is {number['value']}", titles
        for entity in card["entities"]:
            yield f"it is {entity['name']}", titles
    for item in issue["also"]:
        yield item["text"], [a["title"] for a in item["articles"]]
    for question in issue["watch"]["new"]:
        yield question["question"], [question["article"]["title"]]


def foreign(line: str, source: str) -> list[str]:
    """Return the figures, names and quotations of a line that a source does not hold."""
    source = plain(source)
    low = source.lower()
    found = [f for f in FIGURE.findall(line) if f not in source]
    found += [n for n in NAME.findall(line) if plain(n).lower().removesuffix("'s") not in low]
    found += [q for q in QUOTED.findall(line) if plain(q).strip(" .,") not in source]
    return found


def main() -> int:
    """Make the briefings and print what is foreign in them; 1 if anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--briefings", type=int, default=20)
    parser.add_argument("--size", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.articles.open(encoding="utf-8")]
    rows = [row for row in rows if row.get("title")]
    chance = random.Random(asked.seed)
    lines = facts = strange = 0
    for number in range(asked.briefings):
        chosen = chance.sample(rows, min(asked.size, len(rows)))
        texts = {plain(row["title"]): row["text"] for row in chosen}
        for line, titles in printed(briefing(chosen)):
            source = " ".join(f"{t} {texts.get(plain(t), '')}" for t in titles)
            lines += 1
            facts += sum(len(p.findall(line)) for p in (FIGURE, NAME, QUOTED))
            for thing in foreign(line, source):
                strange += 1
                print(f"briefing {number}: {thing!r} in: {line}")
    print(f"{asked.briefings} briefings, {lines} lines, {facts} figures, names and quotations")
    print(f"{strange} of them foreign to their sources")
    return 1 if strange else 0


if __name__ == "__main__":
    sys.exit(main())
