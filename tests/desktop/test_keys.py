from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from reader.commands.keymap import Keymap
from reader.commands.table import COMMANDS
from reader.desktop.keys import native, portable, read_keymap
from reader.desktop.panels.keys.editor import KeymapEditor
from reader.desktop.panels.keys.sheet import KeysDialog
from reader.settings import Settings, save_settings
from tests.desktop.conftest import press, sentences, settle

BY_ID = {command.id: command for command in COMMANDS}


def action(desktop, command_id):
    [found] = [each for each in desktop.window.actions() if each.objectName() == command_id]
    return found


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("ctrl+j", "Ctrl+J"),
        ("G,G", "G, G"),
        ("Ctrl+", ""),
        ("", ""),
        ("nonsense", ""),
        ("G, nonsense", ""),
    ],
)
def test_keys_are_spelled_in_one_way(qapp, written, spelled):
    assert portable(written) == spelled


def test_letters_are_shown_as_they_are_typed(qapp):
    assert [native(keys) for keys in ("J", "Shift+G", "G, G", "Esc")] == ["j", "G", "g g", "Esc"]


def test_keys_in_the_settings_that_are_none_give_way(qapp):
    keys = (
        ("find.open", ("ctrl+j",)),
        ("find.next", ("Ctrl+Nothing",)),
        ("file.open", None),
        ("zoom.in", ("Tab",)),
        ("line.next", ("N",)),
        ("library.search", ("Ctrl+F",)),
        ("library.close", None),
    )
    keymap, unusable = read_keymap(Settings(keys=keys))
    assert keymap == Keymap({"library.search": ("Ctrl+F",), "find.open": ("Ctrl+J",)})
    assert [command.id for command in unusable] == [
        "find.next",
        "file.open",
        "zoom.in",
        "line.next",
    ]


def test_keys_may_be_exchanged(qapp):
    keys = (("line.next", ("K",)), ("line.previous", ("J",)))
    keymap, unusable = read_keymap(Settings(keys=keys))
    assert unusable == ()
    assert keymap.keys(BY_ID["line.next"]) == ("K",)


def test_the_readers_own_keys_work_at_the_next_start(start, sample_path, qtbot):
    save_settings(Settings(keys=(("find.open", ("Ctrl+J",)), ("paragraph.next", ("7",)))))
    desktop = start(sample_path)
    assert action(desktop, "find.open").shortcut() == QKeySequence("Ctrl+J")
    press(desktop.window.body._view, "7")
    qtbot.waitUntil(lambda: desktop.session.ordinal == 1)
    press(desktop.window.body._view, "N")
    assert desktop.session.ordinal == 1
    press(desktop.window, "Ctrl+J")
    assert desktop.window.find_bar.isVisible()


def test_keys_that_cannot_be_used_are_said(start, sample_path):
    save_settings(Settings(keys=(("find.open", ("Ctrl+O",)), ("file.close", None))))
    desktop = start(sample_path)
    [words] = sentences(desktop)
    assert words.startswith("Some keys in the settings cannot be used: Close, Find…")
    assert action(desktop, "find.open").shortcut() == QKeySequence("Ctrl+F")


def test_a_change_of_keys_applies_at_once_and_is_kept(desktop, qtbot):
    desktop.session.choices.set_keys({"find.open": ("Ctrl+J",), "library.search": ("Ctrl+F",)})
    assert action(desktop, "find.open").shortcut() == QKeySequence("Ctrl+J")
    press(desktop.window, "F1")
    [sheet] = desktop.window.findChildren(KeysDialog)
    assert any(row.keys == "Ctrl+J" for row in sheet._rows)
    sheet.reject()
    desktop.session.choices.set_keys({})
    assert action(desktop, "find.open").shortcut() == QKeySequence("Ctrl+F")
    settle(desktop, qtbot)


