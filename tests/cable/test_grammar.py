"""parse(Telegram) -> Cable: whole telegrams, fragments, pasted ones, and what is no telegram."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cable.grammar import parse
from reader.cable.model import Markup, Paragraph, Role, Telegram
from reader.errors import NotACable
from tests.telegrams import make_telegram


def test_a_fragment_gives_the_fields_that_are_there():
    cable = parse(Telegram("REF: A. OSLO 12\n     B. 08 LIMA 3\n"), year=2009)
    assert [reference.target for reference in cable.header.references] == ["09OSLO12", "08LIMA3"]
    assert cable.header.subject is None
    assert cable.body == ()


def test_references_have_their_places_in_the_text_as_received():
    text = "SUBJECT: LAMPS REF: A. OSLO 12, LIMA 3\nB. ROME 4\n"
    cable = parse(Telegram(text), year=2009)
    cited = [text[slice(*reference.span)] for reference in cable.header.references]
    assert [item.split()[-1] for item in cited] == ["12", "3", "4"]


def test_a_numbered_classified_by_line_is_read_in_the_body():
    cable = parse(
        Telegram("1. (U) Classified by Anna Strand, DCM. Reason: 1.5 (b).\n\n2. (C) Lamps.")
    )
    assert cable.header.classified_by == ("Anna Strand",)
    assert cable.header.reasons == ("b",)
    assert [paragraph.number for paragraph in cable.paragraphs] == [1, 2]


def test_a_partial_extract_says_so():
    words = "This record is a partial extract of the original cable."
    cable = parse(Telegram(f"{words}\n\nUNCLAS OSLO 000012\n\n1. Lamps.\n\n2. Hives.\n"))
    assert cable.partial
    assert not parse(Telegram("UNCLAS OSLO 000012\n\n1. Lamps.\n")).partial


def test_spans_of_a_pasted_telegram_are_those_of_the_text_as_received():
    text = "TAGS: [PREL](#)\n\n[1](#)1. (U) The [lamp](#) burned.\n\n¶2. (U) Nobody saw it.\n"
    markup = (
        Markup(6, 7, ""),
        Markup(11, 15, ""),
        Markup(17, 23, "¶"),
        Markup(34, 35, ""),
        Markup(39, 43, ""),
    )
    cable = parse(Telegram(text, markup=markup))
    first, second = cable.paragraphs
    assert (first.number, first.text) == (1, "The lamp burned.")
    assert text[first.start :].startswith("[1](#)1.")
    assert text[second.start :].startswith("¶2.")
    assert cable.header.tags == ("PREL",)
    assert [line.end for line in cable.lines][-1] == len(text)


@pytest.mark.parametrize(
    "text",
    ["", "\n", "Dear Anna,\nthe secret of honey is simple.\nAsk a bee.", "1. Buy milk."],
)
def test_what_is_no_telegram(text):
    with pytest.raises(NotACable):
        parse(Telegram(text))


PIECES = st.sampled_from(
    [
        "VZCZCXRO9017\n",
        "DE RUEHRK #0017/01 0610436\n",
        "R 020436Z MAR 09\n",
        "FM AMEMBASSY OSLO\n",
        "TO RUEHC/SECSTATE WASHDC 2183\n",
        "INFO ",
        "XMT AMEMBASSY LIMA\n",
        "UNCLAS OSLO 000017\n",
        "S E C R E T SECTION 01 OF 02 OSLO 000017 SIPDIS E.O. 12958: N/A TAGS: PREL\n",
        "SIPDIS\n",
        "E.O. 12958: DECL: 03/02/2019\n",
        "TAGS: PRELPGOV, MOPPS\n",
        "SUBJECT: LAMPS\n",
        "SUBJECT:",
        "REF: A. OSLO 12 B. 3\n",
        "Classified By: DCM Anna Strand, reasons 1.4 (b",
        " and (d).\n",
        "\n",
        "OSLO 00000017 001.2 OF 003\n",
        "¶1. (C) The lamp burned",
        "2. (U) ",
        "-----\n",
        "\f",
        " ",
        "PAGE 02 OSLO 00017 01 OF 03 291400Z\n",
        "Heading\n-------\n",
        "STRAND\n",
        "MRN: 23 OSLO 2\n",
        "ACTION EUR-12\n",
        "DESTINATION: VZCZCXRO9017RUEHDE RUEHRK #0017/01 0610436R 020436Z MAR 09FM AMEMBASSY OSLO",
    ]
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=25))
def test_any_heap_of_pieces_is_read_and_covered(pieces):
    text = "".join(pieces)
    try:
        cable = parse(Telegram(text), year=2009)
    except NotACable:
        return
    assert "".join(text[start:end] for start, end, _ in cable.lines) == text
    for item in cable.body:
        ends = 0
        for start, end in item.spans:
            assert ends <= start <= end <= len(text)
            ends = end
    for problem in cable.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)


@settings(max_examples=60)
@given(st.randoms(use_true_random=False), st.data())
def test_a_telegram_cut_anywhere_is_read(random, data):
    text = make_telegram(random, size=1500)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    try:
        cable = parse(Telegram(text[start:end]))
    except NotACable:
        return
    assert sum(end - start for start, end, _ in cable.lines) == end - start


@settings(max_examples=30)
@given(st.randoms(use_true_random=False))
def test_whole_telegrams_have_no_line_without_a_role(random):
    cable = parse(Telegram(make_telegram(random, size=2500)))
    assert Role.UNKNOWN not in {line.role for line in cable.lines}
    assert cable.header.subject
    assert any(isinstance(item, Paragraph) for item in cable.body)
    assert cable.problems == () or {problem.rule for problem in cable.problems} <= {
        "last_page",
        "section_count",
        "classification_portions",
    }
