"""A farm of feeds on loopback, one of which hangs."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_ITEM = (
    "<item><guid>{f}-{n}</guid><title>Northgate opens shop {n} of town {f}</title>"
    "<link>http://127.0.0.1/{f}/{n}</link><description>{text}</description></item>"
)


@contextmanager
def farm(*, feeds: int, entries: int, hangs: float) -> Iterator[int]:
    """Serve feeds; number 0 answers after `hangs` seconds. Yield the port."""
    text = "Northgate opened another shop on Friday, it said. " * 20

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            feed = self.path.strip("/").removesuffix(".xml")
            if feed == "0":
                time.sleep(hangs)
            items = "".join(_ITEM.format(f=feed, n=n, text=text) for n in range(entries))
            title = f"<title>Feed {feed}</title>"
            body = f'<rss version="2.0"><channel>{title}{items}</channel></rss>'.encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
