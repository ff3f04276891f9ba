"""What explains a cable joined to the session and the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.cable.model import NOWHERE, Span
from reader.desktop.connections.glossary import GlossaryConnections

if TYPE_CHECKING:
    from reader.cable.model import Problem
    from reader.desktop.actions import Actions
    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views


class UnderstandingConnections(QObject):
    """Joins explanations and remarks to the places that they speak of."""

    def __init__(
        self, session: Session, window: MainWindow, views: Views, actions: Actions
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._views = views
        window.header.place_chosen.connect(self._show_received)
        window.header.remark_chosen.connect(self._go_to_remark)
        window.status.about_wanted.connect(actions["cable.about"].trigger)
        window.status.remarks_wanted.connect(window.header.show_remarks)

        GlossaryConnections(session, window)
        window.anatomy_made.connect(self._join_anatomy)
        window.portion_bar_made.connect(self._join_portions)
        session.document_changed.connect(self._leave_anatomy)
        session.place_wanted.connect(self._leave_anatomy)
        session.source_wanted.connect(self._leave_anatomy)

    def _join_portions(self) -> None:
        from reader.desktop.connections.portions import PortionConnections  # noqa: PLC0415

        PortionConnections(self._session, self._window, self._views)

    def _join_anatomy(self) -> None:
        anatomy, choices = self._window.anatomy, self._session.choices
        anatomy.left.connect(self._return_to_text)
        anatomy.set_type(choices.settings.reading_type())
        choices.changed.connect(lambda settings: anatomy.set_type(settings.reading_type()))

    def _leave_anatomy(self) -> None:
        """What is wanted stands in the text: let go of its parts."""
        window = self._window
        if window.is_anatomy_shown():
            window.show_text()
            window.anatomy.clear()

    def _return_to_text(self) -> None:
        self._leave_anatomy()
        self._views.view().setFocus()

    def _show_received(self, span: Span) -> None:
        """Show a stretch of the text as received, and take the keyboard there."""
        self._session.source_wanted.emit(span.start, span.end - span.start)
        self._views.view().setFocus()

    def _go_to_remark(self, problem: Problem) -> None:
        """Show the place of a remark: in the text to be read where it is in a paragraph."""
        cable = self._session.cable
        if cable is None or problem.span == NOWHERE:
            return
        if self._window.is_source_shown():
            self._show_received(problem.span)
            return
        from reader.desktop.panels.page.places import paragraph_place  # noqa: PLC0415

        there = paragraph_place(cable, problem.span.start)
        paragraph = cable.paragraphs[there[0]] if there is not None else None
        if there is None or paragraph is None or problem.span.start < paragraph.start:
            self._show_received(problem.span)
            return
        self._session.go_to(*there)
        self._views.view().setFocus()
