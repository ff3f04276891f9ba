"""The help pages that ship with the program: their order, their titles, and what is in them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reader.resources import resource_path

NAMES: Final = (
    "cable",
    "header",
    "window",
    "references",
    "finding",
    "marks",
    "citing",
    "formats",
    "keys",
    "privacy",
    "troubleshooting",
)
"""The pages in the order of the contents; `formats` and `keys` are rendered from their tables."""

# [The header](header.md): pages lead to pages, and nowhere else.
LINK: Final = re.compile(r"\]\((?P<target>[^()\s]{1,60})\)")


class HelpPage(NamedTuple):
    """A help page."""

    name: str
    title: str
    text: str
    """Markdown, its first line the title."""

    def has(self, words: list[str]) -> bool:
        """Whether all of some words in small letters stand on the page."""
        text = self.text.lower()
        return all(word in text for word in words)

    def links(self) -> tuple[str, ...]:
        """Where its links lead, in order."""
        return tuple(match["target"] for match in LINK.finditer(self.text))


def help_pages() -> tuple[HelpPage, ...]:
    """Every help page; raises OSError where the program was installed without them."""
    return tuple(map(_read, NAMES))


def _read(name: str) -> HelpPage:
    text = resource_path("help", f"{name}.md").read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ")
    return HelpPage(name, title, text)
