"""Named tuples that are made quickly are named tuples in all that is asked of them."""

from __future__ import annotations

import copy
import pickle
from typing import NamedTuple

import pytest

from reader.records import Record


class Ferry(Record):
    """A boat between two islands."""

    name: str
    berths: int = 40
    harbours: tuple[str, ...] = ()

    def is_large(self) -> bool:
        """Whether it takes lorries."""
        return self.berths > 100


class Tall(Record):
    """More fields than most have."""

    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int = 9


class Plain(NamedTuple):
    name: str
    berths: int = 40
    harbours: tuple[str, ...] = ()


def test_fields_are_given_by_place_or_by_name() -> None:
    ferry = Ferry("Fulmar", harbours=("Ness",))
    assert (ferry.name, ferry.berths, ferry.harbours) == ("Fulmar", 40, ("Ness",))
    assert Ferry(berths=120, name="Auk").is_large()
    assert Tall(1, 2, 3, 4, 5, 6, 7, h=8) == (1, 2, 3, 4, 5, 6, 7, 8, 9)


def test_what_is_missing_or_too_much_is_told() -> None:
    with pytest.raises(TypeError, match="'name'"):
        Ferry()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="decks"):
        Ferry("Auk", decks=2)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="decks"):
        Ferry("Auk")._replace(decks=2)  # type: ignore[call-arg]


def test_a_record_is_a_tuple_that_nobody_can_change() -> None:
    ferry = Ferry("Auk", 12)
    name, berths, _ = ferry
    assert (name, berths) == ("Auk", 12)
    assert tuple(ferry) == Plain("Auk", 12)
    assert hash(ferry) == hash(Plain("Auk", 12))
    assert ferry._replace(berths=13) == ("Auk", 13, ())
    assert isinstance(ferry._replace(berths=13), Ferry)
    for name in ("name", "decks"):
        with pytest.raises(AttributeError):
            setattr(ferry, name, "Gull")


def test_a_record_is_shown_copied_and_matched_as_a_named_tuple_is() -> None:
    ferry = Ferry("Auk", 12)
    assert repr(ferry) == repr(Plain("Auk", 12)).replace("Plain", "Ferry")
    assert ferry._asdict() == Plain("Auk", 12)._asdict()
    assert Ferry._fields == Plain._fields
    assert Ferry._field_defaults == Plain._field_defaults
    assert copy.deepcopy(ferry) == ferry
    again = pickle.loads(pickle.dumps(ferry))
    assert (again, type(again)) == (ferry, Ferry)
    match ferry:
        case Ferry(name, berths=count):
            assert (name, count) == ("Auk", 12)


def test_a_field_without_a_default_comes_before_those_that_have_one() -> None:
    with pytest.raises(TypeError, match="default"):

        class Boat(Record):
            berths: int = 40
            name: str  # type: ignore[misc]
