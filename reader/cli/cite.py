"""`cite`: a citation in one of nine styles, or an entry for a reference manager."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cli.options import Command, Option
from reader.cli.output import print_error, print_ours, print_text
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from reader.cable.model import Cable
    from reader.cli.options import Given

USUAL: Final = "chicago-notes"


def cite(given: Given) -> int:
    """Print the citation of a cable, or of one of its paragraphs."""
    from reader.cable.citation import exports, styles  # noqa: PLC0415
    from reader.cli.cables import find_cable  # noqa: PLC0415

    if given.has("--list"):
        return _print_styles()
    if not given.operands:
        raise UsageError(
            "`cite` needs to be told which cable to cite.", hint="Or use `cite --list`."
        )
    style = given.value("--style", USUAL)
    if style not in styles.styles() and style not in exports.EXPORTS:
        raise UsageError(
            f"There is no citation style {style!r}.", hint="`cite --list` tells which there are."
        )
    if given.has("--form") and style in exports.EXPORTS:
        raise UsageError(f"{style} has no forms.", hint="Leave out --form.")
    [named] = given.operands
    try:
        cable = find_cable(named)
        place = _ordinal(cable, given.value("--paragraph")) if given.has("--paragraph") else None
    except ReaderError as error:
        if isinstance(error, UsageError):
            raise
        print_error(error, path=named)
        return 1
    if style in exports.EXPORTS:
        print_text(exports.export_citation(cable, style, first=place).replace("\r\n", "\n"))
    else:
        form = given.value("--form")
        print_text(f"{styles.cite(cable, style, form, first=place).plain}\n")
    return 0


def _ordinal(cable: Cable, word: str) -> int:
    """The first paragraph that prints a number; raises ReaderError where none does."""
    if not (word.isascii() and word.isdigit() and len(word) < 10):
        raise UsageError("--paragraph needs the number of a paragraph, as in 9.")
    for paragraph in cable.paragraphs:
        if paragraph.number == int(word):
            return paragraph.ordinal
    printed = [str(each.number) for each in cable.paragraphs if each.number is not None]
    raise ReaderError(
        f"The cable has no paragraph with the number {int(word)}.",
        hint=f"It has {printed[0]} to {printed[-1]}." if printed else "Its paragraphs have none.",
    )


def _print_styles() -> int:
    from reader.cable.citation import exports, styles  # noqa: PLC0415

    rows = [(style.name, f"{style.title}: {', '.join(style.forms)}")
            for style in styles.styles().values()]  # fmt: skip
    rows += [(name, title) for name, (title, _) in exports.EXPORTS.items()]
    width = max(len(name) for name, _ in rows) + 2
    print_ours("".join(f"{name:<{width}}{title}\n" for name, title in rows))
    return 0


CITE: Final = Command(
    "cite",
    "ID|FILE",
    "Print a citation of a cable, in one of nine styles or for a reference manager.",
    (
        Option("--style", f"the style, {USUAL} where nothing is said", value="NAME"),
        Option("--form", "which of the style's forms, its first where nothing is said", "NAME"),
        Option("--paragraph", "the printed number of the paragraph that is cited", value="N"),
        Option("--list", "print the names of all styles and formats"),
    ),
    cite,
    most=1,
)
