"""What a reader does with keys, and what the desk is asked for then."""

from __future__ import annotations

import re
import time
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from driving import SMALL, TINY, WIDE, asked, drive, press, reader, settle, text
from fake_desk import FakeDesk
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from briefing.errors import BriefingError
from briefing.tui.app import Reader
from briefing.tui.keymap import Keymap
from briefing.tui.screens import gathering, today
from briefing.tui.screens.library import Library
from briefing.tui.screens.today import Today
from briefing.tui.sheets.today import Front

Any_ = Pilot[Any]


def test_opening_a_story_marks_all_its_articles_read() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "enter")
        assert asked(app) == [("mark", ("a1", "a101"), {"read": True})]
        assert "○" in text(app)

    drive(reader(), script)


def test_what_was_fetched_before_the_start_is_shown_and_not_fetched_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        assert "plan number 1" in text(app)
        assert "4 unread" in text(app)

    desk: Any = FakeDesk()
    first: Future[Front] = Future()
    first.set_result(gathering.front(desk))
    monkeypatch.setattr(gathering, "front", lambda desk: pytest.fail("it was fetched again"))
    drive(Reader(desk, Keymap(), first=first), script)


def test_what_could_not_be_fetched_before_the_start_is_said() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        assert "the disk is gone" in text(app)

    first: Future[Front] = Future()
    first.set_exception(BriefingError("the disk is gone"))
    desk: Any = FakeDesk()
    drive(Reader(desk, Keymap(), first=first), script)


@pytest.mark.parametrize("size", [WIDE, SMALL, TINY])
def test_a_story_asked_for_before_its_card_has_a_place_is_opened(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        assert not app.screen.query("#reading")
        await pilot.press("j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert app.screen.in_text()
        assert asked(app) == [("mark", ("a2", "a102"), {"read": True})]
        assert app.screen.current() == "a2"

    monkeypatch.setattr(today, "PAUSE", 0.2)
    drive(reader(), script, size, settled=False)


def test_enter_typed_before_the_reader_has_the_terminal_is_still_enter() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "ctrl+j")
        assert asked(app) == [("mark", ("a1", "a101"), {"read": True})]

    drive(reader(), script)


def test_marks_can_be_taken_back() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "s", "m", "z")
        kinds = [(what[0], *what[2:]) for what in asked(app)]
        assert kinds == [("mark", {"starred": True}), ("mark", {"read": True}), ("undo",)]

    drive(reader(), script)


def test_what_is_taken_back_in_another_room_is_gone_from_the_lists() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "L", "s")
        starred = text(app)
        await press(pilot, "W", "d", "z")
        assert "Taken back, 1 question." in text(app)
        await press(pilot, "z")
        assert "Taken back, 1 article." in text(app)
        await press(pilot, "L")
        library = app.screen
        assert isinstance(library, Library)
        assert "Starred" in starred and not library.headline("a1").status.starred  # type: ignore[union-attr]
        stars = [line for line in starred.splitlines() if "Starred" in line]
        assert stars != [line for line in text(app).splitlines() if "Starred" in line]

    drive(reader(), script)


def test_what_is_unread_is_one_number_wherever_it_stands() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "L")
        for unread, key in ((4, "enter"), (3, "m"), (4, "r"), (5, "escape")):
            rows = text(app).splitlines()
            assert f"{unread} unread" in rows[0] and f"Unread ({unread})" in rows[0]
            assert any(re.search(rf"Unread +{unread}\b", row) for row in rows[1:])
            await press(pilot, key)

    drive(reader(), script, (170, 40))


def test_a_story_that_is_opened_is_unread_no_more_in_the_bar() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        assert "4 unread" in text(app)
        await press(pilot, "enter")
        assert "3 unread" in text(app)

    drive(reader(), script)


def test_back_goes_home_step_by_step_and_leaves_only_from_home() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "L", "enter", "c")
        assert isinstance(app.screen, Library)
        await press(pilot, "q", "q")
        assert isinstance(app.screen, Today)
        await press(pilot, "enter", "q")
        assert app.is_running and app.screen.focused is app.screen.stories
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running or app._exit

    drive(reader(), script)


def test_search_is_as_you_type_and_escape_brings_the_list_back() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await pilot.press("slash", *"pell")
        await settle(pilot)
        await pilot.pause(0.2)
        await settle(pilot)
        library = app.screen
        assert isinstance(library, Library)
        assert list(library.rows.ids) == ["a1", "a2"]
        await press(pilot, "escape")
        assert library.chosen.name == "Unread" and len(library.rows.ids) == 4

    drive(reader(), script)


