"""The text document: well-formed, in styles, the same bytes every time, all words as they were."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from reader.cable.exports.edition import Endnote, edition_of
from reader.cable.exports.odt import odt_file
from reader.cable.exports.signs import seen
from reader.intake import read_cable, read_text_as_cable
from tests.cable.exports.cables import FERRY, LISTS, full_of
from tests.hostile import hostile_values

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


BODY = ("Cable_20_paragraph", "Cable_20_block")


def parts_of(file: bytes) -> dict[str, ET.Element]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        return {
            name: ET.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xml")
        }


def words(element: ET.Element) -> str:
    """The text of an element as a word processor shows it, notes left out."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            parts.append(" " * int(child.get(f"{TEXT}c")))
        elif child.tag == f"{TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{TEXT}line-break":
            parts.append("\n")
        elif child.tag != f"{TEXT}note":
            parts.append(words(child))
        parts.append(child.tail or "")
    return "".join(parts)


class Document:
    """What a word processor finds in the file."""

    def __init__(self, file: bytes) -> None:
        self.parts = parts_of(file)
        content = self.parts["content.xml"]
        paragraphs = [each for each in content.iter() if each.tag in (f"{TEXT}p", f"{TEXT}h")]
        self.lines = [(each.get(f"{TEXT}style-name"), words(each)) for each in paragraphs]
        rows = content.iter(f"{TABLE}table-row")
        self.facts = [tuple(words(cell[0]) for cell in row) for row in rows]
        self.notes = [
            "\n".join(words(line) for line in note.iter(f"{TEXT}p"))
            for note in content.iter(f"{TEXT}note")
        ]

    def of(self, style: str) -> list[str]:
        return [text for name, text in self.lines if name == style]


@pytest.fixture(scope="module")
def ferry():
    return read_text_as_cable(FERRY, "ferry.txt")


def test_everything_has_its_style(ferry):
    document = Document(odt_file(ferry, [Endnote(2, "ask again")]))
    assert document.of("Title") == ["The Mail Boat & Its <Waffles>"]
    assert document.of("Heading_20_2") == ["References", "A LAMP THAT NOBODY SEES"]
    assert document.of("Cable_20_paragraph")[1:] == [
        "2. (U)\tThe board gave two reasons:", "3. (C)\tNobody has asked for waffles.",
        "4. (C)\tThe board meets again in October.",
    ]  # fmt: skip
    assert document.of("Cable_20_item") == [
        "-- the pier is dark;", "-- the timetable is that of 2007.",
    ]  # fmt: skip
    assert document.of("Cable_20_signature") == ["STRAND"]
    assert document.notes == ["ask again"]


def test_a_table_keeps_its_blanks():
    [table] = Document(odt_file(read_cable(LISTS))).of("Cable_20_table")
    assert table.startswith("Port            Ferries    Bales\nBluff Harbor          2     4212\n")


def test_every_style_that_is_used_is_there(ferry):
    document = Document(odt_file(ferry, [Endnote(0, "a"), Endnote(-1, "b")]))
    known = {each.get(f"{STYLE}name") for each in document.parts["styles.xml"].iter()}
    used = {
        each.get(f"{TEXT}style-name")
        for each in document.parts["content.xml"].iter()
        if each.get(f"{TEXT}style-name")
    }
    assert used <= known


def test_the_sheet_tells_id_classification_and_page(ferry):
    styles = Document(odt_file(ferry)).parts["styles.xml"]
    head, foot = (words(each[0]) for each in styles.iter() if each.tag in (
        f"{STYLE}header", f"{STYLE}footer"))  # fmt: skip
    assert head == "09OSLO9004\tUNCLAS SECTION 01 OF 02 OSLO 009004, SIPDIS"
    assert foot.split() == ["page", "of"]


def test_a_redaction_is_a_bar_and_its_letters(ferry):
    document = Document(odt_file(ferry))
    spans = document.parts["content.xml"].iter(f"{TEXT}span")
    bars = [words(each) for each in spans if each.get(f"{TEXT}style-name") == "Redaction"]
    assert bars == ["XXXXXXXXXXXX"]


def test_the_same_cable_gives_the_same_bytes(ferry):
    assert odt_file(ferry) == odt_file(ferry)


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_hostile_values_come_back_as_the_same_fields(start):
    for value in hostile_values()[start : start + 50]:
        cable = full_of(value)
        note = Endnote(0, value)
        document = Document(odt_file(cable, [note]))
        facts = edition_of(cable, [note]).facts
        assert document.facts == [(name, seen(words)) for name, words in facts]
        lines = seen(value).split("\n")
        first, *others = lines
        label = f"1. ({seen(value)})\t"
        assert [words for style, words in document.lines if style in BODY] == [
            label + first, *others, *lines, f"1. (SBU)\t{first}", *others, *lines,
        ]  # fmt: skip
        assert document.notes == [seen(value)]
        assert document.of("Heading_20_2")[1:] == [seen(value)]
