"""Every control of the window has a role and a name, and what happens is announced."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QWidget

from reader.desktop.panels.marks.form import MarkForm
from reader.desktop.panels.palette import PalettePanel
from reader.desktop.panels.settings import SettingsDialog
from reader.desktop.panels.settings.table import PAGES
from tests.desktop.conftest import press, settle

# What a reader can act on, or comes to with Tab; the rest is ground and frame.
CONTROLS = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.EditableText,
        QAccessible.Role.List,
        QAccessible.Role.ListItem,
        QAccessible.Role.ComboBox,
        QAccessible.Role.MenuItem,
        QAccessible.Role.Link,
        QAccessible.Role.Table,
        QAccessible.Role.Tree,
    }
)


def controls(widget: QWidget):
    """The controls that can be seen in a widget, as a screen reader finds them."""
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        interface = waiting.pop()
        if interface is None or not interface.isValid() or interface.state().invisible:
            continue
        waiting += [interface.child(number) for number in range(interface.childCount())]
        owner = interface.object()
        takes_keyboard = (
            isinstance(owner, QWidget) and owner.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        if interface.role() in CONTROLS or takes_keyboard:
            yield interface, owner


def told(interface, owner: QObject | None) -> str:
    name = interface.text(QAccessible.Text.Name)
    return f"{interface.role().name} {name or type(owner).__name__}"


def unnamed(widget: QWidget) -> list[str]:
    found = []
    for interface, owner in controls(widget):
        # What belongs to Qt itself: the viewport of a list, the field inside a clear button.
        is_part = owner is not None and owner.objectName().startswith("qt_")
        if not interface.text(QAccessible.Text.Name).strip() and not is_part:
            found.append(told(interface, owner))
    return found


@pytest.fixture
def full(desktop, qtbot):
    """The window with every part made and shown."""
    window = desktop.window
    window.resize(2000, 1400)
    for ordinal in (0, 3):
        desktop.session.marking.toggle(ordinal)
    settle(desktop, qtbot)
    press(window, "Ctrl+U")
    press(window, "Ctrl+F")
    press(window, "Ctrl+Shift+B")
    window.header._addressees.click()
    desktop.session.open_file("/nowhere/ferry.txt")
    settle(desktop, qtbot)
    return desktop


def test_no_control_is_without_a_name(full):
    names = [told(*each) for each in controls(full.window)]
    assert len(names) > 40
    assert unnamed(full.window) == []


def test_no_control_of_the_reading_view_is_without_a_name(full):
    press(full.window, "Ctrl+U")
    assert unnamed(full.window) == []


def test_no_control_of_the_empty_window_is_without_a_name(start, tmp_path, qtbot):
    desktop = start()
    desktop.session.choices.add_recent_file(str(tmp_path / "ferry & co.txt"))
    settle(desktop, qtbot)
    names = [told(*each) for each in controls(desktop.window)]
    assert "Button Open a file…" in names
    assert "Button ferry & co.txt" in names
    assert unnamed(desktop.window) == []


@pytest.mark.parametrize("keys", ["F1", "Shift+F1", "Ctrl+Shift+D", "Ctrl+,", "Ctrl+I"])
def test_no_control_of_a_dialog_is_without_a_name(desktop, qtbot, keys):
    press(desktop.window, keys)
    settle(desktop, qtbot)
    [dialog] = [each for each in desktop.window.findChildren(QDialog) if each.isVisible()]
    assert unnamed(dialog) == []


def test_no_control_of_the_settings_is_without_a_name(desktop):
    press(desktop.window, "Ctrl+,")
    [dialog] = desktop.window.findChildren(SettingsDialog)
    for page in PAGES:
        dialog.show_page(page.name)
        assert dialog.focusWidget() is not None, page.name
        assert unnamed(dialog) == []


def test_no_control_of_the_palette_is_without_a_name(desktop):
    press(desktop.window, "Ctrl+K")
    [palette] = desktop.window.findChildren(PalettePanel)
    assert len(list(controls(palette))) > 8
    assert unnamed(palette) == []


def test_no_control_of_what_explains_a_cable_is_without_a_name(desktop, qtbot):
    window = desktop.window
    window.header._explaining.show_card("sent", 0)
    press(window, "Ctrl+Shift+J")
    press(window, "Ctrl+Shift+G")
    assert unnamed(window) == []
    press(window, "Ctrl+Shift+A")
    assert unnamed(window) == []


def test_a_control_without_a_name_is_seen(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    QLineEdit(widget)
    widget.show()
    assert unnamed(widget) == ["EditableText QLineEdit"]


def test_the_text_is_a_text_with_a_name(desktop):
    interface = QAccessible.queryAccessibleInterface(desktop.window.body.focusProxy())
    assert interface.role() is QAccessible.Role.EditableText
    assert interface.text(QAccessible.Text.Name) == "Text of the cable"
    assert interface.state().readOnly
    words = interface.textInterface()
    assert "lighthouse" in words.text(0, words.characterCount()).lower()


def test_rows_of_lists_are_sentences(full):
    press(full.window, "Ctrl+B")
    for panel, beginning in (
        (full.window.outline, "Paragraph 1, SBU, bookmarked"),
        (full.window.bookmarks, "Bookmark at paragraph 1, Summary"),
        (full.window.references, "Reference A: 09OSLO9004, Cable"),
    ):
        interface = QAccessible.queryAccessibleInterface(panel._list)
        assert interface.child(0).text(QAccessible.Text.Name).startswith(beginning)


@pytest.mark.parametrize("keys", ["F1", "Shift+F1", "Ctrl+Shift+D", "Ctrl+,", "Ctrl+Shift+E"])
def test_tab_goes_through_a_dialog_as_it_is_read(desktop, qtbot, keys):
    press(desktop.window, keys)
    settle(desktop, qtbot)
    [dialog] = [each for each in desktop.window.findChildren(QDialog) if each.isVisible()]
    places = [(each, QRect(each.mapTo(dialog, QPoint()), each.size())) for each in stops(dialog)]
    assert len(places) > 2
    for (before, there), (after, here) in pairwise(places):
        is_below, is_beside = here.bottom() > there.top(), here.left() >= there.right()
        assert is_below or is_beside, (before, after)


def stops(dialog: QWidget) -> list[QWidget]:
    """What Tab comes to, from the first of them."""
    found = []
    widget = dialog.nextInFocusChain()
    while widget is not dialog:
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
        if takes_tab and widget.isVisible() and widget.isEnabled() and dialog.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_tab_goes_through_the_form_in_order(desktop, qtbot):
    press(desktop.window, "Ctrl+Shift+D")
    settle(desktop, qtbot)
    [form] = desktop.window.findChildren(MarkForm)
    order = []
    while form.focusWidget() not in order:
        order.append(form.focusWidget())
        press(form.focusWidget(), "Tab")
    assert form.focusWidget() is order[0]
    assert form.fields.isAncestorOf(order[0])
    assert len(order) > 4
    assert [button.text().replace("&", "") for button in order[-2:]] == ["Save", "Cancel"]
    assert all(isinstance(button, QAbstractButton) for button in order[-2:])


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


def test_what_happens_is_announced(desktop, qtbot, listening, sample_path):
    desktop.session.marking.toggle(6)
    settle(desktop, qtbot)
    assert "Bookmark at ¶7 saved" in listening
    desktop.session.open_file("/nowhere/ferry.txt")
    assert "There is no file ferry.txt. It may have been moved, renamed or deleted." in listening
    desktop.session.open_file(str(sample_path))
    assert f"{sample_path.name} opened" in listening
    press(desktop.window, "Ctrl+F")
    bar = desktop.window.find_bar
    for letter in "ferry":
        press(bar._query, letter)
    assert any(words.startswith("Hit 1 of ") for words in listening)
