"""Parts of the offline card that a strict reader looks at: headline, figures, roles, limits."""

from __future__ import annotations

import pytest

from briefing.core.card import entities, numbers, offline, owners, reading
from briefing.core.language.patterns import lazy
from briefing.models import Article, Card, Entity, Number

DEAL = """A better price settled the matter.

Larkfield on Friday signed an agreement to sell 31 supermarkets in Ohio and the Dakotas to \
Tessamere for $335 million in cash, $25 million more than the discounter had first offered.

Tessamere will pay $18.50 a share, the companies said on Wednesday. "We like these stores," \
Tessamere Chief Executive Omar Valdez said. The discounter employs 61,000 people in nine states.

Tessamere expects to close the purchase in the second quarter of 2027, subject to clearance. \
Ed Rowan, a consultant at Fairlea Partners, called the price fair. Comparable sales fell 5.2% to \
$642 million in the year to July. About 38% of the stores already use electronic labels. \
The inquiry covered sales between March 2024 and August 2025. Two companies were named. Shares of \
Larkfield closed 6.8% higher."""


@pytest.fixture(scope="module")
def deal() -> Card:
    title = "Larkfield Signs Deal to Sell 31 Stores"
    return offline.card(
        Article(id="d", title=title, text=DEAL, language="en", published="2026-11-20")
    )


def numbers_of(text: str) -> dict[str, str]:
    return {n.value: n.measures for n in numbers.numbers(reading.of("", text, "en"), None)}


def measures(card: Card) -> dict[str, str]:
    return {n.value: n.measures for n in card.numbers}


def test_an_own_title_that_tells_is_the_headline_in_sentence_case(deal: Card) -> None:
    assert deal.headline == "Larkfield signs deal to sell 31 stores"


def test_a_standfirst_is_neither_lede_nor_point(deal: Card) -> None:
    assert deal.lede.text.startswith("Larkfield on Friday signed")
    assert all("settled the matter" not in p.text for p in deal.points)


def test_the_fact_that_limits_the_headline_is_among_the_points(deal: Card) -> None:
    assert any("subject to clearance" in p.text for p in deal.points)


@pytest.mark.parametrize(
    ("value", "measure"),
    [
        ("31", "supermarkets in Ohio and the Dakotas"),
        ("$335 million", "price of 31 supermarkets in Ohio and the Dakotas"),
        ("$25 million", "more than the discounter had first offered"),
        ("$18.50", "price per share"),
        ("5.2%", "fall in comparable sales"),
        ("$642 million", "comparable sales"),
        ("6.8%", "rise in shares of Larkfield"),
    ],
)
def test_a_figure_says_what_it_measures(deal: Card, value: str, measure: str) -> None:
    assert measures(deal)[value] == measure


def test_bare_periods_and_small_crowds_are_no_rows_but_spans_are_whole(deal: Card) -> None:
    found = measures(deal)
    assert "Two" not in found
    assert "between March 2024 and August 2025" in found or not any("2024" in v for v in found)
    assert all(n.period not in ("Friday", "Wednesday") for n in deal.numbers)


def test_names_have_a_part_or_are_left_out(deal: Card) -> None:
    roles = {e.name: e.role for e in deal.entities}
    assert "seller" in roles["Larkfield"]
    assert "buyer" in roles["Tessamere"]
    assert roles["Omar Valdez"].startswith("Tessamere chief executive")
    assert roles["Fairlea Partners"] == "analyst firm"
    assert "mentioned" not in roles.values()
    assert all(roles.values())


def test_a_table_row_is_named_by_its_first_cell_and_dated_by_its_column() -> None:
    text = (
        "Harlow Markets reported results for the third quarter on Tuesday morning.\n\n"
        "|  | Q3 2026 | Q3 2025 |\n| --- | --- | --- |\n"
        "| Net income | $118 million | $104 million |"
    )
    card = offline.card(Article(id="t", title="", text=text, language="en"))
    rows = {n.value: (n.measures, n.period) for n in card.numbers}
    assert rows["$118 million"] == ("net income", "Q3 2026")
    assert rows["$104 million"] == ("net income", "Q3 2025")


def test_a_lazy_pattern_is_a_pattern() -> None:
    pattern = lazy(r"(?P<a>x)y")
    assert pattern.search("axy") and pattern.sub("z", "xyxy") == "zz"
    assert pattern.pattern == r"(?P<a>x)y"


def test_a_list_that_moved_is_measured_as_a_whole() -> None:
    text = "The bureau said output from factories, mines and utilities rose 0.3% in October."
    assert numbers_of(text)["0.3%"] == "rise in output from factories, mines and utilities"


def test_a_pair_of_attributes_keeps_its_noun() -> None:
    text = "Some 2,000 business and political leaders will meet at the fair in Leeds."
    assert numbers_of(text)["Some 2,000"] == "business and political leaders"


