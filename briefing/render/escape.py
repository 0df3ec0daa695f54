"""Letters that would mean something in a format, written so that they mean themselves."""

from __future__ import annotations

import html as _html
import re

from briefing import plain

# Every mark that begins or forms something in CommonMark, GFM or Obsidian (wikilinks, tags,
# comments, mathematics); a full stop or a bracket after a number only where a line may begin.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$^=%&])")
_AT_START = re.compile(r"^(\s*)(\d+)([.)])(?=\s|$)")
_AT_START_MARK = re.compile(r"^([-+:!])")
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data)(:)")
_WWW = re.compile(r"(?i)\bwww\.")
_ADDRESS = re.compile(r"(?<=\w)@(?=\w)")


def markdown(text: str) -> str:
    """Return text as one line of Markdown that reads as itself: no markup, no link, no HTML."""
    text = plain.line(text)
    text = _MARKDOWN.sub(r"\\\1", text).replace("==", "\\=\\=")
    text = text.replace("!\\[", "\\!\\[")
    text = _AT_START.sub(r"\1\2\\\3", text)
    text = _AT_START_MARK.sub(r"\\\1", text)
    text = _LINKS.sub(r"\1\\:", text)
    return _ADDRESS.sub(r"\\@", _WWW.sub(lambda m: m.group()[:-1] + "\\.", text))


def address(url: str | None) -> str | None:
    """Return an address fit to stand in a link: http or https only, nothing that ends it early."""
    text = plain.line(url or "")
    if not re.match(r"(?i)https?://[^\s/]", text):
        return None
    return re.sub(r"[\s<>\"'`(){}|\\^\[\]*_]", lambda m: f"%{ord(m.group()):02X}", text)


def link(text: str, url: str | None) -> str:
    """Return a Markdown link, or the text alone where there is no address to link to."""
    safe = address(url)
    return f"[{markdown(text)}]({safe})" if safe else markdown(text)


def html(text: str) -> str:
    """Return text for HTML and XML content and attributes."""
    return _html.escape(plain.line(text), quote=True)


def yaml(text: str) -> str:
    """Return text as a double-quoted YAML scalar."""
    text = plain.line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
