"""Signs and names of currencies beside a number, as data and as the two look-ups of them.

Where several countries use a name ("kr", "crowns", "dinars") the code is "": money, of a currency
that is not printed.
"""

from __future__ import annotations

import re

from briefing.core.language.patterns import lazy

_DOLLARS = {
    "australian": "AUD", "canadian": "CAD", "hong kong": "HKD", "new zealand": "NZD",
    "singapore": "SGD", "taiwan": "TWD", "jamaican": "JMD",
}  # fmt: skip
_CODES = (
    "USD EUR GBP JPY CNY INR CHF AUD CAD NZD HKD SGD KRW BRL MXN RUB SEK NOK DKK PLN TRY THB VND "
    "PHP IDR MYR ZAR AED SAR TWD CZK HUF RON BGN UAH ILS EGP NGN KES GHS PKR BDT LKR QAR KWD BHD "
    "OMR CLP COP ARS MAD"
).split()

# Before the number, but only of a sum: "R4bn" and "COP 5 million", not "R32" nor "COP28".
_OF_SUMS = {
    "R": "ZAR", "N": "NGN", "P": "PHP", "Sh": "", "SR": "SAR", "TL": "TRY", "Tk": "BDT",
    **{code: code for code in "TRY RON CLP COP ARS MAD".split()},
}  # fmt: skip
# Before any number.
PREFIXES = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "NT$": "TWD", "MX$": "MXN",
    "$": "USD", "＄": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB",
    "₺": "TRY", "฿": "THB", "₫": "VND", "₱": "PHP", "₦": "NGN", "₪": "ILS",
    "NIS": "ILS", "GH₵": "GHS", "¥": "JPY", "￥": "JPY", "CN¥": "CNY", "Rs.": "INR", "Rs": "INR",
    "RMB": "CNY", "Rmb": "CNY", "Rp": "IDR", "RM": "MYR", "Fr.": "CHF", "SFr": "CHF",
    "Dh": "AED", "Dhs": "AED", "KSh": "KES", "Ksh": "KES", "KSh.": "KES", "kr": "", "kr.": "",
    **{code: code for code in _CODES if code not in _OF_SUMS},
}  # fmt: skip
# After the number (and its scale).
SUFFIXES = {
    **{f"{land} dollars": code for land, code in _DOLLARS.items()},
    **{f"{land} cents": f"{code}-CENT" for land, code in _DOLLARS.items()},
    "u.s. dollars": "USD", "us dollars": "USD", "us-dollar": "USD", "us dollar": "USD",
    "dollars": "USD", "dollar": "USD", "dólares": "USD", "euros": "EUR", "euro": "EUR",
    "pounds": "GBP", "british pounds": "GBP", "pounds sterling": "GBP", "sterling": "GBP",
    "egyptian pounds": "EGP", "yuan": "CNY", "chinese yuan": "CNY", "renminbi": "CNY",
    "rmb": "CNY", "yen": "JPY", "japanese yen": "JPY", "rupees": "INR", "indian rupees": "INR",
    "pakistani rupees": "PKR", "sri lankan rupees": "LKR", "won": "KRW",
    "south korean won": "KRW", "korean won": "KRW", "reais": "BRL", "brazilian reais": "BRL",
    "pesos": "MXN", "mexican pesos": "MXN", "philippine pesos": "PHP", "argentine pesos": "ARS",
    "chilean pesos": "CLP", "colombian pesos": "COP", "rubles": "RUB", "roubles": "RUB",
    "russian rubles": "RUB", "russian roubles": "RUB", "rand": "ZAR", "south african rand": "ZAR",
    "swiss francs": "CHF", "francs": "CHF", "franken": "CHF", "cfa francs": "XOF",
    "kronor": "SEK", "swedish kronor": "SEK", "swedish kronas": "SEK", "swedish crowns": "SEK",
    "kroner": "NOK", "norwegian kroner": "NOK", "norwegian crowns": "NOK",
    "danish kroner": "DKK", "danish crowns": "DKK", "icelandic kronur": "ISK",
    "czech crowns": "CZK", "czech koruna": "CZK", "kč": "CZK", "crowns": "", "kr": "",
    "zloty": "PLN", "zlotys": "PLN", "polish zlotys": "PLN", "zł": "PLN", "forint": "HUF",
    "forints": "HUF", "lei": "RON", "romanian lei": "RON", "leva": "BGN", "hryvnia": "UAH",
    "hryvnias": "UAH", "lira": "TRY", "liras": "TRY", "turkish lira": "TRY",
    "turkish liras": "TRY", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND",
    "taka": "BDT", "shekels": "ILS", "naira": "NGN", "cedis": "GHS", "shillings": "",
    "kenyan shillings": "KES", "dirhams": "AED", "dinars": "", "kuwaiti dinars": "KWD",
    "riyals": "", "saudi riyals": "SAR", "qatari riyals": "QAR", "cents": "USD-CENT",
    "u.s. cents": "USD-CENT", "us cents": "USD-CENT", "euro cents": "EUR-CENT",
    "pence": "GBP-PENNY",
    "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "港元": "HKD",
    "人民币": "CNY", "元": "CNY", "円": "JPY", "ドル": "USD", "ユーロ": "EUR",
    "€": "EUR", "£": "GBP", "$": "USD", "₹": "INR",
    **{
        code.lower(): code
        for code in "USD EUR GBP JPY CNY INR CHF AUD CAD HKD SGD KRW BRL SEK NOK DKK PLN".split()
    },
    **{code: code for code in _CODES},
}  # fmt: skip
_LONGEST_SIGN = 5
_DOLLARS_BEFORE = lazy(rf"\b({'|'.join(_DOLLARS)}) dollars\s?\Z", re.I)
_SUM = lazy(
    r"\d[\d.,]*\s?(?:m|mn|bn|b|tn|trn|k|million|billion|trillion|thousand)\b"
    r"|\d{1,3}(?:[, ]\d{3})+\b|\d+[.,]\d\d\b"
)
_LINK = lazy(r"[\s-]?(?:de |d['’]|of )?")
_WORDS = lazy(r"[A-Za-zÀ-ÿłč.-]+")
_WEIGHED = lazy(
    r"\b(?:weigh\w*|weights?|lbs?|ounces|obes\w+|body|babies|baby|heavier|lighter|overweight|"
    r"(?:lost|lose|losing|gain(?:ed|ing)?|shed(?:ding)?|dropped) (?:[\w-]+ ){0,4}"
    r"\d+ pounds)\b",
    re.I,
)
_OF_STUFF = lazy(
    r"\s+(?:of (?!debts?\b|new\b|sales\b|savings\b|fund)[a-z]|per square|heavier|lighter)"
)


