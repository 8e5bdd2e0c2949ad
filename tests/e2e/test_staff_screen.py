"""Staff at a screen of their own: what they do there takes nothing from the candidate, the keyboard least."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.screen import WIDTH, Screen, a_screen
from tests.ui.fake_station import PIN

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

PATIENCE_S = 20.0


class Desk:
    """The program on two monitors; it writes down what it shows several times a second."""

    def __init__(self, screen: Screen, told: Path) -> None:
        self.screen = screen
        self._told = told

    def see(self) -> dict[str, Any]:
        lines = self._told.read_text().splitlines() if self._told.exists() else []
        return dict(json.loads(lines[-1])) if lines else {"buttons": {}, "posted": []}

    def wait(self, true: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE_S
        while not true(seen := self.see()):
            assert time.monotonic() < deadline, seen
            time.sleep(0.1)
        return seen

    def press(self, button: str) -> None:
        """Touch a button of the staff's window, once it has come to rest."""
        seen = self.wait(lambda seen: button in seen["buttons"] and seen == self.see())
        self.screen.click(*seen["buttons"][button])

    def has_posted(self, event: str) -> Callable[[dict[str, Any]], bool]:
        return lambda seen: event in seen["posted"]


@pytest.fixture(params=[False, True], ids=["no window manager", "openbox"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    told = tmp_path / "told"
    with a_screen(window_manager=request.param, monitors=2) as screen:
        environment = {**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
        program = subprocess.Popen([sys.executable, "-m", "tests.e2e.staff_screen", told], env=environment)
        try:
            yield Desk(screen, told)
        finally:
            program.terminate()
            assert program.wait(PATIENCE_S) == 0


def test_staff_act_beside_the_interview_and_the_candidate_keeps_the_keyboard(desk: Desk) -> None:
    seen = desk.wait(lambda seen: "enter" in seen["buttons"])
    assert seen["windows"] == {"Shell": [0, 0], "StaffWindow": [WIDTH, 0]}
    desk.press("enter")
    for digit in PIN:
        desk.press(f"digit-{digit}")
    desk.press("pin-ok")
    desk.press("cover-camera")
    desk.press("reason-privacy")
    desk.press("yes")
    desk.wait(desk.has_posted("MaskRequested"))
    desk.screen.press("Return")
    desk.wait(desk.has_posted("AnswerEnded"))

    desk.press("note")
    desk.wait(lambda seen: seen["keyboard"] == "StaffWindow")
    desk.screen.type("quiet room")
    desk.wait(lambda seen: seen["text"] == "quiet room")
    desk.press("yes")
    desk.wait(lambda seen: "InstantMarked" in seen["posted"] and seen["keyboard"] == "Shell")

    desk.screen.plug_out(1)
    seen = desk.wait(desk.has_posted("StaffLeft"))
    assert seen["windows"] == {"Shell": [0, 0]}
    desk.screen.plug_in(1)
    desk.wait(lambda seen: "enter" in seen["buttons"])
