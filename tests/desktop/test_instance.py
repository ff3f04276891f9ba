"""The window hears other starts: files arrive, strangers do not, and nothing is lost at the end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from reader import handover
from reader.desktop import instance as module
from reader.desktop.instance import Instance, bring_to_front
from reader.desktop.session.notice import files_waiting
from reader.handover import GREETING, Message, Seat, hand_over
from tests.conftest import SAMPLE_ID
from tests.desktop.conftest import sentences
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.desktop.app import Desktop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="each start has its own window")


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    tmp_path.chmod(0o700)
    seat = Seat(tmp_path, "desk")
    assert seat.take()
    yield seat
    seat.leave()


@pytest.fixture
def window(seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Instance]:
    # On a busy machine a start may be held up in the middle of a word.
    monkeypatch.setattr(module, "PATIENCE", round(PATIENCE * 1000))
    monkeypatch.setattr(handover, "ANSWERING", PATIENCE)
    instance = Instance(seat)
    instance.listen()
    yield instance
    instance.close()


class Start:
    """Another start of the program, in a thread."""

    def __init__(self, folder: Path, *words: str, token: str = "") -> None:
        self.seat = Seat(folder, "desk")
        self.is_handed_over: bool | None = None
        self._thread = threading.Thread(target=self._run, args=(words, token))
        self._thread.start()

    def _run(self, words: tuple[str, ...], token: str) -> None:
        self.is_handed_over = hand_over(self.seat, words, token)

    def is_done(self) -> bool:
        return not self._thread.is_alive()


def heard_by(window: Instance) -> list[Message]:
    heard: list[Message] = []
    window.received.connect(heard.append)
    return heard


def test_files_arrive_and_the_start_is_told(window: Instance, tmp_path: Path, qtbot: QtBot) -> None:
    heard = heard_by(window)
    start = Start(tmp_path, "/ferry.cable#p7", "/bytes\udcff.txt", token="leave-9")
    qtbot.waitUntil(start.is_done)
    assert start.is_handed_over
    assert heard == [Message(("/ferry.cable#p7", "/bytes\udcff.txt"), "leave-9")]


def test_a_hundred_starts_lose_no_file(window: Instance, tmp_path: Path, qtbot: QtBot) -> None:
    heard = heard_by(window)
    starts = [Start(tmp_path, f"/cables/{number}.cable") for number in range(100)]
    qtbot.waitUntil(lambda: all(start.is_done() for start in starts))
    assert all(start.is_handed_over for start in starts)
    words = [word for message in heard for word in message.words]
    assert sorted(words) == sorted(f"/cables/{number}.cable" for number in range(100))


def test_another_user_is_not_heard(
    window: Instance, seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "peer_of", lambda _connection: os.getuid() + 1)
    heard = heard_by(window)
    with seat.connect() as connection:
        qtbot.waitUntil(lambda: ended(connection))
    assert heard == []


def ended(connection: socket.socket) -> bool:
    """Whether the other side has hung up."""
    connection.setblocking(False)
    try:
        return connection.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


@pytest.mark.parametrize(
    "said",
    [b"GET / HTTP/1.1\r\n\r\n", GREETING + b"\0\0-\0", b"x" * (handover.LONGEST_MESSAGE + 1)],
    ids=["another program", "standard input", "too much"],
)
def test_what_is_no_message_is_hung_up_on(
    said: bytes, window: Instance, seat: Seat, qtbot: QtBot
) -> None:
    heard = heard_by(window)
    connection = seat.connect()

    def say() -> None:
        try:
            connection.sendall(said)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # hung up on in the middle

    speaking = threading.Thread(target=say)
    speaking.start()
    qtbot.waitUntil(lambda: not speaking.is_alive() and ended(connection))
    connection.close()
    assert heard == []


def test_who_says_nothing_is_hung_up_on(
    window: Instance, seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 50)
    with seat.connect() as connection:
        qtbot.waitUntil(lambda: ended(connection))


def test_too_many_callers_wait_until_one_is_gone(
    window: Instance, tmp_path: Path, seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_AT_ONCE", 2)
    silent = [seat.connect() for _ in range(2)]
    qtbot.wait(50)
    start = Start(tmp_path, "/ferry.cable")
    qtbot.wait(50)
    assert not start.is_done()
    for connection in silent:
        connection.close()
    qtbot.waitUntil(start.is_done)
    assert start.is_handed_over


def test_a_file_that_arrives_while_the_window_closes_is_opened_by_its_own_start(
    window: Instance, tmp_path: Path, seat: Seat, qtbot: QtBot
) -> None:
    heard = heard_by(window)
    # More might arrive, so it is not opened yet.
    window._gathering.setInterval(round(PATIENCE * 1000))
    start = Start(tmp_path, "/ferry.cable")
    qtbot.waitUntil(lambda: bool(window._callers))
    window.close()
    seat.leave()
    qtbot.waitUntil(start.is_done)
    assert start.is_handed_over is False
    assert start.seat.is_taken
    assert heard == []
    start.seat.leave()


def test_the_socket_is_gone_when_the_window_is(window: Instance, seat: Seat) -> None:
    assert seat.address.is_socket()
    window.close()
    window.close()
    assert not seat.address.exists()


def test_where_no_socket_can_be_made_other_starts_are_let_go(
    seat: Seat, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(_seat: Seat) -> socket.socket:
        raise PermissionError

    monkeypatch.setattr(Seat, "listen", refuse)
    window = Instance(seat)
    window.listen()
    assert not seat.is_taken
    window.close()


def test_the_window_comes_to_the_front(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_to_front(window, "leave-9")
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.isMinimized()
    if sys.platform == "linux":
        assert os.environ["XDG_ACTIVATION_TOKEN"] == "leave-9"


OPENED = """
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from reader.desktop.instance import Application
application = Application(["opened"])
application.file_opened.connect(lambda message: print(*message.words))
for url in ("file:///ferry%20one.cable", "cable:09OSLO9004#p7"):
    application.sendEvent(application, QFileOpenEvent(QUrl(url)))
