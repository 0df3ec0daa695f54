"""Several ways to put one question: the one in the article's own words is taken."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

from briefing.core.card.asking.cast import Cast
from briefing.core.language import text


class Form(NamedTuple):
    """A verb and its object, as a draft takes them."""

    verb: str
    rest: str


def choose(cast: Cast, forms: Sequence[Form]) -> Form:
    """Return the form that says most in words of the article; alike ones vary by what they ask."""
    start = zlib.crc32(forms[0].rest.encode()) % len(forms)
    turned = [*forms[start:], *forms[:start]]
    return max(turned, key=lambda form: _familiar(cast, form))


def _familiar(cast: Cast, form: Form) -> int:
    """Return how many words of a form are the article's, counted to three at most."""
    words = set(text.content_words(f"{form.verb} {form.rest}")) & cast.vocabulary
    return min(3, sum(word.isalpha() for word in words))
