from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from reader.desktop.panels.help import HelpWindow
from reader.guide import HelpPage, help_pages
from tests.desktop.conftest import press


@pytest.fixture
def help_window(qtbot):
    window = HelpWindow(help_pages())
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_page_is_turned_to_and_its_links_lead_on(help_window):
    help_window.show_page("header")
    page = help_window._page
    assert page.toPlainText().startswith("The header\n")
    help_window.show_page("marks")
    page.anchorClicked.emit(QUrl("privacy.md"))
    assert help_window.page().name == "privacy"
    page.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert help_window.page().name == "privacy"


def test_a_page_loads_nothing_that_it_names(help_window, tmp_path):
    canary = tmp_path / "canary.png"
    canary.write_bytes(b"")
    view = help_window._page
    view.show_page(HelpPage("odd", "Odd", f"# Odd\n\n![a]({canary.as_uri()})\n"))
    kind = QTextDocument.ResourceType.ImageResource.value
    assert view.loadResource(kind, QUrl(canary.as_uri())) is None


def test_words_leave_the_pages_that_have_them(help_window):
    QTest.keyClicks(help_window._query, "encrypted")
    shown = [
        page.name
        for row, page in enumerate(help_window._pages)
        if not help_window._contents.item(row).isHidden()
    ]
    assert shown == ["privacy"]
    assert help_window.page().name == "privacy"
    assert help_window._page.textCursor().selectedText().lower() == "encrypted"
    QTest.keyClicks(help_window._query, " zeppelin")
    assert help_window._none.isVisible()


@pytest.mark.parametrize(
    ("part", "page"),
    [("header", "header"), ("references", "references"), ("body", "window")],
)
def test_help_is_about_the_part_with_the_keyboard(desktop, part, page):
    getattr(desktop.window, part).setFocus()
    press(desktop.window, "Shift+F1")
    [shown] = desktop.window.findChildren(HelpWindow)
    assert shown.page().name == page
    shown.show_page("cable")
    shown.reject()
