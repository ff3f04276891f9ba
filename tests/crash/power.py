"""Power cuts: what a process wrote is recorded, and played again up to any moment.

What was written to a file before it was last synced is on the disk; of what came after, any sector
may be there or not, in any order, as the disk pleased.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import StoreError
from reader.store.bookmarks import Bookmarks
from tests.crash.harness import ROOT, apply_effect, difference, listen, read_store

if TYPE_CHECKING:
    from random import Random

SECTOR = 512
TRACED = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,close"

# openat(AT_FDCWD, "\x2f\x74", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 4
CALL = re.compile(r"^(?:\d+ +)?(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Event(NamedTuple):
    """What the process did: `write`, `cut`, `sync` or `remove` a file, or `say` a line."""

    what: str
    file: str = ""
    offset: int = 0
    content: bytes = b""


def record(folder: Path, seed: int, *options: str, count: int = 150) -> list[Event]:
    """Let a writer make changes in a new store, and listen to what it asks of the system."""
    trace = folder / "trace"
    store = folder / "store" / "bookmarks.db"
    Bookmarks.open(store).close()
    before = store.read_bytes()
    strace = ["strace", "-f", "-xx", "-s", "100000", "-e", f"trace={TRACED}", "-o", str(trace)]
    writer = [sys.executable, "-m", "tests.crash.writer", str(store), str(seed)]
    subprocess.run(
        [*strace, *writer, "--stop", str(count), *options],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    begin = [Event("write", store.name, 0, before), Event("sync", store.name)]
    return begin + events_of(trace.read_text(), store)


def events_of(trace: str, store: Path) -> list[Event]:
    """What concerns the store, and what was said."""
    listener = Listener(store)
    for line in trace.splitlines():
        call = CALL.match(line)
        if call is not None and int(call["result"]) >= 0:
            text = TEXT.search(call["arguments"])
            content = bytes.fromhex(text[1].replace("\\x", "")) if text else b""
            numbers = [each for each in call["arguments"].split(",") if '"' not in each]
            getattr(listener, call["name"])(numbers, content, call["result"])
    return listener.events


class Listener:
    """Understands calls of the system: their arguments without text, the text, and the result."""

    def __init__(self, store: Path) -> None:
        self.events: list[Event] = []
        self._store = store
        self._names: dict[str, str] = {}

    def openat(self, _: list[str], content: bytes, result: str) -> None:
        path = Path(content.decode())
        self._names.pop(result, None)
        if path.parent == self._store.parent and not path.name.endswith((".lock", "-shm")):
            self._names[result] = path.name

    def close(self, numbers: list[str], _: bytes, __: str) -> None:
        self._names.pop(numbers[0], None)

    def write(self, numbers: list[str], content: bytes, _: str) -> None:
        if numbers[0] == "1":
            self.events.append(Event("say", content=content))

    def pwrite64(self, numbers: list[str], content: bytes, _: str) -> None:
        if name := self._names.get(numbers[0]):
            self.events.append(Event("write", name, int(numbers[-1]), content))

    def ftruncate(self, numbers: list[str], _: bytes, __: str) -> None:
        if name := self._names.get(numbers[0]):
            self.events.append(Event("cut", name, int(numbers[1])))

    def fsync(self, numbers: list[str], _: bytes, __: str) -> None:
        if name := self._names.get(numbers[0]):
            self.events.append(Event("sync", name))

    fdatasync = fsync

    def unlink(self, _: list[str], content: bytes, __: str) -> None:
        path = Path(content.decode())
        if path.parent == self._store.parent:
            self.events.append(Event("remove", path.name))


def disk_after(events: list[Event], random: Random) -> dict[str, bytes]:
    """The files as a power cut after these events may leave them."""
    last_sync = {event.file: place for place, event in enumerate(events) if event.what == "sync"}
    files: dict[str, bytearray] = {}
    for place, event in enumerate(events):
        is_synced = place < last_sync.get(event.file, -1)
        if event.what == "write":
            content = files.setdefault(event.file, bytearray())
            put(content, event, None if is_synced else random)
        elif event.what == "cut" and (is_synced or random.random() < 0.5):
            del files.setdefault(event.file, bytearray())[event.offset :]
        elif event.what == "remove":
            files.pop(event.file, None)
    return {name: bytes(content) for name, content in files.items()}


def put(content: bytearray, event: Event, random: Random | None) -> None:
    """Write to a file; without certainty, each sector or none of them."""
    chance = 1.0 if random is None else random.choice((0.0, 0.5, 1.0))
    for start in range(0, len(event.content), SECTOR):
        if random is None or random.random() < chance:
            piece = event.content[start : start + SECTOR]
            offset = event.offset + start
            content.extend(bytes(max(0, offset - len(content))))
            content[offset : offset + len(piece)] = piece


def cut_power(events: list[Event], random: Random) -> str:
    """Cut the power at some moment; what was lost, in a few words, or nothing."""
    begun = next(place for place, event in enumerate(events) if event.what == "say")
    moment = random.randrange(begun, len(events) + 1)
    saved, unheard = listen(
        b"".join(each.content for each in events[:moment] if each.what == "say")
    )
    expected: dict[str, str] = {}
    for effect in saved:
        apply_effect(expected, effect)
    with_unheard = dict(expected)
    apply_effect(with_unheard, unheard)
    folder = Path(tempfile.mkdtemp(prefix="power-"))
    store = folder / "bookmarks.db"
    for name, content in disk_after(events[:moment], random).items():
        (folder / name).write_bytes(content)
    try:
        found = read_store(store)
    except StoreError as error:
        return f"the store is not sound: {error!r}"
    finally:
        shutil.rmtree(folder)
    is_there = all(
        found.get(mark_id) in (note, with_unheard.get(mark_id))
        for mark_id, note in expected.items()
    )
    return "" if is_there else difference(expected, found)
