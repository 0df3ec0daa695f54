"""One card by a model: read whole or in parts, written, held against the article, mended once.

What fails the check is asked for once more with the finding quoted; what fails again is left out,
a headline or lede is taken from the offline card; too little left is a ModelError (grounding).
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing.core.card import ground
from briefing.core.language import text as words_of
from briefing.core.prompting import chunks, crosswire, forms, injection, messages, reply, strict, tokens
from briefing.core.prompting.reply import Evidence
from briefing.desk.editor_talk import Answer, Job, Judge, Question, Talk, anything, drained
from briefing.errors import ModelError
from briefing.io.prompts import Prompt
from briefing.models import Article, Card, Finding, Point, Usage

_CONTEXT = 24_000  # tokens a server is taken to read as long as it has not said otherwise
_MARGIN = 400
_READINGS = 2  # times an article is cut smaller because the context was too short


@dataclass(frozen=True)
class Prompts:
    """The prompt texts a card needs."""

    summary: Prompt
    questions: Prompt
    follow_up: Prompt
    sections: Prompt

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """Return the fingerprints of all of them."""
        parts = (self.summary, self.questions, self.follow_up, self.sections)
        return tuple(p.fingerprint for p in parts)

    @property
    def card(self) -> str:
        """Return the prompt of a card."""
        return f"{self.summary.text}\n{self.questions.text}"


@dataclass(frozen=True)
class Commission:
    """What a card is written with: prompts, the model's name and reply length, and the articles
    under way beside this one (word bags by title), for which an answer might be meant."""

    prompts: Prompts
    model: str
    reply_tokens: int
    others: Mapping[str, set[str]]


def write(
    talk: Talk, article: Article, base: Card, order: Commission, job: Job
) -> Generator[str, None, Card]:
    """Yield the reply so far while it streams; return the checked card. Raises ModelError."""
    withheld = injection.withheld(base.sentences)
    evidence = Evidence(base.sentences, _title(article), withheld)
    for reading in range(_READINGS + 1):
        try:
            chosen = _chosen(talk, article, base, order, job, withheld)
            source = messages.source(
                article.title, base.sentences, mark=job.mark, numbers=chosen, withheld=withheld
            )
            question = Question(
                forms.CARD, order.prompts.card, source, _judge(base, evidence, order),
                order.prompts.follow_up.text,
            )  # fmt: skip
            answer = yield from talk.ask(question, job)
            break
        except ModelError as error:
            if error.kind != "context" or reading == _READINGS:
                raise
            _shrink(talk, error)
    made = reply.card(
        answer.data, base, evidence, model=order.model, prompt=order.prompts.summary.fingerprint
    )
    plain = _without(article, withheld, base)
    made = _mended(talk, made, plain, answer, question, evidence, job)
    card = _published(made, base, plain)
    spent = job.tally.spent
    return replace(card, usage=Usage(input_tokens=spent.input, output_tokens=spent.output))


def _title(article: Article) -> str:
    return "" if injection.addressed_to_machine(article.title) else article.title


def _judge(base: Card, evidence: Evidence, order: Commission) -> Judge:
    def judge(data: dict[str, Any]) -> None:
        made = reply.card(data, base, evidence, model="", prompt="")
        if made.headline == base.headline and made.lede == base.lede and not made.points:
            raise ValueError("nothing in the reply can be used: no statement without markup")
        said = [made.headline, made.lede.text, *(p.text for p in made.points)]
        if reason := crosswire.foreign(said, base.sentences, order.others):
            raise ValueError(reason)

    return judge


def _without(article: Article, withheld: frozenset[int], base: Card) -> Article:
    """Return the article the check may take as evidence: without what was withheld."""
    if not withheld and _title(article) == article.title:
        return article
    kept = [s for i, s in enumerate(base.sentences) if i not in withheld]
    return replace(article, title=_title(article), text="\n\n".join(kept))


# ------------------------------------------------------------------ long articles


def room(talk: Talk, order: Commission) -> int:
    """Return the tokens an article may have in one call."""
    context = talk.model.abilities.context or _CONTEXT
    head = messages.instructions(forms.CARD, "json", order.prompts.card, "en")["content"]
    ratio = max(1.0, talk.model.abilities.ratio)
    free = (context - order.reply_tokens - _MARGIN) / ratio - tokens.likely(head)
    return max(300, int(free))


def _chosen(
    talk: Talk, article: Article, base: Card, order: Commission, job: Job, withheld: frozenset[int]
) -> list[int] | None:
    """Return the sentences to write from: None for all, else those its parts were found to need."""
    sentences, space = base.sentences, room(talk, order)
    if sum(map(chunks.cost, sentences)) <= space:
        return None
    kept = []
    runs = chunks.parts(sentences, space, chunks.starts(article.text, sentences))
    for number, part in enumerate(runs):
        source = messages.source(
            article.title, sentences, mark=job.mark, numbers=part, withheld=withheld,
            about=f"Part {number + 1} of {len(runs)}.",
        )  # fmt: skip
        question = Question(
            forms.KEEP, order.prompts.sections.text, source, anything, order.prompts.follow_up.text
        )
        kept.append(_named(talk, question, part, job))
    wanted = [i for p in (base.lede, *base.points) for i in p.evidence]
    wanted += [i for number in base.numbers for i in number.evidence]
    return chunks.chosen(kept, sentences, space, wanted)


def _named(talk: Talk, question: Question, part: range, job: Job) -> list[int]:
    """Return the sentences of a part that a model names; none where its reply is of no use."""
    try:
        answer = drained(talk.ask(question, replace(job, stream=False)))
    except ModelError as error:
        if error.kind not in ("schema", "length", "refusal"):
            raise
        return []
    return [i for i in answer.data["keep"] if i in part][: chunks.KEEP]


def _shrink(talk: Talk, error: ModelError) -> None:
    """Remember a context that was too long for the server: what it named, or half of ours."""
    from briefing.io.llm import faults

    named = faults.context_length(error)
    known = talk.model.abilities.context
    if named and named != known:
        talk.model.learn(lambda a: replace(a, context=named))
    elif "read only" not in str(error):
        talk.model.learn(lambda a: replace(a, context=(known or _CONTEXT) // 2))


# ------------------------------------------------------------------ the check


def _mended(
    talk: Talk, made: Card, article: Article, answer: Answer, question: Question,
    evidence: Evidence, job: Job,
) -> Card:  # fmt: skip
    """Ask once more for the statements the check blocks; the findings are quoted."""
    said = reply.texts(made)
    found: dict[str, str] = {}
    for finding in _blocks(made, article):
        if finding.claim in said:
            found.setdefault(finding.claim, f"{finding.code}: {finding.detail}")
    if not found:
        return made
    shape: messages.Shape = "lines" if answer.rung == "lines" else "json"
    more = messages.unfounded(
        answer.text,
        [(name, said[name], why) for name, why in found.items()],
        forms.FIX,
        shape,
        question.follow_up,
    )
    again = replace(question, form=forms.FIX, judge=anything)
    try:
        better = talk.follow(answer, again, more, replace(job, stream=False))
    except ModelError as error:
        if error.kind == "cancelled":
            raise
        return made
    if better is None:
        return made
    claims = [c for c in better.data["claims"] if _name(c["claim"]) in found]
    return reply.corrected(made, claims, evidence)


def _name(claim: str) -> str:
    return claim.strip().removesuffix(".text").removesuffix(".question")


def _blocks(made: Card, article: Article) -> list[Finding]:
    """Return what may not be published: the grounding check's blocks, and a stricter rule's."""
    found = [f for f in ground.check(made, article).findings if f.severity == "block"]
    return found + strict.findings(made)


def _published(made: Card, base: Card, article: Article) -> Card:
    """Return the card without what is not borne out. Raises ModelError when too little is left."""
    blocked = {f.claim for f in _blocks(made, article)}
    said = [n for n in reply.texts(made) if n == "headline" or n == "lede" or n[:6] == "points"]
    good = [n for n in said if n not in blocked]
    points = [p for i, p in enumerate(made.points) if f"points[{i}]" not in blocked]
    if len(points) < min(2, max(1, len(base.points))) or len(good) * 2 < len(said):
        raise ModelError(
            f"of the model's {len(said)} statements the article bears out {len(good)}",
            kind="grounding",
        )
    made = replace(
        made,
        headline=base.headline if "headline" in blocked else made.headline,
        lede=base.lede if "lede" in blocked else made.lede,
        points=tuple(points),
        why=None if "why" in blocked else made.why,
    )
    return ground.publish(replace(made, points=_new(made)), article)


def _new(card: Card) -> tuple[Point, ...]:
    """Return the points that do not say the lede again: it may not be the model's own."""
    lede = set(words_of.content_words(card.lede.text))
    return tuple(
        p for p in card.points if words_of.jaccard(lede, set(words_of.content_words(p.text))) <= 0.7
    )
