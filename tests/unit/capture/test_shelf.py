import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from capture.shelf import FrameShelf
from capture.sources import CameraFrame

_PERIOD_NS = 33_333_333
_PLANES = np.zeros((3, 2), np.uint8)


def _frame(sequence: int, captured_ns: int) -> CameraFrame:
    return CameraFrame(_PLANES, captured_ns, sequence)


def test_each_instant_shows_the_picture_taken_then() -> None:
    shelf = FrameShelf(_PERIOD_NS)
    for number in range(5):
        shelf.put(_frame(number, number * _PERIOD_NS))
    picks = [shelf.pick(number * _PERIOD_NS) for number in range(5)]
    assert [pick.frame.sequence for pick in picks if pick.frame] == [0, 1, 2, 3, 4]
    assert not any(pick.repeated or pick.dropped for pick in picks)


def test_a_slow_camera_is_repeated_and_counted() -> None:
    shelf = FrameShelf(_PERIOD_NS)
    for number in range(3):
        shelf.put(_frame(number, 2 * number * _PERIOD_NS))
    picks = [shelf.pick(number * _PERIOD_NS) for number in range(5)]
    assert [pick.repeated for pick in picks] == [False, True, False, True, False]


def test_a_pump_that_is_far_behind_costs_pictures_but_not_all_memory() -> None:
    shelf, made = FrameShelf(_PERIOD_NS), 300
    assert shelf.pick(0).frame is None
    for number in range(made):
        shelf.put(_frame(number, number * _PERIOD_NS))
        shelf.pick(0)  # it looks, but does not get on
    picks = [shelf.pick(number * _PERIOD_NS) for number in range(made)]
    kept = sorted({pick.frame.sequence for pick in picks if pick.frame})
    assert 40 <= len(kept) <= 46
    assert max(np.diff(kept)) <= 16, "what is left is spread over the whole time"
    assert sum(pick.dropped for pick in picks) == kept[-1] + 1 - len(kept)


def test_pictures_too_many_are_dropped_and_counted() -> None:
    shelf = FrameShelf(_PERIOD_NS)
    for number in range(10):
        shelf.put(_frame(number, number * _PERIOD_NS // 2))
    picks = [shelf.pick(number * _PERIOD_NS) for number in range(5)]
    shown = {pick.frame.sequence for pick in picks if pick.frame}
    last = max(shown)
    assert sum(pick.dropped for pick in picks) == last + 1 - len(shown)


def test_pictures_the_camera_lost_are_counted() -> None:
    shelf = FrameShelf(_PERIOD_NS)
    shelf.put(_frame(0, 0))
    shelf.pick(0)
    shelf.put(_frame(3, _PERIOD_NS))
    assert shelf.pick(_PERIOD_NS).dropped == 2


def test_before_the_first_picture_there_is_none() -> None:
    assert FrameShelf(_PERIOD_NS).pick(0).frame is None


@given(phase=st.floats(-0.5, 0.5), ppm=st.integers(-300, 300))
def test_a_camera_whose_clock_slides_is_never_far_from_its_instant(phase: float, ppm: int) -> None:
    shelf = FrameShelf(_PERIOD_NS)
    period_ns = _PERIOD_NS * (1 + ppm / 1e6)
    for number in range(300):
        shelf.put(_frame(number, int((number + phase) * period_ns)))
        pick = shelf.pick(number * _PERIOD_NS)
        if pick.frame:
            assert abs(pick.frame.captured_ns - number * _PERIOD_NS) < 1.2 * _PERIOD_NS
