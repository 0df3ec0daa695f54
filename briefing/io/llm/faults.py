"""What went wrong, in our words: exceptions of the SDK and odd replies become ModelErrors."""

from __future__ import annotations

import email.utils
import re
import time
from collections.abc import Mapping
from typing import Any

from briefing import plain
from briefing.errors import ModelError
from briefing.io.llm import secrets
from briefing.io.llm.abilities import DROPPABLE

_CONTEXT = re.compile(
    r"context[ _](?:length|window|size)|maximum context|too many tokens|prompt is too long|"
    r"exceeds? the (?:available )?context|input is too long",
    re.I,
)
_LENGTH = re.compile(
    r"(?:maximum context length is|context (?:size|window|length)\D{0,20})\s*(\d{3,7})"
)
_HINTS = {
    "auth": "check the key: OPENAI_API_KEY, model.key_file or the keyring",
    "quota": "the account has no credit left; see the provider's billing page",
    "rate": "lower model.concurrency or set model.per_minute",
    "context": "the server's context is too short; give it more, or a smaller article",
    "network": "is the server running? see: briefing doctor",
    "deadline": "raise model.deadline, or take a faster model",
    "server": "try again later",
    "schema": "a larger model may follow the form better",
    "refusal": "",
    "budget": "raise the budgets under [model]",
}


class Refused(Exception):
    """A parameter of the request that the server does not know; inside this room only."""

    def __init__(self, parameter: str, error: ModelError) -> None:
        super().__init__(parameter)
        self.parameter = parameter
        self.error = error


def fault(kind: str, message: str, *, retry_after: float | None = None) -> ModelError:
    """Return a ModelError with the usual hint of its kind."""
    return ModelError(message, kind=kind, hint=_HINTS.get(kind, ""), retry_after=retry_after)


def of(error: Exception, *, key: str, sent: Mapping[str, Any]) -> ModelError | Refused:
    """Translate what the SDK (or its transport) raised. The result holds nothing of the request."""
    import openai

    if isinstance(error, openai.APIStatusError):
        return _status(error, key, sent)
    if isinstance(error, openai.APITimeoutError):
        return fault("deadline", "the model's server did not answer in time")
    if isinstance(error, openai.APIConnectionError):
        return fault("network", f"no connection to the model's server ({_cause(error, key)})")
    if isinstance(error, openai.APIError):
        said = secrets.hidden(plain.line(str(error.message), 200), key)
        return fault("server", f"the model's server broke off: {said}")
    if isinstance(error, openai.OpenAIError):
        return fault("server", secrets.hidden(plain.line(str(error), 200), key))
    name = type(error).__name__
    if "Timeout" in name:
        return fault("deadline", "the model's server did not answer in time")
    if isinstance(error, (ValueError, TypeError, AttributeError, KeyError)):
        return fault("server", f"the model's server sent something unreadable ({name})")
    return fault("network", f"the connection to the model's server broke ({name})")


def _cause(error: Exception, key: str) -> str:
    cause = error.__cause__ or error
    return secrets.hidden(plain.line(str(cause), 120), key) or type(cause).__name__


def _status(error: Any, key: str, sent: Mapping[str, Any]) -> ModelError | Refused:
    status = int(error.status_code)
    body = error.body if isinstance(error.body, dict) else {}
    code = str(body.get("code") or "")
    said = secrets.hidden(plain.line(str(body.get("message") or ""), 200), key)
    said = said or f"HTTP {status}"
    kind = _kind(status, code, said)
    found = fault(kind, _words(kind, status, said), retry_after=_retry_after(error))
    if status in (400, 404, 422, 500, 501):
        parameter = _parameter(str(body.get("param") or ""), said, sent, status)
        if parameter and kind not in ("context", "auth", "quota"):
            return Refused(parameter, found)
    return found


def _kind(status: int, code: str, said: str) -> str:
    if code == "insufficient_quota" or status == 402:
        return "quota"
    if status in (401, 403):
        return "auth"
    if (
        status == 413
        or code == "context_length_exceeded"
        or (status in (400, 422, 500) and _CONTEXT.search(said))
    ):
        return "context"
    if status == 429:
        return "rate"
    if status == 404:
        return "model"
    return "server" if status >= 500 or status in (408, 409) else "request"


def _words(kind: str, status: int, said: str) -> str:
    leads = {
        "quota": "the account's quota is used up",
        "auth": "the model's server did not accept the key" if status == 401 else "access denied",
        "context": "the text is too long for the model",
        "rate": "the model's server asks to slow down",
        "model": "the model is not on the server",
        "server": f"the model's server failed (HTTP {status})",
        "request": f"the model's server refused the request (HTTP {status})",
    }
    return f"{leads[kind]}: {said}" if said != f"HTTP {status}" else leads[kind]


def _parameter(named: str, said: str, sent: Mapping[str, Any], status: int) -> str | None:
    """Return the parameter of ours that a refusal is about, if it says so."""
    if named.startswith("response_format") or "response_format" in said:
        return "response_format"
    if "response_format" in sent and re.search(
        r"json_schema|json_object|grammar|structured output|guided|requested parameters", said, re.I
    ):
        return "response_format"
    if status >= 500:
        return None
    for name in DROPPABLE:
        if name in sent and (named == name or re.search(rf"\b{name}\b", said)):
            return name
    return "stream" if named == "stream" and "stream" in sent else None


def _retry_after(error: Any) -> float | None:
    """Return seconds a server asks for: `retry-after-ms`, seconds, or an HTTP date."""
    headers = getattr(error.response, "headers", {})
    try:
        if ms := headers.get("retry-after-ms"):
            return max(0.0, float(ms) / 1000)
        if value := headers.get("retry-after"):
            if re.fullmatch(r"[\d.]+", value.strip()):
                return max(0.0, float(value))
            parsed = email.utils.parsedate_to_datetime(value)
            return max(0.0, parsed.timestamp() - time.time())
    except (ValueError, TypeError):
        return None
    return None


def context_length(error: ModelError) -> int:
    """Return the context length a refusal names, in tokens; 0 if it names none."""
    m = _LENGTH.search(str(error))
    return int(m.group(1)) if m else 0
