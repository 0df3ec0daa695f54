"""What went wrong on the network, in words a reader understands, with what to do."""

from __future__ import annotations

import errno
import socket
from collections.abc import Mapping
from datetime import UTC

from briefing.errors import FetchError
from briefing.io.net_address import Address
from briefing.io.net_body import Garbled, TooLarge
from briefing.io.net_wire import Broken

_STATUS = {
    400: ("the server does not understand the request", "check the address"),
    401: ("the server wants a name and a password", "write them as https://name:password@host/…"),
    403: ("the server refuses to show this", "open it in a browser; it may not want programs"),
    404: ("there is nothing at this address", "look for its new address on the site"),
    405: ("the server refuses to be asked for this", "check the address"),
    407: ("the proxy wants a name and a password", "set net.proxy"),
    410: ("this was removed for good", "look for its new address on the site"),
    418: ("the server refuses to show this", ""),
    429: ("the server was asked too often", "it is left alone for a while"),
    451: ("this may not be shown for legal reasons", ""),
}
_CERTIFICATE = {  # X509_V_ERR_*, from OpenSSL's x509_vfy.h
    9: ("is not valid yet", "check this machine's clock"),
    10: ("has expired", "the site has to renew it; check this machine's clock too"),
    18: ("is signed by itself only", "nobody vouches for this server"),
    19: ("is signed by an authority that is not trusted here", ""),
    20: ("is signed by an authority that is not trusted here", ""),
    21: ("is signed by an authority that is not trusted here", ""),
    23: ("was revoked", ""),
    62: ("belongs to another name", "check the address"),
    64: ("belongs to another address", "check the address"),
}


def of_status(address: Address, status: int, headers: Mapping[str, str], now: float) -> FetchError:
    """Return the error for an answer of 400 and above (`now` in seconds since 1970)."""
    if status in _STATUS:
        why, hint = _STATUS[status]
    elif status >= 500:
        why, hint = "the server is in trouble", "this often passes; try later"
    else:
        why, hint = "the server gave an answer that is no page", "check the address"
    return FetchError(
        f"{address.shown}: {why} ({status})",
        origin=address.shown,
        hint=hint,
        status=status,
        retry_after=retry_after(headers.get("retry-after", ""), now),
    )


def retry_after(value: str, now: float) -> float | None:
    """Return the seconds a Retry-After header asks for (a number, or a date); None if nothing."""
    value = value.strip()
    if value.isdecimal():
        return float(value[:9])
    if not value:
        return None
    from email.utils import parsedate_to_datetime  # costs more than a whole request

    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, moment.timestamp() - now)


def of_trouble(address: Address, trouble: Exception, *, limit: int, waited: float) -> FetchError:
    """Return the error for what broke on the way."""
    why, hint = _reason(trouble, limit, waited, address.host)
    return FetchError(f"{address.shown}: {why}", origin=address.shown, hint=hint)


def _reason(trouble: Exception, limit: int, waited: float, host: str) -> tuple[str, str]:
    if isinstance(trouble, TooLarge):
        size = f"{limit / 1_000_000:g} MB"
        return f"the answer is larger than {size}", "net.max_bytes sets the limit"
    if isinstance(trouble, Broken | Garbled):
        return str(trouble), "this often passes; try later"
    if isinstance(trouble, TimeoutError):
        return f"no whole answer within {waited:g} seconds", "this often passes; try later"
    if isinstance(trouble, socket.gaierror):
        if trouble.errno == socket.EAI_AGAIN:
            return f"the name {host} cannot be looked up now", "is this machine online?"
        return f"there is no server named {host}", "check the address, and that you are online"
    if isinstance(trouble, ConnectionRefusedError):
        return "the server takes no connection", "check the address, or try later"
    if isinstance(trouble, ConnectionResetError | BrokenPipeError):
        return "the server broke the connection off", "this often passes; try later"
    code = getattr(trouble, "verify_code", None)
    if code is not None:
        why, hint = _CERTIFICATE.get(code, ("cannot be trusted", ""))
        return f"its certificate {why}", hint or "open it in a browser to see more"
    if type(trouble).__module__ == "ssl":
        return "no secure connection can be made", "open it in a browser to see more"
    if getattr(trouble, "errno", None) in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return "the server cannot be reached from here", "is this machine online?"
    word = getattr(trouble, "strerror", None) or str(trouble) or "the connection failed"
    return word[:1].lower() + word[1:], "try later"
