"""Files of marks, and the command that writes and reads them."""

import io
import os
import sys

import pytest

from reader.cli import main
from reader.errors import StoreError, UnreadableFile
from reader.store.bookmarks import Bookmarks
from reader.store.exports import read_file, read_marks, write_file
from reader.store.marks import Put
from reader.store.opening import bookmarks_path
from tests.store.exports.marks import NAMES, mark, shelf


@pytest.fixture
def kept():
    """A store with marks in the user's own folder."""
    with Bookmarks.open(bookmarks_path()) as store:
        store.apply([Put(each) for each in shelf()])
        for colour, name in NAMES.items():
            store.name_colour(colour, name)


def stored():
    with Bookmarks.open(bookmarks_path()) as store:
        return list(store.all_marks()), store.colour_names()


# Files.


def test_a_file_is_its_owners_alone(tmp_path):
    path = tmp_path / "marks.json"
    write_file(str(path), [b"one", b"two"])
    assert path.read_bytes() == b"onetwo"
    assert path.stat().st_mode & 0o777 == 0o600


def test_when_writing_fails_the_old_file_stands(tmp_path):
    path = tmp_path / "marks.json"
    path.write_text("old")

    def pieces():
        yield b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="no space left"):
        write_file(str(path), pieces())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_ordinary_file_is_neither_written_nor_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (str(tmp_path / "pipe"), str(tmp_path)):
        with pytest.raises(StoreError, match="no ordinary file"):
            write_file(path, [b"x"])
    with pytest.raises(UnreadableFile, match="no ordinary file"):
        read_file(str(tmp_path / "pipe"))
    for path in (str(tmp_path), str(tmp_path / "none"), "a\0b"):
        with pytest.raises(UnreadableFile):
            read_file(path)


# The command.


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("ending", [".json", ".jsonld"])
def test_exported_marks_are_imported_in_another_home(ending, tmp_path, monkeypatch, capsys):
    path = tmp_path / f"marks{ending}"
    before = stored()
    assert main(["bookmarks", "export", str(path)]) == 0
    monkeypatch.setenv("CABLE_READER_HOME", str(tmp_path / "elsewhere"))
    assert main(["bookmarks", "import", str(path), "--dry-run"]) == 0
    assert stored() == ([], {})
    assert main(["bookmarks", "import", str(path)]) == 0
    assert stored() == before
    assert main(["bookmarks", "import", str(path)]) == 0
    assert capsys.readouterr().out == (
        "Marks of this file: 5 new.\nNothing was changed.\n"
        "Marks of this file: 5 new.\n"
        "Marks of this file: 5 already here.\n"
    )


@pytest.mark.usefixtures("kept")
def test_marks_go_to_standard_output_and_come_from_standard_input(monkeypatch, capsys):
    assert main(["bookmarks", "export", "-"]) == 0
    written = capsys.readouterr().out.encode()
    assert list(read_marks(written).marks) == shelf()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(written)))
    assert main(["bookmarks", "import", "-"]) == 0
    assert capsys.readouterr().out == "Marks of this file: 5 already here.\n"


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("form", ["csv", "spreadsheet", "markdown", "html"])
def test_every_form_can_be_named(form, capsys):
    assert main(["bookmarks", "export", "-", "--format", form]) == 0
    assert "staffing" in capsys.readouterr().out


def test_without_marks_the_export_is_empty_and_no_store_is_made(capsys):
    assert main(["bookmarks", "export", "-", "--format=json"]) == 0
    assert read_marks(capsys.readouterr().out.encode()).marks == ()
    assert not bookmarks_path().exists()


def test_what_could_not_be_taken_is_told_and_counts_as_failure(tmp_path, capsys):
    path = tmp_path / "marks.csv"
    path.write_text("canonical_id,exact,number\n09OSLO9004,pier,4\n09OSLO9004,lamp,four\n")
    assert main(["bookmarks", "import", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == "Marks of this file: 1 new, 1 left out.\n"
    assert "Mark 2 of the file was left out" in told.err
    assert len(stored()[0]) == 1


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["export"], 2),
        (["burn", "x"], 2),
        (["export", "x.json", "--dry-run"], 2),
        (["export", "x", "--format", "pdf"], 2),
        (["export", "x.unknown"], 1),
        (["import", "/nowhere/x.json"], 1),
    ],
)
def test_wrong_words_end_in_a_sentence(words, status, capsys):
    assert main(["bookmarks", *words]) == status
    assert capsys.readouterr().err.startswith("cable-reader bookmarks: ")


def test_the_forms_of_the_command_are_those_of_the_exports():
    from reader.cli.bookmarks import NAMES as OFFERED
    from reader.store.exports import FORMS

    assert tuple(form.name for form in FORMS) == OFFERED


def test_a_note_with_controls_is_written_out_on_a_terminal(monkeypatch, capsys):
    with Bookmarks.open(bookmarks_path()) as store:
        store.add(mark(1, note="\x1b[31mred"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["bookmarks", "export", "-", "--format", "csv"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\\x1b[31mred" in out
