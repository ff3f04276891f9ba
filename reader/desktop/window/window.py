"""The main window: it places the panels, and holds no logic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.notices import NoticeBar
from reader.desktop.panels.body import BodyPanel
from reader.desktop.panels.docks import Dock
from reader.desktop.panels.header import HeaderPanel
from reader.desktop.panels.outline import OutlinePanel
from reader.desktop.panels.references import ReferencesPanel
from reader.desktop.panels.status import StatusLine
from reader.desktop.theme import LIGHT
from reader.desktop.window.docking import Docking

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from reader.desktop.panels.find import FindBar
    from reader.desktop.panels.source import SourcePanel
    from reader.desktop.panels.welcome import WelcomePanel
    from reader.desktop.theme import Theme

SMALLEST: Final = (640, 420)
USUAL: Final = (1180, 780)


class MainWindow(QMainWindow):
    """The parts of the window and where they stand."""

    painted = Signal()
    """The window was painted for the first time."""
    closing = Signal()
    files_dropped = Signal(list)
    text_dropped = Signal(str)
    source_made = Signal()
    find_made = Signal()
    welcome_made = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self._was_painted = False
        self.notices = NoticeBar()
        self.header = HeaderPanel()
        self.body = BodyPanel()
        self.outline = OutlinePanel()
        self.references = ReferencesPanel()
        self.bookmarks = QWidget()
        self.status = StatusLine()
        self.bar = QToolBar("Tools")
        self._welcome: WelcomePanel | None = None
        self._source: SourcePanel | None = None
        self._find: FindBar | None = None
        self._pages = QStackedWidget()
        self._views = QStackedWidget()
        self.text = QWidget()
        """Header, text and find bar of what is open."""
        self._text_layout = QVBoxLayout(self.text)
        self._place_text()
        self.outline_dock = Dock("outline", "Outline", self.outline)
        self.bookmarks_dock = Dock("bookmarks", "Bookmarks", self.bookmarks)
        self.references_dock = Dock("references", "References", self.references)
        self.docking = Docking(self, self.outline_dock, self.bookmarks_dock, self.references_dock)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focus)

    def _place_text(self) -> None:
        self._views.addWidget(self.body)
        self._text_layout.setContentsMargins(0, 0, 0, 0)
        self._text_layout.setSpacing(0)
        self._text_layout.addWidget(self.header)
        self._text_layout.addWidget(self._views, 1)
        self._pages.addWidget(self.text)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        self.bar.setObjectName("tools")
        self.bar.setMovable(False)
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.addToolBar(self.bar)
        # QStatusBar would clear what is shown for every menu that is pointed at.
        foot = QToolBar("Status")
        foot.setObjectName("status")
        foot.setMovable(False)
        self.status.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        foot.addWidget(self.status)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, foot)
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

    # Parts that are made when they are first needed.

    @property
    def welcome(self) -> WelcomePanel:
        """What is shown while nothing is open."""
        if self._welcome is None:
            from reader.desktop.panels.welcome import WelcomePanel  # noqa: PLC0415

            self._welcome = WelcomePanel()
            self._welcome.set_theme(self.theme)
            self._pages.addWidget(self._welcome)
            self.welcome_made.emit()
        return self._welcome

    @property
    def source(self) -> SourcePanel:
        """The text as received."""
        if self._source is None:
            from reader.desktop.panels.source import SourcePanel  # noqa: PLC0415

            self._source = SourcePanel()
            self._source.set_theme(self.theme)
            self._views.addWidget(self._source)
            self.source_made.emit()
        return self._source

    @property
    def find_bar(self) -> FindBar:
        """The find bar."""
        if self._find is None:
            from reader.desktop.panels.find import FindBar  # noqa: PLC0415

            self._find = FindBar()
            self._text_layout.addWidget(self._find)
            self.find_made.emit()
        return self._find

    def has_source(self) -> bool:
        """Whether the source panel was made."""
        return self._source is not None

    def has_find(self) -> bool:
        """Whether the find bar was made."""
        return self._find is not None

    # What is in front.

    def show_text(self) -> None:
        """Show header and text."""
        self._pages.setCurrentWidget(self.text)

    def show_welcome(self) -> None:
        """Show what to do."""
        self._pages.setCurrentWidget(self.welcome)

    def is_welcome_shown(self) -> bool:
        """Whether nothing is open."""
        return self._pages.currentWidget() is not self.text

    def show_view(self, *, is_source: bool) -> None:
        """Show the text as received, or as set to be read."""
        had_focus = self.is_within(self._views)
        view = self.source if is_source else self.body
        self._views.setCurrentWidget(view)
        if had_focus:
            view.setFocus()

    def is_source_shown(self) -> bool:
        """Whether the text is shown as received."""
        return self._views.currentWidget() is not self.body

    def set_theme(self, theme: Theme) -> None:
        """Show every part in the colours of a theme."""
        self.theme = theme
        parts: list[object] = [self.notices, self.header, self.body, self.outline, self.references]
        parts += [self._welcome, self._source, self.bookmarks]
        parts += [dock.title for dock in self.docking.docks()]
        for part in parts:
            take: Callable[[Theme], None] | None = getattr(part, "set_theme", None)
            if take is not None:
                take(theme)

    # Where the window stands.

    def layout_state(self) -> tuple[str, str]:
        """Where the window and its docks stand, as text; a dock that made way counts as shown."""
        self.docking.show_wanted()
        geometry = self.saveGeometry().toBase64().toStdString()
        return geometry, self.saveState().toBase64().toStdString()

    def restore_layout(self, geometry: str, layout: str) -> None:
        """Stand where the window stood before; what is no such state is passed over."""
        if not geometry or not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            self.resize(*USUAL)
        if layout:
            self.restoreState(QByteArray.fromBase64(layout.encode()))
        self.docking.take_over()

    # Where the keyboard is.

    def panes(self) -> list[QWidget]:
        """The parts of the window that F6 goes through, those that can be seen."""
        text = self._welcome if self.is_welcome_shown() else self._views.currentWidget()
        parts = [text, self.outline, self.bookmarks, self.references]
        if not self.is_welcome_shown():
            parts += [self.header, self._find]
        parts.append(self.notices)
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

    def _show_focus(self) -> None:
        for dock in self.docking.docks():
            dock.title.set_active(self.is_within(dock))

    def changeEvent(self, event: QEvent) -> None:
        """Find room anew for another size of the window's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.docking.make_room()
