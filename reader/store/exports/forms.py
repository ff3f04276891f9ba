"""FORMS: what marks can be exported as, and what is read back; a new form is a module and a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.errors import ReaderError
from reader.store.exports import as_json, pages, tables, w3c, web
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from reader.store.exports.fields import Bundle
    from reader.store.marks import Colour, Mark

LARGEST: Final = 256 * 1024 * 1024
"""Bytes of a file of marks that are read: a million marks have not as many."""


class Form(NamedTuple):
    """A form in which marks leave the program."""

    name: str
    """As on the command line."""
    title: str
    """For a list of forms to choose from."""
    endings: tuple[str, ...]
    """Of file names, in small letters, with the dot; the first is the usual one."""
    write: Callable[[Iterable[Mark], Mapping[Colour, str]], Iterator[str]]
    """The text in pieces, from the marks and the names of colours."""
    read: Callable[[str], Bundle] | None = None
    """None for what is only for people."""


FORMS: Final = (
    Form("json", "Cable Reader's own, with everything", (".json",), as_json.write, as_json.read),
    Form(
        "w3c", "W3C Web Annotations", (".jsonld",), w3c.write, w3c.read
    ),
    Form("csv", "Table (CSV)", (".csv",), tables.write, tables.read),
    Form("spreadsheet", "Table for a spreadsheet (CSV)", (), tables.write_defused, tables.read),
    Form("markdown", "Text to read and edit (Markdown)", (".md",), pages.write, pages.read),
    Form("html", "Page to read and print (HTML)", (".html", ".htm"), web.write),
)  # fmt: skip


def form_of(path: str, name: str = "") -> Form:
    """The form with a name, or else the one that the ending of a path stands for.

    Raises ReaderError where neither says.
    """
    for form in FORMS:
        if form.name == name or (not name and path.lower().endswith(form.endings)):
            return form
    message = tr("It is not clear in which form the marks are.")
    raise ReaderError(
        tr("There is no form {name}.", name=name) if name else message,
        hint=tr("Say which: {names}.", names=", ".join(form.name for form in FORMS)),
    )


def write_marks(form: Form, marks: Iterable[Mark], names: Mapping[Colour, str]) -> Iterator[bytes]:
    """The bytes of an export, in pieces, UTF-8; a form is ASCII where it can be."""
    for piece in form.write(marks, names):
        yield piece.encode("utf-8", "replace")


def read_marks(content: bytes, form: Form | None = None) -> Bundle:
    """The marks in the bytes of a file; without a form, by how it begins.

    Raises ReaderError, a sentence, when there are none to be read.
    """
    if len(content) > LARGEST:
        raise ReaderError(
            tr(
                "This file is larger than {size} MB, too large for marks.",
                size=LARGEST // 1024**2,
            ),
            hint=tr("Import it in parts."),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReaderError(
            tr("This file is not in UTF-8, as exported marks are."),
            hint=tr("Save it again as UTF-8 from the program that wrote it."),
            detail=f"byte {error.start}",
        ) from error
    form = form or _told(text)
    if form.read is None:
        raise ReaderError(
            tr("This page is made for people, and marks cannot be read from it."),
            hint=tr("Import what was exported as JSON, W3C annotations, CSV or Markdown."),
        )
    return form.read(text)


def _told(text: str) -> Form:
    """The form of a text by its beginning."""
    head = text[:4000].lstrip()
    names = {form.name: form for form in FORMS}
    if head.startswith(("{", "[")):
        return names["json" if as_json.SCHEMA.partition("/")[0] in head else "w3c"]
    if head[:20].lower().startswith(("<!doctype", "<html")):
        return names["html"]
    return names["markdown" if head.startswith("#") or "\n### " in text else "csv"]
