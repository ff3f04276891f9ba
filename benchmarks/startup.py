"""How soon a cable can be read: from the start of the process until it is painted.

`python -m benchmarks.startup [--check]`. Processor time of the whole process, against a bare
QMainWindow with a label in the same interpreter; the runs alternate, and the figures are medians.
The cable is a real one where the shared material lies beside the checkout, else the sample.

The bare window is what any program of PySide6 costs: it imports the binding as everybody does, and
tells its time from the first paint of its window. Ours goes the way of `cable-reader FILE`: the
command line, the look for another start, the settings, the file read as a cable and composed, and
the window with header, gutter, marks and status bar; it tells its time when all of it is painted.
What follows that paint (commands, docks, icon, watching the file) is in neither.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.ratios import Row, arguments, at_most, report
from reader.resources import resource_path
from tests.display import Display, lacking

FOLDER: Final = Path(__file__).resolve().parents[1]
SEED: Final = FOLDER / ".." / "shared" / "seed" / "09MOSCOW501.md"
SAMPLE: Final = resource_path("samples", "09REYKJAVIK9017.cable.txt")

# Both tell the processor time that the process has taken when the first paint is done, and end.
TELL: Final = """
import os, sys, time
def tell():
    os.write(1, str(time.process_time()).encode())
    os._exit(0)
"""

BARE: Final = f"""{TELL}
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    painted = Signal()
    def paintEvent(self, event):
        self.painted.emit()
application = QApplication(["bare", "-style", "fusion"])
window = Window()
window.setCentralWidget(QLabel("The ferry is late."))
window.resize(1180, 780)
window.painted.connect(tell, Qt.ConnectionType.QueuedConnection)
window.show()
application.exec()
"""

# As `python -m reader FILE`; the window tells before it goes on with what can wait. It is loaded
# here as the command line will load it, so that its class can be put in the place of another.
OURS: Final = f"""{TELL}
from reader.cli import main
from reader.cli.window import load_window
load_window()
import reader.desktop.app as app
from PySide6.QtCore import Qt
class Window(app.MainWindow):
    def __init__(self):
        super().__init__()
        self.painted.connect(self.tell, Qt.ConnectionType.QueuedConnection)
    def tell(self):
        assert self.body.isVisible() and self.body.search_texts(), "the cable is not there"
        tell()
app.MainWindow = Window
sys.exit(main(sys.argv[1:]))
"""

# The first start of all, which the reader ends.
FIRST: Final = OURS.replace("tell()\napp.", "self.close()\napp.")

TARGET: Final = 1.25


def run(code: str, words: list[str], environment: dict[str, str]) -> bytes:
    """Start a program, and return what it tells."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=FOLDER,
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        timeout=120,
    )
    return done.stdout


def measure(file: Path, rounds: int) -> list[Row]:
    """Start both in turn, after one start each that does not count."""
    spent: dict[str, list[float]] = {"bare": [], "ours": []}
    starts = {"bare": (BARE, []), "ours": (OURS, [str(file)])}
    with ExitStack() as stack:
        environment = dict(os.environ)
        if not lacking("Xvfb"):
            display = Display()
            stack.callback(display.close)
            environment = display.environment
        elif "DISPLAY" not in environment:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        # From its first start on, a program has its bytecode, and ours the patterns it compiled.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["CABLE_READER_HOME"] = stack.enter_context(TemporaryDirectory())
        run(FIRST, [str(file)], environment)
        for number in range(rounds + 1):
            for name, (code, words) in starts.items():
                taken = float(run(code, words, environment))
                if number:
                    spent[name].append(taken)
    bare, ours = median(spent["bare"]), median(spent["ours"])
    return [
        Row("bare QMainWindow with a label", f"{bare * 1000:.0f} ms"),
        Row(f"{file.name} painted", f"{ours * 1000:.0f} ms", ours / bare, at_most(TARGET)),
    ]


def main() -> int:
    """Print the table; 1 when the target is missed and --check was given."""
    parser = arguments("How soon a cable can be read.")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--file", type=Path, default=SEED if SEED.is_file() else SAMPLE)
    options = parser.parse_args()
    title = f"Processor time until the first paint, medians of {options.rounds}"
    return report(title, measure(options.file.resolve(), options.rounds), check=options.check)


if __name__ == "__main__":
    sys.exit(main())
