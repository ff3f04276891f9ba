"""What can go wrong and be expected: a sentence, a way out, and a detail."""


class ReaderError(Exception):
    """An expected failure, told to the reader in a sentence.

    `message` says what went wrong and why, `hint` what can be done about it, and `detail`
    what a person who helps would want to know. None of them holds the text of a cable
    beyond one short line.
    """

    def __init__(self, message: str, *, hint: str = "", detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class UnreadableFile(ReaderError):
    """The file could not be read at all: missing, a folder, no permission, a device, too large."""


class NotACable(ReaderError):
    """The file was read, but nothing in it looks like a telegram; `text` can still be shown."""

    def __init__(self, message: str, *, hint: str = "", detail: str = "", text: str = "") -> None:
        super().__init__(message, hint=hint, detail=detail)
        self.text = text


class StoreError(ReaderError):
    """The bookmarks could not be read or written."""


class UsageError(ReaderError):
    """The command line was used wrongly."""
