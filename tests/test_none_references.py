"""A binding that loses a reference to None at each call ends the program after some hours."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from tests.growth import garbage_left

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

CALLS = 1_000
SLACK = 50
"""References that caches of Python and Qt may come to hold; a leak makes at least CALLS."""


class Sender(QObject):
    sent = Signal(object)


def references_gained(call: Callable[[], object]) -> int:
    """By how much the reference count of None grows over CALLS calls."""
    for _ in range(10):
        call()
    with garbage_left():
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            call()
        return sys.getrefcount(None) - before


def calls_of_a_widget() -> dict[str, Callable[[], object]]:
    widget, editor, action = QWidget(), QTextEdit(), QAction()
    document = QTextDocument("Ferry")
    cursor, form = QTextCursor(document), QTextCharFormat()
    model, sender = QStringListModel(["Lamp"]), Sender()
    sender.sent.connect(lambda _: None)
    return {
        "returns nothing": lambda: widget.setWindowTitle("Kettle Point"),
        "returns None for no parent": widget.parentWidget,
        "returns None for no layout": widget.layout,
        "takes None": lambda: widget.setParent(None),
        "property": lambda: widget.setProperty("lamp", None),
        "reads a property that is not there": lambda: widget.property("lamp"),
        "size": lambda: widget.resize(QSize(10, 10)),
        "cursor": lambda: cursor.movePosition(QTextCursor.MoveOperation.Start),
        "format": lambda: cursor.mergeCharFormat(form),
        "block data": lambda: document.firstBlock().userData(),
        "editor": lambda: editor.setExtraSelections([]),
        "model": lambda: model.data(QModelIndex(), Qt.ItemDataRole.DisplayRole),
        "signal": lambda: sender.sent.emit(None),
        "action": lambda: action.setData(None),
        "action's data": action.data,
    }


def test_none_keeps_its_references_over_a_thousand_calls(qtbot: QtBot) -> None:
    assert qtbot is not None
    gained = {name: references_gained(call) for name, call in calls_of_a_widget().items()}
    leaks = {name: number for name, number in gained.items() if abs(number) > SLACK}
    assert leaks == {}


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_the_measure_sees_a_reference_that_is_kept() -> None:
    kept: list[None] = []
    assert references_gained(lambda: kept.append(None)) >= CALLS
