import numpy as np
import pytest

from capture.mixer import MicrophoneLine, Playing, mixed
from capture.timebase import Grid

_GRID = Grid(1_000_000_000, 30)


def _line() -> MicrophoneLine:
    line = MicrophoneLine()
    line.restart(_GRID)
    return line


def _ns(sample: int) -> int:
    return _GRID.origin_ns + sample * 1_000_000_000 // 48_000


def test_samples_are_found_at_their_time() -> None:
    line = _line()
    line.put(np.full(4800, 0.5, np.float32), _ns(0))
    line.collect()
    samples, lost = line.take(1600)
    assert lost == 0
    assert samples[200:] == pytest.approx(0.5, abs=1e-3)


def test_a_hole_is_silence_and_is_counted() -> None:
    line = _line()
    line.put(np.full(480, 0.5, np.float32), _ns(0))
    line.put(np.full(4800, 0.5, np.float32), _ns(4800))
    line.collect()
    samples, lost = line.take(9000)
    assert samples[1000:4000].max() == 0.0
    assert lost == pytest.approx(4800 - 480, abs=20)


def test_what_is_taken_back_is_silence_and_is_counted() -> None:
    line = _line()
    line.put(np.full(2400, 0.5, np.float32), _ns(0))
    line.collect()
    line.put(np.full(2400, 0.5, np.float32), _ns(2400))
    recorded, _ = line.take(1600)
    assert recorded.max() == pytest.approx(0.5, abs=1e-3)
    line.take_back()
    line.collect()
    samples, lost = line.take(3200)
    assert (samples.max(), lost) == (0.0, 3200)
    line.put(np.full(2400, 0.5, np.float32), _ns(4800))
    line.collect()
    assert line.take(1600)[0].max() == pytest.approx(0.5, abs=1e-3)


def test_what_was_heard_before_the_grid_began_is_left_out() -> None:
    line = _line()
    line.put(np.full(4800, 0.5, np.float32), _ns(-4800))
    line.collect()
    assert line.take(1600)[1] == 1600


def test_what_comes_too_late_is_lost_and_counted() -> None:
    line = _line()
    assert line.take(1600)[1] == 1600
    line.put(np.full(4800, 0.5, np.float32), _ns(0))
    line.collect()
    samples, lost = line.take(1600)
    assert lost == 0
    assert samples == pytest.approx(0.5, abs=1e-3)


def test_a_sound_is_mixed_in_where_it_was_heard() -> None:
    voice = np.full(1600, 0.25, np.float32)
    sound = Playing("q", np.full(100, 0.5, np.float32), _ns(2000), into_recording=True)
    out = mixed(voice, 1600, _GRID, (sound,))
    assert out[400:500] == pytest.approx(0.75)
    assert out[:400] == pytest.approx(0.25)
    assert out[500:] == pytest.approx(0.25)
    assert voice == pytest.approx(0.25)


def test_a_sound_cut_short_is_mixed_in_as_far_as_it_was_heard() -> None:
    sound = Playing("q", np.full(1600, 0.5, np.float32), _ns(0), into_recording=True, heard=800)
    out = mixed(np.zeros(1600, np.float32), 0, _GRID, (sound,))
    assert out[:500] == pytest.approx(0.5)
    assert not out[800:].any()


def test_loud_voices_together_do_not_wrap() -> None:
    sound = Playing("q", np.full(1600, 0.9, np.float32), _ns(0), into_recording=True)
    assert mixed(np.full(1600, 0.9, np.float32), 0, _GRID, (sound,)).max() == 1.0
