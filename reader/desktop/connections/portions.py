"""The bar of markings joined to the text; made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from reader.cable.explanations.portions import left_out, stub_words
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views


NOTHING: Final[tuple[frozenset[str], bool]] = (frozenset(), True)
"""Every paragraph is shown."""


class PortionConnections(QObject):
    """Dims or hides the paragraphs whose markings are not wanted."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._views = views
        self._kept: dict[str, tuple[frozenset[str], bool]] = {}
        """By path: the markings that are not wanted, and whether they are hidden."""
        bar = window.portion_bar
        bar.show_cable(session.cable)
        bar.filter_changed.connect(self._apply)
        bar.left.connect(window.focus_text)
        bar.show_source(is_source=window.is_source_shown())
        views.source_shown.connect(self._show_view)
        views.source_filled.connect(self._dim_source)
        session.document_changed.connect(self._show_document)
        window.body.hit_reached.connect(self._tell_hit)

    def _show_document(self) -> None:
        """Another cable is open: it is filtered as it was when it was left, or shown whole."""
        bar = self._window.portion_bar
        markings, is_hiding = self._kept.get(self._key(), NOTHING)
        bar.show_cable(self._session.cable, markings, is_hiding=is_hiding)
        bar.setVisible(bool(bar.markings()))
        self._window.body.dim(())
        if bar.markings():
            self._apply()

    def _key(self) -> str:
        document = self._session.document
        return (document.path or document.name) if document is not None else ""

    def _apply(self) -> None:
        cable, bar = self._session.cable, self._window.portion_bar
        if cable is None:
            return
        self._kept[self._key()] = (bar.markings(), bar.is_hiding())
        ordinals = left_out(cable, bar.markings())
        hidden = ordinals if bar.is_hiding() else ()
        stubs = {each: stub_words(cable, each) for each in hidden}
        self._window.body.leave_out(stubs)
        self._window.outline.leave_out(stubs)
        self._window.body.dim(() if bar.is_hiding() else ordinals)
        self._dim_source()
        if self._window.has_find():
            self._window.find_bar.refresh()
        self._session.announced.emit(bar.words())

    def _dim_source(self) -> None:
        """In the text as received, paragraphs are dimmed whether or not they are hidden above."""
        cable = self._session.cable
        if cable is not None and self._views.has_filled_source():
            markings, _ = self._kept.get(self._key(), NOTHING)
            self._window.source.dim(left_out(cable, markings))

    def _show_view(self, is_source: bool) -> None:
        self._window.portion_bar.show_source(is_source=is_source)

    def _tell_hit(self) -> None:
        place = self._window.body.place()
        hidden = self._window.body.hidden_at(place[0]) if place is not None else ""
        if hidden:
            self._session.announced.emit(tr("This hit is hidden: {words}", words=hidden))
