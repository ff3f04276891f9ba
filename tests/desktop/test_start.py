"""What is there when the first cable is painted, and what must wait until then.

The names are guards: whoever needs one of them before the first paint pays with time at every
start. Import and make such things where they are first needed, as `Desktop.complete` does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

# Starts the window as the command line does, and tells what is loaded when it was painted.
PROBE = """
import os, sys
from reader.cli import main
from reader.cli.window import load_window
load_window()
import reader.desktop.app as app
from PySide6.QtCore import Qt
app.UNSEEN = 3_600_000
class Window(app.MainWindow):
    def __init__(self):
        super().__init__()
        self.painted.connect(self.tell, Qt.ConnectionType.QueuedConnection)
    def tell(self):
        modules = sorted(sys.modules)
        import json
        ours = [each for name, each in sys.modules.items() if name.startswith("reader.")]
        types = [name for qt in ("QtCore", "QtGui", "QtWidgets")
                 for name, each in vars(sys.modules["PySide6." + qt]).items()
                 if isinstance(each, type)]
        slow = [each.__qualname__ for module in ours for each in vars(module).values()
                if isinstance(each, type) and each.__module__ == module.__name__
                and (hasattr(each, "_fields") and type(each) is type
                     or hasattr(each, "__dataclass_fields__"))]
        words = self.body.search_texts()
        print(json.dumps([modules, sorted(types), slow, len(words)]))
        sys.stdout.flush()
        os._exit(0)
app.MainWindow = Window
sys.exit(main(sys.argv[1:]))
"""

# Modules that nothing painted needs, each with all that is in it.
NEVER = (
    "sqlite3", "markdown_it", "platformdirs", "inspect", "ast", "tokenize", "dataclasses",
    "logging", "argparse", "json", "random", "string", "csv", "gettext", "_bz2", "_lzma",
    "PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSvg",
    "reader.store", "reader.registering", "reader.cable.record", "reader.cable.exports",
    "reader.cable.explanations", "reader.cable.comparison", "reader.cable.citation.styles",
    "reader.cli.bookmarks", "reader.cli.cite", "reader.cli.inspection", "reader.cli.show",
    "reader.commands.table", "reader.desktop.actions", "reader.desktop.handlers",
    "reader.desktop.instance", "reader.desktop.models", "reader.desktop.notices",
    "reader.desktop.panels.bookmarks", "reader.desktop.panels.chooser",
    "reader.desktop.panels.find", "reader.desktop.panels.outline",
    "reader.desktop.panels.references", "reader.desktop.panels.settings",
    "reader.desktop.panels.source", "reader.desktop.panels.welcome",
)  # fmt: skip

# Types that Qt makes for Python when they are first named or met, with hundreds of values, or with
# all events that there are.
NEVER_TYPES = {
    "QFileDialog", "QGradient", "QGraphicsSceneEvent", "QKeySequence", "QMessageBox",
    "QSettings", "QStyle", "QTabletEvent", "QToolTip",
}  # fmt: skip

MOST_MODULES = 185
"""Modules of the program; each takes a fifth of a millisecond to load."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str], list[str], int]:
    """The modules and types of Qt that are there, slowly made types of ours, and what is read."""
    from reader.resources import resource_path

    sample: Path = resource_path("samples", "09REYKJAVIK9017.cable.txt")
    home = tmp_path_factory.mktemp("home")
    (home / "config").mkdir()
    (home / "config" / "settings.json").write_text('{"theme": "dark"}\n')
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "CABLE_READER_HOME": str(home),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(sample)],
        capture_output=True,
        check=True,
        env=environment,
        timeout=PATIENCE,
    )
    modules, types, slow, count = json.loads(done.stdout)
    return modules, types, slow, count


def test_the_cable_is_there(loaded: tuple[list[str], list[str], list[str], int]) -> None:
    modules, types, _, count = loaded
    assert count > 5
    assert "reader.cable.grammar" in modules
    assert "QTextDocument" in types


def test_what_nothing_painted_needs_is_not_loaded(
    loaded: tuple[list[str], list[str], list[str], int],
) -> None:
    modules, types, _, _ = loaded
    early = [name for name in modules if name.startswith(tuple(f"{each}." for each in NEVER))]
    assert [*early, *(name for name in NEVER if name in modules)] == []
    assert sorted(NEVER_TYPES & set(types)) == []


def test_few_modules_are_loaded(loaded: tuple[list[str], list[str], list[str], int]) -> None:
    modules, _, _, _ = loaded
    assert len([name for name in modules if name.startswith("reader.")]) <= MOST_MODULES


def test_types_are_quickly_made(loaded: tuple[list[str], list[str], list[str], int]) -> None:
    """Records in place of named tuples and data classes, which Python compiles at every start."""
    assert loaded[2] == []
