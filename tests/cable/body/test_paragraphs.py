import pytest

from reader.cable.body.markings import portion_marking
from tests.cable.body.bodies import Body, covers


@pytest.mark.parametrize(
    ("line", "number", "marking", "text"),
    [
        ("1. (SBU) The lamp is lit.", 1, "SBU", "The lamp is lit."),
        ("¶1. (C) The lamp is lit.", 1, "C", "The lamp is lit."),
        ("¶ 1. (C) The lamp is lit.", 1, "C", "The lamp is lit."),
        ("  1.  (U)  The lamp is lit.", 1, "U", "The lamp is lit."),
        ("1.(C) The lamp is lit.", 1, "C", "The lamp is lit."),
        ("1.(S//NF)The lamp is lit.", 1, "S//NF", "The lamp is lit."),
        ("1) (U) The lamp is lit.", 1, "U", "The lamp is lit."),
        ("1 . (U) The lamp is lit.", 1, "U", "The lamp is lit."),
        ("1. ( C ) The lamp is lit.", 1, "C", "The lamp is lit."),
        ("1. (s / nf) The lamp is lit.", 1, "S/NF", "The lamp is lit."),
        ("1. (C - ENTIRE TEXT). The lamp is lit.", 1, "C - ENTIRE TEXT", "The lamp is lit."),
        ("1. (SECRET-ENTIRE TEXT) THE LAMP IS LIT.", 1, "SECRET-ENTIRE TEXT", "THE LAMP IS LIT."),
        ("1. © The lamp is lit.", 1, "C", "The lamp is lit."),
        ("1. (S/REL NATO) The lamp is lit.", 1, "S/REL NATO", "The lamp is lit."),
        ("1. The lamp is lit.", 1, None, "The lamp is lit."),
        ("¶1 (U) The lamp is lit.", 1, "U", "The lamp is lit."),
        ("(SBU) 1. The lamp is lit.", 1, "SBU", "The lamp is lit."),
        ("(C) ¶1. The lamp is lit.", 1, "C", "The lamp is lit."),
        ("(SBU) The lamp is lit.", None, "SBU", "The lamp is lit."),
        ("© The lamp is lit.", None, "C", "The lamp is lit."),
        ("¶ The lamp is lit.", None, None, "The lamp is lit."),
        ("1. (see ref A) The lamp is lit.", 1, None, "(see ref A) The lamp is lit."),
        ("(see ref A) The lamp is lit.", None, None, "(see ref A) The lamp is lit."),
        ("¶6.", 6, None, ""),
        ("¶6. (C)", 6, "C", ""),
    ],
)
def test_a_paragraph_begins_with_its_number_and_its_marking(line, number, marking, text):
    [paragraph] = Body(f"{line}\n").paragraphs
    assert (paragraph.number, paragraph.marking, paragraph.text) == (number, marking, text)
    assert line[paragraph.start :] == line.lstrip()
    assert [line[slice(*span)] for span in paragraph.spans] == ([text] if text else [])


@pytest.mark.parametrize(
    "words", ["see ref A", "1", "", "i", "CA", "NF", "S THE LAMP", "FROM S", "N"]
)
def test_other_brackets_are_no_marking(words):
    assert portion_marking(words) is None


@pytest.mark.parametrize(
    ("words", "marking"),
    [
        ("SBU/NOFORN", "SBU/NOFORN"),
        ("S-NF", "S-NF"),
        ("C NF", "C NF"),
        ("SNF", "SNF"),
        ("N/SF", "N/SF"),
        ("LOU", "LOU"),
        ("U//FOUO", "U//FOUO"),
        ("S//REL TO USA, GBR", "S//REL TO USA, GBR"),
        ("Sensitive But Unclassified", "SENSITIVE BUT UNCLASSIFIED"),
        ("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE"),
    ],
)
def test_markings_in_all_spellings(words, marking):
    assert portion_marking(words) == marking


def test_printed_numbers_are_kept_also_when_they_repeat_skip_and_go_back():
    body = Body(
        "¶2. (U) One lamp.\n\n¶3. (U) Two lamps.\n\n¶3. (U) Three lamps.\n\n¶7. (U) No lamp.\n\n"
        "¶1. (U) The ferry.\n"
    )
    assert body.numbers == [2, 3, 3, 7, 1]
    assert [paragraph.ordinal for paragraph in body.paragraphs] == [0, 1, 2, 3, 4]
    assert [problem.message for problem in body.reading.problems] == [
        "The paragraph number 3 stands twice.",
        "Paragraph 7 follows 3: the numbers between are missing.",
        "Paragraph 1 follows 7: the numbers go back.",
    ]
    assert {problem.rule for problem in body.reading.problems} == {"paragraph_number"}


def test_a_year_that_a_program_took_for_a_number_is_kept_and_noted():
    body = Body("¶1. (U) The museum opened in\n¶2004. It burned in May.\n\n¶2. (U) It is shut.\n")
    assert body.numbers == [1, 2004, 2]
    [problem] = body.reading.problems
    assert "2004 is marked as a paragraph" in problem.message


