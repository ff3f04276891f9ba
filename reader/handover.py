"""How a second start of the program hands its files to the window that is open (SAFETY.md).

The starts meet at a seat: a file that is never deleted, whose lock the first one holds as long as
it lives, and a socket beside it, both in a folder that only the user may enter. The second start
sends a message and waits for the answer:

    cable-reader/1 NUL activation token NUL word NUL word NUL ...

Words are paths from the root, `FILE#p7`, or links, as bytes. Nothing here knows Qt.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from reader.errors import StoreError
from reader.paths import (
    HOME_VARIABLE,
    PORTABLE_MARK,
    make_private_folder,
    program_folder,
    user_folders,
)
from reader.records import Record

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator, Mapping, Sequence

GREETING: Final = b"cable-reader/1"
DONE: Final = b"done"
"""The answer: the files are being opened."""

LONGEST_MESSAGE: Final = 1_000_000
"""Bytes; a start that has more to say sends several messages."""
LONGEST_WORD: Final = 32_768
MOST_WORDS: Final = 5_000
LONGEST_TOKEN: Final = 256

STARTING: Final = 30.0
"""Seconds in which a window that is being opened begins to listen."""
ANSWERING: Final = 10.0
"""Seconds after which a window that listens and does not answer is taken for hung."""
PAUSE: Final = 0.02
"""Seconds between two tries; each waits longer, lest a hundred starts keep the window from its own.
"""
LONGEST_PAUSE: Final = 0.3

LONGEST_ADDRESS: Final = 100
"""Bytes of a path that every system takes for a socket; Linux has room for 107, macOS for 103."""

STANDARD_INPUT: Final = "-"
LINK: Final = "cable:"
HOMES: Final = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
TOKENS: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""Variables by which a desktop allows a program that was just started to come to the front."""


class Message(Record):
    """What a second start sends."""

    words: tuple[str, ...]
    token: str = ""


class Seat:
    """Where the starts of one user meet, for one screen and one set of the user's folders."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._lock = folder / f"{name}.lock"
        self.address = folder / f"{name}.socket"
        self._descriptor = -1

    @property
    def is_taken(self) -> bool:
        """Whether this process is the one with the window."""
        return self._descriptor >= 0

    def take(self) -> bool:
        """Take the seat if it is free; whether this process has it now."""
        import fcntl  # noqa: PLC0415 - Windows has none

        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        try:
            descriptor = os.open(self._lock, flags, 0o600)
        except OSError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def leave(self) -> None:
        """Let another start have the seat; twice is harmless."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def listen(self) -> socket.socket:
        """The socket on which messages arrive; one that a killed process left is taken away.

        For the holder of the seat alone. Raises OSError where the folder cannot hold a socket.
        """
        import socket  # noqa: PLC0415

        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            with suppress(FileNotFoundError):
                self.address.unlink()
            with _Reach(self.address) as address:
                listening.bind(address)
            listening.listen(128)
            listening.setblocking(False)  # noqa: FBT003
        except BaseException:
            listening.close()
            raise
        return listening

    def connect(self) -> socket.socket:
        """A connection to the holder of the seat; raises OSError when nobody listens."""
        import socket  # noqa: PLC0415

        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(ANSWERING)
            with _Reach(self.address) as address:
                connection.connect(address)
        except BaseException:
            connection.close()
            raise
        return connection


class _Reach:
    """A path that a socket can have: the full one, or where that is too long the name alone.

    For the name the process steps into the folder for a moment; it names all its files from the
    root, so that nothing else notices.
    """

    def __init__(self, address: Path) -> None:
        self._address = address
        self._back = -1

    def __enter__(self) -> str:
        if len(os.fsencode(self._address)) <= LONGEST_ADDRESS:
            return str(self._address)
        self._back = os.open(".", os.O_RDONLY)
        os.chdir(self._address.parent)
        return self._address.name

    def __exit__(self, *_: object) -> None:
        if self._back >= 0:
            os.fchdir(self._back)
            os.close(self._back)


def find_seat(environment: Mapping[str, str] = os.environ) -> Seat | None:
    """The seat of this user on this screen; None where there is no folder that is safe for one.

    It lies in the system's folder for what lasts as long as the user is logged in, else in the
    user's folder for the program's state.
    """
    if sys.platform == "win32":  # has neither such locks nor such sockets
        return None
    try:
        runtime = _runtime_folder(environment)
        folder = make_private_folder(runtime or user_folders().state / "window")
        if not _is_ours_alone(folder):
            return None
    except (StoreError, OSError):
        return None
    from zlib import crc32  # noqa: PLC0415

    screen = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY") or ""
    whose = f"{crc32(os.fsencode(_home(environment))):08x}"
    name = "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in screen[:40])
    return Seat(folder, f"{whose}{name}")


