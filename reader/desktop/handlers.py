"""What each command does: the id of every command, and the function behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.cable.citation import cite_paragraphs
from reader.desktop.plain import message_box
from reader.settings import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtCore import QMimeData

    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views

SAMPLE: tuple[str, str] = ("samples", "09REYKJAVIK9017.cable.txt")


class Handlers:
    """The functions behind the commands, between the session and the window."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        self._session = session
        self._window = window
        self._views = views

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command, by its id."""
        session, window, views, choices = (
            self._session,
            self._window,
            self._views,
            self._session.choices,
        )
        return {
            "file.open": self.open_file,
            "folder.open": self.open_folder,
            "file.paste": self.open_pasted,
            "file.sample": self.open_sample,
            "recent.clear": choices.forget_files,
            "recent.remember": lambda is_on: choices.remember_files(remember=is_on),
            "file.close": session.close_document,
            "window.quit": window.close,
            "edit.undo": session.marking.undo,
            "edit.redo": session.marking.redo,
            "text.copy": self.copy,
            "text.quote": self.copy_with_citation,
            "citation.copy": self.copy_citation,
            "text.select_all": lambda: views.view().select_all(),
            "find.open": self.find,
            "find.next": self.find_next,
            "find.previous": self.find_previous,
            "source.show": views.show_source,
            "subject.as_received": window.header.show_subject_as_received,
            "header.fold": window.header.set_folded,
            "header.raw": window.header.show_raw,
            "outline.show": lambda is_on: window.docking.want(window.outline_dock, is_wanted=is_on),
            "references.show": lambda is_on: window.docking.want(
                window.references_dock, is_wanted=is_on
            ),
            "bookmarks.show": lambda is_on: window.docking.want(
                window.bookmarks_dock, is_wanted=is_on
            ),
            "zoom.in": lambda: choices.zoom_by(1),
            "zoom.out": lambda: choices.zoom_by(-1),
            "zoom.reset": lambda: choices.set_zoom(100),
            "theme.system": lambda: choices.choose_theme(ThemeChoice.SYSTEM),
            "theme.light": lambda: choices.choose_theme(ThemeChoice.LIGHT),
            "theme.dark": lambda: choices.choose_theme(ThemeChoice.DARK),
            "paragraph.next": lambda: views.go_by_paragraph(1),
            "paragraph.previous": lambda: views.go_by_paragraph(-1),
            "heading.next": lambda: views.go_by_heading(1),
            "heading.previous": lambda: views.go_by_heading(-1),
            "line.next": lambda: views.view().next_line(),
            "line.previous": lambda: views.view().previous_line(),
            "text.start": lambda: views.view().to_start(),
            "text.end": lambda: views.view().to_end(),
            "place.tell": self.tell_place,
            "list.show": session.show_list,
            "pane.next": lambda: window.cycle_pane(1),
            "pane.previous": lambda: window.cycle_pane(-1),
            "bookmark.toggle": lambda: session.marking.toggle(views.ordinal()),
            "bookmark.edit": self.edit_bookmark,
            "bookmarks.here": lambda: self.list_bookmarks(everywhere=False),
            "bookmarks.everywhere": lambda: self.list_bookmarks(everywhere=True),
            "keys.show": self.show_keys,
            "program.about": self.show_about,
        }

    def open_file(self) -> None:
        """Ask for a file, and open it."""
        from reader.desktop.panels.file_dialog import ask_for_file  # noqa: PLC0415

        path = ask_for_file(
            self._window, "Open a cable", self._session.choices.settings.last_folder
        )
        if path:
            self._session.open_file(path)

    def open_folder(self) -> None:
        """Ask for a folder, and list its cables."""
        from reader.desktop.panels.file_dialog import ask_for_folder  # noqa: PLC0415

        path = ask_for_folder(
            self._window, "Open a folder", self._session.choices.settings.last_folder
        )
        if path:
            self._session.open_file(path)

    def open_pasted(self) -> None:
        """Open what is on the clipboard: files, or a text."""
        clipboard = QGuiApplication.clipboard()
        # There is none at all while nothing was copied, whatever PySide6 says of its type.
        data: QMimeData | None = clipboard.mimeData()
        urls = data.urls() if data else []
        paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
        if paths:
            self._session.open_files(paths)
        else:
            self._session.open_pasted(clipboard.text())

    def open_sample(self) -> None:
        """Open the cable that ships with the program."""
        from reader.resources import resource_path  # noqa: PLC0415

        self._session.open_file(str(resource_path(*SAMPLE)))

    def copy(self) -> None:
        """Copy the selected text."""
        if self._views.view().selected_text():
            self._views.view().copy()
            self._session.announced.emit("Copied")
        else:
            self._session.announced.emit("Nothing is selected")

    def copy_citation(self) -> None:
        """Copy the id of the cable and the paragraph."""
        citation = self.citation()
        if citation:
            QGuiApplication.clipboard().setText(citation)
            self._session.announced.emit(f"Copied: {citation}")

    def copy_with_citation(self) -> None:
        """Copy the selected text, or the paragraph, and below it where it stands."""
        citation = self.citation()
        cable = self._session.cable
        if not citation or cable is None:
            return
        words = self._views.view().selected_text()
        if not words and cable.paragraphs:
            words = cable.paragraphs[self._views.ordinal()].text
        QGuiApplication.clipboard().setText(f"{words}\n\n{citation}")
        self._session.announced.emit(f"Copied with {citation}")

    def citation(self) -> str:
        """The citation of the selected paragraphs, or of the one that is being read."""
        cable = self._session.cable
        if cable is None:
            return ""
        first, last = self._views.selected_ordinals()
        return cite_paragraphs(cable, first, last)

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

    def edit_bookmark(self) -> None:
        """Edit the name and the note of this paragraph's bookmark; set one if there is none."""
        marking, ordinal = self._session.marking, self._views.ordinal()
        there = marking.standing.at(ordinal)
        if there:
            marking.edit_wanted.emit(there[0].mark)
        else:
            marking.set_and_edit(ordinal)

    def list_bookmarks(self, *, everywhere: bool) -> None:
        """Take the keyboard to the list of bookmarks, of this cable or of all."""
        window = self._window
        window.docking.want(window.bookmarks_dock, is_wanted=True)
        window.bookmarks.list_everywhere(everywhere)
        window.bookmarks.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell_place(self) -> None:
        """Say where the reader is."""
        words = self._window.status.place()
        document = self._session.document
        if document is not None:
            self._session.announced.emit(words or document.name)

    def show_keys(self) -> None:
        """Show every key of the window."""
        from reader.desktop.panels.keys import KeysDialog  # noqa: PLC0415

        KeysDialog(self._window).show()

    def show_about(self) -> None:
        """Say which version this is."""
        from PySide6.QtCore import qVersion  # noqa: PLC0415

        from reader import __version__  # noqa: PLC0415
        from reader.licences import licence_list  # noqa: PLC0415

        box = message_box(
            self._window,
            "About Cable Reader",
            f"Cable Reader {__version__}",
            "Reads US diplomatic cables. It works without any network, and keeps what you mark "
            f"on this machine alone.\n\nMIT licence. Made with Python and Qt {qVersion()}.",
            licence_list(),
        )
        box.open()