def test_a_year_at_the_beginning_of_a_wrapped_line_is_no_paragraph():
    body = Body(
        "1. (U) The lighthouse museum was opened to its first visitors in\n1998. It burned.\n"
    )
    assert body.texts == [
        "The lighthouse museum was opened to its first visitors in 1998. It burned."
    ]


def test_several_marks_on_one_line_are_several_paragraphs():
    body = Body(
        "¶2. (C) The board upheld the law. ¶3. (C) The group did not. ¶4. (U) Others slept.\n"
    )
    assert body.numbers == [2, 3, 4]
    assert body.texts == ["The board upheld the law.", "The group did not.", "Others slept."]
    assert covers(body)


def test_plain_numbers_within_a_line_begin_paragraphs_when_they_are_next():
    line = "1. (C) The board upheld the law, which nobody had read. 2. (C) The group did not, and "
    body = Body(f"{line}said so. 7. (C) is no paragraph here.\n" + "3. (U) The choir sang.\n")
    assert body.numbers == [1, 2, 3]
    assert body.texts[1] == "The group did not, and said so. 7. (C) is no paragraph here."


def test_a_sign_in_a_sentence_begins_no_paragraph():
    body = Body("¶1. (U) As ¶3 of reftel says, and ¶ 4. too, the lamp is lit.\n")
    assert body.numbers == [1]


def test_a_sign_alone_on_its_line_belongs_to_the_next():
    body = Body("¶\n1. (C) The lamp is lit.\n\n¶\n2. It is bright.\n")
    assert body.numbers == [1, 2]
    assert body.texts == ["The lamp is lit.", "It is bright."]


def test_paragraphs_without_a_mark_belong_to_the_number_above():
    body = Body("1. (U) The lamp is lit.\n\nIt can be seen from Oslo.\n\n2. (U) The ferry sails.\n")
    assert body.texts == ["The lamp is lit.\nIt can be seen from Oslo.", "The ferry sails."]


def test_a_text_without_numbers_has_a_paragraph_a_block():
    body = Body("The lamp is lit.\n\nIt can be seen from Oslo.\n\nThe ferry sails at nine.\n")
    assert body.numbers == [None, None, None]
    assert body.texts[1] == "It can be seen from Oslo."


def test_below_a_heading_a_paragraph_without_a_number_stands_alone():
    body = Body("1. (U) The lamp is lit.\n\nTHE FERRY\n---------\n\nThe ferry sails at nine.\n")
    assert body.outline == [1, "THE FERRY", None]


def test_a_number_alone_takes_the_text_below_it():
    body = Body("¶4. (SBU) COMMENT.\n\nThe lamp is too bright.\n\n¶5.\nThe ferry sails.\n")
    assert body.texts == ["COMMENT.\nThe lamp is too bright.", "The ferry sails."]
    assert body.numbers == [4, 5]


def test_plain_numbers_of_a_list_are_items():
    body = Body(
        "1. (U) The board has three rules.\n\n2. (U) They are:\n\n1. No lamps.\n\n2. No "
        "ferries.\n\n"
        "3. No choirs.\n\n3. (U) Nobody keeps them.\n"
    )
    assert body.numbers == [1, 2, 3]
    assert body.texts[1] == "They are:\n1. No lamps.\n2. No ferries.\n3. No choirs."


def test_bracketed_numbers_are_paragraphs_when_they_begin_the_text():
    body = Body("1) The lamp is lit.\n\n2) The ferry sails.\n\n3) The choir sings.\n")
    assert body.numbers == [1, 2, 3]


def test_bracketed_numbers_are_items_where_full_stops_number_the_paragraphs():
    body = Body("1. The board wants:\n\n1) lamps;\n\n2) ferries.\n\n2. It has neither.\n")
    assert body.numbers == [1, 2]
    assert body.texts[0] == "The board wants:\n1) lamps;\n2) ferries."


def test_a_number_without_its_sign_is_text_where_a_program_put_the_sign():
    body = Body("¶1. (U) The lamp.\n\nFERRIES\n-------\n\n2.(U) The ferry.\n\n¶3. (U) The choir.\n")
    assert body.numbers == [1, None, 3]
    assert body.texts[1] == "2.(U) The ferry."


def test_a_lost_sign_is_no_lost_number_when_all_else_fits():
    body = Body("¶1. (U) The lamp.\n\n2. (U) The ferry.\n\n¶3. (U) The choir.\n")
    assert body.numbers == [1, 2, 3]


def test_lettered_answers_with_a_sign_are_items():
    body = Body("¶1. (SBU) Keyed to reftel:\n\n¶B. Lamps: none.\n\n¶C. Ferries: one.\n")
    assert body.texts == ["Keyed to reftel:\nB. Lamps: none.\nC. Ferries: one."]


def test_a_fragment_that_begins_within_a_paragraph():
    body = Body("tell the truth about it.\n\n4. (C) The ferry sails.\n\n5. (C) The choir sings.\n")
    assert body.numbers == [None, 4, 5]
    assert body.reading.problems == ()
