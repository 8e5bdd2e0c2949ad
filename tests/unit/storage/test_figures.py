from dataclasses import replace
from xml.etree import ElementTree

import pytest

from kiosk.assessment.transcripts import heard
from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.ids import QuestionId
from kiosk.domain.moment import Moment
from kiosk.domain.transcript import Transcript, Word, typed
from storage.analytics import figures
from storage.export.plots import Bar, bars, line

CONFLICT_ID = QuestionId("conflict")


def at(seconds: float) -> Moment:
    return Moment("2026-11-20T10:00:00.000Z", "boot", seconds)


def attempt(number: int, outcome: Outcome, start_s: float, end_s: float) -> Attempt:
    return Attempt(
        CONFLICT_ID, number, outcome, end_s - start_s, False, at(start_s - 5), at(start_s), at(end_s)
    )


def test_a_session_is_counted() -> None:
    words = [Word("word", index * 0.5, index * 0.5 + 0.4) for index in range(60)]
    said = Transcript(CONFLICT_ID, 2, (heard("word " * 60, words, "x", "en"),))
    tries = [attempt(1, Outcome.DISCARDED, 10, 20), attempt(2, Outcome.KEPT, 30, 65)]
    counted = figures(tries, {CONFLICT_ID: said})
    one = counted.answers[0]
    assert (one.attempts, one.time_s, one.answer_s) == (2, 55, 35)
    assert (one.words, one.speaking_s, one.words_per_minute) == (60, 24.0, 150.0)
    assert (counted.time_s, counted.words, counted.words_per_minute) == (55, 60, 150.0)


def test_what_was_typed_or_skipped_has_no_rate() -> None:
    skipped = replace(attempt(1, Outcome.SKIPPED, 10, 12), question=QuestionId("planning"))
    said = Transcript(CONFLICT_ID, 1, (typed("I typed it.", "en"),))
    counted = figures([attempt(1, Outcome.KEPT, 10, 40), skipped], {CONFLICT_ID: said})
    assert [one.words_per_minute for one in counted.answers] == [None, None]
    assert [one.words for one in counted.answers] == [3, None]
    assert figures([], {}).answers == ()


@pytest.mark.parametrize(
    "drawn",
    [
        bars("Time <&>", [Bar("A “very” long label that needs cutting", 12, "0:12"), Bar("b", None, "–")]),
        bars("Nothing", []),
        line("Score", [Bar("1", 50, "50"), Bar("2", None, "–"), Bar("3", 999, "999")], 100),
        line("One", [Bar("1", 50, "50")], 100),
        line("None", [], 100),
    ],
)
def test_a_drawing_is_whole_says_what_it_shows_and_fits_any_page(drawn: str) -> None:
    picture = ElementTree.fromstring(drawn)
    names = [element.tag.rpartition("}")[2] for element in picture.iter()]
    assert names[:3] == ["svg", "title", "desc"]
    assert picture.get("fill") == "currentColor"
    assert not set(names) & {"script", "style", "image", "a"}
    assert "#" not in drawn
