"""A day as the pictures of README and docs show it: every company and figure is invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fake_desk import FakeDesk
from specimens import briefing, card

from briefing.config import Config, DailyConfig
from briefing.models import (
    AlsoItem,
    Answer,
    Article,
    ArticleRef,
    BriefedStory,
    Briefing,
    Card,
    Checks,
    Entity,
    Number,
    Point,
    Question,
    Source,
    Watch,
    WatchList,
)

DAY = "2026-11-20"
TEXT = (
    "Larkspur, the country's second-largest grocer, is in talks with Yundian on a payments "
    "tie-up, three people close to the talks said on Thursday.\n\nSenior executives visited "
    "Yundian's stores in Hangzhou in October. If a deal is reached, Larkspur would likely accept "
    "Yundian's wallet in 310 shops on the west coast first.\n\nYundian counts 560 million users "
    "of its wallet. Larkspur's sales rose 2.1% in the third quarter, to $31.4 billion, while the "
    "market grew 3%.\n\n“We do not comment on rumours,” a Larkspur spokesman said.\n\nThe talks "
    "may still fail, and no term sheet has been signed, one of the people said."
)
SENTENCES = (
    "Larkspur, the country's second-largest grocer, is in talks with Yundian on a payments "
    "tie-up, three people close to the talks said on Thursday.",
    "Senior executives visited Yundian's stores in Hangzhou in October.",
    "If a deal is reached, Larkspur would likely accept Yundian's wallet in 310 shops on the west "
    "coast first.",
    "Yundian counts 560 million users of its wallet.",
    "Larkspur's sales rose 2.1% in the third quarter, to $31.4 billion, while the market grew 3%.",
    "“We do not comment on rumours,” a Larkspur spokesman said.",
    "The talks may still fail, and no term sheet has been signed, one of the people said.",
)
TITLES = (
    "Larkspur said to be in talks with Yundian on payments",
    "Northgate lifts its guidance after a strong third quarter",
    "EU opens a case on how Quillbay ranks its own goods",
    "Pellworth closes 14 stores in the north",
    "Dunmore hires its finance chief from Arden",
    "Hetian plans 60 community stores for next year",
    "Arden signs a 15-year lease in Leeds",
    "Parcelworth strike enters its second week",
    "Oriel Pay cuts fees for small shops",
)
_SITES = ("Retail Courier", "Shelf & Ledger", "The Counter", "The Till", "Stockroom", "Asia Shelf")


def the_card() -> Card:
    """Return the card of the first story."""
    return replace(
        card(),
        id="a1",
        status="rumour",
        headline=TITLES[0],
        lede=Point(
            text="Larkspur, the country's second-largest grocer, is said to be in talks with "
            "Yundian on a payments tie-up.",
            evidence=(0,),
        ),
        points=(
            Point(
                text="Executives visited Yundian's stores in Hangzhou in October.", evidence=(1,)
            ),
            Point(
                text="The wallet would likely come to 310 west-coast shops first.", evidence=(2,)
            ),
            Point(text="No term sheet is signed; the talks may still fail.", evidence=(6,)),
        ),
        why=Point(text="Larkspur grows more slowly than its market.", evidence=(4,)),
        numbers=(
            Number(
                value="$31.4 billion",
                kind="money",
                measures="sales of Larkspur",
                period="third quarter",
                evidence=(4,),
            ),
            Number(
                value="560 million",
                kind="count",
                measures="users of Yundian's wallet",
                evidence=(3,),
            ),
            Number(
                value="310",
                kind="count",
                measures="west-coast shops",
                status="projected",
                evidence=(2,),
            ),
        ),
        entities=(
            Entity(name="Larkspur", kind="company", role="grocer in talks", evidence=(0,)),
            Entity(name="Yundian", kind="company", role="owner of the wallet", evidence=(0, 3)),
        ),
        watch=(
            Watch(
                question="Will Larkspur or Yundian confirm the talks?",
                actor="Larkspur",
                event="confirm",
                by="2027-01-19",
                evidence=(5,),
            ),
        ),
        verify=("The tie-up rests on unnamed people; neither company has confirmed it.",),
        checks=Checks(passed=11, total=11),
        article=Source(
            title=TITLES[0],
            site="Retail Courier",
            authors=("Zoe Marsh",),
            published=f"{DAY}T06:10:00Z",
            words=431,
        ),
        sentences=SENTENCES,
    )


def _ref(n: int) -> ArticleRef:
    return ArticleRef(id=f"a{n}", title=TITLES[n - 1], site=_SITES[(n - 1) % 6])


def _story(n: int, status: Any, beat: str, others: int, **more: Any) -> BriefedStory:
    made = replace(the_card(), id=f"a{n}", status=status, headline=TITLES[n - 1])
    return BriefedStory(
        id=f"s{n}",
        headline=TITLES[n - 1],
        card=made,
        articles=(_ref(n),),
        independent=1 + others,
        beat=beat,
        **more,
    )


def the_day() -> Briefing:
    """Return the briefing of the day."""
    answered = Question(
        id="q1",
        question="Will Arden sign the Leeds lease?",
        actor="Arden",
        event="sign",
        article=_ref(7),
        opened="2026-10-02",
        by="2026-11-30",
        state="answered",
        answer=Answer(
            polarity="yes",
            article=_ref(7),
            sentence="Arden has signed a 15-year lease on Albion Street.",
        ),
    )
    due = replace(
        answered, id="q2", question="Will Oriel Pay cut its fees?", answer=None, state="open"
    )
    also = ((4, "reported"), (5, "announced"), (6, "announced"))
    return replace(
        briefing(date=DAY),
        stories=(
            _story(1, "rumour", "payments", 2),
            _story(2, "filed", "earnings", 4),
            _story(3, "announced", "policy", 0, update_of="s0", what_is_new="A case is open now."),
        ),
        also=tuple(
            AlsoItem(id=f"i{n}", text=TITLES[n - 1], status=status, articles=(_ref(n),))  # type: ignore[arg-type]
            for n, status in also
        ),
        watch=WatchList(answered=(answered,), due=(due,)),
        changes=(),
        failures=(),
    )


class GoodDay(FakeDesk):
    """A desk on which it is the twentieth of November."""

    def __init__(self) -> None:
        super().__init__(
            titles=TITLES,
            kept=(the_day(),),
            config=Config(daily=DailyConfig(watchlist=("Larkspur", "Northgate"))),
        )
        sources = (3, 5, 1, 1, 1, 1, 1, 2, 1)
        self.all = [
            h._replace(
                published=f"{DAY[:-2]}{20 - n // 2}T06:10:00Z",
                site=_SITES[n % 6],
                sources=sources[n],
                card_status="rumour" if n == 0 else None,
            )
            for n, h in enumerate(self.all)
        ]

    def today(self) -> str:
        return DAY

    def article(self, id: str) -> Article | None:
        found = super().article(id)
        made = the_card().article
        return found and replace(
            found, text=TEXT, site=made.site, authors=made.authors, published=made.published
        )

    def sources(self, id: str) -> list[tuple[str, str]]:
        count = next(h.sources for h in self.all if h.id == id)
        names = ("Retail Courier", "The Counter", "Asia Shelf", "The Till", "Stockroom")
        return [(name, f"https://{n}.example/1") for n, name in enumerate(names[:count])]

    def card(self, id: str) -> Card | None:
        title = next(h.title for h in self.all if h.id == id)
        return replace(the_card(), id=id, headline=title)
