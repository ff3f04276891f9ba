import pytest

from tests.cable.body.bodies import Body


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("1. (C) Summary: The lamp is lit. End summary.", ["The lamp is lit."]),
        ("1. (C) SUMMARY.  The lamp is lit.  END SUMMARY.", ["The lamp is lit."]),
        ("1. (C) SUMMARY -- The lamp is lit. END OF SUMMARY", ["The lamp is lit."]),
        ("1. (C) BEGIN SUMMARY: The lamp is lit. END SUMMARY", ["The lamp is lit."]),
        ("1. (C) Summary and Comment: The lamp is lit. End Summary and "
         "Comment.", ["The lamp is lit."]),
        ("1. (C) SUMMARY/ACTION REQUEST: The lamp is lit. END SUMMARY.", ["The lamp is lit."]),
        ("1. (C) Summary and Action Request. The lamp is lit.", ["The lamp is lit."]),
        ("1. (C) The lamp is lit. End summary.", ["The lamp is lit."]),
        ("1. (C) Summary: The lamp is lit.", ["The lamp is lit."]),
        ("Summary\n-------\n\n1. (C) The lamp is lit.\nEnd Summary.", ["The lamp is lit."]),
        ("Summary\n-------\n\n1. (C) The lamp.\n\n2. (C) The ferry.\n\nCHOIRS\n------\n\n3. "
         "(C) The choir.",
         ["The lamp.", "The ferry."]),
        ("1. (C) Summary: The lamp.\n\n2. (C) The ferry. End summary.\n\n3. (C) The choir.",
         ["The lamp.", "The ferry."]),
        ("1. (C) Summary: The lamp.\n\n2. (C) The ferry.\n\n3. (C) The choir.", ["The lamp."]),
        ("BEGIN SUMMARY\n\nThe lamp is lit. END SUMMARY\n\n1. (C) The ferry "
         "sails.", ["The lamp is lit."]),
        ("1. (SBU) KEY POINTS\n\n-- The lamp.\n\n-- The ferry.\n\n2. (U) "
         "Lo.", ["-- The lamp.\n-- The ferry."]),
        ("BOTTOM LINE UP FRONT: The lamp.\n\n1. (U) The ferry.", ["The lamp."]),
        ("1. (C) Introduction: The lamp.\n\n2. (C) Summary: The ferry.", ["The ferry."]),
        ("1. (C) The lamp in summary: it is lit.", []),
        ("1. (C) Summary courts met on the lamp.", []),
    ],
)  # fmt: skip
def test_summaries(text, passages):
    found = [words for kind, words in Body(f"{text}\n").passages() if kind == "summary"]
    assert found == passages


def test_the_lines_of_a_summary_keep_their_ends():
    body = Body("Summary/Comment: no lamp\nno lamp no lamp.  End Summary/Comment.\n")
    assert body.passages() == [("summary", "no lamp\nno lamp no lamp.")]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("9. (C) Comment: It is lit. End comment.", [("comment", "It is lit.")]),
        ("9. (C) COMMENT. It is lit.", [("comment", "It is lit.")]),
        ("9. (C) It burns. (Comment: Or not. End comment.) Post will "
         "see.", [("comment", "Or not.")]),
        ("9. (C) It burns (Note: or did in May). Post will see.", [("note", "or did in May")]),
        ("9. (C) It burns. NOTE: Or it did. END NOTE. Post will see.", [("note", "Or it did.")]),
        ("9. (C) It burns. [Note: Or it did.]", [("note", "Or it did.")]),
        ("COMMENT\n-------\n\n9. (C) It is lit.\n\n10. (C) It burns.\n\nSTRAND",
         [("comment", "It is lit."), ("comment", "It burns.")]),
        ("COMMENT: LAMPS\n--------------\n\n9. (C) It is lit.", [("comment", "It is lit.")]),
        ("9. (C) We note that it burns, end note that it did.", []),
    ],
)  # fmt: skip
def test_comments_and_notes(text, passages):
    found = Body(f"{text}\n").passages()
    assert [passage for passage in found if passage[0] != "summary"] == passages


def test_passages_are_in_the_order_of_the_text():
    body = Body(
        "1. (U) Summary: It burns (Note: brightly). End summary.\n\n2. (U) Comment: Too brightly.\n"
    )
    assert [kind for kind, _ in body.passages()] == ["summary", "note", "comment"]
