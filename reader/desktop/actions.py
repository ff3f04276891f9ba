"""COMMANDS as Qt has them: actions, menus, and the keys that work while the text has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reader.commands.command import Kind, Needs
from reader.commands.keymap import Keymap
from reader.commands.table import COMMANDS, TOOL_MENUS, TOOLS
from reader.desktop.plain import action_text, set_tooltip
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from PySide6.QtWidgets import QMenuBar

    from reader.commands.command import Command


MARGIN: Final = 4
"""Pixels between the tools and the edge of the window."""


class Actions:
    """The action of every command, by its id."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[..., Any]]) -> None:
        """Make the actions; raises LookupError when commands and handlers are not the same."""
        ids = {command.id for command in COMMANDS}
        if ids != handlers.keys():
            raise LookupError(f"commands and handlers differ: {sorted(ids ^ handlers.keys())}")
        # A signal does not keep the object whose method it calls.
        self._handlers = handlers
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._keymap = Keymap()
        self._texts: list[QWidget] = []
        self._text_keys: list[QShortcut] = []
        self._keyed: list[QAction] = []
        """What each of them triggers."""
        for command in COMMANDS:
            self._actions[command.id] = self._make(window, command, handlers[command.id])

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def key_words(self, command_id: str) -> str:
        """A key of a command as it is typed, a single letter if it has one; empty for none."""
        from reader.desktop.keys import native  # noqa: PLC0415 - the first paint tells of no key

        command = next(each for each in COMMANDS if each.id == command_id)
        keys = (*self._keymap.text_keys(command), *self._keymap.shortcuts(command))
        return next(map(native, keys), "")

    def _make(self, window: QWidget, command: Command, handler: Callable[..., Any]) -> QAction:
        action = QAction(tr(command.title), window)
        action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
        action.setObjectName(command.id)
        action.setStatusTip(tr(command.help))
        action.setCheckable(command.kind is not Kind.PLAIN)
        if command.kind is Kind.CHOICE:
            if command.menu not in self._groups:
                self._groups[command.menu] = QActionGroup(window)
            self._groups[command.menu].addAction(action)
        if command.id == "window.quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        elif command.id == "settings.show":
            action.setMenuRole(QAction.MenuRole.PreferencesRole)
        elif command.id == "program.about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        else:
            action.setMenuRole(QAction.MenuRole.NoRole)
        # A switch's handler takes whether it is on now, the others take nothing.
        action.triggered.connect(handler)
        # Reachable by its keys even where a menu bar is hidden or belongs to the system.
        window.addAction(action)
        return action

    def allow_undo(self, undo_title: str, redo_title: str) -> None:
        """Name what can be undone and done again; an empty title for nothing."""
        for command_id, words, title in (
            ("edit.undo", tr("&Undo"), undo_title),
            ("edit.redo", tr("&Redo"), redo_title),
        ):
            action = self._actions[command_id]
            action.setEnabled(bool(title))
            action.setText(f"{words}: {action_text(tr(title))}" if title else words)

    def allow(self, *, has_text: bool, has_cable: bool, has_list: bool = False) -> None:
        """Allow the commands that make sense for what is open."""
        there = {
            Needs.TEXT: has_text,
            Needs.CABLE: has_cable,
            Needs.OPEN: has_text or has_list,
            Needs.LIST: has_text and has_list,
        }
        self.allow_where(there)

    def allow_where(self, there: Mapping[Needs, bool]) -> None:
        """Allow the commands whose needs are met, and not those whose needs are not."""
        for command in COMMANDS:
            if command.needs in there:
                self._actions[command.id].setEnabled(there[command.needs])

    def fill(self, bar: QMenuBar, menus: dict[str, QMenu]) -> None:
        """Put the commands into the menus by name, and the tools at the end of their bar."""
        for command in COMMANDS:
            menu = menus.get(command.menu)
            if menu is None:
                parent, _, title = command.menu.partition("/")
                menu = menus[command.menu] = menus[parent].addMenu(tr(title))
            if command.starts_group:
                menu.addSeparator()
            menu.addAction(self._actions[command.id])
        for menu in menus.values():
            self.leave_keys_to(menu)
        tools = Tools(bar, {command_id: self._actions[command_id] for command_id, _ in TOOLS})
        for name, sign, title, above in TOOL_MENUS:
            shown = QMenu(tools)
            self.leave_keys_to(shown)
            shown.addActions([self._actions[command_id] for command_id in above])
            if above:
                shown.addSeparator()
            shown.addActions(menus[name].actions())
            tools.add_menu(sign, tr(title), shown)
        bar.setCornerWidget(tools)
        tools.show()
        tools.make_room()

    def add_text_keys(self, text: QWidget) -> None:
        """Have the keys without modifiers work while the focus is within `text`."""
        self._texts.append(text)
        for command in COMMANDS:
            for keys in self._keymap.text_keys(command):
                self._add_text_key(command, keys, text)

    def _add_text_key(self, command: Command, keys: str, text: QWidget) -> None:
        shortcut = QShortcut(QKeySequence(keys), text)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action = self._actions[command.id]
        shortcut.activated.connect(action.trigger)
        # A key that does nothing now is left to whatever else may want it.
        shortcut.setEnabled(action.isEnabled())
        action.enabledChanged.connect(shortcut.setEnabled)
        self._text_keys.append(shortcut)
        self._keyed.append(action)

    def leave_keys_to(self, menu: QMenu) -> None:
        """Leave letters to a menu while it is open.

        Qt would give them to the text, whose keys are shortcuts, although the menu is in front.
        """
        menu.aboutToShow.connect(lambda: self._pause(is_paused=True))
        menu.aboutToHide.connect(lambda: self._pause(is_paused=False))

    def _pause(self, *, is_paused: bool) -> None:
        for shortcut, action in zip(self._text_keys, self._keyed, strict=True):
            shortcut.setEnabled(not is_paused and action.isEnabled())

    def use_keys(self, keymap: Keymap) -> None:
        """Have every command reached by other keys, in the window, its menus and its text."""
        if keymap == self._keymap:
            return
        self._keymap = keymap
        for command in COMMANDS:
            keys = [QKeySequence(each) for each in keymap.shortcuts(command)]
            self._actions[command.id].setShortcuts(keys)
        for shortcut in self._text_keys:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._text_keys.clear()
        self._keyed.clear()
        texts, self._texts = self._texts, []
        for text in texts:
            self.add_text_keys(text)


