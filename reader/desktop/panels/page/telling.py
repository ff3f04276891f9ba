"""What a page tells of the place under the pointer: seams, redactions, highlights, mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.desktop.panels.page.decorations import overlapping, seam_words
from reader.desktop.panels.page.rows import Place
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint

    from reader.cable.model import Mention
    from reader.desktop.panels.page.highlights import Highlight
    from reader.desktop.panels.page.view import PageView

LONGEST_REDACTION: Final = 40
LONGEST_NOTE: Final = 600
"""Characters of a note that are told by the pointer; the list of marks has all of it."""


def words_at(view: PageView, point: QPoint) -> str:
    """What there is to tell of a point of the viewport."""
    return next(_told(view, point), "")


def _told(view: PageView, point: QPoint) -> Iterator[str]:
    item, offset = view.place_at(point)
    for seam in view.decorations.seams.get(item, ()):
        start, end = Place(item, max(seam.offset - 2, 0)), Place(item, seam.offset + 1)
        if abs(seam.offset - offset) <= 2 and view.is_over(point, start, end):
            yield seam_words(seam, view.received)
    redactions = view.decorations.redactions.get(item, ())
    for redaction in overlapping(redactions, offset - 1, offset + 1):
        if view.is_over(point, Place(item, redaction.start), Place(item, redaction.end)):
            words = view.page.texts[item][redaction.start : redaction.end][:LONGEST_REDACTION]
            yield tr("Removed before publication; the text has {text} here.", text=words)
    mention = view.mention_at(point)
    if mention is not None:
        yield _mention_words(mention)
    highlight = _highlight_at(view, point)
    if highlight is not None:
        yield with_note(highlight.words, highlight.note)


def _highlight_at(view: PageView, point: QPoint) -> Highlight | None:
    """The uppermost highlight whose words are under a point of the viewport."""
    place, shown = view.place_at(point), view.highlights
    found = shown.at(place) if shown is not None else None
    if found is None or shown is None:
        return None
    for band in shown.bands(view.page.row_of(place)):
        start, end = Place(place.item, band.start), Place(place.item, band.end)
        if band.highlight is found and view.is_over(point, start, end):
            return found
    return None


def with_note(words: str, note: str) -> str:
    """What is said of a mark, and below it what its reader noted."""
    note = note.strip()
    if len(note) > LONGEST_NOTE:
        note = f"{note[:LONGEST_NOTE].rstrip()}…"
    return f"{words}\n{note}" if note else words


def _mention_words(mention: Mention) -> str:
    if mention.target is None:
        return tr("Reference {label}", label=mention.label) if mention.label else ""
    return (
        tr("Reference {label}: {target}", label=mention.label, target=mention.target)
        if mention.label
        else mention.target
    )
