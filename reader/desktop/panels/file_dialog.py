"""The dialog that asks for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog

from reader.desktop.plain import window_title
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ALL_FILES: Final = "All files (*)"


def ask_for_file(parent: QWidget, title: str, folder: str) -> str:
    """The full path of the file that the reader chooses; empty when none is chosen."""
    path, _ = QFileDialog.getOpenFileName(
        parent, window_title(title), folder, ";;".join(file_filters())
    )
    return path


def ask_for_folder(parent: QWidget, title: str, folder: str) -> str:
    """The full path of the folder that the reader chooses; empty when none is chosen."""
    return QFileDialog.getExistingDirectory(parent, window_title(title), folder)


def ask_for_any_file(parent: QWidget, title: str, folder: str) -> str:
    """The full path of a file of whatever kind; empty when none is chosen."""
    path, _ = QFileDialog.getOpenFileName(parent, window_title(title), folder)
    return path


def ask_where_to_save(parent: QWidget, title: str, folder: str, name: str) -> str:
    """The full path of the file to write, `name` being proposed; empty when none is chosen."""
    from pathlib import Path  # noqa: PLC0415

    path, _ = QFileDialog.getSaveFileName(parent, window_title(title), str(Path(folder) / name))
    return path


def file_filters() -> tuple[str, ...]:
    """The kinds of files to choose from: all that are read, each format, and whatever there is.

    A file's ending only helps to find it: what it is, its content says (TELEGRAM.md 1.0).
    """
    from reader.formats.registry import FORMATS  # noqa: PLC0415 - needed by this dialog alone

    by_title = {each.title: each.endings for each in FORMATS}
    all_endings = tuple(dict.fromkeys(ending for each in FORMATS for ending in each.endings))
    kinds = ((tr("All that are read"), all_endings), *by_title.items())
    return (*(f"{_words(title)} ({_patterns(endings)})" for title, endings in kinds), tr(ALL_FILES))


def _words(title: str) -> str:
    """A title without the brackets that stand around the patterns of a filter."""
    return title.partition(" (")[0]


def _patterns(endings: tuple[str, ...]) -> str:
    return " ".join(f"*{ending}" for ending in endings)
