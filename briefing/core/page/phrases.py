"""What furniture says, by kind, in the languages our readers meet: patterns as data.

A hit is evidence, never a verdict: "Share" begins a share bar and many a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Finder = Callable[[str], re.Match[str] | None]

_KINDS = {
    "share": r"^(?:share|teilen|partager|compartir|condividi|dela|del|tweet|pin it|email|e-mail|"
    r"print|whatsapp|"
    r"facebook|twitter|linkedin|telegram|reddit|copy link|link copied|分享|シェア|save|bookmark|"
    r"listen|"
    r"merken|drucken)\b",
    "social": r"facebook|twitter|instagram|linkedin|youtube|tiktok|pinterest|whatsapp|telegram|"
    r"bluesky|threads",
    "letter": r"newsletter|sign up|signup|subscri|inbox|mailing list|abonni|abonnez|suscr|"
    r"iscriviti|登録|订阅|"
    r"e-mail-adresse|email address|your email|delivered (?:daily|to)|join (?:our|the|over)",
    "more": r"^(?:read (?:more|also|next|the full)|more (?:on|from|about|stories|news)|see also|"
    r"related|also read|"
    r"you (?:may|might) (?:also )?(?:like|enjoy)|recommended|don.?t miss|up next|further reading|"
    r"lesen sie|mehr zum|"
    r"mehr (?:aus|von)|lire aussi|à lire|lea también|te puede|leggi anche|läs (?:mer|också)|"
    r"les også|lees ook|"
    r"延伸阅读|相关|関連|推荐|keep reading|continue reading|watch:|in case you missed|"
    r"next (?:article|story|"
    r"post)|"
    r"previous (?:article|story|post)|most (?:read|popular|viewed)|trending|latest (?:news|"
    r"stories)|popular|weitere|"
    r"auch interessant|lesetipp|zum thema|sponsored|editor.?s.? picks?|top stories)",
    "comment": r"\bcomments?\b|leave a reply|kommentar|commentaire|comentario|log in to|"
    r"diskussion|評論|评论|コメント|"
    r"your email address will not",
    "advert": r"^(?:advert|anzeige|publicit|reklam|annons|werbung|pubblicità|sponsor|ad$|广告)|"
    r"advertisement|affiliate|"
    r"commission|paid partnership",
    "cookie": r"cookie|consent|privacy policy|datenschutz|terms of (?:use|service)|gdpr|"
    r"personali[sz]ed (?:ads|content)|"
    r"third.party|einwilligung",
    "rights": r"©|\(c\) \d{4}|copyright|all rights reserved|alle rechte|tous droits|"
    r"may not be (?:published|reproduced)|"
    r"版权|無断転載|syndication",
    "credit": r"^(?:photo|image|picture|credit|foto|bild|getty|reuters|ap photo|photograph|"
    r"illustration|video|source|"
    r"quelle|crédit|imagen|graphic|watch|file photo|screenshot|图|写真|figure|caption)\b|"
    r"getty images|shutterstock|/ ?(?:ap|afp|reuters|epa|dpa|getty)\b|unsplash|istock|"
    r"image credit|photo(?:graph)? by|"
    r"photo:|image:|foto:|picture:|imago|alamy|via ap\b",
    "byline": r"^(?:by|von|par|por|di|af|av|door|text|written by|posted by|published by|author|"
    r"writer|editor|reporter|"
    r"reporting by|edited by|additional reporting|redakt|autor|作者|记者|文)\b\s*[:：]?",
    "stamp": r"\b(?:published|updated|posted|last (?:updated|modified)|first published|"
    r"aktualisiert|veröffentlicht|stand:|"
    r"publié|mis à jour|publicado|actualizado|pubblicato|opdateret|publicerad|uppdaterad|发布|"
    r"更新)\b|"
    r"\d{1,2}:\d{2}|\b(?:19|20)\d\d\b.{0,12}$|\bago\b|\d+ ?(?:min|minute)s?\b.{0,8}(?:read)?",
    "access": r"log ?in|sign in|register|anmelden|subscriber|already (?:a|have)|paywall|"
    r"free trial|cancel any ?time|"
    r"create (?:an|a free) account|to continue reading|jetzt testen|se connecter|iniciar sesión|"
    r"premium|unlock|"
    r"per month|abo\b",
    "menu": r"^(?:menu|home|search|skip to|contact|about(?: us)?|careers|help|faq|back to|"
    r"top of page|close|open|next|"
    r"previous|prev|toggle|navigation|sitemap|imprint|impressum|startseite|suche|accueil|inicio|"
    r"show more|load more|"
    r"view (?:all|more|comments)|loading|see all|table of contents|contents|in this article|"
    r"on this page|jump to|"
    r"inhalt|learn more|get started|try (?:it )?(?:for )?free|book a|download|buy now|shop now|"
    r"add to|click here)\b",
    "filed": r"^(?:tags?|topics?|filed under|categor|themen|schlagw|keywords|explore|posted in|"
    r"mots.clés|etiquetas|"
    r"标签|more on this)\b",
    "person": r"\b(?:is|was) (?:a|an|the) .{0,60}(?:reporter|editor|writer|journalist|"
    r"correspondent|author|columnist|"
    r"contributor|founder|freelance|expert|blogger|analyst)|about the author|follow (?:him|her|"
    r"them|us|me)|"
    r"(?:his|her|their) work has|can be reached at|has been (?:writing|covering)|lives in",
    "notice": r"disclaimer|disclosure|correction|this (?:article|story|post) (?:was|is|has|"
    r"originally|first|may|contains)|"
    r"originally (?:published|appeared)|editor.?s note|opinions expressed|we (?:may )?earn|"
    r"fact.checked",
    "promo": r"donat|spende|patreon|support (?:us|our|quality|independent)|become a (?:member|"
    r"patron|subscriber)|"
    r"mitglied werden|contact us|talk to us|get in touch|reach out to|click here|find out more|"
    r"learn more about|"
    r"free (?:trial|demo|consultation|quote|download)|schedule a|book a|want to (?:know|learn|"
    r"read|see)|curious about|"
    r"looking (?:for|to)|check out|download (?:the|our|your)|shop (?:the|our|now)|use code|"
    r"discount|members? only|"
    r"jetzt (?:lesen|bestellen|kaufen)|kontaktieren",
    "app": r"\bapp\b|google play|app store|google news|notifications?|follow us|preferred source",
}
KINDS = tuple(_KINDS)
_META = frozenset("\\[](){}.*+?^$")


def _alternatives(pattern: str) -> list[str]:
    """Return the alternatives of a pattern: its parts between bars outside of brackets."""
    parts, depth = [""], 0
    for c in pattern:
        depth += (c == "(") - (c == ")")
        if c == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += c
    return parts


def _ways(pattern: str) -> tuple[Finder | None, tuple[str, ...], Finder | None]:
    """Return how a pattern is looked for: at the start, as plain words, anywhere.

    One search for all of it tries every alternative at every place: five times the time.
    """
    parts = _alternatives(pattern)
    words = tuple(p for p in parts if not _META & set(p))
    start = "|".join(p.removeprefix("^") for p in parts if p.startswith("^"))
    inner = "|".join(p for p in parts if _META & set(p) and not p.startswith("^"))
    return (
        re.compile(start).match if start else None,
        words,
        re.compile(inner).search if inner else None,
    )


_WAYS = tuple(_ways(p) for p in _KINDS.values())


def hits(text: str) -> list[bool]:
    """Return, for each of `KINDS`, whether a line speaks that kind of furniture."""
    head = text[:240].lower()
    found = []
    for start, words, inner in _WAYS:
        hit = start is not None and start(head) is not None
        if not hit:
            for word in words:
                if word in head:
                    hit = True
                    break
            else:
                hit = inner is not None and inner(head) is not None
        found.append(hit)
    return found
