from typing import Any

import pytest
from sqlalchemy import select

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.masks import Device, MaskReason
from kiosk.domain.proof import CaptureFlaw, CaptureProof
from kiosk.domain.recording import RecordingStatus
from kiosk.domain.staff import Role
from kiosk.domain.standing import SessionStatus
from kiosk.domain.surroundings import NetworkLink
from kiosk.flow.events import (
    AnswerEnded,
    AnswerKept,
    BackRequested,
    ConsentDeclined,
    ContinueRequested,
    EndConfirmed,
    HelpRequested,
    NewInterviewRequested,
    SkipRequested,
    StationStarted,
    TimerElapsed,
    VoiceUnavailable,
)
from kiosk.flow.facts import (
    CaptureProved,
    CaptureUnproved,
    FaultCleared,
    FaultRaised,
    RecordingFinished,
    RecordingStarted,
    ScreenRecordingEnded,
    ScreenRecordingStarted,
    SoundEnded,
)
from kiosk.flow.staff import (
    AskAgainRequested,
    EndRequested,
    ExtraTimeRequested,
    HelpAnswered,
    IncidentReported,
    InstantMarked,
    LeaveOutRequested,
    MaskRequested,
    MessageSent,
    MicrophoneRequested,
    PauseRequested,
    ResumeRequested,
    StaffEntered,
    StaffLeft,
)
from kiosk.flow.timers import Timer
from storage.entries import read_entries
from storage.export.words import issue as issue_words
from storage.journal import SqlJournal
from storage.projections.change import changes
from storage.projections.project import project
from storage.station import Storage
from storage.statuses import Speaker, WorkStatus
from storage.tables import PROJECTIONS
from tests.interviews import SESSION, STORY, Interview


def rows(storage: Storage) -> dict[str, list[Any]]:
    """Everything the journal was projected into."""
    with storage.database.read() as db:
        return {
            table.__tablename__: sorted(map(tuple, db.execute(select(*table.__table__.columns))), key=repr)
            for table in PROJECTIONS
        }


def whole(interview: Interview) -> None:
    interview.whole()


def declined(interview: Interview) -> None:
    interview.begin()
    interview.accept()
    interview.happen(ConsentDeclined(), NewInterviewRequested())


def abandoned(interview: Interview) -> None:
    interview.begin()
    interview.accept()
    interview.happen(TimerElapsed(Timer.IDLE), TimerElapsed(Timer.IDLE))


def ended_by_staff(interview: Interview) -> None:
    interview.arrive_and_ask()
    interview.happen(EndRequested("Sam", "fire alarm"), RecordingFinished(SESSION, interview.recording()))


def troubled(interview: Interview) -> None:
    interview.arrive_and_ask()
    interview.happen(
        FaultRaised(Fault(FaultCode.CAMERA_LOST, "gone")),
        HelpRequested(),
        MaskRequested(Device.CAMERA, MaskReason.PRIVACY, "Sam"),
        PauseRequested("Sam", "water"),
        HelpAnswered("Sam"),
        ResumeRequested("Sam"),
        MaskRequested(Device.CAMERA, None, "Sam"),
        FaultCleared(FaultCode.CAMERA_LOST),
    )
    interview.answer_all()
    interview.finish()


def restarted(interview: Interview) -> None:
    interview.arrive_and_ask()
    interview.boot, interview.mono_s = "boot-2", 7.0
    interview.happen(StationStarted("0.1.0"), RecordingStarted(SESSION, 2, "2026-11-20T12:05:00.000Z"))
    interview.happen(ContinueRequested())
    interview.answer_all()
    interview.finish()


def captured(interview: Interview) -> None:
    interview.arrive_and_ask()
    interview.happen(ScreenRecordingStarted("screen_recordings/one.mp4", 1, 2.0))
    interview.answer_all()
    interview.happen(
        ScreenRecordingEnded("screen_recordings/one.mp4", 9.0, ""),
        ScreenRecordingEnded("", 0.0, "no display"),
        CaptureUnproved(f"{STORY.id}:7", CaptureFlaw.NO_VOICE, "silent"),
        CaptureProved(f"{STORY.id}:2", CaptureProof(1, 5.0, 8.0, 240, 6.5, -20.0, -60.0, "ab" * 32)),
    )
    interview.finish()


