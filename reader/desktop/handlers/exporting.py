"""Saving in every form, and printing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.desktop.session.notice import Notice, quote
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtPrintSupport import QPrinter

    from reader.cable.exports.edition import Edition, Endnote
    from reader.cable.model import Cable
    from reader.desktop.panels.saving import Choice
    from reader.desktop.printing.fonts import PrintFonts
    from reader.desktop.session import Session
    from reader.desktop.session.exporting import Meter
    from reader.desktop.session.standing import Placed
    from reader.desktop.window import MainWindow

PDF: str = "pdf"


class Exporting:
    """Saving in every form, and printing."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        self._session = session
        self._window = window
        self._is_joined = False

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        return {
            "cable.save": lambda: self.save(""),
            "pdf.save": lambda: self.save(PDF),
            "cable.print": self.print_cable,
            "print.preview": self.preview,
            "print.notes": lambda is_on: self._session.choices.choose("print_notes", is_on),
        }

    # Saving.

    def save(self, form: str) -> None:
        """Ask for a form, beginning with one of them, and a name; save what is open so."""
        document = self._session.document
        if document is not None and document.cable is not None:
            self._save_cable(document.cable, form)
        elif document is not None:
            self._save_text(document.name, document.text, form)

    def _save_cable(self, cable: Cable, form: str) -> None:
        from reader.cable.exports.edition import edition_of  # noqa: PLC0415
        from reader.cable.exports.forms import FORMS, file_name  # noqa: PLC0415
        from reader.desktop.panels.saving import cable_choices  # noqa: PLC0415

        writers = {each.name: each.write for each in FORMS}
        fonts = self._fonts()

        def write(name: str, notes: tuple[Endnote, ...], meter: Meter) -> bytes:
            if name != PDF:
                return writers[name](cable, notes)
            return _pdf(edition_of(cable, notes), fonts, meter)

        self.ask(file_name(cable, ""), tr("Save as"), cable_choices(), form, write)

    def _save_text(self, name: str, text: str, form: str) -> None:
        """Save a text that is no cable, which says so of itself."""
        from reader.cable.exports.other_text import (  # noqa: PLC0415
            clean_copy,
            edition_of_text,
            name_of_text,
        )
        from reader.desktop.panels.saving import text_choices  # noqa: PLC0415

        fonts = self._fonts()

        def write(chosen: str, _: tuple[Endnote, ...], meter: Meter) -> bytes:
            if chosen != PDF:
                # Half of a surrogate pair has no place in UTF-8.
                return clean_copy(name, text).encode("utf-8", "replace")
            return _pdf(edition_of_text(name, text), fonts, meter)

        self.ask(name_of_text(name, ""), tr("Save as"), text_choices(), form, write)

    def ask(
        self,
        name: str,
        title: str,
        choices: tuple[Choice, ...],
        form: str,
        write: Callable[[str, tuple[Endnote, ...], Meter], bytes],
    ) -> None:
        """Ask for one of some forms and a name, and save what `write` gives for them.

        `name` is offered, without an ending. `write` is called by a worker: with the form's name,
        the reader's notes if they are to go with it, and the meter of the work.
        """
        from reader.desktop.panels.saving import SaveDialog  # noqa: PLC0415

        settings = self._session.choices.settings
        folder = settings.last_folder if Path(settings.last_folder).is_dir() else ""
        place = str(Path(folder or os.path.expanduser("~")) / name)  # noqa: PTH111
        notes = self._notes() if any(choice.takes_notes for choice in choices) else ()
        dialog = SaveDialog(title, choices, place, len(notes), self._window)
        dialog.choose(form, with_notes=settings.print_notes)

        def save(chosen: str, path: str, with_notes: bool, replaces: bool) -> None:
            given = notes if with_notes else ()
            self._exporting().save(
                path, lambda meter: write(chosen, given, meter), replaces=replaces
            )

        dialog.chosen.connect(save)
        dialog.open()

    def _fonts(self) -> PrintFonts:
        from reader.desktop.printing import print_fonts  # noqa: PLC0415

        return print_fonts(self._session.choices.settings.body_font)

    def _edition(self) -> Edition | None:
        """What is open as it is printed, with the reader's notes where they are wanted."""
        from reader.cable.exports.edition import edition_of  # noqa: PLC0415
        from reader.cable.exports.other_text import edition_of_text  # noqa: PLC0415

        document = self._session.document
        if document is None:
            return None
        if document.cable is None:
            return edition_of_text(document.name, document.text)
        return edition_of(document.cable, self._notes() if self._wants_notes() else ())

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
        """Ask for a printer, and print what is open."""
        edition = self._edition()
        printer = self._printer() if edition is not None else None
        if printer is None or edition is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415

        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintShowPageSize)
        dialog.accepted.connect(lambda: self._print(printer, edition))
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` asks for more than that of other dialogs.
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _print(self, printer: QPrinter, edition: Edition) -> None:
        from reader.desktop.printing import paint_pages, set_pages  # noqa: PLC0415

        fonts = self._fonts()

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
        edition = self._edition()
        printer = self._printer() if edition is not None else None
        if printer is None or edition is None:
            return
        from PySide6.QtPrintSupport import QPrintPreviewDialog  # noqa: PLC0415

        from reader.desktop.printing import paint_pages, set_pages  # noqa: PLC0415

        fonts = self._fonts()
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

        document = self._session.document
        cable = document.cable if document is not None else None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(usual_layout())
        printer.setFullPage(True)
        printer.setCreator("Cable Reader")
        printer.setDocName(
            (cable and cable.canonical_id) or (document and document.name) or "cable"
        )
        return printer


def _pdf(edition: Edition, fonts: PrintFonts, meter: Meter) -> bytes:
    from reader.desktop.printing import pdf_file  # noqa: PLC0415 - with what it paints by

    return pdf_file(edition, fonts, progress=meter.progress, cancelled=meter.cancelled)


def _marked_words(placed: Placed) -> str:
    """What a note without a name belongs to: the words of a highlight, or else a paragraph."""
    return f"“{quote(placed.mark)}”" if placed.is_highlight else ""
