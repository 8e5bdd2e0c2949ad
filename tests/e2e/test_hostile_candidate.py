"""Somebody at the keyboard who wants out, or wants to see it break."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.ids import PackId
from kiosk.domain.invitation import CodeProblem
from kiosk.flow.events import InvitationRefused
from kiosk.flow.states import EnteringCode, Questioning, session_of
from storage.station import open_station
from tests.screen import HEIGHT, WIDTH, Screen, a_screen
from tests.station import SIMULATED, Station, soon
from tests.trouble.interview import booth

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

WAYS_OUT = (
    *("alt+F4", "ctrl+q", "ctrl+w", "ctrl+c", "ctrl+z", "Escape", "ctrl+Escape", "alt+Tab"),
    *(
        "super",
        "super+d",
        "super+l",
        "Menu",
        "Print",
        "ctrl+alt+t",
        "ctrl+alt+BackSpace",
        "ctrl+shift+Escape",
    ),
    *(f"F{number}" for number in range(1, 13)),
    *(f"alt+F{number}" for number in range(1, 13)),
    *(f"ctrl+alt+F{number}" for number in range(1, 13)),
    *("shift+Tab", "ctrl+Tab", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+s", "ctrl+plus", "F11", "ctrl+r"),
)
MASHED = (
    "Tab",
    "space",
    "Return",
    "Return",
    "Tab",
    "Tab",
    "Return",
    "x",
    "Down",
    "Escape",
    "space",
    "Return",
)
"""What hands do that hit everything; it may well end answers, call staff or open the appearance card."""


@pytest.fixture
def desktop() -> Iterator[Screen]:
    """A screen with a window manager that closes windows when asked to."""
    with a_screen(window_manager=True) as screen:
        yield screen


def test_the_keys_that_would_close_it_do_arrive(desktop: Screen, tmp_path: Path) -> None:
    """A window for developers is closed by them: so the next tests press real keys."""
    station = Station(tmp_path, {**SIMULATED, "DISPLAY": desktop.name})
    station.invite("demo")
    station.open(supervised=False)
    try:
        soon(desktop.windows, "the window")
        desktop.still()
        desktop.press("alt+F4")
        soon(lambda: not station.processes("main.py kiosk"), "the kiosk is closed")
    finally:
        station.tear_down()


def test_no_key_leads_out_of_an_interview(tmp_path: Path) -> None:
    with booth(tmp_path, window_manager=True) as visitor:
        station, screen = visitor.station, visitor.screen
        code = station.invite("walk")
        station.open(windowed=False)
        visitor.arrive(code)
        (window,) = station.processes("--no-supervised")
        began, session = window.create_time(), session_of(station.state().scene)
        screen.press(*WAYS_OUT)
        screen.press(*40 * ["Tab"])
        time.sleep(1)
        scene = station.state().scene
        assert isinstance(scene, Questioning)
        assert scene.index == 0
        screen.press(*5 * MASHED)
        time.sleep(1)
        assert session_of(station.state().scene) == session
        assert [process.create_time() for process in station.processes("--no-supervised")] == [began]
        assert covers_everything(screen)
        with station.memory() as storage:
            assert storage.journal.verify().ok
        assert "Traceback" not in station.log()


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


def covers_everything(screen: Screen) -> bool:
    """Whether the window still is as large as the screen."""
    places = [screen.ask("xdotool", "getwindowgeometry", window) for window in screen.windows()]
    return any("Position: 0,0" in place and f"Geometry: {WIDTH}x{HEIGHT}" in place for place in places)
