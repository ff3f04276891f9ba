import pytest

from tests.cable.body.bodies import Body, covers

TEXT = "4. (U) The ferry sails at nine, with the choir on it."
CAPITALS = "4. THE FERRY SAILS AT NINE, WITH THE CHOIR ON IT."


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("\n\nSTRAND\n", ("STRAND",)),
        ("\nSTRAND", ("STRAND",)),
        ("\n\nStrand\n", ("Strand",)),
        (" STRAND\n", ("STRAND",)),
        ("\n\nEND COMMENT.\n\nSTRAND\n", ("STRAND",)),
        ("\nEND COMMENT\nSTRAND\n", ("STRAND",)),
        (" End Comment. STRAND\n", ("STRAND",)),
        (" END COMMENT STRAND\n", ("STRAND",)),
        ("\n\nEnd of Part One LA MER\n", ("LA MER",)),
        ("\n\nSTRAND STRAND\n", ("STRAND",)),
        ("\n\nSTRAND Strand\n\n...\n", ("STRAND",)),
        ("\n\nSTRAND .\n", ("STRAND",)),
        ("\n\nSTRAND##\n", ("STRAND",)),
        ("\n\n STRAND-KETTLE\n", ("STRAND-KETTLE",)),
        ("\n\nO'STRAND\n", ("O'STRAND",)),
        ("\n\nVAN DER STRAND\n", ("VAN DER STRAND",)),
        ("\n\nSTRAND\n\nBT\n#9017\n\n\nNNNN\n", ("STRAND",)),
        ("\n\nSTRAND\n\n               CONFIDENTIAL\n\n>\n", ("STRAND",)),
        ("\n\nSTRAND\n\nNOTE BY OC/T: HEADING AS RECEIVED.\n", ("STRAND",)),
        ("\n\nSTRAND\n\nNOTE: NOT PASSED TO ABOVE ADDRESSEE(S)\n\n   UNCLASSIFIED", ("STRAND",)),
        ("\nSTRAND\n   UNCLASSIFIED\n\n\n   UNCLASSIFIED\n\nPAGE 04  REYKJAVIK 09017  04 OF 04 "
         " 071629Z\n"
         "\n   UNCLASSIFIED\n\nNNNN\n", ("STRAND",)),
        ("\n\nPlease visit Oslo's Web Site at:\nhttp://lamps.example/osl o.cfm\n\nSTRAND\n"
         "", ("STRAND",)),
        ("\n\nVisit Oslo's Classified Website: http://lamps.example/oslo\nSTRAND\n", ("STRAND",)),
        ("\n\nSTRAND\n\nVisit Oslo's Classified Website: http://lamps.example/oslo\n", ("STRAND",)),
        ("\n\nSTRAND\n\n2009REYKJAVIK9017 - CONFIDENTIAL\n", ("STRAND",)),
        ("\n\nSTRAND\n\nKETTLE POINT LIGHT...\n", ("STRAND",)),
        ("\n\nSTRAND\n\nEPET @ EL PAÍS\n", ("STRAND",)),
        ("\n\nSTRAND\n\nRELEASE IN PART B6\n", ("STRAND",)),
        ("\n\nSTRAND\n\n*** Current Classification *** CONFIDENTIAL\n\nPAGE 01\nFM OSLO\n"
         "", ("STRAND",)),
        ("\n\nSTRAND\n\nMessage Attributes\n\nAutomatic Decaptioning: X\nCopy: SINGLE\n"
         "", ("STRAND",)),
        ("\n\nSignature: Strand\n\nDrafted By: POL:FKettle\nCleared By: ECON:OStrand\n"
         "", ("Strand",)),
        ("\n\nBest,\n\nSunna\nstrand\n", ("strand",)),
        (" It is\n...\n", ()),
        ("\n\nEND SUMMARY\n", ()),
        ("\n\nCOMMENT\n", ()),
        ("\n", ()),
        ("\n\nXXXXXXXXXXXX\n", ()),
        ("\n\nSECRET\n", ()),
    ],
)  # fmt: skip
def test_who_signed(end, names):
    body = Body(f"{TEXT}{end}")
    assert body.reading.signature == names
    assert body.numbers == [4]
    assert covers(body)
    assert "STRAND" not in body.texts[0].upper()


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("\n\nSTRAND\n", ("STRAND",)),
        ("\nSTRAND\n", ("STRAND",)),
        (" END OF TEXT. STRAND\n\n\nUNCLASSIFIED\n", ("STRAND",)),
        ("\nUNQUOTE\n\nSTRAND\n", ("STRAND",)),
        (" END FYI. YYY\n\n\nSTRAND", ("STRAND",)),
        ("\n-\nSTRAND\n", ("STRAND",)),
        ("\n\nTHE FERRY\n", ()),
        (" THE FERRY SAILS WITH CAPTAIN\nSTRAND\n", ()),
    ],
)
def test_who_signed_a_telegram_in_capitals(end, names):
    assert Body(f"{CAPITALS}{end}").reading.signature == names


def test_a_signature_alone():
    assert Body("STRAND\n").reading.signature == ("STRAND",)


def test_two_names_sign():
    assert Body(f"{TEXT}\n\nSTRAND\nKETTLE\n").reading.signature == ("STRAND", "KETTLE")


def test_the_end_of_a_telegram_has_roles():
    body = Body(f"{TEXT}\n\nSTRAND\n\nUNCLASSIFIED\n\nBT\n#9017\nNNNN\nNOTE BY OC/T: PASSED.\n")
    roles = body.roles()
    assert roles["STRAND"] == "signature"
    assert roles["UNCLASSIFIED"] == "classification"
    assert roles["BT"] == roles["#9017"] == roles["NNNN"] == "end mark"
    assert roles["NOTE BY OC/T: PASSED."] == "boilerplate"


def test_advertisements_between_rules_are_no_text():
    body = Body("1. (U) The lamp.\n\n*****\nVisit Embassy Oslo's Classified Web Site:\n"
                "http://lamps.example/"
                "oslo/\n*****\n\nSTRAND\n")  # fmt: skip
    assert body.texts == ["The lamp."]
    assert body.titles == []
    assert body.reading.signature == ("STRAND",)
    assert body.roles()["Visit Embassy Oslo's Classified Web Site:"] == "boilerplate"


def test_a_paragraph_about_a_visit_is_no_advertisement():
    body = Body("1. (U) The lamp.\n\nPlease note that the site of the museum is closed.\n")
    assert "Please note" in body.texts[0]
