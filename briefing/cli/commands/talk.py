"""Events of the desk as lines on stderr: one wording for every command."""

from __future__ import annotations

from briefing import plain
from briefing.cli.console import Console
from briefing.desk import events


def tell(event: events.Event, console: Console) -> None:
    """Say an event; a failure is named and counts, progress overwrites itself."""
    if isinstance(event, events.Progress):
        share = f" {event.done}/{event.total}" if event.total else ""
        console.progress(f"{event.what}{share}")
        return
    console.progress_end()
    if isinstance(event, events.SourceRefused | events.FeedFailed):
        console.complain(event.error)
    elif isinstance(event, events.DeliveryFailed):
        state = "it is not known whether it arrived; it is not repeated" if event.unknown else ""
        console.complain(event.error)
        if state:
            console.say(f"{event.target}: part {event.part} of {event.parts}: {state}")
    elif words := _words(event):
        console.successes += _counts(event)
        console.say(words)


def _counts(event: events.Event) -> int:
    return int(
        isinstance(
            event,
            events.FeedUpdated | events.FeedUnchanged | events.FeedFollowed | events.Delivered,
        )
    )


def _words(event: events.Event) -> str:
    if isinstance(event, events.FeedUpdated):
        return (
            f"{event.title or plain.address(event.url)}: {event.new} new, {event.updated} changed"
        )
    if isinstance(event, events.FeedUnchanged):
        return f"{plain.address(event.url)}: nothing new"
    if isinstance(event, events.FeedSkipped):
        return f"{plain.address(event.url)}: not asked: {event.reason}"
    if isinstance(event, events.FeedFollowed):
        state = "known already" if event.known else "followed"
        many = f", {event.entries} entries" if event.entries else ""
        return f"{event.title or plain.address(event.url)}: {state}{many}"
    if isinstance(event, events.Delivered):
        part = f" part {event.part} of {event.parts}" if event.parts > 1 else ""
        state = "had arrived before" if event.repeated else "sent"
        return f"{event.target}:{part} {state} ({event.word or 'ok'})"
    return event.text if isinstance(event, events.Note) else ""
