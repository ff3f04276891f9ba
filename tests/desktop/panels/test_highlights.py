"""Which words of a row are highlighted, found when the row comes into view."""

from __future__ import annotations

import pytest

from reader.desktop.panels.page.highlights import MOST_LANES, Highlight, Highlights
from reader.desktop.panels.page.rows import Page, Place, Row, RowKind

TEXTS = ("A heading", "The boat is late.", "Nobody minds.\nThe lamp burns.")


@pytest.fixture
def page():
    """A heading, a paragraph of a row, and one of two."""
    rows = (
        Row(RowKind.HEADING, 0, 0, 9, TEXTS[0], is_first=True),
        Row(RowKind.TEXT, 1, 0, 17, TEXTS[1], is_first=True),
        Row(RowKind.TEXT, 2, 0, 13, "Nobody minds.", is_first=True),
        Row(RowKind.TEXT, 2, 14, 29, "The lamp burns.", is_first=False),
    )
    return Page(rows, TEXTS, (0, 1, 2), (None, 0, 1), (1, 2))


def bands(highlights, number):
    return [(band.start, band.end, band.is_first) for band in highlights.bands(number)]


def test_words_of_one_row(page):
    highlights = Highlights(page, [Highlight(0, 4, 0, 8, ink=2)])
    assert bands(highlights, 1) == [(4, 8, True)]
    assert [bands(highlights, number) for number in (0, 2, 3)] == [[], [], []]


def test_words_over_rows_and_paragraphs(page):
    highlights = Highlights(page, [Highlight(0, 9, 1, 20, ink=0)])
    assert [bands(highlights, number) for number in range(4)] == [
        [],
        [(9, 17, True)],
        [(0, 13, False)],
        [(14, 20, False)],
    ]


def test_what_belongs_to_no_paragraph_is_left_out(page):
    assert Highlights(page, [Highlight(0, 0, 7, 4, ink=0), Highlight(-1, 0, 0, 4, ink=0)]).all == ()


def test_each_that_overlaps_has_a_lane_of_its_own_as_far_as_there_are_any(page):
    found = Highlights(page, [Highlight(0, start, 0, 17, ink=0) for start in range(5)])
    assert [band.lane for band in found.bands(1)] == [0, 1, 2, 2, 2]
    beside = Highlights(page, [Highlight(0, 0, 0, 4, ink=0), Highlight(0, 4, 0, 8, ink=0)])
    assert [band.lane for band in beside.bands(1)] == [0, 0]
    assert MOST_LANES == 3


def test_the_uppermost_at_a_place(page):
    below, above = Highlight(0, 0, 1, 4, ink=0), Highlight(0, 4, 0, 8, ink=1)
    highlights = Highlights(page, [below, above])
    assert highlights.at(Place(1, 6)) is above
    assert highlights.at(Place(1, 8)) is above
    assert highlights.at(Place(1, 9)) is below
    assert highlights.at(Place(0, 2)) is None
    assert highlights.at(Place(2, 5)) is None
    assert highlights.in_paragraph(1) == [below]
