"""Quotations in Markdown: the words come back, and none of them means anything to Markdown."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from reader.cable.exports.quotation import Quoted, markdown_line, quotation, quotation_of_text
from reader.cable.exports.signs import seen
from reader.cable.model import Body
from reader.intake import read_cable, read_text_as_cable
from tests.cable.exports.cables import FERRY, LISTS, full_of
from tests.hostile import hostile_values


@pytest.fixture(scope="module")
def ferry():
    return read_text_as_cable(FERRY, "ferry.txt")


def tokens(text):
    """The kinds of blocks, and what is written in each."""
    found = MarkdownIt().parse(text)
    assert found[0].type == "blockquote_open"
    assert found[-1].type == "blockquote_close"
    return [token for token in found if token.type in ("inline", "code_block")]


def words(token):
    if token.type == "code_block":
        return token.content.rstrip("\n")
    for part in token.children:
        assert part.type in ("text", "text_special", "softbreak", "link_open", "link_close")
    return "".join(part.content for part in token.children)


def test_a_paragraph_with_marking_citation_and_link(ferry):
    assert quotation(ferry, [Quoted(0)]) == (
        "> ¶1 (SBU) The boat of the \\*Kettle Point\\* museum is late -- the clerk, XXXXXXXXXXXX, "
        "said so (ref A).\n>\n> — 09OSLO9004, para. 1\n>\n> <cable:09OSLO9004#p1>\n"
    )


def test_parts_of_paragraphs_and_a_style_of_ones_own(ferry):
    first, last = ferry.paragraphs[0].text, ferry.paragraphs[1].text
    end = last.index("the pier") + len("the pier")
    text = quotation(ferry, [Quoted(0, first.index("late")), Quoted(1, 0, end)], "chicago-notes")
    assert [words(token) for token in tokens(text)] == [
        "¶1 (SBU) late -- the clerk, XXXXXXXXXXXX, said so (ref A).",
        "¶2 (U) The board gave two reasons:",
        "-- the pier",
        '— US Embassy Oslo to US Department of State, telegram 09OSLO9004, "The Mail Boat & Its '
        '<Waffles>," September 17, 2009, paras. 1–2, redacted.',
        "cable:09OSLO9004#p1",
    ]


def test_a_table_is_quoted_as_it_is_set():
    cable = read_cable(LISTS)
    found = next(each for each in cable.paragraphs if "Bluff Harbor   " in each.text)
    tables = [
        token.content for token in tokens(quotation(cable, [Quoted(found.ordinal)]))
        if token.type == "code_block"
    ]  # fmt: skip
    assert tables[0].startswith(
        "Port            Ferries    Bales\nBluff Harbor          2     4212"
    )


def test_a_text_as_received_is_quoted_as_it_is(ferry):
    [code, *_] = tokens(quotation_of_text(ferry, "SUBJECT: <b>\n# x", 0, 0))
    assert code.content == "SUBJECT: <b>\n# x\n"


def test_a_cable_without_paragraphs_or_id_has_no_link(ferry):
    bare = ferry._replace(body=Body(), canonical_id=None, reference_id=None)
    assert quotation_of_text(bare, "words", 0, 0) == ">     words\n>\n> — Cable without an id\n"


def test_hostile_values_come_back_as_the_same_words():
    for value in hostile_values():
        [paragraph, *_] = full_of(value).paragraphs
        cable = full_of(value)._replace(body=Body([paragraph._replace(marking=None)]))
        shown = [" ".join(words(token).split()) for token in tokens(quotation(cable, [Quoted(0)]))]
        lines = [" ".join(line.split()) for line in f"¶1 {seen(value)}".split("\n")]
        assert shown[:-2] == [line for line in lines if line], value
        assert shown[-2:] == ["— 09OSLO9004, para. 1", "cable:09OSLO9004#p1"]


def test_a_line_is_one_line_of_text():
    for value in hostile_values():
        html = MarkdownIt("commonmark").render(markdown_line(value))
        assert html.count("<") in (0, 2), value
