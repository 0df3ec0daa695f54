"""The grounding check: what it blocks, what it lets pass, and what is published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.core.card import ground
from briefing.models import Article, Card, Entity, Number, Point, Watch

TITLE = "Norvik said to court Bellamy's Pantry"
TEXT = """Grocer Norvik, Denmark's 2nd largest food chain, is reportedly in talks to buy rival \
Bellamy's Pantry, according to the Copenhagen Courier.

If the two reach a deal, Norvik would likely close about 40 of Bellamy's 310 stores.

In March 2019, Norvik acquired the meal-kit firm Forkful for $13.7 billion, and its market share \
fell by 26% after that.

Sales rose 4.2% to 8.1 billion kroner in the third quarter, while profit fell 12%, the company said.

"We will not comment on rumours about Bellamy's," said Ida Holm, Norvik's chief executive.

Tesora opened its first store on the Plaza marketplace in 2014."""
ARTICLE = Article(id="a", title=TITLE, text=TEXT, language="en")


def verdict(claim: str, *evidence: int) -> str:
    rows = [{"text": claim, "evidence": list(evidence)}] if evidence else [{"text": claim}]
    line = {"id": 1, "source": TEXT, "title": TITLE, "claims": rows}
    return str(ground.answer(line)["verdict"])


@pytest.mark.parametrize(
    "claim",
    [
        "Norvik acquired Bellamy's Pantry.",
        "Norvik will buy Bellamy's Pantry.",
        "Norvik paid $31.7 billion for Forkful.",
        "Norvik acquired Forkful for $13.7 million.",
        "Norvik acquired Forkful for €13.7 billion.",
        "Norvik's sales fell 26%.",
        "Norvik acquired Forkful in March 2020.",
        "Norvik acquired Forkful in April 2019.",
        "Norvik, Denmark's largest food chain, is reportedly in talks to buy Bellamy's Pantry.",
        "Norvik is in talks to buy Bellamy's Pantry.",
        "Forkful acquired Norvik for $13.7 billion.",
        "Norvik will open a store on the Plaza marketplace.",
        "Norvik would close 40 stores.",
        "Norvik would close more than 40 stores.",
        "Sales fell 4.2% to 8.1 billion kroner.",
        "Profit rose 4.2% to 8.1 billion kroner.",
        '"We will gladly comment on rumours about Bellamy\'s," said Ida Holm.',
        "Sales rose 4.2% in the second quarter.",
        "Norvik is reportedly in talks to buy Walmart.",
        "Analysts at Brightwater Consulting expect Kestrel & Vale to court Norvik.",
        "Bellamy's has 310 employees.",
        "See www.norvik-deals.com for more.",
    ],
)
def test_a_claim_the_source_does_not_bear_out_is_blocked(claim: str) -> None:
    assert verdict(claim) == "block"


@pytest.mark.parametrize(
    "claim",
    [
        "Norvik is reportedly in talks to buy Bellamy's Pantry, the Copenhagen Courier says.",
        "Norvik, the second-largest food chain in Denmark, is said to be in talks with Bellamy's.",
        "Forkful was acquired by Norvik in March 2019 for USD 13.7bn.",
        "Norvik bought Forkful for 13,700 million dollars.",
        "Market share fell 26 percent after the acquisition of Forkful.",
        "Third-quarter sales rose 4.2 per cent to 8.1bn kroner, but profit was down 12%.",
        "Norvik would likely shut about 40 Bellamy's outlets if a deal is reached.",
        '"We will not comment on rumours about Bellamy\'s," the chief executive, Ida Holm, said.',
        "Tesora has had a store on Plaza since 2014.",
        "Norvik is reportedly in talks to buy Bellamy's Pantry; no deal has been reached.",
    ],
)
def test_a_faithful_rewording_passes(claim: str) -> None:
    assert verdict(claim) != "block"


def test_claims_name_their_place_and_code() -> None:
    answer = ground.answer(
        {"id": "x", "source": TEXT, "claims": [{"text": "Sales rose 9.9%.", "evidence": [3]}]}
    )
    assert answer["id"] == "x"
    assert answer["findings"][0]["claim"] == "claims[0]"
    assert answer["findings"][0]["code"] == "NUMBER_NOT_IN_SOURCE"


def test_a_strangers_card_may_lack_sentences_and_number_them_otherwise() -> None:
    card = {
        "headline": "Norvik reportedly in talks with Bellamy's Pantry",
        "lede": {"text": "Norvik is reportedly in talks to buy Bellamy's.", "evidence": ["S99"]},
        "points": ["Sales rose 4.2%."],
    }
    assert ground.answer({"id": 1, "source": TEXT, "title": TITLE, "card": card})["verdict"] == "ok"


@pytest.mark.parametrize("line", [{}, {"source": 3}, {"source": "a"}, {"source": "", "card": []}])
def test_a_line_of_another_shape_is_a_value_error(line: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        ground.answer(line)


def card() -> Card:
    sentences = tuple(ground.sentences(ARTICLE))
    return Card(
        id="a",
        status="rumour",
        headline="Norvik reportedly in talks to buy Bellamy's Pantry",
        lede=Point(text="Norvik acquired Bellamy's Pantry.", evidence=(0,)),
        points=(
            Point(text="Sales rose 4.2% to 8.1 billion kroner.", evidence=(3,)),
            Point(text="Norvik bought Forkful for $31.7 billion.", evidence=(2,)),
        ),
        numbers=(
            Number(value="$13.7 billion", kind="money", amount="13700000000", currency="USD",
                   measures="price of Forkful", period="March 2019", evidence=(2,)),
            Number(value="$13.7 billion", kind="money", amount="1370000000", currency="USD",
                   measures="price of Forkful", evidence=(2,)),
            Number(value="26%", kind="percent", amount="26", measures="fall in sales",
                   evidence=(2,)),
        ),
        entities=(
            Entity(name="Norvik", kind="company", role="would-be buyer"),
            Entity(name="Carrefour", kind="company", role="rival"),
        ),
        watch=(
            Watch(question="Will Norvik close more than 40 stores?", actor="Norvik", event="shut"),
            Watch(question="Will Aldi bid for Bellamy's?", actor="Aldi", event="bid"),
        ),
        sentences=sentences,
    )  # fmt: skip


def test_what_is_blocked_is_never_published() -> None:
    published = ground.publish(card(), ARTICLE)
    assert published.lede.text.startswith("“Grocer Norvik")
    assert [p.text for p in published.points] == ["Sales rose 4.2% to 8.1 billion kroner."]
    assert [n.amount for n in published.numbers] == ["13700000000"]
    assert [e.name for e in published.entities] == ["Norvik"]
    assert [w.actor for w in published.watch] == ["Norvik"]
    assert all(f.severity != "block" for f in published.checks.findings)
    assert published.checks.total >= 6


def test_a_question_may_not_presume_a_rumour() -> None:
    asked = (
        Watch(question="Will Norvik bid for Bellamy's Pantry?", actor="Norvik", event="bid"),
        Watch(
            question="Will Norvik close 40 stores after its takeover of Bellamy's Pantry?",
            actor="Norvik",
            event="shut",
        ),
        Watch(question="When will Norvik buy Bellamy's Pantry?", actor="Norvik", event="acquire"),
    )
    published = ground.publish(replace(card(), watch=asked), ARTICLE)
    assert published.watch == asked[:1]


def test_a_rumour_is_not_marked_as_announced() -> None:
    rumour = "Norvik is reportedly in talks to buy rival Bellamy's Pantry."
    bold = replace(card(), status="announced", lede=Point(text=rumour, evidence=(0,)))
    assert "status" in {f.claim for f in ground.check(bold, ARTICLE).findings}
    assert ground.publish(bold, ARTICLE).status == "rumour"


def test_a_wrong_sentence_number_does_not_make_a_claim_wrong() -> None:
    claim = "Sales rose 4.2% to 8.1 billion kroner in the third quarter."
    assert verdict(claim, 0) != "block"
    assert verdict(claim, 99) != "block"


@pytest.mark.parametrize(
    ("source", "claim", "sound"),
    [
        ("Der Umsatz stieg auf 1,28 Milliarden Euro.", "Umsatz: 1,28 Mrd. Euro.", True),
        ("Der Umsatz stieg auf 1,28 Milliarden Euro.", "Umsatz: 1,82 Mrd. Euro.", False),
        ("Le groupe vise 540 millions d'euros.", "Le groupe vise 450 millions d'euros.", False),
        ("Las ventas cayeron un 2,4 %.", "Las ventas cayeron un 2,4%.", True),
        ("Las ventas cayeron un 2,4 %.", "Las ventas crecieron un 2,4%.", False),
        ("公司2023年营业收入为52.6亿元。", "营业收入为52.6亿元。", True),
        ("公司2023年营业收入为52.6亿元。", "营业收入为52.6万元。", False),
        ("売上高は820億円だった。", "売上高は280億円だった。", False),
    ],
)  # fmt: skip
def test_figures_are_compared_in_six_languages(source: str, claim: str, sound: bool) -> None:
    answer = ground.answer({"id": 1, "source": source, "claims": [{"text": claim}]})
    assert (answer["verdict"] != "block") is sound


def test_a_sound_card_is_published_unchanged() -> None:
    once = ground.publish(card(), ARTICLE)
    assert ground.publish(once, ARTICLE) == once


ODD = {"empty": "", "one": "One.", "line": "a" * 400_000, "figures": "1 2 3 " * 9999, "?": "?" * 99}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
def test_odd_sources_are_answered(body: str) -> None:
    line = {"id": 1, "source": body, "claims": [{"text": "Norvik sold 3 stores."}]}
    assert ground.answer(line)["verdict"] in ("ok", "warn", "block")


def test_what_somebody_did_by_doing_it_is_not_done_for_whom_he_did_it() -> None:
    text = (
        "Tesora, another large grocer, has tested the water for Norvik by opening its first Plaza "
        "store in 2014."
    )
    line = {"id": 1, "source": text, "claims": [{"text": "Norvik will open a Plaza store."}]}
    assert ground.answer(line)["verdict"] == "block"
    line["claims"] = [{"text": "Tesora opened its first Plaza store in 2014."}]
    assert ground.answer(line)["verdict"] != "block"
