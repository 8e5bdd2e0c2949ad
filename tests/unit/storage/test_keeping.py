"""How long sessions are kept, and what the tables tell of those that are sealed or erased."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.domain.accommodations import Accommodations
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.keeping import ErasureCause
from kiosk.flow.events import EndConfirmed, NewInterviewRequested, SessionSealed, StationStarted
from kiosk.flow.facts import RecordingFinished
from kiosk.flow.staff import ErasureOrdered, RetentionLocked, RetentionReleased
from storage.privacy.codes import DeleteCodes
from storage.privacy.keeping import CLOCK_LEAP, GUESTS_KEPT, SealPolicy, SqlKeeping
from storage.signing import StationKey
from storage.station import Storage
from storage.tables import CandidateRow, InvitationRow, KeepingRow, SessionRow
from storage.times import wall
from tests.interviews import NOON, PACK, SESSION, STORY, Interview
from tests.markers import SESSION as MARKED
from tests.markers import found_in, plant
from tests.unit.storage.test_projections import rows

LATER = timedelta(days=181)


def keeping(storage: Storage, now: datetime) -> SqlKeeping:
    return SqlKeeping(storage.database, storage.media, SealPolicy(), lambda: now)


def past(storage: Storage, after: timedelta) -> tuple[Any, ...]:
    return keeping(storage, NOON + after).past_their_days()


def test_a_session_is_due_when_its_packs_days_are_over(storage: Storage, interview: Interview) -> None:
    interview.whole()
    assert past(storage, timedelta(days=179)) == ()
    assert past(storage, LATER) == (SESSION,)


def test_a_session_that_runs_is_never_due(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    assert past(storage, LATER) == ()


def test_a_locked_session_is_kept_until_it_is_released(storage: Storage, interview: Interview) -> None:
    interview.whole()
    interview.happen(RetentionLocked(SESSION, "Sam", "a dispute"))
    assert past(storage, LATER) == ()
    interview.happen(ErasureOrdered(SESSION, "Sam", ErasureCause.STAFF))
    assert storage.sessions.session(SESSION).questions, "an order against the lock is refused"
    interview.happen(RetentionReleased(SESSION, "Sam"))
    assert past(storage, LATER) == (SESSION,)


def test_a_clock_that_leapt_erases_nothing(storage: Storage, interview: Interview) -> None:
    interview.whole()
    assert keeping(storage, NOON + LATER).due() == ()
    ticking = [NOON + timedelta(days=1)]
    honest = SqlKeeping(storage.database, storage.media, SealPolicy(), lambda: ticking[-1])
    ticking.append(NOON + CLOCK_LEAP * 7)
    assert honest.due() == (SESSION,)


def test_a_clock_that_was_wrong_once_does_not_hide_that_it_leaps(
    storage: Storage, interview: Interview
) -> None:
    interview.wall = NOON + CLOCK_LEAP * 100
    interview.happen(StationStarted("0.1.0"))
    interview.wall = NOON
    interview.begin(station_starts=False)
    assert not keeping(storage, NOON + timedelta(days=1)).clock_leapt
    assert keeping(storage, NOON + CLOCK_LEAP * 2).clock_leapt


def test_an_interview_that_is_not_over_is_not_erased(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    interview.happen(ErasureOrdered(SESSION, "Sam", ErasureCause.STAFF))
    assert storage.sessions.session(SESSION).questions


@pytest.mark.parametrize(
    "end", [SessionSealed(MARKED, ("age1…",)), ErasureOrdered(MARKED, "Sam", ErasureCause.STAFF)]
)
def test_no_marked_word_stays_in_the_tables_made_again_or_not(end: Any, storage: Storage) -> None:
    markers = plant(storage)
    interview = Interview(storage.journal, MARKED)
    assert any(word in str(rows(storage)) for word in markers.planted)
    interview.happen(end)
    live = rows(storage)
    assert not [word for word in markers.planted if word in str(live)]
    storage.journal.rebuild()
    assert rows(storage) == live
    storage.journal.keys.destroy(MARKED)
    storage.journal.rebuild()
    assert rows(storage) == live
    with storage.database.read() as db:
        assert db.scalars(select(CandidateRow.name)).all() == [""]
    assert storage.database.scrub()
    assert found_in([storage.media.database], markers) == {}


def test_of_a_sealed_session_the_list_still_tells(storage: Storage, interview: Interview) -> None:
    interview.whole()
    before = storage.sessions.list_sessions()
    interview.happen(SessionSealed(SESSION, ("age1…",)))
    assert storage.sessions.list_sessions() == before
    with storage.database.read() as db:
        assert db.get_one(KeepingRow, SESSION).readers == ["age1…"]


def test_the_invitation_of_an_erased_session_opens_nothing(storage: Storage) -> None:
    plant(storage)
    Interview(storage.journal, MARKED).happen(ErasureOrdered(MARKED, "", ErasureCause.CANDIDATE))
    with storage.database.read() as db:
        assert db.scalars(select(InvitationRow)).all() == []
        assert db.get_one(SessionRow, MARKED).device_info is None


def test_what_somebody_needed_is_not_readable_once_the_session_is_sealed(storage: Storage) -> None:
    code = storage.invitations.create("Candidate 1", PACK.id, NOON, NOON + LATER, Accommodations(2.0))
    held = Interview(storage.journal, SESSION)
    held.begin()
    invited = storage.invitations.look_up(code, wall(NOON))
    assert isinstance(invited, Invitation)
    held.accept(invited)
    held.consent()
    held.check_devices()
    held.start_recording()
    held.ask(STORY)
    held.answer_all()
    held.happen(EndConfirmed(), RecordingFinished(SESSION, held.recording()), NewInterviewRequested())
    held.happen(SessionSealed(SESSION, ("age1…",)))
    with storage.database.read() as db:
        assert db.get_one(InvitationRow, invited.id).accommodations is None
    assert storage.invitations.look_up(code, wall(NOON)) is CodeProblem.SPENT


def guests(storage: Storage) -> list[str]:
    with storage.database.read() as db:
        assert len(db.scalars(select(InvitationRow)).all()) == len(db.scalars(select(CandidateRow)).all())
        return sorted(db.scalars(select(CandidateRow.name)))


def test_who_was_invited_and_never_came_is_forgotten_after_a_while(storage: Storage) -> None:
    day = timedelta(days=1)
    for number, until in enumerate((NOON + day, NOON + 60 * day), start=1):
        storage.invitations.create(f"Candidate {number}", PACK.id, NOON, until)
    keeping(storage, NOON + GUESTS_KEPT).forget_guests()
    assert guests(storage) == ["Candidate 1", "Candidate 2"]
    keeping(storage, NOON + GUESTS_KEPT + 2 * day).forget_guests()
    assert guests(storage) == ["Candidate 2"]
    files = [file for file in storage.media.data.iterdir() if file.name.startswith("kiosk.db")]
    assert not any(b"Candidate 1" in file.read_bytes() for file in files)


def test_whoever_came_is_not_forgotten_with_the_guests(storage: Storage, interview: Interview) -> None:
    interview.whole()
    before = storage.sessions.list_sessions()
    ticking = [NOON]
    honest = SqlKeeping(storage.database, storage.media, SealPolicy(), lambda: ticking[-1])
    ticking.append(NOON + timedelta(days=4000))
    honest.forget_guests()
    assert storage.sessions.list_sessions() == before


def test_a_clock_that_leapt_forgets_no_guest(storage: Storage, interview: Interview) -> None:
    interview.begin()
    storage.invitations.create("Candidate 1", PACK.id, NOON, NOON + timedelta(days=1))
    keeping(storage, NOON + CLOCK_LEAP * 4).forget_guests()
    with storage.database.read() as db:
        assert "Candidate 1" in db.scalars(select(CandidateRow.name)).all()


def test_a_delete_code_is_for_one_session_of_one_station(tmp_path: Path) -> None:
    codes = DeleteCodes(StationKey.load_or_create(tmp_path))
    assert codes.of(SESSION) == DeleteCodes(StationKey.load_or_create(tmp_path)).of(SESSION)
    assert codes.of(SESSION) != codes.of(MARKED)
    typed = codes.of(MARKED).lower().replace("-", " ")
    assert codes.session(typed, [SESSION, MARKED]) == MARKED
    assert codes.session("K7QF-2MXP-9RTD", [SESSION, MARKED]) is None
    assert codes.session("é", [SESSION]) is None
    (tmp_path / "other").mkdir()
    assert DeleteCodes(StationKey.load_or_create(tmp_path / "other")).of(SESSION) != codes.of(SESSION)


def test_the_station_starts_with_a_clock_of_today(storage: Storage) -> None:
    assert not SqlKeeping(storage.database, storage.media, SealPolicy()).clock_leapt
    assert datetime.now(UTC) > NOON - CLOCK_LEAP
