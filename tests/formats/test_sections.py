from __future__ import annotations

from reader.cable.lines import ReadingText
from reader.formats.registry import read_bytes
from reader.formats.sections import first_section_of, split_telegrams
from reader.intake import read_inputs, read_text_as_cable

HEAD = """VZCZCXRO910{n}
RR RUEHRK
DE RUEHNY #9004/0{n} 0720815
ZNR UUUUU ZZH
R 130815Z MAR 09
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC 447{n}

"""
FIRST = """UNCLAS SECTION 01 OF 0{total} OSLO 009004

SIPDIS

TAGS: EWWT
SUBJECT: LAMPS

1. (U) The lamp turns once in forty seconds, which no other lamp
does on the whole coast, and while the visitors stand and wait
"""
SECOND = """UNCLAS SECTION 02 OF 0{total} OSLO 009004

SIPDIS

they eat.

2. (U) More.
"""
END = "\nBT\n#9004\nNNNN\n"


def first(total=2):
    return HEAD.format(n=1) + FIRST.format(total=total)


def second(total=2):
    return HEAD.format(n=2) + SECOND.format(total=total) + "\nSTRAND\n"


def cables(*paths):
    return [each.outcome for each in read_inputs(map(str, paths))]


def check(cable):
    assert [paragraph.text for paragraph in cable.paragraphs] == [
        "The lamp turns once in forty seconds, which no other lamp does on the whole coast, "
        "and while the visitors stand and wait they eat.",
        "More.",
    ]  # fmt: skip
    assert cable.signature == ("STRAND",)
    assert cable.header.captions == ("SIPDIS",)
    assert "sections 1, 2 put together" in cable.source.repairs
    assert cable.problems == ()


def test_sections_in_one_text_are_one_cable():
    check(read_text_as_cable(first() + END + "\n" + second() + END, "Pasted text"))


def test_sections_in_files_that_follow_one_another_are_one_cable(tmp_path):
    (tmp_path / "1.txt").write_text(first())
    (tmp_path / "2.txt").write_text(second())
    [cable] = cables(tmp_path)
    check(cable)
    assert cable.source.path == str(tmp_path / "1.txt")


def test_a_section_alone_is_shown_with_a_remark(tmp_path):
    (tmp_path / "2.txt").write_text(second())
    [cable] = cables(tmp_path / "2.txt")
    assert "This text begins with section 2 of 2." in [each.message for each in cable.problems]


def test_missing_sections_are_told(tmp_path):
    third = second(3).replace("SECTION 02", "SECTION 03").replace("9004/02", "9004/03")
    (tmp_path / "1.txt").write_text(first(3))
    (tmp_path / "3.txt").write_text(third)
    [cable] = cables(tmp_path)
    assert "Missing of this cable: section 2." in [each.message for each in cable.problems]


def test_other_cables_between_are_not_mixed_up(tmp_path):
    (tmp_path / "1.txt").write_text(first())
    (tmp_path / "2.txt").write_text(first().replace("9004", "9005"))
    (tmp_path / "3.txt").write_text(second())
    assert len(cables(tmp_path)) == 3


def test_all_of_a_joined_text_is_there():
    text = first() + END + "\n" + second()
    cable = read_text_as_cable(text, "Pasted text")
    assert cable.text.replace("\n", "") == text.replace("\n", "")
    assert "DE RUEHNY #9004/02" not in ReadingText(cable.telegram).text
    assert [cable.lines[0].start, cable.lines[-1].end] == [0, len(cable.text)]


def test_two_telegrams_in_one_text_are_two():
    text = first(1).replace("SECTION 01 OF 01 ", "") + second(1).replace("9004", "9005")
    found = list(read_bytes(text.encode(), "ferry.txt", "ferry.txt"))
    assert [each.source.index for each in found] == [0, 1]
    assert found[1].text.startswith("VZCZCXRO9102")


def test_a_head_that_is_repeated_begins_nothing():
    text = first() + first()
    assert split_telegrams(text) == [(0, len(text))]


def test_the_line_of_a_section():
    assert first_section_of(first(3))[:4] == ("OSLO", 9004, 1, 3)
    assert first_section_of("C O N F I D E N T I A L SECTION 02 OF 05 THE HAGUE 000777")[0] == (
        "THEHAGUE"
    )
    assert first_section_of("See SECTION 02 OF 05 OSLO 000777") is None
    assert first_section_of("UNCLAS SECTION 01 OF 01 OSLO 009004") is None
