"""Keys pressed in the window, and waiting until it has done what they ask."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.desktop.app import Desktop


def press(desktop: Desktop, sequence: str) -> None:
    """Press keys in the window."""
    QTest.keySequence(desktop.window, QKeySequence(sequence))


def press_in(widget: QWidget, sequence: str) -> None:
    """Press keys in a part of the window."""
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget.window())
    QTest.keySequence(widget, QKeySequence(sequence))


def wait(desktop: Desktop) -> None:
    """Wait until all that was asked of the bookmarks is done, and painted."""
    done: list[object] = []
    desktop.jobs.run(lambda: None, done=done.append, failed=done.append, lane="bookmarks")
    while not done:
        QCoreApplication.processEvents()
        QTest.qWait(5)
    QTest.qWait(60)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for a worker, at most five minutes."""
    end = monotonic() + 300
    while not is_so():
        if monotonic() > end:
            sys.exit("waited in vain")
        QTest.qWait(10)


def ran(command_id: str) -> Callable[[Desktop], None]:
    """A command that was run: a dialog, the palette, the whole screen."""

    def run(desktop: Desktop) -> None:
        for action in desktop.window.actions():
            if action.objectName() == command_id:
                action.trigger()

    return run
