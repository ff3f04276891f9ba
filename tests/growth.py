"""How the time that work takes grows with its size: linear, or worse. No figure is held to."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FACTOR: Final = 8
"""How much larger the second size is; quadratic work takes 64 times as long."""
ALLOWED: Final = 3 * FACTOR
NOISE: Final = 0.02
"""Seconds; less than that says nothing."""


def is_linear(prepare: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Whether the work that `prepare` makes for a size takes eight times as long for eight sizes.

    `prepare` itself is not measured.
    """
    small, large = size // FACTOR, size
    usual = max(min(_seconds(prepare(small)) for _ in range(3)), NOISE)
    return any(_seconds(prepare(large)) < ALLOWED * usual for _ in range(3))


@contextmanager
def garbage_left() -> Iterator[None]:
    """While something is measured, nobody looks for garbage in all that other tests have made."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _seconds(work: Callable[[], object]) -> float:
    with garbage_left():
        start = time.process_time()
        work()
        return time.process_time() - start
