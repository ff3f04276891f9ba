"""The command line as others rely on it: words, exit status, JSON, and what reaches a terminal."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import subprocess
import sys
import time
from array import array
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import pytest

from reader import __version__, cli
from reader.cli import commands, main
from reader.cli.options import HELP, Command, Option, read_words
from reader.cli.window import has_screen
from reader.desktop.session.document import open_file, read_argument
from reader.errors import UsageError
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

FERRY = "UNCLAS OSLO 009004\n\nSUBJECT: THE FERRY IS LATE\n\n1. (U) It is late.\n\nSTRAND\n"


class Answer(NamedTuple):
    status: int
    out: str
    said: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    def run_main(*words: str) -> Answer:
        status = main(words)
        return Answer(status, *capsys.readouterr())

    return run_main


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY)
    return path


@pytest.fixture
def send(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Puts bytes on standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def start(
    *words: str | bytes, environment: dict[str, str] | None = None, **options: object
) -> Answer:
    """The real program in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", *words],
        check=False,
        capture_output=True,
        env={**os.environ, **(environment or {})},
        timeout=PATIENCE,
        **options,
    )
    return Answer(
        done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8")
    )


# Help, version, and words that are wrong.


@pytest.mark.parametrize("words", [(), *((each.name,) for each in commands())], ids=str)
def test_every_command_has_help_and_the_version(words, run):
    helped = run(*words, "--help")
    assert helped == run(*words, "-h")
    assert (helped.status, helped.said) == (0, "")
    assert helped.out.startswith(f"usage: {' '.join(('cable-reader', *words))} ")
    assert run(*words, "--version") == (0, f"cable-reader {__version__}\n", "")


def test_the_help_of_the_program_names_the_commands_and_that_of_a_command_its_options(run):
    for command in commands():
        assert f"\n  {command.name} " in run("--help").out
        helped = run(command.name, "--help").out
        assert all(option.name in helped for option in command.options)
        assert max(map(len, [*run("--help").out.splitlines(), *helped.splitlines()])) <= 80


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("inspect", "inspect: `inspect` needs to be told what to read. It is used as"),
        ("show", "show: `show` needs to be told what to read. It is used as"),
        ("show a b", "show: `show` was given too many names. It is used as"),
        ("inspect --jason a", "inspect: There is no option --jason. `cable-reader inspect --help`"),
        ("--jason", "There is no option --jason. `cable-reader --help` tells which there are;"),
        ("inspect --year", "--year needs a value: --year YYYY."),
        ("inspect --year -- a", "--year needs a value: --year YYYY."),
        ("inspect --year 09 a", "--year needs a year of four digits, as in 2009."),
        ("inspect --year=2009AD a", "--year needs a year of four digits, as in 2009."),
        ("inspect --year ²009 a", "--year needs a year of four digits, as in 2009."),
        ("inspect --json=yes a", "--json takes no value."),
        ("inspect --json --jsonl a", "--json and --jsonl exclude each other. Give one of them."),
        ("inspect --json a b", "--json prints one cable, and more than one is named. Use --jsonl"),
        ("show --format html a", "--format can be text, markdown or json, not html."),
        ("show --format", "--format needs a value: --format text|markdown|json."),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(words, said, run):
    answer = run(*words.split())
    assert (answer.status, answer.out) == (2, "")
    assert answer.said.startswith("cable-reader")
    assert said in answer.said


def test_a_word_that_is_wrong_is_shown_without_its_control_characters(run):
    assert "There is no option --\\x1b[2J." in run("inspect", "--\x1b[2J").said


def test_options_stand_anywhere_and_end_at_two_dashes():
    command = Command(
        "sail", "PLACE ...", "", (Option("--by", "", "BOAT"), Option("--soon", "")), int
    )
    given = read_words(command, ["oslo", "--by", "mail", "-", "--soon", "--", "--by", "--", "-x"])
    assert given.operands == ("oslo", "-", "--by", "--", "-x")
    assert (given.value("--by"), given.has("--soon")) == ("mail", True)
    assert read_words(command, ["--by=-"]).value("--by") == "-"
    assert not read_words(command, []).has("--soon")
    assert read_words(command, ["-h"]).has(HELP.name)
    with pytest.raises(UsageError, match="There is no option --sooner"):
        read_words(command, ["--sooner"])


