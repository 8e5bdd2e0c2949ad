"""A sample fairness board for pictures and tests; its figures are made up."""

from kiosk.domain.fairness import Board, CategoryFairness, GroupFairness, QuestionFairness
from kiosk.domain.ids import QuestionId

_QUESTIONS = (
    ("conflict", "Tell us about a disagreement at work. What did you do?", 0.08, 0.02, 0.11, 120, 0.12, 0.81),
    ("mistake", "Tell us about a mistake you made.", 0.12, 0.06, 0.18, 118, -0.35, 0.62),
    ("release", "In what order would you release these parts?", 0.46, 0.21, 0.38, 96, 0.05, 0.74),
)


def sample_board(count: int) -> Board:
    """Nothing with no interviews."""
    if not count:
        return Board(0, 0, 0, 0, (0,) * 10, (0,) * 10, (), ())
    return Board(
        interviews=412,
        passed=148,
        failed=201,
        undecided=63,
        scores=(2, 6, 15, 31, 58, 84, 96, 71, 38, 11),
        passed_scores=(0, 0, 1, 3, 10, 24, 44, 41, 20, 5),
        questions=tuple(
            QuestionFairness(
                question=QuestionId(name),
                text=text,
                count=380,
                said_again=again,
                skipped=skipped,
                low=low,
                unclear=again > 0.3,
                pairs=pairs,
                drift=drift,
                kappa=kappa,
                small=False,
            )
            for name, text, again, skipped, low, pairs, drift, kappa in _QUESTIONS
        ),
        groups=(
            GroupFairness(
                "sex",
                38,
                64.0,
                (
                    CategoryFairness("female", 190, 68, 0.42, 0.98, 188, 0.51, 1.0, False, False),
                    CategoryFairness("male", 178, 72, 0.43, 1.0, 175, 0.49, 0.96, False, False),
                    CategoryFairness("other", 6, 2, 0.33, 0.77, 6, 0.33, 0.65, True, True),
                ),
            ),
        ),
    )
