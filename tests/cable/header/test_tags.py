"""TAGS: glued, garbled, repeated; names and topics."""

import pytest

from reader.cable.header.tags import read_tags
from tests.cable.header.reading import header_of, read


@pytest.mark.parametrize(
    ("value", "tags"),
    [
        ("PARM PREL AORC KPAO PTER UNSC", ("PARM", "PREL", "AORC", "KPAO", "PTER", "UNSC")),
        ("parm, prel, no", ("PARM", "PREL", "NO")),
        ("PREL.PGOV; ECON", ("PREL", "PGOV", "ECON")),
        ("PRELPGOV", ("PREL", "PGOV")),
        ("ETRDEINVECINPGOVCS", ("ETRD", "EINV", "ECIN", "PGOV", "CS")),
        ("NOPREL", ("NO", "PREL")),
        ("EC0N", ("ECON",)),
        ("MOPPS", ("MOPS",)),
        ("OVIP (STRAND, ANNA B.), PGOV", ("OVIP", "STRAND, ANNA B.", "PGOV")),
        ("OVIP STRAND ANNA PREL", ("OVIP", "STRAND, ANNA", "PREL")),
        (
            "CASC STRAND ANNA KETTLE PETER CONSULAR AFFAIRS",
            ("CASC", "STRAND, ANNA", "KETTLE, PETER", "CONSULAR AFFAIRS"),
        ),
        ("PREL FERRY RELATIONS HARBOR POLICY", ("PREL", "FERRY RELATIONS", "HARBOR POLICY")),
        ("ECON HONEY AND FINANCE", ("ECON", "HONEY AND FINANCE")),
        ("PTER COUNTER TERRORISM", ("PTER", "COUNTERTERRORISM")),
        ("OVIP STRAND ANNA B PREL", ("OVIP", "STRAND, ANNA B", "PREL")),
        ("PREL HONEY", ("PREL", "HONEY")),
        ("PREL, UNCLASSIFIED, ECON", ("PREL", "ECON")),
        ("PREL PGOV ECON PREL PGOV ECON NO", ("PREL", "PGOV", "ECON", "NO")),
        ("KJUS FR KJUS PREL", ("KJUS", "FR", "KJUS", "PREL")),
        ("", ()),
    ],
)
def test_tags(value, tags):
    assert read_tags(value)[0] == tags


@pytest.mark.parametrize(
    "line",
    [
        "TAGS: PREL ECON",
        "TAGS PREL, ECON",
        "tAgs: prel econ",
        "TAG:\xa0PREL ECON",
        "TAGS, PREL, ECON",
        "TAS: PREL, ECON",
        "TABS: PREL ECON",
        "AGS: PREL ECON",
        "TAGS: PREL, TAGS: ECON",
    ],
)
def test_the_fields_word(line):
    assert header_of(line).tags == ("PREL", "ECON")


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (("TAGS: PREL,", "honey"), ("PREL", "HONEY")),
        (("TAGS PREL", "honey"), ("PREL",)),
        (("TAGS: PREL ECON", "NO, UK"), ("PREL", "ECON", "NO", "UK")),
        (("TAGS: PREL COUNTRY", "CLEARANCE"), ("PREL", "COUNTRY CLEARANCE")),
        (("TAGS: ", "PREL", " ", "ECON", "", "SUBJECT: HONEY"), ("PREL", "ECON")),
        (("TAGS: PREL", "", "SIPDIS"), ("PREL",)),
        (("TAGS: PREL SECRET   PAGE 02   OSLO  02475  01 OF 03  251228Z NO",), ("PREL", "NO")),
    ],
)
def test_lines_of_tags(lines, tags):
    assert header_of(*lines).tags == tags


def test_mended_tags_are_reported():
    reading, _ = read("TAGS: PREL MOPPS EC0N")
    [problem] = reading.problems
    assert problem.rule == "tags_line"
    assert "MOPPS, EC0N" in problem.message
