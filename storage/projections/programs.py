"""Programs as answers: every attempt when it is made, its result when it comes."""

from sqlalchemy.orm import Session

from kiosk.domain.code import CodeAttempt, CodeResult
from kiosk.domain.ids import SessionId
from kiosk.domain.plain import as_mapping
from kiosk.flow.events import CodeJudged
from kiosk.flow.states import Kiosk, run_of
from storage.projections.change import Change
from storage.statuses import WorkStatus
from storage.tables import CodeSubmissionRow, SessionRow


def project(db: Session, change: Change) -> None:
    """A result may come when its candidate has long gone; whatever was judged before is judged again."""
    run = run_of(change.after.scene)
    if run is not None:
        known = len(_attempts(change.before, run.session))
        for attempt in run.code[known:]:
            _made(db, run.session, attempt)
    if isinstance(change.event, CodeJudged):
        _judged(db, change.event)


def _attempts(kiosk: Kiosk, session: SessionId) -> tuple[CodeAttempt, ...]:
    run = run_of(kiosk.scene)
    return run.code if run and run.session == session else ()


def _made(db: Session, session: SessionId, attempt: CodeAttempt) -> None:
    db.merge(
        CodeSubmissionRow(
            session_id=session,
            question_id=attempt.question,
            number=attempt.number,
            submitted=attempt.at,
            purpose=attempt.purpose,
            programming_language=attempt.language,
            code=attempt.source,
        )
    )
    db.flush()


def _judged(db: Session, event: CodeJudged) -> None:
    submission = db.get(CodeSubmissionRow, (event.session, event.question, event.number))
    session = db.get(SessionRow, event.session)
    if submission is None or session is None:
        return
    _keep(submission, event.result)
    session.analysis_status = WorkStatus.PENDING


def _keep(submission: CodeSubmissionRow, result: CodeResult) -> None:
    submission.verdict = result.verdict
    submission.passed = result.passed
    submission.planned = result.tests_planned
    submission.cpu_s = result.cpu_s
    submission.memory_bytes = result.memory_bytes
    submission.result = as_mapping(result)
