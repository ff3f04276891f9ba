"""How a place in a cable is named: the cable's id and its paragraphs."""

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
    return printed_number(paragraph.number, paragraph.ordinal)


def printed_number(number: int | None, ordinal: int) -> str:
    """The number of a paragraph as printed, or else its place in brackets: `4`, `[3]`."""
    return f"[{ordinal + 1}]" if number is None else str(number)


def cite_place(canonical_id: str | None, number: str, *, goes_on: bool = False) -> str:
    """A place of which only the id and the first number are known: `09MOSCOW501, paras. 4 ff.`."""
    name = canonical_id or UNNAMED
    return f"{name}, paras. {number} ff." if goes_on else f"{name}, para. {number}"


def permalink(canonical_id: str | None, number: int | None = None) -> str:
    """A cable, or the paragraph that prints a number, as this program opens it by name.

    `cable:09MOSCOW501#p9`; empty for a cable without an id.
    """
    if not canonical_id:
        return ""
    return f"cable:{canonical_id}" if number is None else f"cable:{canonical_id}#p{number}"
