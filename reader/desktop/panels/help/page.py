"""A help page as it is read: our own Markdown, set by Qt; nothing else is ever shown so.

Links lead from page to page. Nothing is loaded that a page names, be it a picture or a style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.desktop.panels.page.quiet import quieten
from reader.desktop.theme import interface_font
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from reader.guide import HelpPage

SIZE: Final = 112
"""Per cent of the window's font."""


class PageView(QTextBrowser):
    """Shows a help page."""

    link_chosen = Signal(str)
    """The name of a page that a link leads to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        quieten(self)
        self.setAccessibleName(tr("Help page"))
        self.document().setDocumentMargin(self.fontMetrics().height() * 1.5)
        self.anchorClicked.connect(self._choose)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002
        """Load nothing."""
        return None

    def show_page(self, page: HelpPage, words: str = "") -> None:
        """Show a page from its beginning, or where some words stand on it."""
        self.document().setDefaultFont(interface_font(SIZE))
        self.setMarkdown(page.text)
        self._space_out()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        first = words.split()[:1]
        if first:
            self.find(first[0], QTextDocument.FindFlag(0))

    def _space_out(self) -> None:
        """Give paragraphs room: lines farther apart, and space above headings."""
        line = self.fontMetrics().height()
        block = self.document().begin()
        cursor = QTextCursor(self.document())
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(130, form.LineHeightTypes.ProportionalHeight.value)
            if form.headingLevel() > 1:
                form.setTopMargin(line)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            block = block.next()

    def _choose(self, url: QUrl) -> None:
        self.link_chosen.emit(url.toString().removesuffix(".md"))
