"""`inspect`: what was understood of cables, for people or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cli.cables import standard_input
from reader.cli.options import Command, Option
from reader.cli.output import print_error, print_json, print_ours, print_text
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.options import Given
    from reader.intake import Reading

ONE_CABLE: Final = "Use --jsonl, which prints a line for each cable."


def inspect(given: Given) -> int:
    """Read files and folders and print what was understood of each cable in them."""
    from reader.intake import read_inputs  # noqa: PLC0415

    if given.has("--json") and given.has("--jsonl"):
        raise UsageError("--json and --jsonl exclude each other.", hint="Give one of them.")
    if given.has("--json") and len(given.operands) > 1:
        raise UsageError("--json prints one cable, and more than one is named.", hint=ONE_CABLE)
    year = read_year(given.value("--year")) if given.has("--year") else None
    readings = read_inputs(given.operands, year=year, standard_input=standard_input())
    with_text = given.has("--text")
    if given.has("--json"):
        return _print_object(readings, with_text=with_text)
    if given.has("--jsonl"):
        return _print_lines(readings, with_text=with_text)
    return _print_pages(readings, with_text=with_text)


def read_year(word: str) -> int:
    """A year of four digits; raises UsageError for anything else."""
    if len(word) == 4 and word.isascii() and word.isdigit() and word >= "1900":
        return int(word)
    raise UsageError("--year needs a year of four digits, as in 2009.")


def _record(reading: Reading, *, with_text: bool) -> dict[str, object]:
    from reader.cable.record.fields import cable_record, failure_record  # noqa: PLC0415

    if isinstance(reading.outcome, ReaderError):
        return failure_record(reading.path, reading.outcome)
    return cable_record(reading.outcome, with_text=with_text)


def _print_object(readings: Iterator[Reading], *, with_text: bool) -> int:
    """The one cable that was named; raises UsageError when there are several."""
    reading = next(readings)
    if next(readings, None) is not None:
        raise UsageError(
            "--json prints one cable, and there are more in what is named.", hint=ONE_CABLE
        )
    print_json(_record(reading, with_text=with_text), indent=2)
    return _status(reading)


def _print_lines(readings: Iterator[Reading], *, with_text: bool) -> int:
    status = 0
    for reading in readings:
        print_json(_record(reading, with_text=with_text))
        status = _status(reading) or status
    return status


def _print_pages(readings: Iterator[Reading], *, with_text: bool) -> int:
    """A page for people about each cable, with an empty line between two."""
    from reader.cable.record.summary import summary_text  # noqa: PLC0415

    status = 0
    gap = ""
    for reading in readings:
        status = _status(reading) or status
        if isinstance(reading.outcome, ReaderError):
            continue
        print_ours(gap)
        print_text(summary_text(reading.outcome))
        if with_text:
            print_text(f"\n{reading.outcome.text.rstrip()}\n")
        gap = "\n"
    return status


def _status(reading: Reading) -> int:
    """0 for a cable; 1 for a failure, which is told on standard error."""
    if not isinstance(reading.outcome, ReaderError):
        return 0
    print_error(reading.outcome, path=reading.path)
    return 1


INSPECT: Final = Command(
    "inspect",
    "PATH ...",
    "Read files, or folders with all that is in them, and print what was understood of each cable.",
    (
        Option("--json", "print one cable as a JSON object"),
        Option("--jsonl", "print each cable, or why it could not be read, as a line of JSON"),
        Option("--text", "print the text as received too"),
        Option("--year", "the year of fragments that lack their own", value="YYYY"),
    ),
    inspect,
    fewest=1,
)
