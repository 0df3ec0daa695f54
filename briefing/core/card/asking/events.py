"""The closed list of events, the verbs that belong to each, and how much each weighs."""

from __future__ import annotations

import re

from briefing.core.language.patterns import lazy

EVENTS = (
    "confirm", "deny", "sign", "close", "launch", "open", "shut", "acquire", "divest", "file",
    "report", "guide", "raise", "cut", "hire", "leave", "sue", "settle", "rule",
)  # fmt: skip

_VERBS = {
    "confirm": "confirm acknowledge admit disclose announce publish reveal unveil verify clarify "
    "apologise apologize explain identify present provide deliver testify declare",
    "deny": "deny reject refuse dismiss oppose resist fight defy contest dispute",
    "sign": "sign agree ratify partner join ally team cooperate collaborate clinch seal negotiate "
    "endorse accept reach meet visit host hold broker renew secure link form",
    "close": "complete close finalise finalize conclude finish merge combine integrate",
    "launch": "launch introduce start begin debut roll offer adopt test pilot trial deploy release "
    "rename relaunch rebrand expand build develop produce create bring make install implement "
    "restart resume extend ship stock use invest set enter broadcast air show add convert refit "
    "remodel upgrade replace switch relocate move return spend issue fund construct deliver "
    "sponsor manufacture import export supply screen stage hit travel fly sail land carry run "
    "distribute",
    "open": "open reopen inaugurate",
    "shut": "shut shutter axe scrap halt suspend cease stop discontinue abandon cancel withdraw "
    "recall end phase delay postpone pull exit demolish freeze boycott remove strike ditch drop "
    "vacate",
    "acquire": "acquire buy purchase bid rescue inject nationalise renationalise nationalize "
    "renationalize repurchase",
    "divest": "sell spin-off divest offload spin float demerge dispose auction list split "
    "privatise "
    "privatize separate transfer hand liquidate",
    "file": "file appeal submit apply seek petition register lodge charge prosecute indict arrest "
    "request demand challenge investigate probe examine review audit",
    "report": "report post earn record exceed grow rise fall increase decline top beat double "
    "triple climb jump slow shrink recover rebound total outperform slip slide plunge surge save "
    "dip generate attract cost lose outstrip overtake average",
    "guide": "forecast guide predict project estimate",
    "raise": "raise boost hike improve strengthen widen push impose tighten levy lift",
    "cut": "cut reduce lower slash trim halve shed lay scale curb ease sack fire eliminate limit "
    "restrict",
    "hire": "hire succeed appoint name recruit elect promote choose employ nominate select",
    "leave": "leave resign step quit retire depart stand oust relinquish",
    "sue": "sue",
    "settle": "settle pay repay compensate resolve refund reimburse plead",
    "rule": "rule approve decide clear vote allow block ban order fine sentence convict acquit "
    "grant uphold overturn authorise authorize adopt pass amend release extradite deport recommend "
    "permit license veto enforce regulate outlaw consider debate",
}
EVENT_OF: dict[str, str] = {}
for _event, _verbs in _VERBS.items():
    for _verb in _verbs.split():
        EVENT_OF.setdefault(_verb, _event)
EVENT_OF.update({"adopt": "launch", "appeal": "file", "release": "launch"})

