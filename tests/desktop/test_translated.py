"""Every word of the window goes through the door for translated words, and longer words fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)

from reader.desktop.panels.cite.rows import rows_of
from reader.desktop.panels.tab_menu import TabMenu
from reader.desktop.session.tabs import Tab
from reader.guide import help_pages
from reader.resources import resource_path
from reader.translation import use_catalogue
from tests.desktop.conftest import settle, wait_for_list
from tests.lists import write_table
from tests.test_translation import ODD

if TYPE_CHECKING:
    from collections.abc import Iterator

PAD = " ~~~~"
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
GETTERS = (
    "text",
    "placeholderText",
    "windowTitle",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
)
# Names, signs of the field, and keys: the same in every language.
SAME = re.compile(
    r"Cable Reader|Aa|SHA-256 [0-9a-f\s]+|UTF-8|TAGS|E\.O\.|(?:Ctrl|Alt|Shift)\+\S+|F\d+|Esc|REF\b"
)
# What is opened together, and looked at.
GROUPS = {
    "find": ("find.open", "find.list"),
    "dialogs": ("settings.show", "keys.show", "help.show", "palette.open"),
    "marks": ("bookmark.toggle", "bookmark.edit"),
    "notebook": ("bookmark.toggle", "bookmarks.everywhere"),
    "erasing": ("bookmark.toggle", "bookmarks.erase"),
    "explained": ("remarks.show", "cable.about", "portions.filter"),
    "anatomy": ("source.show", "anatomy.show"),
    "citing": ("citation.choose",),
    "saving": ("cable.save",),
    "everywhere": ("find.everywhere",),
}


class Pseudo:
    """A language whose words are ours in brackets, and two fifths longer."""

    def gettext(self, message: str, /) -> str:
        return f"«{message}{PAD * max(round(len(message) * 0.4 / len(PAD)), 1)}»"

    def ngettext(self, singular: str, plural: str, count: int, /) -> str:
        return self.gettext(singular if count == 1 else plural)


@pytest.fixture
def desktop_in_pseudo(start, sample_path) -> Iterator[object]:
    use_catalogue(Pseudo())
    try:
        desktop = start(sample_path)
        desktop.window.resize(900, 600)
        yield desktop
    finally:
        use_catalogue(None)


def open_group(desktop, qtbot, group):
    """Do what is done together; an error stands above the text."""
    desktop.session.open_file("/nowhere/ferry.txt")
    actions = {action.objectName(): action for action in desktop.window.actions()}
    for command_id in GROUPS[group]:
        actions[command_id].trigger()
        settle(desktop, qtbot)
    qtbot.wait(50)
    return actions


def words_of(widget: QWidget) -> Iterator[str]:
    for name in GETTERS:
        getter = getattr(widget, name, None)
        if callable(getter):
            words = getter()
            if isinstance(words, str):
                yield words
    if isinstance(widget, QComboBox) and widget.objectName() != "body_font":
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.objectName() != "body_font":
        yield from words_of_model(widget)


def words_of_model(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None or (view.parent() and view.parent().objectName() == "body_font"):
        return
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount(QModelIndex())):
        for column in range(columns):
            for role in ROLES:
                yield str(model.index(row, column).data(role) or "")
    for column in range(columns if isinstance(model, QAbstractTableModel) else 0):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def outside(words: str) -> str:
    """What stands outside all brackets."""
    before = ""
    while before != words:
        before, words = words, re.sub(r"«[^«»]*»", " ", words)
    return SAME.sub(" ", words)


def test_the_words_outside_brackets_are_seen():
    assert outside("«Open…~» 12 Close") == "  12 Close"
    assert outside("«Sent «Mon ~» 12 ~»").strip() == ""


@pytest.mark.parametrize("group", GROUPS)
def test_every_word_of_the_window_is_translated_and_fits(desktop_in_pseudo, qtbot, group):
    actions = open_group(desktop_in_pseudo, qtbot, group)
    assert len(look(words_of_others(desktop_in_pseudo), actions.values())) > 200


def test_every_word_of_what_is_odd_in_a_cable_is_translated(start, tmp_path, qtbot):
    path = tmp_path / "lamps.txt"
    path.write_bytes(ODD.replace("E.O. 12958", "E.O.\xa012958").encode())
    use_catalogue(Pseudo())
    try:
        desktop = start(path)
        desktop.window.resize(900, 600)
        assert len(desktop.session.cable.problems) > 4
        actions = open_group(desktop, qtbot, "explained")
        look(words_of_others(desktop), actions.values())
    finally:
        use_catalogue(None)


def test_every_word_around_tabs_is_translated(start, tmp_path, sample_path, qtbot):
    paths = [tmp_path / f"lamps-{number}.txt" for number in range(2)]
    for path in paths:
        path.write_text(ODD)
    use_catalogue(Pseudo())
    try:
        desktop = start(sample_path)
        desktop.window.resize(900, 600)
        # As they are after a start: nobody has looked at them yet.
        desktop.session.tabs.add([Tab(str(path)) for path in paths])
        actions = open_group(desktop, qtbot, "everywhere")
        own = f"{words_of_others(desktop)} {' '.join(map(str, paths))}".lower()
        look(own, actions.values())
        menu = TabMenu(desktop.window, "lamps")
        menu.offer({"file.close": "Ctrl+W"})
        titles = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert [title for title in titles if title[0] != "«"] == []
    finally:
        use_catalogue(None)


def test_every_word_of_the_empty_window_and_of_a_list_is_translated(start, tmp_path, qtbot):
    table = write_table(tmp_path / "cables.csv", 40)
    use_catalogue(Pseudo())
    try:
        desktop = start()
        desktop.window.resize(900, 600)
        desktop.session.choices.add_recent_file(str(table))
        settle(desktop, qtbot)
        look(str(table).lower())
        desktop.session.open_file(str(table))
        wait_for_list(desktop, qtbot)
        qtbot.wait(50)
        # Dates, places and subjects are the table's own.
        look(f"{table} {table.read_text()} embassy consulate secretary state jan feb mar".lower())
    finally:
        use_catalogue(None)


def look(own, actions=()):
    """Everything that is shown, none of it untranslated or clipped but for what is not ours."""
    shown = [widget for widget in QApplication.allWidgets() if widget.isVisible()]
    said = {words for widget in shown for words in words_of(widget)}
    for action in actions:
        said |= {action.text(), action.toolTip(), action.statusTip(), action.iconText()}
    untranslated = {
        (words, word)
        for words in said
        for word in re.findall(r"[A-Za-z]{2,}", outside(words))
        if word.lower() not in own
    }
    assert untranslated == set()
    clipped = [
        (type(widget).__name__, widget.text(), widget.size(), widget.sizeHint())
        for widget in shown
        if is_clipped(widget)
    ]
    assert clipped == []
    return said


def words_of_others(desktop) -> str:
    """What is not ours to translate: cable, file, citations, help, vocabulary, Qt's buttons."""
    cable = desktop.session.cable
    pages = " ".join(page.title for page in help_pages())
    tables = " ".join(
        path.read_text(encoding="utf-8") for path in resource_path("vocabulary").glob("*.csv")
    )
    cited = " ".join(row.citation.plain for row in rows_of(cable, 0, 0))
    source = f"{cable.source.path} {cable.source.sha256}"
    said = (cable.text, source, cable.header.classification.value, "Save Cancel")
    return " ".join((*said, cited, pages, tables)).lower()


def is_clipped(widget: QWidget) -> bool:
    """Whether a label or a button has less room than its words take."""
    if isinstance(widget, QLabel):
        if type(widget).__name__ == "ElidedLabel" or not widget.text():
            return False
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width())
        return widget.width() < widget.sizeHint().width()
    if isinstance(widget, QAbstractButton) and type(widget).__name__ != "Choice":
        return widget.width() < widget.minimumSizeHint().width()
    return False
