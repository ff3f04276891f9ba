"""The fuzzer itself: it finds nothing in a while, and saves what it finds, cut down."""

from tests import fuzz
from tests.patience import PATIENCE

RUNS = 200
"""A number of runs and not a time, so that the same telegrams are read on every machine."""


def test_some_runs_find_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert fuzz.fuzz(PATIENCE, seed=7, most_runs=RUNS) == 0
    assert "from seed 7: 0 kinds of findings" in capsys.readouterr().out
    assert not (tmp_path / "fuzz-findings").exists()


def test_a_finding_is_cut_down_saved_and_named(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fuzz, "breaches", lambda text: ["no 12: e"] if "e" in text else [])
    monkeypatch.setattr(fuzz, "LONGEST_SHRINKING", PATIENCE)
    assert fuzz.fuzz(PATIENCE, seed=7, most_runs=5) == 1
    [saved] = (tmp_path / "fuzz-findings").iterdir()
    assert saved.read_text() == "e"
    assert "no N" in capsys.readouterr().out


def test_what_raises_is_a_finding(monkeypatch):
    def raise_error(text):
        raise KeyError(text)

    monkeypatch.setattr(fuzz, "breaches", raise_error)
    assert fuzz.wrong_with("lamp").startswith("KeyError at test_fuzz.py:")
