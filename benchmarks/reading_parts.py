"""What `benchmarks.reading` measures in processes of their own, so that none has what another left.

`python -m benchmarks.reading_parts PART ROUNDS` prints the figures of a part as JSON.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from reader.cable.grammar import parse
from reader.cable.model import Telegram
from reader.desktop.app import Desktop
from reader.desktop.panels.body import BodyPanel
from reader.desktop.panels.page.view import PageView
from reader.settings import Settings, load_settings
from tests.telegrams import DID, WHAT, WHO, make_telegram

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractScrollArea

    from reader.cable.model import Cable

SIZE: Final = (900, 900)
WINDOW: Final = (1280, 900)
PARAGRAPHS: Final = 10_000
NOTCH: Final = 120
NOTCHES: Final = 400
TABS: Final = 100
FOUND_PARAGRAPHS: Final = 2_000
SOUGHT: Final = "quince"
PAINTING: Final = 0.01
PATIENCE: Final = 60


def make_long_telegram(paragraphs: int, sentences: int = 5) -> str:
    """A telegram of very many paragraphs of a few sentences."""
    random = Random(10)
    did = [words for words in DID if "ref" not in words]
    lines = ["FM AMEMBASSY OSLO", "TO SECSTATE WASHDC", "", "UNCLAS OSLO 000010", ""]
    lines += ["SUBJECT: ALL", "", "REF: OSLO 7"]
    for number in range(1, paragraphs + 1):
        words = " ".join(
            f"{random.choice(WHO)} {random.choice(did)} {random.choice(WHAT)}."
            for _ in range(sentences)
        )
        if number % 20 == 0:
            words += " See reftel."
        # No telegram counts further than three digits.
        lines += ["", f"{(number - 1) % 999 + 1}. (U) {words}"]
    return "\n".join([*lines, "", "STRAND", ""])


class Paint(QObject):
    """Notes when a view has been painted."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Count, and let the view paint."""
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    end = time.perf_counter() + PATIENCE
    while not holds():
        if time.perf_counter() > end:
            raise SystemExit("waited in vain")
        QApplication.processEvents()


def first_paint(make: Callable[[], QAbstractScrollArea]) -> tuple[float, QAbstractScrollArea]:
    """Processor time until a new view with its text was painted."""
    gc.collect()
    start = time.process_time()
    view = make()
    paint = Paint(view)
    window = view.window()
    window.resize(*SIZE)
    window.show()
    wait_until(lambda: paint.count > 0)
    return time.process_time() - start, view


def ours(cable: Cable) -> QAbstractScrollArea:
    """Our page with a cable."""
    panel = BodyPanel()
    panel.show_cable(cable)
    [view] = panel.findChildren(PageView)
    # The panel would go with its last name.
    view.panel = panel
    return view


def plain(text: str) -> QAbstractScrollArea:
    """Qt's plain text with the same words."""
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setPlainText(text)
    return view


def page(rounds: int) -> dict[str, float]:
    """A cable of 10,000 paragraphs, and the same text in a QPlainTextEdit, in turn."""
    start = time.process_time()
    cable = parse(Telegram(make_long_telegram(PARAGRAPHS)))
    reading = time.process_time() - start
    text = "\n".join(item.text for item in cable.body)
    assert len(cable.paragraphs) == PARAGRAPHS
    spent: dict[str, list[float]] = {"ours": [], "plain": []}
    for number in range(rounds + 1):
        for name, make in (("ours", lambda: ours(cable)), ("plain", lambda: plain(text))):
            taken, view = first_paint(make)
            view.window().close()
            view.window().deleteLater()
            if number:
                spent[name].append(taken)
    return {"parse": reading, **{name: median(each) for name, each in spent.items()}}


def wheel(rounds: int) -> dict[str, float]:
    """Processor time of a frame, the 95th of 100, while the wheel turns through such a cable.

    In the whole window, of which outline and status line follow the reader.
    """
    desktop = start()
    desktop.window.resize(*WINDOW)
    desktop.session.open_pasted(make_long_telegram(PARAGRAPHS))
    wait_until(lambda: desktop.session.cable is not None)
    view = desktop.window.body.focusProxy()
    assert isinstance(view, PageView)
    paint = Paint(view)
    # Qt sets what is not in view while nothing else is done.
    settle(2.0)
    frames = []
    for _ in range(rounds * NOTCHES):
        painted = paint.count
        began = time.process_time()
        turn(view)
        # Qt waits a little for more to paint; that costs no processor time.
        time.sleep(PAINTING)
        QApplication.processEvents()
        frames.append(time.process_time() - began)
        assert paint.count > painted
    assert view.verticalScrollBar().value() > 0
    assert desktop.session.ordinal > 0
    desktop.window.close()
    desktop.end()
    return {"frame": quantiles(frames, n=20)[-1], "middle": median(frames)}


