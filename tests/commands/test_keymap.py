from __future__ import annotations

import pytest

from reader.commands.keymap import Keymap, do_clash, is_text_key, usual_keys
from reader.commands.table import COMMANDS

BY_ID = {command.id: command for command in COMMANDS}
FIND, NEXT, START = BY_ID["find.open"], BY_ID["paragraph.next"], BY_ID["text.start"]


@pytest.mark.parametrize(
    ("keys", "is_text"),
    [
        ("J", True),
        ("Shift+G", True),
        ("G, G", True),
        ("Esc", True),
        ("/", True),
        ("Ctrl+F", False),
        ("Ctrl++", False),
        ("Alt+Left", False),
        ("F3", False),
        ("Shift+F3", False),
        ("Shift+Ins", False),
        ("Ctrl+K, P", False),
    ],
)
def test_a_key_that_would_write_works_in_the_text_alone(keys: str, is_text: bool) -> None:
    assert is_text_key(keys) is is_text


def test_every_command_declares_its_keys_where_they_work() -> None:
    for command in COMMANDS:
        assert not any(map(is_text_key, command.shortcuts)), command.id
        assert all(map(is_text_key, command.text_keys)), command.id


def test_no_two_commands_come_with_keys_that_clash() -> None:
    keymap = Keymap()
    for command in COMMANDS:
        for keys in keymap.keys(command):
            assert keymap.holders(keys, command) == (), (command.id, keys)


def test_keys_clash_when_one_begins_with_the_other() -> None:
    assert do_clash("G, G", "G")
    assert do_clash("G", "G, G")
    assert not do_clash("G, G", "G, H")
    assert not do_clash("Ctrl+G", "G")


def test_a_command_gets_other_keys_and_its_usual_ones_again() -> None:
    changed = Keymap().with_keys(FIND, ("Ctrl+J", "S"))
    assert changed.changed == {"find.open": ("Ctrl+J", "S")}
    assert (changed.shortcuts(FIND), changed.text_keys(FIND)) == (("Ctrl+J",), ("S",))
    assert changed.is_changed(FIND)
    assert not changed.is_changed(NEXT)
    assert changed.with_keys(FIND, usual_keys(FIND)) == Keymap()


def test_a_key_is_taken_from_the_command_that_had_it() -> None:
    changed = Keymap().with_key_taken(FIND, "N")
    assert changed.keys(FIND) == ("Ctrl+F", "/", "N")
    assert changed.keys(NEXT) == ()
    assert Keymap().with_key_taken(FIND, "G").keys(START) == ()


def test_keys_of_commands_that_are_not_known_are_kept() -> None:
    keymap = Keymap({"library.search": ("Ctrl+J",), "find.open": ()})
    assert keymap.reset() == Keymap({"library.search": ("Ctrl+J",)})
