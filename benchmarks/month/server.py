"""A world of feeds on loopback, and the bad weather it is served in."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import random
import threading
from collections.abc import Callable
from typing import NamedTuple

from world import World


class Answer(NamedTuple):
    """A feed that was answered whole (200, or 304 for what is shown now), with its addresses."""

    feed: int
    urls: frozenset[str]


class Weather(NamedTuple):
    """Chances that a request goes wrong, of 1."""

    error: float = 0.03
    busy: float = 0.01
    silent: float = 0.005
    cut: float = 0.015
    page: float = 0.01


class Server:
    """Serves a world on loopback, each feed at an address of its own; a context manager."""

    def __init__(self, world: World, seed: int, weather: Weather) -> None:
        self.world, self.weather = world, weather
        self.answered: list[Answer] = []
        self.port = 0
        self._chance = random.Random(seed + 1)
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def host(self, n: int) -> str:
        """Return a feed's own loopback address, for manners are kept host by host."""
        return f"127.0.0.{n % 250 + 2}"

    def __enter__(self) -> Server:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.run_until_complete(self._hang_up())
        self._loop.close()

    async def _hang_up(self) -> None:
        """End the talks that processes left when they were killed."""
        talks = asyncio.all_tasks() - {asyncio.current_task()}
        for talk in talks:
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)

    def _run(self) -> None:
        hosts = sorted({self.host(n) for n in range(len(self.world.feeds))})

        async def begin() -> None:
            first = await asyncio.start_server(self._talk, hosts[0], 0)
            self.port = first.sockets[0].getsockname()[1]
            await asyncio.start_server(self._talk, hosts[1:] or ["127.0.0.1"], self.port)
            self._ready.set()

        self._loop.run_until_complete(begin())
        self._loop.run_forever()

    def opml(self) -> str:
        """Return the list of all feeds."""
        rows = "".join(
            f'<outline type="rss" xmlUrl="http://{self.host(n)}:{self.port}/f/{n}.xml"/>'
            for n in range(len(self.world.feeds))
        )
        return f'<opml version="2.0"><body>{rows}</body></opml>'

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                first, *rest = head.decode("latin-1").split("\r\n")
                headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in rest)}
                answer = self._answer(first.split(" ")[1], headers)
                if answer is None:
                    await asyncio.sleep(5)
                    break
                writer.write(answer)
                await writer.drain()
                if b"\r\nConnection: close\r\n" in answer[:400]:
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _answer(self, path: str, headers: dict[str, str]) -> bytes | None:
        """Return a raw answer; None is silence."""
        n = int(path.rpartition("/")[2].removesuffix(".xml"))
        if path.startswith("/f/") and n in self.world.moved:
            return _raw("301 Moved Permanently", b"", f"Location: /moved/{n}.xml\r\n")
        if (bad := self._bad()) is not None:
            return bad(n)
        body = self.world.body(n)
        mark = f'"{hashlib.sha1(body).hexdigest()[:16]}"'
        urls = frozenset(item.url for item in self.world.shown(n))
        if headers.get("if-none-match") == mark:
            self.answered.append(Answer(n, urls))
            return f"HTTP/1.1 304 Not Modified\r\nETag: {mark}\r\n\r\n".encode()
        self.answered.append(Answer(n, urls))
        if "gzip" in headers.get("accept-encoding", ""):
            return _raw(
                "200 OK", gzip.compress(body, 1), f"ETag: {mark}\r\nContent-Encoding: gzip\r\n"
            )
        return _raw("200 OK", body, f"ETag: {mark}\r\n")

    def _bad(self) -> Callable[[int], bytes | None] | None:
        """Return what goes wrong this time, if anything does."""
        left = self._chance.random()
        acts: tuple[Callable[[int], bytes | None], ...] = (
            lambda n: _raw("500 Internal Server Error", b"sorry"),
            lambda n: _raw("429 Too Many Requests", b"", "Retry-After: 1800\r\n"),
            lambda n: None,
            self._cut,
            lambda n: _raw("200 OK", b"<html><body><h1>Sign in</h1></body></html>"),
        )
        for chance, act in zip(self.weather, acts, strict=True):
            if left < chance:
                return act
            left -= chance
        return None

    def _cut(self, n: int) -> bytes:
        """Return an answer whose second half is missing."""
        whole = _raw("200 OK", self.world.body(n), "Connection: close\r\n")
        return whole[: len(whole) // 2]


def _raw(status: str, body: bytes, more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body
