"""What the server wants of a station reaches its memory and its flow, once, and is reported."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from pydantic import BaseModel

from kiosk.domain.ids import SessionId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.keeping import ErasureCause
from kiosk.domain.masks import Device, MaskReason
from kiosk.domain.moment import Moment
from kiosk.domain.staff import PinRefused, StaffMember
from kiosk.flow.events import Event
from kiosk.flow.staff import EndRequested, ErasureOrdered, MaskRequested, MessageSent
from kiosk.ports.sync import AwayError
from kiosk.wire.orders import (
    Command,
    CommandKind,
    Erase,
    Invite,
    Outcome,
    SetStaff,
    Task,
    WithdrawInvitation,
)
from server.house import House
from server.orders.service import give
from server.tables.stations import OrderRow
from storage.signing import StationKey
from storage.sync.line import Line, Pace
from storage.sync.memory import enrolment_of
from storage.sync.orders import ServerOrders
from storage.times import wall
from tests.server.running import listening
from tests.synced import PowerCutError, SyncedBooth

NOW = wall(datetime.now(UTC))
FROM, UNTIL = "2020-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"
CODE = "K7QF2MXP9RTD"
INVITE = Invite(
    invitation_id="1" * 32,
    candidate_id="2" * 32,
    candidate_name="Candidate One",
    code_sha256=hashlib.sha256(CODE.encode()).hexdigest(),
    pack_id="general",
    valid_from=FROM,
    valid_until=UNTIL,
)


@pytest.fixture
def booth(tmp_path: Path, house: House) -> Iterator[SyncedBooth]:
    opened = SyncedBooth(tmp_path / "data")
    with listening(house) as url:
        opened.enrol(url, house.stations.new_code("test"))
        yield opened
        opened.hang_up()
    opened.close()


def ordered(booth: SyncedBooth, house: House, task: Task) -> Outcome | None:
    """Order it, let the station fetch it; what it reported."""
    (row,) = house.stations.stations()
    with house.database.write() as db:
        (order,) = give(db, [row.id], task, "test")
    booth.orders().attend()
    with house.database.read() as db:
        return db.get_one(OrderRow, order).outcome


def command(kind: CommandKind, session: str | None = None, expires: str = UNTIL) -> Command:
    return Command(command=kind, session_id=session, by="Sam", reason="because", expires=expires)


def test_an_invitation_opens_the_booth_until_it_is_withdrawn(booth: SyncedBooth, house: House) -> None:
    assert ordered(booth, house, INVITE) is Outcome.DONE
    assert ordered(booth, house, INVITE) is Outcome.DONE
    found = booth.storage.invitations.look_up("K7QF-2MXP-9RTD", NOW)
    assert isinstance(found, Invitation)
    assert (found.id, found.candidate, found.pack) == ("1" * 32, "2" * 32, "general")
    other = INVITE.model_copy(update={"invitation_id": "3" * 32})
    assert ordered(booth, house, other) is Outcome.REFUSED
    assert ordered(booth, house, WithdrawInvitation(invitation_id="1" * 32)) is Outcome.DONE
    assert booth.storage.invitations.look_up(CODE, NOW) is CodeProblem.UNKNOWN


def test_staff_are_let_in_and_no_more(booth: SyncedBooth, house: House) -> None:
    now = Moment(NOW, "boot", 1.0)
    hashed = PasswordHasher(time_cost=1, memory_cost=64).hash("482915")
    assert ordered(booth, house, SetStaff(name="Sam", pin_hash=hashed)) is Outcome.DONE
    assert isinstance(booth.storage.staff.check("Sam", "482915", now), StaffMember)
    assert ordered(booth, house, SetStaff(name="Kim", pin_hash="plain")) is Outcome.REFUSED
    assert ordered(booth, house, SetStaff(name="Sam", pin_hash=None)) is Outcome.DONE
    assert isinstance(booth.storage.staff.check("Sam", "482915", now), PinRefused)


def test_a_person_is_erased_before_it_is_reported(booth: SyncedBooth, house: House) -> None:
    session = booth.interview()
    task = Erase(candidate_id="c" * 31 + session[-1])
    assert ordered(booth, house, task) is None
    assert booth.booth.notes == [ErasureOrdered(session, "", ErasureCause.SERVER)]
    assert ordered(booth, house, Erase(candidate_id="d" * 32)) is Outcome.DONE


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        (CommandKind.CAMERA_OFF, MaskRequested(Device.CAMERA, MaskReason.OTHER, "Sam")),
        (CommandKind.MESSAGE, MessageSent("Sam", aloud=False, text="because")),
        (CommandKind.END, EndRequested("Sam", "because")),
    ],
)
def test_a_command_is_done_in_the_name_of_who_gave_it(
    booth: SyncedBooth, house: House, kind: CommandKind, event: Event
) -> None:
    assert ordered(booth, house, command(kind)) is Outcome.DONE
    assert booth.booth.acts == [event]


def test_what_is_late_or_not_allowed_is_not_done(booth: SyncedBooth, house: House) -> None:
    booth.booth.running = SessionId("5" * 32)
    assert ordered(booth, house, command(CommandKind.PAUSE, expires=FROM)) is Outcome.EXPIRED
    assert ordered(booth, house, command(CommandKind.PAUSE, session="6" * 32)) is Outcome.REFUSED
    booth.booth.willing = False
    assert ordered(booth, house, command(CommandKind.PAUSE)) is Outcome.REFUSED
    assert booth.booth.acts == []


class LostReports(Line):
    """The station dies before the server hears what became of an order."""

    def tell(self, method: str, path: str, message: BaseModel) -> None:
        raise AwayError("the network is gone")


def test_a_command_whose_report_was_lost_is_not_done_again(booth: SyncedBooth, house: House) -> None:
    found = enrolment_of(booth.data)
    assert found is not None
    (row,) = house.stations.stations()
    with house.database.write() as db:
        (order,) = give(db, [row.id], command(CommandKind.CAMERA_OFF), "test")
    line = LostReports(found.url, StationKey.load_or_create(booth.data), Pace(0.0))
    with line, pytest.raises(AwayError):
        ServerOrders(booth.storage, line, booth.booth).attend()
    assert len(booth.booth.acts) == 1
    booth.orders().attend()
    assert len(booth.booth.acts) == 1
    assert house.orders.outcome(order).outcome is Outcome.DONE


def test_a_command_that_was_begun_when_the_station_died_is_not_begun_again(
    booth: SyncedBooth, house: House
) -> None:
    (row,) = house.stations.stations()
    with house.database.write() as db:
        (order,) = give(db, [row.id], command(CommandKind.END), "test")

    booth.booth.dies = True
    with pytest.raises(PowerCutError):
        booth.orders().attend()
    booth.booth.dies = False
    booth.orders().attend()
    assert booth.booth.acts == []
    assert house.orders.outcome(order).outcome is Outcome.FAILED
