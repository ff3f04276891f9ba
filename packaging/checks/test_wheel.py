"""The wheel in an environment that has nothing else, with no checkout near."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from checks.clean_root import ROOT, OpenScreen, lacking, until
from reader.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHEELS: Final = sorted((ROOT / "dist").glob("cable_reader-*.whl"))
SAMPLE: Final = resource_path("samples", "09REYKJAVIK9017.cable.txt")
CABLE_ID: Final = "09REYKJAVIK9017"

LACKING: Final = lacking("Xvfb", "openbox", "xdotool", "gio", "xdg-open")

pytestmark = [
    pytest.mark.skipif(bool(LACKING), reason=LACKING),
    pytest.mark.skipif(not WHEELS, reason="packaging/build.py wheel has not been run"),
]


class Installed:
    """The program as pipx installs it, for a user with a home of his own."""

    def __init__(self, folder: Path) -> None:
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
        self.bin = folder / "venv" / "bin"
        subprocess.run(
            [self.bin / "pip", "install", "--quiet", "--disable-pip-version-check", WHEELS[-1]],
            check=True,
        )
        self.home = folder / "home"
        self.home.mkdir()
        (folder / "run").mkdir(mode=0o700)
        self.environment = {
            "PATH": f"{self.bin}:/usr/bin:/bin",
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "LANG": "C.UTF-8",
        }

    def ask(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.environment, cwd="/", capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self, *command: str, **environment: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, env={**self.environment, **environment}, cwd="/")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("installed"))


@pytest.fixture
def screen() -> Iterator[OpenScreen]:
    screen = OpenScreen()
    yield screen
    screen.close()


def close(screen: OpenScreen, title: str, opening: subprocess.Popen[bytes]) -> None:
    """Close the window that something opened."""
    screen.do("windowactivate", "--sync", screen.window(title), "key", "ctrl+q")
    until("the window to close", lambda: not screen.window(title))
    assert opening.wait(60) == 0


def test_it_says_its_version_and_its_help(installed: Installed) -> None:
    assert installed.ask("cable-reader", "--version").startswith("cable-reader ")
    assert "--new-window" in installed.ask("cable-reader", "--help")


def test_it_reads_a_cable(installed: Installed) -> None:
    assert CABLE_ID in installed.ask("cable-reader", "inspect", str(SAMPLE))


def test_its_window_opens(installed: Installed, screen: OpenScreen) -> None:
    program = installed.start("cable-reader-window", str(SAMPLE), DISPLAY=screen.display)
    until("the window", lambda: screen.window(CABLE_ID))
    screen.do("windowactivate", "--sync", screen.window(CABLE_ID), "key", "ctrl+q")
    assert program.wait(60) == 0


@pytest.mark.parametrize("opener", ["gio open", "xdg-open"])
@pytest.mark.parametrize("name", ["x.cable", "x.cable.txt", "telegram"])
def test_registered_it_opens_what_is_double_clicked(
    installed: Installed, screen: OpenScreen, opener: str, name: str
) -> None:
    said = installed.ask("cable-reader", "--register")
    assert str(installed.home / ".local/share/applications/cable-reader.desktop") in said
    path = installed.home / name
    path.write_bytes(SAMPLE.read_bytes())
    opening = installed.start(
        *opener.split(), str(path), DISPLAY=screen.display, XDG_CURRENT_DESKTOP="GNOME"
    )
    until("the window", lambda: screen.window(CABLE_ID))
    close(screen, CABLE_ID, opening)


def test_a_link_opens_the_window(installed: Installed, screen: OpenScreen) -> None:
    installed.ask("cable-reader", "--register")
    opening = installed.start("gio", "open", "cable:09OSLO9004#p7", DISPLAY=screen.display)
    until("the window", lambda: screen.window("Cable Reader"))
    close(screen, "Cable Reader", opening)


def test_unregistered_it_leaves_nothing_of_its_own(installed: Installed) -> None:
    installed.ask("cable-reader", "--register")
    installed.ask("cable-reader", "--unregister")
    share = installed.home / ".local/share"
    left = [path for path in share.rglob("*") if "cable" in path.name]
    assert [path for path in left if path != share / "cable-reader"] == []
    assert not (share / "applications").exists()
    assert not (share / "mime").exists()
