"""A clock that is set back and a plug that is pulled, both in the middle of an answer."""

import time
from collections.abc import Iterator

import pytest

from kiosk.domain.plain import from_plain
from kiosk.domain.recording import Recording
from kiosk.flow.states import Answering, Interrupted, Questioning, Restarted, session_of
from tests.booth.guest import Guest, until
from tests.booth.sitting import Sitting, ask, invite, somebody_at, talk
from tests.visitor import is_answering

pytestmark = pytest.mark.booth

START_S = 900
ANSWERED_S = 60.0
COUNTED_EVERY_S = 10.0
"""How exactly the journal knows the time an answer has taken: it is told every few seconds."""


@pytest.fixture(scope="module")
def sitting(guest: Guest) -> Iterator[Sitting]:
    """Somebody in the middle of the first answer."""
    talk(guest)
    with somebody_at(guest) as sitting:
        sitting.hands.arrive(invite(guest))
        yield sitting


def test_a_clock_set_back_by_an_hour_costs_the_candidate_nothing(sitting: Sitting) -> None:
    spent_s, up_s = answered_s(sitting), uptime_s(sitting.guest)
    sitting.guest.run("date --set '-1 hour'")
    time.sleep(ANSWERED_S)
    counted_s, passed_s = answered_s(sitting) - spent_s, uptime_s(sitting.guest) - up_s
    assert abs(counted_s - passed_s) <= COUNTED_EVERY_S


def test_after_a_power_cut_the_same_question_is_gone_on_with(sitting: Sitting) -> None:
    guest, before = sitting.guest, sitting.journal.state().scene
    spent_s = answered_s(sitting)
    guest.cut_power()
    guest.start()
    talk(guest)
    with somebody_at(guest) as after:
        until(lambda: was_restarted(after), "the candidate is asked to go on", START_S)
        after.hands.screen.still()
        after.photograph("go-on")
        after.hands.go_on_until(is_answering)
        assert session_of(after.journal.state().scene) == session_of(before)
        assert answered_s(after) >= spent_s - COUNTED_EVERY_S
        after.hands.review()
        after.hands.end()


def test_nothing_is_torn_and_the_hole_is_named(sitting: Sitting) -> None:
    assert "chain OK" in sitting.guest.run("interview-kiosk journal")
    (summary,) = ask(sitting.guest, "sessions")
    recording = from_plain(Recording, ask(sitting.guest, f"show {summary['id']}")["recording"])
    assert len(recording.segments) == 2
    assert any(not gap.painted for gap in recording.gaps)


def answered_s(sitting: Sitting) -> float:
    """How long the first question has been answered, as the journal has it."""
    scene = sitting.journal.state().scene
    assert isinstance(scene, Questioning)
    assert isinstance(scene.phase, Answering)
    return scene.phase.spent_s


def was_restarted(sitting: Sitting) -> bool:
    scene = sitting.journal.state().scene
    return isinstance(scene, Interrupted) and isinstance(scene.cause, Restarted)


def uptime_s(guest: Guest) -> float:
    """On the guest's own monotonic clock."""
    return float(guest.run("cat /proc/uptime").split()[0])
