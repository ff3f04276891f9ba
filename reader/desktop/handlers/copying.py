"""Undoing, copying and selecting: words, citations, links and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from reader.desktop.plain import givable_text
from reader.desktop.session.document import file_of
from reader.paths import shown_path
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.cable.citation.styles import Citation
    from reader.cable.exports.cleaning import Cleaned
    from reader.cable.exports.quotation import Quoted
    from reader.cable.model import Cable
    from reader.desktop.session import Session
    from reader.desktop.window.views import Views

CITATION_TYPE: Final = "text/x-citation"
"""The second flavour of copied words: where they stand, in the reader's own style."""
SLANTED_TYPE: Final = "text/html"
ENTRY_TYPE: Final = "application/vnd.citationstyles.csl+json"
"""And the third: an entry for programs that keep references."""


class Copying:
    """Undoing, copying and selecting."""

    def __init__(self, session: Session, views: Views) -> None:
        self._session = session
        self._views = views

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        session = self._session
        views = self._views
        return {
            "edit.undo": session.marking.undo,
            "edit.redo": session.marking.redo,
            "text.copy": self.copy,
            "text.copy_cleaned": self.copy_cleaned,
            "text.quote": self.copy_with_citation,
            "text.quote_markdown": self.copy_as_quotation,
            "text.copy_markdown": self.copy_as_markdown,
            "citation.copy": self.copy_citation,
            "permalink.copy": self.copy_permalink,
            "id.copy": self.copy_id,
            "path.copy": self.copy_path,
            "text.select_all": lambda: views.view().select_all(),
        }

    def copy(self) -> None:
        """Copy the selected text, and with it where it stands, for programs that ask for that."""
        words = self._selected()
        if words:
            from reader.cable.exports.cleaning import clean_text  # noqa: PLC0415 - few copy much

            self._give_selected(words)
            signs = sum(clean_text(words)[1:])
            self._session.announced.emit(_copied_as_received(signs) if signs else tr("Copied"))

    def copy_cleaned(self) -> None:
        """Copy the selected text without the signs that are only shown as marks here."""
        words = self._selected()
        if words:
            from reader.cable.exports.cleaning import clean_text  # noqa: PLC0415 - see above

            cleaned = clean_text(words)
            self._give_selected(cleaned.text)
            self._session.announced.emit(_copied_cleaned(cleaned))

    def _selected(self) -> str:
        words = self._views.view().selected_text()
        if not words:
            self._session.announced.emit(tr("Nothing is selected"))
        return words

    def _give_selected(self, words: str) -> None:
        data = QMimeData()
        data.setText(givable_text(words))
        cable = self._session.cable
        if cable is not None:
            self._add_flavours(data, cable)
        QGuiApplication.clipboard().setMimeData(data)

    def _add_flavours(self, data: QMimeData, cable: Cable) -> None:
        from reader.cable.citation.exports import export_citation  # noqa: PLC0415

        first, last = self._paragraphs(cable)
        data.setData(CITATION_TYPE, givable_text(self.citation(cable).plain).encode())
        entry = export_citation(cable, "csl-json", first=first, last=last)
        data.setData(ENTRY_TYPE, entry.encode())

    def copy_citation(self) -> None:
        """Copy where the selected paragraphs, or the one that is read, stand."""
        cable = self._session.cable
        if cable is not None:
            citation = self.citation(cable)
            copy_slanted(citation)
            self._session.announced.emit(tr("Copied: {citation}", citation=citation.plain))

    def copy_with_citation(self) -> None:
        """Copy the selected text, or the paragraph, and below it where it stands."""
        cable = self._session.cable
        if cable is None:
            return
        words = self._views.view().selected_text()
        if not words and cable.paragraphs:
            words = cable.paragraphs[self._views.ordinal()].text
        citation = self.citation(cable).plain
        self._give(f"{words}\n\n{citation}", tr("Copied with {citation}", citation=citation))

    def copy_as_quotation(self) -> None:
        """Copy the selected text, or the paragraph, as a quotation in Markdown."""
        from reader.cable.exports.quotation import quotation, quotation_of_text  # noqa: PLC0415

        cable = self._session.cable
        if cable is None:
            return
        style = self._session.choices.settings.citation_style
        parts = self._parts(cable)
        if parts:
            quoted = quotation(cable, parts, style)
        else:
            words = self._views.view().selected_text()
            quoted = quotation_of_text(cable, words, *self._views.selected_ordinals(), style)
        self._give(quoted, tr("Copied as a quotation in Markdown"))

    def copy_as_markdown(self) -> None:
        """Copy the selected text, or the paragraph, in Markdown, without where it stands."""
        from reader.cable.exports.quotation import markdown_of, markdown_of_text  # noqa: PLC0415

        cable = self._session.cable
        if cable is None:
            return
        parts = self._parts(cable)
        words = self._views.view().selected_text()
        text = markdown_of(cable, parts) if parts else markdown_of_text(words)
        self._give(text, tr("Copied as Markdown"))

    def _parts(self, cable: Cable) -> list[Quoted]:
        """The paragraphs and parts of them that are meant; none of a text as received."""
        from reader.cable.exports.quotation import Quoted  # noqa: PLC0415

        selection = self._views.view().selection()
        if not cable.paragraphs or (selection is not None and len(selection) == 2):
            return []
        first, last = self._views.selected_ordinals()
        parts = [Quoted(ordinal) for ordinal in range(first, last + 1)]
        if selection is not None:
            parts[-1] = parts[-1]._replace(end=selection[3])
            parts[0] = parts[0]._replace(start=selection[1])
        return parts

    def copy_permalink(self) -> None:
        """Copy the link by which this program finds the paragraph again."""
        from reader.cable.citation import permalink  # noqa: PLC0415

        cable = self._session.cable
        if cable is None:
            return
        first, _ = self._paragraphs(cable)
        number = cable.paragraphs[first].number if first is not None else None
        self._give(permalink(cable.canonical_id, number))

    def copy_id(self) -> None:
        """Copy the id of the cable."""
        cable = self._session.cable
        if cable is not None:
            self._give(cable.canonical_id or cable.reference_id or "")

    def copy_path(self) -> None:
        """Copy where the file of what is shown lies."""
        tab = self._session.tabs.current
        if tab is not None:
            self._give(file_of(tab.place()))

    def citation(self, cable: Cable) -> Citation:
        """The citation of the selected paragraphs, or of the one that is being read."""
        from reader.cable.citation.choice import cite_as  # noqa: PLC0415

        return cite_as(
            cable, self._session.choices.settings.citation_style, *self._paragraphs(cable)
        )

    def _paragraphs(self, cable: Cable) -> tuple[int | None, int | None]:
        if not cable.paragraphs:
            return None, None
        return self._views.selected_ordinals()

    def _give(self, text: str, words: str = "") -> None:
        if not text:
            self._session.announced.emit(tr("This cable has no id, so there is nothing to copy"))
            return
        text = givable_text(text)
        QGuiApplication.clipboard().setText(text)
        self._session.announced.emit(words or tr("Copied: {words}", words=shown_path(text)))


