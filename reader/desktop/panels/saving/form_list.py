"""The forms to choose from, each with a sentence; scrolled where the screen is small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QRadioButton, QScrollArea, QStyle, QVBoxLayout, QWidget

from reader.desktop.panels.page.quiet import quieten
from reader.desktop.plain import PlainLabel, action_text
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.panels.saving.choices import Choice

FEWEST_LINES: Final = 5
USUAL_WIDTH: Final = 28
"""Heights of a line."""


class FormList(QScrollArea):
    """One of some forms is chosen."""

    form_chosen = Signal()

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._buttons: list[QRadioButton] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        quieten(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Forms"))
        inner = self._inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for choice in choices:
            self._add(layout, choice)
        layout.addStretch(1)
        self.setWidget(inner)
        self._buttons[0].setChecked(True)
        self.setMinimumHeight(self.fontMetrics().height() * FEWEST_LINES)

    def _add(self, layout: QVBoxLayout, choice: Choice) -> None:
        button = QRadioButton(action_text(choice.title))
        button.setAccessibleDescription(choice.help)
        button.toggled.connect(self._follow)
        self._buttons.append(button)
        layout.addWidget(button)
        if choice.help:
            words = PlainLabel(choice.help, wraps=True)
            words.setContentsMargins(name_indent(button), 0, 0, 4)
            layout.addWidget(words)

    def sizeHint(self) -> QSize:
        """As large as all forms are."""
        inner, line = self._inner, self.fontMetrics().height()
        width = line * USUAL_WIDTH
        # Forms without a sentence are as tall in any width, which Qt tells by -1.
        height = inner.heightForWidth(width)
        return QSize(width, (height if height > 0 else inner.sizeHint().height()) + line // 2)

    def choose(self, name: str) -> None:
        """Choose a form by its name, if it is one of these."""
        for choice, button in zip(self._choices, self._buttons, strict=True):
            if choice.name == name:
                button.setChecked(True)

    def choice(self) -> Choice:
        """The form that is chosen."""
        return next(
            choice
            for choice, button in zip(self._choices, self._buttons, strict=True)
            if button.isChecked()
        )

    def _follow(self, is_chosen: bool) -> None:
        """Keep what is chosen in view, and tell."""
        if not is_chosen or self.widget() is None:
            return
        chosen = next(button for button in self._buttons if button.isChecked())
        self.ensureWidgetVisible(chosen)
        self.form_chosen.emit()


def name_indent(button: QRadioButton) -> int:
    """Pixels from a button's side to its name, below which its sentence begins too."""
    style, metric = button.style(), QStyle.PixelMetric
    circle = style.pixelMetric(metric.PM_ExclusiveIndicatorWidth, None, button)
    return circle + style.pixelMetric(metric.PM_RadioButtonLabelSpacing, None, button)
