"""The ledger: questions open, merge, are answered by later articles, expire; the editor decides."""

from __future__ import annotations

import json
import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.core.day import ledger
from briefing.core.language import text
from briefing.models import Answer, Article, ArticleRef, Card, Point, Question, Watch

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "ledger" / "measure.py"
ASKED = Question(
    id="q",
    question="Will Kroger open a store in Dallas?",
    actor="Kroger",
    event="open",
    article=ArticleRef(id="a", title="Kroger plans a store", published="2026-11-01"),
    opened="2026-11-01",
    by="2027-03-01",
    object="a store in Dallas",
)


def answers(body: str, title: str = "News", published: str = "2026-12-01") -> list[Question]:
    article = Article(id="b", title=title, text=body, published=published)
    return ledger.answer([ASKED], article, text.sentences(body), now="2026-12-01")


@pytest.mark.parametrize(
    ("body", "polarity"),
    [
        ("Kroger opened a store in Dallas on Monday.", "yes"),
        ("Kroger has opened its store in Dallas.", "yes"),
        ("Kroger has scrapped its plan for a store in Dallas, it said.", "no"),
    ],
)
def test_a_sentence_that_says_so_answers(body: str, polarity: str) -> None:
    found = answers(body)
    assert [q.answer.polarity for q in found if q.answer] == [polarity]
    assert found[0].state == "answered"
    assert found[0].answer and found[0].answer.sentence == body


@pytest.mark.parametrize(
    "body",
    [
        "Kroger plans to open a store in Dallas.",
        "Kroger reportedly opened a store in Dallas.",
        "Kroger may open a store in Dallas next year.",
        "Costco opened a store in Dallas.",
        "Kroger opened a store in Houston.",
        "Has Kroger opened a store in Dallas?",
        "If Kroger opened a store in Dallas, rivals would follow.",
        "Kroger has not opened a store in Dallas.",
    ],
)
def test_a_plan_a_rumour_or_another_matter_answers_nothing(body: str) -> None:
    assert answers(body) == []


def proposed(asked: Question, body: str, title: str = "News") -> str | None:
    article = Article(id="b", title=title, text=body, published="2026-12-01")
    found = ledger.answer([asked], article, text.sentences(body), now="2026-12-01")
    return found[0].answer.polarity if found and found[0].answer else None


def question(asked: str, actor: str, event: str, what: str) -> Question:
    return replace(ASKED, question=asked, actor=actor, event=event, object=what)


CLOSURES = question("Is Palmgate going to close 60 kiosks?", "Palmgate", "shut", "60 kiosks")
TAKEOVER = question(
    "Will Ridley Foods complete its $90 million purchase of Saltmarsh?",
    "Ridley Foods", "close", "its $90 million purchase of Saltmarsh",
)  # fmt: skip
LEAVING = question("Will Ida Rowe leave Fernby Stores?", "Ida Rowe", "leave", "Fernby Stores")
DISPOSAL = question(
    "Will Tarrant sell its toy arm to Ellery?", "Tarrant", "divest", "its toy arm to Ellery"
)


@pytest.mark.parametrize(
    ("asked", "body", "polarity"),
    [
        (CLOSURES, "Palmgate has closed 60 kiosks, it said on Monday.", "yes"),
        (CLOSURES, "Palmgate said it had closed 60 kiosks.", "yes"),
        (CLOSURES, "Sixty kiosks were closed by Palmgate on Monday.", "yes"),
        (CLOSURES, "Palmgate has dropped its plan to close 60 kiosks.", "no"),
        (CLOSURES, "Palmgate will not close 60 kiosks after all, the chain said.", "no"),
        (TAKEOVER, "Ridley Foods completed the takeover of Saltmarsh on Monday.", "yes"),
        (TAKEOVER, "The purchase of Saltmarsh by Ridley Foods has been completed.", "yes"),
        (TAKEOVER, "Ridley Foods walked away from its purchase of Saltmarsh on Monday.", "no"),
        (TAKEOVER, "Shareholders voted down the purchase of Saltmarsh by Ridley Foods.", "no"),
        (DISPOSAL, "Tarrant agreed to sell its toy arm to Ellery, both firms said.", "yes"),
        (DISPOSAL, "Tarrant has ruled out selling its toy arm to Ellery.", "no"),
        (LEAVING, "Ida Rowe has left Fernby Stores, the group said.", "yes"),
    ],
)
def test_the_event_itself_by_the_actor_to_the_thing_asked_about_answers(
    asked: Question, body: str, polarity: str
) -> None:
    assert proposed(asked, body) == polarity


