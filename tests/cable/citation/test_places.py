from __future__ import annotations

from reader.cable.citation import cite_paragraphs
from reader.cable.model import Body, Cable, Header, Paragraph, Telegram


def cable_with(*numbers: int | None, canonical_id: str | None = "09MOSCOW501") -> Cable:
    body = tuple(
        Paragraph(ordinal, number, "SBU", "The ferry left.", ())
        for ordinal, number in enumerate(numbers)
    )
    return Cable(Telegram(""), None, canonical_id, Header(), Body(body), ())


def test_a_paragraph_is_cited_by_id_and_printed_number() -> None:
    assert cite_paragraphs(cable_with(1, 2, 4), 2, 2) == "09MOSCOW501, para. 4"


def test_several_paragraphs_are_cited_from_first_to_last() -> None:
    assert cite_paragraphs(cable_with(4, 5, 6), 0, 2) == "09MOSCOW501, paras. 4–6"


def test_a_number_that_is_not_printed_stands_in_brackets() -> None:
    assert cite_paragraphs(cable_with(1, None), 1, 1) == "09MOSCOW501, para. [2]"


def test_a_cable_without_an_id_says_so() -> None:
    assert cite_paragraphs(cable_with(1, canonical_id=None), 0, 0) == "Cable without an id, para. 1"


def test_a_header_without_paragraphs_is_cited_as_a_whole() -> None:
    assert cite_paragraphs(cable_with(), 0, 0) == "09MOSCOW501"
