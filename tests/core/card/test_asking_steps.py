"""Questions on the next step, one test a form: a sale, a listing, a verdict, a fine, a strike."""

from __future__ import annotations

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article

BEFORE = "Shares in Ostler, the grocer, moved on Monday."
AFTER = "Buyers like the shares of Ostler, a big retailer with many stores."


def asked(sentence: str) -> list[str]:
    body = f"{BEFORE} {sentence} {AFTER}"
    article = Article(id="a", title="Ostler news", text=body)
    return [w.question for w in questions.watch(article, text.sentences(body))]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ostler has shortlisted three bidders for its pharmacy arm.", "sell its pharmacy arm"),
        ("Final bids for Ostler's pharmacy arm are due by 12 March.", "sell its pharmacy arm"),
        ("Ostler has hired bankers to sell its Danish unit.", "sell its Danish unit"),
        (
            "Ostler is working on a possible initial public offering in 2028.",
            "go ahead with an initial public offering",
        ),
        ("A judge is expected to rule on Ostler's appeal in May.", "rule on Ostler's appeal"),
        (
            "The trial of Ostler's former finance chief is due to start in January.",
            "the trial of Ostler's former finance chief start",
        ),
        ("Ostler faces a fine of up to €200 million.", "be fined up to €200 million"),
        (
            "Ostler said finance chief Carl Mond would leave in May and it was looking for a "
            "successor.",
            "name a successor to Carl Mond",
        ),
        (
            "Unions representing 9,000 Ostler workers will vote on whether to strike.",
            "go on strike",
        ),
        ("Workers at Ostler's warehouse plan a strike on 5 December.", "on strike on 5 December"),
        (
            "Talks between Ostler and the drivers' union broke down on Tuesday.",
            "reach a deal with the drivers' union",
        ),
        (
            "Ostler raised its full-year profit forecast to between £280 million and £300 million.",
            "report full-year profit of at least £280 million",
        ),
        (
            "Ostler cut its annual operating profit forecast to 404bn yen.",
            "report annual operating profit of at least 404bn yen",
        ),
        (
            "Ostler cut its guidance for annual sales growth to 1% from 3%.",
            "report annual sales growth of at least 1%",
        ),
        ("Ostler's new loyalty app will go live in March.", "new loyalty app go live"),
        ("Ostler may raise prices if the tariffs go ahead.", "If the tariffs go ahead"),
        (
            "Ostler recalled its kettles and said it was investigating the cause of the fires.",
            "report the cause of the fires",
        ),
        ("Ostler could be forced to sell 50 stores to win clearance for the deal.", "sell 50"),
        ("Ostler has until Friday to respond to Fenn's $3bn offer.", "accept Fenn's $3bn offer"),
        ("Ostler is seeking a partner for its online business.", "find a partner for its online"),
        (
            "Ostler's merger with Fenn is expected to close in the second half of 2028.",
            "complete its merger with Fenn",
        ),
    ],
)
def test_a_next_step_is_asked_in_its_own_words(sentence: str, words: str) -> None:
    found = asked(sentence)
    assert any(words in q for q in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Ostler sold its pharmacy arm after bids for its pharmacy arm in 2019.",
        "Analysts see a possible stock market listing of Ostler.",
        "Carl Mond would leave at the end of the year.",
        "Talks between the ministers broke down.",
        "Ostler denied that it would close its stores in Norway.",
        "Ostler agreed to buy Fenn in 2019 and closed the deal a year later.",
        "Ostler ruled out a sale of its pharmacy arm.",
        "If Ostler were to close 100 stores, it would save €50m, analysts estimate.",
    ],
)
def test_what_is_over_or_only_thought_of_is_not_asked(sentence: str) -> None:
    assert asked(sentence) == []


def test_one_figure_is_asked_about_once() -> None:
    assert len(asked("Ostler now expects same-store sales to grow 2% to 3% this year.")) == 1
