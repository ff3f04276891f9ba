"""The card of a cable: its file, how that was read, and what the carrier claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.cable.explanations.claims import Agreement
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.provenance.facts import agreement_words, as_text, claims, file_facts
from reader.desktop.plain import PlainLabel, window_title, without_icons
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.cable.explanations.claims import Claim
    from reader.desktop.session import Document

USUAL: Final = (120, 30)
"""Width and height in average letters and lines; what is longer scrolls."""


class ProvenanceDialog(QDialog):
    """Tells where a cable comes from; everything can be copied."""

    announced = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = as_text(document)
        name = (document.cable and document.cable.canonical_id) or document.name
        self.setWindowTitle(window_title(tr("About {name}", name=name)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(4, 4, 12, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 3)
        self._grid.setColumnStretch(3, 2)
        self._first: QWidget | None = None
        self._fill(document)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        quieten(scroll)
        scroll.setAccessibleName(tr("Where this cable comes from"))
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._buttons())
        metrics = self.fontMetrics()
        self.resize(USUAL[0] * metrics.averageCharWidth(), USUAL[1] * metrics.lineSpacing())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        copy = box.addButton(tr("Copy everything"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        box.rejected.connect(self.reject)
        without_icons(box.buttons())
        return box

    def _fill(self, document: Document) -> None:
        self._title(tr("The file"))
        for fact in file_facts(document):
            row = self._grid.rowCount()
            self._put(fact.name, row, 0, is_muted=True)
            label = self._put(fact.words, row, 1, span=3)
            label.setAccessibleName(f"{fact.name}: {fact.words}")
            self._first = self._first or label
        self._title(tr("What the file claims, beside what the telegram says"))
        made = claims(document)
        if not made:
            words = tr("This file brings the telegram alone: it claims nothing of its own.")
            self._put(words, self._grid.rowCount(), 0, span=4)
            return
        heads = ("", tr("The file"), tr("The telegram"), tr("Compared"))
        row = self._grid.rowCount()
        for column, head in enumerate(heads):
            self._put(head, row, column, is_muted=True)
        for claim in made:
            self._put_claim(claim)

    def _put_claim(self, claim: Claim) -> None:
        row = self._grid.rowCount()
        differs = claim.agreement in (Agreement.DIFFERENT, Agreement.IN_PART)
        own = claim.own or tr("says nothing")
        self._put(claim.field, row, 0, is_muted=True)
        self._put(claim.claimed, row, 1)
        self._put(own, row, 2)
        label = self._put(agreement_words(claim), row, 3, is_strong=differs)
        label.setAccessibleName(
            tr(
                "{field}: the file has {claimed}, the telegram {own}: {words}",
                field=claim.field,
                claimed=claim.claimed,
                own=own,
                words=agreement_words(claim),
            )
        )

    def _title(self, words: str) -> None:
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, self.fontMetrics().height() // 2)
            row += 1
        self._put(words, row, 0, span=4, is_strong=True)

    def _put(
        self,
        words: str,
        row: int,
        column: int,
        span: int = 1,
        *,
        is_strong: bool = False,
        is_muted: bool = False,
    ) -> PlainLabel:
        label = PlainLabel(words, wraps=not is_muted)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if is_muted:
            label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        else:
            label.make_selectable()
        if is_strong:
            font = label.font()
            font.setBold(True)
            label.setFont(font)
        self._grid.addWidget(label, row, column, 1, span)
        return label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy everything where nothing is selected."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy everything as plain text."""
        QGuiApplication.clipboard().setText(self._text)
        self.announced.emit(tr("Copied: where this cable comes from"))