def conducted(interview: Interview) -> None:
    interview.arrive_and_ask()
    interview.happen(
        StaffEntered("Staff A", Role.PROCTOR),
        InstantMarked("Staff A", "a good answer"),
        IncidentReported("Staff A", IncidentCategory.ENVIRONMENT, "a drill"),
        MessageSent("Staff A", aloud=False, text="Please speak up."),
        ExtraTimeRequested("Staff A", 60.0, "technical"),
        MicrophoneRequested("Staff A", "spare"),
        AskAgainRequested("Staff A", "technical"),
        HelpRequested(),
        ContinueRequested(),
        SoundEnded("question:story", complete=True),
        LeaveOutRequested("Staff A", "other"),
        SoundEnded("question:sorting", complete=True),
        StaffLeft("Staff A"),
        AnswerEnded(),
    )
    interview.finish()


def test_whatever_staff_do_is_on_record_with_name_and_reason(storage: Storage, interview: Interview) -> None:
    conducted(interview)
    found = {
        issue.code: (issue.by, issue.detail, issue.cleared_wall is not None)
        for issue in storage.sessions.session(SESSION).issues
    }
    assert found == {
        "staff_present": ("Staff A", "proctor", True),
        "marked": ("Staff A", "a good answer", False),
        "incident_environment": ("Staff A", "a drill", False),
        "message_sent": ("Staff A", "Please speak up.", False),
        "time_extended": ("Staff A", "60 s, technical", False),
        "microphone_changed": ("Staff A", "spare", False),
        "asked_again": ("Staff A", "technical", False),
        "left_out": ("Staff A", "other", False),
        "hand_raised": ("", "", True),
        "help_called": ("", "", False),
    }
    assert all(issue_words(issue) for issue in storage.sessions.session(SESSION).issues)


JOURNEYS = [captured, conducted, whole, declined, abandoned, ended_by_staff, troubled, restarted]


@pytest.mark.parametrize("journey", JOURNEYS)
def test_tables_made_again_from_the_journal_equal_the_live_ones(
    journey: Any, storage: Storage, interview: Interview
) -> None:
    journey(interview)
    live = rows(storage)
    storage.journal.rebuild()
    assert rows(storage) == live
    assert len(live["sessions"]) == 1


@pytest.mark.parametrize("journey", JOURNEYS)
def test_projecting_everything_twice_changes_nothing(
    journey: Any, storage: Storage, interview: Interview
) -> None:
    journey(interview)
    live = rows(storage)
    with storage.database.write() as db:
        for change in changes(list(read_entries(db)), storage.journal.keys):
            project(db, change)
            project(db, change)
    assert rows(storage) == live


def test_films_of_the_screen_and_proofs_of_capture_are_found(storage: Storage, interview: Interview) -> None:
    captured(interview)
    report = storage.sessions.session(SESSION)
    film, problem = report.screens
    assert (film.file, film.start_s, film.length_s) == ("screen_recordings/one.mp4", 2.0, 9.0)
    assert (problem.file, problem.problem) == ("", "no display")
    answer = report.questions[0].answers[1]
    assert answer.capture is not None
    assert answer.capture.proved
    assert answer.capture.voice_s == 6.5
    assert report.questions[0].answers[0].capture is None


def test_a_whole_interview_fills_every_table(storage: Storage, interview: Interview) -> None:
    interview.whole()
    report = storage.sessions.session(SESSION)
    summary = report.summary
    assert summary.status is SessionStatus.COMPLETED
    assert summary.recording_status is RecordingStatus.COMPLETED
    assert (summary.questions, summary.asked, summary.answered) == (2, 2, 2)
    assert summary.duration_s == 52.0
    assert report.processing_status is WorkStatus.COMPLETED
    assert report.analysis_status is WorkStatus.PENDING
    assert report.consent is not None
    assert report.consent.notice_version == "2026-11"
    assert report.device_info["camera"] == "Logitech C920"
    assert report.network == (NetworkLink("eth0", 1000),)
    assert report.avatar == "ada"
    assert report.voices["en"] == "a calm voice"
    assert (report.questions_sha256, report.questions_approved_by) == ("5e" * 32, "Kim")
    assert report.recording == interview.recording()
    assert [answer.outcome for answer in report.questions[0].answers] == ["discarded", "kept"]
    speakers = [message.speaker for message in report.messages]
    assert speakers.count(Speaker.INTERVIEWER) == 2
    assert speakers.count(Speaker.CANDIDATE) == 3


