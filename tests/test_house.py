"""The rules of the house: arrows only down, heavy libraries at home, rooms of a human size."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "briefing"
FILES = sorted(PACKAGE.rglob("*.py"))

ALLOWED = {
    "errors": set(),
    "locations": set(),
    "plain": set(),
    "models": {"errors"},
    "wire": {"models", "errors"},
    "config": {"errors", "locations", "plain"},
    "core": {"models", "errors", "plain", "wire", "config"},
    "render": {"models", "errors", "plain", "wire"},
    "io": {"models", "errors", "plain", "wire", "config", "locations"},
    "desk": {"core", "render", "io", "models", "config", "errors", "locations", "plain", "wire"},
    "tui": {"desk", "models", "config", "errors", "plain", "locations"},
    "cli": {"desk", "tui", "models", "config", "errors", "plain", "wire", "locations"},
    "__main__": {"cli"},
}
"""What each room may import of the package; `__version__` of the root is free to all."""

HOMES = {
    "textual": ("tui",),
    "textual_serve": ("tui",),
    "textual_image": ("tui",),
    "PIL": ("tui",),
    "rich": ("tui", "cli"),
    "feedparser": ("core/feed",),
    "nh3": ("core/feed",),
    "trafilatura": ("core/page",),
    "pypdf": ("core/page",),
    "openai": ("io/llm",),
    "sqlite3": ("io/store",),
    "slack_sdk": ("io/deliver",),
    "smtplib": ("io/deliver",),
    "apprise": ("io/deliver",),
}
EAGER_AT_HOME = {"textual", "rich", "sqlite3"}
"""Libraries that their home may import at the top: it is itself imported late."""


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "root" if parts == ("__init__",) else parts[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path, *, top_only: bool = False) -> tuple[str, ...]:
    """Return the dotted names a file imports, `from a import b` as `a.b`."""
    return tuple(_imports(path, top_only=top_only))


def _imports(path: Path, *, top_only: bool) -> Iterator[str]:
    nodes = tree(path).body if top_only else list(ast.walk(tree(path)))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(path: Path) -> str:
    return str(path.relative_to(PACKAGE.parent))


def test_arrows_point_only_down() -> None:
    wrong = []
    for path in FILES:
        here = room(path)
        if here == "root":
            assert not list(imports(path))
            continue
        for name in imports(path):
            parts = name.split(".")
            inside = parts[0] == "briefing" and len(parts) > 1 and parts[1] != "__version__"
            if inside and parts[1] != here and parts[1] not in ALLOWED[here]:
                wrong.append(f"{named(path)} -> {name}")
    assert not wrong


def test_heavy_libraries_stay_at_home() -> None:
    wrong = []
    for path in FILES:
        where = path.relative_to(PACKAGE).as_posix()
        for name in imports(path):
            homes = HOMES.get(name.split(".")[0])
            if homes and not where.startswith(homes):
                wrong.append(f"{named(path)} imports {name}")
        for name in imports(path, top_only=True):
            library = name.split(".")[0]
            if library in HOMES and library not in EAGER_AT_HOME:
                wrong.append(f"{named(path)} imports {library} at the top")
    assert not wrong


def test_no_circle() -> None:
    modules = {
        ".".join(p.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): p
        for p in FILES
    }

    def target(name: str) -> str | None:
        while name and name not in modules:
            name = name.rpartition(".")[0]
        return name or None

    graph = {
        module: {t for n in imports(path) if (t := target(n)) and t != module}
        for module, path in modules.items()
    }
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail[trail.index(module) :], module))
        if module not in done:
            for other in graph[module]:
                visit(other, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_rooms_are_of_a_human_size() -> None:
    wrong = []
    for path in FILES:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > 300:
            wrong.append(f"{named(path)} has {lines} lines")
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > 60:
                    wrong.append(f"{named(path)}: {node.name} has {length} lines")
    assert not wrong


def test_every_room_and_public_function_says_what_it_is_for() -> None:
    wrong = []
    public = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for path in FILES:
        if not ast.get_docstring(tree(path)):
            wrong.append(f"{named(path)} opens without a word")
        for node in tree(path).body:
            named_so = isinstance(node, public) and not node.name.startswith("_")
            if named_so and isinstance(node, public) and not ast.get_docstring(node):
                wrong.append(f"{named(path)}: {node.name} has no docstring")
    assert not wrong


def test_names_tell_something() -> None:
    vague = ("utils", "helpers", "common", "manager", "base", "misc")
    assert not [named(path) for path in FILES if path.stem in vague]


def test_core_and_render_ask_no_clock_and_no_disk() -> None:
    banned = ("time", "os", "socket", "subprocess", "random", "threading", "requests")
    for path in FILES:
        if room(path) in ("core", "render"):
            for name in imports(path):
                assert name.split(".")[0] not in banned, f"{named(path)} imports {name}"
