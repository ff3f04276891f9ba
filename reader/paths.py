"""The user's own folders, and how a file of ours is written into one (SAFETY.md, files)."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from reader.errors import StoreError
from reader.records import Record
from reader.translation import tr

HOME_VARIABLE: Final = "CABLE_READER_HOME"
PORTABLE_MARK: Final = "portable.txt"
PORTABLE_FOLDER: Final = "cable-reader-home"
NOTHING_KEPT: Final = "Cables can be read all the same; nothing will be kept."


class UserFolders(Record):
    """Where the program keeps what belongs to its user; none of the folders need exist yet."""

    data: Path
    """What cannot be made again: the bookmarks."""
    config: Path
    """The settings."""
    cache: Path
    """What can be made again at any time."""
    state: Path
    """Logs and the like."""


def user_folders() -> UserFolders:
    """The user's folders: under CABLE_READER_HOME, beside portable.txt, or as the system has it.

    Raises StoreError when the system has no home folder for this user.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return _folders_under(Path(chosen).absolute())
    beside = program_folder()
    if (beside / PORTABLE_MARK).is_file():
        return _folders_under(beside / PORTABLE_FOLDER)
    return _folders_of_the_system()


def program_folder() -> Path:
    """The folder that the program lies in: the frozen program's own, or the package's."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).parent.parent


def make_private_folder(folder: Path) -> Path:
    """The folder, made if it is not there, and closed to everybody else (mode 0700).

    Raises StoreError when it cannot be made or not be written to. For folders of ours alone: the
    mode of one that is there already is mended.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise _no_folder(folder, _reason(error)) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _no_folder(folder, "it is read-only")
    return folder


def write_private(path: Path, content: bytes, *, replaces: bool = True) -> None:
    """Put `content` into the file at `path`, whole or not at all, readable by its owner alone.

    It goes to a temporary file in the same folder, to the disk, and then takes the place of the
    old one, if it may. Raises StoreError, and then the old file stands as it was.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
    try:
        _write_to_disk(temporary, content)
        if replaces:
            temporary.replace(path)
        else:
            _move_to_new(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise StoreError(
            tr(
                "{path} could not be written: {reason}.",
                path=shown_path(path),
                reason=_reason(error),
            ),
            hint=tr(
                "What was saved before is still there. Make room or allow writing, and try again."
            ),
            detail=type(error).__name__,
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def shown_path(path: Path | str) -> str:
    """A path as it may be shown: without control characters or bytes that are no text."""
    text = str(path)
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _folders_under(root: Path) -> UserFolders:
    return UserFolders(root / "data", root / "config", root / "cache", root / "state")


def _folders_of_the_system() -> UserFolders:
    from platformdirs import PlatformDirs  # noqa: PLC0415

    system = PlatformDirs("cable-reader", appauthor=False)
    folders = UserFolders(
        system.user_data_path,
        system.user_config_path,
        system.user_cache_path,
        system.user_state_path,
    )
    try:
        home = Path.home()
    except RuntimeError:
        home = None
    for folder in (folders.data, folders.config, folders.cache, folders.state):
        homeless = home is None or (folder.is_relative_to(home) and not home.is_dir())
        if not folder.is_absolute() or homeless:
            raise StoreError(
                tr(
                    "There is no home folder to keep anything in. {nothing_kept}",
                    nothing_kept=tr(NOTHING_KEPT),
                ),
                hint=tr("Set {name} to a folder of your own.", name=HOME_VARIABLE),
                detail="HOME is missing",
            )
    return folders


def _write_to_disk(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _move_to_new(temporary: Path, path: Path) -> None:
    """Give a file its name, unless another one has got it meanwhile."""
    try:
        # Where a file has the name already, this fails, and does so even in the last moment.
        path.hardlink_to(temporary)
    except FileExistsError:
        raise StoreError(
            tr("{path} is there already, and was not replaced.", path=shown_path(path)),
            hint=tr("Choose another name, or agree to have it replaced."),
        ) from None
    except OSError:
        # Some disks know no second names for a file.
        if os.path.lexists(path):
            raise
        temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    # The new name is safe on the disk only when the folder is; Windows cannot open one.
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reason(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a file stands where a folder should be"
    return (error.strerror or type(error).__name__).lower()


def _no_folder(folder: Path, reason: str) -> StoreError:
    return StoreError(
        tr(
            "The folder {folder} cannot be used: {reason}. {nothing_kept}",
            folder=shown_path(folder),
            reason=reason,
            nothing_kept=tr(NOTHING_KEPT),
        ),
        hint=tr(
            "Allow writing there, or set {name} to a folder of your own.",
            name=HOME_VARIABLE,
        ),
        detail=reason,
    )
