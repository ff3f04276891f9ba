"""What every test stands on: a private home, a screen that needs no display, the sample cable."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import hypothesis
import pytest
from pytestqt.qtbot import QtBot

from reader.resources import resource_path
from tests.desk import OFFSCREEN
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.wait_signal import SignalBlocker

    from reader.cable.model import Cable

os.environ.setdefault("QT_QPA_PLATFORM", OFFSCREEN)

# A machine that is busy with other things is no flaw of the code, so there is no deadline; and
# the same commit gives the same answer on a build machine every time.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "house")

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"
NO_SHARED = "the shared material is not beside this checkout"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason=NO_SHARED)
"""Marks a test that reads the shared material at collection, for its parameters."""

SAMPLE_ID = "09REYKJAVIK9017"

FOLDER_VARIABLES = {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "CABLE_READER_HOME": "cable-reader",
}


@pytest.fixture
def shared() -> Path:
    """The folder of shared material, real cables among it; without it the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip(NO_SHARED)
    return SHARED.resolve()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Home folders that nobody has lived in yet."""
    street = tmp_path_factory.mktemp("homes")
    return (street / str(number) for number in count())


@pytest.fixture(autouse=True)
def private_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder of the test's own: no test reads or writes what belongs to the user.

    The mask for new files is put back too, since the program sets it for its process.
    """
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for variable, folder in FOLDER_VARIABLES.items():
        monkeypatch.setenv(variable, str(home / folder))
    mask = os.umask(0o077)
    os.umask(mask)
    yield home
    os.umask(mask)


class PatientBot(QtBot):
    """Waits for a worker, a process or the disk for as long as a busy machine may need."""

    _timeout: Final = round(PATIENCE * 1000)

    def waitUntil(self, callback: Callable[[], bool | None]) -> None:  # noqa: N802
        """Wait until something holds."""
        super().waitUntil(callback, timeout=self._timeout)

    def waitSignal(self, signal: object, **more: Any) -> SignalBlocker:  # noqa: N802
        """Wait for a signal."""
        return super().waitSignal(signal, **{"timeout": self._timeout, **more})

    def waitExposed(self, widget: QWidget) -> AbstractContextManager[object]:  # noqa: N802
        """Wait until a widget that is shown meanwhile can be seen."""
        return super().waitExposed(widget, timeout=self._timeout)

    def waitActive(self, widget: QWidget) -> AbstractContextManager[object]:  # noqa: N802
        """Wait until a widget that is shown meanwhile has the keyboard."""
        return super().waitActive(widget, timeout=self._timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The hands of a reader, and the patience of one."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def sample_path() -> Path:
    """The made-up cable that ships with the program."""
    return resource_path("samples", f"{SAMPLE_ID}.cable.txt")


@pytest.fixture(scope="session")
def sample_text(sample_path: Path) -> str:
    """The sample cable's text as received."""
    return sample_path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def sample_cable(sample_text: str, sample_path: Path) -> Cable:
    """The sample cable, read."""
    from reader.cable.grammar import parse
    from reader.cable.model import Source, Telegram

    return parse(Telegram(sample_text, Source(path=str(sample_path))))
