"""What the tests of the window stand on."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application as the program makes it."""
    return ["cable-reader", "-style", "fusion"]
