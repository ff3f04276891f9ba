"""Which characters of the cable the reader means: what is selected, and where the caret is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desktop.session.standing import Stretch

if TYPE_CHECKING:
    from reader.cable.model import Cable
    from reader.desktop.window.views import Views


def selected_stretch(views: Views, cable: Cable | None) -> Stretch | None:
    """What is selected in the view in front; None when it is nothing of a paragraph."""
    selection = views.view().selection() if cable is not None else None
    if cable is None or selection is None:
        return None
    if len(selection) == 4:
        return Stretch(*selection)
    from reader.desktop.panels.page.places import paragraph_place  # noqa: PLC0415

    start, end = (paragraph_place(cable, offset) for offset in selection)
    return Stretch(*start, *end) if start is not None and end is not None else None


def caret_place(views: Views, cable: Cable | None) -> tuple[int, int] | None:
    """The ordinal and offset where the reader is in the view in front; None outside paragraphs."""
    if cable is None or not cable.paragraphs:
        return None
    view = views.view()
    place = getattr(view, "place", None)
    if place is not None:
        found: tuple[int, int] | None = place()
        return found
    from reader.desktop.panels.page.places import paragraph_place  # noqa: PLC0415

    return paragraph_place(cable, view.cursor_offset())
