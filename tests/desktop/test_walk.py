"""Every control that any command shows, walked through as a screen reader and the Tab key do."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QFileDialog, QWidget

from reader.commands.table import COMMANDS
from tests.desktop.conftest import settle
from tests.desktop.test_accessibility import CONTROLS

ENDS = frozenset({"window.quit", "file.close", "list.show"})
"""Commands that take away what the others need."""
PRINTING = frozenset({"print.preview", "cable.print"})
"""Ask the printing service, and show dialogs of Qt."""
MOST_ROWS = 50

ROW = 12
"""Pixels by which controls of one row may stand higher or lower."""


def shown_windows() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def controls(window: QWidget):
    """What can be seen and acted on, with its name: widgets, and the rows in them.

    The interface is never asked for its object, since Python would lose hold of that later.
    """
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        role = interface.role()
        if role in CONTROLS or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield type(widget).__name__, role.name, interface.text(QAccessible.Text.Name), widget
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for name in row_names(widget):
                yield type(widget).__name__, "row", name, None


def row_names(view: QAbstractItemView) -> list[str]:
    """The names of the rows as their model gives them to a screen reader."""
    model, roles = view.model(), (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    indexes = [model.index(row, 0) for row in range(min(model.rowCount(), MOST_ROWS))]
    return [
        next((str(index.data(role)) for role in roles if index.data(role)), "") for index in indexes
    ]


def unnamed(window: QWidget) -> list[str]:
    return [
        f"{role} of {kind}"
        for kind, role, name, widget in controls(window)
        # What belongs to Qt itself: the viewport of a list, the field inside a clear button.
        if not name.strip() and not (widget and widget.objectName().startswith("qt_"))
    ]


def tab_order(window: QWidget) -> list[QWidget]:
    """What Tab goes through in a window."""
    order, widget = [], window
    while (widget := widget.nextInFocusChain()) is not window:
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if stops and widget.isVisibleTo(window) and widget.focusProxy() is None:
            order.append(widget)
    return order


def out_of_order(window: QWidget) -> list[str]:
    """Pairs of neighbours in the Tab order of which the second stands above the first."""
    found = []
    order = tab_order(window)
    for one, two in pairwise(order):
        if one.parentWidget() is not two.parentWidget():
            continue
        if two.geometry().bottom() < one.geometry().top() - ROW:
            found.append(f"{type(one).__name__} before {type(two).__name__}")
    return found


class Walk:
    """Looks at every window that comes up, while commands are run."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.unnamed = {}
        self.out_of_order = {}
        self.seen = set()
        self.dialogs = set()
        self.command = ""

    def look(self) -> None:
        for window in shown_windows():
            self.seen |= {each[1:3] for each in controls(window)}
            if found := unnamed(window):
                self.unnamed.setdefault(self.command, found)
            if found := out_of_order(window):
                self.out_of_order.setdefault(self.command, found)

    def close_dialogs(self) -> None:
        """Look, and close what stands before the window; some of it waits for that."""
        self.look()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not self.desktop.window:
                if isinstance(window, QDialog):
                    self.dialogs.add(type(window).__name__)
                window.close()


@pytest.fixture
def walk(desktop, qtbot, monkeypatch):
    # What the system asks in its own way.
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    desktop.window.resize(1500, 1000)
    walk = Walk(desktop)
    closing = QTimer()
    closing.setInterval(60)
    closing.timeout.connect(walk.close_dialogs)
    closing.start()
    for ordinal in (0, 3):
        desktop.session.marking.toggle(ordinal)
    settle(desktop, qtbot)
    for command in COMMANDS:
        if command.id in ENDS or command.id in PRINTING:
            continue
        walk.command = command.id
        action = desktop.actions[command.id]
        if action.isEnabled():
            action.trigger()
            QApplication.processEvents()
            walk.look()
    qtbot.wait(200)
    walk.close_dialogs()
    closing.stop()
    return walk


@pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "does not support raise")
def test_every_control_that_a_command_shows_has_a_name_and_its_turn(walk):
    assert walk.unnamed == {}
    assert walk.out_of_order == {}
    assert len(walk.seen) > 150
    assert len(walk.dialogs) > 6


def test_a_control_that_tab_reaches_too_early_is_seen(qtbot):
    from PySide6.QtWidgets import QPushButton

    window = QWidget()
    qtbot.addWidget(window)
    lower, upper = QPushButton("Lower", window), QPushButton("Upper", window)
    lower.move(0, 100)
    upper.move(0, 0)
    window.show()
    assert out_of_order(window) == ["QPushButton before QPushButton"]
    assert QAccessible.queryAccessibleInterface(upper).text(QAccessible.Text.Name) == "Upper"
