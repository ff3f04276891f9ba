"""How the text is set, and what is around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desktop.session import Notice
from reader.settings import ReadingType
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.full_screen import FullScreen


class Arranging:
    """How the text is set, and what is around it."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        self._session = session
        self._window = window
        self._full_screen: FullScreen | None = None

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        choices = self._session.choices
        return {
            "lines.wider": lambda: choices.widen_lines(1),
            "lines.closer": lambda: choices.widen_lines(-1),
            "column.wider": lambda: choices.widen_column(1),
            "column.narrower": lambda: choices.widen_column(-1),
            "type.reset": lambda: choices.set_type(ReadingType()),
            "window.full_screen": self.show_full_screen,
        }

    def show_full_screen(self, is_full: bool) -> None:
        """Show the text alone on the whole screen, or leave that."""
        if self._full_screen is None:
            from reader.desktop.window.full_screen import FullScreen  # noqa: PLC0415

            self._full_screen = FullScreen(self._window)
            self._window.full_screen_changed.connect(self._withdraw_words)
        self._full_screen.show(is_full=is_full)
        if is_full:
            self._session.noticed.emit(
                Notice(
                    tr("The text has the whole screen; Escape gives it back."),
                    is_error=False,
                    is_brief=True,
                    key="screen",
                )
            )

    def _withdraw_words(self, is_full: bool) -> None:
        if not is_full:
            self._session.withdrawn.emit("screen")
