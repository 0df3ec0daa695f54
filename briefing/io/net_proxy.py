"""The way through an HTTP proxy."""

from __future__ import annotations

from base64 import b64encode
from typing import NamedTuple

from briefing.errors import ConfigError
from briefing.io import net_address
from briefing.io.net_address import Address


class Proxy(NamedTuple):
    """An HTTP proxy, and the header line it is to get ("" for none)."""

    host: str
    port: int
    authorisation: str

    @classmethod
    def of(cls, setting: str) -> Proxy | None:
        """Read the setting; empty means no proxy. Raises ConfigError."""
        if not setting:
            return None
        address = net_address.parse(setting if "://" in setting else f"http://{setting}")
        if address.scheme != "http":
            raise ConfigError(
                "net.proxy: only http:// proxies are known", hint="write http://host:port"
            )
        return cls(address.host, address.port, basic("Proxy-Authorization", address))


def basic(header: str, address: Address) -> str:
    """Return the header line that carries an address's name and password; "" without."""
    if address.user is None:
        return ""
    from urllib.parse import unquote

    pair = f"{unquote(address.user)}:{unquote(address.password or '')}"
    return f"{header}: Basic {b64encode(pair.encode()).decode()}\r\n"
