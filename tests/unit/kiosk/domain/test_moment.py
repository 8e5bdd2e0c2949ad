"""Durations come from the monotonic clock, and only within one boot."""

from kiosk.domain.moment import Moment


def at(mono_s: float, boot: str = "a", wall: str = "2026-01-01T00:00:00Z") -> Moment:
    return Moment(wall, boot, mono_s)


def test_seconds_are_counted_within_a_boot() -> None:
    assert at(12.5).seconds_after(at(10.0)) == 2.5


def test_nobody_knows_how_long_the_power_was_off() -> None:
    assert at(5000.0, "b").seconds_after(at(10.0, "a")) == 0.0


def test_time_never_runs_back() -> None:
    assert at(9.0).seconds_after(at(10.0)) == 0.0


def test_a_wall_clock_that_jumps_changes_nothing() -> None:
    assert at(12.0, wall="1999-01-01T00:00:00Z").seconds_after(at(10.0)) == 2.0
