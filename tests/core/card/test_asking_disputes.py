"""Questions on bids talked of, meetings, inquiries and forecasts, one test a form."""

from __future__ import annotations

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article

BEFORE = "Shares in Ostler, the grocer, rose on Monday on talk of a takeover."
AFTER = "Buyers like the shares of Ostler, a big retailer with many stores."


def asked(sentence: str) -> list[str]:
    body = f"{BEFORE} {sentence} {AFTER}"
    article = Article(id="a", title="Ostler news", text=body)
    return [w.question for w in questions.watch(article, text.sentences(body))]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        # bids
        (
            "Ostler rejected Fenn's proposed £1.3bn offer as too low.",
            "raise its takeover offer for Ostler above £1.3bn",
        ),
        ("Ostler fights an offer from Fenn, which the firm raised to $8bn.", "above $8bn"),
        ("Fenn has said it is interested in bidding for Ostler.", "a takeover offer for Ostler"),
        ("Fenn owns 29% of Ostler and wants more of it.", "its 29% stake in Ostler"),
        ("Ostler may consider selling its Danish unit.", "sell its Danish unit"),
        (
            "Ostler agreed last week to sell a stake in its Danish unit.",
            "sell a stake in its Danish",
        ),
        ("Merger talks between Ostler and Fenn have collapsed.", "resume talks with Fenn"),
        (
            "Talks are still continuing with a union representing drivers.",
            "reach a deal with a union representing drivers",
        ),
        # meetings
        ("The Oslo council is to vote on a ban on plastic bags.", "back a ban on plastic bags"),
        ("Ostler and Fenn have begun talks on joint buying.", "reach an agreement on joint buying"),
        ("Ostler's settlement needs approval from the High Court.", "approve Ostler's settlement"),
        # inquiries
        (
            "Ostler is being investigated by the Oslo Tax Agency over unpaid duty.",
            "bring charges against Ostler over unpaid duty",
        ),
        ("Ostler has sued Fenn Foods for $28.3bn.", "its $28.3bn lawsuit against Fenn Foods"),
        (
            "Oslo Police have detained two buyers at Ostler on suspicion of fraud.",
            "charge the two buyers at Ostler with fraud",
        ),
        ("The Norse Commission has fined Ostler €200m.", "appeal against its €200m fine"),
        ("Ostler has appealed to the High Court.", "win its appeal at the High Court"),
        (
            "The attorney said he expects the nine buyers will plead guilty to the charges.",
            "plead guilty in the Ostler case",
        ),
        ("Ostler has lost its patent case.", "appeal against the ruling in the patent case"),
        ("The High Court ruled against Ostler.", "against the ruling of the High Court"),
        # forecasts
        (
            "According to Fenn Foods, the market for oat drinks is set to grow 84% this year.",
            "cut its estimate of 84% growth in the market for oat drinks",
        ),
        (
            "The Norse Retail Federation expects holiday sales to grow by 3.7%.",
            "cut its forecast of 3.7% growth in holiday sales",
        ),
        (
            "The Norse Retail Federation forecasts export earnings will fall 10.7%.",
            "revise its forecast of a 10.7% fall in export earnings",
        ),
    ],
)
def test_what_is_pending_is_asked_of_who_decides(sentence: str, words: str) -> None:
    found = asked(sentence)
    assert any(words in q for q in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Fenn said it was not interested in bidding for Ostler.",
        "Ostler rejected Fenn's offer years ago.",
        "Ostler has ended talks to sell its Danish unit.",
        "The Oslo council declined to vote on a ban on plastic bags.",
        "Ostler was cleared; it had been investigated by the Oslo Tax Agency.",
    ],
)
def test_what_is_denied_or_over_is_not_pending(sentence: str) -> None:
    assert asked(sentence) == []
