import pytest

from tests.cable.body.bodies import Body, covers

PAGE = "REYKJAVIK 00009017  002 OF 003"


def test_wrapped_lines_are_one_line():
    body = Body("1. (U) The director of the museum asked for a later ferry, since\nthe last one "
                "leaves before the lamp\nis lit.\n")  # fmt: skip
    assert body.texts == [
        "The director of the museum asked for a later ferry, since the last one leaves before the "
        "lamp is lit."
    ]
    [paragraph] = body.paragraphs
    assert len(paragraph.spans) == 1


@pytest.mark.parametrize(
    "between",
    [f"\n\n{PAGE}\n\n", f"\n{PAGE}\n", "\n\nSIPDIS\n", "\n\n", f"\n\n\n{PAGE}\n \n \n", "\n \n"],
)
def test_a_sentence_that_something_cut_is_whole(between):
    body = Body(f"¶7. (SBU) The museum would need a pier, a lamp, two keepers, and{between}"
                "a choir, if not two.\n")  # fmt: skip
    assert body.texts == [
        "The museum would need a pier, a lamp, two keepers, and a choir, if not two."
    ]
    [paragraph] = body.paragraphs
    assert [body.text[slice(*span)] for span in paragraph.spans] == [
        "The museum would need a pier, a lamp, two keepers, and",
        "a choir, if not two.",
    ]
    [seam] = paragraph.seams
    assert paragraph.text[seam.offset :] == "a choir, if not two."
    assert body.text[slice(*seam.span)] == between
    assert covers(body)


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        (f"\n\n{PAGE}\n\n", "page break"),
        ("\n\n", "blank line"),
        ("\n\nSIPDIS\n", "injected caption"),
        (
            " Declassified/Released US Department of State EO Systematic Review 20 Mar 2014 ",
            "stamp",
        ),
        (f" {PAGE} ", "page break"),
        (" SIPDIS ", "injected caption"),
    ],
)
def test_a_seam_says_what_was_left_out(between, kind):
    body = Body(f"¶7. (SBU) We spoke with the deputy Secretary{between}of the board of lamps.\n")
    assert body.texts == ["We spoke with the deputy Secretary of the board of lamps."]
    assert [seam.kind.value for seam in body.paragraphs[0].seams] == [kind]
    assert covers(body)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("as it reads its Rule 4,", '"Lamps and Ferries," which the board'),
        ("the keepers, the captains and", "Captain Strand of the ferry"),
        ("the reply of the", "lamp keeper, who"),
        ("a museum that holds some", "4,000 lamps in its cellar, all of them"),
        ("the archive of the museum", "(including its lamps) has"),
    ],
)
def test_a_blank_line_within_a_sentence(above, below):
    above = f"¶1. (U) The board would build a second pier {above}"
    assert len(Body(f"{above}\n\n{below} burned.\n").texts[0].split("\n")) == 1


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The lamp is lit.", "it is bright."),
        ("The board wants:", "lamps and ferries"),
        ("The board wants lamps", "Ferries it has"),
        ("The board wants lamps", "-- and ferries"),
    ],
)
def test_a_blank_line_between_two_blocks(above, below):
    assert Body(f"¶1. (U) {above}\n\n{below}\n").texts == [f"{above}\n{below}"]


def test_nothing_is_joined_across_a_rule_a_heading_or_a_mark():
    rule = Body("¶1. (U) The lamp and\n\n-----\n\nthe ferry.\n")
    assert rule.texts == ["The lamp and\nthe ferry."]
    heading = Body("¶1. (U) The lamp and\n\nFERRIES\n-------\n\nthe ferry.\n")
    assert heading.texts == ["The lamp and", "the ferry."]
    mark = Body("¶1. (U) The lamp and\n\n¶2. (U) the ferry.\n")
    assert mark.texts == ["The lamp and", "the ferry."]


def test_a_hyphen_at_the_end_of_a_line_stays():
    body = Body("1. (U) The museum asks for an explanation of all of the lighthouse-\nrelated fees "
                "and for the counter-\nproposal.\n")  # fmt: skip
    assert "lighthouse-related fees and for the counter-proposal" in body.texts[0]


def test_a_dash_at_the_end_of_a_line_is_no_hyphen():
    body = Body("1. (U) The museum asks for an explanation of all of the fees --\nand of the ferry "
                "fees -\nat once.\n")  # fmt: skip
    assert "fees -- and of the ferry fees - at once." in body.texts[0]


CAPITALS = """1. THE LIGHTHOUSE MUSEUM WOULD WELCOME ANY SUITABLE ARRANGE-
MENTS FOR THE NON-
PROLIFERATION OF FERRIES, AND HAS ASKED FOR A LATE-
NIGHT BOAT. THE BOARD'S OWN PRO-
POSAL WAS THE EARLIER PROPOSAL.
"""


def test_a_word_that_the_capitals_of_the_seventies_cut_is_whole():
    [text] = Body(CAPITALS).texts
    assert "SUITABLE ARRANGEMENTS FOR THE NON-PROLIFERATION OF" in text
    assert "A LATE-NIGHT BOAT" in text
    assert "OWN PROPOSAL WAS THE EARLIER PROPOSAL." in text


def test_a_word_that_a_page_cut_is_whole():
    body = Body(
        "1. THE MUSEUM WOULD WELCOME ANY SUITABLE ARRANGE-\nUNCLASSIFIED\n\n\nUNCLASSIFIED\n\n"
        "PAGE 02        REYKJAVIK 09017  291302Z\n\nMENTS FOR A LATER FERRY.\n"
    )
    assert body.texts == ["THE MUSEUM WOULD WELCOME ANY SUITABLE ARRANGEMENTS FOR A LATER FERRY."]
    assert len(body.reading.page_breaks) == 1
    [seam] = body.paragraphs[0].seams
    assert body.paragraphs[0].text[seam.offset :].startswith("MENTS")
    assert covers(body)


def test_a_page_that_ends_with_a_sentence_goes_on_with_its_paragraph():
    body = Body(f"¶2. (U) The director received us in the old oil store, and said much.\n\n"
                f"{PAGE}\n\n"
                "The museum, she said, owns the northernmost lens.\n")  # fmt: skip
    assert body.texts[0].count("\n") == 0


def test_short_lines_were_ended_on_purpose():
    body = Body("Begin text of the song:\n\nThe lamp is lit,\nthe boat has gone,\nand I am late.\n")
    assert "The lamp is lit,\nthe boat has gone,\nand I am late." in "\n".join(body.texts)


def test_a_line_that_ends_a_sentence_early_was_ended_on_purpose():
    body = Body(
        "1. (U) The director asked for a later ferry.\n"
        "The harbor board, which has met nine times since, does not agree\nwith her at all.\n"
    )
    assert body.kinds() == [
        ("text", "The director asked for a later ferry."),
        (
            "text",
            "The harbor board, which has met nine times since, does not agree with her at all.",
        ),
    ]
