"""Who may do what at the booth, asked in one place."""

import pytest

from kiosk.domain.masks import Device, MaskReason
from kiosk.domain.staff import Duty, PinProblem, PinRefused, Role, StaffMember
from kiosk.flow.duties import DUTIES
from kiosk.flow.events import AnswerEnded, Event
from kiosk.flow.staff import (
    EndRequested,
    HelpAnswered,
    MaskRequested,
    PauseRequested,
    StaffEntered,
    StaffLeft,
    StaffRefused,
)
from kiosk.runtime.clock import SystemClock
from kiosk.runtime.door import Door
from tests.fakes import FakeStaff

PROCTOR, HR, TECHNICIAN = (f"the {role}" for role in Role)


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def door(told: list[Event]) -> Door:
    return Door(FakeStaff(), SystemClock(), told.append)


def test_what_candidates_wish_passes(door: Door) -> None:
    assert door.lets_through(AnswerEnded())


def test_nobody_acts_before_they_have_entered_or_after_they_left(door: Door, told: list[Event]) -> None:
    pause = PauseRequested(PROCTOR, "other")
    assert not door.lets_through(pause)
    assert door.enter(PROCTOR, "2") == StaffMember(PROCTOR, Role.PROCTOR)
    assert door.lets_through(pause)
    assert not door.lets_through(PauseRequested(TECHNICIAN, "other")), "in another's name"
    door.leave(PROCTOR)
    door.leave(PROCTOR)
    assert not door.lets_through(pause)
    assert told == [StaffEntered(PROCTOR, Role.PROCTOR), StaffLeft(PROCTOR)]


def test_a_wrong_pin_opens_nothing_and_is_told(door: Door, told: list[Event]) -> None:
    assert door.enter(PROCTOR, "1") == PinRefused(PinProblem.WRONG)
    assert told == [StaffRefused(PROCTOR, PinProblem.WRONG)]
    assert not door.lets_through(PauseRequested(PROCTOR, "other"))


@pytest.mark.parametrize(
    ("name", "may", "may_not"),
    [
        (PROCTOR, EndRequested(PROCTOR, "other"), StaffEntered(PROCTOR, Role.HR)),
        (HR, HelpAnswered(HR), PauseRequested(HR, "other")),
        (
            TECHNICIAN,
            MaskRequested(Device.CAMERA, MaskReason.TECHNICAL, TECHNICIAN),
            EndRequested(TECHNICIAN, ""),
        ),
    ],
)
def test_everybody_does_what_is_theirs(door: Door, name: str, may: Event, may_not: Event) -> None:
    door.enter(name, "2")
    assert door.lets_through(may)
    assert not door.lets_through(may_not)


def test_only_hr_sees_results() -> None:
    allowed = {role for role in Role if StaffMember("somebody", role).may(Duty.RESULTS)}
    assert allowed == {Role.HR}


def test_no_screen_may_claim_that_somebody_entered(door: Door) -> None:
    door.enter(PROCTOR, "2")
    assert not {StaffEntered, StaffLeft, StaffRefused} & set(DUTIES)
    assert not door.lets_through(StaffLeft(PROCTOR))
