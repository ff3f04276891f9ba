"""The command without a name: the window, and nothing else that knows Qt."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Final

from reader.cli.installation import OPTIONS, asked
from reader.cli.options import Command, Option
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.cli.options import Given
    from reader.handover import Seat

NEW_WINDOW: Final = Option("--new-window", "open another window, even if one is open")

# Qt's names for the ways to a screen, and the variable by which each finds it.
SCREENS: Final = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}


def open_window(given: Given) -> int:
    """Open the window on the files and stay until it is closed, or hand them to the one that is.

    Raises ReaderError when there is no screen to open it on, or Qt cannot be loaded: Qt itself
    would end the process with an abort.
    """
    action = asked(given)
    if action is not None:
        return action()
    if sys.platform not in {"win32", "darwin"} and not has_screen(os.environ):
        raise ReaderError(
            "The window cannot be opened: there is no screen to show it on.",
            hint="Start it on a desktop, or use `cable-reader inspect FILE`, which needs no "
            "screen.",
        )
    seat, is_done = (None, False) if given.has(NEW_WINDOW.name) else _meet(given.operands)
    if is_done:
        return 0
    try:
        run = load_window()
    except ImportError as error:
        gc.enable()
        raise ReaderError(
            f"The window cannot be opened: Qt could not be loaded ({error}).",
            hint="Install the libraries that Qt needs, or use `cable-reader inspect FILE`.",
            detail=type(error).__name__,
        ) from error
    try:
        return run(given.operands, seat)
    finally:
        gc.enable()
        if seat is not None:
            seat.leave()


def load_window() -> Callable[[Sequence[str], Seat | None], int]:
    """What runs the window; raises ImportError where Qt cannot be loaded."""
    # What is made until the first paint stays; to look for garbage in it takes a tenth of the time.
    gc.disable()
    from reader.desktop.binding import delay_signatures  # noqa: PLC0415
    from reader.desktop.enumerations import quicken_enumerations  # noqa: PLC0415

    delay_signatures()
    quicken_enumerations()
    from reader.desktop.app import run  # noqa: PLC0415

    return run


def _meet(words: Sequence[str]) -> tuple[Seat | None, bool]:
    """The seat of the first start, if that is this one; and whether another took the words."""
    from reader.handover import STANDARD_INPUT, find_seat, hand_over, token_of  # noqa: PLC0415

    # What this start is sent can be read by none but itself.
    seat = None if STANDARD_INPUT in words else find_seat()
    if seat is None or seat.take():
        return seat, False
    is_done = hand_over(seat, words, token_of(os.environ))
    return (seat if seat.is_taken else None), is_done


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


WINDOW: Final = Command(
    "",
    "[FILE ...]",
    "Open cables in a window, or in the one that is open already.",
    (NEW_WINDOW, *OPTIONS),
    open_window,
)
