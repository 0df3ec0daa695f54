"""A question is asked of what is open and understood: whose plan, for what, and not yet settled."""

from __future__ import annotations

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article

_KESTREL = (
    "Furniture retailer Kestrel Home reported sales of $940 million for its latest year.\n\n"
    "Kestrel Home runs 118 stores in 12 states and employs 4,000 workers.\n\n"
)


def asked(body: str, title: str = "") -> list[str]:
    article = Article(id="a", title=title, text=body, published="2026-03-02")
    return [w.question for w in questions.watch(article, text.sentences(body))]


def of_kestrel(sentence: str) -> list[str]:
    return asked(_KESTREL + sentence, "Kestrel Home reports sales")


# -- pages that report nothing


def test_a_guide_written_to_its_reader_leaves_nothing_open() -> None:
    body = (
        "Opening a shop takes patience, and you should plan for it.\n\n"
        "Northgate Bank plans to open 40 branches in Ohio by June.\n\n"
        "Your first year will cost you the most.\n\n"
        "You can register the shop online.\n\n"
        "Kestrel Home will open 12 stores in Ohio by June."
    )
    assert asked(body, "How to open a shop") == []


def test_a_long_list_in_which_nobody_says_anything_leaves_nothing_open() -> None:
    entries = "\n\n".join(
        f"Kestrel number {k} is a store with a wide range of sofas at low prices."
        for k in range(60)
    )
    body = f"{entries}\n\nKestrel Home will open 12 stores in Ohio by June."
    assert asked(body, "The 60 best furniture stores") == []


def test_news_that_addresses_its_reader_once_is_still_news() -> None:
    body = (
        _KESTREL + "What you need to know is short.\n\n"
        "Kestrel Home said it will open 12 stores in Ohio by June."
    )
    assert any("12 stores" in q for q in asked(body, "Kestrel Home to open stores"))


# -- whose plan it is


@pytest.mark.parametrize(
    "speaker",
    [
        "Northair President Tim Weller told reporters",
        "Tim Weller, president of Northair, said",
        "Tim Weller, Northair's chief executive, said",
    ],
)
def test_the_company_of_an_officer_is_his_own(speaker: str) -> None:
    body = (
        "Planemaker Vantor won orders for 30 jets at the show on Monday.\n\n"
        "Vantor sold five planes earlier in the week, and its shares rose 3%.\n\n"
        f"{speaker} that the company will open a hub in Oslo by June."
    )
    found = asked(body, "Vantor wins orders for 30 jets")
    assert not any("Vantor" in q and "hub" in q for q in found), found
    assert any("Northair" in q and "hub" in q for q in found), found


def test_an_officer_named_again_speaks_for_the_same_house() -> None:
    body = (
        "The space agency Astra awarded contracts worth $2 billion to lander makers on Monday.\n\n"
        "Astra chose five companies, said John Roth, vice president of exploration at Corvus.\n\n"
        "Roth said the company could sell 12 landers to customers abroad by 2028."
    )
    found = asked(body, "Astra awards contracts worth $2 billion")
    assert not any("Astra" in q and "landers" in q for q in found), found


def test_a_noun_that_names_a_kind_fits_only_a_firm_of_that_kind() -> None:
    body = (
        "Vantor won an order for 30 jets from the airline Northair on Monday.\n\n"
        "Vantor sold five planes earlier in the week, and its shares rose 3%.\n\n"
        "The airline plans to open a hub in Oslo by June."
    )
    found = asked(body, "Vantor wins order for 30 jets")
    assert not any("Vantor" in q and "hub" in q for q in found), found


def test_it_in_a_later_clause_is_the_firm_of_the_clause_before() -> None:
    body = (
        "The merger of publishers Kestrel Media and Lumen Press became final on Tuesday.\n\n"
        "Kestrel Media said sales fell 3% last year.\n\n"
        "They have cut back on print: Sorrel Press is planning to close 12 plants, though it will "
        "open an office in Ohio by June."
    )
    found = asked(body, "Kestrel Media and Lumen Press merge")
    assert not any("Kestrel" in q and "office" in q for q in found), found


