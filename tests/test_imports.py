"""What answers without a window loads neither Qt nor a database."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

# Runs the command line as `python -m reader` would, then tells which modules it has loaded.
PROBE = """
import json, sys
from reader.cli import main
try:
    status = main(sys.argv[1:])
except SystemExit as end:
    status = end.code
sys.stdout.flush()
print(json.dumps([status or 0, sorted(sys.modules)]), file=sys.stderr)
"""
NEVER = ("PySide6", "shiboken6", "sqlite3", "_sqlite3", "reader.desktop", "reader.store")


def run_and_list_modules(*arguments: str) -> tuple[int, set[str]]:
    """The exit status of the command line, and the modules loaded when it was done."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    status, modules = json.loads(done.stderr.splitlines()[-1])
    return status, set(modules)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["inspect", "SAMPLE"],
        ["inspect", "--json", "--text", "SAMPLE"],
        ["inspect", "--jsonl", "SAMPLE"],
        ["show", "SAMPLE"],
    ],
    ids=" ".join,
)
def test_answers_load_neither_qt_nor_a_database(arguments: list[str], sample_path: Path) -> None:
    status, modules = run_and_list_modules(
        *(str(sample_path) if word == "SAMPLE" else word for word in arguments)
    )
    assert status == 0
    loaded = [name for name in NEVER if name in modules]
    assert loaded == []


def test_the_version_loads_nothing_of_the_parser() -> None:
    _, modules = run_and_list_modules("--version")
    assert not {"markdown_it", "platformdirs", "reader.cable.grammar"} & modules


def test_the_probe_sees_what_is_loaded(sample_path: Path) -> None:
    _, modules = run_and_list_modules("inspect", str(sample_path))
    assert {"reader.cli", "reader.cable.grammar"} <= modules
