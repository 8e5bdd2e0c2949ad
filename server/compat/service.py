"""Conducting sessions for other programs. Any thread may call; raises ``ServerError``."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.wire.session import FinalStatus, RecordingStatus, SessionStatus, WorkStatus
from server.audit.service import record
from server.compat.shapes import AnswerData, QuestionData, StartSession
from server.database import Database
from server.errors import ConflictError, ForbiddenError, NotFoundError
from server.identity.limits import Limits
from server.identity.roles import Person
from server.identity.secrets import digest, new_id, plain_code
from server.jobs.queue import Job, JobKind, Jobs
from server.search import index
from server.sessions.people import living
from server.sessions.service import visible_session
from server.tables.sessions import AnswerRow, InvitationRow, MessageRow, Origin, QuestionRow, SessionRow
from server.times import instant, label, now

OPEN = (SessionStatus.IN_PROGRESS,)


class Conducting:
    """Sessions that no station conducts."""

    def __init__(self, database: Database, jobs: Jobs, limits: Limits) -> None:
        self._database = database
        self._jobs = jobs
        self._limits = limits

    def start(self, person: Person, asked: StartSession) -> SessionRow:
        """Begin the interview of a code; one that broke off is gone on with."""
        self._limits.code(person.id)
        with self._database.write() as db:
            invitation = db.scalar(
                select(InvitationRow)
                .where(InvitationRow.code_sha256 == digest(plain_code(asked.interview_token)))
                .with_for_update()
            )
            if invitation is None:
                raise NotFoundError("this token opens no interview")
            living(db, invitation.candidate_id)
            _check_window(invitation)
            known = db.scalar(select(SessionRow).where(SessionRow.invitation_id == invitation.id))
            if known is not None:
                if known.origin is Origin.API and known.status in OPEN:
                    return known
                raise ConflictError("this token was used", "spent")
            row = _begun(invitation, asked)
            db.add(row)
            index.learn(db, row.session_id)
            record(db, person, "session_started", row.session_id)
        return row

    def add_question(self, person: Person, session_id: str, told: QuestionData) -> str:
        """The id of a question that was asked."""
        with self._database.write() as db:
            row = _conducted(db, person, session_id)
            last = select(func.max(QuestionRow.number)).where(QuestionRow.session_id == session_id)
            number = (db.scalar(last) or 0) + 1
            question_id = f"q{number}"
            db.add(
                QuestionRow(
                    session_id=session_id,
                    number=number,
                    question_id=question_id,
                    kind=told.type,
                    text=told.text,
                    avatar=told.avatar,
                    keywords=list(told.keywords),
                    difficulty=told.difficulty,
                    answer_limit_s=0.0,
                    asked_wall=now(),
                )
            )
            row.avatar = row.avatar or told.avatar or None
            _say(
                db,
                session_id,
                speaker="interviewer",
                question_id=question_id,
                text=told.text,
                duration_s=0.0,
            )
        return question_id

    def add_answer(self, person: Person, session_id: str, question_id: str, told: AnswerData) -> str:
        """The id of an answer that was given; a second one to the same question is another attempt."""
        with self._database.write() as db:
            _conducted(db, person, session_id)
            its = {"session_id": session_id, "question_id": question_id}
            if db.scalar(select(QuestionRow.number).filter_by(**its)) is None:
                raise NotFoundError("the session has no such question")
            attempt = (db.scalar(select(func.max(AnswerRow.attempt)).filter_by(**its)) or 0) + 1
            db.add(
                AnswerRow(
                    **its,
                    attempt=attempt,
                    outcome="kept",
                    spoken_s=told.duration,
                    timed_out=False,
                    ended_wall=now(),
                    text=told.text,
                    confidence=told.confidence,
                    audio_quality=None if told.audio_quality is None else str(told.audio_quality),
                    transcript={},
                )
            )
            _say(
                db,
                session_id,
                speaker="candidate",
                question_id=question_id,
                attempt=attempt,
                text=told.text,
                duration_s=told.duration,
            )
            index.learn(db, session_id)
        return f"{question_id}-{attempt}"

    def end(self, person: Person, session_id: str) -> None:
        """The interview is over, and is analysed; saying so again changes nothing."""
        with self._database.write() as db:
            row = own_session(db, person, session_id)
            if row.status is SessionStatus.COMPLETED:
                return
            row.status, row.completed_wall = SessionStatus.COMPLETED, now()
            row.analysis_status = WorkStatus.PROCESSING
            began = row.started_wall or row.created_wall
            row.duration_s = (instant(row.completed_wall) - instant(began)).total_seconds()
            row.revision += 1
            record(db, person, "session_ended", session_id)
        self._jobs.enqueue(Job(JobKind.ANALYSE, session_id))


def own_session(db: Session, person: Person, session_id: str) -> SessionRow:
    """A session that a program conducts, locked. Raises ``NotFoundError`` and ``ConflictError``."""
    visible_session(db, person, session_id)
    row = db.get_one(SessionRow, session_id, with_for_update=True, populate_existing=True)
    if row.origin is not Origin.API:
        raise ConflictError("a station conducts this session", "station")
    return row


def _conducted(db: Session, person: Person, session_id: str) -> SessionRow:
    row = own_session(db, person, session_id)
    if row.status not in OPEN:
        raise ConflictError("the session is over", "over")
    row.revision += 1
    return row


def _check_window(invitation: InvitationRow) -> None:
    if invitation.withdrawn_wall is not None:
        raise ForbiddenError("the invitation was withdrawn", "withdrawn")
    if now() < invitation.valid_from_wall:
        raise ForbiddenError("the interview has not begun yet", "not_yet")
    if now() >= invitation.valid_until_wall:
        raise ForbiddenError("the invitation has expired", "expired")


def _begun(invitation: InvitationRow, asked: StartSession) -> SessionRow:
    config = asked.recording_config
    wall, recorded = now(), config.audio or config.video
    told: dict[str, Any] = {"language": None, "avatar_settings": {}, "device_info": {}, "network_quality": []}
    return SessionRow(
        session_id=new_id(),
        origin=Origin.API,
        revision=1,
        received_wall=wall,
        candidate_id=invitation.candidate_id,
        invitation_id=invitation.id,
        pack_id=invitation.pack_id,
        pack_version="",
        pack_title=invitation.pack_id,
        status=SessionStatus.IN_PROGRESS,
        created_wall=wall,
        started_wall=wall,
        scoring=asked.scoring,
        ended_by="",
        end_reason="",
        recording_status=RecordingStatus.RECORDING if recorded else RecordingStatus.NOT_STARTED,
        processing_status=WorkStatus.PENDING,
        analysis_status=WorkStatus.PENDING,
        final_status=FinalStatus.NEEDS_REVIEW,
        summary="",
        recording_config=config.model_dump(mode="json"),
        **told,
    )


def _say(db: Session, session_id: str, **turn: Any) -> None:
    last = select(func.max(MessageRow.seq)).where(MessageRow.session_id == session_id)
    seq = (db.scalar(last) or 0) + 1
    db.add(MessageRow(session_id=session_id, seq=seq, began_wall=now(), **turn))


def file_name(session_id: str, started_wall: str, suffix: str) -> str:
    """``interview_{session}_{timestamp}.mp4``: never a person's name."""
    stamp = label(instant(started_wall))[:19].replace("-", "").replace(":", "").replace("T", "_")
    return f"video_files/interview_{session_id}_{stamp}{suffix}"
