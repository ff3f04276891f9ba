"""What is copied cleaned: no sign that hides, reorders or controls what stands around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cable.exports.cleaning import clean_text
from reader.cable.unobeyed import find_look_alikes, find_marked
from tests.growth import is_linear


@pytest.mark.parametrize(
    "sign",
    [
        *("\u202e", "\u2066", "\u2069", "\u200e", "\u061c"),
        *("\u200b", "\ufeff", "\u2060", "\xad", "\U000e0041"),
        *("\x1b", "\x00", "\x07", "\x7f", "\x9b", "\ud800", "\ufffe"),
    ],
)
def test_a_hidden_sign_is_left_out(sign):
    assert clean_text(f"the{sign} honey{sign}{sign}\tof 1908") == ("the honey\tof 1908", 3, 0)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_line_feed(end):
    assert clean_text(f"one{end}two").text == "one\ntwo"
    assert clean_text(f"one{end}two").left_out == 0


@pytest.mark.parametrize(
    ("text", "cleaned", "letters"),
    [
        ("1. (\u0421) The lamp", "1. (C) The lamp", 1),
        ("\u0421\u041eNFIDENTIAL OSLO", "CONFIDENTIAL OSLO", 2),
        # Words of their own script, and a letter that is no marking.
        ("\u0421\u0421\u0421\u0420 \u0421", "\u0421\u0421\u0421\u0420 \u0421", 0),
    ],
)
def test_a_marking_is_given_in_its_own_letters(text, cleaned, letters):
    assert clean_text(text) == (cleaned, 0, letters)


def test_a_marking_is_seen_when_the_hidden_sign_in_it_has_gone():
    assert clean_text("1. (\x1b\u0421) The lamp") == ("1. (C) The lamp", 1, 1)


def test_a_joiner_that_belongs_to_the_spelling_stays():
    word = "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert clean_text(word) == (word, 0, 0)
    assert clean_text("fer\u200cry").text == "ferry"


def test_a_joiner_goes_with_the_hidden_signs_beside_it():
    assert clean_text("fer\u061c\u200c\u061cry") == ("ferry", 3, 0)


SIGNS = st.text(
    st.sampled_from("aC(\u0421 \u200c\u061c\u202e\u200b\x1b\r\n\u0628\xad"), max_size=40
)


@given(SIGNS)
def test_nothing_that_is_marked_stays(text):
    cleaned = clean_text(text).text
    assert not list(find_marked(cleaned, 0, len(cleaned)))
    assert not list(find_look_alikes(cleaned))
    assert clean_text(cleaned) == (cleaned, 0, 0)


@pytest.mark.parametrize("signs", ["\u202e", "\u200c\u061c", "(\u0421) ", "\r\n", "\u0421"])
def test_cleaning_takes_linear_time(signs):
    assert is_linear(lambda size: lambda: clean_text(signs * (size // len(signs))), 400_000)
