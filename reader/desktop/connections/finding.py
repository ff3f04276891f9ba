"""Which signal calls what where words are found: the bar, the view in front, the open texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.desktop.panels.page.searched import line_label, reading_label, reading_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.actions import Actions
    from reader.desktop.panels.find import Searched, Switch
    from reader.desktop.session import Document, Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views


class FindConnections(QObject):
    """Joins the find bar, which is made when it is first wanted."""

    def __init__(
        self, session: Session, window: MainWindow, views: Views, actions: Actions
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._views = views
        self._actions = actions
        window.find_made.connect(self._join)

    def _join(self) -> None:
        bar = self._window.find_bar
        bar.set_open_texts(self._open_texts)
        bar.text_wanted.connect(self._show_text)
        bar.switched.connect(self._show_switch)
        self._window.closing.connect(bar.stop)
        self._aim()
        self._views.source_shown.connect(self._aim)
        self._session.document_changed.connect(self._look_again)
        self._session.tabs.changed.connect(self._look_everywhere_again)

    def _aim(self) -> None:
        self._window.find_bar.set_target(self._views.view())

    def _look_again(self) -> None:
        self._window.find_bar.refresh()

    def _look_everywhere_again(self) -> None:
        """A text was opened, read or closed, that belongs to those which are searched."""
        if self._window.find_bar.is_everywhere():
            self._window.find_bar.refresh()

    def _show_switch(self, kind: Switch, is_on: bool) -> None:
        self._actions[kind.value].setChecked(is_on)

    def _open_texts(self) -> tuple[int, Sequence[Searched]]:
        """Every text that is open, in the order of the tabs, as the view in front has it."""
        documents = self._session.tabs.documents()
        here = next(
            (
                number
                for number, document in enumerate(documents)
                if document is self._session.document
            ),
            -1,
        )
        if here < 0:
            return 0, ()
        is_source = self._window.is_source_shown()
        return here, [_searched(document, is_source=is_source) for document in documents]

    def _show_text(self, document: Document) -> None:
        tab = self._session.tabs.of_document(document)
        if tab is not None:
            self._session.choose_tab(tab)


def _searched(document: Document, *, is_source: bool) -> Searched:
    from reader.desktop.panels.find import Searched  # noqa: PLC0415 - with the bar

    cable = document.cable
    name = (cable.canonical_id if cable else None) or document.name
    if cable is None or is_source:
        text = document.text
        return Searched(document, name, (text,), lambda _, offset: line_label(text, offset))
    return Searched(
        document, name, reading_texts(cable), lambda item, _: reading_label(cable, item)
    )