@pytest.mark.parametrize(
    ("asked", "body"),
    [
        # turned by its own verb
        (CLOSURES, "Palmgate failed to close 60 kiosks, it said."),
        (CLOSURES, "Palmgate refused to say whether it has closed 60 kiosks."),
        (CLOSURES, "Palmgate has put off closing 60 kiosks to the spring."),
        (CLOSURES, "Palmgate stopped short of closing 60 kiosks and sold nine instead."),
        (CLOSURES, "Palmgate has all but closed 60 kiosks."),
        (CLOSURES, "Palmgate will not close 60 kiosks before the spring."),
        (CLOSURES, "Palmgate denied that it has closed 60 kiosks."),
        # turned by the clause that governs it
        (CLOSURES, "A tribunal barred Palmgate from closing 60 kiosks."),
        (CLOSURES, "Landlords went to court to prevent Palmgate closing 60 kiosks."),
        (CLOSURES, "The union asked how Palmgate closed 60 kiosks before it was heard."),
        (TAKEOVER, "A court halted the purchase of Saltmarsh by Ridley Foods until May."),
        # not the article's own voice, nor the actor's
        (CLOSURES, "A blog wrongly wrote that Palmgate closed 60 kiosks."),
        (CLOSURES, "The union claimed that Palmgate had closed 60 kiosks."),
        (CLOSURES, "Palmgate has closed 60 kiosks, two bankers said."),
        (CLOSURES, "Palmgate closed 60 kiosks. The chain called the report a mistake."),
        # another time
        (CLOSURES, "Palmgate closed 60 kiosks in 2019, and regrets it."),
        (CLOSURES, "Palmgate closed 60 kiosks last year."),
        (CLOSURES, "Palmgate, which closed 60 kiosks in its worst winter, hires again."),
        # another number, another thing, somebody else
        (CLOSURES, "Palmgate has closed six of the 60 kiosks."),
        (CLOSURES, "Palmgate has closed 60 accounts for its kiosks."),
        (CLOSURES, "Palmgate's rival Oday closed 60 kiosks."),
        (TAKEOVER, "Ridley Foods closed a Saltmarsh factory."),
        (TAKEOVER, "Ridley Foods closed a $90 million bond for its purchase of Saltmarsh."),
        (TAKEOVER, "Oday completed its purchase of Saltmarsh, beating Ridley Foods."),
        (DISPOSAL, "Tarrant sold 60 vans to Ellery. Talks about its toy arm go on."),
        (DISPOSAL, "Tarrant sold its toy arm to Oday. Ellery lost."),
        (LEAVING, "Ida Rowe left Fernby Stores out of her speech."),
        (LEAVING, "Ida Rowe left Fernby Stores guessing."),
    ],
)
def test_what_is_turned_borrowed_past_or_beside_the_matter_answers_nothing(
    asked: Question, body: str
) -> None:
    assert proposed(asked, body) is None


def test_a_headline_alone_does_not_outrun_its_text() -> None:
    hedged = "Palmgate has almost closed 60 kiosks, it said."
    assert proposed(CLOSURES, hedged, "Palmgate closes 60 kiosks") is None


def test_an_article_that_says_yes_and_no_says_nothing() -> None:
    both = "Palmgate closed 60 kiosks. Palmgate dropped its plan to close 60 kiosks."
    assert proposed(CLOSURES, both) is None


# ------------------------------------------------------------------ better evidence


def later(asked: Question, body: str, day: str, id: str) -> Question:
    article = Article(id=id, title="News", text=body, published=day)
    found = ledger.answer([asked], article, [body], now=day)
    return found[0] if found else asked


def test_a_later_article_that_says_the_contrary_takes_the_place_of_an_answer() -> None:
    yes = later(CLOSURES, "Palmgate has closed 60 kiosks.", "2026-12-01", "b")
    no = later(yes, "Palmgate has dropped its plan to close 60 kiosks.", "2026-12-09", "c")
    assert no.state == "answered" and no.answer
    assert (no.answer.polarity, no.answer.article.id) == ("no", "c")
    assert no.answer.against == yes.answer
    assert ledger.as_of([no], "2026-12-08") == [yes]
    assert ledger.as_of([no], "2026-11-30") == [CLOSURES]


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("Palmgate has closed 60 kiosks, it said.", "2026-12-09"),
        ("Palmgate has dropped its plan to close 60 kiosks.", "2026-11-20"),
    ],
)
def test_the_same_answer_again_or_an_older_article_changes_nothing(body: str, day: str) -> None:
    yes = later(CLOSURES, "Palmgate has closed 60 kiosks.", "2026-12-01", "b")
    assert later(yes, body, day, "c") == yes


