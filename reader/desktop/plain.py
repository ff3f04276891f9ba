"""The only doors for text that is not ours: labels, tooltips, message boxes, names of actions.

Qt takes a text for HTML when it finds a tag in it, and HTML of a stranger may name files that Qt
then opens (SAFETY.md). Whatever comes from a cable, a path, a note or an error goes through here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QAction, QKeyEvent
    from PySide6.QtWidgets import QAbstractButton, QMessageBox

COLUMNS: Final = 60
"""Characters in a line of a tooltip, and of a longest name of an action."""

NOT_A_TAG: Final = "\N{WORD JOINER}"
"""An invisible sign after `<` and `&`: what follows is then no tag and no entity to Qt."""


class PlainLabel(QLabel):
    """A label that shows its text character by character, whatever the text looks like."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if text:
            self.setText(text)

    def make_selectable(self) -> None:
        """Let the reader select and copy the text, with the mouse or from the keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


def tooltip_text(words: str) -> str:
    """Words as a tooltip shows them: filled lines that Qt never takes for HTML."""
    if not words:
        return ""
    return _untagged("\n".join(_filled(line) for line in words.splitlines()))


def _untagged(text: str) -> str:
    return text.replace("<", f"<{NOT_A_TAG}").replace("&", f"&{NOT_A_TAG}")


def _hint_text(words: str) -> str:
    """Words that a box wraps at its own width, but for what is too long for any line."""
    lines = (
        line if max(map(len, line.split()), default=0) <= COLUMNS else _filled(line)
        for line in words.splitlines()
    )
    return _untagged("\n".join(lines))


def _filled(line: str) -> str:
    if len(line) <= COLUMNS:
        return line
    from textwrap import fill  # noqa: PLC0415 - few start by pointing at things

    return fill(line, COLUMNS)


def set_tooltip(target: QWidget | QAction, words: str) -> None:
    """Have words ready for when the pointer rests on a widget or an action's button."""
    text = tooltip_text(words)
    if text != target.toolTip():
        target.setToolTip(text)


def show_tooltip(widget: QWidget, words: str, part: QRect | None = None) -> None:
    """Show words at once below a widget, or a part of it, for who came there with the keyboard."""
    from PySide6.QtWidgets import QToolTip  # noqa: PLC0415

    below = (part or widget.rect()).bottomLeft()
    QToolTip.showText(widget.mapToGlobal(below), tooltip_text(words), widget)


def hide_tooltip() -> None:
    """Take away the words that stand beside a widget."""
    from PySide6.QtWidgets import QToolTip  # noqa: PLC0415

    QToolTip.hideText()


def action_text(words: str) -> str:
    """Words as the text of an action, a tab or a button, where `&` underlines the next letter."""
    line = " ".join(words.split())
    if len(line) > COLUMNS:
        line = f"{line[: COLUMNS - 1]}…"
    return line.replace("&", "&&")


def window_title(words: str) -> str:
    """Words as a window's title, where `[*]` would stand for unsaved changes."""
    return " ".join(words.split()).replace("[*]", "[*][*]")


def is_for_copying(event: QKeyEvent) -> bool:
    """Whether a key is that of the system for copying."""
    from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - it knows many other keys

    return event.matches(QKeySequence.StandardKey.Copy)


def givable_text(words: str) -> str:
    """Words as another program can take them from the clipboard.

    Half of a surrogate pair has no place in UTF-8, and PySide would drop it unseen.
    """
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def message_box(
    parent: QWidget | None, title: str, message: str, hint: str = "", detail: str = ""
) -> QMessageBox:
    """A box with a message, a hint and a detail that can be unfolded; the caller shows it."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - most sessions show none

    box = QMessageBox(parent)
    box.setWindowTitle(window_title(title))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(message)
    # The second text has no format of its own: Qt would look for tags in it.
    box.setInformativeText(_hint_text(hint))
    if detail:
        box.setDetailedText(detail)
    without_icons(box.buttons())
    return box


def question_box(
    parent: QWidget | None, title: str, message: str, hint: str, answers: tuple[str, str]
) -> QMessageBox:
    """A box with a question; `accepted` tells that the first of the answers was given.

    Enter and Escape give the second one.
    """
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

    box = message_box(parent, title, message, hint)
    box.setStandardButtons(QMessageBox.StandardButton.NoButton)
    box.addButton(answers[0], QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(answers[1], QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(other)
    box.setEscapeButton(other)
    without_icons(box.buttons())
    return box


def without_icons(buttons: Iterable[QAbstractButton]) -> None:
    """Show the words of a dialog's buttons alone, as in the rest of the window."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415

    for button in buttons:
        button.setIcon(QIcon())
