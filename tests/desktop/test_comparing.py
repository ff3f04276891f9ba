"""Two versions of a cable are compared in the window, from the menu to the list of differences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMessageBox

from reader.desktop.session.comparing import is_version
from tests.cable.comparison.cables import TELEGRAM, version
from tests.desktop.conftest import clipboard, press, sentences

REDACTED = TELEGRAM.replace("Gunnar Halldorsson", "XXXXXXXXXXXX").replace("waffles", "pancakes")
OTHER = TELEGRAM.replace("9017", "9018").replace("ferry", "boat")


@pytest.fixture
def files(tmp_path):
    paths = []
    for name, text in (("whole", TELEGRAM), ("copy", REDACTED), ("other", OTHER)):
        path = tmp_path / f"{name}.cable.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


@pytest.fixture
def listening(monkeypatch):
    """What a screen reader is told, as if one were listening."""
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        staticmethod(lambda event: heard.append(getattr(event, "message", str)())),
    )
    return heard


def shown(desktop, qtbot):
    qtbot.waitUntil(
        lambda: desktop.window.has_comparison() and desktop.window.comparison.isVisible()
    )
    return desktop.window.comparison


def test_the_other_version_that_is_open_is_compared_at_once(start, files, qtbot):
    desktop = start(*files)
    press(desktop.window, "F7")
    panel = shown(desktop, qtbot)
    assert panel.summary() == "2 differences: 1 redaction, 1 change of a few words."
    assert "copy.cable.txt" in panel.windowTitle()
    press(panel, "F8")
    assert panel.count_text() == "2 of 2"
    press(panel, "Shift+F8")
    assert panel.count_text() == "1 of 2"
    press(panel._list, "Esc")
    assert not panel.isVisible()


def test_enter_goes_to_the_place_in_the_text(start, files, qtbot):
    desktop = start(*files[:2])
    desktop.session.choose_tab(desktop.session.tabs.all()[0])
    press(desktop.window, "F7")
    panel = shown(desktop, qtbot)
    press(panel._list, "Return")
    assert desktop.window.body.selected_text() == "Gunnar Halldorsson"


def test_another_cable_is_compared_after_a_question(start, files, qtbot):
    desktop = start(files[0], files[2])
    press(desktop.window, "F7")
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(QMessageBox)))
    [box] = desktop.window.findChildren(QMessageBox)
    assert "two different cables" in box.text()
    assert not desktop.window.has_comparison()
    box.buttons()[0].click()
    panel = shown(desktop, qtbot)
    assert panel._warning.isVisible()


def test_a_version_in_a_file_is_compared(start, files, qtbot, monkeypatch):
    from reader.desktop.panels import file_dialog

    desktop = start(files[0])
    monkeypatch.setattr(file_dialog, "ask_for_file", lambda *_: str(files[1]))
    handler = desktop.window.actions()
    [action] = [each for each in handler if "Compare with a &file" in each.text()]
    action.trigger()
    assert shown(desktop, qtbot).summary().startswith("2 differences")
    [copy] = [each for each in handler if "Copy the differences" in each.text()]
    copy.trigger()
    assert "\u2212 Gunnar Halldorsson\n" in clipboard()


def test_what_is_no_cable_is_told(start, files, qtbot, tmp_path):
    desktop = start(files[0])
    (tmp_path / "list.txt").write_text("milk, honey", encoding="utf-8")
    desktop.session.comparing.with_file(str(tmp_path / "list.txt"))
    qtbot.waitUntil(lambda: bool(sentences(desktop)))
    assert "cable" in sentences(desktop)[0]


def test_without_another_cable_it_says_what_to_do(start, files):
    desktop = start(files[0])
    press(desktop.window, "F7")
    assert sentences(desktop) == [
        "No other cable is open. Open the other version as well, or compare with a file."
    ]
    said = []
    desktop.session.announced.connect(said.append)
    press(desktop.window, "F8")
    assert said == ["Nothing was compared yet"]


def test_which_of_several_is_asked(start, files, qtbot, tmp_path):
    from reader.desktop.panels.comparison.choice import CableChoice

    second = tmp_path / "second.cable.txt"
    second.write_text(REDACTED.replace("board", "council"), encoding="utf-8")
    desktop = start(files[0], files[1], second)
    press(desktop.window, "F7")
    [choice] = desktop.window.findChildren(CableChoice)
    assert choice._model.rowCount() == 2
    press(choice._list, "Return")
    assert shown(desktop, qtbot).summary().startswith("2 differences")


def test_versions_are_known_by_their_ids():
    assert is_version(version(), version(("waffles", "pancakes")))
    assert not is_version(version(), version(("9017", "9018")))
    assert not is_version(version(), None)


def test_what_is_compared_is_announced(start, files, qtbot, listening):
    desktop = start(*files[:2])
    press(desktop.window, "F7")
    panel = shown(desktop, qtbot)
    assert any(words.startswith("2 differences: 1 redaction") for words in listening)
    press(panel, "F8")
    assert "2 of 2: ¶3, \u2212pancakes +waffles, changed" in listening or (
        "2 of 2: ¶3, \u2212waffles +pancakes, changed" in listening
    )


def test_nothing_in_a_name_or_a_text_is_taken_for_a_tag(start, tmp_path, qtbot):
    paths = []
    for number, words in enumerate(("<b>bees</b>", "<img src='file:///canary.svg'>")):
        path = tmp_path / f"<u>{number}<u>.cable.txt"
        path.write_text(TELEGRAM.replace("waffles", words), encoding="utf-8")
        paths.append(path)
    desktop = start(*paths)
    press(desktop.window, "F7")
    panel = shown(desktop, qtbot)
    assert "b>bees</b>" in panel._text.toPlainText()
    assert "img src='file:///canary.svg'>" in panel._text.toPlainText()
    assert "<u>" in panel._names.text()
    assert panel._names.textFormat() is Qt.TextFormat.PlainText
