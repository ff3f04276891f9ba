"""Help, and what the program says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desktop.plain import message_box
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.window import MainWindow


class Helping:
    """Help, and what the program says of itself."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        return {
            "help.show": self.show_help,
            "program.about": self.show_about,
        }

    def show_help(self) -> None:
        """Show the help page on the part of the window that has the keyboard."""
        from reader.desktop.panels.help import HelpWindow  # noqa: PLC0415
        from reader.guide import help_pages  # noqa: PLC0415

        name = self._page_here()
        there = self._window.findChildren(HelpWindow)
        shown = there[0] if there else HelpWindow(help_pages(), self._window)
        shown.show_page(name)
        shown.show()
        shown.activateWindow()

    def _page_here(self) -> str:
        """The page on the part of the window where the keyboard is."""
        window = self._window
        parts = (
            (window.header, "header"),
            (window.references_dock, "references"),
            (window.bookmarks_dock, "marks"),
            (window.find_bar if window.has_find() else None, "finding"),
        )
        for part, name in parts:
            if part is not None and window.is_within(part):
                return name
        return "window"

    def show_about(self) -> None:
        """Say which version this is."""
        from PySide6.QtCore import qVersion  # noqa: PLC0415

        from reader import __version__  # noqa: PLC0415
        from reader.licences import licence_list  # noqa: PLC0415

        box = message_box(
            self._window,
            tr("About Cable Reader"),
            f"Cable Reader {__version__}",
            tr(
                "Reads US diplomatic cables. It works without any network, and keeps what you "
                "mark on this machine alone.\n\nMIT licence. Made with Python and Qt {version}.",
                version=qVersion(),
            ),
            licence_list(),
        )
        box.open()
