"""How well two raters agree on levels."""

from collections import Counter
from collections.abc import Sequence

from kiosk.domain.rubric import LEVELS


def weighted_kappa(ours: Sequence[int], theirs: Sequence[int]) -> float:
    """Cohen's kappa with quadratic weights: 1 is full agreement, 0 what chance would give.

    Both are levels from 0 to 4, pair by pair; with nothing to compare it is 0.
    """
    pairs = list(zip(ours, theirs, strict=True))
    if not pairs:
        return 0.0
    seen = sum(_distance(a, b) for a, b in pairs)
    rows, columns = Counter(ours), Counter(theirs)
    levels = range(LEVELS)
    by_chance = sum(rows[a] * columns[b] * _distance(a, b) for a in levels for b in levels) / len(pairs)
    return 1.0 - seen / by_chance if by_chance else 1.0


def _distance(a: int, b: int) -> float:
    return float((a - b) ** 2)
