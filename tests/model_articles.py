"""Articles of our own for the tests of the model's room, and an archive held in memory."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from briefing.models import Article, Card

GROCER = Article(
    id="grocer",
    title="Harrow & Lane to open 12 stores in the north by June",
    url="https://news.example/harrow",
    site="Example News",
    published="2026-03-02",
    language="en",
    text="""Harrow & Lane, the grocer, will open 12 stores in the north of England by June, it said
on Monday. The company plans to hire 640 people for them.

Its sales rose 3% to £2 billion in the year to January. Chief executive Petra Lindqvist said
the chain was "cautious about the summer" because costs had risen.

The grocer is reportedly in talks with Copperline, a logistics firm, about a depot in Leeds,
according to the Yorkshire Courier. Neither company would comment.

Analysts at Morrow Bank expect food prices to rise by about 2% this year. Rival Tessamart
closed 9 shops in February and cut 310 jobs.""",
)
BANK = Article(
    id="bank",
    title="Payment firm Lumen Pay sues card network over fees",
    url="https://news.example/lumen",
    published="2026-03-03",
    language="en",
    text="""Lumen Pay, a payment processor in Dublin, has sued the card network Orbis over
interchange fees, court papers show. It asks for €48 million in damages.

Orbis said the claim was without merit and that it would defend itself. A first hearing is
set for 14 May in the Commercial Court.

Lumen Pay processes payments for 9,000 small shops in Ireland. Its founder Aoife Brannigan
told the Liffey Times that fees had doubled in three years.""",
)


class Memory:
    """The memory of an archive, in a dict."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def recall(self, kind: str, key: str) -> str | None:
        return self.held.get((kind, key))

    def remember(self, kind: str, key: str, value: str, *, now: str) -> None:
        self.held[kind, key] = value

    def items(self, kind: str) -> dict[str, str]:
        return {k: v for (of, k), v in self.held.items() if of == kind}

    def forget(self, kind: str, key: str) -> None:
        self.held.pop((kind, key), None)


class Cards:
    """The cards of an archive, in a dict."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], Card] = {}

    def get(self, article_id: str, key: str) -> Card | None:
        return self.held.get((article_id, key))

    def latest(self, article_id: str) -> Card | None:
        return next((c for (of, _), c in reversed(self.held.items()) if of == article_id), None)

    def save(self, article_id: str, key: str, card: Card, *, made: str) -> None:
        self.held[article_id, key] = card


def archive() -> Any:
    """Return an archive that has only what an editor needs."""
    return SimpleNamespace(cards=Cards(), memory=Memory())
