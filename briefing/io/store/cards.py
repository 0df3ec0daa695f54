"""Cards by article and by what made them."""

from __future__ import annotations

from briefing import wire
from briefing.io.store.database import Database
from briefing.models import Card


class Cards:
    """See `desk/ports.py`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, article_id: str, key: str) -> Card | None:
        """Return the card that was made of an article that way."""
        return _card(
            self._db.value(
                "select card from cards where article = ? and key = ?", (article_id, key)
            )
        )

    def latest(self, article_id: str) -> Card | None:
        """Return the card made last of an article."""
        return _card(
            self._db.value("select card from cards where article = ? and latest", (article_id,))
        )

    def save(self, article_id: str, key: str, card: Card, *, made: str) -> None:
        """Keep a card; it is the latest of its article now."""
        with self._db.write() as link:
            link.execute("update cards set latest = 0 where article = ?", (article_id,))
            link.execute(
                "insert or replace into cards (article, key, status, made, latest, card) "
                "values (?, ?, ?, ?, 1, ?)",
                (article_id, key, card.status, made, wire.dumps(card)),
            )


def _card(text: str | None) -> Card | None:
    """Return a kept card; one that can no longer be read counts as none and is made anew."""
    try:
        return wire.loads(Card, text) if text is not None else None
    except ValueError:
        return None
