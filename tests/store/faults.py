"""A process that writes marks while the disk fails it, and tells what became of each.

`python -m tests.store.faults STORE COUNT [LIMIT]`. LIMIT is the size in bytes that no file may
outgrow: what is written beyond it is cut short, as on a full disk.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

from reader.errors import StoreError
from reader.store.bookmarks import Bookmarks
from tests.store.made_up import made_mark
from tests.store.patient import be_patient


def open_at_last(store: Path) -> Bookmarks:
    """Open the store, however often it takes."""
    for _ in range(20):
        try:
            return Bookmarks.open(store)
        except StoreError as error:
            if "the disk" not in error.message:
                raise
    raise AssertionError("the store could not be opened")


def main() -> None:
    """Write, and say of each mark whether it was saved, and if not, why."""
    be_patient()
    store, count = Path(sys.argv[1]), int(sys.argv[2])
    if len(sys.argv) > 3:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
    saved, sentences = [], []
    bookmarks = open_at_last(store)
    for number in range(count):
        try:
            bookmarks.add(made_mark(number, note=f"{number} " + "rung twice " * 90))
        except StoreError as error:
            sentences.append(str(error))
        else:
            saved.append(number)
    try:
        bookmarks.close()
    except StoreError as error:
        sentences.append(str(error))
    sys.stdout.write(json.dumps([saved, sentences]))


if __name__ == "__main__":
    main()
