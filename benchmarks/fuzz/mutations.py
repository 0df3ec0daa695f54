"""Seeds, and what is done to them: cuts, repeats, nesting, splices, odd bytes, other encodings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "sample_articles"
LARGEST = 60_000
"""Bytes of the largest input: broken feeds beyond them are read in a process with its own limit."""

WORDS = {
    "markup": (
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "&#0;",
        "&#x110000;", "&#xD800;", "&nbsp;", "&amp;lt;", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;",
        "<p>", "<div>", "</div>", "<table><tr><td>", "<svg><script>", "<template>", "<plaintext>",
        "<time datetime='9999-99-99T99:99'>", "xmlns:a='b'", "xml:base='http://[::1'", "<item>",
        "<entry>", "<pubDate>Mon, 31 Feb 99999 25:61:61 +9999</pubDate>", "<link href='http://['/>",
        "<content type='xhtml'>", "<script type='application/ld+json'>{\"@graph\":[[]]}",
        "<meta property='article:published_time' content='0000-00-00'>", "<base href='http://['>",
        "<outline xmlUrl='http://[::1/' text='", "<outline>", "<ttl>1e9</ttl>",
        "href='javascript:1'",
    ),
    "text": (
        "\x00", "\x1b[31m", "\u202e", "\ufeff", "\ud7ff", "\U0010ffff", "\u0300" * 9, "…", "“", "”",
        "$1,000,000 million", "1e400%", "١٢٣", "½", "²³", "31 February 20188", "Jan 0, 0000",
        "in 99999 years", "Q5 9999", "(", ")", "((", '"', "Will it?", "Dr. No. 1.", "\n\n", "\r",
        "By By By", "| a | b |", "## ", "- ", "http://[::1", "https://x.y/" + "a" * 300, "000-000",
        "from $5 to $3 billion to 7%", "99999999999999999999", "-0.0.0", "I. I. I.", "。", "１２月",
    ),
    "mail": (
        "From x Mon Jan 1 00:00:00 2018\n", "Content-Type: multipart/mixed; boundary=\"", "--x\n",
        "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n",
        "=?utf-8?b?////?=", "=?x-none?q?=ff?=", "Date: 99 Foo 99999 99:99 +99999\n", "=\n", "=XX",
        "Content-Type: text/html; charset=x-none\n", "Content-Type: message/rfc822\n\n", "\n\n",
        "charset*=utf-8''%ff", "filename*0*=x''%", "begin 644 x\n", "Subject: =?utf-8?q?",
        "Content-Disposition: attachment; filename*=\"\n", "Content-Type: text/x-uuencode\n",
    ),
    "settings": (
        "[", "]", "[[", "{", "}", "=", '"""', "'''", "inf", "-inf", "nan", "1e999", "-1", "true",
        "9" * 400, "9" * 5000, "0x", "1979-05-27T07:32:00Z", "99:99:99", "[targets.a]", "{a=",
        "max_output_tokens = inf", "deadline = nan", "timezone = ''", "timezone = '../etc'", ".",
        "weights = {a = inf}", "beats = {a = [[1]]}", "a.b.c = 1", "\\u0000", "\\UFFFFFFFF", "'",
    ),
    "reply": (
        "{", "}", "[", "]", '"', "\\u", "\\", ",", ":", "null", "true", "NaN", "Infinity", "1e999",
        "<think>", "</think>", "```json\n", "```", "HEADLINE:", "POINT:", "[0]", "[99999999]", "|",
        '"lede":', '"points":', '{"text":', '"evidence": [0]', '"evidence": "0"', "\\ud800",
        '"watch":[{"question":"Will it?","by":"9999-12-31"}]', "[" * 2000, "9" * 5000,
        '"numbers":[{"value":"$1e99","measures":"x","period":"Q9"}]', "LEDE: ", "WATCH: a | b | c",
    ),
    "query": (
        "(", ")", '"', "-", "AND", "OR", "NOT", "title:", "company:", "newer:", "older:", "date:",
        "newer:99999y", "older:99999y", "date:0000", "date:9999", "date:9999-12-31", "date:..", "*",
        "date:2026-02-30", "is:", "is:unread", "tag:", "NEAR(", "^", "{", "feed:'", "site:%_", "a*",
        "newer:0h", "date:0001-01-01..9999-12-31", "永辉", "-(", "title:(", "((((", "\x00", ";",
    ),
}  # fmt: skip
"""Pieces that a format finds hard, by kind."""

