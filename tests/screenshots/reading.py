"""What a reader does with one text: reads, looks up, finds, compares, takes away."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cable.comparison.cables import TELEGRAM, version
from tests.screenshots.cables import opened
from tests.screenshots.marks import mark
from tests.screenshots.taking import SAMPLE
from tests.screenshots.waiting import press, ran, wait, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desktop.app import Desktop


def source(desktop: Desktop) -> None:
    """The text as received, at the same place."""
    mark(desktop)
    press(desktop, "Ctrl+U")


def beside(desktop: Desktop) -> None:
    """Reading and source beside each other."""
    ran("source.beside")(desktop)
    desktop.session.go_to(3, 20)


def find(desktop: Desktop) -> None:
    """Hits of a search."""
    press(desktop, "Ctrl+F")
    desktop.window.find_bar._query.setText("the")
    desktop.window.find_bar._look()
    desktop.window.find_bar.find_next()


def hits_listed(desktop: Desktop) -> None:
    """All hits, one below the other."""
    find(desktop)
    ran("find.list")(desktop)


def hits_everywhere(desktop: Desktop) -> None:
    """The hits in two open texts, listed."""
    desktop.session.open_pasted(TELEGRAM)
    hits_listed(desktop)
    ran("find.everywhere")(desktop)


def wrong_pattern(desktop: Desktop) -> None:
    """A pattern that cannot be read."""
    find(desktop)
    ran("find.pattern")(desktop)
    desktop.window.find_bar._query.setText("(ferry|boat")
    desktop.window.find_bar._look()
    wait_until(lambda: not desktop.window.find_bar._trouble.isHidden())


def error(desktop: Desktop) -> None:
    """A file that is not there, over a text that is."""
    desktop.session.open_file("/home/reader/cables/09OSLO9004.cable.txt")


def drawers(desktop: Desktop) -> None:
    """The header unfolded."""
    desktop.window.header._addressees.click()


def raw(desktop: Desktop) -> None:
    """The header as received."""
    desktop.window.header.show_raw(True)


def explained(desktop: Desktop) -> None:
    """An item of the header on its card."""
    desktop.window.header._explaining.show_card("sent", 0)


def anatomy(desktop: Desktop) -> None:
    """The parts of the telegram, the day of its date explained."""
    ran("anatomy.show")(desktop)
    desktop.window.anatomy.go_to_part(24)


def hidden(desktop: Desktop) -> None:
    """Paragraphs with one of the markings hidden, the acronyms underlined."""
    ran("glossary.mark")(desktop)
    ran("portions.filter")(desktop)
    desktop.window.portion_bar._boxes[0][1].setChecked(False)


def dimmed(desktop: Desktop) -> None:
    """Paragraphs with one of the markings dimmed."""
    hidden(desktop)
    desktop.window.portion_bar._way.setCurrentIndex(1)


def peeked(desktop: Desktop) -> None:
    """The card of a cited cable."""
    wait_until(lambda: not desktop.session.reach.is_looking())
    desktop.session.go_to(3)
    ran("reference.peek")(desktop)


def cite(desktop: Desktop) -> None:
    """A paragraph in every style."""
    mark(desktop)
    press(desktop, "Ctrl+Shift+E")


def save_as(desktop: Desktop) -> None:
    """The forms in which a cable is saved, with notes."""
    mark(desktop)
    press(desktop, "Ctrl+S")


def keys(desktop: Desktop) -> None:
    """The sheet of keys."""
    press(desktop, "F1")


def no_cable(desktop: Desktop) -> None:
    """A text that is no cable."""
    desktop.session.open_pasted("The lamp is lit.\nThe boat has gone.\n\nNobody sees it turn.\n")


def recent(desktop: Desktop) -> None:
    """Files that were opened before."""
    for name in ("09OSLO9004.cable.txt", "Kettle Point (copy).md", SAMPLE.name):
        desktop.session.choices.add_recent_file(f"/home/reader/cables/{name}")


def compared(desktop: Desktop) -> None:
    """A copy with redactions beside the whole cable."""
    compare_with(
        desktop,
        ("Gunnar Halldorsson", "XXXXXXXXXXXX"),
        ("waffles", "pancakes"),
        ("TAGS: SCUL EWWT IC", "TAGS: SCUL IC"),
        ("by night", "by night, or at dusk"),
    )


def compared_same(desktop: Desktop) -> None:
    """Two copies without a difference."""
    compare_with(desktop)


def compared_in_one(desktop: Desktop) -> None:
    """A comparison in one column, those rows alone that differ."""
    compared(desktop)
    desktop.window.comparison._columns.setChecked(False)
    desktop.window.comparison._short.setChecked(True)
    desktop.window.comparison.go_on()


def compare_with(desktop: Desktop, *swaps: tuple[str, str]) -> None:
    """Compare a telegram with one in which some words are others."""
    comparing = desktop.session.comparing
    comparing.with_cable(version(*swaps), version())
    wait_until(lambda: comparing.comparison is not None and desktop.window.has_comparison())


def strained(name: str) -> Callable[[Desktop], None]:
    """A cable that strains the window."""

    def do(desktop: Desktop) -> None:
        opened(name, Path(os.environ["CABLE_READER_HOME"]))(desktop)
        wait_until(lambda: desktop.session.cable is not None)
        wait_until(lambda: not desktop.session.reach.is_looking())
        wait(desktop)

    return do


def all_addressees(desktop: Desktop) -> None:
    """Two hundred addressees for information, unfolded."""
    strained("info-200")(desktop)
    drawers(desktop)


def folded(desktop: Desktop) -> None:
    """A long subject, with the header folded."""
    strained("long-subject")(desktop)
    ran("header.fold")(desktop)
