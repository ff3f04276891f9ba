from __future__ import annotations

import pytest

from reader.commands.table import COMMANDS
from reader.formats.registry import FORMATS
from reader.guide import NAMES, HelpPage, help_pages
from reader.resources import resource_path

PAGES = help_pages()
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def test_every_page_is_in_the_contents() -> None:
    files = {path.stem for path in resource_path("help").iterdir()}
    assert files == set(NAMES)
    assert len({page.title for page in PAGES}) == len(PAGES)


@EACH
def test_a_page_begins_with_its_title_and_says_something(page: HelpPage) -> None:
    assert page.text.startswith(f"# {page.title}\n\n")
    assert len(page.text.split()) > 80


@EACH
def test_links_lead_to_pages_and_nowhere_else(page: HelpPage) -> None:
    assert page.text.count("](") == len(page.links())
    for target in page.links():
        assert target.removesuffix(".md") in NAMES
    # Nothing that Qt would load, follow or take for HTML.
    for sign in ("![", "<", "://"):
        assert sign not in page.text


@EACH
def test_menus_that_a_page_names_are_there(page: HelpPage) -> None:
    menus = {command.menu.partition("/")[0] for command in COMMANDS}
    titles = {
        part
        for command in COMMANDS
        for part in (
            *command.menu.split("/")[1:],
            command.title.replace("&", "").rstrip("…?"),
        )
    }
    for bold in page.text.split("**")[1::2]:
        menu, *rest = [" ".join(part.split()) for part in bold.split(",")]
        if menu in menus and rest:
            assert any(title.startswith(rest[0]) for title in titles), bold


def test_every_format_and_every_key_has_its_line() -> None:
    by_name = {page.name: page for page in PAGES}
    for row in FORMATS:
        assert f"| {row.title} |" in by_name["formats"].text
    for command in COMMANDS:
        if command.shortcuts:
            assert f"`{command.shortcuts[0]}`" in by_name["keys"].text, command.id


def test_pages_are_found_by_their_words() -> None:
    found = [page.name for page in PAGES if page.has(["portable.txt"])]
    assert found == ["privacy"]