@pytest.mark.parametrize("opens", ["question_mark", "ctrl+p", "colon"])
def test_letters_typed_while_a_dialog_opens_go_to_the_dialog(opens: str) -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        for key in (opens, "h", "s"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert app.screen.query_one(Input).value == "hs"
        assert not asked(app)

    drive(reader(), script)


def test_a_text_pasted_while_its_dialog_opens_is_in_it() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        app.post_message(events.Key("a", "a"))
        app.post_message(events.Paste("https://ledger.example/a page"))
        await settle(pilot)
        assert app.screen.query_one(TextArea).text == "https://ledger.example/a page"

    drive(reader(), script)


def test_no_letter_is_lost_however_fast_one_types() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        for key in ("slash", *"pellworth"):
            pilot.app.post_message(_key(key))
        await pilot.pause(0.5)
        await settle(pilot)
        assert app.screen.query_one("#find", Input).value == "pellworth"

    drive(reader(), script)


def _key(name: str) -> Any:
    return events.Key("slash", "/") if name == "slash" else events.Key(name, name)


def test_evidence_of_a_point_lights_up_in_the_text() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "L", "enter", "c", "j")
        reading = app.screen.reading
        assert reading.view == "both" and reading.text.lit == {1}
        await press(pilot, "j")
        assert reading.text.lit == {2}

    drive(reader(), script)


def test_on_a_small_screen_enter_on_a_point_goes_to_its_sentence() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "enter", "j", "enter")
        reading = app.screen.reading
        assert reading.view == "article" and app.screen.focused is reading.text
        assert reading.text.lit == {1}

    drive(reader(), script, SMALL)


def test_space_reads_on_to_the_next_unread() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "L", "space")
        first = app.screen.reading.article
        for _ in range(6):
            await press(pilot, "space")
        assert first is not None and app.screen.reading.article is not None
        assert app.screen.reading.article.id != first.id

    drive(reader(), script, SMALL)


def test_tags_and_a_note_are_asked_for_in_one_line() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "t")
        app.screen.query_one(Input).value = "later -old # ask Ann"
        await press(pilot, "enter")
        marks = asked(app)[-1][2]
        assert marks == {"add_tags": ["later"], "drop_tags": ["old"], "note": "ask Ann"}

    drive(reader(), script)


@pytest.mark.parametrize(
    ("keys", "value", "did"),
    [
        ("S", "/tmp/out", ("save", Path("/tmp/out"))),
        ("vertical_line", "wc -w", ("pipe", "wc -w")),
        ("I", "starter", ("import", "starter")),
    ],
)
def test_what_asks_for_a_line_does_it_then(keys: str, value: str, did: Any) -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "enter", keys)
        app.screen.query_one(Input).value = value
        await press(pilot, "enter")
        assert did in asked(app)

    drive(reader(), script)


def test_links_open_by_digit() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "L", "enter", "u", "4")
        assert ("open", "https://ledger.example/prices") in asked(app)

    drive(reader(), script)


def test_a_pasted_text_is_taken_in_and_opened() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "a")
        app.screen.query_one(TextArea).text = "A headline\n\nA long text."
        await press(pilot, "ctrl+s")
        assert ("add", ("A headline\n\nA long text.",)) in asked(app)
        assert isinstance(app.screen, Library) and app.screen.reading.article is not None

    drive(reader(), script)


def test_a_pasted_address_may_be_followed() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "a")
        app.screen.query_one(TextArea).text = "https://grocer.example"
        await press(pilot, "enter", "2")
        assert ("follow", "https://grocer.example") in asked(app)

    drive(reader(), script)


def test_sending_shows_first_and_sends_on_enter() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "enter", "exclamation_mark")
        assert '"to": "team-slack"' in text(app)
        await press(pilot, "d", "enter", "escape")
        sent = [what for what in asked(app) if what[0] == "send"]
        assert sent == [("send", "team-slack", True), ("send", "team-slack", False)]
        assert isinstance(app.screen, Today)

    drive(reader(), script)


def test_questions_are_confirmed_rejected_and_put_off() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "W", "s", "t", "t", "y", "n")
        acts = [what[1:3] for what in asked(app)]
        assert acts == [("snooze", "q2"), ("confirm", "q1"), ("reject", "q1")]

    drive(reader(), script)


