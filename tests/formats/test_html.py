from __future__ import annotations

import pytest

from reader.formats.entities import decode_entities
from reader.formats.html import inline_text, preformatted_text, read_page
from tests.growth import is_linear


def said(page: str, **options: bool) -> str:
    return read_page(page, **options).text.strip()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("R&amp;D &lt;x&gt; &#182; &#xB6; &nbsp;|", "R&D <x> ¶ ¶ \xa0|"),
        ("&#150;&#x92;", "–’"),
        ("&D; &quoted8 &notably &copy &para1", "&D; &quoted8 &notably &copy &para1"),
        ("AT&T; &of&#x000A;", "AT&T; &of\n"),
        ("&#0; &#xD800; &#1114112; &#99999999;", "&#0; &#xD800; &#1114112; &#99999999;"),
        ("&amp;amp; &amp;lt;", "&amp; &lt;"),
    ],
)  # fmt: skip
def test_no_entity_invents_text(text, read):
    assert decode_entities(text) == read
    assert preformatted_text(text) == read


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<a id='par1' href='#par1'>¶</a>1. (C)", "¶1. (C)"),
        ("REF: <A> STATE 1, <B> OSLO 2 <AMB>", "REF: <A> STATE 1, <B> OSLO 2 <AMB>"),
        ("<B>Summary</B> <I>so</I>", "Summary so"),
        ("one<br/>two<br />\nthree", "one\ntwo\nthree"),
        ("x < 5 and y > 7 <- no <5>", "x < 5 and y > 7 <- no <5>"),
        ("<strong>a</strong><em>b</em><td>c</td><td>d</td>", "ab c d"),
        ("cut <a href='/tag/PR", "cut "),
    ],
)
def test_tags_are_left_out_of_a_block_and_nothing_else(markup, text):
    assert preformatted_text(markup) == text


def test_a_title_is_one_line():
    assert inline_text("<a>09OSLO9004</a>,\n  A &amp; B ") == "09OSLO9004, A & B"


def test_a_page_is_read_as_a_browser_shows_it():
    page = (
        "<html><head><title>T &amp; t</title><style>p {}</style></head><body><!-- no -->"
        "<p>One\n two<br>three<p>four<script>var x = '<p>no</p>'</script>"
        "<table><tr><td>a</td><td>b</td></tr></table><pre>\n  as\n  is </pre></body></html>"
    )
    assert (
        "\n".join(map(str.rstrip, said(page).split("\n")))
        == "One two\nthree\n\nfour\n\na b\n\n\n  as\n  is"
    )
    assert [each.attributes for each in read_page(page).elements if each.name == "title"] == [
        "T & t"
    ]


def test_lines_of_a_styled_block_are_kept():
    assert said("<div>FM OSLO\nTO STATE</div>", keep_lines=True) == "FM OSLO\nTO STATE"


def test_what_was_deleted_is_left_out_unless_it_never_ends():
    assert said("<p>forty<del>-one <b>x</b></del> <ins>lamps</ins>") == "forty lamps"
    assert said("<p>forty <del>lamps") == "forty lamps"


def test_an_element_says_where_its_text_is():
    page = read_page("<div id=a>x<div id='b'>y</div></div>z")
    found = {each.attributes.strip(): page.text[each.start : each.end] for each in page.elements}
    assert found["id='b'"].strip() == "y"
    assert found["id=a"].split() == ["x", "y"]


def test_angle_brackets_inside_quotation_marks():
    assert said("<p title='a > b' class=\"<c>\">text</p>") == "text"


SHAPES = [
    "<a ", "<", "<!--", "&", "&#", "<![", "</", "<!", "<a b='", "<div>", "<b>", "<table>", "<a>",
    "<table><td>", "<script>", "<p>", "<b><p>", "<?", '<a x="y" ', "<select>", "<svg>", "<A>",
    "<del>", "<title>", "</div>", "<pre>", "&#x000A;", "<div></b>", "<a title='>' ", "<A", '<p "<',
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_page_and_no_faster(shape):
    def prepare(size):
        page = shape * (size // len(shape))
        return lambda: (read_page(page), preformatted_text(page))

    assert is_linear(prepare, 800_000)
