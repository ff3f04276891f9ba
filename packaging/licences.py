"""Writes the licences of what is bundled: `python packaging/licences.py FILE`.

Runs in the environment that the frozen program is made of. The texts come from the packages there;
those of Qt, which its package does not have, and the list itself lie in `resources/licences`.
"""

from __future__ import annotations

import csv
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[1]
LICENCES: Final = ROOT / "resources" / "licences"
RULE: Final = "=" * 78


def texts_of(name: str) -> Iterator[str]:
    """The texts of licences that an installed package has, in order."""
    try:
        files = distribution(name).files or ()
    except PackageNotFoundError:
        return
    for file in sorted(files, key=str):
        path = Path(str(file.locate()))
        if "dist-info" in str(file) and path.name.upper().startswith(("LICEN", "COPYING")):
            yield path.read_text(encoding="utf-8", errors="replace")


def all_licences() -> str:
    """Ours, the list, and every text."""
    parts = [
        "Cable Reader", (ROOT / "LICENSE").read_text(encoding="utf-8"),
        "Works of others that come with it",
    ]  # fmt: skip
    with (LICENCES / "bundled.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    parts.append("\n".join(f"{row['name']}: {row['licence']} ({row['what']})" for row in rows))
    for row in rows:
        texts = list(texts_of(row["name"]))
        if row["name"] == "Python":
            texts = [path.read_text(encoding="utf-8") for path in python_licence()]
        for text in texts:
            parts += [row["name"], text]
    for path in sorted(LICENCES.glob("*.txt")):
        parts += [path.stem, path.read_text(encoding="utf-8")]
    return "".join(f"{RULE}\n{part.strip()}\n" for part in parts)


def python_licence() -> list[Path]:
    """The licence of the Python that runs this, where its makers left it."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix)
    places = (base / "lib" / version / "LICENSE.txt", base / "LICENSE.txt")
    return [path for path in places if path.is_file()][:1]


def main(words: list[str]) -> int:
    """Write them."""
    Path(words[0]).write_text(all_licences(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
