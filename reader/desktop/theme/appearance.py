"""Which theme the window has, chosen or as the system prefers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from reader.desktop.theme.light import LIGHT
from reader.desktop.theme.palette import field_palette, palette

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints
    from PySide6.QtWidgets import QApplication, QStyle

    from reader.desktop.theme.colours import Theme

NAMES: Final = ("light", "sepia", "dark", "contrast-light", "contrast-dark")
"""The themes; a start needs one of them, and makes no other."""

EDGED: Final = "edged"
"""The property of the application that tells of a style with edges."""
FIELDS: Final = (
    "QLineEdit",
    "QPlainTextEdit",
    "QComboBox",
    "QAbstractSpinBox",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
)
"""What is used, and is seen to be so by its edge."""
CHOICES: Final = ("system", "light", "sepia", "dark", "contrast")
"""What can be chosen; `system` and `contrast` are light or dark, as the system prefers."""


def theme_named(name: str) -> Theme:
    """A theme by its name; KeyError for a name that is none's."""
    if name == "light":
        return LIGHT
    if name == "sepia":
        from reader.desktop.theme.sepia import SEPIA  # noqa: PLC0415

        return SEPIA
    if name == "dark":
        from reader.desktop.theme.dark import DARK  # noqa: PLC0415

        return DARK
    from reader.desktop.theme.contrast import CONTRAST_DARK, CONTRAST_LIGHT  # noqa: PLC0415

    return {each.name: each for each in (CONTRAST_LIGHT, CONTRAST_DARK)}[name]


class Appearance(QObject):
    """Which theme the window has: the one chosen, or the system's, followed as it changes."""

    theme_changed = Signal(object)
    """The new Theme, after the application's palette has it."""

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        # Kept: PySide frees the wrapper of a temporary QStyleHints while its signal is connected.
        self._hints = QGuiApplication.styleHints()
        # Since Qt 6.10.
        self._accessibility = (
            self._hints.accessibility() if hasattr(self._hints, "accessibility") else None
        )
        self._choice = choice if choice in CHOICES else "system"
        self._theme = self._wanted()
        self._show()
        self._hints.colorSchemeChanged.connect(self._follow)
        if self._accessibility is not None:
            self._accessibility.contrastPreferenceChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        """The theme of the window now."""
        return self._theme

    @property
    def choice(self) -> str:
        """One of CHOICES."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Take one of CHOICES, or follow the system with any other word."""
        self._choice = choice if choice in CHOICES else "system"
        self._follow()

    def _wanted(self) -> Theme:
        choice = self._choice
        if choice == "system":
            choice = "contrast" if self._is_contrast_preferred() else _scheme(self._hints)
        if choice == "contrast":
            choice = f"contrast-{_scheme(self._hints)}"
        return theme_named(choice)

    def _is_contrast_preferred(self) -> bool:
        if self._accessibility is None:
            return False
        preference = self._accessibility.contrastPreference()
        return preference is Qt.ContrastPreference.HighContrast

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is self._theme:
            return
        self._theme = wanted
        self._show()
        self.theme_changed.emit(wanted)

    def _show(self) -> None:
        """Give the application the colours of the theme; its style is Fusion from the start."""
        has_edges = self._theme.has_edges
        if has_edges != bool(self._application.property(EDGED)):
            self._application.setProperty(EDGED, has_edges)
            self._application.setStyle(_edged_style() if has_edges else "fusion")
        self._application.setPalette(palette(self._theme))
        if not has_edges:
            fields = field_palette(self._theme)
            for kind in FIELDS:
                # The stubs ask for bytes, which PySide does not take.
                self._application.setPalette(fields, kind)  # type: ignore[arg-type]


def _edged_style() -> QStyle:
    from reader.desktop.theme.edges import EdgedStyle  # noqa: PLC0415 - for high contrast alone

    return EdgedStyle()


def _scheme(hints: QStyleHints) -> str:
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
