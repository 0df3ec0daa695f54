"""A page that states no date has none; a page that states one keeps it, zone and all."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from briefing.core.page import dates, extract
from briefing.core.page.sniff import Kind
from briefing.models import Page

PROSE = (
    "Kitewell will open eight stores next year, the toy retailer said, and hire two hundred people. "
    "The company did not say where they would be, and its shares were little changed. "
)
# Each stands somewhere on a page that says nowhere when it was published.
UNDATED = {
    "year in text": f"<p>{PROSE}It was founded in 2014.</p>",
    "full date in text": f"<p>{PROSE}The first will open on March 4, 2027.</p>",
    "iso date in text": f"<p>{PROSE}The contract of 2025-03-14 stays in force.</p>",
    "german date in text": f"<p>{PROSE}Der Vertrag vom 14.03.2025 gilt weiter.</p>",
    "chinese date in text": f"<p>{PROSE}公司于2025年3月14日成立。</p>",
    "date at the start of a paragraph": f"<p>On 3 May 2025 it had closed two. {PROSE}</p>",
    "dated quotation": f"<blockquote>“We started on 1 June 2019,” she said.</blockquote><p>{PROSE}</p>",
    "copyright": f"<p>{PROSE}</p><footer>© 2026 Till News</footer>",
    "full copyright": f"<p>{PROSE}</p><footer>Copyright 1 January 2026 Till News</footer>",
    "copyright range": f"<p>{PROSE}</p><div class='footer'>1999-2026 Till News</div>",
    "founded line": f"<p>Founded May 2, 1998</p><p>{PROSE}</p>",
    "event in a box": f"<div class='event'><p>Retail Summit: 12 March 2027</p></div><p>{PROSE}</p>",
    "event near the title": f"<p>Join us on March 12, 2027</p><p>{PROSE}</p>",
    "webinar": f"<p>Webinar: April 8, 2027, register now</p><p>{PROSE}</p>",
    "deadline": f"<p>Deadline: 30 June 2027</p><p>{PROSE}</p>",
    "sale": f"<p>Sale ends December 24, 2026</p><p>{PROSE}</p>",
    "validity": f"<p>Valid until 31.12.2026</p><p>{PROSE}</p>",
    "ticket line": f"<p>Early tickets until 15 December 2026</p><p>{PROSE}</p>",
    "issue line": f"<p>Issue of March 2025, vol. 12</p><p>{PROSE}</p>",
    "related story": f"<p>{PROSE}</p><aside class='related'><time datetime='2026-10-02'>2 October "
    "2026</time><a href='/a'>Another story</a></aside>",
    "recommended list": f"<p>{PROSE}</p><div class='recommended'><span class='date'>2 October 2026"
    "</span><a href='/a'>Another story</a></div>",
    "sidebar": f"<div class='sidebar'><span class='post-date'>1 October 2026</span></div><p>{PROSE}</p>",
    "latest widget": f"<p>{PROSE}</p><div class='widget latest'><time datetime='2026-10-02'>2 Oct"
    "</time></div>",
    "comments": f"<p>{PROSE}</p><div class='comments'><time datetime='2026-11-02'>2 November 2026"
    "</time><p>I like toys.</p></div>",
    "comment stamps": f"<p>{PROSE}</p><div class='comment'><span class='comment-date'>3 May 2026"
    "</span><p>Nice.</p></div>",
    "footer date": f"<p>{PROSE}</p><footer><span class='date'>Site built 4 May 2025</span></footer>",
    "navigation": f"<nav><time datetime='2026-11-20'>Friday 20 November 2026</time></nav><p>{PROSE}</p>",
    "table of dates": "<table><tr><th>Store</th><th>Opens</th></tr><tr><td>Ghent</td><td>4 March "
    f"2027</td></tr><tr><td>Lille</td><td>8 April 2027</td></tr></table><p>{PROSE}</p>",
    "list of dates": f"<p>{PROSE}</p><ul><li>Ghent, from 4 March 2027</li><li>Lille, from 8 April "
    "2027</li></ul>",
    "figure caption": f"<figure><img src='a.jpg'><figcaption>A store in Ghent in May 2024 (photo of "
    f"3 May 2024 by the company)</figcaption></figure><p>{PROSE}</p>",
    "blank dateline": f"<p class='byline'>Written by Mara Lind Published on   2 mins read</p><p>{PROSE}</p>",
    "empty time": f"<time datetime=''></time><p>{PROSE}</p>",
    "broken time": f"<time datetime='soon'>soon</time><p>{PROSE}</p>",
    "relative time": f"<time>3 hours ago</time><p>{PROSE}</p>",
    "open order": f"<p class='date'>03/04/2025</p><p>{PROSE}</p>",
    "impossible date": f"<p class='date'>31 February 2026</p><p>{PROSE}</p>",
    "month only": f"<p class='date'>November 2026</p><p>{PROSE}</p>",
    "year only": f"<p class='date'>2026</p><p>{PROSE}</p>",
    "phone number": f"<p>Call 020 2611 2026</p><p>{PROSE}</p>",
    "order number": f"<p>Ref. 20261120001</p><p>{PROSE}</p>",
    "price range": f"<p>From 20.11 to 20.26 euros</p><p>{PROSE}</p>",
    "version": f"<p>Version 2026.11.3</p><p>{PROSE}</p>",
    "period": f"<p>The 12 weeks from 1 August 2026 to 24 October 2026</p><p>{PROSE}</p>",
    "meta without a date": f"<meta property='article:published_time' content=''><p>{PROSE}</p>",
    "meta nonsense": f"<meta name='date' content='yesterday'><p>{PROSE}</p>",
    "json without a date": '<script type=\'application/ld+json\'>{"@type": "NewsArticle", '
    f'"headline": "x", "datePublished": null}}</script><p>{PROSE}</p>',
    "json of an event": '<script type=\'application/ld+json\'>{"@type": "Event", "startDate": '
    f'"2027-03-12"}}</script><p>{PROSE}</p>',
    "only modified": f"<meta property='article:modified_time' content='2026-11-02T10:00:00Z'><p>{PROSE}</p>",
}
DATED = {
    "json-ld": (
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "datePublished": '
        '"2026-11-20T16:20:00-05:00"}</script>',
        "2026-11-20T16:20:00-05:00",
    ),
    "open graph": (
        "<meta property='article:published_time' content='2026-11-20T16:20:00+0100'>",
        "2026-11-20T16:20:00+01:00",
    ),
    "meta date": ("<meta name='date' content='2026-11-20'>", "2026-11-20"),
    "published_on": (
        "<meta name='published_on' content='2026-11-20T21:00:00.000Z'>",
        "2026-11-20T21:00:00+00:00",
    ),
    "microdata": (
        "<span itemprop='datePublished' content='2026-11-20T08:00:00Z'>20 Nov</span>",
        "2026-11-20T08:00:00+00:00",
    ),
    "time element": (
        "<time datetime='2026-11-20T08:00:00+08:00'>20 November 2026</time>",
        "2026-11-20T08:00:00+08:00",
    ),
    "printed": ("<p>By Mara Lind | November 20, 2026</p>", "2026-11-20"),
    "german": ("<p>Stand: 20.11.2026, 08:15 Uhr</p>", "2026-11-20"),
    "short german": ("<p>Fr 20.11.26 | 14:07 Uhr</p>", "2026-11-20"),
    "chinese": ("<p>2026年11月20日 10:20</p>", "2026-11-20"),
    "french": ("<p>Publié le 20 novembre 2026 à 8h</p>", "2026-11-20"),
    "clear figures": ("<p>11/20/2026</p>", "2026-11-20"),
    "abbr": (
        "<abbr class='published' title='2026-11-20T10:52:00+02:00'>10:52</abbr>",
        "2026-11-20T10:52:00+02:00",
    ),
    "before its update": (
        "<p>Published November 20, 2026</p><p>Updated November 24, 2026</p>",
        "2026-11-20",
    ),
    "first of two statements": (
        "<meta property='article:published_time' content='2026-11-22T10:00:00Z'>"
        "<span itemprop='datePublished' content='2026-11-20T10:00:00Z'></span>",
        "2026-11-20T10:00:00+00:00",
    ),
}


def _read(body: str, url: str | None = None) -> str | None:
    page = f"<html><head><title>Kitewell to open stores</title></head><body><h1>Kitewell to open stores</h1>{body}<p>{PROSE}</p></body></html>"
    return extract.articles(Page(origin="x", body=page.encode(), url=url), kind="html")[0].published


@pytest.mark.parametrize("name", UNDATED)
def test_no_date_is_invented(name: str) -> None:
    assert _read(UNDATED[name]) is None


def test_there_are_forty_undated_pages() -> None:
    assert len(UNDATED) >= 40


@pytest.mark.parametrize("name", DATED)
def test_a_stated_date_is_kept(name: str) -> None:
    body, want = DATED[name]
    assert _read(body) == want


def test_the_address_may_name_the_day() -> None:
    assert _read("", "https://till.example/2026/11/20/stores") == "2026-11-20"
    assert _read("", "https://till.example/2026/stores-20") is None


@pytest.mark.parametrize(
    "line",
    UNDATED_LINES := [
        "Published on   2 mins read",
        "Founded 12 May 1998 in Ghent",
        "Sale ends December 24, 2026",
        "3 hours ago",
    ],
)
def test_a_dump_without_a_date_has_none(line: str) -> None:
    dump = (
        f"Kitewell to open stores | Till News\nMENU\nKitewell to open stores\n\n{line}\n\n"
        + "\n\n".join([PROSE] * 4)
    )
    found = extract.articles(Page(origin="x", body=dump.encode()), kind="dump")[0]
    assert found.published is None


# What a plain text prints above its story, or opens it with.
HEADS = {
    "month in full": "November 20, 2026\n\n",
    "by-line and day": "By Mara Lind | November 20, 2026\n\n",
    "published": "Published 20 November 2026\n\n",
    "updated": "Updated: November 20, 2026 9:30 am ET\n\n",
    "update above its story's day": "Updated 24 November 2026\nPublished 20 November 2026\n\n",
    "weekday": "Friday, November 20, 2026\n\n",
    "time of day that ends with a stop": "Nov. 20, 2026 at 9:30 a.m.\n\n",
    "iso": "2026-11-20 09:30\n\n",
    "german": "20. November 2026, 09:30 Uhr\n\n",
    "french": "Publié le 20 novembre 2026 à 9h30\n\n",
    "chinese": "2026年11月20日 09:30 来源：新华网\n\n",
    "japanese": "公開日：2026/11/20\n\n",
    "dateline": "GHENT, Nov 20, 2026 - ",
    "dateline with an agency": "GHENT, Nov. 20, 2026 (TRADE NEWSWIRE) -- ",
    "dateline after a dash": "GHENT - November 20, 2026 - ",
    "german dateline": "Berlin, 20. November 2026 – ",
    "french dateline": "PARIS, le 20 novembre 2026 – ",
}
FORMS = {
    "text": "Kitewell to open stores\n\n{}" + "\n\n".join([PROSE] * 4),
    "markdown": "# Kitewell to open stores\n\n{}" + "\n\n".join([PROSE] * 4),
    "dump": "Kitewell to open stores | Till News\nMENU\nShare\nKitewell to open stores\n\n{}"
    + "\n\n".join([PROSE] * 4)
    + "\nRelated\nAnother story\n2 January 2025\n© 3 January 2026 Till News",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("head", HEADS)
def test_the_date_above_a_plain_story_is_its_own(form: Kind, head: str) -> None:
    body = FORMS[form].format(HEADS[head]).encode()
    found = extract.articles(Page(origin="x", body=body), kind=form)[0]
    assert found.title == "Kitewell to open stores"
    assert (found.published or "")[:10] == "2026-11-20"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "told",
    [
        "On 3 May 2025, it had closed two. ",
        "Kitewell, founded on 3 May 2004, sells toys. ",
        "Kitewell, June 3, 2004 - its first day on the exchange - is not forgotten. ",
        "When: 30 November 2027\n\n",
    ],
)
def test_a_date_inside_a_plain_story_is_not(form: Kind, told: str) -> None:
    body = FORMS[form].format(told).partition("\nRelated")[0].encode()
    assert extract.articles(Page(origin="x", body=body), kind=form)[0].published is None


def test_a_page_may_print_its_day_in_the_dateline_alone() -> None:
    assert _read("<p>GHENT, Nov 20, 2026 - " + PROSE + "</p>") == "2026-11-20"


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ("2026-11-20", "2026-11-20"),
        ("20261120", "2026-11-20"),
        ("2026-11-20T08:00:00Z", "2026-11-20T08:00:00+00:00"),
        ("Fri, 20 Nov 2026 08:00:00 GMT", "2026-11-20T08:00:00+00:00"),
        ("2026-13-40", None),
        ("1026-11-20", None),
        ("", None),
        (None, None),
        ("x" * 200, None),
    ],
)
def test_machine_dates(value: str | None, want: str | None) -> None:
    assert dates.iso(value) == want


def test_a_clock_of_endless_digits_is_no_date() -> None:
    assert dates.iso("Thu 9 Nov 6 0:11111111111") is None
