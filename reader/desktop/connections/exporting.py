"""The switch of printing shows what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.desktop.actions import Actions
    from reader.desktop.session import Session
    from reader.settings import Settings


class ExportConnections(QObject):
    """Joins what is taken away with the rest of the window."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session)
        self._actions = actions
        session.choices.changed.connect(self._show_choices)
        self._show_choices(session.choices.settings)

    def _show_choices(self, settings: Settings) -> None:
        self._actions["print.notes"].setChecked(settings.print_notes)
