"""The chooser: files of many cables and folders, listed, filtered, sorted and opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from reader.desktop.models.cables import CablesModel
from reader.desktop.panels.chooser.cells import classification_of
from reader.desktop.panels.chooser.foot import progress_words, rounded
from reader.desktop.panels.file_dialog import file_filters
from reader.desktop.session.listing import Progress, State
from reader.desktop.session.selection import Wish, select
from reader.formats.collection import Entry
from reader.formats.registry import FORMATS
from reader.intake.catalogue import Catalogue
from reader.intake.rows import Column, Rows
from tests.desktop.conftest import press, sentences, settle, wait_for_list
from tests.desktop.test_window import drop
from tests.patience import PATIENCE

POSTS = ("OSLO", "REYKJAVIK", "TALLINN", "BERN")
SUBJECTS = ("FOGHORNS", "THE FERRY TO KETTLE POINT", "HONEY AND WAX", "A LIGHTHOUSE MUSEUM")
MARKINGS = ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET//NOFORN", "UNCLASSIFIED//FOR OFFICIAL USE ONLY")

TELEGRAM = """R 021504Z MAR {year:02} \nFM AMEMBASSY {post} \nTO SECSTATE WASHDC \n\n\
UNCLAS {post} 00{number} \n\nE.O. 12958: N/A \nTAGS: PREL, ECON \nSUBJECT: {subject} \n\n\
1. (U) The keeper told us that the lamp is lit at dusk, number {number}. \n\n\
2. (U) Nobody has seen it turn. {post} \n"""


def entry(number):
    return Entry(
        number * 6000,
        6000,
        reference_id=f"{number % 100:02}{POSTS[number % 4]}{number}",
        sent=f"{1990 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02} 04:36",
        originator=f"Embassy {POSTS[number % 4].title()}",
        classification=MARKINGS[number % 4],
        subject=SUBJECTS[number % 4],
    )


def rows_of(count):
    rows = Rows()
    for number in range(count):
        rows.add(entry(number))
    return rows


def text_of(number):
    subject, post = SUBJECTS[number % 4], POSTS[number % 4]
    return TELEGRAM.format(year=9, post=post, number=number, subject=subject)


def table_row(number):
    header, _, body = text_of(number).partition("\n\n")
    fields = (
        str(number), "3/2/2009 15:04", f"09{POSTS[number % 4]}{number}", "Embassy Oslo",
        "UNCLASSIFIED", "", header, body,
    )  # fmt: skip
    return ",".join(f'"{field}"' for field in fields) + "\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "cables.csv"
    path.write_text("".join(table_row(number) for number in range(100, 140)))
    return path


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "ferries"
    place.mkdir()
    for number in (101, 102, 103):
        (place / f"{number}.txt").write_text(text_of(number))
    (place / "notes.txt").write_text("The boat has gone.\n")
    return place


@pytest.fixture
def opened(start, table, qtbot):
    """The window with a list that is whole."""
    desktop = start(table)
    wait_for_list(desktop, qtbot)
    return desktop


def wait_for_cable(desktop, qtbot, cable_id):
    qtbot.waitUntil(
        lambda: desktop.session.cable is not None and desktop.session.cable.canonical_id == cable_id
    )


def type_filter(desktop, qtbot, words):
    chooser = desktop.window.chooser
    chooser._filter.setText(words)
    wanted = " ".join(words.split())
    qtbot.waitUntil(lambda: desktop.session.listing.selection.wish.words == wanted)
    return chooser


def shown(chooser, column=0):
    model = chooser._model
    return [model.index(place, column).data() for place in range(model.rowCount())]


# What a wish leads to.


def test_all_words_must_stand_in_a_row_whatever_their_case():
    selection = select(rows_of(40), Wish("ferry 2003"))
    found = [selection.rows[number] for number in selection.shown]
    assert [row.reference_id for row in found] == ["13REYKJAVIK13", "33REYKJAVIK33"]
    assert {row.subject for row in found} == {"THE FERRY TO KETTLE POINT"}


def test_more_letters_look_among_the_rows_that_are_left():
    rows = rows_of(400)
    narrow = select(rows, Wish("honey oslo"), select(rows, Wish("honey")))
    assert narrow == select(rows, Wish("honey oslo"))


def test_rows_that_came_since_are_looked_through_as_well():
    rows = rows_of(100)
    before = select(rows, Wish("bern"))
    for number in range(100, 200):
        rows.add(entry(number))
    after = select(rows, Wish("bern"), before)
    assert after.continues(before)
    assert list(after.shown) == list(select(rows, Wish("bern")).shown)
    assert len(after.shown) == 50


def test_rows_are_sorted_by_a_column_and_those_that_are_equal_stay_in_order():
    rows = rows_of(12)
    selection = select(rows, Wish(column=Column.SUBJECT))
    assert [rows[number].subject for number in selection.shown][:3] == ["A LIGHTHOUSE MUSEUM"] * 3
    assert list(selection.shown)[:3] == [3, 7, 11]
    back = select(rows, Wish(column=Column.SUBJECT, is_descending=True))
    assert rows[back.shown[0]].subject == "THE FERRY TO KETTLE POINT"


# Two hundred thousand rows.


@pytest.fixture(scope="module")
def many():
    return rows_of(200_000)


def test_no_row_is_touched_that_is_not_shown(many, qtbot, monkeypatch):
    from reader.desktop.panels.chooser import ChooserPanel

    asked = []
    row_of = Rows.__getitem__
    monkeypatch.setattr(Rows, "__getitem__", lambda self, at: asked.append(at) or row_of(self, at))
    chooser = ChooserPanel()
    qtbot.addWidget(chooser)
    chooser.resize(1000, 700)
    chooser.show()
    chooser.show_progress(Progress(State.WHOLE, len(many)))
    chooser.show_selection(select(many, Wish()))
    chooser.grab()
    assert chooser._model.rowCount() == 200_000
    assert chooser.count_text() == "200,000 cables"
    assert len(set(asked)) < 100
    chooser._table.setFocus()
    press(chooser._table, "End")
    chooser.grab()
    assert chooser._table.currentIndex().row() == 199_999
    assert len(set(asked)) < 200


def test_the_window_lives_while_many_rows_are_filtered_and_sorted(
    many, start, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr(Catalogue, "fill", lambda self, *_: setattr(self, "rows", many) or True)
    (tmp_path / "few").mkdir()
    desktop = start(tmp_path / "few")
    wait_for_list(desktop, qtbot)
    chooser = desktop.window.chooser
    assert chooser.count_text() == "200,000 cables"
    listing = desktop.session.listing
    for words in ("h", "honey", "honey tallinn", "honey tallinn 1999"):
        chooser._filter.setText(words)
        chooser._tell_wish()
        assert listing.selection.wish.words != words  # they were only handed over
        qtbot.waitUntil(lambda words=words: listing.selection.wish.words == words)
    assert chooser.count_text().endswith(" of 200,000 cables")
    chooser.show_all()
    chooser._table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert listing.selection.wish.column is None
    qtbot.waitUntil(lambda: listing.selection.wish.column is Column.SENT)
    assert shown_first(chooser, 1).startswith("2009-12")


def shown_first(chooser, column):
    return chooser._model.index(0, column).data()


# The list in the window.


def test_a_file_of_many_cables_is_listed(opened):
    window = opened.window
    assert window.is_chooser_shown()
    assert window.windowTitle().startswith("cables.csv – Cable Reader")
    chooser = window.chooser
    assert chooser.count_text() == "40 cables"
    assert shown(chooser)[0] == "09OSLO100"
    assert shown(chooser, 1)[0] == "2009-03-02 15:04"
    assert shown(chooser, 4)[:2] == ["FOGHORNS", "THE FERRY TO KETTLE POINT"]
    assert chooser._foot.isHidden()
    assert chooser._filter.hasFocus()
    assert opened.session.choices.settings.recent_files == (opened.session.listing.catalogue.path,)


def test_a_file_of_one_cable_is_opened_at_once(start, tmp_path, qtbot):
    path = tmp_path / "one.csv"
    path.write_text(table_row(100))
    desktop = start(path)
    wait_for_cable(desktop, qtbot, "09OSLO100")
    assert desktop.session.listing is None


def test_letters_filter_down_goes_to_the_list_return_opens_escape_comes_back(opened, qtbot):
    window = opened.window
    qtbot.keyClicks(window.chooser._filter, "honey")
    qtbot.waitUntil(lambda: window.chooser.count_text() == "10 of 40 cables")
    press(window.chooser._filter, "Down")
    assert window.chooser._table.hasFocus()
    press(window.chooser._table, "Down")
    press(window.chooser._table, "Return")
    wait_for_cable(opened, qtbot, "09TALLINN106")
    assert opened.session.document.path.endswith("cables.csv#09TALLINN106")
    assert not window.is_chooser_shown()
    press(window, "Esc")
    assert window.is_chooser_shown()
    assert window.chooser._table.hasFocus()
    assert window.chooser._model.row_at(window.chooser._table.currentIndex()).number == 6
    assert window.chooser.count_text() == "10 of 40 cables"


def test_return_in_the_filter_opens_the_first_cable(opened, qtbot):
    chooser = type_filter(opened, qtbot, "oslo 124")
    press(chooser._filter, "Return")
    wait_for_cable(opened, qtbot, "09OSLO124")


@pytest.fixture
def held(opened, monkeypatch):
    """Holds the worker that filters until it is let go."""
    from threading import Event

    from reader.desktop.session import listing

    gate = Event()

    def wait_and_select(rows, wish, before=None):
        if before is not None:
            gate.wait()
        return select(rows, wish, before)

    monkeypatch.setattr(listing, "select", wait_and_select)
    yield gate
    gate.set()


@pytest.fixture
def chosen(opened):
    numbers = []
    opened.window.chooser.row_chosen.connect(numbers.append)
    return numbers


@pytest.mark.parametrize("keys", ["Return", "Return, Return", "Down, Return"])
def test_return_before_the_rows_are_filtered_opens_the_first_that_matches(
    opened, held, chosen, qtbot, keys
):
    filter_ = opened.window.chooser._filter
    qtbot.keyClicks(filter_, "oslo 124")
    for key in keys.split(", "):
        press(QApplication.focusWidget(), key)
    assert len(shown(opened.window.chooser)) == 40
    assert chosen == []
    held.set()
    wait_for_cable(opened, qtbot, "09OSLO124")
    assert chosen == [24]


def test_return_in_the_middle_of_a_word_opens_nothing(opened, held, chosen, qtbot):
    filter_ = opened.window.chooser._filter
    qtbot.keyClicks(filter_, "hon")
    press(filter_, "Return")
    qtbot.keyClicks(filter_, "ey")
    held.set()
    qtbot.waitUntil(lambda: opened.window.chooser.count_text() == "10 of 40 cables")
    assert chosen == []


def test_return_opens_the_first_of_all_where_the_words_were_taken_out_again(
    opened, held, chosen, qtbot
):
    filter_ = opened.window.chooser._filter
    qtbot.keyClicks(filter_, "honey")
    press(filter_, "Return")
    filter_.selectAll()
    press(filter_, "Backspace")
    press(filter_, "Return")
    assert chosen == [0]


def test_a_letter_typed_in_the_list_goes_into_the_filter(opened):
    chooser = opened.window.chooser
    chooser._table.setFocus()
    press(chooser._table, "B")
    assert chooser._filter.hasFocus()
    assert chooser._filter.text().lower() == "b"


def test_up_in_the_first_row_and_escape_go_back_to_the_filter(opened):
    chooser = opened.window.chooser
    for key in ("Up", "Esc"):
        press(chooser._filter, "Down")
        assert chooser._table.hasFocus()
        press(chooser._table, key)
        assert chooser._filter.hasFocus()


def test_ctrl_f_goes_to_the_filter_of_a_list(opened):
    press(opened.window.chooser._filter, "Down")
    press(opened.window, "Ctrl+F")
    assert opened.window.chooser._filter.hasFocus()
    assert not opened.window.has_find()


def test_escape_in_the_find_bar_closes_only_the_bar(opened, qtbot):
    opened.session.open_row(3)
    wait_for_cable(opened, qtbot, "09BERN103")
    press(opened.window, "Ctrl+F")
    press(opened.window.find_bar._query, "Esc")
    assert opened.session.cable is not None
    press(opened.window, "Esc")
    assert opened.window.is_chooser_shown()


def test_no_cable_matches(opened, qtbot):
    chooser = type_filter(opened, qtbot, "<b>kettles</b>")
    assert chooser.empty_text() == "No cable matches “<b>kettles</b>”."
    assert chooser.count_text() == "0 of 40 cables"
    assert chooser._nothing._clear.isVisible()
    press(chooser._filter, "Esc")
    qtbot.waitUntil(lambda: chooser.count_text() == "40 cables")
    assert chooser.empty_text() == ""


def test_a_title_sorts_and_sorts_back_and_leaves_the_order_of_the_file(opened, qtbot):
    chooser = opened.window.chooser
    header = chooser._table.horizontalHeader()
    seen = []
    for _ in range(3):
        wish = opened.session.listing.selection.wish
        qtbot.mouseClick(
            header.viewport(),
            Qt.MouseButton.LeftButton,
            pos=header.rect().translated(header.sectionViewportPosition(4) + 20, 8).topLeft(),
        )
        qtbot.waitUntil(lambda wish=wish: opened.session.listing.selection.wish != wish)
        seen.append(shown(chooser, 4)[0])
    assert seen == ["A LIGHTHOUSE MUSEUM", "THE FERRY TO KETTLE POINT", "FOGHORNS"]


def test_closing_goes_back_to_the_list_and_closing_the_list_to_the_empty_window(opened, qtbot):
    opened.session.open_row(0)
    wait_for_cable(opened, qtbot, "09OSLO100")
    press(opened.window, "Ctrl+W")
    assert opened.window.is_chooser_shown()
    press(opened.window, "Ctrl+W")
    assert opened.window.is_welcome_shown()
    assert opened.session.listing is None


def test_another_file_takes_the_place_of_the_list(opened, sample_path):
    opened.session.open_file(str(sample_path))
    assert opened.session.listing is None
    assert not opened.window.is_chooser_shown()
    press(opened.window, "Ctrl+L")
    assert opened.session.cable is not None


# Folders, archives, one cable of many.


def test_a_folder_that_is_dropped_lists_its_cables(start, folder, qtbot):
    desktop = start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    drop(desktop.window, data)
    wait_for_list(desktop, qtbot)
    chooser = desktop.window.chooser
    qtbot.waitUntil(lambda: chooser._model.rowCount() == 3)
    assert shown(chooser) == ["09REYKJAVIK101", "09TALLINN102", "09BERN103"]
    press(chooser._filter, "Return")
    wait_for_cable(desktop, qtbot, "09REYKJAVIK101")
    assert desktop.session.document.path == str(folder / "101.txt")
    assert desktop.session.listing is not None


@pytest.mark.parametrize(
    "name", ["two\nlines\tand a tab.txt", "back\\slash\\n.txt", "blank  \udcff.txt"]
)
def test_a_file_with_a_name_that_is_hard_to_keep_is_opened(start, tmp_path, qtbot, name):
    place = tmp_path / "hard"
    place.mkdir()
    (place / name).write_text(text_of(105))
    desktop = start(place)
    wait_for_list(desktop, qtbot)
    desktop.session.open_row(0)
    wait_for_cable(desktop, qtbot, "09REYKJAVIK105")
    assert desktop.session.document.path == str(place / name)


def test_a_folder_without_cables_says_so(start, tmp_path, qtbot):
    (tmp_path / "empty").mkdir()
    desktop = start(tmp_path / "empty")
    wait_for_list(desktop, qtbot)
    assert desktop.window.chooser.empty_text() == "There is no cable in this folder."


def test_a_file_of_many_in_a_folder_is_a_list_of_its_own(start, table, qtbot):
    desktop = start(table.parent)
    wait_for_list(desktop, qtbot)
    qtbot.waitUntil(lambda: desktop.window.chooser._model.rowCount() > 0)
    desktop.session.open_row(0)
    qtbot.waitUntil(lambda: desktop.window.chooser.count_text() == "40 cables")


def test_one_cable_of_a_file_is_opened_by_its_id(start, table, qtbot):
    desktop = start(f"{table}#09BERN103")
    wait_for_cable(desktop, qtbot, "09BERN103")
    assert desktop.window.windowTitle().startswith("09BERN103")
    assert desktop.session.listing is None


def test_an_id_that_is_not_in_the_file(start, table, qtbot):
    desktop = start(f"{table}#09BERN999")
    qtbot.waitUntil(lambda: bool(sentences(desktop)))
    assert sentences(desktop)[0].startswith("There is no cable 09BERN999 in cables.csv.")


def test_a_bookmark_in_a_cable_of_many_is_gone_back_to(opened, qtbot):
    opened.session.open_row(7)
    wait_for_cable(opened, qtbot, "09BERN107")
    settle(opened, qtbot)
    opened.session.marking.toggle(1)
    settle(opened, qtbot)
    [placed] = opened.session.marking.standing.placed
    press(opened.window, "Esc")
    assert opened.window.is_chooser_shown()
    opened.session.open_mark(placed.mark)
    wait_for_cable(opened, qtbot, "09BERN107")
    assert sentences(opened) == []


# While the list grows.


@pytest.fixture
def growing(start, table, qtbot, monkeypatch):
    """A list whose file is gone through as slowly as the test wants."""
    from threading import Semaphore

    steps = Semaphore(0)

    def fill(self, progress, cancelled):
        self.rows = Rows()
        for number in range(5_000):
            if number % 1000 == 0:
                progress(number, 5_000)
                steps.acquire(timeout=PATIENCE)
                if cancelled():
                    return False
            self.rows.add(entry(number))
        self.is_complete = True
        return True

    monkeypatch.setattr(Catalogue, "fill", fill)
    desktop = start(table)
    yield desktop, steps
    for _ in range(9):
        steps.release()


def test_a_list_can_be_filtered_while_it_grows(growing, qtbot):
    desktop, steps = growing
    chooser = desktop.window.chooser
    assert chooser.empty_text() == "Looking for cables…"
    steps.release()
    steps.release()
    words = "Listing: 2,000 of about 5,000 cables"
    qtbot.waitUntil(lambda: chooser._foot.words() == words)
    assert chooser.count_text() == "2,000 cables"
    type_filter(desktop, qtbot, "honey")
    qtbot.waitUntil(lambda: chooser.count_text() == "500 of 2,000 cables")
    press(chooser._filter, "Down")
    press(chooser._table, "Down")
    steps.release()
    qtbot.waitUntil(lambda: chooser.count_text() == "750 of 3,000 cables")
    assert chooser._table.currentIndex().row() == 1
    assert chooser._table.hasFocus()
    type_filter(desktop, qtbot, "kettles")
    assert chooser.empty_text() == "No cable matches “kettles” so far."


def test_making_a_list_is_stopped_and_begun_again(growing, qtbot):
    desktop, steps = growing
    chooser = desktop.window.chooser
    steps.release()
    qtbot.waitUntil(lambda: chooser.count_text() == "1,000 cables")
    chooser._foot._button.click()
    steps.release()
    qtbot.waitUntil(lambda: desktop.session.listing.progress().state is State.STOPPED)
    assert chooser._foot.words() == "Stopped: 1,000 of about 5,000 cables are listed"
    assert chooser._model.rowCount() == 1_000
    for _ in range(6):
        steps.release()
    chooser._foot._button.click()
    wait_for_list(desktop, qtbot)
    qtbot.waitUntil(lambda: chooser.count_text() == "5,000 cables")
    assert chooser._foot.isHidden()


def test_closing_a_list_that_grows_ends_the_worker(growing, qtbot):
    desktop, steps = growing
    listing = desktop.session.listing
    desktop.session.close_document()
    steps.release()
    qtbot.waitUntil(lambda: listing.catalogue._opened.file.closed)
    assert not listing.catalogue.is_complete


def test_a_file_that_changes_meanwhile_is_told_in_a_banner(start, table, qtbot, monkeypatch):
    from reader.errors import UnreadableFile

    def fill(self, *_):
        self.rows = rows_of(3)
        raise UnreadableFile("cables.csv has changed since its list was made.", hint="Open it.")

    monkeypatch.setattr(Catalogue, "fill", fill)
    desktop = start(table)
    qtbot.waitUntil(lambda: bool(sentences(desktop)))
    assert sentences(desktop) == ["cables.csv has changed since its list was made. Open it."]
    assert desktop.window.chooser._model.rowCount() == 3


# What is kept.


def test_a_list_is_there_at_once_the_second_time(opened, table, qtbot, monkeypatch):
    opened.session.close_document()
    monkeypatch.setattr(Catalogue, "fill", lambda *_: pytest.fail("it was kept"))
    opened.session.open_file(str(table))
    wait_for_list(opened, qtbot)
    assert opened.window.chooser.count_text() == "40 cables"


def test_nothing_is_kept_of_a_list_where_nothing_is_remembered(opened, table, qtbot, tmp_path):
    from reader.paths import user_folders

    lists = user_folders().cache / "lists"
    assert len(list(lists.iterdir())) == 1
    opened.session.choices.remember_files(remember=False)
    settle(opened, qtbot)
    assert list(lists.iterdir()) == []
    opened.session.close_document()
    opened.session.open_file(str(table))
    wait_for_list(opened, qtbot)
    assert list(lists.iterdir()) == []


# What is said and shown.


def test_every_part_has_a_name_for_screen_readers(opened):
    chooser = opened.window.chooser
    named = (
        (chooser._filter, "Filter the cables"),
        (chooser._table, "Cables"),
        (chooser._foot._words, "How far the list is made"),
        (chooser._foot._bar, "Progress"),
        (chooser._count, "Cables shown"),
    )
    for part, name in named:
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name) == name
    index = chooser._model.index(0, 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "UNCLASSIFIED"


def test_what_is_not_known_of_a_cable_is_said():
    rows = Rows()
    rows.add(Entry(0, 0, name="boxes/ferry.txt"))
    model = CablesModel()
    model.show(select(rows, Wish()))
    assert model.index(0, 0).data() == "ferry.txt"
    spoken = model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "no from"


def test_signs_that_do_not_print_are_shown_as_such():
    rows = Rows()
    rows.add(Entry(0, 0, reference_id="09OSLO1", subject="FERRY \u202eYRREF"))
    model = CablesModel()
    model.show(select(rows, Wish()))
    assert "\u202e" not in model.index(0, 4).data()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("SECRET//NOFORN", "SECRET"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLASSIFIED"),
        ("top secret", "TOP SECRET"),
    ],
)
def test_a_marking_has_the_colours_of_its_classification(words, value):
    assert classification_of(words).value == value


def test_about_how_many_is_said_with_two_digits():
    assert rounded(198_731) == 200_000
    assert rounded(12_345) == 12_000
    assert rounded(7) == 7
    growing = Progress(State.GROWING, 12_000, 198_731, 0.06)
    assert progress_words(growing) == "Listing: 12,000 of about 200,000 cables"
    assert progress_words(Progress(State.GROWING, 12)) == "Listing: 12 cables"


def test_the_dialog_offers_every_format_of_the_table():
    every, *kinds, last = file_filters()
    assert last == "All files (*)"
    for each in FORMATS:
        for ending in each.endings:
            assert f"*{ending}" in every
        assert any(kind.startswith(each.title.partition(" (")[0]) for kind in kinds)
