"""A row of "By the numbers" says of a figure what its sentence says: measure, period, status."""

from __future__ import annotations

import pytest

from briefing.core.card import entities, numbers, reading, verify, wording
from briefing.models import Number


def rows(text: str) -> dict[str, Number]:
    return {n.value: n for n in numbers.numbers(reading.of("", text, "en"), None)}


GUIDANCE = (
    "Halden on Thursday lowered its full-year profit guidance after comparable sales fell 2.3% in "
    "the third quarter, sending its shares down 11% in morning trading."
)
TOYS = "U.S. imports of toys from Vietnam rose 34% to $3.1 billion in 2025, customs data show."
INVENTORY = "Halden said inventory rose 3% from a year earlier."
BID = (
    "The latest proposal of 415 pence a share, made on Monday, followed an initial approach of 380 "
    "pence a share in October that Brackley also turned down."
)
SHOPPERS = (
    "Some 58% of those asked said they had begun shopping before November, up from 51% last year, "
    "and 37% said they would wait for Black Friday weekend."
)
PEOPLE = "The chair said Rennick had been chosen from a field of more than 20 candidates."


def test_what_followed_a_forecast_is_no_forecast() -> None:
    assert rows(GUIDANCE)["2.3%"].status == "stated"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (TOYS, "34%"),
        (PEOPLE, "more than 20"),
        ("Fairline said it had removed the products from its 86 stores as a precaution.", "86"),
    ],
)
def test_from_alone_makes_no_figure_an_earlier_one(text: str, value: str) -> None:
    assert "earlier" not in rows(text)[value].measures


def test_a_figure_risen_from_is_still_the_earlier_one() -> None:
    found = rows("Aid rose from $1.1bn to $4.6bn. Sales were up 3% to $6bn from $5.8bn in 2024.")
    assert "earlier" in found["$5.8bn"].measures


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (INVENTORY, "3%", "not stated"),
        (GUIDANCE, "11%", "not stated"),
        (GUIDANCE, "2.3%", "third quarter"),
        (BID, "380 pence", "October"),
        (SHOPPERS, "37%", "not stated"),
        ("Production dropped 1.6% in October, reflecting a decline in exports.", "1.6%", "October"),
        ("Kestrel has 265 stores and annual sales of $3.3 billion.", "265", "not stated"),
        ("Kestrel has 265 stores and annual sales of $3.3 billion.", "$3.3 billion", "annual"),
        ("It processes €61 billion of payments a year in 14 countries.", "14", "not stated"),
        ("Renard, which owns 44% of the carmaker, is to name its chief in April.", "44%",
         "not stated"),
        ("Steel rose by 8% in January and by 24% in China.", "24%", "not stated"),
        ("In October, sales rose 3%.", "3%", "October"),
        ("Sales rose 1.2% in the month, compared to 0.1% a month earlier.", "0.1%",
         "a month earlier"),
        ("TORONTO, Nov 17, 2026 - Northby has recalled 38,000 tubs.", "38,000", "not stated"),
    ],
)  # fmt: skip
def test_a_period_is_the_figures_own(text: str, value: str, period: str) -> None:
    assert rows(text)[value].period == period


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("Unemployment levels edged up 0.1% to 4.7% in May.", "4.7%", "Unemployment levels"),
        ("Sales were down 4% in 2004 to 789m euros.", "4%", "fall in sales"),
        ("Shares in Bramble were down more than 4% at 325.5p.", "more than 4%",
         "fall in shares in Bramble"),
        ("It reported a 6% rise in profits to £280.2m.", "£280.2m", "profits"),
        ("She estimates earnings per share will fall to $3.05 next year.", "$3.05",
         "earnings per share"),
        ("About 2,300 of Lindquist's 3,100 warehouse staff would take part.", "About 2,300",
         "warehouse staff"),
        ("Under him Osterley opened 88 stores and its market share rose to 4.9%.", "4.9%",
         "market share"),
        ("Craftley closed 31 stores last year.", "31", "stores closed"),
        ("The bank lifted interest rates 0.25% to 5.5%.", "5.5%", "not stated"),
        ("Inflation has fallen from 9% to 7%.", "9%", "inflation (earlier figure)"),
        ("Cochilco sees lower prices and forecasts export earnings will fall 10.7%.", "10.7%",
         "fall in export earnings"),
        ("Growth figures showing the economy expanded 7.1% in 2004 were told.", "7.1%",
         "not stated"),
        ("She has lost her £7.5m discrimination case.", "£7.5m", "discrimination case"),
        ("They sold it to help pay a $27bn back tax bill.", "$27bn", "back tax bill"),
        ("News Corp shares fell 25 cents to $17.65.", "$17.65", "News Corp shares"),
        ("The average price fell by more than £600 from £190,329 to £189,733.", "£190,329",
         "average price (earlier figure)"),
        ("Net profit in the six months ending 31 December rose 28%.", "28%",
         "rise in net profit"),
        ("Fairmont's share of the grocery market slipped to 2.8% in October.", "2.8%",
         "Fairmont's share of the grocery market"),
        ("Brackley has rejected a takeover proposal from the private equity firm Corvane Capital "
         "worth £1.9 billion.", "£1.9 billion", "takeover proposal"),
    ],
)  # fmt: skip
def test_a_measure_is_the_noun_the_figure_belongs_to(text: str, value: str, measure: str) -> None:
    assert rows(text)[value].measures.lower() == measure.lower()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The two stand side by side, and 14 more will open.", "two"),
        ("He told Radio 4's Today programme that aid had risen.", "4"),
        ("The union UFCW Local 663 said the rise did not go far enough.", "663"),
        ("We could have a shop in one of every six supermarkets by 2029.", "six"),
    ],
)
def test_a_number_that_is_part_of_a_name_or_a_pointer_is_no_figure(text: str, value: str) -> None:
    assert value not in rows(text)


