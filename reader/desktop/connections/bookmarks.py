"""Which signal calls what where marks are concerned: session, text, panels, form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reader.desktop.session.standing import INKS
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from reader.desktop.actions import Actions
    from reader.desktop.connections.notebook import NotebookConnections
    from reader.desktop.panels.page.highlights import Highlight
    from reader.desktop.session import Session
    from reader.desktop.session.standing import Placed, Standing
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views
    from reader.store.marks import Colour, Mark

# The entries of the menu of the text after those for highlights; empty for a line between.
OF_THE_TEXT = (
    *("bookmark.toggle", "bookmark.edit", ""),
    *("text.copy", "text.copy_cleaned", "text.quote", "citation.copy"),
)


class BookmarkConnections(QObject):
    """Joins the marks of the session with text, gutter, outline, list and form."""

    def __init__(
        self, session: Session, window: MainWindow, views: Views, actions: Actions
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._views = views
        self._actions = actions
        self._notebook: NotebookConnections | None = None
        marking, panel = session.marking, window.bookmarks
        marking.changed.connect(self._show_standing)
        marking.edit_wanted.connect(self.edit)
        marking.place_wanted.connect(self._place)
        marking.confirm_wanted.connect(self._confirm)
        marking.notebook_wanted.connect(self._show_notebook)
        marking.erasing_wanted.connect(lambda: self._notebook_made().ask_what_to_erase())
        window.body.bookmark_toggled.connect(marking.toggle)
        window.body.highlight_entered.connect(self._tell_highlight)
        window.body.menu_wanted.connect(self._show_menu)
        window.source_made.connect(self._join_source)
        if window.has_source():
            self._join_source()
        views.source_filled.connect(self._show_in_source)
        panel.mark_chosen.connect(self.go_to)
        panel.edit_wanted.connect(self.edit)
        panel.edited.connect(marking.keep_all)
        panel.delete_wanted.connect(marking.delete)
        panel.place_wanted.connect(self._place)
        panel.confirm_wanted.connect(self._confirm)
        panel.notebook_wanted.connect(marking.notebook_wanted)
        session.file_wanted.connect(self._find_file)
        session.document_changed.connect(self._show_now)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._look_again)
        self._show_now()
        marking.show_cable(session.cable)
        marking.start()

    # From the session to the window.

    def _show_now(self) -> None:
        self._show_standing(self._session.marking.standing)

    def _show_standing(self, standing: Standing) -> None:
        shown = shown_marks(standing)
        window = self._window
        window.body.set_bookmarks(shown.names, shown.noted, shown.doubtful)
        window.body.set_highlights(shown.highlights)
        window.outline.set_bookmarks(shown.names, shown.inks)
        has_cable = self._session.cable is not None
        window.bookmarks.show_standing(standing, has_cable=has_cable)
        self._actions.allow_undo(standing.undo_title, standing.redo_title)
        self._show_in_source()

    def _show_in_source(self) -> None:
        """Show the marks in the text as received too, once that was looked at."""
        if self._views.has_filled_source():
            from reader.desktop.panels.source.marks import Stars  # noqa: PLC0415 - few look there

            shown = shown_marks(self._session.marking.standing)
            stars = Stars(shown.names, shown.noted, shown.doubtful)
            self._window.source.set_marks(stars, shown.highlights)

    def _join_source(self) -> None:
        self._window.source.highlight_entered.connect(self._tell_highlight)
        self._window.source.menu_wanted.connect(self._show_menu)

    def _look_again(self, state: Qt.ApplicationState) -> None:
        """Another window may have changed the marks while this one was behind it."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._session.marking.look()

    def go_to(self, mark: Mark) -> None:
        """Show the place of a mark, and take the keyboard there."""
        self._session.open_mark(mark)
        if self._session.document is not None:
            self._window.focus_text()

    # What is written on a mark.

    def edit(self, mark: Mark) -> None:
        """Ask for what is to be written on a mark."""
        from reader.desktop.panels.marks.form import MarkForm  # noqa: PLC0415

        marking = self._session.marking
        form = MarkForm(mark, marking.standing.colour_names, parent=self._window)
        form.set_theme(self._window.theme)
        form.kept.connect(lambda new, base: marking.keep_all([(new, base)], form.finish))
        # What was typed is kept, should the program be asked to end meanwhile.
        self._window.closing.connect(form.accept)
        marking.notebook.ask_labels(form.fields.offer_labels)
        form.open()

    def _show_notebook(self) -> None:
        words = self._actions.key_words
        notebook = self._notebook_made()
        notebook.notebook.show_keys(words("bookmark.toggle"), words("highlight.toggle"))
        notebook.show()

    def _notebook_made(self) -> NotebookConnections:
        """What joins the notebook; made when it is first asked for."""
        if self._notebook is None:
            from reader.desktop.connections.notebook import NotebookConnections  # noqa: PLC0415

            self._notebook = NotebookConnections(self._session, self._window)
            self._notebook.mark_chosen.connect(self.go_to)
        return self._notebook

    # The text.

    def _tell_highlight(self, words: str) -> None:
        self._session.announced.emit(tr("Highlighted: {words}", words=words))

    def _show_menu(self, point: QPoint) -> None:
        """Offer what can be done with the words that are selected, or with those at the caret."""
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415

        cable = self._session.cable
        menu = QMenu(self._window)
        self._actions.leave_keys_to(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if cable is not None:
            self._offer_highlights(menu)
        for command_id in OF_THE_TEXT:
            if not command_id:
                menu.addSeparator()
            elif self._actions[command_id].isEnabled():
                menu.addAction(self._actions[command_id])
        menu.popup(point)

    def _offer_highlights(self, menu: QMenu) -> None:
        from reader.desktop.panels.marks.menu import add_colours  # noqa: PLC0415
        from reader.desktop.window.stretches import (  # noqa: PLC0415
            caret_place,
            selected_stretch,
        )

        marking = self._session.marking
        stretch = selected_stretch(self._views, self._session.cable)
        place = caret_place(self._views, self._session.cable)
        over = marking.standing.over(*place) if place is not None else ()
        names, theme = marking.standing.colour_names, self._window.theme
        if stretch is not None:
            colours = menu.addMenu(tr("&Highlight"))
            add_colours(colours, theme, names, self._highlight)
        elif over and place is not None:
            colours = menu.addMenu(tr("&Colour of the highlight"))
            here = place

            def recolour(colour: Colour) -> None:
                marking.recolour(*here, colour)

            add_colours(colours, theme, names, recolour, over[0].mark.colour)
            menu.addAction(self._actions["highlight.toggle"])
        menu.addSeparator()

    def _highlight(self, colour: Colour) -> None:
        from reader.desktop.window.stretches import take_selection  # noqa: PLC0415

        stretch = take_selection(self._views, self._session.cable)
        if stretch is not None:
            self._session.marking.highlight(stretch, colour)

    # Where a mark belongs.

    def _place(self, mark: Mark) -> None:
        """Put a mark where the reader is: at the selected words, or at this paragraph."""
        from reader.desktop.session.standing import HIGHLIGHT, Stretch  # noqa: PLC0415
        from reader.desktop.window.stretches import caret_place, selected_stretch  # noqa: PLC0415

        session, cable = self._session, self._session.cable
        stretch = selected_stretch(self._views, cable)
        if stretch is None and mark.kind.value == HIGHLIGHT:
            session.announced.emit(tr("Select the words in the text where this highlight belongs"))
            return
        place = caret_place(self._views, cable)
        if cable is None or place is None:
            session.announced.emit(tr("Open the cable where this mark belongs"))
            return
        if stretch is None or mark.kind.value != HIGHLIGHT:
            ordinal = place[0] if stretch is None else stretch.ordinal
            stretch = Stretch(ordinal, 0, ordinal, len(cable.paragraphs[ordinal].text))
        session.marking.place(mark, stretch)

    def _confirm(self, mark: Mark) -> None:
        """Anchor a mark anew where it was found, since the reader says that this is the place."""
        marking = self._session.marking
        for placed in marking.standing.placed:
            if placed.mark.id == mark.id and placed.placement.is_found:
                marking.place(mark, placed.stretch)

    def _find_file(self, mark: Mark) -> None:
        """Ask where the file of a mark's cable is now."""
        from reader.desktop.panels.file_dialog import ask_for_file  # noqa: PLC0415
        from reader.desktop.session.notice import cable_name  # noqa: PLC0415

        settings = self._session.choices.settings
        path = ask_for_file(
            self._window, tr("Find {cable}", cable=cable_name(mark)), settings.last_folder
        )
        if path:
            self._session.open_file(path, mark=mark)


class ShownMarks(NamedTuple):
    """The marks that have a place in the cable, by the ordinals of their paragraphs."""

    names: dict[int, str]
    """The paragraphs with a bookmark, and what it is called."""
    noted: dict[int, str]
    """What is noted at each of these bookmarks."""
    doubtful: set[int]
    """Those of whose bookmarks it is not certain that they belong there."""
    inks: dict[int, tuple[int, ...]]
    highlights: list[Highlight]


def shown_marks(standing: Standing) -> ShownMarks:
    """What the text, the source and the outline show of the marks of a cable."""
    shown = ShownMarks({}, {}, set(), {}, [])
    for placed in standing.placed:
        if not placed.placement.is_found:
            continue
        if placed.is_highlight:
            highlight = highlight_of(placed, standing)
            shown.highlights.append(highlight)
            for ordinal in range(highlight.ordinal, highlight.last_ordinal + 1):
                there = shown.inks.get(ordinal, ())
                has_ink = highlight.ink in there
                shown.inks[ordinal] = there if has_ink else (*there, highlight.ink)
            continue
        known = shown.names.get(placed.ordinal)
        shown.names[placed.ordinal] = known or placed.mark.name
        if placed.mark.note.strip():
            shown.noted.setdefault(placed.ordinal, placed.mark.note)
        if not placed.placement.is_certain:
            shown.doubtful.add(placed.ordinal)
    return shown


def highlight_of(placed: Placed, standing: Standing) -> Highlight:
    """A highlight as the page shows it."""
    from reader.desktop.panels.page.highlights import Highlight as Shown  # noqa: PLC0415
    from reader.desktop.session.marking.telling import colour_name  # noqa: PLC0415

    mark, colour = placed.mark, placed.mark.colour
    words = colour_name(colour, standing.colour_names) if colour is not None else ""
    parts = [words, mark.name, tr("with a note") if mark.note else ""]
    if not placed.placement.is_certain:
        parts.append(tr("perhaps not the place"))
    return Shown(
        *placed.stretch,
        ink=INKS.index(colour.value) if colour is not None else 0,
        words=", ".join(filter(None, parts)),
        note=mark.note,
        is_certain=placed.placement.is_certain,
    )
