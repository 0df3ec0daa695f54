"""Questions on shops that are to open, bids in the making, rules weighed and rulings due."""

from __future__ import annotations

import pytest

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article

BEFORE = "Ostler, the grocer, expanded to 96 stores last year."
AFTER = "Buyers like the shares of Ostler, a big retailer."


def asked(sentence: str, title: str = "Ostler news") -> list[str]:
    body = f"{BEFORE} {sentence} {AFTER}"
    article = Article(id="a", title=title, text=body)
    return [w.question for w in questions.watch(article, text.sentences(body))]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        # shops
        ("It will open eight more this year, three of them in Wales.", "open eight stores"),
        ("It wants to have 300 by 2030.", "reach 300 stores by 2030"),
        ("Ostler is planning 12 new stores in Denmark in 2031.", "open 12 new stores in Denmark"),
        (
            "The first of them, a 12,000 sq ft shop in Leeds, will open in March.",
            "open the first of its planned stores in Leeds",
        ),
        (
            "A flagship on London's Oxford Street is slated to open in May.",
            "open a flagship on London's Oxford Street",
        ),
        (
            "Ostler is refitting its Leeds flagship, which is due to reopen in November.",
            "reopen its Leeds flagship",
        ),
        (
            "Ostler has pushed back the opening of its robot-run warehouse in Leeds to the spring "
            "of 2031.",
            "open its robot-run warehouse in Leeds in the spring of 2031",
        ),
        ("It plans to add another 40 before the end of 2031.", "add another 40 stores"),
        (
            "Ostler will put self-scan trolleys into 60 stores by Christmas.",
            "put self-scan trolleys into 60 stores by Christmas",
        ),
        (
            "Ostler plans to sell its corner shops first and the depots later.",
            "sell its corner shops",
        ),
        ("Ostler will close the first ten next spring.", "close the first ten stores"),
        (
            "Some will be offered jobs at a new distribution centre in Leeds, which is due to open "
            "in April.",
            "open a new distribution centre in Leeds",
        ),
        (
            "Ostler will install self-checkouts at all 1,200 of its Danish stores by February 2031 "
            "to cope with a shortage of staff among shop assistants and drivers.",
            "at all 1,200 of its Danish stores by February 2031?",
        ),
        (
            "Ostler expects to return to profit in the year to March 2031.",
            "in the year to March 2031",
        ),
        (
            "Ostler plans to split off its Danish stores within a year of closing.",
            "split off its Danish stores?",
        ),
        ("Ostler may list in New York two years later.", "list in New York?"),
        # sales and bids
        ("Ostler's board will consider a stock split on 14 November.", "approve a stock split"),
        (
            "It is close to signing a robot-picking deal with Oriado, the Ledger reported.",
            "sign a robot-picking deal with Oriado",
        ),
        (
            "Ostler has filed a notice of intention to appoint administrators.",
            "Ostler go into administration",
        ),
        (
            "Finance director Chris Bodley said the chain would probably raise its minimum order "
            "from £40 to £50 in January.",
            "Ostler raise its minimum order from £40 to £50",
        ),
        (
            "Chief executive Dana Reed told analysts the group was also weighing a sale of its "
            "garden brand, Fern.",
            "sell its garden brand",
        ),
        (
            "Private equity house Bramwick is preparing a binding bid of about £300 million for "
            "the 96-store chain.",
            "private equity house Bramwick going to make a binding bid for Ostler",
        ),
        (
            "Ostler has filed for a listing in Hong Kong.",
            "go ahead with a listing in Hong Kong",
        ),
        (
            "Ostler is considering an initial public offering of its delivery unit OstlerGo in "
            "Jakarta.",
            "offering of its delivery unit OstlerGo in Jakarta",
        ),
        # rules and rulings
        (
            "The Trade Board is considering a rule that would force grocers to label products "
            "whose size has shrunk.",
            "adopt a rule that would force grocers to label products whose size has shrunk",
        ),
        (
            "An appeals court will decide on 9 July whether the Trade Board was right to fine "
            "Ostler 61 million euros for squeezing suppliers.",
            "rule on 9 July that the Trade Board was right to fine Ostler 61 million euros",
        ),
        (
            "Judge Alan Pruett will decide in August whether to add interest and legal fees.",
            "Judge Alan Pruett decide in August to add interest and legal fees",
        ),
        # what is asked without its condition
        (
            "Ostler said it would take the case to the Supreme Court if it loses.",
            "take the case to the Supreme Court",
        ),
        (
            "Workers at three Ostler distribution centres in Wales will walk out on 12 May unless "
            "the grocer improves a pay offer.",
            "Ostler workers go on strike on 12 May",
        ),
        (
            "The drivers' union Carriers United has warned of strikes at Ostler.",
            "call a strike at Ostler",
        ),
        # pronouns within the object
        (
            "Ostler will raise the fee it charges suppliers from 2% to 3%.",
            "raise its fee for suppliers from 2% to 3%",
        ),
    ],
)
def test_it_is_asked_whole(sentence: str, words: str) -> None:
    found = asked(sentence)
    assert any(words in q for q in found), found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ostler aims to reach 10% by 2031.", "10%"),
        ("Ostler plans to start with 5,000 orders a week.", "5,000 orders"),
        ("Ostler will raise prices if necessary.", "raise prices"),
        ("Ostler will use the money to pay down debt.", "pay down debt"),
        ("About 1,400 staff will transfer to Pellman.", "1,400 staff"),
        ("Ostler shareholders will hold 54% of the new company.", "54%"),
        (
            "Ostler is returning to Denmark through a partnership with Pellman.",
            "a deal with Pellman",
        ),
        ("The food unit expects sales of $400 million in fiscal 2031.", "$400 million"),
        (
            "A union representing Ostler's 20,000 workers said it was angry. It will hold a rally "
            "in Leeds on Saturday.",
            "rally",
        ),
        (
            "Ostler has threatened to close its Welsh shops, the union alleges; it denies this.",
            "close its Welsh shops",
        ),
        ("Mr Stone is in talks with landlords in Wales.", "landlords"),
    ],
)
def test_what_nobody_would_understand_is_not_asked(sentence: str, words: str) -> None:
    found = asked(sentence)
    assert not any(words in q for q in found), found


def test_a_past_figure_is_not_held_against_the_next_where_enough_is_open() -> None:
    sentences = (
        "It will open eight shops this year. It plans to cut 600 jobs. "
        "It will launch a loyalty scheme in Denmark. "
        "Ostler's sales rose 4% to £90 million in the year to March."
    )
    found = asked(sentences)
    assert len(found) == 3, found
    assert not any("4%" in q or "£90 million" in q for q in found), found
