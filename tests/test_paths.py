"""Where the user's files go, and that each is written whole, in private, or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import platformdirs.unix
import pytest

from reader import paths
from reader.errors import StoreError
from reader.paths import make_private_folder, shown_path, user_folders, write_private


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def system_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("CABLE_READER_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)


def test_a_chosen_home_holds_all_four_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CABLE_READER_HOME", str(tmp_path / "stick"))
    folders = user_folders()
    assert folders.data == tmp_path / "stick" / "data"
    assert folders.config == tmp_path / "stick" / "config"
    assert folders.cache == tmp_path / "stick" / "cache"
    assert folders.state == tmp_path / "stick" / "state"


def test_a_chosen_home_may_be_named_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CABLE_READER_HOME", "stick")
    assert user_folders().data == tmp_path / "stick" / "data"


@pytest.mark.usefixtures("system_folders")
@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_without_a_word_the_system_decides(private_home: Path) -> None:
    folders = user_folders()
    assert folders.data == private_home / ".local/share/cable-reader"
    assert folders.config == private_home / ".config/cable-reader"
    assert folders.cache == private_home / ".cache/cable-reader"
    assert folders.state == private_home / ".local/state/cable-reader"


@pytest.mark.usefixtures("system_folders")
def test_portable_txt_keeps_everything_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path)
    (tmp_path / "portable.txt").write_text("")
    assert user_folders().data == tmp_path / "cable-reader-home" / "data"


def test_the_program_lies_beside_its_package_or_where_it_was_frozen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (paths.program_folder() / "reader" / "paths.py").is_file()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "cable-reader"))
    assert paths.program_folder() == tmp_path


@pytest.mark.usefixtures("system_folders")
def test_without_a_home_it_says_that_nothing_will_be_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", "/nowhere/at/all")
    with pytest.raises(StoreError, match=r"no home folder .* nothing will be kept") as caught:
        user_folders()
    assert "CABLE_READER_HOME" in caught.value.hint
    assert not Path("/nowhere").exists()


@pytest.mark.usefixtures("system_folders")
def test_an_unknown_user_has_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", unknown)
    with pytest.raises(StoreError, match="nothing will be kept"):
        user_folders()


@pytest.mark.usefixtures("system_folders")
def test_a_home_that_is_no_full_path_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs.unix.Unix, "user_data_path", Path("~/.local/share"))
    with pytest.raises(StoreError, match="no home folder"):
        user_folders()


def test_folders_are_made_for_the_owner_alone(tmp_path: Path) -> None:
    os.umask(0o022)
    folder = make_private_folder(tmp_path / "cable-reader" / "data")
    assert folder.is_dir()
    assert mode_of(folder) == 0o700


def test_a_folder_that_others_could_read_is_closed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data").chmod(0o755)
    assert mode_of(make_private_folder(tmp_path / "data")) == 0o700


@pytest.mark.parametrize("name", ["data", "data/bookmarks"])
def test_a_file_where_a_folder_should_be_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(StoreError, match=r"a file stands where .* nothing will be kept"):
        make_private_folder(tmp_path / name)
    assert (tmp_path / "data").read_text() == "in the way"


def test_a_read_only_folder_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreError, match=r"it is read-only\. .* nothing will be kept"):
        make_private_folder(tmp_path / "data")


def test_a_read_only_home_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StoreError, match=r"read-only file system\. .* nothing will be kept"):
        make_private_folder(tmp_path / "data")


def test_a_file_is_written_for_the_owner_alone(tmp_path: Path) -> None:
    os.umask(0o022)
    write_private(tmp_path / "settings.json", b"{}")
    assert (tmp_path / "settings.json").read_bytes() == b"{}"
    assert mode_of(tmp_path / "settings.json") == 0o600
    assert names_in(tmp_path) == ["settings.json"]


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b"old and longer")
    write_private(tmp_path / "settings.json", b"new")
    assert (tmp_path / "settings.json").read_bytes() == b"new"
    assert names_in(tmp_path) == ["settings.json"]


def test_a_file_that_may_not_be_replaced_is_not(tmp_path: Path) -> None:
    write_private(tmp_path / "ferry.odt", b"first", replaces=False)
    with pytest.raises(StoreError, match="is there already, and was not replaced"):
        write_private(tmp_path / "ferry.odt", b"second", replaces=False)
    assert (tmp_path / "ferry.odt").read_bytes() == b"first"
    assert names_in(tmp_path) == ["ferry.odt"]


def test_nor_is_one_on_a_disk_that_knows_no_second_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_private(tmp_path / "ferry.odt", b"first", replaces=False)
    with pytest.raises(StoreError, match="could not be written"):
        write_private(tmp_path / "ferry.odt", b"second", replaces=False)
    assert (tmp_path / "ferry.odt").read_bytes() == b"first"
    assert names_in(tmp_path) == ["ferry.odt"]


def test_the_file_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        steps.append("folder to disk" if is_folder else "file to disk")
        real_fsync(descriptor)

    def replace(self: Path, target: Path) -> Path:
        steps.append("named")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    write_private(tmp_path / "settings.json", b"{}")
    assert steps == ["file to disk", "named", "folder to disk"]


@pytest.mark.parametrize(
    ("number", "reason"), [(errno.ENOSPC, "no space left"), (errno.EIO, "input/output error")]
)
def test_a_disk_that_fails_leaves_the_old_file(
    number: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "settings.json").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError, match=f"settings.json could not be written: {reason}"):
        write_private(tmp_path / "settings.json", b"new")
    assert (tmp_path / "settings.json").read_bytes() == b"old"
    assert names_in(tmp_path) == ["settings.json"]


def test_a_folder_that_went_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file or directory"):
        write_private(tmp_path / "gone" / "settings.json", b"{}")


def test_a_shown_path_carries_no_control_characters() -> None:
    assert shown_path("/home/ada/Kabel ¶.txt") == "/home/ada/Kabel ¶.txt"
    assert shown_path("/tmp/\x1b[31mred\n\udcff\u202e") == "/tmp/\ufffd[31mred\ufffd\ufffd\ufffd"
