"""An edition as a PDF: letters that can be searched and copied, fonts embedded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from reader.cable.exports.signs import seen
from reader.desktop.printing.pages import never, paint_pages, set_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.cable.exports.edition import Edition
    from reader.desktop.printing.fonts import PrintFonts

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
    return bytes(buffer.data().data())


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
