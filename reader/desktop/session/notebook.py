"""The notebook: the marks of all cables as they are asked for, a page of them at a time.

What is asked for while an answer is on its way waits, and only the latest of it is answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.cable.identifiers import canonical_id
from reader.desktop.session.marking.keeping import nothing
from reader.desktop.session.notice import Notice
from reader.desktop.session.standing import Outcome
from reader.paths import shown_path
from reader.store.searching import Query
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from reader.desktop.session.marking import Marking
    from reader.desktop.session.shelf import Shelf
    from reader.store.bookmarks import Bookmarks
    from reader.store.exports.forms import Form
    from reader.store.exports.merging import Choice, Plan
    from reader.store.marks import Colour, Mark
    from reader.store.searching import MarkedCable

PAGE: Final = 60
"""Marks that are read at a time."""
MOST_CABLES: Final = 200
"""Cables to choose from; the others are found by typing their id."""
EXPORTED: Final = "export"
IMPORT_TITLE: Final = "Import marks"


class Found(NamedTuple):
    """The answer to a query."""

    query: Query
    total: int
    """How many marks are asked for."""
    first: tuple[Mark, ...]
    """The first page of them."""


class Tally(NamedTuple):
    """What there is to choose from."""

    total: int
    """Of all marks there are."""
    labels: Mapping[str, int]
    """How many marks have each."""
    cables: tuple[MarkedCable, ...]
    """Those with most marks first."""
    names: Mapping[Colour, str]


class Notebook(QObject):
    """Asks the store for marks, and has them written to files and read from them."""

    found = Signal(object)
    """Found."""
    page_read = Signal(object, int, object)
    """Found, which page of it, the marks."""
    tallied = Signal(object)
    """Tally."""
    planned = Signal(object)
    """The Plan of an import, to be looked at before it is done."""

    def __init__(self, marking: Marking) -> None:
        super().__init__(marking)
        self._marking = marking
        self._query = Query()
        self._waiting: Query | None = None
        self._numbers: tuple[Found, tuple[int, ...]] | None = None
        self._is_asked = self._is_open = self._is_stale = False
        marking.stored.connect(self._look_again)

    @property
    def marking(self) -> Marking:
        """Where marks are changed."""
        return self._marking

    def open(self) -> None:
        """Answer from now on, and again whenever something was changed."""
        self._is_open = True
        self._look_again()

    def close(self) -> None:
        """Nobody looks any more."""
        self._is_open = False

    def want(self, query: Query) -> None:
        """Ask for other marks, or for the same in another order."""
        self._query = query
        if self._is_asked:
            self._waiting = query
            return
        self._is_asked = True
        self._marking.ask(lambda shelf: find(shelf.store(), query), self._tell, self._fail)

    def read(self, found: Found, page: int) -> None:
        """Read a page of an answer."""

        def work(shelf: Shelf) -> tuple[Mark, ...]:
            # The numbers of all, which most answers never need; known to this thread alone.
            if self._numbers is None or self._numbers[0] is not found:
                self._numbers = found, shelf.store().find(found.query)
            return shelf.store().marks_at(self._numbers[1][page * PAGE : (page + 1) * PAGE])

        self._marking.ask(work, lambda marks: self.page_read.emit(found, page, marks))

    def _tell(self, found: Found) -> None:
        self._is_asked = False
        self.found.emit(found)
        if self._is_stale:
            # Behind what was found, which is painted meanwhile.
            self._is_stale = False
            self._marking.ask(lambda shelf: tally(shelf.store()), self.tallied.emit)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self._is_asked = False
        self._marking.tell_failure(error)
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.want(waiting)

    def _look_again(self) -> None:
        if self._is_open and self._marking.is_started:
            self._is_stale = True
            self.want(self._query)

    # Labels.

    def ask_labels(self, tell: Callable[[tuple[str, ...]], object]) -> None:
        """Tell which labels there are, as soon as they are known."""

        def work(shelf: Shelf) -> tuple[str, ...]:
            return tuple(shelf.store().labels())

        # Where the store cannot be read, the reader knows by now.
        self._marking.ask(work, tell, nothing)

    def rename_label(self, old: str, new: str) -> None:
        """Put one label in the place of another in every mark; an empty one takes it away."""
        cable = self._marking.cable
        told = (
            tr("Label {label} renamed", label=old) if new else tr("Label {label} gone", label=old)
        )

        def work(shelf: Shelf) -> Outcome:
            shelf.store().rename_label(old, new)
            return Outcome(shelf.standing(cable))

        self._marking.change(work, lambda _: self._marking.announced.emit(told))

    # Files of marks.

    def export(self, path: str, form: Form, query: Query | None) -> None:
        """Write marks to a file: those that are asked for, or all of them."""

        def work(shelf: Shelf) -> int:
            from reader.store.exports import write_marks  # noqa: PLC0415
            from reader.store.exports.files import write_file  # noqa: PLC0415

            store = shelf.store()
            marks = store.all_marks() if query is None else store.marks_at(store.find(query))
            written = Counting(marks)
            write_file(path, write_marks(form, written, store.colour_names()))
            return written.count

        def done(count: int) -> None:
            words = tr_count(
                "{count} mark was written to {path}.",
                "{count} marks were written to {path}.",
                count,
                path=shown_path(path),
            )
            self._marking.announced.emit(words)
            notice = Notice(words, is_error=False, is_brief=True, key=EXPORTED)
            self._marking.noticed.emit(notice)

        self._marking.ask(work, done)

    def plan(self, path: str) -> None:
        """Read a file of marks, and tell what taking it in would do."""

        def work(shelf: Shelf) -> Plan:
            from reader.store.exports import plan_import, read_marks  # noqa: PLC0415
            from reader.store.exports.files import read_file  # noqa: PLC0415

            bundle = read_marks(read_file(path))
            store = shelf.store()
            return plan_import(bundle, store.all_marks(), store.colour_names())

        self._marking.ask(work, self.planned.emit)

    def take_in(self, plan: Plan, choice: Choice) -> None:
        """Do what was planned, as one step that can be undone."""
        changes = plan.changes(choice)
        if changes:
            words = tr_count("{count} mark imported", "{count} marks imported", len(changes))
            self._marking.apply(changes, IMPORT_TITLE, words)


class Counting:
    """Marks on their way, counted."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = marks
        self.count = 0

    def __iter__(self) -> Iterator[Mark]:
        for mark in self._marks:
            self.count += 1
            yield mark


def find(store: Bookmarks, query: Query) -> Found:
    """The marks that are asked for, and the first page of them."""
    count, numbers = store.find_first(query, PAGE)
    return Found(query, count, store.marks_at(numbers))


def tally(store: Bookmarks) -> Tally:
    """What there is to choose from."""
    cables = sorted(store.cables(), key=lambda cable: (-cable.mark_count, cable.cable_id))
    return Tally(store.total(), store.labels(), tuple(cables[:MOST_CABLES]), store.colour_names())


def read_words(typed: str) -> tuple[str, tuple[str, ...]]:
    """The words that marks are to have, and the ids of cables among what was typed."""
    words: list[str] = []
    ids: list[str] = []
    for word in typed.split():
        cable_id = canonical_id(word) if any(map(str.isdigit, word)) else None
        if cable_id is not None and cable_id == word.upper():
            ids.append(cable_id)
        else:
            words.append(word)
    return " ".join(words), tuple(ids)
