"""Nouns that may stand as the subject of a question, as data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.language.patterns import lazy

COMPANY_WORDS = frozenset(
    "company firm group retailer chain supermarket grocer airline bank carmaker automaker maker "
    "manufacturer brewer giant corporation business operator brand startup start-up bookseller "
    "insurer broker lender supplier organisation organization club store store-chain "
    "conglomerate drugmaker utility exchange developer publisher producer "
    "telco miner steelmaker jeweller department-store discounter wholesaler restaurant "
    "franchisee franchisor".split()
)
METRICS = frozenset(
    "sales profit profits revenue revenues earnings turnover shares income margins margin growth "
    "output production exports imports losses costs prices traffic debts debt stock results "
    "orders deliveries shipments capacity workforce economy inflation unemployment spending "
    "confidence".split()
)
INSTITUTIONS = frozenset(
    "government court judge regulators regulator police prosecutors shareholders investors unions "
    "union workers ministers minister commission parliament board directors creditors lawmakers "
    "authorities agency officials senate house council committee lawyers employees staff members "
    "cabinet administration watchdog bank tribunal jury president retailers banks airlines "
    "airline ministry management".split()
)


POINTING = frozenset(
    "this that these those our my your such another other same every each no either neither "
    "any some few".split()
)
ACTING_NOUNS = frozenset(
    "board boss chief chairman union unions workers staff employees shareholders investors unit "
    "arm division subsidiary owner owners parent plant factory store stores shops branches "
    "management directors government ministry court parliament party team officials regulator "
    "regulators authorities lawyers prosecutors creditors lenders banks airline airlines brand "
    "group company firm chain president minister cabinet commission council committee police "
    "central-bank pilots drivers nurses teachers farmers suppliers brands rival rivals "
    "executives trustees administrators members administration campaign club franchisees "
    "ministers leaders firms companies retailers carmakers brewers grocers regulators executives "
    "customers app range product platform collection network service site website market prices "
    "price".split()
)
OWNABLE = frozenset(
    "board shareholders investors directors management workers staff employees union unions "
    "creditors lenders pilots drivers stores shops factories franchisees suppliers chairman "
    "executives trustees".split()
)
# what two that were named are called together, by the word before it
PAIRED = {
    "the": frozenset(
        "duo pair two companies firms sides countries groups retailers chains".split()
    ),
    "both": frozenset("sides companies firms countries groups retailers chains".split()),
}
# who or what speaks for a firm, so that "it" is the firm
SPEAKERS = frozenset(
    "executive chairman chairwoman boss director spokesman spokeswoman officer president chief "
    "head founder manager statement results management board filing letter report group company "
    "firm chain retailer airline bank".split()
)
STATE = frozenset("government parliament cabinet president ministry authorities".split())
MACRO = frozenset(
    "economy inflation unemployment exports imports growth debt debts debit deficit spending "
    "confidence".split()
)

# what a market has too, and words that tell a firm's own
_TRADED = frozenset("production output prices exports imports".split())
_OWN = frozenset("its the net total annual quarterly group overall worldwide domestic".split())


def of_a_market(phrase: Sequence[str]) -> bool:
    """Say whether a quantity may be a whole market's: "oil production", "house prices"."""
    return phrase[-1] in _TRADED and len(phrase) > 1 and not _OWN & set(phrase)


# who counts and reports, and has no sales of its own
COUNTING = lazy(
    r"\b(?:Foundation|Institute|Association|Federation|Bureau|Office|Agency|Ministry|Council|"
    r"University|Department|Commission|Society|Research|Statistics|Bank|Union)\b"
)
# who says, and does not do
SOURCES = lazy(
    r"\b(?:spokes\w+|analysts?|experts?|economists?|sources?|critics?|observers?|reports?|"
    r"researchers?|survey|study|poll)\b",
    re.I,
)
# one organisation, though its name has an "and"
ONE_BODY = lazy(r" and .*(?:Authority|Commission|Agency|Council|Board|Office|Department)$")
