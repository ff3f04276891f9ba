"""How fast files become cables: pages beside their raw text, tables of many beside csv.reader.

`python -m benchmarks.formats [--check] [--full]`. Everything is made up anew: pages of 2010
around telegrams of 6.6 kB, and a `cables.csv` of 20,000 rows (with --full 200,000 rows, 1.3 GB).
Times of pages are medians of processor time; those of the table are by the clock, since whoever
opens it waits by the clock.
"""

from __future__ import annotations

import csv
import gc
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks.ratios import Row, arguments, at_most, report
from reader.cable.grammar import parse
from reader.cable.model import Telegram
from reader.formats.registry import read_bytes
from tests.telegrams import Shape, make_telegram

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROWS = 20_000
FULL_ROWS = 200_000
DISTINCT = 400
PAGE_SIZES = (50_000, 500_000, 5_000_000)

MENU = "\n".join(
    f"<a href='/date/{year}-{month:02}_0.html'>{year}/{month:02}</a>"
    for year in range(1966, 2011)
    for month in range(1, 13)
)
PAGE = """<?xml version='1.0' encoding='utf-8' ?>
<html lang='en' xml:lang='en' xmlns='http://www.w3.org/1999/xhtml'>
<head>
<title>Cable Viewer</title>
</head>
<body>
<div class='pane small'>
{menu}
</div>
<h3>Viewing cable {id}, {subject}</h3>
<table class='cable'>
<tr>
<th>Reference ID</th>
<th>Created</th>
<th>Released</th>
<th>Classification</th>
<th>Origin</th>
</tr>
<tr>
<td>
<a href='/cable/2009/03/{id}.html'>{id}</a>
</td>
<td>
<a href='/date/2009-03_0.html'>{date}</a>
</td>
<td>
<a href='/reldate/2010-12-01_0.html'>2010-12-01 21:09</a>
</td>
<td>
<a href='/classification/6_0.html' title='confidential'>{classification}</a>
</td>
<td>
<a href='/origin/47_0.html'>Embassy Oslo</a>
</td>
</tr>
</table>
<code><pre>{header}</pre></code>
<code><pre>{body}</pre></code>
</body>
</html>
"""


def make_page(text: str) -> bytes:
    """The page of a telegram: its marks anchors, its line ends entities."""
    cable = parse(Telegram(text))
    claims = {
        "id": cable.reference_id,
        "date": f"{cable.header.sent:%Y-%m-%d %H:}{cable.header.sent.hour % 12:02}"
        if cable.header.sent
        else "2009-03-02 04:04",
        "subject": cable.header.subject,
        "classification": cable.header.classification.value
        if cable.header.classification
        else "UNCLASSIFIED",
    }
    header, _, body = text.partition("\n\n")
    body = body.replace("¶", "<a id='par1' href='#par1'>¶</a>")
    parts = {"header": header, "body": body}
    escaped = {name: part.replace("\n", "&#x000A;") for name, part in parts.items()}
    return PAGE.format(menu=MENU, **escaped, **claims).encode()


def seconds(work: Callable[[bytes], object], inputs: Sequence[bytes]) -> float:
    """Processor time for all inputs, without the collector's."""
    gc.collect()
    gc.disable()
    start = process_time()
    for each in inputs:
        work(each)
    spent = process_time() - start
    gc.enable()
    return spent


def read_page(page: bytes) -> object:
    """What is measured: from the bytes of a page to its cable."""
    return parse(next(read_bytes(page, "page.html", "page.html")))


def open_page(page: bytes) -> object:
    """The way to the telegram alone."""
    return next(read_bytes(page, "page.html", "page.html"))


def read_raw(text: bytes) -> object:
    """The yardstick: the same telegram, parsed."""
    return parse(Telegram(text.decode()))


