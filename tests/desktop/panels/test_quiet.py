from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit
from shiboken6 import invalidate

from reader.desktop.panels.body import BodyPanel
from reader.desktop.panels.page.quiet import QuietSlider, quieten
from tests.desktop.panels.cables import cable, paragraph


def test_scrollbars_show_the_slider_of_the_page_on_the_ground_around_them(qtbot):
    area = QPlainTextEdit("honey and wax\n" * 200)
    qtbot.addWidget(area)
    quieten(area)
    quieten(area)
    bar = area.verticalScrollBar()
    assert len(bar.findChildren(QuietSlider)) == 1
    assert len(area.horizontalScrollBar().findChildren(QuietSlider)) == 1
    area.resize(300, 200)
    area.show()
    picture = bar.grab().toImage()
    middle = picture.width() // 2
    column = [picture.pixelColor(middle, y).name() for y in range(picture.height())]
    palette = area.viewport().palette()
    ground = palette.color(QPalette.ColorRole.Base).name()
    slider = palette.color(QPalette.ColorRole.Dark).name()
    assert set(column[-40:]) == {ground}
    assert slider in column[:60]
    bar.setValue(bar.maximum())
    moved = bar.grab().toImage()
    assert moved.pixelColor(middle, moved.height() - 25).name() == slider


def test_where_the_scrollbars_meet_there_is_the_ground_and_no_frame(qtbot):
    area = QPlainTextEdit("honey and wax, and what the ferry brought\n" * 200)
    area.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    qtbot.addWidget(area)
    quieten(area)
    area.resize(120, 100)
    area.show()
    corner = area.cornerWidget()
    assert corner.isVisible()
    assert not corner.size().isEmpty()
    picture = corner.grab().toImage()
    shades = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert shades == {area.viewport().palette().color(QPalette.ColorRole.Base).name()}


def test_the_slider_is_painted_when_python_has_lost_hold_of_the_scrollbar(qtbot):
    area = QPlainTextEdit("honey and wax\n" * 200)
    qtbot.addWidget(area)
    area.resize(300, 200)
    quieten(area)
    area.show()
    [slider] = area.verticalScrollBar().findChildren(QuietSlider)
    before = slider.grab().toImage()
    invalidate(area.verticalScrollBar())
    assert slider.grab().toImage() == before
    assert slider.colours()[0] != slider.colours()[1]


def test_a_page_that_is_scrolled_sideways_has_it_below_too(qtbot):
    panel = BodyPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 300)
    panel.show()
    bar = panel._view.horizontalScrollBar()
    panel.show_cable(cable(paragraph(0, "boats   waffles   " * 12, kinds="b")))
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert len(bar.findChildren(QuietSlider)) == 1
    assert not panel._view.verticalScrollBar().findChildren(QuietSlider)
