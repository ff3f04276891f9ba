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
REPAIRS_SENTENCE: Final = "more than 100,000 left as they are: {damage}"
REPAIRS_WAY_OUT: Final = "save the text again from the program that made it"

SNIFFED_BYTES: Final = 64 * 1024
"""Bytes from the start of a file by which its format is told (TELEGRAM.md 1.0)."""

RECORD_BYTES: Final = 64 * 1024 * 1024
"""Bytes of one cable in a file that holds many."""
RECORD_SENTENCE: Final = "The cable that begins {offset} bytes into this file is larger than 64 MB."
RECORD_WAY_OUT: Final = "The file may be damaged there. Look for a better copy of it."

PAGE_CHARACTERS: Final = 8_000_000
"""Characters of a web page whose layout is not known, which has to be read tag by tag."""
PAGE_SENTENCE: Final = "{name} is a web page larger than 8 MB, too large to be looked through."
PAGE_WAY_OUT: Final = "Copy the cable's text from the browser and paste it here."

JSON_SENTENCE: Final = "This file of data (JSON) is larger than 64 MB, and not one object a line."
JSON_WAY_OUT: Final = "Convert it to NDJSON, one object a line; such a file may have any size."

MAIL_DEPTH: Final = 10
"""Mails and parts of mails inside each other."""
MAIL_PARTS: Final = 1000
MAIL_HEADER_BYTES: Final = 256 * 1024
MAIL_SENTENCE: Final = "This mail has more than 1,000 parts, or more than 10 inside each other."
MAIL_WAY_OUT: Final = "Open it in a mail program, copy the cable's text and paste it here."

ARCHIVE_MEMBERS: Final = 500_000
ARCHIVE_MEMBER_BYTES: Final = 64 * 1024 * 1024
ARCHIVE_BYTES: Final = 20 * 1000**3
"""Bytes of all members together, unpacked."""
ARCHIVE_RATIO: Final = 200
"""Times larger than packed that a member may be; not asked of those below ARCHIVE_SMALL."""
ARCHIVE_SMALL: Final = 1024 * 1024
ARCHIVE_INDEX_BYTES: Final = 64 * 1024 * 1024
"""Bytes of the list of members at the end of a zip file."""
ARCHIVE_SENTENCES: Final = {
    "members": "This archive holds more than 500,000 members.",
    "member": "A member of this archive is larger than 64 MB when unpacked.",
    "bytes": "This archive holds more than 20 GB when unpacked.",
    "ratio": "A member of this archive unpacks to more than 200 times its size.",
    "index": "The list of members in this archive is larger than 64 MB.",
}
ARCHIVE_WAY_OUT: Final = "If you trust it, unpack it with another program and open what is inside."

TEI_DEPTH: Final = 200
"""Elements inside each other."""

PDF_PAGES: Final = 2000
PDF_CHARACTERS: Final = 8_000_000
PDF_SENTENCE: Final = "This PDF document has more than 2,000 pages or 8 MB of text."
PDF_WAY_OUT: Final = "Open it in a PDF viewer, copy the cable's text and paste it here."
