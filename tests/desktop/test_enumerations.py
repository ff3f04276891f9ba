"""Qt's enumerations: made faster, and the same as Python makes them."""

from __future__ import annotations

import enum
import pickle
import subprocess
import sys
from enum import CONFORM, KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from typing import TYPE_CHECKING, Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from reader.desktop import enumerations
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

BOATS = [("CUTTER", 4), ("FERRY", 1), ("TENDER", 2), ("PACKET", 1), ("FLEET", 7), ("NONE", 0)]


@pytest.fixture(autouse=True)
def _as_python_afterwards() -> Iterator[None]:
    before = vars(EnumType)["_create_"]
    yield
    setattr(EnumType, "_create_", before)  # noqa: B010


def both(base: Any, names: Any, **options: Any) -> tuple[Any, Any]:
    """One enumeration, as Python makes it and as we do."""
    setattr(EnumType, "_create_", enumerations._create_as_python)  # noqa: B010
    slow = base("Boat", names, **options)
    enumerations.quicken_enumerations()
    assert vars(EnumType)["_create_"] is enumerations._create
    return slow, base("Boat", names, **options)


def traits(made: Any) -> dict[str, Any]:
    """All that an enumeration has, its members by what they have in turn."""

    def plain(value: Any) -> Any:
        if isinstance(value, made):
            own = {name: each for name, each in vars(value).items() if name != "__objclass__"}
            assert value.__objclass__ is made
            return own, int(value) if isinstance(value, int) else None
        if isinstance(value, dict):
            return [(key, plain(each)) for key, each in value.items()]
        if isinstance(value, enum.property):
            return plain(value.member)
        return getattr(value, "__qualname__", None) if callable(value) else value

    own = {"__dict__", "__weakref__", "__firstlineno__"}
    return {name: plain(value) for name, value in vars(made).items() if name not in own}


def every_enumeration() -> Iterator[Any]:
    """Those of the three modules of Qt that the window has, and of all classes in them."""
    waiting: list[Any] = [QtCore, QtGui, QtWidgets]
    seen: set[int] = set()
    while waiting:
        place = waiting.pop()
        for name in dir(place):
            each = getattr(place, name, None)
            if not isinstance(each, type) or id(each) in seen:
                continue
            seen.add(id(each))
            if isinstance(each, EnumType):
                yield each
            elif each.__module__.startswith("PySide6"):
                waiting.append(each)


@pytest.mark.parametrize("base", [Enum, IntEnum, Flag, IntFlag])
@pytest.mark.parametrize("options", [{}, {"boundary": KEEP}, {"boundary": CONFORM}])
def test_an_enumeration_is_as_python_makes_it(base: Any, options: dict[str, Any]) -> None:
    slow, fast = both(base, BOATS, **options)
    assert traits(fast) == traits(slow)
    assert list(map(repr, fast)) == list(map(repr, slow))
    assert fast.__module__ == __name__
    assert fast.PACKET is fast.FERRY is fast(1) is fast["PACKET"]
    if issubclass(base, Flag):
        assert str(fast.CUTTER | fast.FERRY) == str(slow.CUTTER | slow.FERRY)
        assert repr(~fast.TENDER) == repr(~slow.TENDER)


def test_every_enumeration_of_qt_is_as_python_makes_it() -> None:
    count = 0
    for each in every_enumeration():
        base = each.__mro__[1]
        assert base in enumerations.BASES
        names = [(name, member.value) for name, member in each.__members__.items()]
        slow, fast = both(base, names, boundary=KEEP)
        assert traits(fast) == traits(slow), each
        count += len(names) > 0
    assert count > 300


@pytest.mark.parametrize(
    "names",
    [
        "FERRY CUTTER",
        ["FERRY", "CUTTER"],
        {"FERRY": 1},
        [("FERRY", 1.5)],
        [("FERRY", True)],
        [("name", 1)],
        [("real", 1), ("FERRY", 2)],
        [],
    ],
)
def test_what_is_not_plain_is_made_as_python_does(names: Any) -> None:
    slow, fast = both(Enum, names)
    assert traits(fast) == traits(slow)


@pytest.mark.parametrize("names", [[("FERRY", 1), ("FERRY", 2)], [("mro", 1)], [("_x_", 1)]])
def test_what_python_refuses_is_refused(names: Any) -> None:
    enumerations.quicken_enumerations()
    with pytest.raises((TypeError, ValueError)):
        Enum("Boat", names)


def test_a_version_that_is_not_known_goes_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    before = vars(EnumType)["_create_"]
    monkeypatch.setattr(enumerations, "KNOWN", ())
    enumerations.quicken_enumerations()
    assert vars(EnumType)["_create_"] is before


PROGRAM = """
import pickle, sys
{before}
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QPalette, QTextCharFormat
both = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
told = [
    both, ~both, both.value, Qt.Key(0x41), list(Qt.KeyboardModifier), Qt.MouseButton(3),
    [(name, each.value) for name, each in Qt.Key.__members__.items()],
    pickle.loads(pickle.dumps(Qt.ItemFlag.ItemIsEnabled)), Qt.ItemDataRole.UserRole + 1,
    Qt.WindowType.Dialog in Qt.WindowType(0xFF), QFont.Weight(650), QFont().weight(),
    QPalette.ColorRole.Base, QTextCharFormat().objectType(), Qt.Orientations is Qt.Orientation,
    sys.modules["enum"].EnumType._create_.__module__,
]
print(*told, sep="\\n")
"""
QUICKENED = "from reader.desktop.enumerations import quicken_enumerations; quicken_enumerations()"


def told(before: str) -> list[str]:
    """What a process of its own says about Qt's enumerations."""
    code = [sys.executable, "-c", PROGRAM.format(before=before)]
    done = subprocess.run(code, capture_output=True, text=True, check=True, timeout=PATIENCE)
    return done.stdout.splitlines()


def test_the_binding_takes_them_as_its_own() -> None:
    fast, slow = told(QUICKENED), told("")
    assert (fast.pop(), slow.pop()) == ("reader.desktop.enumerations", "enum")
    assert fast == slow


def test_members_come_back_from_a_pickle() -> None:
    flag = QtCore.Qt.AlignmentFlag.AlignRight
    assert pickle.loads(pickle.dumps(flag)) is flag
