"""The forms in which a cable is saved: what each is, how its file ends, and what writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.cable.exports.edition import Endnote
    from reader.cable.model import Cable


class Form(NamedTuple):
    """A form in which a cable is saved."""

    name: str
    title: str
    help: str
    """A sentence for who has to choose."""
    ending: str
    write: Callable[[Cable, Sequence[Endnote]], bytes]
    takes_notes: bool = False
    """Whether the reader's notes can go with it."""


def _clean(cable: Cable, _: Sequence[Endnote]) -> bytes:
    from reader.cable.record.clean import clean_text  # noqa: PLC0415

    return _encoded(clean_text(cable))


def _markdown(cable: Cable, _: Sequence[Endnote]) -> bytes:
    from reader.cable.record.clean import markdown_text  # noqa: PLC0415

    return _encoded(markdown_text(cable))


def _received(cable: Cable, _: Sequence[Endnote]) -> bytes:
    return _encoded(cable.text)


def _html(cable: Cable, notes: Sequence[Endnote]) -> bytes:
    from reader.cable.exports.html import html_page  # noqa: PLC0415

    return _encoded(html_page(cable, notes))


def _odt(cable: Cable, notes: Sequence[Endnote]) -> bytes:
    from reader.cable.exports.odt import odt_file  # noqa: PLC0415

    return odt_file(cable, notes)


def _encoded(text: str) -> bytes:
    # Half of a surrogate pair has no place in UTF-8.
    return text.encode("utf-8", "replace")


FORMS: Final = (
    Form("text", "Clean text", "Sentences joined, page breaks gone.", ".txt", _clean),
    Form("markdown", "Markdown", "For notes and wikis; reads back as the same cable.",
         ".md", _markdown),
    Form("html", "Web page (HTML)", "One file that loads nothing, to read or to print.",
         ".html", _html, takes_notes=True),
    Form("odt", "Text document (ODT)", "For LibreOffice, Word and their kin, in styles.",
         ".odt", _odt, takes_notes=True),
    Form("received", "Text as received", "Every character of the telegram as it came.",
         ".cable.txt", _received),
)  # fmt: skip
"""The forms that need no screen, in the order in which they are offered."""

NOT_OF_A_NAME: Final = pattern(r"[^A-Za-z0-9-]+")
LONGEST_NAME: Final = 60


def file_name(cable: Cable, ending: str) -> str:
    """A name for the file: the cable's id in plain letters, whatever else the cable holds."""
    return plain_name(cable.canonical_id or cable.reference_id or "", "cable") + ending


def plain_name(name: str, otherwise: str) -> str:
    """The plain letters of a name; another one where it has none."""
    return NOT_OF_A_NAME.sub("", name).strip("-")[:LONGEST_NAME] or otherwise
