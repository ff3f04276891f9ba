"""A process that writes marks until it is killed, and acknowledges each when it is saved.

`python -m tests.crash.writer STORE SEED [--early] [--normal] [--stop N]`. Every change is announced
on a line of JSON before it is made, and acknowledged on another after it. Two ways are wrong, so
that the harness can show that it would notice: --early acknowledges a change before its commit, and
--normal has SQLite commit without waiting for the disk. --stop ends it after N changes, abruptly.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from reader.store.bookmarks import Bookmarks
from reader.store.group_commit import GroupCommit
from reader.store.marks import Delete, Put
from reader.store.writing import Group
from tests.store.made_up import made_mark

if TYPE_CHECKING:
    from reader.store.marks import Change

LONG = "The keeper wrote of nothing but honey. " * 300


def say(**words: object) -> None:
    """One line, at once, in one piece."""
    os.write(1, json.dumps(words).encode() + b"\n")


def effect_of(changes: list[Change]) -> dict[str, str | None]:
    """The notes of marks after the changes, None for a mark that is gone."""
    return {
        change.mark_id if isinstance(change, Delete) else change.mark.id: (
            None if isinstance(change, Delete) else change.mark.note
        )
        for change in changes
        if isinstance(change, Put | Delete)
    }


def changes_for_ever(random: Random, known: list[int]):
    """New marks, changed marks, deleted marks, and several at once."""
    for number in count(random.randrange(1_000_000)):
        note = f"{number} {LONG if random.random() < 0.05 else 'rung'}"
        what = random.random()
        if what < 0.6 or not known:
            known.append(number)
            yield [Put(made_mark(number, note=note))]
        elif what < 0.75:
            yield [Put(made_mark(random.choice(known), note=note))]
        elif what < 0.85:
            yield [Delete(made_mark(known.pop(random.randrange(len(known)))).id)]
        else:
            numbers = [number * 10 + each for each in range(5)]
            known.extend(numbers)
            yield [Put(made_mark(each, note=f"{each} together")) for each in numbers]


def main() -> None:
    """Write until killed."""
    store, seed = Path(sys.argv[1]), int(sys.argv[2])
    is_early = "--early" in sys.argv
    end = int(sys.argv[sys.argv.index("--stop") + 1]) if "--stop" in sys.argv else None
    with Bookmarks.open(store) as bookmarks:

        def run(work, done, failed):
            # A lane that is never ahead of the writer.
            done(work())

        group_commit = GroupCommit(lambda: bookmarks, run)

        def not_saved(error):
            raise error

        if "--normal" in sys.argv:
            bookmarks._store.read(lambda at: at.execute("PRAGMA synchronous = NORMAL"))
        if end is not None:
            # The log is put into the file often, as in a longer life.
            bookmarks._store.read(lambda at: at.execute("PRAGMA wal_autocheckpoint = 60"))
        for number, changes in enumerate(changes_for_ever(Random(seed), [])):
            if number == end:
                os._exit(0)
            say(will=number, effect=effect_of(changes))
            if is_early:
                say(saved=number)
            group_commit.submit(
                Group(changes, "Write"),
                saved=lambda _, number=number: is_early or say(saved=number),
                failed=not_saved,
            )


if __name__ == "__main__":
    main()
