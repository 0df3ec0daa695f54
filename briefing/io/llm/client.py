"""A model on a server: one call with its own deadline, retries, pace and memory of refusals."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing import __version__
from briefing.config import ModelConfig
from briefing.errors import ModelError
from briefing.io.llm import abilities as known
from briefing.io.llm import addresses, secrets
from briefing.io.llm.abilities import Abilities
from briefing.io.llm.faults import Refused
from briefing.io.llm.pace import Pace, pause
from briefing.io.llm.wire_call import Reply, WireCall

_ATTEMPTS = 4
_RETRIED = ("rate", "server", "network")
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 8.0
_CHARACTERS = 12  # a token is hardly ever longer


@dataclass(frozen=True, slots=True)
class Call:
    """What is asked: messages, the rung and its schema, tokens the reply may have."""

    messages: Sequence[Mapping[str, str]]
    rung: str
    name: str
    schema: Mapping[str, Any]
    tokens: int
    stream: bool = False


class Model:
    """One model on one server. Safe for several threads; `abilities` grows as it is used."""

    def __init__(self, config: ModelConfig, abilities: Abilities) -> None:
        self.config = config
        self.url = addresses.resolve(config)
        self.abilities = abilities
        self._key = secrets.key(config, self.url)
        self._pace = Pace(config.concurrency, config.per_minute)
        self._lock = threading.Lock()
        self._made: Any = None

    def learn(self, change: Callable[[Abilities], Abilities]) -> None:
        """Change what is known of the server, one thread at a time."""
        with self._lock:
            self.abilities = change(self.abilities)

    def ask(
        self, call: Call, *, until: float, cancelled: Callable[[], bool]
    ) -> Iterator[str | Reply]:
        """Yield the text so far while it streams (anew after a retry), last the Reply.

        Raises ModelError by `until` (time.monotonic) at the latest.
        """
        attempt, unstreamed = 0, False
        while True:
            try:
                yield from self._once(call, until, cancelled)
                if unstreamed:
                    self.learn(lambda a: replace(a, streams=False))
                return
            except Refused as refused:
                error = self._adapt(refused, call)
            except ModelError as failed:
                error = failed
            if error is None:
                continue
            if error.kind == "stream" and call.stream:
                call, unstreamed = replace(call, stream=False), True
                continue
            attempt += 1
            pause(self._wait(error, attempt, until), cancelled)

    def _wait(self, error: ModelError, attempt: int, until: float) -> float:
        """Return the seconds to wait before another attempt; raise the error if there is none."""
        if error.kind not in _RETRIED or attempt >= _ATTEMPTS:
            raise error
        wait: float = min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** (attempt - 1))
        wait *= random.uniform(0.7, 1.3)
        if error.retry_after is not None:
            wait = error.retry_after + random.uniform(0.0, 0.2)
            self._pace.quiet(error.retry_after)
        if time.monotonic() + wait >= until:
            raise error
        return wait

    def _adapt(self, refused: Refused, call: Call) -> ModelError | None:
        """Drop a refused parameter for good; None says that the call can be made again."""
        name = refused.parameter
        if name == "response_format":
            return ModelError(str(refused.error), kind="format", hint=refused.error.hint)
        if name == "stream" and call.stream:
            self.learn(lambda a: replace(a, streams=False))
            return None
        if name in self.abilities.dropped:
            return refused.error
        self.learn(lambda a: a.without(name))
        return None

    def _once(
        self, call: Call, until: float, cancelled: Callable[[], bool]
    ) -> Iterator[str | Reply]:
        self._pace.enter(until, cancelled)
        try:
            left = max(0.1, until - time.monotonic())
            parameters = self._parameters(call, left)
            client = self._client()
            wire = WireCall(client, parameters, key=self._key, longest=call.tokens * _CHARACTERS)
            yield from wire.follow(until, cancelled)
        finally:
            self._pace.leave()

    def _parameters(self, call: Call, left: float) -> dict[str, Any]:
        limit = "max_completion_tokens" if addresses.is_openai(self.url) else "max_tokens"
        other = "max_tokens" if limit == "max_completion_tokens" else "max_completion_tokens"
        dropped = self.abilities.dropped
        wanted: dict[str, Any] = {
            "model": self.config.name,
            "messages": list(call.messages),
            "temperature": self.config.temperature,
            limit if limit not in dropped else other: call.tokens,
            "timeout": left,
        }
        if shape := response_format(call):
            wanted["response_format"] = shape
        if call.stream and self.abilities.streams:
            wanted["stream"] = True
            wanted["stream_options"] = {"include_usage": True}
        if addresses.is_openrouter(self.url):
            wanted["extra_body"] = {"provider": {"require_parameters": True}}
        return {k: v for k, v in wanted.items() if k not in dropped}

    def _client(self) -> Any:
        with self._lock:
            if self._made is None:
                from openai import DefaultHttpxClient, OpenAI

                local = addresses.is_local(self.url)  # never through a proxy
                self._made = OpenAI(
                    http_client=DefaultHttpxClient(trust_env=False) if local else None,
                    base_url=self.url,
                    api_key=self._key,
                    max_retries=0,
                    default_headers={"User-Agent": f"briefing/{__version__}"},
                )
            return self._made

    def models(self, *, until: float) -> list[str]:
        """Return the names of the models the server offers. Raises ModelError."""
        from briefing.io.llm import faults

        found: list[str] | ModelError
        try:
            left = max(0.1, until - time.monotonic())
            found = [m.id for m in self._client().models.list(timeout=left).data]
        except Exception as error:  # the SDK lets its transport's errors through
            told = faults.of(error, key=self._key, sent={})
            found = told.error if isinstance(told, Refused) else told
        if isinstance(found, ModelError):
            raise found
        return found


def response_format(call: Call) -> dict[str, Any] | None:
    """Return the `response_format` of a rung."""
    match call.rung:
        case "json_schema":
            inner = {"name": call.name, "strict": True, "schema": dict(call.schema)}
            return {"type": "json_schema", "json_schema": inner}
        case "json_object_schema":
            return {"type": "json_object", "schema": dict(call.schema)}
        case "json_object":
            return {"type": "json_object"}
        case _:
            return None


def memory_key(config: ModelConfig) -> str:
    """Return the name under which a server's abilities are kept; holds no secret."""
    return f"{addresses.shown(addresses.resolve(config))} {config.name}"


__all__ = ["Call", "Model", "Reply", "known", "memory_key", "response_format"]
