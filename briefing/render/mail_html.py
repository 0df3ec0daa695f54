"""The HTML of a mail: the page's own body, its styles written into the tags.

Mail programs drop style sheets, and Outlook lays out tables only: one table holds the text, each
tag carries its look, and a sheet for the dark comes on top for those that read it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.models import Briefing, Card, Trend
from briefing.render import escape, html, spark, wording

LARGEST = 78_000
"""Bytes of the HTML at most, line ends apart; Gmail cuts a mail off at 102 kB."""

_SANS = "font-family:Arial,sans-serif"
_INK, _SOFT, _MARK, _LINE, _TINT = "#1c1b19", "#5d5a54", "#7a2e1d", "#dcd8cf", "#f3efe6"
_LOOK = {
    "h1": f"margin:0 0 4px;font-size:24px;line-height:1.2;{_SANS}",
    "h2": f"margin:30px 0 10px;padding-top:10px;border-top:2px solid {_LINE};font-size:14px;"
    f"letter-spacing:1px;text-transform:uppercase;color:{_MARK};{_SANS}",
    "h3": f"margin:24px 0 4px;font-size:19px;line-height:1.3;{_SANS}",
    "h4": f"margin:16px 0 4px;font-size:15px;color:{_SOFT};{_SANS}",
    "p": "margin:9px 0",
    "ul": "margin:8px 0;padding-left:20px",
    "ol": "margin:8px 0;padding-left:26px",
    "li": "margin:5px 0",
    "a": "color:inherit",
    "table": f"width:100%;border-collapse:collapse;overflow-wrap:break-word;font-size:14px;{_SANS}",
    "th": f"text-align:left;padding:5px 10px 5px 0;color:{_SOFT};border-bottom:1px solid {_LINE}",
    "td": f"padding:5px 10px 5px 0;vertical-align:top;border-bottom:1px solid {_LINE}",
    "footer": f"font-size:13px;color:{_SOFT};{_SANS}",
    ".muted": f"font-size:13px;color:{_SOFT};{_SANS}",
    ".tag": "font:600 12px Arial,sans-serif;border:1px solid;border-radius:3px;padding:0 5px",
    ".rumour": f"color:{_MARK}",
    ".opinion": f"color:{_MARK}",
    ".top": f"margin:14px 0;padding-left:12px;border-left:3px solid {_MARK};font-size:18px",
    ".new": f"padding:8px 12px;background:{_TINT}",
    ".why": f"padding:8px 12px;background:{_TINT}",
}
# Our own tags only: an article's text has no `<` of its own here.
_TAG = re.compile(r'<([a-z]+[1-4]?)( class="([^"]*)")?(?=[ >])')
_PLAIN = re.compile(r"(</?)(?:article|nav|header|footer|figure|figcaption|section)\b")

_DARK = """
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media(max-width:480px){.pad{padding:16px 14px!important}}
@media(prefers-color-scheme:dark){
.page{background:#171613!important;color:#e9e6df!important}
h2,.rumour,.opinion{color:#f0a48c!important}h4,th,.muted,.foot{color:#a8a399!important}
h2,th,td{border-color:#3a372f!important}.new,.why{background:#22201b!important}}
""".replace("\n", "")


def briefing(b: Briefing, preheader: str) -> tuple[str, bool]:
    """Return a briefing as a mail's HTML, and whether it is whole."""
    return _document(f"{b.title}, {b.date}", preheader, html.body(b, _bars))


def card(card: Card, preheader: str) -> tuple[str, bool]:
    """Return a card as a mail's HTML, and whether it is whole."""
    return _document(card.headline, preheader, html.card_body(card))


def _bars(trends: Sequence[Trend]) -> str:
    """Return stories per day in letters: mail programs show no drawing."""
    shown = [wording.trend(t, spark.line(t.values)) for t in trends if any(t.values)]
    return "".join(f'<p class="muted">{escape.html(line)}</p>' for line in shown)


def _document(title: str, preheader: str, body: str) -> tuple[str, bool]:
    head = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape.html(title)}</title>\n<style>{_DARK}</style>\n</head>\n"
        '<body class="page" style="margin:0;padding:0;background:#fdfcf9">\n'
        '<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">'
        f"{escape.html(preheader)}</div>\n"
        '<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" '
        'border="0" style="background:#fdfcf9"><tr><td align="center">\n'
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" '
        'style="max-width:640px"><tr><td class="page pad" style="padding:24px 20px;'
        f"background:#fdfcf9;color:{_INK};font:16px/1.5 Georgia,'Times New Roman',serif;"
        'overflow-wrap:anywhere">\n'
    )
    foot = "\n</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n"
    styled = _styled(body)
    room = LARGEST - len(head.encode()) - len(foot.encode())
    whole = len(styled.encode()) <= room
    return head + (styled if whole else _shortened(styled, room)) + foot, whole


def _styled(body: str) -> str:
    body = body.replace(' rel="noopener noreferrer"', "")  # a browser's matter, and bytes here
    return _PLAIN.sub(r"\1div", _TAG.sub(_look, body))


def _look(found: re.Match[str]) -> str:
    name, attribute, classes = found[1], found[2] or "", (found[3] or "").split()
    looks = [_LOOK[key] for key in (name, *(f".{c}" for c in classes)) if key in _LOOK]
    if name == "footer":
        attribute = ' class="foot"'
    style = f' style="{";".join(looks)}"' if looks else ""
    return f"<{name}{attribute}{style}"


def _shortened(styled: str, room: int) -> str:
    """Return the first whole stories of a body that is too large, and where the rest is."""
    more = (
        f'<p style="{_LOOK[".why"]}">This issue is longer than a mail program shows. '
        "All of it is in the attached page and in the text part of this mail.</p>"
    )
    kept, used = [], len(more.encode())
    for line in styled.split("\n"):
        used += len(line.encode()) + 1
        if used > room:
            break
        kept.append(line)
    begun = [i for i, line in enumerate(kept) if line.startswith("<div><h3")]
    closed = [i for i, line in enumerate(kept) if line.endswith("</div>")]
    if begun and (not closed or begun[-1] > closed[-1]):
        kept = kept[: begun[-1]]
    return "\n".join([*kept, more])
