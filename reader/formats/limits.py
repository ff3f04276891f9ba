"""How much a file may hold: each limit with the sentence that names it, and a way out."""

from __future__ import annotations

from typing import Final

FILE_BYTES: Final = 64 * 1024 * 1024
"""Bytes of a file, or characters of a text that was pasted, that are read at once."""
FILE_SENTENCE: Final = "{name} is larger than 64 MB, too large for a cable."
FILE_WAY_OUT: Final = "Cut out the part that holds the cable and save it as a file of its own."

MARKDOWN_CHARACTERS: Final = 1_000_000
"""Characters of a text that is read as Markdown; a longer one is read as a raw telegram."""
MARKDOWN_SENTENCE: Final = "longer than 1 MB: links and escapes were not taken for Markdown"
MARKDOWN_WAY_OUT: Final = "save each cable as a file of its own"

MARKDOWN_NESTING: Final = 20
"""Blocks and marks inside each other, for markdown-it-py."""

REPAIRS: Final = 100_000
"""Repairs of one kind; a text that would need more is no damaged telegram."""
REPAIRS_SENTENCE: Final = "more than 100,000 {noun}s left as they are"
REPAIRS_WAY_OUT: Final = "save the text again from the program that made it"

SNIFFED_BYTES: Final = 64 * 1024
"""Bytes from the start of a file by which its format is told (TELEGRAM.md 1.0)."""
