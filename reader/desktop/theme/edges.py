"""Fusion with edges that can be seen, for high contrast.

Fusion makes the edge of a field from the ground beneath, a little darker: black on black is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QProxyStyle, QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOption, QStyleOptionComplex, QWidget

FIELDS: Final = (
    QStyle.PrimitiveElement.PE_PanelLineEdit,
    QStyle.PrimitiveElement.PE_FrameLineEdit,
    QStyle.PrimitiveElement.PE_Frame,
    QStyle.PrimitiveElement.PE_PanelButtonCommand,
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
    QStyle.PrimitiveElement.PE_IndicatorRadioButton,
)
BOXES: Final = (QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox)


class EdgedStyle(QProxyStyle):
    """Fusion, and a line in the colour of the words around fields, boxes and buttons."""

    def __init__(self) -> None:
        super().__init__("fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw as Fusion does, then the edge."""
        super().drawPrimitive(element, option, painter, widget)
        if element is QStyle.PrimitiveElement.PE_IndicatorDockWidgetResizeHandle:
            _draw_line(option, painter)
        # The field within a box has the edge of the box.
        is_part = widget is not None and isinstance(widget.parent(), QAbstractSpinBox)
        if element in FIELDS and not is_part:
            is_round = element is QStyle.PrimitiveElement.PE_IndicatorRadioButton
            _draw_edge(option, painter, is_round=is_round)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw as Fusion does, then the edge."""
        super().drawComplexControl(control, option, painter, widget)
        if control in BOXES:
            _draw_edge(option, painter)


def _draw_edge(option: QStyleOption, painter: QPainter, *, is_round: bool = False) -> None:
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    role = QPalette.ColorRole.Accent if has_focus else QPalette.ColorRole.WindowText
    painter.save()
    painter.setPen(QPen(option.palette.color(role), 2 if has_focus else 1))
    if is_round:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(QRectF(option.rect).adjusted(1.0, 1.0, -1.0, -1.0))
    else:
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    painter.restore()


def _draw_line(option: QStyleOption, painter: QPainter) -> None:
    """A line along the gap between two parts of the window."""
    line = QRect(option.rect)
    if line.width() < line.height():
        line.setLeft(line.right())
    else:
        line.setTop(line.bottom())
    painter.fillRect(line, option.palette.color(QPalette.ColorRole.WindowText))
