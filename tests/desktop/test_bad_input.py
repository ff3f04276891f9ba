"""What cannot be read, in the window: a banner that says what, why and what to do."""

from __future__ import annotations

import os
from threading import Event

import pytest
from PySide6.QtCore import QTimer

from reader.desktop.session.watching import Watch
from reader.formats import limits
from tests.conftest import SAMPLE_ID
from tests.desktop.conftest import press, sentences, settle

POEM = "The lamp is lit.\nThe boat has gone.\n\nNobody sees it turn.\n"
NOT_THERE = "It may have been moved, renamed or deleted."
NAME_IT = "Name the file that holds the cable."
NAME_OR_PASTE = "Name the file that holds the cable, or paste its text."
NO_TEXT = "If it shows a cable, have its text recognised by another program and paste that here."


def make_file(data):
    return lambda path: path.write_bytes(data)


def make_large_file(path):
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)


# What stands under the name ferry.txt, and what is said of it.
REFUSED = {
    "missing": (lambda path: None, f"There is no file ferry.txt. {NOT_THERE}"),
    "empty": (make_file(b""), f"ferry.txt is empty. {NAME_OR_PASTE}"),
    "lone mark": (make_file(b"\xef\xbb\xbf"), f"ferry.txt is empty. {NAME_OR_PASTE}"),
    "photo": (
        make_file(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 9),
        f"ferry.txt is a picture, which holds no text. {NO_TEXT}",
    ),
    "zero bytes": (
        make_file(bytes(5000)),
        "ferry.txt is not a text file. Open it with the program it was made for, copy the "
        "cable's text and paste it here.",
    ),
    "over the cap": (
        make_large_file,
        "ferry.txt is larger than 64 MB, too large for a cable. Cut out the part that holds the "
        "cable and save it as a file of its own.",
    ),
    "pipe": (
        os.mkfifo,
        "ferry.txt is a pipe, not a file. Save what comes out of it as a file, or send it to "
        "`cable-reader inspect -`.",
    ),
    "device": (
        lambda path: path.symlink_to("/dev/zero"),
        f"ferry.txt is a device, not a file. {NAME_IT}",
    ),
    "part of the system": (
        lambda path: path.symlink_to("/proc/self/status"),
        f"ferry.txt is part of the system, not a file that holds a cable. {NAME_IT}",
    ),
}


@pytest.fixture(params=REFUSED.values(), ids=REFUSED)
def refused(request, tmp_path):
    make, said = request.param
    path = tmp_path / "ferry.txt"
    make(path)
    return path, said


def wait_for_message(desktop, qtbot):
    qtbot.waitUntil(lambda: bool(sentences(desktop)))


def test_the_empty_window_says_it_and_can_be_used(refused, start, sample_path, qtbot):
    path, said = refused
    desktop = start(path)
    wait_for_message(desktop, qtbot)
    assert sentences(desktop) == [said]
    assert desktop.window.is_welcome_shown()
    assert str(path) not in desktop.session.choices.settings.recent_files
    desktop.session.open_file(str(sample_path))
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    assert sentences(desktop) == []


