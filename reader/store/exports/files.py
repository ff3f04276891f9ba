"""The files of marks: written whole or not at all, and read only where they are ordinary files."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError, StoreError, UnreadableFile
from reader.paths import shown_path
from reader.store.exports.forms import LARGEST
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_file(path: str, pieces: Iterable[bytes]) -> None:
    """Put an export into a file, for its owner alone, in the place of one that is there.

    Raises StoreError, and then what was there before still is.
    """
    target = Path(path)
    temporary = target.with_name(f".{target.name[:100]}.{os.urandom(6).hex()}")
    try:
        if target.exists() and not target.is_file():
            raise _not_written(path, "it is no ordinary file")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be one"
        raise _not_written(path, reason.lower()) from error
    finally:
        with suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)


def read_file(path: str) -> bytes:
    """All of a file of marks; raises UnreadableFile."""
    try:
        # Without waiting for the other end of a pipe, which is no file of marks anyway.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnreadableFile(
                    tr("{path} is no ordinary file.", path=shown_path(path)),
                    hint=tr("Choose a file of marks, or send it on standard input."),
                )
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be one"
        raise UnreadableFile(
            tr("{path} could not be read: {reason}.", path=shown_path(path), reason=reason.lower()),
            hint=tr("Check the name, and that you may read it."),
            detail=type(error).__name__,
        ) from error


def _not_written(path: str, reason: str) -> ReaderError:
    return StoreError(
        tr(
            "The marks could not be written to {path}: {reason}.",
            path=shown_path(path),
            reason=reason,
        ),
        hint=tr("Choose another place, or make room and try again."),
        detail=reason,
    )
