"""The same cable in every form in which people have it reads the same."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from reader.cable.grammar import parse
from reader.formats.html import preformatted_text
from reader.formats.registry import read_bytes, sniff
from tests.conftest import SHARED, needs_shared
from tests.formats.carriers import CARRIERS, Original
from tests.samples import read_sample_page

FORMATS = {
    "raw text": "telegram", "CSV row": "cables_csv", "CSV row, doubled": "cables_csv",
    "SQL dump": "sql_dump", "preface": "preface", "Markdown": "markdown", "JSON": "json",
    "NDJSON": "json", "mail": "mail", "zip": "zip", "tar.gz": "tar", "gzip": "tar",
}  # fmt: skip

MADE_UP = Original(
    reference_id="09OSLO9004",
    header="VZCZCXRO9104\nRR RUEHRK\nDE RUEHNY #9004/01 0720815\nZNR UUUUU ZZH\nR 130815Z MAR 09\n"
    "FM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC 4471\nINFO RUEHRK/AMEMBASSY REYKJAVIK 0312",
    body="UNCLAS OSLO 009004 \n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: EWWT SCUL\n"
    'SUBJECT: "SLOW" LAMPS\n\n'
    "REF: REYKJAVIK 211\n\n¶1. (U) A lamp's worth: 3 * 4 < 13, in\nC:\\lamps\\. So they_say.\n\n"
    "How it Burns\n------------\n\n¶2. (SBU) Slowly.\n\nWHITMARSH",
    classification="UNCLASSIFIED",
    origin="Embassy Oslo",
    subject='"SLOW" LAMPS',
    date="2009-03-13",
)  # fmt: skip


def essence(cable):
    """Header, references, headings and paragraphs, without places in the text."""
    header = cable.header
    own = {
        name: value
        for name, value in header._asdict().items()
        if name != "references" and name not in cable.claimed
    }
    references = [
        (each.label, each.kind, each.target, each.text, each.qualifiers)
        for each in header.references
    ]
    body = [
        (type(each).__name__, getattr(each, "number", None), each.marking, each.text)
        for each in cable.body
    ]
    return own, references, body, cable.signature


def same(first, second):
    """Whether two cables read the same, fields aside that only one carrier's word gives."""
    (own, *rest), (other, *other_rest) = essence(first), essence(second)
    shared = own.keys() & other.keys()
    return rest == other_rest and all(own[name] == other[name] for name in shared)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_made_up_cable_reads_the_same(carrier):
    data = CARRIERS[carrier](MADE_UP)
    assert sniff(data, "cable").name == FORMATS[carrier]
    [cable, *_] = [parse(telegram) for telegram in read_bytes(data, "cable", "cable")]
    assert same(cable, parse(next(read_bytes(CARRIERS["raw text"](MADE_UP), "", ""))))
    assert cable.canonical_id == "09OSLO9004"
    assert len(cable.paragraphs) == 2


@cache
def originals():
    found = []
    for path in sorted((SHARED / "samples").glob("*.html")):
        data = path.read_bytes()
        [telegram] = read_bytes(data, str(path), path.name)
        cable = parse(telegram)
        header, body = re.findall(r"<pre>(.*?)</pre>", data.decode(), re.DOTALL)[-2:]
        claims = telegram.envelope
        original = Original(
            claims.reference_id, preformatted_text(header), preformatted_text(body),
            claims.classification, claims.originator, claims.subject or "",
            f"{cable.header.sent:%Y-%m-%d}",
        )  # fmt: skip
        found.append((path, cable, original))
    return found


@needs_shared
def test_the_pages_say_id_date_classification_tags_and_subject():
    wrong = []
    for path, cable, _ in originals():
        page = read_sample_page(path)
        header = cable.header
        # A page links two TAGS that are run together as one.
        tags = "".join(page.tags) or "".join(header.tags)
        found = (
            cable.reference_id, f"{header.sent:%Y-%m-%d}", header.classification.value,
            "".join(header.tags),
        )  # fmt: skip
        expected = (page.reference_id, page.date, page.classification, tags)
        # One page's title runs on into its REF line.
        shorter, longer = sorted((header.subject or "", page.subject), key=len)
        if found != expected or not longer.startswith(shorter):
            wrong.append((found, expected, header.subject, page.subject))
    assert len(originals()) == 68
    assert wrong == []


@needs_shared
@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_real_page_reads_the_same_from_every_carrier(carrier):
    wrong = []
    for path, cable, original in originals():
        data = CARRIERS[carrier](original)
        year = int(original.date[:4])
        found = parse(next(read_bytes(data, "cable", "cable")), year=year)
        if not same(found, cable):
            wrong.append(Path(path).name)
    assert wrong == []
