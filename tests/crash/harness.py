"""Kills a process that writes marks, again and again, and looks whether all that it saved is there.

`python -m tests.crash.harness [--rounds 300] [--seed N]`, or `make crashtest`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from signal import SIGKILL
from time import sleep
from typing import NamedTuple

from reader.errors import StoreError
from reader.store.bookmarks import Bookmarks

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 40
"""Lines that a writer says at most before its end is near: its life is as long on a slow disk."""
LONGEST_REST = 0.01
"""Seconds that it lives after the last of them."""
ROUNDS_A_STORE = 10
"""Rounds after which a new store is begun, so that young and old ones are killed alike."""


class Result(NamedTuple):
    """What was seen in all rounds."""

    rounds: int
    acknowledged: int
    finished: int
    """Changes that were whole in the store although nobody had heard of it yet."""
    failures: tuple[str, ...]


class Story(NamedTuple):
    """What a writer said before it was killed."""

    saved: list[dict[str, str | None]]
    begun: dict[str, str | None]
    """The change that it had announced and not acknowledged."""
    status: int
    """How it ended: -9 when it was killed."""


def crash(rounds: int, *, seed: int, is_early: bool = False) -> Result:
    """Let writers be killed this many times, or until something fails."""
    random = Random(seed)
    acknowledged = finished = 0
    failures: list[str] = []
    folder = Path(tempfile.mkdtemp(prefix="crash-"))
    expected: dict[str, str] = {}
    for number in range(rounds):
        store = folder / str(number // ROUNDS_A_STORE) / "bookmarks.db"
        if number % ROUNDS_A_STORE == 0:
            expected = {}
        story = write_and_kill(store, random.randrange(1 << 30), random, is_early=is_early)
        if story.status != -SIGKILL:
            failures.append(f"round {number}: the writer ended by itself, with {story.status}")
        acknowledged += len(story.saved)
        for effect in story.saved:
            apply_effect(expected, effect)
        try:
            found = read_store(store)
        except (StoreError, AssertionError) as error:
            failures.append(f"round {number}: the store is not sound: {error!r}")
            break
        with_begun = dict(expected)
        apply_effect(with_begun, story.begun)
        if found != expected:
            finished += found == with_begun
            if found != with_begun:
                failures.append(f"round {number}: {difference(expected, found)}")
        if failures:
            break
        expected = found
    shutil.rmtree(folder, ignore_errors=True)
    return Result(number + 1, acknowledged, finished, tuple(failures))


def write_and_kill(store: Path, seed: int, random: Random, *, is_early: bool) -> Story:
    """Start a writer, kill it at a moment of its life, and listen to what it had said."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.writer", str(store), str(seed)]
        + (["--early"] if is_early else []),
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    said = b"".join(writer.stdout.readline() for _ in range(random.randint(1, MOST_LINES)))
    sleep(random.random() * LONGEST_REST)
    writer.kill()
    said += writer.stdout.read()
    writer.stdout.close()
    return Story(*listen(said), writer.wait())


def listen(said: bytes) -> tuple[list[dict[str, str | None]], dict[str, str | None]]:
    """What was saved, and what was begun, in whole lines."""
    saved, begun = [], {}
    for line in said.split(b"\n")[:-1]:
        words = json.loads(line)
        if "will" in words:
            begun = words["effect"]
        else:
            saved.append(begun)
            begun = {}
    return saved, begun


def apply_effect(notes: dict[str, str], effect: dict[str, str | None]) -> None:
    """Change the notes as a step of the writer did."""
    for mark_id, note in effect.items():
        if note is None:
            notes.pop(mark_id, None)
        else:
            notes[mark_id] = note


def read_store(store: Path) -> dict[str, str]:
    """The notes of all marks by id; opening after a crash checks every row and index."""
    with Bookmarks.open(store) as bookmarks:
        notes = {mark.id: mark.note for mark in bookmarks.all_marks()}
        assert bookmarks.counts().total == len(notes)
        bookmarks.check()
    return notes


def difference(expected: dict[str, str], found: dict[str, str]) -> str:
    """How what is there differs from what was acknowledged, in a few words."""
    lost = [mark_id for mark_id in expected if mark_id not in found]
    extra = [mark_id for mark_id in found if mark_id not in expected]
    changed = [
        mark_id
        for mark_id in expected
        if found.get(mark_id, expected[mark_id]) != expected[mark_id]
    ]
    return f"{len(lost)} marks lost, {len(extra)} too many, {len(changed)} not as acknowledged"


def main() -> int:
    """Kill, look, and say what was seen; 1 when anything acknowledged was lost."""
    parser = argparse.ArgumentParser(description="Kill a process that writes marks.")
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = Random().randrange(1 << 30) if options.seed is None else options.seed
    result = crash(options.rounds, seed=seed)
    sys.stdout.write(
        f"seed {seed}: {result.rounds} rounds, {result.acknowledged} changes acknowledged, "
        f"{result.finished} more finished unheard, {len(result.failures)} failures\n"
    )
    sys.stdout.writelines(f"{failure}\n" for failure in result.failures)
    return 1 if result.failures else 0


if __name__ == "__main__":
    sys.exit(main())
