from tests.cable.body.bodies import Body, covers


def problems(body):
    return [(problem.rule, problem.message) for problem in body.reading.problems]


def test_page_lines_of_another_cable_are_noticed_once():
    body = Body(
        "1. (U) The lamp\n\nOSLO 00009017  002 OF 003\n\nis lit.\n\n2. (U) The ferry\n\n"
        "OSLO 00009017  003 OF 003\n\nsails.\n"
    )
    assert problems(body) == [
        ("page_line", "A page line is of OSLO 9017, but this cable is REYKJAVIK 9017.")
    ]
    assert body.texts == ["The lamp is lit.", "The ferry sails."]
    assert len(body.reading.page_breaks) == 2


def test_a_page_line_with_another_serial_is_noticed():
    body = Body("1. (U) The lamp\n\nREYKJAVIK 00009018  002 OF 003\n\nis lit.\n")
    assert [rule for rule, _ in problems(body)] == ["page_line"]


def test_page_lines_of_the_cable_itself_are_fine():
    text = "1. (U) The lamp\n\nREYKJAVIK 00009017  002 OF 003\n\nis lit.\n"
    assert problems(Body(text)) == []
    assert problems(Body(text.replace("REYKJAVIK", "Reykjavik"))) == []
    assert problems(Body(text.replace("REYKJAVIK", "RIO DE JAN"), station="RIODEJANEIRO")) == []
    assert problems(Body(text, station=None, serial=None)) == []


SECTIONS = """1. (C) The board of the harbor has met nine times since the director

C O N F I D E N T I A L SECTION 02 OF 03 REYKJAVIK 009017

SIPDIS

E.O. 12958: DECL: 09/17/2019
TAGS: PREL EWWT SCUL KPAO
SUBJECT: THE LIGHTHOUSE MUSEUM AT KETTLE POINT ASKS FOR A LATER
FERRY

wrote to it first.

2. (C) It will meet again.
"""


def test_the_head_of_a_further_section_is_no_text():
    body = Body(SECTIONS)
    assert body.texts == [
        "The board of the harbor has met nine times since the director wrote to it first.",
        "It will meet again.",
    ]
    assert [seam.kind.value for seam in body.paragraphs[0].seams] == ["page break"]
    roles = body.roles()
    assert roles["SIPDIS"] == "caption"
    assert roles["TAGS: PREL EWWT SCUL KPAO"] == "TAGS"
    assert roles["FERRY"] == "subject"
    assert problems(body) == []
    assert covers(body)


def test_the_section_of_another_cable_is_noticed():
    body = Body(SECTIONS.replace("REYKJAVIK 009017", "OSLO 000017"))
    assert [rule for rule, _ in problems(body)] == ["section_line"]


def test_stamps_are_kept_apart_each_once():
    stamp = "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014"
    body = Body(f"1. THE LAMP {stamp} {stamp} IS LIT.\n\nSTRAND\n\n{stamp}\n")
    assert body.texts == ["THE LAMP IS LIT."]
    assert body.reading.stamps == (stamp,)
    assert covers(body)


def test_a_stamp_over_two_lines():
    stamp = "Declassified/Released US Department of State EO Systematic"
    body = Body(f"1. THE LAMP IS LIT.\n\nSTRAND\n\n{stamp}\nReview 30 JUN 2006\n")
    assert body.reading.stamps == (f"{stamp} Review 30 JUN 2006",)
    assert body.reading.signature == ("STRAND",)


def test_corrections_in_the_body_are_captions():
    body = Body("(C O R R E C T E D  C O P Y - PARA 2)\n\n1. (U) The lamp is lit.\n")
    assert body.texts == ["The lamp is lit."]


def test_redactions_stay_as_they_are():
    body = Body("1. (C) XXXXXXXXXXXX told us (b)(6) that [NAME REMOVED] was lit.\n")
    assert body.texts == ["XXXXXXXXXXXX told us (b)(6) that [NAME REMOVED] was lit."]


SEVENTIES = """1. THE MUSEUM HAS ASKED THE BOARD FOR A LATER FERRY.
                               CONFIDENTIAL
                               CONFIDENTIAL
PAGE 01        REYKJAVIK 09017  291310Z
50
ACTION EUR-12
INFO  OCT-01  NEA-09  ISO-00  /022 W
                     ---------------------   078799
O 291158Z JAN 75
FM AMEMBASSY REYKJAVIK
TO SECSTATE WASHDC IMMEDIATE 9996
INFO AMEMBASSY OSLO
AMEMBASSY COPENHAGEN
C O N F I D E N T I A L SECTION 2 OF 2 REYKJAVIK 9017
LIMDIS
2. THE MUSEUM WILL WRITE AGAIN.
"""


def test_the_head_of_a_section_of_the_seventies_is_no_text():
    body = Body(SEVENTIES)
    assert body.texts == [
        "THE MUSEUM HAS ASKED THE BOARD FOR A LATER FERRY.",
        "THE MUSEUM WILL WRITE AGAIN.",
    ]
    roles = body.roles()
    assert roles["50"] == roles["ACTION EUR-12"] == "distribution"
    assert roles["---------------------   078799"] == "distribution"
    assert roles["O 291158Z JAN 75"] == "date-time group"
    assert roles["AMEMBASSY COPENHAGEN"] == "info addressee"
    assert body.titles == []
    assert covers(body)


def test_the_sign_of_a_communications_center_is_no_other_cable():
    body = Body(
        f"1. (C) THE LAKE HAS BEES.\nCONFIDENTIAL\n\nCONFIDENTIAL     PTQ1860\n\n{SEVENTIES[54:]}"
    )
    assert problems(body) == []
    assert body.numbers == [1, 2]


def test_numbered_lines_of_an_unwrapped_text_need_no_blank_line_between():
    long = (
        "The choir would say so again if it were asked by someone who listened to its songs at all"
    )
    body = Body(f"1. (C) {long}, in the dark of a winter, she said with a sigh\n2. (C) {long}\n")
    assert body.numbers == [1, 2]
