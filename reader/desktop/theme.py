"""Colours and fonts of the window: light, dark, or whichever the system prefers.

A theme is a table of colours; Fusion and a QPalette do the rest, without a style sheet. Every text
colour has a contrast of at least 4.5 to 1 on every ground that `Theme.pairs` lists for it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette

from reader.cable.model import Classification

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

READING_SCALE: Final = 1.34
"""Reading text is this much larger than the application's font: 9 points become 12."""


class Chip(NamedTuple):
    """The colours of a classification chip; its words are always shown, colour is never alone."""

    ground: str
    text: str
    edge: str


class Theme(NamedTuple):
    """The colours of the window, each `#RRGGBB`."""

    name: str
    is_dark: bool
    window: str
    """The ground of panels, bars and menus."""
    base: str
    """The ground of the page and of lists."""
    raised: str
    """The ground of buttons, tooltips and what stands above the rest."""
    text: str
    muted: str
    """Text of second rank: labels, counts, hints."""
    accent: str
    """What is current or has the focus."""
    on_accent: str
    link: str
    rule: str
    """Hairlines between parts; no text has this colour."""
    selection: str
    selection_text: str
    hit: str
    """The ground of a search hit."""
    hit_text: str
    current_hit: str
    current_hit_text: str
    gutter: str
    """Paragraph numbers and portion markings, on `base`."""
    bookmark: str
    reading: str
    """The quiet band beside the paragraph that is being read; no text has this colour."""
    passage: str
    """The ground of a summary or a comment."""
    redaction: str
    """The bar over a redaction; the characters beneath have the same colour."""
    mark: str
    """Seams, and the marks in place of characters that are not obeyed."""
    notice: str
    notice_text: str
    error: str
    error_text: str
    chips: tuple[tuple[Classification, Chip], ...]
    bands: tuple[str, ...]
    """The bands beside the lines of a source: transport, addresses, classification, matter,
    headings, and what is no part of the message; names stand beside them."""
    unmarked: Chip
    """The chip of a cable whose classification is not known."""

    def chip(self, classification: Classification | None) -> Chip:
        """The chip colours of a classification."""
        for name, chip in self.chips:
            if name is classification:
                return chip
        return self.unmarked

    def pairs(self) -> tuple[tuple[str, str, str], ...]:
        """Each text colour on each ground where it may stand: (what, text, ground)."""
        grounds = (self.window, self.base, self.raised)
        everywhere = (
            ("text", self.text),
            ("muted", self.muted),
            ("link", self.link),
            ("accent", self.accent),
            ("bookmark", self.bookmark),
        )
        return (
            *((what, text, ground) for what, text in everywhere for ground in grounds),
            ("gutter", self.gutter, self.base),
            ("mark", self.mark, self.base),
            ("text of a passage", self.text, self.passage),
            ("link in a passage", self.link, self.passage),
            ("mark in a passage", self.mark, self.passage),
            ("on accent", self.on_accent, self.accent),
            ("selection", self.selection_text, self.selection),
            ("hit", self.hit_text, self.hit),
            ("current hit", self.current_hit_text, self.current_hit),
            ("notice", self.notice_text, self.notice),
            ("error", self.error_text, self.error),
            ("unmarked chip", self.unmarked.text, self.unmarked.ground),
            *((f"{kind.value} chip", chip.text, chip.ground) for kind, chip in self.chips),
        )


LIGHT: Final = Theme(
    name="light",
    is_dark=False,
    window="#F1EFEA",
    base="#FDFCF9",
    raised="#FFFFFF",
    text="#23211D",
    muted="#625D55",
    accent="#1C5A93",
    on_accent="#FFFFFF",
    link="#1C5A93",
    rule="#DDD9D0",
    selection="#C9DDF2",
    selection_text="#1B1A17",
    hit="#FBE7A1",
    hit_text="#23211D",
    current_hit="#F5A742",
    current_hit_text="#1B1A17",
    gutter="#6B665D",
    bookmark="#8A5A00",
    reading="#C5BFB2",
    passage="#F6F3EB",
    redaction="#4A4741",
    mark="#8A4B2A",
    notice="#FFF4D1",
    notice_text="#4A3B08",
    error="#FBE3DE",
    error_text="#7A1D12",
    # The hues of the cover sheets SF 703 to 710, quietly: green, violet, blue, red, orange.
    chips=(
        (Classification.UNCLASSIFIED, Chip("#E2F0E4", "#1C5B2E", "#9CC7A6")),
        (Classification.LIMITED_OFFICIAL_USE, Chip("#EEE6F6", "#5A2F86", "#C2A9DC")),
        (Classification.CONFIDENTIAL, Chip("#E0ECF8", "#17497D", "#9CBEE0")),
        (Classification.SECRET, Chip("#FBE3DF", "#8E1B12", "#E0A49C")),
        (Classification.TOP_SECRET, Chip("#FDE8D0", "#7F3D00", "#E5B27C")),
    ),
    bands=("#A39A88", "#3D8A8F", "#B5564A", "#4A7FBA", "#8668B5", "#DDD9D0"),
    unmarked=Chip("#E9E6DF", "#55514A", "#C9C4B8"),
)

