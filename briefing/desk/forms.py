"""Nouns in their written forms: one place that knows which renderer writes what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.errors import ConfigError
from briefing.models import Article, Briefing, Card, Dossier

if TYPE_CHECKING:
    from briefing.render.mail import Letterhead

Noun = Article | Card | Briefing | Dossier

SUFFIXES = {
    "markdown": ".md",
    "html": ".html",
    "text": ".txt",
    "json": ".json",
    "slack": ".jsonl",
    "eml": ".eml",
    "atom": ".xml",
}
"""The endings of files, by format."""


def write(noun: Noun, form: str, letterhead: Letterhead | None = None) -> str | bytes:
    """Return a noun in a form; `eml` is bytes, from and to whom the letterhead says.

    Raises ConfigError for a form the noun does not have.
    """
    if form == "slack":
        return _slack(noun)
    if form == "eml":
        return _mail(noun, letterhead)
    if form == "atom" and isinstance(noun, Briefing):
        return feed([noun], noun.title)
    name = _name(noun)
    renderer = getattr(_renderer(form), name, None)
    if renderer is None:
        raise ConfigError(f"there is no form {form!r} of {name}")
    text: str = renderer(noun)
    return text


def feed(briefings: Sequence[Briefing], title: str) -> str:
    """Return an Atom feed of briefings."""
    from briefing.render import atom

    pages = [f"{b.date}.html" for b in briefings]
    return atom.feed(briefings, title=title, pages=pages)


def _name(noun: Noun) -> str:
    return type(noun).__name__.lower()


def _renderer(form: str) -> object:
    if form == "text":
        from briefing.render import text

        return text
    if form == "html":
        from briefing.render import html

        return html
    if form == "json":
        from briefing.render import json

        return json
    if form == "markdown":
        from briefing.render import markdown

        return markdown
    raise ConfigError(f"{form!r} is not a format", hint=f"known: {', '.join(SUFFIXES)}")


def _slack(noun: Noun) -> str:
    import json

    from briefing.render import slack

    if isinstance(noun, Card):
        payloads = slack.card(noun)
    elif isinstance(noun, Briefing):
        payloads = slack.briefing(noun)
    else:
        raise ConfigError("only a card or a briefing goes to Slack")
    return "".join(json.dumps(p, ensure_ascii=False) + "\n" for p in payloads)


def _mail(noun: Noun, letterhead: Letterhead | None) -> bytes:
    from briefing.render import mail

    if isinstance(noun, Card):
        return mail.card(noun, letterhead)
    if isinstance(noun, Briefing):
        return mail.briefing(noun, letterhead)
    raise ConfigError("only a card or a briefing goes by mail")
