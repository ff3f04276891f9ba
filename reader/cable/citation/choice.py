"""The citation that a reader has chosen: a style, one of its forms, or the id and paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.citation.places import UNNAMED, cite_paragraphs
from reader.cable.citation.styles import Citation, cite, styles
from reader.cable.citation.template import Run

if TYPE_CHECKING:
    from reader.cable.model import Cable


def cite_as(cable: Cable, choice: str, first: int | None, last: int | None = None) -> Citation:
    """The citation of paragraphs, or without a first one of the whole cable, as was chosen.

    `choice` is `chicago-notes`, or `chicago-notes/short` for one of its forms. Empty, or where no
    style is called so any more, it gives the cable's id and the paragraphs.
    """
    name, _, form = choice.partition("/")
    style = styles().get(name) if name else None
    if style is None or (form and form not in style.forms):
        return plain_citation(cable, first, last)
    return cite(cable, name, form, first=first, last=last)


def plain_citation(cable: Cable, first: int | None, last: int | None = None) -> Citation:
    """The id, and the paragraphs if any are meant: `09OSLO9004, para. 7`."""
    if first is None or not cable.paragraphs:
        return Citation((Run(cable.canonical_id or cable.reference_id or UNNAMED),))
    return Citation((Run(cite_paragraphs(cable, first, first if last is None else last)),))
