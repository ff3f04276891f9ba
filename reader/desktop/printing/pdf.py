"""An edition as a PDF: letters that can be searched and copied, fonts embedded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from reader.cable.exports.signs import seen
from reader.cable.patterns import pattern
from reader.desktop.printing.pages import never, paint_pages, set_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.cable.exports.edition import Edition
    from reader.desktop.printing.fonts import PrintFonts

# What the signs of a font mean: [<0055> <0009> <004E> ]
MEANINGS: Final = pattern(rb"\[(?:<[0-9A-F]{4}>[ ]?){1,256}\]")
TAB: Final = b"<0009>"
BLANK: Final = b"<0020>"

DOTS: Final = 600
"""Units in an inch."""


def pdf_file(
    edition: Edition,
    fonts: PrintFonts,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = never,
) -> bytes:
    """The PDF as the bytes of its file; may be called in any thread. Raises Cancelled."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setPageLayout(usual_layout())
    writer.setTitle(seen(f"{edition.cable_id}: {edition.title}"))
    writer.setCreator("Cable Reader")
    pages = set_pages(writer, edition, fonts, cancelled)
    paint_pages(writer, pages, progress=progress, cancelled=cancelled)
    return with_blanks(bytes(buffer.data().data()))


def with_blanks(file: bytes) -> bytes:
    """The file with blanks where Qt says that the sign of a blank stands for a tab.

    Qt takes the first character that is painted with a sign for what the sign means, and so who
    searched for two words, or copied them, would have a tab between them. No byte moves.
    """
    return MEANINGS.sub(lambda match: match[0].replace(TAB, BLANK), file)


def usual_layout() -> QPageLayout:
    """The sheet of the reader's country: Letter in the United States, A4 nearly anywhere else."""
    american = QLocale.MeasurementSystem.ImperialUSSystem
    is_american = QLocale().measurementSystem() is american
    size = QPageSize.PageSizeId.Letter if is_american else QPageSize.PageSizeId.A4
    layout = QPageLayout(
        QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
