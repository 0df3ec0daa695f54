"""What every noun can do: what a frozen dataclass can, whatever makes it."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from briefing.models import Article, Card, Point
from briefing.models.noun import noun


def _made(declare: Callable[..., Any]) -> Any:
    @declare(frozen=True, slots=True, kw_only=True)
    class Thing:
        """A thing."""

        name: str
        size: int = 1
        parts: list[int] = field(default_factory=list)

        @property
        def double(self) -> int:
            return self.size * 2

    return Thing


Thing, Twin = _made(noun), _made(dataclass)


@pytest.mark.parametrize(
    "given",
    [{"name": "a"}, {"name": "a", "size": 3}, {"name": "b", "parts": [1, 2]}],
    ids=str,
)
def test_a_noun_is_what_a_dataclass_of_the_same_words_is(given: dict[str, Any]) -> None:
    one, other = Thing(**given), Twin(**given)
    assert repr(one) == repr(other)
    assert [(f.name, f.type, f.kw_only) for f in fields(one)] == [
        (f.name, f.type, f.kw_only) for f in fields(other)
    ]
    assert is_dataclass(one) and one.double == other.double and one.__doc__ == other.__doc__
    assert repr(replace(one, size=9)) == repr(replace(other, size=9))
    assert not hasattr(one, "__dict__")


@pytest.mark.parametrize("given", [{}, {"size": 2}, {"name": "a", "colour": 1}], ids=str)
def test_what_is_missing_or_unknown_is_refused(given: dict[str, Any]) -> None:
    for declared in (Thing, Twin):
        with pytest.raises(TypeError):
            declared(**given)


def test_a_noun_never_changes() -> None:
    point = Point(text="a")
    with pytest.raises(FrozenInstanceError):
        point.text = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.text  # type: ignore[misc]
    assert point == Point(text="a")


def test_nouns_of_the_same_values_are_equal_and_of_other_kinds_never() -> None:
    assert Point(text="a") == Point(text="a") != Point(text="a", repaired=True)
    assert len({Point(text="a"), Point(text="a"), Point(text="b")}) == 2
    assert Thing(name="a") != Twin(name="a")


def test_what_is_made_anew_is_shared_by_no_two() -> None:
    assert Thing(name="a").parts is not Thing(name="a").parts


def test_a_noun_passes_between_processes() -> None:
    card = Card(id="1", status="reported", headline="H", lede=Point(text="L", evidence=(1, 2)))
    article = Article(id="1", title="T", text="Some words.")
    for value in (card, article):
        assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value)
