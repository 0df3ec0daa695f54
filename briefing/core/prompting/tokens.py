"""Tokens and money, estimated without a tokenizer: a likely figure, and one that is never low."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_WIDE = re.compile(r"[\u0e00-\u0fff\u1100-\u11ff\u3040-\ud7ff\uf900-\ufaff\U00010000-\U0010ffff]")
_PLAIN = re.compile(r"[A-Za-z ]")
_PER_MESSAGE = 4
_TRUNCATED = 0.7  # below this share of the likely figure a server has cut the prompt


def likely(text: str) -> int:
    """Return the likely number of tokens: a quarter of the letters, 0.7 for a wide character."""
    wide = len(_WIDE.findall(text))
    return math.ceil((len(text) - wide) / 4 + wide * 0.7)


def most(text: str) -> int:
    """Return a number of tokens that no common tokenizer exceeds, for budgets."""
    letters = len(_PLAIN.findall(text))
    wide = len(_WIDE.findall(text))
    return math.ceil(letters / 2.5 + wide * 2 + (len(text) - letters - wide))


def of_messages(messages: Iterable[Mapping[str, str]], *, upper: bool = False) -> int:
    """Return the tokens of messages, likely or (`upper`) at most."""
    count = most if upper else likely
    return sum(count(m["content"]) + _PER_MESSAGE for m in messages)


def was_cut(reported: int, own: int, ratio: float | None = None) -> bool:
    """Say whether a server read too little: its count against ours. `ratio` is the server's count
    over ours on prompts known to have been read whole."""
    if not reported or own < 400:
        return False
    return reported < own * (ratio * 0.8 if ratio else _TRUNCATED)


@dataclass(frozen=True, slots=True)
class Spent:
    """Tokens used, and how often a model was called."""

    input: int = 0
    output: int = 0
    calls: int = 0

    def plus(self, other: Spent) -> Spent:
        """Return both together."""
        return Spent(self.input + other.input, self.output + other.output, self.calls + other.calls)

    @property
    def tokens(self) -> int:
        """Return input and output together."""
        return self.input + self.output


def money(input: int, output: int, price_input: float, price_output: float) -> float:
    """Return the cost of tokens; prices are for a million."""
    return (input * price_input + output * price_output) / 1_000_000


@dataclass(frozen=True, slots=True)
class Limit:
    """A budget: tokens and money that may be used in `span`; 0 is no limit."""

    span: str
    tokens: int
    money: float

    def refuses(self, used: Spent, more: Spent, prices: tuple[float, float]) -> str | None:
        """Say which limit `more` would exceed on top of `used`, in words, or None."""
        total = used.plus(more)
        if self.tokens and total.tokens > self.tokens:
            return (
                f"the budget of {self.tokens:,} tokens a {self.span} would be exceeded "
                f"({used.tokens:,} used, up to {more.tokens:,} needed)"
            )
        cost = money(total.input, total.output, *prices)
        if self.money and cost > self.money:
            return f"the budget of {self.money:.2f} a {self.span} would be exceeded"
        return None
