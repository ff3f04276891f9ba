"""The notebook joined to the session; made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desktop.panels.notebook import NotebookWindow
from reader.desktop.session.erasing import Erasing
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.desktop.session import Session
    from reader.desktop.session.notebook import Found, Tally
    from reader.desktop.window import MainWindow
    from reader.store.exports.forms import Form
    from reader.store.exports.merging import Plan
    from reader.store.marks import Colour, Mark
    from reader.store.searching import Holdings, Query


class NotebookConnections(QObject):
    """Joins the window of the notebook with the marks of all cables."""

    mark_chosen = Signal(object)
    """A Mark to go to in the text, whose window is in front."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._tally: Tally | None = None
        self._chosen_file = ""
        self._erasing = Erasing(session.marking)
        self.notebook = NotebookWindow(window)
        self.notebook.set_theme(window.theme)
        marking, notebook = session.marking, self.notebook
        book = marking.notebook
        notebook.query_changed.connect(book.want)
        notebook.page_wanted.connect(book.read)
        notebook.opened.connect(book.open)
        notebook.closed.connect(book.close)
        notebook.mark_chosen.connect(self._go_to)
        notebook.edited.connect(self._keep)
        notebook.delete_wanted.connect(marking.delete)
        notebook.form_wanted.connect(marking.edit_wanted)
        notebook.place_wanted.connect(marking.place_wanted)
        notebook.cable_wanted.connect(self._open_cable)
        notebook.export_wanted.connect(self.export)
        notebook.import_wanted.connect(self.import_marks)
        notebook.names_wanted.connect(self.name)
        notebook.undo_wanted.connect(marking.undo)
        notebook.redo_wanted.connect(marking.redo)
        book.found.connect(notebook.show_found)
        book.page_read.connect(notebook.take_page)
        book.tallied.connect(self._take_tally)
        book.planned.connect(self._show_plan)
        session.announced.connect(notebook.say)
        session.noticed.connect(notebook.show_notice)
        window.theme_set.connect(notebook.set_theme)
        window.closing.connect(notebook.close)

    def show(self) -> None:
        """Bring the notebook to the front."""
        from reader.store.marks import cable_key  # noqa: PLC0415

        cable = self._session.cable
        self.notebook.set_here(cable_key(cable) if cable is not None else "")
        self.notebook.show()
        self.notebook.raise_()
        self.notebook.activateWindow()

    def _take_tally(self, tally: Tally) -> None:
        self._tally = tally
        self.notebook.show_tally(tally)

    def _go_to(self, mark: Mark) -> None:
        self._window.activateWindow()
        self._window.raise_()
        self.mark_chosen.emit(mark)

    def _open_cable(self, link: str) -> None:
        self._window.activateWindow()
        self._session.open_files([link])

    def _keep(self, edits: list[tuple[Mark, Mark]]) -> None:
        def then(is_saved: bool) -> None:
            for _, base in edits if not is_saved else ():
                self.notebook.note_unsaved(base)

        self._session.marking.keep_all(edits, then)

    # Files of marks.

    def export(self, found: Found) -> None:
        """Ask which marks are to be written, and how, and have it done."""
        total = self._tally.total if self._tally else found.total
        listed = tr_count("The {count:,} &listed", "The {count:,} &listed", found.total)
        scopes: list[tuple[str, Query | None]] = [(all_marks(total), None)]
        if found.total < total:
            scopes = [(listed, found.query), *scopes]
        self._ask_which(scopes)

    def _ask_which(self, scopes: list[tuple[str, Query | None]]) -> None:
        from reader.desktop.panels.notebook.files import ExportForm  # noqa: PLC0415

        form = ExportForm(scopes, self._parent())
        form.chosen.connect(self._export)
        form.open()

    def _export(self, form: Form, query: Query | None) -> None:
        from reader.desktop.panels.file_dialog import ask_where_to_save  # noqa: PLC0415

        ending = form.endings[0] if form.endings else ".csv"
        folder = self._session.choices.settings.last_folder
        path = ask_where_to_save(self._parent(), tr("Export marks"), folder, f"marks{ending}")
        if path:
            self._session.marking.notebook.export(path, form, query)

    def import_marks(self) -> None:
        """Ask for a file of marks, and read what is in it."""
        from reader.desktop.panels.file_dialog import ask_for_any_file  # noqa: PLC0415

        folder = self._session.choices.settings.last_folder
        path = ask_for_any_file(self.notebook, tr("Import marks"), folder)
        if path:
            self._chosen_file = path
            self._session.marking.notebook.plan(path)

    def _show_plan(self, plan: Plan) -> None:
        from pathlib import Path  # noqa: PLC0415

        from reader.desktop.panels.notebook.files import ImportForm  # noqa: PLC0415

        form = ImportForm(plan, Path(self._chosen_file).name, self.notebook)
        form.confirmed.connect(self._session.marking.notebook.take_in)
        form.open()

    # What is to go.

    def ask_what_to_erase(self) -> None:
        """Say what there is to lose, and ask how much of it is to go."""
        self.notebook.keep()
        self._erasing.ask(self._show_erasing)

    def _show_erasing(self, holdings: Holdings) -> None:
        from reader.desktop.panels.notebook.erasing import EraseForm  # noqa: PLC0415

        form = EraseForm(holdings, self._window.theme, self._parent())
        form.chosen.connect(self._erasing.erase)
        form.export_wanted.connect(lambda: self._ask_which([(all_marks(holdings.marks), None)]))
        form.open()

    def _parent(self) -> QWidget:
        """The window that a question belongs to."""
        return self.notebook if self.notebook.isVisible() else self._window

    # The user's own names.

    def name(self) -> None:
        """Ask what colours and labels are to be called."""
        from reader.desktop.panels.notebook.names import NamesForm  # noqa: PLC0415

        book = self._session.marking.notebook
        names = self._tally.names if self._tally else {}
        labels = self._tally.labels if self._tally else {}
        form = NamesForm(names, labels, self._window.theme, self.notebook)
        form.named.connect(self._name_colours)
        form.label_renamed.connect(book.rename_label)
        book.tallied.connect(form.show_tally)
        form.open()

    def _name_colours(self, names: dict[Colour, str]) -> None:
        self._session.marking.name_colours(names)


def all_marks(count: int) -> str:
    """What is chosen to have everything written."""
    return tr_count("&All {count:,} mark", "&All {count:,} marks", count)
