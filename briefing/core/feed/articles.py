"""Items become articles with the text the feed itself carries: the hot path of a refresh.

Everything is spared that a feed's own text does not need: no sanitising, for only text is kept;
no full judgement, for a text long enough is an article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from briefing.core import identity
from briefing.core.feed import entries, texts
from briefing.core.feed.items import Item
from briefing.core.language import text as languages
from briefing.core.page import dates as page_dates
from briefing.core.page import verdict
from briefing.models import Article, Verdict

_FULL = 200  # words from which a feed's text is an article whatever it says
_SHORTEST = 40  # words of the shortest article, as the full judgement has it
_NOTE = 25  # words up to which it is a note
_SUSPECT = (
    "subscribe", "unlock ", "log in to", "sign in to", "register ", "to continue", "keep reading",
    "cookies", "cookie p", "cookie s", "consent", "your privacy", "javascript", "captcha",
    "a robot", "a human", "your browser", "access denied", "just a moment", "unusual traffic",
    "security check", "ad blocker", "adblocker", "before you continue", "is only ", "is for ",
    "only available", "is reserved", "free article", "have an account", "already a ", "already m",
    "free trial", "your limit", "your last", "create a", "become a ", "abonn", "weiterlesen mit",
    "zustimmen", "akzeptieren", "einwilligung", "premium", "tout accepter", "aceptar", "suscr",
    "订阅后", "会员专享", "付费阅读", "同意", "无法访问", "请完成验证",
)  # fmt: skip


def fingerprint(item: Item) -> str:
    """Return a short hash of what an item says; a new date alone is no change."""
    said = f"{item.title}\0{item.link}\0{item.content}\0{item.summary}"
    return hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=8).hexdigest()


def articles(items: Sequence[Item], *, site: str | None, declared: str, now: str) -> list[Article]:
    """Return the items of one feed as articles.

    `declared` is the language the feed says it is in; `now` a UTC stamp, by which dates of the
    future are known for lies.
    """
    bodies = [texts.body(max(item.content, item.summary, key=len)) for item in items]
    sample = " ".join(body[:300] for body in bodies[:3])
    language = languages.language(sample) or entries.language(declared)
    return [
        _article(item, body, site, language, now) for item, body in zip(items, bodies, strict=True)
    ]


def _article(item: Item, text: str, site: str | None, language: str | None, now: str) -> Article:
    title = entries.title(item)
    url = entries.link(item)
    return Article(
        id=identity.article_id(url, text or f"{title}\n{item.guid}"),
        title=title or texts.opening(text),
        text=text,
        url=url,
        site=site,
        authors=entries.authors(item),
        published=page_dates.believable(entries.published(item), now),
        language=language,
        verdict=_verdict(text),
        image=entries.image(item),
    )


def _verdict(text: str) -> Verdict:
    if not text:
        return "empty"
    size = text.count(" ") + 1
    if size >= _FULL:
        return "article"
    if size * 12 < len(text):  # no spaces: Chinese, Japanese, where a character counts as a word
        size = max(size, len(text) - len(text.encode("ascii", "ignore")))
    small = text.lower()
    if any(map(small.__contains__, _SUSPECT)):
        return verdict.judge(text)
    if _NOTE < size < 2 * _NOTE:
        size = len(languages.words(text))  # a word is not quite what stands between two spaces
    return "article" if size >= _SHORTEST else "too_short"
