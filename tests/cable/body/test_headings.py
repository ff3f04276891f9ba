import pytest

from tests.cable.body.bodies import Body, covers

TEXT = "The museum, she said, owns the northernmost working lens of its kind, eleven foghorns."


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("A Lamp That Nobody Sees\n-----------------------", "A Lamp That Nobody Sees"),
        ("-----\nGreater Use of the Lamp\n-----", "Greater Use of the Lamp"),
        ("------\n\nGreater Use of the Lamp\n\n------", "Greater Use of the Lamp"),
        ("-----\nThe Board Weighs the Lamp,\nthe Ferry and the Choir\n-----",
         "The Board Weighs the Lamp, the Ferry and the Choir"),
        ("The Board Weighs the Lamp, the Ferry, the Fees\nand the Choir\n- - - - - - - - - -",
         "The Board Weighs the Lamp, the Ferry, the Fees and the Choir"),
        ("Call for a lamp\n--------------------------------------------- ----", "Call for a lamp"),
        ("THE CHOIR'S VIEW", "THE CHOIR'S VIEW"),
        ("The Choir's View", "The Choir's View"),
        ("The Choir, the Lamp and the Ferry", "The Choir, the Lamp and the Ferry"),
        ("//COMMENT//", "COMMENT"),
        ("Comment -------", "Comment"),
        ("------- SUMMARY -------", "SUMMARY"),
        ("NEXT STEPS: THE FERRY ---------------------------------- ---", "NEXT STEPS: THE FERRY"),
        ("The Lamp Is Lit, but...\n=======================", "The Lamp Is Lit, but..."),
        ("COMMENT:", "COMMENT:"),
        ("Comment:", "Comment:"),
        ("* * * *\nThe Lamp\n* * * *", "The Lamp"),
        ("WHAT LAMP?\n__________", "WHAT LAMP?"),
        ("Next Steps\n\nREYKJAVIK 00009017  002 OF 003\n\n----------", "Next Steps"),
        ("Next Steps\n\n----------", "Next Steps"),
        ("A Lamp That Nobody Sees, Not Even\n----------\nin Oslo, Let Alone Strand\n---------",
         "A Lamp That Nobody Sees, Not Even in Oslo, Let Alone Strand"),
        ("U.S. LAMPS", "U.S. LAMPS"),
        ("4,212 Visitors and One Lamp", "4,212 Visitors and One Lamp"),
    ],
)  # fmt: skip
def test_headings_of_all_shapes(lines, title):
    body = Body(f"1. (U) {TEXT}\n\n{lines}\n\n2. (SBU) {TEXT}\n")
    assert body.outline == [1, title, 2]
    assert body.texts == [TEXT, TEXT]
    [heading] = body.headings
    assert " ".join(body.text[slice(*span)] for span in heading.spans) == title
    assert covers(body)


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("Press Coverage\n--------------", TEXT),
        ("--------------\nPress Coverage\n--------------", TEXT),
    ],
)
def test_a_heading_directly_under_a_paragraph(above, text):
    body = Body(f"1. (U) The lamp is lit at nine.\n{above}\n2. (U) {text}\n")
    assert body.outline == [1, "Press Coverage", 2]
    assert body.texts[0] == "The lamp is lit at nine."


def test_the_end_of_a_paragraph_above_a_box_is_no_heading():
    body = Body("1. (U) It burns as all the lamps do that have\nfew visitors.\n--------\n"
                "The Goals\n--------\n\n2. (U) There are none.\n")  # fmt: skip
    assert body.outline == [1, "The Goals", 2]
    assert body.texts[0].endswith("that have few visitors.")


def test_a_marking_before_a_heading_is_the_headings():
    body = Body(f"(C) ECONOMY\n-----------\n\n1. (C) {TEXT}\n\n(SBU) THE FERRY\n\n2. (C) {TEXT}\n")
    assert [(heading.marking, heading.text) for heading in body.headings] == [
        ("C", "ECONOMY"),
        ("SBU", "THE FERRY"),
    ]


def test_a_numbered_heading_gives_its_number_to_the_text_below():
    body = Body(
        f"¶3. (SBU) CHOIR 1\n-----------\n\n{TEXT}\n\n-----\n¶4. SUMMARY\n-----\nThe lamp:\n"
    )
    assert body.outline == ["CHOIR 1", 3, "SUMMARY", 4]
    assert body.markings == ["SBU", None]
    assert body.texts == [TEXT, "The lamp:"]


