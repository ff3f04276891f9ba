"""A second start and the first one: where they meet, what is said, and what is refused."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import threading
from contextlib import closing
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import handover
from reader.handover import (
    DONE,
    GREETING,
    LONGEST_MESSAGE,
    Message,
    Seat,
    absolute,
    find_seat,
    hand_over,
    read_message,
)
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="each start has its own window")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "meeting").mkdir(mode=0o700)
    return tmp_path / "meeting"


@pytest.fixture
def first(folder: Path) -> Iterator[Seat]:
    """The seat as the first start has it."""
    seat = Seat(folder, "desk")
    assert seat.take()
    yield seat
    seat.leave()


class Window:
    """The other side: takes messages in a thread until it is left."""

    def __init__(self, seat: Seat, answer: bytes = DONE) -> None:
        self.heard: list[Message | None] = []
        self._answer = answer
        self._listening = seat.listen()
        self._listening.setblocking(True)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listening.accept()
            with connection:
                data = b"".join(iter(lambda: connection.recv(65536), b""))  # noqa: B023
                if not data:
                    return
                self.heard.append(read_message(data))
                connection.sendall(self._answer)

    def close(self, seat: Seat) -> None:
        seat.connect().close()
        self._thread.join(PATIENCE)
        self._listening.close()


@pytest.fixture
def window(first: Seat) -> Iterator[Window]:
    window = Window(first)
    yield window
    window.close(first)


def test_the_first_start_has_the_seat_until_it_leaves(folder: Path) -> None:
    first, second = Seat(folder, "desk"), Seat(folder, "desk")
    assert first.take()
    assert not second.take()
    first.leave()
    assert second.take()
    second.leave()


def test_files_are_handed_over_as_they_are_called_from_the_root(
    window: Window, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ["ferry.cable#p7", "/tmp/../tmp/honey.txt", "cable:09OSLO9004#p2", "bytes\udcff"]
    assert hand_over(Seat(folder, "desk"), words, "token-1")
    [message] = window.heard
    assert message == Message(
        (
            f"{tmp_path}/ferry.cable#p7",
            "/tmp/honey.txt",
            "cable:09OSLO9004#p2",
            f"{tmp_path}/bytes\udcff",
        ),
        "token-1",
    )


def test_a_file_that_is_called_like_a_link_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert absolute("cable:09OSLO9004") == "cable:09OSLO9004"
    (tmp_path / "cable:09OSLO9004").touch()
    assert absolute("cable:09OSLO9004") == f"{tmp_path}/cable:09OSLO9004"


def test_a_start_without_files_only_asks_for_the_window(window: Window, folder: Path) -> None:
    assert hand_over(Seat(folder, "desk"), [])
    assert window.heard == [Message(())]


def test_more_than_a_message_holds_goes_in_several(window: Window, folder: Path) -> None:
    words = [f"/archive/{number:05}/{'x' * 250}" for number in range(handover.MOST_WORDS + 10)]
    assert hand_over(Seat(folder, "desk"), words)
    assert len(window.heard) > 1
    assert [word for each in window.heard if each for word in each.words] == words


def test_a_socket_that_a_killed_process_left_is_no_hindrance(folder: Path) -> None:
    killed = Seat(folder, "desk")
    assert killed.take()
    killed.listen().close()
    killed.leave()
    assert killed.address.is_socket()

    second = Seat(folder, "desk")
    assert second.take()
    window = Window(second)
    assert hand_over(Seat(folder, "desk"), ["/x.cable"])
    window.close(second)
    assert window.heard == [Message(("/x.cable",))]
    second.leave()


def test_when_the_first_ends_while_the_second_waits_the_second_has_the_seat(
    folder: Path, first: Seat
) -> None:
    second = Seat(folder, "desk")
    threading.Timer(0.2, first.leave).start()
    assert not hand_over(second, ["/x.cable"])
    assert second.is_taken
    second.leave()


def test_a_window_that_ends_before_it_answers_loses_nothing(folder: Path, first: Seat) -> None:
    window = Window(first, answer=b"")
    threading.Timer(0.2, first.leave).start()
    second = Seat(folder, "desk")
    assert not hand_over(second, ["/x.cable"])
    assert second.is_taken
    window.close(first)
    second.leave()


@pytest.mark.parametrize("is_listening", [True, False])
def test_a_window_that_hangs_is_waited_for_no_longer_than_the_limit(
    folder: Path, first: Seat, monkeypatch: pytest.MonkeyPatch, *, is_listening: bool
) -> None:
    monkeypatch.setattr(handover, "ANSWERING", 0.2)
    monkeypatch.setattr(handover, "STARTING", 0.2)
    listening = first.listen() if is_listening else None
    second = Seat(folder, "desk")
    assert not hand_over(second, ["/x.cable"])
    assert not second.is_taken
    if listening:
        listening.close()


def test_another_user_is_told_nothing(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "peer_of", lambda _connection: os.getuid() + 1)
    assert not hand_over(Seat(folder, "desk"), ["/secret/source.cable"])
    assert [each for each in window.heard if each] == []


# The real program, which is given as long as a busy machine may need to start a hundred times.
PATIENT = f"""
import sys
from reader import cli, handover
handover.STARTING = handover.ANSWERING = {5 * PATIENCE}
sys.exit(cli.main())
"""

# Listens as another user where the window of this one would; tells what it was told.
STRANGER = """
import os, socket, sys
listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
listening.bind(sys.argv[1])
os.chmod(sys.argv[1], 0o777)
os.setuid(65534)
listening.listen()
print("listening", flush=True)
connection, _ = listening.accept()
print(connection.recv(1000), flush=True)
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can be another user")
def test_a_socket_of_another_user_is_told_nothing(first: Seat, folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", STRANGER, str(first.address)], stdout=subprocess.PIPE, text=True
    ) as stranger:
        assert stranger.stdout is not None
        assert stranger.stdout.readline() == "listening\n"
        assert not hand_over(Seat(folder, "desk"), ["/secret/source.cable"])
        assert stranger.stdout.readline() == "b''\n"


