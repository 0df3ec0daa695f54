"""What a model costs, counted as it is spent and refused before it is too much.

Every run keeps a row of its own per day in the archive, so that two processes never overwrite
each other; a day's use is the sum of its rows. A call reserves the most it may use and gives back
what it did not.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable

from briefing.config import ModelConfig
from briefing.core.prompting import tokens
from briefing.core.prompting.tokens import Limit, Spent
from briefing.desk.ports import Archive
from briefing.errors import ModelError

KIND = "llm-usage"


class Budget:
    """The use of one run, and of the day in all. Safe for several threads."""

    def __init__(self, config: ModelConfig, archive: Archive | None, now: Callable[[], str]):
        self._prices = (config.price_input, config.price_output)
        self._run_limit = Limit("run", config.budget_run, config.money_run)
        self._day_limit = Limit("day", config.budget_day, config.money_day)
        self._archive, self._now = archive, now
        self._run = secrets.token_hex(4)
        self._lock = threading.Lock()
        self._used: dict[str, Spent] = {}
        self._reserved = Spent()

    @property
    def used(self) -> Spent:
        """Return what this run has used."""
        with self._lock:
            return self._sum(self._used.values())

    def reserve(self, most: Spent) -> None:
        """Set aside what a call may use at most. Raises ModelError (budget) if that is too much."""
        with self._lock:
            run = self._sum([*self._used.values(), self._reserved])
            reason = self._run_limit.refuses(run, most, self._prices)
            if reason is None and (self._day_limit.tokens or self._day_limit.money):
                day = self._elsewhere().plus(self._reserved)
                day = day.plus(self._used.get(self._day(), Spent()))
                reason = self._day_limit.refuses(day, most, self._prices)
            if reason:
                raise ModelError(reason, kind="budget", hint="raise the budgets under [model]")
            self._reserved = self._reserved.plus(most)

    def settle(self, most: Spent, used: Spent) -> None:
        """Put what a call used in the place of what was set aside for it."""
        with self._lock:
            self._reserved = Spent(
                self._reserved.input - most.input,
                self._reserved.output - most.output,
                self._reserved.calls - most.calls,
            )
            day = self._day()
            self._used[day] = self._used.get(day, Spent()).plus(used)
            if self._archive is not None:
                spent = self._used[day]
                row = {"input": spent.input, "output": spent.output, "calls": spent.calls}
                self._archive.memory.remember(
                    KIND, f"{day}/{self._run}", json.dumps(row), now=self._now()
                )

    def cost(self, spent: Spent) -> float:
        """Return the money for tokens; 0 without prices."""
        return tokens.money(spent.input, spent.output, *self._prices)

    def _day(self) -> str:
        return self._now()[:10]

    def _elsewhere(self) -> Spent:
        """Return what other runs of this day used."""
        if self._archive is None:
            return Spent()
        mine, rows = f"{self._day()}/{self._run}", self._archive.memory.items(KIND)
        return self._sum(
            _row(value)
            for key, value in rows.items()
            if key.startswith(self._day()) and key != mine
        )

    @staticmethod
    def _sum(parts: object) -> Spent:
        total = Spent()
        for part in parts:  # type: ignore[attr-defined]
            total = total.plus(part)
        return total


def _row(text: str) -> Spent:
    try:
        row = json.loads(text)
        return Spent(int(row["input"]), int(row["output"]), int(row["calls"]))
    except (ValueError, TypeError, KeyError):
        return Spent()


def by_day(archive: Archive) -> dict[str, Spent]:
    """Return the tokens used per day, as far as the archive remembers."""
    days: dict[str, Spent] = {}
    for key, value in archive.memory.items(KIND).items():
        day = key.partition("/")[0]
        days[day] = days.get(day, Spent()).plus(_row(value))
    return days
