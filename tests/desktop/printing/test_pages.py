"""Pages: every word is on them, id and classification on each, and the letters can be searched."""

from __future__ import annotations

import io
import re
from threading import Thread

import pypdf
import pytest
from PySide6.QtGui import QPdfWriter

from reader.cable.exports.edition import Endnote, edition_of
from reader.cable.model import Body
from reader.desktop.printing import paint_pages, pdf_file, print_fonts, set_pages
from reader.desktop.printing.pdf import with_blanks
from reader.desktop.session.exporting import Cancelled
from reader.intake import read_cable, read_text_as_cable
from tests.cable.exports.cables import FERRY, LISTS, full_of
from tests.hostile import hostile_values


def texts(file: bytes) -> list[str]:
    """The words of each page, as a program finds them that searches it."""
    return [
        " ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(file)).pages
    ]


def pdf(qapp, cable, *notes):
    return pdf_file(edition_of(cable, notes), print_fonts())


def letters(text):
    return re.sub(r"\W", "", text)


def test_every_word_is_there_and_every_page_says_what_it_is(qapp, sample_cable):
    pages = texts(pdf(qapp, sample_cable))
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert page.count("09REYKJAVIK9017")
        assert "UNCLAS SECTION 01 OF 02 REYKJAVIK 009017, SENSITIVE, SIPDIS" in page
        assert f"page {number} of 2" in page
    whole = " ".join(pages)
    assert "The Lighthouse Museum at Kettle Point" in whole
    assert "1. (SBU) Summary: The director of the Kettle Point Lighthouse Museum" in whole
    assert "A LAMP THAT NOBODY SEES 2. (U) Director Sunna Vitadottir" in whole
    assert "a stuffed puffin of uncertain date" in whole
    for paragraph in sample_cable.paragraphs:
        assert letters(paragraph.text[-60:]) in letters(whole)


def test_a_redaction_is_a_bar_over_letters_that_can_be_copied(qapp):
    cable = read_text_as_cable(FERRY, "ferry.txt")
    whole = letters(" ".join(texts(pdf(qapp, cable))))
    assert letters("the clerk, XXXXXXXXXXXX, said so") in whole


def test_notes_stand_at_the_end(qapp):
    cable = read_text_as_cable(FERRY, "ferry.txt")
    whole = " ".join(texts(pdf(qapp, cable, Endnote(0, "who?", "The clerk"))))
    assert "said so (ref A). [1]" in whole
    assert "Notes 1. The clerk: who?" in whole


def test_a_table_keeps_its_lines(qapp):
    whole = " ".join(texts(pdf(qapp, read_cable(LISTS))))
    assert "Bluff Harbor 2 4212 Landing 1 118" in whole


def test_fonts_are_embedded(qapp, sample_cable):
    reader = pypdf.PdfReader(io.BytesIO(pdf(qapp, sample_cable)))
    assert reader.metadata.title.startswith("09REYKJAVIK9017: The Lighthouse Museum")
    fonts = reader.pages[0]["/Resources"]["/Font"].get_object()
    for font in fonts.values():
        [descendant] = font.get_object()["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_blanks_between_words_are_found_as_blanks(qapp, sample_cable):
    file = pdf(qapp, sample_cable)
    [first, _] = pypdf.PdfReader(io.BytesIO(file)).pages
    assert "The director of the Kettle Point Lighthouse Museum" in first.extract_text()
    assert "\t" not in first.extract_text()


def test_no_byte_of_a_file_moves_for_its_blanks():
    file = b"2 beginbfrange\n<0009> <0012> [<0055> <0009> <004E> ]\n[<0009>\n\xff\x00"
    assert with_blanks(file) == file.replace(b"<0009> <004E>", b"<0020> <004E>")


def test_many_pages_are_made_elsewhere_and_told_one_by_one(qapp, sample_cable):
    edition = edition_of(sample_cable._replace(body=Body(sample_cable.body * 20)))
    fonts = print_fonts()
    told: list[tuple[int, int]] = []
    files: list[bytes] = []
    worker = Thread(
        target=lambda: files.append(
            pdf_file(edition, fonts, progress=lambda *page: told.append(page))
        )
    )
    worker.start()
    worker.join()
    [file] = files
    count = len(pypdf.PdfReader(io.BytesIO(file)).pages)
    assert count > 20
    assert told == [(number, count) for number in range(1, count + 1)]


def test_pages_that_nobody_wants_any_more_are_not_made(qapp, sample_cable):
    with pytest.raises(Cancelled):
        pdf_file(edition_of(sample_cable), print_fonts(), cancelled=lambda: True)


def test_no_page_is_empty_and_no_heading_stands_alone(qapp, sample_cable):
    for page in texts(pdf(qapp, sample_cable._replace(body=Body(sample_cable.body * 6))))[:-1]:
        before, _, _ = page.rpartition(" The Lighthouse Museum at Kettle Point Asks")
        assert not before.endswith(("A LAMP THAT NOBODY SEES", "Weighs the Matter", "Next Steps"))
        assert len(page) > 800


def test_whatever_a_field_holds_there_are_pages(qapp):
    values = hostile_values()
    for start in range(0, len(values), 60):
        some = "\n".join(values[start : start + 60])
        assert pdf(qapp, full_of(some), Endnote(0, some)).startswith(b"%PDF")
    bare = full_of("")._replace(canonical_id=None, reference_id=None, body=Body())
    assert "Cable without an id" in texts(pdf(qapp, bare))[0]


def test_letters_that_nothing_breaks_are_wrapped(qapp):
    cable = full_of("")
    [paragraph, *_] = cable.paragraphs
    whole = cable._replace(body=Body([paragraph._replace(text="Z" * 9000, blocks=())]))
    assert "".join(texts(pdf(qapp, whole))).count("Z") == 9000


@pytest.mark.parametrize(("wanted", "count"), [((1, 0), 2), ((2, 2), 1), ((1, 9), 2), ((7, 9), 1)])
def test_some_pages_alone_are_painted(qapp, sample_cable, tmp_path, wanted, count):
    path = tmp_path / "some.pdf"
    writer = QPdfWriter(str(path))
    pages = set_pages(writer, edition_of(sample_cable), print_fonts())
    paint_pages(writer, pages, first=wanted[0], last=wanted[1])
    painted = texts(path.read_bytes())
    assert len(painted) == count
    assert f"of {len(pages.pages)}" in painted[-1]
