"""The fairness board against another way to count: fractions, one pass for each figure, on made-up pools."""

import random
from fractions import Fraction

import pytest

from kiosk.assessment.fairness import FEW, JOINED, board
from kiosk.domain.fairness import GroupFairness, Held, Met, Pair, Pool
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.standing import FinalStatus

PASSED, FAILED, OPEN = FinalStatus.PASSED, FinalStatus.FAILED, FinalStatus.NEEDS_REVIEW
Q = QuestionId("q")


def made_up(seed: int) -> tuple[Held, ...]:
    chance = random.Random(seed)
    held = []
    for number in range(chance.randint(1, 400)):
        groups = {}
        if chance.random() < 0.9:
            groups["sex"] = chance.choices(["female", "male", "other"], [50, 49, 1])[0]
        if chance.random() < 0.8:
            groups["origin"] = chance.choice(["a", "b", "c", "d"])
        score = round(chance.gauss(60, 20) * 2) / 2 if chance.random() < 0.9 else None
        overall = None if score is None else min(100.0, max(0.0, score))
        held.append(
            Held(SessionId(f"{number:032x}"), chance.choice([PASSED, FAILED, FAILED, OPEN]), overall, groups)
        )
    return tuple(held)


def pool(*held: Held, met: tuple[Met, ...] = (), pairs: tuple[Pair, ...] = ()) -> Pool:
    return Pool(held, met, pairs, {Q: "What happened?"})


def counted_otherwise(
    held: tuple[Held, ...], attributes: tuple[str, ...]
) -> dict[str, tuple[Fraction | None, ...]]:
    """Category → selection rate and ratio, scoring rate and ratio, as the law words them."""
    rows = [
        (JOINED.join(one.groups[a] for a in attributes), one.decision, one.overall)
        for one in held
        if set(attributes) <= set(one.groups)
    ]
    ordered = sorted(overall for _, _, overall in rows if overall is not None)
    half = len(ordered) // 2
    middle = None
    if ordered:
        odd = len(ordered) % 2
        middle = (
            Fraction(ordered[half]) if odd else (Fraction(ordered[half - 1]) + Fraction(ordered[half])) / 2
        )
    selection: dict[str, Fraction] = {}
    scoring: dict[str, Fraction] = {}
    for category in {row[0] for row in rows}:
        own = [row for row in rows if row[0] == category]
        chosen, refused = (sum(row[1] is what for row in own) for what in (PASSED, FAILED))
        if chosen + refused:
            selection[category] = Fraction(chosen, chosen + refused)
        scores = [row[2] for row in own if row[2] is not None]
        if scores and middle is not None:
            scoring[category] = Fraction(sum(Fraction(score) > middle for score in scores), len(scores))
    best, top = max(selection.values(), default=Fraction(0)), max(scoring.values(), default=Fraction(0))
    return {
        category: (
            selection.get(category),
            selection[category] / best if category in selection and best else None,
            scoring.get(category),
            scoring[category] / top if category in scoring and top else None,
        )
        for category in {row[0] for row in rows}
    }


def told(group: GroupFairness) -> dict[str, tuple[float | None, ...]]:
    return {
        one.category: (one.selection_rate, one.selection_ratio, one.scoring_rate, one.scoring_ratio)
        for one in group.categories
    }


def test_impact_ratios_equal_an_independent_calculation() -> None:
    for seed in range(200):
        held = made_up(seed)
        groups = {group.attribute: group for group in board(pool(*held)).groups}
        for name, group in groups.items():
            expected = counted_otherwise(held, tuple(name.split(JOINED)))
            found = told(group)
            assert found.keys() == expected.keys()
            for category, figures in expected.items():
                for figure, exact in zip(found[category], figures, strict=True):
                    assert figure == (None if exact is None else pytest.approx(float(exact), abs=1e-12)), seed


def test_the_example_of_a_most_selected_category() -> None:
    held = [Held(SessionId(f"m{n}"), PASSED if n < 50 else FAILED, None, {"sex": "male"}) for n in range(100)]
    held += [
        Held(SessionId(f"f{n}"), PASSED if n < 40 else FAILED, None, {"sex": "female"}) for n in range(100)
    ]
    (group,) = board(pool(*held)).groups
    female, male = group.categories
    assert (female.selection_rate, female.selection_ratio) == (0.4, 0.8)
    assert (male.selection_rate, male.selection_ratio) == (0.5, 1.0)
    assert (group.median, female.scoring_ratio) == (None, None)


def test_nobody_is_in_a_group_who_has_not_said_so() -> None:
    held = (Held(SessionId("1"), PASSED, 50.0, {"sex": "male"}), Held(SessionId("2"), PASSED, 90.0))
    (group,) = board(pool(*held)).groups
    assert (group.unknown, [one.count for one in group.categories]) == (1, [1])
    assert board(pool(held[1])).groups == ()


def test_small_numbers_are_marked() -> None:
    held = [Held(SessionId(f"{n}"), PASSED, 50.0, {"sex": "male" if n else "female"}) for n in range(100)]
    (group,) = board(pool(*held)).groups
    female, male = group.categories
    assert (female.small, female.below_two_percent) == (True, True)
    assert (male.small, male.below_two_percent) == (False, False)


def test_decisions_and_scores_are_counted() -> None:
    held = (
        Held(SessionId("1"), PASSED, 100.0),
        Held(SessionId("2"), FAILED, 9.5),
        Held(SessionId("3"), OPEN, 10.0),
        Held(SessionId("4"), OPEN, None),
    )
    found = board(pool(*held))
    assert (found.interviews, found.passed, found.failed, found.undecided) == (4, 1, 1, 2)
    assert found.scores == (1, 1, 0, 0, 0, 0, 0, 0, 0, 1)
    assert found.passed_scores == (0,) * 9 + (1,)


def test_a_question_that_nobody_understands_is_found() -> None:
    clear = tuple(Met(Q, said_again=n < 8, skipped=False, score=70.0) for n in range(FEW))
    (question,) = board(pool(met=clear)).questions
    assert (question.unclear, round(question.said_again, 3)) == (False, round(8 / 30, 3))
    unclear = tuple(Met(Q, False, False, 20.0 if n % 2 else 80.0) for n in range(FEW))
    (question,) = board(pool(met=unclear)).questions
    assert (question.unclear, question.low) == (True, 0.5)
    (question,) = board(pool(met=unclear[:-1])).questions
    assert (question.unclear, question.small) == (False, True)


def test_drift_is_how_much_people_differ_from_the_rules() -> None:
    met = (Met(Q, False, False, None),)
    pairs = (Pair(Q, 3, 2), Pair(Q, 4, 2), Pair(Q, 1, 1))
    (question,) = board(pool(met=met, pairs=pairs)).questions
    assert (question.pairs, question.drift) == (3, 1.0)
    (question,) = board(pool(met=met, pairs=(Pair(Q, 1, 1), Pair(Q, 3, 3)))).questions
    assert (question.drift, question.kappa) == (0.0, 1.0)
    (question,) = board(pool(met=met)).questions
    assert (question.drift, question.kappa) == (None, None)
