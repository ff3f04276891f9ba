"""The form that gives a command other keys; who has them already is told before it loses them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.commands.keymap import TAKEN, Keymap, is_text_key, usual_keys
from reader.desktop.keys import native, plain_title
from reader.desktop.panels.keys.model import KeymapModel
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.plain import PlainLabel
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.commands.command import Command

LONGEST: Final = 2
"""Keys one after the other, as `g g`."""
ROOM_FOR_MENUS: Final = 34
"""Heights of a line that the form is wide when the menus are listed too."""


class KeymapEditor(QWidget):
    """Lists the commands; the one that is chosen can be given keys, or lose them."""

    keymap_changed = Signal(object)
    """The Keymap that the reader wants from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = Keymap()
        self._model = KeymapModel()
        self._query = QLineEdit()
        self._table = QTableView()
        quieten(self._table)
        self._edit = QKeySequenceEdit()
        self._label = PlainLabel(tr("New keys:"))
        self._said = PlainLabel(wraps=True)
        self._add = QPushButton(tr("Add"))
        self._clear = QPushButton(tr("No keys"))
        self._usual = QPushButton(tr("Usual keys"))
        self._all = QPushButton(tr("Usual keys for all"))
        self._build()
        self._query.textChanged.connect(self._find)
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._show_command())
        self._table.activated.connect(lambda _: self._edit.setFocus())
        self._edit.keySequenceChanged.connect(lambda _: self._tell())
        self._add.clicked.connect(self._take)
        self._clear.clicked.connect(lambda: self._give(()))
        self._usual.clicked.connect(self._give_usual)
        self._all.clicked.connect(lambda: self._change(self._keymap.reset()))
        self._table.selectRow(0)
        self.setFocusProxy(self._query)

    def _build(self) -> None:
        self._query.setPlaceholderText(tr("Find a command, or a key"))
        self._query.setAccessibleName(tr("Find a command, or a key"))
        self._query.setClearButtonEnabled(True)
        self._build_table()
        self._edit.setMaximumSequenceLength(LONGEST)
        self._edit.setAccessibleName(tr("Press new keys"))
        self._label.setBuddy(self._edit)
        self._said.setMinimumHeight(self._said.fontMetrics().lineSpacing() * 3)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        for widget in (self._label, self._edit, self._add):
            row.addWidget(widget, int(widget is self._edit))
        foot = QHBoxLayout()
        foot.addWidget(self._clear)
        foot.addWidget(self._usual)
        foot.addStretch(1)
        foot.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._query)
        layout.addWidget(self._table, 1)
        layout.addLayout(row)
        layout.addWidget(self._said)
        layout.addLayout(foot)

    def _build_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setAccessibleName(tr("Commands and their keys"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * 1.7))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the titles of the commands room: the menus make way first, then long keys."""
        super().resizeEvent(event)
        table, line = self._table, self._table.fontMetrics().height()
        table.setColumnHidden(2, self.width() < line * ROOM_FOR_MENUS)
        keys = table.sizeHintForColumn(1) + line
        table.setColumnWidth(1, min(keys, self.width() * 2 // 5))

    # What the dialog calls.

    def show_keymap(self, keymap: Keymap) -> None:
        """Show the keys that the commands have now."""
        self._keymap = keymap
        self._model.show_keymap(keymap)
        self._show_command()

    # What the reader does.

    def _find(self, query: str) -> None:
        self._model.find(query)
        self._table.selectRow(0)
        self._show_command()

    def _command(self) -> Command | None:
        command: Command | None = self._model.command_at(self._table.currentIndex())
        return command

    def _pressed(self) -> str:
        return self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _clear_pressed(self) -> None:
        self._edit.clear()
        # Qt's own words stand there again after each key.
        for line in self._edit.findChildren(QLineEdit):
            line.setPlaceholderText(tr("Press the keys"))
            line.setAccessibleName(tr("Press new keys"))

    def _take(self) -> None:
        command, keys = self._command(), self._pressed()
        if command is not None and keys:
            self._change(self._keymap.with_key_taken(command, keys))

    def _give(self, keys: tuple[str, ...]) -> None:
        command = self._command()
        if command is not None:
            self._change(self._keymap.with_keys(command, keys))

    def _give_usual(self) -> None:
        """Give a command its usual keys again; whoever has them meanwhile loses them."""
        command = self._command()
        if command is None:
            return
        keymap = self._keymap.with_keys(command, ())
        for keys in usual_keys(command):
            keymap = keymap.with_key_taken(command, keys)
        self._change(keymap)

    def _change(self, keymap: Keymap) -> None:
        self._clear_pressed()
        if keymap != self._keymap:
            self.show_keymap(keymap)
            self.keymap_changed.emit(keymap)

    # What is said.

    def _show_command(self) -> None:
        command = self._command()
        self._clear_pressed()
        for widget in (self._edit, self._clear, self._usual):
            widget.setEnabled(command is not None)
        if command is not None:
            self._clear.setEnabled(bool(self._keymap.keys(command)))
            self._usual.setEnabled(self._keymap.is_changed(command))
        self._all.setEnabled(self._keymap.reset() != self._keymap)
        self._tell()

    def _tell(self) -> None:
        """Say what the keys that were pressed would do, before anything is taken from another."""
        command, keys = self._command(), self._pressed()
        words, can_add = self._words(command, keys)
        self._said.setText(words)
        self._edit.setAccessibleDescription(words)
        self._add.setEnabled(can_add)
        is_taken = bool(command and keys and self._keymap.holders(keys, command))
        self._add.setText(tr("Take over") if is_taken and can_add else tr("Add"))

    def _words(self, command: Command | None, keys: str) -> tuple[str, bool]:
        if command is None:
            return tr("No command has these words."), False
        if not keys:
            # Not closed: the keys are told only when no more are waited for, and Tab comes sooner.
            return tr(
                "“{command}”: {help}", command=plain_title(command), help=tr(command.help)
            ), True
        shown = native(keys)
        if keys in self._keymap.keys(command):
            return tr("{keys} is a key of this command already.", keys=shown), False
        if any(each in TAKEN for each in keys.split(", ")):
            return tr("{keys} moves in the text and the window, and stays so.", keys=shown), False
        holders = self._keymap.holders(keys, command)
        if holders:
            titles = ", ".join(f"“{plain_title(holder)}”" for holder in holders)
            return tr(
                "{keys} belongs to {commands}, which would lose it.", keys=shown, commands=titles
            ), True
        if is_text_key(keys):
            return tr("{keys} would work while the text has the keyboard.", keys=shown), True
        return tr("{keys} would work anywhere in the window.", keys=shown), True
