"""A theme as Qt's own widgets take it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.desktop.theme.colours import Theme

BOX_LIGHTER: Final = 120
"""Per cent of `reading`: three times as light as the window, and the tick is still seen on it."""


def colour_words(widget: QWidget, colour: str) -> None:
    """Give the words of a label a colour, on whichever ground it stands."""
    palette = widget.palette()
    # Which of the two a label takes depends on the ground of the panel around it.
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(colour))
    widget.setPalette(palette)


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own widgets take it."""
    roles = QPalette.ColorRole
    colours = (
        (roles.Window, theme.window),
        (roles.WindowText, theme.text),
        (roles.Base, theme.base),
        (roles.AlternateBase, theme.passage),
        (roles.Text, theme.text),
        (roles.Button, theme.raised if theme.is_dark else theme.window),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.error_text),
        (roles.ToolTipBase, theme.raised),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Link, theme.link),
        (roles.LinkVisited, theme.link),
        (roles.Highlight, theme.selection),
        (roles.HighlightedText, theme.selection_text),
        (roles.Accent, theme.accent),
        (roles.Light, theme.raised),
        (roles.Midlight, theme.window),
        (roles.Mid, theme.rule),
        (roles.Dark, theme.reading),
        (roles.Shadow, theme.rule if theme.is_dark else theme.reading),
    )
    result = QPalette()
    for role, colour in colours:
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return result


def box_palette(theme: Theme) -> QPalette:
    """The same for boxes that are checked and chosen; on dark, Fusion gives them no edge."""
    result = palette(theme)
    result.setColor(QPalette.ColorRole.Base, QColor(theme.reading).lighter(BOX_LIGHTER))
    return result
