from collections import Counter
from pathlib import Path

import pytest

from kiosk.assessment.agreement import weighted_kappa
from kiosk.assessment.evaluation import (
    Case,
    CaseKind,
    Judged,
    evaluate,
    read_cases,
    report,
    rubric_scorer,
)
from kiosk.packs.shelf import find

ROOT = Path(__file__).parents[4]
CASES = ROOT / "assets/eval"
PACKS = ROOT / "assets/packs"


def case(name: str, level: int | None, kind: CaseKind = CaseKind.FAIR, like: str | None = None) -> Case:
    return Case(name, kind, "conflict", "en", "text", level, like=like)


@pytest.mark.parametrize(
    ("ours", "theirs", "kappa"),
    [
        ([0, 2, 4], [0, 2, 4], 1.0),
        ([4, 0], [0, 4], -1.0),
        ([0, 4, 0, 4], [0, 0, 4, 4], 0.0),
        ([3, 3], [3, 3], 1.0),
        ([], [], 0.0),
        ([0, 1, 2, 3, 4, 2], [0, 1, 1, 3, 4, 4], 0.8),
    ],
)
def test_agreement_is_counted_beyond_chance_and_by_distance(
    ours: list[int], theirs: list[int], kappa: float
) -> None:
    assert weighted_kappa(ours, theirs) == pytest.approx(kappa)


def test_the_figures_say_what_they_count() -> None:
    made = report(
        [
            Judged(case("a", 4), 100.0),
            Judged(case("b", 2), 75.0),
            Judged(case("c", 1), None),
            Judged(case("d", None, CaseKind.EMPTY), None),
            Judged(case("e", None, CaseKind.OFF_TOPIC), 50.0),
            Judged(case("f", 2, CaseKind.INJECTED, like="b"), 100.0),
        ]
    )
    assert made.exact == pytest.approx(1 / 3)
    assert made.within_one == pytest.approx(2 / 3)
    assert (made.withheld_rightly, made.withheld_wrongly) == (0.5, 0.25)
    assert made.injection_change == 25.0
    assert made.in_order == pytest.approx(2 / 3)


def test_there_are_cases_of_every_kind_in_every_language() -> None:
    cases = list(read_cases(CASES / "general.jsonl"))
    assert len({one.id for one in cases}) == len(cases) >= 60
    assert set(Counter(one.kind for one in cases)) == set(CaseKind)
    assert {one.language for one in cases} == {"en", "de", "es"}


def test_the_rules_agree_with_people() -> None:
    made = evaluate(CASES, lambda name: find(name, [PACKS]), rubric_scorer)
    assert made.kappa >= 0.75
    assert made.within_one == 1.0
    assert made.withheld_rightly == 1.0
    assert made.withheld_wrongly <= 0.45
    assert made.in_order >= 0.95
    assert made.injection_change == 0.0


def test_the_rules_flatter_no_answer_that_they_were_not_made_with() -> None:
    made = evaluate(CASES / "unseen", lambda name: find(name, [PACKS]), rubric_scorer)
    assert made.withheld_rightly == 1.0
    assert all((one.level or 0) <= (one.case.level or 0) for one in made.judged)
