"""Questions on what follows a finished act, one test a form, and what opens none."""

from __future__ import annotations

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article

BEFORE = "Shares in Ostler, the grocer, moved on Monday."
AFTER = "Buyers like the shares of Ostler, a big retailer with many stores."


def asked(sentence: str, before: str = BEFORE) -> list[str]:
    body = f"{before} {sentence} {AFTER}"
    article = Article(id="a", title="Ostler news", text=body)
    return [w.question for w in questions.watch(article, text.sentences(body))]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        # taken further
        (
            "Ostler is testing electronic labels in 40 shops.",
            "electronic labels beyond the 40 shops",
        ),
        ("Ostler has launched a delivery service in Bergen.", "its delivery service beyond Bergen"),
        ("Ostler has opened its first discount store in Oslo.", "a second discount store in Oslo"),
        ("Ostler recalled 2,000 kettles on Monday.", "extend its recall beyond the 2,000 kettles"),
        ("Ostler also has an option for a further 70 vans.", "its option for a further 70 vans"),
        # taken up again
        ("Ostler is delaying a share sale because of the weak market.", "revive its share sale"),
        ("Ostler postponed the opening of its Tromso store.", "open its Tromso store"),
        (
            "Ostler has withdrawn its own brand of honey from sale.",
            "put its own brand of honey back",
        ),
        ("Ostler has scrapped its final dividend.", "restore its final dividend"),
        # moved again
        ("Ostler raised its delivery fee from £3 to £4.", "raise its delivery fee above £4"),
        ("Ostler raised hourly pay for its 900 staff to £13.", "raise its hourly pay above £13"),
        ("Ostler cut its sales target to 4%.", "cut its sales target below 4%"),
        ("Norway has imposed a 25% tariff on furniture.", "lift its 25% tariff on furniture"),
        ("Norway has banned imports of farmed salmon.", "lift its ban on imports of farmed salmon"),
        (
            "Ostler cut its full-year sales forecast by 2%.",
            "cut its full-year sales forecast again",
        ),
        (
            "Ostler has cut the prices of its soaps and creams.",
            "prices beyond its soaps and creams",
        ),
        ("Norway has ordered a halt to work on 26 dams.", "allow work on 26 dams to resume"),
        # strength
        ("Ostler filed for Chapter 11 bankruptcy protection.", "emerge from Chapter 11 bankruptcy"),
        ("Ostler, which went into administration, owes its landlords.", "find a buyer for the"),
        ("Ostler is seeking new loans to avoid insolvency.", "file for insolvency protection"),
        ("Ostler is struggling with debts of €900m.", "a restructuring of its debts of €900m"),
        ("The move will cost Ostler $40m in one-off charges.", "one-off charges of more than $40m"),
        ("Ostler has axed 300 jobs.", "cut any more than the 300 jobs"),
        ("The new depot would create 200 jobs.", "create 200 jobs"),
        ("Ostler has issued a profit warning.", "issue a further warning on its profits"),
        (
            "Ostler warned of a steep fall in annual profits.",
            "issue a further warning on its profits",
        ),
        # contested or sought
        ("Ostler is in a dispute with Fenn over late payments.", "its dispute with Fenn over late"),
        ("Investors have called on Anna Lind to resign.", "step down"),
        ("Ostler has applied for a licence to sell medicines.", "win a licence to sell medicines"),
        ("Ostler is awaiting FDA approval for its cough drops.", "win FDA approval for its cough"),
        ("Ostler has put its Danish business up for sale.", "sell its Danish business"),
        (
            "Ostler has applied for planning permission for a depot.",
            "win planning permission for a",
        ),
        ("Ostler is aiming for 900 shops by 2029.", "reach 900 shops by 2029"),
    ],
)
def test_what_may_follow_is_asked_in_the_articles_words(sentence: str, words: str) -> None:
    found = asked(sentence)
    assert any(words in q for q in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Ostler tested labels in 40 shops in 2019.",
        "Ostler had postponed the opening of its Tromso store.",
        "Ostler may recall 2,000 kettles if tests fail in the laboratory.",
        "Ostler opened its first discount store in Oslo years ago.",
        "Ostler once imposed a 25% tariff on furniture.",
        "The Bush administration said nothing.",
        "Ostler avoided insolvency last year.",
        "Economists say the economy has created 200,000 jobs.",
    ],
)
def test_what_is_long_past_or_in_doubt_is_not_taken_further(sentence: str) -> None:
    assert asked(sentence) == []
