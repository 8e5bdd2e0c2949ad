"""The session: who, which plan, how far, and the statuses."""

from typing import assert_never

from sqlalchemy import update
from sqlalchemy.orm import Session

from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Language, Pack, Question
from kiosk.domain.plain import as_mapping, to_plain
from kiosk.domain.recording import RecordingStatus
from kiosk.domain.standing import SessionStatus
from kiosk.domain.wording import Wording
from kiosk.flow.events import InvitationAccepted
from kiosk.flow.facts import DevicesOpened, RecordingStarted, SyncMeasured
from kiosk.flow.states import (
    AwaitingRelease,
    Beginning,
    Calibrating,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Declined,
    EnteringCode,
    Finishing,
    Interrupted,
    Paused,
    Practising,
    Questioning,
    Reviewing,
    Run,
    Scene,
    ThankYou,
    Welcome,
    run_of,
)
from storage.projections.change import Change
from storage.statuses import WorkStatus
from storage.tables import CandidateRow, QuestionRow, SessionRow


def project(db: Session, change: Change) -> None:
    """Follow the session on the screen."""
    match change.event:
        case InvitationAccepted():
            _arrive(db, change, change.event)
        case RecordingStarted(session=recorded):
            _recording_runs(db, recorded, change.moment)
        case DevicesOpened() if change.session is not None:
            _devices(db, change.session, change.event, change.after.scene)
        case SyncMeasured(picture_late_ms=late_ms) if change.session is not None:
            _calibrated(db, change.session, late_ms)
    if change.moved:
        _follow(db, change)


def _arrive(db: Session, change: Change, event: InvitationAccepted) -> None:
    pack, invitation = event.pack, event.invitation
    if db.get(CandidateRow, invitation.candidate) is None:
        db.add(CandidateRow(id=invitation.candidate, name=""))
        db.flush()
    db.merge(
        SessionRow(
            id=event.session,
            seq=change.seq,
            candidate_id=invitation.candidate,
            invitation_id=invitation.id,
            pack_id=pack.id,
            pack_version=pack.version,
            pack_title=_in_language(pack, pack.languages[0]),
            status=SessionStatus.ARRIVED,
            created=change.moment,
            network_quality=to_plain(event.surroundings.network),
            avatar_settings=dict(event.surroundings.voices),
            questions_sha256=event.surroundings.questions_sha256,
            questions_approved_by=event.surroundings.questions_approved_by,
        )
    )
    db.flush()


def _recording_runs(db: Session, recorded: str, moment: Moment) -> None:
    session = db.get(SessionRow, recorded)
    if session is not None and session.recording_status is RecordingStatus.NOT_STARTED:
        session.recording_status = RecordingStatus.RECORDING
        session.started = moment


def _leave(db: Session) -> None:
    """Back at the welcome, whoever had not consented has gone."""
    arrived = SessionRow.status == SessionStatus.ARRIVED
    db.execute(update(SessionRow).where(arrived).values(status=SessionStatus.ABANDONED))


def _devices(db: Session, session_id: SessionId, opened: DevicesOpened, scene: Scene) -> None:
    session = db.get(SessionRow, session_id)
    if session is not None and run_of(scene) is not None:
        session.device_info = {
            "camera": opened.camera,
            "microphone": opened.microphone,
            "loudspeaker": opened.loudspeaker,
        }


def _calibrated(db: Session, session_id: SessionId, picture_late_ms: float) -> None:
    session = db.get(SessionRow, session_id)
    if session is not None:
        session.picture_late_ms = picture_late_ms


def _follow(db: Session, change: Change) -> None:
    scene = change.after.scene
    if isinstance(scene, Welcome):
        _leave(db)
    session = db.get(SessionRow, change.session) if change.session else None
    if session is None:
        return
    status = _status(scene)
    if status is not None:
        session.status = status
    run = run_of(scene)
    if run is not None and session.consented is None:
        _consent(db, session, run, change.moment)
    elif run is not None:
        session.language = run.language  # the candidate may change it
    if isinstance(scene, Finishing) and session.processing_status is WorkStatus.PENDING:
        session.processing_status = WorkStatus.PROCESSING
    if isinstance(scene, ThankYou) and session.completed is None:
        _complete(session, scene, change.moment)


def _consent(db: Session, session: SessionRow, run: Run, moment: Moment) -> None:
    session.consented = moment
    session.language = run.language
    session.scoring = run.consent.scoring
    session.notice_version = run.consent.notice_version
    session.pack_title = _in_language(run.pack, run.language)
    session.avatar = run.pack.questions[0].avatar
    for number, question in enumerate(run.pack.questions, start=1):
        db.merge(question_row(run, question, number))


def question_row(run: Run, question: Question, number: int, wording: Wording | None = None) -> QuestionRow:
    """A question as everybody meets it. Follow-ups have the numbers after the last question's."""
    return QuestionRow(
        session_id=run.session,
        number=number,
        question_id=question.id,
        kind=question.kind,
        text=run.text(question),
        avatar=question.avatar,
        keywords=list(question.keywords),
        difficulty=question.difficulty,
        answer_limit_s=question.answer_limit_s,
        think_time_s=question.think_time_s,
        retakes=question.retakes,
        may_skip=question.may_skip,
        problem=question.problem.get(run.language) if question.problem else None,
        worded_by=wording.provenance.model if wording else None,
        wording=as_mapping(wording) if wording else None,
    )


def _complete(session: SessionRow, scene: ThankYou, moment: Moment) -> None:
    session.completed = moment
    session.ended_by = scene.ending.by
    session.end_reason = scene.ending.reason
    if scene.recording is None and scene.run.segment > 0:
        session.recording_status = RecordingStatus.FAILED
        session.processing_status = WorkStatus.FAILED


def _in_language(pack: Pack, language: Language) -> str:
    return pack.title.get(language, pack.id)


def _status(scene: Scene) -> SessionStatus | None:
    match scene:
        case Welcome() | EnteringCode():
            return None
        case ChoosingLanguage() | Consenting():
            return SessionStatus.ARRIVED
        case Declined():
            return SessionStatus.DECLINED
        case CheckingDevices() | Calibrating() | Practising() | AwaitingRelease() | Beginning():
            return SessionStatus.PREPARING
        case Questioning() | Reviewing():
            return SessionStatus.IN_PROGRESS
        case Interrupted(inside=chapter) | Paused(inside=chapter):
            return _status(chapter)
        case Finishing():
            return SessionStatus.FINISHING
        case ThankYou():
            return SessionStatus.COMPLETED
        case _:
            assert_never(scene)
