"""Lines: page lines, stamps, and lines that carry two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cable.lines import CoveredLines, ReadingText, cut_line, read_lines, split_lines
from reader.cable.model import Markup, Role, Telegram

STAMP = (
    "Anna B. Strand Declassified/Released US Department of State EO Systematic Review 20 Mar 2014"
)


def lines_of(text):
    return read_lines(ReadingText(Telegram(text)))


def pieces(text):
    return [(line.text.strip(), line.role) for line in lines_of(text) if line.text]


def test_lines_follow_each_other_and_blank_ones_have_their_role():
    lines = lines_of("UNCLAS OSLO 000001  \n\n  SIPDIS\n")
    assert [(line.start, line.end) for line in lines] == [(0, 21), (21, 22), (22, 31)]
    assert [line.text for line in lines] == ["UNCLAS OSLO 000001", "", "  SIPDIS"]
    assert [line.role for line in lines] == [None, Role.BLANK, None]


def test_cutting_a_line_leaves_no_character_out():
    lines = split_lines("SIPDIS  E.O. 12958: N/A\n1. Lamps")
    cut_line(lines, 0, 8)
    assert [(line.start, line.end, line.text) for line in lines[:2]] == [
        (0, 8, "SIPDIS"),
        (8, 24, "E.O. 12958: N/A"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "REYKJAVIK 00000501  002 OF 002",
        "THE HAGUE 00001234  001.2 OF 004",
        "RIO DE JAN 00000901 001.2 OF 003",
        "Reykjavik 00000501  002 of 002",
        "REYKJAVIK 00000575  001.2 OF 0...",
        "PAGE 02 REYKJAVIK 06677 01 OF 03 291400Z",
        "PAGE 02        REYKJA 00893  291302Z",
        "PAGE 02 STATE 015113 182333Z",
        "PAGE 03 RUEHFRA1234 S E C R E T",
        "PAGE 02",
        "\f",
    ],
)
def test_page_line_on_its_own(line):
    [_, page, _] = lines_of(f"the pier was\n{line}\ntoo short")
    assert page.role is Role.PAGE_BREAK


def test_page_line_glued_into_a_sentence_is_a_line_of_its_own():
    assert pieces("the new pier and OSLO 00000501  002 OF 003 the old harbor master") == [
        ("the new pier and", None),
        ("OSLO 00000501  002 OF 003", Role.PAGE_BREAK),
        ("the old harbor master", None),
    ]


def test_glued_page_line_takes_the_whole_station_and_no_more():
    assert pieces("REF: SAO PAULO 12 SAO PAULO 00000034 001.2 OF 003 (C) Lamps")[:2] == [
        ("REF: SAO PAULO 12", None),
        ("SAO PAULO 00000034 001.2 OF 003", Role.PAGE_BREAK),
    ]
    assert pieces("so said the GOI OSLO 00000034 001.2 OF 003")[0] == ("so said the GOI", None)


def test_several_page_lines_in_one_line():
    text = "honey OSLO 00000501 002 OF 009 from OSLO 00000501 003 OF 009 bees"
    assert [role for _, role in pieces(text)] == [
        None,
        Role.PAGE_BREAK,
        None,
        Role.PAGE_BREAK,
        None,
    ]


def test_foot_and_head_of_a_page_are_parts_of_the_break():
    text = (
        "LIGHT-\n          UNCLASSIFIED\n\n          UNCLASSIFIED\n\nPAGE 02\n"
        "OSLO 25840  01 OF 04  160849Z\n\nHOUSE\n"
    )
    assert [role for _, role in pieces(text)] == [None, *[Role.PAGE_BREAK] * 4, None]


def test_counting_in_a_sentence_is_no_page_line():
    text = "He read 002 of 004 letters, then 003 of 004.\nOn page 02 he fell asleep."
    assert [role for _, role in pieces(text)] == [None, None]


@pytest.mark.parametrize(
    "line",
    [
        "RELEASE IN PART B6",
        "RELEASED IN FULL",
        "RELEASE IN PART B1,1.4(B),1.4(D)",
        "B1 1.4(D)",
        "UNCLASSIFIED U.S. Department of State Case No. F-2030-20439 Doc No. C09999999",
        "DECLASSIFIED Authority NND 999999",
        "APPROVED FOR RELEASE 2030/08/21",
        "Page 3 of 7",
        STAMP,
    ],
)
def test_stamp_that_fills_its_line(line):
    text = f"RELEASED IN FULL\nThe lamp\n  {line}  \nwent out."
    assert pieces(text)[2] == (line, Role.STAMP)


def test_stamp_in_mid_sentence_may_stand_twice():
    assert pieces(f"The lamp {STAMP} {STAMP} went out.") == [
        ("The lamp", None),
        (STAMP, Role.STAMP),
        (STAMP, Role.STAMP),
        ("went out.", None),
    ]


def test_sentences_about_releases_are_no_stamps():
    text = "B6 is a vitamin.\nReleased in full sun, the bees left.\nDeclassified papers burn well."
    assert [role for _, role in pieces(text)] == [None, None, None]


def test_lines_of_pasted_pages_have_places_in_the_text_as_received():
    text = "TAGS: [PARM](#)\nOSLO 00000501 002 OF 002"
    telegram = Telegram(text, markup=(Markup(6, 7, ""), Markup(11, 15, "")))
    reading = ReadingText(telegram)
    lines = read_lines(reading)
    lines[0].role = Role.TAGS
    assert [line.text for line in lines] == ["TAGS: PARM", "OSLO 00000501 002 OF 002"]
    assert [tuple(line) for line in CoveredLines(lines, reading)] == [
        (0, 16, Role.TAGS),
        (16, len(text), Role.PAGE_BREAK),
    ]


def test_lines_of_one_role_are_those_among_all():
    reading = ReadingText(Telegram("SECRET\n\nThe lamp\nSECRET\n"))
    lines = read_lines(reading)
    for line in lines:
        line.role = line.role or (Role.CLASSIFICATION if "SECRET" in line.text else Role.PARAGRAPH)
    covered = CoveredLines(lines, reading)
    assert list(covered.of(Role.CLASSIFICATION)) == [covered[0], covered[3]]
    assert list(covered.of(Role.STAMP)) == []
    assert covered == tuple(covered)
    assert len(covered) == 4


def test_lines_of_one_role_in_a_pasted_page_count_its_markup():
    telegram = Telegram("TAGS: [PARM](#)\nOSLO", markup=(Markup(6, 7, ""), Markup(11, 15, "")))
    reading = ReadingText(telegram)
    lines = read_lines(reading)
    for line, role in zip(lines, (Role.TAGS, Role.PARAGRAPH), strict=True):
        line.role = role
    assert [tuple(line) for line in CoveredLines(lines, reading).of(Role.TAGS)] == [
        (0, 16, Role.TAGS)
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "OSLO 00000501 002 OF 003",
                STAMP,
                "PAGE 02",
                "\n",
                "\f",
                " the bees",
                "UNCLAS OSLO 000001",
                "SECRET",
                " ",
                "CONFIDENTIAL",
                "B6",
            ]
        ),
        max_size=14,
    )
)
def test_every_character_belongs_to_one_line(parts):
    text = "".join(parts)
    reading = ReadingText(Telegram(text))
    lines = read_lines(reading)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        assert text[line.start : line.end].startswith(line.text)
    covered = CoveredLines(lines, reading)
    assert "".join(text[start:end] for start, end, _ in covered) == text
