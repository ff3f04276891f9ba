"""A Debian that knows nothing of the program: made by debootstrap once, entered by chroot.

A file manager, an editor, and the programs by which a desktop opens files are put into it; the X
server and what clicks there run outside. Nothing of ours and no Python is inside.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parents[2]
PLACE: Final = Path(os.environ.get("CLEAN_ROOT", ROOT / "build" / "clean-root"))
SUITE: Final = "bookworm"
CHROOT: Final = "/usr/sbin/chroot"
PACKAGES: Final = (
    "libglib2.0-bin", "xdg-utils", "pcmanfm", "l3afpad", "shared-mime-info", "desktop-file-utils",
    "fonts-dejavu-core",
)  # fmt: skip
USER: Final = 1000
HOME: Final = "home/reader"
RUNTIME: Final = f"run/user/{USER}"
PATIENCE: Final = 90.0
APT: Final = ("apt-get", "-y", "-qq", "-o", "Dpkg::Use-Pty=0")


class CleanRoot:
    """The root, with its folders of the system mounted until it is closed."""

    def __init__(self, place: Path = PLACE) -> None:
        self.place = place
        self._mounted: list[Path] = []
        if not (place / "usr/bin/dpkg").exists():
            subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(place)], check=True)
        for name in ("proc", "dev", "tmp/.X11-unix"):
            inside = place / name
            inside.mkdir(parents=True, exist_ok=True)
            if not os.path.ismount(inside):
                subprocess.run(["mount", "--bind", f"/{name}", str(inside)], check=True)
                self._mounted.append(inside)
        shutil.copyfile("/etc/resolv.conf", place / "etc/resolv.conf")
        if not (place / "usr/bin/pcmanfm").exists():
            self.run(*APT, "update")
            self.run(*APT, "install", "--no-install-recommends", *PACKAGES)
        for name, mode in ((HOME, 0o755), (RUNTIME, 0o700)):
            folder = place / name
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            folder.chmod(mode)
            os.chown(folder, USER, USER)

    def close(self) -> None:
        """Take the mounts away."""
        for inside in reversed(self._mounted):
            subprocess.run(["umount", "--lazy", str(inside)], check=False)

    def run(self, *command: str) -> str:
        """What a program prints that root runs inside; it must end well."""
        done = subprocess.run(
            [CHROOT, str(self.place), *command],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise AssertionError(f"{command}: {done.stdout}{done.stderr}")
        return done.stdout

    def start(self, *command: str, **environment: str) -> subprocess.Popen[str]:
        """Start a program inside, as the user."""
        own = {
            "PATH": "/usr/bin:/bin",
            "HOME": f"/{HOME}",
            "XDG_RUNTIME_DIR": f"/{RUNTIME}",
            "LANG": "C.UTF-8",
            **environment,
        }
        return subprocess.Popen(
            [CHROOT, f"--userspec={USER}:{USER}", str(self.place), *command],
            env=own,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def ask(self, *command: str, **environment: str) -> str:
        """What a program prints that the user runs inside."""
        said, _ = self.start(*command, **environment).communicate(timeout=PATIENCE)
        return said

    def default_of(self, mime_type: str) -> str:
        """The program that opens a type of file."""
        return self.ask("gio", "mime", mime_type).partition("\n")[0].rpartition(":")[2].strip()

    def write(self, name: str, text: str) -> str:
        """A file in the user's home; returns its path inside."""
        path = self.place / HOME / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for each in (path.parent, path):
            os.chown(each, USER, USER)
        return f"/{HOME}/{name}"


class OpenScreen:
    """An X server that the user inside may use, with a window manager and a reader's hands."""

    def __init__(self) -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-ac", "-screen", "0", "1280x900x24", "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        self._environment = {**os.environ, "DISPLAY": self.display}
        self._manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=self._environment, stderr=subprocess.DEVNULL
        )

    def close(self) -> None:
        """End both."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()

    def do(self, *words: str) -> str:
        """Have xdotool do something; what it prints."""
        return subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False
        ).stdout

    def window(self, title: str) -> str:
        """The window with these words in its title; empty where there is none."""
        return self.do("search", "--onlyvisible", "--name", title).strip().rpartition("\n")[2]

    def picture(self, path: Path) -> None:
        """A picture of the screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(path)], env=self._environment, check=True)


def lacking(*programs: str) -> str:
    """Why a check cannot be made here: the programs that this machine does not have."""
    missing = [name for name in programs if shutil.which(name) is None]
    return f"this machine lacks {', '.join(missing)}" if missing else ""


def until(what: str, holds: Callable[[], object]) -> object:
    """Wait until something holds, and return it."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        found = holds()
        if found:
            return found
        sleep(0.1)
    raise AssertionError(f"waited in vain: {what}")
