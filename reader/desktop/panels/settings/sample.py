"""A few words in the type that is chosen, so that the choice can be judged at once."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.desktop.panels.page.quiet import quieten
from reader.desktop.theme import reading_font
from reader.settings import ReadingType
from reader.translation import tr


class Sample(QTextEdit):
    """Shows a sentence as the text is set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        quieten(self)
        self.setAccessibleName(tr("How the text looks"))
        self.setAcceptRichText(False)
        self.setPlainText(
            tr(
                "The lighthouse keeper counted the ships that passed in March, and wrote each of "
                "them down: 14 trawlers, 3 ferries, and the mail boat, twice."
            )
        )
        # As far in as the names of the settings above it.
        self.document().setDocumentMargin(20)
        self.show_type(ReadingType())

    def show_type(self, chosen: ReadingType) -> None:
        """Set the sentence in a type."""
        font = reading_font(chosen.zoom, chosen.family)
        self.document().setDefaultFont(font)
        form = QTextBlockFormat()
        height = font.pointSizeF() * self.logicalDpiY() / 72 * chosen.line_height / 100
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(form)
