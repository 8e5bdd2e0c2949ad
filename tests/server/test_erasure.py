"""An erasure on the server: nothing of the person stays, whatever happens at the same time."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kiosk.wire.orders import Invite
from server.blobs.store import Blobs
from server.bodies import Spooled
from server.compat.shapes import StartSession
from server.errors import BusyError, ConflictError, GoneError, NotFoundError
from server.files.assembly import Assembly
from server.files.pieces import Pieces
from server.house import House
from server.identity.roles import Person, Role
from server.invitations.service import Candidate
from server.jobs.in_process import InProcessJobs
from server.keeping.service import Keeping
from server.recordings.service import Uploads
from server.sessions.service import Sessions
from server.signing import ServerKey
from server.stations.service import Station
from tests.server.booth import FakeStation, manifest, sha256

HR = Person("1" * 32, "Somebody", frozenset({Role.HR}))
SESSION, CANDIDATE = "a" * 32, "c" * 32
VALID = ("2020-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z")
MARK, MARKED = b"quixotine", "Quixotine Marker"


class Interrupted:
    """An object store in which something else happens when bytes are taken or removed."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self.spool = blobs.spool
        self.read, self.size, self.remove, self.close = blobs.read, blobs.size, blobs.remove, blobs.close
        self.place, self.sessions_below = blobs.place, blobs.sessions_below
        self.before_take: Callable[[], None] = _nothing
        self.after_removing: Callable[[], None] = _nothing

    def take(self, key: str, file: Path) -> None:
        happens, self.before_take = self.before_take, _nothing
        happens()
        self._blobs.take(key, file)

    def remove_below(self, prefix: str) -> int:
        removed = self._blobs.remove_below(prefix)
        happens, self.after_removing = self.after_removing, _nothing
        happens()
        return removed


def _nothing() -> None:
    """Nothing happens."""


def files_of(house: House, folder: str) -> list[Path]:
    below = house.blobs.spool.parent / folder
    return [path for path in below.rglob("*") if path.is_file()]


def spooled(house: House, data: bytes) -> Spooled:
    file = house.blobs.spool / f"test-{sha256(data)[:8]}"
    file.write_bytes(data)
    return Spooled(file, len(data), sha256(data))


@pytest.fixture
def booth(house: House, station: FakeStation) -> Station:
    """The station that the requests of ``station`` come from."""
    station.tell(SESSION)
    (row,) = house.stations.stations()
    return Station(row.id, row.name)


def test_no_name_of_an_invited_person_stays_in_the_data_folder(
    house: House, client: TestClient, station: FakeStation
) -> None:
    invited = house.invitations.invite(HR, Candidate(MARKED), "general", VALID)
    told = station.ask("GET", "/orders").json()["orders"]
    assert [order["task"]["candidate_name"] for order in told] == [MARKED]
    station.tell(SESSION, candidate_id=invited.candidate_id, candidate_name=MARKED)
    data = house.blobs.spool.parent.parent
    assert holding(data), "the name is found where it is"
    house.sessions.erase(HR, invited.candidate_id)
    assert holding(data) == []
    kinds = [order["task"]["kind"] for order in station.ask("GET", "/orders").json()["orders"]]
    assert kinds == ["erase"], "nobody is told to let them in"


def holding(data: Path) -> list[str]:
    files = [path for path in data.rglob("*") if path.is_file()]
    return [path.name for path in files if MARK in path.read_bytes().lower()]


def test_an_order_to_invite_names_the_person_as_they_are_called_now(
    house: House, client: TestClient, station: FakeStation
) -> None:
    house.invitations.invite(HR, Candidate("Candidate One"), "general", VALID)
    (order,) = house.orders.open(house.stations.stations()[0].id).orders
    assert isinstance(order.task, Invite)
    assert order.task.candidate_name == "Candidate One"


def test_a_piece_that_comes_during_an_erasure_leaves_nothing(house: House, booth: Station) -> None:
    blobs = Interrupted(house.blobs)
    pieces = Pieces(house.database, blobs, InProcessJobs(), _key(), 7)
    blobs.before_take = lambda: house.sessions.erase(HR, CANDIDATE)
    body = spooled(house, b"a face")
    with pytest.raises(NotFoundError):
        pieces.keep(booth, SESSION, body.sha256, body)
    assert files_of(house, "pieces") == []


def test_a_piece_that_comes_when_the_bytes_have_gone_leaves_nothing(house: House, booth: Station) -> None:
    blobs = Interrupted(house.blobs)
    body = spooled(house, b"a face")

    def late() -> None:
        house.pieces.keep(booth, SESSION, body.sha256, body)

    def after_the_last_kind() -> None:
        blobs.after_removing = after_the_pieces

    def after_the_pieces() -> None:
        blobs.after_removing = late

    blobs.after_removing = after_the_last_kind
    Sessions(house.database, blobs).erase(HR, CANDIDATE)
    assert files_of(house, "pieces") == []


def test_a_file_that_is_assembled_during_an_erasure_leaves_nothing(
    house: House, station: FakeStation, booth: Station
) -> None:
    body = spooled(house, b"a face")
    house.pieces.keep(booth, SESSION, body.sha256, body)
    house.jobs.stop()
    announced = manifest([b"a face"])
    assert station.ask("PUT", f"/sessions/{SESSION}/files", announced).json()["state"] == "assembling"
    blobs = Interrupted(house.blobs)
    blobs.before_take = lambda: house.sessions.erase(HR, CANDIDATE)
    Assembly(house.database, blobs).assemble(SESSION, announced["name"])
    assert files_of(house, "files") == []


