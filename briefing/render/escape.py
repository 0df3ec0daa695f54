"""Letters that would mean something in a format, written so that they mean themselves."""

from __future__ import annotations

import html as _html
import re

from briefing import plain

# Marks that form something in CommonMark, GFM or Obsidian, each only where it does: a reader of
# the raw file should meet "$13.7 billion" and "26%" as they are printed.
_MARKDOWN = re.compile(
    r"[\\`*\[\]<|~]"
    r"|(?<!\w)_|_(?!\w)"  # inside a word an underscore is itself
    r"|(?<![\w])#(?=\w)"  # a tag
    r"|\$(?![\d\s.,])"  # mathematics; no sum of money begins or ends it
    r"|&(?=#?\w+;)"  # an entity
    r"|\{(?=[{%#:])|%(?=%)|=(?==)|\^(?=\[)"
)
_REFERENCE = re.compile(r"(\[\d{1,3}\](?![(\[:]))")
_AT_START = re.compile(r"^(\s*)(\d+)([.)])(?=\s|$)")
_AT_START_MARK = re.compile(r"^([-+:!#>=])")
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data)(:)")
_WWW = re.compile(r"(?i)\bwww\.")
_ADDRESS = re.compile(r"(?<=\w)@(?=\w)")
# Slack's mrkdwn has no escape for its marks: a zero-width space on either side keeps a mark from
# opening or closing anything; a backtick would still make code and is written as its look-alike.
_SLACK_MARKS = re.compile(r"[*_~]")
_SLACK_EMOJI = re.compile(r":(?=[\w+'-]*[a-z][\w+'-]*:)")
_SLACK_CALL = re.compile(r"(?i)@(?=(?:channel|here|everyone|group)\b)")
_GAP = "\u200b"


def markdown(text: str) -> str:
    """Return text as one line of Markdown that reads as itself: no markup, no link, no HTML."""
    text = plain.line(text)
    # A number in brackets, as our own references are, is no link unless one follows.
    parts = _REFERENCE.split(text)
    parts[::2] = [_MARKDOWN.sub(r"\\\g<0>", part) for part in parts[::2]]
    text = "".join(parts).replace("!\\[", "\\!\\[")
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


def slack(text: str) -> str:
    """Return text as one line of Slack's mrkdwn that reads as itself: no mention, link, markup."""
    text = plain.line(text).replace("`", "\u02cb")
    text = _SLACK_MARKS.sub(lambda m: f"{_GAP}{m.group()}{_GAP}", text)
    text = _SLACK_EMOJI.sub(f":{_GAP}", text)
    text = _SLACK_CALL.sub(f"@{_GAP}", text)
    text = _WWW.sub(lambda m: f"{m.group()[:-1]}{_GAP}.", _LINKS.sub(rf"\1{_GAP}\2", text))
    quoted = _GAP if text.startswith(">") else ""
    return quoted + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def slack_link(text: str, url: str | None) -> str:
    """Return a link in mrkdwn, or the text alone where no address, or one too long, is given."""
    safe = address(url)
    if not safe or len(safe) > 700:
        return slack(text)
    return f"<{safe.replace('&', '&amp;')}|{slack(text)}>"


def html(text: str) -> str:
    """Return text for HTML and XML content and attributes."""
    return _html.escape(plain.line(text), quote=True)


def yaml(text: str) -> str:
    """Return text as a double-quoted YAML scalar."""
    text = plain.line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
