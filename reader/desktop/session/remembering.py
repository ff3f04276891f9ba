"""The tabs of the last time: which texts were open, and where their readers were.

They are kept in a file of their own in the folder for the program's state, readable by its owner
alone. Nothing of the texts is kept, and nothing at all where the reader does not want it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.session.notice import notice_of
from reader.desktop.session.spot import Spot
from reader.desktop.session.tabs import MOST_TABS, Tab
from reader.errors import ReaderError, StoreError
from reader.paths import make_private_folder, user_folders, write_private

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.jobs import Jobs
    from reader.desktop.session.choices import Choices
    from reader.desktop.session.tabs import Tabs

FILE_NAME: Final = "tabs.json"
LONGEST_FILE: Final = 2_000_000
"""Bytes; a file that is longer is not ours."""
LONGEST_PATH: Final = 8_000
LONGEST_WORDS: Final = 200
"""Characters of a title or a subject."""
FARTHEST: Final = 1_000_000_000
SETTLING: Final = 3_000
"""Milliseconds after a change until it is written."""


class Kept(NamedTuple):
    """The tabs that were open, and which of them was shown."""

    tabs: tuple[Tab, ...] = ()
    current: int = -1


class Remembering(QObject):
    """Brings back the tabs of the last time, and writes down those of now."""

    noticed = Signal(object)
    about_to_write = Signal()
    """Where the reader is in the text that is shown is to be noted."""

    def __init__(self, jobs: Jobs, choices: Choices, tabs: Tabs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._choices = choices
        self._tabs = tabs
        self._is_on = False
        self._written = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        self._settling.timeout.connect(self.write)

    def load(self) -> Kept:
        """The tabs of the last time, once; none where nothing is to be remembered."""
        if self._is_on:
            return Kept()
        self._is_on = True
        self._tabs.changed.connect(self.note)
        self._choices.changed.connect(self._follow)
        if self._choices.settings.remember:
            return load_tabs()
        self._forget()
        return Kept()

    def note(self) -> None:
        """Something has changed, which is written in a moment."""
        if self._is_on and not self._settling.isActive():
            self._settling.start()

    def write(self) -> None:
        """Write down what is open now."""
        self._settling.stop()
        if not self._is_on or not self._choices.settings.remember:
            return
        self.about_to_write.emit()
        text = tabs_to_json(self._tabs.all(), self._tabs.current)
        if text == self._written:
            return
        self._written = text

        def failed(error: Exception) -> None:
            self._written = ""
            if not isinstance(error, ReaderError):
                raise error
            self.noticed.emit(notice_of(error, "settings"))

        self._jobs.run(lambda: save_tabs(text), done=_nothing, failed=failed, lane="settings")

    def _follow(self, _: object) -> None:
        """Forget what was written as soon as nothing is to be remembered."""
        if self._choices.settings.remember:
            self.note()
            return
        self._settling.stop()
        self._written = ""
        self._tabs.forget_closed()
        self._forget()

    def _forget(self) -> None:
        self._jobs.run(forget_tabs, done=_nothing, failed=_nothing, lane="settings")


def load_tabs() -> Kept:
    """The tabs that were written down; none where the file is not there, or is none of ours."""
    try:
        path = user_folders().state / FILE_NAME
        with path.open("rb") as file:
            content = file.read(LONGEST_FILE + 1)
        return tabs_from_json(content.decode("ascii")) if len(content) <= LONGEST_FILE else Kept()
    except (OSError, ValueError, RecursionError, StoreError):
        return Kept()


def save_tabs(text: str) -> None:
    """Keep what `tabs_to_json` gave for the next start. Raises StoreError."""
    write_private(make_private_folder(user_folders().state) / FILE_NAME, text.encode("ascii"))


def forget_tabs() -> None:
    """Delete what was kept."""
    with suppress(OSError, StoreError):
        (user_folders().state / FILE_NAME).unlink(missing_ok=True)


def tabs_to_json(tabs: Sequence[Tab], current: Tab | None) -> str:
    """The tabs as JSON in ASCII: of each its path, its title and the place of its reader."""
    import json  # noqa: PLC0415 - an empty window writes nothing

    kept: list[dict[str, Any]] = []
    shown = -1
    for tab in tabs:
        path = (tab.document.path if tab.document else "") or tab.path
        if not path or len(path) > LONGEST_PATH or len(kept) == MOST_TABS:
            continue
        if tab is current:
            shown = len(kept)
        place: dict[str, Any] = {"path": path, "title": tab.title[:LONGEST_WORDS]}
        if tab.subject:
            place["subject"] = tab.subject[:LONGEST_WORDS]
        if tab.spot is not None:
            place["spot"] = _from_spot(tab.spot)
        kept.append(place)
    return json.dumps({"tabs": kept, "current": shown}, indent=0) + "\n"


def tabs_from_json(text: str) -> Kept:
    """The tabs in a text that `tabs_to_json` gave; what cannot be meant is passed over.

    Raises ValueError, or RecursionError for absurd nesting, when it is no JSON object.
    """
    import json  # noqa: PLC0415 - an empty window has nothing to read

    values = json.loads(text)
    listed = values.get("tabs") if isinstance(values, dict) else None
    if not isinstance(listed, list):
        raise ValueError("the file holds something else than tabs")  # noqa: TRY004
    current = values.get("current")
    tabs: list[Tab] = []
    shown = -1
    for number, value in enumerate(listed[:MOST_TABS]):
        path = value.get("path") if isinstance(value, dict) else None
        if not isinstance(path, str) or not 0 < len(path) <= LONGEST_PATH:
            continue
        tab = Tab(path)
        tab.title, tab.subject = _words(value.get("title")), _words(value.get("subject"))
        tab.spot = _to_spot(value.get("spot"))
        if number == current:
            shown = len(tabs)
        tabs.append(tab)
    return Kept(tuple(tabs), shown if shown >= 0 else min(0, len(tabs) - 1))


def _words(value: object) -> str:
    return value[:LONGEST_WORDS] if isinstance(value, str) else ""


def _from_spot(spot: Spot) -> list[float]:
    places = (*spot.caret, *spot.selected_from, *spot.top)
    return [*places, round(spot.down, 3), int(spot.leads), int(spot.is_source)]


def _to_spot(value: object) -> Spot | None:
    if not isinstance(value, list) or len(value) != len(_from_spot(Spot())):
        return None
    if not all(isinstance(each, int | float) and abs(each) <= FARTHEST for each in value):
        return None
    places = [max(int(each), 0) for each in value[:6]]
    return Spot(
        (places[0], places[1]),
        (places[2], places[3]),
        (places[4], places[5]),
        float(value[6]),
        bool(value[7]),
        bool(value[8]),
    )


def _nothing(_: object) -> None:
    """Nobody asks any more."""
