"""What to watch: each test is a cause that once made a question unprintable or lost it."""

from __future__ import annotations

import time

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article, Watch


def watch(
    body: str, title: str = "", published: str | None = None, **more: object
) -> tuple[Watch, ...]:
    article = Article(id="a", title=title, text=body, published=published)
    return questions.watch(article, text.sentences(body), **more)  # type: ignore[arg-type]


def asked(body: str, title: str = "", published: str | None = None) -> list[str]:
    return [w.question for w in watch(body, title, published)]


TALKS = (
    "Fenwick Foods, the region's largest grocer, is reportedly in talks with Norwegian parcel firm "
    "Polarpost about home delivery, according to the Harbour Times. If the two reach a deal, the "
    "Bergen-headquartered company is likely to introduce parcel lockers in its stores. Fenwick "
    "Foods opened 12 stores last year. The grocer is said to be a potential buyer of "
    "Crate.com, a box shop, and of "
    "the wine site Vinora."
)


def test_a_rumour_is_asked_to_be_confirmed_and_never_presumed() -> None:
    found = asked(TALKS)
    assert any(
        "Fenwick Foods" in q and "sign a deal with Norwegian parcel firm Polarpost" in q
        for q in found
    )
    assert any("confirm the talks" in q and "Fenwick Foods or Polarpost" in q for q in found)
    assert not any(q.startswith(("When", "How")) for q in found)


def test_a_conditional_act_keeps_its_condition() -> None:
    (kept,) = [q for q in asked(TALKS) if "lockers" in q]
    assert kept.startswith("If a deal is reached, will Fenwick Foods introduce parcel lockers")


def test_two_possible_targets_are_one_question_with_names_as_printed() -> None:
    assert any(q.endswith("buy Crate.com or Vinora?") for q in asked(TALKS))


def test_an_opening_common_word_is_no_company() -> None:
    body = "Rumor has it that Fenwick may open 20 shops in Oslo. Fenwick said nothing on Monday."
    assert not any("Rumor" in q for q in asked(body))
    body = "Power needs in Norway are set to rise. Clearance sales are to start the week after."
    assert asked(body) == []


def test_a_name_with_an_ampersand_stays_whole() -> None:
    body = (
        "Barker & Lund will close 31 of its 90 shops by the end of June and cut 800 jobs. It hopes "
        "to raise $40 million from the buildings, the finance chief said, and will use the money "
        "to "
        "refit 25 shops. Barker & Lund lost money for years."
    )
    found = watch(body, published="2026-02-01")
    assert found
    assert all(w.actor == "Barker & Lund" for w in found)
    by = {w.event: w.by for w in found}
    assert by["shut"] == "2026-06-30"
    assert any("refit 25 shops" in w.question for w in found)


def test_a_decision_due_asks_for_the_act_on_its_day() -> None:
    body = (
        "Grocer Tallow has offered $90 million for 14 Larchmere supermarkets. Larchmere's board is "
        "expected to decide by November 20 whether to accept the offer."
    )
    (found,) = [w for w in watch(body, published="2026-11-16") if "accept" in w.question]
    assert "ill Larchmere's board accept the offer" in found.question
    assert (found.actor, found.event, found.by) == ("Larchmere", "sign", "2026-11-20")
    assert found.evidence == (1,)


def test_an_agreed_purchase_is_asked_about_by_its_closing() -> None:
    body = (
        "Retail group Maren has agreed to buy Osprey Stores for $2bn (£1.6bn). Maren expects to "
        "close the deal in the third quarter of 2027."
    )
    found = asked(body)
    assert any("close its" in q and "purchase of Osprey Stores" in q for q in found)
    assert not any(" buy Osprey" in q for q in found)


def test_a_refused_or_open_bid_names_both_sides() -> None:
    body = "Tallow has bid $90m for Larchmere. Larchmere rejected an offer from Norvik last week."
    found = asked(body)
    assert "Will Larchmere accept Tallow's $90m offer?" in found


def test_a_stake_is_asked_about_once_however_its_rise_is_put() -> None:
    body = (
        "Tallow Foods has bought a 20% stake in Norvik. Tallow said it may boost its stake in "
        "Norvik. Tallow sells bread and Norvik sells fish."
    )
    assert len([q for q in asked(body, "Tallow buys stake") if "stake in Norvik" in q]) == 1


def test_the_next_quarter_is_held_against_this_one() -> None:
    body = (
        "Shoemaker Strand has reported record second-quarter earnings. Revenue rose 11% to $3.1bn. "
        "Strand said demand was strong. Strand sells in 40 countries."
    )
    assert any(
        "Strand" in q and "third-quarter revenue growth of at least 11%" in q for q in asked(body)
    )


def test_guidance_is_held_against_its_lower_end() -> None:
    body = (
        "Harlow now expects adjusted earnings of $3.40 to $3.50 a share for the fiscal year. "
        "Harlow opened 10 stores. Harlow is based in Ohio."
    )
    assert any("adjusted earnings of at least $3.40 a share" in q for q in asked(body))


