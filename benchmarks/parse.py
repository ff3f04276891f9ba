"""How fast telegrams are read: beside markdown-it-py, beside splitting lines, and by size.

`python -m benchmarks.parse [--check]`. One core, made-up telegrams of 6.6 kB on average, the same
texts for all three, the rounds alternating; the figures are medians of processor time.

A cable that is read has its header, paragraphs, headings, references, mentions, passages and
remarks, each with its place. The lines with their roles, which only the view of the source asks
for, are made when it does: what they add has a row of its own.
"""

from __future__ import annotations

import gc
import sys
from random import Random
from statistics import mean, median
from time import process_time
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from benchmarks.ratios import Row, arguments, at_least, at_most, report
from reader.cable.grammar import parse
from reader.cable.model import Telegram
from tests.telegrams import Shape, make_telegram

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MEAN_SIZE = 6600
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)


def split_lines(text: str) -> int:
    """The bare minimum: read the lines and strip them."""
    return sum(len(line.strip()) for line in text.split("\n"))


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor time for all texts, without the collector's."""
    gc.collect()
    gc.disable()
    start = process_time()
    for text in texts:
        work(text)
    spent = process_time() - start
    gc.enable()
    return spent


def read_cable(text: str) -> object:
    """What is measured."""
    return parse(Telegram(text))


def read_cable_and_lines(text: str) -> object:
    """What the view of the source asks for besides."""
    return tuple(parse(Telegram(text)).lines)


def speed_rows(count: int, rounds: int) -> list[Row]:
    """Cables a second, beside markdown-it-py rendering the same texts and a bare split."""
    random = Random(1966)
    texts = [make_telegram(random, size=random.randint(2600, 10100)) for _ in range(count)]
    render = MarkdownIt().render
    spent: dict[str, list[float]] = {"ours": [], "lines": [], "markdown-it-py": [], "split": []}
    for _ in range(rounds):
        spent["ours"].append(seconds(read_cable, texts))
        spent["lines"].append(seconds(read_cable_and_lines, texts))
        spent["split"].append(seconds(split_lines, texts))
        spent["markdown-it-py"].append(seconds(render, texts))
    rate = {name: count / median(times) for name, times in spent.items()}
    size = mean(map(len, texts))
    return [
        Row("mean size", f"{size:.0f} characters"),
        Row("cables", f"{rate['ours']:.0f} /s", rate["ours"], at_least(2000)),
        Row(
            "times markdown-it-py",
            f"{rate['markdown-it-py']:.0f} /s",
            rate["ours"] / rate["markdown-it-py"],
            at_least(3),
        ),
        Row("with all lines", f"{rate['lines']:.0f} /s", rate["lines"] / rate["ours"]),
        Row("part of a bare split", f"{rate['split']:.0f} /s", rate["ours"] / rate["split"]),
    ]


def size_rows(rounds: int) -> list[Row]:
    """Time by character at each size, against the smallest."""
    rows: list[Row] = []
    first = 0.0
    for size in SIZES:
        text = make_telegram(Random(7), size=size, shape=Shape())
        copies = [text] * max(1, 1_000_000 // size)
        spent = median(seconds(read_cable, copies) for _ in range(rounds))
        each = spent / len(copies) / len(text)
        first = first or each
        rows.append(
            Row(f"{size:>10,} characters", f"{each * 1e9:.0f} ns each", each / first, at_most(1.3))
        )
    return rows


def main() -> int:
    """Print both tables; 1 when a target is missed and --check was given."""
    parser = arguments("How fast telegrams are read.")
    parser.add_argument("--cables", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    speed = report(
        "Cables a second, on one core",
        speed_rows(options.cables, options.rounds),
        check=options.check,
    )
    linear = report("Time by size", size_rows(3), check=options.check)
    return max(speed, linear)


if __name__ == "__main__":
    sys.exit(main())
