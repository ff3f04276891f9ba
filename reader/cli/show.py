"""`show`: a cable as clean text, Markdown or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cli.options import Command, Option
from reader.cli.output import print_error, print_json, print_text
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.cli.options import Given

FORMS: Final = ("text", "markdown", "json")


def show(given: Given) -> int:
    """Print one cable: page breaks gone, sentences joined."""
    from reader.cli.cables import find_cable  # noqa: PLC0415

    [named] = given.operands
    try:
        cable = find_cable(named)
    except ReaderError as error:
        print_error(error, path=named)
        return 1
    from reader.cable import record  # noqa: PLC0415

    form = given.value("--format", "text")
    if form == "json":
        print_json(record.cable_record(cable), indent=2)
    else:
        print_text(record.markdown_text(cable) if form == "markdown" else record.clean_text(cable))
    return 0


SHOW: Final = Command(
    "show",
    "ID|FILE",
    "Print a cable as clean text: page breaks gone, sentences joined.",
    (Option("--format", "how it is set, as text where nothing is said", "FORMAT", FORMS),),
    show,
    fewest=1,
    most=1,
)
