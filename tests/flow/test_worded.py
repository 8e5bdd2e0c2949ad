"""A follow-up in a model's words takes the place of the pack's while nobody has met that, and never later."""

from kiosk.domain.assessment import Provenance
from kiosk.domain.wording import FORGOTTEN, Wording
from kiosk.flow.effects import MarkChapter, Speak
from kiosk.flow.events import AnswerEnded, FollowUpWorded
from kiosk.flow.personal import set_apart
from kiosk.flow.states import Answering, Asking, Questioning, Reviewing
from tests.flow.journey import Journey, asked
from tests.flow.test_further import LAST, TALK, answering, found, is_further

TEXT = "What made you choose that way?"
WORDING = Wording(TEXT, "reasons", Provenance("small", 0.0, "p", "r", "{}"))


def worded(journey: Journey, name: str = "talk") -> FollowUpWorded:
    return FollowUpWorded(journey.run.session, next(q.id for q in (TALK, LAST) if q.id == name), WORDING)


def waiting() -> Journey:
    """The pack's follow-up about the first answer is known; the second question is being answered."""
    journey = answering().when(AnswerEnded(), after_s=30.0).given(asked(1))
    return journey.when(found(journey, "talk", "why")).then(Questioning, Answering, index=1)


def test_a_question_that_is_ready_is_asked_between_two_others_instead_of_the_packs() -> None:
    journey = waiting()
    journey.when(worded(journey)).then(Questioning, Answering, index=1)
    journey.when(AnswerEnded(), after_s=30.0).then(Questioning, Asking, index=0)
    assert is_further(journey)
    assert Speak("question:talk.worded", TEXT, "en", into_recording=True) in journey.orders
    journey.when(AnswerEnded(), after_s=30.0)
    assert [name for name, _, _ in journey.answers] == ["talk", "last", "talk.worded"]
    assert [one.wording for one in journey.run.further] == [WORDING]


def test_a_chapter_says_nothing_after_the_candidate() -> None:
    journey = waiting()
    journey.when(worded(journey)).when(AnswerEnded(), after_s=30.0)
    title = f"1+. {journey.run.text(TALK)}"
    assert MarkChapter("question:talk.worded", title, "Q1+") in journey.orders


def test_nobody_waits_for_it_and_what_comes_late_is_not_asked() -> None:
    journey = waiting().when(AnswerEnded(), after_s=30.0).then(Questioning, Asking, index=0)
    assert Speak("question:talk.why", "Why was that?", "en", into_recording=True) in journey.orders
    journey.ignores(worded(journey))


def test_it_is_never_a_second_one_nor_one_the_rules_did_not_want() -> None:
    journey = waiting()
    journey.when(worded(journey)).ignores(worded(journey), worded(journey, "last"))


def test_whoever_reads_back_is_not_called_back() -> None:
    journey = answering().when(AnswerEnded(), after_s=30.0).given(asked(1))
    journey.when(AnswerEnded(), after_s=30.0).then(Reviewing).ignores(worded(journey))


def test_in_the_journal_its_words_are_locked() -> None:
    plain, apart = set_apart(worded(waiting()))
    assert TEXT not in str(plain)
    assert TEXT in str(apart)
    assert plain["wording"]["text"] == FORGOTTEN.text
