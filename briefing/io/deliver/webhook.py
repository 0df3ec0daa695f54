"""A plain webhook: one POST, no redirects, no second try."""

from __future__ import annotations

from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from briefing.config.settings import TargetConfig
from briefing.io.deliver.receipt import TIMEOUT, Receipt, answered, lost, said


class _Stay(HTTPRedirectHandler):
    """Refuses redirects: a POST that is sent on becomes a GET and loses what it carried."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        return None


def post(
    target: TargetConfig, body: bytes, media_type: str, mark: str, *, timeout: float = TIMEOUT
) -> Receipt:
    """Post a body; `mark` goes along as Idempotency-Key, the same each time for one part."""
    headers = {"Content-Type": media_type, "Idempotency-Key": mark, "User-Agent": "briefing"}
    try:
        request = Request(target.url, data=body, headers=headers, method="POST")
        if request.type not in ("http", "https"):
            raise ValueError("not a web address")
        with build_opener(_Stay).open(request, timeout=timeout) as answer:
            return Receipt("sent", f"{answer.status} {said(answer.read(4096))}".strip())
    except HTTPError as error:
        if 300 <= error.code < 400:
            return Receipt("failed", f"{error.code}: the webhook has moved")
        return answered(error.code, _body(error), dict(error.headers.items()))
    except (OSError, HTTPException) as error:
        return lost(error)
    except ValueError:
        return Receipt("failed", "the address of the webhook cannot be used")


def _body(error: HTTPError) -> str:
    try:
        return error.read(4096).decode("utf-8", "replace")
    except (OSError, HTTPException):
        return ""
