"""A raw telegram, whole or a fragment: the text of the file is the telegram (TELEGRAM.md 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.model import Envelope, Source, Telegram
from reader.formats.decoding import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Markup
    from reader.formats.decoding import Decoded

NO_CLAIMS: Final = Envelope()


# DE RUEHNY #9004/02 0610436; more than one, and the text may hold more than one telegram
STATION_LINE: Final = "\nDE R"


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The telegram of a text file, with what to read where it is damaged; rarely several."""
    text, encoding, repairs, is_plain = decoded
    source = Source(path=path, encoding=encoding, sha256=sha256, repairs=repairs)
    if text.count(STATION_LINE) > 1:
        yield from _read_several(text, source)
    else:
        yield Telegram(text=text, source=source) if is_plain else _mended(text, source)


def _read_several(text: str, source: Source) -> Iterator[Telegram]:
    """The telegrams that a text holds one after the other, or the sections of one."""
    from reader.formats.sections import split_telegrams  # noqa: PLC0415

    for index, (start, end) in enumerate(split_telegrams(text)):
        yield carried(text[start:end], source._replace(index=index))


def carried(
    text: str, source: Source, envelope: Envelope = NO_CLAIMS, markup: tuple[Markup, ...] = ()
) -> Telegram:
    """The telegram that a carrier held, with what to read where its text is damaged.

    `text` is what the carrier shows of the telegram, its lines ending in LF; `markup` what it put
    into that; `envelope` what it claims beside it.
    """
    if is_ordinary(text.encode("utf-8", errors="surrogatepass")):
        return Telegram(text=text, source=source, envelope=envelope, markup=markup)
    return _mended(text, source, envelope, markup)


def _mended(
    text: str, source: Source, envelope: Envelope = NO_CLAIMS, markup: tuple[Markup, ...] = ()
) -> Telegram:
    # Few files are damaged.
    from reader.formats.mending import mend  # noqa: PLC0415
    from reader.formats.overlaps import in_order  # noqa: PLC0415

    mended, repairs = mend(text)
    return Telegram(
        text=text,
        source=source._replace(repairs=(*source.repairs, *repairs)),
        envelope=envelope,
        markup=in_order([*markup, *mended]) if markup else mended,
    )
