"""The web on loopback: limits, manners, refusals."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from briefing.config import NetConfig
from briefing.errors import FetchError
from briefing.io import net_address, net_body, net_words
from briefing.io.net import Http
from briefing.models import Seen

Answer = bytes | Callable[[socket.socket], None]


class Server:
    """Answers with raw bytes, or lets a function write them; keeps what was asked."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.at_once = self.most = self.connections = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client:
            buffer = b""
            while True:
                while b"\r\n\r\n" not in buffer:
                    data = client.recv(65536)
                    if not data:
                        return
                    buffer += data
                head, _, buffer = buffer.partition(b"\r\n\r\n")
                self.asked.append(head.decode())
                self.at_once += 1
                self.most = max(self.most, self.at_once)
                answer = self.answers[head.split()[1].decode()]
                try:
                    if callable(answer):
                        answer(client)
                        return
                    client.sendall(answer)
                except OSError:
                    return
                finally:
                    self.at_once -= 1

    def close(self) -> None:
        self._socket.close()


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[Server]:
    server = Server(answers)
    try:
        yield server
    finally:
        server.close()


def ok(body: bytes, *headers: str) -> bytes:
    lines = ["HTTP/1.1 200 OK", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def to(place: str, status: int = 302) -> bytes:
    return f"HTTP/1.1 {status} x\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n".encode()


def http(**settings: Any) -> Http:
    return Http(NetConfig(**{"timeout": 2.0, "total_timeout": 3.0} | settings))


def error(server: Server, path: str = "/", **settings: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        http(**settings).get(server.url + path, trusted=True)
    return caught.value


def test_an_answer_says_what_it_is() -> None:
    with serving(
        {"/f?a=1": ok(b"<rss/>", "Content-Type: Text/XML; charset=ISO-8859-1", "ETag: x")}
    ) as s:
        answer = http(user_agent="me/1").get(f"{s.url}/f?a=1#part", trusted=True)
    assert answer.page is not None and answer.page.body == b"<rss/>"
    assert (answer.page.media_type, answer.page.charset) == ("text/xml", "ISO-8859-1")
    assert answer.page.url == f"{s.url}/f?a=1" and answer.headers["etag"] == "x"
    assert "User-Agent: me/1" in s.asked[0] and "Cookie" not in s.asked[0]


def test_a_second_visit_is_conditional_and_uses_the_connection_again() -> None:
    with serving({"/": b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n"}) as s:
        client = http()
        for _ in range(3):
            answer = client.get(s.url, seen=Seen('"x"', "Thu, 15 Jan 2026"), trusted=True)
        client.close()
    assert answer.status == 304 and answer.page is None
    assert 'If-None-Match: "x"' in s.asked[0] and "If-Modified-Since: Thu" in s.asked[0]
    assert s.connections == 1


def test_a_connection_gone_cold_is_replaced() -> None:
    def once(client: socket.socket) -> None:
        client.sendall(ok(b"x"))  # and the server closes without a word

    with serving({"/": once}) as s:
        client = http()
        assert client.get(s.url, trusted=True).status == 200
        time.sleep(0.05)
        assert client.get(s.url, trusted=True).status == 200


@pytest.mark.parametrize("kind", ["gzip", "deflate", "raw", "br", "zstd", "mislabelled", "members"])
def test_compression(kind: str) -> None:
    text = b"<rss>" + b"retail " * 50_000 + b"</rss>"
    raw = zlib.compressobj(6, zlib.DEFLATED, -15)
    if kind == "br":
        body = pytest.importorskip("brotli").compress(text)
    elif kind == "zstd":
        body = pytest.importorskip("zstandard").compress(text)
    else:
        body = {
            "gzip": lambda: gzip.compress(text),
            "deflate": lambda: zlib.compress(text),
            "raw": lambda: raw.compress(text) + raw.flush(),
            "mislabelled": lambda: text,
            "members": lambda: gzip.compress(text[:9]) + gzip.compress(text[9:]),
        }[kind]()
    name = {"raw": "deflate", "mislabelled": "gzip", "members": "gzip"}.get(kind, kind)
    with serving({"/": ok(body, f"Content-Encoding: {name}")}) as s:
        answer = http().get(s.url, trusted=True)
    assert answer.page is not None and answer.page.body == text


@pytest.mark.parametrize("kind", ["gzip", "br", "zstd"])
def test_a_bomb_is_refused_at_the_limit(kind: str) -> None:
    zeros = bytes(20_000_000)
    if kind == "gzip":
        body = gzip.compress(zeros)
    else:
        library = pytest.importorskip({"br": "brotli", "zstd": "zstandard"}[kind])
        body = library.compress(zeros, **({"quality": 1} if kind == "br" else {}))
    with serving({"/": ok(body, f"Content-Encoding: {kind}")}) as s:
        assert "larger than 1 MB" in str(error(s, max_bytes=1_000_000))


def test_a_declared_giant_is_refused_unread() -> None:
    def giant(client: socket.socket) -> None:
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n")
        time.sleep(1)

    with serving({"/": giant}) as s:
        assert "larger than 10 MB" in str(error(s))


def _endless(client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        client.sendall(b"x" * 65536)


def _trickle(client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    while True:
        client.sendall(b"x")
        time.sleep(0.1)


def _headers_for_ever(client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        client.sendall(b"X: y\r\n" * 100)
        time.sleep(0.001)


def _silent(client: socket.socket) -> None:
    time.sleep(5)


@pytest.mark.parametrize(
    ("answer", "words", "within"),
    [
        (_endless, "larger than", 3.0),
        (_trickle, "no whole answer within", 2.0),
        (_headers_for_ever, "no end", 2.0),
        (_silent, "no whole answer within", 1.5),
        (lambda client: client.close(), "", 1.0),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "no web server", 1.0),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "cut off", 1.5),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "chunks", 1.0),
    ],
    ids=["endless", "trickle", "headers", "silent", "closed", "ssh", "cut", "bad chunks"],
)
def test_bad_servers_cost_bounded_time(answer: Answer, words: str, within: float) -> None:
    def cut(client: socket.socket) -> None:
        assert isinstance(answer, bytes)
        client.sendall(answer)

    with serving({"/": answer if callable(answer) else cut}) as s:
        begun = time.monotonic()
        found = error(s, timeout=0.5, total_timeout=1.0, max_bytes=5_000_000)
    assert words in str(found)
    assert time.monotonic() - begun < within + 1


def test_chunks_and_bodies_that_end_with_the_connection() -> None:
    chunked = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nT: x\r\n\r\n"
    )
    with serving({"/c": chunked, "/e": lambda c: c.sendall(b"HTTP/1.0 200 OK\r\n\r\nabcde")}) as s:
        client = http()
        for path in ("/c", "/c", "/e"):
            page = client.get(s.url + path, trusted=True).page
            assert page is not None and page.body == b"abcde"


def test_redirects_are_followed_and_moves_told() -> None:
    answers: dict[str, Answer] = {
        "/a": to("/b", 301), "/b": to("/c", 308), "/c": ok(b"x"), "/d": to("/a", 302),
        "/loop": to("/loop"),
    }  # fmt: skip
    with serving(answers) as s:
        assert http().get(s.url + "/a", trusted=True).moved == s.url + "/c"
        assert http().get(s.url + "/d", trusted=True).moved is None
        assert "more than 10 times" in str(error(s, "/loop"))


@pytest.mark.parametrize(
    "place", ["file:///etc/passwd", "ftp://x.example/", "data:text/html,x", "javascript:1"]
)
def test_redirects_stay_in_the_web(place: str) -> None:
    with serving({"/": to(place)}) as s:
        assert "no web address" in str(error(s))


def test_no_way_back_from_https_to_http() -> None:
    here = net_address.parse("https://a.example/")
    with pytest.raises(FetchError, match="unprotected"):
        net_address.hop(here, "http://a.example/x")
    assert (
        net_address.hop(net_address.parse("http://a.example/"), "https://b.example/").scheme
        == "https"
    )


def test_passwords_stay_with_their_host_and_out_of_sight() -> None:
    here = net_address.parse("https://me:secret@a.example/f")
    assert "secret" not in here.shown
    assert net_address.hop(here, "/g").password == "secret"
    assert net_address.hop(here, "https://b.example/").password is None
    assert net_address.hop(here, "https://a.example:8443/g").password is None
    plain = net_address.parse("http://me:secret@a.example/f")
    assert net_address.hop(plain, "https://a.example/f").password == "secret"
    assert net_address.hop(plain, "https://a.example:8443/f").password is None
    assert net_address.hop(plain, "http://a.example:8080/f").password is None


@pytest.mark.parametrize("url", ["//me:secret@a.example:1/", "//me:secret@/", "//me:secret@a..b"])
def test_a_password_is_out_of_sight_where_the_address_is_refused(url: str) -> None:
    for scheme in ("http:", "ftp:"):
        with pytest.raises(FetchError) as caught:
            net_address.parse(scheme + url)
        assert "secret" not in f"{caught.value.line()} {caught.value.origin}"


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1", "0.0.0.0", "::1", "fe80::1",
     "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "fd00::1", "224.0.0.1", "100.64.0.1"],
)  # fmt: skip
def test_private_addresses_are_known(ip: str) -> None:
    assert net_address.is_private(ip)
    assert not net_address.is_private("93.184.216.34")


def test_private_addresses_are_refused_unless_typed_or_allowed() -> None:
    with serving({"/": ok(b"x")}) as s:
        with pytest.raises(FetchError, match="private address"):
            http().get(s.url)
        assert http(allow_private=True).get(s.url).status == 200
        assert http().get(s.url, trusted=True).status == 200


@pytest.mark.parametrize(
    "place", ["http://10.0.0.1/", "http://[::1]:81/", "http://169.254.169.254/", "http://2130706433/",
              "http://0/", "http://localhost:81/"],
)  # fmt: skip
def test_a_typed_private_address_leads_to_no_other(place: str) -> None:
    with serving({"/": to(place)}) as s:
        assert "private address" in str(error(s)) or "no server" in str(error(s))


def test_a_public_server_leads_to_no_private_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/": to("/inside"), "/inside": ok(b"secret")}) as s:
        hops = iter([False, True])
        monkeypatch.setattr(net_address, "is_private", lambda ip: next(hops, True))
        with pytest.raises(FetchError, match="private address"):
            http().get(s.url, trusted=True)
    assert len(s.asked) == 1


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example/", "x", "http://a.example:22/", "http:///x",
     "http://a b/", "https://", f"https://{64 * 'a'}.example/"],
)  # fmt: skip
def test_only_the_web_is_fetched(url: str) -> None:
    with pytest.raises(FetchError):
        http().get(url, trusted=True)


