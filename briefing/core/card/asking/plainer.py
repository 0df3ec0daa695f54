"""The act itself where the words go round it: "use the money to build", "decide whether to"."""

from __future__ import annotations

import re

from briefing.core.language.patterns import lazy

# "use the money to refit 40 stores": what it is for is the act
_MEANS = lazy(
    r"(?:the |its |some of the |part of the )(?:money|cash|proceeds|funds|sum|"
    r"savings) to (?P<verb>[a-z]+) (?P<rest>.+)"
)
# what a board has before it: "will consider a stock split" -> "approve a stock split"
_PUT_TO = lazy(
    r"(?:an?|the|its) (?:\S+ ){0,3}?(?:split|buyback|dividend|plan|proposal|offer|bid|sale|merger|"
    r"listing|bill|motion|budget|issue|acquisition|takeover)\b"
)
_VENTURE = lazy(r" in the (?:programme|program|project|plan|scheme|venture|effort|initiative)$")
_CHOICE = lazy(r"to (?P<verb>[a-z]+)\b\s*(?P<rest>.*)")
_WHETHER = lazy(r"(?:on )?(?:whether|if) to (?P<verb>[a-z]+)\b\s*(?P<rest>.*)")


def chosen(verb: str, rest: str) -> tuple[str, str]:
    """Return the act that a choice is about: "decide to sell its bank" -> "sell", "its bank"."""
    inner = _CHOICE.match(rest) if verb in ("decide", "choose", "opt", "agree", "vote") else None
    return (inner.group("verb"), inner.group("rest")) if inner else (verb, rest)


def act(base: str, rest: str) -> tuple[str, str]:
    """Return the act itself where the words go round it: "use the money to build" -> "build"."""
    if whether := _WHETHER.match(rest):
        return _decided(whether)
    if base in ("consider", "discuss") and _PUT_TO.match(rest):
        return "approve", rest
    if base in ("invest", "spend"):
        rest = _VENTURE.sub("", rest)
    if base in ("use", "spend") and (spent := _MEANS.match(rest)):
        return spent.group("verb"), spent.group("rest")
    if base in ("respond", "reply") and (to := re.match(r"to (.*\b(?:offer|bid|proposal))$", rest)):
        return "accept", to.group(1)
    if base == "vote" and (on := re.match(r"on (.+)", rest)):
        return "approve", on.group(1)
    return base, rest


def _decided(m: re.Match[str]) -> tuple[str, str]:
    """Ask for the act itself where a decision is due: "decide whether to accept" -> "accept"."""
    if m.group("verb") in ("accept", "approve", "back", "reject", "sign"):
        return m.group("verb"), m.group("rest")
    return "decide", f"to {m.group('verb')} {m.group('rest')}".strip()
