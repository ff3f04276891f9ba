"""Commands as a reader meets them: in menus, by keys, and what they leave on the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from reader.commands.command import Kind, Needs
from reader.commands.menus import MENUS
from reader.commands.table import COMMANDS, TOOLS
from reader.desktop.actions import Actions
from reader.desktop.handlers.copying import CITATION_TYPE
from reader.desktop.keys import shown_keys
from tests.conftest import SAMPLE_ID
from tests.desktop.conftest import clipboard, press, settle


def said(desktop):
    return desktop.window.status._place.text()


def text_of(desktop):
    return desktop.window.body.focusProxy()


# The table.


def test_every_command_is_a_noun_and_a_verb_in_a_menu_that_there_is():
    names = {name for name, _ in MENUS}
    for command in COMMANDS:
        noun, _, verb = command.id.partition(".")
        assert noun and verb, command.id
        assert command.menu.partition("/")[0] in names
        assert command.help.endswith("."), command.id
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert {command_id for command_id, _ in TOOLS} <= {command.id for command in COMMANDS}


def test_no_two_commands_have_the_same_key():
    keys = [keys for command in COMMANDS for keys in (*command.shortcuts, *command.text_keys)]
    assert len(set(keys)) == len(keys)


def test_no_two_commands_of_a_menu_are_opened_by_the_same_letter():
    for menu in {command.menu for command in COMMANDS}:
        letters = [
            command.title.partition("&")[2][:1].lower()
            for command in COMMANDS
            if command.menu == menu and "&" in command.title
        ]
        assert len(set(letters)) == len(letters), (menu, letters)


def test_commands_without_a_handler_are_refused(qtbot, desktop):
    with pytest.raises(LookupError, match=r"file\.open"):
        Actions(desktop.window, {})


def test_keys_as_they_are_typed(qapp):
    by_id = {command.id: command for command in COMMANDS}
    assert shown_keys(by_id["file.open"]) == ("Ctrl+O",)
    assert shown_keys(by_id["text.start"]) == ("g g",)
    assert shown_keys(by_id["text.end"]) == ("G",)
    assert shown_keys(by_id["bookmark.toggle"]) == ("Ctrl+D", "b")


def actions_by_text(desktop):
    return {
        action.text().partition(":")[0]: action
        for menu in desktop.window.menus.values()
        for action in menu.actions()
    }


def test_only_what_makes_sense_can_be_chosen(start, sample_path, tmp_path):
    poem = tmp_path / "poem.txt"
    poem.write_text("The lamp is lit.\n")
    of_a_text = (Needs.TEXT, Needs.OPEN, Needs.TAB, Needs.FILE)
    allowed = {
        None: {Needs.NOTHING},
        poem: {Needs.NOTHING, *of_a_text},
        sample_path: {Needs.NOTHING, *of_a_text, Needs.CABLE},
    }
    for path, needs in allowed.items():
        desktop = start(*([path] if path else []))
        actions = actions_by_text(desktop)
        for command in COMMANDS:
            assert actions[command.title].isEnabled() == (command.needs in needs), command.id


def test_every_switch_and_choice_can_be_turned(desktop):
    actions = actions_by_text(desktop)
    for command in COMMANDS:
        if command.kind is Kind.SWITCH:
            action = actions[command.title]
            was_on = action.isChecked()
            action.trigger()
            assert action.isChecked() != was_on, command.id
            action.trigger()
            assert action.isChecked() == was_on, command.id


# What is taken away.


def test_a_citation_of_the_paragraph_that_is_read(desktop):
    desktop.session.go_to(3)
    press(text_of(desktop), "C")
    assert clipboard() == f"{SAMPLE_ID}, para. 4"
    assert said(desktop) == f"Copied: {SAMPLE_ID}, para. 4"


def test_a_paragraph_with_its_citation(desktop):
    desktop.session.go_to(6)
    press(desktop.window, "Ctrl+Shift+C")
    words, _, citation = clipboard().rpartition("\n\n")
    assert words == desktop.session.cable.paragraphs[6].text
    assert citation == f"{SAMPLE_ID}, para. 7"


def test_selected_words_over_two_paragraphs_with_their_citation(desktop):
    press(desktop.window, "Ctrl+A")
    press(desktop.window, "Ctrl+Shift+C")
    assert clipboard().endswith(f"\n\n{SAMPLE_ID}, paras. 1\N{EN DASH}9")


def test_words_selected_in_the_source_with_their_citation(desktop):
    press(desktop.window, "Ctrl+U")
    text = desktop.session.cable.text
    start = text.index("eleven foghorns")
    desktop.window.source.go_to(start, len("eleven foghorns"))
    press(desktop.window, "Ctrl+Shift+C")
    assert clipboard() == f"eleven foghorns\n\n{SAMPLE_ID}, para. 2"


def test_copying_says_what_it_did(desktop):
    press(desktop.window, "Ctrl+C")
    assert said(desktop) == "Nothing is selected"
    press(desktop.window, "Ctrl+A")
    press(desktop.window, "Ctrl+C")
    assert said(desktop) == "Copied"
    assert "stuffed puffin" in clipboard()


def test_hidden_signs_are_copied_as_received_or_left_out(start, tmp_path):
    path = tmp_path / "lamp.txt"
    path.write_text("The \u202elamp\u202c of the \u200bferry.\n", encoding="utf-8")
    desktop = start(path)
    press(desktop.window, "Ctrl+A")
    press(desktop.window, "Ctrl+C")
    assert clipboard().startswith("The \u202elamp\u202c of the \u200bferry.")
    assert said(desktop).startswith("Copied as received, with 3 signs that hide, ")
    press(desktop.window, "Ctrl+Alt+C")
    assert clipboard().startswith("The lamp of the ferry.")
    assert said(desktop) == "Copied: 3 hidden signs left out"


def test_cleaned_words_keep_their_citation(desktop):
    desktop.session.go_to(1, 0, 12)
    press(desktop.window, "Ctrl+Alt+C")
    assert clipboard() == desktop.session.cable.paragraphs[1].text[:12]
    assert said(desktop) == "Copied: nothing was to be cleaned"
    data = QApplication.clipboard().mimeData().data(CITATION_TYPE)
    assert bytes(data).decode() == f"{SAMPLE_ID}, para. 2"


# Going.


def test_going_by_keys_without_modifiers(desktop):
    for keys, ordinal in (("N", 1), ("N", 2), ("P", 1), ("]", 4), ("[", 1), ("Shift+G", 8)):
        press(text_of(desktop), keys)
        assert desktop.session.ordinal == ordinal, keys
    press(text_of(desktop), "G, G")
    assert desktop.session.ordinal == 0
    press(text_of(desktop), "J")
    press(text_of(desktop), "K")
    assert desktop.session.ordinal == 0


def test_where_am_i(desktop):
    desktop.session.go_to(5)
    press(text_of(desktop), "W")
    assert said(desktop).startswith("¶6 of 9 · The Harbor Board Weighs the Matter · ")


def test_keys_of_the_text_are_letters_elsewhere(desktop, qtbot):
    press(desktop.window, "Ctrl+F")
    press(desktop.window.find_bar._query, "B")
    settle(desktop, qtbot)
    assert desktop.window.find_bar.query().lower() == "b"
    assert desktop.session.marking.standing.placed == ()


# Help.


def test_the_sheet_of_keys_has_every_key(desktop):
    press(desktop.window, "F1")
    [sheet] = [each for each in desktop.window.findChildren(QDialog) if each.isVisible()]
    words = {label.text() for label in sheet.findChildren(object) if hasattr(label, "textFormat")}
    for command in COMMANDS:
        if command.shortcuts or command.text_keys:
            assert command.help in words, command.id
            assert "   ".join(shown_keys(command)) in words, command.id
    sheet.reject()


def test_about_says_which_version_it_is(desktop):
    actions_by_text(desktop)["&About Cable Reader"].trigger()
    [box] = desktop.window.findChildren(QMessageBox)
    assert box.text().startswith("Cable Reader ")
    assert "without any network" in box.informativeText()
    box.reject()
