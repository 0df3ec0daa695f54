"""Words that hold a statement back: evidential ("reportedly"), modal ("would"), negation.

Refuses to judge truth: it only says which class of word a sentence carries, in six languages.
"""

from __future__ import annotations

from briefing.core.language.patterns import lazy

_EVIDENTIAL = lazy(
    r"\b(?:reportedly|allegedly|supposedly|apparently|purportedly|rumou?r(?:s|ed)?|speculation|"
    r"(?:is|are|was|were|be|been) (?:said|believed|thought|understood|reported|rumou?red|alleged|"
    r"accused|suspected|claimed|considered) to|"
    r"accused of|alleg(?:e|es|ed|ing|ation|ations)|charged with|charges? of|"
    r"according to|sources?(?: close| familiar| said| say|,)|people familiar|insiders?|"
    r"claim(?:s|ed|ing)?|unconfirmed|"
    r"(?:[A-Z][\w.&'’]+|media|newspaper|paper|press|it|agency|report|who|he|she|they|has|had)"
    r" (?:first |also |has |had )?report(?:s|ed)|"
    r"reports? (?:that|said|say|says|suggest|suggested|claim|in|by|from|of)|"
    r"angeblich|soll(?:en)?|laut|nach Angaben|berichtet|heißt es|Gerüchte?|"
    r"selon|aurait|auraient|serait|seraient|d'après|rumeurs?|prétendument|"
    r"según|supuestamente|presuntamente|habría|rumores?)\b"
    r"|据(?:报道|悉|称|传|说|了解|知情)|传闻|据.{0,12}报道|消息人士|知情人士|と報じ|によると|とみられ|らしい|という",
)
_SAID = lazy(
    r"\b(?:said|says|say|told|added|adds|announced|confirmed|denied|explained|argues?|argued|"
    r"warned|"
    r"noted|stated|wrote|insists?|insisted|tells|sagte|sagt|erklärte|teilte|a déclaré|a annoncé|"
    r"dijo|afirmó|anunció)\b|表示|称|宣布|述べ|発表"
)
_MODAL = lazy(
    r"\b(?:if|unless|would|could|may(?! \d|$)|might|should|likely|unlikely|possibl[ey]|"
    r"potential(?:ly)?|"
    r"perhaps|probably|will|'ll|won't|shall|can(?:not)?|"
    r"plan(?:s|ned|ning)?(?: to| for| on)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)? (?:to|for)|"
    r"expect(?:s|ed|ing|ation|ations)?|project(?:s|ed|ion|ions)|forecast(?:s|ed|ing)?|"
    r"predict(?:s|ed|ing|ion)?|"
    r"estimat(?:e|es|ed)|set to|due to|due by|slated|scheduled|poised|about to|on track|"
    r"propos(?:e|es|ed|al|ing)|consider(?:s|ed|ing)?|explor(?:e|es|ed|ing)|weigh(?:s|ed|ing)?|"
    r"mull(?:s|ed|ing)?|"
    r"seek(?:s|ing)?|sought|hop(?:e|es|ed|ing)|want(?:s|ed)?|"
    r"target(?:s|ed|ing)?|guid(?:es|ance)|bid(?:s|ding)?|offer(?:s|ed|ing)?|talks?|negotiat\w+|"
    r"discuss\w*|"
    r"(?:is|are|was|were) to(?= )|subject to|pending|await(?:s|ing)|agreed to|agree to|vow(?:s|"
    r"ed)?|pledg\w+|"
    r"promis\w+|threat\w+|warn\w*|prepar\w+|try|tries|tried|trying|attempt\w*|ask\w*|approach\w*|"
    r"wird|werden|würde|könnte|möchte|dürfte|plant|planen|will|wollen|prüft|voraussichtlich|"
    r"pourrait|prévoit|envisage|devrait|compte|souhaite|"
    r"podría|prevé|planea|espera|estudia|quiere)\b"
    r"|将|拟|计划|预计|可能|或将|有望|考虑|洽谈|予定|見通し|検討|方針|可能性|計画"
)
_NEGATION = lazy(
    r"\b(?:not|no|never|neither|nor|none|without|cannot|nobody|nothing|\w+n['’]t|fail(?:s|ed|"
    r"ing)? to|"
    r"refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing) to|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|"
    r"rule[sd]? out|"
    r"unable|unlikely|"
    r"kein(?:e|en|er|em|es)?|nicht|nie|ohne|ne|n['’]\w+|pas|jamais|aucun\w*|sans|ningun\w*|nunca|"
    r"sin|tampoco)\b"
    r"|没有|并未|尚未|未(?!来)|不(?!断|仅|过|同)|否认|拒绝|ない|ません|せず|否定"
)
_UP = lazy(
    r"\b(?:ris(?:e|es|ing|en)|rose|grow(?:s|n|ing|th)?|grew|increas\w+|climb\w*|jump\w*|surg\w+|"
    r"soar\w*|gain\w*|"
    r"advanc\w+|rall(?:y|ied|ies)|up|higher|improv\w+|rais(?:e|es|ed|ing)|boost\w*|lift(?:s|ed)?|"
    r"accelerat\w+|"
    r"expand\w*|doubl\w+|tripl\w+|stieg\w*|steig\w+|wuchs|gestiegen|plus|zulegen|legten?|"
    r"erhöht\w*|augment\w+|"
    r"hausse|progress\w+|crec\w+|creció|subi\w+|subió|aument\w+)\b|增长|上涨|上升|提高|增加|增|増|上昇"
)
_DOWN = lazy(
    r"\b(?:f[ae]ll(?:s|en|ing)?|drop\w*|declin(?:e|es|ed|ing)|decreas\w+|slid(?:e|es|ing)?|"
    r"slump\w*|plung\w+|"
    r"plumm?et\w*|tumbl\w+|shr[aiu]nk\w*|sank|sink\w*|lower(?:ed)?|down|los[te]\w*|cut(?:s|"
    r"ting)?|reduc\w+|"
    r"slip\w*|weaken\w*|eas(?:ed|es|ing)|shed|contract(?:ed|ion)|dip\w*|crash\w*|narrow(?:ed|s)|"
    r"sank\w*|fiel\w*|gesunken|Rückgang|minus|schrumpf\w+|baiss\w+|recul\w+|chut\w+|diminu\w+|"
    r"cay\w*|cayó|baj\w+|descend\w+|disminu\w+)\b|下降|下跌|减少|下滑|跌|降|减|減|下落"
)


