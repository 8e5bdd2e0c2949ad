"""The fairness board's arithmetic. It describes what was decided; it decides nothing and feeds no score.

Impact ratios are those of New York City's Local Law 144 (rules of the city, title 6, section 5-300): a
category's selection rate over that of the most selected category; and, for scores, the share of a category
above the median of the whole sample over the largest such share.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from statistics import median

from kiosk.assessment.agreement import weighted_kappa
from kiosk.domain.fairness import (
    Board,
    CategoryFairness,
    GroupFairness,
    Held,
    Met,
    Pair,
    Pool,
    QuestionFairness,
)
from kiosk.domain.ids import QuestionId
from kiosk.domain.standing import FinalStatus

FEW = 30
"""Below this a share moves by more than chance lets anybody conclude from."""
LOW_SCORE = 40.0
UNCLEAR = 0.3
"""A question that so large a share had said again, skipped or missed is worth another look."""
SMALLEST_SHARE = 0.02
_BINS = 10
_DECIDED = (FinalStatus.PASSED, FinalStatus.FAILED)
JOINED = " · "


def board(pool: Pool) -> Board:
    """The whole board."""
    decisions = [one.decision for one in pool.held]
    return Board(
        interviews=len(pool.held),
        passed=decisions.count(FinalStatus.PASSED),
        failed=decisions.count(FinalStatus.FAILED),
        undecided=decisions.count(FinalStatus.NEEDS_REVIEW),
        scores=_bins(pool.held),
        passed_scores=_bins(one for one in pool.held if one.decision is FinalStatus.PASSED),
        questions=tuple(_questions(pool)),
        groups=tuple(_groups(pool.held)),
    )


def _bins(held: Iterable[Held]) -> tuple[int, ...]:
    counts = [0] * _BINS
    for one in held:
        if one.overall is not None:
            counts[min(_BINS - 1, int(one.overall // (100 / _BINS)))] += 1
    return tuple(counts)


# --- questions -----------------------------------------------------------------------------
def _questions(pool: Pool) -> Iterator[QuestionFairness]:
    for question, text in pool.texts.items():
        met = [one for one in pool.met if one.question == question]
        if met:
            yield _question(question, text, met, [one for one in pool.pairs if one.question == question])


def _question(question: QuestionId, text: str, met: Sequence[Met], pairs: Sequence[Pair]) -> QuestionFairness:
    scored = [one.score for one in met if one.score is not None]
    shares = (
        _share(sum(one.said_again for one in met), len(met)),
        _share(sum(one.skipped for one in met), len(met)),
        _share(sum(score < LOW_SCORE for score in scored), len(scored)),
    )
    levels, rules = [one.level for one in pairs], [one.rules_level for one in pairs]
    return QuestionFairness(
        question=question,
        text=text,
        count=len(met),
        said_again=shares[0],
        skipped=shares[1],
        low=shares[2],
        unclear=len(met) >= FEW and max(shares) >= UNCLEAR,
        pairs=len(pairs),
        drift=sum(a - b for a, b in zip(levels, rules, strict=True)) / len(pairs) if pairs else None,
        kappa=weighted_kappa(levels, rules) if pairs else None,
        small=len(met) < FEW,
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


# --- groups --------------------------------------------------------------------------------
def _groups(held: Sequence[Held]) -> Iterator[GroupFairness]:
    """Each attribute alone, and every two of them together."""
    attributes = sorted({attribute for one in held for attribute in one.groups})
    for attribute in attributes:
        yield _group(attribute, held, (attribute,))
    for pair in combinations(attributes, 2):
        yield _group(JOINED.join(pair), held, pair)


def _group(name: str, held: Sequence[Held], attributes: tuple[str, ...]) -> GroupFairness:
    members: dict[str, list[Held]] = {}
    for one in held:
        if all(one.groups.get(attribute) for attribute in attributes):
            members.setdefault(JOINED.join(one.groups[a] for a in attributes), []).append(one)
    known = [one for found in members.values() for one in found]
    scores = [one.overall for one in known if one.overall is not None]
    middle = median(scores) if scores else None
    rates = {name: _selection_rate(found) for name, found in members.items()}
    above = {name: _scoring_rate(found, middle) for name, found in members.items()}
    return GroupFairness(
        attribute=name,
        unknown=len(held) - len(known),
        median=middle,
        categories=tuple(
            CategoryFairness(
                category=category,
                count=len(found),
                selected=sum(one.decision is FinalStatus.PASSED for one in found),
                selection_rate=rates[category],
                selection_ratio=_ratio(rates[category], rates.values()),
                scored=sum(one.overall is not None for one in found),
                scoring_rate=above[category],
                scoring_ratio=_ratio(above[category], above.values()),
                small=len(found) < FEW,
                below_two_percent=len(found) < SMALLEST_SHARE * len(known),
            )
            for category, found in sorted(members.items())
        ),
    )


def _selection_rate(found: Sequence[Held]) -> float | None:
    decided = [one for one in found if one.decision in _DECIDED]
    return sum(one.decision is FinalStatus.PASSED for one in decided) / len(decided) if decided else None


def _scoring_rate(found: Sequence[Held], middle: float | None) -> float | None:
    scores = [one.overall for one in found if one.overall is not None]
    if middle is None or not scores:
        return None
    return sum(score > middle for score in scores) / len(scores)


def _ratio(rate: float | None, rates: Iterable[float | None]) -> float | None:
    largest = max((one for one in rates if one is not None), default=0.0)
    return rate / largest if rate is not None and largest else None
