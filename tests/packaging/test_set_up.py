"""The set-up script on machines that lack this or that, each played by a folder of programs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.patience import PATIENCE

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "linux" / "set-up.sh"
BORROWED = ("sh", "env", "find", "grep")
# As `ldconfig -p` prints them.
LIBRARIES = """\
libEGL.so.1 libGL.so.1 libX11-xcb.so.1 libdbus-1.so.3 libfontconfig.so.1 libfreetype.so.6
libglib-2.0.so.0 libxcb-cursor.so.0 libxcb-glx.so.0 libxcb-icccm.so.4 libxcb-image.so.0
libxcb-keysyms.so.1 libxcb-randr.so.0 libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-shm.so.0
libxcb-sync.so.1 libxcb-xfixes.so.0 libxcb-xinerama.so.0 libxcb-xkb.so.1 libxkbcommon-x11.so.0
libzstd.so.1"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a script for Linux")


class Outcome(NamedTuple):
    status: int
    out: str
    said: str
    installed: list[str]
    """The command lines that apt-get was given."""


class Machine:
    """A machine with nothing but the programs that it is given."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.log = folder / "apt.log"
        self.home = folder / "home"
        (self.home / ".local/share/fonts").mkdir(parents=True)
        (self.home / ".local/share/fonts" / "plain.ttf").touch()
        self.bin.mkdir()
        for name in BORROWED:
            found = shutil.which(name)
            assert found is not None
            (self.bin / name).symlink_to(found)
        lines = "\n".join(f"\t{name} (libc6,x86-64) => /lib/{name}" for name in LIBRARIES.split())
        self.has("ldconfig", f"echo '{lines}'")
        self.has("apt-get", f'echo "$@" >> {self.log}')
        self.has("id", "echo 1000")
        self.has("sudo", "exit 1")
        self.has("python3", "exit 0")
        for name in ("Xvfb", "openbox", "strace", "xdotool", "make"):
            self.has(name, "exit 0")

    def has(self, name: str, script: str) -> None:
        (self.bin / name).unlink(missing_ok=True)
        (self.bin / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.bin / name).chmod(0o755)

    def lacks(self, name: str) -> None:
        (self.bin / name).unlink()

    def lacks_library(self, name: str) -> None:
        ldconfig = self.bin / "ldconfig"
        ldconfig.write_text(ldconfig.read_text().replace(f"\t{name} ", "\tother.so "))

    def set_up(self, what: str) -> Outcome:
        done = subprocess.run(
            [SCRIPT, what],
            env={"PATH": str(self.bin), "HOME": str(self.home)},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=PATIENCE,
        )
        installed = self.log.read_text().splitlines() if self.log.exists() else []
        return Outcome(done.returncode, done.stdout, done.stderr, installed)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("what", ["run", "test", "make"])
def test_in_the_ordinary_case_nothing_happens(what: str, machine: Machine) -> None:
    assert machine.set_up(what) == Outcome(0, "", "", [])


def test_a_python_that_is_new_enough_is_named(machine: Machine) -> None:
    assert machine.set_up("python") == Outcome(0, "python3\n", "", [])


def test_who_may_not_install_is_told_the_exact_line(machine: Machine) -> None:
    machine.lacks_library("libxcb-cursor.so.0")
    machine.lacks_library("libEGL.so.1")
    outcome = machine.set_up("run")
    assert outcome.status == 1
    assert outcome.said.splitlines() == [
        "Cable Reader needs some packages of the system; "
        "please run: sudo apt install libegl1 libxcb-cursor0"
    ]
    assert outcome.installed == []


def test_the_tests_need_more_than_the_program(machine: Machine) -> None:
    machine.lacks("Xvfb")
    machine.lacks("xdotool")
    assert machine.set_up("run").status == 0
    assert machine.set_up("test").said.endswith("sudo apt install xvfb xdotool\n")


def test_root_installs(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.lacks("xdotool")
    outcome = machine.set_up("test")
    assert outcome.status == 0
    assert outcome.said == "Installing xdotool\n"
    [update, install] = outcome.installed
    assert update.endswith("update")
    assert install.endswith("install --yes --no-install-recommends xdotool")


def test_sudo_without_a_password_installs(machine: Machine) -> None:
    machine.has("sudo", '[ "$1" != -n ] || shift\n[ "$1" = true ] || exec "$@"')
    machine.lacks_library("libGL.so.1")
    outcome = machine.set_up("run")
    assert outcome.status == 0
    assert outcome.installed[-1].endswith("libgl1")


def test_an_installation_that_fails_is_said(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get", "exit 100")
    machine.lacks("xdotool")
    outcome = machine.set_up("test")
    assert outcome.status == 1
    assert outcome.said.endswith("please run: sudo apt install xdotool\n")


def test_a_machine_without_a_font_gets_one(machine: Machine) -> None:
    machine.has("find", "exit 0")
    assert machine.set_up("run").said.endswith("sudo apt install fonts-dejavu-core\n")


def test_an_old_python_is_said_in_one_sentence(machine: Machine) -> None:
    machine.has("python3", '[ "$1" = --version ] && echo Python 3.9.2 || exit 1')
    outcome = machine.set_up("python")
    assert outcome.status == 1
    assert outcome.said == (
        "Cable Reader needs Python 3.11 or newer; this machine has Python 3.9.2.\n"
    )


def test_a_newer_python_beside_an_old_one_is_found(machine: Machine) -> None:
    machine.has("python3", "exit 1")
    machine.has("python3.12", "exit 0")
    assert machine.set_up("python").out == "python3.12\n"


def test_a_python_without_venv_gets_it(machine: Machine) -> None:
    machine.has("python3", "case $2 in *ensurepip*) exit 1 ;; esac")
    assert machine.set_up("python").said.endswith("sudo apt install python3-venv\n")


def test_a_machine_without_python_gets_it(machine: Machine) -> None:
    machine.lacks("python3")
    assert machine.set_up("python").said.endswith("sudo apt install python3 python3-venv\n")


def test_another_kind_of_system_is_left_alone(machine: Machine) -> None:
    machine.lacks("apt-get")
    machine.lacks_library("libEGL.so.1")
    assert machine.set_up("run") == Outcome(0, "", "", [])
    assert machine.set_up("python").out == "python3\n"


def test_a_wrong_word_is_answered_with_the_right_ones(machine: Machine) -> None:
    outcome = machine.set_up("everything")
    assert outcome.status == 2
    assert "make|python|run|test" in outcome.said
