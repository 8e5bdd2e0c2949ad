"""With the power comes the kiosk, and no key leads away from it."""

from collections.abc import Iterator

import pytest

from kiosk.flow.states import Welcome
from tests.booth.guest import Guest, until
from tests.booth.keys import F2, pressed_keys
from tests.booth.sitting import Sitting, ask, somebody_at

pytestmark = pytest.mark.booth

START_S = 600


@pytest.fixture(scope="module")
def sitting(guest: Guest) -> Iterator[Sitting]:
    with somebody_at(guest) as sitting:
        yield sitting


def test_the_session_starts_by_itself(sitting: Sitting) -> None:
    until(lambda: ask(sitting.guest, "status")["kiosk"] == "running", "the kiosk runs", START_S)
    until(lambda: sitting.hands.screen.look().std() > 5, "something is on the screen", START_S)
    sitting.hands.screen.still()
    sitting.photograph("welcome")
    assert isinstance(sitting.journal.state().scene, Welcome)


def test_programs_of_candidates_can_be_run_in_the_session_that_is_shipped(sitting: Sitting) -> None:
    assert "programs cannot be run" not in sitting.guest.run("journalctl --no-pager --boot")


def test_no_other_console_can_be_reached(sitting: Sitting) -> None:
    with pressed_keys(sitting.guest) as pressed:
        sitting.hands.screen.press(*(f"ctrl+alt+F{number}" for number in range(1, 13)))
    assert F2 in pressed
    assert sitting.guest.run("cat /sys/class/tty/tty0/active").strip() == "tty1"
    assert sitting.guest.run("systemctl is-active interview-kiosk").strip() == "active"