def test_a_body_without_a_name_is_not_asked_about() -> None:
    found = of_kestrel("The agency will receive an additional R7.5bn relative to the baseline.")
    assert not any("the agency" in q for q in found), found


# -- what is settled


@pytest.mark.parametrize(
    "sentence",
    [
        "Kestrel Home has finalized a deal to buy 30 of Vantor's warehouses, it said on Monday.",
        "They had clashed over Kestrel Home's proposals to raise prices, since dumped.",
        "Under the accord, under which Kestrel Home agreed to close 12 stores, prices rose.",
    ],
)
def test_what_is_done_or_dropped_is_not_asked_about(sentence: str) -> None:
    found = of_kestrel(sentence)
    assert not any("buy 30" in q or "raise prices" in q or "12 stores" in q for q in found), found


# -- what is lost


@pytest.mark.parametrize(
    "sentence",
    [
        "The tests are for a robot Kestrel Home plans to launch in 2028 to look for leaks.",
        "Kestrel Home said it cut the contract price it will pay for timber 64 cents a foot.",
        "Kestrel Home plans to launch a range by a company formed by three of its managers.",
    ],
)
def test_an_act_without_its_object_is_not_asked_about(sentence: str) -> None:
    found = of_kestrel(sentence)
    assert not any("launch in" in q or "pay for timber" in q for q in found), found
    assert not any(q.endswith("company formed?") for q in found), found


def test_a_day_that_belongs_to_a_noun_stays_with_it() -> None:
    found = of_kestrel("Kestrel Home is planning to end Saturday delivery of all its sofas in May.")
    assert all("Saturday delivery" in q for q in found if "delivery" in q), found


def test_a_shortened_month_does_not_cut_the_question() -> None:
    found = of_kestrel("Kestrel Home will close 12 stores in Ohio on Sept. 6, it said on Monday.")
    assert any("12 stores" in q for q in found), found
    assert not any("Sept?" in q for q in found), found


# -- what nobody could look up


@pytest.mark.parametrize(
    "sentence",
    [
        "Kestrel Home said the merger will create a stronger and more viable enterprise.",
        "Kestrel Home is expected to take on a bigger leadership role in furniture.",
        "Kestrel Home hopes to secure more contributions to the fund, it said.",
        "Kestrel Home aims to complete every project within 14 business days.",
        "Kestrel Home said it may take at least ten years for rivals to open stores there.",
        "Another theory is that Kestrel Home could apply more of its technology in stores.",
        "Kestrel Home is supposed to declare gifts to the regulator within 28 days.",
    ],
)
def test_a_promise_a_habit_or_a_theory_is_not_asked_about(sentence: str) -> None:
    assert not [q for q in of_kestrel(sentence) if "sales" not in q], of_kestrel(sentence)


# -- what is no business of a retail editor


@pytest.mark.parametrize(
    "body",
    [
        "A man pleaded guilty on Monday to charges that he threatened to harm a senator.\n\n"
        "Ann Lowe could face up to 10 years in prison and have to pay $250,000 after the plea.\n\n"
        "The judge set the sentencing for June, the office said in a release to the local press.",
        "The army might step up its operations on the West Bank, the minister said on Sunday.\n\n"
        "Israel might step up its operations on the West Bank after the attack, he said.\n\n"
        "The two sides met last in the spring, in a village near the border, but to no end.",
        "Assistant coach Tony Delo will replace Marsh as the coach of the team for this season.\n\n"
        "The team has won three of its 14 games since the summer, and the fans are restless.\n\n"
        "Marsh was asked to go on Saturday, after a loss at home.",
    ],
)
def test_other_news_leaves_nothing_for_a_retail_editor(body: str) -> None:
    assert asked(body) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday Kestrel Home agreed to pause 12 openings in Ohio after the mayor objected.",
        "Within months of the deal, Ann Lowe said, Kestrel Home was selling cheaper sofas in Ohio.",
        '"Kestrel Home must cut 300 jobs before the spring comes in," an analyst in Ohio said.',
        "Kestrel Home's new sofa will start at $440, the chain said.",
        "Kestrel Home will get the equivalent of 90 points for each sofa, the chain said.",
    ],
)
def test_what_is_under_way_priced_or_only_demanded_is_not_asked_about(sentence: str) -> None:
    assert not [q for q in of_kestrel(sentence) if "sales from" not in q], of_kestrel(sentence)


