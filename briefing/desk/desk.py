"""`Desk`: one method for each thing a reader or an editor can ask for. Holds no knowledge itself.

Safe to use from several threads. It is built in floors: `tools.py` (what it works with),
`reading.py` (sources, articles, cards), `outgoing.py` (what leaves the house), and here feeds,
days and the ledger.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk.cancelling import Cancelled, never
from briefing.desk.outgoing import OutgoingDesk
from briefing.desk.tools import Ways
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.core.page.sniff import Kind
    from briefing.desk.events import Event
    from briefing.desk.subscriptions import Health
    from briefing.models import (
        Article,
        Briefing,
        Card,
        Dossier,
        Feed,
        Question,
        WatchState,
    )


class Desk(OutgoingDesk):
    """Everything a face can ask for."""

    # ------------------------------------------------------------------ feeds

    def feeds(self) -> list[Feed]:
        """Return the subscriptions."""
        return self.archive.feeds.all()

    def feed_counts(self) -> Mapping[str, tuple[int, int]]:
        """Return {feed: (unread, articles of the last 28 days)}."""
        return self.archive.feeds.counts()

    def follow(self, url: str, category: str = "", *, fetch: bool = True) -> Iterator[Event]:
        """Subscribe to a feed, or to the feed of a site; it is fetched at once."""
        from briefing.desk import subscriptions

        yield from subscriptions.follow(
            self.archive,
            self.net,
            self.config.net,
            url,
            now=self.now(),
            category=category,
            fetch=fetch,
        )

    def import_feeds(
        self, source: str, *, fetch: bool = True, cancelled: Cancelled = never
    ) -> Iterator[Event]:
        """Take in OPML, newsboat's `urls`, or the starter list (`starter`)."""
        from briefing.desk import subscriptions

        yield from subscriptions.import_feeds(
            self.archive,
            self.net,
            self.config.net,
            source,
            now=self.now(),
            fetch=fetch,
            cancelled=cancelled,
        )

    def export_feeds(self) -> str:
        """Return the subscriptions as OPML."""
        from briefing.desk import subscriptions

        return subscriptions.export(self.archive)

    def unfollow(self, url: str) -> bool:
        """End a subscription; its articles stay. Say whether it stood."""
        from briefing.desk import subscriptions

        return subscriptions.unfollow(self.archive, url)

    def health(self) -> list[Health]:
        """Return how each feed is, in words."""
        from briefing.desk import subscriptions

        return subscriptions.health(self.archive, now=self.now())

    def find_new_address(self, url: str) -> str | None:
        """Look for the address a feed has moved to."""
        from briefing.desk import subscriptions

        return subscriptions.find_new_address(self.archive, self.net, url, now=self.now())

    def full_text(self, id: str) -> Article:
        """Fetch an article's page; a wall never overwrites a better text."""
        from briefing.desk import subscriptions

        return subscriptions.full_text(self.archive, self.net, id, now=self.now())

    def newsboat_files(self) -> list[Path]:
        """Return the files of newsboat subscriptions found on this machine."""
        from briefing.desk import subscriptions

        return subscriptions.newsboat_files(os.environ)

    def refresh(
        self,
        urls: Sequence[str] = (),
        *,
        all: bool = False,
        full_text: bool = False,
        cancelled: Cancelled = never,
    ) -> Iterator[Event]:
        """Fetch the feeds that are due, or all; what came is held against the ledger."""
        from briefing.desk import refresh

        yield from refresh.refresh(
            self.archive,
            self.net,
            self.config.net,
            now=self.now(),
            urls=urls,
            all=all,
            full_text=full_text,
            cancelled=cancelled,
        )
        self._catch_up()
        self.prune()

    def _catch_up(self) -> None:
        if self.archive.questions.all(("open", "answered")):
            from briefing.desk import ledger  # reads texts, which takes time to load

            ledger.catch_up(self.archive, now=self.now())

    # ------------------------------------------------------------------ days

    def brief(
        self,
        date: str | None = None,
        *,
        sources: Sequence[str] = (),
        kind: Kind | None = None,
        since: str | None = None,
        save: bool = True,
        dry_run: bool = False,
        cancelled: Cancelled = never,
    ) -> Iterator[Event | Briefing | str]:
        """Yield what happens on the way to a briefing, and last the briefing.

        With sources it is made from just these and not kept; else from the archive's window, which
        `since` begins earlier: at a date, or with the `last` kept issue before the day.
        With `dry_run` the last item is what a model would be sent, and nothing is kept.
        """
        ways = Ways(save=save and not dry_run, dry_run=dry_run, cancelled=cancelled)
        if sources:
            yield from self._brief_sources(date, sources, kind, ways)
            return
        day = self.today() if date is None else date
        if not ways.save:
            yield from self._brief_day(day, since, ways)
            return
        with self.archive.lock(f"daily {day}", wait=60.0):
            yield from self._brief_day(day, since, ways)

    def _brief_sources(
        self, date: str | None, sources: Sequence[str], kind: Kind | None, ways: Ways
    ) -> Iterator[Event | Briefing | str]:
        from briefing.desk import briefs, events
        from briefing.models import Failure

        articles: list[Article] = []
        failures: list[Failure] = []
        for found in self.readable(sources, kind=kind):
            if ways.cancelled():
                return
            if isinstance(found, events.SourceRefused):
                reason = str(found.error).removeprefix(f"{found.origin}: ")
                failures.append(Failure(source=found.origin, reason=reason))
                yield found
            else:
                articles.append(found)
        if failures and not articles:
            raise BriefingError(
                "no source could be read, so there is nothing to brief",
                hint="see the reasons above",
            )
        dated = max((a.published[:10] for a in articles if a.published), default=self.today())
        issue = briefs.Issue(date=date or dated, articles=articles, failures=failures)
        yield from briefs.compose_issue(
            issue,
            self.editor,
            self.config.daily,
            watch=lambda cards, draft: briefs.of_sources(articles, cards, draft),
            cancelled=ways.cancelled,
            dry_run=ways.dry_run,
        )

    def _brief_day(
        self, day: str, since: str | None, ways: Ways
    ) -> Iterator[Event | Briefing | str]:
        from briefing.core.day import window
        from briefing.desk import briefs, ledger
        from briefing.models import Briefing

        daily, archive, now = self.config.daily, self.archive, self.now()
        earlier = briefs.earlier(archive, day)
        if since == "last":
            since = earlier[0].date if earlier else day
        start, end = window.since(
            day if since is None else since, day, daily.timezone, daily.day_starts
        )
        if ways.save:
            ledger.catch_up(archive, now=now)
            ledger.expire(archive, today=self.today())
        issue = briefs.Issue(
            date=day,
            articles=archive.articles.between(start, end),
            failures=briefs.failures(archive),
            window=(start, end),
            earlier=earlier,
            trends=briefs.trends(archive, daily.watchlist, date=day, now=end)
            if daily.chart
            else (),
        )
        for item in briefs.compose_issue(
            issue,
            self.editor,
            daily,
            watch=lambda cards, draft: briefs.of_archive(
                archive, cards, draft, earlier=earlier, since=since, now=now, keep=ways.save
            ),
            cancelled=ways.cancelled,
            dry_run=ways.dry_run,
        ):
            if isinstance(item, Briefing) and ways.save:
                yield from briefs.keep(archive, item, now=now)
            yield item

    def week(self, date: str | None = None) -> Briefing:
        """Return the kept briefings of the seven days that end with `date`, rolled into one."""
        from briefing.desk import weekly

        return weekly.week(self.archive, self.config.daily, until=date or self.today())

    def noun(self, file: Path | None, date: str | None) -> Briefing | Card:
        """Return the card or briefing of a JSON file, or the kept briefing of a day."""
        if file is not None:
            from briefing.desk import nouns

            return nouns.of_file(file)
        day = date or self.today()
        kept = self.briefing(day)
        if kept is None:
            raise BriefingError(
                f"no briefing of {day} is kept", hint=f"make it with: briefing daily --date {day}"
            )
        return kept

    def briefings(self) -> list[str]:
        """Return the dates of the kept briefings, newest first."""
        return sorted(self.archive.briefings.dates(), reverse=True)

    def briefing(self, date: str) -> Briefing | None:
        """Return the kept briefing of a day."""
        from briefing import wire
        from briefing.models import Briefing

        text = self.archive.briefings.get(date)
        return wire.loads(Briefing, text) if text else None

    def company(self, name: str, *, days: int = 90) -> Dossier:
        """Return everything on one company in the last days, in order, with its questions."""
        from briefing.desk import briefs

        return briefs.company(self.archive, name, days=days, today=self.today(), now=self.now())

    # ------------------------------------------------------------------ the ledger

    def questions(self, states: Sequence[WatchState] = (), *, due: bool = False) -> list[Question]:
        """Return the questions of the ledger, soonest date first, after holding what is new."""
        from briefing.desk import ledger

        ledger.catch_up(self.archive, now=self.now())
        return ledger.listed(self.archive, states=states, today=self.today(), due=due)

    def watch(self, act: str, id: str, value: str | None = None) -> Question:
        """Confirm, reject, answer, drop, snooze or edit a question."""
        from briefing.desk import ledger

        return ledger.act(self.archive, act, id, value, now=self.now())
