"""The Debian package, installed in a Debian that knows nothing of the program."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest

from checks.clean_root import APT, HOME, ROOT, CleanRoot, OpenScreen, lacking, until
from reader.resources import resource_path
from tests.telegrams import make_telegram

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBS: Final = sorted((ROOT / "dist").glob("cable-reader_*.deb"))
PICTURES: Final = ROOT / "build" / "checks"
SAMPLE: Final = resource_path("samples", "09REYKJAVIK9017.cable.txt")
CABLE_ID: Final = "09REYKJAVIK9017"
PLAIN: Final = ("text/plain", "text/html", "text/csv")
OFFERED: Final = (*PLAIN, "application/pdf", "message/rfc822")
ORDINARY: Final = 200

LACKING: Final = lacking("debootstrap", "Xvfb", "openbox", "xdotool", "import")

pytestmark = [
    pytest.mark.skipif(bool(LACKING), reason=LACKING),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may enter a clean root"),
    pytest.mark.skipif(not DEBS, reason="packaging/build.py deb has not been run"),
]


@pytest.fixture(scope="module")
def bare() -> Iterator[CleanRoot]:
    """The root without the program."""
    root = CleanRoot()
    if (root.place / "opt/cable-reader").exists():
        root.run("apt-get", "-y", "-qq", "purge", "cable-reader")
    yield root
    root.close()


@pytest.fixture(scope="module")
def defaults(bare: CleanRoot) -> dict[str, str]:
    """What opened each type before."""
    return {mime_type: bare.default_of(mime_type) for mime_type in OFFERED}


@pytest.fixture(scope="module")
def root(bare: CleanRoot, defaults: dict[str, str]) -> CleanRoot:
    """The root with the program, installed as a user would."""
    assert defaults["text/plain"] == "l3afpad.desktop"
    shutil.copy(DEBS[-1], bare.place / "tmp")
    bare.run(*APT, "install", f"/tmp/{DEBS[-1].name}")
    return bare


@pytest.fixture
def screen() -> Iterator[OpenScreen]:
    screen = OpenScreen()
    yield screen
    screen.close()


def close(screen: OpenScreen, title: str, opening: subprocess.Popen[str]) -> None:
    """Close the window that something opened."""
    screen.do("windowactivate", "--sync", screen.window(title), "key", "ctrl+q")
    until("the window to close", lambda: not screen.window(title))
    opening.communicate(timeout=60)


def test_there_is_no_python_but_the_one_in_the_package(root: CleanRoot) -> None:
    assert not [*root.place.glob("usr/bin/python*"), *root.place.glob("usr/lib/python3*")]
    assert root.ask("cable-reader", "--version").startswith("cable-reader ")


def test_every_library_is_found(root: CleanRoot) -> None:
    said = root.run("sh", "-c", "find /opt/cable-reader -name '*.so*' -type f -exec ldd {} +")
    assert [line for line in said.splitlines() if "not found" in line] == []


def test_the_command_line_reads_without_a_screen(root: CleanRoot) -> None:
    path = root.write("x.cable", SAMPLE.read_text(encoding="utf-8"))
    assert CABLE_ID in root.ask("cable-reader", "inspect", path)


def test_no_default_has_changed(root: CleanRoot, defaults: dict[str, str]) -> None:
    for mime_type in PLAIN:
        assert root.default_of(mime_type) == defaults[mime_type]


@pytest.mark.parametrize("mime_type", OFFERED)
def test_the_program_is_offered(root: CleanRoot, mime_type: str) -> None:
    assert "cable-reader.desktop" in root.ask("gio", "mime", mime_type)


OPENERS: Final = {
    "gio": (("gio", "open"), {}),
    "xdg-open": (("xdg-open",), {"XDG_CURRENT_DESKTOP": "GNOME"}),
}


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("name", ["x.cable", "x.cable.txt", "telegram"])
def test_a_cable_opens_in_our_window(
    root: CleanRoot, screen: OpenScreen, opener: str, name: str
) -> None:
    path = root.write(f"cables/{name}", SAMPLE.read_text(encoding="utf-8"))
    command, environment = OPENERS[opener]
    opening = root.start(*command, path, DISPLAY=screen.display, **environment)
    until("our window", lambda: screen.window(CABLE_ID))
    screen.picture(PICTURES / f"{opener}-{name}.png")
    close(screen, CABLE_ID, opening)


def test_a_text_file_opens_in_the_editor(root: CleanRoot, screen: OpenScreen) -> None:
    path = root.write("notes.txt", "Honey, candles.\n")
    editor = root.start("gio", "open", path, DISPLAY=screen.display)
    until("the editor", lambda: screen.window("notes.txt"))
    assert not screen.window("Cable Reader")
    close(screen, "notes.txt", editor)


def test_a_double_click_in_the_file_manager_opens_it(root: CleanRoot, screen: OpenScreen) -> None:
    root.write("clicked/x.cable", SAMPLE.read_text(encoding="utf-8"))
    manager = root.start("pcmanfm", f"/{HOME}/clicked", DISPLAY=screen.display)
    window = str(until("the file manager", lambda: screen.window("clicked")))
    try:

        def clicked() -> str:
            # The only file lies first; where exactly depends on the font.
            for x in (240, 280, 220):
                place = ("mousemove", "--window", window, str(x), "130")
                screen.do(*place, "click", "--repeat", "2", "--delay", "80", "1", "sleep", "1.5")
                if screen.window(CABLE_ID):
                    break
            return screen.window(CABLE_ID)

        until("our window", clicked)
        screen.picture(PICTURES / "double-click.png")
        screen.do("windowactivate", "--sync", screen.window(CABLE_ID), "key", "ctrl+q")
        until("the window to close", lambda: not screen.window(CABLE_ID))
    finally:
        manager.terminate()
        manager.communicate(timeout=60)


def test_magic_knows_telegrams_and_nothing_else(root: CleanRoot) -> None:
    made = [root.write(f"magic/{seed}", make_telegram(random.Random(seed))) for seed in range(40)]
    made += [root.write("magic/sample", SAMPLE.read_text(encoding="utf-8"))]
    assert {*types_of(root, made)} == {"application/x-us-diplomatic-cable"}
    others = [
        f"/{path.relative_to(root.place)}"
        for folder in ("etc", "usr/share", "usr/bin", "var/lib/dpkg")
        for path in sorted((root.place / folder).rglob("*"))
        if path.is_file() and not path.is_symlink() and "cable" not in str(path)
    ]
    chosen = random.Random(8).sample(others, ORDINARY)
    assert "application/x-us-diplomatic-cable" not in types_of(root, chosen)


def types_of(root: CleanRoot, paths: list[str]) -> list[str]:
    said = root.run("gio", "info", "-a", "standard::content-type", *paths)
    return [
        line.rpartition(": ")[2] for line in said.splitlines() if "standard::content-type:" in line
    ]


def test_lintian_finds_no_error() -> None:
    if shutil.which("lintian") is None:
        pytest.skip("this machine lacks lintian")
    done = subprocess.run(
        ["lintian", "--allow-root", "--tag-display-limit", "0", str(DEBS[-1])],
        capture_output=True,
        text=True,
        check=False,
    )
    found = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))]
    assert found == []


def test_removing_the_package_leaves_what_the_user_has(root: CleanRoot) -> None:
    kept = root.write(".local/share/cable-reader/bookmarks.db", "precious")
    before = set((root.place / "opt").rglob("*"))
    assert before
    root.run("apt-get", "-y", "-qq", "purge", "cable-reader")
    assert (root.place / kept[1:]).is_file()
    assert not list((root.place / "opt").rglob("*"))
    left = [
        path
        for folder in ("usr/share/applications", "usr/share/mime", "usr/share/icons")
        for path in (root.place / folder).rglob("*cable*")
    ]
    assert left == []
    assert "cable-reader" not in root.ask("gio", "mime", "text/plain")
