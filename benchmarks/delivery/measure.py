"""CPU time of writing and checking a briefing for every channel: `python measure.py [STORIES]`.

Prints a line for each channel (first run and median of the later ones) and the sums; a fresh
process pays the first run, with its imports.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests"))

import specimens

ROUNDS = 15
B = specimens.briefing(int(sys.argv[1]) if len(sys.argv) > 1 else 20, 8)


def written(form: str) -> None:
    from briefing.desk import forms

    forms.write(B, form)


def slack(threads: bool) -> None:
    from briefing.render import slack, slack_limits

    for payload in slack.thread(B) if threads else slack.briefing(B):
        assert not slack_limits.problems(payload)


def mail() -> None:
    from briefing.render import mail

    message = mail.briefing(B, mail.Letterhead("a@shop.example", ("b@shop.example",)))
    assert max(map(len, message.split(b"\r\n"))) <= 998


CHANNELS: dict[str, Callable[[], None]] = {
    "slack, webhook": lambda: slack(False),
    "slack, threads": lambda: slack(True),
    "mail": mail,
    **{
        form: lambda form=form: written(form)
        for form in ("text", "markdown", "html", "json", "atom")
    },
}


def cpu(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def main() -> None:
    first = {name: cpu(work) for name, work in CHANNELS.items()}
    later = {
        name: statistics.median(cpu(work) for _ in range(ROUNDS)) for name, work in CHANNELS.items()
    }
    print(f"{len(B.stories)} stories, {len(B.also)} in one sentence; milliseconds of CPU")
    for name in CHANNELS:
        print(f"  {name:16s} first {first[name]:6.1f}   then {later[name]:6.1f}")
    print(f"  {'all':16s} first {sum(first.values()):6.1f}   then {sum(later.values()):6.1f}")


if __name__ == "__main__":
    main()