DARK: Final = Theme(
    name="dark",
    is_dark=True,
    window="#17181A",
    base="#1E1F22",
    raised="#2A2C30",
    text="#E2DFD8",
    muted="#A8A59D",
    accent="#8CBBEE",
    on_accent="#14202D",
    link="#8CBBEE",
    rule="#36383D",
    selection="#2E4A6B",
    selection_text="#F3F1EC",
    hit="#54450F",
    hit_text="#FBF3D6",
    current_hit="#E9A83A",
    current_hit_text="#1B1A17",
    gutter="#9A978F",
    bookmark="#E9B949",
    reading="#55585F",
    passage="#282A2F",
    redaction="#B9B5AB",
    mark="#D9976F",
    notice="#3A3213",
    notice_text="#F4E3A6",
    error="#46201B",
    error_text="#F7C6BE",
    chips=(
        (Classification.UNCLASSIFIED, Chip("#1D3524", "#A6D9B3", "#3E6B4B")),
        (Classification.LIMITED_OFFICIAL_USE, Chip("#32243F", "#D3B8EE", "#684B85")),
        (Classification.CONFIDENTIAL, Chip("#1B3048", "#A9CDF2", "#3F648C")),
        (Classification.SECRET, Chip("#47201C", "#F6B9B1", "#8A453D")),
        (Classification.TOP_SECRET, Chip("#46300F", "#F5C98E", "#855F28")),
    ),
    bands=("#7D786D", "#4FA3A6", "#C9736A", "#6C9BD0", "#A48BD0", "#36383D"),
    unmarked=Chip("#303237", "#BDB9B0", "#4B4E55"),
)

THEMES: Final = {"light": LIGHT, "dark": DARK}
"""The themes by name; `system` is one of them, by what the system says."""

READING_FAMILIES: Final = (
    "Source Serif 4",
    "Source Serif Pro",
    "Charter",
    "Bitstream Charter",
    "Literata",
    "Noto Serif",
    "Georgia",
    "Cambria",
    "Liberation Serif",
    "DejaVu Serif",
)
"""Serif faces for long reading on a screen, the best first."""


class Appearance(QObject):
    """Which theme the window has: the one chosen, or the system's, followed as it changes."""

    theme_changed = Signal(object)
    """The new Theme, after the application's palette has it."""

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        # Kept: PySide frees the wrapper of a temporary QStyleHints while its signal is connected.
        self._hints = QGuiApplication.styleHints()
        self._choice = choice if choice in THEMES else "system"
        self._theme = self._wanted()
        apply(application, self._theme)
        self._hints.colorSchemeChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        """The theme of the window now."""
        return self._theme

    @property
    def choice(self) -> str:
        """`light`, `dark` or `system`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Take the theme `light` or `dark`, or follow the system with any other word."""
        self._choice = choice if choice in THEMES else "system"
        self._follow()

    def _wanted(self) -> Theme:
        named = THEMES.get(self._choice)
        if named is not None:
            return named
        return DARK if self._hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is self._theme:
            return
        self._theme = wanted
        apply(self._application, wanted)
        self.theme_changed.emit(wanted)


def apply(application: QApplication, theme: Theme) -> None:
    """Give the application the colours of the theme; its style is Fusion from the start."""
    application.setPalette(palette(theme))


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
    faded = QColor(theme.muted)
    faded.setAlpha(160)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return result


def reading_families() -> tuple[str, ...]:
    """The reading faces that this machine has, the best first."""
    return tuple(family for family in READING_FAMILIES if QFontDatabase.hasFamily(family))


def reading_font(zoom: int = 100, family: str = "") -> QFont:
    """The font of a cable's text at a zoom in per cent; `family` is the reader's own choice."""
    font = QFont(family or _best_reading_family())
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(_point_size() * READING_SCALE * zoom / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


@cache
def _best_reading_family() -> str:
    return next((name for name in READING_FAMILIES if QFontDatabase.hasFamily(name)), "Serif")


def interface_font(zoom: int = 100) -> QFont:
    """The font of labels, numbers and markings beside the text, at a zoom in per cent."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(_point_size() * zoom / 100)
    return font


def monospace_font(zoom: int = 100) -> QFont:
    """The font of tables and of the text as received, at a zoom in per cent."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    font.setPointSizeF(_point_size() * 1.1 * zoom / 100)
    return font


def _point_size() -> float:
    font = QGuiApplication.font()
    size = font.pointSizeF()
    return size if size > 0 else QFontInfo(font).pointSizeF()
