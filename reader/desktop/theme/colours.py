"""What a theme is: the colours of the window by what they are for, and which stand on which.

A theme is a table of colours; Fusion and a QPalette do the rest, without a style sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.records import Record

if TYPE_CHECKING:
    from reader.cable.model import Classification

LINKED: Final = 0.5
"""How much of the colour of a selection the place of the view beside has."""
FAINT: Final = 0.14
STRONG: Final = 0.5
"""How much where a selection is so much brighter or darker than the page, and its text another."""


class Chip(Record):
    """The colours of a classification chip; its words are always shown, colour is never alone."""

    ground: str
    text: str
    edge: str


class Highlight(Record):
    """A colour to highlight with; its sign and its name stand for it where no colour is seen."""

    name: str
    """`yellow`, `green`, `blue` or `pink`."""
    ground: str
    """Beneath the words."""
    sign: str
    """A shape of its own, for lists and for the gutter."""
    edge: str
    """The line along the words, and the colour of the sign."""


class Theme(Record):
    """The colours of the window, each `#RRGGBB`."""

    name: str
    is_dark: bool
    has_edges: bool
    """Whether fields and buttons have a line around them in the colour of the words."""
    window: str
    """The ground of panels, bars and menus."""
    base: str
    """The ground of the page and of lists."""
    raised: str
    """The ground of buttons, tooltips and what stands above the rest."""
    text: str
    muted: str
    """Text of second rank: labels, counts, hints."""
    disabled: str
    """Words of what cannot be used now; they are still to be read."""
    accent: str
    """What is current or has the focus."""
    on_accent: str
    link: str
    rule: str
    """Hairlines between parts; no text has this colour."""
    edge: str
    """The line around fields, boxes and buttons."""
    selection: str
    selection_text: str
    hit: str
    """The ground of a search hit."""
    hit_text: str
    current_hit: str
    """The line around the hit that is looked at, and the places of hits along the scroll bar."""
    gutter: str
    """Paragraph numbers and portion markings, on `base`."""
    bookmark: str
    reading: str
    """The quiet band beside the paragraph that is being read; no text has this colour."""
    passage: str
    """The ground of a summary or a comment."""
    redaction: str
    """The bar over a redaction; the characters beneath have the same colour."""
    mark: str
    """Seams, and the marks in place of characters that are not obeyed."""
    notice: str
    notice_text: str
    error: str
    error_text: str
    chips: tuple[tuple[Classification, Chip], ...]
    bands: tuple[str, ...]
    """The bands beside the lines of a source: transport, addresses, classification, matter,
    headings, and what is no part of the message; names stand beside them."""
    unmarked: Chip
    """The chip of a cable whose classification is not known."""
    highlights: tuple[Highlight, ...]
    """Yellow, green, blue and pink."""

    def highlight(self, name: str) -> Highlight:
        """The highlight with a name; the first one for a name that is none of them."""
        return next((each for each in self.highlights if each.name == name), self.highlights[0])

    def chip(self, classification: Classification | None) -> Chip:
        """The chip colours of a classification."""
        for name, chip in self.chips:
            if name is classification:
                return chip
        return self.unmarked

    def pairs(self) -> tuple[tuple[str, str, str], ...]:
        """Each text colour on each ground where it may stand: (what, text, ground).

        All have a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
        """
        grounds = (self.window, self.base, self.raised)
        everywhere = (
            ("text", self.text),
            ("muted", self.muted),
            ("disabled", self.disabled),
            ("link", self.link),
            ("accent", self.accent),
            ("bookmark", self.bookmark),
        )
        # The words of a page keep their colours over a summary, a hit or a highlight.
        beneath = (
            ("a passage", self.passage),
            ("a hit", self.hit),
            ("the place beside", self.linked),
            *((f"{each.name} highlight", each.ground) for each in self.highlights),
        )
        words = (("text", self.text), ("link", self.link), ("mark", self.mark))
        return (
            *((what, text, ground) for what, text in everywhere for ground in grounds),
            *(
                (f"{what} over {name}", text, ground)
                for what, text in words
                for name, ground in beneath
            ),
            ("gutter", self.gutter, self.base),
            ("mark", self.mark, self.base),
            ("muted of a passage", self.muted, self.passage),
            ("on accent", self.on_accent, self.accent),
            ("selection", self.selection_text, self.selection),
            ("hit", self.hit_text, self.hit),
            ("redaction in a comparison", self.base, self.redaction),
            ("notice", self.notice_text, self.notice),
            ("error", self.error_text, self.error),
            ("unmarked chip", self.unmarked.text, self.unmarked.ground),
            *((f"{kind.value} chip", chip.text, chip.ground) for kind, chip in self.chips),
        )

    @property
    def linked(self) -> str:
        """The ground of the place where the reader is in the view beside: a quiet selection."""
        away = abs(_brightness(self.selection) - _brightness(self.base))
        return _mixed(self.base, self.selection, LINKED if away < STRONG else FAINT)

    def signs(self) -> tuple[tuple[str, str, str], ...]:
        """Each line or shape that tells something, on each ground beside it: (what, sign, ground).

        All have a contrast of at least 3 to 1 (WCAG 2.2, 1.4.11).
        """
        grounds = (self.window, self.base, self.raised, self.passage)
        return (
            *(("focus ring", self.accent, ground) for ground in grounds),
            *(("current hit", self.current_hit, ground) for ground in (self.base, self.hit)),
            *(("edge", self.edge, ground) for ground in (self.window, self.base, self.raised)),
            ("redaction", self.redaction, self.base),
            ("redaction over a passage", self.redaction, self.passage),
            ("bookmark", self.bookmark, self.base),
            *((f"{each.name} highlight", each.edge, self.base) for each in self.highlights),
            *((f"{each.name} highlight", each.edge, each.ground) for each in self.highlights),
        )


def _parts(colour: str) -> tuple[int, ...]:
    """Red, green and blue of `#RRGGBB`."""
    return tuple(bytes.fromhex(colour[1:]))


def _brightness(colour: str) -> float:
    """How bright a colour is, from 0 to 1 (ITU-R BT.601)."""
    red, green, blue = _parts(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def _mixed(first: str, second: str, share: float) -> str:
    """A colour between two others, as far from the first as the share says."""
    parts = zip(_parts(first), _parts(second), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02X}" for one, other in parts)