def test_an_answer_the_editor_confirmed_stays() -> None:
    yes = ledger.confirm(later(CLOSURES, "Palmgate has closed 60 kiosks.", "2026-12-01", "b"))
    body = "Palmgate has dropped its plan to close 60 kiosks."
    assert later(yes, body, "2026-12-09", "c") == yes


def test_an_earlier_article_answers_nothing() -> None:
    assert answers("Kroger opened a store in Dallas.", published="2026-10-01") == []


def test_the_article_that_asked_does_not_answer() -> None:
    article = Article(id="a", title="x", text="Kroger opened a store in Dallas.")
    assert ledger.answer([ASKED], article, [article.text], now="2026-12-01") == []


def test_questions_of_a_card_get_an_id_a_day_and_a_date() -> None:
    card = Card(
        id="a",
        status="reported",
        headline="x",
        lede=Point(text="x"),
        watch=(Watch(question="Will it?", actor="Kroger", event="open", horizon_days=60),),
    )
    found = ledger.questions_of(card, ASKED.article, opened="2026-11-01")
    assert [(q.opened, q.by, q.state) for q in found] == [("2026-11-01", "2026-12-31", "open")]


def test_the_same_question_is_not_asked_twice() -> None:
    again = replace(ASKED, id="other", question="Is Kroger going to open a store in Dallas?")
    assert ledger.merge([ASKED], [again]) == [ASKED]


def test_another_event_of_the_same_actor_is_another_question() -> None:
    other = replace(ASKED, id="other", event="shut", object="its plant in Ohio")
    assert len(ledger.merge([ASKED], [other])) == 2


def test_a_question_expires_when_its_date_is_past() -> None:
    assert ledger.expire([ASKED], today="2027-03-01") == []
    assert [q.state for q in ledger.expire([ASKED], today="2027-03-02")] == ["expired"]


def test_the_watchlist_parts_due_new_overdue_and_answered() -> None:
    due = replace(ASKED, id="due", by="2026-11-05")
    late = replace(ASKED, id="late", by="2026-10-30")
    new = replace(ASKED, id="new", opened="2026-11-03")
    ref = ArticleRef(id="b", title="x", published="2026-11-02")
    said = replace(
        ASKED, id="said", state="answered", answer=Answer(polarity="yes", article=ref, sentence="x")
    )
    found = ledger.watchlist([due, late, new, said], today="2026-11-03", since="2026-11-02")
    assert [q.id for q in found.due] == ["due"]
    assert [q.id for q in found.overdue] == ["late"]
    assert [q.id for q in found.new] == ["new"]
    assert [q.id for q in found.answered] == ["said"]


def test_a_snoozed_question_stays_away_until_its_day() -> None:
    asleep = ledger.snooze(replace(ASKED, by="2026-11-05"), "2026-11-04")
    assert ledger.watchlist([asleep], today="2026-11-03", since="2026-11-01").due == ()
    assert ledger.watchlist([asleep], today="2026-11-04", since="2026-11-01").due == (asleep,)


def test_a_past_day_sees_the_ledger_as_it_was() -> None:
    ref = ArticleRef(id="b", title="x", published="2026-11-20")
    said = replace(
        ASKED, state="answered", answer=Answer(polarity="yes", article=ref, sentence="x")
    )
    assert ledger.as_of([said], "2026-11-10") == [ASKED]
    assert ledger.as_of([said], "2026-11-20") == [said]
    assert ledger.as_of([said], "2026-10-31") == []


def test_chains_of_articles_keep_precision_and_recall_above_their_floors() -> None:
    """Floors only rise; benchmarks/ledger/measure.py prints the figures."""
    module = runpy.run_path(str(BENCHMARK))
    chains = [json.loads(line) for line in module["CHAINS"].read_text().splitlines()]
    right, proposed, answerable, _ = module["run"](chains, crossed=True, show=False)
    assert answerable >= 100
    assert right / proposed >= 0.98
    assert right / answerable >= 0.9