def page_rows(count: int, rounds: int) -> list[Row]:
    """Pages beside their raw texts, of the usual size and large; and their reading by the byte."""
    random = Random(1966)
    texts = [make_telegram(random, size=random.randint(2600, 10100)) for _ in range(count)]
    raw, pages = [text.encode() for text in texts], [make_page(text) for text in texts]
    ratios, times = [], []
    for _ in range(rounds):
        slow, fast = seconds(read_page, pages), seconds(read_raw, raw)
        times.append(slow / count)
        ratios.append(slow / fast)
    rows = [
        Row(
            "page of 2010, beside its raw text",
            f"{median(times) * 1e6:.0f} us",
            median(ratios),
            at_most(1.6),
        )
    ]
    first = 0.0
    for size in PAGE_SIZES:
        text = make_telegram(Random(7), size=size, shape=Shape())
        page = make_page(text)
        spent = median(seconds(read_page, [page]) for _ in range(3))
        raw_spent = median(seconds(read_raw, [text.encode()]) for _ in range(3))
        copies = [page] * max(1, PAGE_SIZES[-1] // size // 4)
        alone = median(seconds(open_page, copies) for _ in range(3)) / len(copies) / len(page)
        first = first or alone
        rows += [
            Row(
                f"page of {size:>9,} bytes",
                f"{spent * 1e3:.0f} ms",
                spent / raw_spent,
                at_most(1.6),
            ),
            Row("  without the parser", f"{alone * 1e9:.1f} ns each", alone / first, at_most(1.3)),
        ]
    return rows


def make_table(path: Path, count: int) -> None:
    """A table of cables in the dialect of the dump."""
    random = Random(5)
    texts = [make_telegram(random, size=random.randint(2600, 10100)) for _ in range(DISTINCT)]
    columns = [
        tuple(part.replace("\\", "\\\\").replace('"', '\\"') for part in text.split("\n\n", 1))
        for text in texts
    ]
    with path.open("w", encoding="utf-8") as table:
        table.writelines(table_lines(columns, count))


def table_lines(columns: list[tuple[str, ...]], count: int) -> Iterator[str]:
    """The rows of the table, the same few hundred texts under ids of their own."""
    for number in range(count):
        header, body = columns[number % len(columns)]
        yield (
            f'"{number + 1}","{number % 12 + 1}/{number % 28 + 1}/{1990 + number % 20} '
            f'{number % 24}:{number % 60:02}","{number % 100:02}OSLO{number}","Embassy Oslo",'
            f'"UNCLASSIFIED","66STATE9106|07OSLO1","{header}","{body} \\"{number}\\""\n'
        )


# Runs in a process of its own, so that the memory is that of the list alone.
LIST = """
import json, resource, sys
from pathlib import Path
from time import perf_counter
import reader.cable.grammar
from reader.intake.catalogue import open_catalogue
start = perf_counter()
catalogue = open_catalogue(sys.argv[1], cache=Path(sys.argv[2]))
first = []
def progress(done, total):
    if len(catalogue.rows) >= 200 and not first:
        found = catalogue.rows.matching("oslo honey")
        first.append(perf_counter() - start)
was_kept = catalogue.load()
if not was_kept:
    catalogue.fill(progress)
filled = perf_counter() - start
found = perf_counter()
matching = len(catalogue.rows.matching("honey 1995-06"))
found = perf_counter() - found
opened = perf_counter()
cable = catalogue.read(catalogue.rows[len(catalogue.rows) * 3 // 4])
opened = perf_counter() - opened
print(json.dumps({
    "kept": was_kept, "first": first, "filled": filled, "opened": opened, "found": found,
    "rows": len(catalogue.rows),
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


def list_table(table: Path, cache: Path) -> dict[str, float]:
    """What a process that lists the table measures."""
    done = subprocess.run(
        [sys.executable, "-c", LIST, str(table), str(cache)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "CABLE_READER_HOME": str(cache)},
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def read_with_csv(table: Path) -> float:
    """The yardstick: csv.reader alone over the whole file, by the clock."""
    csv.field_size_limit(2**30)
    start = perf_counter()
    with table.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file, doublequote=False, escapechar="\\"):
            pass
    return perf_counter() - start


def table_rows(count: int) -> list[Row]:
    """A table of cables: how soon it can be used, and how long listing it takes."""
    with tempfile.TemporaryDirectory() as folder:
        table, cache = Path(folder) / "cables.csv", Path(folder) / "cache"
        make_table(table, count)
        size = table.stat().st_size
        alone = read_with_csv(table)
        first = list_table(table, cache)
        again = list_table(table, cache)
    soon = first["first"][0] if first["first"] else first["filled"]
    return [
        Row("table", f"{size / 1e6:,.0f} MB, {first['rows']:,} rows"),
        Row("csv.reader alone", f"{alone:.2f} s"),
        Row("first rows, filtered", f"{soon:.2f} s", soon, at_most(2)),
        Row(
            "all rows, beside csv.reader",
            f"{first['filled']:.2f} s",
            first["filled"] / alone,
            at_most(2),
        ),
        Row("peak memory", f"{first['memory']:.0f} MB", first["memory"], at_most(400)),
        Row("opened again", f"{again['filled']:.2f} s", again["filled"], at_most(1)),
        Row("filter all rows", f"{again['found'] * 1e3:.0f} ms", again["found"], at_most(0.3)),
        Row(
            "one cable, three quarters in",
            f"{first['opened'] * 1e3:.1f} ms",
            first["opened"],
            at_most(0.1),
        ),
    ]


def main() -> int:
    """Print both tables; 1 when a target is missed and --check was given."""
    parser = arguments("How fast files become cables.")
    parser.add_argument("--full", action="store_true", help="a table of 200,000 rows, 1.3 GB")
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    pages = report("Pages", page_rows(options.pages, options.rounds), check=options.check)
    count = FULL_ROWS if options.full else ROWS
    table = report("A table of cables", table_rows(count), check=options.check)
    return max(pages, table)


if __name__ == "__main__":
    sys.exit(main())
