"""Qt's binding, whose signature support waits until it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.patience import PATIENCE

# What each of them does to the binding is asked of a process of its own: here it is there already.
START = """
import builtins, json, sys
from reader.desktop.binding import delay_signatures
{before}
delay_signatures()
from PySide6.QtCore import QSize
"""

SWITCH = "__feature_import__"
SUPPORT = "shibokensupport.signature."

WAITING = """
waiting = [name for name in sys.modules if "__getattr__" in vars(sys.modules[name])]
print(json.dumps([waiting, builtins.__import__.__name__]))
"""

ASKED = """
words = []
try:
    QSize("far", "wide")
except TypeError as error:
    words.append(str(error))
words.append(QSize.scaled.__doc__)
print(json.dumps(words))
"""

UNKNOWN = "import reader.desktop.binding; reader.desktop.binding.KNOWN = ()"


def run(code: str, *, start: str = START, before: str = "") -> list[object]:
    """What a piece of code prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", start.format(before=before) + code],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    answer: list[object] = json.loads(done.stdout)
    return answer


def test_signatures_wait_until_they_are_needed() -> None:
    waiting, importer = run(WAITING)
    assert isinstance(waiting, list)
    names = {"mapping", "layout", "parser", "errorhandler", "lib.pyi_generator"}
    assert {SUPPORT + name for name in names} <= set(waiting)
    assert importer != SWITCH


def test_errors_and_help_are_those_of_the_binding() -> None:
    asked = run(ASKED)
    assert "QSize" in str(asked[0])
    assert "Supported signatures" in str(asked[0])
    assert "scaled(self" in str(asked[1])
    assert asked == run(ASKED, start="from PySide6.QtCore import QSize\nimport json\n")


def test_nothing_waits_in_a_version_that_is_not_known() -> None:
    waiting, importer = run(WAITING, before=UNKNOWN)
    assert isinstance(waiting, list)
    assert not [name for name in waiting if name.startswith(SUPPORT)]
    assert importer == SWITCH
    assert "Supported signatures" in str(run(ASKED, before=UNKNOWN)[0])


def test_a_binding_that_is_there_already_is_left_alone() -> None:
    waiting, _ = run(WAITING, before="import PySide6")
    assert isinstance(waiting, list)
    assert not [name for name in waiting if name.startswith(SUPPORT)]