def _home(environment: Mapping[str, str]) -> str:
    """What decides where the user's folders are; asking for them all would take time."""
    chosen = environment.get(HOME_VARIABLE)
    if chosen:
        return os.path.abspath(chosen)  # noqa: PTH100
    beside = program_folder()
    if (beside / PORTABLE_MARK).is_file():
        return str(beside)
    return "\n".join(environment.get(name, "") for name in HOMES)


def _runtime_folder(environment: Mapping[str, str]) -> Path | None:
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    application = environment.get("FLATPAK_ID", "")
    folder = Path(runtime)
    if not folder.is_absolute() or not folder.is_dir() or not _is_ours_alone(folder):
        return None
    # Within Flatpak each start has a folder of its own, and one that all starts share.
    return folder / "app" / application / "window" if application else folder / "cable-reader"


def _is_ours_alone(folder: Path) -> bool:
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o077


def hand_over(seat: Seat, words: Sequence[str], token: str = "") -> bool:
    """Give the words to the window that is open; whether it opens them.

    False when this start has to open a window itself: with the seat, if the other has left it
    meanwhile, or without, if the other does not answer in time.
    """
    # Resolved where this start stands. What no file can be called is for a window of its own.
    words = [absolute(word) for word in words]
    if any(len(word) > LONGEST_WORD for word in words):
        return False
    waiting = list(_messages(words, token))
    until, pause = monotonic() + STARTING, PAUSE
    while waiting:
        try:
            if not _send(seat, waiting[0]):
                return False
            waiting.pop(0)
        except TimeoutError:
            return False
        except OSError:
            # It is still starting, or just ending.
            if seat.take() or monotonic() > until:
                return False
            sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)
    return True


def _send(seat: Seat, message: bytes) -> bool:
    """Send one message and wait for the answer; False when another user is listening there.

    Raises TimeoutError when there is no answer, and another OSError when nobody listens any more.
    """
    with seat.connect() as connection:
        if peer_of(connection) != os.getuid():
            return False
        import socket  # noqa: PLC0415

        connection.sendall(message)
        connection.shutdown(socket.SHUT_WR)
        if connection.recv(len(DONE), socket.MSG_WAITALL) != DONE:
            raise ConnectionResetError
    return True


def _messages(words: Sequence[str], token: str) -> Iterator[bytes]:
    head = GREETING + b"\0" + os.fsencode(token) + b"\0"
    message, count = head, 0
    for word in words:
        piece = os.fsencode(word) + b"\0"
        if count == MOST_WORDS or len(message) + len(piece) > LONGEST_MESSAGE:
            yield message
            message, count = head, 0
        message += piece
        count += 1
    yield message


def read_message(data: bytes) -> Message | None:
    """What was sent; None for anything else than a message of ours, or one beyond the limits.

    What it names is as untrusted as any word of a command line, and standard input is ours alone.
    """
    greeting, *pieces = data.split(b"\0", MOST_WORDS + 2)
    if greeting != GREETING or len(pieces) < 2 or pieces.pop() or len(data) > LONGEST_MESSAGE:
        return None
    token, *words = (os.fsdecode(piece) for piece in pieces)
    if len(token) > LONGEST_TOKEN or not (token.isascii() and token.isprintable()):
        token = ""
    if any(not word or len(word) > LONGEST_WORD or word == STANDARD_INPUT for word in words):
        return None
    return Message(tuple(words), token)


def absolute(word: str) -> str:
    """A path from the root, whatever folder it was named in; a link stays as it is."""
    if word.startswith(LINK) and not os.path.lexists(word):
        return word
    return os.path.abspath(word)  # noqa: PTH100  a str in, a str out, any bytes kept


def token_of(environment: Mapping[str, str]) -> str:
    """What allows the window to come to the front, if the desktop gave this start anything."""
    return next((environment[name] for name in TOKENS if environment.get(name)), "")


def peer_of(connection: socket.socket) -> int:
    """The user at the other end; raises OSError where the system does not tell."""
    import socket  # noqa: PLC0415
    import struct  # noqa: PLC0415

    option = getattr(socket, "SO_PEERCRED", None)
    if option is not None:
        _, user, _ = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, option, 12))
        return int(user)
    # `struct xucred` of macOS and the BSDs: version, user, then groups.
    credentials = connection.getsockopt(0, getattr(socket, "LOCAL_PEERCRED", 1), 76)
    return int(struct.unpack_from("=II", credentials)[1])
