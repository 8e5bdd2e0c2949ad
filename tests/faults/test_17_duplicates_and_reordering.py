"""Whatever is sent twice, late or in any order: the server ends up with the same."""

import random
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kiosk.wire.journal import EventBatch
from kiosk.wire.pieces import FileManifest, FileState
from kiosk.wire.session import SessionDocument
from server.bodies import Spooled
from server.errors import ConflictError, NotFoundError
from server.house import House
from server.identity.roles import Person, Role
from server.identity.secrets import new_id
from server.stations.service import Station
from server.tables.stations import StationRow, StationStatus
from tests.server.booth import FakeStation, manifest, sha256, whole_document
from tests.trouble.counts import often
from tests.trouble.figures import Tell

HISTORIES = often(10_000, usually=25)
ENTRIES, REVISIONS = 12, 4
PIECES = [b"first", b"second", b"third"]
HR = Person("u", "Somebody", frozenset({Role.HR}))

Act = tuple[str, int, int]
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.tuples(st.just("entries"), st.integers(0, ENTRIES - 1), st.integers(1, ENTRIES)),
    st.tuples(st.just("document"), st.integers(1, REVISIONS), st.just(0)),
    st.tuples(st.just("piece"), st.integers(0, len(PIECES) - 1), st.just(0)),
    st.tuples(st.just("announce"), st.just(0), st.just(0)),
    st.tuples(st.just("assemble"), st.just(0), st.just(0)),
    st.tuples(st.just("receipt"), st.just(0), st.just(0)),
)


@dataclass
class Booth:
    """A station that keeps to the protocol in every act, and to no order at all."""

    house: House
    script: FakeStation
    session: str = field(default_factory=new_id)
    station: Station = field(init=False)

    def __post_init__(self) -> None:
        self.station = Station(new_id(), "Booth")
        with self.house.database.write() as db:
            db.add(
                StationRow(
                    id=self.station.id,
                    public_key=new_id(),
                    name="Booth",
                    version="1",
                    status=StationStatus.ACTIVE,
                    enrolled_wall="",
                    journal_hash="0" * 64,
                )
            )

    def act(self, what: str, first: int, second: int) -> None:
        match what:
            case "entries":
                entries = tuple(self.script.entries[first : first + second])
                self.house.journals.append(self.station, EventBatch(entries=entries))
            case "document":
                told = SessionDocument.model_validate(whole_document(self.session, first))
                self.house.documents.keep(self.station, told)
            case "piece":
                path = self.house.blobs.spool / new_id()
                path.write_bytes(PIECES[first])
                body = Spooled(path, len(PIECES[first]), sha256(PIECES[first]))
                self.house.pieces.keep(self.station, self.session, body.sha256, body)
                path.unlink(missing_ok=True)
            case "announce":
                told_file = FileManifest.model_validate(manifest(PIECES))
                self.house.pieces.announce(self.station, self.session, told_file)
            case "assemble":
                self.house.assembly.assemble(self.session, "video_files/a.mp4")
            case "receipt":
                self.house.pieces.receipt(self.station, self.session)

    def try_(self, act: Act) -> None:
        """A gap, or a session that is not known yet, is refused; anything else is a mistake."""
        try:
            self.act(*act)
        except (ConflictError, NotFoundError) as refused:
            if refused.code not in ("gap", "unknown"):
                raise

    def settle(self) -> None:
        """Go on until the server has everything, as a station does when the line is up again."""
        seq = self.house.journals.head(self.station).seq
        if seq < ENTRIES:
            self.act("entries", seq, ENTRIES)
        self.act("document", REVISIONS, 0)
        for number in range(len(PIECES)):
            self.act("piece", number, 0)
        self.act("announce", 0, 0)
        self.act("assemble", 0, 0)

    def state(self) -> dict[str, Any]:
        """All that the server has of this station."""
        head = self.house.journals.head(self.station)
        view = self.house.sessions.view(HR, self.session)
        parts = (view.questions, view.answers, view.messages, view.code, view.issues)
        return {
            "journal": (head.seq, head.hash),
            "revision": view.row.revision,
            "rows": [len(part) for part in parts],
            "files": [(file.name, file.sha256, file.size_bytes, file.state) for file in view.files],
            "alerts": self.house.live.alerts(),
        }


@pytest.fixture
def script(client: TestClient) -> FakeStation:
    written = FakeStation(client)
    written.happen(ENTRIES)
    return written


def right(script: FakeStation) -> dict[str, Any]:
    return {
        "journal": (ENTRIES, script.entries[-1].hash),
        "revision": REVISIONS,
        "rows": [1, 1, 1, 1, 1],
        "files": [("video_files/a.mp4", sha256(b"".join(PIECES)), 16, FileState.KEPT)],
        "alerts": [],
    }


@pytest.mark.timeout(3600)
def test_any_order_and_any_number_of_times_leads_to_the_same(
    house: House, script: FakeStation, tell: Tell
) -> None:
    histories = 0

    @settings(max_examples=HISTORIES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(history=st.lists(ACTS, max_size=40))
    def leads_to_the_same(history: list[Act]) -> None:
        nonlocal histories
        histories += 1
        booth = Booth(house, script)
        for act in history:
            booth.try_(act)
        booth.settle()
        assert booth.state() == right(script)

    leads_to_the_same()
    tell(17, f"histories that led to another state, of {histories:,}", "0", 0)


def test_a_state_that_lacks_something_would_be_seen(house: House, script: FakeStation) -> None:
    booth = Booth(house, script)
    booth.settle()
    assert booth.state() == right(script)
    other = Booth(house, script)
    other.act("document", 1, 0)
    assert other.state() != right(script)


def test_everything_twice_and_shuffled_over_the_network(house: House, station: FakeStation) -> None:
    session = "a" * 32
    entries = station.happen(ENTRIES)
    assert station.tell(session, 1).status_code == 200
    sends = [partial(station.send, entries[at : at + 3]) for at in range(ENTRIES - 2)]
    sends += [partial(station.tell, session, revision) for revision in range(1, 5)]
    sends += [partial(station.bring, session, piece) for piece in PIECES]
    chance = random.Random(17)
    for _ in range(2):
        chance.shuffle(sends)
        for send in sends:
            assert send().status_code in (200, 204, 409)
    seq = station.ask("GET", "/journal").json()["seq"]
    assert station.send(entries[seq:] or entries[-1:]).json()["seq"] == ENTRIES
    assert station.tell(session, 1).json()["revision"] == 4
    assert [alert.kind for alert in house.live.alerts()] == []
