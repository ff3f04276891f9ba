"""The frozen program against the one that runs from source, and how soon a second start is done.

`python -m benchmarks.packaged [--check] [--program dist/cable-reader/cable-reader]`. Wall time from
the start of the process until the window has been painted, which is when it begins to hear other
starts; then the wall time of a second start, which hands its file over and ends. The runs
alternate, and the figures are medians. `python packaging/build.py onedir` makes the program.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.ratios import Row, arguments, at_most, report
from reader.resources import resource_path
from tests.display import Display

FOLDER: Final = Path(__file__).resolve().parents[1]
PROGRAM: Final = FOLDER / "dist" / "cable-reader" / "cable-reader"
SAMPLE: Final = resource_path("samples", "09REYKJAVIK9017.cable.txt")
SOURCE: Final = (sys.executable, "-m", "reader")

SLOWEST_FROZEN: Final = 1.5
SLOWEST_SECOND: Final = 150
"""Milliseconds."""
PATIENCE: Final = 120


def measure(command: tuple[str, ...], environment: dict[str, str], seconds: int) -> list[float]:
    """Milliseconds until the window is there, and of each second start."""
    with TemporaryDirectory() as home, TemporaryDirectory() as runtime:
        own = {**environment, "CABLE_READER_HOME": home, "XDG_RUNTIME_DIR": runtime}
        started = time.perf_counter()
        window = subprocess.Popen([*command, str(SAMPLE)], cwd=FOLDER, env=own)
        try:
            while not list(Path(runtime).glob("cable-reader/*.socket")):
                if time.perf_counter() - started > PATIENCE or window.poll() is not None:
                    raise SystemExit(f"{command[0]} has not opened a window.")
                time.sleep(0.002)
            taken = [(time.perf_counter() - started) * 1000]
            for _ in range(seconds):
                started = time.perf_counter()
                # Python sees the end of a pipe at once, but looks for the end of a process that may
                # last no longer than so long only every 50 ms.
                subprocess.run(
                    [*command, f"{SAMPLE}#p3"],
                    cwd=FOLDER,
                    env=own,
                    stdout=subprocess.PIPE,
                    check=True,
                    timeout=PATIENCE,
                )
                taken.append((time.perf_counter() - started) * 1000)
        finally:
            window.terminate()
            window.wait(PATIENCE)
    return taken


def compare(program: Path, rounds: int) -> list[Row]:
    """Start both in turn, after one start each that does not count."""
    commands = {"source": SOURCE, "frozen": (str(program),)}
    first: dict[str, list[float]] = {name: [] for name in commands}
    second: dict[str, list[float]] = {name: [] for name in commands}
    with ExitStack() as stack:
        display = Display()
        stack.callback(display.close)
        environment = dict(display.environment)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(rounds + 1):
            for name, command in commands.items():
                start, *others = measure(command, environment, 3)
                if number:
                    first[name].append(start)
                    second[name] += others
    source, frozen = median(first["source"]), median(first["frozen"])
    rows = [
        Row("from source: window painted", f"{source:.0f} ms"),
        Row("frozen: window painted", f"{frozen:.0f} ms", frozen / source, at_most(SLOWEST_FROZEN)),
    ]
    for name in commands:
        taken = median(second[name])
        rows.append(
            Row(f"{name}: second start done", f"{taken:.0f} ms", taken, at_most(SLOWEST_SECOND))
        )
    return rows


def main() -> int:
    """Print the table; 1 when a target is missed and --check was given."""
    parser = arguments("The frozen program against the one that runs from source.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--program", type=Path, default=PROGRAM)
    options = parser.parse_args()
    if not options.program.is_file():
        parser.error(f"{os.fspath(options.program)} is not there: packaging/build.py onedir")
    title = f"Wall time, medians of {options.rounds} starts"
    return report(title, compare(options.program.resolve(), options.rounds), check=options.check)


if __name__ == "__main__":
    sys.exit(main())
