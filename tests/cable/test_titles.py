import pytest

from reader.cable.titles import title_case


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("FERRY TIMETABLE: A PLAN FOR THE HARBOR", "Ferry Timetable: A Plan for the Harbor"),
        ("HMG AND THE EU ON UNSCR 1999", "HMG and the EU on UNSCR 1999"),
        ("U.S.-UK TALKS ON THE LIGHTHOUSE", "U.S.-UK Talks on the Lighthouse"),
        ("THE U.S. IN A POOR LIGHT", "The U.S. in a Poor Light"),
        ("THE GOJ'S REPLY: WE'LL SEE", "The GOJ's Reply: We'll See"),
        ("COTE D'AZUR BOAT SHOW", "Cote D'Azur Boat Show"),
        ("SENATOR O'HARA'S VISIT", "Senator O'Hara's Visit"),
        ("MCCORMACK MEETS MR. STRAND", "McCormack Meets Mr. Strand"),
        ("THE 3RD G8 DINNER", "The 3rd G8 Dinner"),
        ("WHAT XXXXXXXXXX SAID OF PART II", "What XXXXXXXXXX Said of Part II"),
        ("what the harbor master did", "What the Harbor Master Did"),
        ("A Subject that Was Set by Hand", "A Subject that Was Set by Hand"),
        ('"LAMPS" (CORRECTED COPY)', '"Lamps" (Corrected Copy)'),
        ("", ""),
    ],
)
def test_subject_is_set_as_a_title(subject, title):
    assert title_case(subject) == title


def test_no_character_is_added_or_lost():
    subject = "\tODD   SPACING -- AND  SIGNS / OF ALL: KINDS; (YES) \u2019TIS"
    assert title_case(subject).upper() == subject
