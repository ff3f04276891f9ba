"""The paragraphs of a cable by their portion markings, and which of them a filter leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.cable.model import Cable


class Portion(NamedTuple):
    """The paragraphs that have one marking."""

    marking: str
    """As printed, without brackets; empty for paragraphs that have none."""
    paragraphs: int
    """How many there are."""

    def words(self) -> str:
        """(S/NF), or that there is no marking."""
        return f"({self.marking})" if self.marking else tr("without a marking")


def portions_of(cable: Cable) -> tuple[Portion, ...]:
    """The markings of a cable in the order of the text, and how many paragraphs have each."""
    counts: dict[str, int] = {}
    for paragraph in cable.paragraphs:
        marking = paragraph.marking or ""
        counts[marking] = counts.get(marking, 0) + 1
    return tuple(Portion(marking, count) for marking, count in counts.items())


def left_out(cable: Cable, markings: Collection[str]) -> tuple[int, ...]:
    """The ordinals of the paragraphs that have one of the markings."""
    return tuple(
        paragraph.ordinal for paragraph in cable.paragraphs if (paragraph.marking or "") in markings
    )


def filter_words(cable: Cable, markings: Collection[str], *, is_hidden: bool) -> str:
    """What a filter does: 3 of 12 paragraphs hidden: (S), (C)."""
    chosen = [portion for portion in portions_of(cable) if portion.marking in markings]
    count = sum(portion.paragraphs for portion in chosen)
    if not count:
        return tr("Every paragraph is shown")
    whole = len(cable.paragraphs)
    names = ", ".join(portion.words() for portion in chosen)
    if is_hidden:
        return tr_count(
            "{count} of {whole} paragraphs hidden: {names}",
            "{count} of {whole} paragraphs hidden: {names}",
            count,
            whole=whole,
            names=names,
        )
    return tr_count(
        "{count} of {whole} paragraphs dimmed: {names}",
        "{count} of {whole} paragraphs dimmed: {names}",
        count,
        whole=whole,
        names=names,
    )


def stub_words(cable: Cable, ordinal: int) -> str:
    """What stands in place of a hidden paragraph."""
    marking = cable.paragraphs[ordinal].marking
    return tr("Hidden: ({marking})", marking=marking) if marking else tr("Hidden: no marking")
