"""The header panel: subject, classification, from and to, date, TAGS, and what to be wary of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal

from reader.desktop.panels.header import words
from reader.desktop.panels.header.items import Item, each_item, from_items, sending_items
from reader.desktop.panels.header.parts import SPACING, HeaderParts
from reader.desktop.theme import colour_words
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.cable.model import Cable
    from reader.desktop.panels.header.drawers import Drawers
    from reader.desktop.panels.header.explaining import Explaining
    from reader.desktop.theme import Theme

LARGEST_SHARE: Final = 0.45
"""Of the room for header and text that the header may take without being asked for."""

LARGEST_UNFOLDED: Final = 0.7
"""Of that room when the reader has unfolded it."""

LONG_SUBJECT: Final = 80
"""Characters; a longer subject may have to be shortened in a low window."""


class HeaderPanel(HeaderParts):
    """Shows the head of a cable above its text, in the same column."""

    remark_chosen = Signal(object)
    """A Problem whose place is to be shown."""
    place_chosen = Signal(object)
    """A Span of the text as received that is to be shown."""
    fold_changed = Signal(bool)
    raw_changed = Signal(bool)
    """Whether the header is shown as received, below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cable: Cable | None = None
        self._as_received = False
        self._explaining: Explaining | None = None
        """What explains the items by key; made after the first paint."""
        self._place: tuple[int, int] | None = None
        """Left edge and width of the column of the text."""
        self._subject_width = 0
        self._is_decided = False
        """Whether the reader has folded or unfolded the header."""
        self._drawers: Drawers | None = None
        for button in (self._addressees, self._raw, self._remarks):
            button.toggled.connect(self._turn)
        self._raw.toggled.connect(self.raw_changed)
        self._fold.clicked.connect(self._fold_for_good)

    # What is shown.

    @property
    def cable(self) -> Cable | None:
        """The cable whose head is shown."""
        return self._cable

    def show_cable(self, cable: Cable | None) -> None:
        """Show the head of a cable, or nothing."""
        self._cable = cable
        self.fold_drawers()
        if self._drawers is not None:
            self._drawers.show_cable(cable)
        if cable is None:
            return
        header = cable.header
        name = cable.canonical_id or cable.reference_id or ""
        self._show_subject()
        level = words.classification_words(header)
        self._chip.show_items((Item(level, "classification"),), self.explanation)
        self._chip.set_chip(self._theme.chip(header.classification))
        self._captions.show_items(each_item(header.captions, "caption"), self.explanation)
        self._id.show_items((Item(name, "id"),), self.explanation)
        self._from.show_items(from_items(header), self.explanation)
        self._show_sending()
        self._tags.show_items(each_item(header.tags, "tag"), self.explanation)
        self._order.show_items((Item(words.order_words(header), "order"),), self.explanation)
        self._addressees.show_words(words.addressees_title(header))
        self._raw.show_words(tr("Header as received"))
        self._remarks.show_words(words.remarks_title(cable))

    def _show_subject(self) -> None:
        if self._cable is not None:
            title = words.title_of(self._cable, as_received=self._as_received)
            self._subject.show_items((Item(title, "subject"),), self.explanation)
            self._fit_subject()

    def _fit_subject(self) -> float:
        """Show as much of a long subject as the window leaves room for; the pixels it lacks."""
        item = self._subject.item()
        if item is None or len(item.words) <= LONG_SUBJECT or not self._subject_width:
            return 0.0
        from reader.desktop.panels.header.shortening import shortened  # noqa: PLC0415 - few are long

        is_unfolded = self._is_decided and not self.is_folded()
        share = LARGEST_UNFOLDED if is_unfolded else LARGEST_SHARE
        shown = self._subject.heightForWidth(self._subject_width)
        others = self._column.heightForWidth(self.width()) - shown
        room = self.window().height() * share - others
        words, whole = shortened(item.words, self._subject.font(), self._subject_width, room)
        if words != self._subject.text():
            self._subject.setText(words)
        return whole - self._subject.heightForWidth(self._subject_width)

    def _show_sending(self) -> None:
        """When and how it was sent; with the hour at the station once the text was painted."""
        cable = self._cable
        if cable is None:
            return
        local = self._explaining.hour_at_station(cable) if self._explaining is not None else ""
        self._sent.show_items(sending_items(cable, local), self.explanation)

    # What explains itself.

    def explanation(self, item: Item) -> str:
        """How an item was read; its words are looked up in tables that no first paint needs."""
        if self._cable is None:
            return ""
        from reader.cable.explanations.topics import explain  # noqa: PLC0415

        words = explain(self._cable, item.topic, item.number).words()
        is_whole = item.topic != "subject" or self._subject.text() == item.words
        return words if is_whole else f"{item.words}\n\n{words}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the card with Escape."""
        is_escape = event.key() == Qt.Key.Key_Escape
        if not (is_escape and self._explaining is not None and self._explaining.close_card()):
            super().keyPressEvent(event)

    # What unfolds below; most readers never look at it.

    def drawers(self) -> Drawers:
        """What unfolds below, made when something first does."""
        if self._drawers is None:
            from reader.desktop.panels.header.drawers import Drawers  # noqa: PLC0415

            self._drawers = Drawers()
            self._drawers.set_theme(self._theme)
            self._drawers.show_cable(self._cable)
            self._drawers.remark_chosen.connect(self.remark_chosen)
            self._drawers.place_wanted.connect(self.place_chosen)
            self._column.addWidget(self._drawers)
        return self._drawers

    def _turn(self, is_open: bool) -> None:
        if not is_open and self._drawers is None:
            return
        buttons = {"addressees": self._addressees, "raw": self._raw, "remarks": self._remarks}
        opened = self.sender() if is_open else None
        for button in buttons.values():
            if opened is not None and button is not opened:
                button.setChecked(False)
        name = next((name for name, button in buttons.items() if button.isChecked()), "")
        self.drawers().open(name)

    def fold_drawers(self) -> None:
        """Fold what is unfolded below."""
        for button in (self._addressees, self._raw, self._remarks):
            button.setChecked(False)

    def show_subject_as_received(self, as_received: bool) -> None:
        """Show the subject in the letters of the telegram, or set as a title."""
        self._as_received = as_received
        self._show_subject()

    def show_raw(self, is_shown: bool) -> None:
        """Show the header's own lines below, or not."""
        self._raw.setChecked(is_shown)

    def show_remarks(self) -> None:
        """Show what is odd in the cable, and take the keyboard there."""
        if not self._remarks.isHidden():
            self.set_folded(False)
            self._remarks.setChecked(True)
            if self._drawers is not None:
                self._drawers.setFocus()

    def _should_fold(self) -> bool | None:
        """Whether the window is too low for header and text; None when the reader has decided."""
        if self._is_decided or self._cable is None or self._has_drawer():
            return None
        needed = self._column.heightForWidth(self.width()) + self._fit_subject()
        if self.is_folded():
            needed += self._details.heightForWidth(self._details.width())
        return needed > self.window().height() * LARGEST_SHARE

    def _has_drawer(self) -> bool:
        if self._explaining is not None and self._explaining.is_open():
            return True
        return any(button.isChecked() for button in (self._addressees, self._raw, self._remarks))

    def _fold_for_good(self, is_folded: bool) -> None:
        self._is_decided = True
        self._turn_fold(is_folded)

    def set_folded(self, is_folded: bool) -> None:
        """Show only subject, classification and id, or everything; it stays so."""
        self._is_decided = True
        self._turn_fold(is_folded)

    def _turn_fold(self, is_folded: bool) -> None:
        if is_folded == self._details.isHidden():
            return
        if is_folded:
            self.fold_drawers()
        self._details.setVisible(not is_folded)
        self._fold.setChecked(is_folded)
        self._fold.setAccessibleName(
            tr("Unfold the header") if is_folded else tr("Fold the header")
        )
        self._fit_subject()
        self.fold_changed.emit(is_folded)

    def is_folded(self) -> bool:
        """Whether only the first lines are shown."""
        return self._details.isHidden()

    # How it is shown.

    def set_column(self, left: int, width: int) -> None:
        """Stand in the column of the text: its left edge and its width in pixels."""
        self._place = (left, width)
        self._stand()
        is_folded = self._should_fold()
        if is_folded is not None and is_folded != self.is_folded():
            # Not at once: the layout that asks is at work.
            QTimer.singleShot(0, self, lambda: self._turn_fold(is_folded))
        elif is_folded is None:
            self._fit_subject()

    def _stand(self) -> None:
        if self._place is None:
            return
        left, width = self._place
        right = max(self.width() - left - width, 8)
        margins = self._column.contentsMargins()
        if (margins.left(), margins.right()) != (left, right):
            self._column.setContentsMargins(left, 12, right, 8)
        fold = self._fold.sizeHint().width() + SPACING
        self._subject_width = max(self.width() - left - right - fold, 1)
        self._arrange(self.width() - left - right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in the column still; the text may have had its new width before the header."""
        super().resizeEvent(event)
        self._stand()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        if self._drawers is not None:
            self._drawers.set_theme(theme)
        if self._cable is not None:
            self._chip.set_chip(theme.chip(self._cable.header.classification))
        for label in (self._id, self._order, self._sent, self._tags):
            colour_words(label, theme.muted)
        self.update()

    def complete(self) -> None:
        """Do what the first paint does not wait for: words to select, the hour at the station."""
        from reader.desktop.panels.header.explaining import Explaining  # noqa: PLC0415

        self._explaining = Explaining(self)
        for label in self.labels():
            label.make_selectable()
        self._show_sending()
