"""How fast marks are saved and found: beside bare SQLite commits, and among 100,000 marks.

`python -m benchmarks.bookmarks [--check]`. The bare commits have the same pragmas and write the
same rows to the same tables, in the same run and on the same disk, the rounds alternating. Saving
is measured by the clock on the wall, since it is the disk that is waited for; finding in processor
time, in the store alone and in the window (`notebook`). Figures are medians.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING
from uuid import UUID

from benchmarks.notebook import window_rows
from benchmarks.ratios import Row, arguments, at_least, at_most, report
from reader.store.anchors import Anchor
from reader.store.bookmarks import Bookmarks
from reader.store.database import Transaction, connect
from reader.store.group_commit import GroupCommit
from reader.store.marks import Colour, Mark, MarkKind, Put, Status
from reader.store.rows import microseconds, row_of
from reader.store.schema import FIRST_LAYOUT
from reader.store.searching import Order, Query
from reader.store.writing import Group
from tests.telegrams import make_telegram

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

IN_ONE_CABLE = 500
CABLE = "09REYKJAVIK9017"
LABELS = ("", "", "ferries", "honey", "museum", "prices", "to translate")


def words_of(random: Random) -> list[str]:
    """The words that made-up telegrams are written in, and as many that are rare."""
    common = sorted({word for word in make_telegram(random, size=20_000).split() if word.isalpha()})
    rare = [f"{random.choice(common)}{number}" for number in range(20_000)]
    return [*common * (len(rare) // len(common)), *rare]


def make_marks(count: int, random: Random) -> list[Mark]:
    """Marks in many cables, IN_ONE_CABLE of them in one."""
    words = words_of(random)
    step = max(1, count // IN_ONE_CABLE)
    start = Mark("", MarkKind.BOOKMARK, Anchor(None, 0, 1, 0, 0, 0, ""), "").created
    marks = []
    for number in range(count):
        cable_id = CABLE if number % step == 0 else f"09REYKJAVIK{random.randrange(5000)}"
        quote = " ".join(random.choices(words, k=random.randint(6, 60)))
        ordinal = random.randrange(40)
        anchor = Anchor(
            cable_id, ordinal, ordinal + 1, 0, len(quote), ordinal, quote, "before", "after"
        )
        when = start.replace(year=2011, microsecond=number % 1_000_000)
        marks.append(
            Mark(
                id=UUID(int=random.getrandbits(128), version=4).hex,
                kind=random.choice(tuple(MarkKind)),
                anchor=anchor,
                cable_id=cable_id,
                title=" ".join(random.choices(words, k=7)),
                path=f"/home/keeper/cables/{cable_id}.cable.txt",
                name=" ".join(random.choices(words, k=2)) if number % 3 else "",
                note=" ".join(random.choices(words, k=random.choice((0, 0, 8, 40)))),
                labels=tuple(filter(None, (random.choice(LABELS),))),
                status=random.choice((None, *Status)),
                colour=random.choice((None, *Colour)),
                created=when,
                changed=when,
            )
        )
    return marks


def spent(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """Seconds by the clock on the wall, or of processor time."""
    start = clock()
    work()
    return clock() - start


def computed(work: Callable[[], object]) -> float:
    """Seconds of processor time, for what does not wait for the disk."""
    return spent(work, process_time)


def save_bare(path: Path, marks: Sequence[Mark]) -> float:
    """Seconds for as many commits of the same rows, made beforehand, with nothing around them."""
    rows = [row_of(mark) for mark in marks]
    steps = [
        (number, 0, "Add", microseconds(mark.created), "mark", mark.id, number, None, row[-1])
        for number, (mark, row) in enumerate(zip(marks, rows, strict=True))
    ]
    into_marks, into_history = (
        f"INSERT INTO {table} VALUES ({', '.join('?' * count)})"
        for table, count in (("marks", len(rows[0]) + 1), ("history", len(steps[0])))
    )
    with closing(connect(path, must_exist=False)) as connection:
        for statement in FIRST_LAYOUT:
            connection.execute(statement)

        def save() -> None:
            for row, step in zip(rows, steps, strict=True):
                with Transaction(connection):
                    connection.execute(into_marks, (None, *row))
                    connection.execute(into_history, step)

        return spent(save)


def save_single(path: Path, marks: Sequence[Mark]) -> float:
    """Seconds for marks that are each acknowledged before the next is made."""
    with Bookmarks.open(path) as bookmarks:
        group_commit = GroupCommit(lambda: bookmarks, lambda work, done, _: done(work()))
        return spent(lambda: submit(group_commit, marks))


def save_together(path: Path, marks: Sequence[Mark]) -> float:
    """Seconds for marks that wait together, as when the disk is busy; each is acknowledged."""
    with Bookmarks.open(path) as bookmarks:
        waiting: list[Callable[[], None]] = []
        group_commit = GroupCommit(
            lambda: bookmarks, lambda work, done, _: waiting.append(lambda: done(work()))
        )

        def save() -> None:
            submit(group_commit, marks)
            for work in waiting:
                work()

        return spent(save)


def submit(group_commit: GroupCommit, marks: Sequence[Mark]) -> None:
    """Hand over each mark as a step of its own."""

    def failed(error: Exception) -> None:
        raise error

    for mark in marks:
        group_commit.submit(Group([Put(mark)], "Add"), saved=lambda _: None, failed=failed)


def saving_rows(folder: Path, count: int, rounds: int) -> list[Row]:
    """Acknowledged new marks a second, as a key press makes them, beside bare commits."""
    marks = [
        replace(mark, name="", note="", labels=(), status=None)
        for mark in make_marks(count, Random(1905))
    ]
    ways = (save_bare, save_single, save_together)
    times: list[list[float]] = []
    for number in range(rounds):
        seconds = []
        for save in ways:
            path = folder / f"{save.__name__}-{number}" / "bookmarks.db"
            path.parent.mkdir(mode=0o700)
            seconds.append(save(path, marks))
        times.append(seconds)
    bare, single, together = (count / median(column) for column in zip(*times, strict=True))
    # Round by round, since the disk is not the same from one to the next.
    part = median(each[0] / each[1] for each in times)
    return [
        Row("bare commits", f"{bare:.0f} /s"),
        Row("single marks, part of that", f"{single:.0f} /s", part, at_least(0.8)),
        Row("marks that wait together", f"{together:.0f} /s", together / bare),
    ]


def queries(random: Random, count: int) -> list[str]:
    """What is typed: one to three words, common and rare ones, whole and begun."""
    words = words_of(Random(1905))
    typed = []
    for _ in range(count):
        chosen = random.choices(words, k=random.choice((1, 1, 2, 3)))
        chosen[-1] = chosen[-1][: random.choice((3, 5, 99))]
        typed.append(" ".join(chosen))
    return typed


def finding_rows(folder: Path, count: int) -> list[Row]:
    """Searching and listing among many marks."""
    path = folder / "many" / "bookmarks.db"
    marks = make_marks(count, Random(1905))
    with Bookmarks.open(path) as bookmarks:
        taking_in = spent(lambda: bookmarks.apply([Put(mark) for mark in marks], "Import"))
    opening = spent(lambda: Bookmarks.open(path).close())
    with Bookmarks.open(path) as bookmarks:
        found = [
            computed(
                lambda typed=typed: bookmarks.marks_at(bookmarks.find(Query(text=typed))[:200])
            )
            for typed in queries(Random(1906), 200)
        ]
        listing = [computed(lambda: bookmarks.marks_of(CABLE)) for _ in range(9)]
        assert len(bookmarks.marks_of(CABLE)) >= min(IN_ONE_CABLE, count)
        everything = [
            computed(
                lambda order=order: bookmarks.marks_at(bookmarks.find(Query(order=order))[:200])
            )
            for order in Order
        ]
        counting = [computed(bookmarks.counts) for _ in range(5)]
        checking = spent(bookmarks.check)
        backing_up = spent(bookmarks.back_up)
    p95 = quantiles(found, n=20)[-1] * 1000
    return [
        Row("taken in as one step", f"{taking_in:.2f} s"),
        Row("opened after a clean end", f"{opening * 1000:.1f} ms"),
        Row("search, median", f"{median(found) * 1000:.1f} ms"),
        Row("search, p95", f"{p95:.1f} ms", p95, at_most(50)),
        Row("search, slowest", f"{max(found) * 1000:.1f} ms"),
        Row(f"a cable's {IN_ONE_CABLE} marks", f"{median(listing) * 1000:.1f} ms"),
        Row("all, slowest order, first 200", f"{max(everything) * 1000:.1f} ms"),
        Row("counts", f"{median(counting) * 1000:.1f} ms"),
        Row("whole check", f"{checking:.2f} s"),
        Row("verified backup", f"{backing_up:.2f} s"),
    ]


def main() -> int:
    """Print the tables; 1 when a target is missed and --check was given."""
    parser = arguments("How fast marks are saved and found.")
    parser.add_argument("--saved", type=int, default=500, help="marks saved in a round")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--marks", type=int, default=100_000, help="marks that are searched")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bookmarks-") as name:
        saving = report(
            "Saving, acknowledged after commit",
            saving_rows(Path(name), options.saved, options.rounds),
            check=options.check,
        )
        finding = report(
            f"Finding among {options.marks:,} marks",
            finding_rows(Path(name), options.marks),
            check=options.check,
        )
    marks = make_marks(options.marks, Random(1905))
    window = report(
        f"In the window, with {options.marks:,} marks",
        window_rows(marks, queries(Random(1906), 200), IN_ONE_CABLE),
        check=options.check,
    )
    return max(saving, finding, window)


if __name__ == "__main__":
    sys.exit(main())
