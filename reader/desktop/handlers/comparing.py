"""Comparing the cable that is open with another version of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from reader.desktop.plain import givable_text
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow


class Comparisons:
    """Comparing the cable that is open with another version of it."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        self._session = session
        self._window = window

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        return {
            "comparison.file": self.compare_with_file,
            "comparison.open": self.compare_with_open,
            "comparison.copy": self.copy,
            "difference.next": lambda: self.step(1),
            "difference.previous": lambda: self.step(-1),
        }

    def compare_with_file(self) -> None:
        """Ask for a file, and compare with the cable in it."""
        from reader.desktop.panels.file_dialog import ask_for_file  # noqa: PLC0415

        folder = self._session.choices.settings.last_folder
        path = ask_for_file(self._window, tr("Compare with another version"), folder)
        if path:
            self._session.comparing.with_file(path)

    def compare_with_open(self) -> None:
        """Compare with the other version that is open, or ask with which cable."""
        from reader.desktop.session.comparing import is_version  # noqa: PLC0415

        comparing, cable = self._session.comparing, self._session.cable
        others = comparing.others()
        if cable is None or not others:
            comparing.tell_nothing_open()
            return
        versions = [(each, is_version(cable, each.cable)) for each in others]
        if len(others) == 1 or [is_one for _, is_one in versions].count(True) == 1:
            comparing.with_document(others[0])
            return
        from reader.desktop.panels.comparison.choice import CableChoice  # noqa: PLC0415

        choice = CableChoice(versions, self._window.theme, self._window)
        choice.chosen.connect(comparing.with_document)
        choice.open()

    def copy(self) -> None:
        """Copy the differences as a text."""
        comparison = self._session.comparing.comparison
        if comparison is None:
            self._session.announced.emit(tr("Nothing was compared yet"))
            return
        from reader.desktop.panels.comparison.words import report  # noqa: PLC0415

        QGuiApplication.clipboard().setText(givable_text(report(comparison)))
        self._session.announced.emit(tr("The differences are copied"))

    def step(self, by: int) -> None:
        """Go to the next difference of what is compared, or to the one before."""
        if not self._window.has_comparison() or self._window.comparison.comparison() is None:
            self._session.announced.emit(tr("Nothing was compared yet"))
            return
        panel = self._window.comparison
        panel.show()
        panel.go_on() if by > 0 else panel.go_back()
