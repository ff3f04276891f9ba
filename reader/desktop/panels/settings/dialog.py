"""The dialog with the reader's choices: a list of pages, and the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.panels.keys.editor import KeymapEditor
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.settings.controls import Control, control_for
from reader.desktop.panels.settings.sample import Sample
from reader.desktop.panels.settings.table import PAGES, Switch
from reader.desktop.panels.sizes import resize_to_lines
from reader.desktop.plain import PlainLabel, question_box, without_icons
from reader.translation import tr

if TYPE_CHECKING:
    from reader.commands.keymap import Keymap
    from reader.desktop.panels.settings.table import Page
    from reader.settings import Settings


class SettingsDialog(QDialog):
    """Shows the settings; the window below takes each choice at once, and can be used meanwhile."""

    chosen = Signal(str, object)
    """The name of a setting, and the value that the reader wants."""
    keymap_changed = Signal(object)
    reset_wanted = Signal()
    """Every choice is to be as it comes with the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls: list[Control] = []
        self._list = QListWidget()
        self._pages = QStackedWidget()
        self._editor = KeymapEditor()
        self._samples: list[Sample] = []
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        height = round(self.fontMetrics().height() * 1.8)
        for page in PAGES:
            item = QListWidgetItem(tr(page.title))
            item.setSizeHint(QSize(0, height))
            self._list.addItem(item)
            self._pages.addWidget(self._make_page(page))
        self._editor.keymap_changed.connect(self.keymap_changed)
        self._list.currentRowChanged.connect(self._pages.setCurrentIndex)
        self._build()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._list.setAccessibleName(tr("Pages of the settings"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        quieten(self._list)
        words = max(
            line * 6,
            *(self._list.fontMetrics().horizontalAdvance(tr(page.title)) for page in PAGES),
        )
        self._list.setFixedWidth(words + line * 3)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setCurrentRow(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        # The names of the pages stand off from the edge, on one ground with it.
        side = QWidget()
        side.setBackgroundRole(QPalette.ColorRole.Base)
        side.setAutoFillBackground(True)
        column = QVBoxLayout(side)
        column.setContentsMargins(line // 2, line // 2, 0, line // 2)
        column.addWidget(self._list)
        middle.addWidget(side)
        middle.addWidget(self._pages, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        reset = buttons.addButton(
            tr("As they come with the program…"), QDialogButtonBox.ButtonRole.ResetRole
        )
        reset.clicked.connect(self._ask_for_reset)
        buttons.rejected.connect(self.reject)
        without_icons(buttons.buttons())
        buttons.setContentsMargins(12, 8, 12, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)
        resize_to_lines(self, 50, 34)

    def _make_page(self, page: Page) -> QWidget:
        if page.name == "keys":
            holder = QWidget()
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(20, 16, 20, 8)
            layout.addWidget(self._editor)
            return holder
        form = QFormLayout()
        form.setContentsMargins(20, 16, 20, 8)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(14)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for setting in page.settings:
            control = control_for(setting)
            control.chosen.connect(self.chosen)
            self._controls.append(control)
            field = QVBoxLayout()
            field.setSpacing(3)
            field.addWidget(control.widget)
            if setting.help:
                field.addWidget(_hint(tr(setting.help)))
            if isinstance(setting, Switch):
                form.addRow(field)
            else:
                label = PlainLabel(tr(setting.title))
                label.setBuddy(control.widget)
                form.addRow(label, field)
        ground = QWidget()
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        if page.has_sample:
            sample = Sample()
            self._samples.append(sample)
            layout.addWidget(sample, 1)
        layout.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        quieten(area)
        area.setWidgetResizable(True)
        area.setWidget(ground)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    # What the window calls.

    def show_settings(self, settings: Settings, keymap: Keymap) -> None:
        """Show what is chosen now."""
        for control in self._controls:
            control.show_value(getattr(settings, control.setting.name))
        self._editor.show_keymap(keymap)
        for sample in self._samples:
            sample.show_type(settings.reading_type())

    def show_page(self, name: str) -> None:
        """Turn to a page by its name."""
        names = [page.name for page in PAGES]
        self._list.setCurrentRow(names.index(name))
        first = next((each.widget for each in self._controls if self._is_on(each, name)), None)
        (first or (self._editor if name == "keys" else self._list)).setFocus()

    def _is_on(self, control: Control, name: str) -> bool:
        return any(control.setting in page.settings for page in PAGES if page.name == name)

    def _ask_for_reset(self) -> None:
        """Ask before everything is undone that was chosen, keys and all."""
        box = question_box(
            self,
            tr("Settings"),
            tr("Set everything here as it comes with the program?"),
            tr("Colours, type, keys and the rest. Your marks and the recent files stay."),
            (tr("Set all"), tr("Leave it")),
        )
        box.accepted.connect(self.reset_wanted)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _hint(words: str) -> PlainLabel:
    label = PlainLabel(words, wraps=True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label
