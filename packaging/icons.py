"""Renders the icons from their drawings: `python packaging/icons.py [--check]`.

Small sizes come from drawings on a grid of 16 pixels, so that nothing blurs. Each picture carries
the SHA-256 of its drawing, by which a test tells whether it is stale.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[1]
ICONS: Final = ROOT / "resources" / "icons"
SMALL: Final = ROOT / "packaging" / "icons"
SOURCE_KEY: Final = "Source"

NAMES: Final = {"apps": "cable-reader", "mimetypes": "application-x-us-diplomatic-cable"}
GRID: Final = 16
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256)
LARGEST_OF_GRID: Final = 32
SIZES_OF_ICO: Final = (16, 24, 32, 48, 64, 256)
# Apple's names of the sizes: 16, 32, 64, 128, 256.
SIZES_OF_ICNS: Final = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256}


def drawing(context: str, size: int) -> Path:
    """The drawing that an icon of a size is rendered from."""
    name = NAMES[context]
    if size <= LARGEST_OF_GRID:
        return SMALL / f"{name}-small.svg"
    return ICONS / "hicolor" / "scalable" / context / f"{name}.svg"


def pictures() -> Iterator[tuple[Path, Path, int]]:
    """Each picture that is shipped, its drawing, and its size."""
    for context, name in NAMES.items():
        for size in SIZES:
            folder = ICONS / "hicolor" / f"{size}x{size}" / context
            yield folder / f"{name}.png", drawing(context, size), size


def digest(path: Path) -> str:
    """The beginning of the SHA-256 of a drawing; Qt would pack a text of more than 39 signs."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:32]


def render(source: Path, size: int, target: Path) -> None:
    """One drawing as a picture of a size."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # The grid stays sharp: 22 and 24 pixels leave a margin round 16.
    inner = size // GRID * GRID if size <= LARGEST_OF_GRID else size
    margin = (size - inner) / 2
    QSvgRenderer(str(source)).render(painter, QRectF(margin, margin, inner, inner))
    painter.end()
    image.setText(SOURCE_KEY, digest(source))
    target.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(target), "PNG")


def ico(images: list[tuple[int, bytes]]) -> bytes:
    """An icon of Windows: a directory, then the pictures."""
    head = struct.pack("<3H", 0, 1, len(images))
    place = len(head) + 16 * len(images)
    rows, data = b"", b""
    for size, image in images:
        side = size % 256  # 0 stands for 256
        rows += struct.pack("<4B2H2I", side, side, 0, 0, 1, 32, len(image), place + len(data))
        data += image
    return head + rows + data


def icns(images: list[tuple[bytes, bytes]]) -> bytes:
    """An icon of macOS: pictures one after the other, each with its name and length."""
    body = b"".join(name + struct.pack(">I", len(image) + 8) + image for name, image in images)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def is_up_to_date(target: Path, source: Path) -> bool:
    """Whether a picture is of its drawing as it is now."""
    mark = f"{SOURCE_KEY}\0{digest(source)}".encode()
    return target.is_file() and mark in target.read_bytes()


def main(words: list[str]) -> int:
    """Render them all, or with --check name those that are stale."""
    if "--check" in words:
        stale = [
            str(target) for target, source, _ in pictures() if not is_up_to_date(target, source)
        ]
        print("\n".join(stale))
        return 1 if stale else 0
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for target, source, size in pictures():
        render(source, size, target)
    for context, name in NAMES.items():
        by_size = {
            size: (ICONS / "hicolor" / f"{size}x{size}" / context / f"{name}.png").read_bytes()
            for size in SIZES
        }
        short = "cable-reader" if context == "apps" else "cable-file"
        (ICONS / f"{short}.ico").write_bytes(ico([(size, by_size[size]) for size in SIZES_OF_ICO]))
        (ICONS / f"{short}.icns").write_bytes(
            icns([(kind, by_size[size]) for kind, size in SIZES_OF_ICNS.items()])
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
