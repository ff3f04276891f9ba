"""RIS, BibTeX, biblatex and CSL-JSON, read back by the readers that others use."""

import json
import re

import bibtexparser
import jsonschema
import pytest
import rispy

from reader.cable.citation.exports import (
    TEX_SIGNS,
    Entry,
    biblatex,
    bibtex,
    csl_json,
    export_citation,
    one_line,
    ris,
)
from tests.cable.citation.cases import CASES, HEADER, cable
from tests.hostile import hostile_values

HOSTILE = [value for value in hostile_values() if one_line(value)]

# The part of the CSL-JSON schema that concerns a letter.
NAME = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"literal": {"type": "string"}, "family": {"type": "string"},
                   "given": {"type": "string"}},
}  # fmt: skip
CSL_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"const": "personal_communication"},
            "author": {"type": "array", "items": NAME},
            "recipient": {"type": "array", "items": NAME},
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 3,
                            "items": {"type": ["string", "number"]},
                        },
                    }
                },
            },
            **{
                name: {"type": "string"}
                for name in ("archive", "genre", "keyword", "note", "title")
            },
            "number": {"type": ["string", "number"]},
        },
    },
}

PLAIN_SIGNS = {text: sign for sign, text in TEX_SIGNS.items()}
TEX = re.compile("|".join(map(re.escape, sorted(PLAIN_SIGNS, key=len, reverse=True))))


def entry(value="x"):
    """An entry that has the same value in every field."""
    words = one_line(value)
    return Entry(words, words, words, words, HEADER.sent, (words, "SCUL"), words, words)


def from_tex(text):
    """What TeX prints for an escaped field."""
    return TEX.sub(lambda match: PLAIN_SIGNS[match[0]], text)


def tex_fields(text):
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert len(library.blocks) == 1
    [found] = library.entries
    return found.entry_type, {field.key: field.value for field in found.fields}


def test_ris_of_a_cable():
    [found] = rispy.loads(export_citation(cable(), "ris", first=1))
    assert found["type_of_reference"] == "PCOMM"
    assert found["authors"] == ["US Embassy Reykjavik"]
    assert found["secondary_authors"] == ["US Department of State"]
    assert found["date"] == "2009/08/04/"
    assert found["accession_number"] == "09REYKJAVIK9017"
    assert found["keywords"] == ["EWWT", "SCUL", "KPAO"]
    assert found["notes"] == ["para. 5"]


def test_bibtex_of_a_cable():
    kind, fields = tex_fields(export_citation(cable(), "bibtex", first=1))
    assert kind == "misc"
    assert fields["author"] == "{US Embassy Reykjavik}"
    assert (fields["year"], fields["month"], fields["day"]) == ("2009", "aug", "4")
    assert fields["howpublished"] == "Diplomatic cable to US Department of State"


def test_biblatex_of_a_cable():
    kind, fields = tex_fields(export_citation(cable(), "biblatex", first=1))
    assert (kind, fields["date"], fields["number"]) == ("letter", "2009-08-04", "09REYKJAVIK9017")


def test_csl_json_of_a_cable():
    [item] = json.loads(export_citation(cable(), "csl-json", first=1))
    assert item["genre"] == "Diplomatic cable"
    assert item["issued"] == {"date-parts": [[2009, 8, 4]]}
    assert item["recipient"] == [{"literal": "US Department of State"}]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_every_case_is_read_by_the_readers(case):
    _, each, first, last = case
    ask = {"first": first, "last": last}
    assert len(rispy.loads(export_citation(each, "ris", **ask))) == 1
    tex_fields(export_citation(each, "bibtex", **ask))
    tex_fields(export_citation(each, "biblatex", **ask))
    jsonschema.validate(json.loads(export_citation(each, "csl-json", **ask)), CSL_SCHEMA)


def test_there_are_about_three_hundred_hostile_values():
    assert len(HOSTILE) > 270


def test_hostile_values_come_back_from_ris():
    text = "".join(ris(entry(value)) for value in HOSTILE)
    found = rispy.loads(text)
    assert len(found) == len(HOSTILE)
    for value, record in zip(HOSTILE, found, strict=True):
        words = one_line(value)
        assert record["authors"] == [words.strip()]
        assert record["secondary_authors"] == [words.strip()]
        assert record["title"] == words.strip()
        assert record["accession_number"] == words.strip()
        assert record["keywords"] == [words.strip(), "SCUL"]
        assert record["notes"] == [words.strip()]


@pytest.mark.parametrize("write", [bibtex, biblatex])
def test_hostile_values_come_back_from_tex(write):
    for value in HOSTILE:
        _, fields = tex_fields(write(entry(value)))
        words = one_line(value)
        assert from_tex(fields["author"][1:-1]) == words
        assert from_tex(fields["title"][1:-1]) == words
        assert from_tex(fields["number"]) == words
        assert from_tex(fields["keywords"]) == f"{words}, SCUL"
        assert from_tex(fields["note"]) == words


@pytest.mark.parametrize("write", [bibtex, biblatex])
def test_all_hostile_entries_in_one_file_are_as_many_entries(write):
    numbered = (entry(value)._replace(cable_id=f"09OSLO{n}") for n, value in enumerate(HOSTILE))
    library = bibtexparser.parse_string("\n".join(map(write, numbered)))
    assert library.failed_blocks == []
    assert len(library.entries) == len(library.blocks) == len(HOSTILE)


def test_braces_are_balanced_whatever_a_field_holds():
    for value in HOSTILE:
        text = bibtex(entry(value))
        depth = 0
        for sign in text:
            depth += (sign == "{") - (sign == "}")
            assert depth >= 0
        assert depth == 0


def test_keys_are_letters_and_digits():
    for value in HOSTILE:
        assert re.match(r"@misc\{[A-Za-z0-9]{1,60},\n", bibtex(entry(value)))


def test_hostile_values_come_back_from_csl_json():
    for value in HOSTILE:
        text = csl_json(entry(value))
        assert text.isascii()
        found = json.loads(text)
        jsonschema.validate(found, CSL_SCHEMA)
        [item] = found
        words = one_line(value)
        assert (item["title"], item["number"], item["note"]) == (words, words, words)
        assert item["author"] == [{"literal": words}]


def test_hostile_fields_of_a_cable_make_one_record_in_each_format():
    for value in HOSTILE:
        each = cable(cable_id=value, subject=value, originator=value, tags=(value,), words=(value,))
        assert len(rispy.loads(export_citation(each, "ris", first=0))) == 1
        assert len(json.loads(export_citation(each, "csl-json", first=0))) == 1
        tex_fields(export_citation(each, "bibtex", first=0))
