"""A cable as a text document of LibreOffice, Word and their kin (OpenDocument 1.2), in styles.

The same cable always gives the same bytes: nothing in the file says when or where it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.exports.edition import Shape, edition_of
from reader.cable.exports.odt_parts import (
    CONTENT_HEAD,
    CONTENT_TAIL,
    MANIFEST,
    MEDIA_TYPE,
    META,
    STYLES,
)
from reader.cable.exports.signs import escaped
from reader.cable.patterns import pattern
from reader.cable.redactions import runs_of
from reader.translation import tr

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from reader.cable.exports.edition import Edition, Endnote, Piece
    from reader.cable.model import Cable

EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The date of the files within; a zip archive knows no earlier one."""

# Blanks that a reader of XML would leave out: a tab, a line end, one at either end, all of many
# but the first.
BLANKS: Final = pattern(r"\t|\n|^ +| +$|(?<= ) +")

NUMBER: Final = "@number@"
COUNT: Final = "@count@"
"""Stand in a sentence where fields are put, once the rest is escaped."""

STYLE_NAMES: Final = {
    Shape.TEXT: "Text_20_body",
    Shape.ITEM: "Cable_20_item",
    Shape.TABLE: "Cable_20_table",
    Shape.SIGNATURE: "Cable_20_signature",
}
LEVELS: Final = {Shape.HEADING: 2, Shape.SUBHEADING: 3}


def odt_file(cable: Cable, notes: Sequence[Endnote] = ()) -> bytes:
    """The document as the bytes of its file."""
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415 - few sessions save a cable so

    edition = edition_of(cable, notes)
    title = escaped(f"{edition.cable_id}: {edition.title}")
    head = {
        "id": escaped(edition.cable_id),
        "classification": escaped(edition.classification),
        "page": _page_words(),
    }
    parts = (
        ("META-INF/manifest.xml", MANIFEST),
        ("meta.xml", META.format(title=title)),
        ("styles.xml", STYLES.format(**head)),
        ("content.xml", "".join(_content(edition))),
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        # The first one and as it is, so that the kind of file can be told from its first bytes.
        archive.writestr(zipfile.ZipInfo("mimetype", EARLIEST), MEDIA_TYPE)
        for name, text in parts:
            member = zipfile.ZipInfo(name, EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, text.encode())
    return file.getvalue()


def _content(edition: Edition) -> Iterator[str]:
    yield CONTENT_HEAD
    yield _paragraph("Cable_20_classification", _words(edition.classification))
    yield f'<text:h text:style-name="Title" text:outline-level="1">{_words(edition.title)}</text:h>'
    if edition.facts:
        yield from _facts(edition)
    if edition.references:
        yield _heading(_words(tr("References")), 2)
        yield from (_paragraph("Cable_20_reference", _words(each)) for each in edition.references)
    for piece in edition.pieces:
        yield _block(piece, edition.notes)
    called = {number for piece in edition.pieces for number in piece.notes}
    placeless = [note for number, note in enumerate(edition.notes, 1) if number not in called]
    if placeless:
        yield _heading(_words(tr("Notes whose place was not found")), 2)
        yield from (_paragraph("Text_20_body", _words(note)) for note in placeless)
    if edition.link:
        yield _paragraph("Cable_20_link", _words(tr("Link: {link}", link=edition.link)))
    yield CONTENT_TAIL


def _page_words() -> str:
    """What stands at the foot of each page; its numbers are fields of the document."""
    words = escaped(tr("page {number} of {count}", number=NUMBER, count=COUNT))
    return words.replace(NUMBER, "<text:page-number/>").replace(COUNT, "<text:page-count/>")


def _facts(edition: Edition) -> Iterator[str]:
    """The head as a table of names and values."""
    yield '<table:table table:name="Head" table:style-name="Head">'
    yield from (f'<table:table-column table:style-name="Head.{name}"/>' for name in "AB")
    for name, value in edition.facts:
        yield "<table:table-row>"
        for style, words in (("Cable_20_name", name), ("Cable_20_value", value)):
            yield f'<table:table-cell office:value-type="string">{_paragraph(style, _words(words))}'
            yield "</table:table-cell>"
        yield "</table:table-row>"
    yield "</table:table>"


def _block(piece: Piece, notes: Sequence[str]) -> str:
    words = "".join(_runs(piece))
    if piece.shape in LEVELS:
        return _heading(words, LEVELS[piece.shape])
    calls = "".join(_endnote(number, notes[number - 1]) for number in piece.notes)
    label = " ".join(
        filter(None, (piece.number and f"{piece.number}.", piece.marking and f"({piece.marking})"))
    )
    if not label:
        style = STYLE_NAMES[piece.shape]
        return _paragraph("Cable_20_block" if style == "Text_20_body" else style, words + calls)
    place = escaped(piece.place)
    mark = f'<text:bookmark text:name="{place}"/>' if piece.place else ""
    span = f'<text:span text:style-name="Cable_20_number">{_words(label)}</text:span><text:tab/>'
    return _paragraph("Cable_20_paragraph", f"{mark}{span}{words}{calls}")


def _runs(piece: Piece) -> Iterator[str]:
    if piece.shape in LEVELS and piece.marking:
        yield f"({_words(piece.marking)}) "
    for run, is_redacted in runs_of(piece.text):
        words = _words(run)
        yield (
            f'<text:span text:style-name="Redaction">{words}</text:span>' if is_redacted else words
        )


def _endnote(number: int, words: str) -> str:
    lines = "".join(_paragraph("Endnote", _words(line)) for line in words.split("\n"))
    return (
        f'<text:note text:id="note{number}" text:note-class="endnote">'
        f"<text:note-citation>{number}</text:note-citation>"
        f"<text:note-body>{lines}</text:note-body></text:note>"
    )


def _heading(words: str, level: int) -> str:
    style = f"Heading_20_{level}"
    return f'<text:h text:style-name="{style}" text:outline-level="{level}">{words}</text:h>'


def _paragraph(style: str, content: str) -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def _words(text: str) -> str:
    """A text between tags, each of its blanks kept."""
    return BLANKS.sub(_blank, escaped(text))


def _blank(match: re.Match[str]) -> str:
    if match[0] == "\t":
        return "<text:tab/>"
    if match[0] == "\n":
        return "<text:line-break/>"
    return f'<text:s text:c="{len(match[0])}"/>'
