"""Measure the archive: what an article costs, how fast search is, how many copies are found.

    python benchmarks/archive/measure.py search --articles 100000 --chars 2400
    python benchmarks/archive/measure.py search --articles 1000000 --chars 400
    python benchmarks/archive/measure.py copies --texts texts.jsonl
    python benchmarks/archive/measure.py processes

`copies` scores against known truth: lines of {"id", "url", "title", "text", "group"}, where texts
of one group that is not null are copies of each other. Times are CPU of this process, which other
work on the machine disturbs least; `processes` times the wall, as a reader waits.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import corpus

from briefing.desk.archive import open_archive
from briefing.desk.ports import Archive
from briefing.models import Article

ARRIVED = "2026-11-24T12:00:00Z"
_FEEDS = 500
_BATCH = 500


def fill(archive: Archive, articles: Iterable[Article]) -> tuple[int, float]:
    """Keep articles; return how many and the CPU seconds it took, making them not counted."""
    count, spent = 0, 0.0
    for batch in _cut(articles):
        items = [(a, f"https://feed{n % _FEEDS}.example/rss", None) for n, a in enumerate(batch)]
        start = time.process_time()
        archive.articles.add_many(items, arrived=ARRIVED)
        spent += time.process_time() - start
        count += len(items)
    return count, spent


def _cut(articles: Iterable[Article]) -> Iterable[list[Article]]:
    rest = iter(articles)
    while batch := list(itertools.islice(rest, _BATCH)):
        yield batch


def spread(times: list[float]) -> str:
    """Return p50 / p95 / slowest in milliseconds."""
    times = sorted(times)
    p95 = times[min(len(times) - 1, round(len(times) * 0.95))]
    return f"p50 {statistics.median(times):7.2f}  p95 {p95:7.2f}  max {times[-1]:7.2f} ms"


def timed(
    name: str, calls: Iterable[Callable[[], object]], clock: Callable[[], float] = time.process_time
) -> None:
    """Time calls and print their spread."""
    spent = []
    for call in calls:
        start = clock()
        call()
        spent.append((clock() - start) * 1000)
    print(f"  {name:<34} {spread(spent)}")


def search(folder: Path, count: int, chars: int) -> None:
    """Fill an archive (once) and time lists and searches in it."""
    archive = open_archive(folder)
    if archive.articles.count() < count:
        kept, spent = fill(archive, corpus.articles(count, chars))
        print(f"added {kept} articles: {spent / kept * 1e6:.0f} µs of CPU each")
        start = time.process_time()
        archive.articles.count("ka")
        print(f"indexed: {(time.process_time() - start) / kept * 1e6:.0f} µs of CPU each")
    size = sum(f.stat().st_size for f in folder.iterdir())
    print(f"{count} articles of {chars} characters, {size / 1e6:.0f} MB")
    known, chance = corpus.words(30_000), random.Random(9)
    draw = [known[min(29_999, int(30_000 ** chance.random()) - 1)] for _ in range(400)]
    one, common = draw[:120], known[:40]
    two = [f"{a} {b}" for a, b in zip(draw[:80], draw[80:160], strict=True)]
    mixed = one[:60] + two[:60] + [f"{w} is:unread newer:90d" for w in draw[200:240]]
    mixed += ["永辉", "门店", "辉", "百货零售", f'"{known[0]} {known[1]}"', f"title:{known[3]}"]
    find = archive.articles.headlines
    timed(
        "ranked, 50, all queries",
        [lambda q=q: find(q, order="best", limit=50, now=ARRIVED) for q in mixed],
    )
    timed("ranked, 50, common words", [lambda q=q: find(q, order="best", limit=50) for q in common])
    timed(
        "ranked with snippets",
        [lambda q=q: find(q, order="best", limit=50, snippets=True) for q in mixed[:60]],
    )
    timed("newest 50", [lambda q=q: find(q, limit=50, now=ARRIVED) for q in mixed])
    timed("count", [lambda q=q: archive.articles.count(q, now=ARRIVED) for q in mixed])
    timed("first page of 200", [lambda: find(limit=200)] * 20)
    timed("first page of unread", [lambda: find("is:unread", limit=200)] * 20)
    timed("count of unread", [lambda: archive.articles.count("is:unread")] * 20)
    timed("count of all", [lambda: archive.articles.count()] * 20)
    timed("every id", [lambda: archive.articles.ids()] * 3)
    timed("a feed's page", [lambda: find('feed:"https://feed7.example/rss"', limit=200)] * 10)
    timed("counts of feeds", [archive.feeds.counts] * 3)
    timed("per day, 90 days", [lambda: archive.articles.per_day("ka", days=90, now=ARRIVED)] * 5)
    archive.close()


def copies(folder: Path, texts: Path) -> None:
    """Keep texts whose copies are known; print recall, precision and cost."""
    archive = open_archive(folder)
    group: dict[str, object] = {}
    where: dict[str, str] = {}
    spent = 0.0
    lines = [json.loads(line) for line in texts.read_text("utf-8").splitlines()]
    for at in range(0, len(lines), _BATCH):
        some = lines[at : at + _BATCH]
        items = [
            (Article(id=x["id"], title=x["title"], text=x["text"], url=x["url"]), None, None)
            for x in some
        ]
        start = time.process_time()
        added = archive.articles.add_many(items, arrived=ARRIVED)
        spent += time.process_time() - start
        for line, kept in zip(some, added, strict=True):
            group[line["id"]], where[line["id"]] = line["group"], kept.id
    truth, found = _pairs(group), _pairs(where)
    right = len(truth & found)
    print(f"{len(lines)} texts, {len(truth)} pairs of copies, {len(found)} found")
    print(f"recall {right / max(1, len(truth)):.3f}  precision {right / max(1, len(found)):.3f}")
    print(f"{spent / len(lines) * 1e3:.3f} ms of CPU an article, keeping it included")
    archive.close()


def _pairs(named: dict[str, object]) -> set[tuple[str, str]]:
    groups: dict[object, list[str]] = defaultdict(list)
    for id, name in named.items():
        if name is not None:
            groups[name].append(id)
    return {pair for ids in groups.values() for pair in itertools.combinations(sorted(ids), 2)}


def processes(folder: Path) -> None:
    """Read while another process writes: how long does a reader wait?"""
    import multiprocessing

    archive = open_archive(folder)
    fill(archive, corpus.articles(5_000, 2_400))
    archive.articles.count("ka")
    find = archive.articles.headlines
    timed("alone: page of 200", [lambda: find(limit=200)] * 100, time.perf_counter)
    writer = multiprocessing.get_context("spawn").Process(target=_write, args=(folder,))
    writer.start()
    time.sleep(1.5)
    timed("beside a writer: page of 200", [lambda: find(limit=200)] * 200, time.perf_counter)
    print("  writer at work to the end:", writer.is_alive())
    writer.terminate()
    writer.join()
    archive.close()


def _write(folder: Path) -> None:
    archive = open_archive(folder)
    for batch in _cut(corpus.articles(200_000, 2_400, seed=11)):
        archive.articles.add_many([(a, None, None) for a in batch], arrived=ARRIVED)


def main() -> None:
    """Run the measurement that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", choices=("search", "copies", "processes"))
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--chars", type=int, default=2_400)
    parser.add_argument("--texts", type=Path, help="JSON lines with known copies")
    parser.add_argument("--folder", type=Path, help="keep the archive here, to measure again")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        if chosen.what == "search":
            search(folder, chosen.articles, chosen.chars)
        elif chosen.what == "copies":
            copies(folder, chosen.texts)
        else:
            processes(folder)


if __name__ == "__main__":
    main()
