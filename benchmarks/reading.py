"""How quick the window is while cables are read, each figure beside a yardstick of the same run.

`python -m benchmarks.reading [--check]`. The start against a bare window as in benchmarks.startup;
a cable of 10,000 paragraphs against a QPlainTextEdit with the same text; the frames of a wheel
turned through it; the memory of a hundred open cables against that of the empty window; find;
switching tabs; a second start. Processor time where a yardstick of time is given, else the clock.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.packaged import SOURCE
from benchmarks.packaged import measure as hand_over
from benchmarks.ratios import Row, arguments, at_most, report
from benchmarks.startup import SAMPLE, SEED
from benchmarks.startup import measure as start_up
from tests.display import Display, lacking

FOLDER: Final = Path(__file__).resolve().parents[1]

# Ratios to the yardstick, and milliseconds.
PAGE: Final = 1.5
MEMORY: Final = 1.6
FRAME: Final = 8
FIND: Final = 200
SWITCH: Final = 50
SECOND_START: Final = 300


def part(name: str, rounds: int, environment: dict[str, str]) -> dict[str, float]:
    """The figures of a part, from a process of its own."""
    with TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.reading_parts", name, str(rounds)],
            cwd=FOLDER,
            env={**environment, "CABLE_READER_HOME": home},
            stdout=subprocess.PIPE,
            check=True,
            timeout=600,
        )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def milliseconds(name: str, seconds: float, limit: float) -> Row:
    """A row whose bound is a time."""
    return Row(name, f"{seconds * 1000:.1f} ms", seconds * 1000, at_most(limit))


def measure(rounds: int) -> list[Row]:
    """Every row of the table."""
    with ExitStack() as stack:
        if lacking("Xvfb"):
            raise SystemExit("Xvfb is needed, the X server without a screen.")
        display = Display()
        stack.callback(display.close)
        environment = dict(display.environment)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        page = part("page", rounds, environment)
        wheel = part("wheel", rounds, environment)
        empty, hundred = (part(name, rounds, environment) for name in ("empty", "hundred"))
        find = part("find", rounds, environment)
        switch = part("switch", rounds, environment)
        second = median(hand_over(SOURCE, environment, 3 * rounds)[1:]) / 1000
    ratio = page["ours"] / page["plain"]
    growth = hundred["memory"] / empty["memory"]
    return [
        Row("10,000 paragraphs in a QPlainTextEdit", f"{page['plain'] * 1000:.0f} ms"),
        Row("10,000 paragraphs, painted", f"{page['ours'] * 1000:.0f} ms", ratio, at_most(PAGE)),
        Row("  their parsing, before", f"{page['parse'] * 1000:.0f} ms"),
        milliseconds("a frame while wheeling through them, p95", wheel["frame"], FRAME),
        Row("memory of the empty window", f"{empty['memory'] / 1e6:.0f} MB"),
        Row(
            "memory with 100 open cables",
            f"{hundred['memory'] / 1e6:.0f} MB",
            growth,
            at_most(MEMORY),
        ),
        milliseconds(f"{find['hits']:,} hits in {find['size'] / 1e6:.1f} MB", find["find"], FIND),
        milliseconds("from tab to tab, p95", switch["switch"], SWITCH),
        milliseconds("a second start that hands over", second, SECOND_START),
    ]


def main() -> int:
    """Print the table; 1 when a target is missed and --check was given."""
    parser = arguments("How quick the window is while cables are read.")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    file = SEED if SEED.is_file() else SAMPLE
    rows = [*start_up(file.resolve(), 2 * options.rounds - 1), *measure(options.rounds)]
    return report("Reading in the window", rows, check=options.check)


if __name__ == "__main__":
    sys.exit(main())
