import re
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.ids import PackId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.flow.staff import EndRequested
from storage.errors import RefusedError
from storage.invitations import ALPHABET
from storage.station import Storage
from storage.times import wall
from tests.interviews import NOON, PACK, SESSION, Interview

DAY = timedelta(days=1)
NOW = wall(NOON)


@pytest.fixture
def code(storage: Storage) -> str:
    return storage.invitations.create("Candidate One", PACK.id, NOON - DAY, NOON + DAY)


def accepted(storage: Storage, code: str) -> Invitation:
    found = storage.invitations.look_up(code, NOW)
    assert isinstance(found, Invitation)
    return found


def test_a_code_has_three_groups_of_letters_nobody_confuses(code: str) -> None:
    assert re.fullmatch(rf"[{ALPHABET}]{{4}}(-[{ALPHABET}]{{4}}){{2}}", code)
    assert len(ALPHABET) == 31
    assert not set("01OIL") & set(ALPHABET)


def test_a_code_opens_its_interview_however_it_is_typed(storage: Storage, code: str) -> None:
    invitation = accepted(storage, code)
    assert invitation.pack == PACK.id
    assert accepted(storage, f"  {code.lower().replace('-', ' ')}\n") == invitation


def test_the_code_itself_is_kept_nowhere(storage: Storage, code: str) -> None:
    accepted(storage, code)
    storage.database.close()
    content = storage.media.database.read_bytes()
    assert code.replace("-", "").encode() not in content
    assert b"Candidate One" in content


@pytest.mark.parametrize("typed", ["", "K7QF", "K7QF-2MXP-9RT0", "é" * 12, "K7QF-2MXP-9RTDX", "\ud800" * 12])
def test_what_cannot_be_a_code_is_malformed(storage: Storage, typed: str) -> None:
    assert storage.invitations.look_up(typed, NOW) is CodeProblem.MALFORMED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text())
def test_nothing_typed_raises(storage: Storage, typed: str) -> None:
    assert storage.invitations.look_up(typed, NOW) in (CodeProblem.MALFORMED, CodeProblem.UNKNOWN)


def test_a_code_nobody_was_given_is_unknown(storage: Storage, code: str) -> None:
    other = code[:-1] + ("2" if code[-1] != "2" else "3")
    assert storage.invitations.look_up(other, NOW) is CodeProblem.UNKNOWN


@pytest.mark.parametrize(
    ("when", "problem"),
    [
        (NOON - DAY - timedelta(milliseconds=1), CodeProblem.NOT_YET),
        (NOON + DAY, CodeProblem.EXPIRED),
    ],
)
def test_a_code_opens_only_in_its_time(
    storage: Storage, code: str, when: datetime, problem: CodeProblem
) -> None:
    assert storage.invitations.look_up(code, wall(when)) is problem


def test_an_interview_that_is_recorded_and_over_spends_its_code(storage: Storage, code: str) -> None:
    interview = Interview(storage.journal)
    invitation = accepted(storage, code)
    interview.begin()
    interview.accept(invitation)
    interview.consent()
    interview.check_devices()
    interview.start_recording()
    assert accepted(storage, code) == invitation, "an interview that broke off may be begun again"
    interview.happen(EndRequested("Sam", "fire alarm"))
    interview.finish_recording()
    assert storage.invitations.look_up(code, NOW) is CodeProblem.SPENT
    assert storage.sessions.session(SESSION).summary.candidate_name == "Candidate One"


def test_an_interview_that_ended_before_its_recording_spends_nothing(storage: Storage, code: str) -> None:
    interview = Interview(storage.journal)
    interview.begin()
    interview.accept(accepted(storage, code))
    interview.consent()
    interview.happen(EndRequested("Sam", "felt unwell"))
    accepted(storage, code)


def test_an_invitation_without_a_name_or_a_time_is_refused(storage: Storage) -> None:
    with pytest.raises(RefusedError, match="name"):
        storage.invitations.create("  ", PackId("two"), NOON, NOON + DAY)
    with pytest.raises(RefusedError, match="end after"):
        storage.invitations.create("Candidate One", PackId("two"), NOON, NOON)
