from __future__ import annotations

import pytest

from reader.formats.decoding import decode, is_ordinary

TEXT = "¶1. (SBU) The ferry – and the “lamp” – are late.\n"


def test_a_sound_text_is_utf_8_without_repairs():
    found = decode(TEXT.encode())
    assert (found.text, found.encoding, found.repairs) == (TEXT, "utf-8", ())


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-32", "utf-32-le"),
        ("cp1252", "windows-1252"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_each_encoding_is_told(encoding, name):
    found = decode(TEXT.encode(encoding))
    assert (found.text, found.encoding) == (TEXT, name)


def test_utf_16_with_its_bytes_the_other_way_round():
    found = decode(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert (found.text, found.encoding) == (TEXT, "utf-16-be")


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_lone_byte_order_mark_is_an_empty_text(mark):
    assert decode(mark).text == ""


@pytest.mark.parametrize("end", ["\r\n", "\r", "\r\r\n"])
def test_lines_end_in_line_feeds(end):
    assert decode(f"A{end}B{end}{end}C".encode()).text == "A\nB\n\nC"


def test_bytes_that_windows_leaves_undefined_are_kept_and_listed():
    found = decode(b"CAF\xc9 \x81\x8d\x8f\x90\x9d 1. \xb6")
    assert found.text == "CAFÉ \x81\x8d\x8f\x90\x9d 1. ¶"
    assert found.encoding == "windows-1252"
    assert found.repairs == ("5 bytes without a meaning in Windows-1252 kept as controls",)


@pytest.mark.parametrize("cut", [1, 2])
def test_utf_8_that_was_cut_inside_its_last_sign(cut):
    data = "¶1. The ferry – it is late”".encode()[:-cut]
    found = decode(data)
    assert found.encoding == "utf-8"
    assert found.text == "¶1. The ferry – it is late\ufffd"


def test_a_pilcrow_of_which_only_the_first_byte_is_left():
    assert decode(b"1. The ferry.\n\xc2") == ("1. The ferry.\n\ufffd", "utf-8", (), False)


def test_a_windows_text_that_ends_in_a_capital_letter_with_an_accent():
    assert decode(b"LE CAF\xc9").text == "LE CAFÉ"


def test_utf_8_with_one_spoilt_byte_stays_utf_8():
    found = decode("¶1. “Late”".encode() + b"\xff" + "¶2.".encode())
    assert (found.text, found.encoding) == ("¶1. “Late”\ufffd¶2.", "utf-8")


def test_utf_16_with_half_a_sign_at_its_end():
    found = decode("¶1. Late".encode("utf-16-le") + b"\x41")
    assert (found.text, found.encoding) == ("¶1. Late\ufffd", "utf-16-le")


def test_zero_bytes_here_and_there_are_not_utf_16():
    found = decode(b"\x00E.O. 12958: N/A\x00\nTAGS: PREL")
    assert (found.text, found.encoding) == ("\x00E.O. 12958: N/A\x00\nTAGS: PREL", "utf-8")
    assert decode(b"\x00").encoding == "utf-8"


def test_what_is_ordinary_needs_no_closer_look():
    assert is_ordinary("VZCZCXRO9017\r\n\t¶1. (U) Late.".encode())
    assert not is_ordinary("a no-break\xa0blank".encode())
    assert not is_ordinary(b"a zero\x00byte")
