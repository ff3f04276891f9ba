"""What the user has chosen and what the window remembers, kept as JSON in the config folder."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from enum import Enum
from typing import TYPE_CHECKING, Final

from reader.errors import ReaderError, StoreError
from reader.paths import make_private_folder, shown_path, user_folders, write_private
from reader.records import Record
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

FILE_NAME: Final = "settings.json"
DAMAGED_NAME: Final = "settings.damaged.json"
LONGEST_FILE: Final = 1_000_000
"""Bytes; our own file has a few thousand."""
MOST_RECENT_FILES: Final = 12
SMALLEST_ZOOM: Final = 50
LARGEST_ZOOM: Final = 400
CLOSEST_LINES: Final = 110
WIDEST_LINES: Final = 220
NARROWEST_COLUMN: Final = 40
WIDEST_COLUMN: Final = 120
MOST_CHANGED_KEYS: Final = 1_000


class ThemeChoice(Enum):
    """The colours that the user wants, or whichever the system prefers."""

    SYSTEM = "system"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"
    CONTRAST = "contrast"
    """High contrast, light or dark as the system prefers."""


class ReadingType(Record):
    """How the text to be read is set."""

    zoom: int = 100
    """Size of the letters, per cent."""
    family: str = ""
    """Empty for the program's own choice."""
    line_height: int = 150
    """From baseline to baseline, per cent of the size of the letters."""
    column: int = 70
    """Letters in a line."""


class Settings(Record):
    """The user's choices. A change is a new one, by `_replace` or a method below."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    zoom: int = 100
    """Size of the reading text, per cent."""
    body_font: str = ""
    """Family of the reading text; empty for the program's own choice."""
    line_height: int = 150
    """From baseline to baseline of the reading text, per cent of its size."""
    column: int = 70
    """Letters in a line of the reading text."""
    keys: tuple[tuple[str, tuple[str, ...] | None], ...] = ()
    """The keys that the user gave to commands, by id; None where the file has no keys there."""
    citation_style: str = ""
    """The style of citations that are copied, `chicago-notes` or `chicago-notes/short`; empty for
    the id and the paragraph alone."""
    print_notes: bool = False
    """Whether the reader's notes stand at the end of what is printed and saved."""
    window_geometry: str = ""
    """QMainWindow.saveGeometry, base64."""
    window_layout: str = ""
    """QMainWindow.saveState, base64: where the docks stand."""
    side_by_side: bool = False
    """Whether reading and source were shown beside each other."""
    mark_acronyms: bool = False
    """Whether acronyms were marked in the text."""
    remember: bool = True
    """Whether files and folders that were opened may be remembered."""
    recent_files: tuple[str, ...] = ()
    """Full paths, latest first, by `os.fsdecode`."""
    last_folder: str = ""
    other: tuple[tuple[str, object], ...] = ()
    """Keys that this version does not know, kept for the one that does."""

    def reading_type(self) -> ReadingType:
        """How the text to be read is set."""
        return ReadingType(self.zoom, self.body_font, self.line_height, self.column)

    def with_opened_file(self, path: str) -> Settings:
        """With `path`, a full one, as the latest of the recent files; the same if none are kept."""
        if not self.remember:
            return self
        recent = (path, *(known for known in self.recent_files if known != path))
        return self._replace(
            recent_files=recent[:MOST_RECENT_FILES],
            last_folder=os.path.dirname(path),  # noqa: PTH120  a str in, a str out, any bytes kept
        )

    def without_file(self, path: str) -> Settings:
        """Without `path` among the recent files."""
        return self._replace(
            recent_files=tuple(known for known in self.recent_files if known != path)
        )

    def without_traces(self) -> Settings:
        """Without the names of files and folders that were opened."""
        return self._replace(recent_files=(), last_folder="")

    def without_session(self) -> Settings:
        """Without anything of an earlier session: its files, and what its window was like."""
        return self.without_traces()._replace(
            window_geometry="", window_layout="", side_by_side=False, mark_acronyms=False
        )

    def remembering(self, remember: bool) -> Settings:  # noqa: FBT001  a menu's check mark
        """With or without remembering; what was remembered goes when it is switched off."""
        changed = self._replace(remember=remember)
        return changed if remember else changed.without_session()


def named_for(cable_id: str, settings: Settings) -> str:
    """The recent file that is called as a cable is by its id; empty if there is none."""
    for path in settings.recent_files:
        name = os.path.basename(path)  # noqa: PTH119  a str in, a str out, any bytes kept
        if name.partition(".")[0].upper() == cable_id:
            return path
    return ""


class LoadedSettings(Record):
    """The settings, and what the user should be told about how they were read."""

    settings: Settings
    notice: ReaderError | None


