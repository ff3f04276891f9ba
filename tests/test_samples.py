"""The whole parser on real pages: header, paragraph numbers and roles as their markup says."""

import re
from functools import cache

import pytest

from reader.cable.grammar import parse
from reader.cable.model import Role, Telegram
from tests.samples import read_sample_page

# `OTHERTOWN 00000501 002 OF 002` anywhere in a line.
PAGE_LINE = re.compile(r"[A-Z]{4,} 0\d{7} {1,3}\d{3}(?:\.\d)? OF \d{3}")


@cache
def read_samples(folder):
    read = [read_sample_page(path) for path in sorted(folder.glob("*.html"))]
    return [(page, parse(Telegram(page.text), year=int(page.date[:4]))) for page in read]


@pytest.fixture
def pages(shared):
    return read_samples(shared / "samples")


def test_tags_classification_and_date_are_those_of_the_page(pages):
    # A partial extract has no date, some pages have no links, and one has two TAGS in one link.
    wrong = [
        (page.reference_id, field, expected, found)
        for page, cable in pages
        for field, expected, found in (
            ("tags", "".join(page.tags), page.tags and "".join(cable.header.tags)),
            (
                "classification",
                page.classification,
                cable.header.classification and cable.header.classification.value,
            ),
            ("date", page.date, cable.header.sent and f"{cable.header.sent:%Y-%m-%d}"),
        )
        if (found or None) != (expected or None) and not (field == "date" and cable.partial)
    ]
    assert len(pages) == 68
    assert wrong == []


def _agree(subject, title):
    """A title is a subject's first line, and what a copyist ran together with it."""
    return subject.startswith(title) or (len(subject) > 20 and title.startswith(subject))


def test_subject_begins_with_the_title_of_the_page(pages):
    wrong = [
        (page.reference_id, page.subject, cable.header.subject)
        for page, cable in pages
        if not _agree(cable.header.subject or "", page.subject)
    ]
    assert wrong == []


def test_paragraph_numbers_are_those_of_the_anchors(pages):
    wrong = [
        (page.reference_id, page.numbers, numbers)
        for page, cable in pages
        if (numbers := tuple(p.number for p in cable.paragraphs if p.number is not None))
        != page.numbers
    ]
    assert len(wrong) <= 1, wrong


def test_no_page_line_and_no_stray_caption_is_left_in_a_paragraph(pages):
    wrong = [
        (page.reference_id, paragraph.ordinal)
        for page, cable in pages
        for paragraph in cable.paragraphs
        if PAGE_LINE.search(paragraph.text) or re.search(r"\bSIPDIS\b", paragraph.text)
    ]
    assert wrong == []


def test_no_line_is_without_a_role(pages):
    unknown = [
        (page.reference_id, page.text[line.start : line.end])
        for page, cable in pages
        for line in cable.lines
        if line.role is Role.UNKNOWN
    ]
    assert unknown == []


def test_the_id_is_that_of_the_page(pages):
    wrong = [
        (page.reference_id, cable.canonical_id)
        for page, cable in pages
        if cable.canonical_id != page.reference_id
    ]
    assert wrong == []
