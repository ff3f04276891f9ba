"""What a row of FORMATS holds, and what the module that it names has to offer."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from reader.cable.model import Telegram
    from reader.formats.collection import Collection
    from reader.formats.decoding import Decoded
    from reader.formats.file_type import FileType
    from reader.formats.signs import Head


class Kind(Enum):
    """What the module of a format reads from."""

    TEXT = "text"
    """`read(decoded, path, sha256)`: the text of a file."""
    BYTES = "bytes"
    """`read(data, path, sha256)`: its bytes."""
    MANY = "many"
    """`open_collection(file, path)`: an open file, of any size, that holds many cables."""


class Format(Record):
    """A kind of file that cables come in."""

    name: str
    """As in the JSON of a cable."""
    title: str
    """For a list of formats to choose from."""
    endings: tuple[str, ...]
    """Of file names, in small letters, with the dot."""
    mime_types: tuple[str, ...]
    is_like: Callable[[Head], bool]
    """Whether a file that begins so is of this format."""
    module: str
    """The module of `reader.formats` that reads it, loaded when it is needed."""
    kind: Kind = Kind.TEXT
    file_type: FileType | None = None
    """The type that a desktop opens with the program; the others it only offers to."""


class TextReader(Protocol):
    """The module of a format of text."""

    def read(self, decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
        """The telegrams in a text; its path and the SHA-256 of its bytes go into their source."""


class BytesReader(Protocol):
    """The module of a format of bytes."""

    def read(self, data: bytes, path: str, sha256: str) -> Iterator[Telegram]:
        """The telegrams in the bytes of a file."""


class CollectionReader(Protocol):
    """The module of a format of many cables."""

    def open_collection(self, file: BinaryIO, path: str) -> Collection:
        """The cables in an open file."""
