"""A subject that is too long for a low window: as many of its lines as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

FEWEST_LINES: Final = 2
"""Lines of a subject that are shown in the lowest window."""


def shortened(words: str, font: QFont, width: int, height: float) -> tuple[str, float]:
    """The words as they are broken at a width, cut with an ellipsis where they are too high.

    And how high they would be if they were not.
    """
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    whole, starts = 0.0, []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        whole += line.height()
        starts.append(line.textStart())
    layout.endLayout()
    if whole <= height or len(starts) <= FEWEST_LINES:
        return words, whole
    most = max(int(height * len(starts) / whole), FEWEST_LINES)
    start = starts[most - 1]
    end = QFontMetrics(font).elidedText(words[start:], Qt.TextElideMode.ElideRight, width - 2)
    return words[:start] + end, whole
