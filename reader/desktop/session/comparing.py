"""Comparing the cable that is open with another version of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.document import MEMBER_SIGN, OpenedText, open_file
from reader.desktop.session.notice import Notice, notice_of
from reader.errors import NotACable, ReaderError
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.comparison import Comparison
    from reader.cable.model import Cable
    from reader.desktop.session.document import Document
    from reader.desktop.session.session import Session

KEY: str = "comparing"
"""The key of the notices here: each takes the place of the one before."""


class Pair(NamedTuple):
    """Two cables that are to be compared."""

    here: Cable
    there: Cable


class Comparing(QObject):
    """Reads the other version, compares, and keeps what came of it."""

    compared = Signal(object)
    """The Comparison that was asked for."""
    doubted = Signal(object)
    """A Pair of two different cables: is it meant?"""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.comparison: Comparison | None = None
        """What was compared last."""

    def others(self) -> tuple[Document, ...]:
        """The other cables that are open, versions of the one that is shown first."""
        document, cable = self._session.document, self._session.cable
        if cable is None:
            return ()
        others = [
            each
            for each in self._session.tabs.documents()
            if each is not document and each.cable is not None
        ]
        return tuple(sorted(others, key=lambda each: not is_version(cable, each.cable)))

    def with_file(self, path: str) -> None:
        """Compare with the cable of a file; of a file of many, with the one of the same id."""
        here = self._session.cable
        if here is None:
            return

        def done(there: Cable) -> None:
            self.with_cable(there, here)

        self._session.jobs.run(lambda: _read_version(path, here), done=done, failed=self._fail)

    def with_document(self, document: Document) -> None:
        """Compare with a cable that is open."""
        if document.cable is not None and self._session.cable is not None:
            self.with_cable(document.cable, self._session.cable)

    def with_cable(self, there: Cable, here: Cable) -> None:
        """Compare two cables, after asking where they are no versions of one."""
        pair = Pair(here, there)
        if is_version(here, there):
            self.go_ahead(pair)
        else:
            self.doubted.emit(pair)

    def go_ahead(self, pair: Pair) -> None:
        """Compare two cables, whatever they are."""
        self._session.withdrawn.emit(KEY)
        self._session.jobs.run(lambda: _compare(pair), done=self._take, failed=self._fail)

    def tell_nothing_open(self) -> None:
        """Say what must be open before anything can be compared."""
        self._session.noticed.emit(
            Notice(
                tr("No other cable is open."),
                hint=tr("Open the other version as well, or compare with a file."),
                is_error=False,
                key=KEY,
            )
        )

    def _take(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.compared.emit(comparison)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._session.noticed.emit(notice_of(error, KEY))


def is_version(here: Cable, there: Cable | None) -> bool:
    """Whether two cables have the same canonical id, or one has none to tell them apart by."""
    if there is None:
        return False
    ours, theirs = here.canonical_id, there.canonical_id
    return ours == theirs or not ours or not theirs


def _compare(pair: Pair) -> Comparison:
    from reader.cable.comparison import compare  # noqa: PLC0415 - few sessions compare

    return compare(pair.here, pair.there)


def _read_version(path: str, here: Cable) -> Cable:
    opened = open_file(path)
    if not isinstance(opened, OpenedText):
        opened.close()
        if opened.is_folder or not here.canonical_id:
            raise _not_one(path)
        opened = open_file(f"{path}{MEMBER_SIGN}{here.canonical_id}")
    document, failure = opened if isinstance(opened, OpenedText) else (None, None)
    if document is None or document.cable is None:
        raise failure or _not_one(path)
    return document.cable


def _not_one(path: str) -> NotACable:
    return NotACable(
        tr("There is no single cable in this to compare with."),
        hint=tr("Open the list, open the other version from it, and compare with that."),
        detail=path,
    )
