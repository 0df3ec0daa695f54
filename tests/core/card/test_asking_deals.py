"""Questions that deals, disputes and rulings open beyond their first step."""

from __future__ import annotations

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article


def asked(body: str, title: str = "") -> list[str]:
    article = Article(id="a", title=title, text=body)
    return [w.question for w in questions.watch(article, text.sentences(body))]


PURCHASE = (
    "Furniture group Maren has agreed to buy Fenn & Rowe, the home goods chain, for $1.2 billion. "
    "The Rowe family will vote for the sale at a shareholder meeting planned for February. The "
    "companies expect to close in the second quarter of 2028, subject to that vote and to "
    "clearance by competition authorities. The buyer said it expects savings of $70 million a "
    "year by the third year. Walter Rowe, 82, said he was sad to see it go."
)


@pytest.mark.parametrize(
    "parts",
    [
        (
            "close its $1.2 billion purchase of home goods chain Fenn & Rowe",
            "he second quarter of 2028",
        ),
        ("Fenn & Rowe shareholders", "approve the sale to Maren", "n February"),
        ("competition authorities", "approve Maren's purchase of Fenn & Rowe"),
        ("report savings of at least $70 million a year from Fenn & Rowe",),
    ],
)
def test_a_purchase_asks_for_votes_clearance_and_savings(parts: tuple[str, ...]) -> None:
    found = asked(PURCHASE)
    assert any(all(part in q for part in parts) for q in found), found


def test_a_takeover_accepted_is_a_deal_and_a_price_a_share_no_price() -> None:
    body = (
        "Home chain Fenn & Rowe said on Wednesday it had accepted a takeover by Maren, at $18.50 a "
        "share, or about $1.2 billion. Shops like Maren sell sofas."
    )
    assert any("Maren" in q and "close its $1.2 billion purchase of home chain Fenn & Rowe" in q
               for q in asked(body))  # fmt: skip


def test_a_part_that_a_firm_has_agreed_to_sell_is_asked_about_once_by_the_closing() -> None:
    body = "Kering has agreed to sell its beauty business to L'Oreal for €4bn. Kering sells bags."
    found = asked(body, title="Kering sells beauty business")
    assert any("close its purchase of Kering's beauty business" in q for q in found), found
    assert not any("Kering sell" in q or "Kering going to sell" in q for q in found)


def test_a_purchase_agreed_in_a_month_is_agreed_and_a_body_of_two_names_is_one() -> None:
    body = (
        "Ostler agreed in August to buy Fenn for £75m. Ostler sells bread. "
        "The Competition and Markets Authority is also reviewing the Fenn deal."
    )
    found = asked(body, title="Ostler buys Fenn")
    assert any("Ostler" in q and "close its £75m purchase of Fenn" in q for q in found), found
    assert not any(q.startswith("Are the Competition") for q in found)


def test_a_deal_that_is_near_is_not_presumed() -> None:
    body = "Ostler is close to a deal to buy Fenn for $2bn, the Post said. Shops like Ostler grew."
    found = asked(body)
    assert any("Ostler" in q and "sign a deal to buy Fenn" in q for q in found)
    assert not any("close its" in q for q in found)
    body = "Ostler and Fenn are in talks about a merger, the Post said. Shops like Ostler grew."
    assert any("Ostler" in q and "sign a deal with Fenn" in q for q in asked(body))


def test_a_shareholder_or_a_regulator_is_not_the_firm() -> None:
    body = "Ostler's largest shareholder said it would vote against the pay plan. Ask at Ostler."
    assert asked(body) == []
    body = "The regulator opened an investigation into Ostler's discounts. Shops like Ostler grew."
    assert not any("ill Ostler report" in q or "Is Ostler" in q for q in asked(body))


STRIKE = (
    "Workers at three Ostler warehouses walked out on Friday in a dispute over pay. The union Dock "
    "& Depot said the strike would last until Tuesday. It wants a rise of 7%; the company has "
    "offered 4.5%. Clients of Ostler wait."
)


def test_in_a_strike_the_firm_is_asked_and_not_the_union() -> None:
    found = asked(STRIKE)
    assert any("Ostler" in q and "raise its pay offer above 4.5%" in q for q in found)
    assert any("Ostler" in q and "reach a pay deal with Dock & Depot" in q for q in found)
    assert not any("Dock & Depot raise" in q or "Dock & Depot going" in q for q in found)


def test_an_appeal_says_against_what() -> None:
    body = "The regulator has fined Quill £42 million. Quill said it would appeal. Shops use Quill."
    assert any("Quill" in q and "appeal against the £42 million fine" in q for q in asked(body))


