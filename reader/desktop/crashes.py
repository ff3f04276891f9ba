"""What happens when the program itself is wrong: a report without a word of anybody's cable.

A report holds the kind of the error, the places in the program, and versions; never the text of
an exception, which may quote what was being read (SAFETY.md, files and privacy).
"""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler

from reader.errors import StoreError
from reader.paths import make_private_folder, user_folders

if TYPE_CHECKING:
    from types import TracebackType

CRASH_FILE: Final = "crash.txt"
NO_SCREEN: Final = (
    "cable-reader: The window cannot be opened: Qt could not start on this screen. Start it on a "
    "desktop, or use `cable-reader inspect FILE`, which needs no screen.\n"
)
LONGEST_REPORT: Final = 40
"""Places in the program that a report names; the last ones matter."""


class Crashes(QObject):
    """Hears of every error that nobody expected, wherever it was raised, until it is stopped."""

    reported = Signal(str)
    """A report to be shown, in the thread of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crash_file: int | None = None
        sys.excepthook = self._take
        sys.unraisablehook = lambda raised: self._take(
            raised.exc_type, raised.exc_value, raised.exc_traceback
        )
        threading.excepthook = lambda raised: self._take(
            raised.exc_type, raised.exc_value, raised.exc_traceback
        )
        qInstallMessageHandler(_write_message)

    def dump_to_file(self) -> None:
        """Have Python write where it was into a file of ours, should it be killed by a fault."""
        import faulthandler  # noqa: PLC0415

        try:
            folder = make_private_folder(user_folders().state)
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            self._crash_file = os.open(folder / CRASH_FILE, flags, 0o600)
            faulthandler.enable(self._crash_file)
        except (StoreError, OSError):
            # Without a folder of our own the terminal has to do.
            if sys.stderr is not None:
                faulthandler.enable()

    def stop(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._crash_file is not None:
            import faulthandler  # noqa: PLC0415

            faulthandler.disable()
            os.close(self._crash_file)
            self._crash_file = None

    def _take(
        self,
        kind: type[BaseException],
        _error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        words = report(kind, trace)
        if sys.stderr is not None:
            sys.stderr.write(words)
        try:
            self.reported.emit(words)
        except RuntimeError:
            # The window has gone already; the terminal has the report.
            return


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What went wrong where, with versions."""
    import platform  # noqa: PLC0415
    import traceback  # noqa: PLC0415

    from PySide6.QtCore import qVersion  # noqa: PLC0415

    from reader import __version__  # noqa: PLC0415

    places = [
        f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    lines = [
        f"{kind.__module__}.{kind.__qualname__}",
        *places[-LONGEST_REPORT:],
        f"Cable Reader {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{sys.platform}",
    ]
    return "\n".join(lines) + "\n"


def _module(path: str) -> str:
    """A file of the program by its place in the package: paths tell who the user is."""
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[parts.index("reader") :]) if "reader" in parts else parts[-1]


def _write_message(kind: QtMsgType, _context: Any, message: str) -> None:
    """Qt's own messages go to the terminal; debug messages go nowhere.

    After a fatal one Qt would abort the process: here it ends with a status. Such is the message
    that none of its platform plugins finds a screen.
    """
    if kind is QtMsgType.QtFatalMsg:
        if sys.stderr is not None:
            sys.stderr.write(NO_SCREEN if "platform plugin" in message else f"Qt: {message}\n")
            sys.stderr.flush()
        os._exit(1)
    if kind is not QtMsgType.QtDebugMsg and sys.stderr is not None:
        sys.stderr.write(f"Qt: {message}\n")
