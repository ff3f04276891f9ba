"""Lays out the tree of the Debian package around the frozen program."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
LINUX: Final = ROOT / "packaging" / "linux"
DEBIAN: Final = ROOT / "packaging" / "debian"
NAME: Final = "cable-reader"
MAINTAINER: Final = "The Cable Reader authors <authors@cable-reader.example>"

# The libraries that the program takes from the system, and the packages that have them. What the
# C library itself has needs no line.
LIBRARIES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# What one plugin alone needs, without which the rest runs: printing by the system's service.
OPTIONAL: Final = {"libcups.so.2": "libcups2"}
C_LIBRARY: Final = ("ld-linux", "libc.so", "libdl.so", "libm.so", "libpthread.so")

# Where a file of ours goes.
PLACES: Final = (
    (LINUX / "cable-reader.desktop", "usr/share/applications"),
    (LINUX / "cable-reader-link.desktop", "usr/share/applications"),
    (LINUX / "cable-reader.xml", "usr/share/mime/packages"),
    (LINUX / "org.cablereader.reader.metainfo.xml", "usr/share/metainfo"),
    (LINUX / "completions" / "_cable-reader", "usr/share/zsh/vendor-completions"),
    (LINUX / "completions" / "cable-reader.fish", "usr/share/fish/vendor_completions.d"),
    (DEBIAN / "copyright", f"usr/share/doc/{NAME}"),
)


def lay_out(tree: Path, program: Path, version: str) -> None:
    """The whole tree, with its control files; `program` is the frozen program's folder."""
    shutil.copytree(program, tree / "opt" / NAME, symlinks=True)
    _link(tree / "usr/bin" / NAME, f"/opt/{NAME}/{NAME}")
    for source, place in PLACES:
        (tree / place).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, tree / place / source.name)
    shutil.copytree(ROOT / "resources/icons/hicolor", tree / "usr/share/icons/hicolor")
    bash = tree / "usr/share/bash-completion/completions" / NAME
    bash.parent.mkdir(parents=True)
    shutil.copyfile(LINUX / "completions" / "cable-reader.bash", bash)
    documents = tree / "usr/share/doc" / NAME
    _pack(LINUX / f"{NAME}.1", tree / "usr/share/man/man1" / f"{NAME}.1.gz")
    _pack(ROOT / "CHANGELOG.md", documents / "NEWS.gz")
    _write_packed(_changelog(version), documents / "changelog.gz")
    _pack(tree / "opt" / NAME / "LICENCES.txt", documents / "LICENCES.txt.gz")
    overrides = tree / "usr/share/lintian/overrides" / NAME
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(DEBIAN / "lintian-overrides", overrides)
    _write_control(tree, version)


def missing_libraries(program: Path) -> set[str]:
    """The libraries that the program asks for and that neither it nor the table has."""
    there = {path.name for path in program.rglob("*.so*")}
    known = {*there, *LIBRARIES, *OPTIONAL}
    wanted = {name for path in program.rglob("*") for name in needed(path)}
    return {name for name in wanted - known if not name.startswith(C_LIBRARY)}


def needed(path: Path) -> list[str]:
    """The libraries that a program or library names, by readelf; none for another file."""
    import subprocess

    if path.is_symlink() or not path.is_file():
        return []
    with path.open("rb") as file:
        if file.read(4) != b"\x7fELF":
            return []
    said = subprocess.run(
        ["readelf", "--dynamic", path], capture_output=True, text=True, check=True
    ).stdout
    return [line.split("[")[1].rstrip("]") for line in said.splitlines() if "(NEEDED)" in line]


def _write_control(tree: Path, version: str) -> None:
    missing = missing_libraries(tree / "opt" / NAME)
    if missing:
        raise SystemExit(f"No package is known for {', '.join(sorted(missing))}.")
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files) // 1024
    control = (
        (DEBIAN / "control")
        .read_text(encoding="utf-8")
        .format(
            version=version,
            maintainer=MAINTAINER,
            architecture="amd64" if sys.maxsize > 2**32 else "i386",
            size=size,
            libraries=", ".join(sorted(set(LIBRARIES.values()))),
            optional=", ".join(sorted(set(OPTIONAL.values()))),
        )
    )
    folder = tree / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text(control, encoding="utf-8")
    sums = [
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree).as_posix()}"
        for path in files
    ]
    (folder / "md5sums").write_text("\n".join([*sums, ""]), encoding="utf-8")


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True)
    path.symlink_to(target)


def _changelog(version: str) -> bytes:
    """What Debian calls a change log: one entry, which leads to ours."""
    from email.utils import formatdate

    date = formatdate(int(os.environ["SOURCE_DATE_EPOCH"]))
    return (
        f"{NAME} ({version}) stable; urgency=medium\n\n  * See NEWS.gz beside this file.\n\n"
        f" -- {MAINTAINER}  {date}\n"
    ).encode()


def _pack(source: Path, target: Path) -> None:
    _write_packed(source.read_bytes(), target)


def _write_packed(content: bytes, target: Path) -> None:
    """A file packed by gzip, without a name and a time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(content, 9, mtime=0))
