"""`briefing add`: take sources into the archive, a line each: new, known or refused, and why."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator

from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.desk.events import ArticleAdded, SourceRefused
from briefing.errors import BriefingError, ConfigError, ExtractError, StoreError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Print one line for each article; a source that is refused does not stop the rest."""
    if not options.sources and not options.jsonl:
        raise ConfigError("add needs a SOURCE", hint="briefing add page.html")
    desk = Desk(settings, now=options.now)
    events = _lines(desk) if options.jsonl else desk.add(options.sources, kind=options.kind)
    added = []
    for event in events:
        if isinstance(event, SourceRefused):
            console.complain(event.error)
            if not options.json:
                continue
            added.append({"origin": event.origin, "state": "refused", "why": str(event.error)})
            continue
        article = event.article
        console.successes += 1
        added.append(
            {"origin": event.origin, "state": event.arrival, "id": article.id}
            | {"title": article.title}
        )
        if not options.json:
            print(f"{event.arrival}: {article.title or event.origin} ({article.id})")
    if options.json:
        console.envelope(added)
    return console.code()


def _lines(desk: Desk) -> Iterator[ArticleAdded | SourceRefused]:
    """Take in article lines from stdin; a bad line is refused and the rest goes on."""
    for number, raw in enumerate(sys.stdin.buffer, 1):
        text = raw.decode("utf-8", "replace").strip()
        if not text:
            continue
        origin = f"line {number}"
        try:
            line = json.loads(text)
            if not isinstance(line, dict):
                raise ValueError("a JSON object was expected")
            yield desk.add_line(line)
        except StoreError:
            raise
        except BriefingError as error:
            yield SourceRefused(origin=origin, error=error)
        except (ValueError, TypeError, RecursionError) as error:
            refusal = ExtractError(f"{origin}: {error}", origin=origin)
            yield SourceRefused(origin=origin, error=refusal)
