"""Pairs of words: what the title and the opening tell is likelier to be told than the rest."""

from __future__ import annotations

import pytest

from briefing.core.card import reading, select_features, select_pairs, select_weights
from briefing.core.card.select_pairs import Pairs

TEXT = """Brightwell Stores will close thirty shops in Leeds this spring.

Staff were told of the plan on Monday morning.

The weather in the north was mild and dry all week."""


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    return Pairs(reading.of("Brightwell to close thirty shops", TEXT))


def weight(pairs: Pairs, sentence: str) -> float:
    return pairs.weight(pairs.of(sentence))


def test_only_pairs_of_the_text_count(pairs: Pairs) -> None:
    assert pairs.of("Close thirty depots.") == {("close", "thirty")}
    assert weight(pairs, "Nothing of it.") == 0


def test_the_news_outweighs_what_comes_last(pairs: Pairs) -> None:
    assert weight(pairs, "close thirty shops") > 3 * weight(pairs, "mild and dry all week")


def test_what_two_sentences_share_counts_once(pairs: Pairs) -> None:
    once, more = pairs.of("will close thirty shops"), pairs.of("close thirty shops in Leeds")
    assert pairs.weight(once | more) < pairs.weight(once) + pairs.weight(more)


@pytest.mark.parametrize(
    ("table", "names"),
    [
        (select_weights.PAIR, select_pairs.NAMES),
        (select_weights.SENTENCE, select_features.NAMES),
        (select_weights.TOTAL, select_features.NAMES),
        (select_weights.MEAN, select_features.NAMES),
        (select_weights.SET, select_features.SET_NAMES),
    ],
)
def test_every_feature_has_its_weight_in_its_place(
    table: dict[str, float], names: tuple[str, ...]
) -> None:
    assert tuple(table) == names
