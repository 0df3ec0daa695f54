"""What a section of the settings is: declared fields, frozen values, no secret in a `repr`.

A dataclass would do the same and loads six modules to make seven classes; every command pays
for that before it begins.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple, Self, dataclass_transform

from briefing import plain


class Setting(NamedTuple):
    """What a field declares: its default (or what makes one), its line of documentation, the
    environment variable that gives it, and for a table what its values are and its only keys."""

    doc: str
    default: Any
    secret: bool = False
    env: str = ""
    of: str = ""
    keys: tuple[str, ...] = ()
    factory: Callable[[], Any] | None = None


def setting(
    doc: str = "",
    *,
    default: Any = None,
    secret: bool = False,
    env: str = "",
    of: str = "",
    keys: tuple[str, ...] = (),
    factory: Callable[[], Any] | None = None,
) -> Any:
    """Declare a field; see `Setting`."""
    return Setting(doc, default, secret, env, of, keys, factory)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(setting,))
class Section:
    """Named values, each declared with `setting`; what is not given is the default."""

    settings: ClassVar[dict[str, Setting]] = {}

    def __init_subclass__(cls) -> None:
        cls.settings = {k: v for k, v in vars(cls).items() if isinstance(v, Setting)}

    def __init__(self, **given: Any) -> None:
        for name, about in self.settings.items():
            value = about.factory() if about.factory and name not in given else about.default
            object.__setattr__(self, name, given.pop(name, value))
        if given:
            raise TypeError(f"{type(self).__name__} has no {', '.join(given)}")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is read once, then frozen")

    def __delattr__(self, name: str) -> None:
        self.__setattr__(name, None)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        shown = (
            f"{k}={(plain.address(v) if isinstance(v, str) else v)!r}"
            for k, v in vars(self).items()
            if not self.settings[k].secret
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    def replaced(self, **changes: Any) -> Self:
        """Return the same with some values changed."""
        return type(self)(**{**vars(self), **changes})
