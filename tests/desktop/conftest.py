"""What the tests of the window stand on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from reader.desktop.app import Desktop


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application as the program makes it."""
    return ["cable-reader", "-style", "fusion"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's screen for tests says of each window that it has no frame and cannot be raised."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise"))


@pytest.fixture(autouse=True)
def nothing_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What one test had workers do is done and told before the next one begins."""
    monkeypatch.setattr("reader.desktop.jobs.PATIENCE", PATIENCE)
    yield
    await_workers()
    QCoreApplication.sendPostedEvents()


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., Desktop]]:
    """Starts the program on some files, as a process of its own would, and ends it."""
    from reader.desktop.app import Desktop
    from reader.settings import load_settings

    running: list[Desktop] = []
    palette = qapp.palette()

    def start_on(*files: object) -> Desktop:
        desktop = Desktop(qapp, load_settings())
        running.append(desktop)
        desktop.open([str(file) for file in files])
        desktop.window.activateWindow()
        qtbot.waitUntil(desktop.window.isActiveWindow)
        desktop.complete()
        settle(desktop, qtbot)
        return desktop

    yield start_on
    for desktop in running:
        stop(desktop)
    qapp.setPalette(palette)


def stop(desktop: Desktop) -> None:
    """End the program as leaving it does; once is enough."""
    if not isValid(desktop):
        return
    if not desktop.window.isHidden():
        desktop.window.close()
    assert desktop.end()
    await_workers()
    QApplication.clipboard().clear()
    desktop.window.deleteLater()
    desktop.appearance.deleteLater()
    desktop.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def await_workers() -> None:
    """Wait until no thread of the program's is at work: the next test begins without any.

    One that goes on could look for garbage, and lose a widget of that test in the wrong thread.
    """
    for thread in threading.enumerate():
        if thread.name == "job":
            thread.join(PATIENCE)
            assert not thread.is_alive()


def settle(desktop: Desktop, qtbot: QtBot) -> None:
    """Wait until all that was asked of the bookmarks and of the disk is done and told."""
    done: list[object] = []
    for lane in ("bookmarks", "settings"):
        desktop.jobs.run(lambda: None, done=done.append, failed=done.append, lane=lane)
    qtbot.waitUntil(lambda: len(done) == 2)


def wait_for_list(desktop: Desktop, qtbot: QtBot) -> None:
    """Wait until the list that is open is whole, and shown so."""
    from reader.desktop.session.listing import State

    session = desktop.session
    qtbot.waitUntil(
        lambda: session.listing is not None and session.listing.progress().state is State.WHOLE
    )


@pytest.fixture
def desktop(start: Callable[..., Desktop], sample_path: object) -> Desktop:
    """The program with the sample cable open."""
    return start(sample_path)


def press(widget: object, keys: str) -> None:
    """Press keys as a reader does: `press(window, "Ctrl+D")`."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    QTest.keySequence(widget, QKeySequence(keys))


def clipboard() -> str:
    """What was copied."""
    return QApplication.clipboard().text()


def sentences(desktop: Desktop) -> list[str]:
    """The messages that stand above the text, the latest first."""
    return [
        f"{notice.message} {notice.hint}".rstrip() for notice in desktop.window.notices.notices()
    ]


def click_banner(desktop: Desktop, words: str, qtbot: QtBot) -> None:
    """Click the button of a message, and wait until what it asks for is done and told."""
    [button] = [
        button
        for button in desktop.window.notices.findChildren(QPushButton)
        if button.text() == words and button.isVisible()
    ]
    button.click()
    settle(desktop, qtbot)


BY_KEYBOARD = Qt.FocusReason.TabFocusReason
