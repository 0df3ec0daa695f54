"""What declares a noun: a frozen dataclass, made in a tenth of the time.

`dataclass` writes and compiles six methods for each class, and whoever looks at one card pays for
thirty classes. Here the methods of all nouns are the same code over the names of their fields;
`fields`, `replace`, equality, `repr` and pickling are as they are with
`dataclass(frozen=True, slots=True, kw_only=True)`, and so is the time an object takes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

__all__ = ["noun"]

if TYPE_CHECKING:
    from dataclasses import dataclass as noun
else:

    def noun(*, frozen: bool, slots: bool, kw_only: bool) -> Any:
        """Declare a noun. All three are true: they are said for who reads and checks types."""
        assert frozen and slots and kw_only
        return _declared


def _declared(cls: type[Any]) -> type[Any]:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)
    plan = made.__dataclass_fields__
    slots = [(name, made.__dict__[name].__set__) for name in plan]
    else_ = {n: f.default for n, f in plan.items() if f.default is not MISSING}
    makers = {n: f.default_factory for n, f in plan.items() if f.default_factory is not MISSING}

    def init(self: Any, **given: Any) -> None:
        values = else_ | given
        for name, make in makers.items():
            if name not in given:
                values[name] = make()
        try:
            for name, put in slots:
                put(self, values.pop(name))
        except KeyError as error:
            raise TypeError(f"{made.__name__}() needs {error}") from None
        if values:
            raise TypeError(f"{made.__name__}() knows no {', '.join(values)}")

    def set_state(self: Any, state: tuple[Any, ...]) -> None:
        for (_, put), value in zip(slots, state, strict=True):
            put(self, value)

    made.__init__ = init
    made.__getstate__, made.__setstate__ = _state(tuple(plan)), set_state
    made.__eq__, made.__hash__, made.__repr__ = _equal, _hash, _shown
    made.__setattr__ = made.__delattr__ = _frozen
    return cast("type[Any]", made)


def _state(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads the values of all fields."""
    read = attrgetter(*names)
    return (lambda self: read(self)) if len(names) > 1 else lambda self: (read(self),)


def _equal(self: Any, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__getstate__() == other.__getstate__()


def _hash(self: Any) -> int:
    return hash(self.__getstate__())


def _shown(self: Any) -> str:
    named = zip(self.__dataclass_fields__, self.__getstate__(), strict=True)
    return f"{self.__class__.__qualname__}({', '.join(f'{n}={v!r}' for n, v in named)})"


def _frozen(self: Any, name: str, value: object = None) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")
