"""What is bundled with the program, and under which licence."""

from __future__ import annotations

import csv
from typing import Final, NamedTuple

from reader.resources import resource_path

OURS: Final = "MIT"


class Licence(NamedTuple):
    """A work of others that ships with the program."""

    name: str
    licence: str
    """By its SPDX name."""
    what: str
    """What it does for the program."""
    where: str
    """`every package`, or `frozen` for what only the program with Python in it has."""


def bundled() -> tuple[Licence, ...]:
    """All that is bundled, in the order in which it is named."""
    with resource_path("licences", "bundled.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Licence(**row) for row in csv.DictReader(file))


def licence_list() -> str:
    """The list for people, a line each."""
    return "\n".join(f"{each.name}: {each.licence} ({each.what})" for each in bundled()) + "\n"
