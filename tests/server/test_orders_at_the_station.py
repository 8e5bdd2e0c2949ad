"""What the server wants of a station reaches its memory and its flow, once, and is reported."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from pydantic import BaseModel
from sqlalchemy import select

from kiosk.domain.ids import SessionId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.keeping import ErasureCause
from kiosk.domain.masks import STAFF_REASONS, Device, MaskReason
from kiosk.domain.moment import Moment
from kiosk.domain.staff import PinRefused, StaffMember
from kiosk.flow.events import Event
from kiosk.flow.staff import (
    EndRequested,
    ErasureOrdered,
    MaskRequested,
    MessageSent,
    RetentionLocked,
    RetentionReleased,
)
from kiosk.packs.shelf import available, find
from kiosk.ports.sync import AwayError
from kiosk.wire.orders import (
    Command,
    CommandKind,
    CoverReason,
    Erase,
    Invite,
    Outcome,
    Report,
    SetStaff,
    Task,
    WithdrawInvitation,
)
from server.blobs.store import pack_key
from server.bodies import Spooled
from server.house import House
from server.identity.roles import Person, Role
from server.orders.service import active_stations, give, offer
from server.tables.files import PackRow
from server.tables.stations import OrderRow, StationRow, StationStatus
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

HR = Person("1" * 32, "HR 1", frozenset({Role.HR}))
WALK = """
id = "walk"
version = "1.0"
languages = ["en"]
about_minutes = 1
retention_days = 7
title.en = "A walk"
[[questions]]
id = "q1"
kind = "general"
avatar = "mira"
answer_limit_s = 60
text.en = "Where were you?"
"""


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


def test_what_must_not_be_erased_yet_is_ordered_when_it_may_and_not_before(
    booth: SyncedBooth, house: House
) -> None:
    """Every look at the orders would otherwise be an entry in the journal, for as long as it is kept."""
    held = booth.begin()
    task = Erase(candidate_id="c" * 31 + held.session[-1])
    assert ordered(booth, house, task) is None, "the interview runs"
    booth.end(held)
    held.happen(RetentionLocked(held.session, "Sam", "a dispute"))
    booth.orders().attend()
    booth.orders().attend()
    assert booth.booth.notes == []
    held.happen(RetentionReleased(held.session, "Sam"))
    booth.orders().attend()
    assert booth.booth.notes == [ErasureOrdered(held.session, "", ErasureCause.SERVER)]


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


@pytest.mark.parametrize("reason", STAFF_REASONS)
@pytest.mark.parametrize(
    ("kind", "device"),
    [(CommandKind.CAMERA_OFF, Device.CAMERA), (CommandKind.MICROPHONE_OFF, Device.MICROPHONE)],
)
def test_what_is_covered_from_afar_is_covered_for_the_reason_that_was_given(
    booth: SyncedBooth, house: House, kind: CommandKind, device: Device, reason: MaskReason
) -> None:
    task = command(kind).model_copy(update={"reason": str(reason)})
    assert ordered(booth, house, task) is Outcome.DONE
    assert booth.booth.acts == [MaskRequested(device, reason, "Sam")]


def test_afar_one_chooses_from_the_same_reasons_as_at_the_booth() -> None:
    assert [str(reason) for reason in CoverReason] == [str(reason) for reason in STAFF_REASONS]


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
        ServerOrders(booth.storage, line, booth.booth, booth.shelf).attend()
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


# --- question packs ------------------------------------------------------------------------
def packed(house: House, files: dict[str, str]) -> Spooled:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    file = house.blobs.spool / "pack"
    file.write_bytes(data.getvalue())
    return Spooled(file, len(data.getvalue()), hashlib.sha256(data.getvalue()).hexdigest())


def added(house: House, text: str = WALK) -> str:
    """HR adds a pack; its hash."""
    return house.packs.add(HR, packed(house, {"pack.toml": text})).sha256


def offered(house: House, name: str, files: dict[str, str]) -> None:
    """An offer that no honest server makes."""
    body = packed(house, files)
    house.blobs.take(pack_key(body.sha256), body.file)
    row = PackRow(
        sha256=body.sha256,
        pack_id=name,
        version="1",
        size_bytes=body.size_bytes,
        added_by=HR.name,
        added_wall=NOW,
    )
    with house.database.write() as db:
        db.add(row)
        give(db, active_stations(db), offer(row), HR.name)


def last_report(house: House) -> tuple[Outcome | None, str]:
    with house.database.read() as db:
        row = db.scalars(select(OrderRow).order_by(OrderRow.number.desc())).first()
    assert row is not None
    return row.outcome, row.detail


def test_a_pack_that_hr_adds_is_asked_and_one_that_is_withdrawn_is_not(
    booth: SyncedBooth, house: House
) -> None:
    sha256 = added(house)
    booth.orders().attend()
    assert last_report(house) == (Outcome.DONE, "")
    assert booth.shelf.has("walk", sha256)
    assert find("walk", [booth.data / "packs"]).questions
    house.packs.withdraw(HR, "walk")
    booth.orders().attend()
    assert last_report(house) == (Outcome.DONE, "")
    assert available([booth.data / "packs"]) == ()


def test_nobody_is_asked_another_pack_in_the_middle_of_an_interview(booth: SyncedBooth, house: House) -> None:
    booth.booth.running = SessionId("5" * 32)
    sha256 = added(house)
    booth.orders().attend()
    assert last_report(house) == (None, "")
    assert not booth.shelf.has("walk", sha256)
    booth.booth.running = None
    booth.orders().attend()
    assert booth.shelf.has("walk", sha256)


@pytest.mark.parametrize(
    ("name", "files", "why"),
    [
        ("walk", {"pack.toml": WALK.replace("[[questions]]", "[[question]]")}, "mistakes"),
        ("other", {"pack.toml": WALK}, "mistakes"),
        ("walk", {"notes.txt": "none"}, "no pack.toml"),
    ],
)
def test_hr_hears_why_a_booth_does_not_take_a_pack(
    booth: SyncedBooth, house: House, name: str, files: dict[str, str], why: str
) -> None:
    offered(house, name, files)
    booth.orders().attend()
    outcome, detail = last_report(house)
    assert outcome is Outcome.REFUSED
    assert why in detail


def test_a_pack_that_was_withdrawn_before_it_was_fetched_is_reported_so(
    booth: SyncedBooth, house: House
) -> None:
    booth.booth.running = SessionId("5" * 32)
    added(house)
    house.packs.withdraw(HR, "walk")
    booth.booth.running = None
    booth.orders().attend()
    with house.database.read() as db:
        outcomes = [row.outcome for row in db.scalars(select(OrderRow).order_by(OrderRow.number))]
    assert outcomes == [Outcome.REFUSED, Outcome.DONE]


def test_hr_sees_which_booths_took_a_pack(either_house: House) -> None:
    with either_house.database.write() as db:
        for number in range(3):
            db.add(
                StationRow(
                    id=f"{number:032x}",
                    public_key=f"key {number}",
                    name=f"Booth {number}",
                    version="1",
                    status=StationStatus.ACTIVE,
                    enrolled_wall=NOW,
                    journal_hash="0" * 64,
                )
            )
    first, second = added(either_house), added(either_house, WALK + "\n")
    for number, report in ((0, Report(outcome=Outcome.DONE)), (1, _NOT_TAKEN)):
        station = f"{number:032x}"
        orders = either_house.orders.open(station).orders
        either_house.orders.report(station, orders[0].id, report)
    taken = either_house.packs.taken()
    assert (taken[first].done, taken[first].waiting) == (1, 1)
    assert taken[first].refused == ["Booth 1: it has mistakes"]
    assert taken[second].waiting == 3


_NOT_TAKEN = Report(outcome=Outcome.REFUSED, detail="it has mistakes")
