from __future__ import annotations

import pytest

from reader.cable.lines import ReadingText
from reader.cable.model import Telegram
from reader.formats import mending
from reader.formats.mending import mend


def read(text: str) -> str:
    return ReadingText(Telegram(text, markup=mend(text).markup)).text


def test_a_pilcrow_that_was_encoded_twice():
    text = "Â¶1. (C) The ferry.\nÂ¶2. (C) The lamp."
    assert read(text) == "¶1. (C) The ferry.\n¶2. (C) The lamp."
    assert mend(text).repairs == ("2 signs encoded twice, read as they were (Â¶ is ¶)",)


def test_a_whole_text_that_was_encoded_twice():
    sound = "¶1. The “lamp” – at Köln – isn’t lit…\xa0"
    text = sound.encode().decode("cp1252", errors="surrogateescape")
    assert (
        read("Â¶1. The â€œlampâ€\x9d isnâ€™t lit at KÃ¶ln.") == "¶1. The “lamp” isn’t lit at Köln."
    )
    assert len(text) > len(sound)


def test_only_the_pilcrow_where_not_all_was_encoded_twice():
    assert read("Â¶1. The mayor of MANHÔ said “no”.") == "¶1. The mayor of MANHÔ said “no”."


@pytest.mark.parametrize("text", ["He said PERÚ” and left", "the «CAFÉ»", "ALEMÃ” DE"])
def test_letters_that_stand_there_by_right(text):
    assert read(text) == text
    assert mend(text).repairs == ()


def test_a_lost_sign_before_a_number_was_a_pilcrow():
    text = "REF: A. OSLO 1\n\ufffdB. OSLO 2\n\n\ufffd\ufffd1. (U) A \ufffd5 note."
    assert read(text) == "REF: A. OSLO 1\n¶B. OSLO 2\n\n¶1. (U) A \ufffd5 note."
    assert mend(text).repairs == (
        "2 lost signs before a number or letter read as ¶",
        "4 signs lost before the file came here, shown as \ufffd",
    )


def test_blanks_of_all_kinds_are_read_as_one():
    assert read("TAG:\xa0PREL\u2003EWWT") == "TAG: PREL EWWT"
    assert mend("TAG:\xa0PREL").repairs == ("1 no-break or other blank read as a plain one",)


def test_line_ends_of_other_systems():
    assert read("SIPDIS\u2028NOFORN\x85E.O. 12958\x0bTAGS") == "SIPDIS\nNOFORN\nE.O. 12958\nTAGS"


def test_zero_bytes_and_file_marks_are_left_out():
    assert read("\ufeffUNCLAS\x00\nOSLO\ufeff\nEND\x1a\n") == "UNCLAS\nOSLO\nEND\n"
    assert read("the\x1adoor") == "the\x1adoor"


def test_a_form_feed_is_told_and_stays():
    assert read("one\x0ctwo") == "one\x0ctwo"
    assert mend("one\x0ctwo").repairs == ("1 form feed taken as a page break",)


def test_runs_of_the_archives_are_told():
    assert mend("the ¿¿¿ ferry ¿¿¿").repairs == ("2 runs of ¿ where signs were lost",)


def test_one_sign_is_repaired_once():
    assert read("TAGS:Â\xa0PREL") == "TAGS: PREL"
    assert mend("TAGS:Â\xa0PREL").repairs == ("1 sign encoded twice, read as it was (Â¶ is ¶)",)


def test_a_text_full_of_damage_is_left_as_it_is(monkeypatch):
    monkeypatch.setattr(mending, "MOST", 3)
    found = mend("a\xa0" * 4)
    assert found.markup == ()
    assert found.repairs == (
        "more than 100,000 left as they are: no-break or other blanks; "
        "save the text again from the program that made it",
    )
