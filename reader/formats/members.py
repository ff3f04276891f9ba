"""What archives have in common: a member is read as a file of its own, within limits.

Nothing is ever unpacked to the disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.errors import NotACable
from reader.formats import limits
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram

# How archives begin; `ustar` stands further on in a tar file.
ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
GZIP: Final = b"\x1f\x8b"
OTHERS: Final = (
    b"7z\xbc\xaf\x27\x1c",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",
)
# Parts of a path that name a folder, and the folder that one system adds to each archive.
HERE: Final = (".", "..")
MACHINE_FOLDER: Final = "__MACOSX"
TAR_SIGN: Final = b"ustar"
TAR_SIGN_PLACE: Final = 257


def is_zip(head: bytes) -> bool:
    """Whether a file begins as a zip archive does."""
    return head.startswith(ZIP)


def is_gzip(head: bytes) -> bool:
    """Whether a file begins as one packed by gzip does."""
    return head.startswith(GZIP)


def is_tar(head: bytes) -> bool:
    """Whether a file begins as a tar archive does."""
    return head.startswith(TAR_SIGN, TAR_SIGN_PLACE)


def is_wanted(name: str) -> bool:
    """Whether a member may be a cable by its name: no folder, nothing hidden."""
    parts = name.split("/")
    is_hidden = any(part[:1] == "." and part not in HERE for part in parts)
    return bool(parts[-1]) and parts[0] != MACHINE_FOLDER and not is_hidden


def read_member(data: bytes, archive: str, name: str) -> Iterator[Telegram]:
    """The telegrams of a member; raises NotACable for an archive inside the archive."""
    from reader.formats.files import shown_name  # noqa: PLC0415
    from reader.formats.registry import read_bytes  # noqa: PLC0415 - which knows all formats

    shown = shown_name(name)
    if is_zip(data) or is_gzip(data) or is_tar(data) or data.startswith(OTHERS):
        raise NotACable(
            tr("{shown} is an archive inside an archive, which is not opened.", shown=shown),
            hint=tr("Unpack the outer one, and open the one inside."),
        )
    yield from read_bytes(data, f"{archive}#{name}", shown)


def over(limit: str, name: str = "") -> NotACable:
    """The sentence for an archive that is over one of the limits."""
    return NotACable(
        tr(limits.ARCHIVE_SENTENCES[limit]), hint=tr(limits.ARCHIVE_WAY_OUT), detail=name
    )
