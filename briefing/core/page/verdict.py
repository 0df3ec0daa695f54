"""A verdict for every page: an article, a wall, a list of links, too short, or empty.

An article is never called a wall for a cookie bar it carries: the words of a wall count only
where little else can be read.
"""

from __future__ import annotations

import re

from briefing.core.language import text as language
from briefing.core.language.patterns import lazy
from briefing.models import Verdict

_SHORTEST = 40  # words below which a text is a note, no article
_CUT = 120  # words above which a text is hardly the opening that a paywall shows
_SAMPLE = 6_000  # characters that tell of most texts that they are whole
_LINKED = 0.35  # share of links below which a page is no list
_FULL = 180  # words above which a text stands whatever else the page says
_CONSENT = lazy(
    r"(?i)we (?:and our (?:\d+ )?partners|value your privacy|use cookies)|accept (?:all|cookies)|"
    r"reject all|manage (?:cookies|preferences|options|choices)|cookie (?:policy|settings|"
    r"preferences)|"
    r"your privacy|consent|alle akzeptieren|zustimmen|einwilligung|datenschutzeinstellungen|"
    r"tout accepter|aceptar (?:todo|cookies)|before you continue|enable javascript|"
    r"verify (?:that )?you "
    r"are (?:a )?human|are you a robot|checking your browser|access denied|captcha|just a moment|"
    r"utilisons des cookies|(?:usamos|utilizamos) cookies|verwenden cookies|"
    r"unusual traffic|security check|同意|无法访问|请完成验证|disable your ad ?blocker"
)
_PAYWALL = lazy(
    r"(?i)subscribe (?:now )?to (?:continue|read|unlock|keep)|to (?:continue|keep) reading|"
    r"(?:this|the) (?:article|story|content|post|full article) is (?:for|only|"
    r"available (?:only )?(?:to|for)|"
    r"reserved)|subscribers? only|for subscribers|already (?:a )?(?:subscriber|member)|"
    r"have an account\?|"
    r"unlock (?:this|the|full)|become a (?:subscriber|member) to|start your (?:free )?trial|"
    r"you(?:'|’)ve (?:reached|read) your (?:limit|last)|free articles? (?:left|remaining|"
    r"this month)|"
    r"weiterlesen mit|nur für abonnenten|jetzt abonnieren|abonnez-vous pour|réservé aux abonnés|"
    r"contenido exclusivo para suscriptores|suscríbete para|register (?:for free )?to (?:continue|"
    r"read)|"
    r"(?:sign|log) in to (?:continue|read)|订阅后|会员专享|付费阅读|premium[- ]artikel|"
    r"create (?:a free )?"
    r"account to"
)
_BOT = lazy(
    r"(?i)enable javascript|verify (?:that )?you are|robot|captcha|access denied|just a moment|"
    r"checking your browser|unusual traffic|ad ?blocker|请完成验证"
)


def judge(text: str, *, marks: str = "", link_share: float = 0.0, title: str = "") -> Verdict:
    """Return the verdict: `marks` is all the page shows, `text` what was read of it as article,
    `link_share` the part of the page's characters that are links, 0 to 1."""
    size = _words(text[:_SAMPLE])
    if size >= _FULL and link_share < _LINKED:
        return "article"
    size = _words(text) if len(text) > _SAMPLE else size
    shown = marks or text
    if not size and not _words(shown):
        return "empty"
    if size < _FULL and (wall := _wall(text, shown, title, size)):
        return wall
    if _is_list(text, size, link_share):
        return "link_list"
    return "article" if size >= _SHORTEST else "too_short"


def _wall(text: str, shown: str, title: str, size: int) -> Verdict | None:
    """Return the wall a page of little text is, if it says that it is one."""
    consent, pay = _signs(_CONSENT, shown), _signs(_PAYWALL, shown)
    if size >= _CUT and pay < 2 and not text.rstrip().endswith(("…", "...")):
        pay = 0  # a short story whose page offers a subscription
    if pay >= 1 and pay >= consent and _prose(text) >= 12:
        return "paywall"
    if size < _SHORTEST * 3 and (consent >= 2 or (consent and _BOT.search(f"{title} {shown}"))):
        about = _signs(_CONSENT, text)
        if size < _SHORTEST or about >= 2:
            return "consent_wall"
    return "paywall" if pay >= 1 and _words(shown) < 400 else None


def _signs(pattern: re.Pattern[str], text: str) -> int:
    """Count the different ways in which a text says what the pattern looks for."""
    return len({m.group().lower() for m in pattern.finditer(text[:20_000])})


def _words(text: str) -> int:
    return len(language.words(text[:40_000]))


def _prose(text: str) -> int:
    """Count the words that stand in whole sentences of some length."""
    found = [s for s in language.sentences(text[:20_000]) if s[-1] in '.!?…。！？"”’»']
    return sum(n for s in found if (n := len(language.words(s))) >= 8)


def _is_list(text: str, size: int, link_share: float) -> bool:
    """Say whether a page is a list of links: headlines and teasers, little running text."""
    if link_share < _LINKED:
        return False
    blocks = language.blocks(text)
    paragraphs = [b for b in blocks if b.kind == "paragraph" and len(b.text) >= 200]
    if link_share >= 0.5 and len(paragraphs) < 3 and _prose(text) < 0.55 * max(size, 60):
        return True
    if link_share >= 0.7 and not paragraphs:
        return True
    short = [b for b in blocks if len(language.words(b.text)) <= 16]
    return len(blocks) >= 8 and len(short) >= 0.8 * len(blocks) and _prose(text) < 0.3 * size
