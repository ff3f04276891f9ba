"""The words of the window in the reader's language; as they stand here without a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from reader.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DOMAIN: Final = "cable-reader"
"""The name of the files with translated words: `locale/de/LC_MESSAGES/cable-reader.mo`."""


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


def use_language(languages: Callable[[], Iterable[str]]) -> bool:
    """Look words up in the first language that there are words in; False where there are none.

    `languages` tells the names that the reader prefers, `de-DE`, and is asked only where there are
    translations at all. A damaged one is passed over.
    """
    folder = resource_path("locale")
    if not folder.is_dir():
        return False
    from gettext import translation  # noqa: PLC0415 - for those who have translations
    from struct import error  # noqa: PLC0415

    for name in languages():
        language = name.replace("-", "_")
        if language.partition("_")[0] == "en":
            # What the words are written in.
            return False
        try:
            use_catalogue(translation(DOMAIN, folder, [language]))
        except (OSError, ValueError, LookupError, error):
            continue
        return True
    return False


def tr(text: str, /, **values: object) -> str:
    """The words in the reader's language, with the values put where the words have their names.

    `tr("Opening {name}…", name=name)`: values are put in after the look-up and never looked into.
    """
    shown = text if _catalogue is None else _catalogue.gettext(text)
    return _filled(shown, text, values) if values else shown


def tr_count(singular: str, plural: str, count: int, /, **values: object) -> str:
    """The form of the words that goes with a count, which they may name `{count}`."""
    text = singular if count == 1 else plural
    shown = text if _catalogue is None else _catalogue.ngettext(singular, plural, count)
    return _filled(shown, text, {"count": count, **values})


def _filled(shown: str, text: str, values: dict[str, object]) -> str:
    """Words with values put in; as they are written where a translation names others."""
    try:
        return shown.format(**values)
    except (LookupError, ValueError):
        return text.format(**values)
