from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.cable.lines import ReadingText
from reader.formats import limits
from reader.formats.decoding import Decoded
from reader.formats.markdown import read as read_telegrams
from tests.growth import is_linear

if TYPE_CHECKING:
    from reader.cable.model import Telegram


def telegram(text: str) -> Telegram:
    [found] = read_telegrams(Decoded(text, "utf-8"), "ferry.md", "0" * 64)
    return found


def read(text: str) -> str:
    return ReadingText(telegram(text)).text


def test_links_to_tags_read_as_their_words():
    assert read("TAGS: [EWWT](#) [SCUL](#) [IC](/tag/IC_0.html)") == "TAGS: EWWT SCUL IC"


@pytest.mark.parametrize("anchor", ["[1](#)", "[¶](#par1)", "[](#par1)", "[x](#)", "[1](#) "])
def test_an_anchor_before_a_number_is_the_mark_of_a_paragraph(anchor):
    assert read(f"{anchor}1. (SBU) The ferry.").replace("¶ ", "¶") == "¶1. (SBU) The ferry."


def test_an_anchor_before_a_letter_is_the_mark_of_an_item():
    assert read("REF: A. OSLO 9004\n[1](#)B. OSLO 9005") == "REF: A. OSLO 9004\n¶B. OSLO 9005"


def test_a_number_that_was_escaped_after_an_anchor():
    assert read("[1](#)1\\. (U) The ferry.") == "¶1. (U) The ferry."


@pytest.mark.parametrize(
    "text", ["as [Vitadottir](#note) U. Strand said", "[see](http://x.y/)1. no"]
)
def test_other_links_before_a_letter_are_words(text):
    assert "¶" not in read(text)


def test_a_title_and_round_brackets_in_the_address():
    assert read('[OSLO 12](</cable/1(2).html> "a (b) c") and [B](/w/X_(Y))') == "OSLO 12 and B"


def test_brackets_inside_a_link():
    assert read("[[REF]](#) [a \\] b](#)") == "[REF] a ] b"


def test_escapes_are_dropped():
    assert read(r"\[REDACTED\] A\_B 1\. \\ C:\dir") == r"[REDACTED] A_B 1. \ C:\dir"
    assert read(r"\[1](#)1.") == "[1](#)1."


def test_a_line_end_kept_by_a_backslash():
    assert read("FM AMEMBASSY OSLO\\\nTO SECSTATE") == "FM AMEMBASSY OSLO\nTO SECSTATE"


def test_entities_of_pages_are_read_and_others_stay():
    assert read("R&amp;D &lt;x&gt; &#167; &#xB6; &nbsp;. &D; &quoted8 &#0; &#xD800;") == (
        "R&D <x> § ¶  . &D; &quoted8 &#0; &#xD800;"
    )


def test_bare_links_and_strong_words():
    assert read("<http://ferry.example/a> **Summary**: ** no ** *** x ***") == (
        "http://ferry.example/a Summary: ** no ** *** x ***"
    )


@pytest.mark.parametrize(
    "text", ["# not a title", "> no quote", "    no code", "1. no list", "***"]
)
def test_nothing_else_of_a_cable_turns_into_markdown(text):
    assert read(text) == text


def test_a_link_that_runs_over_a_line_end():
    assert read("TAGS: [A\nB](#) [C](\n#)\n[D](/d)") == "TAGS: A\nB C\nD"


def test_a_link_may_not_run_over_a_rule_or_an_empty_line():
    assert read("[A\n\nB](#)") == "[A\n\nB](#)"
    assert read("[A\n-----\nB](#)") == "[A\n-----\nB](#)"
    assert read(r"\[A" + "\nB](#)") == "[A\nB](#)"


def test_marks_and_damage_are_mended_together():
    text = "TAGS:\xa0[EWWT](#)\n[1](#)1. (U) Late."
    assert read(text) == "TAGS: EWWT\n¶1. (U) Late."
    assert telegram(text).source.repairs == ("1 no-break or other blank read as a plain one",)


def test_the_text_stays_as_received():
    text = "TAGS: [EWWT](#)  \n[1](#)1. (U) R&amp;D\n"
    found = telegram(text)
    assert found.text == text
    assert found.source.format == "markdown"
    assert found.source.repairs == ()


def test_a_text_over_the_cap_is_read_as_it_is():
    text = "[1](#)1. (U) The ferry.\n" * (limits.MARKDOWN_CHARACTERS // 24 + 1)
    found = telegram(text)
    assert (found.source.format, found.markup) == ("telegram", ())
    assert found.source.repairs == (
        "longer than 1 MB: links and escapes were not taken for Markdown; "
        "save each cable as a file of its own",
    )


def rendered(text: str) -> str:
    """The words of a text by markdown-it-py's own rules for links, escapes and entities."""
    rules = MarkdownIt("zero", {"html": False, "maxNesting": 20})
    rules.enable(["hr", "lheading", "link", "escape", "entity"])
    words = [
        "".join("\n" if child.type == "hardbreak" else child.content for child in token.children)
        for token in rules.parse(text)
        if token.type == "inline"
    ]
    return squeezed("\n".join(words))


def squeezed(text: str) -> str:
    lines = (line for line in text.split("\n") if not re.fullmatch(r"[ \t]*(-[ \t-]*|=+)", line))
    return " ".join(" ".join(lines).split())


PIECES = st.sampled_from(
    ["[PARM](#)", "[a b](/x)", "[", "]", "](#)", "(", ")", "\\", "\\[", "\\_", "&amp;", "&lt;", "&",
     ";", "ferry", "¶2. (U)", " ", "\n", "\n\n", "-----\n", ".", "A", "7", "[x\ny](#)", "[q\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_marks_are_read_as_markdown_it_reads_them(text):
    # Anchors of paragraphs are a rule of ours alone; nested and doubtful links may differ in what
    # is left of them, but no letter or digit is ever lost or added.
    expected = re.sub(r"\W", "", rendered(text))
    found = re.sub(r"\W", "", read(text))
    assert sorted(found.replace("x", "")) == sorted(expected.replace("x", "")) or "](" in text


def test_the_seed_reads_as_markdown_it_reads_it(shared):
    text = (shared / "seed" / "09MOSCOW501.md").read_text(encoding="utf-8")
    anchors = re.sub(r"\[1\]\(#\)(?=[0-9A-Z]+\.)", "¶", text)
    assert squeezed(read(text)) == rendered(anchors)


@pytest.mark.parametrize(
    "piece",
    ["[", "](", "[a](", "[[a]a", "[a](b", "\\", "&#", "&amp", "<a:", "**", "**a", "[a\n", "[](\n",
     "[a](<", '[a](b "', "[\\", "[a]("  + "x" * 900],
)  # fmt: skip
def test_time_is_linear_in_hostile_text(piece):
    def prepare(size):
        text = piece * (size // len(piece))
        return lambda: read(text)

    assert is_linear(prepare, 900_000)
