import re

import pytest

from reader.cable import patterns
from reader.cable.patterns import ANY_CASE, pattern


@pytest.fixture
def compiled(monkeypatch):
    """The patterns that are compiled from now on."""
    texts = []

    def compile_now(text, flags=0):
        texts.append(text)
        return re.compile(text, flags)

    monkeypatch.setattr(patterns, "compiled", compile_now)
    return texts


def test_a_pattern_is_compiled_when_it_is_first_used(compiled):
    ferry = pattern("FERRY (?P<number>[0-9]+)")
    assert compiled == []
    match = ferry.search("THE FERRY 12 IS LATE")
    assert match is not None
    assert match["number"] == "12"
    assert ferry.search("NO FERRY") is None
    assert compiled == ["FERRY (?P<number>[0-9]+)"]


def test_it_is_a_pattern_to_all_who_ask():
    ferry = pattern("(ferry)(?P<number>[0-9])", re.IGNORECASE)
    assert isinstance(ferry, re.Pattern)
    assert ferry.pattern == "(ferry)(?P<number>[0-9])"
    assert ferry.flags == re.compile(ferry.pattern, re.IGNORECASE).flags
    assert ferry.groups == 2
    assert ferry.groupindex == {"number": 2}
    with pytest.raises(AttributeError):
        _ = ferry.boat


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("match", ("a1",)),
        ("fullmatch", ("a1",)),
        ("search", ("-a1",)),
        ("findall", ("a1 b2",)),
        ("split", ("a1 b2",)),
        ("sub", ("x", "a1 b2")),
        ("subn", ("x", "a1 b2")),
        ("finditer", ("a1 b2",)),
    ],
)
def test_it_answers_as_a_compiled_one_does(method, words):
    text = "[a-z][0-9]"
    ours = getattr(pattern(text), method)(*words)
    theirs = getattr(re.compile(text), method)(*words)
    if method == "finditer":
        ours, theirs = list(ours), list(theirs)
    assert str(ours) == str(theirs)


def test_bytes_have_patterns_too():
    assert pattern(rb"\d+").findall(b"1 and 20") == [b"1", b"20"]


def test_letters_of_either_case_are_those_of_ascii():
    subject = pattern("SUBJ:", ANY_CASE)
    assert subject.match("Subj:")
    assert subject.match("\u017fubj:") is None
