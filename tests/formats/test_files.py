from __future__ import annotations

import errno
import io
import os
import socket
from pathlib import Path

import pytest

from reader.errors import UnreadableFile
from reader.formats import files, limits
from reader.formats.files import read_file, read_stream, shown_name


def said(path: object) -> str:
    with pytest.raises(UnreadableFile) as failure:
        read_file(str(path))
    return str(failure.value)


def test_a_file_is_read_whole(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"\x00\xff" * 800_000)
    assert read_file(str(path)) == path.read_bytes()


def test_a_link_to_a_file_is_followed(tmp_path):
    (tmp_path / "ferry.txt").write_bytes(b"REF: OSLO 9004")
    (tmp_path / "link").symlink_to("ferry.txt")
    assert read_file(str(tmp_path / "link")) == b"REF: OSLO 9004"


def test_a_missing_file(tmp_path):
    assert said(tmp_path / "ferry.txt") == (
        "There is no file ferry.txt. It may have been moved, renamed or deleted."
    )


def test_a_file_where_a_folder_should_be(tmp_path):
    (tmp_path / "ferry").write_bytes(b"")
    assert said(tmp_path / "ferry" / "lamp.txt") == (
        "There is no file lamp.txt. A part of its path is a file, not a folder."
    )


def test_a_folder(tmp_path):
    assert said(tmp_path) == (
        f"{tmp_path.name} is a folder, not a file. "
        "Name a file in it; `inspect` reads whole folders."
    )


def test_no_permission(tmp_path, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"REF: OSLO 9004")

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    assert said(path) == (
        "You may not read ferry.txt. Ask its owner for permission, or for a copy of your own."
    )


def test_a_pipe_that_nobody_writes_to(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert said(tmp_path / "pipe") == (
        "pipe is a pipe, not a file. Save what comes out of it as a file, or send it to "
        "`cable-reader inspect -`."
    )


def test_a_pipe_that_takes_the_place_of_a_file(tmp_path, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"")
    seen = path.stat()
    path.unlink()
    os.mkfifo(path)
    real = os.stat
    monkeypatch.setattr(os, "stat", lambda place: seen if place == str(path) else real(place))
    assert said(path).startswith("ferry.txt is a pipe, not a file.")


def test_a_device():
    assert said("/dev/zero") == (
        "zero is a device, not a file. Name the file that holds the cable."
    )


def test_a_socket(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the names of sockets are short
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("plug")
        assert said("plug") == "plug is a socket, not a file. Name the file that holds the cable."


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="this system has no /proc")
@pytest.mark.parametrize("path", ["/proc/self/environ", "/proc/../proc/self/maps"])
def test_what_the_system_makes_up(path):
    assert said(path) == (
        f"{Path(path).name} is part of the system, not a file that holds a cable. "
        "Name the file that holds the cable."
    )


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="this system has no /proc")
def test_a_link_to_what_the_system_makes_up(tmp_path):
    (tmp_path / "ferry.txt").symlink_to("/proc/self/environ")
    assert said(tmp_path / "ferry.txt").startswith("ferry.txt is part of the system")


def test_a_system_without_such_folders(tmp_path, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"REF: OSLO 9004")
    monkeypatch.setattr(files, "MADE_UP", ("/no/such/folder",))
    assert read_file(str(path)) == b"REF: OSLO 9004"


def test_a_file_over_the_cap_is_not_read(tmp_path):
    path = tmp_path / "ferry.txt"
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)
    assert said(path) == (
        "ferry.txt is larger than 64 MB, too large for a cable. "
        "Cut out the part that holds the cable and save it as a file of its own."
    )


def test_a_file_that_grows_over_the_cap_while_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"REF: OSLO 9004")
    monkeypatch.setattr(limits, "FILE_BYTES", 20)
    monkeypatch.setattr(os, "read", lambda *_: b"and so on")
    assert said(path).startswith("ferry.txt is larger than 64 MB")


def test_a_link_that_leads_in_a_circle(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert said(tmp_path / "a") == "a is a link that leads in a circle. Name the file itself."


def test_a_name_that_is_too_long(tmp_path):
    assert said(tmp_path / ("x" * 300)).endswith("No file can have a name as long as this.")


def test_a_zero_byte_in_a_name(tmp_path):
    assert said(tmp_path / "a\0b") == ("There is no file a\\x00b. No file can have such a name.")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"caf\xe9.txt", "caf\\xe9.txt"),
        (b"two\nlines", "two\\nlines"),
        (b"\x1b[2Jclean", "\\x1b[2Jclean"),
        ("\u202etxt.elbac".encode(), "\\u202etxt.elbac"),
        ("\U000e0041".encode(), "\\U000e0041"),
        ("Zürich\u202f9.txt".encode(), "Zürich\u202f9.txt"),
    ],
)
def test_names_that_may_hold_anything(tmp_path, name, shown):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
    assert said(path).startswith(f"There is no file {shown}.")
    with open(path, "wb") as file:  # noqa: PTH123  any bytes in a name
        file.write(b"REF: OSLO 9004")
    assert read_file(path) == b"REF: OSLO 9004"


def test_the_name_of_a_path_that_ends_in_a_stroke():
    assert shown_name("/cables/oslo/") == "oslo"
    assert shown_name("/") == "/"


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"UNCLAS OSLO")
    real = os.read
    writings = iter([b"UNCLAS OSLO 009004\n"])

    def read_and_write(descriptor: int, size: int) -> bytes:
        found = real(descriptor, size)
        for text in writings:
            path.write_bytes(text)
        return found

    monkeypatch.setattr(os, "read", read_and_write)
    assert read_file(str(path)) == b"UNCLAS OSLO 009004\n"


def test_a_file_that_never_stands_still(tmp_path, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"UNCLAS")
    real = os.read

    def read_and_write(descriptor: int, size: int) -> bytes:
        found = real(descriptor, size)
        with path.open("ab") as file:
            file.write(b"." * (1 + len(found) % 2))
        return found if not found.endswith(b"..") else b""

    monkeypatch.setattr(os, "read", lambda *arguments: read_and_write(*arguments)[:0])
    assert said(path) == (
        "ferry.txt changed each time while it was being read. "
        "Wait until the program that writes it is done, and try again."
    )


def test_a_disk_that_fails(tmp_path, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"UNCLAS")

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    assert said(path) == (
        "ferry.txt could not be read: input/output error. "
        "Copy it to another disk if you can, and try with the copy."
    )


def test_a_stream_is_read_to_its_end_and_no_further_than_the_cap(monkeypatch):
    assert read_stream(io.BytesIO(b"REF: OSLO 9004"), "Standard input") == b"REF: OSLO 9004"
    monkeypatch.setattr(limits, "FILE_BYTES", 5)
    with pytest.raises(UnreadableFile, match="Standard input is larger than 64 MB"):
        read_stream(io.BytesIO(b"REF: OSLO 9004"), "Standard input")


def test_a_stream_that_fails():
    class Broken(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(UnreadableFile, match="Standard input could not be read: input/output"):
        read_stream(Broken(), "Standard input")
