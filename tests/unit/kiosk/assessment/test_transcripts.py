from dataclasses import replace

import pytest

from kiosk.assessment.transcripts import heard
from kiosk.domain.ids import QuestionId
from kiosk.domain.transcript import Transcript, Word, typed


def spoken(text: str, confidence: float = 0.9) -> tuple[Word, ...]:
    return tuple(Word(word, float(at), at + 0.9, confidence) for at, word in enumerate(text.split()))


def transcript(text: str, confidence: float = 0.9) -> Transcript:
    version = heard(text, spoken(text, confidence), "x", "en")
    return Transcript(QuestionId("q"), 1, (version,))


def test_the_text_is_as_written_and_the_times_as_spoken() -> None:
    version = heard("Well, she's right.", spoken("well shes right"), "x", "en")
    assert version.text == "Well, she's right."
    assert [word.start_s for word in version.words] == [0.0, 1.0, 2.0]
    assert version.confidence == pytest.approx(0.9)


def test_a_word_the_engine_gave_no_time_stands_between_its_neighbours() -> None:
    version = heard("We found 12 ways.", [Word("We", 0, 1, 0.9), Word("ways", 4, 5, 0.9)], "x", "en")
    found, number = version.words[1:3]
    assert (found.start_s, number.end_s) == (1, 4)
    assert found.confidence is None


def test_an_engine_without_text_gives_its_words() -> None:
    assert heard("", [Word("so it was", 0, 1)], "x", "en").text == "so it was"


def test_a_typed_answer_has_no_times() -> None:
    version = typed("I would rather  type.", "en")
    assert version.text == "I would rather type."
    assert replace(version.words[0], text="") == Word("", 0.0, 0.0)
