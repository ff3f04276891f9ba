"""Patterns as an earlier run of the program compiled them.

Python compiles each pattern anew in every run, and those that one cable needs take a tenth of the
time until it can be read. What the engine gets in the end is a list of numbers: it is kept in a
file, as Python keeps the bytecode of modules, and good for the same Python alone. Whatever cannot
be kept, or does not fit, is compiled as if there were no file.
"""

from __future__ import annotations

import marshal
import re
import sys
from typing import TYPE_CHECKING, Any, AnyStr, Final, cast

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME: Final = "patterns"
MOST: Final = 2_000
"""Patterns in a file; beyond, those of former versions of the program go."""
LARGEST: Final = 8_000_000
"""Bytes of a file that is looked at."""

Key = tuple[str | bytes, int]
"""The text of a pattern, and its flags."""

_kept: dict[Key, tuple[Any, ...]] = {}
_used: set[Key] = set()
_is_new = False


def compiled(text: AnyStr, flags: int) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, from what is kept where the pattern is there."""
    global _is_new  # noqa: PLW0603
    key = (text, int(flags))
    _used.add(key)
    kept = _kept.get(key)
    if kept is not None:
        try:
            # The engine looks through the numbers before it takes them.
            from _sre import compile as engine  # type: ignore[import-not-found]  # noqa: PLC0415

            return cast("re.Pattern[AnyStr]", engine(text, *kept))
        except (ImportError, TypeError, ValueError, RuntimeError, OverflowError):
            del _kept[key]
    _is_new = True
    return re.compile(text, flags)


def read_compiled(folder: Path) -> None:
    """Take what an earlier run has kept in a folder of the user's own, where it fits."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            mark, kept = marshal.loads(file.read(LARGEST))  # noqa: S302 - as Python's bytecode
        if mark == _mark():
            _kept.update(kept)
    except (OSError, EOFError, TypeError, ValueError):
        return


def keep_compiled(folder: Path) -> None:
    """Keep what this run has compiled for the next; nothing where all of it is kept already.

    Raises OSError or StoreError when the file cannot be written.
    """
    from reader.paths import write_private  # noqa: PLC0415

    if not _is_new:
        return
    keys = _used if len(_kept) + len(_used) > MOST else _used | set(_kept)
    try:
        entries: dict[Any, Any] = {key: _kept.get(key) or _compile(*key) for key in keys}
    except (ImportError, AttributeError, TypeError):
        # Another Python, whose compiler is built in another way.
        return
    folder.mkdir(parents=True, exist_ok=True)
    write_private(folder / FILE_NAME, marshal.dumps((_mark(), entries)))


def _mark() -> tuple[Any, ...]:
    """What must be the same for compiled patterns to fit."""
    import _sre  # noqa: PLC0415

    return (_sre.MAGIC, _sre.CODESIZE, sys.byteorder, sys.version)


def _compile(text: str | bytes, flags: int) -> tuple[Any, ...]:
    """What the engine is given for a pattern: flags, code, and its groups by number and name."""
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415

    pattern = re.compile(text, flags)
    # The compiler gives some numbers names.
    code = [int(number) for number in _compiler._code(_parser.parse(text, flags), flags)]  # noqa: SLF001
    names: list[str | None] = [None] * (pattern.groups + 1)
    for name, number in pattern.groupindex.items():
        names[number] = name
    return int(pattern.flags), code, pattern.groups, dict(pattern.groupindex), tuple(names)
