"""What the tables say is held to the journal, session by session, and mended."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kiosk.domain.checks import Verdict
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.staff import PinProblem, Role
from kiosk.domain.standing import FinalStatus
from kiosk.flow.events import HelpRequested, NewInterviewRequested, StationStarted
from kiosk.flow.facts import FaultCleared, FaultRaised
from kiosk.flow.reviews import NoteWritten, SessionDecided
from kiosk.flow.staff import (
    InstantMarked,
    OverrideRequested,
    RetentionLocked,
    StaffEntered,
    StaffLeft,
    StaffRefused,
)
from storage import checks
from storage.station import Storage
from storage.truth import Truth, compare_some
from tests.interviews import SESSION, STORY, Interview
from tests.unit.storage.test_projections import JOURNEYS, rows

OTHER = SessionId("0f" * 16)
DAMAGE = (
    "UPDATE answers SET spoken_s = spoken_s + 1000",
    "UPDATE questions SET text = 'something that nobody asked'",
    "UPDATE sessions SET final_status = 'passed', completed_wall = '2020-01-01T00:00:00.000Z'",
    "UPDATE sessions SET status = 'nonsense'",
    "UPDATE answers SET outcome = 'zzz'",
    "UPDATE messages SET duration_s = 'x'",
    "DELETE FROM answers",
    "DELETE FROM segments",
    "UPDATE recordings SET sha256 = replace(sha256, 'a', 'b')",
    "UPDATE decisions SET reason = 'because'",
    "UPDATE notes SET text = 'no'",
    "UPDATE issues SET detail = 'nothing' WHERE session_id IS NOT NULL",
    "UPDATE issues SET cleared_wall = NULL, cleared_boot_id = NULL, cleared_mono_s = NULL",
    "UPDATE issues SET session_id = NULL",
    "DELETE FROM issues",
)


@pytest.fixture
def truth(storage: Storage) -> Truth:
    return Truth(storage.database, storage.journal.keys)


@pytest.fixture
def two(storage: Storage, interview: Interview) -> Interview:
    """Two interviews, and what HR wrote about the first while the second was held."""
    interview.arrive_and_ask()
    interview.happen(
        StaffEntered("Sam", Role.PROCTOR),
        FaultRaised(Fault(FaultCode.DISK_LOW, "900 MiB")),
        InstantMarked("Sam", "a good answer"),
    )
    interview.answer_all()
    interview.finish()
    interview.happen(NewInterviewRequested())
    other = Interview(storage.journal, OTHER, boot="boot-2")
    other.arrive_and_ask()
    other.happen(
        RetentionLocked(SESSION, "HR", "a dispute"),
        NoteWritten(SESSION, "HR", "see the second answer", 3.0),
        SessionDecided(SESSION, "HR", FinalStatus.PASSED, "calm"),
    )
    other.answer_all()
    other.finish()
    return other


@pytest.mark.parametrize("journey", JOURNEYS)
def test_what_is_sound_is_found_sound(journey: Any, interview: Interview, truth: Truth) -> None:
    journey(interview)
    assert truth.differing(SESSION) == ()


def test_an_issue_that_ended_in_the_next_interview_is_found_sound(
    interview: Interview, truth: Truth, storage: Storage
) -> None:
    interview.arrive_and_ask()
    interview.happen(
        FaultRaised(Fault(FaultCode.DISK_LOW, "900 MiB")),
        StaffEntered("Sam", Role.PROCTOR),
        StaffRefused("Kim", PinProblem.LOCKED),
    )
    interview.answer_all()
    interview.finish()
    interview.happen(NewInterviewRequested(), HelpRequested())
    interview.session = OTHER
    interview.begin(station_starts=False)
    interview.accept()
    interview.consent()
    interview.happen(
        HelpRequested(),
        FaultRaised(Fault(FaultCode.DISK_LOW, "800 MiB")),
        FaultCleared(FaultCode.DISK_LOW),
        StaffRefused("Kim", PinProblem.LOCKED),
        StaffLeft("Sam"),
        FaultRaised(Fault(FaultCode.DISK_LOW, "700 MiB")),
    )
    assert [truth.differing(session) for session in (SESSION, OTHER)] == [(), ()]
    issues = [issue.code for issue in storage.sessions.session(OTHER).issues]
    assert issues == [FaultCode.DISK_LOW], "what lasted from before began before"


def test_what_staff_had_passed_over_is_no_fault_of_an_interview(interview: Interview, truth: Truth) -> None:
    broken = FaultRaised(Fault(FaultCode.TEST_FAILED, "no voice"))
    interview.happen(StationStarted("0.1.0"), broken, OverrideRequested("Sam", "a drill"))
    interview.begin(station_starts=False)
    interview.accept()
    interview.consent()
    interview.check_devices()
    interview.start_recording()
    interview.happen(broken)
    interview.ask(STORY)
    interview.answer_all()
    interview.finish()
    assert truth.differing(SESSION) == ()


def test_what_came_late_and_between_others_is_found_sound(two: Interview, truth: Truth) -> None:
    assert [truth.differing(session) for session in (SESSION, OTHER)] == [(), ()]


def test_whatever_was_changed_in_a_table_is_found_and_mended(
    two: Interview, truth: Truth, storage: Storage, tmp_path: Path
) -> None:
    before = rows(storage)
    for damage in DAMAGE:
        with storage.database.write() as db:
            db.execute(text(damage))
        found = compare_some(truth, tmp_path / "run" / "compared", 60.0)
        assert (found.compared, found.of, found.damaged) == (2, 2, ()), damage
        assert found.mended, damage
        assert rows(storage) == before, damage
    assert storage.journal.verify().ok


def test_a_session_that_is_gone_from_the_tables_comes_back(
    two: Interview, truth: Truth, storage: Storage, tmp_path: Path
) -> None:
    before = rows(storage)
    with storage.database.write() as db:
        db.execute(text("PRAGMA defer_foreign_keys = ON"))
        for table in ("decisions", "notes", "keeping", "gaps", "segments", "recordings", "messages"):
            db.execute(text(f"DELETE FROM {table} WHERE session_id = :s"), {"s": SESSION})
    assert compare_some(truth, tmp_path / "compared", 60.0).mended == (SESSION,)
    assert rows(storage) == before


def test_a_round_goes_on_where_the_last_one_stopped(two: Interview, truth: Truth, tmp_path: Path) -> None:
    clock = iter(range(100))

    def one_second_each() -> float:
        return float(next(clock))

    cursor = tmp_path / "compared"
    rounds = [compare_some(truth, cursor, 1.0, one_second_each).compared for _ in range(2)]
    assert rounds == [1, 1]
    assert cursor.read_text() == OTHER


def test_the_self_test_finds_it_mends_it_and_says_so(two: Interview, storage: Storage) -> None:
    assert checks.check_tables(storage).verdict is Verdict.GOOD
    with storage.database.write() as db:
        db.execute(text(DAMAGE[0]))
    check = checks.check_tables(storage, 60.0)
    assert check.verdict is Verdict.WARNING
    assert "2 mended from the journal" in check.finding
    assert checks.check_tables(storage).verdict is Verdict.GOOD


def test_who_is_being_interviewed_is_left_alone(interview: Interview, truth: Truth) -> None:
    interview.arrive_and_ask()
    assert truth.sessions() == []
