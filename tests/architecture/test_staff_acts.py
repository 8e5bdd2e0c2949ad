"""Every act of staff belongs to a duty: one that did not would be refused to everybody, without a word."""

from typing import get_args

from kiosk.domain.staff import MAY, Duty, Role
from kiosk.flow.duties import DUTIES, TOLD_BY_THE_DOOR
from kiosk.flow.events import Event
from kiosk.flow.staff import StaffAct


def test_every_event_that_names_a_person_is_an_act_of_staff() -> None:
    named = {kind for kind in get_args(Event) if "by" in kind.__dataclass_fields__}
    assert named == set(get_args(StaffAct))


def test_every_act_has_a_duty() -> None:
    assert set(DUTIES) == set(get_args(StaffAct)) - set(TOLD_BY_THE_DOOR)


def test_every_duty_is_somebodys_and_every_role_has_one() -> None:
    assert frozenset.union(*MAY.values()) == set(Duty)
    assert set(MAY) == set(Role)
    assert all(MAY.values())
