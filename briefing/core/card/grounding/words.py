"""Word groups of the grounding check, as data: synonyms, contraries, ranks, unreal verbs.

A group is written as base forms and nouns; `key` brings inflected words to a group's name.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.core.language import tagger, text

# Relations a claim may not invent: (name, words). The first ones move ownership or money.
EVENTS: dict[str, str] = {
    "acquire": "acquire acquisition buy buyer buyout purchase takeover snap absorb",
    "sell": "sell sale seller divest divestment divestiture disposal offload dispose auction",
    "merge": "merge merger combine combination tie-up unite demerge",
    "invest": "invest investment investor inject injection stake fund funding finance",
    "sue": "sue lawsuit litigation suit complaint plaintiff",
    "settle": "settle settlement",
    "fine": "fine penalise penalize penalty sanction",
    "open": "open opening reopen inaugurate launch debut introduce introduction unveil roll-out "
    "rollout start begin",
    "close": "close closure shut shutter shutdown cease discontinue",
    "hire": "hire recruit recruitment appoint appointment name nominate employ",
    "layoff": "layoff lay-off redundancy redundant dismiss dismissal sack axe job-cut fire",
    "resign": "resign resignation retire retirement",
    "bankrupt": "bankrupt bankruptcy insolvent insolvency administration liquidate liquidation "
    "receivership chapter",
    "partner": "partner partnership team alliance ally collaborate collaboration cooperate "
    "cooperation venture",
    "approve": "approve approval grant permission clear clearance authorise authorize "
    "authorisation endorse nod "
    "greenlight ratify",
    "reject": "reject rejection refuse refusal rebuff spurn decline dismiss veto block oppose",
    "confirm": "confirm confirmation acknowledge verify",
    "admit": "admit admission concede confess",
    "agree": "agree agreement accept acceptance accord pact",
    "complete": "complete completion finalise finalize",
    "own": "own owner ownership",
    "recall": "recall",
    "deny": "deny denial refute dispute contradict",
    "withdraw": "withdraw withdrawal pull cancel cancellation scrap abandon shelve drop axe ditch",
    "delay": "delay postpone postponement defer",
    "ban": "ban prohibit prohibition outlaw",
    "license": "license licence franchise",
    "sign": "sign signature ink",
    "file": "file filing lodge",
    "win": "win winner award",
    "borrow": "borrow loan lend lender credit",
    "supply": "supply supplier",
    "strike": "strike walkout stoppage",
    "charge": "charge indict indictment prosecute accuse accusation",
    "replace": "replace replacement succeed successor",
    "move": "relocate relocation",
    "rename": "rename rebrand",
    "die": "die death kill fatal fatality",
    "arrest": "arrest detain jail imprison",
    "float": "float flotation ipo",
    "advise": "advise adviser advisor counsel",
}
# Pure synonyms: they only bring words together.
SAME: dict[str, str] = {
    "acquire": "repurchase buyback",
    "store": "store shop outlet branch supermarket location site sites",
    "council": "council councillor",
    "vacant": "vacant empty unoccupied",
    "regulator": "regulator watchdog authority",
    "test": "test trial pilot experiment",
    "company": "company firm group business corporation enterprise",
    "retailer": "retailer chain grocer",
    "worker": "worker employee staff job workforce labour labor position",
    "customer": "customer shopper consumer client buyer",
    "say": "say tell announce state declare explain note add report reveal disclose",
    "show": "show indicate reveal suggest find",
    "boss": "chief boss ceo head chief-executive",
    "big": "big large huge major",
    "help": "help assist aid support",
    "plan": "plan intend aim propose proposal intention want seek",
    "expect": "expect foresee forecast predict project projection estimate anticipate outlook "
    "guidance",
    "percent": "percent per-cent percentage pct",
    "price": "price cost pricing",
    "country": "country nation national",
    "year": "year annual yearly",
    "quarter": "quarter quarterly",
    "month": "month monthly",
    "week": "week weekly",
    "talk": "talk negotiation negotiate discussion discuss",
    "deal": "deal contract transaction",
    "online": "online web internet e-commerce ecommerce website digital",
    "car": "car vehicle automobile auto",
    "film": "film movie",
    "television": "television tv",
    "rival": "rival competitor compete",
    "exit": "exit leave quit depart",
    "child": "child children",
    "start": "start begin commence launch",
    "end": "end finish conclude conclusion",
    "keep": "keep retain maintain hold remain",
    "get": "get obtain receive",
    "give": "give provide offer",
    "use": "use adopt adoption employ utilise utilize",
    "rise": "rise increase grow growth climb jump surge soar gain up higher hike raise boost "
    "advance rally lift improve improvement expand expansion double triple accelerate",
    "fall": "fall drop decline decrease slip slide slump plunge plummet tumble shrink sink down "
    "lower cut reduce reduction dip contract weaken ease loss lose shed slow",
}
# Contraries and members of one kind: a claim may not put one in the place of another.
CONTRASTS: dict[str, tuple[str, ...]] = {
    "result": ("profit surplus", "loss deficit"),
    "profitable": ("profitable", "unprofitable loss-making lossmaking"),
    "hours": ("part-time", "full-time"),
    "find": ("seek", "find"),
    "keep": (
        "keep retain maintain introduce adopt reaffirm reiterate",
        "abandon drop scrap withdraw ditch axe suspend",
    ),
    "steady": ("raise lower lift reduce", "keep maintain unchanged reiterate reaffirm"),
    "ruling": ("annul overturn quash", "uphold upheld affirm"),
    "voice": ("criticise criticize condemn attack", "praise applaud welcome hail"),
    "direction": (
        "rise increase grow climb jump surge soar raise double triple improve expand",
        "fall drop decline decrease slip slump plunge plummet shrink cut reduce halve worsen",
    ),
    "side": ("supplier vendor", "customer shopper consumer", "rival competitor", "partner ally"),
    "kin": ("subsidiary unit arm division", "parent owner"),
    "door": ("open reopen opening", "close closure shut shutter closing"),
    "trade": ("buy purchase acquire acquisition", "sell sale divest divestment disposal"),
    "job": ("hire recruit recruitment", "fire layoff redundancy sack dismiss dismissal"),
    "tally": ("add create gain", "cut shed axe eliminate lose"),
    "verdict": (
        "approve approval accept acceptance welcome back",
        "reject rejection refuse oppose turned-down turn-down",
    ),
    "word": ("confirm confirmation", "deny denial"),
    "contest": ("win victory beat", "lose defeat"),
    "entry": ("enter entry join", "exit leave withdraw withdrawal quit"),
    "supportive": ("support endorse favour favor", "oppose opposition criticise criticize"),
    "stretch": ("permanent permanently", "temporary temporarily"),
    "extent": ("full fully entire whole complete completely", "partial partially partly"),
    "place": ("online digital e-commerce", "in-store physical brick-and-mortar bricks-and-mortar"),
    "where": ("domestic", "international overseas foreign abroad global"),
    "owner": ("private privately", "public publicly"),
    "strength": ("strong strongly robust healthy", "weak weakly sluggish soft poor"),
    "expectation": ("beat exceed surpass above", "miss undershoot below"),
    "cadence": (
        "annual annually yearly",
        "quarterly",
        "monthly",
        "weekly",
        "daily",
        "hourly",
    ),
    "accounting": ("gross", "net", "operating", "pretax pre-tax"),
    "pace": ("accelerate faster quicken", "slow slower decelerate"),
    "order": ("before prior", "after following since"),
    "height": ("high highest peak", "low lowest trough"),
    "quality": ("best", "worst"),
    "sex": ("women woman female", "men man male"),
    "pole": ("north northern", "south southern"),
    "rim": ("east eastern", "west western"),
    "import": ("import", "export"),
    "width": ("widen", "narrow"),
    "firmness": ("binding", "non-binding nonbinding"),
    "sides": ("unilateral", "joint jointly"),
    "worth": ("expensive dearer costlier", "cheap cheaper"),
    "cash": ("cash", "stock-swap all-stock"),
    "many": ("majority most", "minority"),
    "age": ("older old", "younger young"),
    "mandate": ("voluntary voluntarily optional", "mandatory compulsory"),
    "lawful": ("legal lawful", "illegal unlawful"),
    "success": ("succeed success successful", "fail failure unsuccessful collapse"),
    "load": ("lift ease relax loosen", "impose tighten"),
    "more": ("more", "fewer less"),
}
# Words that are contraries only beside the same neighbour ("most affected", "least affected").
BESIDE: tuple[tuple[str, ...], ...] = (
    ("most", "least"),
    ("more", "less"),
    ("more", "fewer"),
    ("larger", "smaller"),
    ("bigger", "smaller"),
    ("positive", "negative"),
    ("first", "second", "third", "fourth", "fifth", "last", "next"),
    ("cash", "stock"),
    ("all", "some", "most", "none", "half"),
    ("high", "low"),
    ("high", "higher", "lower"),
    ("up", "down"),
    ("before", "after"),
    ("good", "bad", "poor"),
    ("strong", "weak"),
    ("new", "old"),
    ("large", "small"),
    ("hour", "day", "week", "month", "year"),
)
UNITS: tuple[str, ...] = (
    "store shop outlet branch supermarket location site restaurant cafe hypermarket",
    "worker employee staff job workforce position people person role post member",
    "customer shopper user subscriber member people person client consumer household guest",
    "warehouse depot facility centre center hub",
    "product item line brand sku model good",
    "factory plant mill",
    "country market nation territory state region",
    "city town",
    "year", "month", "week", "day", "hour", "minute", "quarter", "decade",
    "share stock", "order parcel package delivery shipment", "vehicle car truck van",
    "analyst economist", "company firm retailer chain business supplier", "bank lender",
    "tonne ton", "kilogram kg", "litre liter", "kilometre kilometer km", "mile",
    "square-foot square-feet", "square-metre square-meter",
)  # fmt: skip
RANKED = frozenset("largest biggest smallest fastest oldest highest lowest greatest".split())
ALL = frozenset("all every everyone everything".split())
SOME = frozenset("some several many most few certain selected half part partly".split())


@cache
def _table(groups: str) -> dict[str, str]:
    source = {"same": SAME, "events": EVENTS}[groups]
    table: dict[str, str] = {}
    for name, members in source.items():
        for word in members.split():
            table.setdefault(text.stem(word), name)
    return table


@cache
def base(word: str) -> str:
    """Return the stem of a word's base form: "bought" -> "buy"."""
    return text.stem(tagger.base(word) or word)


