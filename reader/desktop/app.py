"""The composition root: builds the parts of the window, joins them, and runs."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader.compiled import keep_compiled, read_compiled
from reader.desktop.connections.text import TextConnections
from reader.desktop.crashes import Crashes
from reader.desktop.jobs import Jobs
from reader.desktop.session import Session
from reader.desktop.theme import Appearance
from reader.desktop.window import MainWindow
from reader.desktop.window.views import Views
from reader.errors import StoreError
from reader.paths import user_folders
from reader.settings import load_settings
from reader.translation import tr, use_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSocketNotifier
    from PySide6.QtGui import QIcon

    from reader.desktop.actions import Actions
    from reader.desktop.instance import Instance
    from reader.handover import Message, Seat
    from reader.settings import LoadedSettings, Settings

NAME: Final = "cable-reader"
ICON_SIZES: Final = (16, 32, 48, 128)
TELL_BY_EVENT: Final = ("darwin", "ios")
"""Systems whose file managers tell a program by an event what was opened."""
QT_SETTINGS: Final = "QtProject.conf"
"""The file in which Qt notes the folders of its dialogs."""
UNSEEN: Final = 3_000
"""Milliseconds after which a window that nobody has seen hears other starts all the same."""


class Desktop(QObject):
    """The window with everything behind it."""

    def __init__(self, application: QApplication, loaded: LoadedSettings) -> None:
        super().__init__()
        self.jobs = Jobs()
        self.session = Session(self.jobs, loaded.settings, self)
        self.appearance = Appearance(application, loaded.settings.theme.value)
        self.window = MainWindow()
        self.views = Views(self.session, self.window)
        TextConnections(self.session, self.window, self.views, self.appearance)
        self.keeps_tabs = True
        """Whether tabs are open again at the next start; not those of a second window."""
        self._is_complete = False
        self.actions: Actions | None = None
        self._seat: Seat | None = None
        self._instance: Instance | None = None
        self.window.closing.connect(self._note_window)
        self.window.painted.connect(self.complete, Qt.ConnectionType.QueuedConnection)
        if loaded.notice is not None:
            from reader.desktop.session.notice import notice_of  # noqa: PLC0415

            # Of no key: that the settings can be written again is no reason to take it away.
            self.session.noticed.emit(notice_of(loaded.notice))

    def open(self, files: Sequence[str]) -> None:
        """Show the window with a file, or with what to do."""
        settings = self.session.choices.settings
        self.window.restore_layout(settings.window_geometry, settings.window_layout)
        if self.keeps_tabs and not files:
            self.session.restore()
        self.session.open_files(files)
        if self.session.document is None:
            # Nothing to be read, or not yet: a large file is still on its way.
            self.session.document_changed.emit(None)
        self.window.show()

    def receive(self, message: Message) -> None:
        """Show what another start, or the system, wants opened."""
        from reader.desktop.instance import bring_to_front  # noqa: PLC0415

        self.session.open_files(message.words)
        bring_to_front(self.window, message.token)

    def hear(self, seat: Seat) -> None:
        """Take what other starts hand over, as soon as the text can be read."""
        self._seat = seat
        self.window.painted.connect(self._listen, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(UNSEEN, self, self._listen)

    def _listen(self) -> None:
        if self._seat is None or self._instance is not None:
            return
        from reader.desktop.instance import Instance  # noqa: PLC0415

        self._instance = Instance(self._seat, self)
        self._instance.received.connect(self.receive)
        self._instance.listen()

    def complete(self) -> None:
        """Make what can wait until the reader sees the text: commands, docks, watching."""
        if self._is_complete:
            return
        self._is_complete = True
        from reader.desktop.actions import Actions  # noqa: PLC0415
        from reader.desktop.connections.bookmarks import BookmarkConnections  # noqa: PLC0415
        from reader.desktop.connections.catching_up import CatchUpConnections  # noqa: PLC0415
        from reader.desktop.connections.choosing import ChoosingConnections  # noqa: PLC0415
        from reader.desktop.connections.comparing import CompareConnections  # noqa: PLC0415
        from reader.desktop.connections.exporting import ExportConnections  # noqa: PLC0415
        from reader.desktop.connections.finding import FindConnections  # noqa: PLC0415
        from reader.desktop.connections.references import ReferenceConnections  # noqa: PLC0415
        from reader.desktop.connections.resuming import ResumeConnections  # noqa: PLC0415
        from reader.desktop.connections.tab_menu import TabMenuConnections  # noqa: PLC0415
        from reader.desktop.connections.trail import TrailConnections  # noqa: PLC0415
        from reader.desktop.connections.understanding import (  # noqa: PLC0415
            UnderstandingConnections,
        )
        from reader.desktop.connections.window import WindowConnections  # noqa: PLC0415
        from reader.desktop.handlers import handlers_table  # noqa: PLC0415
        from reader.desktop.window.changes import Changes  # noqa: PLC0415

        gc.freeze()
        self.jobs.collect_garbage()
        table = handlers_table(self.session, self.window, self.views)
        actions = self.actions = Actions(self.window, table)
        WindowConnections(self.session, self.window, self.views, actions)
        ExportConnections(self.session, actions)
        BookmarkConnections(self.session, self.window, self.views, actions)
        TrailConnections(self.session, self.window, actions)
        TabMenuConnections(self.session, self.window, actions)
        ReferenceConnections(self.session, self.window, self.views)
        ChoosingConnections(self.session, self.window, actions)
        FindConnections(self.session, self.window, self.views, actions)
        CatchUpConnections(self.session, self.window)
        CompareConnections(self.session, self.window, actions)
        UnderstandingConnections(self.session, self.window, self.views, actions)
        ResumeConnections(self.session, self.window, self.views, actions)
        Changes(self.window)
        self.window.header.complete()
        self.window.setWindowIcon(_icon())
        self.session.start_watching()
        if self.keeps_tabs and not self.session.is_restored:
            self.session.restore()

    def _note_window(self) -> None:
        self.session.choices.note_window(*self.window.layout_state())

    def end(self) -> bool:
        """Finish what must not be cut short; False if it could not be finished."""
        self._seat = None
        if self._instance is not None:
            self._instance.close()
        self.session.choices.save_now()
        self.session.marking.end()
        self.session.end()
        is_finished = self.jobs.finish()
        with suppress(OSError, StoreError):
            keep_compiled(user_folders().cache)
        return is_finished


def run(files: Sequence[str], seat: Seat | None = None) -> int:
    """Open the window on some files and stay until it is closed; returns the exit status.

    With a seat, the window also takes the files of other starts while it is open.
    """
    os.umask(0o077)
    crashes = Crashes()
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        # Asking for the style later would cost 5 ms: all that QStyle has would be made for Python.
        application = _application_class()([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("Cable Reader")
    # Within Flatpak the entry is called as Flatpak has it.
    application.setDesktopFileName(os.environ.get("FLATPAK_ID") or NAME)
    if use_language(_languages):
        _use_words_of_qt(application)
    desktop = Desktop(application, load_settings())
    guard = Guard(desktop, crashes)
    # Without a seat it is another window beside the first, unless each start has one of its own.
    desktop.keeps_tabs = seat is not None or sys.platform == "win32"
    if seat is not None:
        desktop.hear(seat)
    opened = getattr(application, "file_opened", None)
    if opened is not None:
        opened.connect(desktop.receive)
    with suppress(StoreError):
        read_compiled(user_folders().cache)
    desktop.open(files)
    status = application.exec()
    desktop.end()
    guard.stop()
    return status


def _languages() -> list[str]:
    """The languages that the reader prefers, the first one most."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415

    return QLocale.system().uiLanguages()


