"""What the reader is to be told: what went wrong, why, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.errors import ReaderError


class Notice(NamedTuple):
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

        lines = (self.message, self.hint, self.detail, f"Cable Reader {__version__}")
        return "\n".join(line for line in lines if line)


def notice_of(error: ReaderError, key: str = "") -> Notice:
    """An expected failure as the reader is told of it."""
    return Notice(error.message, error.hint, error.detail, key=key)
