"""Questions that figures open: the next reading, the next year, a sum sought, a stake, a rate."""

from __future__ import annotations

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article


def asked(body: str, title: str = "") -> list[str]:
    article = Article(id="a", title=title, text=body)
    return [w.question for w in questions.watch(article, text.sentences(body))]


@pytest.mark.parametrize(
    ("body", "question"),
    [
        (
            "US retail sales fell 0.4% in March, the statistics office said.",
            "US retail sales recover from March's 0.4% fall?",
        ),
        (
            "Consumer spending was up by 1.3% in the third quarter. Sweden grew fast, it said.",
            "Sweden's consumer spending match the third quarter's 1.3% rise?",
        ),
        (
            "Italian car sales fell 0.3% in the last three months of 2025, its bank said.",
            "Italian car sales recover from their 0.3% fall in the last three months of 2025?",
        ),
    ],
)
def test_a_statistic_is_held_against_its_last_reading(body: str, question: str) -> None:
    assert [q for q in asked(body) if q.endswith(question)], asked(body)


@pytest.mark.parametrize(
    "body",
    [
        "US retail sales are expected to rise 0.4% in March, analysts said.",
        "Retail sales fell 0.4% in March. France and Spain disagreed about it.",
        "UK unemployment fell to 4.1% in March.",
        "Sweden's economy grew 1.6% after it had shrunk in 2024.",
    ],
)
def test_a_forecast_or_a_country_in_doubt_opens_no_reading(body: str) -> None:
    assert not any("match" in q or "recover" in q or "above" in q for q in asked(body))


def test_a_rise_that_is_expected_keeps_the_level_it_is_to_reach() -> None:
    body = (
        "US rates are expected to rise after the Federal Reserve's meeting. Borrowing costs are "
        "tipped to rise by a quarter of a point to 2.25%."
    )
    assert any(q.endswith("raise interest rates to 2.25%?") for q in asked(body))


def test_a_rate_held_may_move_and_a_rate_raised_may_rise_again() -> None:
    held = "The Bank of England has left interest rates on hold at 4.25% for a third month."
    assert any(q.endswith("move interest rates from 4.25%?") for q in asked(held))
    body = "The Bank of Japan raised interest rates by 0.25% to 1.5% on Thursday."
    assert any("raise interest rates above 1.5%" in q for q in asked(body))


def test_a_year_of_sales_is_to_be_beaten_and_a_loss_made_good() -> None:
    body = "Shops like Harlow grew. Profits for the year rose 12% to £2.4bn. It is Harlow."
    assert any("Harlow" in q and "£2.4bn" in q for q in asked(body, "Harlow"))
    body = "Harlow is a grocer. Harlow posted a record loss of $68m in the year. Harlow sells food."
    assert any("Harlow" in q and "profit after its loss of $68m" in q for q in asked(body))
    body = "Shops like Harlow grew. Sales for the quarter rose 12% to £2.4bn. It is Harlow."
    assert not any("beat" in q for q in asked(body))


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Harlow has posted an 18% jump in online sales.", "18% in online sales"),
        ("Harlow reported a 22% fall in profits.", "profits after the 22% fall"),
        ("Net income for 2025 was $3.5bn.", "beat its 2025 net income of $3.5bn"),
        ("Harlow made net profits of 1.3bn euros in 2025.", "1.3bn euros"),
        ("Harlow posted a $676m loss for the year.", "profit after its loss of $676m"),
    ],
)
def test_a_result_told_in_nouns_is_held_against_the_next(sentence: str, question: str) -> None:
    found = asked(f"Shops like Harlow grew. {sentence} It is Harlow, it said.", "Harlow")
    assert any("Harlow" in q and question in q for q in found), found


def test_a_firm_that_bears_a_name_before_its_founder_is_a_firm() -> None:
    body = "Shops like Mond grew. Mond will open 20 stores, said Carl Mond, its founder."
    assert any("Mond open 20 stores" in q or "Mond going to open" in q for q in asked(body))


