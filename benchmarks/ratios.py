"""The table that every benchmark prints, and its check: figures beside a yardstick of the same run.

A row has what was measured, its figure with unit, the ratio to the row's yardstick, and the bound
that the ratio or the figure must keep; `--check` makes a missed bound an exit status of 1.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """A target: `at_most(1.25)` or `at_least(3)`."""

    limit: float
    is_upper: bool

    def holds(self, value: float) -> bool:
        """Whether the value keeps the bound."""
        return value <= self.limit if self.is_upper else value >= self.limit

    def __str__(self) -> str:
        return f"{'<=' if self.is_upper else '>='} {self.limit:g}"


def at_most(limit: float) -> Bound:
    """A bound that a cost must keep."""
    return Bound(limit, is_upper=True)


def at_least(limit: float) -> Bound:
    """A bound that a rate must keep."""
    return Bound(limit, is_upper=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `value` is what the bound is held against."""

    name: str
    figure: str
    value: float | None = None
    bound: Bound | None = None


def arguments(description: str) -> argparse.ArgumentParser:
    """The options that all benchmarks have."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    return parser


def report(title: str, rows: list[Row], *, check: bool) -> int:
    """Print the table; the exit status is 1 when a bound is missed and `check` was asked for."""
    print(title)
    width = max(len(row.name) for row in rows)
    missed = 0
    for row in rows:
        ratio = f"{row.value:8.2f}" if row.value is not None else " " * 8
        verdict = ""
        if row.bound is not None and row.value is not None:
            kept = row.bound.holds(row.value)
            missed += not kept
            verdict = f"  target {row.bound}: {'kept' if kept else 'MISSED'}"
        print(f"  {row.name:<{width}}  {row.figure:>16}  {ratio}{verdict}")
    return 1 if check and missed else 0
