"""What the reader is to be told: what went wrong, why, and what can be done about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.paths import shown_path
from reader.records import Record
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.errors import ReaderError
    from reader.store.marks import Mark


class Notice(Record):
    """One message to the reader."""

    message: str
    hint: str = ""
    detail: str = ""
    is_error: bool = True
    is_brief: bool = False
    """Whether it goes by itself, since it only says what was done."""
    key: str = ""
    """A later message with the same key takes its place."""
    action_title: str = ""
    action: Callable[[], object] | None = None
    """What can be done at once, on a button."""

    def report(self) -> str:
        """All that the message says, for somebody who can help."""
        from reader import __version__  # noqa: PLC0415

        lines = (
            self.message,
            self.hint,
            self.detail,
            f"Cable Reader {__version__}",
        )
        return "\n".join(line for line in lines if line)


def notice_of(error: ReaderError, key: str = "") -> Notice:
    """An expected failure as the reader is told of it."""
    return Notice(error.message, error.hint, error.detail, key=key)


LONGEST_QUOTE: Final = 90
"""Characters of a bookmark's words that a message quotes."""
MOST_NAMED: Final = 3
"""Files that a message names."""
MOST_LISTED: Final = 1_000
"""Paths in what can be copied from a message."""


def file_needed(mark: Mark, *, is_wrong: bool) -> Notice:
    """A bookmark cannot be shown without the file of its cable: which one, and where it was."""
    cable = cable_name(mark)
    where = tr("The text was pasted, so no file is known.")
    if mark.path:
        path = shown_path(mark.path)
        where = tr("{path} is not there any more.", path=path)
        if is_wrong:
            where = tr("{path} holds another text now.", path=path)
    return Notice(
        tr("The bookmark is in {cable}, whose file is needed. {where}", cable=cable, where=where),
        hint=tr("Find the file: the bookmark's place is shown as soon as it is open."),
        is_error=False,
        key="opening",
        action_title=tr("Find the file…"),
    )


def files_waiting(paths: Sequence[str]) -> Notice:
    """More files came at once than there is room for: how many and which ones wait."""
    names = [shown_path(Path(path).name) for path in paths]
    first = ", ".join(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        first = tr_count(
            "{names} and {count} more",
            "{names} and {count} more",
            len(names) - MOST_NAMED,
            names=first,
        )
    return Notice(
        tr_count(
            "There is no room for another tab; {count} file waits: {names}.",
            "There is no room for more tabs; {count} files wait: {names}.",
            len(names),
            names=first,
        ),
        hint=tr("Close tabs that you have read, then open those that wait."),
        detail="\n".join(shown_path(path) for path in paths[:MOST_LISTED]),
        is_error=False,
        key="others",
        action_title=tr("Open them"),
    )


def nothing_copied() -> Notice:
    """There is no text to be pasted."""
    return Notice(
        tr("There is no text on the clipboard."),
        hint=tr("Copy the text of a cable first, then paste it here."),
        key="opening",
    )


def cable_not_open(cable_id: str) -> Notice:
    """A link names a cable that is not open."""
    return Notice(
        tr("The link leads to {cable_id}, which is not open here.", cable_id=cable_id),
        hint=tr("Open the file that holds it, then follow the link again."),
        is_error=False,
        key="opening",
    )


def words_not_found(mark: Mark) -> Notice:
    """A bookmark's words are not in the text that is open."""
    return Notice(
        tr("This text has nothing like the words of the bookmark: “{words}”", words=quote(mark)),
        hint=tr("The bookmark is kept. Another copy of the cable may have its words."),
        is_error=False,
        key="opening",
    )


def cable_name(mark: Mark) -> str:
    """What a bookmark's cable is called: its id, or else its subject."""
    return mark.anchor.canonical_id or (
        f"“{mark.title}”" if mark.title else tr("a cable without id")
    )


def quote(mark: Mark) -> str:
    """The beginning of a bookmark's words, on one line."""
    words = " ".join(mark.anchor.exact[: LONGEST_QUOTE * 2].split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1].rstrip()}…"
