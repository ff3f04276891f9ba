"""The texts of a cable as a search sees them, and what places in them are called.

They are the items of its page, made without the page: other texts are searched than the one that
is shown. Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.model import Heading
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.model import Cable


def reading_texts(cable: Cable) -> tuple[str, ...]:
    """The headings and paragraphs of a cable, and its signature, as the page has them."""
    signature = "\n".join(name for name in cable.signature if name)
    texts = tuple(item.text for item in cable.body)
    return (*texts, signature) if signature else texts


def reading_label(cable: Cable, item: int) -> str:
    """`¶4`; of a paragraph without a number which one it is, of other items what they are."""
    if item >= len(cable.body):
        return tr("Signed")
    there = cable.body[item]
    if isinstance(there, Heading):
        return tr("Title")
    return f"¶[{there.ordinal + 1}]" if there.number is None else f"¶{there.number}"


def line_label(text: str, offset: int) -> str:
    """The line of a text as received: `Line 12`."""
    return tr("Line {number:,}", number=text.count("\n", 0, offset) + 1)
