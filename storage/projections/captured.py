"""What else was captured: films of the screen, and the proof that answers are in the recording."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.plain import as_mapping
from kiosk.flow.facts import CaptureProved, CaptureUnproved, ScreenRecordingEnded, ScreenRecordingStarted
from storage.projections.change import Change
from storage.tables import CaptureProofRow, ScreenRecordingRow, SessionRow


def project(db: Session, change: Change) -> None:
    """Only what belongs to a session that is known."""
    if change.session is None or db.get(SessionRow, change.session) is None:
        return
    match change.event:
        case ScreenRecordingStarted(file=file, segment=segment, offset_s=offset_s):
            _film(db, change, ScreenRecordingRow(file=file, segment=segment, offset_s=offset_s, problem=""))
        case ScreenRecordingEnded(file="", problem=problem):
            _film(db, change, ScreenRecordingRow(file="", segment=0, offset_s=0.0, problem=problem))
        case ScreenRecordingEnded():
            _ended(db, change.session, change.event)
        case CaptureProved() | CaptureUnproved():
            _proof(db, change.session, change.seq, change.event)


def _film(db: Session, change: Change, row: ScreenRecordingRow) -> None:
    row.seq, row.began = change.seq, change.moment
    row.session_id = change.session or ""
    db.merge(row)


def _ended(db: Session, session: str, event: ScreenRecordingEnded) -> None:
    film = db.scalars(select(ScreenRecordingRow).filter_by(session_id=session, file=event.file)).first()
    if film is not None:
        film.length_s, film.problem = event.length_s, event.problem


def _proof(db: Session, session: str, seq: int, event: CaptureProved | CaptureUnproved) -> None:
    question, _, attempt = event.key.rpartition(":")
    row = CaptureProofRow(
        seq=seq, session_id=session, question_id=question, attempt=int(attempt) if attempt.isdigit() else 0
    )
    match event:
        case CaptureProved(proof=proof):
            row.proved, row.detail, row.sha256 = True, "", proof.sha256
            row.proof = as_mapping(proof)
        case CaptureUnproved(flaw=flaw, detail=detail):
            row.proved, row.flaw, row.detail = False, flaw, detail
    db.merge(row)
