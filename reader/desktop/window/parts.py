"""The parts of the main window, each made when it is needed.

Only what the first paint shows is made at once: header, text, status line, and docks without
anything in them. All else is made when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.desktop.panels.body import BodyPanel
from reader.desktop.panels.header import HeaderPanel
from reader.desktop.panels.status import StatusLine
from reader.desktop.theme import LIGHT
from reader.desktop.window.docking import Dock
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.notices import NoticeBar
    from reader.desktop.panels.anatomy import AnatomyPanel
    from reader.desktop.panels.bookmarks import BookmarksPanel
    from reader.desktop.panels.chooser import ChooserPanel
    from reader.desktop.panels.comparison import ComparisonPanel
    from reader.desktop.panels.find import FindBar
    from reader.desktop.panels.glossary import GlossaryPanel
    from reader.desktop.panels.outline import OutlinePanel
    from reader.desktop.panels.portions import PortionBar
    from reader.desktop.panels.references import ReferencesPanel
    from reader.desktop.panels.source import SourcePanel
    from reader.desktop.panels.tab_bar import TabBar
    from reader.desktop.panels.waiting import WaitingPanel
    from reader.desktop.panels.welcome import WelcomePanel
    from reader.desktop.window.beside import Beside

GLOSSARY_SHARES: Final = (3_000, 1_000)
"""How what is cited and its acronyms share their dock."""


class PartsOfWindow(QMainWindow):
    """A window that makes its parts as they are asked for."""

    source_made = Signal()
    find_made = Signal()
    comparison_made = Signal()
    anatomy_made = Signal()
    portion_bar_made = Signal()
    welcome_made = Signal()
    waiting_made = Signal()
    notices_left = Signal()
    """The last message was closed while the keyboard was in it."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.header = HeaderPanel()
        self.body = BodyPanel()
        self.status = StatusLine()
        self.text = QWidget()
        """Header, text and find bar of what is open."""
        self.outline_dock = Dock("outline", tr("Outline"))
        self.bookmarks_dock = Dock("bookmarks", tr("Bookmarks"))
        self.references_dock = Dock("references", tr("References"))
        self._notices: NoticeBar | None = None
        self._outline: OutlinePanel | None = None
        self._references: ReferencesPanel | None = None
        self._bookmarks: BookmarksPanel | None = None
        self._welcome: WelcomePanel | None = None
        self._chooser: ChooserPanel | None = None
        self._source: SourcePanel | None = None
        self._tab_bar: TabBar | None = None
        self._waiting: WaitingPanel | None = None
        self._beside: Beside | None = None
        self._find: FindBar | None = None
        self._comparison: ComparisonPanel | None = None
        self._anatomy: AnatomyPanel | None = None
        self._glossary: GlossaryPanel | None = None
        self._portion_bar: PortionBar | None = None
        self._pages = QStackedWidget()
        self._views = QStackedWidget()
        self._text_layout = QVBoxLayout(self.text)
        self._centre = QVBoxLayout()

    # Parts that are made when they are first asked for.

    @property
    def notices(self) -> NoticeBar:
        """The banners above everything."""
        if self._notices is None:
            from reader.desktop.notices import NoticeBar  # noqa: PLC0415

            self._notices = NoticeBar()
            self._notices.set_theme(self.theme)
            self._centre.insertWidget(0, self._notices)
            self._notices.left.connect(self.notices_left)
        return self._notices

    @property
    def tab_bar(self) -> TabBar:
        """The row of tabs, once there are two."""
        if self._tab_bar is None:
            from reader.desktop.panels.tab_bar import TabBar  # noqa: PLC0415

            self._tab_bar = TabBar()
            self._tab_bar.set_theme(self.theme)
            self._centre.insertWidget(self._centre.indexOf(self._pages), self._tab_bar)
        return self._tab_bar

    @property
    def waiting(self) -> WaitingPanel:
        """What stands in place of a text that is being read, or could not be."""
        if self._waiting is None:
            from reader.desktop.panels.waiting import WaitingPanel  # noqa: PLC0415

            self._waiting = WaitingPanel()
            self._waiting.set_theme(self.theme)
            self._pages.addWidget(self._waiting)
            self.waiting_made.emit()
        return self._waiting

    @property
    def outline(self) -> OutlinePanel:
        """Headings and paragraphs, in a dock."""
        if self._outline is None:
            from reader.desktop.panels.outline import OutlinePanel  # noqa: PLC0415

            self._outline = OutlinePanel()
            self._outline.set_theme(self.theme)
            self.outline_dock.fill(self._outline)
        return self._outline

    @property
    def references(self) -> ReferencesPanel:
        """What is cited, in a dock."""
        if self._references is None:
            from reader.desktop.panels.references import ReferencesPanel  # noqa: PLC0415

            self._references = ReferencesPanel()
            self._references.set_theme(self.theme)
            self.references_dock.fill(self._references)
        return self._references

    @property
    def glossary(self) -> GlossaryPanel:
        """The cable's acronyms, below what it cites."""
        if self._glossary is None:
            from PySide6.QtWidgets import QSplitter  # noqa: PLC0415

            from reader.desktop.panels.glossary import GlossaryPanel  # noqa: PLC0415

            self._glossary = GlossaryPanel()
            self._glossary.set_theme(self.theme)
            both = QSplitter(Qt.Orientation.Vertical)
            both.setChildrenCollapsible(False)
            both.addWidget(self.references)
            both.addWidget(self._glossary)
            both.setSizes(GLOSSARY_SHARES)
            self.references_dock.fill(both)
        return self._glossary

    @property
    def bookmarks(self) -> BookmarksPanel:
        """Bookmarks of this cable, or of all, in a dock."""
        if self._bookmarks is None:
            from reader.desktop.panels.bookmarks import BookmarksPanel  # noqa: PLC0415

            self._bookmarks = BookmarksPanel()
            self._bookmarks.set_theme(self.theme)
            self.bookmarks_dock.fill(self._bookmarks)
        return self._bookmarks

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
    def chooser(self) -> ChooserPanel:
        """The list of a file of many cables."""
        if self._chooser is None:
            from reader.desktop.panels.chooser import ChooserPanel  # noqa: PLC0415

            self._chooser = ChooserPanel()
            self._chooser.set_theme(self.theme)
            self._pages.addWidget(self._chooser)
        return self._chooser

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
    def beside(self) -> Beside:
        """What holds both views while they are shown beside each other."""
        if self._beside is None:
            from reader.desktop.window.beside import Beside  # noqa: PLC0415

            self._beside = Beside()
            self._views.addWidget(self._beside)
        return self._beside

    @property
    def find_bar(self) -> FindBar:
        """The find bar."""
        if self._find is None:
            from reader.desktop.panels.find import FindBar  # noqa: PLC0415

            self._find = FindBar()
            self._find.set_theme(self.theme)
            self._text_layout.addWidget(self._find)
            self.find_made.emit()
        return self._find

    @property
    def comparison(self) -> ComparisonPanel:
        """The comparison of two versions, in a window of its own."""
        if self._comparison is None:
            from reader.desktop.panels.comparison import ComparisonPanel  # noqa: PLC0415

            self._comparison = ComparisonPanel(self)
            self._comparison.setWindowFlag(Qt.WindowType.Window)
            self._comparison.set_theme(self.theme)
            self._comparison.resize(self.size())
            self.comparison_made.emit()
        return self._comparison

    @property
    def portion_bar(self) -> PortionBar:
        """Which paragraphs are shown, by their markings; between header and text."""
        if self._portion_bar is None:
            from reader.desktop.panels.portions import PortionBar  # noqa: PLC0415

            self._portion_bar = PortionBar()
            self._portion_bar.set_theme(self.theme)
            below = self._text_layout.indexOf(self.header) + 1
            self._text_layout.insertWidget(below, self._portion_bar)
            self.portion_bar_made.emit()
        return self._portion_bar

    @property
    def anatomy(self) -> AnatomyPanel:
        """Every part of the telegram, named and explained, in place of header and text."""
        if self._anatomy is None:
            from reader.desktop.panels.anatomy import AnatomyPanel  # noqa: PLC0415

            self._anatomy = AnatomyPanel()
            self._anatomy.set_theme(self.theme)
            self._pages.addWidget(self._anatomy)
            self.anatomy_made.emit()
        return self._anatomy

    def has_comparison(self) -> bool:
        """Whether anything was ever compared."""
        return self._comparison is not None

    def has_welcome(self) -> bool:
        """Whether the empty window was ever shown."""
        return self._welcome is not None

    def has_source(self) -> bool:
        """Whether the source panel was made."""
        return self._source is not None

    def has_waiting(self) -> bool:
        """Whether a tab was ever shown that was not read yet."""
        return self._waiting is not None

    def has_find(self) -> bool:
        """Whether the find bar was made."""
        return self._find is not None

    def has_notices(self) -> bool:
        """Whether any message was ever shown."""
        return self._notices is not None