def evidential(sentence: str) -> str | None:
    """Return the word that says the statement is hearsay or somebody's claim, or None."""
    m = _EVIDENTIAL.search(sentence)
    return m.group() if m else None


def said(sentence: str) -> str | None:
    """Return the verb by which the sentence names somebody as its source, or None."""
    m = _SAID.search(sentence)
    return m.group() if m else None


def modal(sentence: str) -> str | None:
    """Return the word that makes the statement possible, planned or expected, or None."""
    m = _MODAL.search(sentence)
    return m.group() if m else None


def negation(sentence: str) -> str | None:
    """Return the word that denies, or None."""
    m = _NEGATION.search(sentence)
    return m.group() if m else None


def direction(phrase: str, at: int | None = None, reach: int = 60) -> int:
    """Return +1 for a rise, -1 for a fall, 0 for neither or both.

    With `at`, the nearest such word before that offset decides, else the nearest one after it.
    """
    if at is None:
        up, down = _UP.search(phrase), _DOWN.search(phrase)
        return bool(up) - bool(down)
    best, found = reach + 1, 0
    for sign, pattern in ((1, _UP), (-1, _DOWN)):
        for m in pattern.finditer(phrase, max(0, at - reach), min(len(phrase), at + reach)):
            gap = at - m.end() if m.end() <= at else (m.start() - at) * 2
            if 0 <= gap < best:
                best, found = gap, sign
    return found
