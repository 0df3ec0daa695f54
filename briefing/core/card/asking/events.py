"""The closed list of events, the verbs that belong to each, and what a yes or a no would be."""

EVENTS = (
    "confirm", "deny", "sign", "close", "launch", "open", "shut", "acquire", "divest", "file",
    "report", "guide", "raise", "cut", "hire", "leave", "sue", "settle", "rule",
)  # fmt: skip

_VERBS = {
    "confirm": "confirm acknowledge admit disclose announce publish reveal name unveil verify "
    "release clarify apologise apologize explain identify present provide deliver",
    "deny": "deny reject refuse dismiss oppose resist fight defy contest dispute",
    "sign": "sign agree ratify partner join ally team cooperate collaborate clinch seal strike "
    "negotiate endorse accept reach meet visit host hold broker renew extend secure",
    "close": "complete close finalise finalize conclude finish merge combine integrate",
    "launch": "launch introduce start begin debut roll offer adopt test pilot trial deploy release "
    "relaunch rebrand expand build develop produce create bring make install implement sell "
    "restart resume return extend ship stock use invest set enter broadcast air",
    "open": "open reopen inaugurate",
    "shut": "shut axe scrap halt suspend cease stop discontinue abandon cancel withdraw recall end "
    "ban phase drop delay postpone pull exit quit demolish block freeze lose strike boycott",
    "acquire": "acquire buy purchase take bid merge invest win gain pay rescue inject lift regain",
    "divest": "sell divest offload spin float demerge dispose auction list split privatise "
    "privatize separate transfer hand give return liquidate",
    "file": "file appeal submit apply seek petition register lodge charge prosecute indict arrest "
    "request demand challenge investigate probe examine review audit",
    "report": "report post earn record exceed grow rise fall increase drop decline reach top beat "
    "hit double triple climb jump slow shrink recover rebound become remain stay break attract "
    "generate save cost lose make overtake outperform slip slide plunge surge total",
    "guide": "forecast guide predict project estimate",
    "raise": "raise increase lift boost hike double improve strengthen widen push charge impose "
    "introduce tighten levy",
    "cut": "cut reduce lower slash trim halve shed lay scale curb ease shrink sack fire dismiss "
    "remove scrap eliminate limit restrict",
    "hire": "hire appoint name recruit elect replace promote choose employ create nominate select",
    "leave": "leave resign step quit retire depart stand oust relinquish",
    "sue": "sue prosecute",
    "settle": "settle pay repay compensate resolve refund reimburse plead",
    "rule": "rule approve decide clear vote reject allow block ban order fine sentence convict "
    "acquit grant uphold overturn impose authorise authorize adopt pass amend dismiss lift "
    "release extradite deport recommend permit license veto enforce regulate outlaw",
}
EVENT_OF: dict[str, str] = {}
for _event, _verbs in _VERBS.items():
    for _verb in _verbs.split():
        EVENT_OF.setdefault(_verb, _event)
EVENT_OF.update(
    {
        "increase": "raise", "raise": "raise", "double": "raise", "reject": "deny", "block": "rule",
        "ban": "rule", "impose": "rule", "allow": "rule", "order": "rule", "sell": "divest",
        "name": "hire", "merge": "close", "pay": "settle", "strike": "shut", "quit": "leave",
        "start": "launch", "drop": "report", "lose": "report", "make": "launch", "win": "acquire",
        "sack": "cut", "fire": "cut", "adopt": "launch", "appeal": "file", "take": "acquire",
    }
)  # fmt: skip

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
    "proceed head seek enjoy lend pose reap feature lie".split()
)
# of those, the ones that are concrete with a figure in their object
VAGUE_BUT_COUNTABLE = frozenset(
    "spend hit see improve attract bring create cost face miss give draw create save".split()
)
YES = {
    "confirm": "{s} says so on the record",
    "deny": "{s} says so on the record",
    "sign": "an agreement is announced by {s} or the other side",
    "close": "completion is announced",
    "launch": "{s} announces it, or it is seen to start",
    "open": "at least one opening is announced or reported",
    "shut": "it is announced or reported as done",
    "acquire": "a signed agreement or a completed purchase is announced",
    "divest": "a signed sale or a completed one is announced",
    "file": "the filing or the formal step is on record",
    "report": "a published figure or report says so",
    "guide": "a figure or a range is published",
    "raise": "the rise is announced or published",
    "cut": "the cut is announced or published",
    "hire": "the appointment is announced",
    "leave": "the departure is announced",
    "sue": "a claim is lodged",
    "settle": "a settlement or payment is on record",
    "rule": "the decision is published",
}
NO = {
    "confirm": "a denial, or silence by the date",
    "deny": "no such statement by the date",
    "sign": "talks end without it, or nothing by the date",
    "close": "still open, delayed or called off by the date",
    "launch": "put off, dropped, or nothing by the date",
    "open": "none opened by the date, or the plan is dropped",
    "shut": "it goes on, or nothing by the date",
    "acquire": "another buyer, talks ended, or no agreement by the date",
    "divest": "no sale by the date, or it is ruled out",
    "file": "no such step by the date, or it is ruled out",
    "report": "the published figure or report says otherwise",
    "guide": "only words without a figure",
    "raise": "kept, lowered, or nothing by the date",
    "cut": "kept, raised, or nothing by the date",
    "hire": "nobody appointed by the date",
    "leave": "still in post by the date",
    "sue": "no claim by the date",
    "settle": "no settlement or payment by the date",
    "rule": "a decision the other way, or none by the date",
}
HORIZON = {
    "confirm": 60, "deny": 60, "sign": 180, "close": 365, "launch": 180, "open": 365, "shut": 180,
    "acquire": 180, "divest": 180, "file": 60, "report": 365, "guide": 180, "raise": 180,
    "cut": 180, "hire": 180, "leave": 180, "sue": 180, "settle": 180, "rule": 180,
}  # fmt: skip
