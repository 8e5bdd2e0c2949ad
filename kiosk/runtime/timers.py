"""The clocks the flow has set, kept by the engine thread itself so that no stale one can arrive."""

from kiosk.flow.timers import Timer


class Timers:
    """At most one deadline a timer, in seconds on the monotonic clock. Engine thread only."""

    def __init__(self) -> None:
        self._deadlines: dict[Timer, float] = {}

    def start(self, timer: Timer, deadline_s: float) -> None:
        """Set or replace a deadline."""
        self._deadlines[timer] = deadline_s

    def cancel(self, timer: Timer) -> None:
        """Forget a deadline."""
        self._deadlines.pop(timer, None)

    def pop_due(self, now_s: float) -> Timer | None:
        """The timer that ran out first, removed; ``None`` when none has."""
        timer = min(self._deadlines, key=self._deadlines.__getitem__, default=None)
        if timer is None or self._deadlines[timer] > now_s:
            return None
        del self._deadlines[timer]
        return timer

    def next_deadline_s(self) -> float | None:
        """When the next one runs out."""
        return min(self._deadlines.values(), default=None)
