"""What is rendered from the tables is up to date, and what reads it finds nothing wrong."""

from __future__ import annotations

import plistlib
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from reader.formats.registry import FORMATS
from reader.registering.entries import offered_types
from tests.patience import PATIENCE

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
LINUX = PACKAGING / "linux"


def run(*command: str | Path) -> str:
    """What a program prints; it must end well."""
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"this machine lacks {', '.join(missing)}")


def test_every_rendered_file_is_up_to_date() -> None:
    run(sys.executable, PACKAGING / "render.py", "--check")


def test_a_stale_file_is_seen(tmp_path: Path) -> None:
    shutil.copytree(PACKAGING, tmp_path / "packaging")
    stale = tmp_path / "packaging" / "linux" / "cable-reader.desktop"
    stale.write_text(stale.read_text().replace("%F", "%f"))
    shutil.copy(PACKAGING.parent / "CHANGELOG.md", tmp_path)
    shutil.copytree(PACKAGING.parent / "resources" / "help", tmp_path / "resources" / "help")
    done = subprocess.run(
        [sys.executable, tmp_path / "packaging" / "render.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == "packaging/linux/cable-reader.desktop is stale\n"


def test_every_picture_is_of_the_drawing_as_it_is_now() -> None:
    run(sys.executable, PACKAGING / "icons.py", "--check")


@pytest.mark.parametrize("name", ["cable-reader", "cable-file"])
def test_the_icons_of_windows_and_macos_hold_pictures(name: str) -> None:
    icons = PACKAGING.parent / "resources" / "icons"
    ico = (icons / f"{name}.ico").read_bytes()
    _, kind, count = struct.unpack_from("<3H", ico)
    assert (kind, count) == (1, 6)
    for number in range(count):
        length, place = struct.unpack_from("<2I", ico, 6 + 16 * number + 8)
        assert ico[place : place + 4] == b"\x89PNG"
        assert place + length <= len(ico)
    icns = (icons / f"{name}.icns").read_bytes()
    assert icns[:8] == b"icns" + struct.pack(">I", len(icns))


@needs("desktop-file-validate")
def test_the_entries_are_valid() -> None:
    assert run("desktop-file-validate", *LINUX.glob("*.desktop")) == ""


@needs("appstreamcli")
def test_the_description_for_software_centres_is_valid() -> None:
    [path] = LINUX.glob("*.metainfo.xml")
    run("appstreamcli", "validate", "--no-net", "--pedantic", path)


@needs("man")
def test_the_manual_page_is_well_formed() -> None:
    said = run("man", "--warnings", "--encoding=UTF-8", "--local-file", LINUX / "cable-reader.1")
    assert "warning" not in said
    assert "--new-window" in said
    assert all(row.title.split()[0] in said for row in FORMATS)


@pytest.mark.parametrize(
    ("shell", "file"),
    [("bash", "cable-reader.bash"), ("zsh", "_cable-reader"), ("fish", "cable-reader.fish")],
)
def test_the_completions_can_be_read_by_their_shells(shell: str, file: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"this machine lacks {shell}")
    assert run(shell, "-n", LINUX / "completions" / file) == ""


COMPLETE = """
source "$1"
COMP_WORDS=(cable-reader show --format "")
COMP_CWORD=3
_cable_reader
echo "${COMPREPLY[@]}"
COMP_WORDS=(cable-reader insp)
COMP_CWORD=1
_cable_reader 2>/dev/null
echo "${COMPREPLY[@]}"
"""


@needs("bash")
def test_bash_completes_commands_and_values(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", COMPLETE, "bash", LINUX / "completions" / "cable-reader.bash"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout.splitlines() == ["text markdown json", "inspect"]


def test_macos_is_told_of_every_format() -> None:
    plist = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    own, others = plist["CFBundleDocumentTypes"]
    assert own["LSHandlerRank"] == "Owner"
    assert others["LSHandlerRank"] == "Alternate"
    [exported] = plist["UTExportedTypeDeclarations"]
    assert exported["UTTypeConformsTo"] == ["public.plain-text"]
    assert own["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    endings = {ending[1:] for row in FORMATS for ending in row.endings}
    assert {*others["CFBundleTypeExtensions"], "cable"} == endings
    assert set(others["CFBundleTypeMIMETypes"]) == set(offered_types())


def test_windows_is_told_of_the_user_alone() -> None:
    lines = (PACKAGING / "windows" / "types.iss").read_text().splitlines()
    rows = [line for line in lines if line.startswith("Root:")]
    assert all(row.startswith("Root: HKCU;") for row in rows)
    assert not any("UserChoice" in row for row in rows)
    progids = [row for row in rows if "OpenWithProgids" in row]
    assert len(progids) == len({ending for row in FORMATS for ending in row.endings})
    # Only the ending of our own has a default.
    defaults = [row for row in rows if 'ValueName: ""; ValueData: "CableReader' in row]
    assert ['"Software\\Classes\\.cable"' in row for row in defaults] == [True]
