"""The words of the window in the reader's language; as they stand here without a catalogue."""

from __future__ import annotations

from typing import Protocol


class Catalogue(Protocol):
    """Where translated words are looked up; `gettext.GNUTranslations` is one."""

    def gettext(self, message: str, /) -> str:
        """The message in another language."""

    def ngettext(self, singular: str, plural: str, count: int, /) -> str:
        """The form of the message that goes with a count."""


_catalogue: Catalogue | None = None


def use_catalogue(catalogue: Catalogue | None) -> None:
    """Look words up in a catalogue from now on; None for the words as they are written."""
    global _catalogue  # noqa: PLW0603  one language for the whole program
    _catalogue = catalogue


def tr(text: str, /, **values: object) -> str:
    """The words in the reader's language, with the values put where the words have their names.

    `tr("Opening {name}…", name=name)`: values are put in after the look-up and never looked into.
    """
    if _catalogue is not None:
        text = _catalogue.gettext(text)
    return text.format(**values) if values else text


def tr_count(singular: str, plural: str, count: int, /, **values: object) -> str:
    """The form of the words that goes with a count, which they may name `{count}`."""
    if _catalogue is not None:
        text = _catalogue.ngettext(singular, plural, count)
    else:
        text = singular if count == 1 else plural
    return text.format(count=count, **values)
