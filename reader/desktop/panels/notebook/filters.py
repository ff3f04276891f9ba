"""What the notebook is to show: words, and what marks are to have besides."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reader.desktop.panels.notebook.flow import Flow
from reader.desktop.panels.notebook.several import Several
from reader.desktop.panels.page.signs import sign_icon
from reader.desktop.plain import PlainLabel, action_text
from reader.desktop.session.marking.telling import colour_name
from reader.desktop.session.notebook import read_words
from reader.desktop.session.standing import INKS
from reader.desktop.theme import LIGHT
from reader.store.marks import Colour, MarkKind, Status
from reader.store.searching import Order, Query
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QKeyEvent

    from reader.desktop.session.notebook import Tally
    from reader.desktop.theme import Theme

TYPING: Final = 120
"""Milliseconds after a letter until its words are looked for."""
LONGEST_QUERY: Final = 512
BETWEEN: Final = -1
"""Instead of a number of days: from one date to another."""
MOST_LABELS: Final = 500

# How long ago a mark was changed, in days.
AGES: Final = ((1, "Today"), (7, "Last 7 days"), (30, "Last 30 days"), (365, "Last 12 months"))

ORDERS: Final = (
    (Order.NEWEST, "Newest first"),
    (Order.OLDEST, "Oldest first"),
    (Order.CHANGED, "Changed last"),
    (Order.PLACE, "By cable and place"),
    (Order.NAME, "By name"),
    (Order.STATUS, "By status"),
    (Order.COLOUR, "By colour"),
)


class Filters(QWidget):
    """Asks for marks; each change is told as another query."""

    changed = Signal(object)
    """The Query."""
    left = Signal()
    """The reader goes to what was found: Down, or Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._here = ""
        self._words = Words()
        self._cable = self._choice(tr("Cable"))
        self._kind = self._choice(tr("Kind"))
        self._colour = self._several(tr("Colours"), tr("Any colour"))
        self._status = self._several(tr("Statuses"), tr("Any status"))
        self._label = self._several(tr("Labels"), tr("Any label"))
        self._age = self._choice(tr("Date of the last change"))
        self._order = self._choice(tr("Order"))
        self._from, self._until = QDateEdit(), QDateEdit()
        self._typing = QTimer(self)
        self._build()
        self._fill_fixed()
        self.show_tally(None)

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(name)
        self._limit(choice)
        choice.activated.connect(self._tell)
        return choice

    def _several(self, name: str, anything: str) -> Several:
        choice = Several(name, anything)
        self._limit(choice)
        choice.changed.connect(self._tell)
        return choice

    def _limit(self, choice: QComboBox) -> None:
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.setMaximumWidth(self.fontMetrics().averageCharWidth() * 34)

    def _build(self) -> None:
        self._words.setPlaceholderText(tr("Find in marks: words, or a cable’s id"))
        self._words.setAccessibleName(tr("Find in all marks"))
        self._words.setMaxLength(LONGEST_QUERY)
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._wait)
        self._words.left.connect(self._leave)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._typing.timeout.connect(self._tell)
        dates = QHBoxLayout()
        dates.setContentsMargins(0, 0, 0, 0)
        self._dates = QWidget()
        self._dates.setLayout(dates)
        for words, edit in ((tr("from"), self._from), (tr("until"), self._until)):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setAccessibleName(words)
            edit.setDate(QDate.currentDate())
            edit.dateChanged.connect(self._tell)
            dates.addWidget(PlainLabel(words))
            dates.addWidget(edit)
        self._dates.hide()
        choices = Flow()
        for choice in (self._cable, self._kind, self._colour, self._status, self._label, self._age):
            choices.addWidget(choice)
        choices.addWidget(self._dates)
        choices.addWidget(self._order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._words)
        layout.addLayout(choices)
        self.setFocusProxy(self._words)

    def _fill_fixed(self) -> None:
        fixed: tuple[tuple[QComboBox, Iterable[tuple[str, Any]]], ...] = (
            (
                self._kind,
                (
                    (tr("Bookmarks and highlights"), None),
                    (tr("Bookmarks"), MarkKind.BOOKMARK),
                    (tr("Highlights"), MarkKind.HIGHLIGHT),
                ),
            ),
            (
                self._age,
                (
                    (tr("Any date"), 0),
                    *((tr(words), days) for days, words in AGES),
                    (tr("Between…"), BETWEEN),
                ),
            ),
            (self._order, ((tr(words), order) for order, words in ORDERS)),
        )
        for choice, rows in fixed:
            for words, value in rows:
                choice.addItem(words, value)
        statuses = [(tr(each.value.capitalize()), each) for each in Status]
        self._status.offer([*statuses, (tr("Without a status"), None)])

    # What the window calls.

    def show_tally(self, tally: Tally | None) -> None:
        """Offer what there is: cables, labels, colours by the user's names."""
        names: Mapping[Colour, str] = tally.names if tally else {}
        cables = [(tr("All cables"), "")]
        if self._here:
            cables.append((tr("This cable"), self._here))
        for cable in tally.cables if tally else ():
            title = cable.title if cable.cable_id.startswith("text:") else cable.cable_id
            cables.append((action_text(f"{title} ({cable.mark_count})"), cable.cable_id))
        known = sorted(tally.labels.items() if tally else (), key=lambda each: each[0])
        _refill(self._cable, cables)
        self._label.offer(
            (action_text(f"{label} ({count})"), label) for label, count in known[:MOST_LABELS]
        )
        self._colour.offer(
            (action_text(colour_name(Colour(name), names)), Colour(name)) for name in INKS
        )
        self._set_icons()

    def set_here(self, cable_id: str) -> None:
        """Take the id of the cable that is open; empty for none."""
        self._here = cable_id

    def look_for(self, words: str) -> None:
        """Ask for marks that have these words, without waiting for more letters."""
        self._words.setText(words)
        self._tell()

    def is_being_typed(self) -> bool:
        """Whether the keyboard is where words are typed, and there are some."""
        return self._words.hasFocus() and bool(self._words.text())

    def query(self) -> Query:
        """What is asked for."""
        words, ids = read_words(self._words.text())
        cable, kind = self._cable.currentData(), self._kind.currentData()
        since, until = self._period()
        return Query(
            text=words,
            cable_ids=(cable,) if cable else ids,
            kinds=(kind,) if kind else (),
            labels=self._label.values(),
            colours=self._colour.values(),
            statuses=self._status.values(),
            changed_from=since,
            changed_until=until,
            order=self._order.currentData(),
        )

    def is_asking(self) -> bool:
        """Whether anything is asked for but all marks."""
        return self.query() != Query(order=self._order.currentData())

    def clear(self) -> None:
        """Ask for all marks."""
        self._words.clear()
        for choice in (self._cable, self._kind, self._age):
            choice.setCurrentIndex(0)
        for several in (self._colour, self._status, self._label):
            several.untick_all()
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._set_icons()

    def _set_icons(self) -> None:
        self._colour.set_icons(sign_icon(ink, self._theme) for ink in range(len(INKS)))

    def _period(self) -> tuple[datetime | None, datetime | None]:
        days = self._age.currentData()
        if days == BETWEEN:
            first, last = sorted((self._from.date(), self._until.date()))
            return _midnight(first), _midnight(last.addDays(1))
        if not days:
            return None, None
        today = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return (today - timedelta(days=days - 1)).astimezone(UTC), None

    def _wait(self) -> None:
        self._typing.start()

    def _tell(self) -> None:
        self._typing.stop()
        self._dates.setVisible(self._age.currentData() == BETWEEN)
        self.changed.emit(self.query())

    def _leave(self) -> None:
        if self._typing.isActive():
            self._tell()
        self.left.emit()


class Words(QLineEdit):
    """The field for words."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to what was found with Down or Enter."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _midnight(date: QDate) -> datetime:
    return datetime(date.year(), date.month(), date.day()).astimezone(UTC)


def _refill(choice: QComboBox, rows: Iterable[tuple[str, Any]]) -> None:
    """Offer other rows; what was chosen stays so if it is among them."""
    chosen = choice.currentData()
    choice.clear()
    for number, (words, value) in enumerate(rows):
        choice.addItem(words, value)
        if number and value == chosen and chosen:
            choice.setCurrentIndex(number)
