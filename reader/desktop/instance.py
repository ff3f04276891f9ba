"""One window for all starts: files that arrive from a second start, or from the system."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from reader.handover import DONE, LONGEST_MESSAGE, Message, peer_of, read_message

if TYPE_CHECKING:
    import socket

    from PySide6.QtCore import QSocketNotifier
    from PySide6.QtWidgets import QWidget

    from reader.handover import Seat

GATHERING: Final = 15
"""Milliseconds in which messages that arrive together are gathered, and opened as one."""
PATIENCE: Final = 5_000
"""Milliseconds in which whoever connects has to have said all."""
MOST_AT_ONCE: Final = 200
"""Connections that are open; further ones wait until one is done."""
PIECE: Final = 65_536


class Application(QApplication):
    """The application, which macOS tells what was opened in its file manager."""

    file_opened = Signal(object)
    """A Message with a path, or with a link."""

    def event(self, event: QEvent) -> bool:
        """Pass on what the system wants opened."""
        if isinstance(event, QFileOpenEvent):
            self.file_opened.emit(Message((event.file() or event.url().toString(),)))
            return True
        return super().event(event)


class Instance(QObject):
    """Listens, as the holder of the seat, to what other starts of the program hand over."""

    received = Signal(object)
    """A Message; Qt would lose what is no text in a list of paths."""

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._listening: socket.socket | None = None
        self._is_closed = False
        self._notifier: QSocketNotifier | None = None
        self._callers: list[Caller] = []
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(GATHERING)
        self._gathering.timeout.connect(self._open)

    def listen(self) -> None:
        """Hear other starts from now on; where that cannot be, they open windows of their own."""
        if self._listening is not None or self._is_closed or not self._seat.is_taken:
            return
        from PySide6.QtCore import QSocketNotifier  # noqa: PLC0415

        try:
            self._listening = self._seat.listen()
        except OSError:
            self._seat.leave()
            return
        self._notifier = QSocketNotifier(self._listening.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._accept)

    def close(self) -> None:
        """Hear nobody any more; whoever was not answered opens a window, once the seat is left."""
        self._is_closed = True
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._listening is not None:
            with suppress(OSError):
                self._seat.address.unlink()
            self._listening.close()
            self._listening = None
        self._gathering.stop()
        for caller in self._callers[:]:
            caller.hang_up()

    def _accept(self) -> None:
        while self._listening is not None and len(self._callers) < MOST_AT_ONCE:
            try:
                connection, _ = self._listening.accept()
            except OSError:  # nobody else is waiting
                return
            self._receive(connection)
        if self._notifier is not None:
            self._notifier.setEnabled(len(self._callers) < MOST_AT_ONCE)

    def _receive(self, connection: socket.socket) -> None:
        try:
            is_ours = peer_of(connection) == os.getuid()
        except OSError:
            is_ours = False
        if not is_ours:
            connection.close()
            return
        caller = Caller(connection, self)
        self._callers.append(caller)
        caller.said.connect(self._gathering.start)
        caller.gone.connect(self._forget)
        caller.hear()

    def _forget(self, caller: Caller) -> None:
        self._callers.remove(caller)
        caller.deleteLater()
        if self._notifier is not None:
            self._notifier.setEnabled(True)

    def _open(self) -> None:
        """Say that what has arrived is opened, and open it; who hears no answer does it himself.

        Nothing can close the window between the two, and no start waits for the text to be read.
        """
        callers, messages = [], []
        for caller in self._callers:
            message = caller.take_message()
            if message is not None:
                callers.append(caller)
                messages.append(message)
        if not messages:
            return
        words = tuple(word for message in messages for word in message.words)
        token = next((each.token for each in reversed(messages) if each.token), "")
        for caller in callers:
            caller.answer()
        self.received.emit(Message(words, token))


class Caller(QObject):
    """Another start of the program, connected until it was answered."""

    said = Signal()
    gone = Signal(object)

    def __init__(self, connection: socket.socket, parent: QObject) -> None:
        from PySide6.QtCore import QSocketNotifier  # noqa: PLC0415

        super().__init__(parent)
        self._message: Message | None = None
        self._is_complete = False
        self._connection = connection
        connection.setblocking(False)
        self._data = bytearray()
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.hear)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self.hang_up)
        self._waiting.start(PATIENCE)

    def hear(self) -> None:
        """Take what has arrived."""
        while not self._is_complete:
            try:
                piece = self._connection.recv(PIECE)
            except BlockingIOError:
                return
            except OSError:
                self.hang_up()
                return
            self._data += piece
            if len(self._data) > LONGEST_MESSAGE:
                self.hang_up()
                return
            if not piece:
                self._understand()
                return

    def _understand(self) -> None:
        self._is_complete = True
        self._waiting.stop()
        self._notifier.setEnabled(False)
        self._message = read_message(bytes(self._data))
        if self._message is None:
            self.hang_up()
        else:
            self.said.emit()

    def take_message(self) -> Message | None:
        """What was said, once; None while it is still being said."""
        message, self._message = self._message, None
        return message

    def answer(self) -> None:
        """Say that it is done."""
        with suppress(OSError):
            self._connection.sendall(DONE)
        self.hang_up()

    def hang_up(self) -> None:
        """End the connection; twice is harmless."""
        if self._connection.fileno() < 0:
            return
        self._waiting.stop()
        self._notifier.setEnabled(False)
        self._connection.close()
        self.gone.emit(self)


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Show the window above the others and take the keyboard to it.

    `token` is what allows it, where the desktop gave that to another start; Qt looks for it there.
    """
    if token and sys.platform == "linux":
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
