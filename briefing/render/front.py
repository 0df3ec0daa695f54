"""The front matter of a Markdown file, as Obsidian and static-site tools read it."""

from __future__ import annotations

import hashlib

from briefing.models import Briefing
from briefing.render import escape


def matter(b: Briefing) -> str:
    """Return the YAML block of a briefing, both fences included."""
    # A prompt is already named by its fingerprint; anything longer is made one.
    prompt = b.prompt if not b.prompt or len(b.prompt) <= 64 else _hash(b.prompt)
    since, until = b.window
    lines = [
        f"title: {escape.yaml(f'{b.title}, {b.date}')}",
        f"date: {escape.yaml(b.date)}",
        f"tz: {escape.yaml(b.timezone)}",
        f"window: [{_text(since)}, {_text(until)}]",
        f"articles_read: {b.articles_read}",
        f"stories: {len(b.stories) + len(b.also)}",
        f"model: {escape.yaml(b.made_by)}",
        f"prompt_hash: {_text(prompt)}",
        f"tokens_in: {b.usage.input_tokens}",
        f"tokens_out: {b.usage.output_tokens}",
        f"checks: {escape.yaml(f'{b.checks.passed}/{b.checks.total}')}",
        "tags: [briefing]",
    ]
    return "\n".join(["---", *lines, "---"])


def _text(value: str | None) -> str:
    return "null" if value is None else escape.yaml(value)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