def test_who_sells_a_stake_is_no_target() -> None:
    text = "Harlow Brewing has agreed to buy Alder Group's stake in Sun Ales for £20 million."
    roles = {e.name: e.role for e in entities.entities(reading.of("", text, "en"))}
    assert roles["Alder Group"] == "seller"
    assert "target" in roles["Sun Ales"]


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        (
            "The Harlow group was accused of paying for the campaign of Bob Lane.",
            "Bob Lane",
            "accused",
        ),
        ("Harlow Markets was being bought by Alder Group for £2bn.", "Harlow Markets", "buyer"),
    ],
)
def test_a_part_that_somebody_else_plays_is_not_given(text: str, name: str, part: str) -> None:
    roles = {e.name: e.role for e in entities.entities(reading.of("", text, "en"))}
    assert part not in roles.get(name, "")


@pytest.mark.parametrize(
    "text",
    [
        "It moved production of the Rover 25 to China.",
        "Shares in the Ford Five Hundred maker rose.",
    ],
)
def test_the_number_of_a_model_is_no_figure(text: str) -> None:
    assert numbers_of(text) == {}


def test_a_figure_keeps_its_minus_sign_and_its_currency() -> None:
    found = numbers_of("Sales showed a growth of -0.1% and the shares lost 65 Canadian cents.")
    assert set(found) == {"-0.1%", "65 Canadian cents"}
    assert "5%" in "".join(numbers_of("Margins of 4% -5% were usual."))


def test_a_figure_of_any_length_is_read() -> None:
    assert set(numbers_of(f"The shop sold {'9' * 29} eggs in May.")) == {"9" * 29}


def test_figures_of_two_firms_are_told_apart() -> None:
    told = ("Nordhaven had sales of €5.1 billion.", "Pell & Crane had sales of $1.85 billion.")
    firms = [Entity(name=n, kind="company") for n in ("Nordhaven", "Pell & Crane")]
    sales = [
        Number(value=value, kind="money", measures="sales", evidence=(i,))
        for i, value in enumerate(("€5.1 billion", "$1.85 billion"))
    ]
    measures = [n.measures for n in owners.told_apart(sales, firms, told)]
    assert measures == ["sales of Nordhaven", "sales of Pell & Crane"]
    assert owners.told_apart(sales[:1], firms, told) == (sales[0],)


def test_a_firm_that_is_only_ordered_from_is_named_and_a_model_is_none() -> None:
    order = (
        "Gulf Airline has signed a deal to buy 30 of Brandt's V350 vans, the two said on Monday. "
        "Brandt has built the V350 since 2012. The order from Brandt is worth $9 million. "
        "Gulf Airline had 270 vans before, most of them from Brandt, its records show."
    )
    made = offline.card(Article(id="a", title="", text=order, language="en"))
    who = {e.name: e.role for e in made.entities}

    assert who["Gulf Airline"].startswith("subject")
    assert "supplier" in who["Brandt"]
    assert not any("V350" in name for name in who)


def test_a_newspaper_is_no_person_whatever_follows_it() -> None:
    text = (
        "Harlow Media bid $16 a share for Tessa Group, the owner of the Larkfield Courant, and the "
        "former owner of The Gazette. Harlow Media said it wanted to own more papers."
    )
    made = offline.card(Article(id="a", title="", text=text, language="en"))

    assert all("owner" not in e.role for e in made.entities if e.name == "Larkfield Courant")


def test_the_firm_is_named_before_its_product_of_the_same_first_word() -> None:
    text = (
        "Corvell has announced a deal with Harlow Markets in Leeds. Corvell said it would build "
        "30 depots. The phone Corvell Myco is part of the deal, the two said."
    )
    made = offline.card(Article(id="a", title="", text=text, language="en"))

    assert made.entities[0].name == "Corvell"


def test_somebody_with_a_rank_is_a_person() -> None:
    text = (
        "Gov. Kristi Noram launched a campaign against thefts from shops on Monday. Noram said "
        "the state would pay 300 guards. Grocers in Leeds welcomed the plan, they said."
    )
    made = offline.card(Article(id="a", title="", text=text, language="en"))

    assert {e.name: e.kind for e in made.entities}.get("Kristi Noram") == "person"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Larkspur will open nine stores in Ohio. Rents fell.",
         ["S0: nine stores, but the title says 12"]),
        ("Larkspur will open twelve stores in Ohio, nine stores in Columbus alone.", []),
        ("Larkspur will open nine stores in Ohio and three cafes there.", []),
        ("Larkspur will open about nine stores in Ohio.", []),
        ("Larkspur has nine stores.", []),
    ],
)  # fmt: skip
def test_a_count_that_the_title_gives_otherwise_is_to_be_verified(
    text: str, line: list[str]
) -> None:
    article = Article(
        id="t", title="Larkspur to open 12 stores in Ohio", text=text, language="en",
        published="2026-11-20",
    )  # fmt: skip
    assert [found for found in offline.card(article).verify if "the title" in found] == line


def test_a_part_of_the_proceeds_is_not_the_proceeds() -> None:
    said = "Copperfold said it would use about $200 million of the proceeds to pay down debt."
    made = offline.card(Article(id="a", title="", text=said, language="en"))

    assert measures(made)["about $200 million"] == "part of the proceeds"
