"""What was said, as text, and what it was judged to be worth."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.domain.plain import as_mapping
from kiosk.domain.transcript import Origin, Transcript
from kiosk.flow.events import AnswerTranscribed, SessionAssessed
from kiosk.flow.states import Kiosk, run_of
from storage import search
from storage.inputs import inputs_of, sha256
from storage.projections.change import Change
from storage.statuses import Speaker, WorkStatus
from storage.tables import AnswerRow, AssessmentRow, MessageRow, SessionRow, TranscriptRow


def project(db: Session, change: Change) -> None:
    """Texts come while somebody answers, or when they have gone, like all scores."""
    run = run_of(change.after.scene)
    if run is not None:
        before = _transcripts(change.before, run.session)
        for transcript in run.transcripts:
            if transcript not in before:
                _keep(db, run.session, transcript, change.moment)
    match change.event:
        case AnswerTranscribed(session=session, transcript=transcript):
            if run is None or run.session != session:
                _told_late(db, session, transcript, change.moment)
        case SessionAssessed():
            _assessed(db, change.event, change.moment)
        case _:
            pass


def _transcripts(kiosk: Kiosk, session: SessionId) -> tuple[Transcript, ...]:
    run = run_of(kiosk.scene)
    return run.transcripts if run and run.session == session else ()


def _told_late(db: Session, session: SessionId, transcript: Transcript, moment: Moment) -> None:
    """What the candidate has put right meanwhile stands."""
    known = db.get(TranscriptRow, (session, transcript.question, transcript.attempt))
    if known is None or known.origin is not Origin.CORRECTED:
        _keep(db, session, transcript, moment)


def _keep(db: Session, session_id: SessionId, transcript: Transcript, moment: Moment) -> None:
    session = db.get(SessionRow, session_id)
    if session is None:
        return
    said = transcript.latest
    db.merge(
        TranscriptRow(
            session_id=session_id,
            question_id=transcript.question,
            attempt=transcript.attempt,
            written=moment,
            origin=said.origin,
            engine=said.engine,
            language=said.language,
            confidence=said.confidence,
            text=said.text,
            transcript=as_mapping(transcript),
        )
    )
    of_attempt = {
        "session_id": session_id,
        "question_id": transcript.question,
        "attempt": transcript.attempt,
    }
    db.execute(update(AnswerRow).filter_by(**of_attempt).values(text=said.text))
    db.execute(update(MessageRow).filter_by(**of_attempt, speaker=Speaker.CANDIDATE).values(text=said.text))
    session.analysis_status = WorkStatus.PENDING
    search.learn(db, session_id)


def _assessed(db: Session, event: SessionAssessed, moment: Moment) -> None:
    """A session judged by what is known no longer, because a transcript overtook it, is judged again."""
    session = db.get(SessionRow, event.session)
    if session is None:
        return
    assessment, scores = event.assessment, event.assessment.scores
    inputs = inputs_of(db, session)
    db.merge(
        AssessmentRow(
            session_id=event.session,
            assessed=moment,
            scorer=assessment.scorer,
            technical_score=scores.technical,
            communication_score=scores.communication,
            problem_solving_score=scores.problem_solving,
            values_score=scores.values,
            overall_score=scores.overall,
            withheld=scores.withheld,
            overall_feedback=assessment.overall_feedback,
            recommendations=list(assessment.recommendations),
            assessment=as_mapping(assessment),
            advice=[as_mapping(advice) for advice in event.advice],
            inputs_sha256=assessment.inputs_sha256,
            inputs=as_mapping(inputs),
        )
    )
    current = sha256(inputs) == assessment.inputs_sha256
    session.analysis_status = WorkStatus.COMPLETED if current else WorkStatus.PENDING
