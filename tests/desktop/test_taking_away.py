"""What is taken away from the window: copies, citations, files, pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from reader.cable.model import Heading
from reader.desktop.handlers.copying import CITATION_TYPE, ENTRY_TYPE
from reader.desktop.panels.cite import CiteDialog
from reader.desktop.panels.saving import SaveDialog
from reader.desktop.session.exporting import Cancelled
from reader.store.marks import changed_mark
from tests.conftest import SAMPLE_ID
from tests.desktop.conftest import clipboard, press, sentences, settle
from tests.desktop.test_accessibility import controls, unnamed

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def text_of(desktop):
    return desktop.window.body.focusProxy()


def said(desktop):
    return desktop.window.status._place.text()


def dialog_of(desktop, kind: type[QDialog]):
    [dialog] = [each for each in desktop.window.findChildren(kind) if each.isVisible()]
    return dialog


def flavours() -> QMimeData:
    return QApplication.clipboard().mimeData()


# Copying.


def test_copied_words_tell_programs_that_ask_where_they_stand(desktop):
    desktop.session.go_to(1, 4, 22)
    press(text_of(desktop), "Ctrl+C")
    assert clipboard() == desktop.session.cable.paragraphs[1].text[4:26]
    data = flavours()
    assert not data.hasHtml()
    assert data.data(CITATION_TYPE).data().decode() == f"{SAMPLE_ID}, para. 2"
    [item] = json.loads(data.data(ENTRY_TYPE).data())
    assert (item["number"], item["note"]) == (SAMPLE_ID, "para. 2")


def test_a_dragged_selection_is_plain_text_alone(desktop):
    desktop.session.go_to(1, 4, 22)
    data = desktop.window.body._view.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == desktop.session.cable.paragraphs[1].text[4:26]


def test_a_paragraph_as_a_quotation(desktop):
    desktop.session.go_to(6)
    press(desktop.window, "Ctrl+Shift+M")
    words = desktop.session.cable.paragraphs[6].text
    assert clipboard() == (
        f"> ¶7 (U) {words}\n>\n> — {SAMPLE_ID}, para. 7\n>\n> <cable:{SAMPLE_ID}#p7>\n"
    )


def test_selected_words_as_a_quotation(desktop):
    desktop.session.go_to(6, 4, 11)
    press(desktop.window, "Ctrl+Shift+M")
    assert clipboard().startswith("> ¶7 (U) board meets\n>\n")


def test_a_paragraph_as_markdown(desktop):
    desktop.session.go_to(6)
    press(desktop.window, "Ctrl+Alt+M")
    assert clipboard() == f"¶7 (U) {desktop.session.cable.paragraphs[6].text}\n"
    desktop.session.go_to(6, 4, 11)
    press(desktop.window, "Ctrl+Alt+M")
    assert clipboard() == "¶7 (U) board meets\n"


def test_paragraphs_as_markdown_keep_the_headings_between_them(desktop):
    press(desktop.window, "Ctrl+A")
    press(desktop.window, "Ctrl+Alt+M")
    lines = clipboard().split("\n")
    titles = [item.text for item in desktop.session.cable.body if isinstance(item, Heading)]
    assert [line for line in lines if line.startswith("#")] == [f"## {each}" for each in titles]
    numbers = [line.split()[0] for line in lines if line.startswith("¶")]
    assert numbers == [f"¶{number}" for number in range(1, 10)]


def test_the_text_as_received_as_markdown_has_no_meaning(desktop):
    press(desktop.window, "Ctrl+U")
    text = desktop.session.cable.text
    start = text.index("SUBJECT:")
    desktop.window.source.go_to(start, text.index("\n", start) - start)
    press(desktop.window, "Ctrl+Alt+M")
    assert clipboard().startswith("    SUBJECT: ")


def test_a_quotation_from_the_text_as_received(desktop):
    desktop.session.go_to(6, 4, 11)
    press(desktop.window, "Ctrl+U")
    desktop.window.source.go_to(desktop.session.cable.text.index("THE LIGHTHOUSE"), 21)
    press(desktop.window, "Ctrl+Shift+M")
    assert clipboard().startswith(">     THE LIGHTHOUSE MUSEUM\n>\n> — ")


def test_a_permalink_and_an_id(desktop):
    desktop.session.go_to(3)
    press(desktop.window, "Ctrl+Shift+L")
    assert clipboard() == f"cable:{SAMPLE_ID}#p4"
    press(desktop.window, "Ctrl+Shift+I")
    assert clipboard() == SAMPLE_ID
    assert said(desktop) == f"Copied: {SAMPLE_ID}"


def test_a_cable_without_an_id_has_no_link_and_says_so(start, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("CONFIDENTIAL\n\nSUBJECT: WAFFLES\n\n1. (C) They are late.\n\nSTRAND\n")
    desktop = start(path)
    assert desktop.session.cable is not None and desktop.session.cable.canonical_id is None
    press(desktop.window, "Ctrl+Shift+L")
    assert said(desktop) == "This cable has no id, so there is nothing to copy"


# Citing.


def cite(desktop):
    press(text_of(desktop), "Shift+C")
    return dialog_of(desktop, CiteDialog)


def titles(dialog):
    citations = dialog._list.citations
    return [citations.title(number) for number in range(citations.rowCount())]


def choose(dialog, title):
    number = next(n for n, each in enumerate(titles(dialog)) if each.startswith(title))
    dialog._list.setCurrentIndex(dialog._list.citations.index(number))


def test_every_style_is_shown_and_adapted_ones_say_so(desktop):
    desktop.session.go_to(8)
    dialog = cite(desktop)
    shown = titles(dialog)
    assert shown[0] == "Id and paragraph ✓ your style"
    assert {"Bluebook (adapted)", "Newsroom (adapted)", "Wikipedia, cite web (adapted)"} <= set(
        shown
    )
    assert "Chicago Manual of Style, notes and bibliography · short" in shown
    assert dialog._place.text() == f"{SAMPLE_ID}, para. 9 (SBU)"
    dialog.close()


def test_enter_copies_the_citation_that_is_selected(desktop):
    desktop.session.go_to(8)
    dialog = cite(desktop)
    choose(dialog, "Newsroom")
    press(dialog._list, "Return")
    assert clipboard() == f"{SAMPLE_ID} (UNCLAS//SBU), US Embassy Reykjavik, 17 Sep 2009, ¶9."


def test_a_title_is_slanted_and_nothing_else_is_markup(start, tmp_path):
    path = tmp_path / "09OSLO9004.txt"
    path.write_text(
        "R 171432Z SEP 09\nFM AMEMBASSY OSLO\n\nUNCLAS OSLO 009004\n\n"
        "SUBJECT: THE <IMG SRC=X> & THE LAMP\n\n1. (U) It is lit.\n\nSTRAND\n"
    )
    dialog = cite(start(path))
    choose(dialog, "APA, 7th edition · entry")
    press(dialog._list, "Return")
    assert "The <img SRC=X> & the lamp (" in clipboard()
    slanted = flavours().data("text/html").data().decode()
    assert slanted.count("<") == 2
    assert "<i>The &lt;img SRC=X&gt; &amp; the lamp</i>" in slanted


def test_a_style_that_is_made_ones_own_is_used_from_then_on(desktop, qtbot):
    desktop.session.go_to(8)
    dialog = cite(desktop)
    choose(dialog, "Chicago Manual of Style, notes and bibliography · short")
    dialog._own.click()
    assert titles(dialog)[dialog._list.currentIndex().row()].endswith("✓ your style")
    dialog.close()
    press(text_of(desktop), "C")
    assert clipboard() == f"US Embassy Reykjavik, {SAMPLE_ID}, para. 9."
    assert desktop.session.choices.settings.citation_style == "chicago-notes/short"


def test_a_style_that_there_is_not_gives_the_plain_citation(desktop):
    desktop.session.choices.choose("citation_style", "harvard/long")
    press(text_of(desktop), "C")
    assert clipboard() == f"{SAMPLE_ID}, para. 1"


def test_the_whole_cable_is_cited_when_that_is_wanted(desktop):
    dialog = cite(desktop)
    dialog._whole.setChecked(True)
    assert dialog._list.row().citation.plain == SAMPLE_ID
    dialog._copy_entry.click()
    assert clipboard().startswith("TY  - PCOMM\n")
    assert "para." not in clipboard()


def test_a_redacted_copy_says_so_in_the_dialog(start, tmp_path):
    path = tmp_path / "09OSLO9004.txt"
    path.write_text("UNCLAS OSLO 009004\n\n1. (U) The clerk, XXXXXXXXXXXX, is late.\n\nSTRAND\n")
    dialog = cite(start(path))
    assert dialog._remark.text() == "The citations say of this copy: redacted."
    dialog.close()


# Saving.


def save(desktop, keys="Ctrl+S"):
    press(desktop.window, keys)
    return dialog_of(desktop, SaveDialog)


def saved(desktop, qtbot):
    qtbot.waitUntil(lambda: not desktop.session.exporting.is_busy())


def form(dialog, name):
    dialog.choose(name, with_notes=False)


ENDINGS = {
    "text": ".txt", "markdown": ".md", "html": ".html", "odt": ".odt", "pdf": ".pdf",
    "received": ".cable.txt",
}  # fmt: skip


@pytest.mark.parametrize("name", ENDINGS)
def test_a_cable_is_saved_in_every_form(desktop, qtbot, tmp_path, name):
    dialog = save(desktop)
    form(dialog, name)
    assert dialog._path.text().endswith(f"/{SAMPLE_ID}{ENDINGS[name]}")
    path = tmp_path / f"ferry{ENDINGS[name]}"
    dialog._path.setText(str(path))
    press(dialog, "Return")
    saved(desktop, qtbot)
    assert path.stat().st_size > 1000
    assert path.stat().st_mode & 0o077 == 0
    assert sentences(desktop)[0] == f"Saved: {path.name}"


def test_a_file_that_is_there_is_replaced_only_when_asked_twice(desktop, qtbot, tmp_path):
    path = tmp_path / "ferry.md"
    path.write_text("mine")
    dialog = save(desktop)
    form(dialog, "markdown")
    dialog._path.setText(str(path))
    press(dialog, "Return")
    assert dialog.isVisible()
    assert dialog._warning.text() == "There is a file ferry.md already. Replace it?"
    assert dialog._save.text() == "&Replace"
    assert path.read_text() == "mine"
    press(dialog, "Return")
    saved(desktop, qtbot)
    assert path.read_text().startswith("VZCZC")


def test_a_file_that_appears_in_the_last_moment_is_not_replaced(desktop, qtbot, tmp_path):
    path = tmp_path / "ferry.md"
    path.write_text("theirs")
    desktop.session.exporting.save(str(path), lambda _: b"ours")
    saved(desktop, qtbot)
    assert path.read_text() == "theirs"
    assert sentences(desktop)[0].startswith(f"{path} is there already, and was not replaced.")
    assert list(tmp_path.iterdir()) == [path]


def test_names_that_cannot_be_are_told_before_anything_is_written(desktop, tmp_path):
    dialog = save(desktop)
    for path, words in (
        ("", "Type a name for the file."),
        (str(tmp_path), "Type a name for the file."),
        (str(tmp_path / "no" / "x.md"), f"There is no folder {tmp_path / 'no'}."),
    ):
        dialog._path.setText(path)
        dialog.accept()
        assert (dialog.isVisible(), dialog._warning.text()) == (True, words)
    dialog.close()


def test_a_disk_that_is_full_is_a_sentence(desktop, qtbot, tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.paths._write_to_disk", full)
    desktop.session.exporting.save(str(tmp_path / "x.md"), lambda _: b"words")
    saved(desktop, qtbot)
    assert "could not be written: no space left on device." in sentences(desktop)[0]
    assert list(tmp_path.iterdir()) == []


def test_the_readers_notes_go_with_a_page_when_that_is_wanted(desktop, qtbot, tmp_path):
    marking = desktop.session.marking
    marking.toggle(2)
    settle(desktop, qtbot)
    mark = marking.standing.placed[0].mark
    marking.keep(changed_mark(mark, note="ask the board"), mark)
    settle(desktop, qtbot)
    path = tmp_path / "ferry.html"
    dialog = save(desktop)
    dialog.choose("html", with_notes=True)
    dialog._path.setText(str(path))
    press(dialog, "Return")
    saved(desktop, qtbot)
    assert '<li id="note1" dir="auto">ask the board</li>' in path.read_text()


def test_a_note_on_words_tells_which_words(desktop, qtbot, tmp_path):
    desktop.session.go_to(1, 4, 22)
    press(text_of(desktop), "H")
    settle(desktop, qtbot)
    marking = desktop.session.marking
    mark = marking.standing.placed[0].mark
    marking.keep(changed_mark(mark, note="who is she?"), mark)
    settle(desktop, qtbot)
    path = tmp_path / "ferry.html"
    dialog = save(desktop)
    dialog.choose("html", with_notes=True)
    dialog._path.setText(str(path))
    press(dialog, "Return")
    saved(desktop, qtbot)
    words = desktop.session.cable.paragraphs[1].text[4:26].strip()
    assert f">“{words}”: who is she?</li>" in path.read_text()


def test_an_entry_is_saved_for_reference_managers(desktop, qtbot, tmp_path):
    desktop.session.go_to(8)
    cite(desktop)._save_entry.click()
    dialog = dialog_of(desktop, SaveDialog)
    assert dialog._path.text().endswith(f"/{SAMPLE_ID}.ris")
    path = tmp_path / "ferry.ris"
    dialog._path.setText(str(path))
    press(dialog, "Return")
    saved(desktop, qtbot)
    assert "N1  - para. 9\r\n" in path.read_bytes().decode()


def test_pages_are_saved_by_keys(desktop, qtbot, tmp_path):
    dialog = save(desktop, "Ctrl+Shift+S")
    path = tmp_path / "ferry.pdf"
    dialog._path.setText(str(path))
    press(dialog, "Return")
    saved(desktop, qtbot)
    assert len(pypdf.PdfReader(path).pages) == 2


# Long work.


@pytest.fixture
def poem(start, tmp_path):
    path = tmp_path / "poem.txt"
    path.write_text("The lamp is \u202elit.\n\nThe sea is black.\n", encoding="utf-8")
    return start(path)


@pytest.mark.parametrize("name", ["text", "pdf"])
def test_a_text_that_is_no_cable_is_saved_and_says_so(poem, qtbot, tmp_path, name):
    dialog = save(poem)
    form(dialog, name)
    assert dialog._path.text().endswith(f"/poem{ENDINGS[name]}")
    path = tmp_path / f"saved{ENDINGS[name]}"
    dialog._path.setText(str(path))
    press(dialog, "Return")
    saved(poem, qtbot)
    if name == "pdf":
        words = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    else:
        words = path.read_text(encoding="utf-8")
    words = " ".join(words.split())
    assert "Text that is no cable" in words
    assert "No telegram was recognised in this text." in words
    assert "The lamp is lit. The sea is black." in words


def test_work_is_done_one_at_a_time_and_can_be_cancelled(desktop, qtbot):
    exporting = desktop.session.exporting

    def work(meter):
        meter.progress(3, 200)
        while not meter.cancelled():
            pass
        raise Cancelled

    told: set[tuple[int, int]] = set()
    exporting.progressed.connect(lambda *page: told.add(page))
    exporting.run("Saving a long cable…", work, "Saved")
    exporting.run("Saving another…", work, "Saved")
    assert sentences(desktop)[0].startswith("Something else is still being saved or printed.")
    qtbot.waitUntil(lambda: told == {(3, 200)})
    exporting.cancel()
    saved(desktop, qtbot)
    assert said(desktop) == "Cancelled"


def test_a_program_without_printing_offers_a_pdf(desktop, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "PySide6.QtPrintSupport", None)
    press(desktop.window, "Ctrl+P")
    assert sentences(desktop)[0] == (
        "This installation cannot print. Save a PDF instead, and print that."
    )
    desktop.window.notices.notices()[0].action()
    assert dialog_of(desktop, SaveDialog).choice().name == "pdf"
    dialog_of(desktop, SaveDialog).close()


# For everybody.


@pytest.mark.parametrize(("keys", "kind"), [("Ctrl+Shift+E", CiteDialog), ("Ctrl+S", SaveDialog)])
def test_no_control_of_a_dialog_is_without_a_name(desktop, keys, kind):
    press(desktop.window, keys)
    dialog = dialog_of(desktop, kind)
    assert len(list(controls(dialog))) >= 8
    assert unnamed(dialog) == []
    dialog.close()


def test_a_citation_is_read_out_with_its_style(desktop):
    dialog = cite(desktop)
    model = dialog._list.model()
    words = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("APA, 7th edition · entry: U.S. Embassy Reykjavik. (2009")
    dialog.close()


def test_the_dialogs_fit_a_small_screen(desktop):
    desktop.window.resize(900, 600)
    for keys, kind in (("Ctrl+Shift+E", CiteDialog), ("Ctrl+S", SaveDialog)):
        press(desktop.window, keys)
        dialog = dialog_of(desktop, kind)
        assert dialog.minimumSizeHint().height() < 560
        assert dialog.minimumSizeHint().width() < 860
        dialog.close()
