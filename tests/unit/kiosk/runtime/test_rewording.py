"""A model words a follow-up in the background; it is told only when it can be heard."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kiosk.assessment.gate import Gate
from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.assessment import Provenance
from kiosk.domain.consent import Consent, Scoring
from kiosk.domain.ids import QuestionId
from kiosk.domain.pack import Question
from kiosk.domain.rubric import FollowUp
from kiosk.domain.transcript import Transcript, Version, typed
from kiosk.domain.wording import Unworded, Wording
from kiosk.flow.events import Event, FollowUpWorded
from kiosk.flow.further import put
from kiosk.flow.states import Asking, Further, Kiosk, Questioning, Run, Welcome
from kiosk.ports.station import Snapshot
from kiosk.ports.voice import Pace
from kiosk.runtime.rehearsal import Rehearsal
from kiosk.runtime.rewording import Rewording, to_prepare
from kiosk.voice.rendered import RenderedVoice
from tests.fakes import pack, question
from tests.unit.kiosk.runtime.test_meanwhile import BEGAN, ENDED, PATIENCE_S, RUN, SESSION

TEXT = "What did you like best?"
WORDING = Wording(TEXT, "detail", Provenance("small", 0.0, "p", "r", "{}"))
WHY = FollowUp("why", {"en": "Why?"}, missing={"en": ("because",)})
WORK = question("work", followups=(WHY,))
LACKING = Transcript(QuestionId("work"), 1, (typed("I liked it.", "en"),))
FURTHER = Further(WORK.id, put(WORK, WHY))
WAITING = replace(RUN, pack=pack(WORK, question("last")), transcripts=(LACKING,), further=(FURTHER,))


@dataclass
class FakeInterviewer:
    says: Wording | Unworded = WORDING
    read: list[str] = field(default_factory=list)

    def word(self, question: Question, said: Version, _language: str) -> Wording | Unworded:
        self.read.append(f"{question.id}: {said.text}")
        return self.says

    def close(self) -> None:
        self.read.clear()


class Desk:
    """A ``Rewording`` at work, and what it tells."""

    def __init__(self, folder: Path, interviewer: FakeInterviewer) -> None:
        self.told: list[Event] = []
        self.rehearsal = Rehearsal(folder, RenderedVoice)
        self._news = threading.Condition()
        self.work = Rewording(Gate(interviewer=interviewer), self.rehearsal, self._post)
        self.work.start()

    def sees(self, run: Run) -> None:
        self.work.see(Snapshot(Kiosk(Questioning(run, 1, Asking())), 0.0))

    def waits_for(self, count: int) -> list[Event]:
        with self._news:
            assert self._news.wait_for(lambda: len(self.told) >= count, PATIENCE_S), self.told
        return self.told

    def _post(self, event: Event) -> None:
        with self._news:
            self.told.append(event)
            self._news.notify_all()


def wait_until(holds: Callable[[], bool]) -> None:
    until_s = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < until_s
        time.sleep(0.01)


@pytest.fixture
def interviewer() -> FakeInterviewer:
    return FakeInterviewer()


@pytest.fixture
def desk(tmp_path: Path, interviewer: FakeInterviewer) -> Iterator[Desk]:
    desk = Desk(tmp_path / "follow-ups", interviewer)
    yield desk
    desk.work.stop()


def test_a_question_is_told_once_and_can_be_heard_at_every_pace(
    desk: Desk, interviewer: FakeInterviewer
) -> None:
    for _ in range(3):
        desk.sees(WAITING)
    assert desk.waits_for(1) == [FollowUpWorded(SESSION, WORK.id, WORDING)]
    for pace in Pace:
        heard = desk.rehearsal.utterance(TEXT, "en", pace)
        assert heard is not None
        assert heard.sound.is_file()
    desk.work.stop()
    assert len(desk.told) == 1
    assert interviewer.read == ["work: I liked it."]


def test_what_was_worded_before_a_power_cut_is_rendered_again_and_not_told(
    desk: Desk, interviewer: FakeInterviewer
) -> None:
    worded = replace(FURTHER, question=replace(FURTHER.question, text={"en": TEXT}), wording=WORDING)
    desk.sees(replace(WAITING, further=(worded,)))
    wait_until(lambda: desk.rehearsal.utterance(TEXT, "en", Pace.USUAL) is not None)
    desk.work.stop()
    assert (desk.told, interviewer.read) == ([], [])


def test_a_refusal_leaves_the_packs_own(desk: Desk, interviewer: FakeInterviewer) -> None:
    interviewer.says = Unworded.UNLAWFUL
    desk.sees(WAITING)
    wait_until(lambda: bool(interviewer.read))
    desk.work.stop()
    assert desk.told == []


def test_nothing_of_it_stays_for_the_next_candidate(desk: Desk, tmp_path: Path) -> None:
    desk.sees(WAITING)
    desk.waits_for(1)
    desk.work.stop()
    desk.rehearsal.wipe()
    assert desk.rehearsal.utterance(TEXT, "en", Pace.USUAL) is None
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_only_what_nobody_has_met_is_worded_and_only_with_consent() -> None:
    def found(run: Run, further: Further | None = None) -> int:
        return len(list(to_prepare(Kiosk(Questioning(run, 0, Asking(), further=further)))))

    met = Attempt(FURTHER.question.id, 1, Outcome.KEPT, 4.0, False, BEGAN, BEGAN, ENDED)
    assert found(WAITING) == 1
    assert found(WAITING, FURTHER) == 0, "it is being asked"
    assert found(replace(WAITING, attempts=(*RUN.attempts, met))) == 0
    assert found(replace(WAITING, transcripts=())) == 0
    assert found(replace(WAITING, consent=Consent(Scoring.HUMAN_ONLY, "1"))) == 0
    assert list(to_prepare(Kiosk(Welcome()))) == []
