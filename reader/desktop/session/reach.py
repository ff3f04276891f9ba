"""What is within reach of a cable: which of its references can be opened, and who cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.session.document import file_of
from reader.desktop.session.listing import State
from reader.desktop.session.nearby import Found, Way, find_listed, find_near, glimpse_of

if TYPE_CHECKING:
    from reader.cable.model import Cable, Mention
    from reader.desktop.jobs import Jobs
    from reader.desktop.session.choices import Choices
    from reader.desktop.session.document import Document
    from reader.desktop.session.tabs import Tab, Tabs

SETTLING: Final = 120
"""Milliseconds that a cable is shown until files are looked at, so that tabs change quickly."""


class Reach(QObject):
    """Knows of the cable that is shown which of its references can be opened."""

    changed = Signal()
    """Something else can be opened, or it is known now."""

    def __init__(self, jobs: Jobs, choices: Choices, tabs: Tabs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._choices = choices
        self._tabs = tabs
        self._document: Document | None = None
        self._found: dict[str, Found] = {}
        self._is_looking = False
        self._number = 0
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        self._settling.timeout.connect(self._look)
        tabs.changed.connect(self.changed)

    def follow(self, document: Document | None) -> None:
        """Look for what another text cites."""
        self._document, self._found = document, {}
        self._number += 1
        cable = document.cable if document else None
        targets = targets_of(cable) if cable else ()
        self._is_looking = bool(targets)
        self.changed.emit()
        self._settling.stop()
        if not targets:
            return
        self._settling.start()

    def _look(self) -> None:
        """Have a worker look for what is cited."""
        document, number = self._document, self._number
        if document is None or document.cable is None:
            return
        targets = targets_of(document.cable)
        path = file_of(document.path) if document.path else ""
        recent = [file_of(each) for each in self._choices.settings.recent_files]

        tab = self._tabs.current
        listing = tab.listing if tab is not None else None
        is_listed = listing is not None and listing.progress().state is State.WHOLE
        catalogue = listing.catalogue if listing is not None and is_listed else None

        def work() -> dict[str, Found]:
            found = find_near(path, targets, recent, lambda: number != self._number)
            if catalogue is not None and not catalogue.is_folder:
                found = find_listed(catalogue, targets) | found
            return found

        def done(found: dict[str, Found]) -> None:
            if number == self._number:
                self._found, self._is_looking = found, False
                self.changed.emit()

        def failed(error: Exception) -> None:
            done({})
            raise error

        self._jobs.run(work, done=done, failed=failed)

    def stop(self) -> None:
        """Look no further; the program is about to end."""
        self._settling.stop()
        self._number += 1

    def is_looking(self) -> bool:
        """Whether files are still being looked at."""
        return self._is_looking

    def of(self, target: str | None) -> Found | None:
        """How a cable can be opened by its canonical id; None if it is not within reach."""
        if not target:
            return None
        tab = self._tabs.of_cable(target)
        if tab is not None and tab.document is not None and tab.document.cable is not None:
            return Found(Way.OPEN, tab.document.path, glimpse_of(tab.document.cable))
        return self._found.get(target)

    def target_of(self, mention: Mention) -> str | None:
        """The canonical id of what a mention names, if it is a cable with one."""
        if mention.target is not None or self._document is None:
            return mention.target
        cable = self._document.cable
        named = [
            reference.target
            for reference in (cable.header.references if cable else ())
            if reference.label == mention.label and reference.target
        ]
        return named[0] if named else None

    def citing(self) -> tuple[Tab, ...]:
        """The other tabs whose cables cite or name the one that is shown."""
        cable = self._document.cable if self._document else None
        if cable is None or cable.canonical_id is None:
            return ()
        return tuple(
            tab
            for tab in self._tabs.all()
            if tab.document is not None
            and tab.document is not self._document
            and tab.document.cable is not None
            and cable.canonical_id in targets_of(tab.document.cable)
        )


def targets_of(cable: Cable) -> tuple[str, ...]:
    """The canonical ids of all cables that a cable cites or names, each once, without its own."""
    cited = [reference.target for reference in cable.header.references]
    named = [mention.target for mention in cable.mentions]
    targets = dict.fromkeys(target for target in (*cited, *named) if target)
    targets.pop(cable.canonical_id or "", None)
    return tuple(targets)
