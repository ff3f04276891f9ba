"""The main window: it places the panels, and holds no logic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.commands.menus import MENUS
from reader.desktop.window.docking import TEXT_ROOM, Docking
from reader.desktop.window.parts import PartsOfWindow
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )
    from PySide6.QtWidgets import QMenu

    from reader.desktop.theme import Theme

SMALLEST: Final = (560, 400)
USUAL: Final = (1180, 780)
TITLE: Final = 40
"""Pixels that the title above the window takes at most."""
ANATOMY_ROOM: Final = 122
"""Average letters: whole lines of a telegram, and the card beside them."""


class MainWindow(PartsOfWindow):
    """The parts of the window and where they stand."""

    painted = Signal()
    """The window was painted for the first time."""
    closing = Signal()
    theme_set = Signal(object)
    """The Theme that every part of the window has now."""
    went_back = Signal()
    """The button at the side of the mouse that goes back was pressed."""
    went_forward = Signal()
    full_screen_changed = Signal(bool)
    files_dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self._is_source = False
        self._place_text()
        self.menus: dict[str, QMenu] = {
            name: self.menuBar().addMenu(tr(title)) for name, title in MENUS
        }
        self.docking = Docking(self, self.outline_dock, self.bookmarks_dock, self.references_dock)
        self._pages.currentChanged.connect(self._leave_room)
        self.notices_left.connect(self.focus_text)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)

    def _place_text(self) -> None:
        self._views.addWidget(self.body)
        self._text_layout.setContentsMargins(0, 0, 0, 0)
        self._text_layout.setSpacing(0)
        self._text_layout.addWidget(self.header)
        self._text_layout.addWidget(self._views, 1)
        self._pages.addWidget(self.text)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._centre.addWidget(self._pages, 1)
        centre = QWidget()
        centre.setLayout(self._centre)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    # What Qt calls.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the window is there."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text the room it needs: docks make way in a narrow window."""
        super().resizeEvent(event)
        self.docking.make_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window is about to go."""
        self.closing.emit()
        super().closeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back and forward with the buttons at the side of a mouse."""
        if event.button() is Qt.MouseButton.BackButton:
            self.went_back.emit()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.went_forward.emit()
        else:
            super().mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and texts."""
        data = event.mimeData()
        if any(url.isLocalFile() for url in data.urls()) or data.hasText():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files, or the text."""
        data = event.mimeData()
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if paths:
            self.files_dropped.emit(paths)
        elif data.hasText():
            self.text_dropped.emit(data.text())

    # What is in front.

    def show_text(self) -> None:
        """Show header and text."""
        self._pages.setCurrentWidget(self.text)

    def show_welcome(self) -> None:
        """Show what to do."""
        self._pages.setCurrentWidget(self.welcome)

    def show_chooser(self) -> None:
        """Show the list of cables."""
        self._pages.setCurrentWidget(self.chooser)

    def show_waiting(self) -> None:
        """Show what is being read, or why it could not be."""
        self._pages.setCurrentWidget(self.waiting)

    def is_welcome_shown(self) -> bool:
        """Whether nothing is open."""
        return self._welcome is not None and self._pages.currentWidget() is self._welcome

    def is_chooser_shown(self) -> bool:
        """Whether the list of cables is in front."""
        return self._chooser is not None and self._pages.currentWidget() is self._chooser

    def show_anatomy(self) -> None:
        """Show every part of the telegram in place of header and text."""
        self._pages.setCurrentWidget(self.anatomy)

    def _leave_room(self) -> None:
        is_anatomy = self.is_anatomy_shown()
        self.docking.leave_room(ANATOMY_ROOM if is_anatomy else TEXT_ROOM)

    def is_anatomy_shown(self) -> bool:
        """Whether the parts of the telegram are in front."""
        return self._anatomy is not None and self._pages.currentWidget() is self._anatomy

    def show_view(self, *, is_source: bool) -> None:
        """Show the text as received, or as set to be read; beside each other, one is in front."""
        had_focus = self.is_within(self._views)
        view = self.source if is_source else self.body
        self._is_source = is_source
        if not self.is_beside():
            self._views.setCurrentWidget(view)
        if had_focus and not self.is_within(view):
            view.setFocus()

    def show_beside(self, *, is_beside: bool) -> None:
        """Show both views beside each other, or the one in front alone."""
        had_focus = self.is_within(self._views)
        front = self.source if self._is_source else self.body
        if is_beside:
            for view in (self.body, self.source):
                self.beside.addWidget(view)
                view.show()
            self._views.setCurrentWidget(self.beside)
            self.beside.share()
        else:
            for view in (self.body, self.source):
                self._views.addWidget(view)
            self._views.setCurrentWidget(front)
        if had_focus:
            front.setFocus()

    def is_beside(self) -> bool:
        """Whether both views are shown beside each other."""
        return self._beside is not None and self._views.currentWidget() is self._beside

    def is_source_shown(self) -> bool:
        """Whether the text as received is in front."""
        return self._is_source

    def set_theme(self, theme: Theme) -> None:
        """Show every part in the colours of a theme."""
        self.theme = theme
        parts = (
            self.header,
            self.body,
            self.status,
            self._notices,
            self._outline,
            self._references,
            self._bookmarks,
            self._welcome,
            self._chooser,
            self._tab_bar,
            self._waiting,
            self._source,
            self._find,
            self._comparison,
            self._anatomy,
            self._glossary,
            self._portion_bar,
            *self.docking.docks(),
        )
        for part in parts:
            take: Callable[[Theme], None] | None = getattr(part, "set_theme", None)
            if take is not None:
                take(theme)
        self.theme_set.emit(theme)

    # Where the window stands.

    def layout_state(self) -> tuple[str, str]:
        """Where the window and its docks stand, as text; a dock that made way counts as shown."""
        self.docking.show_wanted()
        geometry = self.saveGeometry().toBase64().toStdString()
        return geometry, self.saveState().toBase64().toStdString()

    def restore_layout(self, geometry: str, layout: str) -> None:
        """Stand where the window stood before; what is no such state is passed over."""
        if not geometry or not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            # Whole on a small screen too, below the title that the desktop puts above it.
            room = self.screen().availableSize() - QSize(0, TITLE)
            self.resize(QSize(*USUAL).boundedTo(room))
        elif self.isFullScreen():
            # Nobody who starts the program knows how to leave that.
            self.setWindowState(Qt.WindowState.WindowNoState)
        if not layout or not self.restoreState(QByteArray.fromBase64(layout.encode())):
            self.docking.place_first()
        self.docking.take_over()

    # Where the keyboard is.

    def focus_text(self) -> None:
        """Take the keyboard to what is open, or to what to do."""
        if self.is_welcome_shown():
            self.welcome.setFocus()
        elif self.is_chooser_shown():
            self.chooser.setFocus()
        elif self._waiting is not None and self._pages.currentWidget() is self._waiting:
            self._waiting.setFocus()
        elif self.is_anatomy_shown():
            self.anatomy.setFocus()
        else:
            (self.source if self.is_source_shown() else self.body).setFocus()

    def panes(self) -> list[QWidget]:
        """The parts of the window that F6 goes through, those that can be seen."""
        has_text = self._pages.currentWidget() is self.text
        views = [self.body, *([self._source] if self._source is not None else [])]
        texts = views if has_text else [self._pages.currentWidget()]
        parts = [*texts, self._outline, self._bookmarks, self._references, self._glossary]
        if has_text:
            parts += [self.header, self._portion_bar, self._find]
        parts.append(self._tab_bar)
        parts.append(self._notices)
        return [part for part in parts if part is not None and part.isVisible()]

    def cycle_pane(self, by: int) -> None:
        """Take the keyboard to the next pane, or the one before."""
        panes = self.panes()
        here = next((index for index, pane in enumerate(panes) if self.is_within(pane)), None)
        pane = panes[0] if here is None else panes[(here + by) % len(panes)]
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_within(self, part: QWidget) -> bool:
        """Whether the keyboard is in a part of the window."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is part or part.isAncestorOf(focus))
