"""Finding marks: full text, filters, orders; and never an error, whatever is typed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store import opening, schema, words
from reader.store.bookmarks import Bookmarks
from reader.store.marks import Colour, MarkKind, Put, Status
from reader.store.searching import Order, Query
from tests.store.made_up import MORNING, made_mark, made_marks

COUNT = 40

# What people type, or paste, into a search field.
TYPED = (
    "lamp", "the lamp", "Lamp burned", '"burned at noon"', "'lamp'", "lamp*", "*lamp", "la?mp",
    "lamp AND noon", "lamp OR", "NOT lamp", "NOT", "AND", "OR", "NEAR", "NEAR(lamp noon, 3)",
    "(lamp", "lamp)", "()", "lamp:noon", "note:keeper", "note : keeper", "{note name}: keeper",
    "-lamp", "+lamp", "^lamp", "lamp - noon", "lamp + noon", "09REYKJAVIK9001",
    "09 REYKJAVIK 9001", "E.O. 12958", "A/S", "don't", "o'clock", "keeper's; DROP TABLE marks",
    "100%", "50_50", "\\", '"', '""', "“lamp”", "lamp—noon", "¶", "¶7", "№ 7", "🙂", "\0lamp",
    "lamp\0noon", "\ud800", "灯台", "маяк", "  ", "\t\n", "a" * 600, "lamp " * 200, "x" * 100_000,
    "]", "[lamp]", "~", "#1", "@keeper", "$5", "=1+1",
)  # fmt: skip


@pytest.fixture
def filled(bookmarks):
    bookmarks.apply([Put(mark) for mark in made_marks(COUNT)])
    return bookmarks


@pytest.fixture
def without_fts5(monkeypatch, path):
    """The same marks under a SQLite that has no full-text search."""
    monkeypatch.setattr(schema, "SEARCH_TABLE", "CREATE VIRTUAL TABLE words USING fts0(x)")
    with Bookmarks.open(path) as opened:
        opened.apply([Put(mark) for mark in made_marks(COUNT)])
        yield opened


def found_by(bookmarks, **asked):
    return list(bookmarks.marks_at(bookmarks.find(Query(**asked))))


@pytest.mark.parametrize("typed", TYPED, ids=ascii)
def test_nothing_that_is_typed_is_an_error(filled, typed):
    assert all(mark in made_marks(COUNT) for mark in filled.search(typed))


@pytest.mark.parametrize("typed", TYPED, ids=ascii)
def test_nor_without_full_text_search(without_fts5, typed):
    assert all(mark in made_marks(COUNT) for mark in without_fts5.search(typed))


@given(st.text(max_size=60))
def test_every_expression_is_quoted(typed):
    expression = words.match_expression(typed)
    if expression is not None:
        assert expression.startswith('"')
        assert expression.rstrip("*").endswith('"')
        assert expression.count('"') % 2 == 0


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("puffins", {3}),
        ("PUFFINS spring", {3}),
        ("puff", {3}),
        ("puff ", set()),
        ("spring puffins", {3}),
        ("ask 3", {3}),
        ("museum", {3, 4}),
        ("lighthouse", {0, 1, 2, 3, 4}),
        ("place 4", {4}),
        ("prices", {2}),
        ("nowhere", set()),
        ("keeper 3 puffins cost", {3}),
    ],
)
def test_words_are_found_wherever_they_stand(bookmarks, typed, numbers):
    bookmarks.apply([Put(mark) for mark in made_marks(5)])
    assert {mark.id for mark in bookmarks.search(typed)} == {made_mark(n).id for n in numbers}


def test_accents_and_signs_do_not_hide_a_word(bookmarks):
    bookmarks.add(made_mark(1, note="Ægir’s café, ¶7 — 灯台の光"))
    for typed in ("cafe", "CAFÉ", "ægir", "¶", "¶7", "灯台", "— 光"):
        assert [mark.id for mark in bookmarks.search(typed)] == [made_mark(1).id], typed
    assert list(bookmarks.search("§")) == []


def test_a_search_without_words_finds_all(filled):
    assert len(filled.find(Query())) == len(filled.find(Query(text="  "))) == COUNT


def test_the_index_follows_every_change(filled):
    assert len(list(filled.search("keeper"))) == COUNT
    filled.change(made_mark(3, note="An anvil."))
    assert [mark.id for mark in filled.search("anvil")] == [made_mark(3).id]
    filled.delete([made_mark(3).id])
    assert list(filled.search("anvil")) == []
    filled.undo()
    assert [mark.id for mark in filled.search("anvil")] == [made_mark(3).id]
    filled.undo()
    assert list(filled.search("anvil")) == []
    filled.check()


def test_marks_that_come_together_are_entered_without_a_search(bookmarks):
    def indexed():
        return int(bookmarks._store.read(lambda at: schema.fact(at, "indexed")))

    bookmarks.apply([Put(mark) for mark in made_marks(words.WAITING + 1)])
    assert indexed() == words.WAITING + 1
    bookmarks.add(made_mark(1000))
    assert indexed() == words.WAITING + 1
    assert len(list(bookmarks.search("keeper"))) == words.WAITING + 2
    assert indexed() == words.WAITING + 2


def test_a_search_goes_on_while_another_program_writes(filled, monkeypatch):
    monkeypatch.setattr("reader.store.database.PATIENCE", 50)
    with Bookmarks.open(filled.path) as other:
        other._store.read(lambda at: at.execute("BEGIN IMMEDIATE"))
        filled._store.read(lambda at: at.execute("PRAGMA busy_timeout = 50"))
        assert len(list(filled.search("keeper"))) == COUNT
        other._store.read(lambda at: at.execute("ROLLBACK"))


def test_what_was_changed_without_full_text_search_is_found_with_it(filled, path, monkeypatch):
    assert len(list(filled.search("keeper"))) == COUNT
    filled.close()
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(opening, "is_usable", lambda connection: False)
        with Bookmarks.open(path) as bare:
            bare.change(made_mark(3, note="An anvil."))
            assert [mark.id for mark in bare.search("anvil")] == [made_mark(3).id]
            bare.erase_deleted()
    with Bookmarks.open(path) as again:
        assert [mark.id for mark in again.search("anvil")] == [made_mark(3).id]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({"cable_ids": ("09REYKJAVIK9003",)}, lambda m: m.cable_id == "09REYKJAVIK9003"),
        ({"kinds": (MarkKind.BOOKMARK,)}, lambda m: m.kind is MarkKind.BOOKMARK),
        ({"labels": ("honey", "museum")}, lambda m: {"honey", "museum"} & set(m.labels)),
        ({"labels": ("\ud800",)}, lambda m: False),
        ({"colours": (Colour.GREEN,)}, lambda m: m.colour is Colour.GREEN),
        ({"statuses": (Status.USED, None)}, lambda m: m.status in (Status.USED, None)),
        ({"statuses": (None,)}, lambda m: m.status is None),
        (
            {
                "changed_from": MORNING + timedelta(minutes=5),
                "changed_until": MORNING + timedelta(minutes=9),
            },
            lambda m: 5 <= (m.changed - MORNING).seconds // 60 < 9,
        ),
        (
            {"text": "puffins", "colours": (Colour.PINK,), "labels": ("museum",)},
            lambda m: m.colour is Colour.PINK and "puffins" in m.anchor.exact,
        ),
        ({"text": "¶"}, lambda m: False),
    ],
)
def test_filters(filled, asked, wanted):
    assert found_by(filled, **asked, order=Order.OLDEST) == list(filter(wanted, made_marks(COUNT)))


@pytest.mark.parametrize("text", ["", "keeper"])
@pytest.mark.parametrize(
    ("order", "key"),
    [
        (Order.NEWEST, lambda m: -m.created.timestamp()),
        (Order.OLDEST, lambda m: m.created),
        (Order.CHANGED, lambda m: -m.changed.timestamp()),
        (Order.PLACE, lambda m: (m.cable_id, m.anchor.ordinal)),
        (Order.NAME, lambda m: (not m.name, m.name.casefold(), m.created)),
        (
            Order.STATUS,
            lambda m: (not m.status, m.status and m.status.value, -m.created.timestamp()),
        ),
        (
            Order.COLOUR,
            lambda m: (not m.colour, m.colour and m.colour.value, -m.created.timestamp()),
        ),
    ],
)
def test_orders(filled, text, order, key):
    assert found_by(filled, text=text, order=order) == sorted(made_marks(COUNT), key=key)


def test_marks_that_have_gone_are_left_out_of_what_was_found(filled):
    numbers = filled.find(Query(order=Order.OLDEST))
    filled.delete([made_mark(1).id])
    assert filled.marks_at(numbers[:3]) == (made_mark(0), made_mark(2))


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("text", ["", "lamp", "¶", "l"])
def test_the_first_marks_are_the_beginning_of_all(bookmarks, order, text):
    bookmarks.apply([Put(made_mark(number, name=f"lamp {number}")) for number in range(9)])
    bookmarks.apply([Put(made_mark(20 + number, name=f"¶ {number}")) for number in range(3)])
    query = Query(text=text, order=order)
    numbers = bookmarks.find(query)
    for limit in (1, 4, 100):
        assert bookmarks.find_first(query, limit) == (len(numbers), numbers[:limit])


def test_what_the_notebook_counts(bookmarks):
    bookmarks.apply([Put(made_mark(1, labels=("a", "b"))), Put(made_mark(8, labels=("b",)))])
    assert bookmarks.total() == bookmarks.counts().total == 2
    assert bookmarks.labels() == bookmarks.counts().labels == {"a": 1, "b": 2}
    [cable] = bookmarks.cables()
    assert bookmarks.count_of(cable.cable_id) == 2
    assert bookmarks.count_of("09OSLO1") == 0
