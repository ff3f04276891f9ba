from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desktop.panels.page.composing import (
    CUT_SIGN,
    LONGEST_MARK,
    LONGEST_RUN,
    NO_TEXT,
    cable_page,
    plain_page,
    source_page,
)
from reader.desktop.panels.page.decorations import decorate, seam_words
from reader.desktop.panels.page.marks import count_marked, with_marks
from reader.desktop.panels.page.rows import Place, RowKind
from tests.desktop.panels.cables import PAGE_BREAK, cable, ferry, paragraph
from tests.growth import is_linear

FISH = "\N{FISH}"


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_one_row_a_paragraph_heading_item_and_line_of_a_table():
    page = cable_page(ferry())
    assert [row.kind.value for row in page.rows] == [
        "text",
        "heading",
        "text",
        "text",
        "heading",
        "heading",
        *("text", "item", "item", "text"),
        *("text", "table", "table", "table"),
        "text",
        "signature",
    ]
    assert page.items == (0, 2, 3, 6, 7, 8)
    assert page.levels == (0, 1, 0, 0, 1, 2, 0, 0, 0, 0)


def test_no_row_is_empty():
    page = cable_page(cable("", "one\n\n \ntwo", paragraph(2, "   "), (1, "")))
    assert all(row.shown.strip() for row in page.rows)
    assert [row.shown for row in page.rows] == [NO_TEXT, "one", "two", NO_TEXT, NO_TEXT]


def test_text_between_places_has_the_characters_of_the_model():
    page = cable_page(ferry())
    assert page.text_between(Place(0, 9), Place(0, 19)) == "The museum"
    both = page.text_between(Place(1, 2), Place(2, 10))
    assert both == "LAMP THAT NOBODY SEES\n\nThe museum"


def test_items_keep_their_line_ends_when_copied():
    page = cable_page(ferry())
    text = page.texts[6]
    assert page.text_between(Place(6, 0), Place(6, len(text))) == text
    assert "\n-- the pier is dark;\n" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a‹RLO›b"),
        ("a\u2066b\u2069", "a‹LRI›b‹PDI›"),
        ("soft\xadhyphen", "soft‹SHY›hyphen"),
        ("zero\u200b\u200b\u200bwidth", "zero‹ZWSP×3›width"),
        ("\x1b[31m", "‹ESC›[31m"),
        ("\x00", "‹NUL›"),
        ("\u2028\u2029\r", "‹LS›‹PS›‹CR›"),
        ("\ud800", "‹U+D800›"),
        ("\U000e0041", "‹U+E0041›"),
        ("\ufdd0\ufffc", "‹U+FDD0›‹OBJ›"),
        ("latin\u200cword", "latin‹ZWNJ›word"),
    ],
)
def test_what_must_not_be_obeyed_is_shown_as_a_mark(text, shown):
    page = cable_page(cable(text))
    assert page.rows[0].shown == shown
    assert with_marks(text) == shown
    assert page.text_between(Place(0, 0), Place(0, len(text))) == text
    assert page.count_marked() == count_marked(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "no\u00a0break",
        "naïve Москва",
        "می\u200cخواهم",
        "\N{WOMAN}\u200d\N{PERSONAL COMPUTER}",
        "tab\there",
        f"a {FISH} b",
    ],
)
def test_what_is_harmless_is_shown_as_it_is(text):
    page = cable_page(cable(text))
    assert page.rows[0].shown == text
    assert page.count_marked() == 0


def test_positions_count_utf_16_units_and_marks():
    row = cable_page(cable(f"a{FISH}b\u202ec")).rows[0]
    assert row.shown == f"a{FISH}b‹RLO›c"
    assert [row.position_of(offset) for offset in range(6)] == [0, 1, 3, 4, 9, 10]
    assert [row.offset_at(position) for position in (0, 1, 3, 4, 9, 10)] == [0, 1, 2, 3, 4, 5]


def test_inside_of_a_mark_a_selection_takes_the_whole_character():
    row = cable_page(cable("b\u202ec")).rows[0]
    assert row.offset_at(3) == 1
    assert row.offset_at(3, after=True) == 2


