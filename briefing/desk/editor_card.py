"""One card by a model: read whole or in parts, written, held against the article, mended once.

What fails the check is asked for once more with the finding quoted; what fails again is left out,
a headline or lede is taken from the offline card; too little left is a ModelError (grounding).
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace

from briefing.core.prompting import (
    abroad,
    chunks,
    forms,
    messages,
    reply,
    tokens,
)
from briefing.desk.editor_check import Standard
from briefing.desk.editor_talk import Answer, Job, Question, Talk, anything, drained
from briefing.errors import ModelError
from briefing.io.prompts import Prompt
from briefing.models import Article, Card

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
    language: str
    reply_tokens: int
    others: Mapping[str, set[str]]


def write(
    talk: Talk, article: Article, base: Card, order: Commission, job: Job
) -> Generator[str, None, Card]:
    """Yield the reply so far while it streams; return the checked card. Raises ModelError."""
    standard = Standard.of(article, base, order.language)
    withheld = standard.evidence.withheld
    about = abroad.RULE if standard.abroad else ""
    for reading in range(_READINGS + 1):
        try:
            chosen = _chosen(talk, article, base, order, job, withheld)
            source = messages.source(
                article.title, base.sentences, mark=job.mark, numbers=chosen, withheld=withheld,
                about=about,
            )  # fmt: skip
            question = Question(
                forms.CARD, order.prompts.card, source, standard.judge(order.others),
                order.prompts.follow_up.text,
            )  # fmt: skip
            answer = yield from talk.ask(question, job)
            break
        except ModelError as error:
            if error.kind != "context" or reading == _READINGS:
                raise
            _shrink(talk, error)
    made = reply.card(
        answer.data,
        base,
        standard.evidence,
        model=order.model,
        prompt=order.prompts.summary.fingerprint,
    )
    made = _mended(talk, made, standard, answer, question, job)
    return replace(standard.published(made), usage=job.tally.usage)


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
    talk: Talk, made: Card, standard: Standard, answer: Answer, question: Question, job: Job
) -> Card:
    """Ask once more for the statements the check blocks; the findings are quoted."""
    said = reply.texts(made)
    found: dict[str, str] = {}
    for finding in standard.blocks(made):
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
    return reply.corrected(made, claims, standard.evidence)


def _name(claim: str) -> str:
    return claim.strip().removesuffix(".text").removesuffix(".question")