def before(source: str, start: int) -> tuple[str, int] | None:
    """Return the currency printed before a number, and where its sign begins."""
    end = start - 1 if source[start - 1 : start].isspace() else start
    begin = end
    while begin and end - begin < _LONGEST_SIGN and _of_sign(source[begin - 1]):
        begin -= 1
    for at in range(begin, end):
        sign = source[at:end]
        if sign in PREFIXES and not (at and source[at - 1].isascii() and source[at - 1].isalpha()):
            return PREFIXES[sign], at
        if sign in _OF_SUMS and not source[:at][-1:].isalnum() and _SUM.match(source, start):
            single = len(sign) == 1
            return (_OF_SUMS[sign], at) if end == start or not single else None
    if source.startswith("ollars", end - 6) and (
        m := _DOLLARS_BEFORE.search(source[max(0, start - 24) : start])
    ):
        return _DOLLARS[m[1].lower()], max(0, start - 24) + m.start()
    return None


def _of_sign(letter: str) -> bool:
    return not letter.isspace() and not letter.isdigit() and letter not in "(-–—,;:/"


def after(source: str, end: int, *, scaled: bool) -> tuple[str, int] | None:
    """Return the currency printed behind a number, and where its name ends.

    "Pounds" of a thing, or in a sentence on weight, are no money; nor is "3 won", without a scale.
    """
    link = _LINK.match(source, end)
    begin = link.end() if link else end
    if source[begin : begin + 1].isascii() or "À" <= source[begin : begin + 1] <= "ſ":
        found = _named(source, begin)
    else:
        found = next((n for n in (3, 2, 1) if source[begin : begin + n] in SUFFIXES), 0)
    if not found:
        return None
    word = source[begin : begin + found]
    word = word if word in SUFFIXES else word.lower()
    if (word == "won" and not scaled) or (word == "pounds" and not scaled and _weight(source, end)):
        return None
    return SUFFIXES[word], begin + found


def _named(source: str, begin: int) -> int:
    """Return the length of the longest name of a currency that begins at an offset, or 0."""
    if source[begin : begin + 1] in SUFFIXES:
        return 1
    length, best, at = 0, 0, begin
    for _ in range(3):
        word = _WORDS.match(source, at)
        if word is None:
            break
        length = word.end() - begin
        bare = source[begin : begin + length].lower()
        if bare in SUFFIXES or source[begin : begin + length] in SUFFIXES:
            best = length
        elif bare.rstrip(".-") in SUFFIXES:
            best = len(bare.rstrip(".-"))
        at = word.end() + 1
        if source[at - 1 : at] != " ":
            break
    return best


def _weight(source: str, end: int) -> bool:
    behind = source[end : end + 40].lstrip(" -")
    return (
        _OF_STUFF.match(behind[len("pounds") :]) is not None or _WEIGHED.search(source) is not None
    )
