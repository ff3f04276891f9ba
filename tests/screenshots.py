"""Pictures of the window in every state that a reader meets: `python -m tests.screenshots`.

They go into `screenshots/`, which is not kept; the two of the README go into `resources/` too.
What lies beside the checkout is pictured where it is there, and never in `resources/`.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt

from reader.desktop.panels.marks.form import MarkForm
from reader.desktop.panels.notebook import NotebookWindow
from reader.resources import resource_path
from tests.cable.comparison.cables import TELEGRAM, version
from tests.lists import write_table
from tests.pictures_of_cables import CABLES, opened
from tests.pictures_of_marks import in_doubt, keep_many, mark_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from reader.desktop.app import Desktop

FOLDER: Final = Path(__file__).resolve().parents[1]
SAMPLE: Final = resource_path("samples", "09REYKJAVIK9017.cable.txt")
SEED: Final = FOLDER / ".." / "shared" / "seed" / "09MOSCOW501.md"
FORMAT_FILES: Final = tuple(
    path
    for path in sorted((FOLDER / "tests" / "formats" / "data").glob("*/normal.*"))
    if not path.name.endswith(".expected.json")
)
README_PICTURES: Final = resource_path("screenshots")

USUAL: Final = (1280, 820)
SMALL: Final = (900, 600)
MIDDLE: Final = (1366, 768)
LARGE: Final = (2560, 1440)


class Picture(NamedTuple):
    """A picture of the window: its name, its size, and what was done before it was taken."""

    name: str
    theme: str = "light"
    size: tuple[int, int] = USUAL
    file: Path | None = SAMPLE
    font_size: float = 1.0
    do: Callable[[Desktop], None] | None = None
    is_for_readme: bool = False


# What a reader has done.


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
    mark_all(desktop, wait)


def doubtful(desktop: Desktop) -> None:
    """Marks whose words have changed or are gone."""
    in_doubt(desktop, wait)


def notebook(desktop: Desktop) -> None:
    """The notebook with the marks of one cable, or empty where none is open."""
    if desktop.session.cable is not None:
        mark_all(desktop, wait)
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
    mark_all(desktop, wait)
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


def source(desktop: Desktop) -> None:
    """The text as received, at the same place."""
    mark(desktop)
    press(desktop, "Ctrl+U")


def find(desktop: Desktop) -> None:
    """Hits of a search."""
    press(desktop, "Ctrl+F")
    desktop.window.find_bar._query.setText("the")
    desktop.window.find_bar._look()
    desktop.window.find_bar.find_next()


def error(desktop: Desktop) -> None:
    """A file that is not there, over a text that is."""
    desktop.session.open_file("/home/reader/cables/09OSLO9004.cable.txt")


def drawers(desktop: Desktop) -> None:
    """The header unfolded."""
    desktop.window.header._addressees.click()


def raw(desktop: Desktop) -> None:
    """The header as received."""
    desktop.window.header.show_raw(True)


def form(desktop: Desktop) -> None:
    """The form for name and note."""
    mark(desktop)
    press(desktop, "Ctrl+Shift+D")


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


def first_cable(desktop: Desktop) -> None:
    """The first cable of a file, where it holds many."""
    wait_until(lambda: desktop.session.document is not None or desktop.session.listing is not None)
    if desktop.session.listing is not None:
        wait_until(lambda: len(desktop.session.listing.selection.shown) > 0)
        desktop.session.open_row(0)
        wait_until(lambda: desktop.session.document is not None)


def begin_list(desktop: Desktop, count: int) -> None:
    """Open a table of so many cables."""
    path = Path(os.environ["CABLE_READER_HOME"]) / "cables.csv"
    desktop.session.open_file(str(write_table(path, count)))
    wait_until(lambda: desktop.session.listing is not None)


def list_many(desktop: Desktop) -> None:
    """A table of 200,000 cables, all of them listed."""
    begin_list(desktop, 200_000)
    wait_until(lambda: desktop.session.listing.progress().state.value == "whole")


def list_growing(desktop: Desktop) -> None:
    """A table of which a sixth has been listed."""
    begin_list(desktop, 200_000)
    wait_until(lambda: desktop.session.listing.progress().share > 0.16)


def list_stopped(desktop: Desktop) -> None:
    """A table whose listing was stopped."""
    list_growing(desktop)
    desktop.window.chooser._foot._button.click()
    wait_until(lambda: desktop.session.listing.progress().state.value == "stopped")


def list_filtered(desktop: Desktop) -> None:
    """Two words, the latest first, the keyboard in the second row."""
    list_many(desktop)
    chooser = desktop.window.chooser
    chooser._filter.setText("honey 2004")
    chooser._table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    wait_until(lambda: desktop.session.listing.selection.wish.words == "honey 2004")
    press_in(chooser._filter, "Down")
    press_in(chooser._table, "Down")


def list_without_match(desktop: Desktop) -> None:
    """Words that no cable has."""
    begin_list(desktop, 2_000)
    wait_until(lambda: desktop.session.listing.progress().state.value == "whole")
    desktop.window.chooser._filter.setText("kettles and <b>pans</b>")
    wait_until(lambda: bool(desktop.session.listing.selection.wish.words))


def list_empty_folder(desktop: Desktop) -> None:
    """A folder without a cable."""
    folder = Path(os.environ["CABLE_READER_HOME"]) / "Letters of the harbor"
    folder.mkdir()
    desktop.session.open_file(str(folder))


def ran(command_id: str) -> Callable[[Desktop], None]:
    """A command that was run: a dialog, the palette, the whole screen."""

    def run(desktop: Desktop) -> None:
        for action in desktop.window.actions():
            if action.objectName() == command_id:
                action.trigger()

    return run


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


def beside(desktop: Desktop) -> None:
    """Reading and source beside each other."""
    ran("source.beside")(desktop)
    desktop.session.go_to(3, 20)


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


def peeked(desktop: Desktop) -> None:
    """The card of a cited cable."""
    wait_until(lambda: not desktop.session.reach.is_looking())
    desktop.session.go_to(3)
    ran("reference.peek")(desktop)


THEMES: Final = ("sepia", "contrast")
EVERY: Final = ("light", "dark", *THEMES)
MARKED: Final = ("light", "dark", "contrast")
PICTURES: Final = (
    *(Picture(f"reading-{theme}", theme, do=mark) for theme in THEMES),
    *(Picture(f"small-{theme}", theme, SMALL, do=mark) for theme in THEMES),
    *(Picture(f"find-{theme}", theme, do=find) for theme in THEMES),
    *(Picture(f"error-{theme}", theme, do=error) for theme in THEMES),
    *(Picture(f"source-{theme}", theme, do=source) for theme in THEMES),
    *(Picture(f"empty-{theme}", theme, file=None, do=recent) for theme in THEMES),
    Picture("palette-light", do=ran("palette.open")),
    Picture("palette-dark", "dark", SMALL, file=None, do=ran("palette.open")),
    Picture("palette-contrast", "contrast", font_size=2.0, do=ran("palette.open")),
    Picture("settings", do=ran("settings.show")),
    Picture("settings-type-dark", "dark", do=ran("type.choose")),
    Picture("settings-keys", do=ran("keys.change")),
    Picture("settings-keys-font-200", "contrast", LARGE, font_size=2.0, do=ran("keys.change")),
    Picture("help", do=ran("help.show")),
    Picture("help-dark", "dark", do=ran("help.show")),
    Picture("help-font-200", "sepia", LARGE, font_size=2.0, do=ran("help.show")),
    Picture("full-screen", do=ran("window.full_screen")),
    Picture("reading-light", do=mark, is_for_readme=True),
    Picture("reading-dark", "dark", do=mark, is_for_readme=True),
    Picture("small-light", size=SMALL, do=mark),
    Picture("small-dark", "dark", SMALL, do=mark),
    Picture("large-light", size=LARGE, do=mark),
    Picture("large-dark", "dark", LARGE, do=mark),
    Picture("font-200", size=LARGE, font_size=2.0, do=mark),
    Picture("font-200-small", size=SMALL, font_size=2.0, do=mark),
    Picture("source-light", do=source),
    Picture("source-dark", "dark", do=source),
    Picture("source-small", size=SMALL, do=source),
    Picture("empty-light", file=None),
    Picture("empty-dark", "dark", file=None, do=recent),
    Picture("empty-small", size=SMALL, file=None, do=recent),
    Picture("error-light", do=error),
    Picture("error-dark", "dark", do=error),
    Picture("error-empty", file=None, do=error),
    Picture("plain-text", file=None, do=no_cable),
    Picture("find-light", do=find),
    Picture("find-dark", "dark", do=find),
    Picture("find-list", do=hits_listed),
    Picture("find-list-dark", "dark", do=hits_listed),
    Picture("find-list-font-200", "sepia", SMALL, font_size=2.0, do=hits_listed),
    Picture("find-everywhere", do=hits_everywhere),
    Picture("find-everywhere-dark", "dark", SMALL, do=hits_everywhere),
    Picture("find-pattern", "contrast", do=wrong_pattern),
    Picture("find-pattern-dark", "dark", SMALL, do=wrong_pattern),
    Picture("beside-light", size=LARGE, do=beside),
    Picture("beside-dark", "dark", do=beside),
    Picture("beside-small", "sepia", SMALL, do=beside),
    Picture("beside-contrast", "contrast", LARGE, font_size=2.0, do=beside),
    Picture("compare-light", do=compared),
    Picture("compare-dark", "dark", do=compared),
    Picture("compare-sepia", "sepia", do=compared),
    Picture("compare-contrast-font-200", "contrast", LARGE, font_size=2.0, do=compared),
    Picture("compare-one-small", size=SMALL, do=compared_in_one),
    Picture("compare-same-dark", "dark", SMALL, do=compared_same),
    Picture("all-bookmarks", do=list_all),
    *(Picture(f"highlights-{theme}", theme, do=highlights) for theme in MARKED),
    *(Picture(f"doubtful-{theme}", theme, do=doubtful) for theme in MARKED),
    *(Picture(f"notebook-{theme}", theme, do=notebook) for theme in MARKED),
    *(Picture(f"notebook-empty-{theme}", theme, file=None, do=notebook) for theme in MARKED),
    *(Picture(f"notebook-many-{theme}", theme, LARGE, do=notebook_of_many) for theme in MARKED),
    *(Picture(f"note-{theme}", theme, do=note) for theme in MARKED),
    Picture("note-read", do=note_read),
    Picture("notebook-font-200", size=LARGE, font_size=2.0, do=notebook),
    Picture("highlights-font-200-small", size=SMALL, font_size=2.0, do=highlights),
    Picture("notebook-export", do=export),
    Picture("deleted", "dark", do=undo_banner),
    Picture("addressees", do=drawers),
    Picture("header-raw", "dark", do=raw),
    Picture("explained-light", do=explained),
    Picture("explained-dark-font-200", "dark", LARGE, font_size=2.0, do=explained),
    Picture("anatomy-light", do=anatomy),
    Picture("anatomy-dark-small", "dark", SMALL, do=anatomy),
    Picture("anatomy-contrast-font-200", "contrast", LARGE, font_size=2.0, do=anatomy),
    Picture("hidden-light", do=hidden),
    Picture("hidden-font-200-small", "sepia", SMALL, font_size=2.0, do=hidden),
    Picture("dimmed-dark", "dark", do=dimmed),
    Picture("dimmed-contrast-small", "contrast", SMALL, do=dimmed),
    Picture("about-light", do=ran("cable.about")),
    Picture("about-dark-font-200", "dark", LARGE, font_size=2.0, do=ran("cable.about")),
    Picture("form-light", do=form),
    Picture("form-dark", "dark", do=form),
    Picture("cite-light", do=cite),
    Picture("cite-dark", "dark", do=cite),
    Picture("cite-font-200", size=LARGE, font_size=2.0, do=cite),
    Picture("save-light", do=save_as),
    Picture("save-dark", "dark", SMALL, do=save_as),
    Picture("keys", do=keys),
    Picture("list-many", file=None, do=list_many),
    Picture("list-many-dark", "dark", file=None, do=list_many),
    Picture("list-growing", file=None, do=list_growing),
    Picture("list-stopped-dark", "dark", SMALL, file=None, do=list_stopped),
    Picture("list-filtered", file=None, do=list_filtered),
    Picture("list-filtered-dark", "dark", file=None, do=list_filtered),
    Picture("list-small", size=SMALL, file=None, do=list_filtered),
    Picture("list-font-200", size=LARGE, file=None, font_size=2.0, do=list_filtered),
    Picture("list-font-200-small", size=SMALL, file=None, font_size=2.0, do=list_filtered),
    Picture("list-no-match", file=None, do=list_without_match),
    Picture("list-empty-folder", "dark", file=None, do=list_empty_folder),
    *(Picture(f"middle-{theme}", theme, MIDDLE, do=mark) for theme in EVERY),
    *(Picture(f"large-{theme}", theme, LARGE, do=mark) for theme in THEMES),
    *(Picture(f"middle-source-{theme}", theme, MIDDLE, do=source) for theme in EVERY),
    *(Picture(f"middle-find-list-{theme}", theme, MIDDLE, do=hits_listed) for theme in EVERY),
    *(Picture(f"middle-notebook-{theme}", theme, MIDDLE, do=notebook) for theme in EVERY),
    *(Picture(f"middle-empty-{theme}", theme, MIDDLE, None, do=recent) for theme in EVERY),
    *(
        Picture(f"middle-list-{theme}", theme, MIDDLE, None, do=list_without_match)
        for theme in EVERY
    ),
    *(Picture(f"peek-{theme}", theme, do=peeked) for theme in EVERY),
    *(Picture(f"program-{theme}", theme, do=ran("program.about")) for theme in MARKED),
    Picture("middle-font-200", size=MIDDLE, font_size=2.0, do=mark),
    Picture("empty-font-200-small", size=SMALL, file=None, font_size=2.0, do=recent),
    Picture("error-font-200-small", "dark", SMALL, font_size=2.0, do=error),
    Picture("palette-font-200-small", "dark", SMALL, font_size=2.0, do=ran("palette.open")),
    Picture("settings-font-200-small", size=SMALL, font_size=2.0, do=ran("settings.show")),
    Picture("peek-font-200-small", size=SMALL, font_size=2.0, do=peeked),
    Picture("glossary-middle", size=MIDDLE, file=FORMAT_FILES[0], do=ran("glossary.show")),
    *(
        Picture(f"{name}-{theme}", theme, size, None, do=strained(name))
        for name in CABLES
        for theme, size in zip(EVERY, (MIDDLE, USUAL, SMALL, LARGE), strict=True)
    ),
    *(
        Picture(f"{name}-font-200-small", size=SMALL, file=None, font_size=2.0, do=strained(name))
        for name in CABLES
    ),
    *(Picture(f"info-200-open-{theme}", theme, MIDDLE, None, do=all_addressees) for theme in EVERY),
    Picture("info-200-open-small", size=SMALL, file=None, do=all_addressees),
    Picture("long-subject-folded", size=MIDDLE, file=None, do=folded),
    *(Picture(f"format-{path.parent.name}", file=path, do=first_cable) for path in FORMAT_FILES),
)
SEED_PICTURES: Final = (
    *(Picture(f"seed-{theme}", theme, file=SEED, do=mark) for theme in THEMES),
    Picture("seed-light", file=SEED, do=mark),
    Picture("seed-dark", "dark", file=SEED, do=mark),
    Picture("seed-small", size=SMALL, file=SEED, do=mark),
    Picture("seed-small-dark", "dark", SMALL, file=SEED, do=mark),
    Picture("seed-large", size=LARGE, file=SEED, do=mark),
    Picture("seed-large-dark", "dark", LARGE, file=SEED, do=mark),
    Picture("seed-font-200", size=LARGE, file=SEED, font_size=2.0, do=mark),
    Picture("seed-source", file=SEED, do=source),
    Picture("seed-source-dark", "dark", file=SEED, do=source),
    Picture("seed-error", file=SEED, do=error),
)


# How it is taken.


def press(desktop: Desktop, sequence: str) -> None:
    """Press keys in the window."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    QTest.keySequence(desktop.window, QKeySequence(sequence))