def test_headers_cannot_be_smuggled_in() -> None:
    with serving({"/x": ok(b"x"), "/x%20y": ok(b"x")}) as s:
        http().get(s.url + "/x y\r\nX: z"[:5], trusted=True, seen=Seen('"a"\r\nX: y', None))
    assert "\r\nX:" not in s.asked[0]


@pytest.mark.parametrize(
    ("status", "words"), [(404, "nothing"), (410, "for good"), (500, "trouble")]
)
def test_refusals_are_said_in_words(status: int, words: str) -> None:
    with serving({"/": f"HTTP/1.1 {status} x\r\nContent-Length: 0\r\n\r\n".encode()}) as s:
        found = error(s)
    assert words in str(found) and found.status == status and found.hint


def test_retry_after_in_seconds_and_as_a_date() -> None:
    assert net_words.retry_after("120", 0) == 120
    assert net_words.retry_after("Thu, 01 Jan 1970 00:02:00 GMT", 60) == 60
    assert net_words.retry_after("soon", 0) is None
    with serving({"/": b"HTTP/1.1 429 x\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n"}) as s:
        assert error(s).retry_after == 7


def test_no_server_and_no_name() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="takes no connection"):
        http().get(f"http://127.0.0.1:{port}/", trusted=True)
    with pytest.raises(FetchError, match=r"no server named|looked up"):
        http().get("http://no-such-host.invalid/")


def test_a_certificate_nobody_vouches_for() -> None:
    class Refused(OSError):
        verify_code = 18

    address = net_address.parse("https://a.example/")
    found = net_words.of_trouble(address, Refused(), limit=1, waited=1)
    assert "certificate is signed by itself" in str(found)


def test_at_most_two_connections_to_a_host() -> None:
    def slow(client: socket.socket) -> None:
        time.sleep(0.05)
        client.sendall(ok(b"x"))

    with serving({"/": slow}) as s:
        client = http()
        threads = [
            threading.Thread(target=client.get, args=(s.url,), kwargs={"trusted": True})
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(s.asked) == 8 and s.most <= 2


def test_a_proxy_is_asked_for_public_addresses_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(net_address, "resolve", lambda a: ["93.184.216.34"])
    with serving({"http://a.example/f": ok(b"x")}) as s:
        client = http(proxy=s.url.replace("http://", "http://me:pw@"))
        assert client.get("http://a.example/f").status == 200
    assert "Proxy-Authorization: Basic" in s.asked[0]


def test_what_is_accepted_can_be_read() -> None:
    names = {name.strip() for name in net_body.accepted().split(",")}
    assert {"gzip", "deflate"} <= names <= set(net_body._READERS)
