"""Marks as W3C Web Annotations, in JSON-LD: what other tools of researchers read and write.

A mark is an Annotation of the resource `cable:09MOSCOW501`; its place is a TextQuoteSelector, and a
selector of our own for the paragraph. Note, name, labels and status are bodies with a purpose.
What the model has no words for is said in words that our own context declares.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote

from reader.errors import ReaderError
from reader.store.exports.as_json import read_json
from reader.store.exports.fields import Bundle, Gathered, record_of
from reader.store.marks import Colour
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.store.marks import Mark

MODEL: Final = "http://www.w3.org/ns/anno.jsonld"
OWN: Final = "urn:x-cable-reader:"
SCHEME: Final = "cable:"

CONTEXT: Final = (
    MODEL,
    {
        "@version": 1.1,
        "ParagraphSelector": f"{OWN}ParagraphSelector",
        "ordinal": f"{OWN}ordinal",
        "number": f"{OWN}number",
        "lastOrdinal": f"{OWN}lastOrdinal",
        "path": f"{OWN}path",
        "canonicalId": f"{OWN}canonicalId",
        "colourNames": {"@id": f"{OWN}colourNames", "@type": "@json"},
    },
)

MOTIVATIONS: Final = {"bookmark": "bookmarking", "highlight": "highlighting"}

# The purposes of bodies, and the fields that they hold; a note is Markdown.
PURPOSES: Final = {
    "name": "describing",
    "note": "commenting",
    "labels": "tagging",
    "status": "classifying",
}

POSITION: Final = {
    "ordinal": "ordinal",
    "number": "number",
    "start": "start",
    "end": "end",
    "lastOrdinal": "last_ordinal",
}


def write(marks: Iterable[Mark], names: Mapping[Colour, str]) -> Iterator[str]:
    """One AnnotationCollection with a single page, an annotation a line, in ASCII."""
    yield f'{{"@context": {json.dumps(CONTEXT)},\n "type": "AnnotationCollection",\n'
    if names:
        given = {colour.value: name for colour, name in names.items()}
        yield f' "colourNames": {json.dumps(given)},\n'
    yield ' "first": {"type": "AnnotationPage", "startIndex": 0, "items": ['
    count = 0
    for mark in marks:
        yield f"{',' if count else ''}\n  {json.dumps(_annotation(record_of(mark)))}"
        count += 1
    yield f'\n ]}},\n "total": {count}}}\n'


def _annotation(record: dict[str, Any]) -> dict[str, Any]:
    mark_id = record["id"]
    cuts = (0, 8, 12, 16, 20, 32)
    dashed = "-".join(mark_id[a:b] for a, b in pairwise(cuts))
    annotation = {
        "id": f"urn:uuid:{dashed}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[record["kind"]],
        "created": record["created"],
        "modified": record["changed"],
        "body": _bodies(record),
        "target": _target(record),
    }
    colour = record["colour"]
    if colour:
        rule = f".{colour} {{ background-color: {colour} }}"
        annotation["stylesheet"] = {"type": "CssStylesheet", "value": rule}
    return annotation


def _bodies(record: dict[str, Any]) -> list[dict[str, str]]:
    bodies = []
    for field, purpose in PURPOSES.items():
        values = record[field] if field == "labels" else [record[field]]
        for value in filter(None, values):
            body = {"type": "TextualBody", "purpose": purpose, "value": value}
            if field == "note":
                body["format"] = "text/markdown"
            bodies.append(body)
    return bodies


def _target(record: dict[str, Any]) -> dict[str, Any]:
    words = {key: record[key] for key in ("exact", "prefix", "suffix")}
    position = {ours: record[key] for ours, key in POSITION.items() if record[key] is not None}
    source: dict[str, Any] = {
        "id": SCHEME + quote(record["cable_id"], safe=""),
        "type": "Text",
        "dcterms:title": record["title"],
    }
    if record["path"]:
        source["path"] = record["path"]
    if record["canonical_id"] and record["canonical_id"] != record["cable_id"]:
        source["canonicalId"] = record["canonical_id"]
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextQuoteSelector", **words},
            {"type": "ParagraphSelector", **position},
        ],
    }
    if record["colour"]:
        target["styleClass"] = record["colour"]
    return target


def read(text: str) -> Bundle:
    """The annotations of cables in a collection, a page, a list, or a single one.

    Raises ReaderError where there is none of these.
    """
    found = read_json(text)
    gathered = Gathered()
    if isinstance(found, dict):
        gathered.take_names(found.get("colourNames"))
    for number, annotation in enumerate(_annotations(found), 1):
        record = _record(annotation)
        if record is None:
            gathered.refuse(number, tr("it is no annotation of a cable"))
        else:
            gathered.take(number, record)
    return gathered.bundle()


def _annotations(found: Any) -> list[Any]:
    if isinstance(found, dict):
        page = found.get("first", found)
        if isinstance(page, dict) and isinstance(page.get("items"), list):
            return list(page["items"])
        if "target" in found:
            return [found]
    elif isinstance(found, list):
        return found
    raise ReaderError(
        tr("This is JSON, but there are no W3C annotations in it."),
        hint=tr("Choose a file of annotations, an AnnotationPage or an AnnotationCollection."),
    )


def _record(annotation: Any) -> dict[str, Any] | None:
    """The fields of a mark in an annotation, its own or another tool's; None where it is none."""
    target = _one(annotation.get("target")) if isinstance(annotation, dict) else None
    if isinstance(target, str):
        target = {"source": target}
    if not isinstance(target, dict):
        return None
    source = target.get("source", target)
    source = {"id": source} if isinstance(source, str) else source
    iri = source.get("id") if isinstance(source, dict) else None
    if not isinstance(iri, str) or not iri.startswith(SCHEME):
        return None
    cable_id = unquote(iri[len(SCHEME) :].partition("#")[0])
    record: dict[str, Any] = {
        "id": annotation.get("id"),
        "kind": "bookmark" if "bookmarking" in _all(annotation.get("motivation")) else "highlight",
        "cable_id": cable_id,
        "canonical_id": source.get("canonicalId"),
        "title": source.get("dcterms:title"),
        "path": source.get("path"),
        "created": annotation.get("created"),
        "changed": annotation.get("modified"),
        **_selected(target),
        **_said(annotation),
    }
    if record["canonical_id"] is None and not cable_id.startswith("text:"):
        record["canonical_id"] = cable_id
    styles = _all(target.get("styleClass"))
    record["colour"] = next((each.value for each in Colour if each.value in styles), None)
    return record