def load_settings() -> LoadedSettings:
    """The saved settings; the defaults, and a notice, where they cannot be read. Never raises.

    A damaged file is put aside under DAMAGED_NAME, so that saving does not destroy it.
    """
    try:
        path = user_folders().config / FILE_NAME
    except StoreError as error:
        return LoadedSettings(Settings(), error)
    try:
        return LoadedSettings(settings_from_json(_read_file(path)), None)
    except FileNotFoundError:
        return LoadedSettings(Settings(), None)
    except (OSError, ValueError, RecursionError) as error:
        return LoadedSettings(Settings(), _put_aside(path, error))


def save_settings(settings: Settings) -> None:
    """Keep the settings for the next start; raises StoreError when that cannot be done."""
    folder = make_private_folder(user_folders().config)
    write_private(folder / FILE_NAME, settings_to_json(settings).encode("ascii"))


def settings_to_json(settings: Settings) -> str:
    """The settings as a JSON object, in ASCII, the keys that were not ours among them."""
    from json import dumps  # noqa: PLC0415

    values = dict(settings.other)
    for name, value in settings._asdict().items():
        if name != "other":
            values[name] = value.value if isinstance(value, Enum) else value
    values["keys"] = dict(settings.keys)
    return dumps(values, indent=1) + "\n"


def settings_from_json(text: str) -> Settings:
    """The settings in a JSON object; a value that cannot be meant gives way to the default.

    Raises ValueError, or RecursionError for absurd nesting, when the text is no JSON object.
    """
    values = _read_json(text)
    if not isinstance(values, dict):
        raise ValueError("the file holds something else than settings")  # noqa: TRY004
    ours = set(Settings._fields)
    settings = Settings(
        **{name: read(values.get(name)) for name, read in _readers().items()},
        other=tuple((key, value) for key, value in values.items() if key not in ours),
    )
    return settings if settings.remember else settings.without_session()


class _AsJson:
    """How Python's own scanner is to read: as `json.loads` has it do."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = float


def _read_json(text: str) -> object:
    """What `json.loads` gives, by its scanner alone where the text is as we write it.

    The modules around the scanner compile eight patterns at every start, for errors and for texts
    in other forms.
    """
    if text.startswith("{"):
        with suppress(ImportError, AttributeError, TypeError, ValueError, StopIteration):
            from _json import make_scanner  # noqa: PLC0415

            value: object
            value, end = make_scanner(_AsJson)(text, 0)  # type: ignore[arg-type]
            if not text[end:].strip(" \t\n\r"):
                return value
    from json import loads  # noqa: PLC0415

    return loads(text)


def _readers() -> dict[str, Callable[[object], Any]]:
    """What makes a value of each setting out of what stands in the file."""
    return {
        "theme": _theme,
        "zoom": _number(SMALLEST_ZOOM, 100, LARGEST_ZOOM),
        "body_font": _text,
        "line_height": _number(CLOSEST_LINES, 150, WIDEST_LINES),
        "column": _number(NARROWEST_COLUMN, 70, WIDEST_COLUMN),
        "keys": _keys,
        "citation_style": _text,
        "print_notes": lambda value: value is True,
        "window_geometry": _text,
        "window_layout": _text,
        "side_by_side": lambda value: value is True,
        "mark_acronyms": lambda value: value is True,
        "remember": lambda value: value is not False,
        "recent_files": lambda value: _texts(value)[:MOST_RECENT_FILES],
        "last_folder": _text,
    }


def _theme(value: object) -> ThemeChoice:
    for choice in ThemeChoice:
        if choice.value == value:
            return choice
    return ThemeChoice.SYSTEM


def _number(smallest: int, usual: int, largest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            return usual
        return max(smallest, min(largest, value))

    return read


def _keys(value: object) -> tuple[tuple[str, tuple[str, ...] | None], ...]:
    if not isinstance(value, dict):
        return ()
    entries = list(value.items())[:MOST_CHANGED_KEYS]
    return tuple(
        (name, _texts(keys) if isinstance(keys, list) else None)
        for name, keys in entries
        if isinstance(name, str)
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(item for item in value if isinstance(item, str) and item)


def _read_file(path: Path) -> str:
    # Without waiting for a writer, should somebody have put a FIFO there.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError("it is not a regular file")
        content = file.read(LONGEST_FILE + 1)
    if len(content) > LONGEST_FILE:
        raise ValueError("it is far too large")
    return content.decode("utf-8")


def _put_aside(path: Path, error: Exception) -> ReaderError:
    aside = path.with_name(DAMAGED_NAME)
    try:
        path.replace(aside)
    except OSError:
        hint = tr("Look at {path}, or remove it.", path=shown_path(path))
    else:
        hint = tr("The old file was kept as {path}.", path=shown_path(aside))
    return ReaderError(
        tr("The settings could not be read, so the program starts with its own."),
        hint=hint,
        detail=type(error).__name__,
    )
