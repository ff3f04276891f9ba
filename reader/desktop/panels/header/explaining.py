"""Explaining the items of a header: said as they are reached, with F1 on a card that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reader.cable.explanations.local_time import local_time
from reader.desktop.plain import hide_tooltip

if TYPE_CHECKING:
    from reader.cable.model import Cable
    from reader.desktop.panels.header.drawers import Drawers
    from reader.desktop.panels.header.items import Item
    from reader.desktop.panels.header.labels import ExplainedLabel
    from reader.desktop.panels.header.panel import HeaderPanel


class Explaining(QObject):
    """Goes with a header once its text was painted."""

    def __init__(self, panel: HeaderPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._drawers: Drawers | None = None
        self._back: ExplainedLabel | None = None
        """Where the keyboard was when the card was opened."""
        for label in panel.labels():
            label.explanation_wanted.connect(self._show_item)
            label.reached.connect(self._follow)
            label.passed.connect(self._pass_on)

    def hour_at_station(self, cable: Cable) -> str:
        """07:36 in Moscow; empty where zone or hour are not known."""
        local = local_time(cable)
        return local.words() if local is not None else ""

    # The card.

    def is_open(self) -> bool:
        """Whether the card is open."""
        return self._drawers is not None and self._drawers.is_explaining()

    def show_card(self, topic: str, number: int) -> None:
        """Explain an item on a card that stays; the keyboard stays where it is."""
        cable = self._panel.cable
        if cable is None:
            return
        from reader.cable.explanations.topics import explain  # noqa: PLC0415 - few ask

        self._panel.fold_drawers()
        if self._drawers is None:
            self._drawers = self._panel.drawers()
            self._drawers.closed.connect(self.close_card)
        explanation = explain(cable, topic, number)
        self._drawers.explain(explanation)
        hide_tooltip()
        self._announce(explanation.words())

    def close_card(self) -> bool:
        """Close the card if it is open, and say whether it was."""
        drawers = self._drawers
        if drawers is None or not drawers.is_explaining():
            return False
        focus = QApplication.focusWidget()
        had_focus = focus is not None and drawers.isAncestorOf(focus)
        drawers.open("")
        if had_focus:
            label = self._back or self._panel.labels()[0]
            label.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # From the labels.

    def _show_item(self, item: Item) -> None:
        label = self.sender()
        self._back = next((each for each in self._panel.labels() if each is label), None)
        self.show_card(item.topic, item.number)

    def _follow(self, item: Item) -> None:
        """Another item was reached: the open card explains it, or it is only said."""
        cable = self._panel.cable
        if self.is_open():
            self.show_card(item.topic, item.number)
        elif cable is not None:
            self._announce(f"{item.words}: {self._panel.explanation(item)}")

    def _announce(self, words: str) -> None:
        from reader.desktop.notices import announce  # noqa: PLC0415

        announce(self._panel, words)

    def _pass_on(self, step: int) -> None:
        """An arrow left a label: on to the one before or after, as they stand."""
        labels = [label for label in self._panel.labels() if label.isVisible()]
        here = next((at for at, label in enumerate(labels) if label is self.sender()), None)
        if here is not None and 0 <= here + step < len(labels):
            labels[here + step].enter(step)
