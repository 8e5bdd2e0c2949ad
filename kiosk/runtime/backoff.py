"""How long to wait after failures: twice as long each time, and never all booths at the same moment."""

import random

FIRST_S = 1.0
MOST_S = 900.0
MOST_ASKED_S = 3600.0
"""What the other side may ask for: a mistake of its own must not silence a booth for days."""


class Backoff:
    """One line's patience. Owned by one thread."""

    def __init__(self, chance: random.Random, first_s: float = FIRST_S, most_s: float = MOST_S) -> None:
        self._chance = chance
        self._first_s = first_s
        self._most_s = most_s
        self.failures = 0
        """In a row."""

    def failed(self, at_least_s: float = 0.0) -> float:
        """Seconds to wait now: between half and all of the step, and what the other side asked for."""
        step_s = min(self._most_s, self._first_s * 2.0 ** min(self.failures, 30))
        self.failures += 1
        jittered_s = step_s * self._chance.uniform(0.5, 1.0)
        return max(jittered_s, min(at_least_s, MOST_ASKED_S) * self._chance.uniform(1.0, 1.25))

    def worked(self) -> None:
        """The next failure is the first again."""
        self.failures = 0
