from __future__ import annotations

from reader.cable.grammar import parse
from reader.cable.model import Body, Heading, Telegram

TEXT = """SUBJECT: A LATER FERRY

Boats
-----

1. (U) The boat has gone.

2. (U) The lamp is lit.
"""


def test_paragraphs_are_picked_once_from_a_body_and_anew_from_another():
    cable = parse(Telegram(TEXT))
    assert any(isinstance(item, Heading) for item in cable.body)
    assert [each.text for each in cable.paragraphs] == ["The boat has gone.", "The lamp is lit."]
    assert cable.paragraphs is cable._replace(partial=True).paragraphs
    assert cable._replace(body=Body(cable.body[:-1])).paragraphs == cable.paragraphs[:-1]
    assert parse(Telegram(TEXT)).paragraphs == cable.paragraphs
    assert cable._replace(body=Body()).paragraphs == ()
