"""What every implementation of `desk.ports.Archive` must do, as a class of tests.

A test module of an implementation inherits it and gives the fixture `make`: a function that opens
the archive of a folder (the same folder again gives the same archive).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.desk.ports import Archive
from briefing.errors import BriefingError, StoreError
from briefing.models import (
    Article,
    ArticleRef,
    Card,
    Feed,
    Parcel,
    Point,
    Question,
    Status,
)

Make = Callable[[Path], Archive]
DAY = "2026-11-24T08:00:00Z"
FEED = "https://news.example/feed.xml"
BODY = (
    "Northgate Grocers said on Tuesday that it will close fourteen stores in the Midwest.\n\n"
    "The chain, which employs 31,000 people, blamed rents that have risen by 12.4 percent.\n\n"
    "Shares fell 3 percent in early trading after the announcement was filed.\n\n"
    "Analysts at Pellworth had expected fewer closures than the company named.\n\n"
    "A spokesperson declined to say which towns will lose their only supermarket.\n\n"
    "The first doors shut in January, and the last are due before the summer."
)
OTHER = (
    "Arden Fashion opened a warehouse near Leeds that can send 90,000 parcels a night.\n\n"
    "Robots built by a local firm carry shelves to people who pick and pack the orders.\n\n"
    "The company signed a lease of fifteen years and hired six hundred staff in the autumn.\n\n"
    "Rival chains have opened smaller sites nearby since the motorway was widened.\n\n"
    "Unions said that the pay is above that of other warehouses in the county."
)


def article(id: str, title: str = "A title", text: str = BODY, **more: object) -> Article:
    """Return an article with an address of its own."""
    values: dict[str, object] = {"url": f"https://news.example/{id}", "site": "Retail Ledger"}
    return Article(id=id, title=title, text=text, **(values | more))  # type: ignore[arg-type]


def card(status: str = "reported", headline: str = "A headline") -> Card:
    """Return a small card."""
    return Card(id="c", status=status, headline=headline, lede=Point(text="It."))  # type: ignore[arg-type]


class ArchiveContract:
    """Inherit and give `make`."""

    @pytest.fixture
    def archive(self, make: Make, tmp_path: Path) -> Iterator[Archive]:
        """Open an archive that is closed in the end and must then be sound."""
        archive = make(tmp_path)
        yield archive
        assert archive.check() == []
        archive.close()

    # ------------------------------------------------------------------ arriving

    def test_a_new_article_is_kept_as_it_is(self, archive: Archive) -> None:
        full = article(
            "a",
            authors=("Zhao Xiaochun", "A. B."),
            editor="E.",
            published="2026-11-24T09:30:00+08:00",
            language="en",
            image="https://news.example/i.jpg",
            caption="A shop",
        )
        assert archive.articles.add(full, arrived=DAY) == ("a", "new")
        assert archive.articles.get("a") == full
        assert archive.articles.get("b") is None

    def test_the_same_again_is_known(self, archive: Archive) -> None:
        archive.articles.add(article("a"), arrived=DAY)
        assert archive.articles.add(article("a"), arrived=DAY) == ("a", "known")
        assert archive.articles.versions("a") == []

    def test_a_changed_text_updates_and_the_earlier_one_is_kept(self, archive: Archive) -> None:
        first, second = article("a"), article("a", text=BODY + "\n\nCorrected on Wednesday.")
        archive.articles.add(first, arrived=DAY)
        assert archive.articles.add(second, arrived=DAY) == ("a", "updated")
        assert archive.articles.get("a") == second
        assert archive.articles.versions("a") == [first]
        assert archive.articles.count("corrected") == 1
        third = replace(second, title="Another title")
        archive.articles.add(third, arrived=DAY)
        assert archive.articles.versions("a") == [first, second]

    @pytest.mark.parametrize(
        "verdict", ["consent_wall", "link_list", "too_short", "empty", "paywall"]
    )
    def test_a_worse_verdict_never_overwrites(self, archive: Archive, verdict: str) -> None:
        archive.articles.add(article("a"), arrived=DAY)
        wall = article("a", title="Before you go on", text="We value cookies.", verdict=verdict)
        assert archive.articles.add(wall, arrived=DAY) == ("a", "known")
        assert archive.articles.get("a") == article("a")

    def test_a_better_verdict_overwrites(self, archive: Archive) -> None:
        archive.articles.add(article("a", text="Stub.", verdict="too_short"), arrived=DAY)
        assert archive.articles.add(article("a"), arrived=DAY) == ("a", "updated")
        assert archive.articles.get("a") == article("a")

    def test_a_teaser_does_not_replace_the_full_text(self, archive: Archive) -> None:
        full = article("a", text=f"{BODY}\n\n{OTHER}")
        archive.articles.add(full, arrived=DAY)
        archive.articles.add(article("a", text=BODY[:90]), arrived=DAY)
        assert archive.articles.get("a") == full

    def test_what_only_the_other_reading_knows_is_taken(self, archive: Archive) -> None:
        archive.articles.add(article("a", published="2026-11-23"), arrived=DAY)
        again = article("a", text=BODY + "\n\nMore.", authors=("Ann Bell",))
        archive.articles.add(again, arrived=DAY)
        kept = archive.articles.get("a")
        assert kept == replace(again, published="2026-11-23")

    def test_a_date_learned_later_moves_the_article(self, archive: Archive) -> None:
        archive.articles.add(article("a"), arrived=DAY)
        archive.articles.add(article("b", text=OTHER, published="2026-11-01"), arrived=DAY)
        archive.articles.add(article("a", published="2026-10-01"), arrived=DAY)
        assert archive.articles.ids() == ["b", "a"]
        assert archive.articles.ids("fourteen") == ["a"]

    def test_tracking_parameters_do_not_make_another_article(self, archive: Archive) -> None:
        archive.articles.add(article("a"), arrived=DAY)
        found = archive.articles.by_url("http://www.news.example/a/?utm_source=mail#top")
        assert found == article("a")
        assert archive.articles.by_url("https://news.example/other") is None

    def test_one_page_in_two_feeds_is_one_article(self, archive: Archive) -> None:
        add = archive.articles.add
        assert add(article("a"), arrived=DAY, feed=FEED) == ("a", "new")
        assert add(article("a"), arrived=DAY, feed=FEED) == ("a", "known")
        assert add(article("a"), arrived=DAY, feed="https://other.example/rss") == ("a", "copy")
        assert archive.articles.ids(f'feed:"{FEED}"') == ["a"]
        assert archive.articles.ids('feed:"https://other.example/rss"') == ["a"]

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(BODY, id="word for word"),
            pytest.param(BODY.replace("said on Tuesday", "said late on Tuesday"), id="edited"),
            pytest.param(BODY.replace("\n\n", " "), id="other paragraphs"),
            pytest.param(BODY[: BODY.rindex("\n\n")], id="the last paragraph cut"),
        ],
    )
    def test_a_copy_is_one_article_with_two_sources(self, archive: Archive, text: str) -> None:
        archive.articles.add(article("a"), arrived=DAY, feed=FEED)
        copy = article("b", text=text, url="https://copy.example/1", site="The Copyist")
        assert archive.articles.add(copy, arrived=DAY) == ("a", "copy")
        assert archive.articles.add(copy, arrived=DAY) == ("a", "known")
        assert archive.articles.count() == 1
        assert archive.articles.sources("a") == [
            ("Retail Ledger", "https://news.example/a"),
            ("The Copyist", "https://copy.example/1"),
        ]
        assert archive.articles.by_url("https://copy.example/1") == article("a")
        assert archive.articles.headlines()[0].sources == 2
        assert archive.articles.ids("site:copyist") == ["a"]

    def test_another_report_is_no_copy(self, archive: Archive) -> None:
        archive.articles.add(article("a"), arrived=DAY)
        assert archive.articles.add(article("b", text=OTHER), arrived=DAY) == ("b", "new")

    def test_many_in_one_go_keep_their_order(self, archive: Archive) -> None:
        added = archive.articles.add_many(
            [
                (article("a"), FEED, "guid-a"),
                (article("b", text=OTHER), FEED, "guid-b"),
                (article("c", url="https://copy.example/2"), None, None),
                (article("a"), FEED, "guid-a"),
            ],
            arrived=DAY,
        )
        assert added == [("a", "new"), ("b", "new"), ("a", "copy"), ("a", "known")]

    def test_an_entry_that_changes_its_link_is_followed_there(self, archive: Archive) -> None:
        archive.articles.add_many([(article("a"), FEED, "guid-a")], arrived=DAY)
        archive.feeds.note_entries(FEED, {"guid-a": ("print", "a")})
        there = article("b", url="https://news.example/moved")
        added = archive.articles.add_many([(there, FEED, "guid-a")], arrived=DAY)
        assert added == [("a", "updated")]
        kept = archive.articles.get("a")
        assert kept is not None and kept.url == "https://news.example/moved"
        assert archive.articles.headlines()[0].url == "https://news.example/moved"
        assert not archive.articles.versions("a")

    def test_a_text_without_an_address(self, archive: Archive) -> None:
        pasted = article("p", url=None, site=None)
        assert archive.articles.add(pasted, arrived=DAY) == ("p", "new")
        assert archive.articles.add(pasted, arrived=DAY) == ("p", "known")
        assert archive.articles.get("p") == pasted

    @pytest.mark.parametrize(
        "title", ["", "\x00nul", "a" * 10_000, "永辉超市", "' or 1=1 --", "{title} : x"]
    )
    def test_any_title_is_kept(self, archive: Archive, title: str) -> None:
        archive.articles.add(article("a", title=title), arrived=DAY)
        kept = archive.articles.get("a")
        assert kept and kept.title == title

    # ------------------------------------------------------------------ windows and lists

    def test_between_takes_the_window_oldest_first(self, archive: Archive) -> None:
        for id, published in (
            ("late", "2026-11-24T10:00:00Z"),
            ("early", "2026-11-24T09:00:00+08:00"),
            ("dated", "2026-11-24"),
            ("before", "2026-11-23T23:59:59Z"),
            ("end", "2026-11-25T00:00:00Z"),
        ):
            text = f"{id} is a text of its own, and it is {id} alone that says so."
            archive.articles.add(article(id, text=text, published=published), arrived=DAY)
        undated = article("undated", text="Nobody knows when this was written.")
        archive.articles.add(undated, arrived="2026-11-24T11:00:00Z")
        found = archive.articles.between("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")
        assert [a.id for a in found] == ["early", "late", "undated", "dated"]
        assert len(archive.articles.between(None, None)) == 6
        assert [a.id for a in archive.articles.between("2026-11-25T00:00:00Z", None)] == ["end"]

    def test_headlines_come_newest_first_by_the_page(self, archive: Archive) -> None:
        archive.articles.add_many(
            [
                (
                    article(f"a{n}", f"Title {n}", f"Text {n}.", published=f"2026-11-{n:02}"),
                    None,
                    None,
                )
                for n in range(1, 21)
            ],
            arrived=DAY,
        )
        first = archive.articles.headlines(limit=5)
        assert [h.id for h in first] == ["a20", "a19", "a18", "a17", "a16"]
        assert [h.id for h in archive.articles.headlines(limit=2, offset=5)] == ["a15", "a14"]
        assert archive.articles.count() == 20
        assert archive.articles.ids()[:2] == ["a20", "a19"]
        assert [h.id for h in archive.articles.headlines_of(["a3", "gone", "a7"])] == ["a3", "a7"]

    def test_a_headline_says_all_a_list_shows(self, archive: Archive) -> None:
        archive.articles.add(
            article("a", "A title", published="2026-11-20"), arrived=DAY, feed=FEED
        )
        archive.cards.save("a", "offline", card("rumour"), made=DAY)
        archive.articles.mark(["a"], starred=True, add_tags=["leases"], note="call them")
        (line,) = archive.articles.headlines()
        assert (line.id, line.title, line.site) == ("a", "A title", "Retail Ledger")
        assert (line.feed, line.url) == (FEED, "https://news.example/a")
        assert (line.published, line.arrived) == ("2026-11-20", DAY)
        assert (line.card_status, line.verdict, line.sources) == ("rumour", "article", 1)
        assert line.words == article("a").words
        assert line.status == Status(starred=True, tags=("leases",), note="call them")

    def test_articles_per_day(self, archive: Archive) -> None:
        for id, day in (("a", "2026-11-24"), ("b", "2026-11-24"), ("c", "2026-11-22")):
            archive.articles.add(article(id, text=f"Kroger {id}.", published=day), arrived=DAY)
        assert archive.articles.per_day("kroger", days=4, now=DAY) == [0, 1, 0, 2]
        assert archive.articles.per_day("", days=2, now=DAY) == [0, 2]
        assert archive.articles.per_day("nothing", days=3, now=DAY) == [0, 0, 0]

    # ------------------------------------------------------------------ the query language

    @pytest.fixture
    def library(self, archive: Archive) -> Archive:
        """Return an archive with a few articles to find."""
        archive.feeds.save([Feed(url=FEED, title="Retail Ledger daily", category="Grocery")])
        some = [
            article("kroger", "Kroger in talks with Alibaba", "Kroger is reportedly in talks."),
            article("sales", "Same-store sales rise", "Walmart's same-store sales rose at Kroger."),
            article("zh", "永辉超市将开设一百家门店", "盒马鲜生和永辉超市将在两年内开设门店。"),
            article("ja", "イオンが新店舗を開く", "イオンは東京都で新しい店舗を開くと発表した。"),
            article("de", "Café Nôtre schließt Filialen", "Die Kette schließt vierzehn Läden."),
            article("author", "A view", "Prices.", authors=("Zhao Xiaochun",), site="KrASIA"),
            article("wall", "Cookies", "We value cookies.", verdict="consent_wall"),
        ]
        days = ("20", "21", "22", "23", "24", "10", "11")
        for a, day in zip(some, days, strict=True):
            archive.articles.add(
                replace(a, published=f"2026-11-{day}"),
                arrived=DAY,
                feed=FEED if a.id in ("kroger", "sales") else None,
            )
        archive.articles.mark(["sales"], read=True, starred=True, add_tags=["Q3 numbers"])
        archive.articles.mark(["zh"], note="translate")
        archive.cards.save("kroger", "offline", card("rumour"), made=DAY)
        archive.briefings.save("2026-11-20", "{}", made=DAY, article_ids=["kroger"])
        return archive

    @pytest.mark.parametrize(
        ("query", "wanted"),
        [
            ("kroger", "kroger sales"),
            ("KROGER talks", "kroger"),
            ("kroger AND talks", "kroger"),
            ('"same-store sales"', "sales"),
            ('"sales store"', ""),
            ("talks OR walmart", "kroger sales"),
            ("kroger -walmart", "kroger"),
            ("kroger NOT walmart", "kroger"),
            ("-kroger is:unread newer:2026-11-22", "zh ja de"),
            ("(talks OR rose) -alibaba", "sales"),
            ("krog*", "kroger sales"),
            ("title:kroger", "kroger"),
            ("title:(kroger", "kroger"),
            ("title:(alibaba OR Sales) -author:x", "kroger sales"),
            ("-is:(read OR noted) newer:2026-11-20", "kroger ja de"),
            ("author:zhao", "author"),
            ('author:"zhao xiaochun"', "author"),
            ("site:krasia", "author"),
            ("site:news.example -kroger newer:2026-11-22", "zh ja de"),
            ("feed:ledger", "kroger sales"),
            (f'feed:"{FEED}"', "kroger sales"),
            ("category:grocery", "kroger sales"),
            ("company:Kroger", "kroger sales"),
            ('tag:"q3 numbers"', "sales"),
            ("is:read", "sales"),
            ("is:starred", "sales"),
            ("is:tagged", "sales"),
            ("is:noted", "zh"),
            ("is:briefed", "kroger"),
            ("is:rumour", "kroger"),
            ("is:rumor", "kroger"),
            ("is:consent_wall", "wall"),
            ("kroger OR tag:nothing", "kroger sales"),
            ("is:starred OR is:noted", "sales zh"),
            ("newer:2d", "ja de"),
            ("older:5d newer:30d", "author wall"),
            ("date:2026-11-20", "kroger"),
            ("date:2026-11-20..2026-11-21", "kroger sales"),
            ("date:2026-11", "kroger sales zh ja de author wall"),
            ("date:2025", ""),
            ("门店", "zh"),
            ("永辉", "zh"),
            ("辉", "zh"),
            ("盒马鲜生", "zh"),
            ("辉永", ""),
            ("東京", "ja"),
            ("店舗 イオン", "ja"),
            ("cafe notre", "de"),
            ("schliesst", ""),
            ("", "kroger sales zh ja de author wall"),
            ("OR", "kroger sales zh ja de author wall"),
            ("((", "kroger sales zh ja de author wall"),
            ("& - !", "kroger sales zh ja de author wall"),
        ],
    )
    def test_a_query_finds(self, library: Archive, query: str, wanted: str) -> None:
        now = "2026-11-25T06:00:00Z"
        assert set(library.articles.ids(query, now=now)) == set(wanted.split())
        assert library.articles.count(query, now=now) == len(wanted.split())
        for order in ("newest", "best"):
            found = library.articles.headlines(query, order=order, now=now)  # type: ignore[arg-type]
            assert {h.id for h in found} == set(wanted.split())

    @pytest.mark.parametrize(
        "query", ["is:nonsense", "newer:soon", "date:2026-13-41", "x " * 3_000, "(" * 500]
    )
    def test_a_query_that_cannot_be_right_says_so(self, library: Archive, query: str) -> None:
        with pytest.raises(BriefingError):
            library.articles.count(query)

    @pytest.mark.parametrize(
        "query",
        [
            "'; drop table articles; --",
            'title:"x" OR 1=1',
            "{text} : kroger",
            "NEAR(kroger talks)",
            "kroger ^talks + *",
            'a"b"c',
            "tag:' OR ''='",
            "site:%",
            "feed:_",
            "\x00\x1b[31m",
            "kroger\\",
            "rowid:1",
            "https://news.example/a?b=c",
        ],
    )
    def test_a_query_is_never_code(self, library: Archive, query: str) -> None:
        library.articles.headlines(query, order="best", snippets=True)
        assert library.articles.count() == 7

    def test_the_best_match_leads(self, archive: Archive) -> None:
        body = "Many words on prices, rents and stores. " * 20
        archive.articles.add(
            article("aside", "Rents", f"{body} Kroger too.", published="2026-11-24"), arrived=DAY
        )
        archive.articles.add(
            article("about", "Kroger closes stores", "Kroger closes.", published="2026-11-01"),
            arrived=DAY,
        )
        best = archive.articles.headlines("kroger", order="best")
        assert [h.id for h in best] == ["about", "aside"]
        assert [h.id for h in archive.articles.headlines("kroger")] == ["aside", "about"]

    def test_snippets_mark_what_was_found(self, library: Archive) -> None:
        (line,) = library.articles.headlines("title:sales rose", snippets=True)
        assert line.snippet == "Walmart's same-store «sales» «rose» at Kroger."
        (line,) = library.articles.headlines("东京 OR 東京都", snippets=True)
        assert "«東京都»" in line.snippet
        assert library.articles.headlines("is:starred", snippets=True)[0].snippet == ""

    # ------------------------------------------------------------------ what we did

    def test_status_is_apart_and_outlives_the_article(self, archive: Archive) -> None:
        archive.articles.add(article("a"), arrived=DAY)
        assert archive.articles.mark(["a", "gone"], read=True, add_tags=["x", "y"]) == 1
        assert archive.articles.mark(["a"], read=True) == 0
        archive.articles.add(article("a", text=OTHER), arrived=DAY)
        wanted = Status(read=True, tags=("x", "y"))
        assert archive.articles.status("a") == wanted
        archive.articles.remove(["a"])
        assert archive.articles.status("a") == wanted
        archive.articles.add(article("a"), arrived=DAY)
        assert archive.articles.headlines("is:read")[0].status == wanted
        assert archive.articles.status("never seen") == Status()

    def test_marks_are_undone_one_by_one(self, make: Make, tmp_path: Path) -> None:
        archive = make(tmp_path)
        archive.articles.add(article("a"), arrived=DAY)
        archive.articles.add(article("b", text=OTHER), arrived=DAY)
        archive.articles.mark(["a"], note="first", add_tags=["t"])
        archive.articles.mark(["a", "b"], read=True)
        archive.close()
        archive = make(tmp_path)
        assert archive.articles.count("is:read") == 2
        assert archive.undo() == ("article", ("a", "b"))
        assert archive.articles.count("is:read") == 0
        assert archive.articles.status("a") == Status(note="first", tags=("t",))
        assert archive.undo() == ("article", ("a",))
        assert archive.articles.status("a") == Status()
        assert archive.undo().ids == ()
        archive.close()

    def test_nobody_takes_back_what_another_does(self, make: Make, tmp_path: Path) -> None:
        one, other = make(tmp_path), make(tmp_path)
        one.articles.add(article("a"), arrived=DAY)
        one.articles.add(article("b", text=OTHER), arrived=DAY)
        other.articles.mark(["a"], starred=True)
        other.articles.remove(["b"])
        one.articles.mark(["a"], read=True)
        third = make(tmp_path)
        assert third.undo().ids == ()
        assert other.undo() == ("article", ("b",))
        assert other.undo() == ("article", ("a",))
        assert other.undo().ids == ()
        assert one.articles.status("a") == Status(read=True)
        for archive in (one, other, third):
            archive.close()
        again = make(tmp_path)
        assert again.undo() == ("article", ("a",))
        again.close()

    def test_a_question_becomes_what_it_was(self, archive: Archive) -> None:
        asked = Question(
            id="q", question="Will Northgate close?", actor="Northgate", event="close",
            opened="2026-11-20", article=ArticleRef(id="a", title="T"), state="open",
        )  # fmt: skip
        archive.questions.save([asked])
        archive.articles.add(article("a"), arrived=DAY)
        archive.articles.mark(["a"], starred=True)
        archive.questions.change(replace(asked, state="dropped"))
        archive.questions.change(replace(asked, state="dropped"))
        assert archive.undo() == ("question", ("q",))
        assert archive.questions.all(("open",)) == [asked]
        assert archive.undo() == ("article", ("a",))

    def test_tags_are_counted_and_dropped_whatever_their_case(self, archive: Archive) -> None:
        archive.articles.add(article("a"), arrived=DAY)
        archive.articles.add(article("b", text=OTHER), arrived=DAY)
        archive.articles.mark(["a", "b"], add_tags=["Leases"])
        archive.articles.mark(["a"], add_tags=["apples", " "])
        assert archive.articles.tags() == {"apples": 1, "Leases": 2}
        archive.articles.mark(["a"], drop_tags=["leases"])
        assert archive.articles.tags() == {"apples": 1, "Leases": 1}

    def test_removal_is_undone_with_everything(self, archive: Archive) -> None:
        archive.articles.add(article("a"), arrived=DAY, feed=FEED)
        archive.articles.add(article("c", url="https://copy.example/1", site="C"), arrived=DAY)
        archive.articles.add(article("a", text=BODY + "\n\nMore."), arrived=DAY)
        archive.articles.mark(["a"], starred=True)
        before = archive.articles.headlines()
        assert archive.articles.remove(["a", "gone"]) == 1
        assert archive.articles.headlines() == [] == archive.articles.ids("northgate")
        assert archive.undo() == ("article", ("a",))
        assert archive.articles.headlines() == before
        assert archive.articles.ids("northgate") == ["a"]
        assert len(archive.articles.versions("a")) == 1
        assert len(archive.articles.sources("a")) == 2

    def test_pruning_keeps_what_matters(self, archive: Archive) -> None:
        for id in ("plain", "starred", "noted", "tagged", "briefed", "new"):
            text = f"{id} is a text of its own."
            arrived = DAY if id == "new" else "2026-01-01T00:00:00Z"
            archive.articles.add(article(id, text=text), arrived=arrived)
        archive.articles.mark(["starred"], starred=True)
        archive.articles.mark(["noted"], note="n")
        archive.articles.mark(["tagged"], add_tags=["t"])
        archive.briefings.save("2026-01-01", "{}", made=DAY, article_ids=["briefed"])
        assert archive.articles.prune(before="2026-11-01T00:00:00Z") == 1
        assert set(archive.articles.ids()) == {"starred", "noted", "tagged", "briefed", "new"}
        assert archive.articles.count("plain") == 0

    # ------------------------------------------------------------------ feeds

    def test_feeds_are_kept_by_url(self, archive: Archive) -> None:
        feed = Feed(
            url=FEED,
            title="F",
            tags=("a", "b"),
            full_text=True,
            etag='"x"',
            interval=60,
            failures=2,
            problem="gone",
        )
        archive.feeds.save([feed, Feed(url="https://b.example/")])
        assert archive.feeds.get(FEED) == feed
        assert archive.feeds.all() == [Feed(url="https://b.example/"), feed]
        archive.feeds.save([feed._replace(title="G")])
        assert archive.feeds.get(FEED) == feed._replace(title="G")
        assert archive.feeds.remove(FEED) and not archive.feeds.remove(FEED)
        assert archive.feeds.get(FEED) is None

    def test_entries_are_remembered(self, archive: Archive) -> None:
        archive.feeds.save([Feed(url=FEED)])
        assert archive.feeds.known(FEED, ["g1"]) == {}
        archive.feeds.note_entries(FEED, {"g1": ("h1", "a"), "g2": ("h2", "b")})
        archive.feeds.note_entries(FEED, {"g2": ("h3", "b")})
        assert archive.feeds.known(FEED, ["g2", "g1", "g3"]) == {"g1": "h1", "g2": "h3"}
        assert archive.feeds.known(FEED, ["g2"]) == {"g2": "h3"}

    def test_a_moved_feed_takes_everything_along(self, archive: Archive) -> None:
        archive.feeds.save([Feed(url=FEED, title="F")])
        archive.articles.add(article("a"), arrived=DAY, feed=FEED)
        archive.feeds.note_entries(FEED, {"g": ("h", "a")})
        archive.feeds.rename(FEED, "https://new.example/feed")
        assert archive.feeds.get(FEED) is None
        assert archive.feeds.get("https://new.example/feed") is not None
        assert archive.feeds.known("https://new.example/feed", ["g"]) == {"g": "h"}
        assert archive.articles.headlines()[0].feed == "https://new.example/feed"

    def test_a_feed_can_move_onto_one_that_is_followed(self, archive: Archive) -> None:
        new = "https://new.example/feed"
        archive.feeds.save([Feed(url=FEED, title="old"), Feed(url=new, title="new")])
        archive.articles.add(article("a"), arrived=DAY, feed=FEED)
        archive.articles.add(article("b", text=OTHER), arrived=DAY, feed=new)
        archive.feeds.note_entries(FEED, {"g": ("h", "a")})
        archive.feeds.note_entries(new, {"g": ("i", "b")})
        archive.feeds.rename(FEED, new)
        assert [f.title for f in archive.feeds.all()] == ["new"]
        assert set(archive.articles.ids(f'feed:"{new}"')) == {"a", "b"}

    def test_articles_stay_when_a_feed_goes(self, archive: Archive) -> None:
        archive.feeds.save([Feed(url=FEED, title="F")])
        archive.articles.add(article("a"), arrived=DAY, feed=FEED)
        archive.feeds.remove(FEED)
        assert archive.articles.count() == 1
        assert archive.feeds.counts() == {}

    def test_counts_of_unread_and_recent(self, archive: Archive) -> None:
        archive.feeds.save([Feed(url=FEED), Feed(url="https://empty.example/")])
        archive.articles.add(article("a", published="2026-11-20"), arrived=DAY, feed=FEED)
        old = article("b", text=OTHER, published="2026-05-01")
        archive.articles.add(old, arrived=DAY, feed=FEED)
        archive.articles.mark(["a"], read=True)
        assert archive.feeds.counts() == {FEED: (1, 1), "https://empty.example/": (0, 0)}

    # ------------------------------------------------------------------ the smaller nouns

    def test_cards_by_article_and_key(self, archive: Archive) -> None:
        archive.cards.save("a", "k1", card(headline="One"), made=DAY)
        archive.cards.save("a", "k2", card(headline="Two"), made=DAY)
        assert archive.cards.get("a", "k1") == card(headline="One")
        assert archive.cards.latest("a") == card(headline="Two")
        archive.cards.save("a", "k1", card("filed", "Three"), made=DAY)
        assert archive.cards.latest("a") == card("filed", "Three")
        assert archive.cards.get("a", "k3") is None is archive.cards.latest("b")

    def test_briefings_keep_their_versions(self, archive: Archive) -> None:
        save = archive.briefings.save
        assert save("2026-11-24", "one", made=DAY, article_ids=["a"]) == 1
        assert save("2026-11-24", "one", made=DAY, article_ids=["a"]) == 1
        assert save("2026-11-24", "two", made=DAY, article_ids=["a"]) == 2
        save("2026-11-23", "earlier", made=DAY, article_ids=[])
        save("2026-11-22", "earliest", made=DAY, article_ids=[])
        assert archive.briefings.get("2026-11-24") == "two"
        assert archive.briefings.get("2026-11-24", 1) == "one"
        assert archive.briefings.get("2026-11-24", 3) is None is archive.briefings.get("2020-01-01")
        assert archive.briefings.dates() == ["2026-11-24", "2026-11-23", "2026-11-22"]
        assert archive.briefings.before("2026-11-24") == ["earlier", "earliest"]
        assert archive.briefings.before("2026-11-24", 1) == ["earlier"]

    def test_questions_by_state(self, archive: Archive) -> None:
        ref = ArticleRef(id="a", title="T")
        one = Question(
            id="q1", question="Will it?", actor="K", event="e", article=ref, opened="2026-11-02"
        )
        two = replace(one, id="q2", state="answered", opened="2026-11-01")
        archive.questions.save([one, two])
        assert archive.questions.all() == [two, one]
        assert archive.questions.all(("open",)) == [one]
        archive.questions.save([replace(one, state="dropped")])
        assert archive.questions.get("q1") == replace(one, state="dropped")
        assert archive.questions.get("q9") is None

    def test_what_comes_or_changes_waits_for_the_open_questions(self, archive: Archive) -> None:
        archive.articles.add(article("early"), arrived=DAY)
        ref = ArticleRef(id="early", title="T")
        asked = Question(
            id="q", question="Will it?", actor="K", event="e", article=ref, opened="2026-11-02"
        )
        archive.questions.save([asked])
        assert archive.articles.unheld() == []
        archive.articles.add(article("late", text=OTHER), arrived=DAY)
        archive.articles.add(article("copy", text=OTHER), arrived=DAY)
        archive.articles.add(article("early"), arrived=DAY)
        assert [a.id for a in archive.articles.unheld()] == ["late"]
        archive.articles.held(["late"])
        assert archive.articles.unheld() == []
        archive.articles.add(article("early", text=f"{BODY}\n\nIt opened on Friday."), arrived=DAY)
        assert [a.id for a in archive.articles.unheld()] == ["early"]
        archive.articles.held(["early"])
        archive.questions.save([replace(asked, state="answered")])  # it may be contradicted yet
        archive.articles.add(article("early", text=f"{BODY}\n\nIt shut on Sunday."), arrived=DAY)
        assert [a.id for a in archive.articles.unheld()] == ["early"]
        archive.articles.held(["early"])
        archive.questions.save([replace(asked, state="dropped")])
        archive.articles.add(article("last", text=OTHER[::-1]), arrived=DAY)
        assert archive.articles.unheld() == []

    def test_parcels_wait_until_they_are_sent(self, archive: Archive) -> None:
        one = Parcel(key="k", target="t", part=1, parts=2, payload="p", updated=DAY)
        two = replace(one, part=2, state="unknown")
        archive.outbox.save([two, one])
        assert archive.outbox.get("k", "t") == [one, two]
        assert archive.outbox.waiting() == [one, two] == archive.outbox.waiting("t")
        archive.outbox.save([replace(one, state="sent", remote="id", word="ok")])
        assert archive.outbox.waiting("t") == [two]
        assert archive.outbox.waiting("u") == [] == archive.outbox.get("k", "u")

    def test_small_things_are_remembered(self, archive: Archive) -> None:
        memory = archive.memory
        memory.remember("watchlist", "Kroger", "company:Kroger", now=DAY)
        memory.remember("watchlist", "Kroger", "company:kroger", now=DAY)
        memory.remember("usage", "2026-11-24", "12", now=DAY)
        assert memory.recall("watchlist", "Kroger") == "company:kroger"
        assert memory.items("watchlist") == {"Kroger": "company:kroger"}
        memory.forget("watchlist", "Kroger")
        memory.forget("watchlist", "Kroger")
        assert memory.recall("watchlist", "Kroger") is None

    # ------------------------------------------------------------------ the whole

    def test_all_is_there_after_closing(self, make: Make, tmp_path: Path) -> None:
        archive = make(tmp_path)
        archive.articles.add(article("a"), arrived=DAY)
        archive.close()
        archive.close()
        again = make(tmp_path)
        assert again.articles.get("a") == article("a")
        assert again.articles.count("northgate") == 1
        again.close()

    def test_a_closed_archive_says_so(self, make: Make, tmp_path: Path) -> None:
        archive = make(tmp_path)
        archive.close()
        with pytest.raises(StoreError):
            archive.articles.count()

    def test_a_lock_is_held_once(self, archive: Archive) -> None:
        with archive.lock("refresh"):
            with pytest.raises(StoreError, match="refresh"):
                archive.lock("refresh")
            with archive.lock("daily 2026-11-24"):
                pass
        with archive.lock("refresh"):
            pass