def test_what_is_open_stays_open(refused, desktop, qtbot):
    path, said = refused
    desktop.session.go_to(4)
    desktop.session.open_file(str(path))
    wait_for_message(desktop, qtbot)
    assert sentences(desktop) == [said]
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    assert desktop.session.ordinal == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(desktop, tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(POEM)
    path.chmod(0)
    desktop.session.open_file(str(path))
    assert sentences(desktop)[0].startswith("ferry.txt may not be read")


def test_a_file_that_may_not_be_read_as_the_system_says_it(desktop, tmp_path, monkeypatch):
    path = tmp_path / "ferry.txt"
    path.write_text(POEM)
    opened = os.open

    def refuse(name, *rest, **options):
        if os.fspath(name) == os.fspath(path):
            raise PermissionError(13, "Permission denied")
        return opened(name, *rest, **options)

    monkeypatch.setattr(os, "open", refuse)
    desktop.session.open_file(str(path))
    [said] = sentences(desktop)
    assert "ferry.txt" in said
    assert "permi" in said.lower()


def test_a_text_that_is_no_cable_is_shown_with_a_notice(start, tmp_path, qtbot):
    path = tmp_path / "poem.txt"
    path.write_text(POEM)
    desktop = start(path)
    assert sentences(desktop) == [
        "poem.txt does not look like a cable: nothing of a telegram was found in it. "
        "It can still be read as plain text."
    ]
    assert not desktop.window.notices.notices()[0].is_error
    desktop.window.body.select_all()
    assert desktop.window.body.selected_text() == POEM.rstrip()
    assert desktop.window.status._file.text() == "poem.txt · plain text"
    press(desktop.window, "Ctrl+D")
    settle(desktop, qtbot)
    assert desktop.session.marking.standing.placed == ()
    press(desktop.window, "Ctrl+U")
    assert desktop.window.source.role_at(0) is None


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("utf-16", "harbor master’s"), ("cp1252", "harbor master’s"), ("utf-8-sig", "master’s")],
)
def test_other_encodings_are_read(start, tmp_path, encoding, words):
    telegram = (
        "UNCLAS OSLO 009004\n\nTAGS: EWWT\n\nSUBJECT: THE FERRY IS LATE\n\n"
        "1. (U) The harbor master’s ferry is late.\n\nSTRAND\n"
    )
    path = tmp_path / "ferry.txt"
    path.write_bytes(telegram.encode(encoding))
    desktop = start(path)
    assert words in desktop.session.cable.paragraphs[0].text
    assert sentences(desktop) == []


def test_lines_that_end_in_cr_alone_are_read(start, tmp_path, sample_text):
    path = tmp_path / "ferry.txt"
    path.write_bytes(sample_text.replace("\n", "\r").encode())
    assert len(start(path).session.cable.paragraphs) == 9


def test_nul_bytes_are_shown_as_marks_and_told(start, tmp_path, sample_text):
    path = tmp_path / "ferry.txt"
    path.write_bytes(sample_text.replace("puffin", "puf\0fin").encode())
    desktop = start(path)
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    assert desktop.session.cable.problems or desktop.session.cable.source.repairs


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5, 0.75, 0.95])
def test_a_telegram_cut_anywhere_is_shown(start, tmp_path, sample_text, share):
    path = tmp_path / "cut.txt"
    path.write_text(sample_text[: int(len(sample_text) * share)])
    desktop = start(path)
    assert desktop.session.document is not None
    assert desktop.window.body.isVisible()


def test_a_file_that_goes_while_it_is_open(start, tmp_path, sample_text, qtbot, monkeypatch):
    monkeypatch.setattr("reader.desktop.session.watching.PATIENCE", 20)
    path = tmp_path / "ferry.txt"
    path.write_text(sample_text)
    desktop = start(path)
    path.unlink()
    wait_for_message(desktop, qtbot)
    assert sentences(desktop) == [
        "ferry.txt is no longer in its folder: it was moved or deleted. What is open stays open "
        "until you close it; your bookmarks are kept."
    ]
    desktop.session.marking.toggle(6)
    settle(desktop, qtbot)
    assert [placed.ordinal for placed in desktop.session.marking.standing.placed] == [6]
    press(desktop.window, "Ctrl+U")
    assert desktop.window.source.isVisible()


def test_a_file_that_is_written_anew_is_no_loss(start, tmp_path, sample_text, qtbot, monkeypatch):
    monkeypatch.setattr("reader.desktop.session.watching.PATIENCE", 20)
    path = tmp_path / "ferry.txt"
    path.write_text(sample_text)
    desktop = start(path)
    other = tmp_path / "new.txt"
    other.write_text(sample_text)
    looked = []
    look = Watch._look
    monkeypatch.setattr(Watch, "_look", lambda self: looked.append(look(self)))
    other.replace(path)
    qtbot.waitUntil(lambda: bool(looked))
    assert sentences(desktop) == []


