"""Which marks, and in which order: what the notebook asks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.store.rows import kept, microseconds
from reader.store.words import like_conditions, match_expression, terms

if TYPE_CHECKING:
    from datetime import datetime
    from sqlite3 import Connection

    from reader.store.marks import Colour, MarkKind, Status


class Order(Enum):
    """How marks are sorted; what is equal is in the order in which it was kept."""

    NEWEST = "newest"
    OLDEST = "oldest"
    CHANGED = "changed"
    PLACE = "place"
    """By cable, and in the cable by place."""
    NAME = "name"
    STATUS = "status"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; what is empty asks nothing, and all that is asked must hold."""

    text: str = ""
    """Words in names, notes, labels, titles and quotes; anything may be typed."""
    cable_ids: tuple[str, ...] = ()
    kinds: tuple[MarkKind, ...] = ()
    labels: tuple[str, ...] = ()
    """One of them is enough, as with colours and statuses."""
    colours: tuple[Colour, ...] = ()
    statuses: tuple[Status | None, ...] = ()
    """None stands for marks without a status."""
    changed_from: datetime | None = None
    changed_until: datetime | None = None
    """Exclusive."""
    order: Order = Order.NEWEST


class Counts(NamedTuple):
    """How many marks there are, in all and of each sort."""

    total: int
    kinds: dict[str, int]
    statuses: dict[str | None, int]
    colours: dict[str | None, int]
    labels: dict[str, int]


class Holdings(NamedTuple):
    """How much there is, all in all."""

    marks: int
    cables: int
    """That have marks."""
    notes: int
    """Marks with a note."""


class MarkedCable(NamedTuple):
    """A cable that has marks."""

    cable_id: str
    title: str
    mark_count: int


SORTED_BY: Final = {
    Order.NEWEST: "marks.number DESC",
    Order.OLDEST: "marks.number",
    Order.CHANGED: "marks.changed DESC, marks.number DESC",
    Order.PLACE: "marks.cable_id, marks.ordinal, marks.start, marks.number",
    Order.NAME: "marks.name = '', marks.name COLLATE NOCASE, marks.number",
    Order.STATUS: "marks.status IS NULL, marks.status, marks.number DESC",
    Order.COLOUR: "marks.colour IS NULL, marks.colour, marks.number DESC",
}
COUNTED: Final = ("kind", "status", "colour")
MOST_VALUES: Final = 500
"""Of one sort in a query; SQLite takes a limited number of them."""


class Selection(NamedTuple):
    """Where marks that are asked for are looked for, without their order."""

    table: str
    conditions: list[str]
    values: list[object]
    number: str = "marks.number"

    def where(self) -> str:
        """The conditions, as a part of a statement."""
        return f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""


def find_numbers(connection: Connection, query: Query, *, has_words: bool) -> tuple[int, ...]:
    """The numbers of the marks that are asked for, in order."""
    sql, values = _ordered(query, has_words=has_words)
    return tuple([number for (number,) in connection.execute(sql, values)])


def find_first(
    connection: Connection, query: Query, limit: int, *, has_words: bool
) -> tuple[int, tuple[int, ...]]:
    """How many marks are asked for, and the numbers of the first ones in order."""
    sql, values = _ordered(query, has_words=has_words)
    rows = connection.execute(f"{sql} LIMIT ?", (*values, limit)).fetchall()
    found = tuple([number for (number,) in rows])
    if len(found) < limit:
        return len(found), found
    chosen = _selection(query, has_words=has_words)
    counted = f"SELECT count(*) FROM {chosen.table}{chosen.where()}"  # noqa: S608
    return connection.execute(counted, chosen.values).fetchone()[0], found


def _ordered(query: Query, *, has_words: bool) -> tuple[str, list[object]]:
    chosen = _selection(query, has_words=has_words)
    order = SORTED_BY[query.order]
    if chosen.table == "words":
        order = "rowid DESC"
    return (
        f"SELECT {chosen.number} FROM {chosen.table}{chosen.where()} ORDER BY {order}",  # noqa: S608
        chosen.values,
    )


def _selection(query: Query, *, has_words: bool) -> Selection:
    conditions, values = _filters(query)
    expression = match_expression(query.text) if has_words else None
    if expression is None:
        if terms(query.text):
            condition, patterns = like_conditions(query.text)
            conditions, values = [*conditions, condition], [*values, *patterns]
        return Selection("marks", conditions, values)
    if not conditions and query.order is Order.NEWEST:
        # The index alone has the answer.
        return Selection("words", ["words MATCH ?"], [expression], "rowid")
    return Selection(
        "words CROSS JOIN marks ON marks.number = words.rowid",
        ["words MATCH ?", *conditions],
        [expression, *values],
    )


def count_marks(connection: Connection) -> Counts:
    """Count all marks."""
    counts: dict[str, dict[str | None, int]] = {column: {} for column in COUNTED}
    total = 0
    rows = connection.execute(
        "SELECT kind, status, colour, count(*) FROM marks GROUP BY kind, status, colour"
    )
    for *row, count in rows:
        total += count
        for column, value in zip(COUNTED, row, strict=True):
            counts[column][value] = counts[column].get(value, 0) + count
    labels = count_labels(connection)
    kinds = {str(kind): count for kind, count in counts["kind"].items()}
    return Counts(total, kinds, counts["status"], counts["colour"], labels)


def count_labels(connection: Connection) -> dict[str, int]:
    """How many marks have each label."""
    return dict(
        connection.execute("SELECT label, count(*) FROM mark_labels GROUP BY label").fetchall()
    )


def count_all(connection: Connection) -> int:
    """How many marks there are, by the smallest index."""
    return int(connection.execute("SELECT count(*) FROM marks").fetchone()[0])


def count_holdings(connection: Connection) -> Holdings:
    """Count marks, the cables that have them, and the notes."""
    sql = "SELECT count(*), count(DISTINCT cable_id), coalesce(sum(note <> ''), 0) FROM marks"
    return Holdings(*connection.execute(sql).fetchone())


def marked_cables(connection: Connection) -> tuple[MarkedCable, ...]:
    """The cables that have marks, by id; each with its title as it was marked last."""
    rows = connection.execute(
        "SELECT cable_id, title, count(*), max(number) FROM marks GROUP BY cable_id"
    )
    return tuple(MarkedCable(cable_id, title, count) for cable_id, title, count, _ in rows)


def _filters(query: Query) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    for column, wanted in (
        ("marks.cable_id", query.cable_ids),
        ("marks.kind", tuple(kind.value for kind in query.kinds)),
        ("marks.colour", tuple(colour.value for colour in query.colours)),
        ("marks.status", tuple(status and status.value for status in query.statuses)),
    ):
        if wanted:
            named = [value for value in wanted if value is not None][:MOST_VALUES]
            condition = f"{column} IN ({', '.join('?' * len(named))})"
            conditions.append(f"({condition} OR {column} IS NULL)" if None in wanted else condition)
            values += map(kept, named)
    if query.labels:
        labels = query.labels[:MOST_VALUES]
        conditions.append(
            "marks.number IN (SELECT mark FROM mark_labels WHERE label IN "  # noqa: S608
            f"({', '.join('?' * len(labels))}))"
        )
        values += map(kept, labels)
    for sign, when in ((">=", query.changed_from), ("<", query.changed_until)):
        if when is not None:
            conditions.append(f"marks.changed {sign} ?")
            values.append(microseconds(when))
    return conditions, values
