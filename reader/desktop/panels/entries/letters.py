"""The letters of a list: its fonts, and titles broken into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

if TYPE_CHECKING:
    from reader.desktop.models.entries import Entry

SIDE: Final = 12
"""Pixels between the edge of a list and its words."""

DETAIL_SIZE: Final = 0.92
"""Size of the smaller lines, of the list's font."""

_RIGHT: Final = Qt.TextElideMode.ElideRight


class EntryLetters:
    """The fonts of a list, and what is asked of them for each row that is measured or painted."""

    __slots__ = (
        "detail",
        "detail_height",
        "detail_sizes",
        "font",
        "height",
        "pad",
        "sizes",
        "star",
        "strong",
        "strong_sizes",
        "usual",
        "usual_sizes",
    )

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.usual, self.strong, self.detail = QFont(font), QFont(font), QFont(font)
        self.usual.setBold(False)
        self.strong.setBold(True)
        self.detail.setPointSizeF(font.pointSizeF() * DETAIL_SIZE)
        self.sizes, self.usual_sizes = QFontMetrics(font), QFontMetrics(self.usual)
        self.strong_sizes, self.detail_sizes = QFontMetrics(self.strong), QFontMetrics(self.detail)
        self.height, self.detail_height = self.sizes.height(), self.detail_sizes.height()
        self.pad = max(self.height // 5, 2)
        self.star = int(self.height * 0.45)

    def of(self, entry: Entry) -> tuple[QFont, QFontMetrics]:
        """The font of an entry's title."""
        if entry.is_strong:
            return self.strong, self.strong_sizes
        return self.usual, self.usual_sizes


def fitted_lines(metrics: QFontMetrics, text: str, width: int, most: int) -> list[str]:
    """A text in at most so many lines of a width in pixels; what does not fit is elided."""
    whole = " ".join(text.split())
    if most == 1 or metrics.horizontalAdvance(whole) < width:
        return [metrics.elidedText(whole, _RIGHT, max(width, 0))]
    lines: list[str] = []
    pieces = pieces_of(text)
    start = 0
    while start < len(pieces) and len(lines) < most - 1:
        end = start + 1
        # Less than the width, since the metrics are rounded.
        while end < len(pieces) and metrics.horizontalAdvance(
            "".join(pieces[start : end + 1]).rstrip()
        ) < (width):
            end += 1
        line = "".join(pieces[start:end]).rstrip()
        lines.append(line if end > start + 1 else metrics.elidedText(line, _RIGHT, width))
        start = end
    if start < len(pieces) or not lines:
        lines.append(metrics.elidedText("".join(pieces[start:]).rstrip(), _RIGHT, max(width, 0)))
    return lines


def pieces_of(text: str) -> list[str]:
    """Where a line may end: behind blanks, and behind a hyphen or slash between letters."""
    pieces: list[str] = []
    for word in text.split():
        rest = word
        for sign in "-/":
            # Only the first one counts: what is longer than two lines is elided in any case.
            head, found, tail = rest.partition(sign)
            if found and len(head) > 2 and len(tail) > 2:
                pieces.append(head + found)
                rest = tail
        pieces.append(f"{rest} ")
    return pieces
