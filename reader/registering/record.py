"""The record of what registering wrote, so that exactly that can be taken away again."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from reader.registering.entries import NAME

RECORD: Final = "registered.json"
FOLDER_MODE: Final = 0o755
FILE_MODE: Final = 0o644
"""Desktops read entries and icons as other users too."""


class Record:
    """The files that were written, the folders and the databases made, under a user's folder."""

    def __init__(self, home: Path) -> None:
        self._path = home / NAME / RECORD
        self.files: dict[str, str] = {}
        """The SHA-256 of each file as it was written."""
        self.folders: list[str] = []
        """In the order in which they were made."""
        self.databases: set[str] = set()
        """The folders whose databases were not there before."""
        self._read()

    def _read(self) -> None:
        """Take what was noted before; nothing where there is no record, or one that is none."""
        try:
            found = json.loads(self._path.read_bytes())
            files = {str(path): str(digest) for path, digest in found["files"].items()}
            folders = [str(folder) for folder in found["folders"]]
            databases = {str(folder) for folder in found["databases"]}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return
        self.files, self.folders, self.databases = files, folders, databases

    def save(self) -> None:
        """Write the record itself."""
        self._make_folders(self._path.parent, 0o700)
        content = {
            "files": self.files,
            "folders": self.folders,
            "databases": sorted(self.databases),
        }
        _write(self._path, json.dumps(content, indent=1).encode() + b"\n", 0o600)

    def write(self, path: Path, content: bytes) -> None:
        """Write a file; noted before it is there, so that nothing is ever left behind."""
        self._make_folders(path.parent, FOLDER_MODE)
        self.files[str(path)] = _digest(content)
        self.save()
        _write(path, content, FILE_MODE)

    def is_as_written(self, path: Path) -> bool:
        """Whether a file is still what was written."""
        try:
            return _digest(path.read_bytes()) == self.files.get(str(path))
        except OSError:
            return False

    def forget(self) -> None:
        """Remove the record, and the folders that were made and are empty now."""
        self._path.unlink(missing_ok=True)
        for folder in reversed(self.folders):
            with suppress(OSError):
                Path(folder).rmdir()

    def _make_folders(self, folder: Path, mode: int) -> None:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir()
            each.chmod(mode)
            if str(each) not in self.folders:
                self.folders.append(str(each))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(path: Path, content: bytes, mode: int) -> None:
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
    try:
        temporary.write_bytes(content)
        temporary.chmod(mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
