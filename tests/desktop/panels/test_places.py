from __future__ import annotations

import pytest

from reader.cable.model import Body, Cable, Header, Markup, Paragraph, Span, Telegram
from reader.desktop.panels.page.places import Received, paragraph_place, received_offset
from tests.growth import is_linear

RAW = """FM OSLO
TO STATE

1. (U) The boat pays for
itself in

OSLO 00000017  002 OF 002

waffles, as ref A
said.

WAFFLES
-------

2. (SBU)  It sails
   at dusk.
"""


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def made(text, *paragraphs, markup=()):
    return Cable(Telegram(text, markup=markup), None, None, Header(), Body(paragraphs), ())


@pytest.fixture
def boat():
    first = Paragraph(
        0,
        1,
        "U",
        "The boat pays for itself in waffles, as ref A said.",
        (span(RAW, "The boat pays for\nitself in\n"), span(RAW, "waffles, as ref A\nsaid.\n")),
        RAW.index("1. (U)"),
    )
    second = Paragraph(
        1,
        2,
        "SBU",
        "It sails at dusk.",
        (span(RAW, "It sails\n   at dusk.\n"),),
        RAW.index("2. (SBU)"),
    )
    return made(RAW, first, second)


@pytest.mark.parametrize(
    ("ordinal", "words"),
    [(0, "The boat"), (0, "for"), (0, "itself"), (0, "waffles"), (0, "said."), (1, "dusk.")],
)
def test_a_word_of_a_paragraph_is_found_in_the_text_as_received(boat, ordinal, words):
    offset = boat.paragraphs[ordinal].text.index(words)
    place = received_offset(boat, ordinal, offset)
    assert RAW[place:].startswith(words)
    assert received_offset(boat, ordinal, offset + 2) == place + 2
    assert paragraph_place(boat, place) == (ordinal, offset)
    assert paragraph_place(boat, place + 1) == (ordinal, offset + 1)


def test_every_letter_goes_there_and_comes_back(boat):
    for paragraph in boat.paragraphs:
        for offset, letter in enumerate(paragraph.text):
            place = received_offset(boat, paragraph.ordinal, offset)
            if not letter.isspace():
                assert RAW[place] == letter
                assert paragraph_place(boat, place) == (paragraph.ordinal, offset)


def test_a_place_in_the_header_belongs_to_no_paragraph(boat):
    assert paragraph_place(boat, 0) is None
    assert paragraph_place(boat, RAW.index("1. (U)") - 1) is None
    assert paragraph_place(made(RAW), 20) is None


def test_number_and_marking_lead_to_the_beginning_of_the_paragraph(boat):
    assert paragraph_place(boat, RAW.index("1. (U)")) == (0, 0)
    assert paragraph_place(boat, RAW.index("(SBU)") + 2) == (1, 0)


def test_a_heading_leads_to_what_it_heads_and_the_end_to_the_end(boat):
    assert paragraph_place(boat, RAW.index("WAFFLES")) == (1, 0)
    assert paragraph_place(boat, len(RAW)) == (1, len(boat.paragraphs[1].text))


def test_a_page_break_in_a_paragraph_leads_to_what_stands_before(boat):
    ordinal, offset = paragraph_place(boat, RAW.index("00000017"))
    assert ordinal == 0
    assert boat.paragraphs[0].text[:offset].endswith("in")


def test_markup_of_the_carrier_is_stepped_over():
    text = "[1](#)1. (U) See [PARM](#) and [ref A](#x), pa[ren](#)thesis."
    markup = [Markup(0, 6, "¶")]
    for piece in ("[PARM](#)", "[ref A](#x)", "[ren](#)"):
        start = text.index(piece)
        close = start + piece.index("]")
        markup += [Markup(start, start + 1, ""), Markup(close, start + len(piece), "")]
    words = "See PARM and ref A, parenthesis."
    paragraph = Paragraph(0, 1, "U", words, (Span(13, len(text)),), 0)
    cable = made(text, paragraph, markup=tuple(markup))
    for word in ("See", "PARM", "ref", "A,", "parenthesis.", "thesis"):
        offset = words.index(word)
        place = received_offset(cable, 0, offset)
        assert text[place] == word[0]
        assert paragraph_place(cable, place) == (0, offset)


