"""The glossary joined to the cable that is open and to its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from reader.cable.explanations.glossary import glossary
from reader.desktop.panels.glossary.panel import term_words
from reader.desktop.panels.glossary.underlines import TermUnderlines
from reader.desktop.panels.page.view import PageView
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.explanations.glossary import Term
    from reader.cable.model import Cable
    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow

LARGEST_AT_ONCE: Final = 100_000
"""Characters of a text that is gone through while the window waits; for more, a worker does it."""


SOON: Final = 60
"""Milliseconds after which the acronyms of another cable are looked for: the text comes first."""


class GlossaryConnections(QObject):
    """Goes through the text of a cable when its acronyms are first looked at."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._cable: Cable | None = None
        """Whose acronyms are shown, or are being looked for."""
        self._terms: tuple[Term, ...] = ()
        self._is_waiting = False
        """Whether a worker is going through the text."""
        self._underlines: TermUnderlines | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._follow)
        window.glossary.place_chosen.connect(self._go_to)
        window.glossary.marking_wanted.connect(self.mark)
        window.glossary.next_wanted.connect(self.explain_next)
        window.references_dock.visibilityChanged.connect(lambda _: self._soon.start())
        session.document_changed.connect(lambda _: self._soon.start())
        self._soon.start()

    def mark(self, is_on: bool) -> None:
        """Underline the acronyms in the text with dots, or not."""
        view = self._window.body.focusProxy()
        if self._underlines is None and isinstance(view, PageView):
            self._underlines = TermUnderlines(view)
        if self._underlines is not None:
            self._underlines.setVisible(is_on)
            self._show()

    def explain_next(self) -> None:
        """Go on to the next acronym in the text, and say what it stands for."""
        self._show()
        here = self._window.body.place() or (0, 0)
        places = sorted(
            ((place, term) for term in self._terms if term.meaning for place in term.places),
            key=lambda each: each[0],
        )
        ahead = [each for each in places if each[0][:2] > here]
        if not places:
            self._session.announced.emit(tr("There are no acronyms that are known here"))
            return
        place, term = (ahead or places)[0]
        self._go_to(place.ordinal, place.start, place.end - place.start)
        self._session.announced.emit(term_words(term))

    def _go_to(self, ordinal: int, start: int, length: int) -> None:
        self._session.go_to(ordinal, start, length)
        (self._window.source if self._window.is_source_shown() else self._window.body).setFocus()

    # What is shown.

    def _is_looked_at(self) -> bool:
        is_marked = self._underlines is not None and not self._underlines.isHidden()
        return is_marked or not self._window.references_dock.isHidden()

    def _follow(self) -> None:
        """Another cable is open, or the list was unfolded."""
        if self._is_looked_at():
            self._show()

    def _show(self) -> None:
        cable = self._session.cable
        if cable is self._cable:
            if not self._is_waiting:
                self._take(cable, self._terms)
        elif cable is None:
            self._take(None, ())
        elif len(cable.text) <= LARGEST_AT_ONCE:
            self._take(cable, glossary(cable))
        else:
            self._take(cable, ())
            self._is_waiting = True
            self._window.glossary.show_waiting()
            self._session.jobs.run(
                lambda: glossary(cable),
                done=lambda terms: self._arrive(cable, terms),
                failed=_raise,
            )

    def _arrive(self, cable: Cable, terms: tuple[Term, ...]) -> None:
        if cable is self._session.cable:
            self._take(cable, terms)

    def _take(self, cable: Cable | None, terms: tuple[Term, ...]) -> None:
        is_new = cable is not self._cable or terms is not self._terms or self._is_waiting
        self._is_waiting = False
        self._cable, self._terms = cable, terms
        if is_new:
            self._window.glossary.show_terms(terms)
        if self._underlines is not None and not self._underlines.isHidden():
            self._underlines.show_terms(terms)


def _raise(error: Exception) -> None:
    raise error
