"""Date-time groups, days of the year, and the dates of declassification."""

from datetime import UTC, date, datetime

import pytest

from reader.cable.date_time_group import day_of_year, find_date, read_date_time_group


@pytest.mark.parametrize(
    ("text", "precedence", "moment"),
    [
        ("R 020436Z MAR 09", ("ROUTINE",), datetime(2009, 3, 2, 4, 36, tzinfo=UTC)),
        (
            "O P 261055Z FEB 10",
            ("IMMEDIATE", "PRIORITY"),
            datetime(2010, 2, 26, 10, 55, tzinfo=UTC),
        ),
        ("P 191843 Z APR 73", ("PRIORITY",), datetime(1973, 4, 19, 18, 43, tzinfo=UTC)),
        ("291359Z Nov 00", (), datetime(2000, 11, 29, 13, 59, tzinfo=UTC)),
        ("Z 010000Z JAN 2010 ZDK ZFF4", ("FLASH",), datetime(2010, 1, 1, tzinfo=UTC)),
        ("R 020436 MAR O9", ("ROUTINE",), datetime(2009, 3, 2, 4, 36, tzinfo=UTC)),
    ],
)
def test_date_time_group(text, precedence, moment):
    group = read_date_time_group(text)
    assert group.precedence == precedence
    assert group.moment() == moment


@pytest.mark.parametrize("text", ["R 320436Z MAR 09", "R 022536Z MAR 09", "R 020436Z MAX 09"])
def test_impossible_times_are_none(text):
    assert read_date_time_group(text).moment() is None


@pytest.mark.parametrize("text", ["FM AMEMBASSY OSLO", "R RUEHNY", "1. (U) In March 2009"])
def test_other_lines_are_no_date_time_groups(text):
    assert read_date_time_group(text) is None


def test_day_of_the_year():
    assert day_of_year(2009, 61, "0436") == datetime(2009, 3, 2, 4, 36, tzinfo=UTC)
    assert day_of_year(2008, 366, "0000") == datetime(2008, 12, 31, tzinfo=UTC)
    assert day_of_year(2009, 366, "0000") is None
    assert day_of_year(2009, 400, "0000") is None
    assert day_of_year(2009, 1, "2561") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DECL: 09/17/2019", date(2019, 9, 17)),
        ("DECL: 2020/02/23", date(2020, 2, 23)),
        ("decl: 6/3/08", date(2008, 6, 3)),
        ("GDS 11/27/85 (STRAND, ANNA)", date(1985, 11, 27)),
        ("DECLASSIFIED JUNE 21, 2006", date(2006, 6, 21)),
        ("21 JUN 2006", date(2006, 6, 21)),
        ("DECL: 999/9/9999", None),
        ("DECL: 13/45/2019", None),
        ("DECL: X1", None),
        ("UPON THE OPENING OF THE BRIDGE IN JUNE 2006", None),
    ],
)
def test_dates(text, found):
    assert find_date(text) == found


def test_two_digits_of_a_year_are_the_nearest_that_is_not_before_the_cable():
    assert find_date("DECL: 11/29/16", not_before=2006) == date(2016, 11, 29)
    assert find_date("DECL: 11/29/05", not_before=1995) == date(2005, 11, 29)
    assert find_date("GDS 11/29/81", not_before=1975) == date(1981, 11, 29)
