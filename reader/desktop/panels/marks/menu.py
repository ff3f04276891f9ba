"""The menu of a mark: what can be done with it, wherever it is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.desktop.panels.page.signs import sign_icon
from reader.desktop.plain import action_text
from reader.desktop.session.marking.telling import colour_name
from reader.desktop.session.standing import HIGHLIGHT, INKS
from reader.store.marks import Colour, Status, changed_mark
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from reader.desktop.theme import Theme
    from reader.store.marks import Mark

    Edits = Sequence[tuple[Mark, Mark]]


class Calls(NamedTuple):
    """Who is called with what the reader chooses; None for what is not offered."""

    edit: Callable[[Mark], object]
    keep: Callable[[Edits], object]
    """Takes marks as they are to be, each with what it was."""
    delete: Callable[[Sequence[Mark]], object]
    go: Callable[[Mark], object] | None = None
    place: Callable[[Mark], object] | None = None
    """Puts the mark where the reader is in the text."""
    confirm: Callable[[Mark], object] | None = None
    """Says of an uncertain mark that it stands in the right place."""


def fill_menu(
    menu: QMenu,
    marks: Sequence[Mark],
    calls: Calls,
    theme: Theme,
    names: Mapping[Colour, str],
) -> None:
    """Offer what can be done with some marks."""
    one = marks[0] if len(marks) == 1 else None
    for words, call in (
        (tr("&Go to the place"), calls.go),
        (tr("&Name and note…"), calls.edit),
        (tr("This &is the place"), calls.confirm),
        (tr("&Place it here, where the caret is"), calls.place),
    ):
        if one is not None and call is not None:
            _add(menu, words, partial(call, one))
    statuses = menu.addMenu(tr("&Status"))
    for status in (*Status, None):
        words = tr(status.value.capitalize()) if status else tr("No status")
        action = _add(statuses, words, partial(_set_status, calls, marks, status))
        action.setCheckable(True)
        action.setChecked(all(mark.status is status for mark in marks))
    highlights = [mark for mark in marks if mark.kind.value == HIGHLIGHT]
    if highlights:
        current = highlights[0].colour if len(highlights) == 1 else None
        colours = menu.addMenu(tr("&Colour"))
        add_colours(colours, theme, names, partial(_set_colour, calls, highlights), current)
    menu.addSeparator()
    _add(menu, tr("&Delete"), partial(calls.delete, marks))


def add_colours(
    menu: QMenu,
    theme: Theme,
    names: Mapping[Colour, str],
    choose: Callable[[Colour], object],
    current: Colour | None = None,
) -> None:
    """Offer the four colours, each by its sign and its name."""
    for ink, name in enumerate(INKS):
        colour = Colour(name)
        words = action_text(colour_name(colour, names))
        action = _add(menu, f"&{ink + 1}  {words}", partial(choose, colour))
        action.setIcon(sign_icon(ink, theme))
        action.setIconVisibleInMenu(True)
        action.setCheckable(current is not None)
        action.setChecked(colour is current)


def _add(menu: QMenu, words: str, call: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    # A signal's argument is whether the action is checked, which nobody asks for.
    action.triggered.connect(lambda _=False: call())
    return action


def _set_status(calls: Calls, marks: Sequence[Mark], status: Status | None) -> None:
    calls.keep(
        [(changed_mark(mark, status=status), mark) for mark in marks if mark.status is not status]
    )


def _set_colour(calls: Calls, marks: Sequence[Mark], colour: Colour) -> None:
    calls.keep(
        [(changed_mark(mark, colour=colour), mark) for mark in marks if mark.colour is not colour]
    )
