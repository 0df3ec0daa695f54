"""The picture of an article: fetched on demand, and every way it can be missing said in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import pictures
from briefing.desk.archive import open_archive
from briefing.desk.ports import Archive
from briefing.errors import ExtractError
from briefing.models import Answered, Article, Page, Seen

IMAGE = "https://a.example/shelf.png"


class OnePage:
    """A net on which there is one file."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def get(self, url: str, *, seen: Seen | None = None, trusted: bool = False) -> Answered:
        assert url == IMAGE and not trusted  # a feed may name any address: none inside a network
        return Answered(200, Page(origin=url, body=self.body), {})


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    found = open_archive(tmp_path)
    for id, image in (("with", IMAGE), ("without", None)):
        found.articles.add(
            Article(id=id, title=id, text=f"Text of {id}.", image=image, caption="A shelf"),
            arrived="2026-01-16T00:00:00Z",
        )
    yield found
    found.close()


def test_a_picture_comes_with_its_caption(archive: Archive) -> None:
    assert pictures.picture(archive, OnePage(b"PNG"), "with") == (b"PNG", "A shelf")


@pytest.mark.parametrize(
    ("id", "body", "words"),
    [
        ("without", b"", "without: comes without a picture"),
        ("with", b"", "sent nothing"),
        ("gone", b"", "no such article"),
    ],
)
def test_a_missing_picture_is_said(archive: Archive, id: str, body: bytes, words: str) -> None:
    with pytest.raises(ExtractError, match=words):
        pictures.picture(archive, OnePage(body), id)
