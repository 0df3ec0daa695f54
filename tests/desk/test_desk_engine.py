"""A real engine (llama-cpp-python's server) with a model that talks noise: the whole path.

Skipped where the engine is not installed. The words mean nothing, so every claim is refused and
the offline card stands in, with one reason.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from model_articles import GROCER, archive

from briefing.config import ModelConfig
from briefing.core.card import ground
from briefing.desk.editor import Editor
from briefing.models import Card

pytest.importorskip("gguf")
pytest.importorskip("llama_cpp.server.app")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    import tiny_gguf

    folder: Path = tmp_path_factory.mktemp("engine")
    tiny_gguf.write(folder / "noise.gguf")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "llama_cpp.server", "--model", str(folder / "noise.gguf")]
    words += ["--model_alias", "noise", "--host", "127.0.0.1", "--port", str(port)]
    words += ["--n_ctx", str(tiny_gguf.CONTEXT), "--n_threads", "1"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(words, stdout=log, stderr=log)
        try:
            url = f"http://127.0.0.1:{port}/v1"
            _wait(f"{url}/models", process)
            yield url
        finally:
            process.terminate()
            process.wait(20)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            if process.poll() is not None:
                pytest.skip("the engine did not start")
            time.sleep(0.5)
    pytest.skip("the engine did not answer")


def editor(url: str, deadline: float, kept: object = None) -> Editor:
    config = ModelConfig(name="noise", base_url=url, deadline=deadline, max_output_tokens=160)
    return Editor(config, kept, offline=False, now=lambda: "2026-03-03T06:00:00Z")  # type: ignore[arg-type]


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "plain"])
def test_noise_ends_in_an_offline_card_with_one_reason(engine: str, stream: bool) -> None:
    made = editor(engine, 90.0)
    began = time.monotonic()
    if stream:
        *_, card = made.card(GROCER)
    else:
        card, _ = made.whole(GROCER)
    assert time.monotonic() - began < 92
    assert isinstance(card, Card) and card.made_by == "offline" and card.note
    assert ground.verdict(ground.check(card, GROCER).findings) != "block"
    assert made.used is not None and made.used.calls >= 1


def test_the_doctor_says_what_the_engine_can_do(engine: str) -> None:
    kept = archive()
    rows = editor(engine, 60.0, kept).doctor()
    assert rows[0][1] and "model is there" in rows[0][2]
    assert len(rows) >= 2 and all(words for _, _, words in rows)
