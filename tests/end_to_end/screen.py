"""A real X server without a screen, the real program on it, and a reader's hands.

Everything waits for a condition, nothing for a time: a slow machine is only slow.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, TypeVar

import pytest

from tests.display import Display, lacking
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

FOLDER = Path(__file__).resolve().parents[2]

PAUSE = 0.05
"""Seconds between two looks."""
AGAIN = 0.5
"""Seconds after which keys are pressed again that came too early; each time twice as many."""

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

    def program_in_front(self) -> int:
        """The number of the process whose window has the keyboard; 0 if there is none."""
        return int(self._ask("getactivewindow", "getwindowpid", quiet=True) or 0)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._ask("key", "--delay", "30", *keys)

    def pressing(self, holds: Callable[[], T], *keys: str) -> Callable[[], T | None]:
        """Presses keys, and again while something does not hold, each time after longer."""
        again, pause = 0.0, AGAIN

        def holds_by_now() -> T | None:
            nonlocal again, pause
            if again and (found := holds()):
                return found
            if monotonic() >= again:
                self.press(*keys)
                again, pause = monotonic() + pause, pause * 2
            return None

        return holds_by_now

    def copies(self, words: str, *keys: str) -> None:
        """Press keys until what is on the clipboard begins so: the place has been reached."""
        holds = self.pressing(lambda: self.paste().startswith(words), *keys)
        until(f"{words} on the clipboard", holds)

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

    def shows(self, title: str, *, but: str | None = None) -> str:
        """Wait until a window with these words in its title, but one, has the keyboard."""

        def active() -> str | None:
            window = self._active(title)
            return window if window != but else None

        return str(until(f"a window called {title}", active))

    def goes(self, title: str, *keys: str) -> str:
        """Press keys until a window with these words in its title has the keyboard.

        For keys that may be pressed twice: commands have theirs only after the first paint, and
        some look for what a worker has still to find.
        """
        press = self._screen.pressing(lambda: self._active(title), *keys)
        return str(until(f"a window called {title}", press))

    def _active(self, title: str) -> str | None:
        assert self.is_running(), f"the program has ended: {self._said()}"
        window = self._screen.window(title)
        return window if window and self._screen.is_active(window) else None

    def quit(self) -> None:
        """Press Ctrl+Q, and wait until the program has ended well."""
        press = self._screen.pressing(lambda: not self.is_running(), "ctrl+q")
        # Only while it has the keyboard, lest it end the window that comes to the front.
        until("the program to end", lambda: not self.is_running() or (self._is_front() and press()))
        assert self._process.returncode == 0
        assert self._said() == ""

    def _is_front(self) -> bool:
        """Whether the keyboard goes to one of its windows."""
        return self._screen.program_in_front() == self._process.pid

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