def test_a_forecaster_does_not_make_what_it_forecasts() -> None:
    found = of_kestrel("Kestrel Home estimates that oil production could rise 5% to 1.4m barrels.")
    assert not any("oil production" in q for q in found), found


def test_a_bid_of_years_ago_is_not_raised() -> None:
    found = of_kestrel(
        "Lumen Living rebuffed a $3 billion takeover offer from Kestrel Home in 2013."
    )
    assert not any("offer" in q for q in found), found


def test_a_figure_keeps_its_unit() -> None:
    found = asked(
        "January gas output totalled 1.15 billion cubic metres, Argentina's energy office said.\n\n"
        "Argentine gas output rose 3.6 percent from 1.11 billion cubic metres a year earlier."
    )
    assert not any(q.endswith("billion?") for q in found), found


def test_a_head_of_state_is_no_post_to_fill() -> None:
    found = asked(
        "The Peronists met the interim President on Monday as the debt talks went on.\n\n"
        "The Peronists said inflation would hurt companies and workers in the country this year."
    )
    assert not any("permanent" in q for q in found), found


def test_what_happens_to_one_person_takes_a_singular() -> None:
    found = of_kestrel("Ann Lowe could lose her shop and have to pay $250,000 to Kestrel Home.")
    assert not any(q.startswith("Are ") for q in found), found


# -- the shapes of retail news


def test_an_outsider_s_house_is_not_the_company_he_speaks_of() -> None:
    found = of_kestrel(
        "Ann Lowe, CEO of the outplacement firm Marlow, said the company may have to close more "
        "stores in Ohio."
    )
    assert not any("Marlow" in q for q in found), found


def test_it_that_is_to_close_is_the_deal() -> None:
    body = (
        "Shareholders of Kestrel Home approved its sale to equity firm Sorrel on Monday.\n\n"
        "The $3 billion deal has passed all reviews, Kestrel Home said in a statement.\n\n"
        "It is expected to close by mid-December. Sorrel has said it likes the stores.\n\n"
        "The chain plans to open 12 stores in Ohio early next year."
    )
    found = asked(body, "Kestrel Home sale approved")
    assert not any("Home close by" in q for q in found), found
    assert not any("Sorrel" in q and "12 stores" in q for q in found), found


def test_the_object_of_two_verbs_is_kept() -> None:
    found = of_kestrel("Kestrel Home plans to open or enlarge 30 stores in Ohio by 2028, it said.")
    assert any("open 30 stores" in q for q in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "The stores will close in the second quarter, Kestrel Home said on Monday.",
        "Kestrel Home is investing in salons to win shoppers back, it said on Monday.",
        "Kestrel Home has agreed to be bought by its smaller rival for $8.5 billion in cash.",
        "Kestrel Home will pay a dividend of 1.54 euros a share, up 28%, it said on Monday.",
        "Kestrel Home has been trying to draw shoppers by expanding its partnership with Lumen.",
    ],
)
def test_what_is_vague_or_certain_is_not_asked_about(sentence: str) -> None:
    assert not [q for q in of_kestrel(sentence) if "sales from" not in q], of_kestrel(sentence)


def test_one_post_is_asked_about_once() -> None:
    body = (
        _KESTREL + "The board is searching for a new chief executive after Ann Lowe resigned.\n\n"
        "Ron Sear, the interim CEO, said sales would rise."
    )
    found = asked(body, "Kestrel Home reports sales")
    assert len([q for q in found if " name " in q]) == 1, found


