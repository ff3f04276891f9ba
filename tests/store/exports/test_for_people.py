"""What people read: Markdown and HTML in which a stranger's words are only words."""

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from reader.store.exports import form_of, read_marks, write_marks
from tests.hostile import hostile_values
from tests.store.exports.marks import NAMES, mark, shelf

PAGE = """\
# Marks

## 09REYKJAVIK9017: A LAMP THAT NOBODY SEES

### ¶4: staffing

> The lamp burned at noon

Note:

> Ask the *mayor*.
>
> - twice

- Labels: pier, a\\, b
- Status: relevant
- Colour: yellow (to quote)
- Citation: 09REYKJAVIK9017\\, para. 4
- Link: cable:09REYKJAVIK9017\\#p4
"""


def page_of(name, marks):
    return b"".join(write_marks(form_of("", name), marks, NAMES)).decode()


def hostile_marks():
    """Marks that have a hostile value in every field that people see."""
    return [
        mark(
            number,
            exact=value,
            note=value,
            name=value,
            title=value,
            labels=(value[:100],),
            cable_id=f"{value}{number}",
        )
        for number, value in enumerate(hostile_values(), 1)
    ]


class Elements(HTMLParser):
    """The elements of a page, and the words of each quotation."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.quotations = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, tuple(attrs)))
        if tag == "blockquote":
            self.quotations.append("")

    def handle_endtag(self, tag):
        self.found.append((f"/{tag}", ()))

    def handle_data(self, data):
        last = next((tag for tag, _ in reversed(self.found)), "")
        if last == "blockquote":
            self.quotations[-1] += data


def test_a_markdown_page_reads_like_one():
    [full] = [each for each in shelf() if each.name]
    full = mark(
        1, note=full.note, name=full.name, labels=full.labels,
        status=shelf()[1].status.RELEVANT, colour=next(iter(NAMES)),
    )  # fmt: skip
    page, _, comment = page_of("markdown", [full]).partition("\n<!-- mark ")
    assert page == PAGE
    assert comment.endswith(" -->\n")


def test_marks_of_a_cable_stand_together_in_the_order_of_its_text():
    first, second = mark(1, cable_id="09OSLO9004"), mark(2, cable_id="09OSLO9004")
    other = mark(3, cable_id="09LIMA9002")
    page = page_of("markdown", [second, other, first])
    assert page.index("09LIMA9002") < page.index(first.id) < page.index(second.id)
    assert page.count("## 09OSLO9004") == 1


def test_what_a_person_changes_in_the_page_is_read():
    page = page_of("markdown", [mark(1, note="Old.", labels=("pier",), name="x")])
    page = (
        page.replace("> Old.", "> New, and *longer*.\n> Second line.")
        .replace("- Labels: pier", "- Labels: pier, lamp\n- Status: used")
        .replace("### ¶4: x", "### ¶4: the staff")
    )
    [found] = read_marks(page.encode()).marks
    assert found.note == "New, and *longer*.\nSecond line."
    assert (found.labels, found.status.value, found.name) == (("pier", "lamp"), "used", "the staff")


def test_a_comment_that_was_changed_is_told():
    page = page_of("markdown", shelf()).replace('<!-- mark {"id"', "<!-- mark {id", 1)
    bundle = read_marks(page.encode())
    assert len(bundle.marks) == len(shelf()) - 1
    assert bundle.remarks == ("Mark 1 of the file was left out: the comment below it was changed.",)


def test_no_hostile_value_becomes_a_heading_an_image_or_html_in_markdown():
    page = page_of("markdown", hostile_marks())
    tokens = MarkdownIt("commonmark", {"html": True}).parse(page)
    count = len(hostile_values())
    headings = [token for token in tokens if token.type == "heading_open" and token.level == 0]
    assert [token.tag for token in headings].count("h3") == count
    assert {token.tag for token in headings} == {"h1", "h2", "h3"}
    blocks = [token for token in tokens if token.type == "html_block"]
    assert len(blocks) == count
    assert all(token.content.startswith("<!-- mark {") for token in blocks)
    inner = [child for token in tokens for child in token.children or ()]
    assert not [child for child in inner if child.type in {"image", "html_inline"}]


def test_no_hostile_value_becomes_an_element_in_html():
    page = page_of("html", hostile_marks())
    plain = page_of("html", [mark(n, note="x", name="x", labels=("x",), cable_id=f"x{n}")
                             for n, _ in enumerate(hostile_marks(), 1)])  # fmt: skip
    assert Elements(page).found == Elements(plain).found


def test_html_loads_nothing():
    page = page_of("html", hostile_marks())
    assert "default-src 'none'" in page
    for tag, attributes in Elements(page).found:
        assert tag not in {"img", "script", "link", "iframe", "a", "object"}
        assert not {name for name, _ in attributes} & {"src", "href", "style", "onerror"}


def test_html_has_the_quotation_the_citation_and_the_permalink():
    page = page_of("html", [mark(1, exact="a < b & c", note="<i>")])
    assert Elements(page).quotations == ["a < b & c"]
    assert "<dd>09REYKJAVIK9017, para. 4</dd>" in page
    assert "<code>cable:09REYKJAVIK9017#p4</code>" in page
    assert '<div class="note" dir="auto">&lt;i&gt;</div>' in page


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_controls_and_signs_that_turn_the_direction_are_not_in_pages_for_people(name):
    page = page_of(name, hostile_marks())
    assert not set(page) & set("\x00\x07\x1b\x7f\x85\u202e\u2066\ufeff")


def test_where_a_mark_goes_on_the_citation_says_so():
    whole = [each for each in shelf() if each.anchor.canonical_id is None]
    assert "- Citation: Cable without an id\\, paras. \\[1\\] ff." in page_of("markdown", whole)
