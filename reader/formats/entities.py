"""Entities of HTML: known ones become their signs, all others stay as they are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from reader.cable.patterns import pattern

if TYPE_CHECKING:
    import re

# &amp; &#xB6; &#182;, always with its semicolon: without one it may be a writer's own: &D, &quoted8
ENTITY: Final = pattern(
    r"&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31})|#(?P<number>[0-9]{1,7})|#[xX](?P<hex>[0-9A-Fa-f]{1,6}));"
)


def decode_entities(text: str) -> str:
    """Entities of HTML as their signs; one that is not known, or not ended, stays as it is."""
    return ENTITY.sub(_sign, text) if "&" in text else text


def _sign(match: re.Match[str]) -> str:
    if match["name"]:
        return _named_signs().get(f"{match['name']};", match.group())
    code = int(match["number"]) if match["number"] else int(match["hex"], 16)
    if 0x80 <= code < 0xA0:  # what Windows put there, as the web reads it
        return bytes([code]).decode("cp1252", errors="ignore") or match.group()
    if code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF:
        return chr(code)
    return match.group()


@cache
def _named_signs() -> dict[str, str]:
    from html.entities import html5  # noqa: PLC0415 - 2,231 names, for pages only

    return html5
