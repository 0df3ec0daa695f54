"""What would be a yes and what a no to a question, in the words of its own actor and object."""

from __future__ import annotations

import re

from briefing.core.card.asking.draft import Draft
from briefing.core.language import tagger
from briefing.core.language.patterns import lazy

# by event alone, for whoever has no draft: {s} is the actor
YES = {
    "confirm": "{s} says so on the record",
    "deny": "{s} says so on the record",
    "sign": "an agreement is announced by {s} or the other side",
    "close": "completion is announced",
    "launch": "{s} announces it, or it is seen to start",
    "open": "at least one opening is announced or reported",
    "shut": "it is announced or reported as done",
    "acquire": "a signed agreement or a completed purchase is announced",
    "divest": "a signed sale or a completed one is announced",
    "file": "the filing or the formal step is on record",
    "report": "a published figure or report says so",
    "guide": "a figure or a range is published",
    "raise": "the rise is announced or published",
    "cut": "the cut is announced or published",
    "hire": "the appointment is announced",
    "leave": "the departure is announced",
    "sue": "a claim is lodged",
    "settle": "a settlement or payment is on record",
    "rule": "the decision is published",
}
NO = {
    "confirm": "a denial, or silence by the date",
    "deny": "no such statement by the date",
    "sign": "talks end without it, or nothing by the date",
    "close": "still open, delayed or called off by the date",
    "launch": "put off, dropped, or nothing by the date",
    "open": "none opened by the date, or the plan is dropped",
    "shut": "it goes on, or nothing by the date",
    "acquire": "another buyer, talks ended, or no agreement by the date",
    "divest": "no sale by the date, or it is ruled out",
    "file": "no such step by the date, or it is ruled out",
    "report": "the published figure or report says otherwise",
    "guide": "only words without a figure",
    "raise": "kept, lowered, or nothing by the date",
    "cut": "kept, raised, or nothing by the date",
    "hire": "nobody appointed by the date",
    "leave": "still in post by the date",
    "sue": "no claim by the date",
    "settle": "no settlement or payment by the date",
    "rule": "a decision the other way, or none by the date",
}
_WHERE = {
    "confirm": "on the record", "deny": "on the record", "sign": "in a release or a filing",
    "close": "in a release or a filing", "launch": "by its own announcement, or seen to start",
    "open": "announced or reported", "shut": "announced or reported", "acquire": "in a release "
    "or a filing",
    "divest": "in a release or a filing", "file": "on record at the court or the authority",
    "report": "in its published figures", "guide": "in a release or on a results day",
    "raise": "announced or published", "cut": "announced or published", "hire": "in a release "
    "or a filing",
    "leave": "announced or reported", "sue": "on record at a court", "settle": "in a release or "
    "on record",
    "rule": "published or minuted",
}  # fmt: skip
_NO = {
    "confirm": "{s} denies it, or says nothing by then",
    "deny": "{s} makes no such statement by then",
    "sign": "talks end without it, or nothing is signed on {o} by then",
    "close": "{o} is still open, delayed or called off by then",
    "launch": "{s} puts off or drops {o}, or nothing has started by then",
    "open": "none opened by then, or {s} drops {o}",
    "shut": "{s} keeps {o}, or nothing is announced by then",
    "acquire": "{o} goes to another buyer, or there is no agreement by then",
    "divest": "{s} keeps {o}, or no sale is agreed by then",
    "file": "{s} takes no such step by then, or rules it out",
    "report": "the published figure is otherwise, or none is published by then",
    "guide": "{s} gives only words without a figure",
    "raise": "{o} is kept or lowered, or nothing is announced by then",
    "cut": "{o} is kept or raised, or nothing is announced by then",
    "hire": "nobody is appointed by then",
    "leave": "{s} is still there by then",
    "sue": "{s} has lodged no claim by then",
    "settle": "no payment or settlement on {o} by then",
    "rule": "the decision goes the other way, or none is made by then",
}
_SPEAKING = frozenset("confirm acknowledge admit disclose announce publish reveal explain".split())
_ARTICLE = lazy(r"(?:the|a|an|its|his|her|their|any|[A-Z]|\d|[$£€¥₹“\"])")


def yes_if(draft: Draft) -> str:
    """Return what would settle the question with a yes, at most some 20 words."""
    helper = "have" if draft.plural else "has"
    verb, rest = draft.verb, draft.rest
    if verb.startswith("be "):
        done = f"{helper} been {verb[3:]}"
    else:
        done = f"{helper} {tagger.participle(verb)}"
    return (
        re.sub(r"\s+", " ", f"{draft.subject} {done} {rest}").strip(" ,")
        + f", {_WHERE[draft.event]}"
    )


def no_if(draft: Draft) -> str:
    """Return what would settle it with a no."""
    words = re.split(r"\s(?:for|in|on|by|at|from|to|with|across|through)\s", draft.rest)[0]
    thing = words if _ARTICLE.match(words) and len(words.split()) <= 8 else "it"
    if draft.event in ("report", "raise", "launch", "open", "cut") and re.match(
        r"(?:\D{0,12})\d", draft.rest
    ):
        return f"{draft.actor or draft.subject} falls short of it, or nothing is announced by then"
    if draft.event == "raise" and (above := re.search(r"\babove .+", draft.rest)):
        return f"no offer {above.group()} by then"
    if draft.event == "sign" and draft.rest.startswith("a deal "):
        return "the talks end without one, or nothing is signed by then"
    if draft.event == "confirm" and draft.verb not in _SPEAKING:
        return f"{draft.actor or draft.subject} drops the plan, or nothing is announced by then"
    text = _NO[draft.event].format(s=draft.actor or draft.subject, o=thing)
    return re.sub(r"\bon it by then", "by then", text)
