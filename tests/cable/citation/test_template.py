"""Templates of citations: fields, parts that are left out, and wrong ones."""

import pytest

from reader.cable.citation.template import Run, render
from reader.errors import ReaderError

FIELDS = {"id": "09OSLO9004", "title": "A [Lamp] *Burns* // <now> \\", "none": "", "stop": "n.d."}


def plain(template, **more):
    return "".join(run.text for run in render(template, {**FIELDS, **more}))


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("cable <id>.", "cable 09OSLO9004."),
        ("<none|id>", "09OSLO9004"),
        ('<none|"no id">', "no id"),
        ("a[, <none>][, <id>]", "a, 09OSLO9004"),
        ("[<id>[, <none>], x]", "09OSLO9004, x"),
        ("[<none>//<none> x//last]", "last"),
        ("[<none>//<none>]", ""),
        ("[<id>//<none>]", "09OSLO9004"),
        (r"\[<id>\] \* \\", r"[09OSLO9004] * \ "[:-1]),
        ("<stop>. x", "n.d. x"),
        ("a/b", "a/b"),
        ("", ""),
        ("<title>", FIELDS["title"]),
    ],
)
def test_templates(template, said):
    assert plain(template) == said


def test_asterisks_slant_and_neighbours_are_joined():
    assert render("a *b<id>* c", FIELDS) == (Run("a "), Run("b09OSLO9004", True), Run(" c"))


def test_what_a_field_holds_is_escaped_and_means_nothing():
    assert render("<title>", FIELDS, str.upper) == (Run(FIELDS["title"].upper()),)


@pytest.mark.parametrize(
    "template", ["[<id>", "<id>]", "a//b", "<id", "[" * 20 + "x" + "]" * 20, "<nothing>", "a\\"]
)
def test_a_broken_template_is_told(template):
    with pytest.raises(ReaderError):
        plain(template)


def test_long_templates_take_no_longer_than_they_are():
    assert len(plain("[a<id>//b]*x*" * 20_000)) == 20_000 * 12
