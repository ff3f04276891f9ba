"""A control for each kind of setting: it shows a value, and tells which one the reader chose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from reader.desktop.panels.settings.table import Choice, CitationStyle, Face, Number, Switch
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from reader.desktop.panels.settings.table import Setting


class Control(QObject):
    """One setting, and the widget in which it is chosen."""

    chosen = Signal(str, object)
    """The name of the setting and its new value."""

    def __init__(self, setting: Setting, widget: QWidget) -> None:
        super().__init__(widget)
        self.setting = setting
        self.widget = widget
        widget.setObjectName(setting.name)
        widget.setAccessibleName(tr(setting.title).replace("&", ""))
        widget.setAccessibleDescription(tr(setting.help) if setting.help else "")

    def show_value(self, value: Any) -> None:
        """Show what the setting is now, without telling that it was chosen."""
        raise NotImplementedError

    def tell(self, value: object) -> None:
        """Tell that the reader chose a value."""
        self.chosen.emit(self.setting.name, value)


class ChoiceControl(Control):
    """A box with a few values."""

    def __init__(self, setting: Setting, values: Iterable[object], words: Iterable[str]) -> None:
        self._box = QComboBox()
        super().__init__(setting, self._box)
        self._values = list(values)
        self._box.addItems(list(words))
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.activated.connect(lambda index: self.tell(self._values[index]))

    def show_value(self, value: Any) -> None:
        """Show the words of a value."""
        self._box.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class NumberControl(Control):
    """A number between two, to be typed or stepped."""

    def __init__(self, number: Number) -> None:
        self._box = QSpinBox()
        super().__init__(number, self._box)
        before, _, after = tr(number.unit).partition("{number}")
        self._box.setPrefix(before)
        self._box.setSuffix(after)
        self._box.setRange(number.smallest, number.largest)
        self._box.setSingleStep(number.step)
        # A number that is being typed is not meant before it is whole.
        self._box.setKeyboardTracking(False)
        self._box.valueChanged.connect(self.tell)

    def show_value(self, value: Any) -> None:
        """Show a number."""
        with QSignalBlocker(self._box):
            self._box.setValue(value)


class FaceControl(Control):
    """The faces of this machine, those for long reading first."""

    def __init__(self, face: Face) -> None:
        self._box = QComboBox()
        super().__init__(face, self._box)
        self._families = ["", *faces()]
        self._box.addItems([tr("As it comes with the program"), *self._families[1:]])
        self._box.setMaxVisibleItems(20)
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(24)
        self._box.activated.connect(lambda index: self.tell(self._families[index]))

    def show_value(self, value: Any) -> None:
        """Show a face; one that this machine does not have is shown as well."""
        if value not in self._families:
            self._families.append(value)
            self._box.addItem(value)
        self._box.setCurrentIndex(self._families.index(value))


class SwitchControl(Control):
    """On or off."""

    def __init__(self, switch: Switch) -> None:
        self._box = QCheckBox(tr(switch.title))
        super().__init__(switch, self._box)
        self._box.clicked.connect(self.tell)

    def show_value(self, value: Any) -> None:
        """Show whether it is on."""
        self._box.setChecked(value)


def control_for(setting: Setting) -> Control:
    """The control in which a setting is chosen."""
    if isinstance(setting, Choice):
        words = [tr(each) for _, each in setting.values]
        return ChoiceControl(setting, [value for value, _ in setting.values], words)
    if isinstance(setting, CitationStyle):
        from reader.desktop.panels.cite.rows import style_choices  # noqa: PLC0415 - reads files

        return ChoiceControl(setting, *zip(*style_choices(), strict=True))
    if isinstance(setting, Number):
        return NumberControl(setting)
    return FaceControl(setting) if isinstance(setting, Face) else SwitchControl(setting)


def faces() -> list[str]:
    """Every face of this machine that writes Latin letters, those for long reading first."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - wanted by one page of the dialog

    from reader.desktop.theme import reading_families  # noqa: PLC0415

    first = reading_families()
    rest = QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
    return [*first, *(name for name in rest if name not in first and not name.startswith("."))]
