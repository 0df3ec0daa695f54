"""A farm of made-up retail feeds on loopback: ETags, gzip, latency, and feeds that grow.

    python benchmarks/feeds/farm.py --port 8701 --feeds 500 --latency 0.1

`/f/N.xml` is a feed, `/list.opml` names them all, `/grow?share=0.1` gives a tenth of them two new
entries, `/asked` tells how many requests were answered with which status. Companies are invented.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import hashlib
import json
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

START = datetime(2026, 1, 15, 8, tzinfo=UTC)
NAMES = "Norgate Marford Holwell Bexton Calder Alder Wexby Torhaven Fenmore Lunsby".split()
KINDS = "Foods Stores Grocers Apparel Home Outfitters Pharmacy Electronics Direct Brands".split()
SENTENCES = (
    "{co} said like-for-like sales rose {n}.4% in the quarter, helped by {goods}.",
    "The retailer will open {n} stores over the next {m} months, the first of them in {city}.",
    "Gross margin fell by {m}0 basis points, which the company put down to freight rates.",
    "“We go where our customers already walk,” said the chief executive of {co}.",
    "Analysts had expected growth of closer to {m}%, according to a poll of {n} brokers.",
    "Suppliers of {goods} have asked for payment within {n} days.",
    "The chain runs {n}0 shops in {city} and employs {m}00 people there.",
    "Online orders made up {n}% of the total, against {m}% a year earlier.",
)
GOODS = "fresh food, running shoes, skin care, pet food, school uniforms, small appliances".split(
    ", "
)
CITIES = "Leeds Lyon Osaka Austin Krakow Dublin Ghent Perth Porto Busan".split()


def entry(feed: int, number: int) -> str:
    """Return one item; the same for the same numbers."""
    r = random.Random(f"{feed} {number}")
    words = {
        "co": f"{r.choice(NAMES)} {r.choice(KINDS)}", "n": r.randrange(3, 95),
        "m": r.randrange(3, 30), "goods": r.choice(GOODS), "city": r.choice(CITIES),
    }  # fmt: skip
    said = [r.choice(SENTENCES).format_map(words) for _ in range(r.randrange(12, 34))]
    paragraphs = "".join(f"<p>{' '.join(said[i : i + 3])}</p>\n" for i in range(0, len(said), 3))
    when = START + timedelta(minutes=37 * number - 3 * feed)
    return (
        f"<item><title>{words['co']}: {said[0][:60]}</title>"
        f"<link>http://127.0.0.1/a/{feed}/{number}?utm_source=rss</link>"
        f"<guid isPermaLink='false'>{feed}-{number}</guid><dc:creator>Desk</dc:creator>"
        f"<pubDate>{format_datetime(when)}</pubDate><category>retail</category>"
        f"<description>{said[0]}</description>"
        f"<content:encoded><![CDATA[{paragraphs}]]></content:encoded></item>\n"
    )


class Farm:
    """The feeds, as bodies that are made once and again when a feed grows."""

    def __init__(self, feeds: int) -> None:
        self.size = [random.Random(n).randrange(10, 41) for n in range(feeds)]
        self.asked: Counter[str] = Counter()
        self._made: dict[int, tuple[int, bytes, bytes, str]] = {}

    def feed(self, n: int) -> tuple[bytes, bytes, str]:
        """Return a feed's body, the same compressed, and its ETag."""
        made = self._made.get(n)
        if made is None or made[0] != self.size[n]:
            items = "".join(entry(n, k) for k in range(self.size[n] - 1, -1, -1))
            body = (
                '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
                'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
                f"<title>Wire {n}</title><link>http://127.0.0.1/</link><language>en</language>"
                f"{items}</channel></rss>"
            ).encode()
            mark = f'"{hashlib.sha1(body).hexdigest()[:16]}"'
            made = self._made[n] = (self.size[n], body, gzip.compress(body, 6), mark)
        return made[1:]

    def opml(self, port: int) -> bytes:
        """Return the list of all feeds."""
        rows = (
            f'<outline type="rss" text="Wire {n}" xmlUrl="http://127.0.0.1:{port}/f/{n}.xml"/>'
            for n in range(len(self.size))
        )
        return f'<opml version="2.0"><body>{"".join(rows)}</body></opml>'.encode()

    def grow(self, share: float) -> None:
        """Give some feeds two new entries."""
        for n in random.Random(sum(self.size)).sample(
            range(len(self.size)), int(len(self.size) * share)
        ):
            self.size[n] += 2
            self.feed(n)


def answer(farm: Farm, port: int, path: str, headers: dict[str, str]) -> bytes:
    """Return the raw answer to a request."""
    if path == "/list.opml":
        return _ok(farm.opml(port))
    if path == "/asked":
        asked, farm.asked = farm.asked, Counter()
        return _ok(json.dumps(asked).encode())
    if path.startswith("/grow"):
        farm.grow(float(path.partition("share=")[2] or 0.1))
        return _ok(b"grown")
    body, packed, mark = farm.feed(int(path.removeprefix("/f/").removesuffix(".xml")))
    if headers.get("if-none-match") == mark:
        farm.asked["304"] += 1
        return f"HTTP/1.1 304 Not Modified\r\nETag: {mark}\r\n\r\n".encode()
    farm.asked["200"] += 1
    if "gzip" in headers.get("accept-encoding", ""):
        return _ok(packed, f"ETag: {mark}\r\nContent-Encoding: gzip\r\n")
    return _ok(body, f"ETag: {mark}\r\n")


def _ok(body: bytes, more: str = "") -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body


async def serve(port: int, feeds: int, latency: float) -> None:
    """Serve until stopped; says `ready` on stdout when it listens."""
    farm = Farm(feeds)
    for n in range(feeds):
        farm.feed(n)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                first, *rest = head.decode("latin-1").split("\r\n")
                headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in rest)}
                path = first.split(" ")[1]
                if path.startswith("/f/"):
                    await asyncio.sleep(latency)
                writer.write(answer(farm, port, path, headers))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", port, backlog=1024)
    print("ready", flush=True)
    await server.serve_forever()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--port", type=int, default=8701)
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds")
    given = parser.parse_args()
    asyncio.run(serve(given.port, given.feeds, given.latency))


if __name__ == "__main__":
    main()
