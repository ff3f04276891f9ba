"""The dialog that shows a place cited in every style, and gives it away in one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.cable.citation import cite_paragraphs
from reader.cable.citation.exports import EXPORTS, export_citation
from reader.cable.citation.fields import remarks
from reader.desktop.panels.cite.citations import CitationList
from reader.desktop.panels.cite.rows import rows_of
from reader.desktop.panels.sizes import resize_to_lines
from reader.desktop.plain import PlainLabel, action_text, window_title
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.model import Cable


class CiteDialog(QDialog):
    """Shows all citations of some paragraphs, or of the whole cable; Enter copies one."""

    citation_copied = Signal(object)
    """The Citation that is to be put on the clipboard."""
    entry_copied = Signal(str)
    """The entry for reference managers that is."""
    style_chosen = Signal(str)
    """The style that `Copy citation` is to have, as the setting has it."""
    entry_wanted = Signal(str, object, object)
    """An entry is to be saved: the format, the first and the last paragraph or None."""

    def __init__(
        self,
        cable: Cable,
        ordinals: tuple[int, int] | None,
        chosen: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cable = cable
        self._ordinals = ordinals
        self._chosen = chosen
        self._place = QRadioButton()
        self._whole = QRadioButton(tr("the &whole cable"))
        self._list = CitationList()
        self._remark = PlainLabel(wraps=True)
        self._own = QPushButton(tr("&Make this my style"))
        self._copy = QPushButton(tr("&Copy"))
        self._format = QComboBox()
        self._copy_entry = QPushButton(tr("Copy &entry"))
        self._save_entry = QPushButton(tr("&Save entry…"))
        self._close = QPushButton(tr("Close"))
        self.setWindowTitle(window_title(tr("Cite {name}", name=cite_name(cable))))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build()
        self._join()
        self._show()
        self._list.setFocus()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(self._scope())
        layout.addWidget(self._list, 1)
        layout.addWidget(self._remark)
        self._remark.setText(_remark_words(self._cable))
        self._remark.setVisible(bool(self._remark.text()))
        for name, (title, _) in EXPORTS.items():
            self._format.addItem(tr(title), name)
        self._format.setAccessibleName(tr("Format for reference managers"))
        layout.addLayout(_row(self._own, None, self._copy))
        label = PlainLabel(tr("For reference &managers"))
        label.setBuddy(self._format)
        layout.addLayout(_row(label, self._format, None, self._copy_entry, self._save_entry))
        layout.addLayout(_row(None, self._close))
        for button in (self._own, self._copy_entry, self._save_entry, self._close):
            button.setAutoDefault(False)
        self._copy.setDefault(True)
        resize_to_lines(self, 38, 36)

    def _scope(self) -> QHBoxLayout:
        """What is cited: the paragraphs, or the whole cable."""
        self._place.setVisible(self._ordinals is not None)
        (self._whole if self._ordinals is None else self._place).setChecked(True)
        if self._ordinals is not None:
            self._place.setText(action_text(_place_words(self._cable, *self._ordinals)))
        return _row(PlainLabel(tr("Cite")), self._place, self._whole, None)

    def _join(self) -> None:
        self._place.toggled.connect(self._show)
        self._copy.clicked.connect(self._give)
        self._list.doubleClicked.connect(self._give)
        self._own.clicked.connect(self._choose)
        self._copy_entry.clicked.connect(self._give_entry)
        self._save_entry.clicked.connect(self._ask_to_save)
        self._close.clicked.connect(self.reject)

    def cited(self) -> tuple[int | None, int | None]:
        """The first and the last paragraph that is cited; None for the whole cable."""
        if self._ordinals is None or not self._place.isChecked():
            return None, None
        return self._ordinals

    def _show(self) -> None:
        self._list.show_rows(rows_of(self._cable, *self.cited()), self._chosen)

    def _give(self) -> None:
        self.citation_copied.emit(self._list.row().citation)
        self.accept()

    def _choose(self) -> None:
        self._chosen = self._list.row().choice
        self._show()
        self.style_chosen.emit(self._chosen)

    def _give_entry(self) -> None:
        first, last = self.cited()
        entry = export_citation(self._cable, self._format.currentData(), first=first, last=last)
        self.entry_copied.emit(entry.replace("\r\n", "\n"))
        self.accept()

    def _ask_to_save(self) -> None:
        name: str = self._format.currentData()
        self.accept()
        self.entry_wanted.emit(name, *self.cited())


def cite_name(cable: Cable) -> str:
    """What the dialog calls the cable."""
    return cable.canonical_id or cable.reference_id or tr("a cable without an id")


def _place_words(cable: Cable, first: int, last: int) -> str:
    """`09OSLO9004, para. 7 (SBU)`: the paragraphs and their markings."""
    cited = cable.paragraphs[first : last + 1]
    markings = ", ".join(dict.fromkeys(each.marking for each in cited if each.marking))
    words = cite_paragraphs(cable, first, last)
    return f"{words} ({markings})" if markings else words


def _remark_words(cable: Cable) -> str:
    """What must be known of this copy, which the citations say as well."""
    said = remarks(cable)
    if not said:
        return ""
    return tr("The citations say of this copy: {remarks}.", remarks=", ".join(said))


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None for the room between them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