def test_a_file_that_is_assembled_twice_at_once_stays(
    house: House, station: FakeStation, booth: Station
) -> None:
    body = spooled(house, b"a face")
    house.pieces.keep(booth, SESSION, body.sha256, body)
    house.jobs.stop()
    announced = manifest([b"a face"])
    station.ask("PUT", f"/sessions/{SESSION}/files", announced)
    blobs = Interrupted(house.blobs)
    blobs.before_take = lambda: house.assembly.assemble(SESSION, announced["name"])
    Assembly(house.database, blobs).assemble(SESSION, announced["name"])
    assert len(files_of(house, "files")) == 1


def test_a_recording_that_a_program_brings_during_an_erasure_leaves_nothing(
    house: House, client: TestClient
) -> None:
    invited = house.invitations.invite(HR, Candidate("Candidate One"), "general", VALID)
    row = house.conducting.start(HR, StartSession(interview_token=invited.code))
    blobs = Interrupted(house.blobs)
    uploads = Uploads(house.database, blobs, InProcessJobs(), 1 << 30)
    blobs.before_take = lambda: house.sessions.erase(HR, invited.candidate_id)
    with pytest.raises(NotFoundError):
        uploads.chunk(HR, row.session_id, 0, spooled(house, b"....ftypisom"), final=False)
    assert files_of(house, "chunks") == []


def test_a_chunk_that_is_refused_takes_no_room(house: House, client: TestClient) -> None:
    invited = house.invitations.invite(HR, Candidate("Candidate One"), "general", VALID)
    session = house.conducting.start(HR, StartSession(interview_token=invited.code)).session_id
    house.uploads.chunk(HR, session, 0, spooled(house, b"one"), final=False)
    for other in (b"two", b"three"):
        with pytest.raises(ConflictError):
            house.uploads.chunk(HR, session, 0, spooled(house, other), final=False)
    house.uploads.chunk(HR, session, 0, spooled(house, b"one"), final=False)
    assert [path.read_bytes() for path in files_of(house, "chunks")] == [b"one"]


def test_what_is_held_while_the_bytes_go_is_refused_and_said(house: House, booth: Station) -> None:
    blobs = Interrupted(house.blobs)
    keeping = Keeping(house.database, house.sessions, _key(), 0)
    refused: list[Exception] = []

    def hold() -> None:
        try:
            keeping.hold(HR, SESSION, "a dispute")
        except GoneError as error:
            refused.append(error)

    blobs.after_removing = hold
    Sessions(house.database, blobs).erase(HR, CANDIDATE)
    assert len(refused) == 1, "a hold is true or it is refused"
    assert house.keeping.proof(CANDIDATE).left == 0


def test_nobody_begins_anything_with_a_person_who_is_being_erased(house: House, client: TestClient) -> None:
    invited = house.invitations.invite(HR, Candidate("Candidate One"), "general", VALID)
    session = house.conducting.start(HR, StartSession(interview_token=invited.code)).session_id
    blobs = Interrupted(house.blobs)
    refused: list[Exception] = []

    def meanwhile() -> None:
        begin = (
            lambda: house.conducting.start(HR, StartSession(interview_token=invited.code)),
            lambda: house.invitations.invite(HR, Candidate(id=invited.candidate_id), "general", VALID),
        )
        for one in begin:
            with pytest.raises(GoneError) as error:
                one()
            refused.append(error.value)

    blobs.after_removing = meanwhile
    Sessions(house.database, blobs).erase(HR, invited.candidate_id)
    assert len(refused) == 2
    with pytest.raises(NotFoundError):
        house.sessions.station_of(session)


def test_an_erasure_that_the_object_store_stopped_is_gone_on_with(
    house: House, station: FakeStation, booth: Station
) -> None:
    blobs = Interrupted(house.blobs)

    def refuse() -> None:
        raise BusyError("no answer")

    blobs.after_removing = refuse
    with pytest.raises(BusyError):
        Sessions(house.database, blobs).erase(HR, CANDIDATE)
    assert house.keeping.proof(CANDIDATE).complete is False
    assert station.tell(SESSION, 2).json()["error"] == "erased", "nothing new of them is taken meanwhile"
    house.sessions.erase(HR, CANDIDATE)
    assert house.keeping.proof(CANDIDATE).left == 0


def test_a_document_that_crosses_an_erasure_brings_nobody_back(
    either_house: House, either_station: FakeStation
) -> None:
    """Many times, because the two have to meet."""
    for number in range(12):
        person, session = f"{number:032x}", f"{number + 100:032x}"
        either_station.tell(session, candidate_id=person)
        telling = threading.Thread(
            target=lambda s=session, p=person: [
                either_station.tell(s, revision, candidate_id=p) for revision in range(2, 6)
            ]
        )
        telling.start()
        either_house.sessions.erase(HR, person)
        telling.join()
        assert either_house.keeping.proof(person).left == 0
        assert either_station.tell(session, 99, candidate_id=person).json()["error"] == "erased"


def _key() -> ServerKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return ServerKey(Ed25519PrivateKey.generate())
