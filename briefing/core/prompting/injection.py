"""An article is data: nothing in it may speak to a model, nothing a model adds may leave.

Three walls. Sentences addressed to a machine are withheld and are no evidence; what is left loses
tags, role markers and forged numbers; and a claim with a link, mention or markup that its source
does not hold is refused. The grounding check stands behind all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing import plain
from briefing.core.language import text
from briefing.core.prompting import chunks

_ORDER = (
    r"(?:^\W*|[.!?:;,\"“(]\s*|\b(?:please|now|must|should|then|you|just|simply|kindly) )"
    r"(?:ignore|disregard|forget|override|bypass|skip|discard)\b"
)
_OURS = r"(?:previous|prior|above|earlier|preceding|foregoing|existing|your|these|those|system|all)"
_THING = r"(?:instruction|prompt|rule|guideline|direction|command|message|context|constraint)s?"
_MACHINE = (
    r"(?:ai|a\.i\.|llms?|(?:large )?language models?|ai (?:models?|assistants?|systems?|agents?)|"
    r"summari[sz]ers?|chatbots?|gpt\S*|chatgpt|claude|copilot)"
)
_LETTER = r"(?:note|message|memo|instructions?|reminder|correction|advice|warning|guidance|order)s?"
_WORK = r"(?:summary|summaries|headline|briefing|lede|key points?|watch questions?)"
_YOUR_WORK = (
    rf"(?:(?:the|this|every|each|any) (?:final |own )?{_WORK}"
    r"|your (?:final |own |first )?(?:card|output|response|reply|answer|json|evidence))"
)
_MUST = r"(?:must|should|shall|has to|have to|needs? to|will|may only|is to)"
_SAYING = (
    r"(?:say|state|write|include|contain|mention|claim|begin|start|link|carry|lead|"
    r"recommend|describe|call|add|always|never|praise|warn|ask)s?"
)
_PATTERNS = (
    # set aside what you were told
    rf"{_ORDER}.{{0,40}}\b{_OURS}\b.{{0,30}}\b{_THING}\b",
    rf"{_ORDER}.{{0,30}}\b{_THING}\b.{{0,20}}\b(?:above|before|earlier|so far|given)\b",
    rf"{_ORDER} (?:everything|anything|all|what)\b.{{0,30}}\b(?:above|before|told)\b",
    rf"\b(?:new|updated|real|actual|hidden|secret) {_THING}\s*(?::|follow|for (?:the|you))",
    r"\byour (?:new|real|next|only|true) (?:task|job|role|goal|instructions?)\b",
    r"\b(?:instead|rather than) (?:of )?summari[sz]\w+",
    # you are something else now
    rf"\byou(?:'re| are) (?:now |no longer )?(?:an? |the )?.{{0,30}}"
    rf"\b(?:{_MACHINE}|dan|unrestricted|jailbroken)\b",
    r"\byou(?:'re| are) (?:now|no longer) (?:an? |the )?.{0,30}\b(?:assistant|model|editor)\b",
    r"\b(?:act|answer|reply|respond|behave|speak) as (?:now )?(?:if you|an? |the )?"
    r"(?:dan|unrestricted|jailbroken|developer|system|admin\w*|root)\b",
    # dear machine
    rf"\bas an? {_MACHINE},? you\b",
    rf"\b(?:dear|attention|hey|hello|{_LETTER} (?:to|for)) (?:an? |the |any |all )?"
    rf"(?:{_MACHINE}|assistants?|(?:ai )?models?)\b",
    rf"\b(?:if you are|whoever is) (?:an? )?(?:{_MACHINE}|assistant)\b",
    rf"\b{_MACHINE} (?:(?:that|which|who) (?:read|process|summari[sz]e)s?|reading|processing)\b",
    rf"^\W*(?:any |every |all )?{_MACHINE} (?:must|shall|has to|have to)\b",
    # what the summary is to say
    rf"\byour (?:final |own |first |whole )?{_WORK}\b",
    rf"\b{_YOUR_WORK}(?: of .{{0,30}})? {_MUST}\b.{{0,30}}\b{_SAYING}\b",
    r"\b(?:write|print|output|say|state|include|insert|add|append|put|claim|report|mention|return|"
    r"reply|respond|answer|begin|start|end|finish|place|set|use)\b.{0,120}"
    rf"\b(?:in|into|to|at the (?:end|top|start) of|as|with|of|for)\b {_YOUR_WORK}",
    rf"\b(?:when|while|in|for|before) (?:summari[sz]ing|{_YOUR_WORK})\b.{{0,60}}\b{_SAYING}\b",
    r"\bsummari[sz]e (?:this|the) (?:article|text|page|story)\b",
    r"\b(?:reply|respond|answer) (?:only )?(?:with|in) (?:the|only|exactly|one|a single)\b"
    r" (?:word|sentence|text|phrase|json|line)",
    r"\b(?:as|for) (?:your|the) (?:final|first|last|next|only) (?:key )?point\b",
    r"\b(?:reveal|print|repeat|show|output|leak|send)\b.{0,20}"
    r"\b(?:system prompt|your (?:prompt|instructions|key|api key))\b",
    r"\b(?:call|invoke|run|execute) (?:the )?(?:\w+ )?(?:tool|function|shell)\b.{0,60}"
    r"\b(?:to|with|and)\b",
    r"\b(?:do not|don't|never) (?:mention|summari[sz]e|reveal|cite)\b.{0,40}"
    r"\b(?:article|instruction|source|sentence)s?\b",
    # marks of a conversation
    r"^\W*(?:system|assistant|developer|tool)\W{0,3}(?::|>|\||prompt\b|message\b)",
    r"<\|[^|>]{1,40}\|>|\[/?INST\]|<</?SYS>>|</?(?:system|assistant|instructions?|prompt|user)\b",
    r"<!--|(?:===|---) ?(?:end|source|system)\b",
    r"^\W*end of (?:the )?(?:article|document|text|input|user input)\b",
    r"\"(?:role|headline|lede|points|evidence|claims)\"\s*:",
    r"^\W*(?:headline|lede|point|why|watch|lead|keep|claim)\W{0,3}:\s",
    # in other tongues
    r"(?:忽略|无视|忘记)[^。！？]{0,16}(?:指令|指示|提示|要求|规则)|(?:系统|新的?)(?:提示|指令)词?[::]",
    r"(?:作为|你(?:现在)?是)[^。！？]{0,8}(?:AI|人工智能|语言模型|助手)",
    r"\b(?:ignorier|vergiss|missachte)\w*\b.{0,50}\b(?:anweisung|vorgabe|regel|prompt)",
    r"\b(?:ignorez|oubliez|(?:ignore|oublie) (?:toute|le|te|vo))s?\b.{0,50}"
    r"\b(?:consignes|instructions|règles)\b",
    r"\b(?:ignor[ae]|olvida)\b.{0,50}\b(?:instrucciones|reglas|indicaciones)\b",
)
_SPEAKS_TO_MACHINE = re.compile("|".join(_PATTERNS), re.I)
_SHORT_BLOCK = 5
_TAG = re.compile(r"<(?=[/!?|@#A-Za-z])([^<>]{0,200})>")
_SQUARE = re.compile(r"\[(/?[A-Z]{2,10}|\s*S?\d{1,5}(?:\s*,\s*S?\d{1,5})*\s*)\]")
_LEADING_ROLE = re.compile(r"(?i)^(\W*(?:system|assistant|developer|human|user|tool))\s*[:|>]")
_FENCES = re.compile(r"`{3,}|~{3,}|={4,}|-{4,}|#{2,}|\*{4,}")


@lru_cache(maxsize=16_384)  # asked for a card's base, for its prompt and for its evidence
def addressed_to_machine(sentence: str) -> bool:
    """Say whether a sentence gives orders to a language model rather than news to a reader."""
    return bool(_SPEAKS_TO_MACHINE.search(_seen(sentence)))


def _seen(sentence: str) -> str:
    """Return the sentence as a model would read it: letters spaced out or full-width are joined."""
    flat = text.normalise(plain.line(sentence))
    return re.sub(r"\b(?:\w[ .\-_*]){4,}\w\b", lambda m: re.sub(r"[ .\-_*]", "", m.group()), flat)


def withheld(text_of: str, sentences: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the sentences that are kept from the model and are no evidence.

    The block such a sentence stands in goes with it: an order and what is to be said are often two
    sentences. Of a long block (a page without paragraphs) only the next sentence goes.
    """
    found: set[int] = set()
    for run in chunks.blocks(text_of, sentences):
        orders = [i for i in run if addressed_to_machine(sentences[i])]
        if orders and len(run) <= _SHORT_BLOCK:
            found.update(run)
        for i in orders:
            found.update(j for j in (i, i + 1) if j in run)
    return frozenset(found)


