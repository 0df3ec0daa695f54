"""The settings: defaults < file < environment < flags, read once, then frozen.

Objects receive their own section, never the whole. A secret is never in a `repr`. Each field's
`doc` is its line in the README's table and in `briefing config init`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from briefing import locations, plain
from briefing.config.section import Section, Setting
from briefing.config.settings import (
    ArchiveConfig,
    Config,
    DailyConfig,
    ModelConfig,
    NetConfig,
    ReaderConfig,
    TargetConfig,
)
from briefing.errors import ConfigError

__all__ = [
    "ArchiveConfig",
    "Config",
    "DailyConfig",
    "ModelConfig",
    "NetConfig",
    "ReaderConfig",
    "TargetConfig",
    "documented",
    "effective",
    "load",
    "parse",
    "template",
]

S = TypeVar("S", bound=Section)

MOST = 1e12  # of anything; what counts seconds has its own bound
LONGEST = 86_400.0  # seconds that anybody waits for a server
SECTIONS = ("model", "net", "daily", "reader", "archive")


def load(
    path: Path | None = None,
    env: Mapping[str, str] = os.environ,
    flags: Mapping[str, Any] | None = None,
) -> Config:
    """Read the settings once. `flags` maps dotted keys (`model.name`, `data`, `offline`) to values.

    Raises ConfigError naming the key and the file for anything that cannot be right.
    """
    file = path or locations.config_folder(env) / "config.toml"
    table = _read(file, required=path is not None)
    config = parse(table, str(file))
    config = config.replaced(file=file if table else None, data=locations.data_folder(env))
    if env.get("BRIEFING_DATA"):
        config.origins["data"] = "BRIEFING_DATA"
    for section in SECTIONS:
        for name, about in getattr(config, section).settings.items():
            if about.env and env.get(about.env):
                config = _set(config, f"{section}.{name}", env[about.env], about.env)
    for key, value in (flags or {}).items():
        if value is not None:
            config = _set(config, key, value, "flag")
    _check(config)
    return config


def _read(file: Path, *, required: bool) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        if required:
            raise ConfigError(f"{file}: no such file", hint="see: briefing config init") from error
        return {}
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"{file}: {reason}", hint="check the path and its permissions") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: {error}", hint="it must be TOML in UTF-8") from error
    import tomllib  # most have no file, and need no parser

    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ConfigError(f"{file}: nested too deep", hint="it must be TOML in UTF-8") from error
    except ValueError as error:  # also a number of thousands of digits, which Python refuses
        raise ConfigError(f"{file}: {error}", hint="it must be TOML in UTF-8") from error


def parse(table: Mapping[str, Any], where: str = "config") -> Config:
    """Turn a TOML table into settings. Pure and strict: an unknown key names its neighbour."""
    origins: dict[str, str] = {}
    _known(table, (*SECTIONS, "targets"), "", where)
    values: dict[str, Any] = {}
    for section, kind in get_type_hints(Config).items():
        if section in SECTIONS and section in table:
            values[section] = _section(kind, table[section], section, where, origins)
    targets = table.get("targets", {})
    if not isinstance(targets, dict):
        raise ConfigError(f"{where}: targets must be tables, such as [targets.team]")
    values["targets"] = {
        name: _section(TargetConfig, inner, f"targets.{name}", where, origins)
        for name, inner in targets.items()
    }
    return Config(**values, origins=origins)


def _known(table: Any, names: tuple[str, ...], at: str, where: str) -> None:
    if not isinstance(table, dict):
        raise ConfigError(f"{where}: [{at}] must be a table")
    for key in table:
        if key not in names:
            import difflib

            near = difflib.get_close_matches(key, names, n=1)
            raise ConfigError(
                f"{where}: unknown setting {f'{at}.{key}' if at else key!r}",
                hint=f"did you mean {near[0]!r}?" if near else f"known: {', '.join(names)}",
            )


def _section(kind: type[S], table: Any, at: str, where: str, origins: dict[str, str]) -> S:
    _known(table, tuple(kind.settings), at, where)
    values = {}
    for key, value in table.items():
        values[key] = _value(kind, key, value, f"{at}.{key}", where)
        origins[f"{at}.{key}"] = where
    return kind(**values)


_NAMES: dict[Any, str] = {
    tuple: "a list",
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
}


def _value(kind: type[Section], field: str, value: Any, key: str, where: str) -> Any:
    about: Setting = kind.settings[field]
    wanted = get_type_hints(kind)[field]
    origin = get_origin(wanted) or wanted
    try:
        found = _convert(origin, value)
        if origin is dict:
            _known(found, about.keys or tuple(found), key, where)
            inner = get_args(wanted)[1]
            found = {k: _convert(get_origin(inner) or inner, v) for k, v in found.items()}
        return found
    except (ValueError, TypeError, OverflowError) as error:
        name = f"a table of {about.of}" if origin is dict else _NAMES[origin]
        raise ConfigError(
            f"{where}: {key} must be {name}, not {value!r}"
            if not about.secret
            else f"{where}: {key} must be {name}"
        ) from error


def _convert(origin: Any, value: Any) -> Any:
    if origin is bool:
        if isinstance(value, str) and value.lower() in ("true", "1", "yes", "false", "0", "no"):
            return value.lower() in ("true", "1", "yes")
        if isinstance(value, bool):
            return value
        raise TypeError
    if origin in (int, float):
        if isinstance(value, bool) or (origin is int and isinstance(value, float)):
            raise TypeError
        number = origin(value)
        if not 0 <= number <= MOST:  # so is no nan, and no infinity
            raise ValueError
        return number
    if origin in (tuple, list):
        if isinstance(value, str):
            return origin(v.strip() for v in value.split(",") if v.strip())
        if isinstance(value, list | tuple):
            return origin(str(v) for v in value)
    if origin is dict and isinstance(value, dict):
        return dict(value)
    if origin is str and isinstance(value, str):
        return value
    raise TypeError


def _set(config: Config, key: str, value: Any, origin: str) -> Config:
    config.origins[key] = origin
    if key == "data":
        return config.replaced(data=_folder(value))
    if key == "offline":
        return config.replaced(offline=bool(value))
    section, _, name = key.partition(".")
    inner = getattr(config, section)
    changed = inner.replaced(**{name: _value(type(inner), name, value, name, origin)})
    return config.replaced(**{section: changed})


def _folder(name: str) -> Path:
    if not name:
        raise ConfigError("--data names no folder", hint="leave it out for the usual one")
    try:
        return Path(name).expanduser()
    except RuntimeError as error:
        raise ConfigError(f"--data {name}: there is no such user") from error


def _check(config: Config) -> None:
    """Refuse values that parse and still cannot be right."""
    daily, net = config.daily, config.net
    for name in ("timeout", "total_timeout"):
        if not 0 < getattr(net, name) <= LONGEST:
            raise ConfigError(f"net.{name} must be more than 0 seconds and at most a day")
    _check_zone(daily.timezone)
    if not 0 <= daily.day_starts <= 23:
        raise ConfigError("daily.day_starts must be an hour from 0 to 23")
    for name, target in config.targets.items():
        if target.kind not in ("slack", "mail", "webhook", "command", "folder", "apprise"):
            raise ConfigError(
                f"targets.{name}.kind: {target.kind!r} is not known",
                hint="slack, mail, webhook, command, folder or apprise",
            )


def _check_zone(zone: str) -> None:
    if zone == "UTC":
        return
    import difflib
    from zoneinfo import available_timezones

    known = available_timezones()
    if zone not in known:
        near = difflib.get_close_matches(zone, known, n=1)
        raise ConfigError(
            f"daily.timezone: no zone is called {zone!r}",
            hint=f"did you mean {near[0]!r}?" if near else "such as Europe/Berlin",
        )


def effective(config: Config) -> list[tuple[str, str, str]]:
    """List every setting as (key, value, origin); a secret shows only whether it is set."""
    rows = [
        ("data", str(config.data), config.origins.get("data", "default")),
        ("offline", str(config.offline).lower(), config.origins.get("offline", "default")),
    ]
    named = [(s, getattr(config, s)) for s in SECTIONS]
    named += [(f"targets.{name}", target) for name, target in config.targets.items()]
    for at, section in named:
        for name, value in vars(section).items():
            if section.settings[name].secret:
                value = "(set)" if value else ""
            key = f"{at}.{name}"
            shown = str(value).lower() if isinstance(value, bool) else plain.address(str(value))
            rows.append((key, shown, config.origins.get(key, "default")))
    return rows


def template() -> str:
    """Return a settings file that names every setting with its default, all commented out."""
    lines = ["# Settings of briefing. Take away the # before a line to change it.", ""]
    for section in SECTIONS:
        lines.append(f"[{section}]")
        lines += _commented(get_type_hints(Config)[section])
    lines += ["# A place to send to; as many as you like.", "# [targets.team]"]
    lines += _commented(TargetConfig)
    return "\n".join(lines)


def _commented(section: type[Section]) -> list[str]:
    lines = []
    for name, default in vars(section()).items():
        lines.append(f"# {section.settings[name].doc}")
        lines.append(f"# {name} = {_toml(default)}")
    return [*lines, ""]


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{v}"' for v in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def documented() -> list[tuple[str, str, str]]:
    """Return (key, default, documentation) of every setting, for the table of the README."""
    named = [(s, get_type_hints(Config)[s]) for s in SECTIONS]
    return [
        (f"{at}.{name}", _toml(default), section.settings[name].doc)
        for at, section in [*named, ("targets.NAME", TargetConfig)]
        for name, default in vars(section()).items()
    ]
