"""A letter cut into its stories: one article for each headline with text below it.

What belongs to the letter goes: forwarded headers, signatures, unsubscribe blocks, links that
track, "view in browser".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing import plain
from briefing.core.language import text as language
from briefing.core.page import blocks, rejoin, says, tree
from briefing.core.page.mail import Letter
from briefing.core.page.reading import Metadata, Reading

_LETTER = re.compile(
    r"(?i)unsubscribe|view (?:this|it|the)? ?(?:email|message|newsletter)?\s*(?:in|online|on) |"
    r"view in browser|manage (?:your )?(?:preferences|subscription)|update (?:your )?preferences|"
    r"you(?:'|’)?(?:re| are) receiv|you received this|this (?:e-?mail|message) was sent|"
    r"forward(?:ed)? "
    r"(?:this|to a friend)|sent (?:to|from) .{0,60}@|add us to your address|privacy policy|"
    r"all rights "
    r"reserved|^©|^copyright|follow us|^share this|was this (?:e-?mail )?forwarded|sign up here|"
    r"newsletter abbestellen|abmelden|im browser (?:ansehen|öffnen)|im browser|se désabonner|"
    r"darse de baja|"
    r"退订|取消订阅|^advertisement|^sponsored|^anzeige|no longer wish"
)
_MORE = re.compile(
    r"(?i)^(?:read (?:more|on|the (?:full )?(?:story|article))|full story|continue reading|more|"
    r"learn more|weiterlesen|mehr(?: lesen)?|lire la suite|leer más|阅读全文|click here)\b.{0,20}$"
)
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?|\[(?:image|cid|img)[^\]]*\]", re.I)
_FORWARD = re.compile(
    r"(?i)^(?:-{2,}\s*(?:original|forwarded) message\s*-*|begin forwarded message:|"
    r"on .{10,80} wrote:|(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|de|objet|发件人|"
    r"收件人|"
    r"主题)\s?:\s.*)$"
)
_ADVERT = re.compile(r"(?i)^(?:advertisement|sponsored(?: content)?|anzeige|werbung|广告)\W*$")
_FOOT = re.compile(
    r"(?i)^\W*(?:unsubscribe|abmelden|退订)\b|^you(?:['’]re| are)? receiv|^you received this|"
    r"^this (?:e-?mail|message) was sent|no longer wish"
)
_RULE = re.compile(r"^[\s*=_~#+•·-]{3,}$")
_LEAST = 90  # characters of running text that make a story


@dataclass(slots=True)
class _Story:
    title: str
    parts: list[str] = field(default_factory=list)

    def size(self) -> int:
        return sum(len(p) for p in self.parts)


def stories(letter: Letter) -> Iterator[Reading]:
    """Yield the stories of a message: several for a newsletter, one for a plain letter."""
    items = _html_items(letter.html) if letter.html else _text_items(letter.text)
    if letter.html and not items and letter.text:
        items = _text_items(letter.text)
    items = [item for item in items if not says.furniture(item[0])]
    found = [s for s in _grouped(items, letter.subject) if s.size() >= _LEAST]
    if len([s for s in found if s.title]) < 2:
        text = "\n\n".join(_whole(items))
        yield Reading(text=text, metadata=_about(letter, letter.subject), marks=text[:20_000])
        return
    for story in found:
        text = "\n\n".join(story.parts)
        title = story.title or letter.subject
        yield Reading(text=text, metadata=_about(letter, title), marks=text[:20_000])


def _about(letter: Letter, title: str) -> Metadata:
    return Metadata(title=title, site=letter.sender or None, published=letter.sent)


def _whole(items: list[tuple[str, bool]]) -> list[str]:
    return [f"## {t}" if heading else t for t, heading in items]


def _grouped(items: list[tuple[str, bool]], subject: str) -> Iterator[_Story]:
    """Yield a story for each headline; a headline followed by another is a section's label."""
    current = _Story("")
    for text, heading in items:
        if not heading:
            current.parts.append(text)
            continue
        if current.parts:
            yield current
        current = _Story(text if text != subject else "")
    if current.parts:
        yield current


def _html_items(html: str) -> list[tuple[str, bool]]:
    root = tree.parse(f"<html><body>{html}</body></html>") if html.strip() else None
    if root is None:
        return []
    found: list[tuple[str, bool]] = []
    adverts: set[int] = set()
    feet: list[int] = []
    for block in blocks.blocks(root):
        text = plain.line(_ADDRESS.sub("", block.text))
        if _FOOT.search(text):
            feet.append(len(found))
        if _ADVERT.match(text):
            adverts.add(block.group)
        if block.group in adverts or not _kept(text):
            continue
        heading = block.tag in ("h1", "h2", "h3", "h4")
        strong = block.bold or block.link_chars >= 0.9 * len(block.text)
        found.append((text, heading or (strong and _is_headline(text))))
    return _above(found, feet)


def _text_items(text: str) -> list[tuple[str, bool]]:
    rows = plain.block(text).split("\n")
    signature = next((i for i, r in enumerate(rows) if r.rstrip("\n") in ("-- ", "--")), len(rows))
    rows = [re.sub(r"^(?:>\s?)+", "", r) for r in rows[:signature]]
    rows = ["" if _RULE.match(r) else _ADDRESS.sub("", r) for r in rows if not _FORWARD.match(r)]
    lines = rejoin.lines("\n".join(rows))
    found: list[tuple[str, bool]] = []
    feet: list[int] = []
    for at, line in enumerate(lines):
        value = plain.line(line.text)
        if _FOOT.search(value):
            feet.append(len(found))
        if not _kept(value):
            continue
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        heading = _is_headline(value) and len(value) <= 110 and len(below) >= 60
        found.append((re.sub(r"^\d{1,2}[.)]\s+", "", value) if heading else value, heading))
    return _above(found, feet)


def _above(items: list[tuple[str, bool]], feet: list[int]) -> list[tuple[str, bool]]:
    """Return the items above the letter's foot: what tells why it was sent, and from where."""
    last = max((i for i, (_, heading) in enumerate(items) if heading), default=0)
    return items[: min((f for f in feet if f > last), default=len(items))]


def _kept(text: str) -> bool:
    if len(text) < 2 or not any(c.isalnum() for c in text) or _MORE.match(text):
        return False
    return not (_LETTER.search(text) and len(text) < 300)


def _is_headline(text: str) -> bool:
    count = len(language.words(text))
    return 3 <= count <= 24 and text[-1] not in ".,;:。，" and len(text) <= 160
