"""The acronyms of a cable, by its own words and by the vocabulary."""

from __future__ import annotations

import pytest

from reader.cable.explanations.glossary import glossary
from reader.cable.model import Header
from tests.cable.explanations.honey import honey
from tests.desktop.panels.cables import cable


def terms(*paragraphs):
    return {term.word: term for term in glossary(cable(*paragraphs))}


def test_the_cables_own_words_come_first():
    found = {term.word: term for term in glossary(honey())}
    assert found["HBD"].meaning is None
    assert found["MFA"].meaning == "ministry of foreign affairs"
    assert found["ZQX"].meaning is None
    assert [place.ordinal for place in found["EU"].places] == [0, 2]


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        ("The Harbor Safety Board (HSB) met.", "HSB", "Harbor Safety Board"),
        ("the Ministry of Bees and Honey (MBH) met", "MBH", "Ministry of Bees and Honey"),
        ("Three Regional Ferry Offices (RFOs) closed.", "RFO", "Regional Ferry Offices"),
        ("The HSB (Harbor Safety Board) met.", "HSB", "Harbor Safety Board"),
        ("The Non-Foghorn Area (NFA) grew.", "NFA", "Non-Foghorn Area"),
        ("The European Umbrella (EU) opened.", "EU", "European Umbrella"),
    ],
)
def test_what_a_cable_says_of_its_acronyms(text, word, meaning):
    found = terms(text)[word]
    assert found.meaning == meaning
    assert found.is_own


@pytest.mark.parametrize("text", ["He met (HSB) them.", "It is late (ABC) there.", "(AB) (CD)"])
def test_brackets_without_the_words_say_nothing(text):
    assert not any(term.is_own for term in terms(text).values())


def test_what_nobody_knows_is_listed_only_when_it_comes_again():
    found = terms("The QZQ sings. The QZZ hums.", "The QZQ again.")
    assert found["QZQ"].meaning is None
    assert len(found["QZQ"].places) == 2
    assert "QZZ" not in found


def test_plurals_and_small_letters_are_the_same_term():
    found = terms("PolOff met NGOs; the NGO smiled.")
    assert len(found["NGO"].places) == 2
    assert "POLOFF" in found


def test_redactions_numbers_and_headings_are_no_acronyms():
    found = terms("XXXXXXX and XXXX met. Part II, II.", "THE LAMP THAT NOBODY SEES IS THE LAMP")
    assert found == {}


def test_in_a_text_of_capitals_only_known_acronyms_count():
    found = terms("THE BEES WHO START AT NOON LEAVE THE HIVE. THE BEES TOLD UNESCO SO.")
    assert list(found) == ["UNESCO"]


def test_places_are_those_of_the_paragraphs_text():
    [term] = glossary(cable("The bees wrote to UNESCO.", "UNESCO wrote back."))
    text = ("The bees wrote to UNESCO.", "UNESCO wrote back.")
    assert [text[ordinal][start:end] for ordinal, start, end in term.places] == ["UNESCO"] * 2


def test_which_government_is_meant_is_told_by_the_post():
    text = "The GOR hopes, and the USG-led board hopes too."
    moscow = Header(originator="AMEMBASSY MOSCOW")
    found = {term.word: term for term in glossary(cable(text)._replace(header=moscow))}
    assert found["GOR"].meaning == "the government of Russia"
    assert found["USG"].meaning == "United States Government"
    assert "Romania" in terms(text)["GOR"].meaning
