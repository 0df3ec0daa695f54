"""Text PDFs (press releases, filings) to plain text; the one home of pypdf, an optional extra."""

from __future__ import annotations

import io

from briefing import errors

_MOST_PAGES = 300


def text(body: bytes, origin: str) -> tuple[str, str, str]:
    """Return (text, title, author) of a PDF; raise ExtractError when it holds no text."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as missing:
        raise errors.ExtractError(
            f"{origin}: this is a PDF, and reading PDFs is not installed",
            origin=origin,
            hint='install it with: pip install "briefing[pdf]"',
        ) from missing
    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise errors.ExtractError(
                f"{origin}: the PDF is locked with a password",
                origin=origin,
                hint="save it without one and try again",
            )
        pages = [p.extract_text() or "" for p in reader.pages[:_MOST_PAGES]]
        info = reader.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as cause:
        raise errors.ExtractError(
            f"{origin}: the PDF is damaged ({type(cause).__name__})",
            origin=origin,
            hint="open it in a viewer and save it again",
        ) from cause
    found = "\n\n".join(p.strip() for p in pages if p.strip())
    if not found:
        raise errors.ExtractError(
            f"{origin}: the PDF holds pictures of text, no text",
            origin=origin,
            hint="run it through a text recogniser first",
        )
    return found, str((info and info.title) or ""), str((info and info.author) or "")
