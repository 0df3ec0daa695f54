"""The editor with models that are good, that lie, that die, and that do not follow the form."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from model_articles import BANK, GROCER, archive
from model_double import KEY, LIES, Act, Body, ModelDouble, dying, good, lying, numbered, true_card

from briefing import wire
from briefing.config import ModelConfig
from briefing.core.card import ground, offline
from briefing.desk.editor import Editor
from briefing.desk.events import Draft, Note, Progress
from briefing.models import Article, BriefedStory, Briefing, Card

NOW = "2026-03-03T06:00:00Z"


def editor(double: ModelDouble, kept: Any = None, **settings: Any) -> Editor:
    values = {
        "name": "double", "base_url": double.base_url, "api_key": KEY, "deadline": 8.0, **settings
    }  # fmt: skip
    return Editor(ModelConfig(**values), kept, offline=False, now=lambda: NOW)


def card_of(made: Editor, article: Article = GROCER) -> Card:
    *_, last = made.card(article)
    assert isinstance(last, Card)
    return last


def assert_true(card: Card, article: Article = GROCER) -> None:
    assert ground.verdict(ground.check(card, article).findings) != "block"
    text = wire.dumps(card)
    assert KEY not in text
    for word in ("Whitlock", "Brightwater", "Kestrel", "$913", "47%", "2031", "huge"):
        assert word not in text


def test_without_a_model_the_card_is_offline_and_nothing_heavy_is_loaded() -> None:
    code = (
        "import sys\n"
        "from briefing.config import ModelConfig\n"
        "from briefing.desk.editor import Editor\n"
        "from briefing.models import Article\n"
        "e = Editor(ModelConfig(), None, offline=False, now=lambda: '2026-01-01')\n"
        "a = Article(id='a', title='Shop opens', text='Harrow opened a shop in Leeds on Monday.')\n"
        "assert list(e.card(a))[-1].made_by == 'offline'\n"
        "assert not e.active and len(list(e.cards([a]))) == 2\n"
        "bad = [m for m in sys.modules if m == 'openai' or m.startswith('briefing.io.llm')]\n"
        "assert not bad, bad\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_offline_wins_over_a_model_that_is_set() -> None:
    made = Editor(ModelConfig(name="m"), None, offline=True, now=lambda: NOW)
    assert list(made.card(GROCER)) == [offline.card(GROCER)]


def test_a_good_model_writes_the_card_and_drafts_come_first() -> None:
    with ModelDouble(good) as double:
        *drafts, card = editor(double).card(GROCER)
    assert isinstance(card, Card) and card.made_by == "double" and card.note is None
    assert card.prompt and card.usage.input_tokens > 500 and card.checks.total > 4
    assert drafts and all(isinstance(d, Draft) for d in drafts)
    assert drafts[0].text.startswith("Harrow")
    assert_true(card)


def test_the_article_goes_last_fenced_numbered_and_after_a_constant_prefix() -> None:
    with ModelDouble(good) as double:
        made = editor(double)
        card_of(made)
        card_of(made, BANK)
    first, second = double.requests
    assert first["messages"][0] == second["messages"][0]
    assert "2026" not in first["messages"][0]["content"]
    mark = first["messages"][-1]["content"].split()[2]
    assert mark != second["messages"][-1]["content"].split()[2]
    assert first["messages"][-1]["content"].endswith(f"=== end {mark} ===")
    assert numbered(first)[1] == "The company plans to hire 640 people for them."


def test_a_lying_model_prints_nothing_false() -> None:
    with ModelDouble(lying) as double:
        made = editor(double)
        for article in (GROCER, BANK):
            assert_true(card_of(made, article), article)
    assert len(double.requests) == 4  # each card once, each asked once to correct itself


def test_a_blocked_claim_is_asked_for_once_more_with_the_finding() -> None:
    def brain(body: Body, number: int) -> Act:
        if number == 0:
            data = true_card(numbered(body))
            data["points"][1]["text"] += LIES[0]
            return Act(json.dumps(data))
        fixed = {"claim": "points[1]", "text": numbered(body)[1], "evidence": [1]}
        return Act(json.dumps({"claims": [fixed]}))

    with ModelDouble(brain) as double:
        card = card_of(editor(double))
    asked = double.requests[1]["messages"][-1]["content"]
    assert "points[1]" in asked and "NUMBER_NOT_IN_SOURCE" in asked
    assert card.made_by == "double"
    assert_true(card)


def test_a_rumour_made_a_fact_is_not_published() -> None:
    def brain(body: Body, _number: int) -> Act:
        data = true_card(numbered(body))
        deal = "Harrow & Lane and Copperline have agreed on a depot in Leeds."
        data["points"][0] = {"text": deal, "evidence": [4]}
        return Act(json.dumps(data))

    with ModelDouble(brain) as double:
        card = card_of(editor(double))
    assert "agreed" not in wire.dumps(card)


def test_another_articles_summary_is_caught() -> None:
    bank = dict(enumerate(offline.card(BANK).sentences))
    with ModelDouble(lambda _b, _n: Act(json.dumps(true_card(bank)))) as double:
        card = card_of(editor(double))
    assert card.made_by == "offline" and "article" in (card.note or "")
    assert "Lumen" not in wire.dumps(card).replace(card.note or "", "")


def test_a_second_run_sends_nothing_and_gives_the_same_bytes() -> None:
    kept = archive()
    with ModelDouble(good) as double:
        first = card_of(editor(double, kept))
        sent = len(double.requests)
        second = card_of(editor(double, kept))
        assert len(double.requests) == sent
        assert wire.dumps(first) == wire.dumps(second)
        card_of(editor(double, kept, language="de"))
        card_of(editor(double, kept), replace(GROCER, text=GROCER.text + "\n\nIt will rain."))
        assert len(double.requests) >= sent + 2


def test_a_useless_reply_is_not_paid_for_twice_but_a_passing_failure_is_tried_again() -> None:
    kept = archive()
    with ModelDouble(lambda _b, _n: Act("no idea")) as double:
        assert card_of(editor(double, kept)).note
        sent = len(double.requests)
        assert card_of(editor(double, kept)).note
        assert len(double.requests) == sent
    with ModelDouble(lambda _b, n: Act(status=401, error="no") if n == 0 else good(_b)) as double:
        assert card_of(editor(double, kept)).note
        assert card_of(editor(double, kept)).made_by == "double"


def test_usage_is_counted_by_day_and_the_key_is_kept_nowhere(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    kept = archive()
    with ModelDouble(good) as double:
        made = editor(double, kept)
        card = card_of(made)
    from briefing.desk import editor_budget

    assert KEY not in caplog.text + str(kept.memory.held) + repr(made.config) + str(vars(made))
    day = editor_budget.by_day(kept)[NOW[:10]]
    assert (day.input, day.output) == (card.usage.input_tokens, card.usage.output_tokens)


@pytest.mark.parametrize(
    "settings",
    [
        {"budget_run": 9000},
        {"budget_day": 9000},
        {"money_run": 0.009, "price_input": 1.0, "price_output": 1.0},
        {"money_day": 0.009, "price_input": 1.0, "price_output": 1.0},
    ],
    ids=lambda s: next(iter(s)),
)
def test_a_budget_stops_before_it_is_exceeded(settings: dict[str, Any]) -> None:
    articles = [replace(GROCER, id=str(i), text=f"{GROCER.text} Item {i}.") for i in range(6)]
    with ModelDouble(good) as double:
        made = editor(double, archive(), max_output_tokens=900, **settings)
        cards = [item[1] for item in made.cards(articles) if type(item) is tuple]
        assert made.used is not None and 0 < made.used.tokens <= 9000
    assert len(cards) == 6
    assert any("budget" in (c.note or "") for c in cards)
    assert len(double.requests) < 6


def test_a_batch_keeps_within_its_limits_and_reports_progress() -> None:
    articles = [replace(GROCER, id=str(i), text=f"{GROCER.text} Item {i}.") for i in range(5)]
    slow: Callable[[Body, int], Act] = lambda b, n: replace(good(b, n), hang=0.1)  # noqa: E731
    with ModelDouble(slow) as double:
        events = list(editor(double, concurrency=2).cards(articles))
        assert double.peak == 2
    assert {e[0] for e in events if type(e) is tuple} == set("01234")
    assert [e.done for e in events if isinstance(e, Progress)] == [1, 2, 3, 4, 5]


def test_a_batch_goes_on_where_it_was_cancelled() -> None:
    kept, articles = archive(), [replace(GROCER, id=str(i)) for i in range(4)]
    with ModelDouble(lambda b, n: replace(good(b, n), hang=0.05)) as double:
        seen: list[str] = []
        for event in editor(double, kept, concurrency=1).cards(
            articles, cancelled=lambda: len(seen) >= 2
        ):
            if type(event) is tuple:
                seen.append(event[0])
        time.sleep(0.3)
        kept_then = len(kept.cards.held)
        assert 2 <= kept_then < 4
        sent = len(double.requests)
        list(editor(double, kept).cards(articles))
        assert len(kept.cards.held) == 4
        assert len(double.requests) == sent + 4 - kept_then


@pytest.mark.slow
def test_a_dying_model_loses_nothing_and_a_dead_one_is_given_up() -> None:
    articles = [replace(GROCER, id=str(i), text=f"{GROCER.text} Item {i}.") for i in range(4)]
    with ModelDouble(dying) as double:
        cards = [e[1] for e in editor(double, concurrency=1).cards(articles) if type(e) is tuple]
    assert len(cards) == 4 and all(c.made_by == "double" for c in cards)
    with ModelDouble(lambda _b, _n: Act(status=401, error="no")) as double:
        events = list(editor(double, concurrency=1).cards(articles))
        assert len(double.requests) == 1
    assert sum(type(e) is tuple for e in events) == 4
    assert sum(isinstance(e, Note) for e in events) == 1


def test_cancelling_takes_less_than_two_hundred_milliseconds() -> None:
    stop = threading.Event()
    with ModelDouble(lambda b, n: replace(good(b, n), hang=3.0)) as double:
        made = editor(double)
        made._writer()
        threading.Timer(0.6, stop.set).start()
        items = list(made.card(GROCER, cancelled=stop.is_set))
        ended = time.monotonic()
        assert items == []
    assert stop.is_set() and ended < time.monotonic() + 1
    with ModelDouble(lambda b, n: replace(good(b, n), pause=0.05)) as double:
        stop.clear()
        at = 0.0
        for item in editor(double).card(GROCER, cancelled=stop.is_set):
            assert isinstance(item, Draft)
            if not at:
                stop.set()
                at = time.monotonic()
        assert time.monotonic() - at < 0.2


@pytest.mark.slow
def test_the_first_words_are_shown_at_once() -> None:
    with ModelDouble(lambda b, n: replace(good(b, n), pause=0.03)) as double:
        made = editor(double)
        card_of(made, BANK)
        double.first_sent = 0.0
        next(made.card(GROCER))
        shown = time.monotonic()
    assert shown - double.first_sent < 0.15  # three pieces until the headline has a word, 0.03 each


def test_a_deadline_holds() -> None:
    with ModelDouble(lambda _b, _n: Act(hang=5.0)) as double:
        made = editor(double, deadline=0.5)
        made._writer().model._client()
        began = time.monotonic()
        card = card_of(made)
    assert time.monotonic() - began < 1.2
    assert "deadline" in (card.note or "")


@pytest.mark.slow
def test_a_long_article_is_read_in_parts_with_true_sentence_numbers() -> None:
    paragraphs = [
        f"In week {n} the branch in street {n} sold {n * 7} baskets. The manager was pleased."
        for n in range(1, 1200)
    ]
    text = GROCER.text + "\n\n" + "\n\n".join(paragraphs)
    long = replace(GROCER, text=text)
    with ModelDouble(good) as double:
        card = card_of(editor(double, deadline=30.0), long)
    assert len(double.requests) >= 3 and card.made_by == "double"
    sentences = offline.card(long).sentences
    for point in (card.lede, *card.points):
        assert any(point.text.split()[0] in sentences[i] for i in point.evidence)
    assert_true(card, long)


@pytest.mark.slow
def test_a_silently_cut_prompt_is_noticed_and_read_in_smaller_parts() -> None:
    text = "\n\n".join(GROCER.text.replace("12", str(n)) for n in range(20, 60))
    long = replace(GROCER, text=text)

    def brain(body: Body, number: int) -> Act:
        sent = sum(len(m["content"]) for m in body["messages"]) // 4
        return replace(good(body, number), read=min(1.0, 4096 / sent))

    with ModelDouble(brain) as double:
        made = editor(double, max_output_tokens=600)
        card = card_of(made, long)
        assert made._writer().model.abilities.context == pytest.approx(4096, abs=2)
    assert card.made_by == "double" and len(double.requests) > 3
    assert (
        max(sum(len(m["content"]) for m in r["messages"]) // 4 for r in double.requests[1:]) < 4096
    )


def test_the_plan_sends_nothing_and_says_what_would_be_sent() -> None:
    kept = archive()
    with ModelDouble(good) as double:
        made = editor(double, kept, price_input=1.0, price_output=2.0)
        card_of(made, BANK)
        sent = len(double.requests)
        text = made.plan([GROCER, BANK])
        assert len(double.requests) == sent
    assert "kept" in text and "1 call" in text and "tokens in" in text and "prices" in text
    assert KEY not in text


def test_the_doctor_makes_three_calls_and_speaks_plainly() -> None:
    with ModelDouble(good) as double:
        rows = editor(double).doctor()
        assert [name for name, _, _ in rows] == ["model", "form", "context"]
        assert all(well for _, well, _ in rows) and len(double.requests) == 2
    dead = Editor(
        ModelConfig(name="m", base_url="http://127.0.0.1:9/v1", api_key="k", deadline=3.0),
        None, offline=False, now=lambda: NOW,
    )  # fmt: skip
    ((name, well, words),) = dead.doctor()
    assert name == "model" and not well and "running?" in words


def test_a_wrong_setting_is_a_reason_not_a_crash() -> None:
    made = Editor(ModelConfig(name="m", base_url="nowhere"), None, offline=False, now=lambda: NOW)
    card = card_of(made)
    assert card.made_by == "offline" and "base_url" in (card.note or "")
    assert any(type(e) is tuple for e in made.cards([GROCER]))
    assert made.doctor()[0][1] is False


def briefing_of(*cards: Card) -> Briefing:
    stories = tuple(BriefedStory(id=c.id, headline=c.headline, card=c) for c in cards)
    return Briefing(date="2026-03-03", top_line="As it was.", stories=stories)


def test_the_top_line_is_the_models_when_the_stories_bear_it_out_and_costs_once() -> None:
    kept = archive()
    plain = briefing_of(offline.card(GROCER), offline.card(BANK))
    with ModelDouble(good) as double:
        first = editor(double, kept).lead(plain)
        sent = len(double.requests)
        assert wire.dumps(editor(double, kept).lead(plain)) == wire.dumps(first)
        assert len(double.requests) == sent
    assert first.top_line != "As it was." and first.made_by == "double"
    assert first.usage.input_tokens > 0 and first.prompt


@pytest.mark.parametrize("brain", [lying, lambda _b, _n: Act("no")], ids=["lying", "useless"])
def test_a_top_line_that_is_not_borne_out_stays_as_it_was(brain: Any) -> None:
    plain = briefing_of(offline.card(GROCER), offline.card(BANK))
    with ModelDouble(brain) as double:
        told = editor(double).lead(plain)
    assert told.top_line == "As it was." and told.made_by == "offline"
    assert told.stories == plain.stories


def test_a_reply_cut_at_its_limit_is_asked_for_once_with_twice_the_room_and_counted() -> None:
    with ModelDouble(lambda _b, _n: Act('{"headline": "Har', finish="length")) as double:
        made = editor(double, max_output_tokens=300)
        card = card_of(made)
        assert [r["max_tokens"] for r in double.requests] == [300, 600]
        assert made.used is not None and made.used.output == 900 == card.usage.output_tokens
    assert "token limit" in (card.note or "")


def test_the_ladder_is_walked_once_and_remembered() -> None:
    kept = archive()

    def brain(body: Body, number: int) -> Act:
        shape = body.get("response_format", {}).get("type")
        if shape == "json_schema":
            return Act(status=400, error="response_format json_schema is not supported")
        if shape == "json_object":
            return Act(status=400, error="response_format is unknown", param="response_format")
        return good(body, number)

    with ModelDouble(brain) as double:
        assert card_of(editor(double, kept)).made_by == "double"
        assert len(double.requests) == 4
        assert card_of(editor(double, kept), BANK).made_by == "double"
        assert len(double.requests) == 5


def test_a_small_model_that_only_writes_lines_is_understood() -> None:
    def brain(body: Body, _number: int) -> Act:
        if "labelled lines" not in body["messages"][0]["content"]:
            return Act("Here is my summary, as prose.")
        rows = true_card(numbered(body))
        lines = [f"HEADLINE: {rows['headline']}", f"LEDE: {rows['lede']['text']} [0]"]
        lines += [f"POINT: {p['text']} {p['evidence']}" for p in rows["points"]]
        return Act("\n".join(lines))

    kept = archive()
    with ModelDouble(brain) as double:
        card = card_of(editor(double, kept))
        sent = len(double.requests)
        assert card.made_by == "double" and len(card.points) == 3
        card_of(editor(double, kept), BANK)
        second = len(double.requests) - sent
        card_of(editor(double, kept), replace(GROCER, id="third", text=GROCER.text + " It rains."))
        third = len(double.requests) - sent - second
    assert sent == second == 7 and third == 1  # twice is no chance: then the lines come first
