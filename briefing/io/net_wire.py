"""HTTP/1.1 on a socket, with a deadline on every read.

Written by hand for two reasons: a server that trickles bytes cannot outlast the total time
limit, and a refresh of 500 feeds costs a third of what a general client needs.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.io.net_address import Address

if TYPE_CHECKING:
    import ssl

_MOST_HEAD = 65_536
_CHUNK = 65_536


class Broken(Exception):
    """The server does not speak HTTP, or stopped in the middle; the words say which."""


class Head(NamedTuple):
    """Status and headers (names in lower case; repeated ones joined by a comma)."""

    status: int
    headers: Mapping[str, str]
    lasting: bool


class Wire:
    """One connection to one server."""

    def __init__(self, sock: socket.socket, clock: Callable[[], float]) -> None:
        self._sock = sock
        self._clock = clock
        self._buffer = bytearray()
        self._ends = 0.0

    def close(self) -> None:
        """Close the connection."""
        self._sock.close()

    def secure(self, context: ssl.SSLContext, host: str, timeout: float) -> None:
        """Go on in TLS, with the certificate checked for `host`. Raises OSError."""
        self._sock.settimeout(timeout)
        try:
            self._sock = context.wrap_socket(self._sock, server_hostname=host)
        except BaseException:
            self.close()
            raise

    def ask(self, request: bytes, first_byte: float, ends: float) -> Head:
        """Send a request and read the head of the answer.

        The first byte may take `first_byte` seconds; head and body must be there at `ends` (by
        the clock given). Raises OSError, Broken.
        """
        self._ends = ends
        starts_by = min(self._clock() + first_byte, ends)
        self._sock.settimeout(max(0.01, starts_by - self._clock()))
        self._sock.sendall(request)
        while True:
            head = self._head(starts_by)
            if not 100 <= head.status < 200:
                return head

    def _head(self, starts_by: float) -> Head:
        while (end := _blank_line(self._buffer)) < 0:
            if len(self._buffer) > _MOST_HEAD:
                raise Broken("the head of its answer has no end")
            if not self._more(starts_by):
                raise Broken(
                    "the server closed the connection in the middle of its answer"
                    if self._buffer
                    else "the server closed the connection without an answer"
                )
        text = self._buffer[:end].decode("latin-1")
        del self._buffer[: end + (4 if self._buffer[end : end + 4] == b"\r\n\r\n" else 2)]
        return _parsed(text)

    def _more(self, ends: float) -> int:
        left = ends - self._clock()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(left)
        data = self._sock.recv(_CHUNK)
        self._buffer += data
        return len(data)

    def body(self, head: Head) -> Body:
        """Return the body that follows a head; read it to its end before the next `ask`."""
        headers = head.headers
        if head.status in (204, 205, 304):
            return Body(self, length=0)
        if "chunked" in headers.get("transfer-encoding", "").lower():
            return Body(self, chunked=True)
        if (length := headers.get("content-length", "").split(",")[0].strip()).isdecimal():
            return Body(self, length=int(length))
        return Body(self)

    def take(self, size: int) -> bytes:
        """Return up to `size` bytes; empty when the server has closed. Raises OSError."""
        if not self._buffer and not self._more(self._ends):
            return b""
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def line(self) -> bytes:
        """Return one line without its end. Raises OSError, Broken."""
        while (end := self._buffer.find(b"\n")) < 0:
            if len(self._buffer) > _MOST_HEAD or not self._more(self._ends):
                raise Broken("the answer is cut off")
        found = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return found.rstrip(b"\r")


class Body:
    """The bytes of one body, as the server sent them (chunks joined, still compressed)."""

    def __init__(self, wire: Wire, *, length: int | None = None, chunked: bool = False) -> None:
        self._wire = wire
        self._left = length
        self._chunked = chunked
        self._begun = False
        self.declared = length
        self.ended = length == 0
        self.closes = length is None and not chunked

    def read(self, size: int = -1, /) -> bytes:
        """Return some bytes, at most `size`; empty at the end. Raises OSError, Broken."""
        size = size if size > 0 else _CHUNK
        if self.ended:
            return b""
        if self._chunked and not self._left and not self._next_chunk():
            return b""
        data = self._wire.take(size if self._left is None else min(size, self._left))
        if not data:
            if self._left is None:
                self.ended = True
                return b""
            raise Broken("the answer is cut off")
        if self._left is not None:
            self._left -= len(data)
            self.ended = not self._left and not self._chunked
        return data

    def _next_chunk(self) -> bool:
        if self._begun:
            self._wire.line()
        self._begun = True
        try:
            self._left = int(self._wire.line().split(b";")[0].strip(), 16)
        except ValueError as error:
            raise Broken("the answer is cut into chunks wrongly") from error
        if self._left < 0:
            raise Broken("the answer is cut into chunks wrongly")
        if not self._left:
            while self._wire.line():
                pass
            self.ended = True
        return bool(self._left)


def connect(ips: list[str], port: int, timeout: float) -> socket.socket:
    """Connect to the first of some IP addresses that answers. Raises the last OSError."""
    failure: OSError = OSError("no address")
    for ip in ips[:4]:
        # As text it would be converted again, by a codec that is slow to load.
        host: Any = ip.encode("ascii") if ip.isascii() else ip
        try:
            sock = socket.create_connection((host, port), timeout)
        except OSError as error:
            failure = error
            continue
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock
    raise failure


def tunnel(wire: Wire, address: Address, authorisation: str, timeout: float, ends: float) -> None:
    """Ask a proxy for a tunnel to a server. Raises OSError, Broken; the wire is closed then."""
    place = f"[{address.host}]" if ":" in address.host else address.host
    place = f"{place}:{address.port}"
    request = f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{authorisation}\r\n"
    try:
        head = wire.ask(request.encode("latin-1"), timeout, ends)
        if not 200 <= head.status < 300:
            raise Broken(f"the proxy refuses a way to {address.host} ({head.status})")
    except BaseException:
        wire.close()
        raise


def _blank_line(buffer: bytearray) -> int:
    end = buffer.find(b"\r\n\r\n")
    bare = buffer.find(b"\n\n")
    return bare if 0 <= bare < end or end < 0 else end


def _parsed(text: str) -> Head:
    lines = text.replace("\r\n", "\n").split("\n")
    version, _, rest = lines[0].partition(" ")
    status = rest.strip()[:3]
    if not version.startswith("HTTP/") or not status.isdecimal():
        raise Broken("this is no web server")
    headers: dict[str, str] = {}
    last = ""
    for line in lines[1:]:
        if line[:1] in (" ", "\t") and last:
            headers[last] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        if not colon:
            continue
        last, value = name.strip().lower(), value.strip()
        headers[last] = f"{headers[last]}, {value}" if last in headers else value
    wish = headers.get("connection", "").lower()
    lasting = "close" not in wish and (version != "HTTP/1.0" or "keep-alive" in wish)
    return Head(int(status), headers, lasting)
