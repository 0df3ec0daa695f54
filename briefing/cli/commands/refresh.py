"""`briefing refresh`: fetch what is due."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import talk
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk import events
from briefing.desk.desk import Desk


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Fetch the feeds and say what came; exit code 3 when some could not be read."""
    desk = Desk(settings, now=options.now)
    count = {"new": 0, "changed": 0, "unchanged": 0, "skipped": 0, "failed": 0}
    failures = []
    for event in desk.refresh(options.feeds, all=options.all, full_text=options.full_text):
        if isinstance(event, events.FeedUpdated):
            count["new"] += event.new
            count["changed"] += event.updated
        elif isinstance(event, events.FeedUnchanged):
            count["unchanged"] += 1
            console.successes += 1
            continue
        elif isinstance(event, events.FeedSkipped):
            count["skipped"] += 1
            if not options.feeds:
                continue
        elif isinstance(event, events.FeedFailed):
            count["failed"] += 1
            failures.append({"url": event.url, "why": str(event.error)})
        talk.tell(event, console)
    console.progress_end()
    if options.json:
        console.envelope({**count, "failures": failures})
    else:
        console.say(
            f"{count['new']} new, {count['changed']} changed; {count['unchanged']} feeds had "
            f"nothing new, {count['skipped']} not due, {count['failed']} failed"
        )
    return console.code()
