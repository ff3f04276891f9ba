"""One cable in every form in which people have it: the same text, claimed about in as many ways."""

from __future__ import annotations

import base64
import csv
import io
import json
import quopri
import re
import tarfile
import zipfile
from dataclasses import dataclass
from gzip import compress

MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


@dataclass(frozen=True)
class Original:
    """A cable before any carrier had it; header and body as the columns of a table hold them."""

    reference_id: str
    header: str
    body: str
    classification: str
    origin: str
    subject: str
    date: str
    """`2009-03-02`"""

    @property
    def text(self) -> str:
        return f"{self.header}\n\n{self.body}"


def as_raw(cable: Original) -> bytes:
    return cable.text.encode()


def as_csv_row(cable: Original, *, escapes: bool = True) -> bytes:
    year, month, day = cable.date.split("-")
    fields = [
        "7", f"{int(month)}/{int(day)}/{year} 0:00", cable.reference_id, cable.origin,
        cable.classification, "", cable.header, cable.body,
    ]  # fmt: skip
    if escapes:
        quoted = (field.replace("\\", "\\\\").replace('"', '\\"') for field in fields)
        return (",".join(f'"{field}"' for field in quoted) + "\n").encode()
    table = io.StringIO()
    csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(fields)
    return table.getvalue().encode()


def as_doubled_csv_row(cable: Original) -> bytes:
    return as_csv_row(cable, escapes=False)


def as_sql(cable: Original) -> bytes:
    values = (
        "7", f"{cable.date} 00:00", cable.reference_id, cable.classification, cable.origin, "",
        cable.header, cable.body,
    )  # fmt: skip
    quoted = (value.replace("\\", "\\\\").replace("'", "\\'") for value in values)
    columns = "id,date,refid,classification,origin,destination,header,content"
    return (
        f"INSERT INTO cable ({columns}) VALUES (" + ",".join(f"'{v}'" for v in quoted) + ");\n"
    ).encode()


def as_preface(cable: Original) -> bytes:
    year, month, day = cable.date.split("-")
    name = MONTHS[3 * int(month) - 3 : 3 * int(month)]
    return (
        f"{cable.reference_id}\n{cable.subject.removeprefix('“')}\n"
        f"Thu {name} {day} 00:00:00 +0200 {year}\n{cable.classification}\n{cable.origin}\n"
        f"{cable.header}{cable.body}"
    ).encode()


def as_markdown(cable: Original) -> bytes:
    text = re.sub(r"^¶(?=\d{1,2}\.|[A-Z]\.)", "[1](#)", cable.text, flags=re.MULTILINE)
    text = re.sub(r"([\\`*_<>])", r"\\\1", text)
    return text.replace("\n", "  \n").encode()


def record(cable: Original) -> dict[str, str]:
    return {
        "id": cable.reference_id,
        "date": cable.date,
        "origin": cable.origin,
        "classification": cable.classification,
        "subject": cable.subject,
        "header": cable.header,
        "body": cable.body,
    }


def as_json(cable: Original) -> bytes:
    return json.dumps({"cables": [record(cable)]}, indent=1).encode()


def as_ndjson(cable: Original) -> bytes:
    other = {"id": 7, "body": "UNCLAS OSLO 009004\n\n1. (U) The ferry is late."}
    return b"".join(json.dumps(each).encode() + b"\n" for each in (record(cable), other))


def as_mail(cable: Original) -> bytes:
    html = base64.encodebytes(b"<html><body><p>See the plain part.</p></body></html>").decode()
    plain = quopri.encodestring(cable.text.encode()).decode()
    return (
        "Received: from ferry.example by mail.example; Mon, 2 Mar 2009 04:36:00 +0000\r\n"
        f"From: Ann Example <ann@ferry.example>\r\nSubject: FW: {cable.subject}\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/alternative; boundary="=_9004"\r\n\r\n'
        "--=_9004\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{html}\r\n"
        "--=_9004\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{plain}\r\n--=_9004--\r\n"
    ).encode()


def as_zip_member(cable: Original) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(f"cables/{cable.reference_id}.txt", as_raw(cable))
    return archive.getvalue()


def as_tar_member(cable: Original) -> bytes:
    archive = io.BytesIO()
    data = as_raw(cable)
    with tarfile.open(fileobj=archive, mode="w") as file:
        member = tarfile.TarInfo(f"cables/{'long/' * 30}{cable.reference_id}.txt")
        member.size = len(data)
        file.addfile(member, io.BytesIO(data))
    return compress(archive.getvalue())


def as_gzip(cable: Original) -> bytes:
    return compress(as_raw(cable))


CARRIERS = {
    "raw text": as_raw,
    "CSV row": as_csv_row,
    "CSV row, doubled": as_doubled_csv_row,
    "SQL dump": as_sql,
    "preface": as_preface,
    "Markdown": as_markdown,
    "JSON": as_json,
    "NDJSON": as_ndjson,
    "mail": as_mail,
    "zip": as_zip_member,
    "tar.gz": as_tar_member,
    "gzip": as_gzip,
}
