"""Stories that go on for days, step by step: title, first sentence, two more; all invented.

`{a}` and `{b}` are companies, `{k}`, `{m}` and `{n}` small numbers, `{due}` is when the next step
is expected.
"""

from __future__ import annotations

TAKEOVER = (
    (
        "{a} offers ${n}.{m} billion for {b}",
        "{a} has offered ${n}.{m} billion in cash for {b}, the two companies said on {day}.",
        "Shareholders of {b} will vote on the offer by {due}.",
        "A combined company would run {k},{m}00 stores and employ about {k}{m},000 people.",
    ),
    (
        "{b} shareholders approve the {a} offer",
        "Shareholders of {b} approved the ${n}.{m} billion offer from {a} at a meeting on {day}.",
        "{a} expects to complete the purchase of {b} by {due}, once regulators have agreed.",
        "More than {k}% of the votes were cast in favour, {b} said.",
    ),
    (
        "{a} completes its purchase of {b}",
        "{a} completed its ${n}.{m} billion purchase of {b} on {day}, it said.",
        "The shares of {b} were taken off the exchange in the morning.",
        "The chain will keep its name and its head office in {city}.",
    ),
)
STRIKE = (
    (
        "{a} warehouse workers to vote on a strike in {city}",
        "About {k}00 warehouse workers of {a} in {city} will vote on a strike by {due}, their "
        "union said on {day}.",
        "The union asks for {m}% more pay; {a} has offered {n}%.",
        "The depot supplies {k} stores of the chain.",
    ),
    (
        "{a} warehouse workers in {city} vote to strike",
        "Warehouse workers of {a} in {city} voted to strike, their union said on {day}.",
        "The walkout will begin by {due} unless the company makes a better offer, it said.",
        "{a} said it had plans to keep its {k} stores supplied.",
    ),
)
OPENING = (
    (
        "{a} to open {k} stores in {city} by {due}",
        "{a} will open {k} stores in {city} by {due}, the retailer said on {day}.",
        "The retailer plans to hire {m}00 people for them.",
        "Its sales rose {n}% to ${m}.{n} billion last year.",
    ),
    (
        "{a} opens its {k} stores in {city}",
        "{a} opened {k} stores in {city} on {day}, as it had announced.",
        "About {m}00 people were hired for them, the retailer said.",
        "A spokesman said the queues on the first morning were longer than expected.",
    ),
)
RULING = (
    (
        "Regulator to rule on the {a} fees by {due}",
        "The competition regulator will rule by {due} on the fees that {a} takes from suppliers, "
        "it said on {day}.",
        "It opened the case after {k} suppliers had complained.",
        "A fine could reach ${m} million.",
    ),
    (
        "Regulator fines {a} ${m} million over fees",
        "The competition regulator fined {a} ${m} million over fees it takes from suppliers, it "
        "said on {day}.",
        "{a} said it would appeal against the ruling.",
        "The fees brought the retailer ${n} million a year.",
    ),
)
PLOTS = (TAKEOVER, STRIKE, OPENING, RULING)
VOICES = (
    "{s}", "{s}", "The news was reported by several outlets.", "People close to {a} confirmed it.",
    "Shares of {a} were little changed.", "{a} did not wish to say more.",
    "It is the largest such step in the trade this year, according to one broker.",
)  # fmt: skip
