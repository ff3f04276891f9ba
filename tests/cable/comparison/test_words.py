from __future__ import annotations

import pytest

from reader.cable.comparison.words import REDACTED, words_of


def keys(text):
    return list(words_of(text).keys)


def test_words_and_signs_stand_alone():
    assert keys("(SBU) The board's 1,540 lamps.") == [
        "(", "SBU", ")", "The", "board's", "1", ",", "540", "lamps", ".",
    ]  # fmt: skip


def test_each_word_knows_its_place():
    text = "The  pier,\nat noon"
    words = words_of(text)
    places = zip(words.starts, words.ends, strict=True)
    assert [text[start:end] for start, end in places] == ["The", "pier", ",", "at", "noon"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the\npier", "the   pier"),
        ("board\u2019s \u201cNo\u201d", 'board\'s "No"'),
        ("2008\u20132009 -- so", "2008-2009 \u2014 so"),
        ("caf\u00e9", "cafe\u0301"),
        ("the\u00a0pier", "the pier"),
    ],
)
def test_layout_makes_no_difference(one, other):
    assert keys(one) == keys(other)


@pytest.mark.parametrize(("one", "other"), [("Pier", "pier"), ("cafe", "café"), ("a, b", "a b")])
def test_letters_and_signs_do(one, other):
    assert keys(one) != keys(other)


@pytest.mark.parametrize(
    "printed", ["XXXX", "XXXXXXXXXXXX", "xxxxx", "[NAME REMOVED]", "[redacted]", "███"]
)
def test_a_redaction_is_one_word_however_it_is_printed(printed):
    assert keys(f"the {printed}, who") == ["the", REDACTED, ",", "who"]


@pytest.mark.parametrize("printed", ["XXX", "xxxx", "XXXXs", "aXXXX", "[removed]"])
def test_what_only_looks_like_one_is_none(printed):
    assert REDACTED not in keys(printed)
