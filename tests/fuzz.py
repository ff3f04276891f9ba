"""python -m tests.fuzz --seconds 60: read damaged telegrams until something breaks.

Each run makes up a telegram from its own number, mutates it, and checks what holds for every text
(tests/properties.py), and the time it took. What breaks is cut down as far as it stays broken and
saved under fuzz-findings/; then the exit status is 1. `--seed` starts at a certain number.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import traceback
from pathlib import Path
from random import Random

from tests.mutations import mutated_telegram
from tests.properties import breaches

FINDINGS = Path("fuzz-findings")

FIXED_SECONDS = 1.0
SECONDS_PER_CHARACTER = 1e-4
"""Processor time that nothing should take, thirty times what it usually does."""

LONGEST_SHRINKING = 20.0
"""Seconds for which a finding is cut down."""


def wrong_with(text: str) -> str | None:
    """What is wrong with the reading of a text, in a line; None when nothing is."""
    start = time.process_time()
    try:
        found = breaches(text)
    except Exception as error:  # noqa: BLE001 - this is what the fuzzer looks for
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
    taken = time.process_time() - start
    if found:
        return re.sub(r"\d+", "N", found[0].partition(":")[0])
    if taken > FIXED_SECONDS + SECONDS_PER_CHARACTER * len(text):
        return "it takes too long"
    return None


def shrunk(text: str, kind: str) -> str:
    """The text without all lines, and then characters, that the finding does not need."""
    deadline = time.monotonic() + LONGEST_SHRINKING
    for separator in ("\n", " ", ""):
        parts = text.split(separator) if separator else list(text)
        size = max(len(parts) // 2, 1)
        while size and time.monotonic() < deadline:
            start = 0
            while start < len(parts) and time.monotonic() < deadline:
                fewer = parts[:start] + parts[start + size :]
                if wrong_with(separator.join(fewer)) == kind:
                    parts = fewer
                else:
                    start += size
            size //= 2
        text = separator.join(parts)
    return text


def fuzz(seconds: float, seed: int, most_runs: int | None = None) -> int:
    """Read telegrams for some time, or so many of them; how many kinds of findings there are."""
    start = time.monotonic()
    kinds: set[str] = set()
    runs = 0
    while runs != most_runs and time.monotonic() - start < seconds:
        text = mutated_telegram(Random(seed + runs))
        kind = wrong_with(text)
        runs += 1
        if kind is None or kind in kinds:
            continue
        kinds.add(kind)
        small = shrunk(text, kind)
        FINDINGS.mkdir(exist_ok=True)
        path = FINDINGS / f"{seed + runs - 1}.txt"
        path.write_text(small, encoding="utf-8", newline="", errors="surrogatepass")
        sys.stdout.write(f"{kind}\n  {path} ({len(small)} characters)\n")
    taken = time.monotonic() - start
    sys.stdout.write(
        f"{runs} runs in {taken:.0f} s ({runs / max(taken, 0.001):.0f} a second) from seed {seed}: "
        f"{len(kinds)} kinds of findings\n"
    )
    return len(kinds)


def main() -> int:
    """Parse the command line; 1 when there are findings."""
    parser = argparse.ArgumentParser(description="Read damaged telegrams until something breaks.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None, help="the number of the first run")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else time.time_ns() % 1_000_000_007
    return 1 if fuzz(options.seconds, seed) else 0


if __name__ == "__main__":
    sys.exit(main())
