"""A feed is parsed within a time limit that it cannot outlive.

Nearly every feed takes a millisecond, here. A large one that is broken goes to the forgiving
parser in a process of its own, which is ended when its time is up.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import briefing
from briefing.core.feed import parse
from briefing.core.feed.items import Document
from briefing.errors import FeedError
from briefing.models import Page

DEADLINE = 4.0
"""Seconds a broken feed may take."""
_SMALL = 60_000  # bytes that take no time worth a process, whatever is in them
_CHILD = (
    "import pickle, sys; from briefing.core.feed import parse; "
    "sys.stdout.buffer.write(pickle.dumps(parse.forgiving(pickle.load(sys.stdin.buffer))))"
)


def document(page: Page) -> Document:
    """Return what a page says as a feed. Raises FeedError."""
    found = parse.strict(page)
    if found is None:
        found = parse.forgiving(page) if len(page.body) <= _SMALL else _apart(page)
    return parse.required(found, page)


def _apart(page: Page) -> Document | None:
    """Parse in a process of its own. Raises FeedError when its time is up."""
    import pickle  # few feeds are so broken and so large
    import subprocess

    home = str(Path(briefing.__file__).parents[1])
    paths = [home, os.environ.get("PYTHONPATH", "")]
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", _CHILD],
            input=pickle.dumps(page),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=DEADLINE,
            check=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in paths if p)},
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise FeedError(
            f"{page.origin}: too broken to be read in {DEADLINE:g} seconds",
            origin=page.origin,
            hint="tell the site; look for another feed of it",
        ) from error
    found: Document | None = pickle.loads(done.stdout)
    return found
