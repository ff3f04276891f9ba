"""Taking all marks away, and leaving no trace of what was taken away."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from reader.desktop.session.marking.telling import all_deleted_notice
from reader.desktop.session.notice import Notice
from reader.desktop.session.standing import Outcome
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desktop.session.marking import Marking
    from reader.desktop.session.shelf import Shelf
    from reader.store.searching import Holdings

DELETE_ALL: Final = "Delete all marks"
ERASED: Final = "erased"


class Extent(Enum):
    """What is to go."""

    ALL = "all marks, which can be brought back"
    FOR_GOOD = "all marks, from history and backups too"
    DELETED = "what was deleted before, from history and backups"


class Erasing:
    """Asks the store what there is to lose, and has it erased."""

    def __init__(self, marking: Marking) -> None:
        self._marking = marking

    def ask(self, tell: Callable[[Holdings], object]) -> None:
        """Tell how much there is, as soon as it is known."""
        self._marking.ask(lambda shelf: shelf.store().holdings(), tell)

    def erase(self, extent: Extent) -> None:
        """Have it done; what came of it is told as with any other change."""
        marking, cable = self._marking, self._marking.cable

        def work(shelf: Shelf) -> Outcome:
            store = shelf.store()
            if extent is not Extent.DELETED:
                store.delete_all(DELETE_ALL)
            if extent is not Extent.ALL:
                store.erase_deleted()
            return Outcome(shelf.standing(cable))

        def tell(_: Outcome) -> None:
            if extent is Extent.ALL:
                marking.noticed.emit(all_deleted_notice()._replace(action=marking.undo))
                return
            words = tr("What was deleted is erased, from the history and the backups too.")
            marking.announced.emit(words)
            marking.noticed.emit(Notice(words, is_error=False, is_brief=True, key=ERASED))

        # Where it fails the marks may be gone all the same, though traces of them are left.
        marking.change(work, tell, marking.look)
