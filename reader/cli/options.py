"""How the words after the program's name are read: commands, their options, and the rest.

A command is a row in a table, an option too; the help is made from the same rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.errors import UsageError
from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

PROGRAM: Final = "cable-reader"
HELP_WIDTH: Final = 78
LONGEST_LEFT: Final = 30
"""Characters of an option beside which there is room for what it does."""


class Option(Record):
    """Something that changes what a command does."""

    name: str
    """With its two dashes."""
    says: str
    value: str = ""
    """What the word that follows is called in the help; empty where none follows."""
    choices: tuple[str, ...] = ()
    """The only words that may follow, where they are few."""
    short: str = ""


class Command(Record):
    """What the program can be asked to do."""

    name: str
    """The first word; empty for the command that needs none."""
    operands: str
    """Which files or ids it takes, as in its usage line."""
    says: str
    options: tuple[Option, ...]
    run: Callable[[Given], int]
    """Does it and returns the exit status."""
    fewest: int = 0
    most: int | None = None


class Given(Record):
    """The words of one command line, sorted."""

    operands: tuple[str, ...]
    values: dict[str, str]
    """By the name of the option; an empty text for one that takes no value."""

    def has(self, option: str) -> bool:
        """Whether the option was given."""
        return option in self.values

    def value(self, option: str, otherwise: str = "") -> str:
        """The word that followed an option; the last one of several."""
        return self.values.get(option, otherwise)


HELP: Final = Option("--help", "print this and end", short="-h")
VERSION: Final = Option("--version", "print the version and end")
EVERYWHERE: Final = (HELP, VERSION)


def read_words(command: Command, words: Sequence[str]) -> Given:
    """The options and operands of a command, in any order; `--` ends the options.

    Raises UsageError for an option that the command does not have, for a value that is missing or
    not among the choices, and for too few or too many operands. Operands are not counted where
    help or the version is asked for.
    """
    options = {option.name: option for option in (*command.options, *EVERYWHERE)}
    options |= {option.short: option for option in options.values() if option.short}
    operands: list[str] = []
    values: dict[str, str] = {}
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            operands += waiting
        elif word == "-" or not word.startswith("-"):
            operands.append(word)
        else:
            name, sign, value = word.partition("=")
            option = options.get(name)
            if option is None:
                raise _no_option(command, name)
            values[option.name] = _value_of(option, sign, value, waiting)
    given = Given(tuple(operands), values)
    if not any(given.has(option.name) for option in EVERYWHERE):
        _count_operands(command, len(operands))
    return given


def _value_of(option: Option, sign: str, value: str, waiting: Iterable[str]) -> str:
    """The value of `--format=json` or `--format json`; empty for an option that takes none."""
    if not option.value:
        if sign:
            raise UsageError(f"{option.name} takes no value.")
        return ""
    if not sign:
        value = next(iter(waiting), "")
    if not value or value == "--":
        raise UsageError(f"{option.name} needs a value: {option.name} {_shown_value(option)}.")
    if option.choices and value not in option.choices:
        raise UsageError(f"{option.name} can be {_listed(option.choices)}, not {_quoted(value)}.")
    return value


def _no_option(command: Command, name: str) -> UsageError:
    called = f"{PROGRAM} {command.name}".rstrip()
    return UsageError(
        f"There is no option {_quoted(name)}.",
        hint=f"`{called} --help` tells which there are; "
        "a file whose name begins with a dash is named after `--`.",
    )


def _count_operands(command: Command, count: int) -> None:
    hint = f"It is used as `{_usage(command)}`."
    if count < command.fewest:
        raise UsageError(f"`{command.name}` needs to be told what to read.", hint=hint)
    if command.most is not None and count > command.most:
        raise UsageError(f"`{command.name}` was given too many names.", hint=hint)


def _listed(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}"


def _quoted(word: str) -> str:
    from reader.formats.visible import visible  # noqa: PLC0415 - for sentences only

    return visible(word)


def _shown_value(option: Option) -> str:
    return "|".join(option.choices) or option.value


def help_for(command: Command, others: Sequence[Command] = ()) -> str:
    """The usage line, what the command does, its options, and the other commands."""
    from textwrap import wrap  # noqa: PLC0415 - for the help only

    lines = wrap(f"usage: {_usage(command)}", HELP_WIDTH, subsequent_indent=" " * 14)
    lines += [f"       {PROGRAM} {other.name} ..." for other in others]
    lines += ["", *wrap(command.says, HELP_WIDTH), ""]
    if others:
        lines += [*_table([(other.name, other.says) for other in others]), ""]
    rows = [(_option_words(option), option.says) for option in (*command.options, *EVERYWHERE)]
    lines += [*_table(rows), "", "`-` stands for standard input, and `--` ends the options."]
    return "\n".join(lines) + "\n"


def _usage(command: Command) -> str:
    words = [PROGRAM, command.name, command.operands]
    words += [f"[{_option_words(option, dashes_only=True)}]" for option in command.options]
    return " ".join(word for word in words if word)


def _option_words(option: Option, *, dashes_only: bool = False) -> str:
    name = option.name if dashes_only or not option.short else f"{option.short}, {option.name}"
    return f"{name} {_shown_value(option)}" if option.value else name


def _table(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Two columns; what is too long for the left one stands on a line of its own."""
    from textwrap import wrap  # noqa: PLC0415

    width = max(len(left) for left, _ in rows if len(left) <= LONGEST_LEFT) + 4
    lines: list[str] = []
    for left, right in rows:
        column = f"  {left:<{width - 2}}"
        if len(column) > width:
            lines.append(column)
            column = " " * width
        first, *others = wrap(right, HELP_WIDTH - width)
        lines.append(column + first)
        lines += [" " * width + line for line in others]
    return lines
