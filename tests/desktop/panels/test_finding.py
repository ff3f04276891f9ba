from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desktop.panels.page import finding
from reader.desktop.panels.page.finding import LONGEST_QUERY, find_hits, first_hit_from, fold

TEXTS = ("The ferry leaves. No ferryman stays.", "A FERRY, a ferry")


def found(texts, query, **options):
    return [
        text[hit.start : hit.end]
        for hit in find_hits(texts, query, **options)
        for text in (texts[hit.item],)
    ]


def test_every_hit_in_every_text():
    assert found(TEXTS, "ferry") == ["ferry", "ferry", "FERRY", "ferry"]
    assert list(find_hits(TEXTS, "ferry"))[2] == (1, 2, 7)


def test_case_and_whole_words_on_demand():
    assert found(TEXTS, "ferry", match_case=True) == ["ferry"] * 3
    assert found(TEXTS, "ferry", whole_word=True) == ["ferry", "FERRY", "ferry"]
    assert found(TEXTS, "FERRY", match_case=True, whole_word=True) == ["FERRY"]


def test_whole_words_need_no_letters_at_their_ends():
    assert found(["see (ref A), ref AB"], "(ref A)", whole_word=True) == ["(ref A)"]
    assert found(["pre-ref ref_b"], "ref", whole_word=True) == ["ref"]


def test_what_looks_alike_is_found():
    text = "the board\u2019s \u201cNo\u201d\u00a0of 2008\u20132009\nnext line"
    assert found([text], 'board\'s "No" of 2008-2009 next') == [text[4:-5]]
    assert found([text], "BOARD\u2019S") == ["board\u2019s"]


@pytest.mark.parametrize(
    "query", ["", "[", "(", "\\", ".*", "a{9999999}", "(?P<", "\x00", "\ud800"]
)
def test_no_query_is_an_error(query):
    assert found(["nothing of this"], query) == []
    assert query == "" or found([f"x{query}y"], query) == [query]


def test_a_query_is_cut_to_its_longest():
    assert found(["a" * 2 * LONGEST_QUERY], "a" * 3 * LONGEST_QUERY) == ["a" * LONGEST_QUERY] * 2


def test_letters_keep_their_place_whatever_their_small_form():
    assert found(["İstanbul ΟΔΟΣ οδος Straße"], "istanbul") == ["İstanbul"]
    assert found(["İstanbul ΟΔΟΣ οδος Straße"], "ΟΔΟΣ") == ["ΟΔΟΣ", "οδος"]
    assert found(["İİİ ferry"], "ferry") == ["ferry"]


def test_accents_need_not_be_typed():
    text = "The Łódź café – Straße 4, Æbeltoft… and Cafe\u0301 no. ½"
    assert found([text], "lodz") == ["Łódź"]
    assert found([text], "CAFÉ") == ["café", "Cafe\u0301"]
    assert found([text], "strasse 4") == ["Straße 4"]
    assert found([text], "aebeltoft...") == ["Æbeltoft…"]
    assert found([text], "cafe", match_case=True) == []
    assert found([text], "Straße", match_case=True) == ["Straße"]
    assert found([text], "cafe", whole_word=True) == ["café", "Cafe\u0301"]


def test_two_letters_that_are_one_sign_are_one_hit():
    assert found(["Straße"], "s") == ["S", "ß"]
    assert found(["ﬀ"], "f") == ["ﬀ"]


def test_every_sign_is_found_by_itself():
    for code in range(0, sys.maxunicode + 1, 67):
        sign = chr(code)
        alone = fold(sign, match_case=False).letters
        assert not alone or sign in found([f"({sign})"], sign), hex(code)


@given(st.text(max_size=60), st.text(min_size=1, max_size=3))
def test_hits_agree_with_a_plain_search(text, query):
    count = fold(text, match_case=True).letters.count(fold(query, match_case=True).letters)
    assert len(find_hits([text], query, match_case=True)) == count


@given(st.text(max_size=60), st.text(min_size=1, max_size=3))
def test_hits_lie_in_the_text_and_in_order(text, query):
    before = 0
    for _, start, end in find_hits([text], query):
        assert before <= start < end <= len(text)
        before = end


def test_a_text_of_very_many_signs_is_folded_sign_by_sign():
    text = "".join(map(chr, range(0xC0, 0x17F))) + " pier"
    assert found([text], "pier") == ["pier"]


def test_the_first_hit_from_a_place_on():
    hits = find_hits(TEXTS, "ferry")
    assert first_hit_from(hits, 0, 0) == 0
    assert first_hit_from(hits, 0, 5) == 1
    assert first_hit_from(hits, 1, 0) == 2
    assert first_hit_from(hits, 1, 99) == 0
    assert first_hit_from(find_hits(TEXTS, "puffin"), 0, 0) == -1


def test_hits_behave_as_a_sequence():
    hits = find_hits(TEXTS, "ferry")
    assert len(hits) == 4
    assert hits[-1] == (1, 11, 16)
    assert hits[1:3] == [(0, 21, 26), (1, 2, 7)]
    with pytest.raises(IndexError):
        hits[4]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("a" * 1_000, "a" * 500 + "b"),
        ("ab" * 500, "ab" * 250 + "c"),
        ("a" * 1_000, "a"),
        ("é\n" * 1_000, "e"),
    ],
)
@pytest.mark.parametrize("whole_word", [False, True])
def test_each_letter_is_looked_at_once_for_each_hit(monkeypatch, text, query, whole_word):
    """The work is counted: a text ten times as long asks ten times as often, not a hundred."""

    def work(text):
        asked = []
        monkeypatch.setattr(finding, "_is_word", lambda letter: bool(asked.append(letter)))
        find_hits([text], query, whole_word=whole_word)
        return len(asked)

    once = work(text)
    assert work(text * 10) <= 10 * once + 40
