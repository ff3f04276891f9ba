"""Opening and closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtCore import QMimeData

    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow

SAMPLE: tuple[str, str] = ("samples", "09REYKJAVIK9017.cable.txt")


class Files:
    """Opening and closing."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        self._session = session
        self._window = window

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        choices = self._session.choices
        session = self._session
        window = self._window
        return {
            "file.open": self.open_file,
            "folder.open": self.open_folder,
            "file.paste": self.open_pasted,
            "file.sample": self.open_sample,
            "recent.clear": session.forget_files,
            "recent.remember": lambda is_on: choices.remember_files(remember=is_on),
            "file.close": session.close_document,
            "window.quit": window.close,
        }

    def open_file(self) -> None:
        """Ask for a file, and open it."""
        from reader.desktop.panels.file_dialog import ask_for_file  # noqa: PLC0415

        path = ask_for_file(
            self._window, tr("Open a cable"), self._session.choices.settings.last_folder
        )
        if path:
            self._session.open_file(path)

    def open_folder(self) -> None:
        """Ask for a folder, and list its cables."""
        from reader.desktop.panels.file_dialog import ask_for_folder  # noqa: PLC0415

        path = ask_for_folder(
            self._window, tr("Open a folder"), self._session.choices.settings.last_folder
        )
        if path:
            self._session.open_file(path)

    def open_pasted(self) -> None:
        """Open what is on the clipboard: files, or a text."""
        clipboard = QGuiApplication.clipboard()
        # There is none at all while nothing was copied, whatever PySide6 says of its type.
        data: QMimeData | None = clipboard.mimeData()
        urls = data.urls() if data else []
        paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
        if paths:
            self._session.open_files(paths)
        else:
            self._session.open_pasted(clipboard.text())

    def open_sample(self) -> None:
        """Open the cable that ships with the program."""
        from reader.resources import resource_path  # noqa: PLC0415

        self._session.open_file(str(resource_path(*SAMPLE)))
