"""A spot: exactly where a reader is in a text, whatever its size and the window's are later."""

from __future__ import annotations

from reader.records import Record


class Spot(Record):
    """Caret, selection and what stands at the top of the view, as places of the page's model.

    A place is the index of a heading or paragraph (of a line, in the text as received) and an
    offset in its text.
    """

    caret: tuple[int, int] = (0, 0)
    selected_from: tuple[int, int] = (0, 0)
    """The other end of the selection; the caret's own place where nothing is selected."""
    top: tuple[int, int] = (0, 0)
    """What the first visible line begins with."""
    down: float = 0.0
    """How far down the view that line begins, in pitches of a line; below 0 where it is cut."""
    leads: bool = True
    """Whether the reader is at the caret, and has not scrolled away from it."""
    is_source: bool = False
    """Whether the text as received is shown."""
