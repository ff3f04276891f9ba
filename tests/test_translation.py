from __future__ import annotations

import ast
import struct
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from reader import translation
from reader.cable.exports.edition import Endnote, edition_of
from reader.cable.exports.html import html_page
from reader.cable.exports.odt import odt_file
from reader.cable.exports.other_text import edition_of_text
from reader.cable.grammar import parse
from reader.cable.model import Telegram
from reader.errors import NotACable
from reader.formats.decoding import decode
from reader.formats.telegram import read
from reader.translation import tr, tr_count, use_catalogue, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator

PLURALS = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
WORDS = {
    "": PLURALS,
    "Open {name}…": "{name} öffnen…",
    "Close {name}": "{nom} schließen",
    "{count} hit\0{count} hits": "{count} Treffer\0{count} Treffer",
}


@pytest.fixture(autouse=True)
def own_words() -> Iterator[None]:
    yield
    use_catalogue(None)


def write_catalogue(path: Path, words: dict[str, str]) -> None:
    """A file of translated words as msgfmt makes it."""
    path.parent.mkdir(parents=True)
    pairs = [(key.encode(), value.encode()) for key, value in sorted(words.items())]
    start = 28 + 16 * len(pairs)
    keys = b"".join(key + b"\0" for key, _ in pairs)
    tables: list[bytes] = []
    place = start
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), place))
            place += len(pair[column]) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    values = b"".join(value + b"\0" for _, value in pairs)
    path.write_bytes(head + b"".join(tables) + keys + values)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(translation, "resource_path", tmp_path.joinpath)
    write_catalogue(tmp_path / "locale" / "de" / "LC_MESSAGES" / "cable-reader.mo", WORDS)
    return tmp_path


def test_words_stand_as_they_are_written_without_a_translation() -> None:
    assert tr("Open {name}…", name="{x}") == "Open {x}…"
    assert tr("{not a value}") == "{not a value}"
    assert [tr_count("{count} hit", "{count} hits", count) for count in (0, 1, 1200)] == [
        "0 hits",
        "1 hit",
        "1200 hits",
    ]


def test_nothing_is_asked_where_no_translation_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "resource_path", tmp_path.joinpath)
    assert not use_language(lambda: pytest.fail("asked"))


@pytest.mark.usefixtures("folder")
def test_words_are_found_in_the_first_language_that_has_any() -> None:
    assert use_language(lambda: ["fo-FO", "de-DE", "fr"])
    assert tr("Open {name}…", name="a.txt") == "a.txt öffnen…"
    assert tr_count("{count} hit", "{count} hits", 1) == "1 Treffer"
    assert tr("Not translated") == "Not translated"


@pytest.mark.usefixtures("folder")
def test_a_translation_that_names_another_value_gives_way() -> None:
    use_language(lambda: ["de"])
    assert tr("Close {name}", name="a.txt") == "Close a.txt"


@pytest.mark.usefixtures("folder")
def test_english_is_what_the_words_are_written_in() -> None:
    assert not use_language(lambda: ["en-GB", "de-DE"])
    assert not use_language(lambda: ["fr"])


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95", b"PNG" * 100])
def test_a_damaged_translation_is_passed_over(folder: Path, content: bytes) -> None:
    [path] = folder.rglob("*.mo")
    path.write_bytes(content)
    assert not use_language(lambda: ["de"])
    assert tr("Open {name}…", name="a.txt") == "Open a.txt…"


# Words of remarks and repairs.

PACKAGE = Path(__file__).resolve().parents[1] / "reader"
DOORS = frozenset({"tr", "tr_count"})


SENTENCES = {"Problem": 1, "Unfit": 0, "refuse": 1}
"""Where in the call of each its words stand."""


def said_by(tree: ast.AST) -> Iterator[ast.expr]:
    """The words of every remark that a module makes, and of why it takes no mark."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SENTENCES:
                yield node.args[SENTENCES[name]]


def is_looked_up(words: ast.expr) -> bool:
    """Whether words come from a call or a name, and do not stand there as they are shown."""
    return isinstance(words, ast.Call | ast.Name)


def test_no_remark_is_written_without_being_looked_up() -> None:
    places = [
        f"{path.name}:{sentence.lineno}"
        for path in PACKAGE.rglob("*.py")
        for sentence in said_by(ast.parse(path.read_text(encoding="utf-8")))
        if not is_looked_up(sentence)
    ]
    assert places == []


@pytest.mark.parametrize(
    ("line", "is_seen"),
    [
        ('Problem("rule", f"Odd: {x}.")', True),
        ('Problem("rule", "Odd.")', True),
        ('Problem("rule", tr("Odd: {x}.", x=x))', False),
        ('gathered.refuse(3, "it is odd")', True),
    ],
)
def test_a_remark_that_is_not_looked_up_is_seen(line: str, is_seen: bool) -> None:
    [sentence] = said_by(ast.parse(line))
    assert is_looked_up(sentence) is not is_seen


def test_no_value_is_put_in_before_the_look_up() -> None:
    places = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in DOORS
        and any(isinstance(each, ast.JoinedStr) for each in node.args[:2])
    ]
    assert places == []


class Bracketed:
    """A language whose words are ours in brackets."""

    def gettext(self, message: str, /) -> str:
        return f"«{message}»"

    def ngettext(self, singular: str, plural: str, count: int, /) -> str:
        return self.gettext(singular if count == 1 else plural)


ODD = """\
DE RUEHNY #0501/01 0610436
R 021201Z MAR 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

C O N F I D E N T I A L OSLO 000777

E.O. 12958: DECL: 03/02/2018
TAGS: PREL, EWWTX

1. (U) The keeper counted\u200b the lamps.

3. (U) (\u0421) He counted them again.

1. (U) And again.
"""


def test_remarks_and_repairs_are_in_the_readers_language() -> None:
    use_catalogue(Bracketed())
    decoded = decode(ODD.replace("E.O. 12958", "E.O.\xa012958").encode())
    [telegram] = read(decoded, "lamps.txt", "")
    cable = parse(telegram)
    said = [problem.message for problem in cable.problems]
    assert len({problem.rule for problem in cable.problems}) >= 5
    assert [words for words in (*said, *cable.source.repairs) if words[0] != "«"] == []
    assert "«1 no-break or other blank read as a plain one»" in cable.source.repairs


def test_what_is_printed_and_saved_has_its_own_words_in_the_readers_language() -> None:
    [telegram] = read(decode(ODD.encode()), "lamps.txt", "")
    use_catalogue(Bracketed())
    cable = parse(telegram)
    edition = edition_of(cable, (Endnote(0, "Count again."),))
    assert {fact.name[0] for fact in edition.facts} == {"«"}
    assert edition.title == "«Cable without a subject»"
    page = html_page(cable, (Endnote(0, "Count again."),))
    assert "<h2>«Notes»</h2>" in page
    assert "<footer><p>«Link: <code>cable:08OSLO777</code>»</p></footer>" in page
    with ZipFile(BytesIO(odt_file(cable))) as archive:
        styles = archive.read("styles.xml").decode()
    assert "«page <text:page-number/> of <text:page-count/>»" in styles
    assert edition_of_text("poem.txt", "The lamp is lit.").classification[0] == "«"


def test_why_a_text_is_no_cable_is_in_the_readers_language() -> None:
    use_catalogue(Bracketed())
    with pytest.raises(NotACable) as raised:
        parse(Telegram("The lamp is lit.\n"))
    assert (raised.value.message[0], raised.value.hint[0]) == ("«", "«")
