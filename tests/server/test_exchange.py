"""A station's real memory and a real server: what is kept here arrives there, whole and once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.checks import Verdict
from kiosk.domain.export import ExportOrder, ExportOutcome, ExportProgress
from kiosk.domain.ids import SessionId
from kiosk.ports.sync import AwayError, RefusedError, StoppedError, SyncError
from kiosk.wire.enrolment import Enrolled
from server.house import House
from server.identity.roles import Person, Role
from server.tables.files import PieceRow
from server.tables.stations import EntryRow, StationStatus
from storage.export.sending import Outbox, ServerDelivery
from storage.reports import SessionReport
from storage.sessions import Sessions
from storage.sync.checks import check_server
from storage.sync.confirmed import is_owed, is_unconfirmed
from storage.sync.exchange import SendingRules, ServerExchange
from storage.sync.memory import enrolment_of, keep_enrolment, line_state
from tests.server.running import listening
from tests.synced import VIDEO, SyncedBooth, insist

HR = Person("u", "Somebody", frozenset({Role.HR}))
ADMINISTRATOR = Person("u", "Somebody", frozenset({Role.ADMINISTRATOR}))


def ever() -> bool:
    return True


@pytest.fixture
def address(house: House) -> Iterator[str]:
    with listening(house) as url:
        yield url


@pytest.fixture
def booth(tmp_path: Path, house: House, address: str) -> Iterator[SyncedBooth]:
    opened = SyncedBooth(tmp_path / "data")
    opened.enrol(address, house.stations.new_code("test"))
    yield opened
    opened.close()


def test_an_interview_arrives_whole_and_is_receipted(booth: SyncedBooth, house: House) -> None:
    session = booth.interview()
    exchange = booth.exchange()
    assert is_owed(booth.storage.database, booth.storage.media, session)
    insist(exchange, lambda: booth.confirmed() == [session])
    view = house.sessions.view(HR, session)
    assert sorted(answer.question_id for answer in view.answers) == ["sorting", "story", "story"]
    video = view.file(VIDEO)
    assert video is not None
    assert (video.sha256, video.size_bytes) == (
        booth.uploads.of(session).files[VIDEO],
        len(booth.video(session)),
    )
    queue = exchange.queue()
    assert (queue.sessions, queue.size_bytes, queue.trouble) == (0, 0, "")
    assert line_state(booth.data).head_seq == len(list(booth.storage.journal.entries()))
    assert not is_owed(booth.storage.database, booth.storage.media, session)
    assert is_unconfirmed(booth.storage.database, booth.storage.media, session), (
        "the receipt is not anchored yet"
    )


def test_small_pictures_follow_when_they_are_drawn(booth: SyncedBooth, house: House) -> None:
    session = booth.interview()
    exchange = booth.exchange()
    insist(exchange, lambda: booth.confirmed() == [session])
    folder = booth.storage.media.file(session, "pictures")
    folder.mkdir()
    for name in ("thumbnail.jpg", "sprites.jpg"):
        (folder / name).write_bytes(name.encode())
    exchange.round(ever)
    assert len(booth.uploads.of(session).files) == 1  # the index is not there yet
    (folder / "sprites.vtt").write_text("WEBVTT")
    assert is_owed(booth.storage.database, booth.storage.media, session)
    insist(exchange, lambda: len(booth.uploads.of(session).files) == 4)
    view = house.sessions.view(HR, session)
    for name in ("thumbnail.jpg", "sprites.jpg", "sprites.vtt"):
        assert view.file(f"pictures/{name}") is not None
    assert not is_owed(booth.storage.database, booth.storage.media, session)


class CountingSessions(Sessions):
    """Counts how often a session is read whole."""

    read = 0

    def session(self, wanted: str) -> SessionReport:
        self.read += 1
        return super().session(wanted)


def test_what_the_server_has_is_not_read_in_every_round(booth: SyncedBooth) -> None:
    sessions = CountingSessions(booth.storage.database)
    booth.storage = replace(booth.storage, sessions=sessions)
    session = booth.interview()
    exchange = booth.exchange()
    insist(exchange, lambda: booth.confirmed() == [session])
    exchange.round(ever)
    read = sessions.read
    for _ in range(3):
        exchange.round(ever)
    assert sessions.read == read
    booth.uploads.offer_again()
    exchange.round(ever)
    assert sessions.read > read


def test_the_self_test_says_how_the_line_is(booth: SyncedBooth, tmp_path: Path) -> None:
    assert "never heard" in check_server(booth.storage).finding
    booth.interview()
    exchange = booth.exchange()
    exchange.round(lambda: False)
    assert "1 session not sent yet (0.00 GiB)" in check_server(booth.storage).finding
    exchange.failed(AwayError("the server does not answer"))
    assert check_server(booth.storage).verdict is Verdict.WARNING
    insist(exchange, lambda: not exchange.queue().sessions)
    assert check_server(booth.storage).finding.endswith("everything has been sent")
    known = enrolment_of(booth.data)
    assert known is not None
    told = Enrolled(station_id=known.station_id, server_key=known.server_key, time="2026-11-20T10:00:00.000Z")
    keep_enrolment(booth.data, "http://127.0.0.1:9", told)
    assert "nobody listens" in check_server(booth.storage).finding
    alone = SyncedBooth(tmp_path / "alone")
    assert check_server(alone.storage).verdict is Verdict.GOOD
    alone.close()


def test_a_wrong_code_introduces_nobody(tmp_path: Path, address: str) -> None:
    booth = SyncedBooth(tmp_path / "other")
    with pytest.raises(RefusedError, match="wrong"):
        booth.enrol(address, "AAAA-AAAA-AAAA")
    booth.close()


def test_pieces_arrive_while_the_interview_goes_on(booth: SyncedBooth, house: House) -> None:
    held = booth.begin(pieces=5)
    booth.cutter.grown[held.session] = VIDEO
    exchange = booth.exchange()
    exchange.round(ever)
    with house.database.read() as db:
        assert db.query(PieceRow).filter_by(session_id=held.session).count() == 5
    booth.cutter.grown.clear()
    booth.end(held)
    insist(exchange, lambda: booth.confirmed() == [held.session])


def test_nothing_is_sent_of_somebody_who_did_not_agree(booth: SyncedBooth, house: House) -> None:
    held = booth.begin()
    booth.end(held)
    exchange = booth.exchange()
    insist(exchange, lambda: booth.confirmed() == [held.session])
    from tests.interviews import Interview

    other = Interview(booth.storage.journal, booth.sessions[0].__class__("f" * 32))
    other.mono_s += 50_000
    other.begin(station_starts=False)
    other.accept()
    exchange.round(ever)
    assert "f" * 32 not in booth.uploads.all()


def test_recordings_wait_for_their_hours_and_the_rest_does_not(booth: SyncedBooth, house: House) -> None:
    session = booth.interview()
    at = [12]
    night = SendingRules(from_hour=20, until_hour=6, local_hour=lambda: at[0])
    assert booth.exchange(rules=night).round(ever)
    assert house.sessions.view(HR, session).answers
    with house.database.read() as db:
        assert db.query(PieceRow).count() == 0
    at[0] = 23
    insist(booth.exchange(rules=night), lambda: booth.confirmed() == [session])


def test_a_refused_session_is_parked_with_its_reason_and_the_next_one_goes(
    booth: SyncedBooth, house: House
) -> None:
    parked, other = booth.interview(), booth.interview()
    booth.storage.media.file(parked, VIDEO).write_bytes(b"something else".ljust(12_188))
    exchange = booth.exchange()
    insist(exchange, lambda: booth.confirmed() == [other])
    insist(exchange, lambda: bool(booth.uploads.of(parked).parked))
    assert exchange.queue().sessions == 1
    assert not exchange.round(ever), "what is parked is not tried again"
    assert booth.uploads.unpark() == 1


def test_a_frozen_station_stops_and_keeps_everything(booth: SyncedBooth, house: House) -> None:
    booth.interview()
    exchange = booth.exchange()
    (row,) = house.stations.stations()
    house.stations.set_status(ADMINISTRATOR, row.id, StationStatus.FROZEN)
    with pytest.raises(StoppedError, match="frozen"):
        exchange.round(ever)
    house.stations.set_status(ADMINISTRATOR, row.id, StationStatus.ACTIVE)
    insist(exchange, lambda: booth.confirmed() == booth.sessions)


def test_another_servers_word_is_not_taken(booth: SyncedBooth) -> None:
    file = booth.data / "server.json"
    server_key = "A" * 43
    import json

    file.write_text(json.dumps({**json.loads(file.read_text()), "server_key": server_key}))
    with pytest.raises(StoppedError, match="not signed"):
        booth.exchange().round(ever)


def test_a_server_that_is_away_is_said_so(booth: SyncedBooth) -> None:
    exchange = booth.exchange("http://127.0.0.1:9")
    with pytest.raises(AwayError) as caught:
        exchange.round(ever)
    exchange.failed(caught.value)
    assert "does not answer" in exchange.queue().trouble
    assert not exchange.knock()


def test_entries_arrive_once_however_often_they_are_sent(booth: SyncedBooth, house: House) -> None:
    booth.interview()
    for _ in range(3):
        booth.exchange().round(ever)
    with house.database.read() as db:
        assert db.query(EntryRow).count() == len(list(booth.storage.journal.entries()))


class Rounds:
    """A courier without a thread: it goes a round whenever somebody looks how it is."""

    def __init__(self, exchange: ServerExchange) -> None:
        self._exchange = exchange

    def hurry(self, sessions: Sequence[SessionId]) -> None:
        self._exchange.hurry(sessions)

    def trouble(self) -> str:
        try:
            self._exchange.round(ever)
        except SyncError as error:
            return str(error)
        return ""


def delivered(booth: SyncedBooth, exchange: ServerExchange, *sessions: SessionId) -> ExportProgress:
    outbox = Outbox(booth.storage.database, Rounds(exchange))
    delivery = ServerDelivery(ExportOrder(sessions), outbox, wait=lambda _: None)
    assert delivery.run() is delivery.watch.progress.outcome
    return delivery.watch.progress


def test_what_hr_hands_over_goes_first_at_any_hour_and_is_signed_for(booth: SyncedBooth) -> None:
    first, wanted = booth.interview(), booth.interview()
    noon = SendingRules(from_hour=20, until_hour=6, local_hour=lambda: 12)
    progress = delivered(booth, booth.exchange(rules=noon), wanted)
    assert progress.outcome is ExportOutcome.DONE_ON_SERVER
    (receipt,) = progress.receipts
    assert receipt.session == wanted
    assert receipt.files >= 1
    assert booth.confirmed() == [wanted], "the other one waits for the night"
    assert VIDEO not in booth.uploads.of(first).files


def test_what_the_server_refuses_is_told(booth: SyncedBooth) -> None:
    session = booth.interview()
    booth.storage.media.file(session, VIDEO).write_bytes(b"something else".ljust(12_188))
    assert delivered(booth, booth.exchange(), session).outcome is ExportOutcome.SERVER_REFUSED


def test_what_cannot_be_sent_now_stays_in_the_queue(booth: SyncedBooth, house: House) -> None:
    session = booth.interview()
    exchange = booth.exchange()
    (row,) = house.stations.stations()
    house.stations.set_status(ADMINISTRATOR, row.id, StationStatus.FROZEN)
    assert delivered(booth, exchange, session).outcome is ExportOutcome.SERVER_LATER
    assert is_owed(booth.storage.database, booth.storage.media, session)


def test_what_is_sealed_cannot_be_handed_over(booth: SyncedBooth) -> None:
    assert delivered(booth, booth.exchange(), SessionId("0" * 32)).outcome is ExportOutcome.SESSION_CLOSED
