"""How a cable and a place in it are cited: nine styles, and four formats of reference managers."""

from reader.cable.citation.exports import EXPORTS, export_citation
from reader.cable.citation.places import (
    cite_paragraphs,
    cite_place,
    paragraph_number,
    permalink,
    printed_number,
)
from reader.cable.citation.styles import Citation, Style, cite, styles

__all__ = [
    "EXPORTS",
    "Citation",
    "Style",
    "cite",
    "cite_paragraphs",
    "cite_place",
    "export_citation",
    "paragraph_number",
    "permalink",
    "printed_number",
    "styles",
]
