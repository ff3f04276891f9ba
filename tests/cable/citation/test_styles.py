"""Nine styles, each held to its golden file; the languages of citations; wrong names."""

import pytest

from reader.cable.citation.exports import EXPORTS, export_citation
from reader.cable.citation.styles import cite, cite_in_all_styles, styles
from reader.errors import UsageError
from reader.intake import read_cable
from tests.cable.citation.cases import CASES, GOLDEN, SEED, cable, golden_files

NINE = {
    "apa", "bluebook", "chicago-author-date", "chicago-notes", "frus", "mla", "nara", "newsroom",
    "wikipedia",
}  # fmt: skip


def test_there_are_nine_styles_and_four_formats():
    assert set(styles()) == NINE
    assert set(EXPORTS) == {"ris", "bibtex", "biblatex", "csl-json"}


def test_adapted_styles_are_known_as_such():
    adapted = {name for name, style in styles().items() if style.is_adapted}
    assert adapted == {"bluebook", "newsroom", "wikipedia"}


@pytest.mark.parametrize("name", sorted([*NINE, "ris", "bibtex", "biblatex", "csl-json"]))
def test_citations_are_as_in_the_golden_file(name):
    expected = (GOLDEN / f"{name}.txt").read_bytes().decode()
    assert golden_files()[f"{name}.txt"] == expected


def test_every_golden_file_is_made_by_a_style_or_a_format():
    assert {path.name for path in GOLDEN.iterdir()} == set(golden_files())


def test_a_real_cable_is_cited_by_its_values(shared):
    real = read_cable(shared / "seed" / "09MOSCOW501.md")
    made_up = SEED._replace(
        header=SEED.header._replace(subject=real.header.subject), body=real.body
    )
    for style in styles().values():
        for form in style.forms:
            said = cite(real, style.name, form, first=8).plain
            assert said == cite(made_up, style.name, form, first=8).plain
    for name in EXPORTS:
        assert export_citation(real, name, first=8) == export_citation(made_up, name, first=8)


def test_all_styles_at_once_are_the_same_as_one_by_one():
    found = list(cite_in_all_styles(SEED, first=0))
    assert len(found) == sum(len(style.forms) for style in styles().values())
    for style, form, citation in found:
        assert citation == cite(SEED, style.name, form, first=0)


@pytest.mark.parametrize("style", sorted(NINE))
def test_no_citation_has_an_address_or_a_hole(style):
    for _, each, first, last in CASES:
        for form in styles()[style].forms:
            said = cite(each, style, form, first=first, last=last).plain
            assert "://" not in said
            assert "None" not in said
            for hole in ("  ", " ,", ",,", "..", "()", '""', "( ", " )", ", .", ": ,", "[]"):
                assert hole not in said


@pytest.mark.parametrize("style", sorted(NINE - {"frus", "wikipedia"}))
def test_a_date_that_is_missing_is_said_to_be(style):
    form = next(iter(styles()[style].forms))
    assert "n.d." in cite(cable(sent=None), style, form).plain.lower()


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("WHO PAYS?", '"Who Pays?" August 4'),
        ("A FERRY TO THE U.S.", '"A Ferry to the U.S.," August 4'),
    ],
)
def test_a_title_keeps_its_own_stop(subject, said):
    assert said in cite(cable(subject=subject), "chicago-notes").plain
    ending = cite(cable(subject=subject), "mla").plain
    assert '?."' not in ending
    assert '.."' not in ending


@pytest.mark.parametrize("style", ["chicago-notes", "mla", "apa", "bluebook", "nara", "frus",
                                   "wikipedia", "newsroom"])  # fmt: skip
def test_partial_and_redacted_copies_are_said_to_be(style):
    copy = cable(partial=True, words=("The clerk, [NAME REMOVED], is late.",))
    assert "partial extract, redacted" in cite(copy, style).plain
    assert "partial" not in cite(cable(), style).plain
    assert "redacted" not in cite(cable(), style).plain


def test_slanted_words_are_set_in_each_language():
    found = cite(cable(subject="LAMPS & <B> *STARS*"), "apa")
    assert "Lamps & <B> *stars* (Diplomatic cable" in found.plain
    assert r"*Lamps & \<B\> \*stars\** (Diplomatic cable" in found.markdown
    assert "<i>Lamps &amp; &lt;B&gt; *stars*</i> (Diplomatic cable" in found.html


def test_a_bar_or_brace_does_not_end_wikipedias_template():
    said = cite(cable(subject="A | B }} C {{D}} [[E]] <REF>"), "wikipedia").plain
    inside = said.removeprefix("{{").removesuffix("}}")
    assert inside.replace("{{!}}", "").count("}}") == 0
    assert "[[" not in inside
    assert "<" not in inside


def test_wrong_names_are_told_with_the_right_ones():
    with pytest.raises(UsageError, match="chicago-notes"):
        cite(cable(), "harvard")
    with pytest.raises(UsageError, match="note, short, bibliography"):
        cite(cable(), "chicago-notes", "long")
