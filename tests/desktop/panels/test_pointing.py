"""The mouse between two lines of the text to be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.desktop.panels.body import BodyPanel
from tests.desktop.panels.cables import cable

# Qt's screen for tests says so each time that a window is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def view(qtbot):
    panel = BodyPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_cable(cable("The ferry was late again and nobody knew why it had been so. " * 12))
    QTest.qWait(1)
    panel._view.panel = panel
    return panel._view


def line_of(view, position):
    return view.document().begin().layout().lineForTextPosition(position).lineNumber()


def lines_clicked(view):
    """The line that a click takes for each pixel row, from the top of one line to another."""
    x = view.viewport().width() // 2
    cursor = view.textCursor()
    layout = view.document().begin().layout()
    cursor.setPosition(layout.lineAt(1).textStart())
    first = view.cursorRect(cursor).top()
    cursor.setPosition(layout.lineAt(4).textStart())
    for y in range(first, view.cursorRect(cursor).top()):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        assert view.textCursor().positionInBlock() != layout.lineAt(1).textStart()
        yield line_of(view, view.textCursor().positionInBlock()), view.cursorRect().left()


def test_every_click_lands_in_the_nearest_line_below_the_pointer(view):
    lines, lefts = zip(*lines_clicked(view), strict=True)
    assert list(lines) == sorted(lines)
    assert set(lines) == {1, 2, 3, 4}
    # The last gap belongs to two lines.
    assert 1 <= lines.count(4) < lines.count(2) / 2
    assert abs(lines.count(1) + lines.count(4) - lines.count(2)) <= 2
    # Under the pointer, never at the beginning of a line.
    middle = view.viewport().width() // 2
    assert all(abs(left - middle) < 20 for left in lefts)


def test_what_is_drawn_over_grows_line_by_line(view):
    layout = view.document().begin().layout()
    x = view.viewport().width() // 2
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(x, view.cursorRect().center().y()))
    ends = []
    for down in range(0, 90, 2):
        QTest.mouseMove(port, QPoint(x, view.height() // 10 + down))
        ends.append(view.textCursor().position())
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(x, 150))
    assert ends == sorted(ends)
    starts = {layout.lineAt(number).textStart() for number in range(layout.lineCount())}
    assert starts.isdisjoint(ends)
