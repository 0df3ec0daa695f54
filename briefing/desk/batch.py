"""The `--jsonl` filters: a JSON object a line in, one out, in any order; both cores at work.

A bad line is answered with `{"id", "error"}` and never stops the rest.
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from briefing import wire
from briefing.desk import intake, jsonl
from briefing.desk.jsonl import Line
from briefing.errors import BriefingError
from briefing.models import Page

_ALONE = 4  # so few lines are answered without starting processes
_WAITING = 64  # lines handed out at once: memory stays flat on endless input


def extract(line: Line) -> Line:
    """Answer one line of `extract --jsonl`."""
    from briefing.core.page import extract as extractor

    if not isinstance(line.get("html", line.get("text")), str):
        raise ValueError("'html' or 'text' must be given as text")
    page = Page(
        origin=str(line.get("id", "")),
        body=str(line.get("html", line.get("text"))).encode("utf-8", "replace"),
        url=line.get("url") if isinstance(line.get("url"), str) else None,
        charset="utf-8",
    )
    article = extractor.readings(page, kind="html" if "html" in line else None)[0]
    return {
        "id": line.get("id"),
        "title": article.title,
        "text": article.text,
        "authors": list(article.authors),
        "date": article.published[:10] if article.published else None,
        "site": article.site,
        "language": article.language,
        "verdict": article.verdict,
    }


def summarise(line: Line) -> Line:
    """Answer one line of `summarise --jsonl`, offline."""
    from briefing.core.card import offline, select

    article = intake.of_line(line)
    summary = select.summary(
        article.title,
        article.text,
        max_sentences=_whole(line, "max_sentences", 3),
        max_words=_whole(line, "max_words", 75),
        language=article.language,
    )
    card = offline.card(article)
    return {
        "id": line.get("id"),
        "summary": [point.text for point in summary],
        "questions": [watch.question for watch in card.watch],
        "card": wire.to_dict(card),
    }


def check(line: Line) -> Line:
    """Answer one line of `check --jsonl`."""
    from briefing.core.card import ground

    return ground.answer(line)


def _whole(line: Line, field: str, default: int) -> int:
    value = line.get(field, default)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"{field!r} must be a whole number above 0")
    return value


Filter = Callable[[Line], Line]
FILTERS: dict[str, Filter] = {"extract": extract, "summarise": summarise, "check": check}


def answer(name: str, raw: str) -> tuple[str, bool]:
    """Answer one raw line; return the JSON text and whether it went well."""
    try:
        result, good = FILTERS[name](jsonl.read(raw)), True
    except BriefingError as error:
        result, good = {"id": jsonl.ident(raw), "error": error.line()}, False
    except Exception as error:  # whatever one line brings, the others are answered
        result, good = {"id": jsonl.ident(raw), "error": f"{type(error).__name__}: {error}"}, False
    return json.dumps(result, ensure_ascii=False), good


def run(name: str, lines: Iterable[str], *, jobs: int | None = None) -> Iterator[tuple[str, bool]]:
    """Answer all lines with a filter, as (JSON text, went well), in any order."""
    stream = (line for line in lines if line.strip())
    first = list(islice(stream, _ALONE + 1))
    jobs = jobs or os.cpu_count() or 1
    if len(first) <= _ALONE or jobs == 1:
        for line in first:
            yield answer(name, line)
        for line in stream:
            yield answer(name, line)
        return
    yield answer(name, first[0])  # loads the libraries once, before the processes are forked
    gc.freeze()  # what is loaded stays: the collector need not go through it again
    yield from _spread(name, (line for part in (first[1:], stream) for line in part), jobs)


def _spread(name: str, lines: Iterator[str], jobs: int) -> Iterator[tuple[str, bool]]:
    """Answer lines in several processes; a line that kills its process is answered alone."""
    exhausted = False
    while not exhausted:
        held: dict[Future[tuple[str, bool]], str] = {}
        with ProcessPoolExecutor(jobs) as pool:
            try:
                yield from _pooled(pool, name, lines, held)
                exhausted = True
            except BrokenProcessPool:
                pass
        for line in held.values():
            yield _alone(name, line)


def _pooled(
    pool: ProcessPoolExecutor,
    name: str,
    lines: Iterator[str],
    held: dict[Future[tuple[str, bool]], str],
) -> Iterator[tuple[str, bool]]:
    """Answer lines in a pool; `held` names those not answered yet when the pool breaks."""
    for line in lines:
        marker: Future[tuple[str, bool]] = Future()
        held[marker] = line  # so that a pool that breaks on submission loses nothing
        future = pool.submit(answer, name, line)
        held[future] = held.pop(marker)
        if len(held) >= _WAITING:
            yield from _finished(held)
    while held:
        yield from _finished(held)


def _finished(pending: dict[Future[tuple[str, bool]], str]) -> Iterator[tuple[str, bool]]:
    done, _ = wait(pending, return_when=FIRST_COMPLETED)
    for future in done:
        result = future.result()
        del pending[future]
        yield result


def _alone(name: str, line: str) -> tuple[str, bool]:
    """Answer one line in a process of its own, so that a crash costs only this line."""
    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(answer, name, line).result()
    except BrokenProcessPool:
        refusal = {"id": jsonl.ident(line), "error": "the line could not be worked on"}
        return json.dumps(refusal), False
