"""The card made without a model: form, hedges, figures, names, doubts, odd input."""

from __future__ import annotations

import re
import time

import pytest

from briefing.core.card import ground, offline
from briefing.core.language import text as language
from briefing.errors import ExtractError
from briefing.models import Article, Card

RUMOUR = """Grocery chains are told to rethink their tills.

Harlow Markets, the UK's 3rd largest grocery chain, is reportedly in talks with Dutch e-commerce \
behemoth Voorland about a shared delivery network, according to the Daily Telegraph.

Rumour has it that senior executives of Harlow Markets visited Voorland in Utrecht last month. \
If the pair reaches a deal, the Leeds-based chain is likely to accept Voorland's wallet in its \
stores. In June 2021, Voorland acquired Petersen Foods for €2.4 billion and following the deal, \
Harlow Markets' market share plunged by 31%.

The chain has also teamed up with delivery company Quickcart to bring groceries home and is said \
to consider itself a potential buyer of Larder.com, an online retailer for students, and the \
online retailer Pantry.com.

Dutch mobile payments are projected to grow and reach EUR 12.5 billion by 2027. China has \
reportedly 560 million digital payment users, accounting for almost 40% of the country's \
population.

Will Harlow Markets ever open a shop without tills? Seeing that would be extremely interesting."""

RESULTS = """Brightwell Stores said on 4 March 2024 that sales rose 6.2% to £3.4bn in the year to \
January, from £3.2bn a year earlier.

The retailer opened 14 stores and plans to open another 20 by the end of 2025. Pre-tax profit fell \
by 3% to £182m because of higher wages. Chief executive Anna Moreau said the company would cut \
prices on about 900 products. It will pay a dividend of 4.5p a share. Analysts at Norwood Research \
had expected a profit of £190m. "We are pleased with the year," Moreau said."""


def article(text: str, title: str = "", **more: str) -> Article:
    return Article(id="a1", title=title, text=text, language=language.language(text), **more)


@pytest.fixture(scope="module")
def rumour() -> Card:
    return offline.card(article(RUMOUR, "Harlow Markets Explores Delivery Network With Voorland"))


@pytest.fixture(scope="module")
def results() -> Card:
    return offline.card(
        article(RESULTS, "Brightwell Stores sales rise 6.2% on new stores", published="2024-03-04")
    )


def number(card: Card, value: str):  # type: ignore[no-untyped-def]
    return next(n for n in card.numbers if value in n.value)


def role(card: Card, name: str) -> str:
    return next(e.role for e in card.entities if e.name == name)


def test_a_rumour_stays_one_in_status_headline_and_lede(rumour: Card) -> None:
    assert rumour.status == "rumour"
    assert "reportedly" in rumour.headline
    assert "reportedly in talks" in rumour.lede.text
    assert "Daily Telegraph" in rumour.lede.text


def test_the_headline_is_in_sentence_case_and_short(rumour: Card) -> None:
    assert rumour.headline.startswith("Harlow Markets reportedly explores delivery network")
    assert len(rumour.headline) <= 90
    assert 6 <= len(rumour.headline.split()) <= 12


def test_lede_and_points_keep_their_budget_and_cite(rumour: Card, results: Card) -> None:
    for card in (rumour, results):
        assert len(card.lede.text.split()) <= 35
        assert 3 <= len(card.points) <= 4
        for point in (card.lede, *card.points):
            assert point.evidence
            assert len(point.text.split()) <= 42
            assert all(i < len(card.sentences) for i in point.evidence)


def test_loud_words_are_left_out(rumour: Card) -> None:
    printed = " ".join([rumour.headline, rumour.lede.text, *(p.text for p in rumour.points)])
    assert "behemoth" not in printed
    assert "in talks with Voorland" in printed


def test_relative_dates_are_quoted_without_a_publication_date(rumour: Card) -> None:
    told = [p.text for p in (rumour.lede, *rumour.points) if "last month" in p.text]
    assert told
    assert all('"last month"' in t for t in told)
    assert any("publication date missing" in line for line in rumour.verify)


def test_figures_carry_amount_measure_period_and_status(rumour: Card) -> None:
    price = number(rumour, "€2.4 billion")
    assert (price.kind, price.amount, price.currency) == ("money", "2400000000", "EUR")
    assert "Petersen Foods" in price.measures
    assert price.period == "June 2021"
    forecast = number(rumour, "EUR 12.5 billion")
    assert forecast.status == "projected"
    assert "2027" in forecast.period
    assert number(rumour, "560 million").status == "reported"
    assert "population" in number(rumour, "40%").measures
    assert number(rumour, "560 million").period == "not stated"
    assert number(rumour, "3rd").kind == "ordinal"


def test_doubtful_figures_go_to_verify_and_are_attributed(rumour: Card) -> None:
    lines = " | ".join(rumour.verify)
    assert "31%" in lines
    assert "560 million" in lines
    for point in rumour.points:
        if "31%" in point.text:
            assert "the article says" in point.text


def test_roles_come_from_the_words_around_a_name(rumour: Card) -> None:
    assert "partner" in role(rumour, "Voorland")
    assert "target" not in role(rumour, "Quickcart")
    assert "target" in role(rumour, "Larder.com")