def test_a_word_that_was_cut_by_a_line_end_is_followed():
    text = "1. Classified for REAS\nONS 1.4 of it.\n"
    words = "Classified for REASONS 1.4 of it."
    cable = made(text, Paragraph(0, 1, None, words, (Span(3, len(text)),), 0))
    for word in ("REAS", "ONS", "1.4", "it."):
        assert text[received_offset(cable, 0, words.index(word)) :].startswith(word)


def test_text_that_was_respelled_still_leads_near():
    text = "1. The \u2018lamp\u2019 is lit at dusk.\n"
    words = "The 'lamp' is lit at dusk."
    cable = made(text, Paragraph(0, 1, None, words, (Span(3, len(text)),), 0))
    place = received_offset(cable, 0, words.index("dusk"))
    assert text[place:].startswith("dusk")


def test_offsets_outside_are_bounded(boat):
    end = received_offset(boat, 1, 10_000)
    assert RAW[:end].endswith("dusk.")
    assert received_offset(boat, 0, -5) == RAW.index("The boat")
    empty = made("1. (U)\n", Paragraph(0, 1, "U", "", (), 0))
    assert received_offset(empty, 0, 0) == 0
    assert paragraph_place(empty, 3) == (0, 0)


def test_the_time_to_walk_a_text_grows_with_it(boat):
    def prepare(size):
        text = "The boat leaves.\n" * (size // 17)
        words = " ".join(text.split())
        cable = made(
            text, boat.paragraphs[0]._replace(text=words, spans=(Span(0, len(text)),), start=0)
        )

        def walk():
            place = received_offset(cable, 0, words.rindex("boat"))
            assert text[place:] == "boat leaves.\n"
            assert paragraph_place(cable, place) == (0, words.rindex("boat"))

        return walk

    assert is_linear(prepare, 300_000)


def test_the_sample_cable_leads_there_and_back(sample_cable):
    text = sample_cable.text
    for paragraph in sample_cable.paragraphs:
        for offset, letter in enumerate(paragraph.text):
            place = received_offset(sample_cable, paragraph.ordinal, offset)
            if not letter.isspace():
                assert text[place] == letter
                assert paragraph_place(sample_cable, place) == (paragraph.ordinal, offset)


# The stretches of some words.


def stretches(cable, ordinal, words):
    start = cable.paragraphs[ordinal].text.index(words)
    found = Received(cable, ordinal).stretches(start, start + len(words))
    return [cable.text[first:last] for first, last in found]


def test_words_stand_in_as_many_stretches_as_lines(boat):
    words = "pays for itself in waffles, as"
    assert stretches(boat, 0, words) == ["pays for", "itself in", "waffles, as"]
    assert stretches(boat, 0, "tsel") == ["tsel"]
    assert stretches(boat, 1, "It sails at dusk.") == ["It sails", "at dusk."]


def test_markup_is_no_part_of_a_stretch():
    text = "1. The <i>boat</i> pays.\n"
    paragraph = Paragraph(0, 1, None, "The boat pays.", (span(text, text[3:]),), 0)
    marked = made(text, paragraph, markup=(Markup(7, 10, ""), Markup(14, 18, "")))
    assert stretches(marked, 0, "The boat pays.") == ["The", "boat", "pays."]


def test_stretches_of_a_long_paragraph_are_found_in_linear_time():
    def prepare(size):
        text = "lamp " * (size // 5)
        paragraph = Paragraph(0, None, None, text.strip(), (Span(0, len(text)),), 0)
        long = made(text, paragraph)
        return lambda: Received(long, 0).stretches(0, len(text))

    assert is_linear(prepare, 400_000)
