"""The window of the help pages: their contents, a line to find words in them, and the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.panels.help.page import PageView
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.sizes import resize_to_lines
from reader.desktop.plain import PlainLabel, without_icons
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.guide import HelpPage

WIDEST = 100
"""Characters of what is looked for."""


class HelpWindow(QDialog):
    """Shows the help pages; the window below can be used meanwhile."""

    def __init__(self, pages: Sequence[HelpPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._query = QLineEdit()
        self._contents = QListWidget()
        self._none = PlainLabel(tr("No page has these words."), wraps=True)
        self._page = PageView()
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._contents.addItems([page.title for page in pages])
        self._build()
        self._query.textChanged.connect(self._find)
        self._contents.currentRowChanged.connect(self._show_row)
        self._page.link_chosen.connect(self.show_page)
        self._contents.setCurrentRow(0)

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._query.setPlaceholderText(tr("Find in the help pages"))
        self._query.setAccessibleName(tr("Find in the help pages"))
        self._query.setMaxLength(WIDEST)
        self._query.setClearButtonEnabled(True)
        self._contents.setFrameShape(QFrame.Shape.NoFrame)
        quieten(self._contents)
        self._contents.setAccessibleName(tr("Contents"))
        self._contents.setWordWrap(True)
        self._contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._contents.setSpacing(line // 5)
        self._none.hide()
        left = QVBoxLayout()
        left.setContentsMargins(12, 12, 12, 0)
        for widget in (self._query, self._none):
            left.addWidget(widget)
        left.addWidget(self._contents, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left)
        middle.addWidget(self._page, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        without_icons(buttons.buttons())
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(12, 8, 12, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)
        resize_to_lines(self, 60, 42)
        widest = max(self.fontMetrics().horizontalAdvance(page.title) for page in self._pages)
        self._contents.setFixedWidth(min(widest + 2 * line, self.width() // 3))

    # What the window calls.

    def show_page(self, name: str) -> None:
        """Turn to a page by its name; a name of none leaves the page that is shown."""
        for row, page in enumerate(self._pages):
            if page.name == name:
                self._contents.setCurrentRow(row)
                self._page.setFocus()

    def page(self) -> HelpPage:
        """The page that is shown."""
        return self._pages[self._contents.currentRow()]

    # What the reader does.

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            self._page.show_page(self._pages[row], self._query.text())

    def _find(self, query: str) -> None:
        """Leave of the contents the pages that have all the words, and show the first."""
        words = query.lower().split()
        found = [page.has(words) for page in self._pages]
        for row, is_found in enumerate(found):
            self._contents.item(row).setHidden(not is_found)
        self._none.setVisible(not any(found))
        if any(found):
            here = self._contents.currentRow()
            self._contents.setCurrentRow(here if found[here] else found.index(True))
            self._show_row(self._contents.currentRow())
