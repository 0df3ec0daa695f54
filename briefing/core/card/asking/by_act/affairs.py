"""Questions that a company's own affairs open: posts, idle plants, plans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, makers, phrases, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.people import is_company
from briefing.core.card.asking.subjects import Subject
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy

_POST = (
    r"(?P<post>chief executive(?: officer)?|chief financial officer|finance (?:director|chief)|"
    r"managing director|chairman|chairwoman|CEO|CFO|chief operating officer|president)"
)
_HELD = lazy(_POST, re.I)
_GONE = lazy(
    r"\b(?:resigned|stepped down|step(?:s|ping)? down|was (?:fired|sacked|ousted|dismissed|"
    r"removed)|quit|"
    r"has (?:left|resigned|quit)|been (?:fired|sacked|ousted|dismissed|removed))\b"
)
_ACTING = lazy(r"\b(?:acting|interim|temporary) " + _POST + r"\b", re.I)
_SOUGHT = lazy(
    r"\b(?:search(?:ing)? for|look(?:ing)? for|seek(?:ing|s)?|hunt(?:ing)? for|to find) "
    r"(?:a |its |their |his |her )(?:(?:\S+ )?(?:new|next|permanent|replacement|successor as) "
    + _POST
    + "|successor)"
)
_SEEKING = ("search", "looking", "seek", "hunt", "find")
_STATE = lazy(
    r"\b(?:interim President|government|senate|congress|parliament|elections?|coup|republic)\b",
    re.I,
)
_FILLED = lazy(
    r"\b(?:appointed|named|replaced by|succeeded by|successor|will be replaced|takes over)\b"
)


def _post(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    firm = cast.topics[i] or cast.main
    if not firm or not cast.is_main(firm):
        return
    if "resident" in sentence and _STATE.search(sentence):
        return  # the post is a country's
    if m := _ACTING.search(sentence):
        rest = f"a permanent {m.group('post')}"
        yield Draft(firm, firm, "name", rest, "hire", "due", i)
        return
    if any(w in sentence for w in _SEEKING) and (m := _SOUGHT.search(sentence)):
        left, post = cast.people[i], m.group("post")
        rest = f"a new {post.lower()}" if post else f"a successor to {left}" if left else ""
        if rest:
            yield Draft(firm, firm, "name", rest, "hire", "due", i)
        return
    held = _HELD.search(sentence) if i < 8 and _GONE.search(sentence) else None
    old = re.search(r"\b(?:ex-|former|who|after|before|(?:19|20)\d\d|last year)\b", sentence)
    if held and not old and not _FILLED.search(sentence):
        who = cast.people[i]
        title = held.group("post")
        title = title if title.isupper() else title.lower()
        rest = f"a successor to {who} as {title}" if who else f"a new {title}"
        yield Draft(firm, firm, "name", rest, "hire", "due", i)


_IDLE = lazy(
    r"\b(?:temporarily (?:closed|shut|suspended|halted)|(?:closed|shut|suspended|"
    r"halted) (?:\S+ ){1,6}?temporarily|"
    r"(?:has|have) (?:suspended|halted|stopped) (?:production|operations|sales|deliveries|"
    r"trading|flights)|"
    r"suspended (?:production|operations|sales|deliveries|flights))\b"
)


def _brand(cast: Cast, i: int, ahead: str) -> str | None:
    """Return the firm a phrase opens with or tells of: "Harlow ice cream has" -> "Harlow"."""
    if cast.main and cast.main in ahead:
        return cast.main
    row = cast.tokens[i]
    run = next((r for r in phrases.runs(row) if r[0] == 0), None)
    name = phrases.words(row, run) if run else ""
    return name if name and is_company(name, frozenset()) else None


def _idle(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _IDLE.search(sentence)
    if not m or re.search(r"\b(?:19|20)\d\d\b", sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    if actor is None and (name := _brand(cast, i, sentence[: m.start()])):
        actor = Subject(name, name)
    if actor is None or actor.metric or not actor.actor:
        return
    row = cast.tokens[i]
    verb = next(
        (
            t
            for t in row
            if t.end > m.start() and t.low in ("closed", "shut", "suspended", "halted", "stopped")
        ),
        None,
    )
    if verb is None:
        return
    at = row.index(verb)
    what = phrases.words(row, (at + 1, min(chunks.predicate_end(row, at), at + 9)))
    what = re.sub(r"\s*\btemporarily\b.*", "", what)
    what = re.split(r"\s(?:after|over|for|because|following|while|until|as|pending|due)\b", what)[
        0
    ].strip(" ,")
    if not what or re.search(r"\b(?:it|this|that|they)\b", what):
        return
    what = re.sub(r"^down ", "", what)
    what = re.sub(r"^one of its (.+)s$", r"its idle \1", what)
    again = "reopen" if verb.low in ("closed", "shut") else "resume"
    yield Draft.of(actor, again, what, "open" if again == "reopen" else "launch", "due", i)


_PLAN = lazy(
    r"\b(?:is|are|was|were|has been|have been) (?:also |now |still )?"
    r"(?:planning|considering|preparing|mulling|weighing|"
    r"eyeing|proposing|exploring|seeking)\s+(?P<np>(?:a|an|its|the|more|further|up to)\s)|"
    r"\b(?:plans|has announced plans for|unveiled plans for|announced plans for|proposes|"
    r"has proposed)\s+(?P<np2>(?:a|an|more|further)\s)"
)


def _planned(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _PLAN.search(sentence)
    if not m or re.search(r"\b(?:no|not|never)\b", sentence[max(0, m.start() - 12) : m.end()]):
        return
    if m.group().startswith("w") and not re.search(r"\b(?:said|added|told|reported)\b", sentence):
        return  # "was planning" tells of the past, but for reported speech
    actor = anchors.subject_at(cast, i, m.start())
    if actor is None or actor.metric:
        return
    row = cast.tokens[i]
    at = anchors.token_at(row, m.start("np") if m.group("np") else m.start("np2"))
    end = min(chunks.predicate_end(row, at - 1), at + 11)
    text = phrases.words(row, (at, end))
    found = terms.find(text)
    for term in reversed(found):
        text = (text[: term.start] + text[term.end :]).strip()
    text = re.split(r"\s(?:that|which|as|in order|so|because|after|following|amid)\b", text)[0]
    if len(text.split()) > 9 or "venture" not in text:
        text = re.split(r"\sto\b", text)[0]
    text = text.strip(" ,")
    if not 2 <= len(text.split()) <= 9 or re.search(
        r"\b(?:it|this|that|they|them|way|number|series|range|lot)\b", text
    ):
        return
    if part := _SALE_OF.match(text):
        yield Draft.of(actor, "sell", part.group(1), "divest", "consider", i)
        return
    event = next((e for pattern, e in _PLAN_EVENTS if re.search(pattern, text)), None)
    if event is None:
        return
    yield Draft.of(
        actor, "go ahead with", text, event, "consider", i, term=found[0] if found else None
    )


_SALE_OF = lazy(
    r"(?:an?|the) (?:possible |potential |full )?(?:sale|disposal) of ((?:its|the|[A-Z]).+)$"
)
_PLAN_EVENTS = (
    (r"\b(?:bid|takeover|acquisition|purchase|buyout)\b", "acquire"),
    (r"\b(?:move into|entry into|foray into)\b", "launch"),
    (
        r"\b(?:sale|flotation|listing|IPO|share offering|offering|spin-off|demerger|"
        r"privatisation|auction)\b",
        "divest",
    ),
    (r"\b(?:closures?|strike|walkout|shutdown|recall|boycott)\b", "shut"),
    (r"\b(?:job cuts|cuts?|layoffs|redundancies|reduction)\b", "cut"),
    (r"\b(?:increase|rise|hike|tax|levy|tariffs?|duty)\b", "raise"),
    (r"\b(?:merger|joint venture|alliance|tie-up|partnership|deal)\b", "sign"),
    (r"\b(?:claim for|lawsuit|legal action|petition)\b", "file"),
    (r"\b(?:ban|cap|curbs?|limits?|law|bill|rules?|legislation|regulations?)\b", "rule"),
    (
        r"\b(?:stores?|plants?|factory|warehouse|mall|hotel|service|investment|launch|expansion|"
        r"restructuring|network|line|range|flights?|project|campaign|scheme|system|version|"
        r"factory|centre|center|fund|appeal)\b",
        "launch",
    ),
)


_NOT_RULED_OUT = lazy(
    r"(?:\bnot|n['’]t) (?:rul(?:e|ed|ing)|excluded?) out (?P<np>(?:a|an|more|further|another) )"
)


def _left_open(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask for what somebody would not rule out: "a stock market listing in 2028"."""
    m = _NOT_RULED_OUT.search(sentence)
    firm = cast.topics[i] or cast.main
    if m is None or firm is None or not cast.is_main(firm):
        return
    row = cast.tokens[i]
    at = anchors.token_at(row, m.start("np"))
    text = phrases.words(row, (at, min(chunks.predicate_end(row, at - 1), at + 11)))
    found = terms.find(text)
    for term in reversed(found):
        text = (text[: term.start] + text[term.end :]).strip()
    event = next((e for pattern, e in _PLAN_EVENTS if re.search(pattern, text)), None)
    if event and 2 <= len(text.split()) <= 9:
        first = found[0] if found else None
        yield Draft(firm, firm, "go ahead with", text, event, "consider", i, term=first)


MAKERS: makers.Table = (
    (
        _post,
        ("cting ", "nterim ", "emporary ", *_SEEKING, "resigned", "stepped down", "steps down",
         "step down", "stepping", "fired", "sacked", "ousted", "dismissed", "removed", "quit",
         "has left"),
    ),
    (_idle, ("temporarily", "suspended", "halted", "stopped")),
    (
        _planned,
        ("planning", "considering", "preparing", "mulling", "weighing", "eyeing", "propos",
         "exploring", "seeking", "plans"),
    ),
    (_left_open, (" rul", " exclud")),
)  # fmt: skip
