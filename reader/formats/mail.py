"""A message that was sent or saved as e-mail (.eml) (TELEGRAM.md 1.14).

Mails are taken apart here and not by the library's parser, which is quadratic and gives up on deep
ones. Of the parts that hold text the first one counts that has a telegram's fields in it, plain
text before HTML.
"""

from __future__ import annotations

import binascii
import quopri
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.model import Envelope, Source
from reader.cable.patterns import ANY_CASE, pattern
from reader.errors import NotACable
from reader.formats import limits
from reader.formats.decoding import decode
from reader.formats.html import read_page
from reader.formats.smart import envelope_of
from reader.formats.telegram import carried
from reader.formats.web_page import FIELDS
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from reader.cable.model import Telegram

# From: , Subject: ; two of them in the first lines of a file
HEADER_LINE: Final = pattern(
    r"^(?:From|To|Date|Subject|Received|MIME-Version|Message-ID|Return-Path|Content-Type"
    r"|Delivered-To|X-[A-Za-z-]{2,40}):[ \t]",
    re.MULTILINE | re.IGNORECASE,
)
# What only programs write; a memorandum may begin with From and Subject too.
PROGRAMS_LINE: Final = pattern(
    r"^(?:Received|MIME-Version|Message-ID|Return-Path|Content-Type|Delivered-To"
    r"|Content-Transfer-Encoding):[ \t]",
    re.MULTILINE | re.IGNORECASE,
)
FIRST_LINES: Final = 5
HEAD: Final = 8000
MESSAGE_NUMBER: Final = pattern(r"^[ \t]*(?:MRN|Date/DTG):", re.MULTILINE)
# FW: RE: UNCLASSIFIED: before a subject
PREFIX: Final = pattern(r"(?:(?:FWD?|RE|SBU|UNCLASSIFIED)[ \t]{0,3}:[ \t]{0,9}){1,9}", ANY_CASE)


class Part(NamedTuple):
    """A part of a mail that holds text."""

    text: str
    is_html: bool
    encoding: str


def is_mail(head: str) -> bool:
    """Whether a file that begins so is a mail, and not a message of named fields."""
    header = head[:HEAD].partition("\n\n")[0]
    first = "\n".join(header.split("\n")[:FIRST_LINES])
    return (
        len(HEADER_LINE.findall(first)) >= 2
        and PROGRAMS_LINE.search(header) is not None
        and MESSAGE_NUMBER.search(first) is None
    )


def read(data: bytes, path: str, sha256: str) -> Iterator[Telegram]:
    """The telegram of a mail; raises NotACable when none of its parts holds text."""
    header, _ = _split(data)
    parts = sorted(_parts(data), key=lambda part: part.is_html)
    if not parts:
        raise NotACable(
            tr("This is a mail that holds no text."),
            hint=tr("If a cable is attached to it, save the attachment and open that."),
        )
    part = next((each for each in parts if _has_fields(each.text)), parts[0])
    source = Source(path=path, format="mail", encoding=part.encoding, sha256=sha256)
    claims = envelope_of(part.text)
    envelope = Envelope(
        reference_id=claims.reference_id, sent=claims.sent, subject=_subject(header) or None
    )
    yield carried(part.text, source, envelope)


def _has_fields(text: str) -> bool:
    return sum(field.search(text) is not None for field in FIELDS) >= 2


def _split(data: bytes) -> tuple[Message, bytes]:
    """The header of a mail or of a part, and what follows it."""
    from email.parser import BytesHeaderParser  # noqa: PLC0415 - 15 ms, for mails only

    match = re.search(rb"\r?\n\r?\n", data[: limits.MAIL_HEADER_BYTES])
    end = match.end() if match else min(len(data), limits.MAIL_HEADER_BYTES)
    if data.startswith((b"\n", b"\r\n")):  # a part without a header
        return BytesHeaderParser().parsebytes(b""), data.lstrip(b"\r\n")
    return BytesHeaderParser().parsebytes(data[:end]), data[end:]


def _parts(data: bytes) -> Iterator[Part]:
    """The parts of a mail that hold text, in order, to the depth and number of the limits."""
    waiting = [(data, 0)]
    taken = 0
    while waiting:
        each, depth = waiting.pop()
        taken += 1
        if taken > limits.MAIL_PARTS or depth > limits.MAIL_DEPTH:
            raise NotACable(tr(limits.MAIL_SENTENCE), hint=tr(limits.MAIL_WAY_OUT))
        header, body = _split(each)
        kind = header.get_content_type()
        boundary = header.get_boundary() if kind.startswith("multipart/") else None
        if boundary:
            inner = _between(body, boundary)
            waiting += [(part, depth + 1) for part in reversed(inner)]
        elif kind == "message/rfc822":
            waiting.append((body, depth + 1))
        elif kind in {"text/plain", "text/html"}:
            yield _part(header, body, is_html=kind == "text/html")


def _between(body: bytes, boundary: str) -> list[bytes]:
    """What stands between the lines of a boundary."""
    mark = re.escape(b"--" + boundary.encode("utf-8", errors="replace"))
    places = list(re.finditer(rb"(?:^|\n)" + mark + rb"(?P<last>--)?[ \t]{0,99}\r?(?=\n|$)", body))
    parts: list[bytes] = []
    for match, following in zip(places, [*places[1:], None], strict=False):
        if match["last"]:
            break
        parts.append(body[match.end() + 1 : following.start() if following else len(body)])
        if len(parts) > limits.MAIL_PARTS:
            break
    return parts


def _part(header: Message, body: bytes, *, is_html: bool) -> Part:
    encoding = str(header.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "quoted-printable":
        body = quopri.decodestring(body)
    elif encoding == "base64":
        body = _from_base64(body)
    text, used, _, _ = decode(body)
    declared = header.get_content_charset()
    if declared and used == "windows-1252":
        try:
            text = body.decode(declared).replace("\r\n", "\n")
            used = declared
        except (LookupError, UnicodeDecodeError):
            pass
    return Part(read_page(text).text.strip("\n") if is_html else text, is_html, used)


def _from_base64(body: bytes) -> bytes:
    """The bytes that base64 stands for; a cut one gives what it can."""
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
    try:
        return binascii.a2b_base64(clean[: len(clean) // 4 * 4])
    except binascii.Error:
        return b""


def _subject(header: Message) -> str:
    """The mail's subject without what was put before it, on one line."""
    from email.header import decode_header, make_header  # noqa: PLC0415

    raw = str(header.get("Subject", ""))[:2000]
    try:
        text = str(make_header(decode_header(raw)))
    except (ValueError, LookupError, UnicodeError):
        text = raw
    return PREFIX.sub("", " ".join(text.split()), count=1)
