"""The files that ship with the program, in a checkout, a wheel and a frozen program alike."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Path of a shipped file: `resource_path("samples", "example.cable.txt")`.

    In a checkout `resources/` lies beside `reader/`; a wheel puts it inside the package as
    `reader/resources_data`; a frozen program unpacks it beside the executable.
    """
    return _root().joinpath(*parts)


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).parent
    installed = package / "resources_data"
    return installed if installed.is_dir() else package.parent / "resources"
