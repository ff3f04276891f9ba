"""What holds for every text, however damaged: for mutated telegrams, and for any characters."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.cable.grammar import parse
from reader.cable.model import Telegram
from tests.growth import is_linear
from tests.mutations import LINES, SIGNS, mutated_telegram
from tests.properties import breaches
from tests.telegrams import Shape, make_telegram

# Lines of telegrams and stray signs in any order, and text of any characters between them.
SCRAPS = st.lists(
    st.one_of(st.sampled_from(LINES), st.sampled_from(SIGNS), st.text(max_size=40)), max_size=12
)


@settings(max_examples=150)
@given(st.integers(0, 2**32))
def test_mutated_telegrams_are_read_without_a_breach(seed):
    assert breaches(mutated_telegram(Random(seed))) == []


@settings(max_examples=200)
@given(SCRAPS, st.sampled_from(("\n", "\n\n", " ", "")))
@example(["¶:", "¶+ 1. (U) The lamp.", "¶= ", "¶~"], "\n")
@example(["SUECT:", "--  --  -----", "K"], "\n")
@example(["REF:O", "", " STATE 728", "27", "", "4"], "\n")
@example([":", "C O NFIDENTIAL", "miC O N F I D E N224"], "\n")
@example(["VZCZCXRO3195PREHTC #9874/01 1962127ZNY CCCCClassified By:"], "\n")
def test_scraps_are_read_without_a_breach(scraps, between):
    assert breaches(between.join(scraps)) == []


@given(st.text())
def test_any_text_is_read_without_a_breach(text):
    assert breaches(text) == []


@pytest.mark.parametrize("shape", [Shape(wrapped=True), Shape(wrapped=False, marks="¶")])
def test_sound_telegrams_lose_nothing(shape):
    for seed in range(20):
        assert breaches(make_telegram(Random(seed), size=3000, shape=shape)) == []


@pytest.mark.parametrize(
    "piece",
    [
        "¶1. (C) The lamp (Note: it burns. ",
        "SUMMARY\n-------\n\nThe lamp and\n\n",
        "1. (U) The lamp. 2. (C) The ferry ",
        "-- lamps\n\nOSLO 00009017  002 OF 003\n\n",
        "Summary: the lamp\n\nComment: ferries\n\n",
        "The Lamp of Strand -----  ----- ",
        "A   B   C\n",
        "ARRANGE-\n",
        "(a) ",
        "¶ ",
        "SIPDIS ",
        "END ",
    ],
)
def test_the_time_to_read_grows_with_the_text(piece):
    head = "UNCLAS OSLO 000012\n\nSUBJECT: LAMPS\n\n1. (U) "

    def prepare(size):
        text = head + piece * (size // len(piece))
        return lambda: parse(Telegram(text))

    assert is_linear(prepare, 200_000)
