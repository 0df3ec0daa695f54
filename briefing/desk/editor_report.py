"""What a run would send, and whether the model's server is fit for it: words, not guesses."""

from __future__ import annotations

import time
from collections.abc import Sequence

from briefing.core.card import offline
from briefing.core.prompting import chunks, forms, injection, messages, tokens
from briefing.core.prompting.tokens import Spent
from briefing.desk import editor_card
from briefing.desk.cancelling import never
from briefing.desk.editor_model import Writer
from briefing.desk.editor_talk import Question, anything, in_time
from briefing.errors import BriefingError, ModelError
from briefing.io import prompts as files
from briefing.io.llm import addresses
from briefing.models import Article

Row = tuple[str, bool, str]
_SAMPLE = (
    "A grocer said on Monday that it will open 12 stores in Leeds by June.",
    "The company declined to say how many people it will hire.",
    "Its shares rose 3% after the announcement.",
)
_FILLER = "The branch in street number {n} keeps {n} baskets and opens at eight in the morning."
_LONG = 150  # filler sentences: about 3,500 tokens, more than the smallest default contexts
_WORDS = {
    "json_schema": "keeps to a strict JSON schema",
    "json_object_schema": "writes JSON of a given schema",
    "json_object": "writes JSON",
    "prompt": "writes JSON when asked to",
    "lines": "writes labelled lines",
}


def plan(writer: Writer, articles: Sequence[Article]) -> str:
    """Return what a run over these articles would send, and what it would cost at most."""
    order = editor_card.Commission(
        prompts=writer.prompts,
        model=writer.config.name,
        language=writer.config.language,
        reply_tokens=writer.config.max_output_tokens,
        others={},
    )
    space, total, lines = editor_card.room(writer.talk, order), Spent(), []
    prompt = messages.instructions(forms.CARD, "json", writer.prompts.card, writer.config.language)[
        "content"
    ]
    for article in articles:
        if writer.cache.card(article, writer.key(article)):
            lines.append(f"  kept      {article.title or article.id}")
            continue
        sentences = offline.card(article).sentences
        withheld = injection.withheld(article.text, sentences)
        size = sum(map(chunks.cost, sentences))
        parts = 0 if size <= space else len(chunks.parts(sentences, space, frozenset()))
        calls = parts + 1
        need = Spent(
            tokens.likely(prompt) + size + parts * 600,
            calls * writer.config.max_output_tokens,
            calls,
        )
        total = total.plus(need)
        note = f", {len(withheld)} withheld" if withheld else ""
        lines.append(
            f"  {calls} call{'s' if calls > 1 else ''}    {article.title or article.id}: "
            f"{len(sentences)} sentences{note}, about {need.input:,} tokens in, "
            f"up to {need.output:,} out"
        )
    money = writer.budget.cost(total)
    own = files.own()
    head = [
        f"model {writer.config.name} at {addresses.shown(writer.model.url)}",
        f"prompts {' '.join(writer.prompts.fingerprints)}"
        + (f" (your own: {', '.join(own)})" if own else ""),
        *lines,
        f"in all {total.calls} calls, about {total.input:,} tokens in, up to {total.output:,} out"
        + (f", up to {money:.4f} at your prices" if money else ""),
    ]
    return "\n".join(head)


def doctor(writer: Writer) -> list[Row]:
    """Try the server with three small calls; return a row for each, the failures with advice."""
    where = f"{writer.config.name} at {addresses.shown(writer.model.url)}"
    rows = [_reachable(writer, where)]
    if not rows[0][1]:
        return rows
    rows.append(_form(writer))
    if rows[-1][1]:
        rows.append(_context(writer))
    writer.remember()
    return rows


def _reachable(writer: Writer, where: str) -> Row:
    try:
        names = writer.model.models(until=in_time(min(15.0, writer.config.deadline)))
    except ModelError as error:
        if error.kind in ("auth", "network", "deadline", "quota"):
            return "model", False, f"{where}: {error.line()}"
        return "model", True, f"{where}: answers, but does not list its models"
    if names and writer.config.name not in names:
        some = ", ".join(names[:6])
        return "model", True, f"{where}: reachable; not among the models listed ({some})"
    return "model", True, f"{where}: reachable, the model is there"


def _asked(writer: Writer, sentences: Sequence[str], *, stream: bool) -> float:
    """Ask for the important sentences of these; return the seconds it took."""
    job = writer.job(never, stream=stream)
    source = messages.source("A test", sentences, mark=job.mark)
    question = Question(
        forms.KEEP, writer.prompts.sections.text, source, anything, writer.prompts.follow_up.text
    )
    began = time.monotonic()
    for _ in writer.talk.ask(question, job):
        pass
    return time.monotonic() - began


def _form(writer: Writer) -> Row:
    try:
        seconds = _asked(writer, _SAMPLE, stream=True)
    except BriefingError as error:
        return "form", False, error.line()
    known = writer.model.abilities
    words = _WORDS[known.rung]
    if known.dropped:
        words += f"; does not take {', '.join(known.dropped)}"
    if not known.streams:
        words += "; does not stream"
    return "form", True, f"{words}; a short reply took {seconds:.1f} s"


def _context(writer: Writer) -> Row:
    filler = [_FILLER.format(n=n) for n in range(1, _LONG + 1)]
    own = sum(map(chunks.cost, filler))
    try:
        seconds = _asked(writer, filler, stream=False)
    except ModelError as error:
        if error.kind == "context":
            return "context", True, f"short: {error.line()}; long articles are read in parts"
        return "context", False, error.line()
    except BriefingError as error:
        return "context", False, error.line()
    speed = own / seconds if seconds else 0.0
    return "context", True, f"about {own:,} tokens were read, {speed:,.0f} a second"
