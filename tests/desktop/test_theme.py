from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QWidget,
)

from reader.cable.model import Classification
from reader.desktop import theme as themes
from reader.desktop.theme import LIGHT, Appearance, theme_named
from reader.desktop.theme.appearance import CHOICES, NAMES
from reader.desktop.theme.contrast import CONTRAST_DARK, CONTRAST_LIGHT
from reader.desktop.theme.dark import DARK
from reader.settings import ThemeChoice
from reader.store.marks import Colour

EACH = pytest.mark.parametrize(
    "theme", [theme_named(name) for name in NAMES], ids=lambda theme: theme.name
)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@EACH
def test_every_text_can_be_read_on_every_ground(theme):
    poor = [
        (what, text, ground, round(contrast(text, ground), 2))
        for what, text, ground in theme.pairs()
        if contrast(text, ground) < 4.5
    ]
    assert poor == []


@EACH
def test_every_sign_stands_out_from_what_is_beside_it(theme):
    poor = [
        (what, sign, ground, round(contrast(sign, ground), 2))
        for what, sign, ground in theme.signs()
        if contrast(sign, ground) < 3
    ]
    assert poor == []


@EACH
def test_words_that_cannot_be_used_now_can_be_read(theme):
    colour = themes.palette(theme).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert colour.alpha() == 255
    for ground in (theme.window, theme.base, theme.raised):
        assert contrast(colour.name(), ground) >= 4.5


@EACH
def test_every_colour_of_highlights_has_a_sign_of_its_own(theme):
    assert [each.name for each in theme.highlights] == [colour.value for colour in Colour]
    assert len({each.sign for each in theme.highlights}) == 4
    assert len({each.ground for each in theme.highlights}) == 4
    assert theme.highlight("blue").name == "blue"
    assert theme.highlight("mauve") == theme.highlights[0]


@pytest.mark.parametrize("theme", [CONTRAST_LIGHT, CONTRAST_DARK], ids=lambda theme: theme.name)
def test_high_contrast_is_higher(theme):
    read = [pair for pair in theme.pairs() if pair[0] != "disabled"]
    assert min(contrast(text, ground) for _, text, ground in read) >= 7


def test_every_theme_has_its_name_and_every_choice_a_theme():
    assert [theme_named(name).name for name in NAMES] == list(NAMES)
    assert [choice.value for choice in ThemeChoice] == list(CHOICES)


@EACH
def test_every_classification_has_a_chip_of_its_own(theme):
    chips = [theme.chip(classification) for classification in Classification]
    assert len(set(chips)) == len(Classification) == 5
    assert theme.unmarked not in chips
    assert theme.chip(None) == theme.unmarked


@EACH
def test_palette_has_the_colours_of_the_theme(theme):
    palette = themes.palette(theme)
    assert palette.color(QPalette.ColorRole.Window) == QColor(theme.window)
    assert palette.color(QPalette.ColorRole.Base) == QColor(theme.base)
    assert palette.color(QPalette.ColorRole.Text) == QColor(theme.text)
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(theme.selection)


