"""How a cable was looked at in the last session: both views, marked acronyms; taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.desktop.actions import Actions
    from reader.desktop.session import Document, Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views


class ResumeConnections(QObject):
    """Shows the first cable as cables were shown last, and notes how they are shown now."""

    def __init__(
        self, session: Session, window: MainWindow, views: Views, actions: Actions
    ) -> None:
        super().__init__(window)
        self._views = views
        choices = session.choices
        self._is_waiting = choices.settings.side_by_side
        """Whether both views are to be shown once there is a cable for them."""
        if choices.settings.mark_acronyms:
            actions["glossary.mark"].setChecked(True)
            window.glossary.marking_wanted.emit(True)
        window.glossary.marking_wanted.connect(choices.note_acronyms)
        views.beside_shown.connect(choices.note_beside)
        session.document_changed.connect(self._resume)
        self._resume(session.document)

    def _resume(self, document: Document | None) -> None:
        if self._is_waiting and document is not None and document.cable is not None:
            self._is_waiting = False
            self._views.show_beside(is_beside=True)
