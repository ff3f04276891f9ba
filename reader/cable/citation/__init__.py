"""How a cable and a place in it are cited."""

from reader.cable.citation.places import (
    cite_paragraphs,
    cite_place,
    paragraph_number,
    permalink,
    printed_number,
)

__all__ = [
    "cite_paragraphs",
    "cite_place",
    "paragraph_number",
    "permalink",
    "printed_number",
]
