"""What a desktop is told of the program, as the texts of freedesktop.org, made from FORMATS.

The program is the usual one for its own type of file alone. For text, pages, tables and the like it
is only offered ("open with"): those types are made special cases of a type that no file ever has,
and the program opens that one. A desktop asks for the programs of such a general type last, so that
whatever opened text before opens it still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from reader.formats.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.formats.file_type import FileType, Magic

NAME: Final = "cable-reader"
TITLE: Final = "Cable Reader"
SCHEME: Final = "cable"

DESKTOP_ENTRY: Final = f"{NAME}.desktop"
LINK_ENTRY: Final = f"{NAME}-link.desktop"
MIME_PACKAGE: Final = f"{NAME}.xml"

TEXT: Final = "text/plain"
# Types that the shared MIME database has as special cases of text: what is offered for text is
# offered for them, and for every text/* there is.
KINDS_OF_TEXT: Final = frozenset({
    "application/json", "application/sql", "application/xhtml+xml", "application/xml",
    "message/rfc822",
})  # fmt: skip

# Characters of a word of an Exec line that have to stand in quotes.
RESERVED: Final = frozenset(" \t\n\"'\\><~|&;$*?#()`")


def file_types() -> tuple[FileType, ...]:
    """The types that are the program's own."""
    return tuple(row.file_type for row in FORMATS if row.file_type is not None)


def carrier_type() -> str:
    """The general type of which all that may hold cables are special cases; no file has it."""
    return f"{file_types()[0].mime_type}-carrier"


def offered_types() -> tuple[str, ...]:
    """Every type of file that the program is offered for, in order."""
    return tuple(sorted({mime_type for row in FORMATS for mime_type in row.mime_types}))


def carried_types() -> tuple[str, ...]:
    """The types that are declared special cases of the carrier; the others are through text."""
    return tuple(
        mime_type
        for mime_type in offered_types()
        if mime_type == TEXT
        or (not mime_type.startswith("text/") and mime_type not in KINDS_OF_TEXT)
    )


def desktop_entry(command: Sequence[str] = (NAME,)) -> str:
    """The entry of the menu; `command` starts the program."""
    types = [*(each.mime_type for each in file_types()), carrier_type()]
    words = exec_words(command)
    return f"""\
[Desktop Entry]
Version=1.4
Type=Application
Name={TITLE}
GenericName=Cable Viewer
Comment=Read US diplomatic cables, find your way in them and mark passages
Exec={words} %F
TryExec={string_value(command[0])}
Icon={NAME}
Terminal=false
StartupNotify=true
StartupWMClass={NAME}
Categories=Office;Viewer;Qt;
Keywords=cable;telegram;diplomacy;embassy;archive;
MimeType={"".join(f"{each};" for each in types)}
Actions=new-window;
X-SingleMainWindow=true

[Desktop Action new-window]
Name=Open a New Window
Exec={words} --new-window
"""


def link_entry(command: Sequence[str] = (NAME,)) -> str:
    """The hidden entry that opens links: files come as paths, links as they are."""
    return f"""\
[Desktop Entry]
Version=1.4
Type=Application
Name={TITLE}
Comment=Go to a cable by its id
Exec={exec_words(command)} %u
TryExec={string_value(command[0])}
Icon={NAME}
Terminal=false
NoDisplay=true
StartupNotify=true
StartupWMClass={NAME}
MimeType=x-scheme-handler/{SCHEME};
"""


def mime_package() -> str:
    """The types, their endings and their magic, for the shared MIME database."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">',
    ]
    for each in file_types():
        lines += _own_type(each)
    carrier = quoteattr(carrier_type())
    lines += [
        f"  <mime-type type={carrier}>",
        "    <comment>file that may hold cables</comment>",
        "  </mime-type>",
    ]
    for mime_type in carried_types():
        lines += [
            f"  <mime-type type={quoteattr(mime_type)}>",
            f"    <sub-class-of type={carrier}/>",
            "  </mime-type>",
        ]
    return "\n".join([*lines, "</mime-info>", ""])


def _own_type(file_type: FileType) -> Iterator[str]:
    yield f"  <mime-type type={quoteattr(file_type.mime_type)}>"
    yield f"    <comment>{escape(file_type.title)}</comment>"
    yield f"    <sub-class-of type={quoteattr(file_type.parent)}/>"
    yield f"    <icon name={quoteattr(icon_of(file_type))}/>"
    yield '    <generic-icon name="text-x-generic"/>'
    for ending in file_type.endings:
        yield f"    <glob pattern={quoteattr(f'*{ending}')}/>"
    yield f'    <magic priority="{file_type.priority}">'
    for magic in file_type.magic:
        yield from _match(magic, magic.words, 6)
    yield "    </magic>"
    yield "  </mime-type>"


def _match(magic: Magic, words: Sequence[str], indent: int) -> Iterator[str]:
    """The matches of the first word, and within each those of the others."""
    first, *others = words
    places = [(f"0:{magic.within}", first)]
    if first.startswith("\n"):
        # The beginning of a line is also that of the file.
        places.append(("0", first[1:]))
    for place, value in places:
        match = f'<match type="string" offset="{place}" value={_magic_value(value)}'
        if others:
            yield f"{' ' * indent}{match}>"
            yield from _match(magic, others, indent + 2)
            yield f"{' ' * indent}</match>"
        else:
            yield f"{' ' * indent}{match}/>"


def _magic_value(words: str) -> str:
    return quoteattr(words.replace("\\", "\\\\").replace("\n", "\\n"))


def icon_of(file_type: FileType) -> str:
    """The name of the icon of a type."""
    return file_type.mime_type.replace("/", "-")


def exec_words(command: Sequence[str]) -> str:
    """A command as it stands in an Exec line: quoted where it has to be, `%` doubled."""
    return string_value(" ".join(_exec_word(word) for word in command))


def _exec_word(word: str) -> str:
    word = word.replace("%", "%%")
    if not RESERVED & set(word):
        return word
    for sign in '\\"`$':
        word = word.replace(sign, f"\\{sign}")
    return f'"{word}"'


def string_value(text: str) -> str:
    """A text as the value of a key."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
