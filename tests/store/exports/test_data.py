"""What programs read: the JSON by its schema, the annotations by the model, the tables by RFC."""

import csv
import io
import json
import re

import jsonschema
import pytest

from reader.resources import resource_path
from reader.store.exports import form_of, read_marks, write_marks
from reader.store.exports.tables import defused
from tests.hostile import hostile_values
from tests.store.exports.marks import NAMES, mark, shelf

# The terms of http://www.w3.org/ns/anno.jsonld that may stand in an annotation.
MODEL_TERMS = set(
    """
    id type items first last next prev partOf startIndex total motivation purpose created modified
    creator generated generator body bodyValue target source selector state styleClass stylesheet
    scope renderedVia canonical via rights audience accessibility format language textDirection
    processingLanguage value exact prefix suffix start end conformsTo refinedBy startSelector
    endSelector cached sourceDate sourceDateStart sourceDateEnd label name nickname email email_sha1
    homepage
    """.split()  # noqa: SIM905
)
MODEL_TYPES = {
    "Annotation", "AnnotationCollection", "AnnotationPage", "SpecificResource", "TextualBody",
    "TextQuoteSelector", "CssStylesheet", "Text",
}  # fmt: skip
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[!-;=?-Z_a-z~]+")


def text_of(name, marks, names=NAMES):
    return b"".join(write_marks(form_of("", name), marks, names)).decode()


def objects(value):
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from objects(inner)


def annotations():
    return json.loads(text_of("w3c", [*shelf(), *hostile_marks()]))


def hostile_marks():
    return [
        mark(number, note=value, name=value, title=value, cable_id=value.strip()[:200] or "x")
        for number, value in enumerate(hostile_values(), 10)
    ]


def test_json_fits_its_schema():
    schema = json.loads(resource_path("schema", "marks-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(text_of("json", [*shelf(), *hostile_marks()])))
    spoiled = json.loads(text_of("json", shelf()))
    spoiled["marks"][0]["colour"] = "grey"
    assert not validator.is_valid(spoiled)


@pytest.mark.parametrize("name", ["json", "w3c"])
def test_json_is_ascii(name):
    assert text_of(name, hostile_marks()).isascii()


def test_every_term_of_the_annotations_is_one_of_the_model_or_of_our_context():
    collection = annotations()
    model, own = collection.pop("@context")
    assert model == "http://www.w3.org/ns/anno.jsonld"
    assert not set(own) & MODEL_TERMS  # terms of the model keep their meaning
    names = collection.pop("colourNames")
    assert names == {colour.value: name for colour, name in NAMES.items()}
    for each in objects(collection):
        terms = {term for term in each if not term.startswith("dcterms:")}
        assert terms <= MODEL_TERMS | set(own)
        assert each.get("type", "Text") in MODEL_TYPES | set(own)


def test_annotations_are_as_the_model_wants_them():
    collection = annotations()
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(collection["first"]["items"])
    for each in collection["first"]["items"]:
        assert each["type"] == "Annotation"
        assert each["motivation"] in MOTIVATIONS
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", each["id"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", each["created"])
        assert IRI.fullmatch(each["target"]["source"]["id"])
        kinds = [selector["type"] for selector in each["target"]["selector"]]
        assert kinds == ["TextQuoteSelector", "ParagraphSelector"]
        for body in each["body"]:
            assert body["purpose"] in MOTIVATIONS
            assert body["value"]


def test_an_annotation_of_another_tool_is_taken():
    note = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://notes.example/7",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "Check this."},
        "target": {
            "source": "cable:09OSLO9004",
            "selector": {"type": "TextQuoteSelector", "exact": "the pier"},
        },
    }
    [found] = read_marks(json.dumps(note).encode()).marks
    assert (found.cable_id, found.anchor.exact, found.note) == (
        "09OSLO9004", "the pier", "Check this.",
    )  # fmt: skip
    elsewhere = note | {"target": "https://notes.example/page"}
    bundle = read_marks(json.dumps([note, elsewhere, 3]).encode())
    assert len(bundle.marks) == 1
    assert bundle.remarks[0] == ("Mark 2 of the file was left out: it is no annotation of a cable.")
    assert len(bundle.remarks) == 2


def test_a_table_is_read_by_other_programs_as_it_was_written():
    text = text_of("csv", hostile_marks())
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["note"] for row in rows] == hostile_values()
    assert {len(row) for row in rows} == {22}
    assert text.endswith("\r\n")


def test_no_cell_for_a_spreadsheet_begins_like_a_formula():
    text = text_of("spreadsheet", hostile_marks())
    assert text.startswith("\ufeff")
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "|", "%"))


@pytest.mark.parametrize("value", ["", "plain", "a=1"])
def test_a_harmless_cell_stays_as_it_is(value):
    assert defused(value) == value


def test_a_table_that_a_spreadsheet_has_saved_again_is_read():
    rows = csv.DictReader(io.StringIO(text_of("csv", shelf()[:1]), newline=""))
    given = next(rows)
    columns = ["colour", "exact", "canonical_id", "id", "kind"]
    lines = [";".join(columns), ";".join(given[column] for column in columns)]
    [found] = read_marks("\n".join(lines).encode()).marks
    assert (found.id, found.anchor.exact) == (shelf()[0].id, shelf()[0].anchor.exact)
