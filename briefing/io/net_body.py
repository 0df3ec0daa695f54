"""Bodies: decompressed as they stream, never more in memory than the limit.

Brotli and zstandard are used where they are installed.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from importlib.util import find_spec
from typing import IO, Any, Protocol, cast

_STEP = 65_536


class Source(Protocol):
    """Bytes as the server sends them: at most `size`, empty at the end."""

    def read(self, size: int = -1, /) -> bytes: ...


class TooLarge(Exception):
    """The answer is larger than the limit."""


class Garbled(Exception):
    """The answer is not compressed as it claims to be."""


def accepted() -> str:
    """Return the value of Accept-Encoding for what can be decompressed here."""
    more = [name for name, module in (("br", "brotli"), ("zstd", "zstandard")) if find_spec(module)]
    return ", ".join(["gzip", "deflate", *more])


def read(source: Source, encoding: str, limit: int) -> bytes:
    """Read and decompress a whole body. Raises TooLarge beyond `limit` bytes, and Garbled."""
    names = [n for n in encoding.lower().replace(" ", "").split(",") if n not in ("", "identity")]
    if len(names) > 1:
        raise Garbled("compressed more than once")
    if names and names[0] not in _READERS:
        raise Garbled(f"compressed as {names[0][:20]}, which is not read here")
    pull = _READERS[names[0]](source) if names else source.read
    parts, size = [], 0
    while part := pull(_STEP):
        size += len(part)
        if size > limit:
            raise TooLarge
        parts.append(part)
    return b"".join(parts)


def _inflated(source: Source) -> Callable[[int], bytes]:
    """Read gzip (several members too) and both kinds of deflate; what is neither, as it is."""
    first = source.read(_STEP)
    if first[:2] != b"\x1f\x8b" and not _is_zlib(first):
        if first.lstrip()[:1] in (b"<", b"{"):
            return _plain(source, first)  # labelled as compressed, but sent as it is
        state = zlib.decompressobj(-zlib.MAX_WBITS)
    else:
        state = zlib.decompressobj(zlib.MAX_WBITS | 32)
    waiting = first

    def pull(size: int) -> bytes:
        nonlocal state, waiting
        while True:
            data = waiting or source.read(_STEP)
            if not data:
                if not state.eof and first:
                    raise Garbled("the compressed answer is cut off")
                return b""
            try:
                out = state.decompress(data, size)
            except zlib.error as error:
                raise Garbled("the compressed answer is damaged") from error
            waiting = state.unconsumed_tail
            if state.eof:
                waiting = state.unused_data
                if not waiting.startswith(b"\x1f\x8b"):
                    waiting = b""
                    while source.read(_STEP):  # what follows is padding
                        pass
                    return out
                state = zlib.decompressobj(zlib.MAX_WBITS | 32)
            if out:
                return out

    return pull


def _is_zlib(head: bytes) -> bool:
    return len(head) > 1 and head[0] & 15 == 8 and int.from_bytes(head[:2], "big") % 31 == 0


def _plain(source: Source, first: bytes) -> Callable[[int], bytes]:
    waiting = [first]
    return lambda size: waiting.pop() if waiting else source.read(size)


def _zstd(source: Source) -> Callable[[int], bytes]:
    import zstandard

    reader = zstandard.ZstdDecompressor(max_window_size=1 << 23).stream_reader(
        cast(IO[bytes], _Readable(source)),  # it only ever reads
        read_across_frames=True,
    )

    def pull(size: int) -> bytes:
        try:
            return reader.read(size)
        except zstandard.ZstdError as error:
            raise Garbled("the compressed answer is damaged") from error

    return pull


class _Readable:
    """A source with the one method that zstandard's reader calls."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def read(self, size: int = -1) -> bytes:
        return self._source.read(_STEP if size < 0 else size)


def _brotli(source: Source) -> Callable[[int], bytes]:
    import brotli

    state: Any = brotli.Decompressor()
    bounded = hasattr(state, "can_accept_more_data")
    step = _STEP if bounded else 64  # an older brotli knows no limit: little in, little out

    def pull(size: int) -> bytes:
        while not state.is_finished():
            hungry = not bounded or state.can_accept_more_data()
            data = source.read(step) if hungry else b""
            try:
                more = {"output_buffer_limit": size} if bounded else {}
                out: bytes = state.process(data, **more)
            except brotli.error as error:
                raise Garbled("the compressed answer is damaged") from error
            if out:
                return out
            if hungry and not data and not state.is_finished():
                raise Garbled("the compressed answer is cut off")
        while source.read(_STEP):
            pass
        return b""

    return pull


_READERS: dict[str, Callable[[Source], Callable[[int], bytes]]] = {
    "gzip": _inflated,
    "x-gzip": _inflated,
    "deflate": _inflated,
    "br": _brotli,
    "zstd": _zstd,
}