def test_find_bar_and_empty_lists_name_the_keys_of_now(desktop):
    bar, bookmarks = desktop.window.find_bar, desktop.window.bookmarks
    assert bar._next.toolTip() == "Next hit (F3)"
    assert "Press b in the text" in bookmarks.state()
    changed = {"find.next": ("Ctrl+J",), "bookmark.toggle": ("M",), "find.previous": ()}
    desktop.session.choices.set_keys(changed)
    assert bar._next.toolTip() == "Next hit (Ctrl+J)"
    assert bar._previous.toolTip() == "Previous hit"
    assert "Press m in the text" in bookmarks.state()
    desktop.session.choices.set_keys({"bookmark.toggle": ()})
    assert "Press" not in bookmarks.state()


def test_the_empty_window_names_the_keys_of_now(start):
    save_settings(Settings(keys=(("file.open", ("Ctrl+J",)),)))
    desktop = start()
    keys = [choice._keys for choice in desktop.window.welcome._choices]
    assert keys == ["Ctrl+J", "Ctrl+V", ""]
    desktop.session.choices.set_keys({})
    assert desktop.window.welcome._choices[0]._keys == "Ctrl+O"


# The form.


@pytest.fixture
def editor(qtbot):
    editor = KeymapEditor()
    qtbot.addWidget(editor)
    editor.show_keymap(Keymap())
    editor.show()
    return editor


def choose(editor, title):
    editor._query.setText(title)
    assert editor._command().title.replace("&", "") == title


def type_keys(editor, keys):
    editor._edit.setKeySequence(QKeySequence(keys))


def test_a_command_is_given_a_key(editor, qtbot):
    choose(editor, "Find next")
    type_keys(editor, "Ctrl+J")
    assert editor._said.text() == "Ctrl+J would work anywhere in the window."
    with qtbot.waitSignal(editor.keymap_changed) as changed:
        editor._add.click()
    assert changed.args == [Keymap({"find.next": ("F3", "Ctrl+J")})]
    assert editor._model.index(0, 1).data() == "F3   Ctrl+J"
    assert editor._model.index(0, 1).data(Qt.ItemDataRole.FontRole).bold()


def test_who_has_a_key_is_named_before_it_is_taken(editor, qtbot):
    choose(editor, "Find next")
    type_keys(editor, "N")
    assert editor._said.text() == "n belongs to “Next paragraph”, which would lose it."
    assert editor._edit.accessibleDescription() == editor._said.text()
    assert editor._add.text() == "Take over"
    editor._add.click()
    assert editor._keymap.keys(BY_ID["paragraph.next"]) == ()
    choose(editor, "Next paragraph")
    editor._usual.click()
    assert editor._keymap.keys(BY_ID["paragraph.next"]) == ("N",)
    assert editor._keymap.keys(BY_ID["find.next"]) == ("F3",)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("F3", "F3 is a key of this command already."),
        ("Space", "Space moves in the text and the window, and stays so."),
    ],
)
def test_some_keys_cannot_be_taken(editor, keys, words):
    choose(editor, "Find next")
    type_keys(editor, keys)
    assert editor._said.text().lower() == words.lower()
    assert not editor._add.isEnabled()


def test_a_command_loses_its_keys_and_all_have_their_usual_ones_again(editor, qtbot):
    choose(editor, "Find next")
    editor._clear.click()
    assert editor._keymap.keys(BY_ID["find.next"]) == ()
    assert editor._model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "no keys, changed"
    editor._all.click()
    assert editor._keymap == Keymap()
    assert not editor._all.isEnabled()


def test_no_command_is_found(editor):
    editor._query.setText("zeppelin")
    assert editor._said.text() == "No command has these words."
    assert not editor._add.isEnabled()


# The sheet.


def test_the_sheet_of_keys_is_searched(qtbot):
    sheet = KeysDialog()
    qtbot.addWidget(sheet)
    sheet.show()
    QTest.keyClicks(sheet._query, "next hit")
    shown = [
        row.words
        for row, labels in zip(sheet._rows, sheet._labels, strict=True)
        if labels[0].isVisible()
    ]
    assert shown == ["Edit", "Go to the next hit."]
    QTest.keyClicks(sheet._query, " zeppelin")
    assert sheet._none.isVisible()
