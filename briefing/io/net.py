"""The web, with limits and manners: every address that is fetched is fetched here.

No cookies and no cache: validators are the caller's, and so is the decision when to ask.
"""

from __future__ import annotations

import threading
import time
from functools import cached_property
from typing import TYPE_CHECKING

from briefing import __version__, plain
from briefing.config import NetConfig
from briefing.errors import FetchError
from briefing.io import net_address, net_body, net_words
from briefing.io.net_address import Address
from briefing.io.net_gate import Gate
from briefing.io.net_proxy import Proxy, basic
from briefing.io.net_wire import Broken, Head, Wire, connect, tunnel
from briefing.models import Answered, Seen

if TYPE_CHECKING:
    import ssl

_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_RESTING = 64  # connections kept open for a next request, at most
_SMALL = 65_536  # bytes of an unwanted body that are read to keep its connection
_WANTED = (
    "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.8"
)
_Place = tuple[str, str, int, bool]


class Http:
    """A client for many threads; satisfies `Net` of `desk/ports.py` by shape."""

    def __init__(self, config: NetConfig) -> None:
        self._config = config
        self._gate = Gate(config.connections, config.per_host)
        self._resting: dict[_Place, list[Wire]] = {}
        self._lock = threading.Lock()
        self._proxy = Proxy.of(config.proxy)
        self._fixed = (
            f"User-Agent: {config.user_agent or f'briefing/{__version__}'}\r\n"
            f"Accept: {_WANTED}\r\nAccept-Encoding: {net_body.accepted()}\r\n"
        )

    def get(self, url: str, *, seen: Seen | None = None, trusted: bool = False) -> Answered:
        """Fetch one address, through redirects.

        `seen` are the validators of an earlier answer; `trusted` says that the user typed the
        address: it may be private, and so may redirects within its host. Raises FetchError.
        """
        first = here = net_address.parse(url)
        permanent, home = True, first.host if trusted else None
        for _ in range(self._config.max_redirects + 1):
            with self._gate.passed(here.host):
                head, body, private = self._exchange(here, seen, home)
            home = home if private else None  # from a public place no redirect leads inside
            location = head.headers.get("location", "")
            if head.status not in _REDIRECTS or not location:
                moved = here.shown if permanent and here.shown != first.shown else None
                return self._answer(url, here, head, body, moved)
            permanent = permanent and head.status in _PERMANENT
            here = net_address.hop(here, location)
        raise FetchError(
            f"{first.shown}: redirects more than {self._config.max_redirects} times",
            origin=url,
            hint="the site is set up wrongly; try later",
        )

    def close(self) -> None:
        """Close the connections that rest."""
        with self._lock:
            wires = [wire for rest in self._resting.values() for wire in rest]
            self._resting.clear()
        for wire in wires:
            wire.close()

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        import ssl

        context = ssl.create_default_context()
        context.set_alpn_protocols(["http/1.1"])
        return context

    def _exchange(
        self, address: Address, seen: Seen | None, home: str | None
    ) -> tuple[Head, bytes, bool]:
        """Ask once; return head, body, and whether the server is at a private address."""
        limit, begun = self._config.max_bytes, time.monotonic()
        try:
            ips, private = self._judged(address, home)
            proxy = None if private else self._proxy
            head, body = self._asked(address, ips, private, proxy, seen)
        except (OSError, Broken, net_body.TooLarge, net_body.Garbled) as trouble:
            waited = round(time.monotonic() - begun, 1)
            raise net_words.of_trouble(address, trouble, limit=limit, waited=waited) from trouble
        return head, body, private

    def _judged(self, address: Address, home: str | None) -> tuple[list[str], bool]:
        """Return the IP addresses of a server that may be asked, and whether one is private.

        Raises FetchError, OSError.
        """
        try:
            ips = net_address.resolve(address)
        except OSError:
            if self._proxy is None:
                raise
            return [], False  # behind a proxy the names of the outside may be unknown here
        private = any(map(net_address.is_private, ips))
        welcome = address.host == home and not any(map(net_address.is_local_link, ips))
        if private and not self._config.allow_private and not welcome:
            raise FetchError(
                f"{address.shown}: leads to a private address ({ips[0]})",
                origin=address.shown,
                hint="give that address itself, or set net.allow_private",
            )
        return ips, private

    def _asked(
        self,
        address: Address,
        ips: list[str],
        private: bool,
        proxy: Proxy | None,
        seen: Seen | None,
    ) -> tuple[Head, bytes]:
        """Ask on a resting connection, or on a new one when there is none or it has gone cold."""
        request = _request(address, seen, self._fixed, proxy)
        key = (*address.place, private)
        ends = time.monotonic() + self._config.total_timeout
        if (wire := self._rested(key)) is not None:
            try:
                head = wire.ask(request, self._config.timeout, ends)
            except (OSError, Broken) as trouble:
                wire.close()
                if isinstance(trouble, TimeoutError):
                    raise
            else:
                return self._finished(key, wire, head)
        wire = self._connected(address, ips, proxy, ends)
        try:
            head = wire.ask(request, self._config.timeout, ends)
        except BaseException:
            wire.close()
            raise
        return self._finished(key, wire, head)

    def _connected(
        self, address: Address, ips: list[str], proxy: Proxy | None, ends: float
    ) -> Wire:
        timeout = self._config.timeout
        if proxy is None:
            sock = connect(ips, address.port, timeout)
        else:
            sock = connect([proxy.host], proxy.port, timeout)
        wire = Wire(sock, time.monotonic)
        if address.scheme == "https":
            if proxy is not None:
                tunnel(wire, address, proxy.authorisation, timeout, ends)
            wire.secure(self._tls, address.host, timeout)
        return wire

    def _finished(self, key: _Place, wire: Wire, head: Head) -> tuple[Head, bytes]:
        """Read the body, and let the connection rest where it can be used again."""
        body = wire.body(head)
        data, drained = b"", False
        try:
            if 200 <= head.status < 300:
                if (body.declared or 0) > self._config.max_bytes:
                    raise net_body.TooLarge
                encoding = head.headers.get("content-encoding", "")
                data = net_body.read(body, encoding, self._config.max_bytes)
            elif body.declared is not None and body.declared <= _SMALL:
                while body.read():  # an explanation nobody reads
                    pass
            drained = body.ended and head.lasting
        finally:
            if not drained or not self._rest(key, wire):
                wire.close()
        return head, data

    def _rested(self, key: _Place) -> Wire | None:
        with self._lock:
            rest = self._resting.get(key)
            return rest.pop() if rest else None

    def _rest(self, key: _Place, wire: Wire) -> bool:
        with self._lock:
            if sum(map(len, self._resting.values())) >= _RESTING:
                return False
            self._resting.setdefault(key, []).append(wire)
            return True

    def _answer(
        self, origin: str, address: Address, head: Head, body: bytes, moved: str | None
    ) -> Answered:
        if head.status == 304:
            return Answered(304, None, head.headers, moved)
        if not 200 <= head.status < 300:
            raise net_words.of_status(address, head.status, head.headers, time.time())
        from briefing.models import Page

        media_type, _, rest = head.headers.get("content-type", "").partition(";")
        page = Page(
            origin=plain.address(origin),
            body=body,
            url=address.shown,
            media_type=media_type.strip().lower() or None,
            charset=_charset(rest),
        )
        return Answered(head.status, page, head.headers, moved)


def _request(address: Address, seen: Seen | None, fixed: str, proxy: Proxy | None) -> bytes:
    target, more = address.target, ""
    if proxy is not None and address.scheme == "http":
        target, more = f"http://{address.host_header}{target}", proxy.authorisation
    lines = f"GET {target} HTTP/1.1\r\nHost: {address.host_header}\r\n{fixed}{more}"
    lines += basic("Authorization", address)
    if seen is not None and seen.etag:
        lines += f"If-None-Match: {_header(seen.etag)}\r\n"
    if seen is not None and seen.last_modified:
        lines += f"If-Modified-Since: {_header(seen.last_modified)}\r\n"
    return f"{lines}\r\n".encode("latin-1", "replace")


def _header(value: str) -> str:
    """Return a value that stays inside its header line."""
    if not value.isprintable():
        value = "".join(c for c in value if c >= " " and c != "\x7f")
    return value[:1000]


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
