"""`briefing config`: settings with their origin, the file, a first file, schemas, prompts, cron."""

from __future__ import annotations

import json
from argparse import Namespace

from briefing import config, locations
from briefing.cli import completion, manual, schedule
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.errors import ConfigError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Print what was asked for."""
    rest: list[str] = options.rest
    if options.what == "show":
        _show(settings, options.json, console)
    elif options.what == "path":
        path = str(settings.file or locations.config_folder() / "config.toml")
        _told(path, {"path": path}, options, console)
    elif options.what == "init":
        path = _init(settings, console)
        _told(path, {"path": path}, options, console)
    elif options.what == "schema":
        console.product(json.dumps(Desk.schema(_one(rest, ("card", "briefing"))), indent=2))
    elif options.what == "schedule":
        text = schedule.text(settings)
        _told(text, {"text": text}, options, console)
    elif options.what == "man":
        console.product(manual.page())
    elif options.what == "completion":
        console.product(completion.script(_one(rest, ("bash", "zsh", "fish"))))
    else:
        _prompts(_one(rest, ("path", "copy", "diff", "reset")), options, console)
    return console.code()


def _told(text: str, data: dict[str, object], options: Namespace, console: Console) -> None:
    """Print what was asked for, with `--json` in an envelope."""
    if options.json:
        console.envelope(data)
    elif text:
        console.product(text)


def _one(rest: list[str], known: tuple[str, ...]) -> str:
    if len(rest) != 1 or rest[0] not in known:
        raise ConfigError(f"say which one: {', '.join(known)}")
    return rest[0]


def _show(settings: Config, as_json: bool, console: Console) -> None:
    rows = config.effective(settings)
    if as_json:
        console.envelope([{"key": k, "value": v, "origin": o} for k, v, o in rows])
        return
    width = max(len(key) for key, _, _ in rows)
    for key, value, origin in rows:
        console.product(f"{key:<{width}}  {value or '-'}  ({origin})")


def _init(settings: Config, console: Console) -> str:
    path = settings.file or locations.config_folder() / "config.toml"
    if path.exists():
        raise ConfigError(f"{path}: is there already", hint="edit it; it was not touched")
    desk = Desk(settings)
    console.say(f"written: {desk.write_text(config.template(), path)}")
    return str(path)


def _prompts(what: str, options: Namespace, console: Console) -> None:
    if what == "path":
        path = str(Desk.prompts_folder())
        _told(path, {"path": path}, options, console)
    elif what == "diff":
        diff = Desk.prompts_diff()
        same = "the prompts are those that came with the program"
        _told(diff or same, {"diff": diff}, options, console)
    else:
        changed = [str(p) for p in (Desk.prompts_reset if what == "reset" else Desk.prompts_copy)()]
        _told("\n".join(changed), {"paths": changed}, options, console)
        if not changed:
            console.say("nothing to do")
