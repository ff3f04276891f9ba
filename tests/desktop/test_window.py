"""The window as a reader uses it: opening, going around, looks, panes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QScreen
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QMainWindow,
    QToolButton,
    QWidget,
)

from reader.commands.table import TOOL_MENUS, TOOLS
from reader.desktop.theme import LIGHT
from reader.desktop.theme.dark import DARK
from reader.desktop.window.docking import OUTLINE_WIDTH, Dock, Docking
from reader.desktop.window.window import ANATOMY_ROOM
from reader.settings import load_settings
from tests.conftest import SAMPLE_ID
from tests.desktop.conftest import press, sentences, settle, stop


def drop(window, data):
    point = QPointF(300, 300)
    options = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dragEnterEvent(QDragEnterEvent(point.toPoint(), *options))
    window.dropEvent(QDropEvent(point, *options))


def text_of(desktop):
    return desktop.window.body.focusProxy()


# Opening.


def test_a_cable_is_shown_with_all_that_belongs_to_it(desktop):
    window = desktop.window
    assert window.windowTitle().startswith(f"{SAMPLE_ID} – Cable Reader")
    assert window.header._subject.text().startswith("The Lighthouse Museum at Kettle Point")
    assert window.outline._model.rowCount() == 12
    assert window.references.state().startswith("2 items cited, mentioned 5 times in the text")
    assert window.status.place().startswith("¶1 of 9")
    assert not window.is_welcome_shown()
    assert text_of(desktop).hasFocus()


@pytest.mark.parametrize(
    ("screen", "size"),
    [((1920, 1080), (1180, 780)), ((1366, 720), (1180, 680)), ((800, 480), (800, 440))],
)
def test_the_first_window_is_whole_on_every_screen(desktop, monkeypatch, screen, size):
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(*screen))
    desktop.window.restore_layout("", "")
    assert desktop.window.size().toTuple() == size


def test_only_the_window_itself_is_a_window(desktop, qtbot):
    press(desktop.window, "Ctrl+F")
    press(desktop.window, "Ctrl+U")
    desktop.window.header.show_raw(True)
    desktop.session.open_file("/nowhere/ferry.txt")
    settle(desktop, qtbot)
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [desktop.window]


def test_an_empty_window_says_what_to_do(start):
    desktop = start()
    assert desktop.window.is_welcome_shown()
    assert desktop.window.windowTitle().startswith("Cable Reader")
    assert not desktop.window.header.isVisible()
    desktop.window.welcome.sample_wanted.emit()
    assert desktop.session.cable.canonical_id == SAMPLE_ID


def test_closing_a_text_leaves_the_window_empty(desktop):
    press(desktop.window, "Ctrl+W")
    assert desktop.window.is_welcome_shown()
    assert desktop.window.outline._model.rowCount() == 0
    assert desktop.window.references.state() == ""


def test_a_file_that_is_dropped_is_opened(start, sample_path):
    desktop = start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample_path))])
    drop(desktop.window, data)
    assert desktop.session.cable.canonical_id == SAMPLE_ID


def test_a_text_that_is_dropped_is_opened(start, sample_text):
    desktop = start()
    data = QMimeData()
    data.setText(sample_text)
    drop(desktop.window, data)
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    assert desktop.session.document.name == "Pasted text"


def test_an_address_of_a_network_is_words_and_nothing_more(start):
    desktop = start()
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/cable.txt")])
    drop(desktop.window, data)
    assert desktop.session.document.text == "https://example.org/cable.txt"


@pytest.mark.parametrize("keys", ["Ctrl+V", "Shift+Ins"])
def test_what_was_copied_is_opened(start, sample_text, keys):
    desktop = start()
    QApplication.clipboard().setText(sample_text)
    press(desktop.window, keys)
    assert desktop.session.cable.canonical_id == SAMPLE_ID


def test_a_file_that_was_copied_is_opened(start, sample_path):
    desktop = start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample_path))])
    QApplication.clipboard().setMimeData(data)
    press(desktop.window, "Ctrl+V")
    assert desktop.session.document.path == str(sample_path)


def test_nothing_on_the_clipboard_is_said(start):
    desktop = start()
    QApplication.clipboard().clear()
    press(desktop.window, "Ctrl+V")
    assert sentences(desktop) == [
        "There is no text on the clipboard. Copy the text of a cable first, then paste it here."
    ]


def test_a_file_is_chosen_in_a_dialog(start, sample_path, monkeypatch):
    desktop = start()
    monkeypatch.setattr(
        "reader.desktop.panels.file_dialog.QFileDialog.getOpenFileName",
        lambda *_: (str(sample_path), ""),
    )
    press(desktop.window, "Ctrl+O")
    assert desktop.session.cable.canonical_id == SAMPLE_ID


def test_recent_files_are_in_the_menu_and_can_be_forgotten(desktop, sample_path, qtbot):
    menu = desktop.window.menus["File/Recent files"]
    menu.aboutToShow.emit()
    first = menu.actions()[0]
    assert first.text() == str(sample_path) or first.text().endswith("…")
    press(desktop.window, "Ctrl+W")
    first.trigger()
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    desktop.session.choices.forget_files()
    menu.aboutToShow.emit()
    assert [action.data() for action in menu.actions() if action.data()] == []


# Getting around.


def test_the_outline_follows_the_reading_line(desktop, qtbot):
    outline = desktop.window.outline
    for _ in range(4):
        press(text_of(desktop), "N")
    assert desktop.session.ordinal == 4
    row = outline._list.marked_row()
    assert outline._model.row_at(outline._model.index(row)).number == 5
    bar = text_of(desktop).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert outline._list.marked_row() == outline._model.row_of(8)


def test_the_outline_goes_to_a_heading(desktop):
    outline = desktop.window.outline
    outline._list.setFocus()
    outline._list.setCurrentIndex(outline._model.index(5))
    press(outline._list, "Return")
    assert text_of(desktop).hasFocus()
    assert desktop.session.ordinal == 4


def test_a_mention_that_is_chosen_is_gone_to(desktop):
    references = desktop.window.references
    mention, *_ = [each for each in desktop.session.cable.mentions if each.text == "reftel"]
    references.mention_chosen.emit(mention)
    assert desktop.session.ordinal == mention.ordinal
    assert desktop.window.body.selected_text() == "reftel"


def test_a_mention_in_the_text_is_followed_to_the_references(desktop):
    mention = desktop.session.cable.mentions[0]
    desktop.window.body.mention_activated.emit(mention)
    listed = desktop.window.references._list
    assert listed.hasFocus()
    assert desktop.window.references._model.row_at(listed.currentIndex()).mention is mention


def test_a_text_reference_says_that_it_is_no_cable(desktop):
    references = desktop.window.references
    [email] = [each for each in desktop.session.cable.header.references if not each.target]
    references.reference_chosen.emit(email)
    assert desktop.window.status._place.text() == f"{email.text}: no cable that could be opened"


def test_f6_goes_through_the_panes_and_back(desktop):
    window = desktop.window
    desktop.session.open_file("/nowhere/ferry.txt")
    expected = [
        window.outline,
        window.bookmarks,
        window.references,
        window.glossary,
        window.header,
        window.notices,
        window.body,
    ]
    text_of(desktop).setFocus()
    for pane in expected:
        press(window, "F6")
        assert window.is_within(pane), (pane, QApplication.focusWidget())
    for pane in reversed(expected[:-1]):
        press(window, "Shift+F6")
        assert window.is_within(pane), (pane, QApplication.focusWidget())


def test_a_message_that_is_closed_gives_the_keyboard_back(desktop):
    desktop.session.open_file("/nowhere/ferry.txt")
    press(desktop.window, "Shift+F6")
    assert desktop.window.is_within(desktop.window.notices)
    press(QApplication.focusWidget(), "Esc")
    assert sentences(desktop) == []
    assert text_of(desktop).hasFocus()


def test_a_dock_with_the_keyboard_shows_it(desktop):
    press(desktop.window, "F6")
    docks = desktop.window.docking.docks()
    assert [dock.title.is_active() for dock in docks] == [True, False, False]


def test_find_goes_to_hits_and_back_to_the_text(desktop):
    press(text_of(desktop), "/")
    bar = desktop.window.find_bar
    for letter in "ferry":
        press(bar._query, letter)
    assert bar.count_text().startswith("1 of ")
    press(bar, "Return")
    assert bar.count_text().startswith("2 of ")
    assert desktop.window.body.selected_text().lower() == "ferry"
    press(bar, "Esc")
    assert text_of(desktop).hasFocus()


# The two views.


def test_the_source_is_shown_at_the_same_place_and_back(desktop):
    desktop.session.go_to(6, 10)
    press(desktop.window, "Ctrl+U")
    source = desktop.window.source
    paragraph = desktop.session.cable.paragraphs[6]
    received = desktop.session.cable.text[source.cursor_offset() :]
    assert received.split()[0] == paragraph.text[10:].split()[0]
    assert source.focusProxy().hasFocus()
    press(desktop.window, "Ctrl+U")
    assert desktop.window.body.place() == (6, 10)


def test_the_source_is_read_by_paragraph_and_heading_too(desktop):
    press(desktop.window, "Ctrl+U")
    view = desktop.window.source.focusProxy()
    for ordinal in (1, 2):
        press(view, "N")
        assert desktop.session.ordinal == ordinal
    press(view, "]")
    assert desktop.session.cable.text[desktop.window.source.cursor_offset() :].startswith("The H")
    press(view, "P")
    assert desktop.session.ordinal == 3
    desktop.session.go_to(7)
    assert desktop.session.ordinal == 7


def test_a_bookmark_can_be_set_in_the_source(desktop, qtbot):
    press(desktop.window, "Ctrl+U")
    desktop.session.go_to(5)
    press(desktop.window, "Ctrl+D")
    settle(desktop, qtbot)
    assert [placed.ordinal for placed in desktop.session.marking.standing.placed] == [5]


# How it looks.


def test_zoom_by_keys(desktop):
    press(desktop.window, "Ctrl++")
    assert desktop.window.body.zoom() == 110
    press(desktop.window, "Ctrl+U")
    assert desktop.window.source.zoom() == 110
    press(desktop.window, "Ctrl+0")
    press(desktop.window, "Ctrl+-")
    assert desktop.window.source.zoom() == 90


def test_every_part_takes_the_theme(desktop, qtbot):
    press(desktop.window, "Ctrl+U")
    press(desktop.window, "Ctrl+F")
    actions = {action.text(): action for action in desktop.window.menus["View/Theme"].actions()}
    for words, theme in (("&Dark", DARK), ("&Light", LIGHT)):
        actions[words].trigger()
        window = desktop.window
        assert window.theme is theme
        parts = (window.body, window.source, window.header)
        assert {part._theme for part in parts} == {theme}
        assert window.outline._list._delegate.theme is theme
        qtbot.waitUntil(
            lambda theme=theme, window=window: (
                window.palette().window().color() == QColor(theme.window)
            )
        )


@pytest.mark.parametrize(
    ("width", "shown"),
    [(900, [True, True, False]), (560, [False] * 3), (2560, [True] * 3)],
)
def test_docks_make_way_in_a_narrow_window(desktop, qtbot, width, shown):
    desktop.window.resize(width, 700)
    qtbot.waitUntil(lambda: desktop.window.width() == width)
    docks = desktop.window.docking.docks()
    assert [dock.isVisible() for dock in docks] == shown
    desktop.window.resize(2560, 1000)
    qtbot.waitUntil(lambda: all(dock.isVisible() for dock in docks))


def test_docks_that_come_with_more_room_share_the_height(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    outline, bookmarks, references = (Dock(name, name) for name in ("o", "b", "r"))
    docking = Docking(window, outline, bookmarks, references)
    for dock, panel in ((outline, QListWidget()), (bookmarks, QLabel()), (references, QLabel())):
        dock.fill(panel)
    window.resize(300, 600)
    docking.place_first()
    docking.follow(has_cable=False)
    window.show()
    docking.follow(has_cable=True)
    assert outline.isHidden()
    window.resize(1400, 900)
    docking.make_room()
    qtbot.waitUntil(lambda: abs(outline.height() - bookmarks.height()) <= 2)


def test_docks_make_way_for_the_parts_of_a_telegram_and_come_back(desktop, qtbot):
    window = desktop.window
    letter = window.fontMetrics().averageCharWidth()
    window.resize((ANATOMY_ROOM + OUTLINE_WIDTH + 2) * letter, 700)
    qtbot.waitUntil(lambda: all(dock.isVisible() for dock in window.docking.docks()))
    press(window, "Ctrl+Shift+A")
    assert window.is_anatomy_shown()
    assert window.outline_dock.isVisible()
    assert not window.references_dock.isVisible()
    press(window, "Ctrl+Shift+A")
    assert all(dock.isVisible() for dock in window.docking.docks())


def test_a_dock_is_closed_by_its_title_and_opened_by_the_menu(desktop):
    window = desktop.window
    [action] = [a for a in window.menus["View"].actions() if a.text() == "Refere&nces"]
    assert action.isChecked()
    window.references_dock.title.closed.emit()
    assert not window.references_dock.isVisible()
    assert not action.isChecked()
    action.trigger()
    assert window.references_dock.isVisible()


def test_the_tools_are_in_the_corner_and_move_nothing(desktop):
    bar = desktop.window.menuBar()
    corner = bar.cornerWidget()
    names = [button.text() for button in corner._buttons]
    assert names == [words for _, words in TOOLS] + [sign for _, sign, *_ in TOOL_MENUS]
    [theme] = [button for button in corner.findChildren(QToolButton) if button.text() == "◐"]
    [dark] = [action for action in theme.menu().actions() if action.text() == "&Dark"]
    dark.trigger()
    assert desktop.window.theme.name == "dark"
    assert corner.isVisible()
    assert corner.height() <= bar.height()


def test_tools_without_room_are_in_a_menu_of_their_own(desktop, qtbot):
    bar = desktop.window.menuBar()
    tools, more = bar.cornerWidget()._buttons, bar.cornerWidget()._more
    desktop.window.resize(2000, 700)
    qtbot.waitUntil(lambda: more.isHidden() and not any(tool.isHidden() for tool in tools))
    desktop.window.resize(600, 700)
    qtbot.waitUntil(more.isVisible)
    hidden = [tool for tool in tools if tool.isHidden()]
    assert hidden == tools[-len(hidden) :]
    assert len(more.menu().actions()) == len(hidden)
    assert more.menu().actions()[-1].menu() is tools[-1].menu()
    assert more.geometry().right() < bar.cornerWidget().width()


def test_the_header_unfolds_and_folds(desktop):
    header = desktop.window.header
    header._addressees.click()
    assert "addressees" in header._drawers._name
    header.show_raw(True)
    assert header._drawers._name == "raw"
    assert not header._addressees.isChecked()
    header.set_folded(True)
    assert header.is_folded()
    assert header._drawers._name == ""
    header.set_folded(False)
    assert not header.is_folded()


# From start to start.


def test_choices_and_places_are_kept(start, sample_path, qtbot):
    desktop = start(sample_path)
    desktop.window.resize(700, 600)
    press(desktop.window, "Ctrl++")
    desktop.window.docking.want(desktop.window.references_dock, is_wanted=False)
    [action] = [a for a in desktop.window.menus["View/Theme"].actions() if a.text() == "&Dark"]
    action.trigger()
    stop(desktop)
    settings = load_settings().settings
    assert (settings.zoom, settings.theme.value) == (110, "dark")
    assert settings.recent_files == (str(sample_path),)
    again = start()
    assert again.window.size().toTuple() == (700, 600)
    assert not again.window.docking.is_wanted(again.window.references_dock)
    assert again.window.theme is DARK


def test_nothing_of_what_was_read_is_remembered_when_that_is_off(start, sample_path):
    desktop = start()
    desktop.session.choices.remember_files(remember=False)
    desktop.session.open_file(str(sample_path))
    stop(desktop)
    settings = load_settings().settings
    assert (settings.remember, settings.recent_files, settings.last_folder) == (False, (), "")


def test_how_the_sum_of_the_file_begins_is_shown_where_there_is_room(desktop):
    label = desktop.window.status._file
    whole = f"{label.text()} · SHA-256 {desktop.session.cable.source.sha256[:8]}…"
    width = label.fontMetrics().horizontalAdvance(whole)
    label.resize(width, label.height())
    assert label.shown() == whole
    label.resize(width - 1, label.height())
    assert label.shown() == label.text()
    label.resize(label.fontMetrics().horizontalAdvance(label.text()) - 1, label.height())
    assert "…" in label.shown()
    assert label.shown().endswith("UTF-8")
