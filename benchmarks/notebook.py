"""How long a reader waits for the notebook, and for a cable with many marks; see `bookmarks`.

The window is the real one on Qt's screen for tests. Time is that of the processor, in the window
and in its workers together, from the command until what was asked for is painted.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import process_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from benchmarks.ratios import Row, at_most
from reader.desktop.app import Desktop
from reader.desktop.panels.notebook import NotebookWindow
from reader.desktop.panels.notebook.rows import MarkList
from reader.desktop.panels.page.view import PageView
from reader.intake import read_cable
from reader.settings import load_settings
from reader.store.anchors import make_anchor
from reader.store.bookmarks import Bookmarks
from reader.store.marks import Colour, Mark, MarkKind, Put, new_mark
from reader.store.opening import bookmarks_path
from tests.telegrams import Shape, make_telegram

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.cable.model import Cable
ROUNDS = 15
CABLE_SIZE = 60_000
MARKED_CABLE, BARE_CABLE = "09OSLO9017", "09OSLO9018"


def window_rows(marks: Sequence[Mark], typed: Sequence[str], in_one_cable: int) -> list[Row]:
    """The notebook with these marks, searched with what was typed; a cable with and without any."""
    with tempfile.TemporaryDirectory(prefix="notebook-") as name, home_in(Path(name)):
        files = [Path(name) / f"{cable_id}.cable.txt" for cable_id in (MARKED_CABLE, BARE_CABLE)]
        for path in files:
            path.write_text(cable_text(path.name.partition(".")[0]))
        with closing(Bookmarks.open(bookmarks_path())) as store:
            store.apply([Put(mark) for mark in marks], "Import")
            there = marks_in(files[0], in_one_cable)
            store.apply([Put(mark) for mark in there], "Import")
        with desktop() as program:
            first = painting_notebook(program)
            found = searching(program, typed)
            marked, bare = opening(program, files)
    p95 = quantiles(found, n=20)[-1] * 1000
    ratio = median(marked) / median(bare)
    return [
        Row("notebook, first painted", f"{first * 1000:.0f} ms", first * 1000, at_most(300)),
        Row("search until painted, median", f"{median(found) * 1000:.1f} ms"),
        Row("search until painted, p95", f"{p95:.1f} ms", p95, at_most(50)),
        Row("a cable without marks", f"{median(bare) * 1000:.0f} ms"),
        Row(f"a cable with {in_one_cable}", f"{median(marked) * 1000:.0f} ms", ratio, at_most(1.2)),
    ]


def cable_text(cable_id: str) -> str:
    """A telegram that has this id and is otherwise always the same."""
    shape = Shape(transport=False, wrapped=True, pages=False)
    body = make_telegram(Random(1905), size=CABLE_SIZE, shape=shape)
    year, station, number = cable_id[:2], cable_id[2:6], cable_id[6:]
    start = body.index("\n1.") if "\n1." in body else 0
    head = f"R 040910Z AUG {year}\nFM AMEMBASSY {station}\nTO SECSTATE WASHDC\n\n"
    return f"{head}UNCLAS {station} 00{number}\n\nSUBJECT: WAFFLES AND FERRIES\n{body[start:]}"


def marks_in(path: Path, count: int) -> list[Mark]:
    """Bookmarks and highlights all over a cable."""
    random = Random(1906)
    cable = read_cable(path)
    assert cable.canonical_id == MARKED_CABLE
    return [mark_in(cable, random) for _ in range(count)]


def mark_in(cable: Cable, random: Random) -> Mark:
    """A bookmark, or a highlight of a line or two."""
    paragraph = random.choice(cable.paragraphs)
    if random.random() < 0.2:
        return new_mark(MarkKind.BOOKMARK, make_anchor(cable, paragraph.ordinal), cable)
    start = random.randrange(max(len(paragraph.text) - 20, 1))
    anchor = make_anchor(cable, paragraph.ordinal, start, start + random.randint(10, 140))
    return new_mark(MarkKind.HIGHLIGHT, anchor, cable, colour=random.choice(tuple(Colour)))


@contextmanager
def home_in(folder: Path) -> Iterator[None]:
    """Have the program keep its files in a folder of ours, and its window on no screen."""
    wanted = {"CABLE_READER_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def desktop() -> Iterator[Desktop]:
    """The program, complete and idle."""
    application = QApplication.instance() or QApplication(["cable-reader", "-style", "fusion"])
    assert isinstance(application, QApplication)
    program = Desktop(application, load_settings())
    program.open([])
    program.complete()
    settle(program)
    yield program
    program.window.close()
    program.end()


def until(holds: Callable[[], object]) -> None:
    """Wait for events, at no cost, until something holds."""
    while not holds():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def settle(program: Desktop) -> None:
    """Wait until the store has nothing more to do."""
    for _ in range(3):
        done: list[object] = []
        program.jobs.run(lambda: None, done=done.append, failed=done.append, lane="bookmarks")
        until(lambda done=done: done)


def notebook_of(program: Desktop) -> NotebookWindow:
    """The window of the notebook."""
    [notebook] = program.window.findChildren(NotebookWindow)
    return notebook


class Painting(QObject):
    """Notes when the rows of the notebook are painted with what is asked for."""

    def __init__(self, notebook: NotebookWindow) -> None:
        super().__init__(notebook)
        self._notebook = notebook
        self._is_painted = False
        [rows] = notebook.findChildren(MarkList)
        rows.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """See the rows painted."""
        if event.type() is QEvent.Type.Paint and self._notebook.is_answered():
            self._is_painted = self._is_painted or self._notebook.count() > 0
        return super().eventFilter(watched, event)

    def wait(self) -> None:
        """Wait until the answer is painted; where nothing was found there are no rows."""
        until(self._notebook.is_answered)
        if self._notebook.count():
            until(lambda: self._is_painted)
        self._is_painted = False


def painting_notebook(program: Desktop) -> float:
    """Seconds until the notebook shows marks, for the first time."""
    start = process_time()
    program.session.marking.notebook_wanted.emit()
    notebook = notebook_of(program)
    painting = Painting(notebook)
    until(lambda: notebook.count() > 0)
    painting.wait()
    return process_time() - start


def searching(program: Desktop, typed: Sequence[str]) -> list[float]:
    """Seconds from the end of typing until what was found is painted."""
    notebook = notebook_of(program)
    painting = Painting(notebook)
    settle(program)
    times = []
    for words in typed:
        start = process_time()
        notebook.look_for(words)
        painting.wait()
        times.append(process_time() - start)
    notebook.close()
    return times


def opening(program: Desktop, files: Sequence[Path]) -> tuple[list[float], list[float]]:
    """Seconds from opening each file until its text, and then its marks, are painted."""
    times: tuple[list[float], list[float]] = ([], [])
    session, text = program.session, program.window.body.findChildren(PageView)[0]
    for _ in range(ROUNDS):
        for path, spent in zip(files, times, strict=True):
            settle(program)
            start = process_time()
            session.open_file(str(path))
            until(lambda path=path: session.document and session.document.path == str(path))
            text.viewport().repaint()
            spent.append(process_time() - start)
            settle(program)
            session.close_document()
    assert times[0]
    return times
