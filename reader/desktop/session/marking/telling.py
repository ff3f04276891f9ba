"""What the reader is told of marks: a colour by its name, a mark that was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.desktop.session.notice import Notice
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.store.marks import Colour, Mark

DELETED: Final = "deleted"


def saved_words(colour: Colour, names: Mapping[Colour, str]) -> str:
    """That words are highlighted now, and how."""
    return tr("Highlighted: {colour}", colour=colour_name(colour, names))


def colour_name(colour: Colour, names: Mapping[Colour, str]) -> str:
    """What the user calls a colour, or else what it is called."""
    return names.get(colour) or tr(colour.value.capitalize())


def mark_place(mark: Mark) -> str:
    """Where a mark stands in its cable: ¶7, or ¶[7] where the paragraph prints no number."""
    number = mark.anchor.number
    return f"¶{number}" if number is not None else f"¶[{mark.anchor.ordinal + 1}]"


def deleted_notice(marks: Sequence[Mark]) -> Notice:
    """That marks were taken away, with a button that brings them back; its action is not set."""
    place = mark_place(marks[0])
    if len(marks) > 1:
        words = tr_count("{count} mark was deleted.", "{count} marks were deleted.", len(marks))
    elif marks[0].kind.value == "highlight":
        words = tr("The highlight in {place} was deleted.", place=place)
    else:
        words = tr("The bookmark at {place} was deleted.", place=place)
    return Notice(words, is_error=False, is_brief=True, key=DELETED, action_title=tr("Undo"))


def all_deleted_notice() -> Notice:
    """That there are no marks any more, with a button that brings them back; no action is set."""
    words = tr("All marks were deleted.")
    return Notice(words, is_error=False, key=DELETED, action_title=tr("Undo"))