def test_the_owner_of_a_brand_is_who_the_article_is_about() -> None:
    body = (
        "Kestrel Group, the owner of Lumen, plans to open 30 stores in Ohio by 2028.\n\n"
        "The retailer said on Monday that net profit rose 30% to $54 million.\n\n"
        "Chief executive Ann Lowe said the group would spend $900 million on warehouses."
    )
    found = asked(body, "Lumen owner to open 30 stores")
    assert not any("Lumen" in q and "$900" in q for q in found), found


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Kestrel Home plans to shutter as many as 140 stores, it said.", "shutter as many as 140"),
        ("Kestrel Home said it is pressing on with plans to shut 68 stores.", "shut 68 stores"),
        ("Kestrel Home is exploring an offer for Sorrel, people said.", "offer for Sorrel"),
        ("Kestrel Home is being sold to Sorrel in a deal worth $1.5 billion.", "close its $1.5"),
        ("Members of the Dockers Guild voted to authorize a strike at Kestrel Home.", "a strike"),
        ("Members of the Dockers Guild voted to authorize a strike.", "Guild call a strike"),
    ],
)
def test_the_news_of_a_retailer_is_asked_about(sentence: str, question: str) -> None:
    found = asked(f"{sentence}\n\n{_KESTREL}", "Kestrel Home")
    assert any(question in q for q in found), found


def test_nobody_is_asked_whether_he_can_do_worse() -> None:
    found = of_kestrel("Lumen Living reports on March 27; analysts expect it to post a 5% fall.")
    found += of_kestrel("Analysts expect Lumen Living to post a 5% fall in sales in March.")
    assert not any(q.startswith("Can Lumen") for q in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Kestrel Home will switch gears again by concentrating its range on sofas, it said.",
        "The new store will generate enormous traffic, and Kestrel Home will generate huge sales.",
        "Kestrel Home could take larger orders leveraging tools made for its sofas, it said.",
        "Kestrel Home warned that its rival will pay a price for the delay in Ohio.",
        "Ann Lowe decided to quit the online furniture retailer, Kestrel Home said.",
        "Kestrel Home agreed to acquire extended detection and response (XDR) provider Sorrel.",
        "Kestrel Home turns work away until the five rooms it is building come on stream in May.",
        "Lumen Bank is under pressure from Kestrel Home's owners to stop financing the deal.",
    ],
)
def test_an_idiom_or_a_half_object_is_not_asked_about(sentence: str) -> None:
    assert not [q for q in of_kestrel(sentence) if "sales from" not in q], of_kestrel(sentence)


@pytest.mark.parametrize("word", ["New", "SUV", "South"])
def test_a_common_word_with_a_capital_is_nobody(word: str) -> None:
    body = (
        f"{word} sales in the Houston area plunged 10 percent last month, dealers said.\n\n"
        f"{word} vehicles cost more, and new prices rose. The {word} is down 3 percent.\n\n"
        f"{word} will raise prices by 5% in May, dealers said."
    )
    assert not any(f" {word} " in q for q in asked(body, f"{word} sales plunge 10 percent"))


def test_whose_offer_it_is_that_workers_vote_on_is_said() -> None:
    found = of_kestrel(
        "Kestrel Home workers will decide in May whether to accept the chain's offer."
    )
    assert not any("accept its offer" in q for q in found), found


def test_a_listed_firm_s_plan_is_business_whatever_its_words() -> None:
    body = (
        "Apple plans to release a new notebook with a scissor keyboard in the first half of 2020, "
        "according to a paper in Taipei.\n\nThe notebook has a screen of 13 inches, and it may "
        "weigh less than the last. The keyboard has a travel of a millimetre."
    )
    assert asked(body, "Apple to release a notebook")


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "Ann Lowe decided to quit the online sofa retailer during a summer of rest.",
            "sofa retailer",
        ),
        ("Kestrel Home fought back a bid by the London-based Swedish financier Erik Pell.", "bid"),
        ("The Guild's panel rejected Aden Ridge's bid to become leader of Kestrel Home.", "bid"),
        (
            "Sorrel Bank's acting managing director Colin Tay said sales would rise.",
            "Home going to name",
        ),
    ],
)
def test_who_is_left_out_is_not_asked_about(sentence: str, wrong: str) -> None:
    assert not any(wrong in q for q in of_kestrel(sentence)), of_kestrel(sentence)