# The window.


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What the window was opened on; no window is."""
    opened: list[tuple[str, ...]] = []

    def run_window(files: tuple[str, ...], _seat: object) -> int:
        opened.append(files)
        return 0

    monkeypatch.setattr("reader.desktop.app.run", run_window)
    return opened


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ((), ()),
        (("ferry.txt", "lamp.txt"), ("ferry.txt", "lamp.txt")),
        (("./inspect",), ("./inspect",)),
        (("--", "inspect"), ("inspect",)),
        (("--", "--version"), ("--version",)),
        (("ferry.txt", "show"), ("ferry.txt", "show")),
        (("ferry.txt#p7",), ("ferry.txt#p7",)),
        (("caf\udce9\n.txt",), ("caf\udce9\n.txt",)),
    ],
    ids=str,
)
def test_a_first_word_that_is_no_command_is_a_file_for_the_window(words, files, run, opened):
    assert run(*words) == (0, "", "")
    assert opened == [files]


def test_the_window_reads_standard_input(send):
    send(FERRY.encode())
    document, failure = open_file(read_argument("-").path)
    assert failure is None
    assert (document.name, document.path, document.text) == ("Standard input", "", FERRY)


def test_the_window_shows_what_is_no_cable_on_standard_input(send):
    send(b"The lamp is lit.\n\nThe boat has gone.\n")
    document, failure = open_file("-")
    assert document.text == "The lamp is lit.\n\nThe boat has gone.\n"
    assert failure.message.startswith("Standard input does not look like a cable")


@pytest.mark.parametrize(
    ("environment", "has"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "minimal:size=9x9"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":0"}, True),
        ({"QT_QPA_PLATFORM": "wayland-egl", "WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
    ids=str,
)
def test_whether_there_is_a_screen(environment, has):
    assert has_screen(environment) is has


NO_SCREEN = (
    "cable-reader: The window cannot be opened: there is no screen to show it on. Start it on a "
    "desktop, or use `cable-reader inspect FILE`, which needs no screen.\n"
)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_program_says_so_and_loads_no_window():
    environment = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    assert start("ferry.txt", environment=environment) == (1, "", NO_SCREEN)


@pytest.mark.skipif(sys.platform != "linux", reason="a screen of the X Window System")
def test_a_screen_that_does_not_answer_ends_the_program_with_a_sentence():
    answer = start("ferry.txt", environment={"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"})
    assert (answer.status, answer.out) == (1, "")
    assert answer.said.endswith(
        "cable-reader: The window cannot be opened: Qt could not start on this screen. Start it "
        "on a desktop, or use `cable-reader inspect FILE`, which needs no screen.\n"
    )


def test_qt_that_cannot_be_loaded(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "reader.desktop.app", None)
    answer = run("ferry.txt")
    assert answer.status == 1
    assert answer.said.startswith(
        "cable-reader: The window cannot be opened: Qt could not be loaded ("
    )
    assert answer.said.endswith(
        "Install the libraries that Qt needs, or use `cable-reader inspect FILE`.\n"
    )


# inspect.


def test_inspect_for_people(run, ferry):
    status, out, said = run("inspect", str(ferry))
    assert (status, said) == (0, "")
    assert "THE FERRY IS LATE" in out
    assert "UNCLASSIFIED" in out
    assert f"{ferry}\n                telegram, utf-8\n" in out


def test_inspect_as_json_is_one_object(run, ferry):
    status, out, said = run("inspect", "--json", str(ferry))
    assert (status, said) == (0, "")
    found = json.loads(out)
    assert found["schema"] == "cable-reader/1"
    assert found["subject"] == "THE FERRY IS LATE"
    assert found["source"]["path"] == str(ferry)
    assert "text" not in found


def test_the_text_as_received_comes_where_it_is_asked_for(run, ferry):
    assert json.loads(run("inspect", "--json", "--text", str(ferry)).out)["text"] == FERRY
    assert json.loads(run("inspect", "--jsonl", "--text", str(ferry)).out)["text"] == FERRY
    assert run("inspect", "--text", str(ferry)).out.endswith(f"\n\n{FERRY}")


def test_spans_count_the_characters_of_the_text(run, tmp_path):
    path = tmp_path / "ferry.md"
    path.write_text("\n\nUNCLAS OSLO 009004\n\nTAGS: [EWWT](#)\n\n[1](#)1. (U) It is late.\n")
    found = json.loads(run("inspect", "--json", "--text", str(path)).out)
    [[start, end]] = found["body"][0]["spans"]
    assert found["text"][start:end] == found["body"][0]["text"] == "It is late."
    assert found["source"]["format"] == "markdown"


def test_the_year_of_a_fragment(run, send):
    send(b"REF: OSLO 9004\n")
    found = json.loads(run("inspect", "--json", "--year", "2007", "-").out)
    assert [each["target"] for each in found["references"]] == ["07OSLO9004"]
    assert found["source"]["path"] == "-"


def test_a_line_for_each_cable_in_the_order_of_the_input_and_a_failure_does_not_end_it(
    run, ferry, tmp_path
):
    missing, empty = tmp_path / "missing.txt", tmp_path / "empty.txt"
    empty.touch()
    status, out, said = run("inspect", "--jsonl", *map(str, (missing, ferry, empty, ferry)))
    records = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [name_of(each) for each in records] == [
        "missing.txt", "ferry.txt", "empty.txt", "ferry.txt",
    ]  # fmt: skip
    assert ["error" in each for each in records] == [True, False, True, False]
    assert all(each["schema"] == "cable-reader/1" for each in records)
    assert records[0]["error"] == {
        "kind": "UnreadableFile",
        "message": "There is no file missing.txt.",
        "hint": "It may have been moved, renamed or deleted.",
        "detail": "ENOENT",
    }
    assert said.splitlines() == [
        f"cable-reader: {missing}: There is no file missing.txt. "
        "It may have been moved, renamed or deleted.",
        f"cable-reader: {empty}: empty.txt is empty. "
        "Name the file that holds the cable, or paste its text.",
    ]


def name_of(record: dict) -> str:
    return Path(record["source"]["path"]).name


def test_a_failure_as_json(run, tmp_path):
    status, out, said = run("inspect", "--json", str(tmp_path / "missing.txt"))
    assert status == 1
    assert json.loads(out)["error"]["message"] == "There is no file missing.txt."
    assert "There is no file missing.txt." in said


def test_a_folder_is_read_with_all_that_is_in_it(run, tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/inner.txt", ".hidden"):
        (tmp_path / name).write_text(FERRY)
    status, out, _ = run("inspect", "--jsonl", str(tmp_path))
    assert status == 0
    assert [name_of(json.loads(line)) for line in out.splitlines()] == [
        "a.txt", "inner.txt", "c.txt",
    ]  # fmt: skip


def test_a_folder_as_one_object(run, tmp_path, ferry):
    assert json.loads(run("inspect", "--json", str(tmp_path)).out)["subject"] == "THE FERRY IS LATE"
    (tmp_path / "second.txt").write_text(FERRY)
    status, out, said = run("inspect", "--json", str(tmp_path))
    assert (status, out) == (2, "")
    assert "--json prints one cable, and there are more in what is named. Use --jsonl" in said


def test_two_pages_for_people_stand_apart(run, ferry):
    one = run("inspect", str(ferry)).out
    assert run("inspect", str(ferry), str(ferry)).out == f"{one}\n{one}"


# show.


def test_show_as_text_as_markdown_and_as_json(run, ferry):
    assert run("show", str(ferry)).out == FERRY
    assert "¶1. (U) It is late." in run("show", "--format", "markdown", str(ferry)).out
    shown = run("show", "--format=json", str(ferry))
    assert shown.out == run("inspect", "--json", str(ferry)).out
    assert (shown.status, shown.said) == (0, "")


def test_show_reads_standard_input(run, send):
    send(FERRY.encode())
    assert run("show", "-") == (0, FERRY, "")


def test_an_id_cannot_be_looked_up(run):
    assert run("show", "09OSLO9004") == (
        1,
        "",
        "cable-reader: 09OSLO9004 is the id of a cable, and a cable cannot be found by its id "
        "alone. Name the file that holds it.\n",
    )


def test_a_file_that_is_called_like_an_id_is_a_file(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "09OSLO9004").write_text(FERRY)
    assert run("show", "09OSLO9004").out == FERRY


def test_show_takes_no_folder(run, tmp_path):
    status, out, said = run("show", str(tmp_path))
    assert (status, out) == (1, "")
    assert f"{tmp_path.name} is a folder, not a file." in said


# Names, terminals, and the ends of pipes.


def test_a_name_that_holds_anything_is_read_and_printed_without_harm(run, tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n\x1b[2J.txt")
    Path(path).write_text(FERRY)
    for words in (("inspect",), ("inspect", "--json"), ("show",)):
        status, out, _ = run(*words, path)
        assert status == 0
        assert out.isascii()
        assert "\x1b" not in out
    assert "caf\\xe9\\n\\x1b[2J.txt" in run("inspect", path).out
    record = json.loads(run("inspect", "--jsonl", path).out)
    assert record["source"]["path"].endswith("/caf\\xe9\n\x1b[2J.txt")
    Path(path).unlink()
    assert "There is no file caf\\xe9\\n\\x1b[2J.txt." in run("inspect", path).said


CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")


def test_no_control_character_of_a_cable_reaches_the_terminal(run, tmp_path):
    path = tmp_path / "hostile.txt"
    path.write_text(
        "UNCLAS OSLO 009004\n\nTAGS: EWWT \x1b]0;owned\x07\n\nSUBJECT: A \x1b[2J\x9b2J \u202eLAMP\n"
        "\nREF: A. OSLO 9\x1b[31m\n\n1. (U) It \x7f is \x1b[8m late\u200b.\x08\n\nSTRAND\n"
    )
    for words in ("inspect", "inspect --text", "inspect --json --text", "inspect --jsonl", "show",
                  "show --format markdown", "show --format json"):  # fmt: skip
        status, out, said = run(*words.split(), str(path))
        assert status == 0
        assert not CONTROL.search(out), words
        assert not CONTROL.search(said), words


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_that_lacks_a_sign_gets_its_number(encoding, tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY.replace("It is", "¶ “It is” снег"), encoding="utf-8")
    status, out, said = start("show", str(path), environment={"PYTHONIOENCODING": encoding})
    assert (status, said) == (0, "")
    assert "late." in out
    if encoding == "ascii":
        assert "\\xb6 \\u201cIt is\\u201d" in out


def test_the_program_runs_in_the_plainest_locale(ferry):
    environment = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    path = ferry.rename(ferry.with_name("café.txt"))
    assert start(b"show", os.fsencode(path), environment=environment) == (0, FERRY, "")


def test_a_reader_that_has_had_enough_is_no_error(ferry):
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "inspect", "--jsonl", "--text", *[str(ferry)] * 200],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(timeout=PATIENCE) == 1


def test_a_full_disk_under_the_output(ferry):
    disk = Path("/dev/full")
    if not disk.exists():
        pytest.skip("this system has no /dev/full")
    with disk.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "show", str(ferry)],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=PATIENCE,
        )
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "cable-reader show: The answer could not be printed: no space left on device. "
        "Make room, or send it to another place.\n"
    )


def test_ctrl_c_is_quiet(tmp_path):
    import signal

    with subprocess.Popen(
        [sys.executable, "-m", "reader", "inspect", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What a shell starts in the background is deaf to Ctrl+C, and so is all that it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as program:
        program.stdin.write(b"UNCLAS ")
        program.stdin.flush()
        _wait_until_it_reads(program.stdin)
        program.send_signal(signal.SIGINT)
        assert program.wait(timeout=PATIENCE) == 130
        assert (program.stdout.read(), program.stderr.read()) == (b"", b"")


def _wait_until_it_reads(pipe: IO[bytes]) -> None:
    """Until whoever reads a pipe has taken all that was put into it, and waits for more."""
    import fcntl
    import termios

    end = time.monotonic() + PATIENCE
    left = array("i", [1])
    while left[0]:
        assert time.monotonic() < end, "nobody reads"
        time.sleep(0.01)
        fcntl.ioctl(pipe, termios.FIONREAD, left)


def test_a_program_without_a_terminal(run, monkeypatch, ferry):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["inspect", str(ferry)]) == 0
    assert main(["inspect", "--json", "--jsonl", str(ferry)]) == 2
    monkeypatch.undo()


def test_standard_input_that_is_closed(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert run("inspect", "-") == (
        1,
        "",
        "cable-reader: Standard input is closed. Name the file that holds the cable.\n",
    )


def test_an_output_that_breaks_in_the_middle(run, monkeypatch, ferry):
    class Broken(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(sys, "stdout", Broken())
    assert main(["show", str(ferry)]) == 1


def test_the_module_is_the_program(ferry):
    assert start("show", str(ferry)) == (0, FERRY, "")
    assert start("inspect").status == 2
    assert cli.main is main
