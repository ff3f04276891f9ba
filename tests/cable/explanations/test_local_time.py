from __future__ import annotations

import zoneinfo
from datetime import UTC, datetime

import pytest

from reader.cable.explanations.local_time import local_time
from reader.cable.model import Body, Cable, Header, Telegram


def sent(cable_id, *moment, claimed=(), originator=None):
    header = Header(sent=datetime(*moment, tzinfo=UTC), originator=originator)
    return Cable(Telegram(""), None, cable_id, header, Body(), (), claimed=claimed)


@pytest.mark.parametrize(
    ("cable", "words"),
    [
        (sent("09MOSCOW9001", 2009, 3, 2, 4, 36), "07:36 in Moscow"),
        (sent("09MOSCOW9001", 2009, 7, 2, 4, 36), "08:36 in Moscow"),
        (sent("09TOKYO9001", 2009, 3, 2, 20, 0), "Tue 05:00 in Tokyo"),
        (sent("09STATE9001", 2009, 3, 2, 2, 0), "Sun 21:00 in Washington"),
        (
            sent("09SAOPAULO9001", 2009, 7, 2, 4, 0, originator="AMCONSUL SAO PAULO"),
            "01:00 in Sao Paulo",
        ),
    ],
)
def test_the_hour_by_the_clocks_of_the_station(cable, words):
    assert local_time(cable).words() == words


def test_nothing_is_said_where_nothing_is_known(monkeypatch):
    assert local_time(sent("09ATLANTIS9001", 2009, 3, 2, 4, 36)) is None
    assert local_time(sent(None, 2009, 3, 2, 4, 36)) is None
    assert local_time(sent("09OSLO9001", 2009, 3, 2, 4, 0, claimed=("sent",))) is None

    def no_tables(name):
        raise zoneinfo.ZoneInfoNotFoundError(name)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", no_tables)
    assert local_time(sent("09OSLO9001", 2009, 3, 2, 4, 36)) is None
