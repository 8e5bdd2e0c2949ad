"""At most one further question about an answer, never waited for, and marked as what it is."""

import pytest

from kiosk.domain.accommodations import Accommodations
from kiosk.domain.consent import Scoring
from kiosk.domain.proof import CaptureFlaw
from kiosk.domain.rubric import FollowUp
from kiosk.flow.effects import MarkChapter, Speak
from kiosk.flow.events import AnswerEnded, AnswerTyped, ConsentGiven, FollowUpFound, SkipRequested
from kiosk.flow.facts import CaptureUnproved
from kiosk.flow.states import Answering, Asking, Consenting, Questioning, Reviewing
from tests.flow.booth import SOUND_S, Booth
from tests.flow.journey import Journey, asked, at, pack, question
from tests.flow.journeys import END

MORE = FollowUp("more", {"en": "Can you tell us more?"}, min_words=20)
WHY = FollowUp("why", {"en": "Why was that?"}, missing={"en": ("because",)})
TALK = question("talk", followups=(MORE, WHY))
LAST = question("last", followups=(WHY,))


def journey_of(*questions: object, needs: Accommodations | None = None) -> Journey:
    booth = Booth(pack(*questions, practice=None))  # type: ignore[arg-type]
    if needs is not None:
        booth.card = needs
    return Journey(booth)


def answering() -> Journey:
    return journey_of(TALK, LAST).given(asked(0))


def found(journey: Journey, name: str, followup: str) -> FollowUpFound:
    return FollowUpFound(journey.run.session, question(name).id, followup)


def is_further(journey: Journey) -> bool:
    return isinstance(journey.kiosk.scene, Questioning) and journey.kiosk.scene.further is not None


def test_an_answer_that_is_certainly_too_short_is_followed_up_at_once() -> None:
    journey = answering().when(AnswerEnded(), after_s=4.0).then(Questioning, Asking, index=0)
    assert is_further(journey)
    assert Speak("question:talk.more", "Can you tell us more?", "en", into_recording=True) in journey.orders
    assert MarkChapter("question:talk.more", "1+. Can you tell us more?", "Q1+") in journey.orders
    journey.waits(SOUND_S).when(AnswerEnded(), after_s=1.0).then(Questioning, Asking, index=1)
    assert journey.answers == [("talk", 1, "kept"), ("talk.more", 1, "kept")]


def test_an_answer_that_may_be_long_enough_is_not() -> None:
    journey = answering().when(AnswerEnded(), after_s=5.0).then(Questioning, index=1)
    assert not is_further(journey)


def test_what_is_found_in_a_text_is_asked_between_two_questions() -> None:
    journey = answering().when(AnswerEnded(), after_s=30.0).given(asked(1))
    journey.when(found(journey, "talk", "why")).then(Questioning, Answering, index=1)
    journey.when(AnswerEnded(), after_s=30.0).then(Questioning, Asking, index=0)
    assert is_further(journey)
    journey.waits(SOUND_S).when(AnswerEnded(), after_s=5.0).then(Reviewing)
    assert [name for name, _, _ in journey.answers] == ["talk", "last", "talk.why"]


def test_there_is_never_a_second_one() -> None:
    journey = answering().when(AnswerEnded(), after_s=4.0)
    journey.ignores(found(journey, "talk", "why"))
    twice = answering().when(AnswerEnded(), after_s=30.0)
    twice.when(found(twice, "talk", "why")).ignores(found(twice, "talk", "more"))


def test_a_follow_up_to_nothing_is_not_asked() -> None:
    journey = answering()
    journey.ignores(found(journey, "talk", "why"), found(journey, "last", "why"))
    journey.when(AnswerEnded(), after_s=30.0).ignores(found(journey, "talk", "nonsense"))
    journey.ignores(FollowUpFound(type(journey.run.session)("f" * 32), TALK.id, "why"))


def test_whoever_reads_back_is_not_called_back() -> None:
    journey = answering().when(AnswerEnded(), after_s=30.0).given(asked(1))
    journey.when(AnswerEnded(), after_s=30.0).then(Reviewing).ignores(found(journey, "last", "why"))


def test_a_follow_up_may_be_left_out_and_cut_short() -> None:
    journey = answering().when(AnswerEnded(), after_s=4.0).when(SkipRequested()).then(Questioning, index=1)
    assert journey.answers[-1] == ("talk.more", 1, "skipped")
    cut = answering().when(AnswerEnded(), after_s=4.0).waits(SOUND_S).when(END, after_s=3.0)
    assert cut.answers[-1] == ("talk.more", 1, "cut_short")


def test_a_follow_up_whose_recording_is_not_proved_is_not_asked_again() -> None:
    journey = answering().when(AnswerEnded(), after_s=4.0).waits(SOUND_S).when(AnswerEnded(), after_s=2.0)
    journey.when(CaptureUnproved("talk.more:1", CaptureFlaw.NO_VOICE, "")).given(asked(1))
    assert journey.run.unproved == ()


@pytest.mark.parametrize(("scoring", "further"), [(Scoring.AI_AND_HUMAN, True), (Scoring.HUMAN_ONLY, False)])
def test_the_words_of_who_types_are_counted_only_with_consent(scoring: Scoring, further: bool) -> None:
    journey = journey_of(TALK, LAST, needs=Accommodations(text_answers=True)).given(at(Consenting))
    journey.when(ConsentGiven(scoring, "1")).given(asked(0))
    journey.when(AnswerTyped("Not much."), after_s=1.0).when(AnswerEnded(), after_s=29.0)
    assert is_further(journey) is further


def test_a_short_skip_is_not_followed_up() -> None:
    leave = question("talk", followups=(MORE,), may_skip=True)
    journey = journey_of(leave, LAST).given(asked(0)).when(SkipRequested(), after_s=1.0)
    assert not is_further(journey)
