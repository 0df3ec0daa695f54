"""What a figure measures in German, French, Spanish, Chinese or Japanese, where it is plain.

Only a noun right beside the figure is taken; anything more would need a grammar.
"""

from __future__ import annotations

import re

from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy

_COUNTED = lazy(
    r"\s?(?:多|余)?[家个名种万间座条款人只台辆店舗件社]?(?P<what>[\u4e00-\u9fff]{2,6}?)"
    r"(?=[，。、；：（）]|[的和并及在を、はがで]|$)"
)
_CHINESE = lazy(
    r"(?P<what>[\u4e00-\u9fff]{2,8}?)(?:为|達|达到?|至|增长|同比增长|下降|提高了?|是|は|の)约?$"
)
_HEAD = lazy(r"[，。、；：]|[的]")


def measure(language: str, sentence: str, q: Quantity) -> str | None:
    """Return the noun of a count, the subject of a Chinese amount; None where it is not plain."""
    if q.kind in ("year", "date"):
        return None
    if language in ("zh", "ja"):
        return _east_asian(language, sentence, q)
    if q.kind != "count" or not q.unit:
        return None
    if language == "de":
        nouns = re.match(r"(?:[a-zäöü]\w*\s)*(?:[A-ZÄÖÜ][\w-]*\s?)+", q.unit)
        return nouns.group().strip() if nouns else None
    return q.unit


def _east_asian(language: str, sentence: str, q: Quantity) -> str | None:
    if q.kind == "count" and (m := _COUNTED.match(sentence, q.end)):
        return None if m["what"] in ("亏损", "左右", "以上") else m["what"]
    if language == "ja" or q.kind == "count":
        return None
    before = _HEAD.split(sentence[: q.start])[-1]
    m = _CHINESE.search(before)
    what = re.sub(r"比.*$", "", m["what"]) if m else ""
    return what if len(what) > 1 and not re.search(r"同比|同期|亏损|去年", what) else None