def test_a_large_file_is_read_while_the_window_lives(
    start, tmp_path, sample_text, qtbot, monkeypatch
):
    desktop = start()
    path = tmp_path / "large.txt"
    path.write_text(sample_text + "\n10. (U) " + "The boat leaves before the lamp is lit. " * 9000)
    beats = []
    gate = Event()
    clock = QTimer(desktop)
    clock.timeout.connect(lambda: beats.append(desktop.session.document is None))
    clock.timeout.connect(gate.set)
    clock.start(1)
    run = desktop.jobs.run
    monkeypatch.setattr(
        desktop.jobs, "run", lambda work, **told: run(lambda: gate.wait() and work(), **told)
    )
    desktop.session.open_file(str(path))
    assert desktop.session.document is None
    assert desktop.window.status._place.text() == "Opening large.txt…"
    qtbot.waitUntil(lambda: desktop.session.document is not None)
    clock.stop()
    assert beats[0]
    assert desktop.session.cable.canonical_id == SAMPLE_ID


def test_only_the_latest_of_two_openings_is_shown(start, tmp_path, sample_text, qtbot):
    desktop = start()
    slow = tmp_path / "slow.txt"
    slow.write_text(sample_text + "\n10. (U) " + "The lamp is lit. " * 20_000)
    quick = tmp_path / "quick.txt"
    quick.write_text(POEM)
    ended = []
    desktop.jobs._ended.connect(lambda *told: ended.append(told))
    desktop.session.open_file(str(slow))
    desktop.session.open_file(str(quick))
    qtbot.waitUntil(lambda: bool(ended))
    assert desktop.session.document.name == "quick.txt"


def test_several_files_are_opened_in_their_order(start, sample_path, tmp_path, qtbot):
    other = tmp_path / "poem.txt"
    other.write_text(POEM)
    desktop = start(sample_path, other, tmp_path / "ferry.txt")
    assert desktop.session.document.path == str(sample_path)
    qtbot.waitUntil(lambda: len(desktop.session.tabs.documents()) == 2)
    tabs = desktop.session.tabs.all()
    assert [tab.path for tab in tabs] == [str(sample_path), str(other), str(tmp_path / "ferry.txt")]
    assert sentences(desktop) == []


def test_a_place_can_be_asked_for(start, sample_path):
    assert start(f"{sample_path}#p7").session.ordinal == 6


def test_a_place_that_is_not_there_is_told(start, sample_path):
    assert sentences(start(f"{sample_path}#p77")) == ["This cable has no paragraph 77. It has 9."]


def test_damaged_settings_are_told(start, sample_path, private_home, qtbot):
    config = private_home / "cable-reader" / "config"
    config.mkdir(parents=True)
    (config / "settings.json").write_text("{")
    desktop = start(sample_path)
    # To be read for as long as the reader likes, also when settings were written since.
    desktop.session.choices.save_now()
    settle(desktop, qtbot)
    [said] = sentences(desktop)
    assert said.startswith("The settings could not be read, so the program starts with its own.")
    assert (config / "settings.damaged.json").read_text() == "{"


def test_hostile_names_and_texts_are_only_shown(start, tmp_path, qtbot):
    name = "<img src='file:///etc/passwd'>&.txt"
    path = tmp_path / name.replace("/", "_")
    path.write_text(
        "R 040910Z AUG 09\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n\nUNCLAS OSLO 009004\n\n"
        "SUBJECT: <B>FERRY</B> <IMG SRC=FILE:///ETC/PASSWD>\n\n"
        "REF: <A> STATE 1\n\n1. (U) <table><table>&amp;<a href='x'>y</a>\n\nSTRAND\n"
    )
    desktop = start(path)
    cable = desktop.session.cable
    assert cable.paragraphs[0].text == "<table><table>&amp;<a href='x'>y</a>"
    desktop.window.body.select_all()
    assert cable.paragraphs[0].text in desktop.window.body.selected_text()
    assert path.name in desktop.window.status._file.text()
