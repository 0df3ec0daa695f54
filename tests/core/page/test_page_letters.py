"""Letters, mailboxes, Markdown and PDFs become articles; what belongs to the letter goes."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path

import pytest

from briefing import errors
from briefing.core.page import extract
from briefing.models import Article, Page

SAMPLES = Path(__file__).resolve().parents[3] / "sample_articles"
HEAD = (
    "From: Aisle Brief <a@b.example>\nSubject: Two stories\nDate: Thu, 19 Nov 2026 06:02:11 +0000\n"
)
ONE = "Kitewell will rent out toys from January, the retailer said on Wednesday. " * 2
TWO = "The port of Saltmere expects to clear its backlog of containers by December. " * 2


def _read(text: str | bytes) -> tuple[Article, ...]:
    return extract.articles(
        Page(origin="x", body=text if isinstance(text, bytes) else text.encode())
    )


def test_a_plain_letter_of_two_stories() -> None:
    body = f"\nKitewell rents out toys\n\n{ONE}\n\nPort clears its backlog\n\n{TWO}\n\n-- \nAisle Brief\n"
    found = _read(HEAD + body)
    assert [a.title for a in found] == ["Kitewell rents out toys", "Port clears its backlog"]
    assert [a.text for a in found] == [ONE.strip(), TWO.strip()]
    assert {a.published for a in found} == {"2026-11-19T06:02:11+00:00"}


def test_a_forwarded_letter_loses_its_headers() -> None:
    body = (
        "\n---------- Forwarded message ---------\nFrom: Somebody <s@t.example>\nDate: Wed\n"
        f"Subject: Fwd\nTo: me\n\n{ONE}\n\n{TWO}\n"
    )
    (found,) = _read(HEAD + body)
    assert found.title == "Two stories"
    assert "Forwarded" not in found.text and "s@t.example" not in found.text
    assert ONE.strip() in found.text


def test_a_subject_in_no_charset_stands_as_it_is() -> None:
    body = f"Subject: =?\xe3?b?R3?= News\nFrom: a@b.example\nDate: Wed\n\n{ONE}".encode()
    assert extract.articles(Page(origin="x", body=body), kind="mail")[0].text == ONE.strip()


def test_links_that_track_go() -> None:
    body = f"\n{ONE}\nhttps://click.b.example/c/1?u=8f1c\n\n{TWO}\n<https://b.example/u>\n"
    assert "http" not in "".join(a.text for a in _read(HEAD + body))


def test_a_mailbox_holds_several_letters() -> None:
    box = "".join(
        f"From a@b.example Thu Nov 19 06:02:1{i} 2026\n{HEAD}\n{text}\n\n"
        for i, text in enumerate((ONE, TWO))
    )
    assert [a.text for a in _read(box)] == [ONE.strip(), TWO.strip()]


def test_the_sample_letter_read_as_text_gives_the_same_stories() -> None:
    whole = (SAMPLES / "aisle-brief.eml").read_bytes()
    plain_only = whole.split(b"--=_aisle_brief_20261119\r\nContent-Type: text/html")[0]
    html, text = _read(whole), _read(plain_only)
    assert [a.title for a in text] == [a.title for a in html]
    assert [a.text for a in text] == [a.text for a in html]


def test_markdown() -> None:
    text = (
        "---\ntitle: 'A title'\nauthor: Mara Lind and Joe Fox\ndate: 2026-11-19\n---\n\n# A title\n\n"
        "First *word* of [a link](https://a.example).\n\n## Part\n\n- one\n- two\n\n> Quoted.\n"
    )
    (found,) = _read(text)
    assert (found.title, found.authors) == ("A title", ("Mara Lind", "Joe Fox"))
    assert found.published == "2026-11-19"
    assert found.text == "First word of a link.\n\n## Part\n\n- one\n\n- two\n\nQuoted."


def _pdf(text: str) -> bytes:
    """Return a PDF of one page, written by hand."""
    rows = [text[i : i + 80] for i in range(0, len(text), 80)]
    stream = "BT /F1 10 Tf 40 780 Td 14 TL " + " ".join(f"({r}) Tj T*" for r in rows) + " ET"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources "
        "<< /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (Kitewell rents out toys) /Author (Mara Lind) >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for i, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{i} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{p:010} 00000 n \n" for p in places)
    tail = (
        f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(parts) + 1} "
    )
    return out + f"{tail}/Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def test_a_pdf() -> None:
    pytest.importorskip("pypdf")
    (found,) = _read(_pdf(ONE))
    assert (found.title, found.authors) == ("Kitewell rents out toys", ("Mara Lind",))
    assert "rent out toys from January" in found.text.replace("\n", " ")


@pytest.mark.parametrize("body", [b"%PDF-1.4\nnonsense", b"%PDF-1.7\n" + b"\x00" * 100])
def test_a_damaged_pdf_is_refused_in_words(body: bytes) -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(errors.ExtractError):
        _read(body)