def _copied_as_received(signs: int) -> str:
    """What to say of copied words with signs that another program may obey."""
    return tr_count(
        "Copied as received, with {count} sign that hides, controls or only looks like another: "
        "“Copy cleaned” takes it out",
        "Copied as received, with {count} signs that hide, control or only look like others: "
        "“Copy cleaned” takes them out",
        signs,
    )


def _copied_cleaned(cleaned: Cleaned) -> str:
    """What to say of copied words from which something was taken."""
    said = []
    if cleaned.left_out:
        said.append(
            tr_count(
                "{count} hidden sign left out", "{count} hidden signs left out", cleaned.left_out
            )
        )
    if cleaned.replaced:
        said.append(
            tr_count(
                "{count} letter of another script replaced",
                "{count} letters of another script replaced",
                cleaned.replaced,
            )
        )
    return tr("Copied: {words}", words=", ".join(said or [tr("nothing was to be cleaned")]))


def copy_slanted(citation: Citation) -> None:
    """Put a citation on the clipboard, with its slanted words slanted where that can be shown.

    What it has of the cable is escaped for that: no tag of a stranger goes out.
    """
    data = QMimeData()
    data.setText(givable_text(citation.plain))
    if any(run.is_slanted for run in citation.runs):
        data.setData(SLANTED_TYPE, givable_text(citation.html).encode())
    QGuiApplication.clipboard().setMimeData(data)