def test_a_feed_is_unfollowed_only_after_a_yes() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "H", "u", "escape")
        assert len(app.desk.feeds()) == 3
        await press(pilot, "u", "1")
        assert len(app.desk.feeds()) == 2

    drive(reader(), script)


def test_the_command_line_knows_commands_and_queries() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "colon")
        app.screen.query_one(Input).value = "theme nord"
        await press(pilot, "enter", "colon")
        assert app.theme == "nord"
        app.screen.query_one(Input).value = "ledger"
        await press(pilot, "enter", "colon")
        app.screen.query_one(Input).value = "dunmore"
        await press(pilot, "enter")
        assert isinstance(app.screen, Library) and list(app.screen.rows.ids) == ["a3"]

    drive(reader(), script)


def test_the_palette_carries_out_where_one_was() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "ctrl+p", *"star", "enter")
        assert asked(app)[-1][2] == {"starred": True}

    drive(reader(), script)


def test_the_first_start_offers_samples_and_shows_a_card() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        assert "Look at the samples" in text(app)
        await press(pilot, "1")
        assert isinstance(app.screen, Today)
        assert "BY THE NUMBERS" in text(app)

    drive(reader(titles=(), kept=(), subscriptions=()), script)


def test_sources_of_the_command_line_are_shown_alone() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        assert isinstance(app.screen, Library)
        assert len(app.screen.rows.ids) == 1 and app.screen.reading.article is not None

    app = reader()
    app.given = ("page.html",)
    drive(app, script)


def test_news_is_announced_and_moves_nothing() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "L", "j", "j")
        library = app.screen
        assert isinstance(library, Library)
        before = library.rows.current_id, library.rows.cursor, len(library.rows.ids)
        await press(pilot, "r")
        assert (library.rows.current_id, library.rows.cursor, len(library.rows.ids)) == before
        assert "1 arrived" in text(app)
        await press(pilot, "ctrl+n")
        assert library.rows.current_id == before[0]
        assert len(library.rows.ids) == before[2] + 1

    drive(reader(), script)


@pytest.mark.slow
def test_a_run_can_be_stopped() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await pilot.press("r")
        await pilot.pause(0.2)
        assert "↻" in text(app)
        await pilot.press("X")
        await settle(pilot)
        assert not app.running

    drive(reader(slow=0.3), script)


def test_keys_are_answered_while_the_desk_hangs() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        app.desk.slow = 10.0  # type: ignore[attr-defined]
        began = time.monotonic()
        await pilot.press("L", "question_mark")
        assert "every key" in text(app)
        await pilot.press("escape", "T")
        assert time.monotonic() - began < 9.0

    drive(reader(), script)


def test_leaving_does_not_wait_for_what_hangs() -> None:
    app = reader()
    began = 0.0

    async def script(pilot: Any_, app: Reader) -> None:
        nonlocal began
        app.desk.slow = 30.0  # type: ignore[attr-defined]
        await pilot.press("L", "r")
        began = time.monotonic()
        await pilot.press("Q")

    drive(app, script)
    assert time.monotonic() - began < 10.0  # a second, and what a busy machine adds


@pytest.mark.parametrize("size", [(1, 1), (5, 2), TINY, SMALL, (300, 100)])
@pytest.mark.slow
def test_any_size_at_any_moment_is_survived(size: tuple[int, int]) -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        for key in ("L", "enter", "c", "B", "W", "H", "T"):
            await press(pilot, key)
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.resize_terminal(100, 30)
            await settle(pilot)

    drive(reader(), script)


def test_what_cannot_be_read_is_said_in_words() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        assert "the disk is full" in text(app)
        app.desk.trouble = ""  # type: ignore[attr-defined]
        await press(pilot, "ctrl+n")
        assert "TOP" in text(app)

    drive(reader(trouble="the disk is full"), script)


@pytest.mark.slow
def test_every_theme_draws_a_cursor_one_can_see() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        for theme in sorted(app.available_themes):
            app.theme = theme
            await pilot.pause()
            assert "▌●" in text(app), theme

    drive(reader(), script, SMALL)


def test_save_and_send_take_the_article_under_the_cursor() -> None:
    async def script(pilot: Any_, app: Reader) -> None:
        await press(pilot, "L", "S")
        assert "Save as Markdown" in text(app)
        await press(pilot, "escape", "exclamation_mark")
        assert "Open an article first" not in text(app)

    drive(reader(), script)
