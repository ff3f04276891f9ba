"""What a reader has marked, for pictures of the window: highlights, notes, the notebook."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from benchmarks.bookmarks import make_marks
from reader.desktop.session.standing import Stretch
from reader.store.bookmarks import Bookmarks
from reader.store.marks import Colour, Put, Status, changed_mark
from reader.store.opening import bookmarks_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desktop.app import Desktop
    from reader.store.anchors import Anchor

    Wait = Callable[[Desktop], None]

NOTE = (
    "Ask **Oslo** for\n\n- the price of the charter\n- who bakes\n\n"
    "> It pays for itself.\n\nSee [the other cable](cable:09OSLO9004#p2)."
)
HIGHLIGHTS = (
    (Stretch(0, 9, 0, 95), Colour.YELLOW),
    (Stretch(0, 60, 1, 51), Colour.GREEN),
    (Stretch(1, 120, 1, 180), Colour.BLUE),
    (Stretch(2, 0, 2, 120), Colour.PINK),
)


def mark_all(desktop: Desktop, wait: Wait) -> None:
    """Two bookmarks, and highlights in every colour, two of them over each other."""
    marking = desktop.session.marking
    for ordinal in (0, 3):
        marking.toggle(ordinal)
    for stretch, colour in HIGHLIGHTS:
        marking.highlight(stretch, colour)
    wait(desktop)
    placed = [each for each in marking.standing.placed if each.ordinal == 3]
    if placed:
        mark = placed[0].mark
        labels = ("ferries", "to translate")
        new = changed_mark(
            mark, name="The mail boat", note=NOTE, labels=labels, status=Status.TO_CHECK
        )
        marking.keep(new, mark)
    last = [each.mark for each in marking.standing.placed if each.is_highlight][-1]
    marking.keep(changed_mark(last, note="Nine times!", status=Status.USED), last)
    wait(desktop)
    desktop.session.go_to(0)


def in_doubt(desktop: Desktop, wait: Wait) -> None:
    """The same marks in a text whose words have changed, some of them gone."""
    mark_all(desktop, wait)
    with closing(Bookmarks.open(bookmarks_path())) as store:
        marks = list(store.all_marks())
        store.apply(
            [Put(replace(mark, anchor=changed(mark.anchor, number)))
             for number, mark in enumerate(marks)]
        )  # fmt: skip
    desktop.session.marking.look()
    wait(desktop)


def changed(anchor: Anchor, number: int) -> Anchor:
    """An anchor of which the words have changed a little, or every third time altogether."""
    if number % 3 == 2:
        return replace(anchor, exact="kettle " * 12, prefix="pan " * 8, suffix="lid " * 8)
    exact = anchor.exact.replace("o", "ee").replace("i", "y")
    return replace(anchor, exact=exact, prefix="", suffix="")


def keep_many(count: int) -> None:
    """Have so many made-up marks on the disk."""
    with closing(Bookmarks.open(bookmarks_path())) as store:
        store.apply([Put(mark) for mark in make_marks(count, Random(1905))], "Import")
