"""Marks that are made on a real page are found in files of five other formats of the same cable."""

from __future__ import annotations

import re
from random import Random
from textwrap import wrap
from typing import TYPE_CHECKING

import pytest

from reader.cable.record import clean_text, markdown_text
from reader.intake import read_cable
from reader.store.anchors import Placer, make_anchor
from tests.conftest import SHARED, needs_shared
from tests.formats.carriers import Original, as_csv_row, as_json, as_mail
from tests.samples import read_sample_page

if TYPE_CHECKING:
    from pathlib import Path

    from reader.cable.model import Cable
    from tests.samples import SamplePage

SAMPLES = sorted((SHARED / "samples").glob("*.html"))[::3][:20]
MARKS = 40


def rewrapped(text: str) -> str:
    """A telegram whose long lines are broken at 60 signs, as a teletype does."""
    lines = []
    for line in text.split("\n"):
        lines += wrap(line, 60, break_on_hyphens=False) if len(line) > 120 else [line]
    return "\n".join(lines)


# The files of the same cable, and the format that each is read as; the page itself is HTML.
FORMATS = {
    "raw.txt": "telegram", "rewrapped.txt": "telegram", "windows.txt": "telegram",
    "clean.txt": "telegram", "pasted.md": "markdown", "record.json": "json",
    "row.csv": "cables_csv", "letter.eml": "mail",
}  # fmt: skip


def copies_of(cable: Cable, page: SamplePage, folder: Path) -> dict[str, Path]:
    """Files of the same cable in five other formats, by name; of raw text three versions."""
    header, _, body = page.text.partition("\n\n")
    original = Original(
        page.reference_id, header, body, page.classification, "Embassy", page.subject, page.date
    )
    contents = {
        "raw.txt": page.text.encode(),
        "rewrapped.txt": rewrapped(page.text).encode(),
        "windows.txt": page.text.replace("\n", "\r\n").encode("cp1252", "replace"),
        "clean.txt": clean_text(cable).encode(),
        "pasted.md": markdown_text(cable).encode(),
        "record.json": as_json(original),
        "row.csv": as_csv_row(original),
        "letter.eml": as_mail(original),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in contents}


def make_anchors(cable: Cable, random: Random):
    """A mark on every paragraph, and highlights of some words of it."""
    for paragraph in cable.paragraphs[:MARKS]:
        yield make_anchor(cable, paragraph.ordinal)
        size = len(paragraph.text)
        if size > 30:
            start = random.randrange(size - 20)
            yield make_anchor(cable, paragraph.ordinal, start, start + random.randint(8, 90))


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def found_words(cable: Cable, placement) -> str:
    paragraphs = [each.text for each in cable.paragraphs]
    text = "\n".join(paragraphs[placement.ordinal : placement.last_ordinal + 1])
    rest = len(paragraphs[placement.last_ordinal]) - placement.end
    return text[placement.start : len(text) - rest]


@needs_shared
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_marks_of_a_page_are_found_in_other_files_of_its_cable(path, tmp_path):
    cable = read_cable(path)
    anchors = list(make_anchors(cable, Random(path.stem)))
    assert anchors
    for name, copy_path in copies_of(cable, read_sample_page(path), tmp_path).items():
        copy = read_cable(copy_path)
        assert copy.source.format == FORMATS[name]
        body = letters("\n".join(paragraph.text for paragraph in copy.paragraphs))
        placer = Placer(copy)
        # A line that one copy has in its body and another in its header is no paragraph there.
        for anchor in [each for each in anchors if letters(each.exact) in body]:
            placement = placer.place(anchor)
            assert letters(found_words(copy, placement)) == letters(anchor.exact), (name, anchor)
            assert placement.score == 1.0 or not placement.is_certain or len(anchor.exact) > 8
        assert sum(letters(each.exact) in body for each in anchors) >= len(anchors) - 2


@needs_shared
def test_nearly_all_marks_of_pages_are_certain_in_other_files(tmp_path):
    certain = made = 0
    for path in SAMPLES:
        cable = read_cable(path)
        anchors = list(make_anchors(cable, Random(path.stem)))
        for copy_path in copies_of(cable, read_sample_page(path), tmp_path).values():
            placer = Placer(read_cable(copy_path))
            certain += sum(placer.place(anchor).is_certain for anchor in anchors)
            made += len(anchors)
    assert made > 1_000
    assert certain / made > 0.99
