"""Makes an installed program known to the desktop of one user, and takes that back.

Everything goes into the user's own folder for such things (XDG_DATA_HOME, else ~/.local/share).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError, StoreError
from reader.paths import shown_path
from reader.registering.databases import databases_there, remove_databases, update_databases
from reader.registering.entries import (
    DESKTOP_ENTRY,
    LINK_ENTRY,
    MIME_PACKAGE,
    NAME,
    desktop_entry,
    link_entry,
    mime_package,
)
from reader.registering.record import Record
from reader.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Outcome(NamedTuple):
    """What was done, for the user to read."""

    files: tuple[Path, ...]
    """Written, or taken away."""
    remarks: tuple[str, ...] = ()


def register(command: Sequence[str]) -> Outcome:
    """Write the entries, the types and the icons; `command` starts the program.

    Raises ReaderError where the system has no such folders, where a file of another stands in the
    way, or where nothing can be written; then all is as before.
    """
    home = _data_home()
    record = Record(home)
    contents = {home / name: content for name, content in _contents(command)}
    _refuse_others(contents, record)
    earlier = [Path(name) for name in record.files if Path(name) not in contents]
    if not record.files:
        record.databases = {"applications", "mime"} - databases_there(home)
    try:
        for path, content in contents.items():
            record.write(path, content)
        for path in earlier:
            _take_away(path, record)
        record.save()
    except OSError as error:
        with suppress(OSError):
            unregister()
        raise StoreError(
            f"The program could not be registered: {(error.strerror or 'no reason').lower()}.",
            hint=f"Allow writing in {shown_path(home)}, and try again.",
            detail=type(error).__name__,
        ) from error
    missing = update_databases(home)
    remarks = [f"{name} is missing: the desktop may notice only later." for name in missing]
    return Outcome(tuple(contents), tuple(remarks))


def unregister() -> Outcome:
    """Take away what was written, and nothing else."""
    home = _data_home()
    record = Record(home)
    removed: list[Path] = []
    remarks: list[str] = []
    for name in [*record.files]:
        path = Path(name)
        if _take_away(path, record):
            removed.append(path)
        elif path.exists():
            remarks.append(f"{shown_path(path)} was changed since it was written, and stays.")
    if removed:
        update_databases(home)
    remove_databases(home, record.databases)
    record.forget()
    return Outcome(tuple(removed), tuple(remarks))


def launch_command(program: str) -> tuple[str, ...]:
    """What starts this installation again: the program that was called, or Python with us."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    script = Path(os.path.abspath(program))  # noqa: PTH100 - a link to it outlives what it leads to
    if script.name.startswith(NAME) and os.access(script, os.X_OK):
        return (str(script),)
    return (sys.executable, "-m", "reader")


def _contents(command: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Each file by its place in the user's folder, and what it holds."""
    yield f"applications/{DESKTOP_ENTRY}", desktop_entry(command).encode()
    yield f"applications/{LINK_ENTRY}", link_entry(command).encode()
    yield f"mime/packages/{MIME_PACKAGE}", mime_package().encode()
    icons = resource_path("icons", "hicolor")
    for path in sorted(icons.glob("*/*/*.*")):
        yield f"icons/hicolor/{path.relative_to(icons).as_posix()}", path.read_bytes()


def _data_home() -> Path:
    if sys.platform in {"win32", "darwin"}:
        raise ReaderError(
            "Only on Linux and its kin does the program register itself.",
            hint="On Windows and macOS its installer does that.",
        )
    named = os.environ.get("XDG_DATA_HOME", "")
    try:
        return Path(named) if named.startswith("/") else Path.home() / ".local" / "share"
    except RuntimeError as error:
        raise StoreError(
            "There is no home folder to register the program in.",
            hint="Set HOME to a folder of your own.",
            detail="HOME is missing",
        ) from error


def _refuse_others(contents: Mapping[Path, bytes], record: Record) -> None:
    for path, content in contents.items():
        if path.exists() and not record.is_as_written(path) and path.read_bytes() != content:
            raise ReaderError(
                f"{shown_path(path)} is there already, and is not as `--register` writes it.",
                hint="Move it away if it is not needed, and try again.",
            )


def _take_away(path: Path, record: Record) -> bool:
    """Remove a file that is still as it was written; whether it is gone."""
    if not record.is_as_written(path):
        return False
    with suppress(OSError):
        path.unlink()
    if path.exists():
        return False
    record.files.pop(str(path), None)
    return True