def test_the_articles_own_question_and_opinion_are_not_news(rumour: Card) -> None:
    printed = " ".join([rumour.lede.text, *(p.text for p in rumour.points)])
    asked = " ".join(w.question for w in rumour.watch)
    assert "extremely interesting" not in printed
    assert "?" not in printed
    assert "shop without tills" not in asked


def test_results_are_announced_with_their_comparisons(results: Card) -> None:
    assert results.status == "announced"
    assert number(results, "6.2%").measures == "rise in sales"
    assert "earlier" in number(results, "£3.2bn").measures
    assert "profit" in number(results, "£182m").measures
    assert "rofit" in number(results, "3%").measures
    assert number(results, "900").status == "projected"
    assert next(n for n in results.numbers if n.value == "20").status == "projected"
    assert number(results, "14").status == "stated"
    assert next(e for e in results.entities if e.name == "Anna Moreau").kind == "person"


def test_what_is_published_passes_its_own_check(rumour: Card, results: Card) -> None:
    for card, text in ((rumour, RUMOUR), (results, RESULTS)):
        made = article(text, card.article.title, published=card.article.published or None)  # type: ignore[arg-type]
        found = ground.check(card, made)
        assert not [f for f in found.findings if f.severity == "block"]
        assert card.checks.total >= 5


def test_the_sentences_are_those_of_the_article(rumour: Card) -> None:
    assert list(rumour.sentences) == language.sentences(RUMOUR)


OTHERS = {
    "de": "Die Handelskette Nordmarkt hat am Montag 120 Filialen in Polen verkauft. Der Umsatz "
    "stieg im "
    "vergangenen Jahr um 4,2 Prozent auf 3,1 Milliarden Euro. Der Konzern will bis 2026 rund 50 "
    "neue "
    "Märkte eröffnen und dafür 200 Millionen Euro ausgeben.",
    "fr": "Le distributeur Grand Panier a vendu lundi 120 magasins en Pologne pour 310 millions "
    "d'euros. Le "
    "chiffre d'affaires a progressé de 4,2 % à 3,1 milliards d'euros. Le groupe prévoit d'ouvrir "
    "50 "
    "magasins avant 2026 dans les villes moyennes.",
    "es": "La cadena Buen Mercado vendió el lunes 120 tiendas en Polonia por 310 millones de "
    "euros. Las ventas "
    "crecieron un 4,2 % hasta los 3.100 millones de euros. El grupo prevé abrir 50 tiendas antes "
    "de "
    "2026 en las ciudades medianas.",
    "zh": "永辉超市周一宣布以12亿元出售120家门店。"
    "去年公司销售额增长4.2%，达到850亿元。公司计划在2026年前新开50家门店。"
    "分析人士认为竞争将加剧。",
    "ja": "イオンは月曜日、120店舗を310億円で売却すると発表した。"
    "昨年の売上高は4.2%増の9兆円だった。2026年までに50店舗を新設する計画だ。",
}


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_not_mixed_with_english(code: str) -> None:
    card = offline.card(article(OTHERS[code], {"zh": "永辉出售门店"}.get(code, "")))
    assert card.article.language == code
    assert card.lede.text in OTHERS[code]
    assert card.numbers
    assert not card.watch
    for point in card.points:
        assert not re.search(r"the article says|according to", point.text)
    if code in ("zh", "ja"):
        assert any(n.kind == "money" and n.amount for n in card.numbers)


ODD = {
    "one sentence": "Harlow Markets opened a store in Leeds.",
    "a table": "| Year | Sales |\n| --- | --- |\n| 2023 | £3.2bn |\n| 2024 | £3.4bn |",
    "a poem": "O till, my till\nthe night is still\n\nand no one pays\nfor shorter days",
    "only questions": "Will Harlow buy Larder? Who knows? Should it? When would that be?",
    "figures": " ".join(f"Shop {i} sold {i} units for ${i}." for i in range(1, 10_001)),
    "one long line": "word " * 1_000_000,
    "one long word": "x" * 5_000_000,
    "many sentences on a line": "Harlow sold a shop in Leeds. " * 170_000,
    "quotes": '"' * 50_000,
    "brackets": "(" * 50_000,
    "a heading": "## Only a heading",
    "control characters": "Harlow \u202e opened\x00 a \x1b[31m shop in Leeds yesterday morning.",
}


def slowness() -> float:
    """Return by how much a shared machine is slower just now than a quiet one: 1 or more."""
    started = time.process_time()
    sum(i * i for i in range(1_000_000))
    return max(1.0, (time.process_time() - started) / 0.09)


@pytest.mark.parametrize("name", ODD)
def test_odd_input_gives_a_smaller_card_in_time(name: str) -> None:
    started = time.process_time()
    card = offline.card(article(ODD[name]))
    assert time.process_time() - started < 2 * slowness()
    assert card.checks is not None
    assert len(card.headline) <= 90


@pytest.mark.parametrize("text", ["", "   \n\n  "])
def test_no_text_is_an_error_of_ours(text: str) -> None:
    with pytest.raises(ExtractError, match="no text"):
        offline.card(article(text, "A title alone"))


def test_a_card_is_made_the_same_way_twice(rumour: Card) -> None:
    again = offline.card(article(RUMOUR, "Harlow Markets Explores Delivery Network With Voorland"))
    assert again == rumour
