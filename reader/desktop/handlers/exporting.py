"""Citing in every style, saving in every form, and printing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.desktop.handlers.copying import copy_slanted
from reader.desktop.plain import givable_text
from reader.desktop.session.notice import Notice, quote
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtPrintSupport import QPrinter

    from reader.cable.citation.styles import Citation
    from reader.cable.exports.edition import Endnote
    from reader.cable.model import Cable
    from reader.desktop.panels.saving import Choice
    from reader.desktop.session import Session
    from reader.desktop.session.exporting import Meter
    from reader.desktop.session.standing import Placed
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views

PDF: str = "pdf"


class Exporting:
    """Citing in every style, saving in every form, and printing."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        self._session = session
        self._window = window
        self._views = views
        self._is_joined = False

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        return {
            "citation.choose": self.cite,
            "cable.save": self.save,
            "pdf.save": lambda: self.save(PDF),
            "cable.print": self.print_cable,
            "print.preview": self.preview,
            "print.notes": lambda is_on: self._session.choices.choose("print_notes", is_on),
        }

    # Citing.

    def cite(self) -> None:
        """Show the selected paragraphs, or the one that is read, in every style."""
        from reader.desktop.panels.cite import CiteDialog  # noqa: PLC0415

        cable = self._session.cable
        if cable is None:
            return
        ordinals = self._views.selected_ordinals() if cable.paragraphs else None
        chosen = self._session.choices.settings.citation_style
        dialog = CiteDialog(cable, ordinals, chosen, self._window)
        dialog.citation_copied.connect(self._copy)
        dialog.entry_copied.connect(self._copy_entry)
        dialog.style_chosen.connect(self._choose_style)
        dialog.entry_wanted.connect(self._save_entry)
        dialog.open()

    def _copy(self, citation: Citation) -> None:
        copy_slanted(citation)
        self._session.announced.emit(tr("Copied: {citation}", citation=citation.plain))

    def _copy_entry(self, text: str) -> None:
        QGuiApplication.clipboard().setText(givable_text(text))
        self._session.announced.emit(tr("Copied an entry"))

    def _choose_style(self, choice: str) -> None:
        self._session.choices.choose("citation_style", choice)
        self._session.announced.emit(tr("Copy citation uses this style from now on"))

    def _save_entry(self, name: str, first: int | None, last: int | None) -> None:
        from reader.cable.citation.exports import export_citation  # noqa: PLC0415
        from reader.desktop.panels.saving import entry_choices  # noqa: PLC0415

        cable = self._session.cable
        if cable is None:
            return

        def write(form: str) -> bytes:
            return export_citation(cable, form, first=first, last=last).encode("utf-8", "replace")

        self._ask(
            cable, tr("Save an entry"), entry_choices(), name, lambda form, _, __: write(form)
        )

    # Saving.

    def save(self, form: str = "") -> None:
        """Ask for a form and a name, and save the cable so."""
        from reader.cable.exports.edition import edition_of  # noqa: PLC0415
        from reader.cable.exports.forms import FORMS  # noqa: PLC0415
        from reader.desktop.panels.saving import cable_choices  # noqa: PLC0415
        from reader.desktop.printing import pdf_file, print_fonts  # noqa: PLC0415

        cable = self._session.cable
        if cable is None:
            return
        writers = {each.name: each.write for each in FORMS}
        fonts = print_fonts(self._session.choices.settings.body_font)

        def write(name: str, notes: tuple[Endnote, ...], meter: Meter) -> bytes:
            if name != PDF:
                return writers[name](cable, notes)
            edition = edition_of(cable, notes)
            return pdf_file(edition, fonts, progress=meter.progress, cancelled=meter.cancelled)

        self._ask(cable, tr("Save as"), cable_choices(), form, write)

    def _ask(
        self,
        cable: Cable,
        title: str,
        choices: tuple[Choice, ...],
        form: str,
        write: Callable[[str, tuple[Endnote, ...], Meter], bytes],
    ) -> None:
        from reader.cable.exports.forms import file_name  # noqa: PLC0415
        from reader.desktop.panels.saving import SaveDialog  # noqa: PLC0415

        settings = self._session.choices.settings
        folder = settings.last_folder if Path(settings.last_folder).is_dir() else ""
        place = str(Path(folder or Path.home()) / file_name(cable, ""))
        notes = self._notes()
        dialog = SaveDialog(title, choices, place, len(notes), self._window)
        dialog.choose(form, with_notes=settings.print_notes)

        def save(name: str, path: str, with_notes: bool, replaces: bool) -> None:
            given = notes if with_notes else ()
            self._exporting().save(path, lambda meter: write(name, given, meter), replaces=replaces)

        dialog.chosen.connect(save)
        dialog.open()

    def _notes(self) -> tuple[Endnote, ...]:
        """What the reader noted in this cable."""
        from reader.cable.exports.edition import Endnote  # noqa: PLC0415

        return tuple(
            Endnote(placed.ordinal, placed.mark.note, placed.mark.name or _marked_words(placed))
            for placed in self._session.marking.standing.placed
            if placed.mark.note.strip()
        )

    def _exporting(self) -> Any:
        """The session's part that saves and prints, with its progress in the window."""
        from reader.desktop.panels.saving import ProgressDialog  # noqa: PLC0415

        exporting = self._session.exporting
        if not self._is_joined:
            self._is_joined = True
            dialog = ProgressDialog(self._window)
            exporting.started.connect(dialog.start)
            exporting.progressed.connect(dialog.show_progress)
            exporting.ended.connect(dialog.stop)
            dialog.cancelled.connect(exporting.cancel)
        return exporting

    # Printing.

    def print_cable(self) -> None:
        """Ask for a printer, and print the cable."""
        printer = self._printer()
        cable = self._session.cable
        if printer is None or cable is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415

        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintShowPageSize)
        dialog.accepted.connect(lambda: self._print(printer, cable))
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` asks for more than that of other dialogs.
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _print(self, printer: QPrinter, cable: Cable) -> None:
        from reader.cable.exports.edition import edition_of  # noqa: PLC0415
        from reader.desktop.printing import paint_pages, print_fonts, set_pages  # noqa: PLC0415

        edition = edition_of(cable, self._notes() if self._wants_notes() else ())
        fonts = print_fonts(self._session.choices.settings.body_font)

        def work(meter: Meter) -> None:
            paint_pages(
                printer,
                set_pages(printer, edition, fonts, meter.cancelled),
                first=max(printer.fromPage(), 1),
                last=printer.toPage(),
                progress=meter.progress,
                cancelled=meter.cancelled,
            )

        name = edition.cable_id
        self._exporting().run(
            tr("Printing {name}…", name=name), work, tr("Printed: {name}", name=name)
        )

    def preview(self) -> None:
        """Show the pages as they will be printed."""
        printer = self._printer()
        cable = self._session.cable
        if printer is None or cable is None:
            return
        from PySide6.QtPrintSupport import QPrintPreviewDialog  # noqa: PLC0415

        from reader.cable.exports.edition import edition_of  # noqa: PLC0415
        from reader.desktop.printing import paint_pages, print_fonts, set_pages  # noqa: PLC0415

        edition = edition_of(cable, self._notes() if self._wants_notes() else ())
        fonts = print_fonts(self._session.choices.settings.body_font)
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.setWindowTitle(tr("Print preview"))

        def paint(device: QPrinter, _kept: QPrinter = printer) -> None:
            """Paint for the dialog, which itself does not keep the printer that it asks."""
            paint_pages(device, set_pages(device, edition, fonts))

        dialog.paintRequested.connect(paint)
        dialog.finished.connect(dialog.deleteLater)
        dialog.resize(self._window.size() * 0.9)
        dialog.open()

    def _wants_notes(self) -> bool:
        return self._session.choices.settings.print_notes

    def _printer(self) -> QPrinter | None:
        """A printer with the sheet of the reader's country; a sentence where none can be had."""
        try:
            from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415
        except ImportError:
            self._session.noticed.emit(
                Notice(
                    tr("This installation cannot print."),
                    hint=tr("Save a PDF instead, and print that."),
                    is_error=False,
                    key="exporting",
                    action_title=tr("Save a PDF…"),
                    action=lambda: self.save(PDF),
                )
            )
            return None
        from reader.desktop.printing import usual_layout  # noqa: PLC0415

        cable = self._session.cable
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(usual_layout())
        printer.setFullPage(True)
        printer.setCreator("Cable Reader")
        printer.setDocName((cable and cable.canonical_id) or "cable")
        return printer


def _marked_words(placed: Placed) -> str:
    """What a note without a name belongs to: the words of a highlight, or else a paragraph."""
    return f"“{quote(placed.mark)}”" if placed.is_highlight else ""
