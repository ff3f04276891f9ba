"""The transport header: routing, DE line, date-time group, addressees, distribution."""

from datetime import UTC, datetime

import pytest

from reader.cable.model import Addressee, Role, Station
from tests.cable.header.reading import header_of, read, roles_of

TRANSPORT = (
    "VZCZCXRO9017",
    "OO RUEHNY RUEHZL",
    "RUEHLO RUEHHE",
    "DE RUEHRK #0017/01 0610436",
    "ZNY CCCCC ZZH (CCY AD66A605 MSI9229-632)",
    "O P 020436Z MAR 09 ZDK",
    "FM AMEMBASSY REYKJAVIK",
    "TO RUEHC/SECSTATE WASHDC IMMEDIATE 2183",
    "INFO RUEHNY/AMEMBASSY OSLO PRIORITY 0312",
    "RHEHNSC/NSC WASHDC",
)


def test_every_element_of_a_transport_header():
    header = header_of(*TRANSPORT)
    assert header.transmission_id == "VZCZCXRO9017"
    assert header.routing_indicators == ("RUEHNY", "RUEHZL", "RUEHLO", "RUEHHE")
    assert header.station == Station("RUEHRK", 17, 1, 61, "0436")
    assert header.date_time_group == "O P 020436Z MAR 09 ZDK"
    assert header.precedence == ("IMMEDIATE", "PRIORITY")
    assert header.sent == datetime(2009, 3, 2, 4, 36, tzinfo=UTC)
    assert header.originator == "AMEMBASSY REYKJAVIK"
    assert header.action == (Addressee("RUEHC", "SECSTATE WASHDC", "IMMEDIATE", "2183"),)
    assert header.info == (
        Addressee("RUEHNY", "AMEMBASSY OSLO", "PRIORITY", "0312"),
        Addressee("RHEHNSC", "NSC WASHDC"),
    )


def test_every_line_of_a_transport_header_has_its_role():
    assert [role for _, role in roles_of(*TRANSPORT)] == [
        Role.TRANSMISSION_ID, Role.ROUTING, Role.ROUTING, Role.STATION, Role.SECURITY,
        Role.DATE_TIME_GROUP, Role.ORIGINATOR, Role.ACTION, Role.INFO, Role.INFO,
    ]  # fmt: skip


def test_blank_lines_are_legal_in_a_transport_header():
    header = header_of(
        "RR RUEHWEB",
        "",
        "DE RUEHRK #0017 0610436",
        "R 020436Z MAR 09",
        "FM AMEMBASSY REYKJAVIK",
        "TO RUEHC/SECSTATE WASHDC 2183",
        "",
        "RUEHNY/AMEMBASSY OSLO",
    )
    assert header.precedence == ("ROUTINE",)
    assert [addressee.name for addressee in header.action] == ["SECSTATE WASHDC", "AMEMBASSY OSLO"]


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("/NSC WASHDC", Addressee(None, "NSC WASHDC")),
        ("AMEMBASSY OSLO IMMEDIATE", Addressee(None, "AMEMBASSY OSLO", "IMMEDIATE")),
        (
            "RUEHNY/AMEMBASSY OSLO NIACT IMMEDIATE 12",
            Addressee("RUEHNY", "AMEMBASSY OSLO", "NIACT IMMEDIATE", "12"),
        ),
        ("RUEHNY/AMEMBASSY OSLO PIORITY", Addressee("RUEHNY", "AMEMBASSY OSLO", "PRIORITY")),
        ("RUEHNY/AMEMBASSY OSLO 0000", Addressee("RUEHNY", "AMEMBASSY OSLO", None, "0000")),
        ("ZEN/AMEMBASSY OSLO", Addressee(None, "AMEMBASSY OSLO")),
        (
            "RUEUITH/DET 1 7LG LIGHTHOUSE ROCK IS",
            Addressee("RUEUITH", "DET 1 7LG LIGHTHOUSE ROCK IS"),
        ),
        ("RUEUITH/LIGHT DET 4", Addressee("RUEUITH", "LIGHT DET 4")),
        (
            "RUEKJCS/SECDEF WASHDC//INFO CEN// PRIORITY",
            Addressee("RUEKJCS", "SECDEF WASHDC//INFO CEN//", "PRIORITY"),
        ),
    ],
)
def test_addressee(line, addressee):
    assert header_of(f"TO {line}").action == (addressee,)


