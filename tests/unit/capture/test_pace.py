"""Acting at an exact rate."""

import time
from fractions import Fraction

import pytest

from capture.pace import Pace
from tests.devices import eventually


def test_ticks_are_due_at_exact_multiples() -> None:
    pace = Pace("test", Fraction(30), lambda _tick, _due_ns: None, may_skip=False)
    assert pace.due_ns(30 * 1_000_000) == 1_000_000 * 1_000_000_000
    assert [pace.due_ns(tick) for tick in (0, 1, 2, 3)] == [0, 33_333_334, 66_666_667, 100_000_000]


@pytest.mark.parametrize("may_skip", [False, True])
def test_a_late_pace_makes_up_for_every_tick_unless_it_may_skip(may_skip: bool) -> None:
    ticks: list[int] = []

    def tick(number: int, _due_ns: int) -> None:
        ticks.append(number)
        if len(ticks) == 1:
            time.sleep(0.1)

    pace = Pace("test", Fraction(100), tick, may_skip=may_skip)
    pace.start()
    eventually(lambda: len(ticks) >= 15)
    pace.stop()
    assert ticks == sorted(set(ticks))
    assert (ticks[1] > ticks[0] + 1) == may_skip
