"""Bodies read without a header, and what of them a test compares."""

from __future__ import annotations

from reader.cable.body import read_body
from reader.cable.lines import ReadingText, read_lines
from reader.cable.model import Heading, Telegram


class Body:
    """The reading of a text that begins with its body."""

    def __init__(self, text, *, station="REYKJAVIK", serial=9017, captions=("SIPDIS",)):
        self.text = text
        self.lines = read_lines(ReadingText(Telegram(text)))
        self.reading = read_body(
            self.lines, 0, text=text, station=station, serial=serial, captions=captions
        )

    @property
    def items(self):
        return self.reading.items

    @property
    def paragraphs(self):
        return [item for item in self.items if not isinstance(item, Heading)]

    @property
    def headings(self):
        return [item for item in self.items if isinstance(item, Heading)]

    @property
    def titles(self):
        return [heading.text for heading in self.headings]

    @property
    def texts(self):
        return [paragraph.text for paragraph in self.paragraphs]

    @property
    def numbers(self):
        return [paragraph.number for paragraph in self.paragraphs]

    @property
    def markings(self):
        return [paragraph.marking for paragraph in self.paragraphs]

    @property
    def outline(self):
        """Headings as their titles, paragraphs as their numbers, in order."""
        return [item.text if isinstance(item, Heading) else item.number for item in self.items]

    def roles(self):
        """The role of every line that is not blank, by its words."""
        return {line.text.strip(): line.role.value for line in self.lines if line.text}

    def kinds(self, ordinal=0):
        """The kinds of a paragraph's blocks, and their words."""
        paragraph = self.paragraphs[ordinal]
        return [
            (block.kind.value, paragraph.text[block.start : block.end])
            for block in paragraph.blocks
        ]

    def passages(self):
        """Kind and words of each passage."""
        return [
            (passage.kind.value, self.texts[passage.ordinal][passage.start : passage.end])
            for passage in self.reading.passages
        ]


def covers(body):
    """Whether the lines cover the text once, from its first character to its last."""
    ends = [0, *(line.end for line in body.lines)]
    starts = [*(line.start for line in body.lines), len(body.text)]
    return ends == starts and all(line.role is not None for line in body.lines)
