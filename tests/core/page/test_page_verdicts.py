"""Walls, lists and scraps are told from articles; no article is ever called a wall."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefing.core.page import extract, verdict
from briefing.models import Page

sys.path.insert(0, str(Path(__file__).parent))
import walls

CASES = list(walls.cases())
STORY = (
    "Fennmarket will open six stores in the north of the country next year, the grocer said on "
    "Tuesday, and hire about four hundred people for them. ",
    "Sales rose 3.1% to $2.4 billion in the third quarter, helped by frozen food and by shoppers "
    "who cook at home more often than a year ago, it said in a statement. ",
    "“We have looked at these towns for a long time,” said Chief Executive Mara Lind, who took the "
    "post in May. She expects the stores to make a profit in their second year. ",
    "Analysts were less sure. Two rivals already run stores in all of the towns, and a third is "
    "looking for sites, according to a report that the adviser Calder Row sent to its clients. ",
    "The company will report results for the full year on March 4 and plans to name the first two "
    "towns then. It did not say how much it would spend on the stores in all. ",
)
AROUND = {
    "cookie bar": "<div><p>We use cookies. Accept all or manage preferences. Your privacy matters, "
    "see our cookie policy.</p></div>",
    "consent dialog": "<div role='dialog'><h2>We value your privacy</h2><p>We and our 212 partners "
    "use cookies.</p><button>Accept all</button></div>",
    "newsletter": "<aside><p>Sign up for our newsletter.</p></aside>",
    "members banner": "<div><p>You have 2 free articles left this month. Subscribe now.</p></div>",
    "log in": "<div><a href='/login'>Already a subscriber? Log in</a></div>",
    "captcha form": "<form><p>Leave a reply</p><p>Please solve the captcha.</p></form>",
    "link list": "<ul>"
    + "".join(f"<li><a href='/{i}'>Another story {i}</a></li>" for i in range(40))
    + "</ul>",
    "script notice": "<noscript>Please enable JavaScript.</noscript>",
}


@pytest.mark.parametrize(("want", "name", "page"), CASES, ids=[f"{k}: {n}" for k, n, _ in CASES])
def test_a_page_that_is_no_article_is_named(want: str, name: str, page: str) -> None:
    found = extract.readings(Page(origin="x", body=page.encode()), kind="html")[0]
    assert found.verdict == want


def test_there_are_forty_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("name", AROUND)
@pytest.mark.parametrize("place", ["before", "after"])
def test_an_article_is_no_wall_for_what_stands_around_it(name: str, place: str) -> None:
    story = "<article><h1>Fennmarket plans stores in the north</h1>" + "".join(
        f"<p>{p}</p>" for p in STORY
    )
    parts = [AROUND[name], story + "</article>"]
    page = f"<html><body>{''.join(parts if place == 'before' else parts[::-1])}</body></html>"
    found = extract.articles(Page(origin="x", body=page.encode()))[0]
    assert found.verdict == "article"
    assert all(p.strip() in found.text for p in STORY)


@pytest.mark.parametrize(
    "about",
    [
        "The regulator fined the marketplace for its consent banner: shoppers could accept all "
        "cookies with one click but needed five to reject all of them. ",
        "The publisher says that readers who reach the limit of free articles and are asked to "
        "subscribe to continue reading leave the site in nine of ten cases. ",
        "Shoppers must now verify that they are human by solving a captcha before they may buy. ",
    ],
)
def test_an_article_about_walls_is_an_article(about: str) -> None:
    assert verdict.judge(about + "".join(STORY), marks=about + "".join(STORY)) == "article"


def test_a_paywalled_page_keeps_what_can_be_read() -> None:
    page = next(p for kind, _, p in CASES if kind == "paywall")
    found = extract.articles(Page(origin="x", body=page.encode()))[0]
    assert "Fennmarket will open six stores" in found.text
