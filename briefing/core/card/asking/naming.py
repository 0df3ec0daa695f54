"""Which tokens are names, where the tagger alone cannot tell: at a sentence's start, across "&"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.core.card.asking import nouns
from briefing.core.card.asking.people import is_national
from briefing.core.language import gazetteer
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

Pairs = set[tuple[str, ...]]


_PAIR = lazy(r"(?<=[a-z,;] )([A-Z][\w’'-]*) (?=([A-Z][\w’'-]*))")


def _paired(row: tuple[Token, ...], pairs: set[tuple[str, ...]]) -> tuple[Token, ...]:
    """Make the first word of "Air Deccan" a name where the article writes the two inside."""
    if len(row) > 1 and row[1].tag == "NAME" and (row[0].text, row[1].text) in pairs:
        return (row[0]._replace(tag="NAME"), *row[1:])
    return row


def pairs(sentences: Sequence[str]) -> Pairs:
    """Return the pairs of capitalised words that the article writes inside a sentence."""
    return {m.groups() for s in sentences for m in _PAIR.finditer(s)}


# what only a name has after it: "Norbury's said", "Norbury's, which", "Norbury's could"
_WHOLE = lazy(
    r"['’]s(?:, (?=(?:the|a|an|which|whose)\b)| (?=(?:also )?(?:said|says|has|had|will|would|could|"
    r"may|might|must|plans|expects|hopes|wants|announced|reported|confirmed|declined|agreed to|"
    r"runs|operates|opened|closed)\b))"
)
_CAPITAL = lazy(r"(?<![\w&-])[A-Z][\w&-]+$")


def owners(sentences: Sequence[str], title: str) -> frozenset[str]:
    """Return the names whose "'s" is their own: Norbury of "Norbury's said", never without it."""
    found = {
        name.group()
        for s in (*sentences, title)
        if "'s" in s or "’s" in s
        for m in _WHOLE.finditer(s)
        if (name := _CAPITAL.search(s[max(0, m.start() - 30) : m.start()]))
    }
    text = "\n".join((*sentences, title)) if found else ""
    return frozenset(name for name in found if not _bare(name, text))


def _bare(name: str, text: str) -> bool:
    """Say whether a name stands without its ending, but for a person of that last name."""
    return any(
        not re.search(r"[A-Z][\w.’'-]* $", text[max(0, m.start() - 20) : m.start()])
        for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!['’\w-])", text)
    )


def named(
    row: list[Token], known: frozenset[str], met: Pairs, title: str, own: frozenset[str]
) -> tuple[Token, ...]:
    """Return a tagged sentence with its names put right; `own` are names that end in "'s"."""
    return _opened(_paired(_joined(row, own), met), known, title)


_LINKS = frozenset("de del do da di du des van von".split())


def _joined(row: list[Token], own: frozenset[str]) -> tuple[Token, ...]:
    """Join what belongs to one name: the ending of "Macy's", "Seven & i", "7-Eleven"."""
    k = 1
    while k < len(row):
        last, token = row[k - 1], row[k]
        if token.tag == "POS" and (last.tag == "NAME" or last.text in own):
            known = gazetteer.find(last.text + "'s")
            if last.text in own or (known and known.name.endswith("'s")):
                row[k - 1 : k + 1] = [last._replace(tag="NAME"), token._replace(tag="NAME")]
        elif last.tag == "NAME" and token.low in _LINKS and k + 1 < len(row):
            if row[k + 1].tag == "NAME":
                row[k] = token._replace(tag="NAME")  # "Walmart de México"
        elif last.tag == "NN" and token.low == "house" and k + 1 < len(row):
            if row[k + 1].tag == "NAME":
                row[k] = token._replace(tag="NN")  # "private equity house Bramwell"
        elif k + 1 < len(row) and token.text in ("&", "-", "–"):
            after = row[k + 1]
            touching = last.end == token.start and token.end == after.start
            if token.text == "&" and gazetteer.find(f"{last.text} & {after.text}"):
                row[k - 1 : k + 2] = [t._replace(tag="NAME") for t in (last, token, after)]
            elif touching and gazetteer.find(f"{last.text}-{after.text}"):
                text = f"{last.text}-{after.text}"
                row[k - 1 : k + 2] = [
                    last._replace(text=text, tag="NAME", end=after.end, low=text.lower())
                ]
        k += 1
    return tuple(row)


def _opened(row: tuple[Token, ...], known: frozenset[str], title: str) -> tuple[Token, ...]:
    """Take an opening word for a common noun unless something says that it is a name.

    A capital at the start of a sentence proves nothing: "Rumor has it", "Income and other taxes".
    """
    if len(row) > 2 and row[0].text in ('"', "“", "‘"):
        return (row[0], *_opened(row[1:], known, title))
    if len(row) > 1 and is_national(row[0].text):
        return (row[0]._replace(tag="NAME"), *row[1:])
    if len(row) > 2 and row[1].text == "&" and row[2].tag == "NAME" and row[0].text.istitle():
        return (row[0]._replace(tag="NAME"), row[1]._replace(tag="NAME"), *row[2:])
    if len(row) > 1 and row[1].tag == "NAME" and row[0].tag in ("VBD", "ADJ", "NN"):
        run = [t.text for t in itertools.takewhile(lambda t: t.tag == "NAME", row[1:])]
        if gazetteer.find(" ".join((row[0].text, *run))):
            return (row[0]._replace(tag="NAME"), *row[1:])
    if len(row) > 1 and row[0].tag != "NAME" and _is_listed(row, known, title):
        return (row[0]._replace(tag="NAME"), *row[1:])
    if len(row) < 2 or row[0].tag != "NAME" or row[0].text in known:
        return row
    second, text = row[1], row[0].text
    if re.fullmatch(r"[A-Z][a-z]+(?:-[a-z]+)+", text) and second.tag == "NN":
        return (row[0]._replace(tag="ADJ"), *row[1:])  # "Same-store sales"
    low = text.lower()
    if re.search(r"(?:maker|seller|shop|store|owner|lender)$", low) and second.tag == "NAME":
        return (row[0]._replace(tag="NN"), *row[1:])
    if low in nouns.METRICS | nouns.INSTITUTIONS | nouns.COMPANY_WORDS:
        return (row[0]._replace(tag="NN"), *row[1:])
    aside = second.text == "," and len(row) > 2 and low not in _OPENERS
    if aside and row[2].low in ("the", "a", "an", "which", "whose"):
        return row
    third_person = second.tag == "VBZ" or second.low in ("is", "was", "has")
    if (
        low.endswith("s")
        and text.istitle()
        and not (third_person or gazetteer.find(text) or text in title.split())
    ):
        return (row[0]._replace(tag="NN"), *row[1:])
    plain = second.tag in ("NN", "ADJ", "VBG") or second.low in ("and", "or", "of")
    proved = second.tag in ("NAME", "POS") or text in title.split() or not text.istitle()
    if proved or (not plain and (gazetteer.find(text) or low not in _OPENERS)):
        return row
    return (row[0]._replace(tag="NN"), *row[1:])


def _is_listed(row: Sequence[Token], known: frozenset[str], title: str) -> bool:
    """Say whether an opening word is a listed firm that does something: "Kering has agreed"."""
    text, second = row[0].text, row[1]
    doing = second.tag in ("AUX", "POS", "VBD", "VBZ", "MD")
    met = text in known or text in title or text.endswith("ing")
    return doing and met and text.istitle() and gazetteer.find(text) is not None


_OPENERS = frozenset(
    "rumor rumour rumors rumours inflation income power oil gold steel traffic debt wage food "
    "clothing fashion fuel energy rent labour labor cash credit research evidence speculation "
    "pressure confidence unemployment everything nothing news word talk growth output "
    "demand retail tourism trade industry business production footfall half none people women "
    "men children police staff management opposition tests details doubts plans hopes fears "
    "critics clients passengers residents tenants pilots nurses teachers students drivers "
    "customers shoppers consumers landlords moreover furthermore nevertheless nonetheless besides "
    "similarly consequently likewise otherwise additionally separately".split()
)
