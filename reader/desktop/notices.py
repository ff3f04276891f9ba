"""How messages and errors reach the reader: banners that wait above the text, in nobody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QGuiApplication,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.plain import PlainLabel, action_text, set_tooltip
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from reader.desktop.session import Notice
    from reader.desktop.theme import Theme

MOST_BANNERS: Final = 3
"""Older ones make room: a pile of banners would bury the text."""

BRIEF: Final = 12_000
"""Milliseconds that a banner stays which only says what was done."""


def announce(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Have words spoken by a screen reader, if one is listening."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class Banner(QFrame):
    """One message: what went wrong, what can be done, what to tell a person who helps."""

    closed = Signal()

    def __init__(self, notice: Notice, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self._message = PlainLabel(notice.message, wraps=True)
        self._hint = PlainLabel(notice.hint, wraps=True)
        self._copy = QPushButton(tr("Copy details"))
        self._close = QToolButton()
        self._build()
        self.set_theme(theme)
        self.setAccessibleName(f"{notice.message} {notice.hint}".rstrip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _build(self) -> None:
        strong = self._message.font()
        strong.setBold(True)
        self._message.setFont(strong)
        for label in (self._message, self._hint):
            label.make_selectable()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._message)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        if self.notice.action is not None:
            row.addWidget(self._action_button(), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        # Only now that they have a parent: on its own, a widget that is shown is a window.
        self._hint.setVisible(bool(self.notice.hint))
        self._copy.setVisible(self.notice.is_error)
        self._copy.clicked.connect(self._copy_details)
        set_tooltip(self._copy, tr("Copy this message, for somebody who can help."))
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(tr("Close this message"))
        set_tooltip(self._close, tr("Close this message (Esc)"))
        self._close.clicked.connect(self.closed)

    def _action_button(self) -> QPushButton:
        button = QPushButton(action_text(self.notice.action_title))
        if self.notice.action is not None:
            button.clicked.connect(self.notice.action)
        button.clicked.connect(self.closed)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
            painter.end()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        ground = theme.error if self.notice.is_error else theme.notice
        text = theme.error_text if self.notice.is_error else theme.notice_text
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(ground))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.notice.report())


class NoticeBar(QWidget):
    """The banners, the latest one on top; nothing at all while there is none."""

    changed = Signal()
    left = Signal()
    """The message with the keyboard has gone, and there is no other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._banners: list[Banner] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a message in place of one with the same key; the same error is shown once."""
        if notice.is_error and any(_is_same(banner.notice, notice) for banner in self._banners):
            return
        if notice.key:
            self.withdraw(notice.key)
        while len(self._banners) >= MOST_BANNERS:
            self._remove(self._banners[-1])
        banner = Banner(notice, self._theme, self)
        banner.closed.connect(lambda: self._remove(banner))
        self._banners.insert(0, banner)
        self._layout.insertWidget(0, banner)
        self.setFocusProxy(banner)
        self.show()
        if notice.is_brief:
            QTimer.singleShot(BRIEF, banner, lambda: self._remove(banner))
        announce(banner, banner.accessibleName(), is_urgent=notice.is_error)
        self.changed.emit()

    def withdraw(self, key: str) -> None:
        """Take away the message with this key, if it is shown."""
        for banner in [banner for banner in self._banners if banner.notice.key == key]:
            self._remove(banner)

    def notices(self) -> tuple[Notice, ...]:
        """What is shown, the latest first."""
        return tuple(banner.notice for banner in self._banners)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for banner in self._banners:
            banner.set_theme(theme)

    def _remove(self, banner: Banner) -> None:
        if banner not in self._banners:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and (focus is banner or banner.isAncestorOf(focus))
        self._banners.remove(banner)
        self._layout.removeWidget(banner)
        if self._banners:
            self.setFocusProxy(self._banners[0])
            if had_focus:
                self.setFocus()
        elif had_focus:
            self.left.emit()
        banner.hide()
        banner.deleteLater()
        self.setVisible(bool(self._banners))
        self.changed.emit()


def _is_same(shown: Notice, notice: Notice) -> bool:
    return (shown.message, shown.hint) == (notice.message, notice.hint)
