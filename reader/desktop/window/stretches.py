"""Which characters of the cable the reader means: what is selected, and where the caret is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desktop.panels.body import BodyPanel
from reader.desktop.session.standing import Stretch, without_blanks

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


def take_selection(views: Views, cable: Cable | None) -> Stretch | None:
    """What is selected, without blanks around it; the caret goes to its end, nothing selected.

    What is done with the words is then seen, and the next command still means them.
    """
    stretch = selected_stretch(views, cable)
    if cable is None or stretch is None:
        return None
    trimmed = without_blanks(cable, stretch)
    view = views.view()
    if trimmed is not None and isinstance(view, BodyPanel):
        view.put_caret(trimmed.last_ordinal, trimmed.end)
    else:
        view.drop_selection()
    return trimmed or stretch


def caret_place(views: Views, cable: Cable | None) -> tuple[int, int] | None:
    """The ordinal and offset where the reader is in the view in front; None outside paragraphs."""
    if cable is None or not cable.paragraphs:
        return None
    view = views.view()
    if isinstance(view, BodyPanel):
        return view.place()
    from reader.desktop.panels.page.places import paragraph_place  # noqa: PLC0415

    return paragraph_place(cable, view.cursor_offset())
