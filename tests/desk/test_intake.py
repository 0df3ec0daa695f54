"""What is taken in: lines, pages and folders, and what is refused before it can do harm."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.desk import intake
from briefing.desk.events import SourceRefused
from briefing.errors import BriefingError
from briefing.models import Article, Page

NOW = "2026-11-27T08:00:00Z"
LETTER = """From: Retail News <news@retail.example>
Subject: Brambleway to close 12 stores
Date: {date}
Content-Type: text/plain

Brambleway said on Monday it would close 12 stores by March and cut 400 jobs. Sales fell 3% to
$2.1 billion in the year to July. Chief Executive Ann Roe said the chain would keep its 300 other
stores open by the end of next year.
"""


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026-11-20T06:30", "2026-11-20T06:30"),
        ("2026-11-20T06:30:00Z", "2026-11-20T06:30:00Z"),
        ("20261120", "2026-11-20"),
        ("Fri, 20 Nov 2026 06:30:00 +0000", "2026-11-20T06:30:00+00:00"),
        ("", None),
        (None, None),
    ],
)
def test_the_date_of_a_line_is_kept_in_iso_form(given: str | None, kept: str | None) -> None:
    article = intake.of_line({"id": 1, "title": "T", "text": "Text.", "published": given})
    assert article.published == kept


@pytest.mark.parametrize("given", ["x", 5, "9999-12-31", "0001-01-01", "2026-W47-5", "2026-13-01"])
def test_a_line_with_an_impossible_date_is_refused_by_name(given: object) -> None:
    with pytest.raises(ValueError, match="'published' must be a date"):
        intake.of_line({"id": 1, "title": "T", "text": "Text.", "published": given})


def _only_article(page: Page) -> Article:
    (found,) = intake.of_pages([page], now=NOW)
    assert not isinstance(found, SourceRefused)
    return found[1]


@pytest.mark.parametrize(
    "date", ["Fri, 31 Dec 9999 23:59:59 +0000", "Mon, 20 Nov 2199 06:00:00 +0000"]
)
def test_a_page_keeps_no_date_that_cannot_be_its_own(date: str) -> None:
    page = Page(origin="letter.eml", body=LETTER.format(date=date).encode())
    ((_, article),) = [
        f for f in intake.of_pages([page], now=NOW) if not isinstance(f, SourceRefused)
    ]
    assert article.text
    assert article.published is None


@pytest.mark.parametrize(
    ("day", "kept"), [("28 November 2026", "2026-11-28"), ("30 November 2026", None)]
)
def test_a_printed_date_is_not_believed_before_it_comes(day: str, kept: str | None) -> None:
    told = LETTER.partition("\n\n")[2]
    page = Page(origin="a.txt", body=f"Brambleway to close shops\n\n{day}\n\n{told}".encode())
    assert _only_article(page).published == kept


def test_a_page_without_a_word_of_text_is_no_article() -> None:
    bare = Article(id="a", title="Brambleway to close 12 stores", text="", verdict="too_short")
    assert isinstance(intake.unreadable("page.html", bare), BriefingError)
    assert intake.unreadable("page.html", replace(bare, text="It said so.")) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Brambleway shuts 12 stores.")
    found = list(intake.pages([str(tmp_path)], lambda: pytest.fail("nothing is fetched")))
    assert [one.origin for one in found] == [str(tmp_path / "b.txt")]


def test_what_a_feed_announces_without_a_text_is_news() -> None:
    told = Article(
        id="a", title="Brambleway to close 12 stores", url="https://b.example/1", text="",
        verdict="too_short",
    )  # fmt: skip
    assert intake.unreadable("feed.xml", told) is None


def test_a_line_without_a_text_is_read_from_its_page() -> None:
    page = "<p>Northgate will close 14 of its stores in the north by March, it said. \ud800</p>"
    article = intake.of_line({"id": None, "title": "T", "text": None, "html": page})
    assert article.text.startswith("Northgate will close 14 of its stores")


@pytest.mark.parametrize("line", [{"text": None}, {"text": 5}, {"text": None, "html": None}])
def test_nothing_is_made_of_a_line_that_has_no_text(line: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="text"):
        intake.of_line({"id": None, "title": "T", **line})
