"""Which pictures are taken: every panel and every difficult cable in each theme and each size.

A panel is pictured in all four themes at 1366 by 768, in a small and a large window, and in a small
window with letters of twice the size: `source-dark`, `source-small`, `source-large`,
`source-font-200`. A difficult cable has another size in each theme, and the small window with large
letters. States that a panel is seldom in, and the files of every format, have one picture each.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.screenshots import lists, marks, reading
from tests.screenshots.cables import CABLES
from tests.screenshots.taking import LARGE, MIDDLE, SAMPLE, SMALL, USUAL, Picture
from tests.screenshots.waiting import ran

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.desktop.app import Desktop

FOLDER: Final = Path(__file__).resolve().parents[2]
SEED: Final = FOLDER / ".." / "shared" / "seed" / "09MOSCOW501.md"
FORMAT_FILES: Final = tuple(
    path
    for path in sorted((FOLDER / "tests" / "formats" / "data").glob("*/normal.*"))
    if not path.name.endswith(".expected.json")
)
THEMES: Final = ("light", "sepia", "dark", "contrast")
SIZES: Final = (MIDDLE, SMALL, USUAL, LARGE)


class Panel(NamedTuple):
    """A part of the window as it is pictured: what is open, and what was done to see it."""

    name: str
    do: Callable[[Desktop], None]
    file: Path | None = SAMPLE


PANELS: Final = (
    Panel("reading", marks.mark),
    Panel("header-raw", reading.raw),
    Panel("explained", reading.explained),
    Panel("source", reading.source),
    Panel("beside", reading.beside),
    Panel("find-list", reading.hits_listed),
    Panel("palette", ran("palette.open")),
    Panel("settings-type", ran("type.choose")),
    Panel("settings-keys", ran("keys.change")),
    Panel("keys", reading.keys),
    Panel("help", ran("help.show")),
    Panel("empty", reading.recent, None),
    Panel("error", reading.error),
    Panel("highlights", marks.highlights),
    Panel("notebook", marks.notebook),
    Panel("note", marks.note),
    Panel("export", marks.export),
    Panel("cite", reading.cite),
    Panel("save", reading.save_as),
    Panel("list", lists.list_filtered, None),
    Panel("anatomy", reading.anatomy),
    Panel("hidden", reading.hidden),
    Panel("about", ran("cable.about")),
    Panel("peek", reading.peeked),
    Panel("glossary", ran("glossary.show"), FORMAT_FILES[0]),
    Panel("compare", reading.compared),
)

STATES: Final = (
    Picture("settings-appearance", do=ran("settings.show")),
    Picture("full-screen", do=ran("window.full_screen")),
    Picture("error-empty", file=None, do=reading.error),
    Picture("plain-text", file=None, do=reading.no_cable),
    Picture("addressees", do=reading.drawers),
    Picture("info-200-open", size=SMALL, file=None, do=reading.all_addressees),
    Picture("info-200-open-dark", "dark", MIDDLE, None, do=reading.all_addressees),
    Picture("long-subject-folded", size=MIDDLE, file=None, do=reading.folded),
    Picture("dimmed", "contrast", SMALL, do=reading.dimmed),
    Picture("find-everywhere", "dark", SMALL, do=reading.hits_everywhere),
    Picture("find-pattern", "dark", SMALL, do=reading.wrong_pattern),
    Picture("compare-one", size=SMALL, do=reading.compared_in_one),
    Picture("compare-same", "dark", SMALL, do=reading.compared_same),
    Picture("doubtful", "dark", do=marks.doubtful),
    Picture("deleted", "dark", do=marks.undo_banner),
    Picture("form", do=marks.form),
    Picture("note-read", do=marks.note_read),
    Picture("notebook-empty", "sepia", file=None, do=marks.notebook),
    Picture("notebook-many", size=LARGE, do=marks.notebook_of_many),
    Picture("list-many", file=None, do=lists.list_many),
    Picture("list-growing", file=None, do=lists.list_growing),
    Picture("list-stopped", "dark", SMALL, file=None, do=lists.list_stopped),
    Picture("list-no-match", file=None, do=lists.list_without_match),
    Picture("list-empty-folder", "dark", file=None, do=lists.list_empty_folder),
    Picture("program", "sepia", do=ran("program.about")),
)

README: Final = (
    Picture("reading-light", do=marks.mark, is_for_readme=True),
    Picture("reading-dark", "dark", do=marks.mark, is_for_readme=True),
)

SEEDS: Final = (Panel("seed", marks.mark, SEED), Panel("seed-source", reading.source, SEED))


def in_themes_and_sizes(panel: Panel) -> Iterator[Picture]:
    """The pictures of a panel."""
    name, do, file = panel
    known = {each.name for each in README}
    for theme in THEMES:
        if f"{name}-{theme}" not in known:
            yield Picture(f"{name}-{theme}", theme, MIDDLE, file, do=do)
    yield Picture(f"{name}-small", size=SMALL, file=file, do=do)
    yield Picture(f"{name}-large", size=LARGE, file=file, do=do)
    yield Picture(f"{name}-font-200", size=SMALL, file=file, font_size=2.0, do=do)


def of_difficult_cables() -> Iterator[Picture]:
    """Long subjects, none cited, 200 addressees, tables, redactions, names from right to left."""
    for name in CABLES:
        do = reading.strained(name)
        for theme, size in zip(THEMES, SIZES, strict=True):
            yield Picture(f"{name}-{theme}", theme, size, None, do=do)
        yield Picture(f"{name}-font-200", size=SMALL, file=None, font_size=2.0, do=do)


PICTURES: Final = (
    *README,
    *(picture for panel in PANELS for picture in in_themes_and_sizes(panel)),
    *of_difficult_cables(),
    *STATES,
    *(
        Picture(f"format-{path.parent.name}", file=path, do=lists.first_cable)
        for path in FORMAT_FILES
    ),
    *(
        picture
        for panel in (SEEDS if SEED.is_file() else ())
        for picture in in_themes_and_sizes(panel)
    ),
)