class Hints:
    """The system's preference, to be changed by hand."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Unknown
        self.contrast = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802
        return self.contrast

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme


@pytest.fixture
def appearance(qapp):
    before = qapp.palette()
    appearance = Appearance(qapp, "light")
    yield appearance
    appearance.choose("light")
    appearance.deleteLater()
    qapp.setPalette(before)


def test_application_gets_fusion_and_the_palette(qapp, appearance):
    assert qapp.style().name() == "fusion"
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(LIGHT.base)


def test_choosing_a_theme_changes_the_palette_and_tells(qtbot, qapp, appearance):
    with qtbot.waitSignal(appearance.theme_changed) as changed:
        appearance.choose("dark")
    assert changed.args == [DARK]
    assert appearance.theme is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(DARK.base)


def test_choosing_the_same_theme_tells_nobody(qtbot, appearance):
    with qtbot.assertNotEmitted(appearance.theme_changed):
        appearance.choose("light")


def test_system_theme_follows_the_system_while_it_runs(qtbot, appearance):
    hints = Hints()
    appearance._hints = hints
    appearance.choose("system")
    assert appearance.theme is LIGHT
    hints.scheme = Qt.ColorScheme.Dark
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.theme is DARK
    hints.scheme = Qt.ColorScheme.Light
    gc.collect()
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert appearance.theme is LIGHT


def test_system_theme_follows_the_wish_for_contrast(qtbot, appearance):
    hints = Hints()
    appearance._hints = appearance._accessibility = hints
    appearance.choose("system")
    hints.contrast = Qt.ContrastPreference.HighContrast
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert appearance.theme is CONTRAST_LIGHT
    hints.scheme = Qt.ColorScheme.Dark
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.theme is CONTRAST_DARK
    appearance.choose("dark")
    assert appearance.theme is DARK
    appearance.choose("contrast")
    assert appearance.theme is CONTRAST_DARK


def test_fields_have_edges_in_high_contrast_alone(qtbot, qapp, appearance):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 40)
    # Another widget has the keyboard, whose field has another edge.
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    field.show()
    appearance._hints = Hints()
    for choice, is_edged in (("contrast", True), ("light", False), ("contrast", True)):
        appearance.choose(choice)
        wanted = QColor(CONTRAST_LIGHT.text)
        qtbot.waitUntil(
            lambda is_edged=is_edged, wanted=wanted: (
                (field.grab().toImage().pixelColor(100, 0) == wanted) is is_edged
            )
        )


def test_what_is_chosen_is_round_and_what_is_ticked_square_in_high_contrast(qtbot, appearance):
    appearance._hints = Hints()
    appearance.choose("contrast")
    corners = []
    for kind in (QCheckBox, QRadioButton):
        around, box = QWidget(), kind()
        qtbot.addWidget(around)
        box.setParent(around)
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.show()
        picture = around.grab(box.geometry()).toImage()
        dark = {
            (x, y)
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).lightness() < 128
        }
        corners.append((min(x for x, _ in dark), min(y for _, y in dark)) in dark)
    assert corners == [True, False]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QPushButton])
@pytest.mark.parametrize("choice", ["light", "sepia", "dark"])
def test_edges_of_fields_and_buttons_are_seen(qtbot, qapp, appearance, choice, kind):
    appearance.choose(choice)
    around, field = QWidget(), kind()
    qtbot.addWidget(around)
    field.setParent(around)
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    field.setGeometry(20, 20, 160, 60)
    around.show()
    picture = around.grab().toImage()
    column = [picture.pixelColor(100, y).name() for y in range(15, 26)]
    theme = appearance.theme
    assert column[0] == theme.window.lower()
    assert max(contrast(each, theme.window) for each in column[4:8]) >= 3


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_boxes_are_seen_on_dark_before_and_after_they_are_checked(qtbot, qapp, appearance, kind):
    around, box = QWidget(), kind()
    qtbot.addWidget(around)
    box.setParent(around)
    appearance.choose("dark")
    around.show()
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    shown = []
    for is_checked in (False, True):
        box.setChecked(is_checked)
        picture = around.grab(box.geometry()).toImage()
        row = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
        assert max(contrast(each, DARK.window) for each in row) >= 3
        shown.append(picture)
    assert shown[0] != shown[1]


def test_parts_of_the_window_are_divided_in_high_contrast(qtbot, qapp, appearance):
    appearance._hints = Hints()
    appearance.choose("contrast")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    dock = QDockWidget()
    dock.setWidget(QWidget())
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.resize(400, 300)
    window.show()
    gap = window.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent)
    picture = window.grab().toImage()
    colours = [picture.pixelColor(dock.width() + each, 150) for each in range(gap)]
    assert QColor(CONTRAST_LIGHT.text) in colours


def test_chosen_theme_does_not_follow_the_system(qtbot, appearance):
    hints = Hints()
    hints.scheme = Qt.ColorScheme.Dark
    appearance._hints = hints
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.theme is LIGHT


def test_unknown_choice_means_system(appearance):
    appearance.choose("solarized")
    assert appearance.choice == "system"


def test_fonts_grow_with_the_zoom(qapp):
    plain = themes.reading_font(100).pointSizeF()
    assert plain > qapp.font().pointSizeF()
    assert themes.reading_font(200).pointSizeF() == pytest.approx(2 * plain)
    assert themes.interface_font(150).pointSizeF() == pytest.approx(
        1.5 * themes.interface_font(100).pointSizeF()
    )


def test_sizes_come_from_a_font_measured_in_pixels_too(qapp):
    before = qapp.font()
    font = qapp.font()
    font.setPixelSize(24)
    qapp.setFont(font)
    try:
        assert themes.reading_font(100).pointSizeF() > 18
    finally:
        qapp.setFont(before)


def test_tables_and_source_have_letters_of_one_width(qapp):
    assert QFontInfo(themes.monospace_font()).fixedPitch()


def test_reader_may_choose_the_face(qapp):
    assert themes.reading_font(family="Comic Neue").family() == "Comic Neue"
    assert themes.reading_font().family() in (*themes.READING_FAMILIES, "Serif")
    assert set(themes.reading_families()) <= set(themes.READING_FAMILIES)
