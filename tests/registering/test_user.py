"""Registering writes what it says it writes, and taking it back leaves nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import main
from reader.errors import ReaderError, StoreError
from reader.registering import databases
from reader.registering.entries import offered_types
from reader.registering.user import launch_command, register, unregister
from tests.patience import PATIENCE

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="the installer does it there"
)

COMMAND = ("/opt/ferry/bin/cable-reader",)
PROGRAMS = ("gio", "update-mime-database", "update-desktop-database")
needs_desktop = pytest.mark.skipif(
    any(shutil.which(name) is None for name in PROGRAMS), reason=f"needs {', '.join(PROGRAMS)}"
)


@pytest.fixture
def share(private_home: Path) -> Path:
    """The user's folder for such things; it is not there yet."""
    return private_home / "data"


def all_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_what_is_written_is_said_and_is_there(share: Path) -> None:
    outcome = register(COMMAND)
    assert all(path.is_file() and path.is_relative_to(share) for path in outcome.files)
    names = {path.name for path in outcome.files}
    assert {"cable-reader.desktop", "cable-reader-link.desktop", "cable-reader.xml"} < names
    assert {"cable-reader.svg", "cable-reader.png"} < names
    assert "Exec=/opt/ferry/bin/cable-reader %F" in (
        share / "applications" / "cable-reader.desktop"
    ).read_text(encoding="utf-8")


def test_taken_back_nothing_is_left_where_nothing_was(share: Path) -> None:
    register(COMMAND)
    register(COMMAND)
    outcome = unregister()
    assert len(outcome.files) > 10
    assert not share.exists()
    assert unregister().files == ()


def test_taken_back_what_others_have_is_as_before(share: Path) -> None:
    (share / "applications").mkdir(parents=True)
    (share / "applications" / "honey.desktop").write_text("[Desktop Entry]\n")
    (share / "mime" / "packages").mkdir(parents=True)
    (share / "cable-reader").mkdir()
    (share / "cable-reader" / "bookmarks.db").write_bytes(b"precious")
    before = all_below(share)
    register(COMMAND)
    unregister()
    after = [name for name in all_below(share) if name != "applications/mimeinfo.cache"]
    assert after == before


def test_a_file_that_was_changed_since_stays_and_is_named(share: Path) -> None:
    register(COMMAND)
    entry = share / "applications" / "cable-reader.desktop"
    entry.write_text("[Desktop Entry]\nName=Mine\n")
    outcome = unregister()
    assert entry.exists()
    assert [str(entry) in remark for remark in outcome.remarks] == [True]
    with pytest.raises(ReaderError, match="is there already"):
        register(COMMAND)


def test_the_file_of_another_is_not_written_over(share: Path) -> None:
    entry = share / "applications" / "cable-reader.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nName=Another\n")
    with pytest.raises(ReaderError, match="is there already"):
        register(COMMAND)
    assert all_below(share) == ["applications", "applications/cable-reader.desktop"]


def test_where_nothing_can_be_written_nothing_is_left(
    share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "mimetypes" in str(path):
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(StoreError, match="no space left"):
        register(COMMAND)
    assert not share.exists()


def test_a_system_without_the_databases_is_told_so(
    share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases.shutil, "which", lambda _name: None)
    remarks = register(COMMAND).remarks
    assert [remark.split()[0] for remark in remarks] == [
        "update-mime-database",
        "update-desktop-database",
    ]
    unregister()
    assert not share.exists()


def asked(*words: str) -> str:
    return subprocess.run(
        ["gio", *words], capture_output=True, text=True, check=True, timeout=PATIENCE
    ).stdout


def default_of(mime_type: str) -> str:
    return asked("mime", mime_type).partition("\n")[0].rpartition(":")[2].strip()


@needs_desktop
def test_the_desktop_offers_the_program_and_changes_no_default(share: Path) -> None:
    """Where an editor opens text, it still does, though the user's entries come before its own."""
    applications = share.parent / "system" / "applications"
    applications.mkdir(parents=True)
    (applications / "editor.desktop").write_text(
        "[Desktop Entry]\nType=Application\nName=Editor\nExec=true %F\n"
        "MimeType=text/plain;application/pdf;application/zip;\n"
    )
    subprocess.run(["update-desktop-database", str(applications)], check=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_DIRS", f"{applications.parent}:/usr/share")
        before = {each: default_of(each) for each in offered_types()}
        before = {each: name for each, name in before.items() if name.endswith(".desktop")}
        assert len(before) > 8
        # Programs are offered only if they are there.
        register((shutil.which("true") or "/bin/true",))
        assert {each: default_of(each) for each in before} == before
        for each in before:
            assert "cable-reader.desktop" in asked("mime", each), each
        assert "cable-reader.desktop" in default_line("application/x-us-diplomatic-cable")
        assert "cable-reader-link.desktop" in default_line("x-scheme-handler/cable")


def default_line(mime_type: str) -> str:
    return asked("mime", mime_type).partition("\n")[0]


@needs_desktop
def test_the_type_of_a_file_is_told_by_its_ending_or_by_what_is_in_it(
    share: Path, tmp_path: Path, sample_text: str
) -> None:
    register(COMMAND)
    files = {
        "ferry.cable": "anything",
        "ferry.cable.txt": "anything",
        "wire": "VZCZCOSL0042\nRR RUEHC\nDE RUEHNY #9004/01 0611436\n",
        "sample": sample_text,
        "decapitated": sample_text[sample_text.index("FM ") :],
        "header": "E.O. 12958: N/A\nTAGS: EWWT, NO\nSUBJECT: HONEY\n\n1. Bees.\n",
    }
    others = {"notes.txt": sample_text, "letter": "Dear FM,\nTAGS are useful.\n", "FM": "FM radio"}
    for name, text in {**files, **others}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in files:
        assert "x-us-diplomatic-cable" in content_type(tmp_path / name), name
    for name in others:
        assert content_type(tmp_path / name) == "text/plain", name


def content_type(path: Path) -> str:
    [line] = [
        line
        for line in asked("info", "-a", "standard::content-type", str(path)).splitlines()
        if "content-type" in line
    ]
    return line.rpartition(": ")[2]


def test_the_program_that_was_called_is_started_again(tmp_path: Path) -> None:
    script = tmp_path / "cable-reader-window"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    assert launch_command(str(script)) == (str(script),)
    assert launch_command("/usr/lib/reader/__main__.py") == (sys.executable, "-m", "reader")


def test_the_command_line_says_what_it_did(share: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--register"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Written:\n")
    assert str(share / "applications" / "cable-reader.desktop") in said
    assert main(["--unregister"]) == 0
    assert capsys.readouterr().out.startswith("Taken away:\n")
    assert main(["--unregister"]) == 0
    assert capsys.readouterr().out == "Nothing was registered.\n"


def test_the_folders_in_use_are_told(
    private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--where"]) == 0
    lines = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert lines["bookmarks"] == str(private_home / "cable-reader" / "data")
    assert set(lines) == {"bookmarks", "settings", "cache", "state", "program"}


def test_they_stand_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--register", "ferry.cable"]) == 2
    assert main(["--register", "--where"]) == 2
    assert "stand alone" in capsys.readouterr().err
