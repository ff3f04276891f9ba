"""Qt's enumerations, made in a quarter of the time that Python's own way takes.

Until a window can be seen, the binding makes some two hundred enumerations with four thousand
members, and Python looks at each member from many sides: whether it is private, a descriptor, or
hides what is inherited. A list of plain names and whole numbers needs none of it: its members can
be put at once where they end up. What comes out is the same, attribute by attribute.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from typing import TYPE_CHECKING, Any, Final

from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

KNOWN: Final = ((3, 11), (3, 12), (3, 13))
"""The versions of Python whose enumerations are known; any other makes them in its own way."""

BASES: Final[tuple[type[Enum], ...]] = (Enum, IntEnum, Flag, IntFlag)
"""What the binding makes enumerations of."""

_create_as_python: Final[Callable[..., Any]] = vars(EnumType)["_create_"]
"""What `Enum("Name", members)` comes down to."""


class Mould(Record):
    """What all enumerations of one base and boundary have before they get members."""

    attributes: dict[str, Any]
    inherited: frozenset[str]
    is_flag: bool
    is_number: bool


_moulds: Final[dict[tuple[object, object], Mould]] = {}


def quicken_enumerations() -> None:
    """Have enumerations that are made by a call come about faster, from now on."""
    if sys.version_info[:2] in KNOWN:
        setattr(EnumType, "_create_", _create)  # noqa: B010 - a method that is in no stub


def _create(
    cls: type[Enum],
    class_name: str,
    names: Any,
    *,
    module: str | None = None,
    qualname: str | None = None,
    type: Any = None,  # noqa: A002
    start: int = 1,
    boundary: Any = None,
) -> Any:
    """Take the place of `EnumType._create_`, which still makes whatever is not plain."""
    if module is None:
        # Where it is called, as Python finds it: past this method and that of the call.
        with suppress(KeyError, ValueError):
            module = sys._getframe(2).f_globals["__name__"]  # noqa: SLF001
    if cls in BASES and module and not qualname and not type and isinstance(names, list):
        mould = _mould(cls, boundary)
        if _is_plain(names, mould.inherited):
            made = _without_members(cls, class_name, mould)
            made.__module__ = module
            _add_members(made, names, mould)
            return made
    options = {"qualname": qualname, "type": type, "start": start, "boundary": boundary}
    return _create_as_python(cls, class_name, names, module=module, **options)


def _is_plain(names: list[Any], inherited: frozenset[str]) -> bool:
    """Whether these are pairs of a name that nothing else has, and a whole number."""
    seen = set()
    for pair in names:
        if not isinstance(pair, tuple) or len(pair) != 2:
            return False
        name, value = pair
        if value.__class__ is not int or not name.isidentifier() or name[0] == "_":
            return False
        seen.add(name)
    return len(seen) == len(names) and inherited.isdisjoint(seen)


def _mould(cls: type[Enum], boundary: object) -> Mould:
    """What Python gives to an enumeration without members."""
    mould = _moulds.get((cls, boundary))
    if mould is None:
        bare = _create_as_python(cls, "Bare", (), module=__name__, boundary=boundary)
        # Each has these two of its own.
        attributes = {
            name: value
            for name, value in vars(bare).items()
            if name not in {"__dict__", "__weakref__"}
        }
        inherited = {name for base in cls.__mro__ for name in vars(base)} | {"mro"}
        is_flag, is_number = issubclass(cls, Flag), issubclass(cls, int)
        mould = Mould(attributes, frozenset(inherited), is_flag, is_number)
        _moulds[cls, boundary] = mould
    return mould


def _without_members(cls: type[Enum], class_name: str, mould: Mould) -> Any:
    attributes = {
        name: value.copy() if isinstance(value, (dict, list)) else value
        for name, value in mould.attributes.items()
    }
    # Given to a class when it is made, this would become a static method.
    new = attributes.pop("__new__")
    made = EnumType.__new__(EnumType, class_name, (cls,), attributes, _simple=True)  # type: ignore[arg-type]
    type.__setattr__(made, "__new__", new)
    return made


def _add_members(made: Any, names: list[tuple[str, int]], mould: Mould) -> None:
    """Give an enumeration its members; a second name of a value is one more for its member."""
    by_name, by_value, order = made._member_map_, made._value2member_map_, made._member_names_
    new, is_number, is_flag = made._new_member_, mould.is_number, mould.is_flag
    mask = bits = 0
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if is_number else new(made)
            member.__dict__.update(
                _value_=value, _name_=name, __objclass__=made, _sort_order_=len(order)
            )
            by_value[value] = member
            mask |= value
            is_bit = value != 0 and value & (value - 1) == 0
            if is_bit:
                bits |= value
            # A flag that is several at once, or none, is no member that is counted.
            if is_bit or not is_flag:
                order.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)
    if is_flag:
        made._flag_mask_ = mask
        made._singles_mask_ = bits
        made._all_bits_ = 2 ** mask.bit_length() - 1
        values = [by_name[name]._value_ for name in order]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_
