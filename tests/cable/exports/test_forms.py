"""The forms in which a cable is saved, and the names of their files."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from reader.cable.exports.forms import FORMS, file_name
from reader.intake import read_cable, read_text_as_cable
from tests.cable.exports.cables import FERRY, LISTS, full_of
from tests.cable.exports.golden_files import GOLDEN, golden_files
from tests.hostile import hostile_values


@pytest.fixture(scope="module")
def ferry():
    return read_text_as_cable(FERRY, "ferry.txt")


def form(name):
    return next(each for each in FORMS if each.name == name)


def test_every_form_writes_and_has_an_ending_of_its_own(ferry):
    assert len({each.ending for each in FORMS}) == len(FORMS)
    for each in FORMS:
        assert each.write(ferry, ())
        assert each.help.endswith(".")


def test_the_text_as_received_keeps_every_sign(ferry):
    assert form("received").write(ferry, ()) == ferry.text.encode()


@pytest.mark.parametrize("name", ["text", "markdown", "received"])
def test_what_is_saved_is_read_as_the_same_paragraphs(ferry, name):
    text = form(name).write(ferry, ()).decode()
    again = read_text_as_cable(text, f"again{form(name).ending}")
    for one, other in zip(again.paragraphs, ferry.paragraphs, strict=True):
        assert (one.number, one.marking, one.text) == (other.number, other.marking, other.text)


def rendered(text: str) -> list[str]:
    """The words of each block as a reader of Markdown shows them."""
    blocks = []
    for token in MarkdownIt().parse(text):
        if token.type == "inline":
            parts = [
                "\n" if part.type in ("softbreak", "hardbreak") else part.content
                for part in token.children
            ]
            assert {part.type for part in token.children} <= {"text", "softbreak", "hardbreak",
                                                              "text_special"}  # fmt: skip
            blocks.append("".join(parts))
        elif token.type == "code_block":
            blocks.append(token.content.rstrip("\n"))
        assert token.type != "html_block"
    return blocks


def test_a_reader_of_markdown_shows_the_same_paragraphs(ferry):
    blocks = rendered(form("markdown").write(ferry, ()).decode())
    for paragraph in ferry.paragraphs:
        first, *_ = paragraph.text.split("\n")
        assert f"¶{paragraph.number}. ({paragraph.marking}) {first}" in blocks
    assert "-- the pier is dark;" in blocks


def test_a_reader_of_markdown_shows_a_table_as_it_is():
    blocks = rendered(form("markdown").write(read_cable(LISTS), ()).decode())
    assert any("\nBluff Harbor          2     4212\n" in block for block in blocks)


def test_names_of_files_are_plain_whatever_the_cable_is_called(ferry):
    assert file_name(ferry, ".odt") == "09OSLO9004.odt"
    for value in hostile_values():
        named = full_of(value)._replace(canonical_id=None, reference_id=value)
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,59}\.md", file_name(named, ".md"))
    assert file_name(ferry._replace(canonical_id=None, reference_id=None), ".md") == "cable.md"


def test_the_files_are_as_the_golden_ones():
    expected = {path.name: path.read_bytes().decode() for path in GOLDEN.iterdir()}
    assert golden_files() == expected
    assert len(expected) == 8