def test_posts_that_are_exempted_belong_to_the_collective_above_them():
    header = header_of(
        "TO ALL FERRY POSTS COLLECTIVE PRIORITY",
        "XMT AMEMBASSY LIMA",
        "AMCONSUL RECIFE",
        "RUEHNY/AMEMBASSY OSLO",
        "INFO XMT NOBODY",
    )
    assert header.action == (
        Addressee(None, "ALL FERRY POSTS COLLECTIVE", "PRIORITY", None,
                  ("AMEMBASSY LIMA", "AMCONSUL RECIFE")),
        Addressee("RUEHNY", "AMEMBASSY OSLO"),
    )  # fmt: skip
    assert header.info == ()


def test_page_line_among_the_addressees_is_no_addressee():
    header = header_of("TO", "PAGE 02 STATE 015113 182333Z", "RUEHNY/AMEMBASSY OSLO")
    assert [addressee.name for addressee in header.action] == ["AMEMBASSY OSLO"]


def test_date_time_group_that_does_not_agree_with_the_station_line_is_reported():
    reading, _ = read("DE RUEHRK #0017 0650436\nR 020436Z MAR 09\nFM AMEMBASSY REYKJAVIK")
    assert reading.header.sent == datetime(2009, 3, 2, 4, 36, tzinfo=UTC)
    [problem] = reading.problems
    assert problem.rule == "date_time_group"
    assert "2009-03-06" in problem.message
    assert problem.span == (24, 40)


def test_impossible_date_time_group_is_mended_by_the_station_line():
    reading, _ = read("DE RUEHRK #0017 0610436\nR 320436Z MAR 09")
    assert reading.header.sent == datetime(2009, 3, 2, 4, 36, tzinfo=UTC)
    assert [problem.rule for problem in reading.problems] == ["date_time_group"]


def test_missing_date_time_group_is_mended_by_the_station_line_and_the_year():
    reading, _ = read("DE RUEHRK #0017 0610436\nFM AMEMBASSY REYKJAVIK", 2009)
    assert reading.header.sent == datetime(2009, 3, 2, 4, 36, tzinfo=UTC)
    assert len(reading.problems) == 1


def test_midnight_and_new_year_between_the_two_times_are_no_flaw():
    night, _ = read("DE RUEHRK #0017 0620001\nR 022359Z MAR 09")
    new_year, _ = read("DE RUEHRK #0017 0010001\nR 312359Z DEC 09")
    assert night.problems == new_year.problems == ()


def test_lines_of_distribution_of_the_seventies():
    lines = (
        "PAGE 01        STATE 069043",
        "40",
        "ORIGIN SS-25",
        "INFO  OCT-01  ISO-00  /026 R",
        "DRAFTED BY NEA/IWG:ASTRAND:VAN",
        "APPROVED BY NEA/IWG:ASTRAND",
        "EUR/NB:JKETTLE",
        "                     --------------------- 116094",
        "P 191843 Z APR 73 ZFF4",
        "FM SECSTATE WASHDC",
        "TO AMEMBASSY OSLO PRIORITY",
    )
    assert [role for _, role in roles_of(*lines)] == [
        Role.PAGE_BREAK,
        *[Role.DISTRIBUTION] * 7,
        Role.DATE_TIME_GROUP,
        Role.ORIGINATOR,
        Role.ACTION,
    ]
    header = header_of(*lines)
    assert header.sent == datetime(1973, 4, 19, 18, 43, tzinfo=UTC)
    assert header.info == ()


def test_header_that_an_exporter_ran_together():
    header = header_of(
        "DESTINATION: VZCZCXRO3981RUEHDE RUEHDIRRUEHRK #0110/01 0341311ZNY CCCCC ZZH"
        "O 031311Z FEB 09FM AMEMBASSY REYKJAVIKTO RUEHC/SECSTATE WASHDC PRIORITY 2764"
        "INFO RUEHNY/AMEMBASSY OSLO",
        "C O N F I D E N T I A L REYKJAVIK 000110",
    )
    assert header.transmission_id == "VZCZCXRO3981"
    assert header.station == Station("RUEHRK", 110, 1, 34, "1311")
    assert header.sent == datetime(2009, 2, 3, 13, 11, tzinfo=UTC)
    assert header.originator == "AMEMBASSY REYKJAVIK"
    assert header.action == (Addressee("RUEHC", "SECSTATE WASHDC", "PRIORITY", "2764"),)
    assert header.info == (Addressee("RUEHNY", "AMEMBASSY OSLO"),)
