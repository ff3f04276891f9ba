from __future__ import annotations

import pytest

from reader.formats.visible import visible, visible_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("¶1. (SBU) Köln", "¶1. (SBU) Köln"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("a\x9b2Jb\x7f", "a\\x9b2Jb\\x7f"),
        ("a\u202eb\u2066c\u200bd\u00ade", "a\\u202eb\\u2066c\\u200bd\\xade"),
        ("a\u2028b\x85c\x0cd", "a\\u2028b\\x85c\\x0cd"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("no\xa0break\u202fblank", "no\xa0break\u202fblank"),
        ("byte \udcff, half \ud83d", "byte \\xff, half \\ud83d"),
        ("tab\tline\nreturn\r", "tab\\tline\\nreturn\\r"),
    ],
)
def test_what_does_not_print_is_written_out(text, shown):
    assert visible(text) == shown


def test_a_text_keeps_its_lines_and_tabs():
    assert visible_lines("a\tb\x1b\n\nc\r\n") == "a\tb\\x1b\n\nc\\r\n"
    assert visible_lines("plain\ntext") == "plain\ntext"
