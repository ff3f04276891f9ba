"""What is no cable, cannot be read, or is damaged: a sentence that says what, why and what to do.

Each kind goes through the command line and through the door that the window uses; neither may
change a byte of it.
"""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from reader.cli import main
from reader.desktop.session.document import open_file, open_text
from reader.errors import NotACable, ReaderError
from reader.formats import limits
from reader.intake import read_text_as_cable
from reader.intake.catalogue import Catalogue
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.cable.model import Cable

FERRY = (
    "UNCLAS OSLO 009004\n\nTAGS: EWWT\n\nSUBJECT: THE FERRY IS LATE\n\n"
    "¶1. (U) The harbor master’s ferry is late.\n\nSTRAND\n"
)
POEM = "The lamp is lit.\nThe boat has gone.\n\nNobody sees it turn.\n"
NOT_THERE = "It may have been moved, renamed or deleted."
NAME_IT = "Name the file that holds the cable."
NAME_OR_PASTE = "Name the file that holds the cable, or paste its text."
NO_TEXT = "If it shows a cable, have its text recognised by another program and paste that here."


class Answer(NamedTuple):
    status: int
    out: str
    said: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    def run_main(*words: str) -> Answer:
        status = main(words)
        return Answer(status, *capsys.readouterr())

    return run_main


