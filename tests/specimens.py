"""A card, an article and a briefing made up for the tests: every part has something to say."""

from __future__ import annotations

from dataclasses import replace

from briefing.models import (
    AlsoItem,
    Answer,
    Article,
    ArticleRef,
    BriefedStory,
    Briefing,
    BriefingSource,
    Card,
    CardStatus,
    Checks,
    Entity,
    Failure,
    Number,
    NumberRow,
    Point,
    Question,
    Source,
    Trend,
    Usage,
    Watch,
    WatchList,
)

HOSTILE = (
    "<!channel> sale",
    "<!here|click>",
    "<@U123> hired",
    "<#C012|general>",
    "<http://evil.invalid|amazon.com>",
    "AT&T > Verizon < x",
    "*bold* _it_ ~st~ `c`",
    "*_~`",
    "@channel @here",
    "Sale\r\nBcc: victim@elsewhere.invalid\r\n\r\nbody",
    "\x1b[31mred\x1b[0m \x9b2J \x1b]52;c;AAAA\x07 end",
    "right \u202eleft\u202c on",
    "<b>x</b> <script>alert(1)</script>",
    "](http://evil.invalid) [x",
    "![t](http://tracker.invalid/p.gif)",
    "| a | b |",
    "# Not a heading",
    "> not a quote",
    ":tada: offer 10:30:00",
    "see https://evil.invalid/x and www.evil.invalid",
    "[[wiki]] $x^2$ ==mark== <!-- hide",
    "永辉超市将在两年内开设一百家门店",
    "x" * 1200,
)
"""Titles that no channel may obey."""


def source(number: int, title: str = "", site: str = "Retail Ledger") -> ArticleRef:
    """Return an article as others name it."""
    return ArticleRef(
        id=f"a{number}",
        title=title or f"Report number {number}",
        url=f"https://ledger.example/news/{number}?from=rss&n={number}",
        site=site,
        published="2018-01-26T09:30:00Z",
    )


def card(
    number: int = 1,
    headline: str = "Northgate may build a delivery service with Pellworth",
    status: CardStatus = "rumour",
) -> Card:
    """Return a card with something in every part."""
    return Card(
        id=f"c{number}",
        status=status,
        headline=headline,
        lede=Point(text="Northgate is in talks with Pellworth, two people said.", evidence=(0,)),
        points=(
            Point(text="The talks began in November and may still fail.", evidence=(1,)),
            Point(text="Northgate runs 2,800 shops & sells $115 billion a year.", evidence=(2,)),
        ),
        why=Point(text="A deal would bring groceries from abroad to its shelves.", evidence=(3,)),
        numbers=(
            Number(
                value="$115 billion",
                kind="money",
                amount="115000000000",
                currency="USD",
                measures="yearly sales of Northgate",
                period="2016",
                status="reported",
                evidence=(2,),
            ),
            Number(value="2,800", kind="count", amount="2800", measures="shops", evidence=(2,)),
        ),
        entities=(
            Entity(name="Northgate", kind="company", role="grocer in talks"),
            Entity(name="Mara Quill", kind="person"),
        ),
        watch=(
            Watch(
                question="Will Northgate and Pellworth sign an agreement?",
                actor="Northgate",
                event="sign",
                by="2018-06-30",
            ),
        ),
        verify=("Neither company has confirmed the talks.",),
        checks=Checks(passed=7, total=7),
        article=Source(
            title=headline,
            site="Retail Ledger",
            authors=("Ann Writer", "Bo Author"),
            published="2018-01-26T09:30:00Z",
            url=f"https://ledger.example/news/{number}",
            language="en",
            words=431,
        ),
        sentences=("One.", "Two.", "Three.", "Four."),
    )


def article() -> Article:
    """Return an article with every kind of block."""
    return Article(
        id="a1",
        title="Northgate opens 12 shops",
        text="First paragraph.\n\n## A heading\n\n- one\n- two\n\n| city | shops |\n| Leeds | 4 |",
        url="https://ledger.example/news/1",
        site="Retail Ledger",
        authors=("Ann Writer",),
        published="2018-01-26",
        language="en",
    )


def _question(number: int, answered: bool = False) -> Question:
    answer = Answer(
        polarity="yes", article=source(2), sentence="Northgate opened its 12th shop on Friday."
    )
    return Question(
        id=f"q{number}",
        question=f"Will Northgate open shop number {number}?",
        actor="Northgate",
        event="open",
        article=source(1),
        opened="2018-01-20",
        by="2018-01-31",
        state="answered" if answered else "open",
        answer=answer if answered else None,
    )


def story(number: int, headline: str = "", status: CardStatus = "announced") -> BriefedStory:
    """Return a briefed story of two sources."""
    made = card(number, headline or f"Northgate announces plan number {number}", status)
    return BriefedStory(
        id=f"s{number}",
        headline=made.headline,
        card=made,
        articles=(source(number), source(number + 100, site="Trade Weekly")),
        independent=2,
        beat="grocery",
        reasons=("named company", "2 independent sources"),
    )


def briefing(
    stories: int = 3, also: int = 4, headlines: tuple[str, ...] = (), date: str = "2018-01-26"
) -> Briefing:
    """Return a briefing; its first story is a rumour, its second ran before."""
    told = [
        story(i, headlines[i - 1] if i <= len(headlines) else "") for i in range(1, stories + 1)
    ]
    if told:
        first = told[0]
        told[0] = replace(first, card=replace(first.card, status="rumour"))
    if len(told) > 1:
        told[1] = replace(told[1], update_of="s0", what_is_new="The plan now has a date.")
    items = [
        AlsoItem(
            id=f"i{i}",
            text=f"Dunmore Market closes {i} shops in Hull.",
            status="reported",
            beat="stores" if i % 2 else "",
            articles=(source(200 + i),),
        )
        for i in range(1, also + 1)
    ]
    refs = [a for s in told for a in s.articles] + [a for i in items for a in i.articles]
    return Briefing(
        date=date,
        timezone="Europe/Berlin",
        window=(f"{date}T00:00:00Z", f"{date}T17:00:00Z"),
        top_line="Northgate may build a delivery service; Dunmore closes shops.",
        stories=tuple(told),
        also=tuple(items),
        numbers=tuple(
            NumberRow(number=s.card.numbers[0], headline=s.headline, source=n)
            for n, s in enumerate(told[:3], 1)
        ),
        watch=WatchList(
            answered=(_question(1, answered=True),), due=(_question(2),), new=(_question(3),)
        ),
        changes=("The figure of 25 January was 115, not 151, billion.",),
        verify=("Neither company has confirmed the talks.",),
        sources=tuple(
            BriefingSource(number=n, article=a, hash=f"{n:08x}") for n, a in enumerate(refs, 1)
        ),
        failures=(Failure(source="https://slow.example/feed", reason="no answer in 60 seconds"),),
        trends=(Trend(name="Northgate", values=(0, 1, 3, 2), until="2018-01-26"),),
        articles_read=57,
        usage=Usage(),
        checks=Checks(passed=21, total=21),
    )


def long_card(letters: int = 10_000) -> Card:
    """Return a card of about so many letters."""
    sentence = "Northgate said that the plan & its cost would be told to <all> readers in spring. "
    count = letters // len(sentence) // 4
    points = tuple(Point(text=f"{i}. " + sentence * 4) for i in range(count))
    return replace(card(), points=points)
