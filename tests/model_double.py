"""A loopback server that speaks chat.completions and misbehaves on demand. No language model.

`ModelDouble(brain)`: the brain is called with the request body and its number (from 0) and returns
an `Act`. `good` writes a true card from the numbered sentences it was sent; `lying` adds what the
article does not hold; both serve as models in the tests of the desk.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-double-0123456789abcdef"
Body = dict[str, Any]


@dataclass
class Act:
    """What the server does with one request."""

    text: str | None = ""
    status: int = 200
    finish: str | None = "stop"
    error: str = ""
    code: str | None = None
    param: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    refusal: str | None = None
    html: bool = False
    cut_after: int | None = None  # pieces sent before a clean close
    reset: bool = False
    hang: float = 0.0
    pause: float = 0.0  # between pieces
    usage: bool = True
    read: float = 1.0  # share of the prompt the server admits to having read
    sse: bool = True
    choices: bool = True


class ModelDouble:
    """A context manager; `requests` are the bodies received, `base_url` is where to send them."""

    def __init__(self, brain: Callable[[Body, int], Act]) -> None:
        self.brain, self.key = brain, KEY
        self.requests: list[Body] = []
        self.active = self.peak = 0
        self.first_sent = 0.0
        self.lock = threading.Lock()

    def __enter__(self) -> ModelDouble:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self.base_url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def _handler(double: ModelDouble) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def send(self, status: int, body: str, headers: dict[str, str]) -> None:
            data = body.encode()
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self) -> None:
            rows = [{"id": "double", "object": "model", "created": 0, "owned_by": "test"}]
            self.send(200, json.dumps({"object": "list", "data": rows}), {})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with double.lock:
                number = len(double.requests)
                double.requests.append(body)
                double.active += 1
                double.peak = max(double.peak, double.active)
            try:
                if self.headers["Authorization"] != f"Bearer {KEY}":
                    said = f"Incorrect API key: {self.headers['Authorization']}"
                    self.act(body, Act(status=401, error=said, code="invalid_api_key"))
                else:
                    self.act(body, double.brain(body, number))
            except OSError:
                self.close_connection = True
            finally:
                with double.lock:
                    double.active -= 1

        def act(self, body: Body, act: Act) -> None:
            time.sleep(act.hang)
            if act.reset:
                linger = struct.pack("ii", 1, 0)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                self.close_connection = True
                self.connection.close()
            elif act.html:
                self.send(act.status, "<html>Sign in</html>", {"Content-Type": "text/html"})
            elif act.status != 200:
                inner = {"message": act.error, "type": "x", "param": act.param, "code": act.code}
                self.send(act.status, json.dumps({"error": inner}), act.headers)
            elif body.get("stream") and act.sse:
                self.stream(body, act)
            else:
                self.plain(body, act)

        def usage(self, body: Body, act: Act) -> dict[str, int] | None:
            if not act.usage:
                return None
            sent = sum(len(m["content"]) for m in body["messages"]) // 4
            return {
                "prompt_tokens": int(sent * act.read),
                "completion_tokens": len(act.text or "") // 4,
                "total_tokens": 0,
            }

        def plain(self, body: Body, act: Act) -> None:
            message = {"role": "assistant", "content": act.text, "refusal": act.refusal}
            choice = {"index": 0, "message": message, "finish_reason": act.finish}
            answer = {
                "id": "x", "object": "chat.completion", "created": 0, "model": "double",
                "choices": [choice] if act.choices else [], "usage": self.usage(body, act),
            }  # fmt: skip
            self.send(200, json.dumps(answer), {})

        def stream(self, body: Body, act: Act) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True

            def piece(delta: dict[str, Any], finish: str | None = None) -> None:
                choice = {"index": 0, "delta": delta, "finish_reason": finish}
                chunk = {
                    "id": "x", "object": "chat.completion.chunk", "created": 0,
                    "model": "double", "choices": [choice] if act.choices else [],
                }  # fmt: skip
                if finish:
                    chunk["usage"] = self.usage(body, act)
                self.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
                self.wfile.flush()

            for i, part in enumerate(re.findall(r"\S+\s*|\s+", act.text or "")):
                if act.cut_after is not None and i >= act.cut_after:
                    return
                time.sleep(act.pause)
                double.first_sent = double.first_sent or time.monotonic()
                piece({"content": part})
            if act.refusal:
                piece({"refusal": act.refusal})
            piece({}, act.finish)
            self.wfile.write(b"data: [DONE]\n\n")

    return Handler


# ------------------------------------------------------------------ brains


def numbered(body: Body) -> dict[int, str]:
    """Return the numbered sentences of the source in a request."""
    text = next(m["content"] for m in body["messages"] if "=== source" in m["content"])
    return {int(n): s for n, s in re.findall(r"(?m)^\[(\d+)\] (.*)$", text)}


def wanted(body: Body) -> str:
    """Return which form a request asks for: card, corrections, lead or keep."""
    last = body["messages"][-1]["content"]
    first = body["messages"][0]["content"]
    if "failed:" in last:
        return "corrections"
    return "card" if '"headline"' in first or "HEADLINE:" in first else (
        "keep" if '"keep"' in first or "KEEP:" in first else "lead"
    )  # fmt: skip


def true_card(rows: dict[int, str]) -> dict[str, Any]:
    """Return a card cut from the sentences: dull, and true."""
    said = [(n, s) for n, s in rows.items() if "left out" not in s and "?" not in s]
    claims = [{"text": s, "evidence": [n]} for n, s in said if len(s) < 400]
    return {
        "headline": " ".join(claims[0]["text"].split()[:14]).rstrip(".,"),
        "lede": claims[0],
        "points": claims[1:4],
        "why": {"text": "", "evidence": []},
        "numbers": [],
        "entities": [],
        "watch": [],
    }


def good(body: Body, _number: int = 0) -> Act:
    """Answer truly."""
    rows = numbered(body)
    match wanted(body):
        case "card":
            return Act(json.dumps(true_card(rows)))
        case "keep":
            return Act(json.dumps({"keep": list(rows)[:9]}))
        case "lead":
            first = min(rows)
            return Act(json.dumps({"text": rows[first], "evidence": [first]}))
        case _:
            return Act(json.dumps({"claims": []}))


LIES = (
    " Sales rose 47% to $913 million across 86 stores.",
    ' "We will not be beaten on price," said chief executive Dana Whitlock.',
    " Analysts at Brightwater Consulting expect Kestrel & Vale to respond.",
    " The deal was completed on 14 August 2031.",
)


def lying(body: Body, number: int = 0) -> Act:
    """Answer with a false claim in every part, and lie again when asked to correct it."""
    if wanted(body) == "corrections":
        row = {"claim": "points[0]", "text": LIES[0].strip(), "evidence": [0]}
        return Act(json.dumps({"claims": [row]}))
    act = good(body)
    data = json.loads(act.text or "{}")
    if "points" in data:
        data["lede"]["text"] += LIES[number % 4]
        for i, point in enumerate(data["points"][:2]):
            point["text"] += LIES[(number + i + 1) % 4]
        data["why"] = {"text": "Brightwater Consulting says it is huge.", "evidence": [0]}
    elif "text" in data:
        data["text"] += LIES[0]
    return Act(json.dumps(data))


def dying(body: Body, number: int = 0) -> Act:
    """Fail every second call."""
    return Act(status=500, error="out of memory") if number % 2 == 0 else good(body)
