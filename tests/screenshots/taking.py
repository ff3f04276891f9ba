"""A picture: the window as it is started, what is done in it, and the file that it becomes."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from reader.desktop.app import Desktop
from reader.desktop.panels.notebook import NotebookWindow
from reader.resources import resource_path
from reader.settings import LoadedSettings, Settings, ThemeChoice
from tests.screenshots.waiting import wait

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

SAMPLE: Final = resource_path("samples", "09REYKJAVIK9017.cable.txt")
README_PICTURES: Final = resource_path("screenshots")

USUAL: Final = (1280, 820)
SMALL: Final = (900, 600)
MIDDLE: Final = (1366, 768)
LARGE: Final = (2560, 1440)


class Picture(NamedTuple):
    """A picture of the window: its name, its size, and what was done before it was taken."""

    name: str
    theme: str = "light"
    size: tuple[int, int] = USUAL
    file: Path | None = SAMPLE
    font_size: float = 1.0
    do: Callable[[Desktop], None] | None = None
    is_for_readme: bool = False


def take(application: QApplication, picture: Picture, folder: Path) -> None:
    """Start the program in a home of its own, and picture its window."""
    usual = application.font()
    font = application.font()
    font.setPointSizeF(font.pointSizeF() * picture.font_size)
    application.setFont(font)
    # Beside the window, before there is anything that the pointer could be over.
    QCursor.setPos(LARGE[0] + 1, LARGE[1] + 1)
    with TemporaryDirectory() as home:
        os.environ["CABLE_READER_HOME"] = home
        settings = Settings(theme=ThemeChoice(picture.theme))
        desktop = Desktop(application, LoadedSettings(settings, None))
        desktop.open([str(picture.file)] if picture.file else [])
        desktop.window.resize(*picture.size)
        desktop.window.activateWindow()
        QTest.qWaitForWindowActive(desktop.window)
        desktop.complete()
        wait(desktop)
        if picture.do is not None:
            picture.do(desktop)
            wait(desktop)
        save(desktop, picture, folder)
        desktop.window.close()
        desktop.end()
        desktop.window.deleteLater()
        desktop.deleteLater()
        QTest.qWait(1)
    application.setFont(usual)


def save(desktop: Desktop, picture: Picture, folder: Path) -> None:
    """Write the picture of the window, and of a dialog that stands over it."""
    pixels = desktop.window.grab()
    others: list[QWidget] = list(desktop.window.findChildren(NotebookWindow))
    others += desktop.window.findChildren(QDialog)
    if desktop.window.has_comparison():
        others.append(desktop.window.comparison)
    for dialog in others:
        if dialog.isVisible():
            pixels = over(pixels, dialog)
    pixels.save(str(folder / f"{picture.name}.png"))
    if picture.is_for_readme:
        README_PICTURES.mkdir(exist_ok=True)
        pixels.save(str(README_PICTURES / f"{picture.name}.png"))


def over(below: QPixmap, dialog: QWidget) -> QPixmap:
    """A dialog over the middle of what is below, with the frame that a desktop draws."""
    shown = dialog.grab()
    size = below.size().expandedTo(shown.size() + QSize(2, 2))
    pixels = QPixmap(size)
    colours = dialog.palette()
    pixels.fill(colours.color(QPalette.ColorRole.Mid))
    painter = QPainter(pixels)
    middle = QRect(QPoint(), size).center()
    painter.drawPixmap(middle - below.rect().center(), below)
    place = shown.rect().translated(middle - shown.rect().center())
    painter.drawPixmap(place.topLeft(), shown)
    painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
    painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()
    return pixels
