from itertools import pairwise

import pytest

from kiosk.domain.moment import Moment
from kiosk.domain.staff import (
    FREE_TRIES,
    MOST_TRIES,
    PinProblem,
    PinRefused,
    Role,
    StaffMember,
    wait_after_s,
)
from storage.errors import RefusedError
from storage.staff import Staff
from storage.station import Storage

PIN, WRONG = "246813", "000000"


@pytest.fixture
def staff(storage: Storage) -> Staff:
    storage.staff.add("Staff A", PIN, Role.TECHNICIAN)
    storage.staff.add("Staff B", "135792")
    return storage.staff


def at(mono_s: float, boot: str = "boot-1", wall: str = "2026-01-01T00:00:00.000Z") -> Moment:
    return Moment(wall, boot, mono_s)


def guess(staff: Staff, times: int, *, patient: bool = True) -> list[PinRefused]:
    """Wrong PINs, each after whatever must be waited for."""
    answers: list[PinRefused] = []
    now_s = 0.0
    for _ in range(times):
        answer = staff.check("Staff A", WRONG, at(now_s))
        assert isinstance(answer, PinRefused)
        answers.append(answer)
        now_s += answer.wait_s if patient else 0.0
    return answers


def test_a_pin_opens_for_its_owner_and_nobody_else(staff: Staff) -> None:
    assert staff.check("Staff A", PIN, at(0)) == StaffMember("Staff A", Role.TECHNICIAN)
    assert staff.check("Staff B", PIN, at(0)) == PinRefused(PinProblem.WRONG)
    assert staff.check("Nobody", PIN, at(0)) == PinRefused(PinProblem.WRONG)
    assert staff.names() == ("Staff A", "Staff B")


def test_a_new_pin_replaces_the_old_one(staff: Staff) -> None:
    staff.add("Staff A", "975310", Role.HR)
    assert staff.check("Staff A", PIN, at(0)) == PinRefused(PinProblem.WRONG)
    assert staff.check("Staff A", "975310", at(0)) == StaffMember("Staff A", Role.HR)


@pytest.mark.parametrize("pin_hash", ["$argon2id$", "$argon2id$nonsense", "$argon2id$v=19$m=8,t=1,p=1$ü$ü"])
def test_what_came_as_a_hash_and_is_none_opens_for_nobody(staff: Staff, pin_hash: str) -> None:
    staff.admit("Staff C", pin_hash)
    assert staff.check("Staff C", PIN, at(0)) == PinRefused(PinProblem.WRONG)


def test_waits_begin_at_fifteen_seconds_and_double(staff: Staff) -> None:
    waits = [answer.wait_s for answer in guess(staff, MOST_TRIES)]
    assert waits[: FREE_TRIES - 1] == [0.0] * (FREE_TRIES - 1)
    assert waits[FREE_TRIES - 1] == 15.0
    assert all(later == 2 * earlier for earlier, later in pairwise(waits[FREE_TRIES - 1 : MOST_TRIES - 1]))


def test_nothing_is_checked_during_a_wait_not_even_the_right_pin(staff: Staff) -> None:
    guess(staff, FREE_TRIES)
    assert staff.check("Staff A", PIN, at(14.5)) == PinRefused(PinProblem.WAIT, 0.5)
    assert staff.check("Staff A", PIN, at(15.0)) == StaffMember("Staff A", Role.TECHNICIAN)


def test_after_fifteen_wrong_ones_only_a_new_pin_helps(staff: Staff) -> None:
    assert guess(staff, MOST_TRIES)[-1] == PinRefused(PinProblem.LOCKED)
    assert staff.check("Staff A", PIN, at(1e9)) == PinRefused(PinProblem.LOCKED)
    staff.add("Staff A", PIN)
    assert staff.check("Staff A", PIN, at(1e9)) == StaffMember("Staff A", Role.PROCTOR)


def test_one_persons_wrong_pins_lock_nobody_else_out(staff: Staff) -> None:
    guess(staff, MOST_TRIES)
    assert isinstance(staff.check("Staff B", "135792", at(0)), StaffMember)


def test_the_right_pin_forgives_the_wrong_ones(staff: Staff) -> None:
    guess(staff, FREE_TRIES - 1)
    assert isinstance(staff.check("Staff A", PIN, at(0)), StaffMember)
    assert [answer.wait_s for answer in guess(staff, FREE_TRIES - 1)] == [0.0] * (FREE_TRIES - 1)


@pytest.mark.parametrize("wall", ["1970-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"])
def test_setting_the_clock_shortens_no_wait(staff: Staff, wall: str) -> None:
    guess(staff, FREE_TRIES)
    answer = staff.check("Staff A", PIN, at(1.0, wall=wall))
    assert answer == PinRefused(PinProblem.WAIT, 14.0)


def test_starting_the_station_anew_begins_the_wait_anew(staff: Staff) -> None:
    guess(staff, FREE_TRIES)
    for boot in ("boot-2", "boot-3"):
        assert staff.check("Staff A", PIN, at(900.0, boot)) == PinRefused(PinProblem.WAIT, 15.0)
        assert staff.check("Staff A", PIN, at(914.0, boot)) == PinRefused(PinProblem.WAIT, 1.0)
    assert isinstance(staff.check("Staff A", PIN, at(915.0, "boot-3")), StaffMember)


def test_the_waits_are_the_ones_that_are_promised() -> None:
    assert [wait_after_s(failures) for failures in (4, 5, 6, 14)] == [0.0, 15.0, 30.0, 7680.0]


def test_what_cannot_be_written_down_is_not_tried(staff: Staff, storage: Storage) -> None:
    storage.database.close()
    assert staff.check("Staff A", PIN, at(0)) == PinRefused(PinProblem.UNAVAILABLE)


@pytest.mark.parametrize("pin", ["", "12345", "1234567890123", "12a456", "１２３４５６"])
def test_a_pin_is_six_to_twelve_digits(storage: Storage, pin: str) -> None:
    with pytest.raises(RefusedError, match="6 to 12 digits"):
        storage.staff.add("Staff A", pin)


def test_no_pin_is_on_the_disk(staff: Staff, storage: Storage) -> None:
    storage.database.close()
    content = storage.media.database.read_bytes()
    assert b"$argon2id$" in content
    assert PIN.encode() not in content
