"""What the grounding check makes of faithful rewordings and of small turns of meaning."""

from __future__ import annotations

import pytest

from briefing.core.card import ground

SOURCE = """Corvo Foods said on Monday that operating profit fell 7% to $412 million in the six \
months to 31 August, while sales rose 3% to $9.8 billion.

At Fresco, comparable sales were up 4.4%, while at Tavolo they slipped 1.2%.

Clothing sales fell 2.6% on the month, while food sales grew 0.5%.

Chief executive Lena Brand said the chain could close as many as 60 of its 410 shops. Finance \
chief Omar Aziz said price cuts would cost about $120 million.

Two smaller stores will follow in Turin and Bari, if leases are signed.

A court annulled a fine of €74 million. It upheld a penalty of €3 million for late filing.

The union wants a rise of 9%, while the supermarket has offered 5.5%.

Corvo was advised by the bank Sellin. Wholesale eggs cost $6.40 a dozen.

Users pay no fee, while merchants are charged 0.8% of each purchase.

Corvo has put off the opening of its Leipzig warehouse by six months. Its shares were unchanged."""


def verdict(claim: str) -> str:
    line = {"id": 1, "source": SOURCE, "title": "Corvo's profit slips", "claims": [{"text": claim}]}
    return str(ground.answer(line)["verdict"])


@pytest.mark.parametrize(
    "claim",
    [
        "First-half operating profit at Corvo Foods dropped 7% to $412m.",
        "Comparable sales grew 4.4% at Fresco but declined 1.2% at Tavolo.",
        "Profit fell even though sales rose.",
        "Its finance chief said the price cuts would cost around $120 million.",
        "Up to 60 of 410 shops may be shut, according to chief executive Lena Brand.",
        "The union is asking for 9%; the supermarket is offering 5.5%.",
        "The court left in place a €3 million penalty over documents that were filed late.",
        "The opening of the warehouse in Leipzig has been postponed by six months.",
        "At Fresco, comparable sales were up 4.4%, while at Tavolo they slipped 1.2%. "
        "Clothing sales fell 2.6% on the month, while food sales grew 0.5%.",
    ],
)
def test_own_words_pass(claim: str) -> None:
    assert verdict(claim) != "block"


@pytest.mark.parametrize(
    "claim",
    [
        "Comparable sales rose 4.4% at Tavolo and slipped 1.2% at Fresco.",
        "Food sales fell 2.6% on the month.",
        "The chain will close 60 of its 410 shops.",
        "The chain could close 410 shops, Lena Brand said.",
        "Two smaller stores will follow in Turin and Bari.",
        "A court upheld a fine of €74 million.",
        "The supermarket wants a rise of 9%, while the union has offered 5.5%.",
        "Wholesale eggs cost $6.40 each.",
        "Users are charged 0.8% of each purchase.",
        "Corvo has brought forward the opening of its Leipzig warehouse by six months.",
        "Corvo's shares fell.",
        "Finance chief Lena Brand said the chain could close as many as 60 shops.",
    ],
)
def test_turned_meanings_are_blocked(claim: str) -> None:
    assert verdict(claim) == "block"


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Brandt will keine Filialen schließen.", "Brandt will Filialen schließen."),
        ("Der Umsatz ging um 4 Prozent zurück.", "Der Umsatz stieg um 4 Prozent."),
        ("Die Kette könnte 2026 expandieren.", "Die Kette wird 2026 expandieren."),
        ("首席执行官表示，公司没有裁员计划。", "首席执行官表示，公司有裁员计划。"),
        ("净利润下降12%，至3.6亿元，营业收入增长2%，至48亿元。", "净利润增长2%，至48亿元。"),
    ],
)
def test_turned_meanings_are_blocked_in_other_languages(source: str, claim: str) -> None:
    more = "" if source[-1] == "。" else "\n\nDas teilte der Konzern am Montag in Hamburg mit."
    line = {"id": 1, "source": source + more, "claims": [{"text": claim}]}
    assert ground.answer(line)["verdict"] == "block"


@pytest.mark.parametrize(
    "claim",
    [
        "Operating profit was not $412 million.",
        "Comparable sales at Fresco were not up 4.4%.",
        "Corvo was not advised by the bank Sellin.",
        "The price cuts are not going to cost about $120 million.",
    ],
)
def test_a_denial_of_what_nothing_denies_is_blocked(claim: str) -> None:
    assert verdict(claim) == "block"


@pytest.mark.parametrize(
    "claim", ["Users do not pay a fee.", "The fine of €74 million does not stand, a court ruled."]
)
def test_a_denial_in_other_words_passes(claim: str) -> None:
    assert verdict(claim) != "block"


@pytest.mark.parametrize(
    "claim",
    [
        "Operating profit fell 7% to $412.3 million.",
        "Operating profit fell 7% to $413 million.",
        "Wholesale eggs cost $6.43 a dozen.",
    ],
)
def test_no_figure_is_rounded_to_more_digits(claim: str) -> None:
    assert verdict(claim) == "block"


@pytest.mark.parametrize("sure", ["is certain to", "is bound to", "will definitely"])
def test_nothing_is_called_certain_that_the_source_does_not(sure: str) -> None:
    assert verdict(f"The chain {sure} close as many as 60 of its 410 shops.") == "block"


@pytest.mark.parametrize(
    "claim",
    [
        "The opening of the Leipzig warehouse has not been postponed by six months.",
        "Corvo's shares were not unchanged.",
        "The court has not annulled a fine of €74 million, which was not overturned.",
    ],
)
def test_a_denial_that_is_denied_is_blocked(claim: str) -> None:
    source = SOURCE.replace("put off", "postponed")
    line = {"id": 1, "source": source, "title": "", "claims": [{"text": claim}]}
    assert ground.answer(line)["verdict"] == "block"


def test_what_did_not_happen_cannot_be_said_to_have_happened() -> None:
    source = "The figures did not include Black Friday.\n\nMarrow gave no details of the cuts."
    for claim in ("The figures did include Black Friday.", "Marrow did give details of the cuts."):
        line = {"id": 1, "source": source, "title": "", "claims": [{"text": claim}]}
        assert ground.answer(line)["verdict"] == "block"


def test_a_figure_that_two_others_give_needs_a_word_that_says_so() -> None:
    fines = "A court annulled a fine of €74 million and upheld a penalty of €3 million"
    assert verdict(f"{fines}; Corvo paid €77 million.") == "block"
    assert verdict(f"{fines}, €77 million together.") == "warn"
