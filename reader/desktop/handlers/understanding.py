"""What there is to know of the cable that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.cable.model import Cable
    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow


class Understanding:
    """What there is to know of the cable that is open."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        self._session = session
        self._window = window

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        return {
            "header.explain": self.explain_header,
            "remarks.show": self.show_remarks,
            "portions.filter": self.filter_portions,
            "glossary.show": self.show_glossary,
            "glossary.mark": self.mark_acronyms,
            "acronym.explain": self.explain_acronym,
            "anatomy.show": self.show_anatomy,
            "cable.about": self.show_provenance,
        }

    def explain_header(self) -> None:
        """Take the keyboard to the header, where every item explains itself."""
        self._window.header.set_folded(False)
        self._window.header.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_remarks(self) -> None:
        """List what is odd in the cable, or say that nothing is."""
        cable = self._session.cable
        if cable is not None and cable.problems:
            self._window.header.show_remarks()
        else:
            self._session.announced.emit(tr("There are no remarks on this cable"))

    def filter_portions(self) -> None:
        """Ask which paragraphs are to be shown."""
        self._window.portion_bar.open_bar()

    def show_glossary(self) -> None:
        """Take the keyboard to the cable's acronyms."""
        window = self._window
        window.docking.want(window.references_dock, is_wanted=True)
        window.glossary.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def mark_acronyms(self, is_on: bool) -> None:
        """Mark the acronyms in the text, or not."""
        self._window.glossary.marking_wanted.emit(is_on)

    def explain_acronym(self) -> None:
        """Go on to the next acronym in the text, and say what it stands for."""
        self._window.glossary.next_wanted.emit()

    def show_anatomy(self) -> None:
        """Show every part of the telegram, from where the reader is; or go back to reading."""
        window, cable = self._window, self._session.cable
        if window.is_anatomy_shown():
            window.anatomy.left.emit()
        elif cable is not None:
            window.anatomy.show_cable(cable, self._offset(cable))
            window.show_anatomy()
            window.anatomy.setFocus()

    def _offset(self, cable: Cable) -> int:
        """Where the reader is in the text as received; its beginning before the first words."""
        window = self._window
        if window.is_source_shown():
            return window.source.cursor_offset()
        place = window.body.place()
        if place is None or place == (0, 0):
            return 0
        from reader.desktop.panels.page.places import received_offset  # noqa: PLC0415

        return received_offset(cable, *place)

    def show_provenance(self) -> None:
        """Tell where what is open comes from."""
        document = self._session.document
        if document is None:
            return
        from reader.desktop.panels.provenance import ProvenanceDialog  # noqa: PLC0415

        dialog = ProvenanceDialog(document, self._window)
        dialog.announced.connect(self._session.announced)
        dialog.open()
