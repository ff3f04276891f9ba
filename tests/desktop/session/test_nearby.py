"""Cited cables beside the one that is read: by name, and by the id that is in them."""

from __future__ import annotations

from reader.desktop.session.nearby import Way, find_near
from tests.desktop.test_tabs import harbor


def find(path, targets, recent=()):
    return find_near(str(path), targets, [str(each) for each in recent], lambda: False)


def test_a_file_counts_by_its_name_and_its_id(tmp_path):
    here = tmp_path / "09OSLO1.txt"
    here.write_text(harbor(1))
    (tmp_path / "cable 09-OSLO-2 (copy).txt").write_text(harbor(2))
    (tmp_path / "09OSLO3.txt").write_text(harbor(4))
    (tmp_path / "09OSLO5.txt").write_text("A poem about 09OSLO5.\n")
    found = find(here, ["09OSLO2", "09OSLO3", "09OSLO5", "09OSLO6"])
    assert list(found) == ["09OSLO2"]
    assert found["09OSLO2"].way is Way.BESIDE
    assert found["09OSLO2"].glimpse.subject == "FERRY NUMBER 2"
    assert found["09OSLO2"].glimpse.sent == "2009-03-02 12:02Z"
    assert found["09OSLO2"].glimpse.summary.startswith("The keeper counted the lamps")


def test_a_recent_file_counts_too_but_comes_after_those_beside(tmp_path):
    folder, other = tmp_path / "a", tmp_path / "b"
    for each in (folder, other):
        each.mkdir()
        (each / "09OSLO2.txt").write_text(harbor(2))
    (other / "09OSLO3.txt").write_text(harbor(3))
    found = find(folder / "x.txt", ["09OSLO2", "09OSLO3"], sorted(other.iterdir()))
    assert found["09OSLO2"].path == str(folder / "09OSLO2.txt")
    assert found["09OSLO3"].way is Way.RECENT


def test_no_pipe_and_no_folder_is_read(tmp_path):
    (tmp_path / "09OSLO2.txt").mkdir()
    assert find(tmp_path / "x.txt", ["09OSLO2"]) == {}
    assert find(tmp_path / "gone" / "x.txt", ["09OSLO2"]) == {}


def test_only_so_many_files_are_read(tmp_path, monkeypatch):
    from reader.desktop.session import nearby

    monkeypatch.setattr(nearby, "MOST_READ", 1)
    for number in (2, 3):
        (tmp_path / f"09OSLO{number}.txt").write_text(harbor(number))
    assert len(find(tmp_path / "x.txt", ["09OSLO2", "09OSLO3"])) == 1
