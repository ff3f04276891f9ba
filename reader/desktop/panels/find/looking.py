"""Looking for what is typed: words at once, a pattern after a pause and in another process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.panels.find.search import find_words, sort_hits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.panels.find.pattern import PatternSearch
    from reader.desktop.panels.find.search import Query, Searched

PAUSE: Final = 150
"""Milliseconds after which a pattern that is being typed is looked for."""


class Looking(QObject):
    """Looks for one thing at a time; what was looked for before is forgotten."""

    found = Signal(object)
    """What was Found."""
    failed = Signal(str)
    """A sentence: why there is no answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._patterns: PatternSearch | None = None
        self._asked: Query | None = None
        self._here = 0
        self._places: Sequence[Searched] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._start)

    def look(self, asked: Query, here: int, places: Sequence[Searched]) -> None:
        """Look in some texts, of which the one with the number `here` is shown.

        Words are found before this returns, a pattern some moments later.
        """
        self.stop()
        if asked.is_pattern and asked.words:
            self._asked, self._here, self._places = asked, here, places
            self._pause.start()
        else:
            self.found.emit(find_words(places, asked, here))

    def stop(self) -> None:
        """Look for nothing any more."""
        self._pause.stop()
        self._asked, self._places = None, ()
        if self._patterns is not None:
            self._patterns.stop()

    def is_running(self) -> bool:
        """Whether there is an answer to come."""
        return self._asked is not None

    def _start(self) -> None:
        if self._patterns is None:
            from reader.desktop.panels.find.pattern import PatternSearch  # noqa: PLC0415

            self._patterns = PatternSearch(self)
            self._patterns.found.connect(self._take)
            self._patterns.failed.connect(self._fail)
        if self._asked is not None:
            texts = [text for searched in self._places for text in searched.texts]
            self._patterns.look(self._asked.words, texts, match_case=self._asked.match_case)

    def _take(self, numbers: Sequence[int]) -> None:
        asked, here, places = self._asked, self._here, self._places
        self.stop()
        if asked is not None:
            self.found.emit(sort_hits(places, numbers, asked, here))

    def _fail(self, words: str) -> None:
        self.stop()
        self.failed.emit(words)
