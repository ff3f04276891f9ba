"""Who wrote to whom, in words; and the title as a sentence."""

import pytest

from reader.cable.citation.casing import sentence_case
from reader.cable.citation.posts import correspondent, sender
from tests.cable.citation.cases import cable


@pytest.mark.parametrize(
    ("address", "name", "seat"),
    [
        ("AMEMBASSY MOSCOW", "US Embassy Moscow", "the Embassy in Russia"),
        ("AMEMBASSY THE HAGUE", "US Embassy The Hague", "the Embassy in the Netherlands"),
        ("AMCONSUL SAO PAULO", "US Consulate Sao Paulo", "the Consulate in Sao Paulo"),
        ("AMEMBASSY PORT OF SPAIN", "US Embassy Port of Spain",
         "the Embassy in Trinidad and Tobago"),
        ("AMEMBASSY STRAND", "US Embassy Strand", "the Embassy in Strand"),
        ("SECSTATE WASHDC", "US Department of State", "the Department of State"),
        ("SECDEF WASHINGTON DC", "US Department of Defense", "the Department of Defense"),
        ("WHITE HOUSE WASHDC", "White House", "the White House"),
        ("USMISSION USNATO", "US Mission to the North Atlantic Treaty Organization",
         "the Mission to the North Atlantic Treaty Organization"),
        ("USMISSION GENEVA", "US Mission Geneva", "the Mission in Geneva"),
        ("USOFFICE PRISTINA", "US Office Pristina", "the Office in Pristina"),
        ("CIS COLLECTIVE", "CIS COLLECTIVE", "CIS COLLECTIVE"),
    ],
)  # fmt: skip
def test_addresses_in_words(address, name, seat):
    found = correspondent(address)
    assert (found.name(), found.seat()) == (name, seat)


def test_a_country_has_the_name_of_its_time():
    assert correspondent("AMEMBASSY MOSCOW", 1975).seat() == "the Embassy in the Soviet Union"
    assert correspondent("AMEMBASSY MOSCOW", 1992).seat() == "the Embassy in Russia"
    assert correspondent("AMEMBASSY PRAGUE", 1990).seat() == "the Embassy in Czechoslovakia"


def test_without_a_from_line_the_id_says_who_sent_it():
    assert sender(cable(originator=None)).name() == "US Embassy Reykjavik"
    assert sender(cable(originator=None, cable_id="09STATE90774")).kind == "Department"
    assert sender(cable(originator=None, cable_id="09SAOPAULO9012")) is None
    assert sender(cable(originator=None, cable_id=None)) is None


@pytest.mark.parametrize(
    ("subject", "sentence"),
    [
        ("FOLLOW-UP TO UNSCR 1999 PROGRAM OF WORK", "Follow-up to UNSCR 1999 program of work"),
        ("SUNNA STRAND ON THE KETTLE POINT FERRY", "Sunna Strand on the Kettle Point ferry"),
        ("ICELAND: THE NEW FERRY", "Iceland: The new ferry"),
        ("FERRIES IN SOUTH AFRICA AND NEW ZEALAND", "Ferries in South Africa and New Zealand"),
        ("NEW PRAGMATIC STEPS IN OCTOBER", "New pragmatic steps in October"),
        ("THE U.S. VIEW", "The U.S. view"),
        (None, ""),
    ],
)
def test_a_title_as_a_sentence(subject, sentence):
    words = (
        "The ferry, Sunna Strand told us, is late.",
        "He spoke of Kettle Point and of the point itself.",
    )
    assert sentence_case(cable(subject=subject, words=words)) == sentence
