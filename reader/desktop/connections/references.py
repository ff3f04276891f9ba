"""What is cited, joined: the list, the links in the text, and the card that peeks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea

from reader.desktop.models.references import KIND_WORDS, Known, way_words
from reader.desktop.session.nearby import Glimpse
from reader.desktop.session.notice import Notice
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.model import Mention, Reference
    from reader.desktop.panels.peek import Card, PeekCard
    from reader.desktop.session import Document, Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views

DELAY: Final = 500
"""Milliseconds that the pointer rests on a mention until the card is shown."""
NOTICE: Final = "reference"


class ReferenceConnections(QObject):
    """Opens what is cited; tells what is missing, and offers its id."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._views = views
        self._card: PeekCard | None = None
        self._pointed: Mention | None = None
        self._sought = ""
        """The id of a cable that is opened as soon as it is found."""
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(DELAY)
        self._resting.timeout.connect(self._peek_at_pointed)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._show_known)
        body, panel = window.body, window.references
        body.mention_activated.connect(self._follow_mention)
        body.mention_opened_behind.connect(self._open_behind)
        body.mention_pointed.connect(self._point_at)
        panel.mention_chosen.connect(self._go_to_mention)
        panel.reference_chosen.connect(self.open_reference)
        panel.target_chosen.connect(self.open_target)
        panel.tab_chosen.connect(session.choose_tab)
        panel.copy_wanted.connect(self.copy_id)
        session.references_wanted.connect(self.choose)
        session.peek_wanted.connect(self.peek)
        session.reach.changed.connect(self._settling.start)
        session.document_changed.connect(self._show_document)
        self._show_known()

    # What the window shows.

    def _show_document(self, _: Document | None) -> None:
        self._hide_card()
        self._sought = ""
        self._session.withdrawn.emit(NOTICE)
        self._settling.start()

    def _show_known(self) -> None:
        reach = self._session.reach
        known = Known(reach.of, reach.is_looking(), reach.citing())
        self._window.references.show_known(known)
        if self._sought and not reach.is_looking():
            sought, self._sought = self._sought, ""
            self.open_target(sought)

    # Opening.

    def open_reference(self, reference: Reference) -> None:
        """Open an item of the REF line, or say why that cannot be."""
        if reference.target:
            self.open_target(reference.target)
        elif reference.candidates:
            ids = tr(" or ").join(reference.candidates)
            self._session.announced.emit(
                tr("{text} may be {ids}: its id is not certain", text=reference.text, ids=ids)
            )
        else:
            self._session.announced.emit(
                tr("{text}: no cable that could be opened", text=reference.text)
            )

    def open_target(self, target: str) -> None:
        """Open a cable by its id, or say where it was looked for, and offer the id."""
        self._hide_card()
        if self._session.open_reference(target):
            self._views.view().setFocus()
            return
        if self._session.reach.is_looking():
            self._sought = target
            self._session.announced.emit(tr("Looking for {target}…", target=target))
            return
        message = tr("{target} was not found here.", target=target)
        self._session.noticed.emit(
            Notice(
                message,
                hint=tr(
                    "It is not open, and neither the folder of this cable nor the recent files "
                    "have a file that is called so. Copy its id to look for it elsewhere."
                ),
                is_error=False,
                key=NOTICE,
                action_title=tr("Copy id"),
                action=lambda: self.copy_id(target),
            )
        )

    def copy_id(self, target: str) -> None:
        """Put an id on the clipboard."""
        QGuiApplication.clipboard().setText(target)
        self._session.announced.emit(tr("Copied: {words}", words=target))

    def _follow_mention(self, mention: Mention) -> None:
        """A mention was activated: open what it names, or show in the list what that is."""
        reach = self._session.reach
        target = reach.target_of(mention)
        if target is not None and (reach.of(target) is not None or reach.is_looking()):
            self.open_target(target)
            return
        window = self._window
        self._hide_card()
        window.docking.want(window.references_dock, is_wanted=True)
        window.references.show_mention(mention)
        if target is not None:
            self._session.announced.emit(tr("{target} was not found here.", target=target))

    def _open_behind(self, mention: Mention) -> None:
        target = self._session.reach.target_of(mention)
        if target is None or self._session.reach.of(target) is None:
            self._follow_mention(mention)
        elif self._session.tabs.of_cable(target) is None:
            self._session.open_reference(target, in_background=True)
            self._session.announced.emit(tr("{target} opened behind this text", target=target))

    def _go_to_mention(self, mention: Mention) -> None:
        self._session.go_to(mention.ordinal, mention.start, mention.end - mention.start)
        self._views.view().setFocus()

    # Choosing by a letter.

    def choose(self) -> None:
        """Show what the REF line cites in a menu: a letter opens it."""
        from reader.desktop.panels.reference_menu import ReferenceMenu  # noqa: PLC0415

        cable, reach = self._session.cable, self._session.reach
        references = cable.header.references if cable else ()
        if not references:
            self._session.announced.emit(tr("This cable cites nothing"))
            return
        menu = ReferenceMenu(self._window)
        for reference in references:
            found = reach.of(reference.target)
            subject = found.glimpse.subject if found else ""
            words = subject or (
                way_words(None, is_looking=reach.is_looking())
                if reference.target
                else tr(KIND_WORDS[reference.kind])
            )
            menu.add_reference(reference, words)
        menu.reference_chosen.connect(self.open_reference)
        menu.show_over(self._views.view())

    # Peeking.

    def peek(self) -> None:
        """Show the card of the mention at the caret."""
        mention = self._window.body.mention_here()
        if mention is None or self._window.is_source_shown():
            self._session.announced.emit(tr("No reference is mentioned here"))
        else:
            self._show_card(mention)
            if self._card is not None:
                self._session.announced.emit(self._card.words())

    def _point_at(self, mention: Mention | None) -> None:
        self._pointed = mention
        if mention is None:
            self._resting.stop()
            self._hide_card()
        else:
            self._resting.start()

    def _peek_at_pointed(self) -> None:
        if self._pointed is not None and not self._window.is_source_shown():
            self._show_card(self._pointed)

    def _show_card(self, mention: Mention) -> None:
        from reader.desktop.panels.peek import PeekCard  # noqa: PLC0415 - when first asked for

        body = self._window.body
        view = body.focusProxy()
        if self._card is None and isinstance(view, QAbstractScrollArea):
            self._card = PeekCard(body, view)
        if self._card is None:
            return
        self._card.set_theme(self._window.theme)
        self._card.show_card(self._card_of(mention), body.mention_rect(mention))

    def _card_of(self, mention: Mention) -> Card:
        """What is known of what a mention names."""
        from reader.desktop.panels.peek import Card  # noqa: PLC0415 - when first asked for

        reach, cable = self._session.reach, self._session.cable
        target = reach.target_of(mention)
        items = [
            each
            for each in (cable.header.references if cable else ())
            if (each.target == target if target else each.label == mention.label)
        ]
        title = target or (items[0].text if items else mention.text)
        if mention.label:
            title = f"{mention.label}  {title}"
        details = [tr(KIND_WORDS[items[0].kind])] if items and not target else []
        found = reach.of(target)
        if found is not None and found.glimpse.sent:
            details.append(found.glimpse.sent)
        if target:
            details.append(way_words(found, is_looking=reach.is_looking()))
        glimpse = found.glimpse if found is not None else Glimpse()
        return Card(title, "\n".join(details), glimpse.subject, glimpse.summary)

    def _hide_card(self) -> None:
        if self._card is not None:
            self._card.hide()
