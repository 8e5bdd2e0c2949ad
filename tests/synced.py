"""A station with real memory that belongs to a server: it holds interviews and sends them."""

import hashlib
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.domain.ids import CandidateId, SessionId
from kiosk.domain.invitation import Invitation
from kiosk.domain.recording import Recording
from kiosk.flow.events import EndConfirmed, Event, NewInterviewRequested
from kiosk.flow.facts import RecordingFinished
from kiosk.packs.received import ReceivedPacks
from kiosk.ports.sync import AwayError
from kiosk.wire.enrolment import Enrol
from storage.signing import StationKey
from storage.station import Storage, open_station
from storage.sync.enrolling import enrol
from storage.sync.exchange import SendingRules, ServerExchange
from storage.sync.line import Line, Pace
from storage.sync.memory import Enrolment, Uploads, enrolment_of
from storage.sync.orders import ServerOrders
from tests.interviews import PACK, Interview

SHIPPED = Path(__file__).parents[1] / "assets" / "packs"
PIECE_BYTES = 4096
VIDEO = "video_files/interview.mp4"


@dataclass(frozen=True)
class Cut:
    offset: int
    length: int
    sha256: str


class FakeCutter:
    """Cuts files into small pieces; what ``grown`` holds is being recorded."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.grown: dict[SessionId, str] = {}

    def growing(self, session: SessionId) -> Sequence[tuple[str, Cut]]:
        name = self.grown.get(session)
        return [(name, piece) for piece in self._cut(session, name)] if name else []

    def finished(self, session: SessionId, recording: Recording) -> Sequence[Cut]:
        return self._cut(session, recording.file)

    def _cut(self, session: SessionId, name: str) -> Sequence[Cut]:
        data = self.storage.media.file(session, name).read_bytes()
        pieces = [(at, data[at : at + PIECE_BYTES]) for at in range(0, len(data), PIECE_BYTES)]
        return [Cut(at, len(piece), hashlib.sha256(piece).hexdigest()) for at, piece in pieces]


class PowerCutError(Exception):
    """The station is gone in the middle of something."""


class FakeBooth:
    """Does what it is asked while ``willing``."""

    def __init__(self) -> None:
        self.dies = False
        self.willing = True
        self.running: SessionId | None = None
        self.acts: list[Event] = []
        self.notes: list[Event] = []

    def session(self) -> SessionId | None:
        return self.running

    def act(self, event: Event) -> bool:
        if self.dies:
            raise PowerCutError
        if self.willing:
            self.acts.append(event)
        return self.willing

    def note(self, event: Event) -> None:
        self.notes.append(event)


class SyncedBooth:
    """Opened on ``data``; close it at the end."""

    def __init__(self, data: Path, seed: int = 1) -> None:
        self.data = data
        self.storage = open_station(data)
        self.cutter = FakeCutter(self.storage)
        self.booth = FakeBooth()
        self.shelf = ReceivedPacks(data / "packs", [SHIPPED], lambda pack: None)
        self.chance = random.Random(seed)
        self.sessions: list[SessionId] = []
        self._exchange: ServerExchange | None = None
        self._desk: ServerOrders | None = None
        self._started = False

    def enrol(self, url: str, code: str) -> None:
        enrol(self.data, url, Enrol(code=code, name="Booth 1", version="1.0"))

    def exchange(self, url: str = "", rules: SendingRules | None = None) -> ServerExchange:
        """The line to the server it was introduced to, or to the same at another address."""
        found = enrolment_of(self.data)
        assert found is not None
        known = Enrolment(url or found.url, found.station_id, found.server_key)
        self.hang_up()
        rules = rules or SendingRules()
        self._exchange = ServerExchange(self.storage, self.cutter, known, rules)
        return self._exchange

    def orders(self) -> ServerOrders:
        """Where the server's orders are done; what was begun before is known from the disk."""
        found = enrolment_of(self.data)
        assert found is not None
        if self._desk is not None:
            self._desk.close()
        line = Line(found.url, StationKey.load_or_create(self.data), Pace(0.0))
        self._desk = ServerOrders(self.storage, line, self.booth, self.shelf)
        return self._desk

    def begin(self, pieces: int = 3) -> Interview:
        """An interview with its first question asked, and some of it recorded."""
        session = SessionId(f"{len(self.sessions) + 1:032x}")
        held = Interview(self.storage.journal, session)
        held.mono_s += 10_000 * len(self.sessions)
        held.begin(station_starts=not self._started)
        self._started = True
        held.accept(Invitation(f"{session[:16]}{'a' * 16}", CandidateId("c" * 31 + session[-1]), PACK.id))
        held.consent()
        held.check_devices()
        held.start_recording()
        data = self.chance.randbytes(pieces * PIECE_BYTES - 100)
        (self.storage.media.session_folder(session) / VIDEO).write_bytes(data)
        self.sessions.append(session)
        return held

    def end(self, held: Interview) -> SessionId:
        """The candidate answers and goes; the recording is finished."""
        from tests.interviews import STORY

        held.ask(STORY)
        held.answer_all()
        data = (self.storage.media.session_folder(held.session) / VIDEO).read_bytes()
        made = replace(
            held.recording(), file=VIDEO, sha256=hashlib.sha256(data).hexdigest(), size_bytes=len(data)
        )
        held.happen(EndConfirmed(), RecordingFinished(held.session, made), NewInterviewRequested())
        return held.session

    def interview(self, pieces: int = 3) -> SessionId:
        """A whole one."""
        return self.end(self.begin(pieces))

    def video(self, session: SessionId) -> bytes:
        return self.storage.media.file(session, VIDEO).read_bytes()

    @property
    def uploads(self) -> Uploads:
        return Uploads(self.storage.database)

    def confirmed(self) -> list[SessionId]:
        """The sessions a receipt speaks for, with their recordings."""
        known = self.uploads.all()
        receipts = {one: known[one].receipt for one in self.sessions if one in known}
        return [one for one, receipt in receipts.items() if receipt and receipt.files]

    def hang_up(self) -> None:
        if self._exchange is not None:
            self._exchange.close()
            self._exchange = None
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def close(self) -> None:
        self.hang_up()
        self.storage.close()


def insist(exchange: ServerExchange, enough: Callable[[], bool], rounds: int = 400) -> int:
    """Rounds, also failing ones, until it is enough; how many."""
    import time

    for number in range(1, rounds + 1):
        with suppress(AwayError):
            exchange.round(lambda: True)
        if enough():
            return number
        time.sleep(0.01)  # the server assembles files in the background
    raise AssertionError("never enough")
