"""Lists of the cables of a file or a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.lists import write_table
from tests.screenshots.waiting import press_in, wait_until

if TYPE_CHECKING:
    from reader.desktop.app import Desktop


def first_cable(desktop: Desktop) -> None:
    """The first cable of a file, where it holds many."""
    wait_until(lambda: desktop.session.document is not None or desktop.session.listing is not None)
    if desktop.session.listing is not None:
        wait_until(lambda: len(desktop.session.listing.selection.shown) > 0)
        desktop.session.open_row(0)
        wait_until(lambda: desktop.session.document is not None)


def begin_list(desktop: Desktop, count: int) -> None:
    """Open a table of so many cables."""
    path = Path(os.environ["CABLE_READER_HOME"]) / "cables.csv"
    desktop.session.open_file(str(write_table(path, count)))
    wait_until(lambda: desktop.session.listing is not None)


def list_many(desktop: Desktop) -> None:
    """A table of 60,000 cables, all of them listed."""
    begin_list(desktop, 60_000)
    wait_until(lambda: desktop.session.listing.progress().state.value == "whole")


def list_growing(desktop: Desktop) -> None:
    """A table of which a sixth has been listed."""
    begin_list(desktop, 60_000)
    wait_until(lambda: desktop.session.listing.progress().share > 0.16)


def list_stopped(desktop: Desktop) -> None:
    """A table whose listing was stopped."""
    list_growing(desktop)
    desktop.window.chooser._foot._button.click()
    wait_until(lambda: desktop.session.listing.progress().state.value == "stopped")


def list_filtered(desktop: Desktop) -> None:
    """Two words, the latest first, the keyboard in the second row."""
    begin_list(desktop, 20_000)
    wait_until(lambda: desktop.session.listing.progress().state.value == "whole")
    chooser = desktop.window.chooser
    chooser._filter.setText("honey 2004")
    chooser._table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    wait_until(lambda: desktop.session.listing.selection.wish.words == "honey 2004")
    press_in(chooser._filter, "Down")
    press_in(chooser._table, "Down")


def list_without_match(desktop: Desktop) -> None:
    """Words that no cable has."""
    begin_list(desktop, 2_000)
    wait_until(lambda: desktop.session.listing.progress().state.value == "whole")
    desktop.window.chooser._filter.setText("kettles and <b>pans</b>")
    wait_until(lambda: bool(desktop.session.listing.selection.wish.words))


def list_empty_folder(desktop: Desktop) -> None:
    """A folder without a cable."""
    folder = Path(os.environ["CABLE_READER_HOME"]) / "Letters of the harbor"
    folder.mkdir()
    desktop.session.open_file(str(folder))