# where the object, or the particle, decides: (verbs, object, event), the first that fits
_BY_OBJECT = tuple(
    (frozenset(verbs.split()), re.compile(pattern), event)
    for verbs, pattern, event in (
        (
            "close shut shutter",
            r"(?:\w+\W+){0,5}?(?:stores?|shops?|plants?|factor(?:y|ies)|branch(?:es)?|sites?|"
            r"offices?|mines?|outlets|supermarkets|restaurants|bases?|mills?|cafes?|caf[ée]s|florists|"
            r"pharmacies|warehouses?|bakeries|depots?|counters|departments?|kiosks|hotels?|units?|"
            r"cent(?:re|er)s?|sales (?:floors?|counters))\b",
            "shut",
        ),
        ("take win", r"(?:\w+ ){0,5}(?:job|post|role|helm|reins|seat)\b", "hire"),
        (
            "take buy increase raise lift",
            r"(?:over\b|(?:\S+ ){0,4}(?:stake|control|shareholding)\b)",
            "acquire",
        ),
        (
            "make",
            r"(?:\S+ ){0,4}(?:acquisitions?|investments?|payments?|cars?|phones?|trucks?|"
            r"vehicles|film|movie|an appeal|refunds?)\b",
            "launch",
        ),
        ("make launch table submit", r"(?:\S+ ){0,3}(?:bid|offer)\b", "acquire"),
        (
            "sell",
            r"(?:\S+ ){0,5}(?:shares?|stakes?|units?|business(?:es)?|assets?|arm|division|"
            r"brands?|stations?|stores?|supermarkets|buildings?|headquarters|subsidiary|company|"
            r"bank)\b|itself",
            "divest",
        ),
        ("sell", r"", "launch"),
        (
            "win get receive gain",
            r"(?:\S+ ){0,3}(?:approval|clearance|backing|permission|licen[cs]e)\b",
            "rule",
        ),
        ("take book", r"(?:\S+ ){0,4}(?:charges?|write-?downs?)\b", "report"),
        ("receive", r".*\b(?:compensation|damages|refund)\b", "settle"),
        ("win take get receive gain secure", r"", "sign"),
        ("lay", r"off\b", "cut"),
        ("leave", r"(?:[A-Z]|its post|the company|office|after|in |$)", "leave"),
        (
            "establish",
            r"(?:\S+ ){0,4}(?:stores?|plants?|business|factory|company|venture|subsidiary|"
            r"centre|fund)\b",
            "launch",
        ),
        (
            "give",
            r"(?:\S+ ){0,6}(?:access|compensation|refunds?|stake|approval|licen[cs]e)\b",
            "sign",
        ),
        ("emerge", r"from\b", "open"),
        ("step", r"down\b", "leave"),
        ("stand", r"down\b", "leave"),
        (
            "seek",
            r"(?:\S+ ){0,3}(?:vote|approval|bankruptcy|protection|buyer|damages|injunction|"
            r"permission|partners?|listing|compensation|licen[cs]e)\b",
            "file",
        ),
        (
            "support back",
            r"(?:\S+ ){0,3}(?:bid|offer|merger|takeover|plan|proposal|deal)\b",
            "sign",
        ),
        ("meet", r"(?:\S+ ){0,4}(?:targets?|forecasts?|deadline|expectations|goals?)\b", "report"),
        ("bring", r"out\b", "launch"),
        ("rein", r"in\b", "cut"),
        ("make", r"(?:\S+ ){0,3}(?:profit|loss)\b", "report"),
        ("go", r"live\b", "launch"),
        ("step", r"up\b", "raise"),
        ("set", r"up\b", "launch"),
        ("call", r"off\b", "shut"),
        (
            "lift drop ease",
            r"(?:\S+ ){0,3}(?:ban|sanctions|restrictions|charges|case|embargo)\b",
            "rule",
        ),
        ("pay", r"\$?[\d.,]+ (?:a|per) share", "settle"),
        ("cut", r"(?:\S+ )?ties\b", "shut"),
        ("hold", r"(?:\S+ ){0,2}(?:vote|referendum|election)\b", "rule"),
        ("issue", r"(?:\S+ ){0,3}(?:guidance|forecast|targets?|outlook)\b", "guide"),
        ("give", r"(?:\S+ ){0,4}(?:guidance|forecasts?|targets?|outlook)\b", "guide"),
        ("increase double lift", r"\S+", "raise"),
        ("join", r".*\bas\b", "hire"),
        (
            "become",
            r"(?:\S+ ){0,3}(?:chairman|chairwoman|chief|president|director|head|governor|boss|"
            r"secretary)\b",
            "hire",
        ),
        ("name elect", r"", "hire"),
        ("face", r"(?:\S+ ){0,3}(?:charges?|trial|fines?)\b", "rule"),
        ("call", r"(?:\S+ ){0,4}(?:strike|election|vote|conciliation|referendum|poll)\b", "rule"),
        ("go", r"(?:bankrupt|bust|into administration)\b", "shut"),
        ("go", r"(?:public|private)\b", "divest"),
        ("go", r"ahead\b", "launch"),
        ("go", r"on (?:sale|strike)\b", "launch"),
        ("go", r"on trial\b", "rule"),
        ("lose", r"(?:\S+ ){0,3}(?:jobs|licen[cs]e|contract|post)\b", "cut"),
        ("drop", r"(?:\d|to |by |below )", "report"),
        ("reach hit", r"(?:\S+ ){0,2}[$£€]?\d", "report"),
    )
)


def of(verb: str, rest: str) -> str:
    """Return the event of a base verb with its object; `confirm` where no other class fits."""
    for verbs, pattern, event in _BY_OBJECT:
        if verb in verbs and pattern.match(rest):
            return event
    return EVENT_OF.get(verb, "confirm")


def is_known(verb: str, rest: str) -> bool:
    """Say whether the act is of a class listed here, not put with `confirm` for want of one."""
    if verb in EVENT_OF:
        return True
    return any(verb in verbs and pattern.match(rest) for verbs, pattern, _ in _BY_OBJECT)


INTRANSITIVE = frozenset(
    "resign appeal retire close open reopen merge rise fall grow recover strike shut expand return "
    "resume quit rebound shrink leave bid sue split decline slow dip double halve".split()
)
STATIVE = frozenset(
    "interest concern please worry involve need see consider know limit relate expect base "
    "disappoint surprise aim like think regard believe view treat miss remember compare feel "
    "affect impact hurt hit impress embarrass tempt damage happen tire link dominate tie drive "
    "devote dedicate equip design use call make leave set do locate face support".split()
)
_CERTAIN = lazy(
    r"(?:\S+ ){0,6}?(?:results|figures|data|earnings|accounts|budget|meeting|conference|talks|"
    r"statement|"
    r"update|summit|event|festival|ceremony|report|funeral|news|details|speech|session|interview|"
    r"visit|trip|hearing|forum|interim|list|payout|dividend)\b"
)
_REPORTING = frozenset(
    "report publish release reveal hold meet visit attend present announce host post arrive "
    "stage deliver "
    "provide make give begin start update".split()
)


