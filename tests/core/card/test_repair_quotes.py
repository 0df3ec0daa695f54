"""Quotations: one sentence of a longer one is printed with its marks and its speaker, or not."""

from __future__ import annotations

import pytest

from briefing.core.card import reading
from briefing.core.card.repair import stand_alone


def standing(text: str, start: str) -> str | None:
    read = reading.of("", text)
    row = next(r for r in read.rows if r.text.startswith(start))
    found = stand_alone(read, row)
    return found.text if found else None


AFTER = (
    '"Costs rose at every depot in Leeds. Prices will follow in the autumn. '
    'No shop will close this year," said Anna Moreau of Brightwell.'
)
BEFORE = (
    'Anna Moreau said: "Costs rose at every depot in Leeds. Prices will follow in the autumn. '
    'No shop will close this year."'
)
RESUMED = (
    '"Costs rose at every depot," Anna Moreau told reporters. '
    '"Prices will follow in the autumn. No shop will close this year."'
)


@pytest.mark.parametrize(
    ("text", "start", "told"),
    [
        (AFTER, '"Costs', '"Costs rose at every depot in Leeds," said Anna Moreau of Brightwell.'),
        (AFTER, "Prices", '"Prices will follow in the autumn," said Anna Moreau of Brightwell.'),
        (AFTER, "No", '"No shop will close this year," said Anna Moreau of Brightwell.'),
        (BEFORE, "Anna", 'Anna Moreau said: "Costs rose at every depot in Leeds."'),
        (BEFORE, "Prices", 'Anna Moreau said, "Prices will follow in the autumn."'),
        (BEFORE, "No", 'Anna Moreau said, "No shop will close this year."'),
        (RESUMED, '"Prices', '"Prices will follow in the autumn," Anna Moreau told reporters.'),
        (RESUMED, "No", '"No shop will close this year," Anna Moreau told reporters.'),
    ],
)
def test_a_sentence_of_a_quotation_keeps_its_marks_and_its_speaker(
    text: str, start: str, told: str
) -> None:
    assert standing(text, start) == told


def test_curly_marks_stay_curly() -> None:
    text = AFTER.replace('"Costs', "“Costs").replace('year,"', "year,”")
    assert (
        standing(text, "Prices") == "“Prices will follow in the autumn,” said Anna Moreau of "
        "Brightwell."
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        # Nobody is named.
        ('"Costs rose at every depot in Leeds. Prices will follow in the autumn."', "Prices"),
        ('"Prices will follow in the autumn of next year."', '"Prices'),
        # It points back at what is not printed, and a quotation is never reworded.
        (AFTER.replace("Prices will", "They will"), "They"),
        (AFTER.replace('"Costs rose', '"He raised costs'), '"He'),
        # The quotation opened in the paragraph before; the mark at the end is no misprint.
        ('"Costs rose at every depot in Leeds.\n\nPrices will follow in the autumn."', "Prices"),
    ],
)
def test_words_without_a_speaker_or_a_sense_of_their_own_are_left_out(
    text: str, start: str
) -> None:
    assert standing(text, start) is None


def test_what_stands_outside_the_marks_stays_as_it_is() -> None:
    text = '"Costs rose," said Anna Moreau. Prices will follow in the autumn. "No shop will close."'
    assert standing(text, "Prices") == "Prices will follow in the autumn."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'Anna Moreau met Leeds councillors. "No shop will close this year," she said.',
            '"No shop will close this year," Anna Moreau said.',
        ),
        (
            'Brightwell Stores Ltd cut its forecast. "No shop will close this year," it added.',
            '"No shop will close this year," Brightwell Stores Ltd added.',
        ),
        # Named, but neither speaking nor acting: somebody else may be meant.
        ('The shop is named after Anna Moreau. "No shop will close this year," she said.', None),
    ],
)
def test_he_said_names_only_who_was_seen_to_speak_or_act(text: str, told: str | None) -> None:
    assert standing(text, '"No') == told


def test_a_sentence_may_end_with_her() -> None:
    text = "Anna Moreau of Brightwell met Laura Stein in Leeds and asked Harlow Markets to pay her."
    assert standing(text, "Anna") == text
