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
    assert answerable >= 25
    assert right / proposed >= 0.93
    assert right / answerable >= 0.75
