"""The process as the system sees it: it ends when it is asked to, and what it leaves is private."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE

# The program with a worker that never ends, something that is still being saved when the program is
# about to end, and a dialog that has just been used; it says when all that is so.
AT_WORK = """\
import sys, time
from pathlib import Path
from threading import Event
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from shiboken6 import delete
from reader.desktop import app

is_ending = Event()

class AtWork(app.Desktop):
    def end(self):
        is_ending.set()
        return super().end()

    def complete(self):
        super().complete()
        QTimer.singleShot(0, self.work)

    def work(self):
        if "forget" in sys.argv:
            self.session.choices.remember_files(remember=False)
        dialog = QFileDialog(self.window, "Open", sys.argv[2])
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.show()
        dialog.accept()
        delete(dialog)
        self.jobs.run(lambda: time.sleep(3600), done=print, failed=print)
        self.jobs.run(self.save, done=print, failed=print, lane="settings")

    def save(self):
        print("at work", flush=True)
        is_ending.wait()
        time.sleep(0.3)
        Path(sys.argv[2], "saved").touch()

app.Desktop = AtWork
sys.exit(app.run(sys.argv[1:2]))
"""


pytestmark = pytest.mark.skipif(os.name != "posix", reason="this system sends no signals")


def end_at_work(number, *words):
    """Ask the program to end while it is at work, under a mask that lets others read its files."""
    with subprocess.Popen(
        [sys.executable, "-c", AT_WORK, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        umask=0o022,
    ) as program:
        try:
            assert program.stdout.readline() == "at work\n", program.stderr.read()
            program.send_signal(number)
            out, err = program.communicate(timeout=PATIENCE)
        finally:
            program.kill()
    said = [line for line in err.splitlines() if "propagateSizeHints" not in line]
    assert (program.returncode, out, said) == (0, "", [])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_at_work_ends_when_it_is_asked_to_and_leaves_nothing_for_others(
    number, sample_path, private_home, tmp_path
):
    end_at_work(number, sample_path, tmp_path)
    assert (tmp_path / "saved").exists()
    assert open_to_others(private_home) == []
    # What Qt keeps of its dialogs names the folders that the reader has used.
    [kept] = private_home.rglob("QtProject.conf")
    assert kept.parent == Path(os.environ["CABLE_READER_HOME"], "config")
    assert tmp_path.name in kept.read_text()


def test_no_folder_of_a_dialog_is_remembered_where_nothing_is(sample_path, private_home, tmp_path):
    config = Path(os.environ["CABLE_READER_HOME"], "config")
    config.mkdir(parents=True)
    (config / "QtProject.conf").write_text("[FileDialog]\nlastVisited=file:///home/keeper\n")
    end_at_work(signal.SIGTERM, sample_path, tmp_path, "forget")
    assert list(private_home.rglob("QtProject.conf")) == []
    assert naming(private_home, tmp_path.name) == []


def naming(home, words):
    """The files of the program in which these words stand."""
    return [
        str(path)
        for path in home.rglob("*")
        if path.is_file() and words.encode() in path.read_bytes()
    ]


def open_to_others(home):
    """The files and folders of the program that anybody but their owner could read."""
    left = [path for path in home.rglob("*") if not path.is_symlink()]
    assert any(path.is_file() for path in left)
    return [str(path) for path in left if path.stat().st_mode & 0o077]
