"""Files of many cables: their list, the cache that keeps it, and one cable of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import NotACable, ReaderError, UnreadableFile
from reader.intake import read_cable, read_cables, read_inputs
from reader.intake.catalogue import forget_catalogues, open_catalogue
from reader.intake.rows import Column, Rows

DATA = Path(__file__).parent / "formats" / "data"

CABLE = (
    '"{n}","3/{day}/2009 8:15","09OSLO{n}","Embassy Oslo","UNCLASSIFIED","",'
    '"FM AMEMBASSY OSLO","UNCLAS OSLO {n:06}\n\nTAGS: EWWT\nSUBJECT: {subject}\n\n'
    '1. (U) Lamp \\"{n}\\"."\n'
)


def make_table(path: Path, count: int = 40) -> Path:
    path.write_text(
        "".join(
            CABLE.format(n=n, day=n % 28 + 1, subject="HONEY" if n % 4 else "LAMPS,\nSLOW ONES")
            for n in range(1, count + 1)
        )
    )
    return path


@pytest.fixture
def table(tmp_path):
    return make_table(tmp_path / "cables.csv")


def filled(path, cache=None):
    catalogue = open_catalogue(str(path), cache=cache)
    assert catalogue is not None
    assert catalogue.load() or catalogue.fill()
    return catalogue


def test_a_file_of_one_cable_has_no_list(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text("REF: OSLO 9004")
    assert open_catalogue(str(path)) is None


def test_a_row_says_what_the_file_says(table):
    with filled(table) as catalogue:
        assert (catalogue.title, len(catalogue.rows), catalogue.is_complete) == (
            "Table of cables", 40, True,
        )  # fmt: skip
        row = catalogue.rows[3]
        assert (row.number, row.reference_id, row.sent) == (3, "09OSLO4", "2009-03-05 08:15")
        assert (row.originator, row.classification) == ("Embassy Oslo", "UNCLASSIFIED")
        assert row.subject == "LAMPS, SLOW ONES"
        cable = catalogue.read(row)
        assert (cable.canonical_id, cable.source.index) == ("09OSLO4", 3)
        assert cable.paragraphs[0].text == 'Lamp "4".'


def test_rows_are_filtered_as_words_are_typed_and_sorted_by_any_column(table):
    with filled(table) as catalogue:
        rows = catalogue.rows
        lamps = rows.matching("slow oslo")
        assert [rows[index].reference_id for index in lamps][:3] == [
            "09OSLO4",
            "09OSLO8",
            "09OSLO12",
        ]
        assert rows.matching("slow oslo 03-13", among=lamps) == [11, 39]
        assert rows.matching("") == list(range(40))
        latest = rows.in_order(Column.SENT, lamps, descending=True)
        assert rows[latest[0]].sent == max(rows[index].sent for index in lamps)
        assert rows.in_order(Column.SUBJECT, [3, 0, 1]) == [0, 1, 3]


def test_a_row_is_found_by_its_id_in_any_spelling(table):
    with filled(table) as catalogue:
        assert catalogue.find("2009 OSLO 00007").number == 6
        assert catalogue.find("09OSLO999") is None


def test_progress_is_told_and_a_wish_to_stop_is_heard(tmp_path):
    table = make_table(tmp_path / "cables.csv", 1000)
    with open_catalogue(str(table)) as catalogue:
        told = []
        assert catalogue.fill(lambda done, total: told.append((done, total)))
        size = table.stat().st_size
        assert told[0] == (0, size)
        assert told[-1] == (size, size)
    with open_catalogue(str(table)) as catalogue:
        assert not catalogue.fill(cancelled=lambda: len(catalogue.rows) > 100)
        assert (len(catalogue.rows), catalogue.is_complete) == (256, False)
        assert catalogue.read(catalogue.rows[200]).canonical_id == "09OSLO201"


def test_the_list_is_kept_for_the_same_file_and_thrown_away_for_another(table, tmp_path):
    cache = tmp_path / "cache"
    filled(table, cache).close()
    [kept] = (cache / "lists").iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    with open_catalogue(str(table), cache=cache) as catalogue:
        assert catalogue.load()
        assert catalogue.read(catalogue.rows[39]).canonical_id == "09OSLO40"
    make_table(table, 41)
    with open_catalogue(str(table), cache=cache) as catalogue:
        assert not catalogue.load()
        assert not kept.exists()
        assert catalogue.fill()
        assert len(catalogue.rows) == 41
    forget_catalogues(cache)
    assert list((cache / "lists").iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"[]\n", b"{", b"\xff\xff\n\xff", None])
def test_a_list_that_is_damaged_is_made_anew(damage, table, tmp_path):
    cache = tmp_path / "cache"
    filled(table, cache).close()
    [kept] = (cache / "lists").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9] if damage is None else damage)
    with open_catalogue(str(table), cache=cache) as catalogue:
        assert not catalogue.load() or len(catalogue.rows) == 40
        assert catalogue.fill()


def test_where_nothing_can_be_kept_the_list_is_there_all_the_same(table, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    with filled(table, tmp_path / "cache") as catalogue:
        assert len(catalogue.rows) == 40


def test_a_file_that_changes_is_told(table):
    with filled(table) as catalogue:
        make_table(table, 39)
        with pytest.raises(UnreadableFile, match="has changed since its list was made"):
            catalogue.read(catalogue.rows[0])
    with open_catalogue(str(table)) as catalogue:

        def grow(_done, _total):
            with table.open("a") as file:
                file.write("\n")

        with pytest.raises(UnreadableFile, match="has changed"):
            catalogue.fill(grow)


def test_members_of_an_archive_are_described_by_what_they_say():
    with filled(DATA / "zip" / "worst.zip") as catalogue:
        assert [(row.reference_id, row.name) for row in catalogue.rows] == [
            ("04TALLINN77", "table\n.csv"), ("09OSLO9004", "table\n.csv"),
        ]  # fmt: skip
    with filled(DATA / "zip" / "normal.zip") as catalogue:
        row = catalogue.rows[1]
        assert (row.reference_id, row.originator) == ("04TALLINN77", "Embassy Tallinn")
        assert catalogue.read(row).partial


def test_a_folder_is_a_list_too(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"UNCLAS OSLO 000004\n\nSUBJECT: {name}\n\n1. (U) Lamps.\n")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with filled(tmp_path) as catalogue:
        assert catalogue.title == "Folder"
        assert [row.subject for row in catalogue.rows] == ["a.txt", "b.txt"]
        assert catalogue.read(catalogue.rows[1]).header.subject == "b.txt"


def test_one_cable_of_a_file_by_its_id(table):
    assert read_cable(f"{table}#09OSLO17").canonical_id == "09OSLO17"
    assert read_cable(f"{table}#2009 OSLO 00017").canonical_id == "09OSLO17"
    with pytest.raises(UnreadableFile, match=r"There is no cable 09OSLO99 in cables\.csv"):
        read_cable(f"{table}#09OSLO99")
    archive = DATA / "zip" / "normal.zip"
    assert read_cable(f"{archive}#09OSLO9004").canonical_id == "09OSLO9004"
    assert read_cable(f"{archive}#cables/04TALLINN77.html").reference_id == "04TALLINN77"
    page = DATA / "cablegate_html" / "normal.html"
    assert read_cable(f"{page}#09OSLO9004").canonical_id == "09OSLO9004"


def test_a_name_that_holds_the_sign_is_that_file(tmp_path):
    path = tmp_path / "a#b"
    path.write_text("REF: OSLO 9004")
    assert read_cable(path).header.references


def test_a_row_that_fails_does_not_stop_the_others(table):
    text = table.read_text()
    table.write_text(text.replace("UNCLAS OSLO 000002", "").replace('"09OSLO2"', '"2"'))
    outcomes = [each.outcome for each in read_inputs([str(table)])]
    assert len(outcomes) == 40
    assert len([each for each in outcomes if isinstance(each, ReaderError)]) <= 1


def test_a_table_without_rows(tmp_path):
    path = tmp_path / "cables.sql"
    path.write_text("INSERT INTO cable VALUES (")
    with pytest.raises(NotACable, match=r"There is no cable in cables\.sql"):
        list(read_cables(path))


def test_rows_that_were_kept_come_back_as_they_were(table):
    with filled(table) as catalogue:
        kept = Rows.from_bytes(catalogue.rows.to_bytes())
        assert list(kept) == list(catalogue.rows)
    assert list(Rows.from_bytes(Rows().to_bytes())) == []
    with pytest.raises(ValueError, match="not whole"):
        Rows.from_bytes(b"7\n")


def test_no_more_lists_are_kept_than_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.intake.catalogue.MOST_KEPT", 2)
    for number in range(4):
        table = make_table(tmp_path / f"{number}.csv", 3)
        filled(table, tmp_path / "cache").close()
    assert len(list((tmp_path / "cache" / "lists").iterdir())) == 2
