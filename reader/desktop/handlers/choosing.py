"""Settings, keys, and any command by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.commands.keymap import Keymap
    from reader.desktop.panels.palette import PaletteRow
    from reader.desktop.panels.settings import SettingsDialog
    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views

MOST_RECENT: Final = 5
"""Commands lately run that come first in the palette."""


class Choosing:
    """Settings, keys, and any command by its words."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        self._session = session
        self._window = window
        self._views = views
        self._dialog: SettingsDialog | None = None
        self._recent: list[str] = []

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        return {
            "settings.show": lambda: self.show_settings("appearance"),
            "type.choose": lambda: self.show_settings("reading"),
            "keys.change": lambda: self.show_settings("keys"),
            "keys.show": self.show_keys,
            "palette.open": self.open_palette,
        }

    def keymap(self) -> Keymap:
        """The keys that the commands have now."""
        from reader.desktop.keys import read_keymap  # noqa: PLC0415

        return read_keymap(self._session.choices.settings).keymap

    # Settings and keys.

    def show_settings(self, page: str) -> None:
        """Show a page of the settings."""
        if self._dialog is None:
            self._dialog = self._make_dialog()
        self._dialog.show_page(page)
        self._dialog.show()
        self._dialog.activateWindow()

    def _make_dialog(self) -> SettingsDialog:
        from reader.desktop.panels.settings import SettingsDialog  # noqa: PLC0415
        from reader.desktop.panels.settings.table import NAMES  # noqa: PLC0415

        choices = self._session.choices
        dialog = SettingsDialog(self._window)
        dialog.show_settings(choices.settings, self.keymap())
        dialog.chosen.connect(choices.choose)
        dialog.keymap_changed.connect(lambda keymap: choices.set_keys(keymap.changed))
        dialog.reset_wanted.connect(lambda: choices.reset((*NAMES, "keys")))
        choices.changed.connect(self._show_choices)
        dialog.finished.connect(self._forget_dialog)
        return dialog

    def _show_choices(self) -> None:
        if self._dialog is not None:
            self._dialog.show_settings(self._session.choices.settings, self.keymap())

    def _forget_dialog(self) -> None:
        self._session.choices.changed.disconnect(self._show_choices)
        self._dialog = None
        self._window.focus_text()

    def show_keys(self) -> None:
        """Show every key of the window."""
        from reader.desktop.panels.keys.sheet import KeysDialog  # noqa: PLC0415

        sheet = KeysDialog(self._window, self.keymap())
        sheet.change_wanted.connect(lambda: self.show_settings("keys"))
        sheet.show()

    # The palette.

    def open_palette(self) -> None:
        """Let the reader find a command by its words, and run it where the reader was."""
        from reader.desktop.panels.palette import HEADING, TAB, PalettePanel  # noqa: PLC0415

        places = {HEADING: self._headings(), TAB: self._tabs()}
        palette = PalettePanel(self._rows(), places, self._recent, self._window)
        palette.set_theme(self._window.theme)
        palette.command_chosen.connect(self._run)
        palette.paragraph_chosen.connect(self._go_to_number)
        palette.place_chosen.connect(self._go_to_place)
        palette.open_over(self._window)

    def _rows(self) -> list[PaletteRow]:
        from reader.commands.table import COMMANDS  # noqa: PLC0415
        from reader.desktop.keys import plain_title, shown_keys  # noqa: PLC0415
        from reader.desktop.panels.keys.model import menu_words  # noqa: PLC0415
        from reader.desktop.panels.palette import PaletteRow  # noqa: PLC0415

        actions = {action.objectName(): action for action in self._window.actions()}
        keymap = self.keymap()
        return [
            PaletteRow(
                command.id,
                plain_title(command),
                menu_words(command.menu),
                tr(command.help),
                "   ".join(shown_keys(command, keymap)),
                ""
                if actions[command.id].isEnabled()
                else tr("Only when {need}.", need=tr(command.needs.value)),
            )
            for command in COMMANDS
            if command.id != "palette.open"
        ]

    def _headings(self) -> list[PaletteRow]:
        from reader.cable.model import Heading  # noqa: PLC0415
        from reader.desktop.panels.palette import PaletteRow  # noqa: PLC0415

        cable = self._session.cable
        return [
            PaletteRow(str(place), " ".join(item.text.split()))
            for place, item in enumerate(cable.body if cable else ())
            if isinstance(item, Heading)
        ]

    def _tabs(self) -> list[PaletteRow]:
        from reader.desktop.panels.palette import PaletteRow  # noqa: PLC0415

        return [
            PaletteRow(str(place), tab.name()) for place, tab in enumerate(self._session.tabs.all())
        ]

    def _go_to_place(self, sign: str, place: int) -> None:
        from reader.desktop.panels.palette import HEADING  # noqa: PLC0415

        tabs = self._session.tabs.all()
        if sign == HEADING:
            self._views.go_to_body(place)
        elif place < len(tabs):
            self._session.choose_tab(tabs[place])

    def _go_to_number(self, number: int) -> None:
        cable = self._session.cable
        for paragraph in cable.paragraphs if cable else ():
            if paragraph.number == number:
                self._session.go_to(paragraph.ordinal)
                return
        words = tr("There is no paragraph {number} here", number=number)
        self._session.announced.emit(words)

    def _run(self, command_id: str) -> None:
        self._recent = [command_id, *(each for each in self._recent if each != command_id)]
        del self._recent[MOST_RECENT:]
        for action in self._window.actions():
            if action.objectName() == command_id:
                action.trigger()
