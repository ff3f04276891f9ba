"""Writes the files that are rendered from the tables: `python packaging/render.py [--check]`."""

from __future__ import annotations

import sys
from pathlib import Path

from rendering import texts

PACKAGING = Path(__file__).resolve().parent


def stale() -> list[str]:
    """The files that are not as they would be rendered now."""
    return [
        name
        for name, text in texts().items()
        if not (PACKAGING / name).is_file() or (PACKAGING / name).read_bytes() != text.encode()
    ]


def main(words: list[str]) -> int:
    """Render what is stale, or with --check only name it."""
    names = stale()
    for name in names:
        print(f"packaging/{name} is stale" if "--check" in words else f"packaging/{name}")
        if "--check" not in words:
            path = PACKAGING / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(texts()[name].encode())
    return 1 if names and "--check" in words else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
