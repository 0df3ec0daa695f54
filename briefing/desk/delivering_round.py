"""A round through the parcels of one thing for one target, in order, at the target's pace."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace

from briefing.config.settings import TargetConfig
from briefing.desk import delivering_parts as parts
from briefing.desk import delivering_post as post
from briefing.desk.events import Delivered, DeliveryFailed, Event, Note, Progress
from briefing.desk.ports import Archive
from briefing.errors import DeliveryError
from briefing.io.deliver.receipt import Receipt
from briefing.models import Parcel

_PACE = 1.05  # seconds between two messages into one Slack channel
_TRIES = 4  # attempts at one part while the server says to come back
_LONGEST = 90.0  # seconds that a run waits for a server; the outbox waits longer
_UNDER_WAY = "sending was interrupted before an answer came"
_RETRY = "briefing send --retry sends what did not arrive"
_SAME = "briefing send --retry sends it under the same Message-ID, which is shown once"
_LOOK = "look whether it is there; if not: briefing send --retry --unknown"


class Round:
    """Sends parcels one by one and notes each step in the outbox before and after it."""

    def __init__(
        self,
        archive: Archive,
        target: TargetConfig,
        parcels: list[Parcel],
        now: str,
        cancelled: Callable[[], bool],
        sleep: Callable[[float], None],
        unknown: bool = False,
    ) -> None:
        self.archive, self.target, self.now = archive, target, now
        self.parcels = parcels
        self.cancelled, self.sleep, self.unknown = cancelled, sleep, unknown
        self._last = -_PACE

    def run(self, *, again: bool = True) -> Iterator[Event]:
        """Send what is not sent. `again` tells of parts that had arrived before, too.

        The first part that fails ends the round, so that the order stays; the rest waits. The
        parts of a mail are its readers, and one does not wait for another.
        """
        for at in range(len(self.parcels)):  # not those that come on the way
            parcel = self.parcels[at]
            if self.cancelled():
                return
            if parcel.state == "sent":
                if again:
                    yield self._delivered(parcel, repeated=True)
                continue
            if len(self.parcels) > 1:
                yield Progress(done=at, total=len(self.parcels), what=parcel.target)
            yield from self._one(at)
            if self._ends(at):
                return

    def _one(self, at: int) -> Iterator[Event]:
        """Bring one part as far as it gets, and tell how far that is."""
        parcel = self.parcels[at]
        if parcel.state == "unknown" and not post.repeatable(self.target):
            found = post.looked_up(self.target, parcel, self._thread(at))
            if found is None and not self.unknown:
                yield self._failed(parcel, f"{parcel.word}; not repeated", unknown=True)
                return
            if found and found.state == "sent":
                self._note(at, found)
                yield self._delivered(self.parcels[at])
                return
        receipt = yield from self._tried(at)
        if receipt is None:
            return
        self._note(at, receipt)
        if receipt.state == "sent":
            yield self._delivered(self.parcels[at])
            yield from self._left_out(at, receipt)
        else:
            yield self._failed(parcel, receipt.word, unknown=receipt.state == "unknown")

    def _tried(self, at: int) -> Generator[Event, None, Receipt | None]:
        """Attempt a part, again while the server asks for patience; None when told to stop."""
        before = self.parcels[at]
        for tries in range(1, _TRIES + 1):
            self._pause(self._last + _PACE - time.monotonic() if self._is_slack() else 0.0)
            if self.cancelled():
                return None
            self._save(at, replace(before, state="unknown", word=_UNDER_WAY, updated=self.now))
            receipt = post.attempt(self.target, before, self._thread(at))
            self._last = time.monotonic()
            if receipt.state == "unknown" and self._is_slack():
                found = post.looked_up(self.target, before, self._thread(at))
                receipt = found if found and found.state == "sent" else receipt
            if receipt.wait is None or receipt.wait > _LONGEST or tries == _TRIES:
                return receipt
            self._note(at, receipt)
            yield Note(text=f"{before.target}: {receipt.word}; waiting {receipt.wait:g} s")
            self._pause(receipt.wait)
            if self.cancelled():
                return None
        return None

    def _left_out(self, at: int, receipt: Receipt) -> Iterator[Event]:
        """Give the recipients that a mail server refused a parcel of their own."""
        if not receipt.refused:
            return
        parcel = self.parcels[at]
        body = json.loads(parcel.payload)["body"]
        words = "; ".join(f"{to}: {word}" for to, word in receipt.refused)
        left = replace(
            parcel,
            part=len(self.parcels) + 1,
            payload=parts.envelope(tuple(to for to, _ in receipt.refused), body),
            state="failed",
            word=words,
            remote="",
        )
        total = len(self.parcels) + 1
        self.parcels[:] = [replace(p, parts=total) for p in (*self.parcels, left)]
        self.archive.outbox.save(self.parcels)
        yield self._failed(self.parcels[-1], f"refused: {words}")

    def _thread(self, at: int) -> str:
        """Return the message a part goes below: the overview, for a briefing with a token."""
        return self.parcels[0].remote if at and parts.threaded(self.target) else ""

    def _ends(self, at: int) -> bool:
        parcel = self.parcels[at]
        if parcel.state == "unknown":  # no reply can go below a message without a name
            return at == 0 and parts.threaded(self.target) and not parcel.remote
        return parcel.state != "sent" and self.target.kind != "mail"

    def _is_slack(self) -> bool:
        return self.target.kind == "slack"

    def _pause(self, seconds: float) -> None:
        """Wait, in pieces short enough to be stopped."""
        while seconds > 0 and not self.cancelled():
            self.sleep(min(seconds, 0.2))
            seconds -= 0.2

    def _note(self, at: int, receipt: Receipt) -> None:
        parcel = self.parcels[at]
        remote = receipt.remote or parcel.remote
        self._save(at, replace(parcel, state=receipt.state, word=receipt.word, remote=remote))

    def _save(self, at: int, parcel: Parcel) -> None:
        self.parcels[at] = parcel
        self.archive.outbox.save([parcel])

    def _delivered(self, parcel: Parcel, *, repeated: bool = False) -> Delivered:
        return Delivered(
            target=parcel.target,
            part=parcel.part,
            parts=parcel.parts,
            word=parcel.word,
            repeated=repeated,
        )

    def _failed(self, parcel: Parcel, word: str, *, unknown: bool = False) -> DeliveryFailed:
        which = f" part {parcel.part}/{parcel.parts}" if parcel.parts > 1 else ""
        hint = _RETRY
        if unknown:
            hint = _SAME if self.target.kind == "mail" else _LOOK
        error = DeliveryError(
            f"{parcel.target}{which}: {word}",
            target=parcel.target,
            status=word,
            hint=hint,
        )
        return DeliveryFailed(
            target=parcel.target,
            part=parcel.part,
            parts=parcel.parts,
            error=error,
            unknown=unknown,
        )
