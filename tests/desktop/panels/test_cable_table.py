"""How the columns of the list share its width."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from reader.desktop.models.cables import COLUMNS, CablesModel
from reader.desktop.panels.chooser.cells import CHIP_SIZE
from reader.desktop.panels.chooser.table import LONGEST_MARKING, CableTable
from reader.intake.rows import Column


@pytest.fixture
def table(qtbot):
    table = CableTable(CablesModel())
    qtbot.addWidget(table)
    return table


def widths(table, pixels):
    table.resize(pixels, 400)
    table.grab()
    return {
        column: table.columnWidth(place)
        for place, column in enumerate(COLUMNS)
        if not table.isColumnHidden(place)
    }


def test_the_longest_marking_is_whole_where_the_subject_has_plenty(table):
    font = QFont(table.font())
    font.setPointSizeF(font.pointSizeF() * CHIP_SIZE)
    longest = QFontMetrics(font).horizontalAdvance(LONGEST_MARKING)
    wide, usual = widths(table, 2000), widths(table, 1000)
    assert wide[Column.CLASSIFICATION] > longest > usual[Column.CLASSIFICATION]
    assert wide[Column.SUBJECT] > usual[Column.SUBJECT]
    assert sum(wide.values()) == 2000


def test_in_a_narrow_list_columns_make_way_for_the_subject(table):
    assert set(widths(table, 400)) == {Column.REFERENCE_ID, Column.SUBJECT}
