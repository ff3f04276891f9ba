"""No text from a stranger reaches a sink that could take it for HTML (SAFETY.md)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as QtOfText
from PySide6.QtWidgets import QWidget

from reader.desktop import plain

DESKTOP = Path(plain.__file__).parent
# The help pages are our own words, and the view that sets them loads nothing.
HELP_PAGE = DESKTOP / "panels" / "help" / "page.py"
DOORS = {DESKTOP / "plain.py", DESKTOP / "notes.py", HELP_PAGE}

# What Qt takes for rich text when it looks like it, or always; and what opens what a text names.
SINKS = {
    "QLabel",
    "QMessageBox",
    "QErrorMessage",
    "QInputDialog",
    "QProgressDialog",
    "QSplashScreen",
    "QTextBrowser",
    "QToolTip",
    "QWhatsThis",
    "QDesktopServices",
    "setToolTip",
    "setWhatsThis",
    "setHtml",
    "insertHtml",
    "appendHtml",
    "setMarkdown",
    "fromHtml",
    "fromMarkdown",
    "showMessage",
    "setInformativeText",
    "setOpenExternalLinks",
    "RichText",
    "AutoText",
    "MarkdownText",
}
# A title is escaped, or it is the program's own words.
TITLES = {"setWindowTitle"}


def sinks_in(source: str) -> list[str]:
    """The sinks that a module uses, each with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        names = {
            ast.Name: lambda node: [node.id],
            ast.Attribute: lambda node: [node.attr],
            ast.ImportFrom: lambda node: [alias.name for alias in node.names],
        }.get(type(node), lambda node: [])(node)
        found += [f"{node.lineno} {name}" for name in names if name in SINKS]
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in TITLES:
            [words] = node.args
            is_escaped = isinstance(words, ast.Call) and ast.unparse(words.func) == "window_title"
            if not is_escaped and not is_own(words):
                found.append(f"{node.lineno} title")
    return found


def is_own(words: ast.expr) -> bool:
    """Whether words are the program's own: `"Keys"`, `tr("Keys")`."""
    if isinstance(words, ast.Call) and ast.unparse(words.func) == "tr" and not words.keywords:
        [words] = words.args
    return isinstance(words, ast.Constant)


def test_only_three_modules_have_doors_for_foreign_text():
    breaches = {
        str(path.relative_to(DESKTOP)): sinks_in(path.read_text(encoding="utf-8"))
        for path in DESKTOP.rglob("*.py")
        if path not in DOORS
    }
    assert {path: found for path, found in breaches.items() if found} == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("from PySide6.QtWidgets import QLabel", "1 QLabel"),
        ("QtWidgets.QToolTip.showText(p, cable.text)", "1 QToolTip"),
        ("button.setToolTip(note)", "1 setToolTip"),
        ("QMessageBox.warning(self, 'x', path)", "1 QMessageBox"),
        ("document.setHtml(text)", "1 setHtml"),
        ("label.setTextFormat(Qt.TextFormat.RichText)", "1 RichText"),
        ("window.setWindowTitle(document.name)", "1 title"),
        ("window.setWindowTitle(f'{name}')", "1 title"),
        ("window.setWindowTitle(tr('{name}', name=name))", "1 title"),
    ],
)
def test_a_raw_sink_is_seen(line, found):
    assert sinks_in(line) == [found]


def test_a_title_of_our_own_words_is_no_sink():
    assert sinks_in("window.setWindowTitle('Keys')") == []
    assert sinks_in("window.setWindowTitle(tr('Keys'))") == []
    assert sinks_in("window.setWindowTitle(window_title(name))") == []


HOSTILE = [
    "<b>REF</b>: <A> STATE 1",
    "<img src='file:///etc/passwd'>",
    "<IMG SRC=//evil/share>",
    "<table>" * 30,
    "&lt;img src=x&gt;",
    "<!DOCTYPE html><p>",
    "\n<html>\n",
    "<?xml version='1.0'?>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_label_shows_every_character(words, qtbot):
    label = plain.PlainLabel(words)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == words


@pytest.mark.parametrize("words", HOSTILE)
def test_a_tooltip_is_never_taken_for_html(words, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    plain.set_tooltip(widget, words)
    assert not QtOfText.mightBeRichText(widget.toolTip())


def test_a_tooltip_is_filled_to_lines():
    words = plain.tooltip_text("The boat leaves before the lamp is lit. " * 5)
    assert max(map(len, words.splitlines())) <= plain.COLUMNS
    assert plain.tooltip_text("") == ""


@pytest.mark.parametrize("words", HOSTILE)
def test_a_message_box_shows_every_character(words, qtbot):
    box = plain.message_box(None, words, words, words, words)
    qtbot.addWidget(box)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.text() == words
    assert not QtOfText.mightBeRichText(box.informativeText())
    assert box.detailedText() == words


def test_a_name_with_an_ampersand_opens_nothing(qapp):
    action = QAction(plain.action_text("R&D & <b>\n ferries"))
    assert action.text() == "R&&D && <b> ferries"
    assert len(plain.action_text("x" * 500)) <= plain.COLUMNS


def test_a_title_has_no_sign_of_unsaved_changes(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle(plain.window_title("ferry[*].txt\n"))
    window.setWindowModified(True)
    assert window.windowTitle() == "ferry[*][*].txt"


def test_qt_would_open_what_an_image_names(qapp):
    """The reason for all this: without the doors Qt asks for the file."""

    class Document(QTextDocument):
        asked: list[str]

        def loadResource(self, kind, name):  # noqa: N802
            self.asked.append(name.toString())

    document = Document()
    document.asked = []
    document.setHtml("<img src='file:///etc/passwd'>")
    document.size()
    assert set(document.asked) == {"file:///etc/passwd"}


def test_a_message_box_breaks_only_lines_that_it_could_not_wrap(qtbot):
    box = plain.message_box(None, "Ferry", "Late", "a lamp that nobody sees " * 20)
    qtbot.addWidget(box)
    assert "\n" not in box.informativeText()
    box = plain.message_box(None, "Ferry", "Late", "m" * 500)
    qtbot.addWidget(box)
    assert "\n" in box.informativeText()
