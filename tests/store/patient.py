"""Stores that wait for each other for as long as a busy machine may need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store import database, locks
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable


def be_patient(set_to: Callable[[object, str, object], None] = setattr) -> None:
    """Have this process wait for what others write, where the program would tell the reader."""
    limit = round(PATIENCE * 1000)
    rest = [each for each in database.PRAGMAS if not each.startswith("busy_timeout")]
    set_to(database, "PATIENCE", limit)
    set_to(database, "PRAGMAS", (f"busy_timeout = {limit}", *rest))
    set_to(locks, "PATIENCE", limit)