def neutral(sentence: str) -> str:
    """Return a sentence that no chat template, fence or numbering can take for its own."""
    out = plain.line(sentence)
    out = _TAG.sub(r"‹\1›", out)
    out = out.replace("<|", "‹").replace("|>", "›").replace("<<", "‹").replace(">>", "›")
    out = _SQUARE.sub(r"(\1)", out)
    out = _FENCES.sub("·", out)
    return _LEADING_ROLE.sub(r"\1 –", out)


_SITE = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,8}")
_ALIEN = re.compile(
    r"(?i)\b(?:https?|ftp|file|data|javascript|vbscript|mailto|tel|slack|ssh)\s?:\s?/{0,2}\S+"
    r"|\bwww\.\S+|[\w.+-]+@[\w-]+\.\w+|(?<![\w.])@\w[\w.-]*"
    r"|<[!@#/A-Za-z][^>]{0,200}>?|!?\[[^\]]{0,200}\]\s?\([^)]{0,300}\)?|\[/?[@#a-z][^\]]{0,60}\]"
    r"|\b(?:[a-z0-9-]{1,40}\.){1,4}(?:com|net|org|io|co|info|biz|example|test|invalid|ru|cn|top|xyz|"
    r"shop|site|online|app|dev|ai|me|tv|de|fr|uk|eu|us)\b(?:/\S*)?"
    r"|\{\{|\}\}|\{%|\$\{|```|:[a-z_]{2,20}:(?=\s|$)"
)


def alien(claim: str, source: str, *, translated: bool = False) -> str | None:
    """Return the first link, mention or piece of markup in a claim, or None.

    Only the bare name of a site ("Boxed.com") may stand there, where the source has it, or where a
    claim is translated and its names are checked apart.
    """
    held = text.normalise(source).lower()
    for m in _ALIEN.finditer(claim):
        found = m.group().rstrip(".,;:)!?\"'”’")
        if not _SITE.fullmatch(found) or not (translated or found.lower() in held):
            return found
    return None