@cache
def key(word: str) -> str:
    """Return what a word is compared by: its synonym group, else its stem."""
    stem = base(word)
    return _table("same").get(stem) or _table("events").get(stem) or stem


@cache
def event(word: str) -> str | None:
    """Return the relation a word stands for ("bought" -> "acquire"), or None."""
    return _table("events").get(base(word))


@cache
def lemma(word: str) -> str:
    """Return a word's base form, a plural's singular; adverbs and comparatives stay."""
    if known := tagger.base(word):
        return known
    if word in ("sales", "earnings"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def sides() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return for each lemma the contrasts it takes part in, with its side."""
    table: dict[str, list[tuple[str, int]]] = {}
    for name, classes in CONTRASTS.items():
        for side, members in enumerate(classes):
            for word in members.split():
                for form in {lemma(word), *forms(word)}:
                    table.setdefault(form, []).append((name, side))
    return {word: tuple(found) for word, found in table.items()}


def forms(word: str) -> list[str]:
    """Return the past and participles of a verb that the tagger does not know."""
    root = word.removesuffix("e")
    last = word[-1] if re.search(r"[^aeiou][aeiou][bdglmnprt]$", word) else ""
    found = [f"{root}ed", f"{root}ing", f"{word}{last}ed", f"{word}{last}ing", f"{word}s"]
    return [] if "-" in word else [f for f in found if tagger.base(f) is None]


@cache
def beside() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each lemma of `BESIDE` its groups, each with the place in it."""
    table: dict[str, list[tuple[int, int]]] = {}
    for group, members in enumerate(BESIDE):
        for place, word in enumerate(members):
            table.setdefault(word, []).append((group, place))
    return {word: tuple(found) for word, found in table.items()}


@cache
def unit(word: str) -> frozenset[int]:
    """Return the kinds of countable thing a word may stand for; empty if it is in no list."""
    stem = base(word)
    return frozenset(i for i, members in enumerate(_units()) if stem in members)


@cache
def _units() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(text.stem(w) for w in members.split()) for members in UNITS)
