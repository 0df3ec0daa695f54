"""Briefings by models that are good, that lie and that die: what of it was printed.

    python benchmarks/model/models.py SOURCE… [--brains good,lying,dying,rude] [--archive DIR]

The models are those of the project's tests (a loopback server). Prints, for each: cards by the
model and offline, notes, requests and tokens, whether a lie stands anywhere, and how many requests
the same briefing costs again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from briefing import wire
from briefing.config import Config, ModelConfig
from briefing.desk.desk import Desk
from briefing.models import Briefing

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import model_double  # noqa: E402  # a neighbour, not a package

LIES = (
    "beaten on price", "Kestrel & Vale", "$913 million", "86 stores", "14 August 2031",
    "Consulting says it is huge",
)  # fmt: skip


def rude(_body: model_double.Body, _number: int) -> model_double.Act:
    """Answer with talk."""
    return model_double.Act("Sure! Let me think about that for a while.")


def brief(config: Config, sources: list[str], now: str) -> Briefing:
    """Return the briefing of these sources."""
    desk = Desk(config, now=now)
    try:
        for event in desk.brief(sources=sources, save=False):
            if isinstance(event, Briefing):
                return event
    finally:
        desk.close()
    raise SystemExit("no briefing came")


def measure(name: str, sources: list[str], folder: Path, now: str) -> bool:
    """Print a row about one model; return whether nothing false was printed."""
    brain = rude if name == "rude" else getattr(model_double, name)
    with model_double.ModelDouble(brain) as double:
        model = ModelConfig(
            name="double", base_url=double.base_url, api_key=double.key, deadline=30.0
        )
        config = Config(model=model, data=folder / name)
        began = time.monotonic()
        first = brief(config, sources, now)
        took, sent = time.monotonic() - began, len(double.requests)
        again = brief(config, sources, now)
        cost = len(double.requests) - sent
    text = wire.dumps(first)
    lies = [lie for lie in LIES if lie in text]
    cards = [story.card for story in first.stories]
    by_model = sum(card.made_by != "offline" for card in cards)
    notes = {card.note for card in cards if card.note}
    print(
        f"{name:6s} {len(cards)} stories, {by_model} by the model, {len(first.also)} also, "
        f"{took:.1f} s, {sent} requests, {first.usage.input_tokens} + "
        f"{first.usage.output_tokens} tokens, lies printed: {lies or 'none'}; again: {cost} "
        f"requests, {'the same' if wire.dumps(again) == text else 'OTHER'} bytes"
    )
    for note in sorted(notes):
        print(f"       {note}")
    return not lies and model_double.KEY not in text


def main() -> int:
    """Measure the models asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--brains", default="good,lying,dying,rude")
    parser.add_argument("--now", default="2026-03-03")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        good = [
            measure(name, options.sources, Path(folder), options.now)
            for name in options.brains.split(",")
        ]
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
