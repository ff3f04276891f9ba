"""Undoing, copying and selecting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from reader.cable.citation import cite_paragraphs
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.session import Session
    from reader.desktop.window.views import Views


class Copying:
    """Undoing, copying and selecting."""

    def __init__(self, session: Session, views: Views) -> None:
        self._session = session
        self._views = views

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        session = self._session
        views = self._views
        return {
            "edit.undo": session.marking.undo,
            "edit.redo": session.marking.redo,
            "text.copy": self.copy,
            "text.quote": self.copy_with_citation,
            "citation.copy": self.copy_citation,
            "text.select_all": lambda: views.view().select_all(),
        }

    def copy(self) -> None:
        """Copy the selected text."""
        if self._views.view().selected_text():
            self._views.view().copy()
            self._session.announced.emit(tr("Copied"))
        else:
            self._session.announced.emit(tr("Nothing is selected"))

    def copy_citation(self) -> None:
        """Copy the id of the cable and the paragraph."""
        citation = self.citation()
        if citation:
            QGuiApplication.clipboard().setText(citation)
            self._session.announced.emit(tr("Copied: {citation}", citation=citation))

    def copy_with_citation(self) -> None:
        """Copy the selected text, or the paragraph, and below it where it stands."""
        citation = self.citation()
        cable = self._session.cable
        if not citation or cable is None:
            return
        words = self._views.view().selected_text()
        if not words and cable.paragraphs:
            words = cable.paragraphs[self._views.ordinal()].text
        QGuiApplication.clipboard().setText(f"{words}\n\n{citation}")
        self._session.announced.emit(tr("Copied with {citation}", citation=citation))

    def citation(self) -> str:
        """The citation of the selected paragraphs, or of the one that is being read."""
        cable = self._session.cable
        if cable is None:
            return ""
        first, last = self._views.selected_ordinals()
        return cite_paragraphs(cable, first, last)
