"""What works now: archive, feeds, model, targets; a line each, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.desk.tools import Tools

Line = tuple[str, bool, str]


def examine(desk: Tools) -> Iterator[Line]:
    """Yield (part, well, words); a part that is not set up is well and says so."""
    yield from _archive(desk)
    yield from _feeds(desk)
    yield from _model(desk)
    yield from _targets(desk)


def _archive(desk: Tools) -> Iterator[Line]:
    try:
        wrong = desk.archive.check()
        many = desk.archive.articles.count("", now=desk.now())
    except BriefingError as error:
        yield "archive", False, error.line()
        return
    if wrong:
        yield "archive", False, "; ".join(wrong)
    else:
        yield "archive", True, f"{desk.config.data}: sound, {many} articles"


def _feeds(desk: Tools) -> Iterator[Line]:
    try:
        feeds = desk.archive.feeds.all()
    except BriefingError:
        return  # the line on the archive has said it
    ill = [f for f in feeds if f.problem]
    if not feeds:
        yield "feeds", True, "none yet; briefing feeds starter follows 40 retail feeds"
    else:
        yield "feeds", not ill, f"{len(feeds)} followed, {len(ill)} ill (see: briefing feeds check)"


def _model(desk: Tools) -> Iterator[Line]:
    if desk.config.offline:
        yield "model", True, "not used (--offline); cards are written offline"
    elif not desk.config.model.name:
        yield "model", True, "none set up; cards are written offline"
    else:
        for name, well, words in desk.editor.doctor():
            yield f"model: {name}", well, words


def _targets(desk: Tools) -> Iterator[Line]:
    from briefing.desk import delivering

    if not desk.config.targets:
        yield "targets", True, "none set up; see: briefing config init"
    for name, target in sorted(desk.config.targets.items()):
        try:
            yield f"target {name}", True, delivering.ready(name, target)
        except BriefingError as error:
            yield f"target {name}", False, error.line()
