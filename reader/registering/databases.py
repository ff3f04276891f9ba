"""The databases that a desktop makes from its entries and types, in a user's own folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE: Final = 60
"""Seconds that making a database anew may take."""


class Database(NamedTuple):
    """What a program of the desktop makes of a folder."""

    program: str
    folder: str
    sources: str
    """Of what it is made, as a pattern within the folder."""
    mark: str
    """A file that is there when it has been made."""
    made: tuple[str, ...]
    """All that it makes, as patterns within the folder."""


DATABASES: Final = (
    Database(
        "update-mime-database",
        "mime",
        "packages/*.xml",
        "mime.cache",
        (
            "XMLnamespaces", "aliases", "generic-icons", "globs", "globs2", "icons", "magic",
            "mime.cache", "subclasses", "treemagic", "types", "version",
            # A file for each type, in a folder for each family: application/pdf.xml.
            "[!p]*/*.xml", "[!p]*/",
        ),
    ),
    Database(
        "update-desktop-database", "applications", "*.desktop", "mimeinfo.cache",
        ("mimeinfo.cache",),
    ),
)  # fmt: skip


def databases_there(home: Path) -> set[str]:
    """The folders whose databases have been made already."""
    return {each.folder for each in DATABASES if (home / each.folder / each.mark).exists()}


def update_databases(home: Path) -> list[str]:
    """Make the databases anew; returns the programs for it that the system lacks."""
    missing = []
    for each in DATABASES:
        found = shutil.which(each.program)
        if found is None:
            missing.append(each.program)
        elif (home / each.folder).is_dir():
            # What it has to say is about the files of others.
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(  # noqa: S603 - a program of the system on a folder of the user
                    [found, str(home / each.folder)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=PATIENCE,
                    check=False,
                    env=_environment_of_the_system(),
                )
    return missing


def _environment_of_the_system() -> dict[str, str]:
    """The environment without the libraries that a frozen program has for itself."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        environment.pop("LD_LIBRARY_PATH", None)
        original = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        if original is not None:
            environment["LD_LIBRARY_PATH"] = original
    return environment


def remove_databases(home: Path, folders: set[str]) -> None:
    """Remove the databases in some folders, unless there is anything left that they are of."""
    for each in DATABASES:
        folder = home / each.folder
        if each.folder not in folders or any(folder.glob(each.sources)):
            continue
        for pattern in each.made:
            for path in folder.glob(pattern):
                with suppress(OSError):
                    path.rmdir() if path.is_dir() else path.unlink()
