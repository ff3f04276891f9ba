"""The command without a name: the window, and nothing else that knows Qt."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from reader.cli.options import Command
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.cli.options import Given

# Qt's names for the ways to a screen, and the variable by which each finds it.
SCREENS: Final = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}


def open_window(given: Given) -> int:
    """Open the window on the files and stay until it is closed.

    Raises ReaderError when there is no screen to open it on, or Qt cannot be loaded: Qt itself
    would end the process with an abort.
    """
    if sys.platform not in {"win32", "darwin"} and not has_screen(os.environ):
        raise ReaderError(
            "The window cannot be opened: there is no screen to show it on.",
            hint="Start it on a desktop, or use `cable-reader inspect FILE`, which needs no "
            "screen.",
        )
    try:
        from reader.desktop.app import run  # noqa: PLC0415
    except ImportError as error:
        raise ReaderError(
            f"The window cannot be opened: Qt could not be loaded ({error}).",
            hint="Install the libraries that Qt needs, or use `cable-reader inspect FILE`.",
            detail=type(error).__name__,
        ) from error
    return run(given.operands)


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether Qt can find a screen on a system where the environment names it.

    QT_QPA_PLATFORM may choose the way, or several to try: `xcb`, `wayland;xcb`, `offscreen`. Ways
    that are not in the table need no screen.
    """
    chosen = environment.get("QT_QPA_PLATFORM", "")
    for way in [way for way in chosen.split(";") if way] or SCREENS:
        variables = [name for start, name in SCREENS.items() if way.startswith(start)]
        if not variables or environment.get(variables[0]):
            return True
    return False


WINDOW: Final = Command("", "[FILE ...]", "Open cables in a window.", (), open_window)
