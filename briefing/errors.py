"""Every error a user can meet.

    BriefingError(message, *, hint="")
    ├── ConfigError      a setting that cannot be right: its key, file and line
    ├── SourceError      something that was to be read
    │   ├── FetchError       the network or the server: status, retry_after
    │   ├── FeedError        not a feed, or broken beyond reading
    │   └── ExtractError     no readable text was found
    ├── ModelError       a language model out of reach, refusing, or unreadable
    ├── StoreError       the archive is locked, full, read-only, damaged or of a newer version
    └── DeliveryError    a target that did not take what was sent: target, status

`message` says what, whose and why in one line; `hint` says what to do. Exceptions of other
packages are wrapped once, at the edge, always `from` their cause. In a batch an error is a value.
"""

from __future__ import annotations


class BriefingError(Exception):
    """The root: one line for the user (`str(error)`), and what to do about it (`hint`)."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def line(self) -> str:
        """Return message and hint as the one line a user sees."""
        return f"{self} ({self.hint})" if self.hint else str(self)


class ConfigError(BriefingError):
    """A setting that cannot be right."""


class SourceError(BriefingError):
    """A source (file, folder, address, stdin, feed) that could not be read."""

    def __init__(self, message: str, *, origin: str = "", hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.origin = origin


class FetchError(SourceError):
    """The network or the server refused; `retry_after` is in seconds."""

    def __init__(
        self,
        message: str,
        *,
        origin: str = "",
        hint: str = "",
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, origin=origin, hint=hint)
        self.status = status
        self.retry_after = retry_after


class FeedError(SourceError):
    """Not a feed, or broken beyond reading."""


class ExtractError(SourceError):
    """No readable text was found."""


class ModelError(BriefingError):
    """A language model out of reach, refusing, or answering what cannot be read.

    `kind` is one of auth, quota, rate, context, schema, refusal, network, server, budget,
    deadline, cancelled; within the rooms that talk to models also length, format, model, request,
    stream, grounding.
    """

    def __init__(
        self,
        message: str,
        *,
        kind: str = "server",
        hint: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.kind = kind
        self.retry_after = retry_after


class StoreError(BriefingError):
    """The archive is locked, full, read-only, damaged or of a newer version."""


class DeliveryError(BriefingError):
    """A target did not take what was sent; `status` is the server's word."""

    def __init__(self, message: str, *, target: str = "", status: str = "", hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.target = target
        self.status = status
