"""Countries and the word for what is theirs, and the one country an article is at home in."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from briefing.core.language.patterns import lazy

# a country or what is of it, as printed -> the adjective
ADJECTIVES = {
    "US": "US", "American": "US", "U.S.": "US", "America": "US", "United States": "US",
    "UK": "UK", "British": "UK", "Britain": "UK", "Germany": "German", "German": "German",
    "France": "French", "French": "French", "Italy": "Italian", "Italian": "Italian",
    "Spain": "Spanish", "Spanish": "Spanish", "Japan": "Japanese", "Japanese": "Japanese",
    "China": "Chinese", "Chinese": "Chinese", "India": "Indian", "Indian": "Indian",
    "Australia": "Australian", "Australian": "Australian", "Canada": "Canadian",
    "Canadian": "Canadian", "Brazil": "Brazilian", "Brazilian": "Brazilian",
    "Russia": "Russian", "Russian": "Russian", "Mexico": "Mexican", "Mexican": "Mexican",
    "Ireland": "Irish", "Irish": "Irish", "Netherlands": "Dutch", "Dutch": "Dutch",
    "Sweden": "Swedish", "Swedish": "Swedish", "Poland": "Polish", "Polish": "Polish",
    "Switzerland": "Swiss", "Swiss": "Swiss", "Turkey": "Turkish", "Turkish": "Turkish",
    "South Korea": "South Korean", "South Korean": "South Korean",
    "eurozone": "eurozone", "Eurozone": "eurozone", "euro zone": "eurozone",
    "Latin America": "Latin American", "Latin American": "Latin American",
    "Argentina": "Argentine", "Argentine": "Argentine", "Thailand": "Thai", "Thai": "Thai",
    "Indonesia": "Indonesian", "Indonesian": "Indonesian", "Egypt": "Egyptian",
    "Egyptian": "Egyptian", "Singapore": "Singapore", "Hong Kong": "Hong Kong",
    "South Africa": "South African", "South African": "South African",
    "Sri Lanka": "Sri Lankan", "Sri Lankan": "Sri Lankan", "Nigeria": "Nigerian",
    "Nigerian": "Nigerian", "Greece": "Greek", "Greek": "Greek", "Norway": "Norwegian",
    "Norwegian": "Norwegian", "Malaysia": "Malaysian", "Malaysian": "Malaysian",
    "Ukraine": "Ukrainian", "Ukrainian": "Ukrainian", "Venezuela": "Venezuelan",
    "Venezuelan": "Venezuelan", "Iran": "Iranian", "Iranian": "Iranian",
    "Saudi Arabia": "Saudi", "Saudi": "Saudi", "Kenya": "Kenyan", "Kenyan": "Kenyan",
    "Pakistan": "Pakistani", "Pakistani": "Pakistani", "Israel": "Israeli",
    "Israeli": "Israeli", "Chile": "Chilean", "Chilean": "Chilean",
}  # fmt: skip
NAMED = lazy(
    r"(?<![\w-])(?:"
    + "|".join(sorted(map(re.escape, ADJECTIVES), key=len, reverse=True))
    + r")(?!\w)"
)


def whose(country: str, thing: str, names: Container[str]) -> str:
    """Return a country's thing as the article would put it: "the Irish economy".

    `names` are the article's: where it never says "Irish", "Ireland's economy".
    """
    adjective = ADJECTIVES[country]
    if adjective != country and adjective not in names:
        return f"{country}'s {thing}"
    the = "the " if thing in _WITH_ARTICLE or thing.endswith(_COUNTED) else ""
    return f"{the}{adjective} {thing}"


_COUNTED = ("rate", "total", "deficit", "surplus", "gap")
_WITH_ARTICLE = frozenset(("economy", "trade deficit", "trade gap", "trade surplus"))


def home(title: str, opening: Sequence[str]) -> str | None:
    """Return the one country, as printed, that the title and the opening speak of."""
    found = {ADJECTIVES[m.group()]: m.group() for s in (title, *opening) for m in NAMED.finditer(s)}
    return next(iter(found.values())) if len(found) == 1 else None
