"""Made-up news in any number: words by Zipf's law, sentences used again, dates over a year.

Every run makes the same articles. Nothing here is taken from anybody's text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate

from briefing.core import identity
from briefing.models import Article

_SYLLABLES = "ka lo mi ter san vel nor pek ri do gan tus el bri mon fa wex ul chi ra".split()
_WIDE = "永辉超市盒马鲜生门店开设年内百货零售京东物流会员价格增长中国日本店舗発表"
_END = datetime(2026, 11, 24, 12)
_SENTENCES = 20_000


def words(count: int, seed: int = 1) -> list[str]:
    """Return different words, the commonest first."""
    made, chance = dict[str, None](), random.Random(seed)
    while len(made) < count:
        made["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(made)


def sentences(seed: int = 2) -> list[str]:
    """Return sentences of 8 to 24 words, some of them Chinese."""
    chance, known = random.Random(seed), words(30_000)
    weights = list(accumulate(1 / rank for rank in range(3, len(known) + 3)))
    found = []
    for _ in range(_SENTENCES):
        drawn = chance.choices(known, cum_weights=weights, k=chance.randrange(8, 25))
        if chance.random() < 0.05:
            drawn = ["".join(chance.choices(_WIDE, k=30))]
        found.append(" ".join(drawn).capitalize())
    return found


def articles(count: int, chars: int, seed: int = 3) -> Iterator[Article]:
    """Yield articles of about so many characters, oldest first."""
    chance, known = random.Random(seed), sentences()
    rare = words(30_000)
    step = timedelta(days=365) / count
    for number in range(count):
        text: list[str] = []
        size = 0
        while size < chars * chance.uniform(0.6, 1.4):
            text.append(f"{chance.choice(known)} {chance.choice(rare)}.")
            size += len(text[-1])
        url = f"https://site{number % 500}.example/{number}"
        blocks = [" ".join(text[at : at + 3]) for at in range(0, len(text), 3)]
        title = " ".join(chance.choices(known[chance.randrange(_SENTENCES)].split(), k=7))
        published = (_END - step * (count - number)).isoformat(timespec="seconds") + "Z"
        yield Article(
            id=identity.article_id(url, ""),
            title=title,
            text="\n\n".join(blocks),
            url=url,
            site=f"Site {number % 500}",
            published=published,
        )
