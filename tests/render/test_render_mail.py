"""Mail: a message that any program reads, the same bytes each time, its doubt in the subject."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.message import EmailMessage

import pytest
import specimens

from briefing.errors import ConfigError
from briefing.models import Briefing
from briefing.render import mail, text

HEAD = mail.Letterhead("News <news@shop.example>", ("ann@shop.example", "bo@shop.example"))


def read(message: bytes) -> EmailMessage:
    return email.message_from_bytes(message, policy=email.policy.default)  # type: ignore[return-value]


def bodies(message: bytes) -> tuple[str, str]:
    parsed = read(message)
    found = [parsed.get_body((kind,)) for kind in ("plain", "html")]
    return tuple(str(p.get_content()).replace("\r\n", "\n") for p in found if p)  # type: ignore[return-value]


def test_text_comes_first_and_is_the_text_form() -> None:
    b = specimens.briefing()
    message = mail.briefing(b, HEAD)
    assert [p.get_content_type() for p in read(message).walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert bodies(message)[0] == text.briefing(b)
    assert bodies(mail.card(specimens.card()))[0] == text.card(specimens.card())


def test_html_says_what_the_text_says() -> None:
    b = specimens.briefing(5, 6)
    page = bodies(mail.briefing(b))[1]
    for story in b.stories:
        assert story.headline in page
    for item in b.also:
        assert item.text in page
    for label in ("By the numbers", "Watchlist", "To verify", "Sources", "6 stories in 4 days"):
        assert label in page


def test_the_date_is_that_of_the_issue() -> None:
    b = specimens.briefing()
    assert read(mail.briefing(b))["date"] == "Fri, 26 Jan 2018 00:00:00 +0000"
    berlin = replace(b, window=("2018-01-22T23:00:00Z", "2018-01-26T23:00:00Z"))
    assert read(mail.briefing(berlin))["date"] == "Thu, 25 Jan 2018 23:00:00 +0000"
    no_window = replace(b, window=(None, None))
    assert read(mail.briefing(no_window))["date"] == "Fri, 26 Jan 2018 00:00:00 +0000"


def test_one_issue_has_one_message_id() -> None:
    b = specimens.briefing()
    renewed = replace(b, top_line="Another top line.")
    one = read(mail.briefing(b, HEAD))["message-id"]
    assert re.fullmatch(r"<[0-9a-f]{32}@shop\.example>", one)
    assert read(mail.briefing(renewed, HEAD))["message-id"] == one
    others = [
        mail.briefing(specimens.briefing(date="2018-01-27"), HEAD),
        mail.briefing(b, HEAD._replace(to=("cy@shop.example",))),
        mail.card(specimens.card(), HEAD),
    ]
    assert len({one, *(read(m)["message-id"] for m in others)}) == 4


@pytest.mark.parametrize(
    ("headline", "status", "subject"),
    [
        ("Northgate opens", "announced", "Northgate opens"),
        ("Northgate may buy Pellworth", "rumour", "Rumour: Northgate may buy Pellworth"),
        ("Rumour of a sale", "rumour", "Rumour of a sale"),
        (
            "Northgate may buy Pellworth and all of its two thousand shops in the north of town",
            "rumour",
            "Rumour: Northgate may buy Pellworth and all of its two thousand shops…",
        ),
        ("词" * 100, "announced", "词" * 69 + "…"),
    ],
)
def test_the_subject_keeps_the_doubt(headline: str, status: str, subject: str) -> None:
    card = specimens.card(1, headline, status)  # type: ignore[arg-type]
    written = read(mail.card(card))["subject"]
    assert written == subject and len(written) <= 70


def test_a_quiet_day_has_a_subject_too() -> None:
    assert read(mail.briefing(Briefing(date="2018-01-26")))["subject"] == (
        "Retail briefing, 2018-01-26"
    )


def test_lists_are_named_and_can_be_left() -> None:
    head = HEAD._replace(
        list_id="news.shop.example", unsubscribe=("mailto:off@shop.example", "https://x.example/u")
    )
    parsed = read(mail.briefing(specimens.briefing(), head))
    assert parsed["list-id"] == "<news.shop.example>"
    assert parsed["list-unsubscribe"] == "<mailto:off@shop.example>, <https://x.example/u>"
    assert parsed["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
    only_mail = read(
        mail.briefing(specimens.briefing(), head._replace(unsubscribe=("mailto:a@b.c",)))
    )
    assert "list-unsubscribe-post" not in only_mail
    plain = read(mail.briefing(specimens.briefing(), HEAD))
    assert "list-id" not in plain and "list-unsubscribe" not in plain
    assert parsed["auto-submitted"] == plain["auto-submitted"] == "auto-generated"


@pytest.mark.parametrize("count", [1, 20, 60])
def test_the_page_stays_below_what_mail_programs_show(count: int) -> None:
    message = mail.briefing(specimens.briefing(count, count))
    page = bodies(message)[1]
    assert len(page.encode()) <= 80_000
    assert page.count("<table") == page.count("</table>")
    assert page.rstrip().endswith("</html>")


def test_an_issue_too_long_for_a_page_is_attached_whole() -> None:
    b = specimens.briefing(80, 30)
    parsed = read(mail.briefing(b, HEAD))
    (attached,) = parsed.iter_attachments()
    assert attached.get_filename() == "2018-01-26.html"
    assert b.stories[-1].headline in attached.get_content()
    plain, page = bodies(bytes(parsed))
    assert "in the attached page" in page and b.stories[-1].headline in plain
    assert page.count("<div><h3") == page.count("</p></div>") - 1  # the head has one


def test_a_preheader_is_hidden_and_short() -> None:
    b = replace(specimens.briefing(), top_line="word " * 100)
    page = bodies(mail.briefing(b))[1]
    found = re.search(r'<div style="display:none[^"]*">([^<]*)</div>', page)
    assert found and len(found[1]) <= mail.PREHEADER


def test_the_page_works_where_style_sheets_are_dropped() -> None:
    page = bodies(mail.briefing(specimens.briefing()))[1]
    assert "prefers-color-scheme:dark" in page
    bare = re.sub(r"<style>.*?</style>", "", page)
    assert "http-equiv" not in page and "<link" not in page and "url(" not in page
    for tag in ("h1", "h2", "h3", "p", "ul", "li", "td"):
        assert re.search(rf'<{tag}[^>]* style="', bare), tag
    assert "<article" not in page and "<svg" not in page


@pytest.mark.parametrize(
    "address", ["", "no-at-sign", "two@at@signs", "ä@shop.example", "a@", "@b", "a b@c.d"]
)
def test_an_address_that_cannot_be_right_is_refused(address: str) -> None:
    with pytest.raises(ConfigError):
        mail.briefing(specimens.briefing(), HEAD._replace(to=(address,)))


def test_an_address_cannot_add_a_header() -> None:
    head = HEAD._replace(sender="News\r\nBcc: x@evil.example <news@shop.example>")
    try:
        written = mail.briefing(specimens.briefing(), head)
    except ConfigError:
        return
    assert "bcc" not in read(written)


def test_a_domain_may_have_accents() -> None:
    written = mail.briefing(specimens.briefing(), HEAD._replace(to=("ann@bücher.example",)))
    assert read(written)["to"] == "ann@xn--bcher-kva.example"


@pytest.mark.parametrize(
    "way", ["http://x.example", "javascript:1", "https://x.example/>,<mailto:y"]
)
def test_a_way_out_must_be_a_safe_address(way: str) -> None:
    with pytest.raises(ConfigError):
        mail.briefing(specimens.briefing(), HEAD._replace(unsubscribe=(way,)))


def test_lines_are_short_and_end_as_mail_wants() -> None:
    b = specimens.briefing(30, 10, specimens.HOSTILE)
    written = mail.briefing(b, HEAD)
    assert max(map(len, written.split(b"\r\n"))) <= 998
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", written)
    assert written.isascii()
