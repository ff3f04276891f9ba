"""A bug of the program: told with a report that has no word of anybody's cable."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QTimer, qDebug, qInfo
from PySide6.QtWidgets import QMessageBox

from reader.desktop.app import Guard
from reader.desktop.crashes import Crashes, report
from reader.paths import user_folders

SECRET = "the clerk XXXXXXXXXXXX (protect)"


@pytest.fixture
def crashes(qapp, capsys):
    crashes = Crashes()
    yield crashes
    crashes.stop()


def fail():
    raise ValueError(SECRET)


def caught():
    try:
        fail()
    except ValueError as error:
        return type(error), error, error.__traceback__


def test_a_report_has_places_and_versions_and_no_words():
    kind, _, trace = caught()
    words = report(kind, trace)
    assert words.splitlines()[0] == "builtins.ValueError"
    assert "test_crashes.py" in words
    assert "Python 3." in words and "Qt 6." in words
    assert SECRET not in words
    assert "/home/" not in words


def test_an_error_that_nobody_expected_is_told(crashes, qtbot, capsys):
    with qtbot.waitSignal(crashes.reported) as told:
        sys.excepthook(*caught())
    assert told.args[0].startswith("builtins.ValueError")
    assert SECRET not in capsys.readouterr().err


def test_an_error_in_a_thread_is_told_too(crashes, qtbot):
    with qtbot.waitSignal(crashes.reported) as told:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert told.args[0].startswith("builtins.ValueError")


def test_an_error_in_a_slot_is_told(crashes, qtbot, capsys):
    clock = QTimer()
    clock.setSingleShot(True)
    clock.timeout.connect(fail)
    with qtbot.waitSignal(crashes.reported) as told:
        clock.start(0)
    assert told.args[0].startswith("builtins.ValueError")
    assert SECRET not in capsys.readouterr().err


def test_an_error_that_nobody_can_raise_is_told(crashes, qtbot, capsys):
    class Lamp:
        def __del__(self):
            fail()

    with qtbot.waitSignal(crashes.reported) as told:
        lamp = Lamp()
        del lamp
    assert told.args[0].startswith("builtins.ValueError")
    assert SECRET not in capsys.readouterr().err


def test_what_qt_has_to_say_goes_to_the_terminal(crashes, capsys):
    qInfo("The lamp is out.")
    qDebug("The keeper is asleep.")
    assert capsys.readouterr().err == "Qt: The lamp is out.\n"


def test_the_hooks_are_given_back(qapp):
    Crashes().stop()
    assert sys.excepthook is sys.__excepthook__
    assert sys.unraisablehook is sys.__unraisablehook__
    assert threading.excepthook is threading.__excepthook__


def test_a_fault_is_dumped_into_a_file_of_ours(crashes):
    crashes.dump_to_file()
    path = user_folders().state / "crash.txt"
    assert path.is_file()
    assert path.stat().st_mode & 0o077 == 0


def test_the_window_stays_up_and_shows_the_report(crashes, desktop, qtbot):
    guard = Guard(desktop, crashes)
    sys.excepthook(*caught())
    [box] = desktop.window.findChildren(QMessageBox)
    assert box.text().startswith("Something went wrong in the program itself.")
    assert box.detailedText().startswith("builtins.ValueError")
    assert SECRET not in box.detailedText()
    assert desktop.window.isVisible()
    box.reject()
    guard.stop()