def test_a_vacant_post_a_fine_and_a_pay_offer_open_a_question() -> None:
    body = "Harlow has sacked its boss. Harlow named Ann Reed as acting chief executive on Monday."
    assert any("a permanent chief executive" in q for q in asked(body))
    body = (
        "Online shop Quill was fined £42 million by the regulator on Thursday. Quill sells books."
    )
    assert any("appeal against its £42 million fine" in q for q in asked(body))
    body = (
        "Drivers went on strike at Harlow. The union wants 7%; Harlow has offered a 4.5% pay rise."
    )
    assert any("raise its pay offer above 4.5%" in q for q in asked(body))


def test_an_idle_plant_may_reopen_and_an_old_failure_is_no_end() -> None:
    body = (
        "Harlow Ice has temporarily shut down one of its plants over a germ. Harlow Ice is in Ohio."
    )
    assert any("reopen its idle plant" in q for q in asked(body))
    body = (
        "Retail giant Maren is to buy rival Osprey Stores for $2bn. Earlier merger talks failed, "
        "Maren said."
    )
    (found,) = asked(body)
    assert "close its $2bn purchase of rival Osprey Stores" in found


def test_what_is_not_expected_is_not_asked() -> None:
    assert (
        asked("The agency does not expect Harlow to open a lab in Oslo. Harlow is a grocer.") == []
    )
    assert asked("As a boy, Harlow would sell 40 papers a day. Harlow lives in Ohio.") == []


def test_jobs_at_risk_are_cut_by_their_firm() -> None:
    body = "About 900 jobs at Harlow could be cut, the union said. Harlow said it had no comment."
    assert any("Harlow cut about 900 jobs" in q for q in asked(body))


@pytest.mark.parametrize(
    "body",
    [
        "Harlow will report fourth-quarter results on March 4.",
        "Harlow is due to hold a meeting on Friday. Harlow will publish a full list.",
        "Harlow will continue to focus on its customers. Harlow wants to improve.",
        "Harlow has no plans to close stores. Harlow will not sell its bank.",
        "Harlow had hoped to open 20 stores. At the time, Harlow was trying to sell its bank.",
        "We will see. I would buy it. They may sell theirs.",
        "Will Harlow open a shop in Oslo? Who knows.",
        "",
        "Harlow",
    ],
)
def test_what_is_certain_vague_past_or_asked_already_is_not_asked(body: str) -> None:
    assert asked(body) == []


def test_a_question_of_the_article_is_not_copied() -> None:
    body = (
        "Will Harlow open a drone depot in Leeds? Harlow plans to open a drone depot in Leeds. "
        "Harlow has 40 shops."
    )
    assert asked(body) == []


def test_a_range_is_not_cut_in_the_middle() -> None:
    body = "Harlow said it would pay a dividend of $6.0-$6.5 million. Harlow is a grocer."
    assert not any(q.endswith("$6.0?") for q in asked(body))


def test_it_and_the_company_are_the_firm_of_the_passage() -> None:
    body = (
        "Grocer Harlow sold its bank. In June 2024, Quill bought the shoe shop Ash for $2bn. "
        "Prices "
        "have fallen since. The company plans to open 20 stores. Harlow trades in Ohio."
    )
    assert any("Harlow" in q and "open 20 stores" in q for q in asked(body, "Harlow grows"))
    body = "The Danish government has played down claims that it could buy Harlow for $1bn."
    assert not any("Will Harlow buy" in q for q in asked(body))


def test_terms_are_the_articles_own_when_a_date_is_known() -> None:
    body = (
        "Harlow plans to open a store in Leeds next month. Harlow has until 17 December to sell "
        "its bank."
    )
    dated = {w.event: w.by for w in watch(body, published="2026-11-10")}
    assert dated == {"open": "2026-12-31", "divest": "2026-12-17"}
    undated = watch(body)
    assert all(w.by is None and w.horizon_days for w in undated)


def test_yes_and_no_name_the_actor_and_the_object() -> None:
    (found,) = watch("Harlow plans to open 14 stores in Ohio. Harlow is a grocer.")
    assert found.yes_if.startswith("Harlow has opened 14 stores")
    assert "Harlow" in found.no_if
    assert found.object == "14 stores in Ohio"


def test_openings_vary_and_no_question_comes_twice() -> None:
    body = (
        "Harlow plans to open 14 stores in Ohio. Harlow will cut 300 jobs. Harlow is to sell its "
        "bank to Norvik. Harlow may sue Quill over its adverts. Harlow plans to open 14 stores."
    )
    found = asked(body)
    assert 3 <= len(found) <= 5
    assert len({q.split()[0] for q in found}) >= 2
    assert len(set(found)) == len(found)
    assert len(asked(body)) == len(watch(body, limit=5))
    assert len(watch(body, limit=2)) == 2


def test_other_languages_get_none() -> None:
    assert (
        asked("Die Kette Auerbach will im Herbst zwölf Filialen in Polen eröffnen, sagte sie.")
        == []
    )
    assert asked("禾田超市计划明年新开60家社区店，投资约9亿元。") == []


def test_hostile_and_huge_texts_end_soon() -> None:
    started = time.process_time()
    for body in ("will " * 4000, "Harlow plans to open " * 900, "?" * 5000, "A, " * 3000):
        watch(body)
    assert time.process_time() - started < 2