def test_the_user_at_the_other_end_is_known() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX)
    with closing(ours), closing(theirs):
        assert handover.peer_of(ours) == os.getuid()


def test_a_socket_path_that_is_too_long_works(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["a folder with a long name"] * 8)
    folder.mkdir(parents=True, mode=0o700)
    first = Seat(folder, "desk")
    assert len(os.fsencode(first.address)) > 200
    here = os.getcwd()  # noqa: PTH109
    assert first.take()
    window = Window(first)
    assert hand_over(Seat(folder, "desk"), ["/x.cable"])
    window.close(first)
    assert window.heard == [Message(("/x.cable",))]
    assert os.getcwd() == here  # noqa: PTH109
    first.leave()


def seat_for(**environment: str) -> Seat | None:
    """The seat of a start with a few variables of its own."""
    return find_seat({**os.environ, "XDG_RUNTIME_DIR": "", **environment})


def test_the_seat_is_where_only_the_user_may_enter(tmp_path: Path) -> None:
    for environment in ({}, {"XDG_RUNTIME_DIR": str(tmp_path / "run")}):
        (tmp_path / "run").mkdir(mode=0o700, exist_ok=True)
        seat = seat_for(**environment)
        assert seat is not None
        folder = seat.address.parent
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert seat.take()
        assert {file.stat().st_mode & 0o077 for file in folder.iterdir()} == {0}
        seat.leave()
    assert folder == tmp_path / "run" / "cable-reader"


def test_a_runtime_folder_that_others_may_enter_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run").chmod(0o755)
    seat = seat_for(XDG_RUNTIME_DIR=str(tmp_path / "run"))
    assert seat is not None
    assert not seat.address.is_relative_to(tmp_path / "run")


@pytest.mark.parametrize("way", [{"DISPLAY": ":7"}, {"WAYLAND_DISPLAY": "wayland-1"}])
def test_each_screen_has_a_window_of_its_own(way: dict[str, str]) -> None:
    here, there, again = seat_for(DISPLAY=":1"), seat_for(**way), seat_for(**way)
    assert here
    assert there
    assert again
    assert here.address != there.address == again.address


def test_each_home_has_a_window_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir(mode=0o700)
    runtime = str(tmp_path / "run")
    here = seat_for(XDG_RUNTIME_DIR=runtime)
    there = seat_for(XDG_RUNTIME_DIR=runtime, CABLE_READER_HOME=str(tmp_path / "stick"))
    assert here
    assert there
    assert here.address != there.address


def test_without_a_home_there_is_no_seat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CABLE_READER_HOME", "/dev/null/home")
    assert seat_for() is None


def spoiled(message: bytes) -> list[bytes]:
    return [
        b"",
        message[:-1],
        message.replace(GREETING, b"cable-reader/2"),
        GREETING,
        GREETING + b"\0",
        message + b"\0",
        message + b"-\0",
        message + b"x" * 40_000 + b"\0",
        message + b"x\0" * 6_000,
        message + b"x" * LONGEST_MESSAGE + b"\0",
    ]


def test_what_is_no_message_is_refused() -> None:
    message = GREETING + b"\0token\0/x.cable\0"
    assert read_message(message) == Message(("/x.cable",), "token")
    for data in spoiled(message):
        assert read_message(data) is None


@given(st.binary(max_size=200).map(lambda data: GREETING + b"\0" + data))
def test_any_bytes_are_a_message_or_none(data: bytes) -> None:
    message = read_message(data)
    assert message is None or all(isinstance(word, str) and word for word in message.words)


@pytest.mark.parametrize("token", ["x" * 300, "\x1b[2J", "tokén"])
def test_a_token_that_is_none_is_left_out(token: str) -> None:
    data = GREETING + b"\0" + token.encode() + b"\0/x\0"
    assert read_message(data) == Message(("/x",))


def test_a_hundred_starts_at_once_are_one_window_with_a_hundred_tabs(
    tmp_path: Path, private_home: Path
) -> None:
    """The real program, without a screen to look at."""
    pytest.importorskip("PySide6")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
        "DISPLAY": ":1",
    }
    files = [tmp_path / f"poem-{number}.txt" for number in range(100)]
    for file in files:
        file.write_text("The lamp is lit.\n")
    starts = [
        subprocess.Popen([sys.executable, "-c", PATIENT, str(file)], env=environment)
        for file in files
    ]
    try:
        end = monotonic() + 5 * PATIENCE
        while sum(start.poll() is None for start in starts) > 1 and monotonic() < end:
            sleep(0.05)
        [window] = [start for start in starts if start.poll() is None]
        window.terminate()
        window.wait(PATIENCE)
    finally:
        for start in starts:
            start.kill()
    assert {start.wait() for start in starts} == {0}
    kept = private_home / "cable-reader" / "state" / "tabs.json"
    listed = json.loads(kept.read_text())["tabs"]
    assert sorted(each["path"] for each in listed) == sorted(map(str, files))
