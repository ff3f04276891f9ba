"""A file that goes away while it is open takes nothing from the window; the reader is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.desktop.session.document import file_of
from reader.desktop.session.notice import Notice
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.session.document import Document

PATIENCE: Final = 600
"""Milliseconds in which a file that was replaced has come back under its name."""


class Watch(QObject):
    """Notices when the file of what is open goes away."""

    noticed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda: QTimer.singleShot(PATIENCE, self._look))

    def follow(self, document: Document | None) -> None:
        """Watch the file of another document, or none."""
        self._document = document
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if document and document.path:
            self._watcher.addPath(file_of(document.path))

    def _look(self) -> None:
        document = self._document
        if document and document.path and not Path(file_of(document.path)).exists():
            self.noticed.emit(
                Notice(
                    tr(
                        "{name} is no longer in its folder: it was moved or deleted.",
                        name=document.name,
                    ),
                    hint=tr("What is open stays open until you close it; your bookmarks are kept."),
                    is_error=False,
                    key="file",
                )
            )