"""


def test_what_the_file_manager_of_macos_opens_arrives() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENED], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert done.stdout.splitlines() == ["/ferry one.cable", "cable:09OSLO9004#p7"]


def test_files_without_room_are_named() -> None:
    one = files_waiting(["/ferries/harbor.txt"])
    assert one.message == "There is no room for another tab; 1 file waits: harbor.txt."
    many = files_waiting([f"/ferries/{number}.txt" for number in range(99)])
    assert many.message.endswith("99 files wait: 0.txt, 1.txt, 2.txt and 96 more.")
    assert many.detail.splitlines()[-1] == "/ferries/98.txt"


def test_the_window_has_the_icon_of_the_program(desktop: Desktop) -> None:
    sizes = {size.width() for size in desktop.window.windowIcon().availableSizes()}
    assert {16, 32, 48} <= sizes


def test_what_arrives_is_shown(desktop: Desktop, sample_path: Path, tmp_path: Path) -> None:
    other = tmp_path / "copy.cable"
    other.write_bytes(sample_path.read_bytes())
    desktop.receive(Message((f"{other}#p7",)))
    document = desktop.session.document
    assert document is not None
    assert document.path == str(other)
    assert desktop.session.ordinal == 6


def test_a_link_goes_to_the_cable_that_is_open(desktop: Desktop, sample_path: Path) -> None:
    desktop.receive(Message((f"cable:{SAMPLE_ID}#p3",)))
    assert desktop.session.ordinal == 2
    assert desktop.session.document is not None
    assert desktop.session.document.path == str(sample_path)


def test_a_link_to_another_cable_is_told(desktop: Desktop) -> None:
    desktop.receive(Message(("cable:09OSLO9999#p3",)))
    assert any("09OSLO9999" in sentence for sentence in sentences(desktop))
