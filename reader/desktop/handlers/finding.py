"""Finding words in what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.window import MainWindow


class Finding:
    """Finding words in what is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        return {
            "find.open": self.find,
            "find.next": self.find_next,
            "find.previous": self.find_previous,
            "find.everywhere": lambda is_on: self.switch("EVERYWHERE", is_on=is_on),
            "find.list": lambda is_on: self.switch("LIST", is_on=is_on),
            "find.case": lambda is_on: self.switch("CASE", is_on=is_on),
            "find.word": lambda is_on: self.switch("WORD", is_on=is_on),
            "find.pattern": lambda is_on: self.switch("PATTERN", is_on=is_on),
        }

    def find(self) -> None:
        """Open the find bar, made when it is first wanted; in a list, go to its filter."""
        if self._window.is_chooser_shown():
            self._window.chooser.focus_filter()
        else:
            self._window.find_bar.open_bar()

    def find_next(self) -> None:
        """Go to the next hit."""
        self._window.find_bar.find_next()

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._window.find_bar.find_previous()

    def switch(self, name: str, *, is_on: bool) -> None:
        """Turn a switch of the find bar, which is opened with it."""
        from reader.desktop.panels.find import Switch  # noqa: PLC0415 - with the bar

        self._window.find_bar.set_switch(Switch[name], is_on)
