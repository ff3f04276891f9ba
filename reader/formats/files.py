"""The bytes of a file, read so that nothing but a regular file is ever touched (SAFETY.md)."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, Final

from reader.errors import UnreadableFile
from reader.formats import limits
from reader.translation import tr

if TYPE_CHECKING:
    from typing import BinaryIO

# Without O_NONBLOCK, opening a pipe that took the file's place would wait for ever.
OPENING: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
PIECE: Final = 1024 * 1024
ATTEMPTS: Final = 3

# What stands where a file should be: its kind, and what to do.
KINDS: Final = (
    (stat.S_ISDIR, "is a folder, not a file", "Name a file in it; `inspect` reads whole folders."),
    (
        stat.S_ISFIFO,
        "is a pipe, not a file",
        "Save what comes out of it as a file, or send it to `cable-reader inspect -`.",
    ),
    (stat.S_ISSOCK, "is a socket, not a file", "Name the file that holds the cable."),
    (stat.S_ISCHR, "is a device, not a file", "Name the file that holds the cable."),
    (stat.S_ISBLK, "is a device, not a file", "Name the file that holds the cable."),
)

# Folders in which the system makes files up while they are read.
MADE_UP: Final = ("/proc", "/sys")

# What the system says, and what we say: the reason, and what to do.
REASONS: Final = {
    errno.ENOENT: ("There is no file {name}.", "It may have been moved, renamed or deleted."),
    errno.ENOTDIR: ("There is no file {name}.", "A part of its path is a file, not a folder."),
    errno.EACCES: (
        "You may not read {name}.",
        "Ask its owner for permission, or for a copy of your own.",
    ),
    errno.EPERM: (
        "You may not read {name}.",
        "Ask its owner for permission, or for a copy of your own.",
    ),
    errno.ELOOP: ("{name} is a link that leads in a circle.", "Name the file itself."),
    errno.ENAMETOOLONG: ("There is no file {name}.", "No file can have a name as long as this."),
    errno.ENXIO: ("{name} is not a file.", "Name the file that holds the cable."),
}
OTHER_REASON: Final = (
    "{name} could not be read: {reason}.",
    "Copy it to another disk if you can, and try with the copy.",
)


def read_file(path: str) -> bytes:
    """The bytes of a regular file; raises UnreadableFile for anything else, or a larger one."""
    try:
        _refuse_others(path, os.stat(path))  # noqa: PTH116  paths stay str, any bytes kept
        for _ in range(ATTEMPTS):
            data = _read_once(path)
            if data is not None:
                return data
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:
        raise _no_such_name(path, error) from error
    raise UnreadableFile(
        tr("{name} changed each time while it was being read.", name=shown_name(path)),
        hint=tr("Wait until the program that writes it is done, and try again."),
        detail=f"{ATTEMPTS} attempts",
    )


def open_file(path: str) -> BinaryIO:
    """A regular file of any size, open to be read in pieces; raises UnreadableFile for others."""
    try:
        _refuse_others(path, os.stat(path), any_size=True)  # noqa: PTH116
        descriptor = os.open(path, OPENING)
        try:
            _refuse_others(path, os.fstat(descriptor), any_size=True)
        except BaseException:
            os.close(descriptor)
            raise
        return os.fdopen(descriptor, "rb")
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:
        raise _no_such_name(path, error) from error


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """All bytes of standard input or its like; raises UnreadableFile when it has too many."""
    try:
        data = stream.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise unreadable(name, error) from error
    if len(data) > limits.FILE_BYTES:
        raise too_large(name)
    return data


def unreadable(path: str, error: OSError) -> UnreadableFile:
    """What the system said of a file or folder, as a sentence with a way out."""
    sentence, hint = REASONS.get(error.errno or 0, OTHER_REASON)
    reason = (error.strerror or type(error).__name__).lower()
    return UnreadableFile(
        tr(sentence, name=shown_name(path), reason=reason),
        hint=tr(hint),
        detail=errno.errorcode.get(error.errno or 0, type(error).__name__),
    )


def too_large(path: str) -> UnreadableFile:
    """The sentence for a file over the limit."""
    return UnreadableFile(
        tr(limits.FILE_SENTENCE, name=shown_name(path)),
        hint=tr(limits.FILE_WAY_OUT),
        detail=f"more than {limits.FILE_BYTES} bytes",
    )


def shown_name(path: str) -> str:
    """The last part of a path, as it may stand in a sentence."""
    from reader.formats.visible import visible  # noqa: PLC0415 - for sentences only

    return visible(os.path.basename(path.rstrip("/")) or path)  # noqa: PTH119


def _no_such_name(path: str, error: ValueError) -> UnreadableFile:
    """The sentence for a name with a zero byte in it."""
    return UnreadableFile(
        tr("There is no file {name}.", name=shown_name(path)),
        hint=tr("No file can have such a name."),
        detail=str(error),
    )


def _read_once(path: str) -> bytes | None:
    """The bytes, or None when the file was not the same at the end as at the beginning."""
    descriptor = os.open(path, OPENING)
    try:
        before = os.fstat(descriptor)
        _refuse_others(path, before)
        data = _read_all(path, descriptor)
        after = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return data if same and len(data) == after.st_size else None


def _read_all(path: str, descriptor: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(descriptor, PIECE):
        size += len(piece)
        if size > limits.FILE_BYTES:
            raise too_large(path)
        pieces.append(piece)
    return b"".join(pieces)


def _refuse_others(path: str, status: os.stat_result, *, any_size: bool = False) -> None:
    """Raise UnreadableFile for what is no regular file, is made up by the system, or too large."""
    for is_kind, says, hint in KINDS:
        if is_kind(status.st_mode):
            raise UnreadableFile(
                tr("{name} {says}.", name=shown_name(path), says=tr(says)),
                hint=tr(hint),
                detail=says,
            )
    if not stat.S_ISREG(status.st_mode) or _is_made_up(status.st_dev):
        raise UnreadableFile(
            tr(
                "{name} is part of the system, not a file that holds a cable.",
                name=shown_name(path),
            ),
            hint=tr("Name the file that holds the cable."),
            detail=stat.filemode(status.st_mode),
        )
    if status.st_size > limits.FILE_BYTES and not any_size:
        raise too_large(path)


def _is_made_up(device: int) -> bool:
    """Whether a file lies on the device of /proc or /sys, whatever path led there."""
    for folder in MADE_UP:
        try:
            if os.stat(folder).st_dev == device != os.stat("/").st_dev:  # noqa: PTH116
                return True
        except OSError:
            continue
    return False