class Tools(QWidget):
    """The buttons at the end of the menu bar; while there is no room for all, one has the rest."""

    def __init__(self, bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
        # With a parent from the start: a corner alone does not keep a widget.
        super().__init__(bar)
        self._bar = bar
        self._buttons: list[QToolButton] = []
        self._rest = QMenu(self)
        self._more = QToolButton()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, MARGIN, 0)
        self._layout.setSpacing(0)
        for command_id, words in TOOLS:
            action = actions[command_id]
            action.setIconText(tr(words))
            button = QToolButton()
            button.setDefaultAction(action)
            self._place(button, action.text().replace("&", ""))
            self._buttons.append(button)
        self._have_menu(self._more, "»", tr("More tools"), self._rest)
        # As tall as the bar was painted without them, so that nothing below moves.
        self.setMaximumHeight(bar.sizeHint().height())
        bar.installEventFilter(self)

    def add_menu(self, sign: str, title: str, menu: QMenu) -> None:
        """Have one more button, which opens a menu."""
        button = QToolButton()
        menu.setTitle(title)
        self._have_menu(button, sign, title, menu)
        self._buttons.append(button)

    def _have_menu(self, button: QToolButton, sign: str, title: str, menu: QMenu) -> None:
        button.setText(sign)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_tooltip(button, title)
        self._place(button, title)

    def _place(self, button: QToolButton, name: str) -> None:
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        # All of it is in the menus, which are reached with the keyboard.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What has the rest stands behind the others.
        self._layout.insertWidget(len(self._buttons), button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find room anew when the bar has another size."""
        if event.type() is QEvent.Type.Resize:
            self.make_room()
        return super().eventFilter(watched, event)

    def make_room(self) -> None:
        """Show as many buttons as the menus leave room for, the others in a menu."""
        titles = [self._bar.actionGeometry(action) for action in self._bar.actions()]
        ends = [title.right() for title in titles if title.isValid()]
        if len(ends) < len(titles):
            ends = [sum(title.width() for title in titles)]
        room = self._bar.width() - max(ends, default=0) - 2 * MARGIN
        widths = [button.sizeHint().width() for button in self._buttons]
        is_too_little = sum(widths) > room
        if is_too_little:
            room -= self._more.sizeHint().width()
        self._rest.clear()
        for button, width in zip(self._buttons, widths, strict=True):
            room -= width
            button.setVisible(room >= 0)
            if room < 0:
                menu = button.menu()
                self._rest.addAction(menu.menuAction() if menu else button.defaultAction())
        self._more.setVisible(is_too_little)
