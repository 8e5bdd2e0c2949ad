from dataclasses import replace
from xml.etree import ElementTree

import pytest

from kiosk.assessment.analytics import figures
from kiosk.assessment.assess import assess
from kiosk.assessment.followup import follow_up
from kiosk.assessment.plots import Bar, bars, line
from kiosk.assessment.ratings import overrides, rated
from kiosk.assessment.transcripts import heard, typed
from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.assessment import Rating
from kiosk.domain.ids import QuestionId
from kiosk.domain.moment import Moment
from kiosk.domain.transcript import Transcript, Word
from tests.answers import CONFLICT, question, whole

CONFLICT_ID = QuestionId("conflict")


def rating(level: int, criterion: str = "resolving", name: str = "conflict") -> Rating:
    return Rating(QuestionId(name), criterion, level, "R. Reviewer", "Heard it.", "2026-11-20T10:00:00.000Z")


def test_a_persons_level_takes_the_place_of_the_rules_and_the_record_stays() -> None:
    record = assess(whole())
    seen = rated(record, [rating(0), rating(1)], whole().pack.weights)
    before, after = record.answers[2], seen.answers[2]
    assert [one.level for one in before.criteria] == [4, 4, 3, 3]
    assert [one.level for one in after.criteria] == [1, 4, 3, 3]
    assert after.criteria[0].evidence == before.criteria[0].evidence
    assert (seen.scores.problem_solving or 0) < (record.scores.problem_solving or 0)


def test_a_person_can_judge_what_the_rules_left_to_people() -> None:
    record = assess(whole())
    seen = rated(record, [rating(3, "priorities", "planning")], whole().pack.weights)
    assert (record.answers[4].score, seen.answers[4].score, seen.answers[4].withheld) == (None, 75.0, None)


def test_only_what_differs_is_an_override() -> None:
    assert overrides(assess(whole()), [rating(4), rating(2)]) == (rating(2),)


def test_there_is_no_level_5() -> None:
    with pytest.raises(ValueError, match="from 0 to 4"):
        rated(assess(whole()), [rating(5)], whole().pack.weights)


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


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("We disagreed once.", "more"),
        (" ".join(CONFLICT.split()[:40]), "ending"),
        (CONFLICT, None),
    ],
)
def test_a_short_or_incomplete_answer_wants_a_follow_up(text: str, asked: str | None) -> None:
    wanted = follow_up(question("conflict"), typed(text, "en"))
    assert (wanted.id if wanted else None) == asked


def test_a_question_without_rules_or_in_another_tongue_wants_none() -> None:
    assert follow_up(question("your-question"), typed("No.", "en")) is None
    assert follow_up(question("conflict"), typed("Non.", "fr")) is None
