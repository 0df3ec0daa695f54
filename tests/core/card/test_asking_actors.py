"""Who acts in a question: never a place, a firm's ending, or whoever was named last."""

from __future__ import annotations

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article


def asked(body: str, title: str = "") -> list[str]:
    article = Article(id="a", title=title, text=body)
    return [w.question for w in questions.watch(article, text.sentences(body))]


def test_a_firm_whose_name_looks_like_an_adverb_keeps_its_name() -> None:
    body = (
        "Tidily Inc. said on Wednesday it will close 64 of its 410 stores by the end of March.\n\n"
        "Tidily closed 31 stores last year."
    )
    found = asked(body, "Tidily to shut 64 stores")
    assert any("Tidily" in q for q in found), found
    assert not any(" Inc. " in q and "Tidily Inc." not in q for q in found)


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, Nov. 16, 2026 (Newswire) - ",
        "LYON, May 3 (Wire) -- ",
        "TORONTO, Nov 17, 2026 – ",
    ],
)
def test_the_place_of_a_dateline_acts_in_no_question(dateline: str) -> None:
    body = (
        f"{dateline}Toy firms that moved production from China are weighing price increases after "
        "the Trade Ministry said it would impose a 20% tariff on Vietnamese goods from January 1."
    )
    found = asked(body)
    assert not any(q.split()[1].isupper() for q in found), found


def test_it_is_whoever_said_so() -> None:
    body = (
        "Haodeo, a marketplace, will invest 6 billion yuan in delivery.\n\n"
        "Data provider Syntar estimated total sales across platforms at 1.69 trillion yuan.\n\n"
        "In India, Haodeo's joint venture with Sarvan Retail said it would hire 150,000 workers "
        "by March 2028 and invest 24 billion rupees in 350 dark stores."
    )
    found = asked(body, "Haodeo to invest 6 billion yuan")
    assert not any("Syntar" in q for q in found), found


def test_it_is_the_firm_the_sentence_before_was_about() -> None:
    body = (
        "Furniture retailer Kestrel Home is in talks to buy rival Lumen Living for $1.2 billion, "
        "people familiar with the matter said.\n\n"
        "Lumen, based in Atlanta, runs 118 stores and had sales of $940 million. It reported a "
        "loss of $22 million in the second quarter."
    )
    found = asked(body, "Kestrel Home in talks to buy Lumen Living")
    assert not any("Kestrel" in q and "$22 million" in q for q in found), found


def test_a_place_behind_a_preposition_does_not_act() -> None:
    body = (
        "Haodeo is considering a listing of Haodeo Now in Hong Kong that could raise as much as "
        "$2 billion, the chairman said. Haodeo will sell its shares in Hong Kong."
    )
    assert not any("Hong Kong raise" in q for q in asked(body, "Haodeo weighs listing"))


def test_what_another_firm_s_officer_tells_is_not_the_main_firm_s_act() -> None:
    body = (
        "Copperton on Friday signed an agreement to sell 42 supermarkets in Virginia to Tessamere "
        "for $335 million.\n\nThe first eight stores, all in Virginia, will close for three weeks "
        "each for conversion next summer, Tessamere Chief Executive Omar Valdez said."
    )
    found = asked(body, "Copperton signs deal to sell 42 stores to Tessamere")
    assert not any("Copperton" in q and "eight stores" in q for q in found), found


def test_a_nationality_keeps_its_capital() -> None:
    body = (
        "Danish furniture group Nordhaven has agreed to buy Pell, the American chain. Nordhaven "
        "had sales of 5.1 billion euros last year, up 3%.\n\nNordhaven plans to open 12 stores."
    )
    assert not any("danish" in q for q in asked(body, "Nordhaven to buy Pell"))


def test_an_ultimatum_is_asked_about_by_the_act_it_forces() -> None:
    body = (
        "Brackley Foods has rejected a proposal from Corvane Capital worth £1.9 billion.\n\n"
        "Under takeover rules, Corvane has until 5pm on December 16 to make a firm offer or walk "
        "away. Corvane urged the board to engage."
    )
    found = asked(body, "Brackley rejects offer from Corvane")
    assert any("make a firm offer by December 16" in q for q in found), found
    assert not any("walk away" in q for q in found)


def test_a_total_of_many_years_is_not_held_against_one() -> None:
    body = (
        "Osterley has named a chief executive to succeed Paul Hargrave, who steps down after six "
        "years. Under him Osterley opened 88 stores, but operating profit has fallen for three "
        "years, to £212 million in the year to August."
    )
    assert not any("88 stores in a year" in q for q in asked(body, "Osterley names chief"))


def test_pay_at_a_start_of_work_is_no_question() -> None:
    body = (
        "Osterley has appointed Fiona Rennick as chief executive. Rennick will join on February 9 "
        "and receive a base salary of £925,000."
    )
    assert not any("salary" in q for q in asked(body, "Osterley names Rennick as chief"))


