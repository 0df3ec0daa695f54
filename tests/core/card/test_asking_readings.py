"""Questions on the next reading of a figure: of a firm, of who counts, of a level, of a total."""

from __future__ import annotations

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article


def asked(body: str, title: str = "Ostler trades well") -> list[str]:
    article = Article(id="a", title=title, text=body)
    return [w.question for w in questions.watch(article, text.sentences(body))]


OSTLER = "Shares in Ostler moved on Monday. {} Ostler sells food."


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ostler said same-store sales were 9.3% higher in March.", "9.3%"),
        ("Ostler saw its bookings fall by 8% in March.", "after"),
        ("Ostler said like-for-like sales rose 4% after its forecast.", "4%"),
        ("Ostler's market share rose to 28.7%, a record.", "raise its market share above 28.7%"),
        ("Ostler's market share reached 8.2%.", "raise its market share above 8.2%"),
        ("Ostler opened 69 stores in the half.", "open more than 69 stores in the next half"),
        ("Ostler said profits for the year would be 10% to 15% lower.", "profits of less than 15%"),
        ("Ostler earned $10m in the third quarter.", "$10m"),
        ("Ostler made a pre-tax profit of £75m in the quarter.", "quarterly pre-tax profit"),
        (
            "Ostler attracts some 12 million visitors a year.",
            "more than 12 million visitors in a year",
        ),
    ],
)
def test_a_firms_figure_is_to_be_passed_by_its_next(sentence: str, words: str) -> None:
    found = asked(OSTLER.format(sentence))
    assert any("Ostler" in q and words in q for q in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysts expect sales at Ostler to have risen 9%.",
        "Ostler's sales have risen 40% over the past five years.",
        "Shares in Ostler rose 4% to 30 crowns.",
        "Ostler said income from its ferries, trains and hotels which it sold rose 9%.",
        "Ten years ago Ostler made a profit of £75m.",
    ],
)
def test_a_forecast_a_long_run_or_a_share_price_has_no_next_reading(sentence: str) -> None:
    assert not any("%" in q or "£75m" in q for q in asked(OSTLER.format(sentence)))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "UK retail sales volumes fell by 1.1% in May, the Office for Data said.",
            "Office for Data",
        ),
        ("UK car output rose at an annual rate of 8% in May, the Office for Data said.", "8%"),
        (
            "The UK house price fell from £180,126 in May to £178,906, the Office for Data said.",
            "£178,906",
        ),
        ("UK car output rose 8% in May, the Office for Data said.", "UK car output"),
        ("The Trade Institute (TIX) said its orders index fell to 51.8.", "51.8"),
        ("UK lending rose by £7.1bn in May, the Bank of Data said.", "May's £7.1bn"),
        ("UK unemployment rose to 5.2% in May, the Office for Data said.", "above 5.2%"),
    ],
)
def test_who_counts_is_asked_for_the_next_count(body: str, words: str) -> None:
    found = asked(body, title="UK shops")
    assert any(words in q for q in found), found


def test_a_forecast_a_share_keeps_its_measure() -> None:
    body = (
        "Shares in Ostler rose. Ostler raised its profit forecast to between $5.35 and $5.39 a "
        "share. Ostler sells food."
    )
    assert any("at least $5.35 a share" in q for q in asked(body))


def test_what_a_firm_says_of_sales_in_a_country_is_its_own() -> None:
    body = "US firm GM sells cars. GM added that US truck sales fell 9% in May. GM is big."
    assert any("GM" in q and "US truck sales" in q for q in asked(body, title="GM sales"))


def test_a_countrys_total_is_asked_for_where_nobody_is_named_who_counts() -> None:
    body = "The US trade deficit hit a record $412bn in the year. The US imports much."
    assert any("the US trade deficit rise above $412bn" in q for q in asked(body, title="Trade"))


def test_two_years_of_a_forecast_are_not_one_question() -> None:
    body = "The minister predicted the Irish economy would grow by 4.3% in 2030 and 4.2% in 2031."
    assert not any("and 4.2%" in q for q in asked(body, title="Irish growth"))


def test_a_firm_with_a_name_like_a_persons_is_a_firm_where_it_has_shares() -> None:
    body = (
        "Virgin Lark said profits would fall. It cut its passenger number forecast by 2%. "
        "Virgin Lark shares fell. Rival Jetlark grew, Jetlark said."
    )
    assert any("Virgin Lark" in q and "forecast again" in q for q in asked(body, title="Fares"))


@pytest.mark.parametrize(
    "name", ["Associated British Foods", "Kering", "Target", "Seven & i", "7-Eleven"]
)
def test_a_listed_firm_is_a_name_however_it_is_written(name: str) -> None:
    body = f"{name} has opened shops. {name} said it would sell its bank stake to Fenn."
    found = asked(body, title=f"{name} sells stake")
    assert any(name in q and "bank stake" in q for q in found), found


def test_a_sentence_start_is_no_part_of_a_name() -> None:
    body = "Ostler grew. Same-store sales rose 1% in the quarter. Ostler is a grocer, Ostler says."
    assert any("same-store sales" in q for q in asked(body))


def test_a_name_that_opens_with_a_plural_and_an_ampersand_stays_whole() -> None:
    body = "Marks & Lund will close 12 shops by June. Marks & Lund sells shirts."
    assert any("Marks & Lund" in q for q in asked(body, title="Shops go"))


def test_a_short_question_says_what_the_article_calls_its_actor() -> None:
    body = "Budget airline Larkair has an option for a further 70 jets. Larkair flies to Oslo."
    assert any("budget airline Larkair" in q for q in asked(body, title="Larkair orders jets"))
    body = (
        "Norse Dairy, Norway's largest milk producer, may sell its 40 cafes in Bergen. "
        "It is a Norwegian brand."
    )
    assert any("Norwegian milk producer Norse Dairy" in q for q in asked(body, title="Milk"))
