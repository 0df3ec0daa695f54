"""One request on its way, in a thread of its own, so that the caller can leave at any moment.

The caller reads text and the end from a queue; leaving shuts the connection where it can be
reached, so that a server stops generating.
"""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from briefing.errors import ModelError
from briefing.io.llm import faults
from briefing.io.llm.faults import Refused, fault

_TICK = 0.05
_FINISHED = ("stop", "eos", "end_turn", "stop_sequence", "tool_calls", "function_call")


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply: its text, tokens as the server counted them (0 unknown), seconds it took."""

    text: str
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    first: float = 0.0


class WireCall:
    """A request running in its thread. `parameters` are those of chat.completions.create."""

    def __init__(self, client: Any, parameters: dict[str, Any], *, key: str, longest: int) -> None:
        self._client, self._parameters = client, parameters
        self._key, self._longest = key, longest
        self._queue: queue.SimpleQueue[str | Reply | Exception] = queue.SimpleQueue()
        self._left = threading.Event()
        self._stream: Any = None
        self._began = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="model call", daemon=True)

    def follow(self, until: float, cancelled: Callable[[], bool]) -> Iterator[str | Reply]:
        """Yield the text so far as it grows (streaming only), last the Reply.

        Raises ModelError, or Refused for a parameter; always by `until` (monotonic), and within
        a twentieth of a second of `cancelled` becoming true.
        """
        self._thread.start()
        try:
            yield from self._items(until, cancelled)
        finally:
            self._leave()

    def _items(self, until: float, cancelled: Callable[[], bool]) -> Iterator[str | Reply]:
        while True:
            if cancelled():
                raise ModelError("cancelled", kind="cancelled")
            left = until - time.monotonic()
            if left <= 0:
                raise fault("deadline", "the model did not finish within the deadline")
            try:
                item = self._queue.get(timeout=min(_TICK, left))
            except queue.Empty:
                continue
            if isinstance(item, Exception):
                raise item
            yield item
            if isinstance(item, Reply):
                return

    def _leave(self) -> None:
        self._left.set()
        if self._thread.is_alive() and self._stream is not None:
            _shut(self._stream)

    # ------------------------------------------------------------------ in the thread

    def _run(self) -> None:
        try:
            if self._parameters.get("stream"):
                self._queue.put(self._streamed())
            else:
                self._queue.put(self._plain())
        except (ModelError, Refused) as error:
            self._queue.put(error)
        except Exception as error:  # the SDK lets its transport's errors through while streaming
            self._queue.put(faults.of(error, key=self._key, sent=self._parameters))

    def _plain(self) -> Reply:
        answer = self._client.chat.completions.create(**self._parameters)
        choices = _choices(answer)
        choice = choices[0]
        message = choice.message
        _refuse(getattr(message, "refusal", None))
        text = message.content
        _finished(choice.finish_reason)
        return self._reply(text if isinstance(text, str) else "", answer.usage, 0.0)

    def _streamed(self) -> Reply:
        self._stream = self._client.chat.completions.create(**self._parameters)
        pieces: list[str] = []
        refusal: list[str] = []
        length, finish, usage, first, seen = 0, None, None, 0.0, False
        for chunk in self._stream:
            if self._left.is_set():
                raise ModelError("cancelled", kind="cancelled")
            usage = getattr(chunk, "usage", None) or usage
            if not getattr(chunk, "choices", None):
                continue
            seen = True
            choice = chunk.choices[0]
            finish = choice.finish_reason or finish
            delta = choice.delta
            if delta and getattr(delta, "refusal", None):
                refusal.append(delta.refusal)
            if delta and delta.content:
                first = first or time.monotonic() - self._began
                pieces.append(delta.content)
                length += len(delta.content)
                if length > self._longest:
                    raise fault("schema", "the model's reply is far too long")
                pieces = ["".join(pieces)]
                self._queue.put(pieces[0])
        if not seen:
            raise fault("stream", "the server did not stream an answer (no web page of its own?)")
        _refuse("".join(refusal))
        _finished(finish)
        return self._reply("".join(pieces), usage, first)

    def _reply(self, text: str, usage: Any, first: float) -> Reply:
        if len(text) > self._longest:
            raise fault("schema", "the model's reply is far too long")
        return Reply(
            text=text,
            input_tokens=_whole(getattr(usage, "prompt_tokens", 0)),
            output_tokens=_whole(getattr(usage, "completion_tokens", 0)),
            seconds=time.monotonic() - self._began,
            first=first,
        )


def _choices(answer: Any) -> list[Any]:
    if isinstance(answer, str) or not hasattr(answer, "choices"):
        raise fault("request", "the server answered with a web page instead of a model's reply")
    if not answer.choices:
        raise fault("schema", "the model's reply is empty (no choices)")
    return list(answer.choices)


def _refuse(words: str | None) -> None:
    if words:
        raise fault("refusal", "the model refused to write about this article")


def _finished(reason: str | None) -> None:
    """Raise a ModelError for a reply that is not whole."""
    if reason is None:
        raise fault("network", "the model's reply broke off before its end")
    if reason == "length":
        raise fault("length", "the model's reply was cut off at its token limit")
    if reason == "content_filter":
        raise fault("refusal", "the provider's content filter held the reply back")
    if reason.lower() not in _FINISHED:
        raise fault("schema", "the model's reply ended in an unknown way")


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _shut(stream: Any) -> None:
    """Shut a stream's socket, so that the thread reading it wakes and the server is told."""
    response = getattr(stream, "response", None)
    network = getattr(response, "extensions", {}).get("network_stream")
    found = network.get_extra_info("socket") if network is not None else None
    if isinstance(found, socket.socket):
        try:
            found.shutdown(socket.SHUT_RDWR)
        except OSError:
            return
