"""The dialogs of files of marks: what is written and how, and what an import will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.saving.choices import Choice as FormChoice
from reader.desktop.panels.saving.form_list import FormList
from reader.desktop.plain import PlainLabel, window_title, without_icons
from reader.desktop.session.marking.telling import mark_place
from reader.desktop.session.notice import cable_name, quote
from reader.paths import shown_path
from reader.store.exports.forms import FORMS
from reader.store.exports.merging import Choice
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.store.exports.forms import Form
    from reader.store.exports.merging import Plan
    from reader.store.marks import Mark
    from reader.store.searching import Query

MOST_LISTED: Final = 200
"""Marks of an import that are listed of each sort."""

HELPS: Final = {
    "json": "To keep, or to take to another machine: everything comes back.",
    "w3c": "For other programs for annotations; everything comes back.",
    "csv": "For programs that read tables.",
    "spreadsheet": "As the table, and nothing in it is taken for a formula.",
    "markdown": "For people: quotes, citations and notes; can be edited and imported.",
    "html": "For people: a page to read, to print and to send.",
}


class ExportForm(QDialog):
    """Asks which marks are to be written, and in which form."""

    chosen = Signal(object, object)
    """The Form, and the Query for the marks; None for all there are."""

    def __init__(
        self,
        scopes: Iterable[tuple[str, Query | None]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scopes = list(scopes)
        self.setMinimumWidth(self.fontMetrics().height() * 30)
        self._which = QButtonGroup(self)
        self._forms = FormList(
            [FormChoice(each.name, tr(each.title), tr(HELPS[each.name]), "") for each in FORMS]
        )
        self.setWindowTitle(window_title(tr("Export marks")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(4)
        layout.addWidget(PlainLabel(tr("Which marks")))
        for number, (words, _) in enumerate(self._scopes):
            layout.addWidget(self._radio(self._which, number, words))
        layout.addSpacing(10)
        layout.addWidget(PlainLabel(tr("In which form")))
        layout.addWidget(self._forms, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(tr("&Choose a file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(buttons.buttons())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addSpacing(10)
        layout.addWidget(buttons)

    def _radio(self, group: QButtonGroup, number: int, words: str) -> QRadioButton:
        button = QRadioButton(words)
        button.setChecked(number == 0)
        group.addButton(button, number)
        return button

    def accept(self) -> None:
        """Hand over what was chosen."""
        name = self._forms.choice().name
        form: Form = next(each for each in FORMS if each.name == name)
        _, query = self._scopes[self._which.checkedId()]
        super().accept()
        self.chosen.emit(form, query)


class ImportForm(QDialog):
    """Shows what an import will do, and asks whether it is to be done."""

    confirmed = Signal(object, object)
    """The Plan, and the Choice for what has changed on both sides."""

    def __init__(self, plan: Plan, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._choices = QButtonGroup(self)
        self._list = QListWidget()
        quieten(self._list)
        self.setWindowTitle(window_title(tr("Import marks")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build(name)

    def _build(self, name: str) -> None:
        plan = self._plan
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(6)
        does_something = bool(plan.new or plan.changed or plan.conflicts or plan.names)
        head = tr("What importing {name} will do", name=shown_path(name))
        if not does_something:
            head = tr("Importing {name} will change nothing", name=shown_path(name))
        title = PlainLabel(head, wraps=True)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        layout.addWidget(title)
        for words in plan_words(plan):
            layout.addWidget(PlainLabel(words, wraps=True))
        self._list.setAccessibleName(tr("What will change"))
        self._list.addItems(list(plan_rows(plan)))
        self._list.setVisible(self._list.count() > 0)
        layout.addWidget(self._list, 1)
        if plan.conflicts:
            layout.addWidget(PlainLabel(tr("Where a mark was changed here and in the file")))
            for number, (choice, words) in enumerate(
                (
                    (Choice.BOTH, tr("&Keep both: its note is added to yours")),
                    (Choice.STORE, tr("Keep &yours as it is")),
                    (Choice.FILE, tr("Take the &file’s")),
                )
            ):
                button = QRadioButton(words)
                button.setChecked(choice is Choice.BOTH)
                self._choices.addButton(button, number)
                layout.addWidget(button)
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        if does_something:
            buttons.addButton(tr("&Import"), roles.AcceptRole)
        buttons.addButton(tr("Cancel") if does_something else tr("Close"), roles.RejectRole)
        without_icons(buttons.buttons())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        line = self.fontMetrics().height()
        self.resize(line * 36, line * (26 if does_something else 12))

    def accept(self) -> None:
        """Have it done."""
        chosen = (Choice.BOTH, Choice.STORE, Choice.FILE)[max(self._choices.checkedId(), 0)]
        super().accept()
        self.confirmed.emit(self._plan, chosen)


def plan_words(plan: Plan) -> list[str]:
    """What a plan does, a sentence for each sort of mark."""
    counts = (
        (len(plan.new), "{count:,} mark is new.", "{count:,} marks are new."),
        (
            len(plan.changed),
            "{count:,} mark is newer in the file, and takes the place of yours.",
            "{count:,} marks are newer in the file, and take the place of yours.",
        ),
        (
            len(plan.conflicts),
            "{count:,} mark was changed here since, and the file has something that yours lacks.",
            "{count:,} marks were changed here since, and the file has something that yours lack.",
        ),
        (
            plan.same,
            "{count:,} mark is here already, and stays as it is.",
            "{count:,} marks are here already, and stay as they are.",
        ),
        (len(plan.names), "{count:,} colour gets a name.", "{count:,} colours get names."),
        (
            len(plan.remarks),
            "{count:,} mark cannot be taken; the reasons are below.",
            "{count:,} marks cannot be taken; the reasons are below.",
        ),
    )
    said = [tr_count(one, many, count) for count, one, many in counts if count]
    return said or [tr("There are no marks in this file.")]


def plan_rows(plan: Plan) -> Iterable[str]:
    """A line for each mark that a plan changes, and for what it cannot take."""
    sorts: tuple[tuple[str, list[Mark]], ...] = (
        (tr("New"), list(plan.new)),
        (tr("Newer in the file"), [pair.read for pair in plan.changed]),
        (tr("Changed on both sides"), [pair.read for pair in plan.conflicts]),
    )
    for sort, marks in sorts:
        for mark in marks[:MOST_LISTED]:
            words = mark.name or quote(mark)
            where = f"{cable_name(mark)} {mark_place(mark)}"
            yield shown_path(f"{sort}: {where} · {words}"[:300])
        if len(marks) > MOST_LISTED:
            more = len(marks) - MOST_LISTED
            yield tr_count("… and {count:,} more", "… and {count:,} more", more)
    yield from (shown_path(remark[:300]) for remark in plan.remarks[:MOST_LISTED])