FEED_JSON = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", '
    '"url": "https://a.example/1", "content_html": "<p>Sales rose.</p>", '
    '"date_published": "2026-01-02T03:04:05Z", "authors": [{"name": "A"}]}]}'
)
FEED_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link href="https://a.example/"/>'
    '<entry><id>1</id><title type="html">A &lt;b&gt;sale&lt;/b&gt;</title><updated>2026-01-02T03:04'
    ':05Z</updated><link rel="alternate" href="/1"/><content type="xhtml"><div xmlns="http://www.w3.'
    'org/1999/xhtml"><p>Sales rose.</p></div></content><author><name>A</name></author></entry>'
    "</feed>"
)
FEED_RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    '><channel><title>T</title></channel><item rdf:about="https://a.example/1"><title>One</title>'
    "<link>https://a.example/1</link><description>Sales rose.</description></item></rdf:RDF>"
)
OPML = (
    '<opml version="2.0"><body><outline text="Shops"><outline type="rss" text="A &amp; B" '
    'xmlUrl="https://a.example/feed" htmlUrl="https://a.example/" category="/x/y"/></outline>'
    "</body></opml>"
)
NEWSBOAT = (
    'https://a.example/feed shops "~The A" !\nhttp://b.example/x "two words"\n# note\n'
    '"query:New:unread = \\"yes\\" and (title =~ \\"sale\\" or age < 7)" tag\nexec:ls\n'
)
SETTINGS = (
    "[model]\nname = 'm'\ndeadline = 60.5\nmax_output_tokens = 900\n[net]\nconnections = 8\n"
    "[daily]\ntimezone = 'Europe/Berlin'\nday_starts = 4\nwatchlist = ['Kroger', 'Hema']\n"
    "weights = {size = 1.5}\nbeats = {Food = ['grocer']}\n[reader]\n[archive]\nkeep_days = 30\n"
    "[targets.team]\nkind = 'slack'\n"
)
REPLIES = (
    json.dumps(
        {
            "headline": "Harrow & Lane to open 12 stores",
            "lede": {"text": "Harrow & Lane will open 12 stores by June.", "evidence": [0]},
            "points": [
                {"text": "The company plans to hire 640 people.", "evidence": [1]},
                {"text": "Sales rose 3% to £2 billion.", "evidence": [2]},
            ],
            "why": {"text": "Costs had risen.", "evidence": [3]},
            "numbers": [{"value": "12", "measures": "stores", "period": "", "evidence": [0]}],
            "entities": [{"name": "Copperline", "kind": "company", "role": "partner"}],
            "watch": [{"question": "Will Harrow & Lane open 12 stores by June?", "event": "open"}],
        }
    ),
    "HEADLINE: Harrow & Lane to open 12 stores\nLEDE: Harrow & Lane will open 12 stores. [0]\n"
    "POINT: Sales rose 3% to £2 billion. [2]\nPOINT: It plans to hire 640 people. [1, 2]\n"
    "NUMBER: 12 | stores | June [0]\nWHO: Copperline | company | partner\n"
    "WATCH: Will it open? | Harrow & Lane | open | stores | 2026-06-30 | it opens | not [0]",
)
QUERIES = (
    "kroger alibaba OR hema", 'title:"same-store sales" -rumour', "title:(a OR b) newer:2d",
    "company:Hema is:unread", "date:2026-11-01..2026-11-07 tag:x", "krog* NOT (older:3w site:y)",
)  # fmt: skip


