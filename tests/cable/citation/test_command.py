"""`cite` on the command line."""

import json

import pytest

from reader.cli import main


@pytest.fixture
def cite(sample_path, capsys):
    def run(*words):
        status = main(["cite", str(sample_path), *words])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def test_the_usual_style_is_a_note(cite):
    assert cite() == (
        0,
        'US Embassy Reykjavik to US Department of State, telegram 09REYKJAVIK9017, "The Lighthouse '
        'Museum at Kettle Point Asks for a Later Ferry," September 17, 2009.\n',
        "",
    )


def test_a_style_a_form_and_a_paragraph_can_be_named(cite):
    status, out, _ = cite("--style", "chicago-notes", "--form", "short", "--paragraph", "2")
    assert (status, out) == (0, "US Embassy Reykjavik, 09REYKJAVIK9017, para. 2.\n")
    assert cite("--style=newsroom", "--paragraph=2")[1] == (
        "09REYKJAVIK9017 (UNCLAS//U), US Embassy Reykjavik, 17 Sep 2009, ¶2.\n"
    )


@pytest.mark.parametrize("name", ["ris", "bibtex", "biblatex", "csl-json"])
def test_the_formats_are_printed(cite, name):
    status, out, _ = cite("--style", name)
    assert status == 0
    assert "09REYKJAVIK9017" in out
    if name == "csl-json":
        assert json.loads(out)[0]["type"] == "personal_communication"


def test_the_styles_are_listed(capsys):
    assert main(["cite", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 13
    assert lines[3].split() == [
        "chicago-notes", "Chicago", "Manual", "of", "Style,", "notes", "and", "bibliography:",
        "note,", "short,", "bibliography",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--style", "harvard"], 2, "no citation style 'harvard'"),
        (["--form", "long"], 2, "no form 'long'"),
        (["--style", "ris", "--form", "x"], 2, "ris has no forms"),
        (["--paragraph", "nine"], 2, "number of a paragraph"),
        (["--paragraph", "99"], 1, "no paragraph with the number 99. It has 1 to"),
    ],
)
def test_wrong_words_end_in_a_sentence(cite, words, status, said):
    found, out, told = cite(*words)
    assert (found, out) == (status, "")
    assert said in told


def test_without_a_cable_there_is_a_sentence(capsys):
    assert main(["cite"]) == 2
    assert "which cable to cite" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told(tmp_path, capsys):
    assert main(["cite", str(tmp_path / "none.txt")]) == 1
    assert "none.txt" in capsys.readouterr().err
