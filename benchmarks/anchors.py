"""How fast marks are placed again in another copy of a long cable.

`python -m benchmarks.anchors [--check]`. A thousand anchors, a quarter of them whole paragraphs,
are placed in a cable of 100 kB: the same one, one in capitals, and one of which a character in
twenty is damaged. Figures are the best of three, processor time, the learning of the text included.
"""

from __future__ import annotations

import sys
from random import Random
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.ratios import Row, arguments, at_most, report
from reader.cable.grammar import parse
from reader.cable.model import Body, Paragraph, Telegram
from reader.store.anchors import Placer, make_anchor
from tests.telegrams import make_telegram

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.cable.model import Cable
    from reader.store.anchors import Anchor

SIZE = 100_000
COUNT = 1_000
SIGNS = "abcdefghijklmnopqrstuvwxyz .,1lI0O"


def make_anchors(cable: Cable, random: Random) -> list[Anchor]:
    """Whole paragraphs and highlights of some words, anywhere."""
    anchors = []
    for turn in range(COUNT):
        paragraph = random.choice(cable.paragraphs)
        start = random.randrange(max(1, len(paragraph.text) - 5)) if turn % 4 else 0
        end = start + random.randint(12, 90) if turn % 4 else None
        anchors.append(make_anchor(cable, paragraph.ordinal, start, end))
    return anchors


def damaged(text: str, random: Random) -> str:
    """One character in twenty replaced, left out, or followed by another."""
    kinds = (lambda _: random.choice(SIGNS), lambda _: "", lambda sign: sign + random.choice(SIGNS))
    return "".join(random.choice(kinds)(sign) if random.random() < 0.05 else sign for sign in text)


def changed(cable: Cable, change: Callable[[str], str]) -> Cable:
    """A copy of the cable whose paragraphs have other words."""
    body = tuple(
        item._replace(text=change(item.text)) if isinstance(item, Paragraph) else item
        for item in cable.body
    )
    return cable._replace(body=Body(body))


def seconds(anchors: list[Anchor], cable: Cable) -> float:
    """What placing all anchors takes."""
    begin = process_time()
    placer = Placer(cable)
    for anchor in anchors:
        placer.place(anchor)
    return process_time() - begin


def main() -> int:
    """Measure and print."""
    options = arguments(__doc__ or "").parse_args()
    random = Random(1)
    cable = parse(Telegram(make_telegram(random, size=SIZE)))
    anchors = make_anchors(cable, random)
    copies = {
        "in the same text": cable,
        "in capitals": changed(cable, str.upper),
        "with 5 % damaged": changed(cable, lambda text: damaged(text, random)),
    }
    rows = []
    for name, copy in copies.items():
        taken = min(seconds(anchors, copy) for _ in range(3))
        rows.append(Row(f"{COUNT:,} {name}", f"{taken * 1000:.0f} ms", taken, at_most(1)))
    return report(f"Anchors placed in a cable of {SIZE // 1000} kB", rows, check=options.check)


if __name__ == "__main__":
    sys.exit(main())