def test_a_plan_for_a_fiscal_year_has_until_its_end() -> None:
    body = "Halden said sales fell 2%. Halden plans to close 15 department stores in fiscal 2027."
    article = Article(id="a", title="Halden sales fall", text=body, published="2026-11-20")
    found = {w.question: w.by for w in questions.watch(article, text.sentences(body))}
    assert [by for q, by in found.items() if "15 department stores" in q] == ["2028-01-31"]


def test_a_share_of_a_market_is_named() -> None:
    body = (
        "Fairmont Foods cut prices. Fairmont's share of the U.S. grocery market slipped to 2.8% in "
        "October from 3.1% a year earlier, according to Numbers. Fairmont is a grocer."
    )
    found = asked(body, "Fairmont Foods cuts prices")
    assert any("its share of the U.S. grocery market back above 2.8%" in q for q in found), found


def test_a_call_in_the_first_person_is_asked_nothing() -> None:
    told = "We expect Metal Coatings sales to rise, and our EBITDA will increase by 5% next year. "
    assert asked("Kevin will start with a discussion of our results. " + told * 9) == []


def test_a_month_s_sales_are_over_when_the_next_are_asked_about() -> None:
    body = (
        "Burger chain Fryers has told of a good year. Last week Mary Reed of Fryers attributed an "
        "8.3% increase in January worldwide sales to the menu. Fryers runs 300 restaurants."
    )
    found = asked(body, "Fryers sales rise")
    assert any("8.3%" in q for q in found), found
    assert not any("January worldwide" in q or "Reed" in q for q in found), found


def test_a_name_that_ends_in_a_possessive_is_printed_whole() -> None:
    body = (
        "Norbick's, the upmarket grocer, said its chief executive, Helen Strand, would step down "
        "next spring. The board has begun a search for her successor. It will open eight shops "
        "this year. Norbick's shares fell."
    )
    found = asked(body, "Norbick's says chief to leave")
    assert any("Norbick's open eight shops" in q for q in found), found
    assert any("Norbick's going to name a successor to Helen Strand" in q for q in found), found


def test_a_possessive_of_a_plain_name_stays_one() -> None:
    body = (
        "Norbick will open eight shops this year. Norbick's, and its rival's, shares rose. "
        "Norbick's has been a good year, its chairman said."
    )
    found = asked(body, "Norbick to open shops")
    assert found
    assert not any("Norbick's" in q for q in found), found


def test_whoever_could_not_be_reached_is_not_the_company() -> None:
    body = (
        "Payment firm Marupay is in talks to acquire Tokkabank, the Ledger reported on Sunday. "
        "Tokkabank could not be reached. "
        "The company plans to launch its own credit card in October."
    )
    found = asked(body, "Marupay in talks to buy Tokkabank")
    assert any("Marupay launch its own credit card" in q for q in found), found


def test_a_street_does_nothing() -> None:
    body = (
        "Aerion will double its 30 shops in America, director Ken Mori said. A flagship on New "
        "York's Fifth Avenue is slated to open in May. It may also buy its distributor in Brazil."
    )
    found = asked(body, "Aerion to open shops")
    assert found
    assert not any("Will Fifth Avenue" in q or "Is Fifth Avenue" in q for q in found), found


def test_a_firm_is_called_by_its_whole_region() -> None:
    body = (
        "Southeast Asian e-commerce firm Lumova will open 40 shops next year. Lumova has 180 shops."
    )
    found = asked(body, "Lumova to open shops")
    assert any("Southeast Asian e-commerce firm Lumova" in q for q in found), found


def test_the_firm_that_two_become_is_neither_of_them() -> None:
    body = (
        "Bookseller Page & Quiver and stationery chain Inkmere are to merge. The regulator, the "
        "Shops and Markets Authority, is expected to look at it. The combined group is to move "
        "to Leeds."
    )
    found = asked(body, "Two bookshop chains to become one")
    assert any("complete its merger with Inkmere" in q for q in found), found
    assert not any("move to Leeds" in q or "Is Markets" in q for q in found), found


def test_a_site_is_its_firms() -> None:
    body = (
        "Brightcart plans to open six depots and expects the Denver site to begin taking orders "
        "in September. Brightcart is a grocer."
    )
    found = asked(body, "Brightcart to open depots")
    assert any("Brightcart's Denver site" in q for q in found), found


def test_a_firm_with_a_given_name_is_a_firm() -> None:
    body = (
        "Bob Tanner Farms is exploring the sale of its restaurant business, a person said. It has "
        "been under pressure from activist Sandhill Capital. Sandhill holds 8% of the stock. Chief "
        "Executive Saed Moheen told investors that the company would open 12 plants by January."
    )
    found = asked(body, "Bob Tanner Farms weighs future of restaurants")
    assert any("Bob Tanner Farms going to sell its restaurant business" in q for q in found), found
    assert any("Bob Tanner Farms open 12 plants" in q for q in found), found


def test_a_title_before_a_name_is_a_common_word() -> None:
    body = (
        "Pennine Trekking, the chain, is closing 58 shops. Founder Graham Bostick, who sold it, is "
        "also considering a bid."
    )
    found = asked(body, "Pennine Trekking to close shops")
    assert not any("Founder" in q for q in found), found
