"""A cable from a stranger has everything done with it: nothing that it names is ever opened."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE
from tests.strangers import hostile_text

FOLDER = Path(__file__).resolve().parents[1]
SECONDS = 5 * PATIENCE
"""After which the program is taken for stuck; it does a hundred things, and is traced."""

# CUPS on this machine, where it has no socket of its own.
PRINT_SERVICE = re.compile(r'htons\(631\).*("::1"|"127\.0\.0\.1")')


def can_trace():
    if not shutil.which("strace"):
        return False
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, capture_output=True)
    return tried.returncode == 0


needs_strace = pytest.mark.skipif(not can_trace(), reason="strace cannot trace here")


def traced(trace, *command):
    """What a program opened and which sockets it made, line by line."""
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", trace, "-e", "trace=open,openat,openat2,socket,connect",
         *command],
        cwd=FOLDER,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, trace.read_text(encoding="utf-8", errors="replace").splitlines()


@pytest.fixture
def canary(tmp_path):
    path = tmp_path / "canary.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    return path


def opened(tmp_path, canary, commands):
    """How many commands were run, and the trace."""
    # No name of a file can hold a slash, and so none can name another file.
    file = tmp_path / '<img src="canary.png"> & <b>lamp.cable.txt'
    file.write_text(hostile_text(str(canary)), encoding="utf-8")
    program = (sys.executable, "-m", "tests.strangers")
    done, lines = traced(tmp_path / "trace", *program, str(canary), str(file), commands)
    assert any("lamp.cable.txt" in line for line in lines)
    assert [line for line in lines if "canary.png" in line and "lamp.cable.txt" not in line] == []
    return int(done), lines


@needs_strace
def test_no_canary_is_opened_and_no_network_is_asked(tmp_path, canary):
    done, lines = opened(tmp_path, canary, "all")
    assert done > 60
    sockets = [line for line in lines if re.search(r"\bsocket\(", line)]
    assert [line for line in sockets if "AF_UNIX" not in line] == []


@needs_strace
def test_printing_asks_the_printing_service_of_this_machine_alone(tmp_path, canary):
    done, lines = opened(tmp_path, canary, "print")
    assert done == 2
    asked = [line for line in lines if re.search(r"\bconnect\(", line) and "AF_INET" in line]
    assert [line for line in asked if not PRINT_SERVICE.search(line)] == []


@needs_strace
def test_the_trace_would_show_both(tmp_path, canary):
    code = f"import socket; open({str(canary)!r}); socket.socket()"
    _, lines = traced(tmp_path / "trace", sys.executable, "-c", code)
    assert any("canary.png" in line for line in lines)
    assert any("AF_INET" in line for line in lines)
