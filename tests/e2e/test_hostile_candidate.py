"""Somebody at the keyboard who wants in without an invitation. Who wants out: tests/faults, row 24."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.ids import PackId
from kiosk.domain.invitation import CodeProblem
from kiosk.flow.events import InvitationRefused
from kiosk.flow.states import EnteringCode
from storage.station import open_station
from tests.screen import Screen
from tests.station import Station, soon
from tests.trouble.interview import booth

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


def test_no_code_opens_anything_but_a_valid_one(tmp_path: Path) -> None:
    with booth(tmp_path) as visitor:
        station, screen = visitor.station, visitor.screen
        code, expired = station.invite("walk"), an_expired_code(station.data)
        station.open()
        visitor.go_on_until(lambda scene: isinstance(scene, EnteringCode))
        screen.still()
        for typed in (expired, "WRONG", "Ünïcödé… 漢字 \N{CLOWN FACE}", "' OR 1=1 --", 50 * "A1b2-"):
            is_refused_once_more(station, screen, typed)
        first, *others = refusals(station)
        assert first is CodeProblem.EXPIRED
        assert set(others) <= {CodeProblem.UNKNOWN, CodeProblem.MALFORMED}
        visitor.arrive(code)
        assert "Traceback" not in station.log()


def is_refused_once_more(station: Station, screen: Screen, typed: str) -> None:
    before = len(refusals(station))
    screen.press("ctrl+a", "Delete")
    screen.type(typed)
    screen.press("Return")
    soon(lambda: len(refusals(station)) > before, f"{typed} is refused")


def refusals(station: Station) -> list[CodeProblem]:
    """Why codes were refused, in order."""
    events = [happened.event for happened in station.history()]
    return [event.problem for event in events if isinstance(event, InvitationRefused)]


def an_expired_code(data: Path) -> str:
    storage = open_station(data)
    try:
        then = datetime.now(UTC) - timedelta(days=3)
        return storage.invitations.create("Late", PackId("walk"), then, then + timedelta(days=1))
    finally:
        storage.close()
