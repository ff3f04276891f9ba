"""The two views of what is open, the text set to be read and the text as received, at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.cable.model import Heading

if TYPE_CHECKING:
    from reader.cable.model import Cable
    from reader.desktop.panels.body import BodyPanel
    from reader.desktop.panels.source import SourcePanel
    from reader.desktop.session import Document, Session
    from reader.desktop.session.spot import Spot
    from reader.desktop.window.linking import Linking
    from reader.desktop.window.window import MainWindow


class Views(QObject):
    """Shows the same document in either view, and knows where the reader is in it."""

    source_shown = Signal(bool)
    """Whether the text as received is in front now."""
    source_filled = Signal()
    """The source panel shows another text now, without anything that is marked in it."""
    beside_shown = Signal(bool)
    """Whether both views are shown beside each other now."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._in_source: Document | None = None
        """What the source panel shows; it is filled when it is first looked at."""
        self._linking: Linking | None = None

    def view(self) -> BodyPanel | SourcePanel:
        """The view in front."""
        window = self._window
        return window.source if window.is_source_shown() else window.body

    @property
    def _cable(self) -> Cable | None:
        return self._session.cable

    # What is shown.

    def show_document(self, document: Document | None) -> None:
        """Show what is open from its beginning, in the view in front."""
        body = self._window.body
        if document is not None and document.cable is None:
            body.show_plain_text(document.text)
        else:
            body.show_cable(document.cable if document else None)
        if self._window.is_source_shown() or self._window.is_beside():
            self._fill_source()
        if self._window.is_beside() and self._linking is not None:
            self._linking.start()

    def show_beside(self, is_beside: bool) -> None:
        """Show both views beside each other, each at the place of the other; or one alone."""
        if is_beside == self._window.is_beside():
            return
        if self._linking is None:
            from reader.desktop.window.linking import Linking  # noqa: PLC0415 - few show both

            self._linking = Linking(self._session, self._window, self)
        if is_beside:
            self._fill_source()
        view = self.view()
        place, caret = view.reading_place(), view.caret()
        self._window.show_beside(is_beside=is_beside)
        self.beside_shown.emit(is_beside)
        if not is_beside:
            self._linking.stop()

        def settle() -> None:
            # What was in view may be no more, now that the view has another size.
            if view.caret() == caret:
                view.show_place(place)
            if self._linking is not None and self._window.is_beside():
                self._linking.start()

        QTimer.singleShot(0, self, settle)

    def _fill_source(self) -> None:
        document = self._session.document
        if document is self._in_source:
            return
        self._in_source = document
        source = self._window.source
        if document is not None and document.cable is None:
            source.show_plain_text(document.text)
        else:
            source.show_cable(document.cable if document else None)
        self.source_filled.emit()

    def has_filled_source(self) -> bool:
        """Whether the source panel shows what is open: it is filled when it is looked at."""
        document = self._session.document
        return document is not None and self._in_source is document

    def show_source(self, is_source: bool) -> None:
        """Show the text as received, or the text to be read, at the same place."""
        window, cable = self._window, self._cable
        if is_source == window.is_source_shown():
            return
        # The two are matched word by word, by rules that few sessions need.
        from reader.desktop.panels.page.places import (  # noqa: PLC0415
            paragraph_place,
            received_offset,
        )

        if is_source:
            place = window.body.place()
            self._fill_source()
            window.show_view(is_source=True)
            if cable is not None and place is not None:
                window.source.go_to(received_offset(cable, *place))
        else:
            offset = window.source.cursor_offset()
            window.show_view(is_source=False)
            if cable is not None:
                there = paragraph_place(cable, offset)
                if there is None:
                    window.body.to_start()
                else:
                    window.body.go_to(*there)
        self.source_shown.emit(is_source)

    # Where the reader is.

    def ordinal(self) -> int:
        """The ordinal of the paragraph that is being read, or 0 where there is none."""
        return max(self._session.ordinal, 0)

    def selected_ordinals(self) -> tuple[int, int]:
        """The first and the last paragraph that is selected from, or the one that is read."""
        cable = self._cable
        selection = self.view().selection()
        if cable is None or selection is None:
            return self.ordinal(), self.ordinal()
        if len(selection) == 4:
            return selection[0], selection[2]
        from reader.desktop.panels.page.places import ordinal_at  # noqa: PLC0415 - see above

        start, end = (ordinal_at(cable, offset) for offset in selection)
        return max(start, 0), max(end, 0)

    def follow_source(self, offset: int) -> None:
        """Note which paragraph the caret of the source is in."""
        cable = self._cable
        if cable is not None and self._window.is_source_shown() and cable.paragraphs:
            from reader.desktop.panels.page.places import ordinal_at  # noqa: PLC0415 - see above

            self._session.set_position(max(ordinal_at(cable, offset), 0))

    def spot(self) -> Spot | None:
        """Exactly where the reader is in the view in front; None while no text is shown."""
        if self._session.document is None:
            return None
        return self.view().spot()._replace(is_source=self._window.is_source_shown())

    def return_to(self, spot: Spot) -> None:
        """Be exactly where the reader was, in the view that was in front then."""
        self.show_source(spot.is_source)
        self.view().return_to(spot)

    # Going.

    def go_to(self, ordinal: int, offset: int = 0, length: int = 0) -> None:
        """Show a place in a paragraph in the view in front."""
        window, cable = self._window, self._cable
        if not window.is_source_shown():
            window.body.go_to(ordinal, offset, length)
        elif cable is not None and 0 <= ordinal < len(cable.paragraphs):
            from reader.desktop.panels.page.places import received_offset  # noqa: PLC0415

            start = received_offset(cable, ordinal, offset)
            end = received_offset(cable, ordinal, offset + length) if length else start
            window.source.go_to(start, max(end - start, 0))

    def go_to_received(self, offset: int, length: int = 0) -> None:
        """Show a place of the text as received, in the source view."""
        self.show_source(is_source=True)
        self._window.source.go_to(offset, length)

    def go_to_body(self, index: int) -> None:
        """Show the heading or paragraph with this index in the cable's body."""
        window, cable = self._window, self._cable
        if not window.is_source_shown():
            window.body.go_to_body(index)
        elif cable is not None:
            window.source.go_to(start_of(cable, index))

    def go_by_paragraph(self, by: int) -> None:
        """Go on by a paragraph, or back."""
        body = self._window.body
        if not self._window.is_source_shown():
            body.next_paragraph() if by > 0 else body.previous_paragraph()
            return
        self._go_along(by, headings=False)

    def go_by_heading(self, by: int) -> None:
        """Go on by a heading, or back."""
        body = self._window.body
        if not self._window.is_source_shown():
            body.next_heading() if by > 0 else body.previous_heading()
            return
        self._go_along(by, headings=True)

    def _go_along(self, by: int, *, headings: bool) -> None:
        cable, source = self._cable, self._window.source
        if cable is None:
            return
        here = source.cursor_offset()
        starts = [
            start_of(cable, index)
            for index, item in enumerate(cable.body)
            if isinstance(item, Heading) is headings
        ]
        ahead = [start for start in starts if (start > here if by > 0 else start < here)]
        if ahead:
            source.go_to(ahead[0] if by > 0 else ahead[-1])


def start_of(cable: Cable, index: int) -> int:
    """Where a heading or paragraph begins in the text as received."""
    item = cable.body[index]
    return item.spans[0].start if isinstance(item, Heading) else item.start
