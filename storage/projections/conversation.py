"""Questions as they are asked, answers as they are given, and the conversation they make."""

from dataclasses import replace

from sqlalchemy.orm import Session

from kiosk.domain.answer import Attempt
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.moment import Moment
from kiosk.flow.events import VoiceUnavailable
from kiosk.flow.facts import SoundStarted
from kiosk.flow.states import Asking, Kiosk, Questioning, run_of
from storage.projections.change import Change
from storage.projections.sessions import question_row
from storage.statuses import Speaker
from storage.tables import AnswerRow, MessageRow, QuestionRow


def project(db: Session, change: Change) -> None:
    """Only the questions of the interview count; practice leaves no trace."""
    scene = change.after.scene
    if isinstance(scene, Questioning):
        if _place(change.before) != scene.question.id:
            _asked(db, scene, change.moment)
        _spoken(db, scene, change)
    run = run_of(scene)
    if run is None:
        return
    known = len(_attempts(change.before, run.session))
    for attempt in run.attempts[known:]:
        _answer(db, run.session, attempt, change.seq)


def _attempts(kiosk: Kiosk, session: SessionId) -> tuple[Attempt, ...]:
    run = run_of(kiosk.scene)
    return run.attempts if run and run.session == session else ()


def _place(kiosk: Kiosk) -> QuestionId | None:
    return kiosk.scene.question.id if isinstance(kiosk.scene, Questioning) else None


def _asked(db: Session, scene: Questioning, moment: Moment) -> None:
    number = scene.index + 1
    if scene.further is not None:
        number = len(scene.run.pack.questions) + scene.run.further.index(scene.further) + 1
        if db.get(QuestionRow, (scene.run.session, number)) is None:
            db.add(question_row(scene.run, scene.further.question, number, scene.further.wording))
            db.flush()
    question = db.get(QuestionRow, (scene.run.session, number))
    if question is not None and question.asked is None:
        question.asked = moment


def _spoken(db: Session, scene: Questioning, change: Change) -> None:
    """A question that is being read out, or shown because it could not be."""
    name = f"question:{scene.question.id}"
    match scene.phase, change.event:
        case Asking(), SoundStarted(name=heard, mono_s=mono_s, duration_s=duration) if heard == name:
            _say(db, scene, change.seq, replace(change.moment, mono_s=mono_s), duration)
        case Asking(), VoiceUnavailable(name=missing) if missing == name:
            _say(db, scene, change.seq, change.moment, 0.0)
        case _:
            pass


def _say(db: Session, scene: Questioning, seq: int, began: Moment, duration_s: float) -> None:
    db.merge(
        MessageRow(
            seq=seq,
            session_id=scene.run.session,
            speaker=Speaker.INTERVIEWER,
            question_id=scene.question.id,
            text=scene.run.text(scene.question),
            began=began,
            duration_s=duration_s,
        )
    )


def _answer(db: Session, session: SessionId, attempt: Attempt, seq: int) -> None:
    db.merge(
        AnswerRow(
            session_id=session,
            question_id=attempt.question,
            attempt=attempt.number,
            outcome=attempt.outcome,
            spoken_s=round(attempt.spoken_s, 3),
            timed_out=attempt.timed_out,
            asked=attempt.asked,
            started=attempt.started,
            ended=attempt.ended,
            language=attempt.language or None,
        )
    )
    if attempt.started is not None:
        db.merge(
            MessageRow(
                seq=seq,
                session_id=session,
                speaker=Speaker.CANDIDATE,
                question_id=attempt.question,
                attempt=attempt.number,
                began=attempt.started,
                duration_s=round(attempt.spoken_s, 3),
            )
        )
