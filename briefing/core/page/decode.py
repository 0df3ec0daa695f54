"""Bytes to text: byte order marks, UTF-16, GB18030, cp1252, and labels that lie.

The usual UTF-8 page costs one strict decode; guessing starts only when that fails. Refuses to
raise: the worst outcome is a replacement character.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?ix)<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.:-]+) |"
    rb" <meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)"""
)
# What a label means in practice (WHATWG Encoding Standard, section 4.2).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_SINGLE_BYTE = re.compile(r"^(cp125\d|cp874|iso8859|latin|mac|koi8)")
# The commonest characters of running Chinese, simplified and traditional.
_COMMON_HAN = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工"
    "也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小"
    "物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建"
    "月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长"
    "求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处府研这來個們時為國說會對發過種後學經動開關與無長業"
)


def text(body: bytes, declared: str | None = None, media_type: str | None = None) -> str:
    """Return the text of a page's bytes, without NULs; bad bytes become U+FFFD.

    `declared` is the charset the transport named; it is a hint, and loses to the bytes.
    """
    return _decoded(body, declared or _charset_of(media_type)).replace("\0", "")


def _decoded(body: bytes, declared: str | None) -> str:
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return body.decode(codec, "replace")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    label = _codec(declared)
    if not (label or "").startswith("iso2022"):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if _nearly_utf8(body):
        return body.decode("utf-8", "replace")
    label = label or _inner_label(body)
    if (label or "").startswith(("utf-16", "utf-32")) and b"\0" not in body:
        label = None  # of letters two bytes wide some have a zero: a space, a line end, a tag
    return _guessed(body, label)


def _wide(body: bytes) -> str | None:
    """Return the codec of UTF-16 without a mark: every other byte of Latin text is zero."""
    head = body[:4096]
    if len(head) < 4 or head.count(0) < len(head) // 5:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 8 * max(even, 1) or (odd > 2 and not even):
        return "utf-16-le"
    if even > 8 * max(odd, 1) or (even > 2 and not odd):
        return "utf-16-be"
    return None


def _nearly_utf8(body: bytes) -> bool:
    """Say whether the bytes are UTF-8 but for a cut end or a few broken places."""
    sample = body[:200_000]
    decoded = sample.decode("utf-8", "replace")
    broken = decoded.rstrip("\ufffd").count("\ufffd")
    good = sum(c > "\x7f" for c in decoded) - decoded.count("\ufffd")
    return (good > 0 or len(sample) < len(body)) if not broken else broken * 20 <= good


def _guessed(body: bytes, label: str | None) -> str:
    sample = body[:200_000]
    if (not label or _SINGLE_BYTE.match(label) or label == "utf-8") and _reads_as_chinese(sample):
        return body.decode("gb18030", "replace")
    if label and label not in ("utf-8", "gb18030"):
        try:
            return body.decode(label)
        except (UnicodeDecodeError, LookupError):
            pass
    if label == "gb18030":
        return body.decode("gb18030", "replace")
    if (ours := _western(sample)) is not None and ours:
        return body.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return body.decode(best.encoding if best else "cp1252", "replace")


def _reads_as_chinese(sample: bytes) -> bool:
    decoded = sample.decode("gb18030", "replace")
    wide = [c for c in decoded if "\u3400" <= c <= "\u9fff"]
    broken = decoded.count("\ufffd")
    return (
        len(wide) >= 8
        and broken * 50 <= len(wide)
        and sum(c in _COMMON_HAN for c in wide) > 0.18 * len(wide)
    )


def _western(sample: bytes) -> bool:
    """Say whether the high bytes stand as in Western text: sparse, and between ASCII letters."""
    high = [i for i, b in enumerate(sample) if b > 0x7F]
    alone = sum(
        1
        for i in high
        if (i == 0 or sample[i - 1] < 0x80) and (i + 1 == len(sample) or sample[i + 1] < 0x80)
    )
    return bool(high) and len(high) < 0.15 * len(sample) and alone >= 0.9 * len(high)


def _inner_label(body: bytes) -> str | None:
    m = _DECLARED.search(body[:4096])
    return _codec((m.group(1) or m.group(2)).decode("ascii", "replace")) if m else None


def _charset_of(media_type: str | None) -> str | None:
    m = re.search(r"(?i)charset\s*=\s*[\"']?([\w.:-]+)", media_type or "")
    return m.group(1) if m else None


def _codec(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(name, name)
