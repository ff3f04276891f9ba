"""A text that is no cable, printed and saved: it says what it is, and no line is lost."""

from __future__ import annotations

from reader.cable.exports.edition import Shape
from reader.cable.exports.other_text import (
    SENTENCE,
    clean_copy,
    edition_of_text,
    name_of_text,
)

POEM = "The lamp is lit.\r\nThe sea is \u202eblack\u202c.\r\n\r\n\r\n  A boat.  \r\n"


def test_its_lines_are_set_as_they_stand():
    edition = edition_of_text("poem.txt", POEM)
    assert [piece.text for piece in edition.pieces] == [
        "The lamp is lit.\nThe sea is black.",
        "  A boat.",
    ]
    assert {piece.shape for piece in edition.pieces} == {Shape.TEXT}


def test_the_head_says_what_it_is():
    edition = edition_of_text("poem.txt", POEM)
    assert edition.title == edition.cable_id == "poem.txt"
    assert edition.classification == "Text that is no cable"
    assert [fact.value for fact in edition.facts] == [SENTENCE]
    assert not edition.link


def test_a_clean_copy_has_the_head_and_every_line():
    head, _, text = clean_copy("poem.txt", POEM).partition("-" * 40)
    assert head.startswith("poem.txt\nText that is no cable. No telegram ")
    assert text == "\n\nThe lamp is lit.\nThe sea is black.\n\n\n  A boat.  \n"


def test_an_empty_text_is_a_head_alone():
    assert edition_of_text("empty.txt", "\n\n").pieces == ()
    assert clean_copy("empty.txt", "").endswith("-\n\n\n")


def test_its_file_has_plain_letters():
    assert name_of_text("../sea & lamp.md", ".txt") == "sealamp.txt"
    assert name_of_text("\u202e.txt", ".pdf") == "text.pdf"
