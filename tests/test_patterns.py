"""Every pattern of the program against lines made to be hard for it: its time grows with the line.

The lines are derived from the pattern itself: what it repeats is repeated without end, after what
stands before it, and the end then fails to match.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import _constants as op
from re import _parser as parser
from typing import TYPE_CHECKING

import pytest

import reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

SMALL, MIDDLE, LARGE = 2_000, 8_000, 1_000_000
"""Characters of a line."""

MOST_GROWTH = 9.0
"""How many times longer MIDDLE may take than SMALL: 4 is linear, 16 is quadratic."""
TRIALS = 5
"""How often a time that grows too much is taken; what is quadratic is so every time."""
NOISE = 0.002
"""Seconds below which a time says nothing."""
MOST_SECONDS_SMALL = 0.5
MOST_SECONDS = 3.0
"""Processor time for LARGE; what is linear takes about 0.05."""

METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")
RUNS = (" ", "A", "0", "-", "(", " A", "1.", "A. ", "(A) ", "\t", "- ")


@dataclass(frozen=True)
class Place:
    """A pattern, and how the module that holds it uses it."""

    name: str
    pattern: re.Pattern[str]
    methods: tuple[str, ...]


def modules() -> Iterator[ModuleType]:
    """All modules of the program; those of the window only where Qt can be loaded."""
    for info in pkgutil.walk_packages(reader.__path__, "reader."):
        if info.name == "reader.__main__":
            continue
        try:
            yield importlib.import_module(info.name)
        except ImportError as error:
            assert "PySide6" in str(error) or "libEGL" in str(error) or "lib" in str(error)


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns in a constant: itself, or inside of tuples, lists, sets and dicts."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 5 and isinstance(value, dict):
        for key, inner in value.items():
            yield from patterns_in(key, depth + 1)
            yield from patterns_in(inner, depth + 1)
    elif depth < 5 and isinstance(value, (tuple, list, set, frozenset)):
        for inner in value:
            yield from patterns_in(inner, depth + 1)
    elif depth < 5 and hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        for field in value.__dataclass_fields__:
            yield from patterns_in(getattr(value, field, None), depth + 1)


@cache
def methods_by_name() -> dict[str, set[str]]:
    """How patterns are used anywhere in the program, by the name on which a method is called."""
    used: dict[str, set[str]] = {}
    for path in Path(reader.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                owner = node.value
                name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
                used.setdefault(name, set()).add(node.attr)
    return used


def places() -> list[Place]:
    """Every pattern once, with the methods that are called on its name, or on any variable."""
    used = methods_by_name()
    found: dict[int, Place] = {}
    for module in modules():
        source = Path(module.__file__ or "").read_text(encoding="utf-8")
        for name, value in vars(module).items():
            for pattern in patterns_in(value):
                own = used.get(name, set()) if isinstance(value, re.Pattern) else set()
                methods = own or {method for method in METHODS if f".{method}(" in source}
                before = found.get(id(pattern))
                if before is None or (own and not before.methods):
                    place = Place(f"{module.__name__}.{name}", pattern, tuple(sorted(methods)))
                    found[id(pattern)] = place
    return list(found.values())


class Lines:
    """Hard lines for a pattern, derived from its parse tree: (what stands before, what repeats)."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pumps: list[tuple[str, str]] = []
        flags = pattern.flags & ~re.UNICODE
        self.example = self._sequence(parser.parse(pattern.pattern, flags), "")

    def _sequence(self, nodes, before: str) -> str:
        text = ""
        for kind, value in nodes:
            text += self._node(kind, value, before + text)
        return text

    def _node(self, kind, value, before: str) -> str:
        if kind is op.LITERAL:
            return chr(value)
        if kind is op.NOT_LITERAL:
            return "~" if value != ord("~") else "x"
        if kind is op.ANY:
            return "x"
        if kind is op.IN:
            return self._letters(value)[0]
        if kind is op.BRANCH:
            return next(iter([self._sequence(branch, before) for branch in value[1]]))
        if kind is op.SUBPATTERN:
            return self._sequence(value[3], before)
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            return self._repeat(value, before)
        if kind is op.ATOMIC_GROUP:
            return self._sequence(value, before)
        if kind in (op.ASSERT, op.ASSERT_NOT):
            direction, nodes = value
            return "" if direction < 0 or kind is op.ASSERT_NOT else self._ahead(nodes, before)
        return ""

    def _ahead(self, nodes, before: str) -> str:
        self._sequence(nodes, before)
        return ""

    def _repeat(self, value, before: str) -> str:
        least, most, nodes = value
        unit = self._sequence(nodes, before)
        if most > 1 and unit:
            self.pumps.append((before, unit))
            if len(nodes) == 1 and nodes[0][0] is op.IN:
                self.pumps += ((before, letter) for letter in self._letters(nodes[0][1])[1:])
        return unit * max(int(least), 1)

    @staticmethod
    def _letters(items) -> list[str]:
        """A few characters of a class, of different kinds."""
        if items and items[0][0] is op.NEGATE:
            taken = {value for kind, value in items if kind is op.LITERAL}
            return [letter for letter in "xA 0-~" if ord(letter) not in taken] or ["\u2603"]
        letters = []
        for kind, value in items:
            if kind is op.LITERAL:
                letters.append(chr(value))
            elif kind is op.RANGE:
                letters.append(chr(value[0]))
            elif kind is op.CATEGORY:
                letters.append({op.CATEGORY_DIGIT: "7", op.CATEGORY_SPACE: " "}.get(value, "x"))
        wanted = [letter for letter in " \t-.A0" if letter in letters]
        return [letters[0], *(letter for letter in wanted if letter != letters[0])][:5]


