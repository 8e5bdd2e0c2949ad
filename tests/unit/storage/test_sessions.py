import pytest

from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from storage.errors import NotFoundError
from storage.positions import position_s
from storage.station import Storage, open_station
from tests.interviews import SESSION, Interview


def test_the_newest_session_comes_first(storage: Storage) -> None:
    for number in "ab":
        interview = Interview(storage.journal, SessionId(number * 32))
        interview.wall = interview.wall.replace(hour=12 + "ab".index(number))
        interview.begin()
        interview.accept()
    assert [session.id[0] for session in storage.sessions.list_sessions()] == ["b", "a"]


def test_a_session_is_found_by_the_beginning_of_its_id(storage: Storage) -> None:
    for session in ("ab" + "0" * 30, "ac" + "0" * 30):
        interview = Interview(storage.journal, SessionId(session))
        interview.begin()
        interview.accept()
    assert storage.sessions.session("AB").summary.id.startswith("ab")
    with pytest.raises(NotFoundError, match="several sessions"):
        storage.sessions.session("a")
    for unknown in ("", "f", "%", "_b"):
        with pytest.raises(NotFoundError, match="no session"):
            storage.sessions.session(unknown)


def test_another_process_can_read_while_the_interview_runs(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    elsewhere = open_station(storage.media.data, writable=False)
    assert elsewhere.sessions.session(SESSION).summary.asked == 1
    assert elsewhere.journal.verify().ok
    elsewhere.close()


def test_an_answer_is_found_in_the_recording(storage: Storage, interview: Interview) -> None:
    interview.whole()
    first, second = storage.sessions.session(SESSION).questions
    assert [(answer.start_s, answer.end_s) for answer in first.answers] == [(5.2, 20.2), (22.0, 30.2)]
    assert [(answer.start_s, answer.end_s) for answer in second.answers] == [(35.2, 45.2)]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (Moment("2026-11-20T12:00:15.000Z", "boot-1", 1014.0), None),
        (Moment("2026-11-20T12:00:15.000Z", "boot-1", 1014.8), 0.0),
        (Moment("2026-11-20T12:00:30.000Z", "boot-1", 1030.0), 15.2),
        (Moment("2026-11-20T12:00:40.000Z", "boot-1", 1040.0), 22.0),
        (Moment("2026-11-20T12:00:45.000Z", "boot-1", 1045.0), 25.2),
        (Moment("2026-11-20T12:30:00.000Z", "boot-1", 3000.0), 46.4),
        (Moment("2026-11-20T12:30:00.000Z", "boot-2", 3.0), 46.4),
    ],
)
def test_an_instant_is_placed_by_the_clock_of_its_boot(
    interview: Interview, moment: Moment, expected: float | None
) -> None:
    assert position_s(interview.recording(), moment) == expected


def test_without_a_recording_nothing_has_a_position(interview: Interview) -> None:
    assert position_s(None, interview.now()) is None
