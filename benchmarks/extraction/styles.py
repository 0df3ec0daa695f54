"""Page dumps made of an HTML page, as browsers and text browsers make them: to learn from."""

from __future__ import annotations

import hashlib
import textwrap

from briefing.core.page import blocks, tree


def dumps(html: str) -> dict[str, str]:
    """Return a page as text: a block a line, wrapped at 78 columns, a text node a line."""
    root = tree.parse(html)
    if root is None:
        return {}
    rows = [b.text for b in blocks.blocks(root)]
    for element in list(root.iter(*blocks.SKIPPED)):
        if element.getparent() is not None:
            element.drop_tree()
    return {
        "blocks": "\n\n".join(rows),
        "wrapped": "\n\n".join("\n".join(textwrap.wrap(r, 78)) for r in rows),
        "nodes": "\n".join(" ".join(t.split()) for t in root.itertext() if t.strip()),
    }


def others(html: str, style: str, name: str, most: int = 2) -> list[str]:
    """Return dumps of a page in styles other than the one it is kept in, chosen by its name."""
    made = {k: v for k, v in dumps(html).items() if k != style}
    order = sorted(made, key=lambda k: hashlib.md5((name + k).encode()).hexdigest())
    return [made[k] for k in order[:most]]
