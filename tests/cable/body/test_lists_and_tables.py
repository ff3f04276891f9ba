import pytest

from tests.cable.body.bodies import Body


@pytest.mark.parametrize(
    "sign", ["--", "-", "*", "---", "o", "(a)", "a.", "(ii)", "1)", "Q", "\u2022"]
)
def test_items_of_a_list_are_blocks_of_the_paragraph_above(sign):
    body = Body(f"1. (U) He listed these:\n\n{sign} the pier is lit by nothing but the "
                f"lighthouse,\n"
                f"and badly;\n\n{sign} the choir sings.\n\n2. (U) He slept.\n")  # fmt: skip
    assert body.kinds() == [
        ("text", "He listed these:"),
        ("item", f"{sign} the pier is lit by nothing but the lighthouse, and badly;"),
        ("item", f"{sign} the choir sings."),
    ]
    assert body.numbers == [1, 2]


def test_items_without_blank_lines_between():
    body = Body("1. (U) He listed:\n-- the pier, which is lit by nothing but the lighthouse\n"
                "-- The choir\n"
                "-- The timetable\n")  # fmt: skip
    assert [kind for kind, _ in body.kinds()] == ["text", "item", "item", "item"]


def test_a_dash_at_the_beginning_of_a_wrapped_line_is_no_item():
    body = Body("1. (U) The board may come to see its own pier as a place for a lamp\n-- if "
                "the mayor and the choir ask for one -- at\nlast.\n")  # fmt: skip
    assert len(body.kinds()) == 1


def test_an_initial_at_the_beginning_of_a_wrapped_line_is_no_item():
    body = Body("1. (U) The lamp was shown to us by the director's old friend Robert\nA. "
                "Strand, a captain "
                "of the ferry.\n")  # fmt: skip
    assert len(body.kinds()) == 1


def test_items_below_an_unnumbered_paragraph_belong_to_it():
    body = Body(
        "He listed these three:\n\n- the pier;\n\n- the choir.\n\nNobody listened to him.\n"
    )
    assert body.texts == [
        "He listed these three:\n- the pier;\n- the choir.",
        "Nobody listened to him.",
    ]


def test_bracketed_letters_go_on_after_b():
    body = Body(
        "1. (U) He listed:\n\n(A) lamps;\n\n(B) ferries;\n\n(C) choirs.\n\n2. (C) He slept.\n"
    )
    assert body.numbers == [1, 2]
    assert body.texts[0] == "He listed:\n(A) lamps;\n(B) ferries;\n(C) choirs."


TABLE = """1. (U) Visitors of the museum:

Year       Lamp     Ferry    Choir
2007        412        14        -
2008      1,211        12        3
2009         99        11       40

2. (U) They came by ferry.
"""


def test_a_table_keeps_its_columns():
    body = Body(TABLE)
    assert body.kinds()[1:] == [
        ("table", "Year       Lamp     Ferry    Choir"),
        ("table", "2007        412        14        -"),
        ("table", "2008      1,211        12        3"),
        ("table", "2009         99        11       40"),
    ]


def test_a_table_loses_only_the_blanks_that_all_its_lines_have():
    body = Body(TABLE.replace("\n200", "\n    200").replace("\nYear", "\n        "))
    assert body.kinds()[1:3] == [
        ("table", "           Lamp     Ferry    Choir"),
        ("table", "2007        412        14        -"),
    ]


def test_two_columns_with_a_wide_gap_are_a_table():
    body = Body("1. (U) Visits:\n\nMAY 4       the mayor of Strand\nMAY 12      nine beekeepers\n"
                "JUNE 1      nobody, which was a pity\n")  # fmt: skip
    assert [kind for kind, _ in body.kinds()] == ["text", "table", "table", "table"]


@pytest.mark.parametrize(
    "rows",
    [
        ["Year       Lamp     Ferry", "2007        412        14"],
        ["Strand Harbor        Sunna Strand", "Bluff Point          Oddur Kettle"],
        ["HARBOR      KEEPER", "STRAND      KETTLE"],
        ["Year       Lamp     Ferry", "----       ----     -----"],
    ],
)
def test_two_rows_with_wide_gaps_are_a_table_and_no_title(rows):
    body = Body("1. (U) The hives:\n\n" + "\n".join(rows) + "\n\n2. (U) They came by ferry.\n")
    assert body.kinds()[1:] == [("table", row) for row in rows]
    assert body.outline == [1, 2]


def test_one_row_is_no_title():
    body = Body("1. (U) The hives.\n\n2007        412        14\n\n2. (U) They came by ferry.\n")
    assert body.outline == [1, 2]
    assert body.kinds()[1] == ("text", "2007        412        14")


def test_one_wide_gap_in_a_title_is_a_slip():
    body = Body("1. (U) The hives.\n\nTHE LAMP      THAT NOBODY SEES\n\n2. (U) They came.\n")
    assert body.titles == ["THE LAMP      THAT NOBODY SEES"]


def test_two_rows_that_share_no_column_are_no_table():
    body = Body("1. (U) The hives:\n\nThe lamp    burns\nThe choir of Strand    sings\n")
    assert {kind for kind, _ in body.kinds()} == {"text"}


def test_columns_may_be_set_with_tabs():
    body = Body("1. (U) Visits:\n\nYear\tLamp\tFerry\n2007\t12\t4\n2008\t11\t3\n2009\t0\t0\n")
    assert body.kinds()[2] == ("table", "2007    12      4")


def test_two_blanks_after_full_stops_make_no_table():
    body = Body("1. (U) The lamp is lit.  The ferry sails on.  The choir sings.\nThe board "
                "met.  Nobody "
                "came to see it.  It was dark by then.\nThe boat left.  The pier was empty.  A "
                "dog barked "
                "all.\n")  # fmt: skip
    assert {kind for kind, _ in body.kinds()} == {"text"}