def test_a_heading_that_a_newspaper_left_at_the_end_of_a_paragraph():
    body = Body(
        f"¶1. (U) {TEXT} {TEXT} A Choir to Please\n\n¶2. (U) {TEXT} COMMENT\n\n¶3. (U) {TEXT}\n"
    )
    assert body.outline == [1, "A Choir to Please", 2, 3]
    long = Body(f"¶1. (U) {TEXT} {TEXT} COMMENT\n\n¶2. (U) {TEXT}\n")
    assert long.outline == [1, "COMMENT", 2]
    assert covers(body)


def test_a_heading_directly_on_its_text():
    body = Body(
        "Choir Opens a Museum of Its Own\nThe choir of Strand has bought the old oil store at the "
        "pier, and\nwill show its robes, its books and the nine lamps that it sang\nto.\n"
    )
    assert body.titles == ["Choir Opens a Museum of Its Own"]
    assert body.texts[0].startswith("The choir of Strand has")


def test_bare_small_titles_stand_below_those_with_rules():
    body = Body(
        f"THE FERRY\n---------\n\nFees and Foghorns\n\n1. (U) {TEXT}\n\nOUTLOOK\n\n2. (U) {TEXT}\n"
    )
    assert [heading.level for heading in body.headings] == [1, 2, 1]


@pytest.mark.parametrize(
    "line",
    [
        "SENSITIVE BUT UNCLASSIFIED -- HANDLE ACCORDINGLY",
        "THIS CABLE IS SENSITIVE BUT UNCLASSIFIED",
        "END TALKING POINTS",
        "End Comment",
        "BEGIN TEXT OF LETTER",
        "XXXXXXXXXXXX",
        "The lamp is lit.",
        "The lamp was never lit",
        "lamps",
        "the Lamp of the Museum",
        "-- Lamps",
        "Dear Captain Strand,",
        "HARBOR BOARD. MESSAGE",
        "Lamps and Ferries and",
        "FROM THE AMBASSADOR",
        "See Reykjavik 885",
        "http://lamps.example/FERRY",
    ],
)
def test_what_is_no_heading(line):
    assert Body(f"¶1. (U) {TEXT}\n\n{line}\n\n¶2. (U) {TEXT}\n").titles == []


def test_an_indented_item_with_a_colon_is_a_title_of_the_second_level():
    body = Body(f"1. (U) {TEXT}\n\n  -- Political:\n\n{TEXT}\n\n  -- Economic:\n\n{TEXT}\n")
    assert body.titles == ["Political:", "Economic:"]
    assert {heading.level for heading in body.headings} == {2}
    assert body.texts == [TEXT, TEXT, TEXT]


def test_names_below_each_other_are_a_list_and_no_headings():
    body = Body(
        "¶1. (U) Those present:\n\nMs. Sunna Strand\n\nThe Choir of Strand\n\nMr. Oddur Kettle\n"
    )
    assert body.titles == []


def test_the_rule_of_a_table_is_no_underline():
    body = Body("1. (U) Visitors:\n\nYear     Lamp    Ferry\n----     ----    -----\n2007      "
                "12      4\n"
                "2008      11      3\n2009       0      0\n")  # fmt: skip
    assert body.titles == []
    assert [kind for kind, _ in body.kinds()] == ["text", *["table"] * 5]


def test_rules_below_a_signature_are_no_headings():
    body = Body(f"1. (U) {TEXT}\n\nSTRAND\n------\n")
    assert body.titles == []
    assert body.reading.signature == ("STRAND",)


@pytest.mark.parametrize("title", ["COMMENT", "Comment", "THE FERRY", "Comment:", "NEXT STEPS"])
def test_a_bare_title_needs_no_blank_lines_around(title):
    below = Body(f"1. (U) {TEXT}\nIt is lit.\n{title}\n2. (U) {TEXT}\n")
    assert below.outline == [1, title, 2]
    assert below.texts[0].endswith("It is lit.")
    above = Body(f"1. (U) {TEXT}\n\n{title}\n2. (U) {TEXT}\n")
    assert above.outline == [1, title, 2]
    assert covers(below)


def test_the_last_line_of_a_paragraph_is_rarely_a_title():
    body = Body(
        f"1. (U) {TEXT}\nIt was the\nUSS STRAND\n2. (U) {TEXT}\nIt is.\nEND COMMENT\n3. (U) O"
    )
    assert body.titles == []
