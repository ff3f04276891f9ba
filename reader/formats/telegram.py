"""A raw telegram, whole or a fragment: the text of the file is the telegram (TELEGRAM.md 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.model import Source, Telegram

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.cable.model import Markup
    from reader.formats.decoding import Decoded


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The one telegram of a text file, with what to read where it is damaged."""
    text, encoding, repairs, is_ordinary = decoded
    source = Source(path=path, encoding=encoding, sha256=sha256, repairs=repairs)
    if is_ordinary:
        yield Telegram(text=text, source=source)
        return
    from dataclasses import replace  # noqa: PLC0415

    from reader.formats.mending import mend  # noqa: PLC0415 - few files are damaged

    markup, mended = mend(text)
    source = replace(source, repairs=(*repairs, *mended))
    yield Telegram(text=text, source=source, markup=markup)


def in_order(markup: Iterable[Markup]) -> tuple[Markup, ...]:
    """Markup in the order of the text; of two that overlap, the one that begins first."""
    ordered: list[Markup] = []
    end = 0
    for each in sorted(markup, key=_place):
        if each.start >= end:
            ordered.append(each)
            end = each.end
    return tuple(ordered)


def _place(markup: Markup) -> tuple[int, int]:
    return markup.start, -markup.end
