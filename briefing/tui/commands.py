"""Every command of the reader, declared once: keys, footer, palette and help are made from this.

A command is carried out by the method `do_<name>` (with `_` for `-`) of the focused pane or of
the nearest thing around it that has one. `places` are the panes where its keys work; the same
key may mean two things in two places, never in one. Keys bear Textual's names.
"""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """One thing a reader can ask for. `hint` is its word in the footer, empty to leave it out."""

    name: str
    keys: tuple[str, ...]
    help: str
    places: tuple[str, ...]
    group: str
    hint: str = ""


EVERYWHERE = ("everywhere",)
PANE = ("pane",)  # every pane one can move in
TEXT = ("list", "stories", "article", "card")  # there is an article at hand

_MOVE = "Moving"
_READ = "Reading"
_KEEP = "Marking and keeping"
_FIND = "Finding"
_SEND = "Sending"
_ROOM = "Rooms"
_FEED = "Feeds and new texts"
_WATCH = "Ledger"
_APP = "The app"

COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "one down", PANE, _MOVE, "move"),
    Command("up", ("k", "up"), "one up", PANE, _MOVE),
    Command("page-down", ("pagedown", "ctrl+f"), "a page down", PANE, _MOVE),
    Command("page-up", ("pageup", "ctrl+b"), "a page up", PANE, _MOVE),
    Command("first", ("g", "home"), "to the top", PANE, _MOVE),
    Command("last", ("G", "end"), "to the bottom", PANE, _MOVE),
    Command("open", ("enter", "l", "right"), "open what is under the cursor", PANE, _MOVE, "open"),
    Command("back", ("q", "escape", "h", "left"), "back; at Today: quit", EVERYWHERE, _MOVE),
    Command("next-pane", ("tab",), "to the next pane", EVERYWHERE, _MOVE),
    Command("previous-pane", ("shift+tab",), "to the pane before", EVERYWHERE, _MOVE),
    Command("space", ("space",), "a page on, then the next unread article", TEXT, _READ, "on"),
    Command("next-unread", ("n",), "next unread article", TEXT, _READ),
    Command("previous-unread", ("p",), "unread article before", TEXT, _READ),
    Command("card", ("c",), "card beside the article, or hide it", TEXT, _READ, "card"),
    Command("full-text", ("x",), "fetch the full text of this article", TEXT, _READ),
    Command("browser", ("o",), "open in the browser", TEXT, _READ),
    Command("browser-read", ("O",), "open in the browser and mark read", TEXT, _READ),
    Command("links", ("u",), "number the links, then a digit opens one", TEXT, _READ),
    Command("versions", ("v",), "earlier versions and other sources", TEXT, _READ),
    Command("picture", ("i",), "look at the article's picture", TEXT, _READ),
    Command("zen", ("Z",), "nothing but the text, or everything again", EVERYWHERE, _READ),
    Command("star", ("s",), "star, or take the star away", TEXT, _KEEP, "star"),
    Command("toggle-read", ("m", "N"), "read, or unread again", TEXT, _KEEP),
    Command("read-listed", ("A",), "mark all in this list read", EVERYWHERE, _KEEP),
    Command("read-all", ("C",), "mark everything read", EVERYWHERE, _KEEP),
    Command("tag", ("t",), "tags: words to add, -word to take away", TEXT, _KEEP),
    Command("delete", ("D",), "remove this article", TEXT, _KEEP),
    Command("undo", ("z", "ctrl+z"), "undo the last change", EVERYWHERE, _KEEP),
    Command("save", ("S",), "save as Markdown", (*TEXT, "past"), _KEEP),
    Command("copy", ("y",), "copy the link", TEXT, _KEEP),
    Command("copy-text", ("Y",), "copy the text or the card", TEXT, _KEEP),
    Command("search", ("/",), "search as you type", EVERYWHERE, _FIND, "search"),
    Command("filter", ("F",), "narrow this list by a query", EVERYWHERE, _FIND),
    Command("watchlist", ("w",), "keep this search as a watchlist", EVERYWHERE, _FIND),
    Command("show-all", ("1",), "show all", ("list", "sources"), _FIND),
    Command("show-unread", ("2",), "show unread only", ("list", "sources"), _FIND),
    Command("show-starred", ("3",), "show starred only", ("list", "sources"), _FIND),
    Command("order", ("f",), "newest first, or best match first", ("list", "sources"), _FIND),
    Command("drop-watchlist", ("d",), "drop this watchlist", ("sources",), _FIND),
    Command("command-line", (":",), "command or query line", EVERYWHERE, _FIND),
    Command("send", ("e",), "send by e-mail", (*TEXT, "past"), _SEND, "e-mail"),
    Command("slack", ("!",), "send to Slack", (*TEXT, "past"), _SEND, "slack"),
    Command("pipe", ("|",), "pipe to a command", (*TEXT, "past"), _SEND),
    Command("brief", ("b",), "write the briefing of today now", EVERYWHERE, _SEND, "brief"),
    Command("today", ("T", "f2"), "Today: the stories of the day", EVERYWHERE, _ROOM),
    Command("library", ("L", "f3"), "Library: sources, headlines, text", EVERYWHERE, _ROOM),
    Command("briefings", ("B", "f4"), "Briefings: past days", EVERYWHERE, _ROOM),
    Command("ledger", ("W", "f5"), "Ledger: open questions", EVERYWHERE, _ROOM),
    Command("health", ("H", "f6"), "Feeds: which are well, which are ill", EVERYWHERE, _ROOM),
    Command("add", ("a",), "add: a link, a text, a file, a feed", EVERYWHERE, _FEED, "add"),
    Command("import", ("I",), "import OPML or newsboat feeds", EVERYWHERE, _FEED),
    Command("refresh", ("r",), "fetch the feeds that are due", EVERYWHERE, _FEED),
    Command("refresh-all", ("R",), "fetch all feeds", EVERYWHERE, _FEED),
    Command("show-new", ("ctrl+n",), "show the articles that arrived", EVERYWHERE, _FEED),
    Command("stop", ("X",), "stop what is running", EVERYWHERE, _FEED),
    Command("retry", ("r",), "fetch this feed again", ("feeds",), _FEED, "retry"),
    Command("unfollow", ("u",), "stop following this feed", ("feeds",), _FEED, "unfollow"),
    Command("find-new", ("f",), "find its new address", ("feeds",), _FEED, "find address"),
    Command("confirm", ("y",), "confirm the answer", ("questions",), _WATCH, "confirm"),
    Command("reject", ("n",), "reject the answer: the question is open", ("questions",), _WATCH),
    Command("answer-yes", ("Y",), "answer it yourself: yes", ("questions",), _WATCH),
    Command("answer-no", ("N",), "answer it yourself: no", ("questions",), _WATCH),
    Command("drop", ("d",), "drop the question", ("questions",), _WATCH, "drop"),
    Command("snooze", ("s",), "put it off for a month", ("questions",), _WATCH, "later"),
    Command("edit", ("e",), "reword the question", ("questions",), _WATCH, "reword"),
    Command("next-state", ("t",), "open, due, answered, expired", ("questions",), _WATCH, "state"),
    Command("help", ("?", "f1"), "this help", EVERYWHERE, _APP, "help"),
    Command("palette", ("ctrl+p",), "all commands, by name", EVERYWHERE, _APP),
    Command("theme", ("ctrl+t",), "choose a theme", EVERYWHERE, _APP),
    Command("quit", ("Q", "ctrl+q"), "quit", EVERYWHERE, _APP),
)
BY_NAME = {command.name: command for command in COMMANDS}
GROUPS = tuple(dict.fromkeys(command.group for command in COMMANDS))
