"""Programs, transcripts and scores in the tables, and what finished sessions still wait for."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.assessment.assess import assess
from kiosk.assessment.digest import sha256
from kiosk.domain.assessment import CodeResult
from kiosk.domain.code import CodeVerdict
from kiosk.domain.consent import Scoring
from kiosk.domain.export import Disguise, ExportOutcome, ExportPart, Protection
from kiosk.domain.ids import QuestionId
from kiosk.domain.plain import from_plain
from kiosk.domain.transcript import Origin, Transcript
from kiosk.flow.events import (
    AnswerEnded,
    CodeJudged,
    NewInterviewRequested,
    WordsChosen,
    WordsCorrected,
)
from kiosk.flow.facts import RecordingFinished
from kiosk.flow.staff import SessionExported
from kiosk.ports.backlog import BacklogError
from storage import inputs as stored
from storage.backlog import SqlBacklog
from storage.entries import read_entries
from storage.projections.change import changes
from storage.projections.project import project
from storage.station import Storage
from storage.statuses import WorkStatus
from storage.tables import (
    PROJECTIONS,
    AnswerRow,
    AssessmentRow,
    CodeSubmissionRow,
    MessageRow,
    SessionRow,
    TranscriptRow,
)
from storage.truth import Truth
from tests.answers import CONFLICT
from tests.interviews import SESSION, Interview
from tests.judged import PACK, SOLUTION, SPOKEN, SUM, interviewed, judged, result, written_down
from tests.unit.storage.test_projections import rows

EXPORTED = SessionExported(
    SESSION,
    "0123456789ab",
    (ExportPart.VIDEO, ExportPart.CODE),
    Disguise.NONE,
    Protection.PASSPHRASE,
    ExportOutcome.DONE,
    "Sam",
)


BESIDE = {"capture_proofs", "decisions", "issues", "notes", "ratings", "screen_recordings", "views"}
"""What nobody does in this story; any other table must have something to be made again."""


@pytest.fixture
def interview(storage: Storage) -> Interview:
    return Interview(storage.journal, pack=PACK)


@pytest.fixture
def backlog(storage: Storage) -> SqlBacklog:
    """Of a station whose voice tracks are where the recording says."""
    for number in (1, 2):
        track = storage.media.session_folder(SESSION) / f"audio_files/segment_00{number}.flac"
        track.write_bytes(b"sound")
    return SqlBacklog(storage.database, storage.media)


def only(storage: Storage, table: Any, **which: object) -> Any:
    with storage.database.read() as db:
        return db.query(table).filter_by(**which).one()


def test_what_the_candidate_put_right_is_kept_beside_what_was_heard(
    storage: Storage, interview: Interview
) -> None:
    interview.begin()
    interview.accept()
    interview.consent(Scoring.AI_AND_HUMAN)
    interview.check_devices()
    interview.start_recording()
    for spoken in SPOKEN:
        interview.ask(spoken)
        interview.happen(AnswerEnded(), after_s=4.0)
    written_down(interview, conflict="we eight together")
    interview.ask(SUM)
    interview.happen(AnswerEnded(), WordsChosen(QuestionId("conflict"), 1, 1), WordsCorrected("ate"))
    row = only(storage, TranscriptRow, question_id="conflict")
    kept = from_plain(Transcript, row.transcript)
    assert (row.origin, row.text) == (Origin.CORRECTED, "we ate together")
    assert [version.text for version in kept.versions] == ["we eight together", "we ate together"]
    assert only(storage, AnswerRow, question_id="conflict").text == "we ate together"
    interview.finish()
    interview.happen(NewInterviewRequested())
    written_down(interview, conflict="we hate together")
    assert only(storage, TranscriptRow, question_id="conflict").text == "we ate together"
    before = rows(storage)
    storage.journal.rebuild()
    assert rows(storage) == before


def everything(interview: Interview, backlog: SqlBacklog) -> None:
    interviewed(interview)
    interview.happen(NewInterviewRequested())
    judged(interview, backlog.to_assess()[0])
    written_down(interview)
    judged(interview, backlog.to_assess()[0])
    interview.happen(EXPORTED)


def test_tables_made_again_from_the_journal_equal_the_live_ones(
    storage: Storage, interview: Interview, backlog: SqlBacklog
) -> None:
    everything(interview, backlog)
    live = rows(storage)
    storage.journal.rebuild()
    assert rows(storage) == live
    empty = {name for table in PROJECTIONS if not live[name := table.__tablename__]}
    assert empty == BESIDE


def test_projecting_everything_twice_changes_nothing(
    storage: Storage, interview: Interview, backlog: SqlBacklog
) -> None:
    everything(interview, backlog)
    live = rows(storage)
    with storage.database.write() as db:
        for change in changes(list(read_entries(db)), storage.journal.keys):
            project(db, change)
            project(db, change)
    assert rows(storage) == live


def test_every_program_is_kept_with_what_it_came_to(storage: Storage, interview: Interview) -> None:
    interviewed(interview)
    first = only(storage, CodeSubmissionRow, number=1)
    assert (first.purpose, first.verdict, first.passed, first.planned) == ("run", "wrong_answer", 0, 1)
    last = only(storage, CodeSubmissionRow, number=2)
    assert (last.purpose, last.verdict, last.passed, last.planned) == ("submit", "wrong_answer", 2, 3)
    assert (last.code, last.cpu_s, last.memory_bytes) == (SOLUTION, 0.03, 9_000_000)
    assert last.submitted.mono_s == first.submitted.mono_s + 2.0


def test_a_transcript_is_told_with_the_answer_and_in_the_conversation(
    storage: Storage, interview: Interview
) -> None:
    interviewed(interview)
    interview.happen(NewInterviewRequested())
    written_down(interview, conflict=CONFLICT)
    row = only(storage, TranscriptRow)
    assert (row.text, row.origin, row.engine) == (CONFLICT, "recognised", "fake")
    assert row.confidence == pytest.approx(0.9)
    assert only(storage, AnswerRow, question_id="conflict").text == CONFLICT
    assert only(storage, AnswerRow, question_id="mistake").text is None
    assert only(storage, MessageRow, question_id="conflict", speaker="candidate").text == CONFLICT


def test_a_session_is_judged_again_when_more_of_it_is_known(
    storage: Storage, interview: Interview, backlog: SqlBacklog
) -> None:
    interviewed(interview)
    judged(interview, backlog.to_assess()[0])
    assert only(storage, AssessmentRow).withheld is not None
    assert backlog.to_assess() == []
    written_down(interview)
    assert only(storage, SessionRow).analysis_status is WorkStatus.PENDING
    judged(interview, backlog.to_assess()[0])
    assert only(storage, SessionRow).analysis_status is WorkStatus.COMPLETED
    interview.happen(CodeJudged(SESSION, SUM.id, 2, result(CodeVerdict.ACCEPTED)))
    assert len(backlog.to_assess()) == 1


def test_a_transcript_that_overtakes_the_judgement_is_not_forgotten(
    storage: Storage, interview: Interview, backlog: SqlBacklog
) -> None:
    interviewed(interview)
    before = backlog.to_assess()[0]
    written_down(interview)
    judged(interview, before)
    assert only(storage, SessionRow).analysis_status is WorkStatus.PENDING


def test_scores_can_be_made_again_from_what_is_kept_with_them(
    storage: Storage, interview: Interview, backlog: SqlBacklog
) -> None:
    everything(interview, backlog)
    row = only(storage, AssessmentRow)
    inputs = storage.sessions.inputs(SESSION)
    assert inputs is not None
    again = assess(inputs)
    assert again.inputs_sha256 == row.inputs_sha256
    assert again == storage.sessions.session(SESSION).assessment
    assert (row.communication_score, row.overall_score) == (
        again.scores.communication,
        again.scores.overall,
    )
    assert again.scores.technical is not None


def test_what_was_judged_is_found_sound_in_the_journal(
    storage: Storage, interview: Interview, backlog: SqlBacklog
) -> None:
    interviewed(interview)
    interview.happen(NewInterviewRequested())
    judged(interview, backlog.to_assess()[0])
    assert Truth(storage.database, storage.journal.keys).differing(SESSION) == ()


def test_inputs_have_the_same_fingerprint_everywhere(interview: Interview, backlog: SqlBacklog) -> None:
    interviewed(interview)
    written_down(interview)
    [inputs] = backlog.to_assess()
    assert stored.sha256(inputs) == sha256(inputs)
    answers = {answer.question: answer for answer in inputs.answers}
    assert answers[SUM.id].code == CodeResult(passed=1, total=2)
    assert inputs.pack == PACK


def test_what_the_judge_could_not_judge_counts_nothing(interview: Interview, backlog: SqlBacklog) -> None:
    interviewed(interview)
    interview.happen(CodeJudged(SESSION, SUM.id, 2, result(CodeVerdict.JUDGE_ERROR)))
    assert backlog.to_assess()[0].answers[2].code is None


# --- waiting to be written down ------------------------------------------------------------
def test_kept_answers_wait_where_they_are_heard(interview: Interview, backlog: SqlBacklog) -> None:
    interviewed(interview)
    waiting = backlog.to_transcribe()
    assert [one.job.question for one in waiting] == ["conflict", "mistake", "sum"]
    conflict, mistake, _ = waiting
    assert [(one.track.name, one.start_s, one.end_s) for one in conflict.stretches] == [
        ("segment_001.flac", 5.2, 13.2)
    ]
    assert [(one.track.name, one.start_s, one.end_s) for one in mistake.stretches] == [
        ("segment_001.flac", 18.2, 22.0)
    ]
    written_down(interview)
    assert [one.job.question for one in backlog.to_transcribe()] == ["sum"]


def test_an_answer_over_an_interruption_is_heard_in_both_tracks(
    storage: Storage, interview: Interview, backlog: SqlBacklog
) -> None:
    interviewed(interview)
    recording = interview.recording()
    first, second = recording.segments
    halves = (replace(first, duration_s=10.0), replace(second, started_mono_s=1027.0, offset_s=10.0))
    interview.happen(RecordingFinished(SESSION, replace(recording, segments=halves)))
    conflict = backlog.to_transcribe()[0]
    assert [(one.track.name, one.start_s, one.end_s) for one in conflict.stretches] == [
        ("segment_001.flac", 5.2, 10.0),
        ("segment_002.flac", 0.0, 1.0),
    ]


@pytest.mark.parametrize("scoring", Scoring)
def test_only_candidates_who_agreed_are_written_down_and_everybody_is_judged(
    scoring: Scoring, interview: Interview, backlog: SqlBacklog
) -> None:
    interviewed(interview, scoring)
    assert bool(backlog.to_transcribe()) is scoring.allows_software
    assert [inputs.scoring for inputs in backlog.to_assess()] == [scoring]


def test_an_answer_without_its_voice_track_waits_for_nothing(
    storage: Storage, interview: Interview, backlog: SqlBacklog
) -> None:
    interviewed(interview)
    for track in storage.media.session_folder(SESSION).glob("audio_files/*"):
        track.unlink()
    assert backlog.to_transcribe() == []


def test_an_interview_that_still_runs_waits_for_nothing(interview: Interview, backlog: SqlBacklog) -> None:
    interview.begin()
    interview.accept()
    interview.consent()
    assert (backlog.to_transcribe(), backlog.to_assess()) == ([], [])


def test_a_backlog_that_cannot_be_read_says_so(storage: Storage, backlog: SqlBacklog) -> None:
    storage.database.close()
    storage.media.database.write_bytes(b"not a database" * 1000)
    with pytest.raises(BacklogError):
        backlog.to_assess()


def test_whoever_took_a_session_away_is_named(
    storage: Storage, interview: Interview, backlog: SqlBacklog
) -> None:
    everything(interview, backlog)
    (taken,) = storage.sessions.session(SESSION).exports
    assert (taken.by, taken.outcome, taken.parts) == ("Sam", "done", ("video", "code"))
    assert taken.protection is Protection.PASSPHRASE
