"""Dimensions of what retail news says for or against, as data: each with two opposite sides.

A side is written as base forms; a form of two or three words is joined by "_" ("vote_against").
"""

from __future__ import annotations

from functools import cache

from briefing.core.card.grounding import words

SENSES: dict[str, tuple[str, str]] = {
    "consent": (
        "approve accept agree allow back support welcome endorse favour favor recommend permit "
        "authorise authorize applaud praise vote_for in_favour in_favor green_light sign_off "
        "satisfied consent backing supportive push_for call_for not_against",
        "disagree reject refuse oppose block veto criticise criticize condemn turn_down "
        "vote_against "
        "rebuff opposed spurn object_to is_against are_against was_against "
        "were_against come_out_against argue_against lobby_against "
        "dismiss prohibit",
    ),
    "truth": (
        "confirm admit acknowledge concede",
        "deny dispute contest refute contradict rebut",
    ),
    "mood": (
        "upbeat optimistic confident bullish cheerful hopeful positive",
        "doubt doubtful cautious pessimistic gloomy worried bearish downbeat wary concerned "
        "sceptical negative",
    ),
    "fair": ("fair reasonable justified", "unfair unreasonable unjustified excessive"),
    "enough": (
        "adequate sufficient enough satisfactory",
        "inadequate insufficient unsatisfactory too_small too_low too_little far_too",
    ),
    "height": ("too_high", "too_low too_small"),
    "going_on": (
        "continue keep resume maintain still persist retain extend stay stick_to stand_by go_ahead "
        "proceed committed honour honor stuck_to "
        "carry_on go_on in_force reopen restart",
        "stop halt suspend end cease pause discontinue freeze give_up scrap abandon drop cancel "
        "withdraw shelve "
        "ditch axe call_off pull_out on_hold put_off",
    ),
    "result": (
        "profit profitable surplus make_money in_the_black break_even",
        "loss unprofitable lose_money loss-making in_the_red deficit",
    ),
    "hold": ("keep retain gain win hold", "lose give_up forfeit surrender cede give_away"),
    "gain": ("gain win add attract", "lose shed"),
    "size": ("larger_than bigger_than greater_than", "smaller_than"),
    "price": ("dearer costlier pricier", "cheaper"),
    "depth": ("deeper steeper", "shallower"),
    "speed": ("faster quicker", "slower"),
    "time": ("earlier sooner", "later"),
    "charge": (
        "charge pay fee",
        "refund reimburse free free_of_charge exempt exempt_from_pay waive",
    ),
    "verdict": (
        "beat exceed top surpass above better_than ahead_of outperform less_bad",
        "miss fall_short short_of below undershoot worse_than behind disappoint underperform",
    ),
    "steady": (
        "raise lower lift reduce cut upgrade downgrade",
        "unchanged reiterate reaffirm stick_to stuck_to keep maintain stand_by leave_unchanged",
    ),
    "court": (
        "uphold win_approval grant clear favour_of",
        "overturn quash annul throw_out strike_down block turn_down dismiss refuse",
    ),
    "fight": ("fight challenge appeal contest", "settle accept drop"),
    "unity": ("unanimous unanimously", "split divided narrowly"),
    "safety": ("safe unhurt unharmed unaffected", "unsafe hurt injured dangerous affected"),
    "payout": ("raise increase pay restore confirm declare", "suspend scrap cancel axe omit"),
    "terms": ("within comply", "breach violate"),
    "trend": (
        "grow rise widen increase climb jump surge improve strengthen expand more_than_the up_from",
        "shrink fall narrow decrease drop slip decline worsen weaken ease less_than_the "
        "fewer_than_the down_from",
    ),
    "join": ("join enter", "leave quit exit withdraw"),
    "door": ("open reopen", "close shut shutter"),
    "guilt": ("guilty liable", "innocent acquitted cleared"),
    "publicity": ("disclose reveal publish", "withhold conceal"),
    "option": ("leave_open keep_open leave_door_open", "rule_out exclude close_door"),
    "presence": ("stay remain", "must_leave quit vacate move_out resign"),
    "sameness": ("unchanged identical the_same", "worse better changed different"),
    "lift": ("raise hike put_up", "lower cut reduce"),
    "known": (
        "certain sure establish determine known settled",
        "uncertain unclear unsure doubtful unknown unexplained undecided too_soon too_early",
    ),
    "willing": ("ready willing prepared keen happy", "refuse unwilling reluctant"),
    "done": ("complete completed finalise conclude", "pending unfinished incomplete"),
    "likely": ("likely", "unlikely"),
    "binding": (
        "mandatory compulsory required must obliged compelled forced",
        "voluntary optional free_to",
    ),
    "popular": ("popular", "unpopular"),
    "success": ("succeed success successful", "fail failure unsuccessful"),
    "with": ("include including", "exclude excluding exempt"),
    "strong": ("strong robust healthy solid buoyant", "weak sluggish soft poor subdued"),
}


@cache
def table() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return for each form, its words' base forms joined by blanks, its dimensions and sides."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name, sides in SENSES.items():
        for sign, members in zip((1, -1), sides, strict=True):
            for word in members.split():
                whole = " ".join(words.lemma(w) for w in word.split("_"))
                for form in {whole, *(words.forms(word) if "_" not in word else ())}:
                    found.setdefault(form, []).append((name, sign))
    return {form: tuple(rows) for form, rows in found.items()}


@cache
def heads() -> frozenset[str]:
    """Return the first words of the forms."""
    return frozenset(form.partition(" ")[0] for form in table())
