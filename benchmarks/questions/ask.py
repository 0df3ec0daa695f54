"""A filter for the measuring kit: JSON lines {"id", "title", "text"} in, questions out.

python benchmarks/questions/ask.py < articles.jsonl > questions.jsonl
"""

from __future__ import annotations

import json
import sys

from briefing.core.card import questions
from briefing.core.language import text
from briefing.models import Article


def main() -> None:
    """Answer each line of standard input with its questions."""
    for line in sys.stdin:
        record = json.loads(line)
        article = Article(
            id=record["id"],
            title=record.get("title") or "",
            text=record["text"].replace("\n", "\n\n"),
            published=record.get("published"),
        )
        found = questions.watch(article, text.sentences(article.text))
        print(json.dumps({"id": record["id"], "questions": [w.question for w in found]}))


if __name__ == "__main__":
    main()
