"""The filters answer every line, whatever one of them brings."""

from __future__ import annotations

import json

import pytest

from briefing.desk import batch


def answered(name: str, *lines: str) -> list[tuple[dict[str, object], bool]]:
    return [(json.loads(text), well) for text, well in batch.run(name, lines, jobs=1)]


@pytest.mark.parametrize("line", ["[]", "{", "null", '{"id": "a"}', '{"id": "a", "text": []}'])
@pytest.mark.parametrize("name", batch.FILTERS)
def test_a_bad_line_is_answered_with_its_error(name: str, line: str) -> None:
    (answer, well), (_, _) = answered(name, line, "{}")
    assert not well
    assert answer["error"]


def test_a_fault_of_ours_stops_no_other_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(line: batch.Line) -> batch.Line:
        if line["id"] == 1:
            raise StopIteration
        return line

    monkeypatch.setitem(batch.FILTERS, "summarise", faulty)
    assert [well for _, well in answered("summarise", '{"id": 1}', '{"id": 2}')] == [False, True]


def test_a_verb_that_opens_a_sentence_measures_its_money() -> None:
    text = "Raised €40 million last week, the Leeds grocer Harlow Markets said it will open shops."
    ((answer, well),) = answered("summarise", json.dumps({"id": 1, "title": "", "text": text}))
    assert well, answer
