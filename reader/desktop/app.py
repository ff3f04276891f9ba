"""The composition root: builds the parts of the window, joins them, and runs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from reader.desktop.actions import Actions
from reader.desktop.connections import Connections
from reader.desktop.crashes import Crashes
from reader.desktop.handlers import Handlers
from reader.desktop.jobs import Jobs
from reader.desktop.plain import message_box
from reader.desktop.session import Session
from reader.desktop.session.notice import notice_of
from reader.desktop.theme import Appearance
from reader.desktop.window import MainWindow
from reader.desktop.window.views import Views
from reader.errors import StoreError
from reader.paths import user_folders
from reader.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.settings import LoadedSettings

NAME: Final = "cable-reader"


class Desktop(QObject):
    """The window with everything behind it."""

    def __init__(self, application: QApplication, loaded: LoadedSettings) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.session = Session(self.jobs, loaded.settings, self)
        self.appearance = Appearance(application, loaded.settings.theme.value)
        self.window = MainWindow()
        self.views = Views(self.session, self.window)
        handlers = Handlers(self.session, self.window, self.views)
        self.actions = Actions(self.window, handlers.table())
        self.connections = Connections(
            self.session, self.window, self.views, self.actions, self.appearance
        )
        self.window.painted.connect(lambda: QTimer.singleShot(0, self._complete))
        if loaded.notice is not None:
            self.session.noticed.emit(notice_of(loaded.notice, "settings"))

    def open(self, files: Sequence[str]) -> None:
        """Show the window with a file, or with what to do."""
        settings = self.session.choices.settings
        self.window.restore_layout(settings.window_geometry, settings.window_layout)
        self.session.open_files(files)
        if self.session.document is None:
            self.session.close_document()
        self.window.show()

    def _complete(self) -> None:
        """What can wait until the reader sees the text."""
        self.window.header.make_selectable()
        self.session.start_watching()

    def end(self) -> bool:
        """Finish what must not be cut short; False if it could not be finished."""
        self.session.choices.save_now()
        return self.jobs.finish()


def run(files: Sequence[str]) -> int:
    """Open the window on some files and stay until it is closed; returns the exit status."""
    os.umask(0o077)
    crashes = Crashes()
    crashes.listen()
    _keep_qt_private()
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("Cable Reader")
    application.setDesktopFileName(NAME)
    desktop = Desktop(application, load_settings())
    crashes.reported.connect(lambda words: _show_crash(desktop, words))
    desktop.open(files)
    desktop.window.painted.connect(crashes.dump_to_file)
    stop = _quit_on_signals(desktop) if os.name == "posix" else None
    status = application.exec()
    desktop.end()
    crashes.stop()
    del stop
    return status


def _keep_qt_private() -> None:
    """Have Qt's own settings, which name the folders of dialogs, in our folder and no other."""
    try:
        folder = str(user_folders().config)
    except StoreError:
        folder = os.devnull
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, folder)


def _quit_on_signals(desktop: Desktop) -> QSocketNotifier:
    """Close the window when the system asks the program to end; Qt alone would not notice."""
    import signal  # noqa: PLC0415

    read, write = os.pipe()
    os.set_blocking(read, False)
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, desktop)
    notifier.activated.connect(desktop.window.close)
    return notifier


def _show_crash(desktop: Desktop, words: str) -> None:
    box = message_box(
        desktop.window,
        "An error in the program",
        "Something went wrong in the program itself. Your bookmarks are safe, and the window "
        "can still be used.",
        "The report below names places in the program, and nothing of what you read.",
        words,
    )
    box.open()
