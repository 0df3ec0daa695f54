"""Days on the desk: briefings from the archive, the ledger over several days, versions, locks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing import config
from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.desk.events import Note
from briefing.errors import BriefingError, ConfigError, StoreError
from briefing.models import Briefing, Card, Question
from briefing.render import wording

OFFER = """Discount grocer Tessamart has offered $310 million for 42 Copperline supermarkets, the
two companies said in a joint statement on Monday.

Copperline's board is expected to decide by November 20 whether to accept the offer. Tessamart
plans to close nine of the stores and to open a warehouse in Raleigh by June 2027.

Copperline had sales of $5.4 billion last year."""
SIGNED = """Copperline has signed an agreement to sell 42 supermarkets to Tessamart for
$335 million,
the two companies said on Friday.

Copperline's board accepted the offer on Thursday evening. Tessamart had first offered $310
million."""
ACCEPTED = """The board of Copperline accepted the offer of Tessamart for 42 supermarkets, a filing
shows. Its chairman had called the price low as late as Tuesday."""
TOYS = """Toy retailer Kitewell named Paula Renner as its finance chief on Wednesday.

Renner joins from Brightwater, where she ran the treasury for six years. She starts in January."""


def line(ident: str, title: str, text: str, day: str, site: str = "The Counter") -> dict[str, str]:
    url = f"https://counter.example/{ident}"
    return {"id": ident, "title": title, "text": text, "published": day, "url": url, "site": site}


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[object]:
    """Return a function from a date to a desk of that day, all on one archive."""
    opened: list[Desk] = []

    def at(day: str) -> Desk:
        settings = config.load(tmp_path / "none.toml", env={}, flags={"data": str(tmp_path)})
        opened.append(Desk(settings, now=day))
        return opened[-1]

    (tmp_path / "none.toml").write_text("")
    yield at
    for desk in opened:
        desk.close()


def brief(desk: Desk, date: str) -> Briefing:
    made = list(desk.brief(date))[-1]
    assert isinstance(made, Briefing)
    return made


def questions_about(found: list[Question], word: str) -> list[Question]:
    return [q for q in found if word in q.question]


def test_a_question_of_monday_is_answered_on_friday(desks) -> None:  # type: ignore[no-untyped-def]
    monday, friday = desks("2026-11-16"), desks("2026-11-20")
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    first = brief(monday, "2026-11-16")
    assert first.watch.new
    friday.add_line(line("2", "Copperline signs deal with Tessamart", SIGNED, "2026-11-20"))
    second = brief(friday, "2026-11-20")
    answered = [q for q in friday.questions() if q.state == "answered"]
    assert answered
    assert {q.id for q in second.watch.answered} == {q.id for q in answered}
    assert all(q.answer and q.answer.sentence in SIGNED.replace("\n", " ") for q in answered)


def test_an_answer_is_told_in_one_issue_only(desks: Callable[[str], Desk]) -> None:
    monday, friday = desks("2026-11-16"), desks("2026-11-20")
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    brief(monday, "2026-11-16")
    friday.add_line(line("2", "Copperline signs deal with Tessamart", SIGNED, "2026-11-20"))
    assert brief(friday, "2026-11-20").watch.answered
    saturday = desks("2026-11-21")
    assert not brief(saturday, "2026-11-21").watch.answered
    assert brief(saturday, "2026-11-20").watch.answered


def test_a_later_article_that_says_the_contrary_is_proposed_and_told(
    desks: Callable[[str], Desk],
) -> None:
    monday, friday, december = desks("2026-11-16"), desks("2026-11-20"), desks("2026-12-04")
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    brief(monday, "2026-11-16")
    opened = "Tessamart opened a warehouse in Raleigh on Friday, with 300 staff."
    friday.add_line(line("2", "Tessamart hires in Raleigh", opened, "2026-11-20"))
    first = brief(friday, "2026-11-20").watch.answered
    assert [q.answer.polarity for q in first if q.answer] == ["yes"]
    dropped = "Tessamart has scrapped its plan to open a warehouse in Raleigh, it said on Friday."
    december.add_line(line("3", "Tessamart turns back", dropped, "2026-12-04"))
    (then,) = brief(december, "2026-12-04").watch.answered
    assert then.answer and then.answer.polarity == "no"
    assert then.answer.against == first[0].answer
    assert brief(december, "2026-11-20").watch.answered == first
    assert opened in wording.answer(then) and dropped in wording.answer(then)


def test_a_clock_that_ran_ahead_keeps_no_article_from_its_questions(
    desks: Callable[[str], Desk],
) -> None:
    monday = desks("2026-11-16")
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    assert brief(monday, "2026-11-16").watch.new
    desks("2036-01-01").questions()
    friday = desks("2026-11-20")
    news = intake.of_line(line("2", "Copperline signs deal with Tessamart", SIGNED, "2026-11-20"))
    friday.archive.articles.add(news, arrived="2026-11-20T12:00:00Z")  # as a feed brings it
    assert [q for q in friday.questions() if q.state == "answered"]


def test_an_article_that_reaches_us_late_still_answers(desks: Callable[[str], Desk]) -> None:
    monday, december = desks("2026-11-16"), desks("2026-12-04")
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    brief(monday, "2026-11-16")
    december.questions()
    december.add_line(line("2", "Copperline signs deal with Tessamart", SIGNED, "2026-11-20"))
    assert [q for q in december.questions() if q.state == "answered"]


def test_what_was_held_against_the_ledger_is_not_held_again(desks: Callable[[str], Desk]) -> None:
    monday = desks("2026-11-16")
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    brief(monday, "2026-11-16")
    monday.add_line(line("2", "Kitewell names a finance chief", TOYS, "2026-11-16"))
    assert len(monday.archive.articles.unheld()) == 1
    monday.questions()
    assert not monday.archive.articles.unheld()


def test_a_question_whose_answer_is_there_already_is_answered(
    desks: Callable[[str], Desk],
) -> None:
    friday = desks("2026-11-20")
    friday.add_line(line("2", "Copperline signs deal with Tessamart", SIGNED, "2026-11-20"))
    friday.add_line(line("3", "Copperline accepts", ACCEPTED, "2026-11-20"))
    friday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    brief(friday, "2026-11-16")
    answered = next(q for q in friday.questions() if q.state == "answered")
    again = friday.watch("reject", answered.id)
    assert again.state == "answered" and again.answer != answered.answer
    assert friday.watch("reject", answered.id).state == "open"


@pytest.mark.parametrize("now", ["9999-12-31", "0001-01-01T00:00:00Z", "soon"])
def test_a_clock_beyond_all_calendars_is_refused(tmp_path: Path, now: str) -> None:
    with pytest.raises(ConfigError, match="is not a date"):
        Desk(config.Config(data=tmp_path), now=now)


def test_yesterdays_story_comes_again_only_as_an_update(desks) -> None:  # type: ignore[no-untyped-def]
    monday, friday = desks("2026-11-16"), desks("2026-11-20")
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    brief(monday, "2026-11-16")
    friday.add_line(line("2", "Copperline signs deal with Tessamart", SIGNED, "2026-11-20"))
    issue = brief(friday, "2026-11-20")
    assert [s.update_of is not None for s in issue.stories] == [True]
    assert issue.stories[0].headline.startswith("Update:")
    assert issue.stories[0].what_is_new


def test_the_same_day_again_is_the_same_to_the_letter(desks) -> None:  # type: ignore[no-untyped-def]
    desk = desks("2026-11-16")
    desk.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    assert brief(desk, "2026-11-16") == brief(desk, "2026-11-16")
    assert desk.archive.briefings.get("2026-11-16", 2) is None


def test_a_past_day_does_not_know_what_came_later(desks) -> None:  # type: ignore[no-untyped-def]
    monday, friday = desks("2026-11-16"), desks("2026-11-20")
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    first = brief(monday, "2026-11-16")
    friday.add_line(line("2", "Copperline signs deal with Tessamart", SIGNED, "2026-11-20"))
    brief(friday, "2026-11-20")
    assert brief(friday, "2026-11-16").watch == first.watch


def test_a_changed_day_keeps_the_earlier_version_and_says_what_changed(desks) -> None:  # type: ignore[no-untyped-def]
    desk = desks("2026-11-18")
    desk.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-18"))
    first = brief(desk, "2026-11-18")
    desk.add_line(line("2", "Kitewell names Paula Renner finance chief", TOYS, "2026-11-18"))
    events = list(desk.brief("2026-11-18"))
    notes = [e.text for e in events if isinstance(e, Note)]
    assert any("version 2" in note for note in notes)
    assert any(note.startswith("Added:") for note in notes)
    kept = desk.archive.briefings.get("2026-11-18", 1)
    assert kept is not None
    assert first.top_line in kept


def test_an_issue_since_the_last_brings_what_came_after_it_and_repeats_nothing(
    desks: Callable[[str], Desk],
) -> None:
    desks("2026-11-20").add_line(
        line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-20T05:00:00Z")
    )
    brief(desks("2026-11-20"), "2026-11-20")
    monday = desks("2026-11-23")
    monday.add_line(
        line("2", "Kitewell names Paula Renner finance chief", TOYS, "2026-11-20T15:00:00Z")
    )
    (*_, plain) = monday.brief("2026-11-23", save=False)
    (*_, since) = monday.brief("2026-11-23", since="last")
    assert isinstance(plain, Briefing) and isinstance(since, Briefing)
    assert [s.article.title for s in plain.sources] == []
    assert [s.article.title for s in since.sources] == ["Kitewell names Paula Renner finance chief"]


def test_since_the_last_issue_is_the_day_itself_when_there_is_none(
    desks: Callable[[str], Desk],
) -> None:
    desk = desks("2026-11-20")
    (*_, first) = desk.brief("2026-11-20", since="last")
    assert isinstance(first, Briefing)
    assert first.window == ("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z")


@pytest.mark.parametrize("days", [40_000, 10**12])
def test_an_archive_kept_for_ages_loses_nothing(tmp_path: Path, days: int) -> None:
    (tmp_path / "c.toml").write_text(f"[archive]\nkeep_days = {days}\n")
    settings = config.load(tmp_path / "c.toml", env={}, flags={"data": str(tmp_path)})
    assert Desk(settings, now="2026-11-19").prune() == 0


def test_each_article_stands_in_exactly_one_day_of_the_readers_zone(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('[daily]\ntimezone = "Pacific/Kiritimati"\n')
    settings = config.load(tmp_path / "c.toml", env={}, flags={"data": str(tmp_path)})
    desk = Desk(settings, now="2026-11-19")
    late = line("1", "Tessamart offers $310 million", OFFER, "2026-11-16T11:30:00+00:00")
    desk.add_line(late)
    counts = {day: brief(desk, day).articles_read for day in ("2026-11-16", "2026-11-17")}
    assert counts == {"2026-11-16": 0, "2026-11-17": 1}


def test_the_editor_decides_about_a_question(desks) -> None:  # type: ignore[no-untyped-def]
    desk = desks("2026-11-16")
    desk.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    brief(desk, "2026-11-16")
    first = desk.questions()[0]
    assert desk.watch("answer", first.id, "yes").state == "confirmed"
    assert desk.watch("snooze", first.id, "2026-12-24").snoozed_until == "2026-12-24"
    assert desk.watch("edit", first.id, "Will it happen?").question == "Will it happen?"
    assert desk.watch("drop", first.id[:6]).state == "dropped"
    with pytest.raises(ConfigError):
        desk.watch("drop", "no-such-question")


def test_a_rejected_answer_is_not_proposed_again(desks) -> None:  # type: ignore[no-untyped-def]
    monday, friday = desks("2026-11-16"), desks("2026-11-20")
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    brief(monday, "2026-11-16")
    friday.add_line(line("2", "Copperline signs deal with Tessamart", SIGNED, "2026-11-20"))
    answered = next(q for q in friday.questions() if q.state == "answered")
    friday.watch("reject", answered.id)
    brief(friday, "2026-11-20")
    assert next(q for q in friday.questions() if q.id == answered.id).state == "open"
    assert friday.undo() == ("question", (answered.id,))
    assert next(q for q in friday.questions() if q.id == answered.id) == answered
    friday.watch("edit", answered.id, "Will Tessamart buy the stores?")
    assert next(q for q in friday.questions() if q.id == answered.id).state == "answered"


def test_seven_days_roll_up_into_one(desks) -> None:  # type: ignore[no-untyped-def]
    monday, friday = desks("2026-11-16"), desks("2026-11-20")
    with pytest.raises(BriefingError):
        friday.week()
    monday.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    brief(monday, "2026-11-16")
    friday.add_line(line("2", "Copperline signs deal with Tessamart", SIGNED, "2026-11-20"))
    brief(friday, "2026-11-20")
    week = friday.week()
    assert len(week.stories) == 1
    assert week.articles_read == 2
    assert not any("no issue" in line for line in week.verify)
    friday.add_line(line("3", "Kitewell names Paula Renner finance chief", TOYS, "2026-11-18"))
    assert "no issue: 2026-11-18." in friday.week().verify[0]
    assert "no issue: 2026-11-18." in friday.render(friday.week(), "text")


def test_a_company_page_holds_its_stories_in_order(desks) -> None:  # type: ignore[no-untyped-def]
    desk = desks("2026-11-20")
    desk.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    desk.add_line(line("3", "Kitewell names Paula Renner finance chief", TOYS, "2026-11-18"))
    page = desk.company("Tessamart")
    assert [e.date for e in page.entries] == ["2026-11-16"]
    assert "Tessamart" in desk.render(page, "markdown")


def test_two_runs_make_one_briefing(desks) -> None:  # type: ignore[no-untyped-def]
    desk = desks("2026-11-16")
    desk.add_line(line("1", "Tessamart offers $310 million for 42 stores", OFFER, "2026-11-16"))
    with desk.archive.lock("daily 2026-11-16"), pytest.raises(StoreError):
        desks("2026-11-16").archive.lock("daily 2026-11-16").__enter__()


def test_a_briefing_of_sources_is_not_kept(desks, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "offer.txt").write_text(f"Tessamart offers $310 million\n\n{OFFER}")
    desk = desks("2026-11-16")
    issue = list(desk.brief(sources=[str(tmp_path / "offer.txt")]))[-1]
    assert isinstance(issue, Briefing)
    assert not (tmp_path / "archive.db").exists()


def test_a_card_of_the_archive_is_kept(desks) -> None:  # type: ignore[no-untyped-def]
    desk = desks("2026-11-16")
    added = desk.add_line(line("1", "Tessamart offers $310 million", OFFER, "2026-11-16"))
    card = list(desk.summarise(added.article.id))[-1]
    assert isinstance(card, Card)
    assert desk.card(added.article.id) == card


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.3, 0.6, 0.9, 1.2])
def test_kill_in_the_middle_leaves_a_sound_archive_and_no_half_file(
    tmp_path: Path, moment: float
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(60):
        text = OFFER.replace("Tessamart", f"Tessa{number}mart").replace("310", str(310 + number))
        (folder / f"{number:02}.txt").write_text(f"Tessa{number}mart offers money\n\n{text}")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "briefing", "--data", str(tmp_path / "data")]
    for more in (["add", str(folder)], ["daily", str(folder), "--out", f"{out}/"]):
        process = subprocess.Popen([*command, *more], stdout=-3, stderr=-3)
        time.sleep(moment)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert not [p for p in (out.iterdir() if out.exists() else ()) if p.suffix != ".md"]
    settings = config.load(None, env={}, flags={"data": str(tmp_path / "data")})
    desk = Desk(settings)
    assert desk.archive.check() == []
    list(desk.add([str(folder)]))
    assert desk.count() == 60
