"""Bytes become text: which encoding it was, and what could not be decoded (TELEGRAM.md 1.0)."""

from __future__ import annotations

import codecs
from functools import cache
from typing import Final

from reader.records import Record
from reader.translation import tr_count

UTF_8: Final = "utf-8"
WINDOWS: Final = "windows-1252"

# The longer marks first: that of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

LOST: Final = "\N{REPLACEMENT CHARACTER}"

# Bytes that Windows-1252 leaves undefined; the web reads them as the controls of the same number.
UNDEFINED: Final = frozenset("\x81\x8d\x8f\x90\x9d")

# The first bytes, in UTF-8, of the signs of a telegram beyond ASCII: a pilcrow, a dash, a quote.
FIRST_BYTES: Final = b"\xc2\xe2"

# Bytes at the start of a file that are enough to see whether every other one is zero.
PATTERN_BYTES: Final = 4096


PILCROW: Final = "¶".encode()

# All bytes of a sound telegram but the two of a pilcrow.
ORDINARY: Final = bytes(range(32, 127)) + b"\t\n\r"


class Decoded(Record):
    """The text of a file, its lines ending in LF, and how it was decoded."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()
    is_ordinary: bool = False
    """Whether nothing in it can need a repair."""


def decode(data: bytes) -> Decoded:
    """Decode by the byte order mark, as UTF-16 by its zero bytes, as UTF-8, else Windows-1252.

    Never raises: what cannot be decoded becomes U+FFFD.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    if b"\x00" in data[:PATTERN_BYTES]:
        encoding_by_zeros = _utf_16_by_zeros(data[:PATTERN_BYTES])
        if encoding_by_zeros:
            return _decode_as(data, encoding_by_zeros)
    try:
        return Decoded(end_lines(data.decode(UTF_8)), UTF_8, (), is_ordinary(data))
    except UnicodeDecodeError:
        return _decode_damaged(data)


def is_ordinary(data: bytes) -> bool:
    """Whether all is printable ASCII or a pilcrow in UTF-8: then nothing in it needs a repair."""
    others = data.translate(None, ORDINARY)
    return not others or not others.replace(PILCROW, b"")


def end_lines(text: str) -> str:
    """End every line in LF: CRLF, CR alone, and the CR CR LF of a file that was saved twice."""
    if "\r" not in text:
        return text
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


def _decode_as(data: bytes, encoding: str) -> Decoded:
    return Decoded(end_lines(data.decode(encoding, errors="replace")), encoding)


def _decode_damaged(data: bytes) -> Decoded:
    """Bytes that are not sound UTF-8: UTF-8 with a few spoilt ones, or Windows-1252.

    In UTF-8 that was cut or patched, most signs beyond ASCII still decode; Windows-1252 hardly
    ever has two such bytes in a row that fit together.
    """
    text = data.decode(UTF_8, errors="replace")
    lost = text.count(LOST)
    sound = sum(sign > "\x7f" for sign in text) - lost
    if sound > lost or _is_cut_at_the_end(data, sound):
        return Decoded(end_lines(text), UTF_8)
    text = codecs.charmap_decode(data, "strict", _windows_table())[0]
    undefined = sum(text.count(sign) for sign in UNDEFINED)
    return Decoded(end_lines(text), WINDOWS, _kept_as_controls(undefined) if undefined else ())


def _kept_as_controls(count: int) -> tuple[str]:
    """What is said of bytes that have no meaning."""
    return (
        tr_count(
            "{count} byte without a meaning in Windows-1252 kept as controls",
            "{count} bytes without a meaning in Windows-1252 kept as controls",
            count,
        ),
    )


def _is_cut_at_the_end(data: bytes, sound: int) -> bool:
    """Whether all is UTF-8 but for the last sign, of which a part is missing.

    Where it is the only sign beyond ASCII it may as well be the last letter of a Windows text:
    then only the first bytes of a pilcrow, a dash or a quotation mark count as cut.
    """
    try:
        data.decode(UTF_8)
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data"
        return cut and (sound > 0 or data[error.start] in FIRST_BYTES)
    return False


def _utf_16_by_zeros(head: bytes) -> str | None:
    """UTF-16 without a byte order mark: in English nearly every other byte is zero."""
    pairs = len(head) // 2
    if pairs == 0:
        return None
    even = head[0 : 2 * pairs : 2].count(0)
    odd = head[1 : 2 * pairs : 2].count(0)
    if odd > 0.6 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


@cache
def _windows_table() -> str:
    """Windows-1252 with all its 256 bytes."""
    return "".join(
        bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)
    )
