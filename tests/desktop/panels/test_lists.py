"""Outline, references, status line and empty window, each shown alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from reader.cable.model import (
    Header,
    Line,
    Problem,
    Reference,
    ReferenceKind,
    Role,
    Source,
    Telegram,
)
from reader.desktop.models.entries import ENTRY_ROLE, Entry, note_words, words_around
from reader.desktop.panels.entries.letters import fitted_lines, pieces_of
from reader.desktop.panels.outline import OutlinePanel
from reader.desktop.panels.references import ReferencesPanel, reference_state
from reader.desktop.panels.status import Places, StatusLine
from reader.desktop.panels.welcome import Choice, WelcomePanel
from reader.desktop.session import Document
from reader.desktop.theme.dark import DARK
from tests.desktop.panels.cables import cable, ferry

CITED = (
    Reference("A", ReferenceKind.CABLE, "09OSLO9004", "OSLO 9004", qualifiers=("NOTAL",)),
    Reference("B", ReferenceKind.EMAIL, None, "FAIRWEATHER E-MAIL OF 9/11/09"),
)


def shown(qtbot, panel):
    qtbot.addWidget(panel)
    panel.resize(260, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def entries(panel):
    model = panel._model
    return [model.index(row).data(ENTRY_ROLE) for row in range(model.rowCount())]


# The outline.


@pytest.fixture
def outline(qtbot):
    panel = shown(qtbot, OutlinePanel())
    panel.show_cable(ferry())
    return panel


def test_the_outline_has_headings_and_paragraphs(outline):
    found = entries(outline)
    assert [entry.title for entry in found if entry.is_strong] == [
        "A LAMP THAT NOBODY SEES",
        "The Harbor Board",
        "Objections",
    ]
    assert [entry.lead for entry in found if not entry.is_strong] == list("123456")


def test_the_outline_marks_the_place_and_does_not_scroll(qtbot):
    panel = shown(qtbot, OutlinePanel())
    panel.show_cable(cable(*(f"Paragraph {number}." for number in range(200))))
    panel.set_position(150)
    assert panel._list.marked_row() == 150
    assert panel._list.verticalScrollBar().value() == 0
    panel.set_position(999)
    assert panel._list.marked_row() == -1


def test_a_row_of_the_outline_is_chosen_by_key_and_mouse(outline, qtbot):
    with qtbot.waitSignal(outline.item_chosen) as chosen:
        outline._list.setCurrentIndex(outline._model.index(2))
        QTest.keyClick(outline._list, Qt.Key.Key_Return)
    assert chosen.args == [2]
    place = outline._list.visualRect(outline._model.index(1)).center()
    with qtbot.waitSignal(outline.item_chosen) as chosen:
        QTest.mouseClick(outline._list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [1]


def test_the_outline_has_stars(outline):
    outline.set_bookmarks({1: "lens"})
    assert [entry.has_star for entry in entries(outline)].index(True) == 2
    assert "bookmarked lens" in entries(outline)[2].spoken
    outline.set_bookmarks({})
    assert not any(entry.has_star for entry in entries(outline))


def test_the_last_detail_leaves_room_for_star_and_signs(outline):
    delegate = outline._list.itemDelegate()
    words = "the keeper of the lamp counted every boat twice that evening"
    plain = Entry("¶1", details=(words, words))
    marked = plain._replace(has_star=True, inks=(0, 1))
    whole, short = delegate.detail_lines(plain, 260), delegate.detail_lines(marked, 260)
    assert whole[0] == whole[1] == short[0]
    assert len(short[1]) < len(short[0])
    assert delegate.detail_lines(Entry("¶1"), 260) == []


def test_the_outline_is_painted_in_either_theme(outline):
    outline.set_bookmarks({1: ""})
    outline.set_theme(DARK)
    picture = outline.grab().toImage()
    colours = {picture.pixelColor(x, y).name().upper() for x in range(260) for y in range(120)}
    assert DARK.bookmark in colours


# The references.


def test_the_buttons_stand_right_below_what_is_cited(qtbot):
    panel = ReferencesPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 900)
    panel.show()
    panel.show_cable(ferry())
    entries, last = panel._list, panel._model.index(panel._model.rowCount() - 1)
    qtbot.waitUntil(lambda: entries.visualRect(last).bottom() + 1 == entries.height())
    assert panel._foot.y() == entries.geometry().bottom() + 1


def test_references_with_the_places_that_mention_them(qtbot):
    panel = shown(qtbot, ReferencesPanel())
    read = ferry()._replace(header=Header(references=CITED))
    panel.show_cable(read)
    assert panel.state() == "2 items cited, mentioned 2 times in the text"
    found = entries(panel)
    assert [(entry.lead, entry.title) for entry in found if entry.is_strong] == [
        ("A", "09OSLO9004"),
        ("B", "FAIRWEATHER E-MAIL OF 9/11/09"),
    ]
    assert found[0].details == ("Cable", "Printed as OSLO 9004", "NOTAL")
    assert found[-1].details == ("E-mail, no cable", "Not mentioned in the text")
    assert [entry.lead for entry in found if not entry.is_strong] == ["¶2", "¶3"]
    with qtbot.waitSignal(panel.mention_chosen) as chosen:
        panel._list.entry_chosen.emit(panel._model.index(1))
    assert chosen.args == [read.mentions[0]]
    with qtbot.waitSignal(panel.reference_chosen) as chosen:
        panel._list.entry_chosen.emit(panel._model.index(0))
    assert chosen.args == [CITED[0]]


def test_ids_that_only_the_text_names_come_last(qtbot):
    panel = shown(qtbot, ReferencesPanel())
    panel.show_cable(ferry())
    assert entries(panel)[0].details == ("Not in the REF line", "Named in the text 2 times")


def test_three_honest_states():
    assert reference_state(ferry()) == "This cable has no REF line."
    text = "REF: NONE\n"
    read = ferry()._replace(telegram=Telegram(text), lines=(Line(0, len(text), Role.REFERENCES),))
    assert reference_state(read) == "The REF line cites nothing: REF: NONE"
    text = "REF: AS BEFORE\n"
    read = read._replace(telegram=Telegram(text), lines=(Line(0, len(text), Role.REFERENCES),))
    assert reference_state(read) == "The REF line was not understood: REF: AS BEFORE"
    one = ferry()._replace(header=Header(references=CITED[:1]), mentions=())
    assert reference_state(one) == "1 item cited, not mentioned in the text"


# The status line.


def test_where_the_reader_is():
    places = Places(ferry())
    assert places.words(0).startswith("¶1 of 6 · ")
    assert places.words(3).startswith("¶4 of 6 · Objections · ")
    assert places.words(5).endswith(" · 100 %")
    assert places.words(99) == ""


def test_the_status_line_names_the_file_and_passing_words(qtbot, monkeypatch):
    monkeypatch.setattr("reader.desktop.panels.status.BRIEF", 30)
    line = shown(qtbot, StatusLine())
    source = Source(format="markdown", encoding="cp1252", sha256="1f3a", repairs=("2 tabs",))
    read = ferry()._replace(
        telegram=Telegram("x", source),
        problems=(Problem("x", "Odd."),),
        partial=True,
    )
    line.show_document(Document("ferry.md", "x", read))
    line.set_position(0)
    assert line._file.text() == "ferry.md · Web page pasted as Markdown · CP1252 · partial extract"
    assert line._file.toolTip() == "2 tabs\nSHA-256 1f3a"
    assert line._remarks.text() == "1 remark"
    with qtbot.waitSignal(line.remarks_wanted):
        line._remarks.click()
    line.say("Copied")
    assert line._place.text() == "Copied"
    qtbot.waitUntil(lambda: line._place.text().startswith("¶1 of 6"))
    line.showMessage("Open a cable from a file.")
    assert line.currentMessage() == ""
    assert line._place.text() == "Open a cable from a file."
    line.end_saying()
    assert line._place.text().startswith("¶1 of 6")


# The empty window.


def test_the_empty_window_offers_what_can_be_done(qtbot):
    panel = shown(qtbot, WelcomePanel())
    for words, signal in (
        ("Open a file…", panel.open_wanted),
        ("Open pasted text", panel.paste_wanted),
        ("Open the sample cable", panel.sample_wanted),
    ):
        [choice] = [each for each in panel.findChildren(Choice) if each.accessibleName() == words]
        with qtbot.waitSignal(signal):
            choice.click()


def test_recent_files_by_name_and_folder(qtbot):
    panel = shown(qtbot, WelcomePanel())
    panel.show_recent(["/home/reader/A & B <b>.txt", "/home/reader/caf\udce9.txt"])
    choices = [each for each in panel.findChildren(Choice) if each._is_small]
    assert [each.accessibleName() for each in choices] == ["A & B <b>.txt", "caf\ufffd.txt"]
    assert [each.accessibleDescription() for each in choices] == ["/home/reader"] * 2
    with qtbot.waitSignal(panel.file_wanted) as wanted:
        choices[1].click()
    assert wanted.args == ["/home/reader/caf\udce9.txt"]
    panel.show_recent([])
    qtbot.waitUntil(lambda: not any(each._is_small for each in panel.findChildren(Choice)))


# Lines of a list.


def test_lines_are_filled_and_the_last_one_is_elided(qapp):
    metrics = QFontMetrics(qapp.font())
    width = metrics.horizontalAdvance("the boat leaves")
    lines = fitted_lines(metrics, "the boat leaves before the lamp is lit", width, 2)
    assert len(lines) == 2
    assert lines[0].startswith("the boat")
    assert lines[1].endswith("…")
    assert max(map(metrics.horizontalAdvance, lines)) <= width + 1
    assert fitted_lines(metrics, "", 100, 2) == [""]
    assert fitted_lines(metrics, "puffin", -5, 1) is not None


def test_a_line_may_end_behind_a_hyphen():
    assert pieces_of("VITADOTTIR-FAIRWEATHER E-MAIL") == ["VITADOTTIR-", "FAIRWEATHER ", "E-MAIL "]
    assert pieces_of("signed and/or sealed") == ["signed ", "and/or ", "sealed "]


def test_words_around_a_place():
    text = "The museum's lens is the northernmost of its kind, as ref A said to the clerk."
    start = text.index("ref A")
    assert words_around(text, start, start + 5, 12) == "…kind, as ref A said to the clerk."


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Ask **Oslo** for\n\n- the price\n- who *bakes*", "Ask Oslo for · the price · who bakes"),
        ("## Boats\n> It pays.", "Boats · It pays."),
        ("See [the ferry](cable:09OSLO9004#p2), `ref A`.", "See the ferry, ref A."),
        ("2 * 3 is a_b, [sic] (so)", "2 * 3 is a_b, [sic] (so)"),
        ("", ""),
    ],
)
def test_a_note_in_a_list_reads_without_the_signs_of_markdown(note, words):
    assert note_words(note) == words


def test_a_note_of_signs_alone_stays_short():
    assert len(note_words("[" * 100_000)) <= 160
    assert len(note_words("- " * 100_000)) <= 160