_IDLE_TAKING = lazy(
    r"(?:\S+ ){0,2}(?:action|actions|time|notice|oath|part|place|steps?|measures|advantage|care|"
    r"account|"
    r"look|shape|hold|turns?|note|decisions?|responsibility|route|wind|break|pressure|seriously)\b"
)


def is_certain(verb: str, rest: str) -> bool:
    """Say whether a no would surprise everybody: results published, a meeting held."""
    if verb == "pay" and re.match(r"\S+ (?:a|per) share", rest):
        return True
    if verb in ("report", "publish", "release", "reveal") and not re.search(r"\d", rest):
        return re.search(r"\bsales|profits?|revenues?\b", rest) is not None or bool(
            _CERTAIN.match(rest)
        )
    if verb == "meet" and of(verb, rest) == "report":
        return False
    return verb in ("meet", "visit", "attend", "arrive") or (
        verb in _REPORTING and _CERTAIN.match(rest) is not None
    )


def is_vague(verb: str, rest: str) -> bool:
    """Say whether nobody could look up that it was done."""
    if verb == "take" and _IDLE_TAKING.match(rest):
        return True
    if verb not in VAGUE:
        return False
    if verb in _VAGUE_BUT_COUNTABLE and re.search(r"\d", rest):
        return False
    told = (p for verbs, p, _ in _BY_OBJECT if verb in verbs and p.pattern)
    if any(pattern.match(rest) for pattern in told):
        return False
    return not (verb in _VAGUE_BUT_NAMED and re.search(r"(?:^| )[A-Z]", rest))


# what a retail editor weighs: the event, 0 to 3
CONSEQUENCE = {
    "acquire": 3.0, "divest": 2.8, "close": 2.8, "shut": 2.6, "launch": 2.2, "open": 2.4,
    "sign": 2.4, "rule": 2.6, "settle": 2.2, "sue": 2.2, "cut": 2.4, "raise": 2.4, "hire": 1.9,
    "leave": 2.0, "file": 2.2, "guide": 2.0, "report": 1.6, "confirm": 2.0, "deny": 1.6,
}  # fmt: skip

# verbs whose doing nobody could look up on a day
VAGUE = frozenset(
    "need seem want feel think know hope help like love believe understand mean depend continue "
    "prove look try aim work focus consider allow enable affect impact benefit influence reshape "
    "hurt harm suffer see tell say ask come go get happen appear find watch learn worry "
    "struggle require involve include contain represent reflect suggest indicate show matter "
    "exist live belong deserve enjoy face cope lead play serve treat encourage promote support "
    "improve strengthen enhance ensure maintain manage handle address tackle explore pursue "
    "monitor discuss talk speak listen respond react adapt adjust learn wait stand sit turn "
    "put let keep bear cause contribute complement compete participate attend die kill "
    "fear expect agree prefer remember forget imagine wish compare relate refer call act "
    "behave experience inspire attract provoke spark fuel undermine threaten weigh "
    "damage hamper hinder hit squeeze protect prevent avoid defend discourage deter "
    "persuade convince wonder argue claim note add insist depend vary differ tend fail be do have "
    "move run give bring draw drive spend write read hear eat drink sleep walk marry miss care "
    "stop-short boast rely thank notice recognise recognize realise realize survive overcome "
    "assess study consult work evolve emerge arise outweigh justify mark pave spell send shape "
    "leverage utilise utilize strive embrace capture position tempt dampen weaken stem thwart "
    "counter bolster prompt deepen worsen dominate change transform concentrate prepare "
    "proceed head seek enjoy lend pose reap feature lie lose remain stay become use make "
    "comment step point inherit rank operate own expose establish leave advertise base "
    "mention reckon portray paint diversify remove bear receive provide co-operate "
    "testify breach retain star take".split()
)
# of those, the ones that are concrete with a figure, or with a name, in their object
_VAGUE_BUT_COUNTABLE = frozenset(
    "provide spend hit improve attract bring create cost face miss give draw create save write "
    "move make contribute add take put".split()
)
_VAGUE_BUT_NAMED = frozenset("move transform work spend take".split())
HORIZON = {
    "confirm": 60, "deny": 60, "sign": 180, "close": 365, "launch": 180, "open": 365, "shut": 180,
    "acquire": 180, "divest": 180, "file": 60, "report": 365, "guide": 180, "raise": 180,
    "cut": 180, "hire": 180, "leave": 180, "sue": 180, "settle": 180, "rule": 180,
}  # fmt: skip