def wait(desktop: Desktop) -> None:
    """Wait until all that was asked of the bookmarks is done, and painted."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtTest import QTest

    done: list[object] = []
    desktop.jobs.run(lambda: None, done=done.append, failed=done.append, lane="bookmarks")
    while not done:
        QCoreApplication.processEvents()
        QTest.qWait(5)
    QTest.qWait(60)


def press_in(widget: QWidget, sequence: str) -> None:
    """Press keys in a part of the window."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    widget.activateWindow()
    QTest.qWaitForWindowActive(widget.window())
    QTest.keySequence(widget, QKeySequence(sequence))


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for a worker, at most a minute."""
    from PySide6.QtTest import QTest

    end = monotonic() + 60
    while not is_so():
        if monotonic() > end:
            sys.exit("waited a minute in vain")
        QTest.qWait(10)


def take(application: QApplication, picture: Picture, folder: Path) -> None:
    """Start the program in a home of its own, and picture its window."""
    from PySide6.QtGui import QCursor
    from PySide6.QtTest import QTest

    from reader.desktop.app import Desktop
    from reader.settings import LoadedSettings, Settings, ThemeChoice

    usual = application.font()
    font = application.font()
    font.setPointSizeF(font.pointSizeF() * picture.font_size)
    application.setFont(font)
    with TemporaryDirectory() as home:
        os.environ["CABLE_READER_HOME"] = home
        settings = Settings(theme=ThemeChoice(picture.theme))
        desktop = Desktop(application, LoadedSettings(settings, None))
        desktop.open([str(picture.file)] if picture.file else [])
        desktop.window.resize(*picture.size)
        desktop.window.activateWindow()
        QTest.qWaitForWindowActive(desktop.window)
        desktop.complete()
        QCursor.setPos(*picture.size)
        wait(desktop)
        if picture.do is not None:
            picture.do(desktop)
            wait(desktop)
        save(desktop, picture, folder)
        desktop.window.close()
        desktop.end()
        desktop.window.deleteLater()
        desktop.deleteLater()
        QTest.qWait(1)
    application.setFont(usual)


def save(desktop: Desktop, picture: Picture, folder: Path) -> None:
    """Write the picture of the window, and of a dialog that stands over it."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QDialog

    pixels = desktop.window.grab()
    others: list[QWidget] = list(desktop.window.findChildren(NotebookWindow))
    others += desktop.window.findChildren(QDialog)
    if desktop.window.has_comparison():
        others.append(desktop.window.comparison)
    for dialog in others:
        if dialog.isVisible():
            painter = QPainter(pixels)
            middle = desktop.window.rect().center() - dialog.rect().center()
            painter.drawPixmap(QPoint(middle.x(), middle.y()), dialog.grab())
            painter.end()
    pixels.save(str(folder / f"{picture.name}.png"))
    if picture.is_for_readme:
        README_PICTURES.mkdir(exist_ok=True)
        pixels.save(str(README_PICTURES / f"{picture.name}.png"))


def main(names: list[str]) -> int:
    """Take all pictures, or those that are named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication(["cable-reader", "-style", "fusion"])
    folder = FOLDER / "screenshots"
    folder.mkdir(exist_ok=True)
    pictures = (*PICTURES, *(SEED_PICTURES if SEED.is_file() else ()))
    for picture in pictures:
        if not names or picture.name in names:
            take(application, picture, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
