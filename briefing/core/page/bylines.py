"""Names of authors and editors from bylines and statements, one by one.

Persons first; a desk or an outlet only where the page states it as the author and names nobody.
Refuses what is no name: addresses, roles, dates, reading times.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from briefing import plain
from briefing.core.page import facts, tree
from briefing.core.page.facts import Facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAD = re.compile(
    r"(?i)^.{0,12}?\b(?:written|posted|published|reported|story|words|reviewed|authored)\s*by"
    r"(?:\s*:|\s+|(?=[A-Z]))|^\s*(?:by|von|par|por|di|af|av|door|text|autor(?:in|es|e)?|authors?|"
    r"writers?|reporter|redaktion|oleh|quelle|作者|記者|记者|文)\s*(?:[:：/]\s*|\s+)"
)
_GLUED = re.compile(r"^By(?=[A-Z][a-z])")
# What follows the names in a byline: a date, a reading time, a post, an address.
_TAIL = re.compile(
    r"(?i)\s*(?:\b(?:published|updated|posted|last updated|reviewed|edited|veröffentlicht|publié|"
    r"actualizado|stand|for)\b|,\s+in\s|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|"
    r"okt|dez)[a-z]*"
    r"\.?\s*\d|\d).*$"
)
_POST = re.compile(
    r"(?i)[,\s–—-]+(?:(?:senior|sr\.?|chief|staff|associate|deputy|political|business|economics|"
    r"retail|"
    r"contributing|managing|executive|autos?|technology|tech|news|multimedia|multiplatform|"
    r"extension|"
    r"[a-z]+)\s+){0,2}(?:editor|reporter|writer|correspondent|journalist|columnist|contributor|"
    r"analyst|producer|director|redakteur(?:in)?|educators?)\b.*$"
)
_SPLIT = re.compile(
    r"\s*(?:[;,|/&•·]|、|，|\s-\s|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b|\ben\b|\bwith\b|"
    r"\bmit\b)\s*"
)
_NO_NAME = re.compile(
    r"(?i)https?:|www\.|@|\d{3}|^\d+\b|\d[:.]\d|\b(?:admin|administrator|minutes?|min read|"
    r"updated|published|posted|"
    r"comments?|follow|subscribe|unknown|guest|none|null|undefined|by|share|editor|editors|"
    r"germany|usa|author|read more|view all|quelle)\b|^(?:red|sid|mr|sr)\.?$|^the\s|^(?:january|"
    r"february|march|april|may|june|july|august|september|october|november|december)$"
)
_DESK = re.compile(
    r"(?i)\b(?:staff|team|newsroom|redaktion|redazione|redacción|desk|news|agenc(?:y|ies)|"
    r"agentur(?:en)?|press|"
    r"media|inc|ltd|store|group|company|editorial|contributor|contributors|services|online|dpa|afp|"
    r"reuters|sda|ap)\b|\.(?:com|de|at|ch|net|org|in)\b"
)
_DOMAIN = re.compile(r"^[\w-]+\.(?:com|de|at|ch|net|org|co|fr|it|es)\b", re.I)
_AGENCY = re.compile(
    r"(?i)^(?:sda|dpa|afp|ap|reuters|sid|apa|ansa|efe|pa|tt|ntb|ritzau)$|agentur|agency|^agence"
)
_OUTLET = re.compile(r",\s+(The(?: [A-Z][\w'’&-]*){1,4})(?=,|$)")
_BY = re.compile(r"^(?:By|BY|by|Von|VON|Par|Por|Written by|Words by|Text:|Authors?:)\s*:?\s*\S")
_META = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "article.author",
    "og:author",
    "og:article:author",
    "cxenseparse:author",
)
_BYLINE = re.compile(r"(?i)byline|author|writer|autor|reporter|\bby\b|journalist|redakteur")
_NOT_BYLINE = re.compile(
    r"(?i)comment|related|recommend|sidebar|footer|avatar|image|img|photo|teaser|follow|social|"
    r"desc|"
    r"list-|job|more|quote|thumb|icon|twitter|email"
)


def of_page(root: HtmlElement, said: Facts, site: str | None, near: list[str]) -> tuple[str, ...]:
    """Return the authors a page states: JSON-LD first, then meta, then its byline."""
    sources = [_ld_authors(said)]
    for name in _META:
        sources.append([v for v in said.meta.get(name, ()) if not v.startswith(("http", "@"))])
    for source in sources:
        if found := names(source, site):
            return (*found, *(d for d in desks(source) if _is_agency(d)))
    stated = next((found for source in sources if (found := desks(source))), ())
    if found := names(_near(near), site):
        return found
    marked, sure = _marked(root)
    if (sure or not stated) and (found := names(marked, site)):
        return found
    return stated or desks(marked[:1])


def _ld_authors(said: Facts) -> list[str]:
    value: Any = (said.article or {}).get("author") or (said.article or {}).get("creator")
    people = value if isinstance(value, list) else [value]
    by_id = {n["@id"]: n for n in said.ld if isinstance(n.get("@id"), str) and n.get("name")}
    found = []
    for person in people:
        if isinstance(person, dict):
            if not person.get("name") and isinstance(person.get("@id"), str):
                person = by_id.get(person["@id"], person)
            name = person.get("name")
            found += [str(n) for n in name] if isinstance(name, list) else [facts.string(name)]
        else:
            found.append(facts.string(person))
    return [n for n in found if n]


def names(values: list[str], site: str | None = None) -> tuple[str, ...]:
    """Return the person names in some stated values, in order, each once."""
    found: dict[str, str] = {}
    for value in values:
        if _DOMAIN.search(value) and "," in value:
            continue  # an outlet with its address
        for part in _SPLIT.split(_bare(value)):
            name = _bare(part)
            if is_name(name, site):
                found.setdefault(name.lower(), name)
    return tuple(found.values())[:12]


def desks(values: list[str]) -> tuple[str, ...]:
    """Return what is stated as the author though it is no person: an outlet, a desk, an agency."""
    found = dict.fromkeys(_bare(v) for v in values)
    return tuple(v for v in found if 2 <= len(v) <= 60 and not _NO_NAME.search(v))[:3]


def outlet(value: str) -> str | None:
    """Return the paper a byline names behind the writer: "Ann Holt, The Shelf"."""
    m = _OUTLET.search(value)
    return m.group(1) if m else None


def _bare(value: str) -> str:
    """Return a value without the lead and the tail of a byline."""
    value = _GLUED.sub("", plain.line(html.unescape(value), 300).strip())
    value = _POST.sub("", _TAIL.sub("", _LEAD.sub("", value)))
    return value.strip(" .,:;()[]|-–—\"'") if not value.endswith("r.") else value.strip(" ,:;")


def is_name(name: str, site: str | None = None) -> bool:
    """Say whether a short text may be a person's name."""
    if not 2 <= len(name) <= 60 or len(name.split()) > 5 or _NO_NAME.search(name):
        return False
    if _DESK.search(name):
        return False
    bare = name.lower().replace(" ", "")
    return not (site and bare in (site.lower().replace(" ", ""), site.lower().split(".")[0]))


