"""Looking for a regular expression in a process of its own, which can be ended at any moment.

Python's `re` cannot be interrupted, and some patterns take longer than the age of the world:
`(a+)+$`. So the window starts this file with its own Python, gives it pattern and texts, and takes
what comes back. The process ends itself when its time is over, whatever became of the window.
Nothing here knows of Qt, or of the rest of the program: Python starts it without any package.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import re
import sys
from array import array
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ASKED: Final = "--search-pattern"
"""The one word by which a frozen program is asked to be this process."""

TIME: Final = 2.0
"""Seconds that a search may take."""
MEMORY: Final = 1 << 30
"""Bytes that a search may take, where the system can be told so."""
MOST_HITS: Final = 1_000_000
"""A search that has found as many ends there."""

FOUND: Final = b"h"
UNREADABLE: Final = b"e"
"""How an answer begins: numbers follow, three a hit, or the words of what is wrong, as JSON."""


def request(pattern: str, texts: Iterable[str], *, match_case: bool) -> bytes:
    """What the process is given on its standard input."""
    return json.dumps([pattern, match_case, list(texts)]).encode("ascii")


def answer(asked: bytes) -> bytes:
    """Every hit that is not empty, as item, start and end; or why there can be none."""
    pattern, match_case, texts = json.loads(asked)
    try:
        wanted = re.compile(pattern, re.MULTILINE | (0 if match_case else re.IGNORECASE))
    except re.error as error:
        words = [error.msg, 0 if error.pos is None else error.pos + 1]
        return UNREADABLE + json.dumps(words).encode("ascii")
    except (RecursionError, OverflowError):
        return UNREADABLE + json.dumps(["it is nested too deeply", 0]).encode("ascii")
    numbers = array("Q")
    for item, text in enumerate(texts):
        for match in islice(wanted.finditer(text), MOST_HITS):
            start, end = match.span()
            if end > start:
                numbers.extend((item, start, end))
        if len(numbers) >= 3 * MOST_HITS:
            break
    return FOUND + numbers[: 3 * MOST_HITS].tobytes()


def main(seconds: float = TIME) -> int:
    """Answer what standard input asks, within the time and the memory that there are."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - pathlib takes as long as all the rest
        # It is told by a thread that asks nothing of Python, so even `re` at work is ended.
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        _limit_memory()
        # By their numbers, since a program without a console has no sys.stdin.
        with open(0, "rb", closefd=False) as given, open(1, "wb", closefd=False) as taken:
            asked = given.read()
            with contextlib.suppress(MemoryError, BrokenPipeError):
                taken.write(answer(asked))
        faulthandler.cancel_dump_traceback_later()
    return 0


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main())
