"""Which signal calls what where versions are compared: the session, the window beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.comparison import Comparison, Difference
    from reader.desktop.actions import Actions
    from reader.desktop.session import Session
    from reader.desktop.session.comparing import Pair
    from reader.desktop.window import MainWindow

SHARED: Final = ("difference.next", "difference.previous", "comparison.copy", "window.quit")
"""The commands whose keys work in the window of a comparison as well."""


class CompareConnections(QObject):
    """Joins what compares with the window that shows it, which is made when it is wanted."""

    def __init__(self, session: Session, window: MainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._actions = actions
        session.comparing.compared.connect(self._show)
        session.comparing.doubted.connect(self._ask)
        window.comparison_made.connect(self._join)

    def _join(self) -> None:
        panel = self._window.comparison
        panel.addActions([self._actions[name] for name in SHARED])
        panel.copy_wanted.connect(self._actions["comparison.copy"].trigger)
        panel.place_wanted.connect(self._go_to)
        self._window.closing.connect(panel.close)

    def _show(self, comparison: Comparison) -> None:
        panel = self._window.comparison
        panel.show_comparison(comparison)
        panel.show()
        panel.raise_()
        panel.activateWindow()
        panel.setFocus()
        self._session.announced.emit(panel.summary())

    def _ask(self, pair: Pair) -> None:
        from reader.desktop.panels.comparison.words import cable_name  # noqa: PLC0415
        from reader.desktop.plain import question_box  # noqa: PLC0415

        box = question_box(
            self._window,
            tr("Two different cables"),
            tr("These are two different cables, not two versions of one."),
            tr(
                "{here} is open, and this is {there}. Nearly everything will differ.",
                here=cable_name(pair.here),
                there=cable_name(pair.there),
            ),
            (tr("Co&mpare all the same"), tr("&Cancel")),
        )
        box.accepted.connect(lambda: self._session.comparing.go_ahead(pair))
        box.open()

    def _go_to(self, difference: Difference) -> None:
        from reader.cable.comparison import place_here  # noqa: PLC0415

        comparison = self._session.comparing.comparison
        if comparison is None or self._session.cable is not comparison.here:
            self._window.comparison.say(tr("The cable on the left is not the one that is shown"))
            return
        place = place_here(comparison, difference)
        if place is None:
            self._window.comparison.say(tr("This is in no paragraph of the cable on the left"))
            return
        self._session.go_to(*place)
        self._window.raise_()
        self._window.activateWindow()
        self._window.focus_text()
