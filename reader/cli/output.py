"""What goes to the terminal: never a control character of a cable, never an error of its own."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.options import PROGRAM
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping


class OutputClosed(Exception):
    """Whoever read what is printed has had enough."""


def prepare_streams() -> None:
    r"""Have what the terminal's encoding lacks written out: `¶` is `\xb6` in plain ASCII."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def print_ours(text: str) -> None:
    """Print a text of the program's own; raises OutputClosed, or ReaderError if it cannot go."""
    if sys.stdout is None:  # started without a terminal
        return
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _not_printed(error) from error


def print_text(text: str) -> None:
    """Print a text that is not ours: line ends and tabs are kept, other controls written out."""
    from reader.formats.visible import visible_lines  # noqa: PLC0415

    print_ours(visible_lines(text))


def print_json(record: Mapping[str, object], *, indent: int | None = None) -> None:
    """Print a record as JSON in plain ASCII, in which every control character is escaped."""
    import json  # noqa: PLC0415

    print_ours(json.dumps(record, indent=indent) + "\n")


def print_error(error: ReaderError, *, path: str = "", command: str = "") -> None:
    """Say on standard error what went wrong, and in which folder where the path names one."""
    from reader.formats.visible import visible  # noqa: PLC0415

    name = f"{PROGRAM} {command}".rstrip()
    place = f"{visible(path)}: " if os.path.dirname(path) else ""  # noqa: PTH120
    if sys.stderr is not None:
        # Nobody is left to be told when even this cannot be written.
        with suppress(OSError):
            sys.stderr.write(f"{name}: {place}{visible(str(error))}\n")


def finish() -> None:
    """Send what was printed on its way; raises as `print_ours` does."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _not_printed(error) from error


def abandon() -> None:
    """Let go what could not be printed, so that Python does not try again at its end."""
    with suppress(AttributeError, OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _not_printed(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return OutputClosed()
    return ReaderError(
        f"The answer could not be printed: {(error.strerror or type(error).__name__).lower()}.",
        hint="Make room, or send it to another place.",
        detail=type(error).__name__,
    )
