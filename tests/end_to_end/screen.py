"""A real X server without a screen, the real program on it, and a reader's hands.

Everything waits for a condition, nothing for a time: a slow machine is only slow.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from tests.display import Display, lacking

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).resolve().parents[2]

PATIENCE = 60.0
"""Seconds after which something that was waited for is taken for broken."""
PAUSE = 0.05

PROGRAMS = ("Xvfb", "xdotool", "openbox")

# Prints the text on the clipboard; another program, as a reader would paste it there.
PASTE = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(["paste"])
sys.stdout.buffer.write(QGuiApplication.clipboard().text().encode())
"""


def until(what: str, holds: Callable[[], object]) -> object:
    """Wait until something holds, and return it."""
    end = monotonic() + PATIENCE
    while True:
        found = holds()
        if found:
            return found
        if monotonic() > end:
            pytest.fail(f"waited {PATIENCE:.0f} s in vain: {what}")
        sleep(PAUSE)


class Screen:
    """An X server on a display that nobody else has, with a window manager."""

    def __init__(self, folder: Path) -> None:
        missing = lacking(*PROGRAMS)
        if missing:
            pytest.skip(f"this machine lacks {', '.join(missing)}")
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._display = Display()
        self.environment = {**self._display.environment, "XDG_RUNTIME_DIR": str(folder)}
        try:
            self._start(["openbox", "--sm-disable"], "openbox")
            until("the window manager", lambda: self._ask("get_desktop", quiet=True) is not None)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End what was started, the server last."""
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._display.close()

    def start(self, *words: str) -> Program:
        """Start the program."""
        name = f"program-{len(self._processes)}"
        process = self._start([sys.executable, "-m", "reader", *words], name)
        return Program(self, process, self._folder / name)

    def paste(self) -> str:
        """What is on the clipboard."""
        done = subprocess.run(
            [sys.executable, "-c", PASTE],
            env=self.environment,
            capture_output=True,
            check=True,
            timeout=PATIENCE,
        )
        return done.stdout.decode()

    def window(self, title: str) -> str | None:
        """The window that can be seen with these words in its title."""
        found = self._ask("search", "--onlyvisible", "--name", title, quiet=True)
        return found.split()[-1] if found else None

    def is_active(self, window: str) -> bool:
        """Whether the keyboard goes to a window."""
        return (self._ask("getactivewindow", quiet=True) or "").strip() == window

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._ask("key", "--delay", "30", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self._ask("type", "--delay", "30", words)

    def click(self, window: str, x: int, y: int, button: int = 1) -> None:
        """Click into a window."""
        self._move(window, x, y)
        self._ask("click", str(button))

    def drag(self, window: str, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at one place of a window, and let it go at another."""
        self._move(window, *start)
        self._ask("mousedown", "1")
        self._move(window, (start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self._move(window, *end)
        self._ask("mouseup", "1")

    def _move(self, window: str, x: int, y: int) -> None:
        self._ask("mousemove", "--sync", "--window", window, str(x), str(y))

    def _start(self, command: list[str], name: str) -> subprocess.Popen[bytes]:
        """Start something; what it says goes into a file with this name."""
        with (self._folder / name).open("wb") as said:
            process = subprocess.Popen(
                command,
                env=self.environment,
                cwd=FOLDER,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        self._processes.append(process)
        return process

    def _ask(self, *words: str, quiet: bool = False) -> str | None:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        if done.returncode == 0:
            return done.stdout
        assert quiet, f"xdotool {words}: {done.stderr}"
        return None


class Program:
    """The program, running."""

    def __init__(self, screen: Screen, process: subprocess.Popen[bytes], log: Path) -> None:
        self._screen = screen
        self._process = process
        self._log = log

    def shows(self, title: str) -> str:
        """Wait until a window with these words in its title has the keyboard."""

        def active() -> str | None:
            assert self._process.poll() is None, f"the program has ended: {self._said()}"
            window = self._screen.window(title)
            return window if window and self._screen.is_active(window) else None

        return str(until(f"a window called {title}", active))

    def quit(self) -> None:
        """Press Ctrl+Q, and wait until the program has ended well."""

        pressed = 0.0

        def is_gone() -> bool:
            # Again after some time: commands have their keys only some moments after the first
            # paint. Not at once, lest it end the window that comes to the front.
            nonlocal pressed
            if monotonic() - pressed > PATIENCE / 12:
                pressed = monotonic()
                self._screen.press("ctrl+q")
            return not self.is_running()

        until("the program to end", is_gone)
        assert self._process.returncode == 0
        assert self._said() == ""

    def has_ended(self) -> bool:
        """Wait until the program has ended well by itself."""
        until("the program to end", lambda: not self.is_running())
        assert self._process.returncode == 0
        assert self._said() == ""
        return True

    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    def send(self, number: int) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    def kill(self) -> None:
        """Kill it, as a crash would."""
        self._process.kill()
        self._process.wait()

    def ask_to_end(self) -> None:
        """Send SIGTERM, as the system does, and wait until the program has ended well."""
        self._process.terminate()
        until("the program to end", lambda: self._process.poll() is not None)
        assert self._process.returncode == 0
        assert self._said() == ""

    def _said(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")