def _read(*endings: str) -> list[bytes]:
    return [p.read_bytes() for p in sorted(SAMPLES.iterdir()) if p.suffix in endings]


def _letter() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Désk <d@a.example>", "Grüße: sales rise"
    message["Date"] = "Mon, 02 Mar 2026 08:00:00 +0000"
    message.set_content("Sales rose 3% at Harrow & Lane, the grocer said on Monday.\n" * 4)
    message.add_alternative("<h2>Shops</h2><p>Sales rose 3% on Monday.</p>" * 3, subtype="html")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


def seeds(parser: str) -> list[bytes]:
    """Return the inputs a parser's fuzzing starts from, all of them sound."""
    letters = [*_read(".eml"), _letter()]
    found = {
        "feeds": [*_read(".rss"), FEED_JSON, FEED_ATOM, FEED_RDF],
        "pages": _read(".html"),
        "dumps": _read(".txt", ".md"),
        "mail": [*letters, b"From a Mon Jan  1 00:00:00 2018\n" + b"\nFrom b 2019\n".join(letters)],
        "opml": [OPML, NEWSBOAT],
        "config": [SETTINGS],
        "replies": list(REPLIES),
        "queries": list(QUERIES),
        "cards": [*_read(".txt", ".md"), *REPLIES[:1]],
    }[parser]
    return [one.encode() if isinstance(one, str) else one for one in found]


KINDS = {
    "feeds": ("markup", "text"), "pages": ("markup", "text"), "dumps": ("text",),
    "mail": ("mail", "markup", "text"), "opml": ("markup", "text", "query"),
    "config": ("settings",), "replies": ("reply", "text"), "queries": ("query", "text"),
    "cards": ("text", "reply"),
}  # fmt: skip


def inputs(parser: str) -> st.SearchStrategy[bytes]:
    """Return a parser's inputs: a seed with up to eight edits, now and then bytes of any sort."""
    given = seeds(parser)
    words = [w.encode("utf-8", "surrogatepass") for k in KINDS[parser] for w in WORDS[k]]
    place = st.integers(0, 1 << 20)
    piece = st.one_of(st.sampled_from(words), st.binary(max_size=6), st.sampled_from(given))
    edit = st.tuples(st.sampled_from(EDITS), place, place, piece)
    edited = st.builds(_edited, st.sampled_from(given), st.lists(edit, min_size=1, max_size=8))
    soup = st.lists(st.sampled_from(words), max_size=40).map(b" ".join)
    return st.one_of(edited, edited, edited, edited, soup, st.binary(max_size=300))


EDITS = ("cut", "cut", "put", "put", "repeat", "nest", "move", "over", "end", "recode")
Edit = tuple[str, int, int, bytes]
_CODES = ("utf-16", "latin-1", "gb18030", "shift_jis", "utf-8-sig", "cp1252")


def _edited(body: bytes, edits: Sequence[Edit]) -> bytes:
    """Return a seed after its edits, each at a place and with a size drawn as large numbers."""
    for name, at, size, piece in edits:
        start = at % (len(body) + 1)
        end = min(len(body), start + size % (1 << size % 12))
        before, inside, after = body[:start], body[start:end], body[end:]
        match name:
            case "cut":
                body = before + after
            case "put":
                body = before + piece[:4000] + body[start:]
            case "repeat":
                body = before + inside * (2 + size % 60) + after
            case "nest":
                body = before + piece[:40] * (size % 3000) + body[start:]
            case "move":
                body = inside + before + after
            case "over":
                body = before + piece[: len(inside)] + after
            case "end":
                body = before
            case _:
                code = _CODES[size % len(_CODES)]
                body = body.decode("utf-8", "replace").encode(code, "replace")
        body = body[:LARGEST]
    return body