def test_a_stake_may_be_completed_or_raised() -> None:
    body = "Grocer Harlow has agreed to buy a 26% stake in Norvik. Harlow sells food."
    assert any("complete its purchase of a 26% stake in Norvik" in q for q in asked(body))
    body = "Grocer Harlow has bought a 19.5% stake in Norvik. Harlow sells food."
    assert any("raise its stake in Norvik above 19.5%" in q for q in asked(body))


def test_what_is_offered_sought_or_called_for_is_asked() -> None:
    body = "Shares in Harlow rose after a new offer from tycoon Ed Moss. Harlow sells food."
    assert any("accept the new offer from Ed Moss" in q for q in asked(body))
    body = "Harlow needs a capital injection of $35m, it said. Harlow sells food."
    assert any("secure a capital injection of $35m" in q for q in asked(body))
    body = "Harlow has faced calls to appoint directors from outside the firm. Harlow sells food."
    assert any("appoint directors from outside the firm" in q for q in asked(body))
    body = "Harlow is in talks with its creditors over its debt. Harlow sells food."
    assert any("reach a deal with its creditors" in q for q in asked(body))


def test_a_year_forecast_is_held_against_its_result() -> None:
    body = "Ireland slowed. The fund still forecasts growth of 4% for 2028."
    assert any("Ireland's economy grow by 4% in 2028" in q for q in asked(body))
    body = "Harlow grew. Shops like Harlow grew. Analysts forecast full-year profit will rise 11%."
    assert any(
        "full-year profit growth of at least 11%, as analysts forecast" in q
        for q in asked(body, "Harlow")
    )


def test_a_search_and_an_accusation_end_in_a_name_or_a_verdict() -> None:
    body = "Harlow is searching for a new chief executive, it said. Shops like Harlow sell food."
    assert any("Harlow" in q and "name a new chief executive" in q for q in asked(body))
    body = (
        "Carl Mond, 52, is accused of directing a $2bn fraud at Harlow. The trial opened on Monday."
    )
    assert any("Carl Mond" in q and "convicted of directing a $2bn fraud" in q for q in asked(body))
    assert asked(body.replace("The trial opened on Monday.", "Harlow sells food.")) == []


def test_what_hangs_on_a_whether_or_an_aim_is_asked() -> None:
    body = (
        "It is not known whether Ann Reed and Carl Mond would support an offer. Harlow sells food."
    )
    assert any("Ann Reed and Carl Mond" in q and "support an offer" in q for q in asked(body))
    body = "Harlow cut 900 jobs in Leeds as part of its aim to save $5bn a year. Ask at Harlow."
    assert any("Harlow save $5bn a year" in q for q in asked(body))


@pytest.mark.parametrize(
    "body",
    [
        "Harlow will collect a parcel. Shops like Harlow sell food.",
        "Harlow will top the league should it win on Sunday. Shops like Harlow sell food.",
        "Ann Reed will be blamed for a poor campaign. Shops like Harlow sell food.",
        "Harlow will raise money for it. Shops like Harlow sell food.",
        "Harlow will settle down and sift through what it has. Shops like Harlow sell food.",
        "Harlow doubts that it will be completed. Shops like Harlow sell food.",
        "Harlow is looking to build its operations overseas. Shops like Harlow sell food.",
        "Harlow has agreed to pay $13m in criminal penalties. Shops like Harlow sell food.",
        "Harlow wants to invest in other potential markets. Shops like Harlow sell food.",
        "Harlow said the Germans may raise their bid to $5bn. Shops like Harlow sell food.",
        "Harlow eventually agreed to pay a fine of $600. Shops like Harlow sell food.",
        "Harlow wants to bring the kind of service it has in Oslo. Shops like Harlow sell food.",
    ],
)
def test_what_is_slight_conditional_or_long_done_is_not_asked(body: str) -> None:
    assert asked(body) == []


