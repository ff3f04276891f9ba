from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.desktop.panels.provenance import ProvenanceDialog
from reader.desktop.panels.provenance.facts import file_facts
from reader.desktop.plain import PlainLabel
from reader.desktop.session import Document
from reader.desktop.session.document import open_file
from tests.cable.explanations.honey import TEXT, claimed, honey
from tests.desktop.conftest import clipboard


def words_of(dialog):
    return [label.text() for label in dialog.findChildren(PlainLabel)]


@pytest.fixture
def honey_path(tmp_path):
    path = tmp_path / "honey & <b>.txt"
    path.write_text(TEXT)
    return path


def test_the_file_and_how_it_was_read(honey_path):
    facts = dict(file_facts(open_file(str(honey_path)).document))
    assert facts["Name"] == "honey & <b>.txt"
    assert facts["Folder"] == str(honey_path.parent)
    assert facts["Size"].startswith(f"{len(TEXT)} bytes")
    assert facts["Format"] == "Telegram as plain text"
    assert facts["Encoding"] == "UTF-8"
    assert len(facts["SHA-256"]) == 64
    assert facts["Repairs"] == "nothing was mended in reading it"


def test_a_file_that_is_gone_is_said_to_be_so(honey_path):
    document = open_file(str(honey_path)).document
    honey_path.unlink()
    assert dict(file_facts(document))["Size"] == "not known: the file is not there any more"


def test_a_text_without_a_file():
    facts = dict(file_facts(Document("Pasted text", TEXT, honey())))
    assert facts["File"] == "none: this text was pasted or piped in"
    assert facts["SHA-256"] == "not known"


def test_claims_that_differ_are_marked_by_words(qtbot):
    dialog = ProvenanceDialog(Document("page", TEXT, honey(**claimed())))
    qtbot.addWidget(dialog)
    words = words_of(dialog)
    assert "≠ differs" in words
    assert "agrees in part: the same day at another time" in words
    names = [label.accessibleName() for label in dialog.findChildren(PlainLabel)]
    assert "Classification: the file has SECRET, the telegram CONFIDENTIAL: ≠ differs" in names


def test_a_file_without_claims_says_so(qtbot):
    dialog = ProvenanceDialog(Document("honey", TEXT, honey()))
    qtbot.addWidget(dialog)
    assert words_of(dialog)[-1].startswith("This file brings the telegram alone")


def test_everything_can_be_copied_as_text(qtbot):
    dialog = ProvenanceDialog(Document("page", TEXT, honey(**claimed())))
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.announced):
        QTest.keyClick(dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = clipboard().splitlines()
    assert "Encoding: UTF-8" in lines
    assert lines[lines.index("Classification") + 1 :][:3] == [
        "  The file: SECRET",
        "  The telegram: CONFIDENTIAL",
        "  ≠ differs",
    ]


def test_it_opens_by_key_and_from_the_status_line(desktop, qtbot):
    window = desktop.window
    for ask in (
        lambda: QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier),
        lambda: QTest.mouseClick(window.status._file, Qt.MouseButton.LeftButton),
    ):
        ask()
        [dialog] = [each for each in window.findChildren(ProvenanceDialog) if each.isVisible()]
        assert "09REYKJAVIK9017" in dialog.windowTitle()
        dialog.close()
