"""How long sessions are kept, and what the tables tell of those that are sealed or erased."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.domain.keeping import ErasureCause
from kiosk.flow.events import SessionSealed
from kiosk.flow.staff import ErasureOrdered, RetentionLocked, RetentionReleased
from storage.privacy.codes import DeleteCodes
from storage.privacy.keeping import CLOCK_LEAP, SealPolicy, SqlKeeping
from storage.signing import StationKey
from storage.station import Storage
from storage.tables import CandidateRow, InvitationRow, KeepingRow, SessionRow
from tests.interviews import NOON, SESSION, Interview
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
