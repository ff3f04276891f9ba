"""The manual page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader import __version__
from reader.cli import commands
from reader.cli.options import EVERYWHERE, Command, Option
from reader.cli.window import WINDOW
from reader.formats.registry import FORMATS
from reader.registering.entries import NAME, TITLE, file_types
from rendering.tables import ALL_COMMANDS, SUMMARY, release_date

if TYPE_CHECKING:
    from collections.abc import Iterator

ENVIRONMENT: Final = (
    ".SH ENVIRONMENT",
    ".TP",
    ".B CABLE_READER_HOME",
    "A folder in which everything is kept: bookmarks, settings, cache and state. An empty file",
    ".I portable.txt",
    "beside the program does the same.",
    ".SH EXIT STATUS",
    "0 done, 1 some input failed and was named on standard error, 2 wrong usage.",
)


def man_page() -> str:
    """The manual page."""
    lines = [
        f'.TH {NAME.upper()} 1 "{release_date()}" "{TITLE} {__version__}" "User Commands"',
        ".SH NAME",
        f"{_roff(NAME)} \\- {SUMMARY[0].lower()}{SUMMARY[1:]}",
        ".SH SYNOPSIS",
    ]
    for command in ALL_COMMANDS:
        lines += [f".B {_roff(f'{NAME} {command.name}'.rstrip())}", _operands(command), ".br"]
    lines[-1:] = [".SH DESCRIPTION", *_described(WINDOW)]
    for command in commands():
        lines += [f".SH {command.name.upper()}", *_described(command)]
    lines += [".SH OPTIONS OF EVERY COMMAND", *_options(EVERYWHERE), ".SH FILES THAT ARE READ"]
    for row in FORMATS:
        lines += [".TP", f".B {_roff(', '.join(row.endings))}", _roff(f"{row.title}.")]
    lines += [".SH TYPE OF FILE"]
    for each in file_types():
        lines += [
            _roff(
                f"Files whose names end in {' or '.join(each.endings)}, and telegrams without an "
                f"ending, have the type {each.mime_type}; it is opened with {NAME} after "
                "--register, or once the package is installed. For all others it is offered."
            )
        ]
    lines += [*ENVIRONMENT, ""]
    return "\n".join(lines)


def _operands(command: Command) -> str:
    return _roff(f"{command.operands} [option ...]") if command.options else _roff(command.operands)


def _described(command: Command) -> Iterator[str]:
    yield _roff(command.says)
    yield from _options(command.options)


def _options(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        names = f"{option.short}, {option.name}" if option.short else option.name
        value = "|".join(option.choices) or option.value
        yield ".TP"
        yield f".B {_roff(f'{names} {value}'.rstrip())}"
        yield _roff(f"{option.says[0].upper()}{option.says[1:]}.")


def _roff(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
