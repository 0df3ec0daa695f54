"""How real a deed is in a sentence: done, to come, planned, possible; and whether it is denied.

Works on tagged English by the words that govern a verb or noun; says None where it is left open.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core.language.tagger import Token

# How real: 0 happened or happens, 1 certain to come, 2 planned or expected, 3 possible.
_MAYBE = frozenset(
    "may might could if unless provided whether likely unlikely possible possibly potential "
    "potentially perhaps probably considering considers consider considered exploring explore "
    "explores explored mulling mulls mull mulled weighing weighs weigh weighed talks talk "
    "discuss discussing discussions negotiations negotiating negotiate interested interest "
    "approached bidding bid bids offer offers offered offering hope hopes hoped hoping seek seeks "
    "seeking sought try tries trying tried attempt attempts attempting attempted want wants wanted "
    "urge urged urges call calls called demand demands demanded threaten threatens threatened "
    "should can evaluate evaluating rumoured rumored rumor rumour speculation option options "
    "couldn't wouldn't asked ask asks bidder prospective mooted suggested suggests suggest "
    "studying".split()
)
_IFFY = frozenset("may might could if unless provided whether possibly perhaps probably".split())
_PLANNED = frozenset(
    "plan plans planned planning intend intends intended aim aims aimed aiming expect expects "
    "expected expecting propose proposes proposed proposing proposal projected projects forecast "
    "forecasts predict predicts predicted estimated target targets targeting targeted pledge "
    "pledged pledges promise promised promises vow vowed vows prepare preparing prepares prepared "
    "slated scheduled due poised set agreed agrees agree agreeing ready about decided decide "
    "intention intentions pending ahead subject await awaiting awaits anticipated anticipates "
    "eyeing eyes".split()
)
_TOLD = frozenset(
    "said says announced confirmed told pledged promised added stated insisted vowed".split()
)
_PUT_OFF = (
    "postpon",
    "shelv",
    "cancel",
    "scrap",
    "abandon",
    "delay",
    "withdr",
    "halt",
    "block",
    "drop",
    "reject",
    "ditch",
    "axe",
)
_SOUGHT = frozenset(
    "negotiating negotiates negotiate need needs needed require requires requiring subject "
    "pending awaiting awaits seek seeks "
    "seeking sought demand demands wants".split()
)
_CERTAIN = frozenset("will shall 'll wo".split())
_DONE_TO = frozenset(
    "managed began begun started continued continues continue went used helped forced proceeded "
    "led allowed enabled chose had has decided".split()
)
_NOT = frozenset("not n't never no nor neither without cannot".split())
_REFUSE = frozenset(
    "failed fails fail failing refused refuses refusing refuse declined declines declining "
    "unable denied "
    "denies deny rejected rejects unlikely ruled".split()
)
_REACH = 9  # words: so far left a governing word is looked for


def clause_left(tokens: Sequence[Token], i: int) -> int:
    """Return where the clause of the word at `i` starts, looking over an inserted phrase."""
    for j in range(i - 1, max(-1, i - 2 * _REACH), -1):
        if tokens[j].text in (";", ":", "(", ")"):
            return j + 1
        if tokens[j].low in ("but", "while", "whereas", "although", "though"):
            return j + 1
        if tokens[j].text == "," and any(t.tag in ("VBZ", "VBD", "MD") for t in tokens[j:i]):
            return j + 1
    return max(0, i - 2 * _REACH)


def passive(tokens: Sequence[Token], i: int) -> bool:
    """Say whether the verb at token `i` is passive."""
    before = [t.low for t in tokens[max(0, i - 4) : i]]
    be = {"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "gets", "got"}
    after = [t.low for t in tokens[i + 1 : i + 8]]
    return bool(be & set(before)) or (bool(before) and "by" in after[:2])


def level(tokens: Sequence[Token], i: int, left: int, verb: bool) -> tuple[int | None, bool]:
    """Return how real the word at token `i` is (None: left open), and whether it is to come."""
    before = [t.low for t in tokens[left:i]]
    reach = before[-_REACH:]
    infinitive = verb and "to" in reach[-3:] and tokens[i].tag == "VB"
    infinitive = infinitive or (verb and reach[-2:] == ["to", "be"])
    maybe = _IFFY if verb and tokens[i].tag in ("VBD", "VBZ") and not passive(tokens, i) else _MAYBE
    if verb and _prevented(reach):
        return 3, False
    if verb and tokens[i].tag == "VBD" and reach[-1:] and reach[-1] in _DRAFT and _by(tokens, i):
        return 0, False  # "a plan approved by a court"
    if verb and reach[-2:] == ["to", "have"]:
        return 3, True  # "was to have opened"
    if any(w in maybe for w in reach) and _governs(reach, maybe, infinitive, verb):
        return 3, "will" in reach
    if "would" in reach[-6:] and verb:
        return (1 if _reported(tokens, i) else 3), True
    finite = verb and tokens[i].tag in ("VBD", "VBZ") and not passive(tokens, i)
    if (
        not finite
        and any(w in _PLANNED for w in reach)
        and _governs(reach, _PLANNED, infinitive, verb)
    ):
        return (3 if _open(tokens) else 2), True
    if any(w in _CERTAIN for w in reach[-5:]) and verb:
        return 1, True
    if infinitive:
        governor = reach[: max(k for k, w in enumerate(reach) if w == "to")][-2:]
        return (0 if set(governor) & _DONE_TO else 1), True
    if _conditional(tokens, i):
        return 3, False
    return (0, False) if verb else (_noun_level(tokens, i), False)


_DRAFT = frozenset("plan plans proposal proposals offer bid deal".split())
_PREVENT = frozenset(
    "stop stops stopped prevent prevents prevented keep keeps kept bar bars barred ban bans banned "
    "block blocks blocked discourage discourages discouraged".split()
)


def _by(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].low in ("by", "on", "in")


def _prevented(reach: Sequence[str]) -> bool:
    """Say whether somebody is kept from it: "to stop Costco from buying"."""
    return reach[-1:] == ["from"] and bool(_PREVENT & set(reach[-6:]))


def _reported(tokens: Sequence[Token], i: int) -> bool:
    """Say whether "would" is the "will" of reported speech, not a condition."""
    lows = {t.low for t in tokens[:i]}
    return bool(lows & _TOLD) and not lows & {"if", "could", "reportedly", "rumoured", "people"}


def _noun_level(tokens: Sequence[Token], i: int) -> int | None:
    """Return how real a noun ("approval", "ban") is: what is needed or sought is not there yet."""
    before = {t.low for t in tokens[max(0, i - 16) : i]}
    after = {t.low for t in tokens[i + 1 : i + 5]}
    near = {t.low for t in tokens[max(0, i - 4) : i]}
    if before & _SOUGHT or any(w.startswith(_PUT_OFF) for w in near):
        return 3
    if after & {"expected", "pending", "due", "likely", "planned", "needed"}:
        return 2
    return None


def _open(tokens: Sequence[Token]) -> bool:
    """Say whether the sentence makes it depend on something: "if the first meets its targets"."""
    return any(t.low in ("if", "unless", "provided") for t in tokens)


def _governs(reach: Sequence[str], group: frozenset[str], infinitive: bool, verb: bool) -> bool:
    """Say whether the last unreal word still rules the verb: no finished verb in between."""
    at = max(k for k, w in enumerate(reach) if w in group)
    if len(reach) - at > (6 if verb else 5):
        return False
    between = reach[at + 1 :]
    if "," in between and not infinitive and len(between) > 3:
        return False
    return not ({"has", "had", "have", "was", "were"} & set(between) and not infinitive)


def _conditional(tokens: Sequence[Token], i: int) -> bool:
    return any(t.low in ("if", "unless", "should") for t in tokens[:3]) and i < 12


def negated(tokens: Sequence[Token], i: int, left: int) -> bool:
    """Say whether the verb group, with the verbs that govern it, is denied."""
    seen = []
    for token in reversed(tokens[max(left, i - 8) : i]):
        low = token.low
        loose = token.tag in ("RB", "AUX", "MD", "TO") or low in _NOT | _REFUSE | _MAYBE | _PLANNED
        if not loose and not low.endswith("n't") and low != "t":
            break
        seen.append(low)
    if "only" in seen:
        return False
    return sum(w in _NOT or w.endswith("n't") or w in _REFUSE for w in seen) % 2 == 1