def test_declining_and_going_away_are_told_apart(storage: Storage, interview: Interview) -> None:
    declined(interview)
    other = Interview(storage.journal, SessionId("a" * 32))
    abandoned(other)
    states = {session.id: session.status for session in storage.sessions.list_sessions()}
    assert states == {SESSION: SessionStatus.DECLINED, other.session: SessionStatus.ABANDONED}


def test_whoever_was_reading_the_notice_when_the_power_went_has_left(
    storage: Storage, interview: Interview
) -> None:
    interview.begin()
    interview.accept()
    interview.journal = SqlJournal(storage.database, storage.media)
    interview.happen(StationStarted("0.1.0"))
    assert storage.sessions.session(SESSION).summary.status is SessionStatus.ABANDONED
    interview.journal.close()


def test_going_back_before_a_code_is_accepted_leaves_no_session(
    storage: Storage, interview: Interview
) -> None:
    interview.happen(StationStarted("0.1.0"))
    interview.begin(station_starts=False)
    interview.happen(TimerElapsed(Timer.INVITATION), BackRequested())
    assert storage.sessions.list_sessions() == ()


def test_issues_say_who_what_and_until_when(storage: Storage, interview: Interview) -> None:
    troubled(interview)
    issues = {issue.code: issue for issue in storage.sessions.session(SESSION).issues}
    assert set(issues) == {"camera_lost", "help_called", "hand_raised", "camera_masked", "paused"}
    assert all(issue.cleared_wall for issue in issues.values())
    assert (issues["paused"].by, issues["paused"].detail) == ("Sam", "water")
    assert issues["help_called"].by == "Sam"
    assert issues["camera_masked"].detail == "privacy"


def test_a_restart_is_an_incident_and_the_same_session_goes_on(
    storage: Storage, interview: Interview
) -> None:
    restarted(interview)
    report = storage.sessions.session(SESSION)
    assert [issue.code for issue in report.issues] == ["station_restarted"]
    assert report.summary.answered == 2


def test_a_recording_that_could_not_be_finished_may_be_finished_later(
    storage: Storage, interview: Interview
) -> None:
    interview.arrive_and_ask()
    interview.answer_all()
    interview.happen(EndConfirmed(), FaultRaised(Fault(FaultCode.RECORDING_NOT_FINISHED)))
    assert storage.sessions.session(SESSION).summary.recording_status is RecordingStatus.FAILED
    interview.happen(NewInterviewRequested(), RecordingFinished(SESSION, interview.recording()))
    report = storage.sessions.session(SESSION)
    assert report.summary.recording_status is RecordingStatus.COMPLETED
    assert report.recording == interview.recording()


def test_a_skipped_question_was_asked_and_not_answered(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    interview.happen(AnswerEnded(), AnswerKept(), SkipRequested())
    summary = storage.sessions.session(SESSION).summary
    assert (summary.asked, summary.answered) == (2, 1)


def test_an_answer_cut_short_by_staff_is_an_answer(storage: Storage, interview: Interview) -> None:
    ended_by_staff(interview)
    report = storage.sessions.session(SESSION)
    assert (report.summary.asked, report.summary.answered) == (1, 1)
    assert (report.ended_by, report.end_reason) == ("Sam", "fire alarm")


def test_a_question_without_a_voice_is_in_the_conversation(storage: Storage, interview: Interview) -> None:
    interview.begin()
    interview.accept()
    interview.consent()
    interview.check_devices()
    interview.start_recording()
    interview.happen(VoiceUnavailable("question:story"))
    (message,) = storage.sessions.session(SESSION).messages
    assert (message.text, message.duration_s) == (STORY.text["en"], 0.0)
