"""What a desktop is told: entries and types that say what FORMATS says."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from reader.formats.registry import FORMATS
from reader.registering import entries

NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def values(entry: str) -> dict[str, str]:
    """The keys of the first group of an entry."""
    group = entry.partition("\n\n")[0]
    return dict(line.split("=", 1) for line in group.splitlines()[1:])


def mime_types() -> dict[str, ET.Element]:
    root = ET.fromstring(entries.mime_package())
    return {each.attrib["type"]: each for each in root.iter(f"{NAMESPACE}mime-type")}


def test_the_program_is_the_usual_one_for_its_own_type_alone() -> None:
    types = values(entries.desktop_entry())["MimeType"].rstrip(";").split(";")
    assert types == [
        "application/x-us-diplomatic-cable",
        "application/x-us-diplomatic-cable-carrier",
    ]


def test_no_file_has_the_type_for_which_the_program_is_only_offered() -> None:
    carrier = mime_types()[entries.carrier_type()]
    assert {each.tag for each in carrier} == {f"{NAMESPACE}comment"}


def test_text_files_stay_text_files() -> None:
    globs = [
        glob.attrib["pattern"]
        for each in mime_types().values()
        for glob in each.iter(f"{NAMESPACE}glob")
    ]
    assert globs == ["*.cable", "*.cable.txt"]


def test_every_format_is_offered_directly_or_as_text() -> None:
    declared = mime_types()
    for row in FORMATS:
        for mime_type in row.mime_types:
            is_text = mime_type.startswith("text/") or mime_type in entries.KINDS_OF_TEXT
            assert mime_type in declared or (is_text and "text/plain" in declared)


def test_links_go_to_an_entry_of_their_own() -> None:
    entry = values(entries.link_entry())
    assert entry["MimeType"] == "x-scheme-handler/cable;"
    assert entry["Exec"] == "cable-reader %u"
    assert entry["NoDisplay"] == "true"


# A word of a command, and how it stands in an Exec line: quoted by one rule, then escaped as the
# value of a key by another.
WORDS = [
    ("/usr/bin/cable-reader", "/usr/bin/cable-reader"),
    ("/home/ann lee/bin/cable-reader", '"/home/ann lee/bin/cable-reader"'),
    ("/home/100%/cable-reader", "/home/100%%/cable-reader"),
    ("/home/$ann/cable-reader", '"/home/\\\\$ann/cable-reader"'),
    ('/home/"ann"/x', '"/home/\\\\"ann\\\\"/x"'),
    ("/home/a\\b/x", '"/home/a\\\\\\\\b/x"'),
]


@pytest.mark.parametrize(("word", "written"), WORDS)
def test_a_program_may_lie_in_any_folder(word: str, written: str) -> None:
    assert entries.exec_words([word]) == written
