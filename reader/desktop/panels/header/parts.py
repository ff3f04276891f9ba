"""What a header is made of, and how it stands: labels in rows, buttons that unfold more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reader.desktop.panels.header.buttons import DrawerButton, FoldButton
from reader.desktop.panels.header.labels import ChipLabel, ExplainedLabel
from reader.desktop.plain import set_tooltip
from reader.desktop.theme import LIGHT, reading_font
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

TITLE_SIZE: Final = 118
"""Size of the title in per cent of the reading text."""

SPACING: Final = 10
"""Pixels between what stands in one line."""

LEADING: Final = 2
"""Pixels between the lines of the details."""

NARROW_ORDER: Final = 0.4
"""Of the column: a narrower executive order stands beside TAGS that are broken into lines."""


class HeaderParts(QWidget):
    """The rows of a header, with nothing in them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._subject = ExplainedLabel(tr("Subject"))
        self._chip = ChipLabel()
        self._captions = ExplainedLabel(tr("Captions"))
        self._id = ExplainedLabel(tr("Cable id"), wraps=False)
        self._from = ExplainedLabel(tr("From and to"))
        self._sent = ExplainedLabel(tr("Sent"))
        self._tags = ExplainedLabel("TAGS")
        self._order = ExplainedLabel(tr("Executive order"), wraps=False)
        self._addressees = DrawerButton(tr("Show every addressee"))
        self._raw = DrawerButton(tr("Show the header's own lines (View, Header as received)"))
        self._remarks = DrawerButton(tr("Show what is odd in this cable, and where"))
        self._fold = FoldButton()
        self._details = QWidget()
        self._marks = QHBoxLayout()
        self._matter = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()

    def _build(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        title = reading_font(TITLE_SIZE)
        title.setBold(True)
        self._subject.setFont(title)
        self._fold.setAccessibleName(tr("Fold the header"))
        set_tooltip(self._fold, tr("Fold the header, or unfold it"))
        top = _row(self._subject, self._fold, stretched=self._subject)
        top.setAlignment(self._fold, Qt.AlignmentFlag.AlignTop)
        level = _row(self._chip, self._captions, stretched=self._captions)
        # Without captions, the room between chip and id is nobody's.
        level.addStretch()
        # Beside captions in two lines, the chip is no higher than its words.
        level.setAlignment(self._chip, Qt.AlignmentFlag.AlignVCenter)
        self._marks.setContentsMargins(0, 0, 0, 0)
        self._marks.setSpacing(SPACING)
        self._marks.addLayout(level, 1)
        self._marks.addWidget(self._id)
        addresses = _row(self._from, self._addressees, stretched=self._from)
        self._matter.setContentsMargins(0, 0, 0, 0)
        self._matter.setSpacing(SPACING)
        self._matter.addWidget(self._tags, 1)
        self._matter.addWidget(self._order)
        ends = _row(self._raw, self._remarks, stretched=None)
        ends.addStretch(1)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(LEADING)
        details.addLayout(addresses)
        details.addWidget(self._sent)
        details.addLayout(self._matter)
        details.addLayout(ends)
        self._column.setContentsMargins(16, 12, 16, 8)
        self._column.setSpacing(6)
        self._column.addLayout(top)
        self._column.addLayout(self._marks)
        self._column.addWidget(self._details)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self._subject)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A hairline between the header and the text."""
        painter = QPainter(self)
        # No rectangle: to fill one, all gradients that Qt has would be made for Python.
        painter.setPen(QColor(self._theme.rule))
        painter.drawLine(0, self.height() - 1, self.width() - 1, self.height() - 1)
        painter.end()

    def labels(self) -> tuple[ExplainedLabel, ...]:
        """The labels with items, in the order of reading."""
        return (
            self._subject, self._chip, self._captions, self._id, self._from, self._sent,
            self._tags, self._order,
        )  # fmt: skip

    def _arrange(self, width: int) -> None:
        """Have the id, and the order, below what leaves them no room beside it."""
        level = self._chip.sizeHint().width()
        if not self._captions.isHidden():
            level += SPACING + self._captions.minimumSizeHint().width()
        _turn(self._marks, is_beside=level + SPACING + self._id.sizeHint().width() <= width)
        tags = self._tags.fontMetrics().horizontalAdvance(self._tags.text())
        order = self._order.sizeHint().width()
        is_beside = order <= width * NARROW_ORDER or tags + SPACING + order <= width
        _turn(self._matter, is_beside=is_beside)


def _turn(row: QHBoxLayout, *, is_beside: bool) -> None:
    ways = QHBoxLayout.Direction
    row.setDirection(ways.LeftToRight if is_beside else ways.TopToBottom)
    row.setSpacing(SPACING if is_beside else LEADING)


def _row(*widgets: QWidget, stretched: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACING)
    for widget in widgets:
        row.addWidget(widget, int(widget is stretched))
    return row
