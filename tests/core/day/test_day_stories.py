"""Stories: articles on one event come together, two events of one company do not."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from briefing.core.day import beats, cluster, history, rank, size, telling
from briefing.models import Article, Briefing, Card, Number, Point, Story


def article(
    ident: str, title: str, text: str = "", day: str = "2026-11-18", site: str = "A"
) -> Article:
    return Article(id=ident, title=title, text=text, published=day, site=site, language="en")


BUYS = article(
    "buys",
    "Nordhaven to buy home retailer Pell & Crane for $1.2 billion",
    "Danish furniture group Nordhaven has agreed to buy Pell & Crane, the American "
    "home goods chain, "
    "for $1.2 billion in cash. It will pay $18.50 a share, a premium of 34% to "
    "Tuesday's close. The "
    "Crane family, which owns 22% of the shares, has agreed to vote for the sale.",
)
SOLD = article(
    "sold",
    "Pell & Crane agrees to $18.50-a-share sale to Denmark's Nordhaven",
    "Pell & Crane said it would be sold to Nordhaven of Denmark at $18.50 a share, "
    "or $1.2 billion. "
    "The founding Crane family will vote its 22% stake in favour. The companies "
    "expect to close the "
    "deal in the second quarter.",
    site="B",
)
COPY = article("copy", SOLD.title, SOLD.text, day="2026-11-19", site="C")
CHIEF = article(
    "chief",
    "Pell & Crane's stores chief Iris Vance to retire in March",
    "Iris Vance, who has run the stores of Pell & Crane since 2014, will retire at "
    "the end of March, "
    "the chain said in a memo to employees. A search for a successor has begun.",
    day="2026-11-19",
)
STRIKE = article(
    "strike",
    "Parcelworth warehouse workers walk out before holiday peak",
    "About 2,300 warehouse workers of the courier Parcelworth walked out at four "
    "depots in Ohio after "
    "pay talks failed. The union asks for 9% over two years; the company has offered 5%.",
)
ALL = [BUYS, SOLD, COPY, CHIEF, STRIKE]


def groups(articles: list[Article]) -> set[frozenset[str]]:
    return {frozenset(a.id for a in s.articles) for s in cluster.stories(articles)}


def test_one_event_told_by_two_outlets_is_one_story() -> None:
    assert frozenset({"buys", "sold", "copy"}) in groups(ALL)


def test_another_event_of_the_same_company_is_another_story() -> None:
    assert frozenset({"chief"}) in groups(ALL)


def test_the_order_of_arrival_does_not_matter() -> None:
    mixed = ALL[:]
    for seed in range(5):
        random.Random(seed).shuffle(mixed)
        assert groups(mixed) == groups(ALL)


def test_a_copy_is_no_second_source() -> None:
    story = next(s for s in cluster.stories(ALL) if len(s.articles) == 3)
    assert story.independent == 2


def test_the_newest_day_leads_a_story() -> None:
    later = article(
        "later", BUYS.title, BUYS.text + " Regulators cleared the sale.", "2026-11-25", "D"
    )
    story = next(s for s in cluster.stories([BUYS, SOLD, later]) if len(s.articles) > 1)
    assert story.id in ("buys", "sold")
    assert story.articles[0].published in ("2026-11-18", "2026-11-25")


def test_unrelated_articles_of_one_trade_stay_apart() -> None:
    trade = [
        article(str(n), f"{name} to open {n + 3} stores", f"The retailer {name} said it will "
                f"open {n + 3} stores in {place} next year and hire {n * 40 + 90} people.")
        for n, (name, place) in enumerate(
            [("Aldermoor", "Leeds"), ("Benwick", "Cork"), ("Castlow", "Turin"), ("Dunfell", "Lyon")]
        )
    ]  # fmt: skip
    assert len(groups(trade)) == 4


def test_items_without_text_or_date_are_grouped_by_their_titles() -> None:
    items = [
        cluster.Item("1", "Nordhaven buys Pell & Crane for $1.2 billion"),
        cluster.Item("2", "Pell & Crane sold to Nordhaven for $1.2 billion"),
        cluster.Item("3", "Oriel Pay cuts instalment fees"),
        cluster.Item("4", ""),
    ]
    labels = cluster.labels(items)
    assert labels[0] == labels[1]
    assert len(set(labels)) == 3


def test_an_event_told_a_hundred_times_is_one_story() -> None:
    many = [replace(BUYS, id=str(n), title=f"{BUYS.title} ({n})") for n in range(100)]
    assert len(groups(many)) == 1


def test_unrelated_reports_of_one_branch_stay_apart() -> None:
    told = {
        "Saab": "General Motors will build its Cadillac BLS in Sweden, at the Saab plant in "
        "Trollhattan, which has been short of work. Unions in Germany had feared for their plant.",
        "GM": "General Motors warned that profits will be lower this year than last, as it cuts "
        "12,000 jobs in Europe and sells fewer big cars at home. Its shares fell 3%.",
        "Ford": "Ford said output in North America will be cut by 8% in the first quarter, after "
        "sales of cars fell 4% in January while Toyota and Honda gained buyers.",
        "Bush": "The US president promised to halve the budget deficit in five years, by a tough "
        "budget that spends less on farmers and on health care for the poor.",
        "Lufthansa": "Lufthansa may sue the German government because the visit of the US "
        "president closed the air space over Frankfurt and delayed 77 flights.",
    }
    assert len(groups([article(id, id, text) for id, text in told.items()])) == 5


def test_headlines_that_share_a_place_and_nothing_else_stay_apart() -> None:
    told = [
        "Norland suspends 26 power projects over safety permits",
        "Profits jump at the biggest bank of Norland as lending grows",
        "Beer brewer Halvard buys rival brand in Norland for cash",
        "Norland telecoms regulator opens market to foreign carriers",
        "Train drivers in Norland walk out before the autumn holidays",
    ]
    assert len(groups([article(str(i), title) for i, title in enumerate(told)])) == 5


def test_headlines_that_share_more_than_a_name_are_one_story() -> None:
    told = [
        "Norland suspends 26 power projects over safety permits",
        "26 power projects suspended in Norland",
        "Safety permits lacking, Norland suspends power projects",
    ]
    assert len(groups([article(str(i), title) for i, title in enumerate(told)])) == 1


def recall(units: str, cost: str, year: str) -> list[str]:
    """Return reports of one recall of stoves by one company."""
    return [
        f"Kitewell is recalling {units} Ember stoves of {year} after reports that a knob comes "
        f"loose. The maker of kitchen stoves said the recall will cost {cost}.",
        f"The stove maker Kitewell recalls {units} Ember stoves because a knob comes loose. "
        f"Repairs of the stoves, sold in {year}, are free and cost Kitewell {cost}.",
        f"A recall of {units} Ember kitchen stoves costs Kitewell {cost}. Stoves sold in {year} "
        f"are recalled because a knob comes loose, the maker told owners.",
        f"Kitewell told owners of the Ember stoves of {year} that a knob comes loose. The recall "
        f"of {units} kitchen stoves by the maker is put at {cost}.",
    ]


def test_two_events_of_one_kind_are_told_apart_by_their_figures() -> None:
    told = recall("48,200", "$31.5 million", "2019") + recall("9,750", "$6.4 million", "2023")
    articles = [article(str(i), "", text) for i, text in enumerate(told)]
    assert groups(articles) == {frozenset("0123"), frozenset("4567")}


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_articles_are_no_difficulty(count: int) -> None:
    assert len(cluster.stories(ALL[:count])) == min(count, 1)


@pytest.mark.parametrize(
    ("title", "beat"),
    [
        ("Nordhaven to buy home retailer Pell & Crane", "M&A"),
        ("Oriel Pay adds contactless payment to its wallet", "payments"),
        ("Warehouse workers strike over wages", "policy and labour"),
        ("Kitewell names finance chief", "retail"),
        ("禾田超市开新门店", "grocery"),
    ],
)
def test_a_story_has_a_beat(title: str, beat: str) -> None:
    assert beats.of(article("x", title)) == beat


def test_a_users_own_beat_counts() -> None:
    assert beats.of(article("x", "Vinyl sales up"), {"records": ["vinyl"]}) == "records"


# ------------------------------------------------------------------ rank


def card(ident: str, status: str) -> Card:
    return Card(id=ident, status=status, headline=ident, lede=Point(text=ident))  # type: ignore[arg-type]


def order(cards: dict[str, Card], **more: object) -> list[str]:
    stories = cluster.stories([BUYS, CHIEF, STRIKE])
    ranked = rank.order(stories, cards, now="2026-11-19T20:00:00Z", **more)  # type: ignore[arg-type]
    return [s.articles[0].id for s in ranked]


def test_a_filing_ranks_above_a_rumour() -> None:
    cards = {"chief": card("chief", "rumour"), "strike": card("strike", "filed")}
    found = order(cards)
    assert found.index("strike") < found.index("chief")


def test_the_watchlist_lifts_a_story_and_says_so() -> None:
    stories = cluster.stories([BUYS, CHIEF, STRIKE])
    ranked = rank.order(
        stories, {}, {"watchlist": 5.0}, now="2026-11-19T20:00:00Z", watchlist=["Parcelworth"]
    )
    assert ranked[0].articles[0].id == "strike"
    assert "watchlist: Parcelworth" in ranked[0].reasons


def test_what_lies_below_the_floor_is_left_out() -> None:
    assert order({}, floor=99.0) == []


def test_what_has_nothing_to_do_with_the_trade_ranks_last() -> None:
    comet = article("comet", "Comet seen over Oslo", "Astronomers watched the comet for an hour.")
    stories = cluster.stories([comet, STRIKE, CHIEF])
    ranked = rank.order(stories, {}, now="2026-11-18T20:00:00Z")
    assert ranked[-1].articles[0].id == "comet"


def test_law_that_is_not_of_the_trade_ranks_below_a_shop_and_says_so() -> None:
    court = article(
        "court",
        "Court fines airline over bird strike report",
        "A court in Kathmandu fined the airline on Monday over its report. It will sue, it said.",
    )
    shop = article("shop", "Harlow opens a shop in Leeds", "Harlow opened a shop in Leeds today.")
    ranked = rank.order(cluster.stories([court, shop]), {}, now="2026-11-18T20:00:00Z")

    assert [s.articles[0].id for s in ranked] == ["shop", "court"]
    assert "outside the trade" in ranked[1].reasons
    assert "outside the trade" not in ranked[0].reasons


def test_a_firm_of_the_trade_is_in_it_without_a_word_of_it() -> None:
    assert beats.in_trade(article("a", "Amazon cuts 9,000 jobs", "Its workers were told today."))
    assert not beats.in_trade(article("a", "Airline cuts 900 jobs", "Reuters was told today."))


def test_two_teasers_of_one_firm_and_day_stay_apart() -> None:
    sales = article(
        "sales",
        "Torvane third-quarter sales fall 7.4%",
        "Outdoor retailer Torvane said on Thursday third-quarter sales fell 7.4% to $612 million. "
        "It cut its full-year forecast and posted a loss of $41 million for the quarter.",
    )
    chief = article(
        "chief",
        "Torvane chief executive Max Hale to leave",
        "Outdoor retailer Torvane said on Thursday chief executive Max Hale will leave in January "
        "after four years. It named Lena Oduya as interim head and began a search.",
    )

    assert len(groups([sales, chief])) == 2


def test_a_recall_is_of_the_trade_and_a_shop_by_the_way_is_not() -> None:
    filler = "The office said that it had told the makers of it in the spring. " * 8

    assert beats.in_trade(article("a", "Buckles open on carriers", f"A recall began. {filler}"))
    assert not beats.in_trade(article("a", "A film of fear", f"A shop stood there. {filler}"))


def test_a_story_that_ran_is_marked() -> None:
    from briefing.models import ArticleRef, BriefedStory

    ran = BriefedStory(
        id="strike",
        headline=STRIKE.title,
        card=card("strike", "reported"),
        articles=(ArticleRef(id="strike", title=STRIKE.title),),
    )
    earlier = [Briefing(date="2026-11-17", stories=(ran,))]
    stories = rank.order(cluster.stories([STRIKE]), {}, now="2026-11-18T20:00:00Z", earlier=earlier)
    assert stories[0].update_of == "strike"
    assert any("ran on" in reason for reason in stories[0].reasons)


def test_a_day_of_one_event_is_one_story() -> None:
    told = [
        "The takeover of {} by Nordhaven was agreed on Wednesday at $18.50 a share.",
        "Nordhaven of Denmark will pay $1.2 billion for the home goods chain {}, it said.",
        "Shares in {} rose 30% after Nordhaven offered $18.50 for each of them in cash.",
        "{} accepted an offer of $1.2 billion from Nordhaven, its Danish rival.",
    ]
    articles = [
        article(str(i), f"Nordhaven buys {who}", text.format(who) + " " + BUYS.text, site=str(i))
        for i, text in enumerate(told * 4)
        for who in ["Pell & Crane"]
    ]
    assert len(groups(articles)) == 1


def euros(value: str, amount: str, sentence: int) -> Number:
    return Number(value=value, kind="money", amount=amount, currency="EUR", evidence=(sentence,))


def test_a_story_is_as_large_as_the_sum_it_leads_with() -> None:
    sales, price = euros("€5.1 billion", "5100000000", 8), euros("€1.2 billion", "1200000000", 0)
    lede = Point(text="Nordhaven buys Pell & Crane for €1.2 billion.", evidence=(0,))
    deal = replace(card("buys", "announced"), lede=lede, numbers=(sales, price))
    found = size.largest(deal, BUYS)
    assert found is not None
    assert (found.value, found.leads) == ("€1.2 billion", True)
    aside = size.largest(replace(deal, numbers=(sales,)), BUYS)
    assert aside is not None
    assert not aside.leads


def test_the_figure_of_a_headline_stands_in_the_table() -> None:
    price = replace(euros("€1.2 billion", "1200000000", 0), measures="price of Pell & Crane")
    others = [
        replace(euros(f"€{n} billion", f"{n}000000000", n), measures="sales", period="last year")
        for n in range(2, 7)
    ]
    deal = replace(
        card("buys", "announced"),
        headline="Nordhaven buys Pell & Crane for €1.2 billion",
        numbers=(*others, price),
    )
    assert price in [row.number for row in telling.rows([(deal, 1)])]


def test_the_page_of_a_company_dates_a_story_by_the_report_that_tells_it() -> None:
    story = Story(id="s", articles=(COPY, BUYS), first=BUYS.published)
    page = history.company("Pell & Crane", [story], {}, [], since="2026-11-01", until="2026-11-28")
    assert [(e.headline, e.date) for e in page.entries] == [(COPY.title, COPY.published)]
