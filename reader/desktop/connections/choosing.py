"""What the reader chose, shown where it is chosen: the check marks of the menus, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from reader.desktop.session import Notice
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.actions import Actions
    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.settings import Settings

WELCOME: Final = ("file.open", "file.paste", "file.sample")
"""What can be done in an empty window, in its order."""


class ChoosingConnections(QObject):
    """Joins the choices of the reader with the commands that make them."""

    def __init__(self, session: Session, window: MainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._actions = actions
        window.full_screen_changed.connect(actions["window.full_screen"].setChecked)
        session.choices.changed.connect(self._take_keys)
        self._had_keys = False
        window.welcome_made.connect(self._show_keys)
        window.find_made.connect(self._show_keys)
        self._take_keys(session.choices.settings)

    def _take_keys(self, settings: Settings) -> None:
        """Have the commands reached by the reader's own keys."""
        if not settings.keys and not self._had_keys:
            return
        self._had_keys = True
        from reader.desktop.keys import plain_title, read_keymap  # noqa: PLC0415 - few change any

        keymap, unusable = read_keymap(settings)
        self._actions.use_keys(keymap)
        self._show_keys()
        if unusable:
            titles = ", ".join(plain_title(command) for command in unusable)
            self._session.noticed.emit(
                Notice(
                    tr("Some keys in the settings cannot be used: {commands}", commands=titles),
                    hint=tr("These commands have their usual keys. Give them others in Settings."),
                    is_error=False,
                    key="keys",
                )
            )

    def _show_keys(self) -> None:
        """Show the keys of now wherever the window names keys."""
        window, words = self._window, self._actions.key_words
        if window.has_welcome():
            window.welcome.show_keys([words(name) for name in WELCOME])
        if window.has_find():
            window.find_bar.show_keys(words("find.previous"), words("find.next"))
        window.bookmarks.show_keys(words("bookmark.toggle"), words("highlight.toggle"))
