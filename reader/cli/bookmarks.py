"""`bookmarks`: the marks of all cables, taken out and brought back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from reader.cli.cables import standard_input
from reader.cli.options import Command, Option
from reader.cli.output import print_error, print_ours, print_text
from reader.errors import ReaderError, UnreadableFile, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.cli.options import Given

STANDARD: Final = "-"
NAMES: Final = ("json", "w3c", "csv", "spreadsheet", "markdown", "html")
"""The forms that marks are exported in (`reader.store.exports.FORMS`)."""


def bookmarks(given: Given) -> int:
    """Export or import marks."""
    action, file = given.operands
    name = given.value("--format")
    if action == "export" and not given.has("--dry-run"):
        return _export(file, name)
    if action == "import":
        return _import(file, name, is_dry=given.has("--dry-run"))
    raise UsageError(
        "`bookmarks` exports to a file or imports from one.",
        hint="It is used as `bookmarks export FILE` or `bookmarks import FILE [--dry-run]`.",
    )


def _export(file: str, name: str) -> int:
    from reader.store.bookmarks import Bookmarks  # noqa: PLC0415
    from reader.store.exports import form_of, write_marks  # noqa: PLC0415
    from reader.store.opening import bookmarks_path  # noqa: PLC0415

    form = form_of(file, name or ("json" if file == STANDARD else ""))
    path = bookmarks_path()
    if not path.exists():
        return _write(file, write_marks(form, (), {}))
    with Bookmarks.open(path) as store:
        return _write(file, write_marks(form, store.all_marks(), store.colour_names()))


def _write(file: str, pieces: Iterable[bytes]) -> int:
    from reader.store.exports.files import write_file  # noqa: PLC0415

    if file != STANDARD:
        write_file(file, pieces)
        return 0
    # Controls that a note may hold are for files and pipes, never for a terminal.
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    for piece in pieces:
        text = piece.decode("utf-8")
        (print_text if is_terminal else _print_as_it_is)(text)
    return 0


def _print_as_it_is(text: str) -> None:
    """Line ends too: the lines of a table end in CR LF on every system."""
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    print_ours(text)


def _import(file: str, name: str, *, is_dry: bool) -> int:
    from reader.store.bookmarks import Bookmarks  # noqa: PLC0415
    from reader.store.exports import form_of, plan_import, read_marks  # noqa: PLC0415
    from reader.store.opening import bookmarks_path  # noqa: PLC0415

    # What a file holds tells more than its ending.
    bundle = read_marks(_read(file), form_of("", name) if name else None)
    with Bookmarks.open(bookmarks_path()) as store:
        plan = plan_import(bundle, store.all_marks(), store.colour_names())
        changes = plan.changes()
        if changes and not is_dry:
            store.apply(changes, "Import marks")
    print_ours(f"{plan.message()}\n")
    if is_dry and changes:
        print_ours("Nothing was changed.\n")
    for remark in plan.remarks:
        print_error(ReaderError(remark), command="bookmarks")
    return 1 if plan.remarks else 0


def _read(file: str) -> bytes:
    from reader.store.exports.files import read_file  # noqa: PLC0415

    if file != STANDARD:
        return read_file(file)
    stream = standard_input()
    if stream is None:
        raise UnreadableFile(
            "There is no standard input to read marks from.", hint="Name a file instead."
        )
    from reader.store.exports.forms import LARGEST  # noqa: PLC0415

    return stream.read(LARGEST + 1)


BOOKMARKS: Final = Command(
    "bookmarks",
    "export|import FILE",
    "Export the marks of all cables, or import marks and say what that changes.",
    (
        Option("--format", "the form, where the ending does not tell", "FORM", NAMES),
        Option("--dry-run", "say what importing would do, and do nothing"),
    ),
    bookmarks,
    fewest=2,
    most=2,
)
