"""A follow-up stands behind its question, says what it is, and counts with the answer it is about."""

from dataclasses import replace

import pytest

from kiosk.domain.assessment import Provenance
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import CandidateId, QuestionId
from kiosk.domain.rubric import FollowUp
from kiosk.domain.transcript import Origin, Transcript, Version, Word
from kiosk.domain.wording import Wording
from kiosk.flow.events import (
    AnswerEnded,
    AnswerTranscribed,
    EndConfirmed,
    FollowUpFound,
    FollowUpWorded,
    SessionSealed,
)
from kiosk.flow.facts import SoundEnded, SoundStarted
from storage.chain import ChainVerdict
from storage.export.page import Proof, Showing, render
from storage.export.record import conversation
from storage.inputs import inputs_of
from storage.station import Storage
from storage.sync.document import document_of
from storage.tables import AnswerRow, MessageRow, QuestionRow, SessionRow
from storage.times import wall
from tests.answers import question
from tests.interviews import NOON, SESSION, Interview
from tests.judged import PACK
from tests.unit.storage.test_projections import rows

WORDING = Wording("How did she take it?", "listening", Provenance("small", 0.0, "p", "r", "{}"))
MORE = FollowUp("more", {"en": "What happened in the end?"}, min_words=40)
CONFLICT = replace(question("conflict"), think_time_s=0.0, retakes=0, followups=(MORE,))
MISTAKE = replace(question("mistake"), think_time_s=0.0, retakes=0, followups=())


def said(name: str, text: str) -> AnswerTranscribed:
    words = tuple(Word(word, float(at), at + 1.0, 0.9) for at, word in enumerate(text.split()))
    version = Version(Origin.RECOGNISED, "fake", "en", words)
    return AnswerTranscribed(SESSION, Transcript(QuestionId(name), 1, (version,)))


@pytest.fixture
def followed(storage: Storage) -> Storage:
    """Two questions; the first answer is short, so its follow-up comes between them."""
    interview = Interview(storage.journal, pack=replace(PACK, questions=(CONFLICT, MISTAKE)))
    interview.begin()
    interview.accept()
    interview.consent(Scoring.AI_AND_HUMAN)
    interview.check_devices()
    interview.start_recording()
    interview.ask(CONFLICT)
    interview.happen(AnswerEnded(), after_s=4.0)
    name = "question:conflict.more"
    interview.happen(SoundStarted(name, interview.mono_s + 1.0, 4.0))
    interview.happen(SoundEnded(name, True), after_s=4.0)
    interview.happen(AnswerEnded(), after_s=6.0)
    interview.happen(said("conflict", "We disagreed."), said("conflict.more", "We made peace."))
    interview.ask(MISTAKE)
    interview.happen(AnswerEnded(), after_s=30.0)
    return storage


def test_it_has_its_own_rows(followed: Storage) -> None:
    with followed.database.read() as db:
        row = db.get(QuestionRow, (SESSION, 3))
        assert row is not None
        assert (row.question_id, row.text) == ("conflict.more", "What happened in the end?")
        assert row.asked is not None
        answer = db.get(AnswerRow, (SESSION, "conflict.more", 1))
        assert answer is not None
        assert answer.text == "We made peace."
        spoken = db.query(MessageRow).filter_by(question_id="conflict.more").count()
        assert spoken == 2


def test_it_stands_behind_its_question_and_says_what_it_is(followed: Storage) -> None:
    report = followed.sessions.session(SESSION)
    assert [(one.id, one.follow_up_to) for one in report.questions] == [
        ("conflict", None),
        ("conflict.more", 1),
        ("mistake", None),
    ]
    page = render(report, [], Proof(wall(NOON), ChainVerdict(1), None), Showing(None))
    assert "Follow-up to question 1, from the pack" in page
    assert "Question 2 of 2" in page
    assert "Question 3 of" not in page


def test_what_was_said_to_it_counts_with_the_answer(followed: Storage) -> None:
    with followed.database.read() as db:
        row = db.get(SessionRow, SESSION)
        assert row is not None
        given = inputs_of(db, row).answers
    assert [one.question for one in given] == ["conflict", "mistake"]
    transcript = given[0].transcript
    assert transcript is not None
    assert transcript.latest.text == "We disagreed. We made peace."
    began = [word.start_s for word in transcript.latest.words]
    assert began == [0.0, 1.0, 9.0, 10.0, 11.0], "in the recording, seen from where the answer began"


@pytest.fixture
def worded(storage: Storage) -> Interview:
    """The pack's follow-up about the first answer is worded by a model before the second question ends."""
    conflict = replace(CONFLICT, followups=(FollowUp("why", {"en": "Why?"}, missing={"en": ("because",)}),))
    interview = Interview(storage.journal, pack=replace(PACK, questions=(conflict, MISTAKE)))
    interview.begin()
    interview.accept()
    interview.consent(Scoring.AI_AND_HUMAN)
    interview.check_devices()
    interview.start_recording()
    interview.ask(conflict)
    interview.happen(AnswerEnded(), after_s=60.0)
    interview.ask(MISTAKE)
    interview.happen(
        FollowUpFound(SESSION, conflict.id, "why"), FollowUpWorded(SESSION, conflict.id, WORDING)
    )
    interview.happen(AnswerEnded(), after_s=60.0)
    name = "question:conflict.worded"
    interview.happen(SoundStarted(name, interview.mono_s + 1.0, 4.0))
    interview.happen(SoundEnded(name, True), after_s=4.0)
    interview.happen(AnswerEnded(), after_s=6.0)
    return interview


def test_a_models_words_are_marked_wherever_they_stand(storage: Storage, worded: Interview) -> None:
    report = storage.sessions.session(SESSION)
    further = report.questions[1]
    assert (further.id, further.text, further.follow_up_to) == ("conflict.worded", WORDING.text, 1)
    assert (further.worded_by, further.wording) == ("small", WORDING)
    page = render(report, [], Proof(wall(NOON), ChainVerdict(1), None), Showing(None))
    assert "Follow-up to question 1, generated by a model (small)" in page
    known = replace(report, summary=replace(report.summary, candidate=CandidateId("c" * 32)))
    sent = document_of(known, "", 1, ("", "")).questions[1]
    assert (sent.follow_up_to, sent.worded_by) == (1, "small")
    assert "1+/2 Behavioural: How did she take it?\n  (generated by a model: small)" in conversation(report)
    before = rows(storage)
    storage.journal.rebuild()
    assert rows(storage) == before


def test_what_a_sealed_session_keeps_of_them_is_that_they_were_a_models(
    storage: Storage, worded: Interview
) -> None:
    worded.happen(EndConfirmed())
    worded.finish_recording()
    worded.happen(SessionSealed(SESSION, ("age1reader",)))
    further = storage.sessions.session(SESSION).questions[1]
    assert (further.text, further.worded_by, further.wording) == ("", "small", None)
    assert WORDING.text not in str(rows(storage))


def test_the_tables_can_be_made_again(followed: Storage) -> None:
    before = rows(followed)
    followed.journal.rebuild()
    assert rows(followed) == before