def _use_words_of_qt(application: QApplication) -> None:
    """Have the words of Qt's own dialogs and menus in the reader's language too."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator  # noqa: PLC0415

    words = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(QLocale.system(), "qtbase", "_", folder):
        application.installTranslator(words)


def _icon() -> QIcon:
    """The program's icon in the sizes that window managers show."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415

    from reader.resources import resource_path  # noqa: PLC0415

    icon = QIcon()
    for size in ICON_SIZES:
        folder = resource_path("icons", "hicolor", f"{size}x{size}", "apps")
        icon.addFile(str(folder / f"{NAME}.png"))
    return icon


def _application_class() -> type[QApplication]:
    """Qt's own; on macOS one that hears of files opened in the file manager."""
    if sys.platform not in TELL_BY_EVENT:
        return QApplication
    from reader.desktop.instance import Application  # noqa: PLC0415

    return Application


class Guard(QObject):
    """What looks after the process: unexpected errors, and the wish of the system that it end."""

    def __init__(self, desktop: Desktop, crashes: Crashes) -> None:
        super().__init__()
        self._desktop = desktop
        self._crashes = crashes
        self._notifier: QSocketNotifier | None = None
        crashes.reported.connect(self._show_crash)
        desktop.window.painted.connect(self._start, Qt.ConnectionType.QueuedConnection)

    def _start(self) -> None:
        """What the first paint need not wait for."""
        choices = self._desktop.session.choices
        _keep_qt_private(choices.settings)
        choices.changed.connect(_keep_qt_private)
        self._crashes.dump_to_file()
        if os.name == "posix":
            self._notifier = self._quit_on_signals()

    def _quit_on_signals(self) -> QSocketNotifier:
        """Close the window when the process is asked to end; Qt alone would not notice."""
        import signal  # noqa: PLC0415

        from PySide6.QtCore import QSocketNotifier  # noqa: PLC0415

        read, write = os.pipe()
        os.set_blocking(read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda *_: None)
        notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._desktop.window.close)
        return notifier

    def _show_crash(self, words: str) -> None:
        from reader.desktop.plain import message_box  # noqa: PLC0415

        box = message_box(
            self._desktop.window,
            tr("An error in the program"),
            tr(
                "Something went wrong in the program itself. Your bookmarks are safe, and the "
                "window can still be used."
            ),
            tr("The report below names places in the program, and nothing of what you read."),
            words,
        )
        box.open()

    def stop(self) -> None:
        """Give back what belongs to the process."""
        self._notifier = None
        self._crashes.stop()


def _keep_qt_private(settings: Settings) -> None:
    """Have Qt's own settings, which name the folders of dialogs, in our folder or nowhere."""
    from PySide6.QtCore import QSettings  # noqa: PLC0415

    folder = os.devnull
    with suppress(StoreError, OSError):
        config = user_folders().config
        if settings.remember:
            folder = str(config)
        else:
            (config / QT_SETTINGS).unlink(missing_ok=True)
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, folder)