def turn(view: QAbstractScrollArea) -> None:
    """Turn the wheel by a notch towards the reader."""
    viewport = view.viewport()
    middle = viewport.rect().center()
    event = QWheelEvent(
        QPointF(middle),
        QPointF(viewport.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not inverted
    )
    QApplication.sendEvent(viewport, event)


def start(settings: Settings | None = None) -> Desktop:
    """The whole program, with nothing open."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    loaded = load_settings()
    desktop = Desktop(application, loaded._replace(settings=settings or loaded.settings))
    desktop.open([])
    desktop.complete()
    QApplication.processEvents()
    return desktop


def make_files(folder: Path, count: int) -> list[str]:
    """Telegrams of the usual size, a file each."""
    random = Random(100)
    paths = []
    for number in range(count):
        path = folder / f"{number:03}.cable.txt"
        path.write_text(make_telegram(random), encoding="utf-8")
        paths.append(str(path))
    return paths


def resident() -> float:
    """Bytes of memory that the process holds, without what it shares with others."""
    gc.collect()
    fields = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in fields if line.startswith("Private_")) * 1024


def empty(_rounds: int) -> dict[str, float]:
    """The memory of the window with nothing open."""
    desktop = start()
    memory = resident()
    desktop.window.close()
    desktop.end()
    return {"memory": memory}


def hundred(_rounds: int) -> dict[str, float]:
    """The memory of the window with a hundred cables open, the last one shown."""
    desktop = start()
    with TemporaryDirectory() as folder:
        desktop.session.open_files(make_files(Path(folder), TABS))
        wait_until(lambda: len(desktop.session.tabs.documents()) == TABS)
        settle()
        memory = resident()
        desktop.window.close()
        desktop.end()
    return {"memory": memory}


def settle(seconds: float = 1.0) -> None:
    """Let the window do what it put off."""
    end = time.perf_counter() + seconds
    wait_until(lambda: time.perf_counter() > end)


def switch(rounds: int) -> dict[str, float]:
    """Seconds by the clock from one tab to the next, painted; the slowest of those but a few."""
    desktop = start()
    with TemporaryDirectory() as folder:
        count = 10
        desktop.session.open_files(make_files(Path(folder), count))
        wait_until(lambda: len(desktop.session.tabs.documents()) == count)
        settle()
        paint = Paint(desktop.window.body.focusProxy())  # type: ignore[arg-type]
        taken = []
        for _ in range(rounds * count):
            tabs = desktop.session.tabs
            following = tabs.all()[(tabs.index() + 1) % count]
            painted = paint.count
            started = time.perf_counter()
            desktop.session.choose_tab(following)
            wait_until(lambda: paint.count > painted)  # noqa: B023 - called at once
            taken.append(time.perf_counter() - started)
            settle(0.02)
        desktop.window.close()
        desktop.end()
    return {"switch": quantiles(taken, n=20)[-1], "middle": median(taken)}


def find(rounds: int) -> dict[str, float]:
    """Seconds by the clock from the last letter typed until 5,000 hits in 1 MB are painted."""
    desktop = start()
    text, hits = make_found_telegram()
    desktop.session.open_pasted(text)
    wait_until(lambda: desktop.session.cable is not None)
    settle()
    bar = desktop.window.find_bar
    bar.open_bar()
    [field] = bar.findChildren(QLineEdit)
    paint = Paint(desktop.window.body.focusProxy())  # type: ignore[arg-type]
    taken = []
    for _ in range(3 * rounds):
        field.clear()
        QTest.keyClicks(field, SOUGHT[:-1])
        settle(0.1)
        painted = paint.count
        started = time.perf_counter()
        QTest.keyClick(field, SOUGHT[-1])
        wait_until(lambda: paint.count > painted)  # noqa: B023 - called at once
        taken.append(time.perf_counter() - started)
        assert f"{hits:,}" in bar.count_text() or str(hits) in bar.count_text(), bar.count_text()
    desktop.window.close()
    desktop.end()
    return {"find": median(taken), "hits": hits, "size": len(text)}


def make_found_telegram() -> tuple[str, int]:
    """A telegram of 1 MB in which a word stands 5,000 times, and how often it does."""
    lines = make_long_telegram(FOUND_PARAGRAPHS, 8).split("\n")
    stride = 0
    for number, line in enumerate(lines):
        if line.endswith(".") and "(U)" in line:
            stride += 1
            lines[number] = f"{line} The {SOUGHT} and the {SOUGHT}" + (
                f", the {SOUGHT}." if stride % 2 else "."
            )
    text = "\n".join(lines)
    return text, text.count(SOUGHT)


PARTS: Final = {
    "find": find,
    "page": page,
    "wheel": wheel,
    "empty": empty,
    "hundred": hundred,
    "switch": switch,
}


def main() -> int:
    """Measure one part, and print its figures."""
    application = QApplication(["cable-reader", "-style", "fusion"])
    name, rounds = sys.argv[1], int(sys.argv[2])
    print(json.dumps(PARTS[name](rounds)))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
