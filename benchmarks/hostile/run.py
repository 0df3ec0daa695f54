"""Hostile files through every output: what comes in harmful must come out harmless.

python benchmarks/hostile/run.py FOLDER      FOLDER holds index.json and the files it names

`index.json`: {"files": [{"id", "file", "kind", "check": {...}}]}; a check may ask for `contains`,
`absent`, `title`, `min_items`, `max_added`, `ingest_ok`, `ingest_error`, `cpu_s`, `rss_mb`. Each
file is read in a process of its own and written in every form; one line a failure, then a sum.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FORMS = ("markdown", "text", "html", "json", "slack", "eml", "atom")
START_UP = 1.6  # CPU seconds that imports and an empty briefing may cost beside the file itself
RAW = [chr(c) for c in (*range(9), *range(11, 32), *range(127, 160))]


def outputs(path: Path, kind: str) -> dict[str, Any]:
    """Read one file with the product and return what each output holds."""
    from briefing import config
    from briefing.desk.desk import Desk
    from briefing.desk.events import FeedFollowed, SourceRefused
    from briefing.errors import BriefingError

    with tempfile.TemporaryDirectory() as data:
        desk = Desk(config.load(flags={"data": data, "offline": True}), now="2026-11-23")
        if kind == "opml":
            try:
                events = list(desk.import_feeds(str(path), fetch=False))
            except BriefingError as error:
                return {"error": error.line()}
            refused = [e.error.line() for e in events if isinstance(e, SourceRefused)]
            added = [e.url for e in events if isinstance(e, FeedFollowed) and not e.known]
            return {"added": len(added), "texts": {"list": desk.export_feeds()}, "said": refused}
        if kind in ("feed", "jsonfeed"):
            from briefing.core.feed import parse
            from briefing.io import files

            try:
                parse.feed(files.read(path))
            except BriefingError as error:
                return {"error": error.line()}
        try:
            found = list(desk.readable([str(path)]))
        except BriefingError as error:
            return {"error": error.line()}
        articles = [a for a in found if not isinstance(a, SourceRefused)]
        refused = [r.error.line() for r in found if isinstance(r, SourceRefused)]
        if not articles:
            return {"error": "; ".join(refused) or "nothing readable"}
        texts = {"titles": "\n".join(a.title for a in articles)}
        texts["articles"] = "\n".join(desk.render(a, "text") for a in articles)
        texts["article markdown"] = "\n".join(desk.render(a, "markdown") for a in articles)
        issue = list(desk.brief(sources=[str(path)]))[-1]
        for form in FORMS:
            texts[form] = desk.render(issue, form)
        list(desk.add([str(path)]))
        texts["search"] = "\n".join(h.title + h.snippet for h in desk.headlines(snippets=True))
        names = [str(desk.save_markdown(a, Path(data) / "out").name) for a in articles[:20]]
        texts["names"] = "\n".join(names)
        return {"texts": texts, "titles": [a.title for a in articles], "said": refused}


def faults(check: dict[str, Any], made: dict[str, Any], cpu: float, rss: float) -> list[str]:
    """Return what is wrong with one file's outputs."""
    found = []
    error, texts = made.get("error"), made.get("texts", {})
    if error and (check.get("ingest_ok") or check.get("contains") or check.get("title")):
        found.append(f"refused: {error}")
    if check.get("ingest_error") and not error and not made.get("said"):
        found.append("taken, and should have been refused")
    if not error and len(made.get("titles", ())) < check.get("min_items", 0):
        found.append(f"{len(made['titles'])} items of {check['min_items']}")
    if made.get("added", 0) > check.get("max_added", 10**9):
        found.append(f"{made['added']} added")
    if (wanted := check.get("contains")) and not error:
        whole = " ".join(texts["articles"].split())
        if wanted not in whole:
            found.append(f"{wanted!r} is lost")
    if (title := check.get("title")) and not error and title not in made["titles"]:
        found.append(f"title is {made['titles'][:1]}")
    for name, text in texts.items():
        if name == "eml":
            # The headers alone: the delivery tests read whole messages back.
            text = text.replace("\r\n", "\n").split("\n\n")[0]
        for word in check.get("absent", ()):
            bad = word.encode().decode("unicode_escape") if "\\" in word else word
            if len(bad) > 1 and name in ("html", "eml", "atom") and bad.startswith("<"):
                text = text.split("</style>")[-1]
            if bad in text and not _escaped(bad, name, text):
                found.append(f"{word!r} in {name}")
        if control := [c for c in RAW if c in text]:
            found.append(f"control character {control[0]!r} in {name}")
    if cpu > check.get("cpu_s", 10) + START_UP:
        found.append(f"{cpu:.1f} s of CPU")
    if rss > check.get("rss_mb", 10**6) + 150:
        found.append(f"{rss:.0f} MB")
    return found


def _escaped(bad: str, form: str, text: str) -> bool:
    """Say whether an address stands only as words: no link, no attribute."""
    if not bad.endswith(":") and "//" not in bad:
        return False
    active = (f'href="{bad}', f"]({bad}", f"<{bad}", f'src="{bad}')
    return form not in ("names",) and not any(a.lower() in text.lower() for a in active)


def measure(folder: Path) -> int:
    """Run every file and print the faults; return the exit code."""
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    failed = 0
    for row in index["files"]:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, __file__, "--one", str(folder / row["file"]), row["kind"]]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
            made = json.loads(done.stdout) if done.returncode == 0 else None
        except subprocess.TimeoutExpired:
            made = None
            done = subprocess.CompletedProcess(command, 1, "", "timed out")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if made is None:
            wrong = [f"crash: {(done.stderr.strip().splitlines() or ['no word'])[-1]}"]
        else:
            wrong = faults(row["check"], made, cpu, made.pop("rss", 0.0))
        if wrong:
            failed += 1
            print(f"{row['id']}: {'; '.join(wrong[:5])}", flush=True)
    print(f"{len(index['files']) - failed} passed, {failed} failed")
    return 1 if failed else 0


def main() -> int:
    """Run the folder of the command line, or one file for it."""
    if sys.argv[1:2] == ["--one"]:
        made = outputs(Path(sys.argv[2]), sys.argv[3])
        made["rss"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(made))
        return 0
    return measure(Path(sys.argv[1]))


if __name__ == "__main__":
    sys.exit(main())
