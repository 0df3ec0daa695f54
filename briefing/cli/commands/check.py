"""`briefing check`: the grounding check alone, on anybody's summary."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from briefing.cli.commands import filters
from briefing.cli.console import DONE, FAILED, Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.errors import ConfigError, SourceError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Print the verdict and each finding; exit code 1 when something is blocked."""
    if options.jsonl:
        return filters.run("check", console)
    if not options.card or not options.source:
        raise ConfigError(
            "check needs CARD.json and SOURCE", hint="briefing check card.json page.html"
        )
    try:
        card = _card(Path(options.card))
        result = Desk(settings, now=options.now).check(card, options.source)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(f"{options.card}: {reason}", hint="a card is a JSON file") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{options.card}: {error}", hint="a card is a JSON file") from error
    blocked = result["verdict"] == "block"
    if options.json:
        console.envelope(result, "something in the card is blocked" if blocked else None)
    else:
        console.product(result["verdict"])
        for finding in result["findings"]:
            console.product(f"{finding['claim']}: {finding['code']}: {finding['detail']}")
    return FAILED if blocked else DONE


def _card(path: Path) -> dict[str, Any]:
    """Return the object of a JSON file. Raises OSError, ValueError, RecursionError."""
    card = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(card, dict):
        raise ValueError("a JSON object was expected")
    return card