@given(st.text(min_size=1, max_size=80))
def test_every_offset_of_any_text_has_a_position_and_comes_back(text):
    page = cable_page(cable(text))
    for row in page.rows:
        assert row.position_of(row.end) <= units(row.shown)
        if row.shown == NO_TEXT:
            continue
        places = [row.position_of(offset) for offset in range(row.start, row.end + 1)]
        assert places == sorted(places)
        assert row.offset_at(0) == row.start
        assert row.offset_at(units(row.shown), after=True) == row.end
        if not any(piece.is_mark for piece in row.pieces):
            assert [row.offset_at(place) for place in places] == list(range(row.start, row.end + 1))


@given(st.text(max_size=200))
def test_rows_never_hold_what_qt_takes_for_a_line_end(text):
    for page in (cable_page(cable(text)), plain_page(text), source_page(text)):
        assert not any(
            sign in row.shown for row in page.rows for sign in "\n\r\u2028\u2029\x0b\x0c"
        )


def test_an_unbroken_run_is_cut_and_the_cut_is_marked():
    text = "x" * (2 * LONGEST_RUN + 10)
    page = cable_page(cable(text))
    assert [row.end - row.start for row in page.rows] == [LONGEST_RUN, LONGEST_RUN, 10]
    assert [row.is_cut for row in page.rows] == [False, True, True]
    assert page.rows[0].shown.endswith(CUT_SIGN)
    assert page.text_between(Place(0, 0), Place(0, len(text))) == text
    assert page.row_of(Place(0, LONGEST_RUN)) == 1


def test_a_long_line_with_blanks_is_not_cut():
    assert len(cable_page(cable("word " * 5000)).rows) == 1


def test_no_mark_is_longer_than_the_cut_reckons_with():
    page = cable_page(cable("\u202a\u202b" * 6000))
    assert max(len(row.shown) for row in page.rows) <= LONGEST_RUN + len(CUT_SIGN)
    assert len("‹U+E0041›") < LONGEST_MARK


@pytest.mark.parametrize("piece", ["x", "\u202e\u202d", "a b "])
def test_the_time_to_compose_a_page_grows_with_it(piece):
    def prepare(size):
        whole = cable(piece * (size // len(piece)))
        return lambda: cable_page(whole)

    assert is_linear(prepare, 200_000)


def test_plain_text_has_a_row_for_each_line_that_is_not_blank():
    page = plain_page("Dear all,\n\n<b>no cable</b>\n")
    assert [row.shown for row in page.rows] == ["Dear all,", "<b>no cable</b>"]
    assert {row.kind for row in page.rows} == {RowKind.LINE}
    assert page.items == ()
    assert plain_page("").rows == ()


def test_source_keeps_blank_lines_and_counts_every_line():
    page = source_page("FM OSLO\n\nTO STATE\n")
    assert [row.shown for row in page.rows] == ["FM OSLO", "", "TO STATE"]
    assert page.row_of(Place(0, 8)) == 1
    assert page.row_of(Place(0, 9)) == 2
    assert source_page("").rows[0].shown == ""


def test_mentions_passages_redactions_and_seams_are_found_by_item():
    found = decorate(ferry())
    assert [mention.text for mention in found.mentions[2]] == ["ref A"]
    assert found.mention_at(3, 40).text == "Reftel"
    assert found.mention_at(3, 20) is None
    assert found.redactions == {8: [(11, 23)]}
    assert list(found.seams) == [3]
    assert list(found.passages) == [0]


def test_prices_are_no_redactions():
    assert decorate(cable("It cost XXX kroner; ask xxxx.")).redactions == {}
    assert decorate(cable("It was xxxxxx.")).redactions == {0: [(7, 13)]}


def test_a_seam_tells_what_stood_there():
    made = ferry()
    [seam] = made.body[3].seams
    words = seam_words(seam, PAGE_BREAK)
    assert words == "A page break stood here: REYKJAVIK 00009017 002 OF 002"
    hostile = "\u202e<img src='file:///x'>\x1b" + "y" * 9000
    words = seam_words(seam._replace(span=(0, len(hostile)))._replace(span=seam.span), hostile)
    assert words.startswith("A page break stood here: ‹RLO›<img")
