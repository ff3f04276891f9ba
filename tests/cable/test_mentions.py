"""Where the body names what the REF line cites, and what only looks like it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cable.mentions import find_mentions
from reader.cable.model import Paragraph
from reader.cable.references import parse_references
from tests.growth import is_linear

FIELD = "REF: A. OSLO 12 B. 08 STATE 12345 C. STRAND E-MAIL OF MAY 3"


def paragraphs(*texts):
    return [Paragraph(index, index + 1, None, text, ()) for index, text in enumerate(texts)]


def mentions(text, field=FIELD, *, year=2009, month=None):
    references = parse_references(field, year=year, month=month)
    found = find_mentions(paragraphs(text), references, year=year)
    assert all(text[item.start : item.end] == item.text for item in found)
    return [(item.text, item.label, item.target) for item in found]


A = ("A", "09OSLO12")
B = ("B", "08STATE12345")
C = ("C", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As ref A said.", [("ref A", *A)]),
        ("(Ref B) (REF C) (ref a)", [("Ref B", *B), ("REF C", *C), ("ref a", *A)]),
        ("reftel A, Reftel (b) and ref [C]", [
            ("reftel A", *A), ("Reftel (b)", *B), ("ref [C]", *C),
        ]),
        ("Refs A and B agree", [("Refs A", *A), ("B", *B)]),
        ("refs A, B, and C.", [("refs A", *A), ("B", *B), ("C", *C)]),
        ("refs a/b", [("refs a", *A), ("b", *B)]),
        ("refs (A) and (B)", [("refs (A)", *A), ("(B)", *B)]),
        ("refs B and A.", [("refs B", *B), ("A", *A)]),
        ("REFS A-C", [("REFS A-C", *A), ("REFS A-C", *B), ("REFS A-C", *C)]),
        ("refs A through C", [("refs A through C", *label) for label in (A, B, C)]),
        ("Annex B of ref B edits", [("ref B", *B)]),
        ("ref B's Annex B (ii)", [("ref B", *B)]),
        ("Reference A says", [("Reference A", *A)]),
        ("ref D is lost", [("ref D", "D", None)]),
        ("reftels", [("reftels", *A), ("reftels", *B), ("reftels", *C)]),
    ],
)  # fmt: skip
def test_letters_are_tied_to_their_items(text, expected):
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "septel, and SEPTELS too",
        "reftel, where there are several",
        "reform, reflect, refer to it, a referee, the xref A",
        "in ref U.S. law, and ref B-based work",
        "with reference to a new law",
        "therefore A",
    ],
)
def test_what_names_no_item(text):
    assert mentions(text) == []


@pytest.mark.parametrize(
    "text", ["see reftel", "Reftel's figures", "(ref)", "per REF.", "REFTEL A NEW LAMP", "(ref A)"]
)
def test_the_only_item_needs_no_letter(text):
    [(_, label, target)] = mentions(text, "REF: OSLO 12")
    assert (label, target) == (None, "09OSLO12")


def test_the_only_item_may_have_a_letter_or_be_no_cable():
    assert mentions("see reftel", "REF: A. OSLO 12") == [("reftel", *A)]
    assert mentions("see reftel", "REF: STRAND LETTER") == [("reftel", None, None)]


def test_a_list_under_one_letter_is_one_item():
    assert mentions("(ref A)", "REF: A. OSLO 12 AND 13 B. LIMA 7") == [("ref A", "A", None)]


def test_items_without_letters_are_counted_through():
    field = "REF: OSLO 12; LIMA 7; QUITO 3"
    assert mentions("refs A and C", field) == [
        ("refs A", None, "09OSLO12"),
        ("C", None, "09QUITO3"),
    ]


def test_a_january_item_keeps_its_two_candidates():
    field = "REF: A. OSLO 1200"
    assert mentions("ref A", field, month=1) == [("ref A", "A", None)]
    assert mentions("OSLO 1200", field, month=1) == [("OSLO 1200", "A", None)]


def test_articles_and_pronouns_are_no_letters():
    assert mentions("Per ref a new law is due", "REF: OSLO 12") == []
    assert mentions("ref B, a new law; ref A, I think") == [("ref B", *B), ("ref A", *A)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said (OSLO 12) that", [("OSLO 12", *A)]),
        ("in Oslo 12.", [("Oslo 12", *A)]),
        ("and 08 STATE 12345, which", [("08 STATE 12345", *B)]),
        ("see 09OSLO12 and 07LIMA77", [("09OSLO12", *A), ("07LIMA77", None, "07LIMA77")]),
        ("wrote LIMA 501 last week", [("LIMA 501", None, "09LIMA501")]),
        ("'07 SAO PAULO 77 said", [("'07 SAO PAULO 77", None, "07SAOPAULO77")]),
        ("2007 LIMA 77 said", [("2007 LIMA 77", None, "07LIMA77")]),
        ("(see Lima 501 and 502)", [("Lima 501", None, "09LIMA501"), ("502", None, "09LIMA502")]),
        ("LIMA 02012 told", [("LIMA 02012", None, "09LIMA2012")]),
        ("LIMA 501 (NOTAL) told", [("LIMA 501", None, "09LIMA501")]),
        ("Reported in Port-of-Spain 12 (ref A)", [("ref A", *A)]),
        ("see reftel OSLO 12", [("OSLO 12", *A)]),
        ("PLEASE SEE (LIMA 501) FOR MORE", [("LIMA 501", None, "09LIMA501")]),
    ],
)
def test_ids_in_the_text(text, expected):
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "UNSCR 1540 and UN 1540",
        "Section 6 of Article 41, Annex 2",
        "on March 3, MAY 2009, July 15",
        "USD 310, EUR 500, NIS 340 million, FY2008, G8",
        "the London 2012 games, COPENHAGEN 2009",
        "In Lima 600 people came",
        "IN LIMA 6000 PEOPLE CAME",
        "LIMA 5",
        "Lima 501",
        "LIMA 00000501 002 OF 003",
        "SECTION 01 OF 02 LIMA 000501",
        "2012 LIMA 501",
        "LIMA 1.5 million",
        "OSLO 12-15 May",
    ],
)
def test_what_only_looks_like_an_id(text):
    assert mentions(text, "REF: QUITO 3") == []


def test_mentions_count_in_their_own_paragraph_and_stand_in_order():
    found = find_mentions(
        paragraphs("LIMA 501 and ref A", "nothing", "ref B\nQUITO 502"),
        parse_references(FIELD, year=2009),
        year=2009,
    )
    assert [(item.ordinal, item.start, item.end, item.text) for item in found] == [
        (0, 0, 8, "LIMA 501"),
        (0, 13, 18, "ref A"),
        (2, 0, 5, "ref B"),
        (2, 6, 15, "QUITO 502"),
    ]


def test_other_letters_than_ascii_move_nothing():
    assert mentions("\u201cCaf\u00e9\u201d \u2013 \u0416\U0001f41d (ref A)") == [("ref A", *A)]


def test_without_references_letters_are_kept():
    assert mentions("ref A, reftel, LIMA 501 told", "") == [
        ("ref A", "A", None),
        ("LIMA 501", None, "09LIMA501"),
    ]


PIECES = st.sampled_from(
    ("ref", "REFS", " ", "A", "-", "C", "and ", ", ", "(", ")", "reftel", "OSLO ", "LIMA 501", "12",
     "2008 ", "09OSLO12", "\n", "\u00e9", "\U0001f41d", "B", "I ", "a ", "#", "'")
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join))


@given(st.lists(TEXTS, max_size=4))
def test_mentions_lie_in_their_paragraphs_in_order_and_none_over_another(texts):
    found = find_mentions(paragraphs(*texts), parse_references(FIELD, year=2009), year=2009)
    places = sorted({(item.ordinal, item.start, item.end) for item in found})
    assert places == list(dict.fromkeys((m.ordinal, m.start, m.end) for m in found))
    for (ordinal, _, end), (next_ordinal, start, _) in pairwise(places):
        assert ordinal < next_ordinal or end <= start
    for item in found:
        assert texts[item.ordinal][item.start : item.end] == item.text != ""


@pytest.mark.parametrize(
    "unit", ["ref ", "ref A, ", "refs A-", "LIMA ", "LIMA 501, ", "A-0", "A0", " 0", "09LIMA", "A ",
             "09LIMA501 ", "LIMA 501 AND "]
)  # fmt: skip
def test_time_is_linear(unit):
    references = parse_references(FIELD, year=2009)

    def prepare(size):
        text = unit * (size // len(unit))
        return lambda: find_mentions(paragraphs(text), references, year=2009)

    assert is_linear(prepare, 80_000)
