import csv
import re
from zoneinfo import ZoneInfo

import pytest

from reader.cable import vocabulary
from reader.resources import resource_path

LISTS = ("stations", "initialisms")

# One address may have several routing indicators, one zone several stations.
MANY_TO_ONE = ("routing_indicators", "station_zones")


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
    if name not in MANY_TO_ONE:
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


@pytest.mark.parametrize(
    ("name", "shape", "least"),
    [
        ("acronyms", r"[A-Z0-9][A-Z0-9./&-]*", 700),
        ("captions", r"[A-Z]+(?: [A-Z]+)*", 25),
        (
            "executive_orders",
            r"[0-9]{5}|[A-Z/]+(?:-[1-4])?|(?:25)?X[1-9](?:-human)?|1\.[45]\([a-h]\)",
            40,
        ),
        ("offices", r"[A-Z]+(?:/[A-Z]+|/ES-O)*", 200),
        ("operating_signals", r"[A-Z]{2,5}", 15),
        ("portion_markings", r"[A-Z]{1,4}", 8),
        ("routing_indicators", r"[A-Z]{4,7}(?: THRU [A-Z]{7})?", 1700),
        ("station_zones", r"[A-Z]+", 280),
        ("tags", r"[A-Z][A-Z0-9/-]{1,10}", 600),
    ],
)  # fmt: skip
def test_words_have_the_shape_of_their_kind_and_are_many(name, shape, least):
    words = list(vocabulary.table(name))
    assert [word for word in words if not re.fullmatch(shape, word)] == []
    assert len(words) >= least


def test_kind_of_a_tag_shows_in_its_letters():
    shapes = {
        "subject": r"[ABCEMOPST][A-Z]{3}",
        "program": r"K[A-Z]{3}",
        "geographic": r"[A-Z]{2}",
        "organization": r"[A-Z][A-Z0-9/-]+",
    }
    for row in vocabulary.rows("tags"):
        assert re.fullmatch(shapes[row["kind"]], row["tag"]), row


def test_precedences_are_those_of_the_prosigns():
    rows = vocabulary.rows("precedences")
    assert [row["prosign"] for row in rows] == ["Z", "O", "P", "R", "Y"]


def test_a_run_of_routing_indicators_has_one_name():
    name = vocabulary.routing_indicator_name("RHOOAAA")
    assert name == vocabulary.routing_indicator_name("RHOOAAQ")
    assert name == vocabulary.routing_indicator_name("RHOOAAZ")
    assert name
    assert vocabulary.routing_indicator_name("RHOOABA") != name
    assert vocabulary.routing_indicator_name("RUEHXXX") is None


@pytest.mark.parametrize("zone", sorted(set(vocabulary.table("station_zones").values())))
def test_every_zone_loads(zone):
    assert ZoneInfo(zone).key == zone


def test_every_station_with_a_zone_is_a_station():
    assert set(vocabulary.table("station_zones")) <= vocabulary.stations()
    assert vocabulary.station_zone("MOSCOW") == "Europe/Moscow"
    assert vocabulary.station_zone("RIODEJANEIRO") == "America/Sao_Paulo"
    assert vocabulary.station_zone("PARTO") is None


def test_offices_are_found_like_acronyms():
    assert vocabulary.acronym_meaning("EAP") == "Bureau of East Asian and Pacific Affairs"
    assert vocabulary.acronym_meaning("PM/DTCL") == "Office of Defense Trade Controls Licensing"


def test_known_tags_are_those_with_a_meaning():
    assert vocabulary.known_tags() == set(vocabulary.table("tags"))
