from __future__ import annotations

import os
from hashlib import sha256

import pytest

from reader.cable.model import Markup
from reader.errors import NotACable, UnreadableFile
from reader.formats import limits
from reader.formats.registry import FORMATS, read_bytes, read_telegrams, read_text, sniff

TELEGRAM = "UNCLAS OSLO 009004\n\nTAGS: EWWT\n\n1. (U) The ferry is late.\n"

FOREIGN = {
    "7z": (b"7z\xbc\xaf\x27\x1c\x00", "an archive of a kind that is not read"),
    "bzip2": (b"BZh91AY&SY\x00\x80", "an archive of a kind that is not read"),
    "rar": (b"Rar!\x1a\x07\x00", "an archive of a kind that is not read"),
    "mail or document of an office": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00",
        "a message of Outlook (.msg) or a document of an older office program, which is not read",
    ),
    "database": (
        b"SQLite format 3\x00\x10",
        "a database of another program (SQLite), which is not opened",
    ),
    "photo": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture, which holds no text"),
    "png": (b"\x89PNG\r\n\x1a\n\x00", "a picture, which holds no text"),
    "webp": (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a picture, which holds no text"),
    "heic": (b"\x00\x00\x00\x18ftypheic\x00", "a picture, which holds no text"),
    "film": (b"\x00\x00\x00\x18ftypmp42\x00", "a recording, which holds no text"),
    "program": (b"\x7fELF\x02\x01\x01\x00", "a program"),
    "bytes of no kind": (bytes(range(256)), "not a text file"),
    "zero bytes": (b"\x00" * 400, "not a text file"),
    "rtf": (b"{\\rtf1\\ansi UNCLAS}", "a rich text document (RTF), which is not read"),
    "xml": (b'<?xml version="1.0"?><ships/>', "an XML document, but none with cables in it"),
    "other dump": (
        b"COPY public.ship (id, date) FROM stdin;",
        "a dump of a database, but not of a table of cables",
    ),
}


@pytest.mark.parametrize(("data", "says"), FOREIGN.values(), ids=FOREIGN)
def test_a_kind_that_is_not_read_is_refused_with_a_way_out(data, says):
    with pytest.raises(NotACable) as failure:
        sniff(data, "ferry.txt")
    assert failure.value.message == f"ferry.txt is {says}."
    assert failure.value.hint.endswith(".")


def test_what_is_in_a_page_can_be_shown_as_text_and_a_picture_cannot():
    with pytest.raises(NotACable) as page:
        list(read_bytes(b"<html>\r\n<p>UNCLAS", "ferry.html", "ferry.html"))
    assert page.value.text.strip() == "UNCLAS"
    with pytest.raises(NotACable) as photo:
        sniff(b"\xff\xd8\xff\xe0\x00", "ferry.txt")
    assert photo.value.text == ""


@pytest.mark.parametrize(
    "text",
    [
        "COPY OF TELEGRAM FROM OSLO", "INSERT HERE", "-- the pier is short;", "[NAME REMOVED] said",
        '"No," said the mayor.', "<<218634>>", "{sic}", "C R E A T E D", "%", "BZhe", "PK",
    ],
)  # fmt: skip
def test_fragments_that_only_begin_like_something_else(text):
    assert sniff(text.encode(), "ferry.txt").name == "telegram"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(data):
    with pytest.raises(NotACable) as failure:
        sniff(data, "ferry.txt")
    assert str(failure.value) == (
        "ferry.txt is empty. Name the file that holds the cable, or paste its text."
    )


def test_a_file_of_blanks():
    with pytest.raises(NotACable, match=r"ferry\.txt holds only blanks\."):
        sniff(b" \r\n\t\n\x0c\n", "ferry.txt")


def test_blanks_before_a_telegram():
    assert sniff(b"\n" * (limits.SNIFFED_BYTES + 1) + b"UNCLAS", "ferry.txt").name == "telegram"


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("TAGS: [EWWT](#)", "ferry.txt", "markdown"),
        ("REF: [OSLO 12](https://ferry.example)", "", "markdown"),
        ("TAGS: EWWT", "ferry.md", "markdown"),
        ("TAGS: EWWT", "FERRY.MARKDOWN", "markdown"),
        ("TAGS: EWWT", "ferry.txt", "telegram"),
        ("TAGS: EWWT", "ferry", "telegram"),
        ("TAGS: EWWT [sic](S)", "ferry.txt", "telegram"),
    ],
)
def test_content_comes_before_the_name(text, name, found):
    assert sniff(text.encode(), name).name == found


def test_every_row_can_be_offered_in_a_dialog():
    for row in FORMATS:
        assert row.title
        assert all(ending.startswith(".") and ending.islower() for ending in row.endings)
        assert all("/" in mime_type for mime_type in row.mime_types)
    assert len({row.name for row in FORMATS}) == len(FORMATS)


def test_a_telegram_says_where_it_came_from(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_bytes(TELEGRAM.replace("\n", "\r\n").encode("utf-16"))
    [found] = read_telegrams(path)
    assert found.text == TELEGRAM
    assert (found.source.path, found.source.format) == (str(path), "telegram")
    assert (found.source.encoding, found.source.index) == ("utf-16-le", 0)
    assert found.source.sha256 == sha256(path.read_bytes()).hexdigest()
    assert (found.source.repairs, found.markup) == ((), ())


def test_a_damaged_telegram_lists_its_repairs():
    [found] = read_bytes(b"TAG:\xa0EWWT\x81\n\xb61. (U) Late.\x0c", "-", "Standard input")
    assert found.text == "TAG:\xa0EWWT\x81\n¶1. (U) Late.\x0c"
    assert found.source.encoding == "windows-1252"
    assert found.source.repairs == (
        "1 byte without a meaning in Windows-1252 kept as controls",
        "1 no-break or other blank read as a plain one",
        "1 form feed taken as a page break",
    )
    assert found.markup == (Markup(4, 5, " "),)


def test_a_telegram_with_a_few_zero_bytes_is_still_text():
    [found] = read_bytes(TELEGRAM.replace("OSLO", "OS\0LO").encode(), "-", "Standard input")
    assert found.source.repairs == ("1 zero byte or file mark left out",)


def test_a_text_that_was_pasted():
    [found] = read_text("TAGS: [EWWT](#)\r\n[1](#)1. (U) \ud800", "Pasted text")
    assert found.text == "TAGS: [EWWT](#)\n[1](#)1. (U) ?"
    assert (found.source.path, found.source.format) == ("", "markdown")
    [plain] = read_text("TAGS: EWWT\xa0SCUL", "Pasted text")
    assert plain.source.repairs == ("1 no-break or other blank read as a plain one",)


def test_a_pasted_text_that_is_none(monkeypatch):
    with pytest.raises(NotACable, match="Pasted text holds only blanks"):
        read_text(" \n", "Pasted text")
    with pytest.raises(NotACable, match="is a web page on which no telegram was found"):
        list(read_text("<html><body>", "Pasted text"))
    monkeypatch.setattr(limits, "FILE_BYTES", 3)
    with pytest.raises(UnreadableFile, match="Pasted text is larger than 64 MB"):
        read_text("TAGS", "Pasted text")


def test_the_name_in_a_sentence_is_the_last_part_of_the_path(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt")
    with open(path, "wb"):  # noqa: PTH123  any bytes in a name
        pass
    with pytest.raises(NotACable, match=r"^caf\\xe9\\n\.txt is empty\."):
        list(read_telegrams(path))
