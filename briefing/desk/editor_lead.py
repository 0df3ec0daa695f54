"""The top line of a briefing by a model: one sentence over the day's stories, held against them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from briefing.core.card import ground
from briefing.core.prompting import forms, injection, messages
from briefing.core.prompting.evidence import Evidence, clean
from briefing.desk import editor_cache
from briefing.desk.editor_model import Writer
from briefing.desk.editor_talk import Judge, Question, drained
from briefing.errors import ModelError
from briefing.io import prompts as files
from briefing.io.llm import addresses
from briefing.models import Briefing, Usage

_MOST_WORDS = 34
_LONGEST = 300
_KEPT_FAILURES = ("schema", "refusal", "length", "grounding")


def lead(writer: Writer, briefing: Briefing, cancelled: Callable[[], bool]) -> Briefing:
    """Return the briefing with the model's top line; its own where none is borne out.

    Raises ModelError or ConfigError when no model could be asked.
    """
    prompt = files.load("lead")
    sentences = _sentences(briefing)
    key = editor_cache.key(
        writer.config, addresses.shown(writer.model.url), [prompt.fingerprint],
        forms.LEAD.schema, *sentences,
    )  # fmt: skip
    kept = writer.cache.line(key)
    if kept is None:
        kept = json.dumps(_asked(writer, prompt.text, sentences, cancelled), ensure_ascii=False)
        writer.cache.keep_line(key, kept)
    row: dict[str, Any] = json.loads(kept)
    told = counted(briefing, Usage(input_tokens=row["input"], output_tokens=row["output"]))
    if not row["text"]:
        return told
    return replace(
        told, top_line=row["text"], made_by=writer.config.name, prompt=prompt.fingerprint
    )


def counted(briefing: Briefing, own: Usage | None = None) -> Briefing:
    """Return the briefing with who made it and the tokens of its cards (and of its top line)."""
    made = [s.card for s in briefing.stories]
    by = next((c.made_by for c in made if c.made_by != "offline"), briefing.made_by)
    parts = [c.usage for c in made] + ([own] if own else [])
    usage = Usage(
        input_tokens=sum(u.input_tokens for u in parts),
        output_tokens=sum(u.output_tokens for u in parts),
    )
    return replace(briefing, made_by=by, usage=usage)


def _sentences(briefing: Briefing) -> list[str]:
    rows = []
    for story in briefing.stories:
        rows.append(story.headline.rstrip(".") + ".")
        rows.append(story.card.lede.text)
    return rows


def _asked(
    writer: Writer, prompt: str, sentences: Sequence[str], cancelled: Callable[[], bool]
) -> dict[str, Any]:
    """Ask for the line; an empty text says that none was borne out."""
    job = writer.job(cancelled)
    evidence = Evidence(sentences, "", injection.withheld("", sentences))
    source = messages.source("", sentences, mark=job.mark, withheld=evidence.withheld)
    question = Question(forms.LEAD, prompt, source, _judge(evidence), writer.prompts.follow_up.text)
    try:
        answer = drained(writer.talk.ask(question, job))
        text = clean(answer.data["text"], evidence, _LONGEST)
    except ModelError as error:
        if error.kind not in _KEPT_FAILURES:
            raise
        text = ""
    finally:
        writer.remember()
    return {"text": text, "input": job.tally.spent.input, "output": job.tally.spent.output}


def _judge(evidence: Evidence) -> Judge:
    def judge(data: dict[str, Any]) -> None:
        text = clean(data["text"], evidence, _LONGEST)
        if not text:
            raise ValueError("the line holds a link, a mention or markup, or is too long")
        if len(text.split()) > _MOST_WORDS:
            raise ValueError(f"the line has {len(text.split())} words; at most 30 are wanted")
        cited = evidence.cited(text, data["evidence"])
        for finding in ground.findings_on(text, cited, evidence.sentences):
            if finding.severity == "block":
                raise ValueError(f"{finding.code}: {finding.detail}")

    return judge
