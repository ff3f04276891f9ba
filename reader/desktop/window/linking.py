"""Reading and source beside each other: each shows the place where the reader is in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from reader.desktop.panels.page.places import paragraph_place, received_offset

if TYPE_CHECKING:
    from reader.cable.model import Cable
    from reader.desktop.session import Session
    from reader.desktop.window.views import Views
    from reader.desktop.window.window import MainWindow

PAUSE: Final = 15
"""Milliseconds in which moves are taken for one: a frame of the screen."""


class Line(NamedTuple):
    """A line of the text as received, and the words of a paragraph that it holds."""

    start: int
    end: int
    ordinal: int
    offset: int
    offset_end: int


class Linking(QObject):
    """While both views are shown, has the one follow the other, and tints the place in both."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        super().__init__(views)
        self._session = session
        self._window = window
        self._views = views
        self._source_leads = False
        self._is_following = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._follow)
        window.body.place_chosen.connect(self._note_body)
        window.source.place_chosen.connect(self._note_source)
        for view in (window.body, window.source):
            view.place_moved.connect(self._follow_soon)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._note_focus)

    def start(self) -> None:
        """Show in the view behind where the reader is in the one in front."""
        self._source_leads = self._window.is_source_shown()
        self._pause.start()

    def stop(self) -> None:
        """Show each view alone again."""
        self._pause.stop()
        self._window.body.unlink()
        self._window.source.unlink()

    def _note_body(self) -> None:
        self._note(source_leads=False)

    def _note_source(self) -> None:
        self._note(source_leads=True)

    def _note(self, *, source_leads: bool) -> None:
        """The reader goes on in a view, which leads from now on."""
        if not self._is_following:
            self._source_leads = source_leads
            self._follow_soon()

    def _follow_soon(self) -> None:
        if self._window.is_beside() and not self._is_following:
            self._pause.start()

    def _note_focus(self) -> None:
        """The view that has the keyboard is the one in front."""
        window = self._window
        if not window.is_beside():
            return
        for view, is_source in ((window.source, True), (window.body, False)):
            if window.is_within(view) and window.is_source_shown() is not is_source:
                window.show_view(is_source=is_source)
                self._views.source_shown.emit(is_source)

    def _follow(self) -> None:
        """Tint the place in both views, and scroll the one that follows."""
        cable = self._session.cable
        if cable is None or not self._window.is_beside():
            return
        body, source = self._window.body, self._window.source
        self._is_following = True
        place = body.place()
        if self._source_leads:
            line = line_at(cable, source.cursor_offset())
        elif place is not None:
            line = line_at(cable, received_offset(cable, *place))
        else:
            line = line_at(cable, 0)
        down = (source if self._source_leads else body).reading_down()
        source.show_linked(line.start, line.end, None if self._source_leads else down)
        if line.ordinal >= 0:
            words = (line.ordinal, line.offset, line.offset_end)
            body.show_linked(*words, down if self._source_leads else None)
        else:
            body.unlink()
            if self._source_leads:
                body.scroll_to_start()
        self._is_following = False


def line_at(cable: Cable, received: int) -> Line:
    """The line of the text as received at an offset; -1 for its paragraph in the header."""
    text = cable.text
    start = text.rfind("\n", 0, received) + 1
    end = text.find("\n", received)
    end = len(text) if end < 0 else end
    first = paragraph_place(cable, start)
    here = paragraph_place(cable, received)
    if here is None:
        return Line(start, end, -1, 0, 0)
    if first is None or first[0] != here[0]:
        first = here[0], 0
    last = paragraph_place(cable, end)
    stop = len(cable.paragraphs[here[0]].text)
    if last is not None and last[0] == here[0]:
        stop = last[1]
    return Line(start, end, here[0], first[1], stop)
