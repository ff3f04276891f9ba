"""What a reader has marked, for pictures of the window: highlights, notes, the notebook."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from benchmarks.bookmarks import make_marks
from reader.desktop.panels.marks.form import MarkForm
from reader.desktop.panels.notebook import NotebookWindow
from reader.desktop.session.standing import Stretch
from reader.store.bookmarks import Bookmarks
from reader.store.marks import Colour, Put, Status, changed_mark
from reader.store.opening import bookmarks_path
from tests.screenshots.waiting import press, wait

if TYPE_CHECKING:
    from reader.desktop.app import Desktop
    from reader.store.anchors import Anchor

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


def mark_all(desktop: Desktop) -> None:
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


def in_doubt(desktop: Desktop) -> None:
    """The same marks in a text whose words have changed, some of them gone."""
    mark_all(desktop)
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


def mark(desktop: Desktop) -> None:
    """Three bookmarks, one with a name and a note; the reader is at ¶4."""
    for ordinal in (0, 3, 6):
        desktop.session.marking.toggle(ordinal)
    wait(desktop)
    placed = desktop.session.marking.standing.placed
    if len(placed) > 1:
        was = placed[1].mark
        note = "Ask Oslo for the charter's price."
        desktop.session.marking.keep(replace(was, name="The mail boat", note=note), was)
    wait(desktop)
    desktop.session.withdrawn.emit("deleted")
    desktop.session.go_to(3)


def list_all(desktop: Desktop) -> None:
    """The bookmarks of all cables, the keyboard among them."""
    mark(desktop)
    press(desktop, "Ctrl+Shift+B")


def highlights(desktop: Desktop) -> None:
    """Bookmarks and highlights, some over each other, one with a note."""
    mark_all(desktop)


def doubtful(desktop: Desktop) -> None:
    """Marks whose words have changed or are gone."""
    in_doubt(desktop)


def notebook(desktop: Desktop) -> None:
    """The notebook with the marks of one cable, or empty where none is open."""
    if desktop.session.cable is not None:
        mark_all(desktop)
    press(desktop, "Ctrl+Shift+B")
    wait(desktop)


def notebook_of_many(desktop: Desktop) -> None:
    """The notebook with 10,000 marks, some words looked for."""
    keep_many(10_000)
    notebook(desktop)
    for window in desktop.window.findChildren(NotebookWindow):
        window.look_for("lighthouse")
    wait(desktop)


def note(desktop: Desktop) -> None:
    """A note that is being written."""
    mark_all(desktop)
    desktop.session.go_to(3)
    press(desktop, "Ctrl+Shift+D")


def note_read(desktop: Desktop) -> None:
    """A note as it will read."""
    note(desktop)
    wait(desktop)
    for form in desktop.window.findChildren(MarkForm):
        form.fields._note._preview.click()


def export(desktop: Desktop) -> None:
    """The forms in which marks are exported."""
    notebook(desktop)
    for window in desktop.window.findChildren(NotebookWindow):
        window._ask_to_export()


def undo_banner(desktop: Desktop) -> None:
    """A bookmark that was just deleted."""
    mark(desktop)
    desktop.session.marking.toggle(6)


def form(desktop: Desktop) -> None:
    """The form for name and note."""
    mark(desktop)
    press(desktop, "Ctrl+Shift+D")
