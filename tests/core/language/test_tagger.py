"""The tagger and the phrase finder on the constructions that news uses most."""

from __future__ import annotations

from briefing.core.language import chunks, tagger


def tag_of(sentence: str, word: str, *names: str) -> str:
    return next(t.tag for t in tagger.tags(sentence, frozenset(names)) if t.text == word)


def subject(sentence: str, verb: str, *names: str) -> str | None:
    row = tagger.tags(sentence, frozenset(names))
    at = next(i for i, t in enumerate(row) if t.text == verb)
    span = chunks.subject_before(row, at)
    return " ".join(t.text for t in row[span[0] : span[1]]) if span else None


def test_an_ampersand_joins_a_name() -> None:
    assert tag_of("Shares of Barker & Lund rose.", "&") == "NAME"
    assert tag_of("It sells R & D.", "sells") == "VBZ"


def test_nouns_that_could_be_verbs() -> None:
    assert tag_of("The US retail giant Harlow is to buy Quill.", "retail") == "NN"
    assert tag_of("European stock market Bourse has met rivals.", "market") == "NN"
    assert tag_of("It will close shops and cut about 400 jobs.", "cut").startswith("VB")
    assert tag_of("When will Harlow buy Quill?", "buy") == "VB"
    assert tag_of("The deal is off.", "deal") == "NN"


def test_a_described_name_is_an_adjective_and_a_name() -> None:
    assert tag_of("Debt-hit Harlow is in talks.", "Debt-hit") == "ADJ"


def test_the_subject_of_an_inserted_clause() -> None:
    row = "Harlow, whose brands include Ash, Oak and Elm in Ohio, is due to report."
    assert subject(row, "is", "Harlow") == "Harlow"
    assert subject("Harlow on Friday signed a contract.", "signed", "Harlow") == "Harlow"


def test_a_joined_verb_keeps_the_subject_of_its_clause() -> None:
    row = "It hopes to raise money, finance chief Ann Reed said, and will refit shops."
    assert subject(row, "will", "Ann", "Reed") == "It"


def test_the_predicate_keeps_a_range_and_a_comparison() -> None:
    row = tagger.tags("Harlow will pay $6.0-$6.5 a share, it said.")
    end = chunks.predicate_end(row, 2)
    assert [t.text for t in row[3:end]] == ["$6.0", "-", "$6.5", "a", "share"]
    row = tagger.tags("Harlow may move as many as 700 jobs to Oslo.")
    assert [t.text for t in row[3 : chunks.predicate_end(row, 2)]][-1] == "Oslo"


def test_participles_double_where_they_should() -> None:
    assert tagger.participle("refit") == "refitted"
    assert tagger.participle("open") == "opened"