def test_a_quarter_of_a_point_keeps_its_unit() -> None:
    found = rows("Borrowing costs are tipped to rise by a quarter of a percentage point to 2.25%.")
    assert "a quarter" not in found
    assert "a quarter of a percentage point" in found


def test_two_firms_with_one_measure_are_no_contradiction() -> None:
    body = (
        "Bramble reported a 6% rise in profits to £280.2m.\n\n"
        "Wimple reported a 19% rise in profits to £450.7m."
    )
    read = reading.of("", body, "en")
    found = numbers.numbers(read, None)
    assert not any(
        "rise in profits" in line for line in verify.verify(read, found, (), "data", None)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "It would be the third-largest chain, according to Furniture Today.",
        "The chancellor told Radio One's Today programme that aid had risen.",
        'He said that "this may be the worst year" for the trade, and this may last.',
        "Analysts expect this fall in sales to end.",
    ],
)
def test_a_name_or_a_verb_is_no_relative_date(sentence: str) -> None:
    assert wording.dated(sentence, None) == sentence


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("Today Kroger opens.", '"Today" Kroger opens.'),
        ("The shop opened on Tuesday in Ohio.", 'The shop opened on "Tuesday" in Ohio.'),
        ("It said on Thursday that it would.", 'It said on "Thursday" that it would.'),
        ("It will open this fall.", 'It will open "this fall".'),
    ],
)
def test_a_relative_date_is_still_set_in_quotation_marks(sentence: str, printed: str) -> None:
    assert wording.dated(sentence, None) == printed


BODY = """Furniture retailer Kestrel Home is in talks to buy rival Lumen Living, people familiar \
with the matter said. Kestrel is working with Morgan Bank on the potential acquisition.

Chair Ruth Obee said Rennick had been chosen. Fiona Rennick, 51, will join. Rival Boxzon said it \
was not affected. "It is fine," said Clive Bland, an analyst at Shore Capital.

A combination would create the third-largest furniture chain, according to Furniture Today."""


def test_who_tells_and_who_advises_takes_no_side_in_the_deal() -> None:
    found = {e.name: e.role for e in entities.entities(reading.of("Kestrel in talks", BODY, "en"))}
    assert found.get("Furniture Today", "source") == "source"
    assert found["Morgan Bank"] == "adviser"


def test_only_who_speaks_is_quoted_and_a_rival_s_name_stands_alone() -> None:
    found = {e.name: e.role for e in entities.entities(reading.of("Kestrel in talks", BODY, "en"))}
    assert "quoted" not in found.get("Fiona Rennick", "")
    assert "quoted" in found["Clive Bland"]
    assert "Rival Boxzon" not in found


def test_one_sum_met_twice_is_one_row_only_where_it_is_printed_alike() -> None:
    text = (
        "Marsh posted a loss of $676m, against a $375m profit a year before.\n\n"
        "The cuts are expected to lead to annual savings of more than $375m."
    )
    found = rows(text)
    assert "savings" not in found["$375m"].measures
    assert "savings" in found["more than $375m"].measures


def test_what_is_only_supposed_has_no_day() -> None:
    text = "The union could extend the action if no agreement is reached by December 1."
    assert "December 1" not in rows(text)


def test_the_day_of_what_has_been_is_not_projected_by_what_will_be() -> None:
    text = "Shell is to pay the chief who stepped down from her post in April 2004."
    assert rows(text)["April 2004"].status == "stated"


def test_a_year_inside_a_clause_is_not_the_year_of_the_sentence() -> None:
    assert "1987" not in rows("Lacroix said he planned to stay at the label he founded in 1987.")


def test_a_price_has_a_thing_it_is_the_price_of() -> None:
    text = "The mill, Krivar, was sold in June 2004 for $800m, well below other offers."
    assert rows(text)["$800m"].measures == "not stated"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Imports added up to 22,201bn yen.", "22,201bn yen"),
        ("It is a move that brings the order book up to 225 firm orders.", "225"),
        ("It brings savings of up to $5m home.", "up to $5m"),
        ("It brings its savings of up to $5m home.", "up to $5m"),
    ],
)
def test_up_to_is_a_most_only_where_nothing_was_led_there(text: str, value: str) -> None:
    assert value in rows(text)


def test_an_attorney_general_is_no_general() -> None:
    text = "Marsh was sued. New York Attorney General Elliot Spitter said it broke the law."
    found = {e.name: e.role for e in entities.entities(reading.of("Marsh sued", text, "en"))}
    assert "General Elliot Spitter" not in found
    assert found["Elliot Spitter"].startswith("New York attorney general")


@pytest.mark.parametrize("cut", ["to 12 customers of", "in 12 stores in"])
def test_a_line_that_breaks_off_behind_a_figure_is_still_read(cut: str) -> None:
    assert "12" in rows(f"Kestrel Home sold sofas {cut}")
