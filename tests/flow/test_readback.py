"""The candidate reads back what was written down, and puts right what was mis-heard."""

from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.transcript import Origin, Transcript, Version, Word
from kiosk.flow.effects import StartTimer
from kiosk.flow.events import (
    AnswerTranscribed,
    BackRequested,
    EndConfirmed,
    RespeakBegan,
    RespeakEnded,
    WordsChosen,
    WordsCorrected,
    WordsRespoken,
)
from kiosk.flow.states import Questioning, Respeaking, Reviewing, ThankYou
from kiosk.flow.timers import READING_IDLE_S, RESPEAK_S, WARNING_S, Timer
from tests.flow.journey import Journey, asked, at
from tests.flow.journeys import PAUSE, RESUME

WORK = QuestionId("work")
CHOSEN = WordsChosen(WORK, 1, 1)


def version(text: str, origin: Origin = Origin.RECOGNISED) -> Version:
    words = tuple(Word(word, float(at), at + 1.0, 0.5) for at, word in enumerate(text.split()))
    return Version(origin, "fake", "en", words)


def transcribed(journey: Journey, text: str, question: QuestionId = WORK) -> AnswerTranscribed:
    return AnswerTranscribed(journey.run.session, Transcript(question, 1, (version(text),)))


def reading() -> Journey:
    """At the review, with the first answer written down."""
    journey = Journey().given(at(Reviewing))
    return journey.when(transcribed(journey, "we eight together"))


def texts(journey: Journey) -> list[str]:
    transcript = journey.run.transcript(WORK)
    assert transcript is not None
    return [one.text for one in transcript.versions]


def test_an_answer_is_written_down_while_the_next_question_is_answered() -> None:
    journey = Journey().given(asked(1))
    journey.when(transcribed(journey, "we eight together")).then(Questioning, index=1)
    assert texts(journey) == ["we eight together"]


def test_an_answer_is_written_down_once() -> None:
    journey = Journey().given(asked(1))
    journey.when(transcribed(journey, "we eight together")).ignores(transcribed(journey, "something else"))


def test_what_is_heard_of_another_session_changes_nothing_here() -> None:
    journey = Journey().given(asked(1))
    other = Transcript(WORK, 1, (version("somebody else"),))
    journey.when(AnswerTranscribed(SessionId("f" * 32), other))
    assert journey.run.transcripts == ()


def test_a_wrong_word_is_typed_and_both_versions_are_kept() -> None:
    journey = reading().when(CHOSEN, WordsCorrected("ate all of it")).then(Reviewing, correcting=None)
    assert texts(journey) == ["we eight together", "we ate all of it together"]
    transcript = journey.run.transcript(WORK)
    assert transcript is not None
    words = transcript.latest.words
    assert transcript.latest.origin is Origin.CORRECTED
    assert [(word.start_s, word.end_s) for word in words[1:3]] == [(1.0, 1.25), (1.25, 1.5)]
    assert [word.confidence for word in words[:2]] == [0.5, None]


def test_further_corrections_make_no_further_version() -> None:
    journey = reading().when(CHOSEN, WordsCorrected("ate"), WordsChosen(WORK, 2, 2), WordsCorrected(""))
    assert texts(journey) == ["we eight together", "we ate"]


def test_a_wrong_word_is_said_again_and_heard_anew() -> None:
    journey = reading().when(CHOSEN, RespeakBegan()).when(RespeakEnded(), after_s=2.0)
    scene = journey.kiosk.scene
    assert isinstance(scene, Reviewing)
    assert scene.correcting is not None
    assert isinstance(scene.correcting.respeaking, Respeaking)
    assert scene.correcting.respeaking.ended is not None
    assert scene.correcting.respeaking.ended.seconds_after(scene.correcting.respeaking.began) == 2.0
    journey.when(WordsRespoken(journey.run.session, version("ate"))).then(Reviewing, correcting=None)
    assert texts(journey)[-1] == "we ate together"


def test_saying_it_again_ends_by_itself() -> None:
    journey = reading().when(CHOSEN, RespeakBegan())
    assert StartTimer(Timer.ANSWER, RESPEAK_S) in journey.orders
    journey.waits(RESPEAK_S).when(WordsRespoken(journey.run.session, version("ate")))
    assert texts(journey)[-1] == "we ate together"


def test_what_was_not_understood_changes_nothing_and_is_said() -> None:
    journey = reading().when(CHOSEN, RespeakBegan(), RespeakEnded())
    journey.when(WordsRespoken(journey.run.session, None))
    scene = journey.kiosk.scene
    assert isinstance(scene, Reviewing)
    assert scene.correcting is not None
    assert scene.correcting.unheard
    assert scene.correcting.respeaking is None
    assert texts(journey) == ["we eight together"]


def test_one_may_think_better_of_it_at_any_moment() -> None:
    reading().when(CHOSEN, BackRequested()).then(Reviewing, correcting=None)
    reading().when(CHOSEN, RespeakBegan(), BackRequested()).then(Reviewing, correcting=None)
    late = reading().when(CHOSEN, RespeakBegan(), RespeakEnded(), BackRequested())
    late.ignores(WordsRespoken(late.run.session, version("ate")))


def test_only_words_that_are_there_can_be_chosen() -> None:
    journey = reading().ignores(WordsChosen(WORK, 1, 3), WordsChosen(WORK, -1, 0), WordsChosen(WORK, 2, 1))
    journey.ignores(WordsChosen(QuestionId("team"), 0, 0), WordsCorrected("x"), RespeakBegan())
    journey.when(CHOSEN).ignores(WordsCorrected("x" * 501), EndConfirmed())


def test_what_is_rough_is_not_read_back_and_so_never_becomes_fit_for_scoring() -> None:
    journey = Journey().given(at(Reviewing))
    rough = Transcript(WORK, 1, (version("that why we together", Origin.ROUGH),))
    journey.when(AnswerTranscribed(journey.run.session, rough)).ignores(CHOSEN)


def test_the_choice_may_grow_to_the_words_beside_it() -> None:
    journey = reading().when(CHOSEN, WordsChosen(WORK, 1, 2), WordsCorrected("ate"))
    assert texts(journey)[-1] == "we ate"
    reading().when(CHOSEN, RespeakBegan()).ignores(WordsChosen(WORK, 0, 1))


def test_whoever_reads_has_more_time_than_whoever_has_nothing_to_read() -> None:
    journey = reading()
    assert StartTimer(Timer.IDLE, READING_IDLE_S) in journey.orders
    journey.waits(READING_IDLE_S - 1).then(Reviewing).waits(2.0 + WARNING_S).then(ThankYou)


def test_an_interruption_comes_back_to_the_same_words() -> None:
    journey = reading().when(CHOSEN, RespeakBegan(), PAUSE, RESUME).then(Reviewing)
    scene = journey.kiosk.scene
    assert isinstance(scene, Reviewing)
    assert scene.correcting is not None
    assert (scene.correcting.first, scene.correcting.respeaking) == (1, None)
