"""Lines that recur on a site's pages are learned and taken away from its next pages."""

from __future__ import annotations

from pathlib import Path

from briefing import config
from briefing.desk.desk import Desk

PROMPT = "Members of our club read this story a day earlier."


def test_a_line_of_three_pages_is_gone_from_the_next(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text("")
    settings = config.load(tmp_path / "c.toml", env={}, flags={"data": str(tmp_path)})
    desk = Desk(settings, now="2026-11-20")
    texts = []
    for number, name in enumerate(("Aldermoor", "Benwick", "Castlow", "Dunfell", "Elmsett")):
        body = (
            f"{name} will open {number + 3} stores in the north next year, the grocer said.\n\n"
            f"{PROMPT}\n\nIt expects to hire {number * 70 + 90} people, {name} added on Monday."
        )
        line = {"id": name, "title": f"{name} opens stores", "text": body}
        desk.add_line(line | {"url": f"https://till.example/{name}"})
        desk.add_line(line | {"url": f"https://till.example/{name}"})  # a page teaches once
        found = desk.headlines(f"title:{name}")
        article = desk.article(found[0].id)
        assert article is not None
        texts.append(article.text)
    # The third page teaches enough; read again, it is itself the cleaner.
    assert [PROMPT in text for text in texts] == [True, True, False, False, False]
