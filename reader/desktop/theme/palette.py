"""A theme as Qt's own widgets take it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.desktop.theme.colours import Theme

OUTLINE: Final = 140
"""Per cent by which the edges that Fusion draws are darker than what it takes for the window."""


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


def field_palette(theme: Theme) -> QPalette:
    """The same for fields, boxes and buttons, with edges that can be seen and show the focus.

    Fusion makes an edge of the colour of the window, and of that of a selection for the focus.
    """
    roles = QPalette.ColorRole
    result = palette(theme)
    result.setColor(roles.Window, QColor(theme.edge).lighter(OUTLINE))
    result.setColor(roles.Highlight, QColor(theme.accent))
    result.setColor(roles.HighlightedText, QColor(theme.on_accent))
    return result
