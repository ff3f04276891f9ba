"""The command line: opens the window, or answers without Qt (CONTRACT, command line)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from reader.cli.options import HELP, PROGRAM, VERSION, help_for, read_words
from reader.cli.output import (
    OutputClosed,
    abandon,
    finish,
    prepare_streams,
    print_error,
    print_ours,
)
from reader.cli.window import WINDOW
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.options import Command

NAMES: Final = ("inspect", "show", "cite", "bookmarks")
"""What the first word can be; any other is a file for the window."""

INTERRUPTED: Final = 130
"""The exit status that shells give a program which was stopped by Ctrl-C."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the program on the words after its name; returns the exit status.

    0: done; 1: some input failed, each told on standard error; 2: used wrongly.
    """
    prepare_streams()
    words = sys.argv[1:] if words is None else words
    command = _chosen(words)
    try:
        status = _run(command, words[1:] if command.name else words)
        finish()
    except UsageError as error:
        print_error(error, command=command.name)
        return 2
    except ReaderError as error:
        print_error(error, command=command.name)
        return 1
    except OutputClosed:
        abandon()
        return 1
    except KeyboardInterrupt:
        abandon()
        return INTERRUPTED
    return status


def commands() -> tuple[Command, ...]:
    """The commands that have a name, in the order of NAMES; the window needs none of them."""
    from reader.cli.bookmarks import BOOKMARKS  # noqa: PLC0415
    from reader.cli.cite import CITE  # noqa: PLC0415
    from reader.cli.inspection import INSPECT  # noqa: PLC0415
    from reader.cli.show import SHOW  # noqa: PLC0415

    return (INSPECT, SHOW, CITE, BOOKMARKS)


def _chosen(words: Sequence[str]) -> Command:
    if words and words[0] in NAMES:
        return commands()[NAMES.index(words[0])]
    return WINDOW


def _run(command: Command, words: Sequence[str]) -> int:
    given = read_words(command, words)
    if given.has(HELP.name):
        print_ours(help_for(command, () if command.name else commands()))
        return 0
    if given.has(VERSION.name):
        from reader import __version__  # noqa: PLC0415

        print_ours(f"{PROGRAM} {__version__}\n")
        return 0
    return command.run(given)
