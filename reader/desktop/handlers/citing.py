"""Citing in every style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from reader.desktop.handlers.copying import copy_slanted
from reader.desktop.plain import givable_text
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.cable.citation.styles import Citation
    from reader.desktop.handlers.exporting import Exporting
    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views


class Citing:
    """Citing in every style."""

    def __init__(
        self, session: Session, window: MainWindow, views: Views, exporting: Exporting
    ) -> None:
        self._session = session
        self._window = window
        self._views = views
        self._exporting = exporting

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        return {"citation.choose": self.cite}

    def cite(self) -> None:
        """Show the selected paragraphs, or the one that is read, in every style."""
        from reader.desktop.panels.cite import CiteDialog  # noqa: PLC0415

        cable = self._session.cable
        if cable is None:
            return
        ordinals = self._views.selected_ordinals() if cable.paragraphs else None
        chosen = self._session.choices.settings.citation_style
        dialog = CiteDialog(cable, ordinals, chosen, self._window)
        dialog.citation_copied.connect(self._copy)
        dialog.entry_copied.connect(self._copy_entry)
        dialog.style_chosen.connect(self._choose_style)
        dialog.entry_wanted.connect(self._save_entry)
        dialog.open()

    def _copy(self, citation: Citation) -> None:
        copy_slanted(citation)
        self._session.announced.emit(tr("Copied: {citation}", citation=citation.plain))

    def _copy_entry(self, text: str) -> None:
        QGuiApplication.clipboard().setText(givable_text(text))
        self._session.announced.emit(tr("Copied an entry"))

    def _choose_style(self, choice: str) -> None:
        self._session.choices.choose("citation_style", choice)
        self._session.announced.emit(tr("Copy citation uses this style from now on"))

    def _save_entry(self, name: str, first: int | None, last: int | None) -> None:
        from reader.cable.citation.exports import export_citation  # noqa: PLC0415
        from reader.cable.exports.forms import file_name  # noqa: PLC0415
        from reader.desktop.panels.saving import entry_choices  # noqa: PLC0415

        cable = self._session.cable
        if cable is None:
            return

        def write(form: str) -> bytes:
            return export_citation(cable, form, first=first, last=last).encode("utf-8", "replace")

        self._exporting.ask(
            file_name(cable, ""),
            tr("Save an entry"),
            entry_choices(),
            name,
            lambda form, _, __: write(form),
        )
