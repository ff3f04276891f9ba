"""How a place in a cable is cited: the cable's id and its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reader.cable.model import Cable, Paragraph

UNNAMED: Final = "Cable without an id"


def cite_paragraphs(cable: Cable, first: int, last: int) -> str:
    """The citation of the paragraphs with these ordinals: `09MOSCOW501, paras. 4-6`.

    A number that the cable does not print stands in brackets, as editors do: `para. [3]`.
    """
    name = cable.canonical_id or cable.reference_id or UNNAMED
    paragraphs = cable.paragraphs
    if not paragraphs:
        return name
    start = paragraph_number(paragraphs[first])
    if first == last:
        return f"{name}, para. {start}"
    return f"{name}, paras. {start}\N{EN DASH}{paragraph_number(paragraphs[last])}"


def paragraph_number(paragraph: Paragraph) -> str:
    """The number as printed, or else the paragraph's place in brackets."""
    return f"[{paragraph.ordinal + 1}]" if paragraph.number is None else str(paragraph.number)
