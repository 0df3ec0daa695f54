"""Each parser as a call that takes bytes: what it may refuse it refuses as a BriefingError.

Where a function says in its own contract that it raises ValueError for what it cannot read (the
readers of replies and of lines), that is a refusal too, caught here as its caller catches it.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

from briefing import config
from briefing.core import query
from briefing.core.card import ground, offline
from briefing.core.feed import newsboat, opml
from briefing.core.page import extract
from briefing.core.prompting import forms, labelled, partial, reply, salvage, validate
from briefing.desk import archive, finding, intake, parsing
from briefing.desk.editor_check import Standard
from briefing.models import Article, Page

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import model_articles  # noqa: E402  # a neighbour, not a package

Call = Callable[[bytes], object]
NOW = "2026-03-03T12:00:00Z"


def feeds(body: bytes) -> None:
    """A feed, its entries, and the articles they hold."""
    from briefing.core.feed import parse

    page = Page(origin="fuzz", body=body, url="https://a.example/feed")
    parsing.document(page)
    for entry in parse.feed(page).entries[:20]:
        intake.unreadable("fuzz", extract.of_entry(entry, "fuzz", None))


def pages(body: bytes) -> None:
    """A page as what it looks like, and as HTML."""
    page = Page(origin="fuzz", body=body, url="https://a.example/1")
    list(intake.of_pages([page]))
    extract.articles(page, kind="html")


def dumps(body: bytes) -> None:
    """A text as what it looks like, as a dump, as prose and as Markdown."""
    page = Page(origin="fuzz", body=body)
    list(intake.of_pages([page]))
    for kind in ("dump", "text", "markdown"):
        list(intake.of_pages([page], kind=kind))  # type: ignore[arg-type]


def mail(body: bytes) -> None:
    """A message as what it looks like, as a letter and as a mailbox."""
    page = Page(origin="fuzz", body=body)
    for kind in (None, "mail", "mbox"):
        list(intake.of_pages([page], kind=kind))  # type: ignore[arg-type]


def lists(body: bytes) -> None:
    """A list of subscriptions: newsboat's, whose queries are translated into ours, and OPML."""
    for line in newsboat.read(body.decode("utf-8", "replace")):
        if isinstance(line, newsboat.Query) and line.query:
            query.parse(line.query)
    for outline in opml.read(Page(origin="fuzz", body=body)):
        finding.address(outline.url)


def settings(folder: Path) -> Call:
    """A settings file, through to the list of its values."""
    file = folder / "config.toml"

    def call(body: bytes) -> None:
        file.write_bytes(body)
        config.effective(config.load(file, env={}))

    return call


def replies() -> Call:
    """A model's reply in each form, made a card and held against its article."""
    article = model_articles.GROCER
    base = offline.card(article)
    standard = Standard.of(article, base, "en")
    judge = standard.judge({})

    def call(body: bytes) -> None:
        text = body.decode("utf-8", "replace")
        partial.readable(text)
        for form in (forms.CARD, forms.FIX, forms.LEAD):
            for read in (salvage.json_object, lambda t, f=form: labelled.read(f, t)):
                with contextlib.suppress(ValueError):
                    data = validate.reply(form, read(text))
                    if form is forms.CARD:
                        judge(data)
                        made = reply.card(data, base, standard.evidence, model="m", prompt="p")
                        standard.published(made)
                    elif form is forms.FIX:
                        reply.corrected(base, data["claims"], standard.evidence)

    return call


def queries(folder: Path) -> Call:
    """A query, asked of an archive with two articles in it."""
    store = archive.open_archive(folder / "queries")
    for article in (model_articles.GROCER, model_articles.BANK):
        store.articles.add(article, arrived=NOW)

    def call(body: bytes) -> None:
        text = body.decode("utf-8", "replace")
        store.articles.headlines(text, order="best", limit=5, now=NOW, snippets=True)
        store.articles.count(text, now=NOW)

    return call


def cards(body: bytes) -> None:
    """A text as an article with its offline card, and as a line of `check --jsonl`."""
    text = body.decode("utf-8", "replace")
    title, _, rest = text.partition("\n")
    title = title[:300]
    article = Article(id="a", title=title, text=intake.paragraphs(rest), published="2026-03-03")
    with contextlib.suppress(ValueError, RecursionError):  # as the batch does
        line = {"id": 1, "source": model_articles.GROCER.text, "card": json.loads(text)}
        ground.answer(line)
    with contextlib.suppress(ValueError):
        ground.answer({"id": 1, "source": model_articles.GROCER.text, "claims": [{"text": rest}]})
    offline.card(article)


def calls(folder: Path) -> dict[str, Call]:
    """Return every parser by its name; `folder` takes what they write."""
    return {
        "feeds": feeds, "pages": pages, "dumps": dumps, "mail": mail, "opml": lists,
        "config": settings(folder), "replies": replies(), "queries": queries(folder),
        "cards": cards,
    }  # fmt: skip
