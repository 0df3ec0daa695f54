"""A scored corpus of our own: short stories in layouts of the web and as page dumps.

The floors only rise. Texts are those of the sample articles, furniture is written here.
"""

# ruff: noqa: E501
from __future__ import annotations

import html
import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

import pytest

from briefing.core.language import text as language
from briefing.core.page import extract
from briefing.models import Page

EXPECTED = Path(__file__).resolve().parents[3] / "sample_articles" / "expected"
FLOORS = {"html": (0.998, 0.95), "dump": (0.999, 0.99)}  # mean F1, share without a wrong line
MENU = ("Home", "Grocery", "Fashion", "Payments", "Supply chain", "Events", "Jobs", "Log in")
MORE = (
    "Why the shopping trolley has four wheels",
    "Ten garden centres to watch next spring",
    "Podcast: the night shift speaks",
    "Bed chain’s profit doubles on foam",
)


def _links(texts: tuple[str, ...], tag: str = "li") -> str:
    return "".join(f"<{tag}><a href='/{i}'>{t}</a></{tag}>" for i, t in enumerate(texts))


def _paragraphs(parts: list[str], form: str = "<p>{}</p>") -> str:
    return "\n".join(form.format(html.escape(p, quote=False)) for p in parts)


def magazine(title: str, parts: list[str]) -> str:
    return (
        f"<html><head><title>{title} | Till News</title></head><body><header><ul>{_links(MENU)}</ul>"
        f"</header><main><article><h1>{title}</h1><div class='share'><a href='#'>Share</a></div>"
        f"{_paragraphs(parts)}</article></main><aside><h3>Most read</h3><ol>{_links(MORE)}</ol>"
        "</aside><footer>© 2026 Till News. All rights reserved.</footer></body></html>"
    )


def blog(title: str, parts: list[str]) -> str:
    return (
        f"<html><head><title>{title} - Shop Floor</title></head><body><div id='nav'>"
        f"{_links(MENU, 'span')}</div><div class='post'><h2 class='entry-title'>{title}</h2>"
        f"<div class='entry-content'>{_paragraphs(parts)}</div><div class='sharedaddy'>Share this"
        f"</div></div><div id='comments'><h3>2 comments</h3><p>Great read, thank you for this.</p>"
        f"</div><div class='related'><h3>Related posts</h3>{_links(MORE, 'div')}</div></body></html>"
    )


def divs(title: str, parts: list[str]) -> str:
    middle = len(parts) // 2
    return (
        f"<html><head><title>{title}</title></head><body><div class='a1'>{_links(MENU, 'div')}</div>"
        f"<div class='b2'><h1>{title}</h1>{_paragraphs(parts[:middle], '<div>{}</div>')}"
        f"<div class='newsletter'>Sign up for our newsletter and never miss a story.</div>"
        f"{_paragraphs(parts[middle:], '<div>{}</div>')}</div><div class='c3'>{_links(MORE, 'div')}"
        "</div></body></html>"
    )


def old(title: str, parts: list[str]) -> str:
    return (
        f"<html><head><title>{title}</title></head><body><table><tr><td>{_links(MENU, 'b')}</td></tr>"
        f"<tr><td><h1>{title}</h1>{_paragraphs(parts, '<p><font>{}</font></p>')}</td></tr>"
        "<tr><td><small>Copyright 2026 Till News.</small></td></tr></table></body></html>"
    )


def window(title: str, parts: list[str]) -> str:
    rows = [f"{title} | Till News", *MENU, title, "Share", *parts, "Most read", *MORE]
    return "\n\n".join([*rows, "© 2026 Till News. All rights reserved."])


def wrapped(title: str, parts: list[str]) -> str:
    rows = [f"{title} - Till News", *(f"* {m}" for m in MENU), title, *parts, "See also", *MORE]
    return "\n\n".join("\n".join(textwrap.wrap(r, 78)) for r in rows)


LAYOUTS: dict[str, list[Callable[[str, list[str]], str]]] = {
    "html": [magazine, blog, divs, old],
    "dump": [window, wrapped],
}


def _stories() -> Iterator[tuple[str, list[str]]]:
    for path in sorted(EXPECTED.glob("*.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            parts = [p for p in article["text"] if not p.startswith(("#", "-", "|"))]
            if article["language"] == "en" and len(parts) >= 5:
                yield article["title"], parts[1:6]


def _score(kind: str) -> list[tuple[float, bool]]:
    scores = []
    for number, (title, parts) in enumerate(_stories()):
        for layout in LAYOUTS[kind][number % 2 :: 2] if kind == "html" else LAYOUTS[kind]:
            page = Page(origin="x", body=layout(title, parts).encode())
            got = extract.articles(page, kind="html" if kind == "html" else "dump")[0].text
            left, right = Counter(language.words(got)), Counter(language.words(" ".join(parts)))
            f1 = 2 * (left & right).total() / max(1, left.total() + right.total())
            scores.append((f1, got.split("\n\n") == parts))
    return scores


@pytest.mark.parametrize("kind", LAYOUTS)
def test_the_corpus_is_read_as_well_as_ever(kind: str) -> None:
    scores = _score(kind)
    least, clean = FLOORS[kind]
    assert len(scores) >= 20
    assert mean(f for f, _ in scores) >= least
    assert mean(c for _, c in scores) >= clean
