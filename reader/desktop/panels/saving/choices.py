"""The forms from which the reader chooses: of a cable, and of an entry for reference managers."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.cable.citation.exports import EXPORTS
from reader.cable.exports.forms import FORMS
from reader.translation import tr

ENTRY_ENDINGS: Final = {"ris": ".ris", "bibtex": ".bib", "biblatex": ".bib", "csl-json": ".json"}


class Choice(NamedTuple):
    """A form in which something is saved, in the reader's language."""

    name: str
    title: str
    help: str
    ending: str
    takes_notes: bool = False


def cable_choices() -> tuple[Choice, ...]:
    """The forms of a cable, a PDF among them."""
    forms = [
        Choice(form.name, tr(form.title), tr(form.help), form.ending, form.takes_notes)
        for form in FORMS
    ]
    pdf = Choice(
        "pdf",
        tr("Pages (PDF)"),
        tr("As printed: id and classification on every page, letters that can be searched."),
        ".pdf",
        takes_notes=True,
    )
    return (*forms[:-1], pdf, forms[-1])


def text_choices() -> tuple[Choice, ...]:
    """The forms of a text that is no cable."""
    return (
        Choice(
            "text",
            tr("Clean text"),
            tr("Its lines as they stand, below a head that says what it is."),
            ".txt",
        ),
        Choice(
            "pdf",
            tr("Pages (PDF)"),
            tr("As printed: a head that says what it is, letters that can be searched."),
            ".pdf",
        ),
    )


def entry_choices() -> tuple[Choice, ...]:
    """The formats of reference managers."""
    return tuple(
        Choice(name, tr(title), "", ENTRY_ENDINGS[name]) for name, (title, _) in EXPORTS.items()
    )
