"""Copies are known, reports of the same event are not."""

from __future__ import annotations

import random

import pytest

from briefing.core import copies

TEXT = (
    "Northgate Grocers said on Tuesday that it will close fourteen stores in the Midwest. "
    "The chain, which employs 31,000 people, blamed rents that rose by 12.4 percent.\n\n"
    "Shares fell 3 percent in early trading after the announcement. "
    "“We have looked at every lease,” said the chief executive.\n\n"
    "Analysts had expected fewer closures. The first doors shut in January.\n\n"
    "Pellworth, its nearest rival, declined to comment on the plan. "
    "Unions asked for a meeting before the end of the week."
)
REPORT = (
    "A Midwest supermarket group is shutting fourteen of its shops, it announced this week. "
    "“We have looked at every lease,” said the chief executive.\n\n"
    "Rising rents are to blame, according to Northgate Grocers, which has 31,000 employees. "
    "Its shares lost ground on the news, sliding by three percent at the open.\n\n"
    "The closures begin in January and outnumber what analysts had forecast. "
    "Labour representatives want talks within days."
)
CHINESE = (
    "永辉超市周二表示，将在两年内关闭十四家门店。公司称租金上涨了百分之十二。\n\n"
    "消息公布后股价下跌百分之三。首批门店将于一月关闭。分析师此前预计关闭的门店会更少。\n\n"
    "竞争对手拒绝就该计划发表评论。工会要求在本周末之前举行会谈。公司目前共有三万一千名员工。"
    "首席执行官说，他们审查了每一份租约。新的门店将开设在二线城市，面积更小。"
)


def one(a: str, b: str) -> bool:
    left, right = copies.sketch(a), copies.sketch(b)
    return bool(set(left.marks) & set(right.marks)) and copies.same(left.order, right.order)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT, id="word for word"),
        pytest.param(TEXT.replace("\n\n", " "), id="as one paragraph"),
        pytest.param(TEXT.replace(". ", ".\n\n"), id="a paragraph a sentence"),
        pytest.param(TEXT.replace("“", '"').replace("”", '"'), id="other quotation marks"),
        pytest.param(TEXT.replace("said", "told reporters"), id="a word changed throughout"),
        pytest.param("CHICAGO (Wire) - " + TEXT, id="a dateline before it"),
        pytest.param(TEXT + "\n\nReporting by Ann Bell.", id="a credit after it"),
        pytest.param(TEXT[: TEXT.index("Analysts")], id="cut at the half"),
        pytest.param(TEXT.replace("Analysts had expected fewer closures. ", ""), id="one dropped"),
    ],
)
def test_a_copy_is_known(text: str) -> None:
    assert one(TEXT, text) and one(text, TEXT)


def test_a_report_of_the_same_event_is_no_copy() -> None:
    assert not one(TEXT, REPORT)


def test_the_same_sentences_in_another_order_are_no_copy() -> None:
    parts = [s.strip(".") for s in TEXT.replace("\n\n", " ").split(". ")]
    random.Random(4).shuffle(parts)
    assert not one(TEXT, ". ".join(parts) + ".")


def test_a_chinese_copy_is_known() -> None:
    assert one(CHINESE, CHINESE.replace("两年", "三年"))
    assert not one(CHINESE, TEXT)


def test_a_short_text_tells_nothing() -> None:
    assert copies.sketch("Too short. To tell. At all.") == copies.NOTHING
    assert not copies.same(b"", b"")


def test_a_sketch_is_the_same_everywhere() -> None:
    assert copies.sketch(TEXT).marks == tuple(sorted(copies.sketch(TEXT).marks))
    assert copies.sketch("a " * 400 + ". b c d e f g h. i j k l m n.").order.hex() == (
        copies.sketch("a " * 400 + ". b c d e f g h. i j k l m n.").order.hex()
    )


@pytest.mark.parametrize("text", ["", "\ud800" * 500, "\x00" * 999, "。" * 999, ". " * 999])
def test_no_text_is_too_odd(text: str) -> None:
    copies.sketch(text)
