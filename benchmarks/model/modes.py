"""Drive the editor through every fault mode of a double, streamed and plain; print what came.

    python benchmarks/model/modes.py DOUBLES [MODE …] [--deadline 6]

DOUBLES is a folder with `openai_double.py` (class OpenAIDouble, a mode is a model named
`mode:NAME`). A mode passes when it ends within the deadline in a card that the grounding check
does not block, made by the model or offline with one reason, and the key shows nowhere.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

from briefing import wire
from briefing.config import ModelConfig
from briefing.core.card import ground
from briefing.desk.editor import Editor
from briefing.models import Article, Card

ARTICLE = Article(
    id="modes",
    title="Harrow & Lane to open 12 stores in the north by June",
    url="https://news.example/harrow",
    site="News",
    published="2026-03-02",
    language="en",
    text="""Harrow & Lane, the grocer, will open 12 stores in the north of England by June, it said
on Monday. The company plans to hire 640 people for them.

Its sales rose 3% to £2 billion in the year to January. Chief executive Petra Lindqvist
said the chain was "cautious about the summer" because costs had risen.

The grocer is reportedly in talks with Copperline, a logistics firm, about a depot in Leeds,
according to the Yorkshire Courier. Neither company would comment.

Analysts at Morrow Bank expect food prices to rise by about 2% this year. Rival Tessamart
closed 9 shops in February and cut 310 jobs.""",
)
LIMITS = {"slow-first": "slow-first=2", "slow-drip": "slow-drip=0.02"}


def modes(module: object) -> list[str]:
    """Return the names of the modes that a double's own text lists."""
    text = str(module.__doc__).split("Join with")[1].split("\n\n")[1]
    text = re.sub(r"\([^()]*\)", "", text)
    return re.findall(r"(?m)(?:^  |\| )([0-9a-z][\w-]*)", text)


def run(double: object, mode: str, stream: bool, deadline: float) -> tuple[bool, str]:
    """Return whether a mode passed, and a line about it."""
    name = f"mode:{LIMITS.get(mode, mode)}"
    config = ModelConfig(name=name, base_url=double.base_url, api_key=double.key, deadline=deadline)
    editor = Editor(config, None, offline=False, now=lambda: "2026-03-03T06:00:00Z")
    noise, began = io.StringIO(), time.monotonic()
    card: Card | None = None
    drafts = 0
    with contextlib.redirect_stderr(noise):
        try:
            if stream:
                for item in editor.card(ARTICLE):
                    drafts += not isinstance(item, Card)
                    card = item if isinstance(item, Card) else card
            else:
                for item in editor.cards([ARTICLE]):
                    card = item[1] if isinstance(item, tuple) else card
        except Exception:
            noise.write(traceback.format_exc())
    took = time.monotonic() - began
    faults = _faults(card, noise.getvalue(), took, deadline, double.key)
    made = "no card" if card is None else card.made_by
    note = (card.note or "") if card else ""
    line = f"{mode:17s} {'stream' if stream else 'plain ':6s} {took:5.1f} s {drafts:3d} drafts "
    return not faults, f"{line} {made[:22]:22s} {note[:110]} {' '.join(faults)}"


def _faults(card: Card | None, noise: str, took: float, deadline: float, key: str) -> list[str]:
    found = []
    if card is None:
        return [f"NO CARD {noise[-300:]}"]
    if ground.verdict(list(ground.check(card, ARTICLE).findings)) == "block":
        found.append("NOT GROUNDED")
    if card.made_by == "offline" and not card.note:
        found.append("NO REASON")
    if took > deadline + 1.5:
        found.append("LATE")
    if noise:
        found.append(f"NOISE {noise[-300:]}")
    if key in wire.dumps(card) + noise:
        found.append("KEY SHOWN")
    if re.search(
        r"PWNED|javascript:|<!channel>|<@U|tracker\.example|Whitlock|Kestrel", wire.dumps(card)
    ):
        found.append("FALSE CLAIM")
    return found


def main() -> int:
    """Run all modes, or those named; return 1 if one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("doubles")
    parser.add_argument("modes", nargs="*")
    parser.add_argument("--deadline", type=float, default=6.0)
    options = parser.parse_args()
    sys.path.insert(0, options.doubles)
    import openai_double

    wanted = [(m, s) for m in options.modes or modes(openai_double) for s in (True, False)]
    with tempfile.TemporaryDirectory() as folder, openai_double.OpenAIDouble(folder) as double:
        began = time.monotonic()
        with ThreadPoolExecutor(1) as pool:
            rows = pool.map(lambda w: run(double, *w, options.deadline), wanted)
            good = 0
            for passed, line in rows:
                good += passed
                print("  " if passed else "! ", line, sep="", flush=True)
        sent = len(double.requests())
    print(f"{good} of {len(wanted)} passed, {sent} requests, {time.monotonic() - began:.0f} s")
    return int(good < len(wanted))


if __name__ == "__main__":
    sys.exit(main())