def pumps_of(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """What hard lines for a pattern begin with, and what they repeat."""
    lines = Lines(pattern)
    example = lines.example or "A"
    pumps = [*lines.pumps, *(("", run) for run in RUNS), ("", example), ("", f"{example} ")]
    return list(dict.fromkeys(pumps))


def hard_line(pump: tuple[str, str], size: int) -> str:
    """A line of about some size at whose end nothing matches."""
    before, unit = pump
    return f"{before}{unit * max(size // len(unit), 1)}\x00"


def seconds(pattern: re.Pattern[str], method: str, line: str) -> float:
    """Processor time of one use, the results of an iterator used up; the better of two."""
    taken = []
    for _ in range(2 if len(line) < LARGE else 1):
        start = time.process_time()
        if method == "finditer":
            for _match in pattern.finditer(line):
                pass
        elif method == "sub":
            pattern.sub("", line)
        else:
            getattr(pattern, method)(line)
        taken.append(time.process_time() - start)
        if taken[0] < NOISE:
            break
    return min(taken)


PLACES = places()


def test_there_are_patterns():
    assert len(PLACES) > 100
    assert "reader.cable.body.tail.NAME" in {place.name for place in PLACES}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_the_time_of_a_pattern_grows_with_the_line(place):
    pumps = pumps_of(place.pattern)
    for method in place.methods:
        slowest = []
        for pump in pumps:
            # Once more where it seems slow: the machine may have been busy with something else.
            for _ in range(TRIALS):
                first = seconds(place.pattern, method, hard_line(pump, SMALL))
                assert first < MOST_SECONDS_SMALL, f"{method} takes {first:.1f} s on {pump}"
                second = seconds(place.pattern, method, hard_line(pump, MIDDLE))
                if second < NOISE or second < MOST_GROWTH * first:
                    break
            else:
                said = f"{method} takes {first:.4f} s, then {second:.4f} s on {pump}"
                pytest.fail(said)
            slowest.append((second, pump))
        _, hardest = max(slowest)
        taken = seconds(place.pattern, method, hard_line(hardest, LARGE))
        assert taken < MOST_SECONDS, f"{method} takes {taken:.1f} s on {hardest}"
