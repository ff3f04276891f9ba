"""Files made to harm: each is answered by a sentence, in little time and memory (SAFETY.md)."""

from __future__ import annotations

import gzip
import io
import json
import os
import resource
import struct
import subprocess
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from reader.formats import limits
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = round(PATIENCE)
"""Processor time for the whole program; what it is made to do without end takes far more."""
MEMORY = 1024 * 1024 * 1024
"""Bytes of address space for the whole program."""

CABLE = b"UNCLAS OSLO 009004\n\nTAGS: EWWT\n\n1. (U) The ferry is late.\n"


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def inspect(*paths: Path | str) -> list[dict]:
    """What the command line says of files, in a process that may use little."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", "inspect", "--jsonl", "--", *map(os.fspath, paths)],
        capture_output=True,
        check=False,
        preexec_fn=limit,
        timeout=5 * PATIENCE,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode in (0, 1), done.stderr.decode()[-2000:]
    assert b"Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def said(*paths: Path | str) -> list[str]:
    """The sentences about what failed, and the ids of what did not."""
    return [
        record["error"]["message"] if "error" in record else record["originator"] or "a cable"
        for record in inspect(*paths)
    ]


def zipped(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", method) as file:
        for name, data in members:
            file.writestr(name, data)
    return archive.getvalue()


def tarred(name: str, size: int, data: bytes) -> bytes:
    member = tarfile.TarInfo(name)
    member.size = size
    return member.tobuf() + data


BOMB = zipped([("bomb.txt", b"\0" * (60 * 1024 * 1024))])
ARCHIVES = {
    "a member of much more than it takes": (
        BOMB,
        limits.ARCHIVE_SENTENCES["ratio"],
    ),
    "a member over 64 MB": (
        zipped([("large.txt", os.urandom(1024) * (65 * 1024))]),
        limits.ARCHIVE_SENTENCES["member"],
    ),
    "a member by bzip2": (
        zipped([("a.txt", CABLE * 100)], zipfile.ZIP_BZIP2),
        "a.txt is packed by a method that is not read.",
    ),
    "a member by lzma": (
        zipped([("a.txt", CABLE * 100)], zipfile.ZIP_LZMA),
        "a.txt is packed by a method that is not read.",
    ),
    "an archive in an archive": (
        zipped([("inner.zip", BOMB)]),
        "inner.zip is an archive inside an archive, which is not opened.",
    ),
    "no end": (BOMB[:2000], "This zip archive is damaged and cannot be read."),
    "an end that lies": (
        zipped([("a.txt", CABLE)])[:-10] + struct.pack("<IIH", 0xFFFFFFF0, 0, 0),
        limits.ARCHIVE_SENTENCES["index"],
    ),
    "gzip of zeros": (
        gzip.compress(b"\0" * (60 * 1024 * 1024)),
        limits.ARCHIVE_SENTENCES["ratio"],
    ),
    "gzip that is damaged": (
        gzip.compress(CABLE)[:-8] + b"\0" * 8,
        "This file is packed by gzip, and damaged.",
    ),
    "tar of a size beyond the file": (
        tarred("a.txt", 10**9, CABLE + bytes(512)),
        limits.ARCHIVE_SENTENCES["member"],
    ),
    "tar that is cut": (
        tarred("a.txt", 10**6, CABLE),
        "a.txt is cut off: the archive ends inside it.",
    ),
    "tar with a header that is none": (
        tarred("a", len(CABLE), CABLE.ljust(512, b"\0")) + b"x" * 1024,
        "This archive is damaged after 1 members.",
    ),
}


@pytest.mark.parametrize(("data", "sentence"), ARCHIVES.values(), ids=ARCHIVES)
def test_an_archive_is_refused_with_a_sentence(data, sentence, tmp_path):
    path = tmp_path / "cables.zip"
    path.write_bytes(data)
    assert sentence in said(path)


def test_an_archive_of_too_many_members(tmp_path):
    # The list of members is made by hand: half a million of them by zipfile take a minute.
    member = b"PK\x01\x02" + bytes(24) + struct.pack("<HHHHHII", 1, 0, 0, 0, 0, 0, 0) + b"a"
    count = limits.ARCHIVE_MEMBERS + 1
    index = member * count
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(index), 4, 0)
    path = tmp_path / "cables.zip"
    path.write_bytes(b"PK\x03\x04" + index + end)
    assert said(path) == [limits.ARCHIVE_SENTENCES["members"]]


def test_a_password_and_a_name_that_leads_elsewhere(tmp_path):
    path = tmp_path / "cables.zip"
    data = zipped([("../../etc/cable\n\x1b[2J.txt", CABLE)], zipfile.ZIP_STORED)
    path.write_bytes(data)
    [record] = inspect(path)
    assert record["source"]["path"] == f"{path}#../../etc/cable\n\x1b[2J.txt"
    locked = bytearray(data)
    locked[6] |= 1
    locked[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(locked))
    [sentence] = said(path)
    assert sentence.endswith("is locked by a password.")
    assert "\x1b" not in sentence


SHAPES = ["<a ", "<", "<!--", "<div>", "<b><p>", "<table><td>", "<a b='", "&", "<A>", "<pre>"]
BOMBS = {
    **{
        f"page of {shape}": b"<html>" + shape.encode() * (600_000 // len(shape)) for shape in SHAPES
    },
    "JSON inside JSON": b'{"a":' * 500_000,
    "lists inside lists": b'[{"a":' + b"[" * 1_000_000,
    "a number without end": b'{"body": ' + b"9" * 1_000_000 + b"}",
    "a row without end": b'"1","1/1/1990 1:01","90OSLO1","' + b"a" * 8_000_000,
    "rows of nothing": b'"1","1/1/1990 1:01","90OSLO1","' + b'\n"1","' * 20_000,
    "a dump without end": b"INSERT INTO cable VALUES ('" + b"\\'" * 3_000_000,
    "brackets": b"INSERT INTO cable VALUES " + b"((" * 500_000,
    "an entity of entities": (
        b'<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(20))
        + b"]><TEI >&u;</TEI>"
    ),
    "a file in a document type": (
        b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI ><text>&x;</text></TEI>'
    ),
    "deep XML": b"<TEI >" + b"<p>" * 500_000,
    "a deep mail": b"From: a\nMIME-Version: 1.0\n"
    + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(50_000)
    ),
    "a mail of a million parts": b"From: a\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 200_000,
    "a mail of header lines": b"From: a\nMIME-Version: 1.0\n" + b"X-A: b\n" * 500_000,
    "links in links": b"[a](" * 200_000,
    "attributes": b"Message Attributes\n" + b"Subject: a\nb\n" * 40_000,
    "a PDF of nothing": b"%PDF-1.7\n" + b"1 0 obj <<" * 50_000,
    "station lines": b"".join(b"DE RUEHNY #%d 0610436\n" % n for n in range(3_000)),
}


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS)
def test_a_file_made_to_take_time_or_memory_is_answered(data, tmp_path):
    path = tmp_path / "cable"
    path.write_bytes(data)
    assert inspect(path)


@pytest.mark.parametrize("name", ["an entity of entities", "a file in a document type"])
def test_a_document_type_is_refused(name, tmp_path):
    path = tmp_path / "cable.xml"
    path.write_bytes(BOMBS[name])
    assert said(path) == ["This XML document declares a document type, which may define anything."]


def test_a_sparse_file_of_five_gigabytes(tmp_path):
    for name, beginning, sentence in (
        ("cables.txt", b"", "cables.txt is larger than 64 MB, too large for a cable."),
        ("cables.csv", b'"1","1/1/1990 1:01","90OSLO1","', "larger than 64 MB"),
    ):
        path = tmp_path / name
        with path.open("wb") as file:
            file.write(beginning)
            file.truncate(5 * 1024**3)
        assert any(sentence in each for each in said(path))


def test_special_files_loops_and_odd_names(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "round").symlink_to(".")
    odd = os.fsencode(tmp_path) + b"/caf\xe9\n\x1b[1m.txt"
    descriptor = os.open(odd, os.O_WRONLY | os.O_CREAT)
    os.write(descriptor, CABLE)
    os.close(descriptor)
    sentences = said(tmp_path, "/dev/zero", "/proc/self/environ")
    assert "a cable" in sentences
    assert any(sentence.startswith("pipe is a pipe") for sentence in sentences)
    assert any("leads in a circle" in sentence for sentence in sentences)
    assert "zero is a device, not a file." in sentences
    assert any("part of the system" in sentence for sentence in sentences)
