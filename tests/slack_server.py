"""A Slack on loopback for tests: an incoming webhook, chat.postMessage, chat.update, history.

Faults: 429, 500, 503 (an HTML page), reset (before it keeps the message), lost (keeps it, then
resets), silent, gone (404 no_service), archived, auth; `times` says how often. `history` says
whether the token may read the channel.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

TOKEN = "xoxb-not-a-real-token"


class SlackServer:
    """The server; `posts` are messages in order, an update written over its message."""

    def __init__(self, fault: str = "", *, times: int = -1, history: bool = True) -> None:
        self.fault, self.times, self.history = fault, times, history
        self.posts: list[dict[str, Any]] = []
        self.calls: list[str] = []
        self.headers: list[dict[str, str]] = []
        slack = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_POST(self) -> None:
                size = int(self.headers.get("Content-Length") or 0)
                Call(slack, self, self.rfile.read(size)).answer()

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                pass

        self._server = Server(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.hook, self.api = f"{self.base}/services/T0/B0/secret-path", f"{self.base}/api/"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def has(self, fault: str) -> bool:
        """Say whether a fault is in force, and use up one of its times."""
        if self.fault != fault or self.times == 0:
            return False
        self.times -= 1
        return True

    def __enter__(self) -> SlackServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class Call:
    """One request."""

    def __init__(self, slack: SlackServer, link: BaseHTTPRequestHandler, body: bytes) -> None:
        self.slack, self.link, self.raw = slack, link, body
        self.hook = link.path.startswith("/services/")
        slack.calls.append(link.path.rpartition("/")[2])
        slack.headers.append({name.lower(): value for name, value in link.headers.items()})

    def answer(self) -> None:
        """Answer, or do what the fault says."""
        if "conversations." in self.link.path:
            return self._history()
        if self.link.path.endswith("auth.test"):
            return self._api(self._authorised(), user="bot", team="Shop", error="invalid_auth")
        if self.slack.has("reset"):
            return self._reset()
        if self.slack.has("silent"):
            return time.sleep(3)
        if self.slack.has("429"):
            return self._say(429, "rate_limited", **{"Retry-After": "1"})
        if self.slack.has("500"):
            return self._say(500, "rollup_error")
        if self.slack.has("503"):
            return self._say(503, "<html><body>Service Unavailable</body></html>")
        lost = self.slack.has("lost")
        if self.hook:
            return self._hooked(lost)
        return self._posted(json.loads(self.raw), lost)

    def _hooked(self, lost: bool) -> None:
        if self.slack.has("gone"):
            return self._say(404, "no_service")
        self.slack.posts.append(json.loads(self.raw))
        return self._reset() if lost else self._say(200, "ok")

    def _posted(self, body: dict[str, Any], lost: bool) -> None:
        if not self._authorised() or self.slack.has("auth"):
            return self._api(False, error="invalid_auth")
        if self.slack.has("archived"):
            return self._api(False, error="is_archived")
        if self.link.path.endswith("chat.update"):
            (found,) = [p for p in self.slack.posts if p["ts"] == body["ts"]]
            found.update(body, updated=True)
        else:
            body["ts"] = f"{len(self.slack.posts) + 1}.000100"
            self.slack.posts.append(body)
        if lost:
            return self._reset()
        return self._api(True, channel=body["channel"], ts=body["ts"])

    def _history(self) -> None:
        if not self.slack.history:
            return self._api(False, error="missing_scope")
        return self._api(True, messages=list(self.slack.posts))

    def _authorised(self) -> bool:
        return self.link.headers.get("Authorization") == f"Bearer {TOKEN}"

    def _api(self, ok: bool, **more: Any) -> None:
        if ok:
            more.pop("error", None)
        self._say(200, json.dumps({"ok": ok, **more}), **{"Content-Type": "application/json"})

    def _say(self, status: int, text: str, **headers: str) -> None:
        self.link.send_response(status)
        for name, value in headers.items():
            self.link.send_header(name, value)
        self.link.send_header("Content-Length", str(len(text.encode())))
        self.link.end_headers()
        self.link.wfile.write(text.encode())

    def _reset(self) -> None:
        linger = struct.pack("ii", 1, 0)
        self.link.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.link.close_connection = True
        self.link.connection.close()
