"""How the time that work takes grows with its size: linear, or worse. No figure is held to."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

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


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of some work, without that of looking for garbage in all that tests made."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        if was_enabled:
            gc.enable()
