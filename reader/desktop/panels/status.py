"""The status line: where the reader is, and what file that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QToolButton, QWidget

from reader.cable.citation import paragraph_number
from reader.cable.model import Paragraph
from reader.desktop.plain import PlainLabel, action_text, set_tooltip
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from reader.cable.model import Cable
    from reader.desktop.session import Document

LONGEST_HEADING: Final = 60
"""Characters of a heading; the line has other things to say."""

SHOWN_DIGITS: Final = 8
"""Digits of the sum of a file; its provenance has them all."""

GAP: Final = 12
"""Pixels between the place and the file, however long the words of both are."""

BRIEF: Final = 5_000
"""Milliseconds that a passing message stays."""


class ElidedLabel(PlainLabel):
    """Words on one line, whose middle makes way where there is no room for all."""

    def __init__(self) -> None:
        super().__init__()
        self.more = ""
        """Words after them that are shown only where there is room for these too."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the words as there is room for."""
        shown = self.shown()
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)
        painter.end()

    def shown(self) -> str:
        """What there is room for."""
        letters, room = self.fontMetrics(), self.contentsRect().width()
        whole = self.text() + self.more
        if letters.horizontalAdvance(whole) <= room:
            return whole
        return letters.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)


class Berth(QWidget):
    """Gives a label the room that it is given itself, and keeps to itself that its words change.

    The window would be laid out anew for each place that a reader passes.
    """

    def __init__(self, label: QWidget) -> None:
        super().__init__()
        self._label = label
        label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """As large as the label would be."""
        return self._label.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002
        """Let the label have all the room."""
        self._label.setGeometry(self.rect())


class StatusLine(QStatusBar):
    """One line at the bottom of the window."""

    remarks_wanted = Signal()
    about_wanted = Signal()
    """The file was clicked: what is to be known of it?"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cable: Cable | None = None
        self._places: Places | None = None
        self._place_words = ""
        self._line_words = ""
        self._place = ElidedLabel()
        self._file = ElidedLabel()
        self._remarks = QToolButton()
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self._show_place)
        # What a command in a menu does is told where all else is told.
        self.messageChanged.connect(self._take_message)
        self._file.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._place.setContentsMargins(0, 0, GAP, 0)
        self._place.setAccessibleName(tr("Place"))
        self._file.setAccessibleName(tr("File"))
        self._file.setCursor(Qt.CursorShape.PointingHandCursor)
        self._remarks.setAutoRaise(True)
        self._remarks.setVisible(False)
        self._remarks.clicked.connect(self.remarks_wanted)
        set_tooltip(self._remarks, tr("Show what is odd in this cable, and where"))
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self._file_berth = Berth(self._file)
        self.addWidget(Berth(self._place), 1)
        self.addPermanentWidget(self._file_berth, 1)
        self.addPermanentWidget(self._remarks)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the file asks about it."""
        if self._cable and self._file_berth.geometry().contains(event.position().toPoint()):
            self.about_wanted.emit()
        else:
            super().mousePressEvent(event)

    def show_document(self, document: Document | None) -> None:
        """Show which file it is, how it was read, and how many remarks there are."""
        self._cable = document.cable if document else None
        self._places = None
        words = file_words(document) if document else ""
        self._file.setText(words)
        self._file.more = sum_words(document) if document else ""
        set_tooltip(self._file, file_details(document) if document else "")
        count = len(self._cable.problems) if self._cable else 0
        self._remarks.setVisible(bool(count))
        remarks = tr_count("{count} remark", "{count} remarks", count)
        self._remarks.setText(action_text(remarks))
        self._remarks.setAccessibleName(
            tr_count("{count} remark on this cable", "{count} remarks on this cable", count)
        )
        self.set_position(-1)

    def set_position(self, ordinal: int) -> None:
        """Show where the reader is."""
        if self._places is None and self._cable is not None and ordinal >= 0:
            self._places = Places(self._cable)
        self._place_words = self._places.words(ordinal) if self._places else ""
        if not self._passing.isActive():
            self._show_place()

    def set_line(self, words: str) -> None:
        """Show which line of the text as received the caret is in, or nothing."""
        self._line_words = words
        if not self._passing.isActive():
            self._show_place()

    def say(self, words: str) -> None:
        """Show words in place of the place for a moment."""
        self._place.setText(words)
        self._passing.start(BRIEF)

    def end_saying(self) -> None:
        """Show the place again, where words of what was done before still stand."""
        if self._passing.isActive():
            self._passing.stop()
            self._show_place()

    def place(self) -> str:
        """Where the reader is, in words."""
        return self._place_words

    def _take_message(self, message: str) -> None:
        if message:
            self.clearMessage()
            self.say(message)

    def _show_place(self) -> None:
        words = (self._line_words, self._place_words)
        self._place.setText(" · ".join(part for part in words if part))


class Places:
    """What is said of the place of each paragraph, looked up once for a whole cable."""

    def __init__(self, cable: Cable) -> None:
        self._paragraphs: list[Paragraph] = []
        self._headings: list[str] = []
        """The heading under which each paragraph stands; empty before the first one."""
        self._read: list[int] = []
        """How many characters there are up to the end of each paragraph."""
        heading, read = "", 0
        for item in cable.body:
            if isinstance(item, Paragraph):
                read += len(item.text)
                self._paragraphs.append(item)
                self._headings.append(heading)
                self._read.append(read)
            else:
                heading = item.text

    def words(self, ordinal: int) -> str:
        """Where a paragraph stands: `¶4 of 10 · GOR Concerns about... · 46 %`."""
        if not 0 <= ordinal < len(self._paragraphs):
            return ""
        number = paragraph_number(self._paragraphs[ordinal])
        parts = [tr("¶{number} of {count}", number=number, count=len(self._paragraphs))]
        heading = self._headings[ordinal]
        if heading:
            parts.append(" ".join(heading.split())[:LONGEST_HEADING])
        if self._read[-1]:
            parts.append(f"{round(100 * self._read[ordinal] / self._read[-1])} %")
        return " · ".join(parts)


def file_words(document: Document) -> str:
    """The file, its format and its encoding."""
    parts = [document.name]
    if document.cable is None:
        parts.append(tr("plain text"))
    else:
        source = document.cable.source
        parts += [format_title(source.format), source.encoding.upper()]
        if document.cable.partial:
            parts.append(tr("partial extract"))
    return " · ".join(parts)


def sum_words(document: Document) -> str:
    """How the sum of the file begins; empty where there is none."""
    digits = document.cable.source.sha256 if document.cable is not None else ""
    return f" · SHA-256 {digits[:SHOWN_DIGITS]}…" if digits else ""


def format_title(name: str) -> str:
    """What a format is called; its name where it is none of ours."""
    from reader.formats.registry import FORMATS  # noqa: PLC0415 - loaded by whatever read a file

    return next((tr(each.title) for each in FORMATS if each.name == name), name)


def file_details(document: Document) -> str:
    """What was mended in reading the file, and its sum."""
    if document.cable is None:
        return ""
    source = document.cable.source
    lines = [*source.repairs]
    if source.sha256:
        lines.append(f"SHA-256 {source.sha256}")
    return "\n".join(lines)
