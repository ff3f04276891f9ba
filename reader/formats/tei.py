"""Volumes and documents of Foreign Relations of the United States, in TEI (TELEGRAM.md 1.13).

Of a volume only the documents whose heads say telegram, airgram or circular are cables. Head and
dateline are the editors' and are claimed; footnotes are left out. A document of an electronic
volume holds the raw telegram, a line in each `<p>`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple
from xml.parsers import expat

from reader.cable.model import Envelope, Source
from reader.cable.patterns import ANY_CASE, pattern
from reader.errors import NotACable
from reader.formats import limits
from reader.formats.checksum import checksum
from reader.formats.claims import read_moment
from reader.formats.collection import Entry, shown_moment
from reader.formats.decoding import decode
from reader.formats.telegram import carried
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram

SIGNS: Final = ("<TEI ", "<TEI>", "http://www.tei-c.org/ns/1.0", "frus:doc-")
KINDS: Final = pattern(r"\b(?:Telegram|Airgram|Circular)\b", ANY_CASE)
# 41. Telegram 236146 From the Department of State to the Embassy in ...
HEAD: Final = pattern(
    r"(?:Telegram|Airgram|Circular Telegram)[ ](?P<serial>(?:[A-Z]-)?\d{1,7})"
    r"(?:/\w{1,20})?[ ][Ff]rom[ ]the[ ](?P<sender>.{3,120}?)(?:[ ]to[ ]|,|$)"
)

# What runs on in a line, what begins one, what begins one after an empty line, what is left out.
LINE_ELEMENTS: Final = frozenset({"item", "label", "row", "lb", "l", "dateline", "signed"})
BLOCK_ELEMENTS: Final = frozenset({"p", "head", "list", "closer", "opener", "table", "postscript"})
UNSEEN_ELEMENTS: Final = frozenset({"note", "figure", "fw"})

# How the lines of a raw telegram begin; two kinds of them, and the document is one.
RAW_LINE: Final = pattern(
    r"(?P<sign>FM |TO |E\.?O\.? ?1|TAGS|SUBJ|REF|PAGE 0|INFO |UNCLAS|S E C R E T|C O N F)"
)
LONGEST_RAW_LINE: Final = 90


class Volume:
    """An open file of TEI, read into memory: a volume has a few megabytes."""

    def __init__(self, file: BinaryIO, path: str) -> None:
        file.seek(0)
        data = file.read(limits.FILE_BYTES + 1)
        if len(data) > limits.FILE_BYTES:
            raise NotACable(
                tr("This XML document is larger than 64 MB."), hint=tr(limits.FILE_WAY_OUT)
            )
        decoded = decode(data)
        self._path = path
        self._encoding = decoded.encoding
        self._sha256 = checksum(data)
        # The parser is told the encoding, whatever the document says of it.
        self._data = decoded.text.encode("utf-8", errors="replace")
        self._places: list[tuple[int, int]] | None = None

    def entries(self) -> Iterator[Entry]:
        """The documents that are cables; of a file with one document alone, that one."""
        places = self._documents()
        for start, end in places:
            document = _read_document(self._data[start:end])
            if len(places) > 1 and not KINDS.search(document.head):
                continue
            envelope = document.envelope()
            yield Entry(
                start,
                end - start,
                name=document.number,
                reference_id=envelope.reference_id or "",
                sent=shown_moment(envelope.sent),
                originator=envelope.originator or "",
                subject=document.subject or document.head,
            )

    def read(self, entry: Entry, index: int) -> Iterator[Telegram]:
        """The telegram of a document."""
        document = _read_document(self._data[entry.offset : entry.offset + entry.size])
        text = document.text()
        if not text.strip():
            raise NotACable(
                tr("This document holds no text of its own."),
                hint=tr("It may be summarised in another document of the volume."),
            )
        source = Source(
            path=self._path,
            format="tei",
            encoding=self._encoding,
            sha256=self._sha256,
            index=index,
            repairs=document.repairs,
        )
        yield carried(text, source, document.envelope())

    def _documents(self) -> list[tuple[int, int]]:
        if self._places is None:
            self._places = _find_documents(self._data)
        return self._places


def open_collection(file: BinaryIO, path: str) -> Volume:
    """The documents in an open file of TEI."""
    return Volume(file, path)


def is_tei(head: str) -> bool:
    """Whether a file that begins so is TEI, or a document cut out of such a file."""
    return head.startswith("<") and any(sign in head for sign in SIGNS)


def _parser() -> expat.XMLParserType:
    """A parser that meets no document type, no entity and nothing from elsewhere."""
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.buffer_text = True
    return parser


def _refuse_document_type(*_: object) -> None:
    raise NotACable(
        tr("This XML document declares a document type, which may define anything."),
        hint=tr("Remove its <!DOCTYPE ...> in a text editor if you trust it."),
    )


def _find_documents(data: bytes) -> list[tuple[int, int]]:
    """Where the documents of a volume begin and end; all of the file when it has none."""
    places: list[tuple[int, int]] = []
    depth = 0
    start, depth_of_document = -1, 0
    parser = _parser()

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, start, depth_of_document
        depth += 1
        if depth > limits.TEI_DEPTH:
            raise NotACable(
                tr(
                    "This XML document has more than {depth} elements inside each other.",
                    depth=limits.TEI_DEPTH,
                ),
                hint=tr("No edition of cables is made so."),
            )
        if start < 0 and name == "div" and attributes.get("type") == "document":
            start, depth_of_document = parser.CurrentByteIndex, depth

    def end(_name: str) -> None:
        nonlocal depth, start
        if start >= 0 and depth == depth_of_document:
            close = data.find(b">", parser.CurrentByteIndex) + 1
            places.append((start, close))
            start = -1
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own way to say that this is all
    except expat.ExpatError:
        if start >= 0:  # a volume that was cut: its last document as far as it goes
            places.append((start, len(data)))
    return places or [(0, len(data))]


class Block(NamedTuple):
    """A paragraph, a line of a list or a signature, on one line."""

    element: str
    text: str


class Document:
    """A document of a volume, as it is gathered from its elements."""

    def __init__(self) -> None:
        self.head = ""
        self.dateline = ""
        self.when = ""
        self.place = ""
        self.number = ""
        self.blocks: list[Block] = []
        self.repairs: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """What its list of subjects or its SUBJECT line says."""
        for _, text in self.blocks:
            if text[:4].upper() == "SUBJ":
                return text.partition(":")[2].strip()
        return ""

    def text(self) -> str:
        """The telegram: a raw one line by line, else with an empty line between paragraphs."""
        signs = {match["sign"] for _, text in self.blocks if (match := RAW_LINE.match(text))}
        lengths = sorted(len(text) for _, text in self.blocks) or [0]
        if len(signs) > 1 and lengths[len(lengths) // 2] < LONGEST_RAW_LINE:
            return "\n".join(text for _, text in self.blocks)
        pieces: list[str] = []
        for element, text in self.blocks:
            pieces.append("\n" if element in LINE_ELEMENTS else "\n\n")
            pieces.append(text)
        return "".join(pieces[1:])

    def envelope(self) -> Envelope:
        """What the editors say of it: number, sender and day."""
        sent = read_moment(self.when or self.dateline)
        match = HEAD.search(self.head)
        reference_id = sender = None
        if match:
            sender = match["sender"].strip()
            station = "STATE" if "Department of State" in sender else self.place
            station = re.sub(r"[^A-Z]", "", station.upper())
            if sent and station and match["serial"].isdigit():
                reference_id = f"{sent.year % 100:02}{station}{int(match['serial'])}"
        return Envelope(reference_id=reference_id, sent=sent, originator=sender)


class _Gathering:
    """Takes the events of the parser and fills a document."""

    def __init__(self) -> None:
        self.document = Document()
        self._words: list[str] = []
        self._element = "p"
        self._open: list[str] = []
        self._unseen = 0
        self._prefix = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(name)
        document = self.document
        if len(self._open) == 1:
            document.number = attributes.get("n", "")
            document.when = attributes.get("frus:doc-dateTime-min", "")
        if name in UNSEEN_ELEMENTS:
            self._unseen += 1
        elif name in LINE_ELEMENTS or name in BLOCK_ELEMENTS:
            self._end_block()
            self._element = name
        elif name == "date" and "dateline" in self._open and not document.when:
            document.when = attributes.get("when", "")

    def end(self, name: str) -> None:
        if self._open:
            self._open.pop()
        if name in UNSEEN_ELEMENTS:
            self._unseen -= 1
        elif name in LINE_ELEMENTS or name in BLOCK_ELEMENTS:
            self._end_block(name)
            self._element = "p"

    def say(self, text: str) -> None:
        if self._unseen:
            return
        if "placeName" in self._open[-2:] and "dateline" in self._open:
            self.document.place += text
        self._words.append(text)

    def finish(self) -> Document:
        self._end_block()
        return self.document

    def _end_block(self, name: str = "") -> None:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        element = name or self._element
        if not text:
            return
        document = self.document
        if element == "dateline" or "dateline" in self._open:
            document.dateline = f"{document.dateline} {text}".strip()
        elif element == "head" and not document.head and "list" not in self._open:
            document.head = text
        elif element in {"label", "head"}:
            self._prefix = text
        else:
            if self._prefix:
                text = f"{self._prefix} {text}"
            self._prefix = ""
            document.blocks.append(Block(element, text))


def _read_document(data: bytes) -> Document:
    gathering = _Gathering()
    parser = _parser()
    parser.StartElementHandler = gathering.begin
    parser.EndElementHandler = gathering.end
    parser.CharacterDataHandler = gathering.say
    try:
        parser.Parse(data, True)  # noqa: FBT003
    except expat.ExpatError as error:
        document = gathering.finish()
        document.repairs = (
            tr(
                "the XML is damaged in line {line} of the document, read as far as that",
                line=error.lineno,
            ),
        )
        return document
    return gathering.finish()
