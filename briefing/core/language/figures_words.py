"""Words and signs of figures in six languages, as data: numerals, scales, hedges."""

from __future__ import annotations

from decimal import Decimal

ONES = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    w: 10 * n
    for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
# Other languages: the numerals that stand before nouns; "ein", "un" and "uno" are articles.
NUMERALS = {
    **{w: n for n, w in enumerate("zwei drei vier fünf sechs sieben acht neun zehn".split(), 2)},
    "elf": 11,
    "zwölf": 12,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
}
ORDINALS = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        1,
    )
}
ORDINALS |= {
    "zweitgrößte": 2,
    "zweitgrößter": 2,
    "zweitgrößten": 2,
    "drittgrößte": 3,
    "drittgrößter": 3,
    "drittgrößten": 3,
    "viertgrößte": 4,
    "deuxième": 2,
    "troisième": 3,
    "quatrième": 4,
    "segundo": 2,
    "segunda": 2,
    "tercero": 3,
    "tercera": 3,
    "tercer": 3,
}
FRACTIONS = {
    "half": Decimal("0.5"),
    "third": Decimal("0.333"),
    "quarter": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "sixth": Decimal("0.167"),
    "eighth": Decimal("0.125"),
    "tenth": Decimal("0.1"),
}

_M, _B = 10**6, 10**9
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
    "k": 1000,
    "million": _M,
    "millions": _M,
    "mln": _M,
    "mn": _M,
    "mio": _M,
    "m": _M,
    "mm": _M,
    "billion": _B,
    "billions": _B,
    "bln": _B,
    "bn": _B,
    "b": _B,
    "trillion": 10**12,
    "trn": 10**12,
    "tn": 10**12,
    "t": 10**12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "cr": 10**7,
    "tausend": 1000,
    "millionen": _M,
    "mrd": _B,
    "milliarde": _B,
    "milliarden": _B,
    "billionen": 10**12,
    "milliard": _B,
    "milliards": _B,
    "mille": 1000,
    "mil": 1000,
    "millón": _M,
    "millones": _M,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
    "万亿": 10**12,
    "千万": 10**7,
    "百万": 10**6,
    "兆": 10**12,
    "千": 1000,
}

PERCENTS = (
    "%",
    "％",
    "per cent",
    "percent",
    "pct",
    "prozent",
    "pour cent",
    "por ciento",
    "パーセント",
)
POINTS = (
    "percentage points",
    "percentage point",
    "per cent points",
    "prozentpunkte",
    "prozentpunkten",
    "points de pourcentage",
    "puntos porcentuales",
    "个百分点",
    "ポイント",
    "pp",
)
BASIS_POINTS = ("basis points", "basis point", "bps", "basispunkte", "个基点")

# What a hedge says of the true value: near the figure, above it, below it.
HEDGES: dict[str, str] = {
    **dict.fromkeys(
        "about;around;approximately;roughly;some;circa;ca.;c.;an estimated;estimated;the estimated;"
        "close to;in the region of;~;≈;rund;etwa;zirka;ungefähr;environ;quelque;autour de;unos;"
        "unas;aproximadamente;alrededor de;cerca de;约;约为;大约;约合;左右;約;およそ".split(";"),
        "approx",
    ),
    **dict.fromkeys(
        "more than;over;above;at least;upwards of;in excess of;no less than;no fewer than;"
        "not less than;just over;well over;a little over;slightly more than;mehr als;über;"
        "mindestens;gut;plus de;au moins;más de;al menos;por lo menos;超过;超過;逾;至少;高于;超;>;"
        "greater than;north of;a minimum of;exceeding".split(";"),
        "lower",
    ),
    **dict.fromkeys(
        "almost;nearly;just under;less than;under;below;fewer than;up to;as much as;as many as;"
        "at most;no more than;not more than;a maximum of;under;well under;close on;a little under;"
        "slightly less than;knapp;fast;beinahe;weniger als;unter;bis zu;höchstens;maximal;"
        "près de;moins de;jusqu'à;au plus;presque;menos de;hasta;casi;如近;近;将近;接近;不到;多达;"
        "高达;至多;最多;最大;不足;ほぼ;<".split(";"),
        "upper",
    ),
}
HEDGES_AFTER = {
    "or more": "lower",
    "or so": "approx",
    "or less": "upper",
    "or fewer": "upper",
    "oder mehr": "lower",
    "ou plus": "lower",
    "o más": "lower",
    "左右": "approx",
    "以上": "lower",
    "以下": "upper",
    "未満": "upper",
    "余": "lower",
    "多": "lower",
    "強": "lower",
    "弱": "upper",
    "plus": "lower",
    "+": "lower",
}
# Adverbs that may stand before the verb and still belong to the figure behind it.
FLOATING = ("approximately", "roughly")
