"""How a cable and a place in it are cited.

The names of places are light, and a window shows them at once; the nine styles are in `styles`, the
formats of reference managers in `exports`.
"""

from reader.cable.citation.places import (
    cite_paragraphs,
    cite_place,
    paragraph_number,
    permalink,
    printed_number,
)

__all__ = ["cite_paragraphs", "cite_place", "paragraph_number", "permalink", "printed_number"]