def _marked(root: HtmlElement) -> tuple[list[str], bool]:
    """Return the text of the first element marked as an author's name, and whether it surely is."""
    weak = ""
    for element in root.iter(
        "a", "span", "div", "p", "address", "strong", "cite", "li", "em", "h5"
    ):
        get = element.get
        marks = f"{get('class') or ''} {get('itemprop') or ''} {get('rel') or ''} {get('id') or ''}"
        if len(marks) < 5 or not _BYLINE.search(marks) or _NOT_BYLINE.search(marks):
            continue
        text = " ".join(" ".join(element.itertext()).split())
        if not 3 <= len(text) <= 120 or not names([text]):
            continue
        if _inside_comments(element):
            continue
        if get("rel") == "author" or get("itemprop") == "author" or _LEAD.match(text):
            return [text], True
        weak = weak or text
    return ([weak] if weak else []), False


def _near(lines: list[str]) -> list[str]:
    """Return the first byline among the lines between headline and text."""
    return next(([t] for t in lines if _BY.match(t) and names([t])), [])


def _is_agency(value: str) -> bool:
    return _AGENCY.search(value) is not None


def _inside_comments(element: HtmlElement) -> bool:
    for above in tree.above(element):
        if above.tag in ("aside", "footer", "nav"):
            return True
        if _NOT_BYLINE.search((above.get("class") or "") + " " + (above.get("id") or "")) and (
            "comment" in (above.get("class") or "").lower()
            or "related" in (above.get("class") or "").lower()
        ):
            return True
    return False
