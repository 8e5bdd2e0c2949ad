import pytest

from kiosk.assessment.assess import assess
from kiosk.assessment.followup import follow_up
from kiosk.assessment.ratings import overrides, rated
from kiosk.domain.assessment import Rating
from kiosk.domain.ids import QuestionId
from kiosk.domain.transcript import typed
from tests.answers import CONFLICT, question, whole


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
