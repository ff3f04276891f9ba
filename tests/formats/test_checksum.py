from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from reader.formats import checksum as module
from reader.formats.checksum import SHORT, checksum


@pytest.mark.parametrize("data", [b"", b"UNCLAS OSLO 009004", b"." * SHORT, b"." * (SHORT + 1)])
def test_it_is_sha_256(data):
    assert checksum(data) == hashlib.sha256(data).hexdigest()


def test_a_python_without_its_own(monkeypatch):
    monkeypatch.setattr(module, "LEAN", "no_such_module")
    assert checksum(b"UNCLAS") == hashlib.sha256(b"UNCLAS").hexdigest()


def test_a_short_file_loads_no_library_of_the_system():
    code = (
        "import sys; from reader.formats.checksum import checksum; checksum(b'UNCLAS');"
        "print('_hashlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
