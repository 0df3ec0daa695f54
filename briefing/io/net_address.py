"""Addresses: which URLs are fetched, what they resolve to, and what is private.

A name is resolved once and the connection is made to the address that was judged, so that a
name server cannot answer differently in between.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from briefing import plain
from briefing.errors import FetchError

_PORTS = {"http": 80, "https": 443}
# Ports of other protocols, which a browser refuses too (WHATWG Fetch, "bad port").
_OTHERS = frozenset(
    (1, 7, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
     103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
     512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
     995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
     6669, 6679, 6697, 10080)
)  # fmt: skip
_SAFE = "/%:@!$&'()*+,;=~-._?"
_UNTOUCHED = re.compile(r"[\w/%:@!$&'()*+,;=~.?-]*", re.ASCII)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Address(NamedTuple):
    """A URL taken apart. `shown` is the URL without its password, for messages and pages."""

    scheme: str
    host: str
    port: int
    target: str
    shown: str
    user: str | None = None
    password: str | None = None

    @property
    def host_header(self) -> str:
        """Return host and port as the Host header wants them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def place(self) -> tuple[str, str, int]:
        """Return what a connection can be kept for."""
        return self.scheme, self.host, self.port


def parse(url: str) -> Address:
    """Take an http(s) URL apart. Raises FetchError for any other scheme and for no address."""
    given = plain.line(url)
    shown = plain.address(given)
    try:
        parts = urlsplit(given)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
        host = _named(host)
    except (ValueError, UnicodeError) as error:
        raise FetchError(
            f"{shown[:200]}: this is no address", origin=shown, hint="check how it is spelled"
        ) from error
    if scheme not in _PORTS:
        raise FetchError(
            f"{shown[:200]}: only http and https addresses are fetched",
            origin=shown,
            hint="give an address that begins with https://",
        )
    if not host or re.search(r"[\s/\\<>\"]", host):
        raise FetchError(f"{shown[:200]}: no server is named", origin=shown)
    if port in _OTHERS:
        raise FetchError(f"{shown[:200]}: port {port} is no web server's", origin=shown)
    target = _quoted(parts.path or "/")
    if parts.query:
        target += "?" + _quoted(parts.query)
    return Address(
        scheme,
        host,
        port or _PORTS[scheme],
        target,
        shown.partition("#")[0],
        parts.username,
        parts.password,
    )


def _named(host: str) -> str:
    """Return a host as name servers know it. Raises ValueError for labels that none knows."""
    if not host.isascii():
        return host.encode("idna").decode("ascii")
    if host and not all(0 < len(label) < 64 for label in host.removesuffix(".").split(".")):
        raise ValueError("label empty or too long")
    return host


def _quoted(text: str) -> str:
    return text if _UNTOUCHED.fullmatch(text) else quote(text, safe=_SAFE)


def hop(here: Address, location: str) -> Address:
    """Return where a redirect leads. Raises FetchError when it leaves http(s) or loses TLS."""
    try:
        there = parse(urljoin(here.shown, plain.line(location)))
    except (FetchError, ValueError) as error:
        raise FetchError(
            f"{here.shown}: redirects to {plain.line(location, 200)}, which is no web address",
            origin=here.shown,
            hint="the site is set up wrongly",
        ) from error
    if here.scheme == "https" and there.scheme == "http":
        raise FetchError(
            f"{here.shown}: redirects from https to unprotected http ({there.shown[:200]})",
            origin=here.shown,
            hint="follow the http address itself if you trust it",
        )
    own = there.user is None and _is_own(here, there)
    return there._replace(user=here.user, password=here.password) if own else there


def _is_own(here: Address, there: Address) -> bool:
    """Say whether a password for one address may be sent to the other: scheme, host and port are
    the same, or the host's usual ports go from http to https."""
    upgraded = (here.scheme, here.port, there.scheme, there.port) == ("http", 80, "https", 443)
    return here.place == there.place or (here.host == there.host and upgraded)


@lru_cache(maxsize=1024)
def _literal(host: str) -> str | None:
    try:
        return str(ipaddress.ip_address(host.partition("%")[0]))
    except ValueError:
        return None


def resolve(address: Address) -> list[str]:
    """Return the IP addresses of a host, in the system's order. Raises OSError."""
    if (ip := _literal(address.host)) is not None:
        return [ip]
    name = address.host.encode("ascii")  # as text it would be converted again, by a slow codec
    found = socket.getaddrinfo(name, address.port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


@lru_cache(maxsize=1024)
def is_local_link(host: str) -> bool:
    """Say whether an IP address is of this link only, where clouds keep their secrets."""
    ip = _literal(host)
    if ip is None:
        return False
    found = ipaddress.ip_address(ip)
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_link_local)


@lru_cache(maxsize=1024)
def is_private(ip: str) -> bool:
    """Say whether an IP address is this machine's, this network's, or no public one at all."""
    found = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_private(str(found.ipv4_mapped))
        if found.sixtofour is not None:
            return is_private(str(found.sixtofour))
        if found in _NAT64:
            return is_private(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    return not found.is_global or found.is_multicast
