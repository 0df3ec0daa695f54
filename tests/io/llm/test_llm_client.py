"""One call to a server that misbehaves: what comes back, how long it takes, what is remembered."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from model_double import KEY, Act, Body, ModelDouble

from briefing.config import ModelConfig
from briefing.errors import ConfigError, ModelError
from briefing.io.llm import abilities, addresses, secrets
from briefing.io.llm.client import Call, Model, Reply, memory_key

SCHEMA = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
CALL = Call([{"role": "user", "content": "hello"}], "json_schema", "card", SCHEMA, 200)
Brain = Callable[[Body, int], Act]


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.io.llm.client._FIRST_WAIT", 0.02)


def model(double: ModelDouble, **settings: Any) -> Model:
    values = {"name": "double", "base_url": double.base_url, "api_key": KEY, **settings}
    return Model(ModelConfig(**values), abilities.Abilities(learned="2026-01-01"))


def ask(made: Model, *, stream: bool, seconds: float = 6.0, call: Call = CALL) -> Reply:
    call = replace(call, stream=stream)
    *_, last = made.ask(call, until=time.monotonic() + seconds, cancelled=lambda: False)
    assert isinstance(last, Reply)
    return last


def first(act: Act, then: Act | None = None) -> Brain:
    return lambda _body, number: act if number == 0 else (then or Act('{"a": 1}'))


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "plain"])
@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (Act(status=401, error="Incorrect API key provided: sk-abc****"), "auth"),
        (Act(status=403, error="not in your country"), "auth"),
        (Act(status=404, error="The model does not exist", code="model_not_found"), "model"),
        (Act(status=429, error="pay", code="insufficient_quota"), "quota"),
        (Act(status=400, error="maximum context length is 8192 tokens"), "context"),
        (Act(status=413, error="Request too large"), "context"),
        (Act(status=400, error="messages are odd"), "request"),
        (Act("half", finish="length"), "length"),
        (Act("", finish="content_filter"), "refusal"),
        (Act(None, refusal="I cannot"), "refusal"),
        (Act(html=True), "request"),
        (Act("x" * 5000), "schema"),
        (Act(choices=False), "schema"),
    ],
    ids=lambda v: v if isinstance(v, str) else None,
)
def test_a_failure_that_no_repetition_cures_is_named_at_once(
    act: Act, kind: str, stream: bool
) -> None:
    with ModelDouble(lambda _b, _n: act) as double:
        with pytest.raises(ModelError) as caught:
            ask(model(double), stream=stream)
        assert len(double.requests) <= (2 if stream else 1)
    assert caught.value.kind == kind
    assert KEY not in str(caught.value) and "sk-abc" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "plain"])
@pytest.mark.parametrize(
    "act",
    [
        Act(status=500, error="oops"),
        Act(status=503, error="overloaded"),
        Act(status=529, error="overloaded"),
        Act(status=502, html=True),
        Act(status=429, error="slow", headers={"Retry-After": "0.2"}),
        Act(status=429, error="slow", headers={"retry-after-ms": "150"}),
        Act(reset=True),
        Act("one two three four", finish=None),
        Act("one two three four five", cut_after=3, finish=None),
    ],
    ids=["500", "503", "529", "502", "429", "429ms", "reset", "unfinished", "cut"],
)
def test_a_passing_failure_is_tried_again(act: Act, stream: bool) -> None:
    with ModelDouble(first(act)) as double:
        assert ask(model(double), stream=stream).text == '{"a": 1}'
        assert len(double.requests) == 2


@pytest.mark.slow
def test_retry_after_is_obeyed_unless_it_is_past_the_deadline() -> None:
    slow = Act(status=429, error="slow", headers={"Retry-After": "1"})
    with ModelDouble(first(slow)) as double:
        began = time.monotonic()
        ask(model(double), stream=False)
        assert 1.0 <= time.monotonic() - began < 2.5
    slow = Act(status=429, error="slow", headers={"Retry-After": "60"})
    with ModelDouble(first(slow)) as double:
        began = time.monotonic()
        with pytest.raises(ModelError) as caught:
            ask(model(double), stream=False)
        assert time.monotonic() - began < 2.0
    assert caught.value.kind == "rate" and caught.value.retry_after == 60


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "plain"])
def test_the_total_deadline_holds_for_a_trickle_and_for_silence(stream: bool) -> None:
    for act in (Act("word " * 200, pause=0.05), Act("x", hang=4.0)):
        if not stream and act.pause:
            continue
        with ModelDouble(lambda _b, _n, act=act: act) as double:
            made = model(double)
            made._client()
            began = time.monotonic()
            with pytest.raises(ModelError) as caught:
                ask(made, stream=stream, seconds=0.5)
            assert time.monotonic() - began < 0.8
        assert caught.value.kind == "deadline"


def test_a_cancelled_call_returns_at_once_and_frees_its_turn() -> None:
    with ModelDouble(lambda _b, n: Act('{"a": 1}', hang=3.0 if n == 0 else 0.0)) as double:
        made = model(double, concurrency=1)
        made._client()
        began = time.monotonic()
        with pytest.raises(ModelError) as caught:
            list(made.ask(CALL, until=began + 9, cancelled=lambda: time.monotonic() > began + 0.3))
        assert time.monotonic() - began < 0.5
        assert caught.value.kind == "cancelled"
        assert ask(made, stream=False).text == '{"a": 1}'


def test_a_refused_parameter_is_dropped_once_and_remembered() -> None:
    def brain(body: Body, _number: int) -> Act:
        for name in ("temperature", "stream_options"):
            if name in body:
                return Act(status=400, error=f"Unsupported parameter: '{name}'", param=name)
        if "max_tokens" in body:
            return Act(status=400, error="Unsupported parameter: 'max_tokens', use another")
        return Act('{"a": 1}')

    with ModelDouble(brain) as double:
        made = model(double)
        ask(made, stream=True)
        assert made.abilities.dropped == ("max_tokens", "stream_options", "temperature")
        assert len(double.requests) == 4
        ask(made, stream=True)
        assert len(double.requests) == 5
        assert double.requests[-1]["max_completion_tokens"] == 200


@pytest.mark.parametrize("status", [400, 422, 404, 500])
def test_a_refused_form_is_told_apart(status: int) -> None:
    said = "Input should be 'text' or 'json_object'"
    with ModelDouble(lambda _b, _n: Act(status=status, error=said, param="response_format")) as d:
        with pytest.raises(ModelError) as caught:
            ask(model(d), stream=False)
        assert len(d.requests) == 1
    assert caught.value.kind == "format"


def test_a_server_that_does_not_stream_is_asked_plainly_from_then_on() -> None:
    with ModelDouble(lambda _b, _n: Act('{"a": 1}', sse=False)) as double:
        made = model(double)
        assert ask(made, stream=True).text == '{"a": 1}'
        assert not made.abilities.streams
        ask(made, stream=True)
        assert [bool(r.get("stream")) for r in double.requests] == [True, False, False]


def test_missing_usage_is_zero_and_present_usage_is_read() -> None:
    with ModelDouble(lambda _b, n: Act("word " * 20, usage=n > 1)) as double:
        made = model(double)
        assert ask(made, stream=False).input_tokens == 0
        assert ask(made, stream=True).input_tokens == 0
        assert ask(made, stream=True).output_tokens == 25


def test_so_many_calls_a_minute() -> None:
    with ModelDouble(lambda _b, _n: Act("x")) as double:
        made = model(double, per_minute=1)
        ask(made, stream=False)
        with pytest.raises(ModelError) as caught:
            ask(made, stream=False, seconds=0.3)
    assert caught.value.kind == "rate"


def test_abilities_are_kept_as_a_line_and_grow_old() -> None:
    known = abilities.Abilities(
        rung="prompt", dropped=("seed",), context=4096, learned="2026-01-01"
    )
    assert abilities.loads(abilities.dumps(known), today="2026-01-20") == known
    assert abilities.loads(abilities.dumps(known), today="2026-03-20").rung == "json_schema"
    for broken in (None, "", "[]", '{"rung": 1, "x": 2}', "{"):
        assert abilities.loads(broken, today="2026-01-01T00:00:00Z").learned == "2026-01-01"


def test_presets_and_addresses() -> None:
    assert addresses.resolve(ModelConfig()) == "https://api.openai.com/v1"
    assert addresses.resolve(ModelConfig(base_url="Ollama")).endswith(":11434/v1")
    assert memory_key(ModelConfig(name="m", base_url="http://u:pw@h:1/v1")) == "http://h:1/v1 m"
    for wrong in ("nowhere", "ftp://x", "http://", "http://h:99999/v1"):
        with pytest.raises(ConfigError):
            addresses.resolve(ModelConfig(base_url=wrong))


def test_where_a_key_comes_from(tmp_path: Path) -> None:
    url = "https://api.openai.com/v1"
    assert secrets.key(ModelConfig(api_key=" k1 "), url) == "k1"
    file = tmp_path / "key"
    file.write_text("k2\n")
    file.chmod(0o644)
    with pytest.raises(ConfigError, match="others"):
        secrets.key(ModelConfig(key_file=str(file)), url)
    file.chmod(0o600)
    assert secrets.key(ModelConfig(key_file=str(file)), url) == "k2"
    with pytest.raises(ConfigError):
        secrets.key(ModelConfig(key_file=str(tmp_path / "none")), url)
    with pytest.raises(ModelError) as caught:
        secrets.key(ModelConfig(), url)
    assert caught.value.kind == "auth"
    assert secrets.key(ModelConfig(base_url="ollama"), "http://localhost:11434/v1")
    with pytest.raises(ConfigError) as told:
        secrets.key(ModelConfig(api_key="sk-a\nb"), url)
    assert "sk-a" not in str(told.value)


def test_a_servers_words_lose_the_key() -> None:
    said = f"bad key {KEY} in Bearer {KEY}, sk-proj-aaaaaaaaaa"
    hidden = secrets.hidden(said, KEY)
    assert KEY not in hidden and "sk-proj" not in hidden
