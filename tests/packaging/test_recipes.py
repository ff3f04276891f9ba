"""The recipes for systems that are not at hand: as far as this one can check them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
MANIFEST = PACKAGING / "flatpak" / "org.cablereader.reader.yml"
INSTALLER = PACKAGING / "windows" / "cable-reader.iss"


def test_flatpak_is_given_no_network_and_no_folder() -> None:
    lines = [line.strip() for line in MANIFEST.read_text().splitlines()]
    rights = [line[2:] for line in lines if line.startswith("- --")]
    assert rights == [
        "--socket=wayland",
        "--socket=fallback-x11",
        "--share=ipc",
        "--device=dri",
    ]


@pytest.mark.skipif(shutil.which("flatpak-builder") is None, reason="needs flatpak-builder")
def test_flatpak_reads_the_manifest(tmp_path: Path) -> None:
    done = subprocess.run(
        ["flatpak-builder", "--show-manifest", MANIFEST],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stderr == ""
    manifest = json.loads(done.stdout)
    assert manifest["id"] == MANIFEST.stem
    for source in manifest["modules"][0]["sources"]:
        assert (
            source["path"].startswith("../../dist") or (MANIFEST.parent / source["path"]).is_dir()
        )


def test_windows_needs_no_administrator_and_leaves_what_the_user_has() -> None:
    text = INSTALLER.read_text()
    assert "PrivilegesRequired=lowest" in text
    assert '#include "types.iss"' in text
    assert "[UninstallDelete]" not in text
    for name in re.findall(r"\{#Root\}\\(resources\\[^\"\n;*]+)", text):
        assert (PACKAGING.parent / name.replace("\\", "/")).is_file(), name


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell")
def test_the_steps_of_macos_are_a_script() -> None:
    subprocess.run(["sh", "-n", PACKAGING / "macos" / "build.sh"], check=True)


def test_a_wrong_target_is_answered_with_the_right_ones() -> None:
    done = subprocess.run(
        [sys.executable, PACKAGING / "build.py", "rpm"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "usage: build.py wheel|source|onedir|deb ...\n"


def test_every_library_of_the_package_is_named_once() -> None:
    control = (PACKAGING / "debian" / "control").read_text()
    assert "{libraries}" in control
    layout = (PACKAGING / "debian" / "layout.py").read_text()
    # As PySide6 needs them on a screen; the build stops at any that the table lacks.
    for package in ("libegl1", "libgl1", "libxkbcommon-x11-0", "libxcb-cursor0", "libdbus-1-3"):
        assert f'"{package}"' in layout
