"""Answers are written down during the interview, and what the candidate says again is heard."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.assessment.gate import Gate
from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.consent import Consent, Scoring
from kiosk.domain.ids import CandidateId, PackId, QuestionId, SessionId
from kiosk.domain.invitation import Invitation
from kiosk.domain.moment import Moment
from kiosk.domain.rubric import FollowUp
from kiosk.domain.transcript import Transcript, typed
from kiosk.flow.events import AnswerTranscribed, Event, FollowUpFound, WordsRespoken
from kiosk.flow.states import (
    Asking,
    Correcting,
    Ending,
    Finishing,
    Further,
    Kiosk,
    Questioning,
    Respeaking,
    Reviewing,
    Run,
    Scene,
)
from kiosk.ports.backlog import Stretch
from kiosk.ports.station import Snapshot
from kiosk.runtime.meanwhile import Meanwhile, unexamined, waiting
from kiosk.runtime.scribe import Scribe
from tests.fakes import SMALL_PACK, pack, question
from tests.unit.kiosk.runtime.test_afterwards import FakeTranscriber

SESSION = SessionId("5" * 32)
PATIENCE_S = 10.0
BEGAN, ENDED = Moment("w", "boot", 10.0), Moment("w", "boot", 14.0)
WORK = Attempt(QuestionId("work"), 1, Outcome.KEPT, 4.0, False, BEGAN, BEGAN, ENDED)
RUN = Run(
    SESSION,
    Invitation("i", CandidateId("c"), PackId("small")),
    SMALL_PACK,
    "en",
    Consent(Scoring.AI_AND_HUMAN, "1"),
    segment=1,
    attempts=(WORK,),
)


class FakeClock:
    """Stands still long after everything was said."""

    def monotonic_ns(self) -> int:
        return 100 * 10**9

    def wall(self) -> str:
        return "w"

    def boot_id(self) -> str:
        return "boot"


class Desk:
    """A ``Meanwhile`` at work, and what it tells."""

    def __init__(self, transcriber: FakeTranscriber | None, folder: Path) -> None:
        self.told: list[Event] = []
        self.looked: list[tuple[Moment, Moment]] = []
        self._news = threading.Condition()
        scribe = Scribe(Gate(transcriber), lambda _stretches, _out: None, folder / "hearing")
        self.work = Meanwhile(scribe, self._where, FakeClock(), self._post)
        self.work.start()

    def sees(self, scene: Scene) -> None:
        self.work.see(Snapshot(Kiosk(scene), 0.0))

    def waits_for(self, count: int) -> list[Event]:
        with self._news:
            assert self._news.wait_for(lambda: len(self.told) >= count, PATIENCE_S), self.told
        return self.told

    def _post(self, event: Event) -> None:
        with self._news:
            self.told.append(event)
            self._news.notify_all()

    def _where(self, session: SessionId, began: Moment, ended: Moment) -> Sequence[Stretch]:
        assert session == SESSION
        self.looked.append((began, ended))
        return (Stretch(Path("/none"), 0.0, 1.0),)


def transcribed(event: Event) -> Transcript:
    assert isinstance(event, AnswerTranscribed)
    return event.transcript


def test_an_answer_is_written_down_while_the_next_question_is_asked_and_only_once(tmp_path: Path) -> None:
    desk = Desk(FakeTranscriber(), tmp_path)
    for _ in range(5):
        desk.sees(Questioning(RUN, 1, Asking()))
    [told] = desk.waits_for(1)
    desk.work.stop()
    assert transcribed(told).latest.text == "Hello."
    assert desk.looked == [(BEGAN, ENDED)]


def test_after_a_crash_it_goes_on_with_what_is_not_written_down(tmp_path: Path) -> None:
    desk = Desk(FakeTranscriber(), tmp_path)
    desk.sees(Questioning(RUN, 1, Asking()))
    known = transcribed(desk.waits_for(1)[0])
    desk.work.stop()
    again = Desk(FakeTranscriber(), tmp_path)
    second = replace(WORK, question=QuestionId("plans"), ended=replace(ENDED, mono_s=20.0))
    again.sees(Reviewing(replace(RUN, attempts=(WORK, second), transcripts=(known,))))
    assert transcribed(again.waits_for(1)[0]).question == "plans"
    again.work.stop()
    assert len(again.told) == 1


def test_words_said_again_come_before_whole_answers(tmp_path: Path) -> None:
    desk = Desk(FakeTranscriber(), tmp_path)
    said = Respeaking(replace(BEGAN, mono_s=30.0), replace(ENDED, mono_s=32.0))
    desk.sees(Reviewing(RUN, Correcting(QuestionId("work"), 0, 0, said)))
    first, second = desk.waits_for(2)
    desk.work.stop()
    assert isinstance(first, WordsRespoken)
    assert isinstance(second, AnswerTranscribed)


def test_words_an_engine_gives_no_text_for_are_told_as_not_understood(tmp_path: Path) -> None:
    desk = Desk(FakeTranscriber(broken=True), tmp_path)
    said = Respeaking(BEGAN, replace(ENDED, mono_s=32.0))
    desk.sees(Reviewing(replace(RUN, attempts=()), Correcting(QuestionId("work"), 0, 0, said)))
    assert desk.waits_for(1) == [WordsRespoken(SESSION, None)]
    desk.work.stop()


def test_nothing_is_heard_of_somebody_who_chose_people_only_nor_after_the_end() -> None:
    people = replace(RUN, consent=Consent(Scoring.HUMAN_ONLY, "1"))
    assert list(waiting(Kiosk(Questioning(RUN, 1, Asking())))) != []
    assert list(waiting(Kiosk(Questioning(people, 1, Asking())))) == []
    assert list(waiting(Kiosk(Finishing(RUN, Ending())))) == []


def test_without_an_engine_nothing_waits() -> None:
    assert list(waiting(Kiosk(Questioning(RUN, 1, Asking())), hears=False)) == []


PACK = pack(question("work", followups=(FollowUp("why", {"en": "Why?"}, missing={"en": ("because",)}),)))
LACKING = Transcript(QuestionId("work"), 1, (typed("I liked it.", "en"),))


def test_what_a_text_lacks_is_followed_up_once_even_without_an_engine(tmp_path: Path) -> None:
    run = replace(RUN, pack=PACK, transcripts=(LACKING,))
    desk = Desk(None, tmp_path)
    for _ in range(3):
        desk.sees(Questioning(run, 0, Asking()))
    assert desk.waits_for(1) == [FollowUpFound(SESSION, QuestionId("work"), "why")]
    desk.work.stop()
    assert len(desk.told) == 1


def test_nothing_is_looked_at_that_people_only_may_read_or_that_was_followed_up() -> None:
    run = replace(RUN, pack=PACK, transcripts=(LACKING,))
    assert len(list(unexamined(Kiosk(Questioning(run, 0, Asking()))))) == 1
    people = replace(run, consent=Consent(Scoring.HUMAN_ONLY, "1"))
    assert list(unexamined(Kiosk(Questioning(people, 0, Asking())))) == []
    followed = replace(run, further=(Further(QuestionId("work"), PACK.questions[0]),))
    assert list(unexamined(Kiosk(Questioning(followed, 0, Asking())))) == []
