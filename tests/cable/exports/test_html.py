"""The page for browsers: read back it has the same words, and nothing in it is markup of theirs."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from reader.cable.exports.edition import Endnote, edition_of
from reader.cable.exports.html import html_page
from reader.cable.exports.signs import seen
from reader.cable.model import Body
from reader.cable.record.clean import clean_text
from reader.intake import read_text_as_cable
from tests.cable.exports.cables import FERRY, full_of
from tests.hostile import hostile_values

TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "dl", "dt", "dd",
    "section", "ul", "ol", "li", "main", "div", "p", "pre", "span", "sup", "a", "footer", "code",
}  # fmt: skip
ATTRIBUTES = {"lang", "dir", "charset", "http-equiv", "content", "name", "class", "id", "href"}


class Page(HTMLParser):
    """What a browser would understand: facts, references, paragraphs, headings, notes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[list[str]] = []
        self.labels: list[str] = []
        self.words: dict[str, list[str]] = {}
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self._open: list[str] = []
        self._within = False
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        for name, value in attrs:
            if name == "href":
                assert value.startswith("#note")
        if tag == "meta":
            return
        self._open.append(tag)
        if dict(attrs).get("class") == "paragraph":
            self.paragraphs.append([])
            self._within = True
        elif dict(attrs).get("class") == "label":
            self.labels.append("")
        elif tag in ("p", "pre") and self._within:
            self.paragraphs[-1].append("")
        elif tag not in ("span", "sup", "a"):
            self.words.setdefault(tag, []).append("")

    def handle_endtag(self, tag):
        assert self._open.pop() == tag
        if tag == "div" and "div" not in self._open:
            self._within = False

    def handle_data(self, data):
        if not self._open or "sup" in self._open:
            return
        inner = next((tag for tag in reversed(self._open) if tag != "span"), "")
        if self._within and inner in ("p", "pre"):
            self.paragraphs[-1][-1] += data
        elif self._within and self._open.count("div") == 2:
            self.labels[-1] += data
        elif inner in self.words:
            self.words[inner][-1] += data

    def texts(self) -> list[str]:
        # A browser drops a line end right behind <pre>.
        return ["\n".join(block.removeprefix("\n") for block in each) for each in self.paragraphs]


@pytest.fixture(scope="module")
def ferry():
    return read_text_as_cable(FERRY, "ferry.txt")


def test_the_same_paragraphs_are_read_back(ferry, sample_cable):
    for cable in (ferry, sample_cable):
        page = Page(html_page(cable))
        assert page.texts() == [each.text for each in cable.paragraphs]
        assert page.labels == [f"{each.number}. ({each.marking})" for each in cable.paragraphs]


def test_the_page_says_what_it_is(ferry):
    text = html_page(ferry)
    page = Page(text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">\n')
    assert "default-src 'none'" in text
    assert "<script" not in text and "http:" not in text and "https:" not in text
    assert page.words["title"] == ["09OSLO9004: The Mail Boat & Its <Waffles>"]
    assert page.words["li"] == ["A. REYKJAVIK 9017 [09REYKJAVIK9017]", "B. A TALK OVER COFFEE"]
    assert page.words["code"] == ["cable:09OSLO9004"]
    assert '<div class="paragraph" id="p2">' in text
    assert '<span class="redaction">XXXXXXXXXXXX</span>' in text
    assert dict(zip(page.words["dt"], page.words["dd"], strict=True))["TAGS"] == "EWWT SCUL NO"


def test_notes_stand_at_the_end_and_are_called_where_they_belong(ferry):
    text = html_page(ferry, [Endnote(3, "ask <again>"), Endnote(0, "who?", "The clerk")])
    assert Page(text).words["li"][2:] == ["The clerk: who?", "ask <again>"]
    assert 'said so (ref A).<sup><a href="#note1">1</a></sup></p>' in text
    assert 'in October.<sup><a href="#note2">2</a></sup></p>' in text


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_hostile_values_come_back_as_the_same_fields(start):
    for value in hostile_values()[start : start + 50]:
        cable = full_of(value)
        edition = edition_of(cable, [Endnote(0, value)])
        page = Page(html_page(cable, [Endnote(0, value)]))
        assert page.tags <= TAGS
        assert page.attributes <= ATTRIBUTES
        assert page.texts() == [seen(each.text) for each in cable.paragraphs]
        facts = list(zip(page.words["dt"], page.words["dd"], strict=True))
        assert facts == [(name, seen(words)) for name, words in edition.facts]
        notes = [*edition.references, *edition.notes]
        assert page.words["li"] == [seen(words) for words in notes]
        assert page.words["title"] == [seen(f"09OSLO9004: {edition.title}")]


def test_a_page_of_a_damaged_cable_is_a_page(ferry):
    bare = ferry._replace(
        header=ferry.header._replace(subject=None, classified_as=None), body=Body()
    )
    page = Page(html_page(bare._replace(canonical_id=None, reference_id=None)))
    assert page.words["h1"] == ["Cable without a subject"]
    assert page.texts() == []
    assert clean_text(ferry)
