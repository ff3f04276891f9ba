"""Notes in Markdown as they are read: the only door through which a text is set with formats.

A note may come from a stranger's file, so nothing of it is obeyed: HTML stays text, a picture is
named and not loaded, and of links only those to cables lead anywhere (SAFETY.md).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit

from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

LONGEST_SHOWN: Final = 50_000
"""Characters of a note that are set; all of it is in the editor."""

# Signs without a blank between them, which Qt would wrap in quadratic time.
UNBROKEN: Final = re.compile(r"[^ \t\n]{2048}")
# ">>>>", "> - > 1. -": more signs of quotations and lists within each other than anybody needs.
NESTED: Final = re.compile(r"^[ \t>*+-]{64,}", re.MULTILINE)
# cable:09OSLO9004, cable:09OSLO9004#p7
CABLE_LINK: Final = re.compile(r"cable:/{0,3}[A-Za-z0-9]{1,60}/?(?:#p\d{1,4})?\Z")

OBJECT: Final = "\ufffc"
"""What stands in Qt's text for a picture."""


class NoteDocument(QTextDocument):
    """A document that loads nothing, whatever its text names."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002
        """Give nothing."""
        return None


class NoteView(QTextEdit):
    """Shows a note; it takes nothing in, and opens nothing but cables."""

    cable_wanted = Signal(str)
    """A link to a cable was activated: `cable:09OSLO9004#p7`."""
    edit_wanted = Signal()
    """The reader wants to write: two clicks, or F2."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed = ""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse
            | flags.TextSelectableByKeyboard
            | flags.LinksAccessibleByMouse
            | flags.LinksAccessibleByKeyboard
        )
        self.setAccessibleName(tr("Note"))

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002
        """Give nothing, whatever the note names."""
        return None

    def show_note(self, note: str) -> None:
        """Show a note in Markdown."""
        before = self.document()
        document = note_document(note, self)
        document.setDefaultFont(self.font())
        self.setDocument(document)
        if isinstance(before, NoteDocument):
            before.deleteLater()

    # What Qt calls.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the link under the pointer."""
        self._pressed = self.anchorAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Activate the link that was clicked."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, ""
        if pressed and pressed == self.anchorAt(event.position().toPoint()):
            self._activate(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Have the note written."""
        super().mouseDoubleClickEvent(event)
        self.edit_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate the link at the caret with Enter, write with F2; the rest is Qt's."""
        if event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.textCursor().charFormat().anchorHref())
        else:
            super().keyPressEvent(event)

    def _activate(self, link: str) -> None:
        if CABLE_LINK.match(link):
            self.cable_wanted.emit(link)


def note_document(note: str, parent: QTextEdit | None = None) -> QTextDocument:
    """A note in Markdown as a document; its HTML is text, and it has no pictures."""
    document = NoteDocument(parent)
    document.setUndoRedoEnabled(False)
    features = QTextDocument.MarkdownFeature
    # Without the tables of GitHub: Qt takes twelve seconds for one of twelve thousand rows.
    dialect = features.MarkdownDialectCommonMark | features.MarkdownNoHTML
    document.setMarkdown(harmless(note), dialect)
    _name_pictures(document)
    return document


def harmless(note: str) -> str:
    """A note without what would keep Qt busy for long: too much, too deep, without a blank.

    What would be a picture stands as it was typed.
    """
    if len(note) > LONGEST_SHOWN:
        note = f"{note[:LONGEST_SHOWN]}\n\n{tr('The rest of this note is shown when you edit it.')}"
    note = NESTED.sub(lambda match: match[0][:32], note.replace(OBJECT, "\ufffd"))
    return UNBROKEN.sub(r"\g<0> ", note.replace("![", "!\\["))


def _name_pictures(document: QTextDocument) -> None:
    """Put words in place of a picture that is one all the same, before Qt is asked to load it."""
    cursor = document.find(OBJECT)
    while not cursor.isNull():
        picture = cursor.charFormat().toImageFormat()
        cursor.insertText(tr("[picture: {name}]", name=picture.name()[:200]), QTextCharFormat())
        cursor = document.find(OBJECT, QTextCursor(cursor))
