"""What a session is judged by, from what the station keeps: the same at any time from the same facts."""

import hashlib
import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.answer import GIVEN
from kiosk.domain.assessment import AnswerGiven, AssessmentInputs
from kiosk.domain.assessment import CodeResult as Share
from kiosk.domain.code import CodePurpose, CodeResult, CodeVerdict
from kiosk.domain.ids import SessionId
from kiosk.domain.pack import Pack, Question
from kiosk.domain.plain import as_mapping, from_plain
from kiosk.domain.transcript import Transcript
from kiosk.flow.codec import decode
from kiosk.flow.events import InvitationAccepted
from storage.chain import canonical
from storage.tables import AnswerRow, CodeSubmissionRow, JournalRow, QuestionRow, SessionRow, TranscriptRow
from storage.veil import FIELD


def inputs_of(db: Session, row: SessionRow) -> AssessmentInputs:
    """Of a session with consent."""
    assert row.language is not None
    assert row.scoring is not None
    pack = pack_of(db, row.id)
    return AssessmentInputs(
        session=SessionId(row.id),
        pack=pack,
        language=row.language,
        scoring=row.scoring,
        answers=tuple(_given(db, row.id, question) for question in pack.questions),
    )


def sha256(inputs: AssessmentInputs) -> str:
    """As every assessment names what it was made from."""
    return hashlib.sha256(canonical(as_mapping(inputs))).hexdigest()


def pack_of(db: Session, session: str) -> Pack:
    """The plan as it came with the invitation; the installed pack may have changed since."""
    accepted = JournalRow.session_id == session, JournalRow.kind == InvitationAccepted.__name__
    body = db.scalars(select(JournalRow.body).where(*accepted)).one()
    plain = json.loads(body)
    plain.pop(FIELD, None)  # what the person needs is nobody's business who judges
    event = decode(plain)
    assert isinstance(event, InvitationAccepted)
    return event.pack


def _given(db: Session, session: str, question: Question) -> AnswerGiven:
    its = {"session_id": session, "question_id": question.id}
    met = db.scalars(select(QuestionRow).filter_by(**its)).one_or_none()
    attempts = db.scalars(select(AnswerRow).filter_by(**its).order_by(AnswerRow.attempt)).all()
    last = next((one for one in reversed(attempts) if one.outcome in GIVEN), None) or _last(attempts)
    transcript = _said(db, last) if last else None
    submissions = select(CodeSubmissionRow).filter_by(**its, purpose=CodePurpose.SUBMIT)
    submitted = db.scalars(submissions.order_by(CodeSubmissionRow.number.desc())).first()
    return AnswerGiven(
        question=question.id,
        asked=met is not None and met.asked is not None,
        outcome=last.outcome if last else None,
        transcript=_followed(db, last, transcript) if last and transcript else None,
        code=_share(question, submitted),
    )


def _said(db: Session, answer: AnswerRow) -> Transcript | None:
    row = db.get(TranscriptRow, (answer.session_id, answer.question_id, answer.attempt))
    return from_plain(Transcript, row.transcript) if row else None


def _followed(db: Session, answer: AnswerRow, transcript: Transcript) -> Transcript:
    """What was said to the follow-up belongs to the answer."""
    follow_up = AnswerRow.question_id.startswith(f"{answer.question_id}.", autoescape=True)
    given = select(AnswerRow).filter_by(session_id=answer.session_id).where(follow_up)
    for more in db.scalars(given.where(AnswerRow.outcome.in_(GIVEN))):
        further = _said(db, more)
        if further is not None:
            transcript = transcript.followed(further, _later_s(answer, more))
    return transcript


def _later_s(answer: AnswerRow, more: AnswerRow) -> float:
    """Where in the recording the second begins, seen from the first; clocks of two boots do not compare."""
    if answer.started is None or more.started is None:
        return answer.spoken_s
    return more.started.seconds_after(answer.started) or answer.spoken_s


def _last(attempts: Sequence[AnswerRow]) -> AnswerRow | None:
    return attempts[-1] if attempts else None


def _share(question: Question, submitted: CodeSubmissionRow | None) -> Share | None:
    """Hidden tests only: the visible ones can be passed by writing their answers down."""
    if question.coding is None or submitted is None or submitted.result is None:
        return None
    result = from_plain(CodeResult, submitted.result)
    if result.verdict is CodeVerdict.JUDGE_ERROR:
        return None
    passed = sum(test.hidden and test.verdict is CodeVerdict.ACCEPTED for test in result.tests)
    return Share(passed, question.coding.hidden_tests)
