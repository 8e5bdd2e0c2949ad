"""An instant, as a fact remembers it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened: a wall-clock label and a monotonic position within one boot.

    ``wall`` is ISO 8601 in UTC and never used for durations; ``mono_s`` values compare only
    within the same ``boot_id``.
    """

    wall: str
    boot_id: str
    mono_s: float

    def seconds_after(self, earlier: "Moment") -> float:
        """Seconds since ``earlier``; zero across a boot, for nobody can know."""
        if self.boot_id != earlier.boot_id:
            return 0.0
        return max(0.0, self.mono_s - earlier.mono_s)