def test_two_firms_that_open_a_story_are_the_companies() -> None:
    body = (
        "OSLO, May 7, 2027 - Ostler and Fenn Markets today announced an agreement to open 25 shops "
        "in Bergen. The companies plan to open 50 more shops in Oslo. Shoppers like Ostler."
    )
    found = asked(body)
    assert any("Ostler and Fenn Markets open 25 shops in Bergen" in q for q in found)


def test_what_is_not_ruled_out_and_what_is_claimed_is_asked() -> None:
    body = "Ostler lends. Ann Reed said she would not rule out a stock market listing in 2028."
    assert any("go ahead with a stock market listing in 2028" in q for q in asked(body, "Ostler"))
    body = "Traders of the Open Stall Alliance met. It said it was considering a claim for damages."
    assert any("go ahead with a claim for damages" in q for q in asked(body))


def test_a_purpose_that_only_names_the_deal_is_left_out() -> None:
    body = "Ostler will issue $80 million of bonds to pay for the purchase. Ask at Ostler."
    assert any(q.endswith("issue $80 million of bonds?") for q in asked(body))


def test_it_is_the_firm_that_the_first_sentence_with_a_firm_is_about() -> None:
    body = (
        "Mall chains look for a way onto the phone.\n\nHarlow Outfitters is reportedly in talks "
        "with Chinese marketplace Yunda about its app. Yunda has 400 million shoppers. Yunda's "
        "app grew fast.\n\nThe company has tried other routes. It is believed to be among the "
        "possible buyers of Threadly.com."
    )
    title = "Harlow Outfitters weighs tie-up with Yunda"
    buyers = [q for q in asked(body, title) if "Threadly" in q]
    assert buyers and all("Harlow Outfitters" in q for q in buyers)


def test_a_place_is_not_kept_without_what_limits_it() -> None:
    body = "Tessamere has agreed to sell as many as five stores in towns where the chains overlap."
    assert [q.endswith(" sell as many as five stores?") for q in asked(body)] == [True]


def test_a_purchase_told_by_a_noun_is_asked_by_its_closing() -> None:
    body = (
        "Dunmoor Group's planned purchase of Cabrino's moved a step closer after shareholders of "
        "the chain voted for it. Cabrino's, which has 145 delis, agreed in January to be bought. "
        "The acquisition still needs clearance from the Federal Trade Commission. The duo said "
        "they expect to close the transaction by the end of the third quarter."
    )
    found = asked(body, "Cabrino's takeover enters final stretch")
    assert any("Dunmoor Group close its purchase of Cabrino's" in q for q in found), found


def test_a_purchase_that_is_done_is_not_asked_about() -> None:
    body = (
        "Dunmoor Group's purchase of Cabrino was completed in May after regulators gave their "
        "approval. Dunmoor Group will open 12 delis this year."
    )
    found = asked(body, "Dunmoor to open delis")
    assert found
    assert not any("purchase" in q for q in found), found


def test_a_sale_is_asked_about_once_and_what_it_counts_is_named() -> None:
    body = (
        "Crumble & Co has agreed to sell its 74 bakery cafes to Greek food group Elina for €65 "
        "million. Elina intends to rebrand the cafes within two years and open 25 more in Sweden."
    )
    found = asked(body, "Crumble & Co sells cafes")
    assert any("open 25 more cafes in Sweden" in q for q in found), found
    assert not any("Crumble & Co sell" in q for q in found), found


def test_a_merger_of_two_is_theirs_and_neither_ones() -> None:
    body = (
        "Spanish fashion groups Ruvola and Delmara have agreed to merge in an all-share deal. The "
        "groups aim to cut costs by €180 million a year by 2031. Up to 3,000 jobs could go. The "
        "companies said they expected the deal to be finished in the autumn."
    )
    found = asked(body, "Ruvola and Delmara in merger of equals")
    assert any("complete its merger with Delmara" in q for q in found), found
    assert any("Ruvola and Delmara cut costs by €180 million" in q for q in found), found
    assert not any("3,000 jobs" in q for q in found), found


def test_a_takeover_in_the_way_of_a_remedy_is_asked_by_its_closing() -> None:
    body = (
        "The Shops Authority said it was minded to accept Brandova's offer to sell 37 petrol "
        "stations in return for clearing its £1.9 billion takeover of grocer Frescal. The "
        "regulator will decide by 6 May. Brandova is a supermarket group."
    )
    found = asked(body, "Watchdog clears way for Brandova-Frescal tie-up")
    assert any("Brandova close its £1.9 billion purchase of Frescal" in q for q in found), found
    assert any("Brandova" in q and "sell 37 petrol stations" in q for q in found), found
