"""What there is to know of the cable that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

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

    def show_provenance(self) -> None:
        """Tell where what is open comes from."""
        document = self._session.document
        if document is None:
            return
        from reader.desktop.panels.provenance import ProvenanceDialog  # noqa: PLC0415

        dialog = ProvenanceDialog(document, self._window)
        dialog.announced.connect(self._session.announced)
        dialog.open()
