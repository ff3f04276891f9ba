"""Text that is not ours, made safe to print: what does not print is written out."""

from __future__ import annotations

from typing import Final

# Blanks that str.isprintable does not count as such, and that do no harm.
BLANKS: Final = frozenset(
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
SHORT: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    r"""A name or a line, for a sentence or a terminal.

    Controls, bidi overrides and bytes that are no text are written out, a line end too: `\x1b`,
    `\u202e`, `\xff`, `\n`.
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign in BLANKS else _written_out(sign) for sign in text
    )


def visible_lines(text: str) -> str:
    """A text of many lines for a terminal: as `visible`, with line ends and tabs kept."""
    return "\n".join(
        line if line.isprintable() else "\t".join(visible(part) for part in line.split("\t"))
        for line in text.split("\n")
    )


def _written_out(sign: str) -> str:
    code = ord(sign)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"  # a byte of a name that is not UTF-8 (os.fsdecode)
    if code < 0x100:
        return SHORT.get(sign) or f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
