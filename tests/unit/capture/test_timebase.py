from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from capture.sources import SAMPLE_RATE
from capture.timebase import Grid, in_phase, wall_of


@given(fps=st.integers(1, 120), frames=st.integers(0, 10_000))
def test_every_sample_belongs_to_one_frame(fps: int, frames: int) -> None:
    grid = Grid(0, fps)
    assert grid.first_sample(frames) <= grid.first_sample(frames + 1)
    assert abs(grid.first_sample(frames) / SAMPLE_RATE - frames / fps) < 1 / SAMPLE_RATE


@given(fps=st.integers(1, 120), instant_ns=st.integers(0, 10**13))
def test_a_mark_lies_on_the_first_frame_from_its_instant_on(fps: int, instant_ns: int) -> None:
    grid = Grid(0, fps)
    frame = grid.frame_at(instant_ns)
    assert grid.frame_ns(frame) >= instant_ns - 1
    assert frame == 0 or grid.frame_ns(frame - 1) < instant_ns


def test_a_mark_before_the_beginning_lies_on_the_first_frame() -> None:
    assert Grid(1000, 30).frame_at(0) == 0


@given(after_ns=st.integers(0, 10**12), captured_ns=st.integers(0, 10**12))
def test_a_recording_begins_in_the_cameras_step(after_ns: int, captured_ns: int) -> None:
    begins_ns = in_phase(after_ns, captured_ns, 30)
    assert 0 <= begins_ns - after_ns + 1 <= 33_333_335
    periods = (begins_ns - captured_ns) * 30 / 10**9
    assert abs(periods - round(periods)) < 1e-6


def test_without_a_camera_a_recording_begins_at_once() -> None:
    assert in_phase(77, None, 30) == 77


def test_wall_times_are_utc_with_milliseconds() -> None:
    wall = wall_of(0)
    assert wall.endswith("Z")
    assert datetime.fromisoformat(wall).tzinfo is not None
