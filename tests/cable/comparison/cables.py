"""Telegrams about a lighthouse museum, each in versions that differ where a test wants it."""

from __future__ import annotations

from reader.intake import read_text_as_cable

TELEGRAM = """\
VZCZCXYZ9017
PP RUEHC
DE RUEHRK #9017/01 1681131
ZNR UUUUU ZZH
P 171131Z JUN 09
FM AMEMBASSY REYKJAVIK
TO RUEHC/SECSTATE WASHDC PRIORITY 4418
INFO RUEHNY/AMEMBASSY OSLO 9004
BT
UNCLAS SECTION 01 OF 01 REYKJAVIK 009017

SENSITIVE
SIPDIS

E.O. 12958: N/A
TAGS: SCUL EWWT IC
SUBJECT: A MUSEUM ASKS FOR A LATER FERRY

REF: OSLO 9004

1. (SBU) Summary: The lighthouse museum asks for a later ferry, and the
clerk Gunnar Halldorsson told us that the board will hear of it. End summary.

2. (SBU) The lens is the northernmost of its kind. Its keeper, who has
polished it since 1961, would like to show it by night.

3. (C) The boat pays for itself in waffles. Director Asta Birgisdottir
counted 1,540 of them in one week of June.

4. (SBU) Comment: We would take the late boat ourselves. End comment.

FAIRWEATHER
BT
#9017
"""


def version(*swaps):
    """The cable with (before, after) replaced."""
    text = TELEGRAM
    for before, after in swaps:
        assert before in text
        text = text.replace(before, after)
    return read_text_as_cable(text, "museum.txt")