def _selected(target: dict[str, Any]) -> dict[str, Any]:
    """The words and the position that the selectors name."""
    selected: dict[str, Any] = {}
    for selector in _all(target.get("selector")):
        if not isinstance(selector, dict):
            continue
        if selector.get("type") == "TextQuoteSelector":
            selected |= {key: selector.get(key) for key in ("exact", "prefix", "suffix")}
        elif selector.get("type") == "ParagraphSelector":
            selected |= {key: selector.get(ours) for ours, key in POSITION.items()}
    return selected


def _said(annotation: dict[str, Any]) -> dict[str, Any]:
    """What the bodies say; a body without a purpose is a note."""
    said: dict[str, Any] = {"labels": []}
    notes: list[str] = []
    for body in _all(annotation.get("body", annotation.get("bodyValue"))):
        value = body.get("value") if isinstance(body, dict) else body
        purpose = body.get("purpose") if isinstance(body, dict) else None
        if not isinstance(value, str):
            continue
        if purpose == PURPOSES["labels"]:
            said["labels"].append(value)
        elif purpose == PURPOSES["name"]:
            said["name"] = value
        elif purpose == PURPOSES["status"]:
            said["status"] = value
        else:
            notes.append(value)
    return {**said, "note": "\n\n".join(notes)}


def _all(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _one(value: Any) -> Any:
    return next(iter(_all(value)), None)
