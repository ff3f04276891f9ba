import csv
import re

import pytest

from reader.cable import vocabulary
from reader.resources import resource_path

LISTS = ("stations", "initialisms")


@pytest.mark.parametrize("name", sorted(vocabulary.TABLES))
def test_table_has_its_columns_a_source_and_no_meaning_twice(name):
    word, meaning = vocabulary.TABLES[name]
    rows = vocabulary.rows(name)
    assert rows
    for row in rows:
        assert None not in row
        for column in (word, meaning, "source"):
            assert row[column]
            assert row[column] == row[column].strip()
        assert '"' not in row[meaning]
    words = [row[word] for row in rows]
    assert len(words) == len(set(words))
    if name != "routing_indicators":  # one address may have several routing indicators
        meanings = [row[meaning].casefold() for row in rows]
        assert len(meanings) == len(set(meanings))


@pytest.mark.parametrize("name", LISTS)
def test_list_names_each_word_once_with_its_source(name):
    path = resource_path("vocabulary", f"{name}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[1:] == ["source"]
    assert all(len(row) == 2 and row[1] for row in rows)
    assert all(re.fullmatch(r"[A-Z]+", row[0]) for row in rows)
    words = [row[0] for row in rows]
    assert len(words) == len(set(words))


def test_every_file_of_the_vocabulary_is_read_by_someone():
    files = {path.stem for path in resource_path("vocabulary").iterdir()}
    assert files == {*vocabulary.TABLES, *LISTS}


def test_meanings_are_found_and_what_is_not_known_is_none():
    assert vocabulary.tag_meaning("PREL") == "External political relations"
    assert vocabulary.tag_meaning("QQQQ") is None
    assert vocabulary.acronym_meaning("MFA") == "ministry of foreign affairs"
    assert vocabulary.acronym_meaning("EUR/RUS") == "Office of Russian Affairs"
    assert vocabulary.acronym_meaning("NO SUCH") is None
    assert vocabulary.routing_indicator_name("RUEHC") == "SECSTATE WASHDC"
    assert vocabulary.caption_meaning("CODEL STRAND") == vocabulary.caption_meaning("CODEL")
    assert vocabulary.caption_meaning("REL TO FIN NOR") == vocabulary.caption_meaning("REL TO")
    assert vocabulary.caption_meaning("UNHEARD OF") is None
    assert "MOSCOW" in vocabulary.stations()
    assert "UNSCR" in vocabulary.initialisms()