def start(*words: str, **options: object) -> Answer:
    """The real program; one that waits for ever fails the test."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", *words],
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        **options,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def make_file(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(data) and None


def make_sparse_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


# What stands under the name ferry.txt, and what is said of it.
REFUSED = {
    "missing": (lambda path: None, "There is no file ferry.txt.", NOT_THERE),
    "empty": (make_file(b""), "ferry.txt is empty.", NAME_OR_PASTE),
    "blanks": (make_file(b" \r\n\t\n"), "ferry.txt holds only blanks.", NAME_OR_PASTE),
    "lone mark": (make_file(b"\xef\xbb\xbf"), "ferry.txt is empty.", NAME_OR_PASTE),
    "lone UTF-16 mark": (make_file(b"\xff\xfe"), "ferry.txt is empty.", NAME_OR_PASTE),
    "photo": (
        make_file(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 9),
        "ferry.txt is a picture, which holds no text.",
        NO_TEXT,
    ),
    "scan": (
        make_file(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        "ferry.txt is a picture, which holds no text.",
        NO_TEXT,
    ),
    "zero bytes": (
        make_file(b"\x00" * 5000),
        "ferry.txt is not a text file.",
        "Open it with the program it was made for, copy the cable's text and paste it here.",
    ),
    "over the cap": (
        make_sparse_file,
        "ferry.txt is larger than 64 MB, too large for a cable.",
        "Cut out the part that holds the cable and save it as a file of its own.",
    ),
    "pipe": (
        os.mkfifo,
        "ferry.txt is a pipe, not a file.",
        "Save what comes out of it as a file, or send it to `cable-reader inspect -`.",
    ),
    "device": (
        lambda path: path.symlink_to("/dev/zero"),
        "ferry.txt is a device, not a file.",
        NAME_IT,
    ),
    "terminal": (
        lambda path: path.symlink_to("/dev/tty"),
        "ferry.txt is a device, not a file.",
        NAME_IT,
    ),
    "part of the system": (
        lambda path: path.symlink_to("/proc/self/status"),
        "ferry.txt is part of the system, not a file that holds a cable.",
        NAME_IT,
    ),
    "link in a circle": (
        make_loop,
        "ferry.txt is a link that leads in a circle.",
        "Name the file itself.",
    ),
    "no cable": (
        make_file(POEM.encode()),
        "ferry.txt does not look like a cable: nothing of a telegram was found in it.",
        "It can still be read as plain text.",
    ),
}


@pytest.fixture(params=REFUSED.values(), ids=REFUSED)
def refused(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, str]:
    make, message, hint = request.param
    path = tmp_path / "ferry.txt"
    make(path)
    return path, message, hint


def test_the_command_line_names_it_and_ends_with_1(refused, run):
    path, message, hint = refused
    assert run("inspect", str(path)) == (1, "", f"cable-reader: {path}: {message} {hint}\n")
    assert run("show", str(path)) == (1, "", f"cable-reader: {path}: {message} {hint}\n")


def test_json_holds_the_sentence_too(refused, run):
    path, message, hint = refused
    for form in ("--json", "--jsonl"):
        status, out, said = run("inspect", form, str(path))
        record = json.loads(out)
        assert (status, said) == (1, f"cable-reader: {path}: {message} {hint}\n")
        assert record["source"]["path"] == str(path)
        assert (record["error"]["message"], record["error"]["hint"]) == (message, hint)


def test_the_window_is_told_the_same_or_shows_the_text(refused):
    path, message, hint = refused
    try:
        document, failure = open_file(str(path))
    except ReaderError as error:
        failure = error
    else:
        assert document.text == POEM
        assert document.cable is None
    assert (failure.message, failure.hint) == (message, hint)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing.txt", f"There is no file missing.txt. {NOT_THERE}"),
        ("pipe", "pipe is a pipe, not a file. Save what comes out of it as a file, or send it to"),
        ("/dev/zero", f"zero is a device, not a file. {NAME_IT}"),
        ("photo.txt", f"photo.txt is a picture, which holds no text. {NO_TEXT}"),
        ("poem.txt", "poem.txt does not look like a cable: nothing of a telegram was found in it."),
    ],
)
def test_the_real_program_ends_with_1_and_a_sentence(path, said, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "photo.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    (tmp_path / "poem.txt").write_text(POEM)
    answer = start("inspect", path, cwd=tmp_path)
    assert (answer.status, answer.out) == (1, "")
    assert said in answer.said
    assert "Traceback" not in answer.said


def test_a_folder_is_read_by_inspect_listed_in_the_window_and_refused_by_show(tmp_path, run):
    folder = tmp_path / "cables"
    folder.mkdir()
    sentence = "cables is a folder, not a file. Name a file in it; `inspect` reads whole folders."
    assert run("show", str(folder)) == (1, "", f"cable-reader: {folder}: {sentence}\n")
    nothing = "There is nothing in the folder cables. Name a folder with cables in it."
    assert run("inspect", str(folder)) == (1, "", f"cable-reader: {folder}: {nothing}\n")
    (folder / "ferry.txt").write_text(FERRY)
    assert run("inspect", str(folder)).status == 0
    assert isinstance(open_file(str(folder)), Catalogue)


# Permission. Root may read everything, so the program is run as somebody else.

AS_NOBODY = """
import contextlib, io, os, sys
from reader.cli import main
# What is loaded when it is first used is loaded now: not everybody may read where it lies.
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    main(["inspect", "open.txt", "missing.txt"])
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(sys.argv[1:]))
"""
NO_PERMISSION = "You may not read {}. Ask its owner for permission, or for a copy of your own."


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize("name", ["ferry.txt", "closed"])
def test_no_permission(name, tmp_path):
    tmp_path.chmod(0o755)
    (tmp_path / "ferry.txt").write_text(FERRY)
    (tmp_path / "open.txt").write_text(FERRY)
    (tmp_path / "closed").mkdir()
    (tmp_path / name).chmod(0)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, "inspect", name],
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])},
    )
    (tmp_path / name).chmod(0o700)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"cable-reader: {NO_PERMISSION.format(name)}\n"


# Files that do not stand still.


def test_a_file_that_goes_away_between_a_look_and_the_reading(tmp_path, run, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY)
    real = os.open

    def open_too_late(place: str, *arguments: int) -> int:
        if place == str(path):
            path.unlink()
        return real(place, *arguments)

    monkeypatch.setattr(os, "open", open_too_late)
    said = f"cable-reader: {path}: There is no file ferry.txt. {NOT_THERE}\n"
    assert run("inspect", str(path)) == (1, "", said)


def test_a_file_that_is_deleted_while_it_is_read_is_read_all_the_same(tmp_path, run, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY)
    real = os.read

    def read_and_delete(*arguments: int) -> bytes:
        path.unlink(missing_ok=True)
        return real(*arguments)

    monkeypatch.setattr(os, "read", read_and_delete)
    status, out, said = run("inspect", "--json", str(path))
    assert (status, said, json.loads(out)["subject"]) == (0, "", "THE FERRY IS LATE")


def test_a_file_that_changes_each_time_it_is_read(tmp_path, run, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY)
    real = os.read

    def read_and_write(*arguments: int) -> bytes:
        found = real(*arguments)
        if not found:
            with path.open("a") as file:
                file.write("and so on\n")
        return found

    monkeypatch.setattr(os, "read", read_and_write)
    assert run("inspect", str(path)).said == (
        f"cable-reader: {path}: ferry.txt changed each time while it was being read. "
        "Wait until the program that writes it is done, and try again.\n"
    )


def test_a_disk_that_fails(tmp_path, run, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY)

    def fail(*_: int) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    assert run("inspect", str(path)).said == (
        f"cable-reader: {path}: ferry.txt could not be read: input/output error. "
        "Copy it to another disk if you can, and try with the copy.\n"
    )


# Texts in other encodings, and damaged ones, are read; what was mended is listed.

CURIOUS = {
    "UTF-16": (FERRY.encode("utf-16"), "utf-16-le", ()),
    "UTF-16, the other way": (b"\xfe\xff" + FERRY.encode("utf-16-be"), "utf-16-be", ()),
    "UTF-16 without a mark": (FERRY.encode("utf-16-le"), "utf-16-le", ()),
    "a mark of UTF-8": (FERRY.encode("utf-8-sig"), "utf-8", ()),
    "Windows-1252": (FERRY.encode("cp1252"), "windows-1252", ()),
    "CR alone": (FERRY.replace("\n", "\r").encode(), "utf-8", ()),
    "CR LF": (FERRY.replace("\n", "\r\n").encode(), "utf-8", ()),
    "zero bytes": (
        FERRY.replace("late", "la\0te").encode() + b"\0\0",
        "utf-8",
        ("3 zero bytes or file marks left out",),
    ),
    "a pilcrow encoded twice": (
        FERRY.replace("’", "'").encode().replace(b"\xc2\xb6", b"\xc3\x82\xc2\xb6"),
        "utf-8",
        ("1 sign encoded twice, read as it was (Â¶ is ¶)",),
    ),
}


@pytest.mark.parametrize(("data", "encoding", "repairs"), CURIOUS.values(), ids=CURIOUS)
def test_a_text_in_another_dress_is_the_same_cable(data, encoding, repairs, tmp_path, run):
    path = tmp_path / "ferry.txt"
    path.write_bytes(data)
    status, out, said = run("inspect", "--json", str(path))
    found = json.loads(out)
    assert (status, said) == (0, "")
    assert found["source"]["encoding"] == encoding
    assert found["source"]["repairs"] == list(repairs)
    assert found["subject"] == "THE FERRY IS LATE"
    [paragraph] = found["body"]
    assert (paragraph["number"], paragraph["marking"]) == (1, "U")
    assert paragraph["text"].replace("’", "'") == "The harbor master's ferry is late."
    assert path.read_bytes() == data


def test_a_pasted_text_that_is_no_cable_is_shown():
    document, failure = open_text(POEM)
    assert (document.text, document.cable) == (POEM, None)
    assert isinstance(failure, NotACable)
    assert failure.message == (
        "Pasted text does not look like a cable: nothing of a telegram was found in it."
    )


def test_a_pasted_text_over_the_cap(monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 20)
    with pytest.raises(ReaderError, match="Pasted text is larger than 64 MB"):
        open_text(FERRY)


# A telegram that was cut.


def read_piece(text: str) -> Cable | None:
    """The cable in a piece of a text, or None; whatever it is, no character may be lost."""
    try:
        cable = read_text_as_cable(text, "The piece", year=2009)
    except NotACable as failure:
        assert failure.text == text or not text.strip()
        return None
    assert cable.text == text
    assert "".join(text[line.start : line.end] for line in cable.lines) == text
    return cable


def test_a_telegram_cut_after_any_character_is_read_as_far_as_it_goes(sample_text):
    fields: set[str] = set()
    for end in range(1, len(sample_text)):
        cable = read_piece(sample_text[:end])
        if cable and end > sample_text.index("SENSITIVE"):
            assert cable.canonical_id == "09REYKJAVIK9017"
            fields.add(cable.header.subject or "")
    assert "THE LIGHTHOUSE MUSEUM AT KETTLE POINT ASKS FOR A LATER FERRY" in fields


def test_a_telegram_cut_before_any_word_is_read_from_there(sample_text):
    for word in re.finditer(r"\S+", sample_text):
        cable = read_piece(sample_text[word.start() :])
        assert cable is None or cable.signature == ("FAIRWEATHER",)


# Nothing is kept, nothing is missed.


@pytest.mark.parametrize("home", ["/no/such/home", ""])
def test_without_a_home_folder_cables_are_read(home, sample_path):
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("XDG_") and name != "CABLE_READER_HOME"
    }
    answer = start("inspect", str(sample_path), env={**environment, "HOME": home})
    assert (answer.status, answer.said) == (0, "")
    assert "09REYKJAVIK9017" in answer.out
