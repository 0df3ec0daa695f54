"""What a reader does with articles at hand: watchlists, links, files, pipes."""

from __future__ import annotations

import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from briefing import plain
from briefing.desk import forms
from briefing.desk.ports import Archive
from briefing.errors import BriefingError, ConfigError
from briefing.io import files

_WATCHLIST = "watchlist"
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Watchlist:
    """A saved query: its name, its words, how many unread articles it finds."""

    name: str
    query: str
    count: int


def watchlists(archive: Archive, names: tuple[str, ...], *, now: str) -> list[Watchlist]:
    """Return the saved queries and those of the settings, with live counts."""
    saved = archive.memory.items(_WATCHLIST)
    queries = {name: f'company:"{name}"' for name in names} | saved
    return [
        Watchlist(name, query, archive.articles.count(f"({query}) is:unread", now=now))
        for name, query in sorted(queries.items(), key=lambda item: item[0].lower())
    ]


def save_watchlist(archive: Archive, name: str, query: str, *, now: str) -> None:
    """Keep a query under a name. Raises ConfigError when either is empty."""
    name = plain.line(name, 60)
    if not name or not query.strip():
        raise ConfigError("a watchlist needs a name and a query")
    archive.memory.remember(_WATCHLIST, name, plain.line(query), now=now)


def drop_watchlist(archive: Archive, name: str) -> None:
    """Forget a watchlist."""
    archive.memory.forget(_WATCHLIST, name)


def open_link(url: str, browser: str = "") -> None:
    """Open an http(s) address, with a program of the settings or the system's own."""
    if not url.lower().startswith(("http://", "https://")):
        raise ConfigError(f"{plain.line(url, 100)}: only http and https addresses are opened")
    if browser:
        # No shell: the address comes from a feed and must not be able to say anything.
        _start([*shlex.split(browser), url])
        return
    import webbrowser

    if not webbrowser.open(url):
        raise BriefingError("no browser was found", hint="set reader.browser in the settings")


def _start(command: list[str]) -> None:
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise BriefingError(f"{command[0]}: {(error.strerror or str(error)).lower()}") from error


def save(noun: forms.Noun, folder: Path, form: str = "markdown") -> Path:
    """Write a noun into a folder under a name of its own; a file that is there stays."""
    content = forms.write(noun, form)
    stem, suffix = plain.filename(title(noun)), forms.SUFFIXES[form]
    path = folder / f"{stem}{suffix}"
    for number in range(2, 1000):
        if not path.exists() or path.read_bytes() == _bytes(content):
            break
        path = folder / f"{stem}-{number}{suffix}"
    return files.write(path, content)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def title(noun: forms.Noun) -> str:
    """Return the words a file or a message is named by."""
    named = getattr(noun, "headline", "") or getattr(noun, "title", "")
    date = getattr(noun, "date", "")
    return f"{named} {date}".strip() or getattr(noun, "name", "") or "untitled"


def pipe(noun: forms.Noun, command: str, form: str = "markdown") -> str:
    """Give a noun to a command of the user on stdin; return the last line it said."""
    content = forms.write(noun, form)
    try:
        # The command is the user's own line; the noun goes only to its stdin.
        done = subprocess.run(
            command,
            shell=True,
            input=_bytes(content),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BriefingError(f"{plain.line(command, 60)}: {plain.line(str(error), 200)}") from error
    said = plain.line((done.stdout or done.stderr).decode("utf-8", "replace")[-400:])
    if done.returncode:
        raise BriefingError(f"{plain.line(command, 60)} ended with {done.returncode}: {said}")
    return said
