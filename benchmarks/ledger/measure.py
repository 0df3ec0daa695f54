"""Run the ledger over chains of articles: precision and recall of the answers it proposes.

    python benchmarks/ledger/measure.py [--half dev|unseen] [--show]

A chain opens questions with one article and holds every later article against them. An answer
counts when its polarity is right; one given by an earlier article than the right one is wrong.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from briefing.core.day import ledger
from briefing.core.language import text
from briefing.models import Article, ArticleRef, Question

CHAINS = Path(__file__).parent / "chains.jsonl"


def _article(chain: str, raw: dict[str, str]) -> Article:
    return Article(
        id=f"{chain}/{raw['id']}", title=raw["title"], text=raw["text"], published=raw["date"]
    )


def _question(chain: str, raw: dict[str, str], articles: dict[str, Article]) -> Question:
    source = articles[raw["opened_by"]]
    return Question(
        id=f"{chain}:{raw['question']}",
        question=raw["question"],
        actor=raw["actor"],
        event=raw["event"],
        object=raw["object"],
        article=ArticleRef(id=source.id, title=source.title, published=source.published),
        opened=source.published or "",
    )


def run(chains: list[dict], *, crossed: bool, show: bool) -> tuple[int, int, int, int]:
    """Return right, proposed, answerable and asked; `crossed` adds every other chain's articles,
    but not those of its `family`: chains that ask the same and are answered differently."""
    everyone = [(c.get("family"), _article(c["id"], a)) for c in chains for a in c["articles"]]
    right = proposed = answerable = asked = 0
    for chain in chains:
        own = {a["id"]: _article(chain["id"], a) for a in chain["articles"]}
        ids = {a.id for a in own.values()}
        gold = {f"{chain['id']}:{q['question']}": q for q in chain["questions"]}
        known = {k: _question(chain["id"], q, own) for k, q in gold.items()}
        kin = chain.get("family")
        others = [a for f, a in everyone if a.id not in ids and (kin is None or f != kin)]
        stream = [*own.values(), *(others if crossed else ())]
        for article in sorted(stream, key=lambda a: a.published or ""):
            live = list(known.values())
            now = article.published or ""
            for q in ledger.answer(live, article, text.sentences(article.text), now=now):
                known[q.id] = q
        for key, q in known.items():
            want = gold[key]["answer"]
            source = f"{chain['id']}/{gold[key].get('by_article')}"
            asked += 1
            answerable += want is not None
            good = q.answer and q.answer.polarity == want and q.answer.article.id == source
            proposed += q.answer is not None
            right += bool(good)
            if show and not (good or (q.answer is None and want is None)):
                said = f"{q.answer.polarity}: {q.answer.sentence}" if q.answer else "nothing"
                print(f"  {q.question}\n     want {want} ({source}), said {said}")
    return right, proposed, answerable, asked


def main() -> None:
    """Print precision and recall for the chosen half, alone and with all articles mixed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--half", choices=["dev", "unseen"])
    options.add_argument("--show", action="store_true")
    options.add_argument("--chains", type=Path, default=CHAINS)
    given = options.parse_args()
    chains = [json.loads(line) for line in given.chains.read_text().splitlines() if line.strip()]
    chains = [c for c in chains if given.half in (None, c["half"])]
    for crossed in (False, True):
        right, proposed, answerable, asked = run(chains, crossed=crossed, show=given.show)
        print(
            f"{'all articles mixed' if crossed else 'own chain'}: {asked} questions, "
            f"{answerable} answerable, precision {right / max(1, proposed):.3f} "
            f"({right}/{proposed}), recall {right / max(1, answerable):.3f}"
        )


if __name__ == "__main__":
    main()
