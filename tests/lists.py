"""Made-up files of many cables, small and large."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POSTS = (
    ("OSLO", "Embassy Oslo"),
    ("REYKJAVIK", "Embassy Reykjavik"),
    ("TALLINN", "Embassy Tallinn"),
    ("PORTAUPRINCE", "Embassy Port Au Prince"),
    ("HAMBURG", "Consulate Hamburg"),
    ("STATE", "Secretary of State"),
)
SUBJECTS = (
    "THE FERRY TO KETTLE POINT IS LATE AGAIN",
    "HONEY AND WAX: WHAT THE KEEPERS OF BEES EXPECT OF THE NEW TARIFF",
    "A LIGHTHOUSE MUSEUM OPENS ITS DOORS; THE LAMP STAYS DARK",
    "DEMARCHE DELIVERED: FOGHORNS",
    "VISIT OF THE DELEGATION FOR PIERS AND HARBORS, MARCH 4-6: A FULL AND FRANK EXCHANGE ON TIDES",
    "SCENESETTER FOR THE CONFERENCE ON BUOYS",
    "CHOIRS",
)
MARKINGS = (
    "UNCLASSIFIED",
    "CONFIDENTIAL",
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "SECRET",
    "CONFIDENTIAL//NOFORN",
    "UNCLASSIFIED",
    "SECRET//NOFORN",
)


def table_lines(count: int) -> Iterator[str]:
    """The rows of a table of cables, each with a short telegram."""
    for number in range(count):
        post, origin = POSTS[number * 7 % 11 % len(POSTS)]
        subject = SUBJECTS[number * 5 % 13 % len(SUBJECTS)]
        marking = MARKINGS[number * 3 % 17 % len(MARKINGS)]
        year = 1990 + number * 20 // count
        day = f"{number % 12 + 1}/{number % 28 + 1}/{year} {number % 24}:{number % 60:02}"
        cable_id = f"{year % 100:02}{post}{number % 4000 + 1}"
        header = (
            f"R {number % 28 + 1:02}{number % 24:02}{number % 60:02}Z MAR {year % 100:02} \n"
            f"FM AMEMBASSY {post} \nTO SECSTATE WASHDC \n\n"
        )
        body = f"E.O. 12958: N/A \nTAGS: ECON \nSUBJECT: {subject} \n\n1. (U) The lamp is lit. \n"
        fields = (str(number + 1), day, cable_id, origin, marking, "", header, body)
        yield ",".join(f'"{field}"' for field in fields) + "\n"


def write_table(path: Path, count: int) -> Path:
    """A table of so many cables at `path`."""
    with path.open("w", encoding="utf-8") as table:
        table.writelines(table_lines(count))
    return path
