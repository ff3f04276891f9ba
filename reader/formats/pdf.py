"""PDF documents with a text layer, read by pypdf, which is an extra: `cable-reader[pdf]`.

The files that wkhtmltopdf made of the pages (TELEGRAM.md 1.7) give each TAG a line of its own, and
the mark of a paragraph too. Scans hold no text, and none is made up for them (1.8).
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from reader.cable.model import Markup, Source
from reader.cable.patterns import pattern
from reader.errors import NotACable
from reader.formats import limits
from reader.formats.decoding import end_lines
from reader.formats.telegram import carried
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram

PAGE_END: Final = "\n\f\n"

# ¶ alone on its line, before the line of its number
LONE_MARK: Final = pattern(
    r"^[ \t]{0,20}¶[ \t]{0,20}(?P<end>\n[ \t\n]{0,20})(?=\d{1,3}\.)", re.MULTILINE
)
# TAGS: and on the lines below it SADC, EAID and so on, blank ones between them
TAGS: Final = pattern(r"^[ \t]{0,20}TAGS?[ \t]{0,9}:?[ \t]{0,9}", re.MULTILINE)
TAG_ALONE: Final = pattern(
    r"[ \t]{0,9}\n(?:[ \t]{0,9}\n){0,3}[ \t]{0,9}(?=[A-Z]{2,5},?[ \t]{0,9}(?:\n|$))"
)
WORD: Final = pattern(r"[A-Z]{2,5},?")
FIELD: Final = frozenset({"SUBJ", "REF", "REFS", "TAGS", "BT", "EO"})

NO_LAYER: Final = (
    "{count} page of {all} without text, only pictures: nothing of them is here",
    "{count} pages of {all} without text, only pictures: nothing of them is here",
)


def read(data: bytes, path: str, sha256: str) -> Iterator[Telegram]:
    """The telegram of a document; raises NotACable when it cannot be read or holds no text."""
    pages = _pages(data)
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        raise NotACable(
            tr("This PDF document holds no text, only pictures of pages."),
            hint=tr("Open it in a PDF viewer, or have its text recognised by another program."),
            detail=tr_count("{count} page", "{count} pages", len(pages)),
        )
    text = PAGE_END.join(page.strip("\n") for page in pages if page.strip())
    repairs = (tr_count(*NO_LAYER, empty, all=len(pages)),) if empty else ()
    source = Source(path=path, format="pdf", sha256=sha256, repairs=repairs)
    yield carried(text, source, markup=tuple(find_joints(text)))


def find_joints(text: str) -> Iterator[Markup]:
    """Line ends that the making of the document put in: after a mark, and between TAGS."""
    joints = [Markup(*match.span("end"), "") for match in LONE_MARK.finditer(text)]
    for field in TAGS.finditer(text):
        place = field.end()
        while joint := TAG_ALONE.match(text, place):
            word = WORD.match(text, joint.end())
            if word is None or word.group().strip(",") in FIELD:
                break
            joints.append(Markup(*joint.span(), " "))
            place = word.end()
    return iter(sorted(joints))


def _pages(data: bytes) -> list[str]:
    """The text of each page."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra, and slow to load
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise NotACable(
            tr("This is a PDF document, and what reads those is not installed."),
            hint=tr(
                "Install it by: pip install 'cable-reader[pdf]'. Or copy its text from a viewer."
            ),
            detail=str(error),
        ) from error
    from logging import CRITICAL, getLogger  # noqa: PLC0415 - pypdf has loaded it

    getLogger("pypdf").setLevel(CRITICAL)  # it tells of damage on standard error
    pages: list[str] = []
    size = 0
    try:
        reader = PdfReader(BytesIO(data))
        for page in reader.pages:
            text = end_lines(page.extract_text())
            pages.append(text)
            size += len(text)
            if len(pages) > limits.PDF_PAGES or size > limits.PDF_CHARACTERS:
                raise NotACable(tr(limits.PDF_SENTENCE), hint=tr(limits.PDF_WAY_OUT))
    except (
        PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError,
        RecursionError, AssertionError, NotImplementedError, MemoryError, OSError,
    ) as error:  # fmt: skip  # what pypdf lets through from a damaged document
        raise NotACable(
            tr("This PDF document is damaged or locked, and cannot be read."),
            hint=tr("Open it in a PDF viewer, copy the cable's text and paste it here."),
            detail=type(error).__name__,
        ) from error
    return pages
