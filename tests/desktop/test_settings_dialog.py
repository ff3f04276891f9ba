from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMessageBox, QSpinBox

from reader.commands.keymap import Keymap
from reader.desktop.panels.settings import SettingsDialog
from reader.desktop.panels.settings.table import NAMES, PAGES
from reader.desktop.theme.dark import DARK
from reader.settings import Settings, ThemeChoice, load_settings
from tests.desktop.conftest import press, sentences, settle


@pytest.fixture
def dialog(desktop):
    press(desktop.window, "Ctrl+,")
    [dialog] = desktop.window.findChildren(SettingsDialog)
    return dialog


def control(dialog, name):
    [found] = [each for each in dialog._controls if each.setting.name == name]
    return found.widget


def choose(box: QComboBox, words: str) -> None:
    index = box.findText(words)
    assert index >= 0, words
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_every_setting_of_the_table_is_one_and_has_a_control(dialog):
    assert set(NAMES) <= set(Settings._fields)
    assert [each.setting.name for each in dialog._controls] == list(NAMES)
    for each in dialog._controls:
        assert each.widget.accessibleName()
        assert "&" not in each.widget.accessibleName()


def test_colours_apply_at_once(desktop, dialog):
    choose(control(dialog, "theme"), "Dark")
    assert desktop.window.theme is DARK
    desktop.session.choices.choose_theme(ThemeChoice.SEPIA)
    assert control(dialog, "theme").currentText() == "Sepia"


def test_the_type_applies_at_once_and_is_kept(desktop, dialog, qtbot):
    box: QSpinBox = control(dialog, "line_height")
    assert box.text() == "150 %"
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "180")
    assert desktop.session.choices.settings.line_height == 150
    QTest.keyClick(box, Qt.Key.Key_Return)
    control(dialog, "column").setValue(55)
    control(dialog, "zoom").setValue(120)
    choose(control(dialog, "body_font"), "DejaVu Serif")
    chosen = desktop.session.choices.settings
    assert chosen.reading_type() == (120, "DejaVu Serif", 180, 55)
    assert desktop.window.body._type == chosen.reading_type()
    desktop.session.choices.save_now()
    settle(desktop, qtbot)
    assert load_settings().settings.reading_type() == chosen.reading_type()


def test_the_style_of_citations_is_chosen(desktop, dialog):
    choose(control(dialog, "citation_style"), "Newsroom (adapted)")
    assert desktop.session.choices.settings.citation_style == "newsroom"
    assert control(dialog, "citation_style").itemText(0) == "Id and paragraph"


def test_a_face_that_is_not_here_is_shown_all_the_same(qtbot):
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.show_settings(Settings(body_font="Garamond of Nowhere"), Keymap())
    assert control(dialog, "body_font").currentText() == "Garamond of Nowhere"


def test_nothing_is_remembered_when_that_is_switched_off(desktop, dialog):
    assert desktop.session.choices.settings.recent_files
    control(dialog, "remember").click()
    assert not desktop.session.choices.settings.remember
    assert desktop.session.choices.settings.recent_files == ()


def test_all_is_as_it_comes_with_the_program_after_a_question(desktop, dialog):
    choices = desktop.session.choices
    recent = choices.settings.recent_files
    choices.choose_theme(ThemeChoice.DARK)
    choices.set_keys({"find.open": ("Ctrl+J",)})
    dialog._ask_for_reset()
    [box] = dialog.findChildren(QMessageBox)
    [yes] = [button for button in box.buttons() if button.text() == "Set all"]
    yes.click()
    assert choices.settings == Settings(
        recent_files=recent,
        last_folder=choices.settings.last_folder,
        window_geometry=choices.settings.window_geometry,
        window_layout=choices.settings.window_layout,
    )


def test_the_font_and_the_keys_have_commands_that_lead_there(desktop):
    actions = {each.objectName(): each for each in desktop.window.actions()}
    actions["type.choose"].trigger()
    [dialog] = desktop.window.findChildren(SettingsDialog)
    pages = [page.name for page in PAGES]
    assert dialog._pages.currentIndex() == pages.index("reading")
    actions["keys.change"].trigger()
    assert desktop.window.findChildren(SettingsDialog) == [dialog]
    assert dialog._pages.currentIndex() == pages.index("keys")
    dialog.reject()
    assert desktop.window.is_within(desktop.window.body)


def test_keys_that_are_changed_in_the_dialog_work(desktop, dialog):
    keymap = Keymap({"find.open": ("Ctrl+J",)})
    dialog.keymap_changed.emit(keymap)
    assert desktop.session.choices.settings.keys == (("find.open", ("Ctrl+J",)),)
    assert dialog._editor._keymap == keymap


# Commands for the type, and the whole screen.


def test_lines_and_column_by_commands(desktop):
    actions = {each.objectName(): each for each in desktop.window.actions()}
    actions["lines.wider"].trigger()
    actions["column.narrower"].trigger()
    assert desktop.session.choices.settings.reading_type() == (100, "", 165, 60)
    actions["lines.closer"].trigger()
    actions["column.wider"].trigger()
    assert desktop.session.choices.settings.reading_type() == (100, "", 150, 70)
    for _ in range(12):
        actions["lines.closer"].trigger()
        actions["column.wider"].trigger()
    assert desktop.session.choices.settings.reading_type() == (100, "", 110, 120)
    actions["type.reset"].trigger()
    assert desktop.session.choices.settings.reading_type() == (100, "", 150, 70)


def test_the_text_has_the_whole_screen_until_escape(desktop, qtbot):
    window = desktop.window
    window.resize(1400, 800)
    full = next(each for each in window.actions() if each.objectName() == "window.full_screen")
    width = window.outline_dock.width()
    press(window, "F11")
    qtbot.waitUntil(window.isFullScreen)
    assert full.isChecked()
    assert sentences(desktop) == ["The text has the whole screen; Escape gives it back."]
    assert not window.menuBar().isVisible()
    assert not window.status.isVisible()
    assert not any(dock.isVisible() for dock in window.docking.docks())
    window.docking.want(window.outline_dock, is_wanted=True)
    assert window.outline_dock.isVisible()
    press(window.body._view, "Esc")
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert not full.isChecked()
    assert window.menuBar().isVisible()
    assert window.status.isVisible()
    assert sentences(desktop) == []
    qtbot.waitUntil(lambda: window.width() == 1400 and window.outline_dock.width() == width)


def test_no_start_has_the_whole_screen(start, sample_path, qtbot):
    first = start(sample_path)
    press(first.window, "F11")
    qtbot.waitUntil(first.window.isFullScreen)
    first.window.close()
    settle(first, qtbot)
    again = start(sample_path)
    assert not again.window.isFullScreen()
    assert again.window.menuBar().isVisible()