def test_what_somebody_weighs_or_may_have_to_do_is_asked() -> None:
    body = "Harlow has made no decision on whether to appeal. The ruling hurt Harlow."
    assert any("Harlow" in q and "appeal against the ruling" in q for q in asked(body))
    body = "Harlow is considering the offer by Norvik. Shops like Harlow sell food."
    assert any("Harlow accept the offer by Norvik" in q for q in asked(body)) or any(
        "Harlow going to accept the offer by Norvik" in q for q in asked(body)
    )
    body = "Harlow may have to declare itself bankrupt. Shops like Harlow sell food."
    assert any("declare itself bankrupt" in q for q in asked(body))


def test_a_name_set_after_what_it_is_stands_for_it() -> None:
    body = (
        "Norway's largest grocer, Harlow, said it was in talks to buy the assets of rival Norvik."
    )
    assert any("Harlow" in q and "the assets of rival Norvik" in q for q in asked(body))
    body = (
        "US rival Norvik objects to the plan. Harlow fell. Prices rose. Sales dropped. The US "
        "company will open 20 stores in Oslo. Shops like Harlow sell food."
    )
    assert not any("Norvik" in q for q in asked(body))


def test_a_target_is_to_be_reached_and_terms_are_kept_by_a_short_act() -> None:
    body = "Harlow has set itself a target of opening 90 shops by the end of 2028. Ask at Harlow."
    assert any("open 90 shops" in q and "the end of 2028" in q for q in asked(body))
    body = "Harlow will cut 300 jobs as part of a drive to save. Shops like Harlow sell food."
    assert any("cut 300 jobs as part of a drive to save" in q for q in asked(body))


def test_a_deal_asks_for_its_term_and_for_the_shops_of_both() -> None:
    body = (
        "Grocer Harlow has agreed to buy Ash Group's stake in Norvik. Harlow sells food. The deal "
        "is expected to be completed in the first quarter of 2028."
    )
    (found,) = [q for q in asked(body) if "stake" in q]
    assert "its purchase of Ash Group's stake in Norvik" in found
    assert "n the first quarter of 2028" in found
    body = (
        "Grocer Harlow has agreed to buy rival Norvik for $2bn. The combined firm will run about "
        "900 stores. Harlow sells food."
    )
    assert any("shut any of the combined firm's stores" in q for q in asked(body))


def test_a_brand_stands_for_its_firm_when_a_plant_is_idle() -> None:
    body = "Fenn Dairy ice cream has temporarily shut one of its plants over a germ. It is in Ohio."
    assert any("Fenn Dairy" in q and "reopen its idle plant" in q for q in asked(body))


def test_a_long_question_leaves_its_term_to_the_date() -> None:
    body = (
        "Harlow will close its stores in the towns of Leeds, York, Hull and Bath and its "
        "warehouse in Oslo by the end of March 2028. Shops like Harlow sell food."
    )
    assert all(len(q.split()) <= 20 for q in asked(body))
    assert asked(body)


def test_in_a_story_without_business_only_what_touches_it_is_asked() -> None:
    around = " ".join(
        f"The choir sang song number {n} to a full hall in the rain." for n in range(12)
    )
    body = f"Ann Reed's choir will review the songs of Oslo. Harlow will open 20 stores. {around}"
    found = asked(body)
    assert found
    assert all("20 stores" in q for q in found)


def test_they_are_those_who_say_so() -> None:
    body = "Harlow drivers said they would strike in May. Shops of Harlow sell food."
    assert any("Harlow drivers" in q and "strike" in q for q in asked(body))
    body = "Harlow drivers met Norvik lawyers, who said they would sue Quill. Harlow sells food."
    assert not any("Harlow drivers" in q for q in asked(body))


def test_he_is_who_says_so_and_half_an_object_is_not_asked() -> None:
    body = (
        "Harlow founder Ann Reed set up Ash in 2001, while Carl Mond has said he is keen to open "
        "a store in Oslo. Harlow sells food."
    )
    assert not any("Reed" in q for q in asked(body))
    body = "Harlow will buy the shares in Norvik it does not already own. Harlow sells food."
    assert not any("shares in Norvik" in q for q in asked(body))


def test_an_appointment_made_is_no_question() -> None:
    body = "Ann Reed will succeed Carl Mond as president of Harlow. Harlow sells food."
    assert asked(body) == []
