"""How long a test waits for what has to come."""

from typing import Final

PATIENCE: Final = 120.0
"""Seconds after which what was waited for is taken for broken, on the slowest of machines."""
